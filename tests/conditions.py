"""Functions that differ from a given one in one condition: what coverage can't see inside a line, mutants must.

The condition is found in the source, changed in the syntax tree and compiled again with the globals, the closure and
the defaults of the function it replaces. Named functions and lambdas are the same to it, however many stand in a line.
"""

import ast
import linecache
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from types import CellType, CodeType, FunctionType

import attrs
from attrs import evolve, frozen

Definition = ast.FunctionDef | ast.Lambda
Way = tuple[str, ast.AST]
"""How a node may be changed, in a word, and what then stands in its place."""
NEGATED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
BESIDE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
}  # fmt: skip
OTHER = {"any": "all", "all": "any"}
HOUSE = "prcomm.core"
"""Whose functions have tests of their own: only what was given to them is changed."""


@frozen
class Change:
    """A function that differs in one condition.

    Attributes:
        kind: operand, comparison, boundary, negation, quantifier or branch.
        said: what stood there, and what stands there now.
        made: the function, or the callable thing that holds it.
    """

    kind: str
    said: str
    made: Callable[..., object]


def changes_of(told: Callable[..., object], seen: frozenset[CodeType] = frozenset()) -> Iterator[Change]:
    """Each condition of a function changed, and of what it calls: its closure, and the functions beside it."""
    if isinstance(told, FunctionType):
        if told.__code__ not in seen:
            yield from _of_function(told, seen | {told.__code__})
    elif attrs.has(type(told)):
        for field in attrs.fields(type(told)):
            held = getattr(told, field.name)
            if isinstance(held, FunctionType):
                for one in changes_of(held, seen):
                    yield evolve(one, made=evolve(told, **{field.alias: one.made}))


def _of_function(told: FunctionType, seen: frozenset[CodeType]) -> Iterator[Change]:
    if not told.__module__.startswith(HOUSE):
        yield from _own(told)
        for name, beside in _called_by(told):
            for one in changes_of(beside, seen):
                yield evolve(one, made=_remade(told, scope={**told.__globals__, name: one.made}))
    cells = told.__closure__ or ()
    for index, cell in enumerate(cells):
        for one in changes_of(cell.cell_contents, seen) if callable(cell.cell_contents) else ():
            closure = (*cells[:index], type(cell)(one.made), *cells[index + 1 :])
            yield evolve(one, made=_remade(told, closure=closure))


def _own(told: FunctionType) -> Iterator[Change]:
    definition = definition_of(told)
    for node in _nodes(definition):
        for kind, new in _ways(node):
            # What is copied already stands in the place of what is to be copied: one node is another.
            changed = deepcopy(definition, {id(node): new})
            said = f"{_shown(node)} -> {_shown(new)}"
            yield Change(kind, said, _remade(told, code=_compiled(changed, told)))


def _nodes(definition: Definition) -> Iterator[ast.AST]:
    """What stands in the body of a function, and not in its decorators, defaults or annotations."""
    body = [definition.body] if isinstance(definition, ast.Lambda) else definition.body
    for one in body:
        yield from ast.walk(one)


def _ways(node: ast.AST) -> Iterator[Way]:
    match node:
        case ast.BoolOp(op, values):
            for dropped in values:
                rest = [value for value in values if value is not dropped]
                yield "operand", rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.Compare():
            yield from _compared(node)
        case ast.UnaryOp(ast.Not(), operand):
            yield "negation", operand
        case ast.Call(ast.Name(name), args, keywords) if name in OTHER:
            yield "quantifier", ast.Call(ast.Name(OTHER[name], ast.Load()), args, keywords)
        case ast.IfExp(_, body, orelse):
            yield from (("branch", body), ("branch", orelse))
        case ast.If(_, body, orelse):
            yield from (("branch", ast.If(ast.Constant(value), body, orelse)) for value in (True, False))


def _compared(node: ast.Compare) -> Iterator[Way]:
    for index, op in enumerate(node.ops):
        for kind, others in (("comparison", NEGATED), ("boundary", BESIDE)):
            if type(op) in others:
                changed = [*node.ops[:index], others[type(op)](), *node.ops[index + 1 :]]
                yield kind, ast.Compare(node.left, changed, node.comparators)


