"""What the application says of itself: an OpenAPI 3.1 document of every process, its actions by the schemas of JSON.

An action says under ``action`` which it is, and is told apart by that. What the server fills in (who acts, and in which
office) no client gives.
"""

import copy
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, cast
from urllib.parse import quote

from prcomm.adapters.json import schema
from prcomm.adapters.json.answers import BASIS, schema_of
from prcomm.adapters.json.codec import ACTION
from prcomm.adapters.json.schemas import DIALECT
from prcomm.adapters.web.addresses import IN_AN_ADDRESS, Addresses
from prcomm.adapters.web.commands import LATE, LONGEST_REASON
from prcomm.adapters.web.problems import PROBLEM
from prcomm.adapters.web.views import OF_DUES
from prcomm.core.table.effects import Begins
from prcomm.core.table.entities import Action
from prcomm.processes import AnyLifecycle

Schema = dict[str, object]

SERVERS_OWN: Final = ("by", "office")
"""The fields of an action that no client gives: they are those of whoever has signed in."""
TEXT: Final[Schema] = {"type": "string"}
WHOLE: Final[Schema] = {"type": "integer"}
TRUTH: Final[Schema] = {"type": "boolean"}
MAYBE: Final[Schema] = {"type": ["string", "null"]}
LINK: Final[Schema] = {"type": "object", "properties": {"href": TEXT}, "required": ["href"]}


