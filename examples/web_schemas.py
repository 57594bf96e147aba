"""The OpenAPI document of ``web.py``: the actions are those of our JSON Schema, without what the server fills in."""

import copy
from typing import Any, Final, cast

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from prcomm import Action, Lifecycle
from prcomm.adapters.json import schema

Schema = dict[str, object]

SERVERS_OWN: Final = ("by", "office")
"""The fields of an action that no client gives: they are those of whoever has signed in."""
IN_AN_ADDRESS: Final = r"^(?!(.*/)?\.{0,2}(/|$))[^\u0000-\u001f\u007f\\?#%]{1,200}$"
"""What a reference to a case may be: it is a part of addresses."""
_TEXT: Final[Schema] = {"type": "string"}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_MAYBE: Final[Schema] = {"type": ["string", "null"]}


def _object(required: bool = True, **properties: Schema) -> Schema:
    made: Schema = {"type": "object", "properties": properties}
    return {**made, "required": list(properties)} if required else made


def _several(of: Schema) -> Schema:
    return {"type": "array", "items": of}


_DUE: Final = _object(
    name=_TEXT, label=_TEXT, key=_MAYBE, start=_MAYBE, raw=_MAYBE, rolled=_MAYBE, control=_MAYBE, last=_MAYBE,
    met=_MAYBE, status=_TEXT, owed_by=_TEXT, owed_by_cites=_TEXTS, owed_by_basis=_TEXT, cites=_TEXTS, basis=_MAYBE,
    trace=_TEXTS,
)  # fmt: skip
_RECORD: Final = _object(action=_TEXT, label=_TEXT, at=_TEXT, by=_TEXT, state=_TEXT, cites=_TEXTS)
_ALLOWED: Final = _object(action=_TEXT, label=_TEXT, cites=_TEXTS, conditions=_TEXTS, items=_TEXTS)
_REASON: Final = _object(kind=_TEXT, name=_TEXT, text=_TEXT, cites=_TEXTS, basis=_MAYBE, remedy=_TEXT)
_PROBLEM: Final = _object(type=_TEXT, title=_TEXT, status={"type": "integer"}, detail=_TEXT)
ANSWERS: Final[dict[str, Schema]] = {
    "View": _object(
        case=_TEXT, state=_TEXT, label=_TEXT, version={"type": "integer"}, office=_TEXT, as_of=_TEXT,
        history=_several(_RECORD), dues=_several(_DUE), allowed=_several(_ALLOWED),
    ),
    "Dues": _several(
        _object(case=_TEXT, name=_TEXT, key=_MAYBE, office=_TEXT, owed_by=_TEXT, control=_MAYBE, last=_MAYBE)
    ),
    "Problem": _PROBLEM,
    "Refusal": {"allOf": [_PROBLEM, _object(reasons=_several(_REASON))]},
    "Faults": {"allOf": [_PROBLEM, _object(faults=_several(_object(path=_TEXT, text=_TEXT)))]},
    "Stale": {"allOf": [_PROBLEM, _object(version={"type": "integer"})]},
}  # fmt: skip
_SAID: Final = {400: "malformed", 401: "nobody is signed in", 403: "not yours to do", 404: "no such thing"}


