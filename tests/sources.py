"""The syntax of a function of a table, lambdas too, and what it names."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType, ModuleType


@cache
def _tree(filename: str) -> ast.Module:
    return ast.parse(Path(filename).read_text(encoding="utf-8"))


def node_of(function: FunctionType) -> ast.FunctionDef | ast.Lambda:
    """The syntax of a function; of a lambda the innermost one that holds all the places its code comes from."""
    code = function.__code__
    nodes = ast.walk(_tree(code.co_filename))
    if code.co_name != "<lambda>":
        named = [n for n in nodes if isinstance(n, ast.FunctionDef) and n.name == code.co_name]
        return next(n for n in named if code.co_firstlineno in {n.lineno, *(d.lineno for d in n.decorator_list)})
    fit = [n for n in nodes if isinstance(n, ast.Lambda) and n.lineno == code.co_firstlineno and _holds(n, code)]
    return min(fit, key=lambda n: (n.end_lineno - n.lineno, n.end_col_offset - n.col_offset))


def _holds(node: ast.Lambda, code: CodeType) -> bool:
    first, last = (node.body.lineno, node.body.col_offset), (node.body.end_lineno, node.body.end_col_offset)
    places = [one for one in code.co_positions() if None not in one and one[2:] != (0, 0)]
    return all(first <= (line, col) and (end, end_col) <= last for line, end, col, end_col in places)


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