def object_of(**properties: Schema) -> Schema:
    """An object that has these fields; it may come to say more."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def several(of: Schema) -> Schema:
    """Any number of them."""
    return {"type": "array", "items": of}


def ref(name: str) -> Schema:
    """What is described elsewhere in the document."""
    return {"$ref": f"#/components/schemas/{name}"}


LINKS: Final[Schema] = {
    "type": "object",
    "additionalProperties": {"anyOf": [ref("Link"), several(ref("Link"))]},
}
_OFFERED: Final = object_of(action=TEXT, label=TEXT, **{"as": TEXT}, _links=LINKS)
_MAY: Final[Schema] = {
    "allOf": [_OFFERED, object_of(cites=several(TEXT), conditions=several(TEXT), items=several(TEXT))],
}
_RECORD: Final = object_of(
    number=WHOLE, action=TEXT, label=TEXT, at=TEXT, recorded=MAYBE, by=TEXT, state=TEXT, cites=several(TEXT)
)
_CASE: Final = object_of(case=TEXT, state=TEXT, label=TEXT, final=TRUTH, version=WHOLE, office=TEXT, _links=LINKS)
_REASON: Final = object_of(kind=TEXT, name=TEXT, text=TEXT, cites=several(TEXT), basis=BASIS, is_law=TRUTH, remedy=TEXT)
_PROBLEM: Final = object_of(type=TEXT, title=TEXT, status=WHOLE, detail=TEXT)
_FAULTS: Final = object_of(faults=several(object_of(path=TEXT, text=TEXT)))
ANSWERS: Final[Mapping[str, Schema]] = {
    "Link": LINK,
    "Entry": object_of(_links=LINKS),
    "Cases": object_of(
        process=TEXT, label=TEXT, cases=several(_CASE), begin=several(_OFFERED),
        _links=LINKS,
    ),
    "Case": object_of(
        process=TEXT, case=TEXT, state=TEXT, label=TEXT, final=TRUTH, version=WHOLE, office=TEXT, as_of=TEXT,
        overdue=WHOLE, history=several(_RECORD),
        dues=several(ref("Due")), more_dues=WHOLE, allowed=several(_MAY), _links=LINKS,
    ),
    "Due": {
        "allOf": [
            schema_of(OF_DUES),
            object_of(label=TEXT, ended=MAYBE, cites=several(TEXT), trace=several(TEXT), _links=LINKS),
        ],
    },
    "Dues": object_of(
        dues=several(
            object_of(
                process=TEXT, case=TEXT, name=TEXT, label=TEXT, key=MAYBE, office=TEXT, owed_by=TEXT, control=MAYBE,
                last=MAYBE, status=TEXT, _links=LINKS,
            )
        ),
        _links=LINKS,
    ),
    "Form": {"type": "object"},
    "Problem": _PROBLEM,
    "Refusal": {
        "allOf": [_PROBLEM, object_of(reasons=several(_REASON), allowed=several(_OFFERED), _links=LINKS)],
    },
    "Faults": {"allOf": [_PROBLEM, _FAULTS]},
    "Stale": {"allOf": [_PROBLEM, object_of(version=WHOLE)]},
}  # fmt: skip
_SAID: Final[Mapping[int, tuple[str, str]]] = {
    400: ("Problem", "a header or a query is malformed"),
    401: ("Problem", "nobody is signed in"),
    403: ("Problem", "it is not theirs to do"),
    404: ("Problem", "there is none, or it is not theirs to see"),
    500: ("Problem", "something went wrong here"),
    503: ("Problem", "not now: again after the seconds of Retry-After"),
}
_OF_COMMANDS: Final[Mapping[int, tuple[str, str]]] = {
    409: ("Refusal", "the law, or a rule of the house, refuses it"),
    412: ("Stale", "the version of If-Match is no longer the newest"),
    413: ("Problem", "the body is too large"),
    415: ("Problem", "the body is not application/json"),
    422: ("Faults", "it can't be judged"),
}


def forms(lifecycle: AnyLifecycle, offices: Iterable[str] = ()) -> dict[str, Schema]:
    """The definitions of a process, by their names within it: of its actions as clients give them, and what these hold.

    Args:
        lifecycle: the process.
        offices: the ids of the offices at which somebody who works for none may begin a case.
    """
    made = cast("dict[str, Schema]", copy.deepcopy(schema(lifecycle)["$defs"]))
    begun, several_offices = references(lifecycle), list(offices)
    for kind in _actions(lifecycle):
        name = kind.__name__
        made[name] = _asked_of_clients(made[name], several_offices if name in begun else [])
        if begun.get(name):
            properties = cast("dict[str, Schema]", made[name]["properties"])
            properties[begun[name]] = {**properties[begun[name]], "pattern": IN_AN_ADDRESS}
    return made


def _actions(lifecycle: AnyLifecycle) -> tuple[type[Action], ...]:
    return lifecycle.actions


def references(lifecycle: AnyLifecycle) -> Mapping[str, str]:
    """By the name of each action that begins a case the field that is its reference, empty if a function gives it."""
    starts = (row for row in lifecycle.transitions if row.starts and not row.never)
    return {row.action.__name__: row.then.id if isinstance(row.then, Begins) else "" for row in starts}


def _asked_of_clients(action: Schema, offices: Sequence[str]) -> Schema:
    """The schema of an action without the fields of the server; when it was done need not be given, and the office only
    by somebody who works for none."""
    properties = cast("dict[str, Schema]", action["properties"])
    required = cast("list[str]", action["required"])
    asked = {name: one for name, one in properties.items() if name not in SERVERS_OWN}
    if offices and "office" in properties:
        asked["office"] = {"enum": list(offices), "description": "The office, from somebody who works for none."}
    told = "Why it is entered so late, where that is later than the store takes without: a reference."
    asked[LATE] = asked.get(LATE) or {"type": "string", "maxLength": LONGEST_REASON, "description": told}
    return {
        **action,
        "properties": asked,
        "required": [name for name in required if name not in (*SERVERS_OWN, "at")],
    }


def form(lifecycle: AnyLifecycle, action: str, offices: Iterable[str] = ()) -> Schema:
    """The form of one action, as a schema of its own."""
    made = forms(lifecycle, offices)
    needed: dict[str, Schema] = {}
    left = [action]
    while left:
        name = left.pop()
        if name not in needed:
            needed[name] = made[name]
            left += _named_in(made[name])
    return {"$schema": DIALECT, "title": action, **needed.pop(action), "$defs": needed}


def _named_in(tree: object) -> Iterator[str]:
    """The names of the definitions that a schema refers to."""
    if isinstance(tree, dict):
        for key, value in cast("Schema", tree).items():
            yield from [_name(value)] if key == "$ref" and isinstance(value, str) else _named_in(value)
    elif isinstance(tree, list):
        for one in cast("list[object]", tree):
            yield from _named_in(one)


def _name(reference: str) -> str:
    return reference.removeprefix(DEFINED).replace("~1", "/").replace("~0", "~")


DEFINED: Final = "#/$defs/"


# -- the document


def openapi(lifecycles: Iterable[AnyLifecycle], title: str, offices: Iterable[str] = ()) -> Schema:
    """The whole document.

    Args:
        lifecycles: the processes.
        title: what the application is called.
        offices: the ids of the offices at which somebody who works for none may begin a case.
    """
    known, to = tuple(lifecycles), Addresses()
    components: dict[str, Schema] = dict(ANSWERS)
    paths: Schema = {
        to.cases(): {"get": _operation("Where a program begins: the processes.", "entry", "Entry", HAL)},
        to.dues(): {
            "get": _operation("What your office owes, the nearest last day first.", "dues", "Dues", HAL, _OF_DUES)
        },
        to.front(): {"get": _page("The processes with their cases, and what your office owes.", "front")},
        to.agenda(): {"get": _page("What your office owes.", "agenda")},
    }
    several_offices = tuple(offices)
    for lifecycle in known:
        components |= _components(lifecycle, several_offices)
        paths |= _paths(lifecycle, to)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "paths": paths,
        "components": {"schemas": components},
    }


HAL, FORM = "application/hal+json", "application/schema+json"
_CURSOR: Final[Schema] = {"name": "after", "in": "query", "schema": {"type": "string", "maxLength": 300}}
_DAY: Final[Schema] = {"type": "string", "format": "date", "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"}
_OF_DUES: Final[tuple[Schema, ...]] = (
    {"name": "first", "in": "query", "schema": _DAY},
    {"name": "last", "in": "query", "schema": _DAY},
    _CURSOR,
)
_BEFORE: Final[Schema] = {
    "name": "before",
    "in": "query",
    "schema": {"type": "integer", "minimum": 1, "maximum": 10**9},
}
_LANGUAGE: Final[Schema] = {"name": "lang", "in": "query", "schema": TEXT}


def _components(lifecycle: AnyLifecycle, offices: Sequence[str]) -> dict[str, Schema]:
    """The definitions of a process, and what begins a case of it or does something about one."""
    of, begun = lifecycle.name, references(lifecycle)
    moved = {component(of, name): _moved(one, of) for name, one in forms(lifecycle, offices).items()}
    names = [kind.__name__ for kind in _actions(lifecycle)]
    going_on = {row.action.__name__ for row in lifecycle.rows if not (row.starts and not row.table.inside)}
    moved[component(of, "Beginning")] = _one_of(of, [name for name in names if name in begun])
    moved[component(of, "Doing")] = _one_of(of, [name for name in names if name in going_on])
    return moved


def component(process: str, name: str) -> str:
    """The name of a definition in the whole document."""
    return re.sub(r"[^A-Za-z0-9._-]", lambda found: f"_{ord(found[0]):x}", f"{process}.{name}")


def _one_of(process: str, names: Iterable[str]) -> Schema:
    mapping = {name: f"#/components/schemas/{component(process, name)}" for name in names}
    of = [{"$ref": where} for where in mapping.values()]
    return {"oneOf": of, "discriminator": {"propertyName": ACTION, "mapping": mapping}} if of else {"not": {}}


def _moved(tree: object, process: str) -> Schema:
    """The same schema with its references to where OpenAPI keeps them."""

    def moved(one: object) -> object:
        if isinstance(one, dict):
            return {
                key: f"#/components/schemas/{component(process, _name(value))}"
                if key == "$ref" and isinstance(value, str)
                else moved(value)
                for key, value in cast("Schema", one).items()
            }
        return [moved(each) for each in cast("list[object]", one)] if isinstance(one, list) else one

    return cast("Schema", moved(tree))


def _paths(lifecycle: AnyLifecycle, to: Addresses) -> Schema:
    """What is said of the addresses of a process."""
    of = lifecycle.name
    case: Schema = {
        "name": "case",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "pattern": IN_AN_ADDRESS},
    }
    at_case, at_page = f"{to.cases(of)}/{{case}}", f"{to.list_page(of)}/{{case}}"
    roles = _header("Acting-As", {"enum": [quote(role.name) for role in lifecycle.roles]})
    return {
        to.cases(of): {
            "get": _operation(f"The cases of the {of} that you may see.", f"list_{of}", "Cases", HAL, (_CURSOR, roles)),
            "post": _command(f"Begin a case of the {of}.", f"begin_{of}", component(of, "Beginning"), 201, (roles,)),
        },
        at_case: {
            "parameters": [case],
            "get": _operation("How it stands, and what you may do.", f"look_{of}", "Case", HAL, (_BEFORE, roles)),
            "post": _command("Do something about it.", f"act_{of}", component(of, "Doing"), 200, (roles, _IF_MATCH)),
        },
        f"{to.schema(of, '')}{{action}}": {"get": _form(of, [kind.__name__ for kind in _actions(lifecycle)])},
        to.list_page(of): {"get": _page(f"The cases of the {of} that you may see.", f"list_page_{of}", (_CURSOR,))},
        at_page: {"parameters": [case], "get": _page("The same as a page.", f"page_{of}", (_BEFORE,))},
    }  # fmt: skip


def _header(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "header", "required": False, "schema": schema}


_IF_MATCH: Final = _header("If-Match", {"type": "string", "pattern": r'^(\*|"[0-9]+")$'})
_KEY: Final = _header("Idempotency-Key", {"type": "string", "pattern": "^[!-~]{1,200}$"})
_LANGUAGES: Final = _header("Accept-Language", {"type": "string", "pattern": "^[A-Za-z0-9,;=.* -]+$"})


def _operation(
    told: str,
    id: str,
    answer: str,
    kind: str,
    asked: Iterable[Schema] = (),
    status: int = 200,
    also: Schema | None = None,
) -> Schema:
    """What is said of one operation; of one without the name of an answer, that it gives a page."""
    page: Schema = {"text/html": {"schema": TEXT}}
    problems = {**_SAID, **(_OF_COMMANDS if also else {422: _OF_COMMANDS[422]})}
    responses: Schema = {
        str(code): {"description": words, "content": {PROBLEM: {"schema": ref(name)}} if answer else page}
        for code, (name, words) in problems.items()
    }
    content: Schema = {kind: {"schema": ref(answer)}} if answer else page
    responses[str(status)] = {"description": "as asked", "content": content}
    return {
        "summary": told, "operationId": id, "parameters": [*asked, _LANGUAGES], "responses": responses, **(also or {}),
    }  # fmt: skip


def _command(told: str, id: str, body: str, status: int, asked: Iterable[Schema]) -> Schema:
    also: Schema = {"requestBody": {"required": True, "content": {"application/json": {"schema": ref(body)}}}}
    return _operation(told, id, "Case", HAL, (*asked, _KEY), status, also)


def _form(process: str, actions: Sequence[str]) -> Schema:
    """What is said of the forms of the actions of a process."""
    named: Schema = {"name": "action", "in": "path", "required": True, "schema": {"enum": list(actions)}}
    return _operation("The form of an action, as JSON Schema.", f"form_{process}", "Form", FORM, (named,))


def _page(told: str, id: str, asked: Iterable[Schema] = ()) -> Schema:
    return _operation(told, id, "", "text/html", (*asked, _LANGUAGE))