def _shown(node: ast.AST) -> str:
    """A node as text; of a statement its first line."""
    return ast.unparse(ast.fix_missing_locations(deepcopy(node))).partition("\n")[0]


def _called_by(told: FunctionType) -> Iterator[tuple[str, FunctionType]]:
    """The functions of its own package that a function names."""
    for name in _names(told.__code__):
        beside = told.__globals__.get(name)
        if isinstance(beside, FunctionType) and _home(beside) == _home(told):
            yield name, beside


def _home(function: FunctionType) -> str:
    return function.__module__.rpartition(".")[0] or function.__module__


def _names(code: CodeType) -> dict[str, None]:
    """The names a function reads, those of the functions inside it too."""
    inside = (name for const in code.co_consts if isinstance(const, CodeType) for name in _names(const))
    return dict.fromkeys((*code.co_names, *inside))


# -- from a function to its source, and back


def definition_of(told: FunctionType) -> Definition:
    """The syntax of a function, where it stands in its module."""
    code = told.__code__
    tree = _parsed("".join(linecache.getlines(code.co_filename, told.__globals__)))
    found = [node for node in ast.walk(tree) if isinstance(node, Definition) and _may_be(node, code)]
    if not found:
        raise LookupError(f"no source of {told.__qualname__} in {told.__module__}")
    return max(found, key=lambda node: _span(node)[0])  # of one lambda inside another, the inner


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)


def _may_be(node: Definition, code: CodeType) -> bool:
    """Whether a code was made of a node: a lambda is known by the columns of its code."""
    if isinstance(node, ast.FunctionDef):
        first = min((node, *node.decorator_list), key=lambda one: one.lineno)
        return (node.name, first.lineno) == (code.co_name, code.co_firstlineno)
    if code.co_name != "<lambda>" or node.lineno != code.co_firstlineno:
        return False
    start, end = _span(node)
    return all(start <= (line, column) and (last, until) <= end for line, last, column, until in _positions(code))


def _span(node: Definition) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the body of a function begins and ends."""
    first, last = (node.body, node.body) if isinstance(node, ast.Lambda) else (node.body[0], node.body[-1])
    return (first.lineno, first.col_offset), (last.end_lineno or 0, last.end_col_offset or 0)


def _positions(code: CodeType) -> Iterator[tuple[int, int, int, int]]:
    """Where each instruction of a code stands, without those that stand nowhere."""
    for line, last, column, until in code.co_positions():
        known = line is not None and last is not None and column is not None and until is not None
        if known and (line, column) != (last, until):
            yield line, last, column, until


def _compiled(definition: Definition, told: FunctionType) -> CodeType:
    """The code of a changed function, with the same names free as before, if it still reads them."""
    around = ast.parse(f"def around({', '.join(told.__code__.co_freevars)}): ...")
    (outer,) = around.body
    assert isinstance(outer, ast.FunctionDef)
    if isinstance(definition, ast.FunctionDef):
        definition = ast.FunctionDef(**{**dict(ast.iter_fields(definition)), "decorator_list": []})
        outer.body = [definition]
    else:
        outer.body = [ast.Return(definition)]
    code = compile(ast.fix_missing_locations(around), told.__code__.co_filename, "exec", dont_inherit=True)
    (within,) = (const for const in code.co_consts if isinstance(const, CodeType))
    *_, made = (const for const in within.co_consts if isinstance(const, CodeType))  # those of defaults come first
    return made


def _remade(
    told: FunctionType,
    *,
    code: CodeType | None = None,
    scope: dict[str, object] | None = None,
    closure: tuple[CellType, ...] | None = None,
) -> FunctionType:
    """A function with another code, other globals or another closure, and else as it was."""
    new = told.__code__ if code is None else code
    cells = dict(zip(told.__code__.co_freevars, closure or told.__closure__ or (), strict=True))
    held = tuple(cells[name] for name in new.co_freevars)
    made = FunctionType(new, told.__globals__ if scope is None else scope, told.__name__, told.__defaults__, held)
    made.__kwdefaults__, made.__annotations__, made.__doc__ = told.__kwdefaults__, told.__annotations__, told.__doc__
    made.__module__, made.__qualname__ = told.__module__, told.__qualname__
    return made
