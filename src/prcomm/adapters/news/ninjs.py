"""A news item as IPTC ninjs 3.1, and such a document read.

The schema beside this module is the one that IPTC publishes (iptc/newsinjson, CC BY 4.0): a document is read only if it
keeps every rule of it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Protocol, cast

from jsonschema import Draft202012Validator, ValidationError

from prcomm.adapters.fields import instant_from
from prcomm.adapters.json.faults import BadDocument, DocumentFault, below, meant
from prcomm.adapters.news.items import NewsItem, Provider, Usability, is_address

__all__ = ["SCHEMA", "faults_of", "read", "write"]

SCHEMA: Final = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
WHAT = "a ninjs document"
Document = dict[str, object]
CLOSED = ("additionalProperties", "unevaluatedProperties")
"""The rules by which an object has no other fields than those that are named."""
INSTANTS = ("firstCreated", "versionCreated", "contentCreated", "embargoedUntil")


def write(item: NewsItem) -> Document:
    """A news item as a document of ninjs 3.1: ready for ``json.dumps``."""
    document: Document = {
        "uri": item.uri,
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "representationType": "full" if item.headline else "partial",
        "version": str(item.version),
        "firstCreated": item.created.isoformat(),
        "versionCreated": item.changed.isoformat(),
        "pubStatus": item.usability.value,
        "infoSources": [{"name": item.provider.name} | ({"uri": item.provider.uri} if item.provider.uri else {})],
    }
    if item.published is not None:
        document["contentCreated"] = item.published.isoformat()
    if item.embargoed_until is not None:
        document["embargoedUntil"] = item.embargoed_until.isoformat()
    if item.terms:
        document["usageTerms"] = item.terms
    if item.headline:
        document["language"] = item.language
        document["headlines"] = [{"value": item.headline}]
        document["bodies"] = [{"contentType": "text/plain", "value": item.body}]
    return document


def read(document: object, *, zone: str) -> NewsItem:
    """A news item out of a document of ninjs 3.

    Args:
        document: what ``json.loads`` gave.
        zone: the zone of the instants.

    Raises:
        BadDocument: it breaks a rule of the published schema, or lacks what an item must have. Every fault at once.
    """
    faults = list(faults_of(document))
    if faults:
        raise BadDocument(WHAT, faults)
    told = cast("Mapping[str, object]", document)
    when = {name: instant_from(told[name], name, zone) for name in INSTANTS if name in told}
    source = cast("list[Mapping[str, str]]", told["infoSources"])[0]
    return NewsItem(
        uri=cast("str", told["uri"]),
        version=int(cast("str", told["version"])),
        usability=Usability(told.get("pubStatus", Usability.USABLE.value)),
        created=when["firstCreated"],
        changed=when["versionCreated"],
        provider=Provider(source["name"], source.get("uri", "")),
        published=when.get("contentCreated"),
        embargoed_until=when.get("embargoedUntil"),
        terms=cast("str", told.get("usageTerms", "")),
        language=cast("str", told.get("language", "")),
        headline=_first(told, "headlines"),
        body=_first(told, "bodies"),
    )


def faults_of(document: object) -> Iterator[DocumentFault]:
    """Every rule of the published schema that a document breaks, and what an item must have besides. No value of the
    document is quoted."""
    found = _validator().iter_errors(document)
    for error in sorted(found, key=lambda error: error.json_path):
        yield from _faults_of(error)
    if isinstance(document, dict):
        yield from _lacking(cast("Mapping[str, object]", document))


def _faults_of(error: ValidationError) -> Iterator[DocumentFault]:
    path = ""
    for key in error.absolute_path:
        path = f"{path}.{key}".removeprefix(".") if key in _names() else below(path, key)
    if error.validator in CLOSED:
        known = sorted(cast("dict[str, dict[str, str]]", error.schema).get("properties") or _of_an_item())
        for key in sorted(cast("dict[str, object]", error.instance).keys() - set(known)):
            hint = meant(key, known)
            yield DocumentFault(path, f"{error.validator}: a field that ninjs does not know, its key not shown{hint}")
    else:
        yield DocumentFault(path, f"{error.validator}: {json.dumps(_rule(error), ensure_ascii=False)}")


def _rule(error: ValidationError) -> object:
    """What the schema asks there; of a rule about other rules only that it is one."""
    rule: object = error.validator_value
    return rule if isinstance(rule, str | int | float | bool) or _plain(rule) else "see the schema"


def _plain(rule: object) -> bool:
    return isinstance(rule, list) and all(isinstance(one, str) for one in cast("list[object]", rule))


def _lacking(told: Mapping[str, object]) -> Iterator[DocumentFault]:
    for name in ("version", "firstCreated", "versionCreated", "infoSources"):
        if name not in told:
            yield DocumentFault(name, "it is missing: a news item has it")
    for name in INSTANTS:
        if isinstance(told.get(name), str):
            try:
                instant_from(told[name], name, "UTC")
            except BadDocument as bad:
                yield from bad.found
    if isinstance(told.get("uri"), str) and not is_address(cast("str", told["uri"])):
        yield DocumentFault("uri", "an absolute address")
    version = told.get("version")
    if isinstance(version, str) and not (version.isascii() and version.isdigit()):
        yield DocumentFault("version", "a whole number, as text")
    sources = told.get("infoSources")
    if isinstance(sources, list) and not _is_named(cast("list[object]", sources)):
        yield DocumentFault("infoSources", "its first entry names who provides it")


def _is_named(sources: list[object]) -> bool:
    first = sources[0] if sources else None
    return isinstance(first, dict) and bool(cast("Mapping[str, object]", first).get("name"))


def _first(told: Mapping[str, object], name: str) -> str:
    found = cast("list[Mapping[str, str]]", told.get(name, ()))
    return found[0]["value"] if found else ""


class _Validator(Protocol):
    """What is asked of a validator: its types allow no document that may be anything."""

    def iter_errors(self, instance: object) -> Iterable[ValidationError]: ...


@cache
def _schema() -> dict[str, object]:
    published = files("prcomm.adapters.news") / "ninjs-schema_3.1.json"
    return cast("dict[str, object]", json.loads(published.read_text(encoding="utf-8")))


@cache
def _validator() -> _Validator:
    return cast("_Validator", Draft202012Validator(_schema()))


def _of_an_item() -> Iterable[str]:
    types = cast("dict[str, dict[str, dict[str, str]]]", _schema()["$defs"])
    return types["ninjsType"]["properties"]


@cache
def _names() -> frozenset[object]:
    """The names of fields that the schema knows anywhere."""
    return frozenset(_named(_schema()))


def _named(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in cast("dict[str, object]", schema).items():
            if key == "properties":
                yield from cast("dict[str, object]", value)
            yield from _named(value)
    elif isinstance(schema, list):
        for value in cast("list[object]", schema):
            yield from _named(value)