class WebSchemas:
    """What is said of each address.

    Args:
        lifecycle: whose actions can be asked for.
    """

    def __init__(self, lifecycle: Lifecycle[Any, Any]) -> None:
        definitions = cast("dict[str, Schema]", copy.deepcopy(schema(lifecycle)["$defs"]))
        begins = [row.action.__name__ for row in lifecycle.transitions if row.starts]
        kinds: tuple[type[Action], ...] = lifecycle.actions
        every = [kind.__name__ for kind in kinds]
        for name in every:
            definitions[name] = _asked_of_clients(definitions[name])
            if name in begins:
                cast("dict[str, Schema]", definitions[name]["properties"])["case"]["pattern"] = IN_AN_ADDRESS
        self._definitions: dict[str, Schema] = {name: cast("Schema", _moved(one)) for name, one in definitions.items()}
        self._definitions |= {
            "Beginning": _any_of(dict.fromkeys(begins)),
            "Doing": _any_of(dict.fromkeys(name for name in every if name not in begins)),
            **ANSWERS,
        }

    def doing(self, what: str, status: int) -> dict[str, Any]:
        """What is said of an address to which actions are posted."""
        body: Schema = _ref("Beginning" if what == "begins" else "Doing")
        headers = [_header("Idempotency-Key", "^[!-~]{1,200}$"), *_COMMON]
        if what == "acts":
            headers.append(_header("If-Match", r'^(\*|"[0-9]+")$'))
        problems = {409: "Refusal", 412: "Stale", 413: "Problem", 415: "Problem", 422: "Faults"}
        extra = {
            "parameters": headers,
            "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        }
        return _operation(extra, problems, status, _ref("View")) | {"status_code": status}

    def looking(self, answer: str) -> dict[str, Any]:
        """What is said of an address that answers in JSON."""
        return _operation({"parameters": _COMMON}, {}, 200, _ref(answer))

    def dues(self) -> dict[str, Any]:
        """What is said of the list of what is owed."""
        day: Schema = {"type": "string", "format": "date"}
        asked = [{"name": name, "in": "query", "schema": day} for name in ("first", "last")]
        return _operation({"parameters": asked}, {422: "Faults"}, 200, _ref("Dues"))

    def page(self) -> dict[str, Any]:
        """What is said of a page."""
        made = _operation({}, {}, 200, {})
        made["responses"][200] = {"description": "the page", "content": {"text/html": {"schema": _TEXT}}}
        return made

    def into(self, app: FastAPI) -> None:
        """Let an application tell all of it at ``/openapi.json``."""
        made: list[dict[str, Any]] = []

        def openapi() -> dict[str, Any]:
            if not made:
                document = get_openapi(title=app.title, version=app.version, routes=app.routes)
                for path in document["paths"].values():
                    for operation in path.values():
                        operation["responses"] = {
                            status: one
                            for status, one in operation["responses"].items()
                            if "HTTPValidationError" not in str(one)
                        }
                scheme = {"basic": {"type": "http", "scheme": "basic"}}
                document["components"] = {"schemas": self._definitions, "securitySchemes": scheme}
                document["security"] = [{"basic": []}]
                made.append(document)
            return made[0]

        app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI tells to replace it


def _asked_of_clients(action: Schema) -> Schema:
    """The schema of an action without the fields of the server; when it was done need not be given."""
    properties = cast("dict[str, Schema]", action["properties"])
    required = cast("list[str]", action["required"])
    return {
        **action,
        "properties": {name: one for name, one in properties.items() if name not in SERVERS_OWN},
        "required": [name for name in required if name not in (*SERVERS_OWN, "at")],
    }


def _moved(tree: object) -> object:
    """The same schema with its references to where OpenAPI keeps them."""
    if isinstance(tree, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/")
            if key == "$ref" and isinstance(value, str)
            else _moved(value)
            for key, value in cast("Schema", tree).items()
        }
    return [_moved(one) for one in cast("list[object]", tree)] if isinstance(tree, list) else tree


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _any_of(names: dict[str, None]) -> Schema:
    return {"anyOf": [_ref(name) for name in names]}


def _header(name: str, pattern: str) -> Schema:
    return {"name": name, "in": "header", "required": False, "schema": {"type": "string", "pattern": pattern}}


_COMMON: Final = [_header("Acting-As", "^[a-z -]+$"), _header("Accept-Language", "^[A-Za-z0-9,;=.* -]+$")]


def _operation(extra: dict[str, Any], problems: dict[int, str], status: int, answer: Schema) -> dict[str, Any]:
    told = dict.fromkeys(_SAID, "Problem") | problems
    responses: dict[int, dict[str, Any]] = {
        code: {
            "description": _SAID.get(code, name),
            "content": {"application/problem+json": {"schema": _ref(name)}},
        }
        for code, name in told.items()
    }
    responses[status] = {"description": "as asked", "content": {"application/json": {"schema": answer}}}
    return {"openapi_extra": extra, "responses": responses}
