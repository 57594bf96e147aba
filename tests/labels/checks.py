"""What may be wrong with tables of names. Each check gives the faults it finds; tests plant one for each."""

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum
from importlib.resources import files
from types import ModuleType

from prcomm.core.sources.citations import Enactment, Source
from prcomm.core.values.messages import Message
from prcomm.labels import Label, Labels, read
from prcomm.labels.reading import BESIDES, FREE, OF_CODE, PLACE
from prcomm.labels.saying import english
from prcomm.processes import PROCESSES

CODES = ("O‘RQ-", "PF-", "PQ-", "VM ")
"""How codes of acts begin: an act keeps its code in Uzbek, and U+2018 in it."""
FORMS = {"uz": 1, "uz-Cyrl": 1, "ru": 3}
"""How many forms a sentence has that has two in English."""
NO_TEXTS = ("action", "entity", "role")
TABLES = {name: read(files("prcomm.labels") / f"{name}.csv", of=name) for name in (*BESIDES, *PROCESSES)}


def missing(things: Iterable[object], labels: Iterable[Label]) -> list[str]:
    """What has no label with words in every language."""
    known = Labels(tuple(labels))
    found = ((thing, known.of(thing)) for thing in dict.fromkeys(things))
    return [english(thing) for thing, label in found if label is None or not FORMS.keys() <= label.words.keys()]


def stale(labels: Iterable[Label], things: Iterable[object]) -> list[tuple[str, str]]:
    """The rows of what is none of these things."""
    labels = tuple(labels)
    known = Labels(labels)
    named = {(label.kind, label.name) for label in map(known.of, things) if label is not None}
    return [(label.kind, label.name) for label in labels if (label.kind, label.name) not in named]


LOANS = ("embargo", "monitoring", "hokim")
"""Words of the glossary that Uzbek has as English has them."""


def like_english(labels: Iterable[Label]) -> list[str]:
    return [
        label.english
        for label in labels
        if not label.in_("uz").startswith((*CODES, *LOANS)) and PLACE.sub("", label.english).strip(" :;,()") != ""
        for said in label.words.values()
        if said.casefold() == label.english.casefold()
    ]


def alike(labels: Iterable[Label]) -> list[str]:
    """What two things of one process are both called. One text is one thing, whatever it is the name of."""
    called: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for label in labels:
        text = label.kind[:1].islower() and label.kind not in NO_TEXTS
        thing = ("" if text else label.kind, label.name)
        if label.kind == "process":  # a file is called as its process: an appeal
            thing = ("entity", label.name.title().replace("_", ""))
        for lang, said in label.words.items():
            called[f"{lang} {said.casefold()}"].add(thing)
    return [said for said, things in called.items() if len(things) > 1]


def mixed(labels: Iterable[Label]) -> list[str]:
    """What has letters of another script."""
    foreign = {"uz": "[А-яЁёЎўҚқҒғҲҳ]", "uz-Cyrl": "[A-Za-z]", "ru": "[A-Za-z]"}
    told = ((lang, re.sub("JavaScript|prcomm", "", said)) for label in labels for lang, said in label.words.items())
    return [said for lang, said in told if lang in foreign and re.search(foreign[lang], PLACE.sub("", said))]


def forms(labels: Iterable[Label]) -> list[str]:
    """What has another number of forms than its language has for it, or a form with a place twice or not at all."""
    faults = []
    for label in labels:
        several = label.english.split("|")
        free = {OF_CODE, FREE.get(label.kind)}
        asked = sorted(place for place in PLACE.findall(several[0]) if place not in free)
        for lang, said in label.words.items():
            its = said.split("|")
            places = [sorted(place for place in PLACE.findall(form) if place not in free) for form in its]
            if (
                len(its) != (FORMS[lang] if len(several) > 1 else 1)
                or places != [places[0]] * len(its)
                or places[0] != asked
            ):
                faults.append(said)
    return faults


def twice(tables: dict[str, tuple[Label, ...]]) -> list[tuple[str, str, str]]:
    """What two tables name in one place: it would be called as the later one has it."""
    seen: dict[tuple[str, str, str], str] = {}
    found = ((place, table) for table, labels in tables.items() for label in labels for place in label.places)
    return [place for place, table in found if seen.setdefault(place, table) != table]


# -- what there is to name


def modules_of(package: str) -> list[ModuleType]:
    """A package with all modules in it; or a module."""
    whole = importlib.import_module(package)
    inside = pkgutil.walk_packages(getattr(whole, "__path__", ()), f"{package}.")
    return [whole, *(importlib.import_module(one.name) for one in inside if not one.name.endswith("__main__"))]


def within(value: object) -> Iterator[Message]:
    """The sentences in a value, however deep in a tuple, a mapping or the members of an Enum."""
    if isinstance(value, Message):
        yield value
    elif isinstance(value, type) and issubclass(value, Enum):
        yield from within([member.value for member in value])
    elif isinstance(value, dict):
        yield from within([*value, *value.values()])
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from within(one)


def sentences_of(modules: Iterable[ModuleType], of: str = "") -> list[Message]:
    """The sentences in some modules that are somebody's; without a name, those of the core."""
    found = (one for module in modules for value in vars(module).values() for one in within(value))
    return [one for one in dict.fromkeys(found) if one.of == of]


OF_ACTS = {"again", "cited", "told"}
"""Kinds of labels that say an act, whoever's table they stand in."""


def told_of(sources: Iterable[Source]) -> Iterator[str]:
    """What is said of some sources in words: titles, headings, what each part says, why no rule, what was read."""
    for source in sources:
        yield source.title
        for article in source.articles:
            yield from (article.heading, *article.gist, article.no_rule)
        yield from source.questions
        if isinstance(source, Enactment):
            yield from (source.edition, *source.unread)
