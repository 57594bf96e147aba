"""What a function of a table names, and what stands in the modules of a table's actions."""

import sys
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType

from prcomm import Lifecycle


def beside_the_actions(lifecycle: Lifecycle) -> tuple[object, ...]:
    """All that stands in the modules of a lifecycle's actions: what its linter is to know of."""
    modules = dict.fromkeys(action.__module__ for action in (lifecycle.action, *lifecycle.actions))
    return tuple(thing for module in modules for thing in vars(sys.modules[module]).values())


def named_by(function: object) -> Iterator[object]:
    """What of its module a function names, and what is nested in it: of ``orq445.DAYS`` the value too."""
    if not isinstance(function, FunctionType):
        return
    for names in _names(function.__code__):
        for name in names:
            found = function.__globals__.get(name)
            yield found
            if isinstance(found, ModuleType):
                yield from (vars(found).get(other) for other in names)


def _names(code: CodeType) -> Iterator[tuple[str, ...]]:
    yield code.co_names
    for const in code.co_consts:
        if isinstance(const, CodeType):
            yield from _names(const)
