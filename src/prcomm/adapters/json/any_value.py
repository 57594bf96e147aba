"""What may be of any type: the words in a sentence, and the keys of dues.

A text, a number, true, false and null stand for themselves, an array for a tuple. Anything else says what it is:
``{"type": "AppealState", "value": "RECEIVED"}``. A sentence is its text with what it is made of, so that it can be said
again in another language: ``{"text": …, "sentence": …, "words": {…}}``, and ``"scope": ["appeal", "deadline"]`` if it
is a name of the process.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Final, cast, get_args

import attrs
from cattrs import Converter
from pendulum import Date, DateTime

from prcomm.adapters.json.converting import TAG, fields_of
from prcomm.adapters.json.faults import DocumentFault, Unfit, unknown
from prcomm.adapters.json.scalars import Hook, an_array, an_object, read_fields, read_items, read_text, written_text
from prcomm.core.calendar import periods, terms
from prcomm.core.calendar.days import Calendar
from prcomm.core.questions.audits import FindingKind
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import Basis, Citation, RuleKind
from prcomm.core.sources.dated import Dated, EndDays, LastDay
from prcomm.core.sources.people import Actor, Institution, LegalEntity, Office, Outlet, Person, Role
from prcomm.core.table.dues import Status
from prcomm.core.table.entities import Action, Entity, Phase, Reference, State
from prcomm.core.table.reasons import ReasonKind
from prcomm.core.values.alternatives import OneOf
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import PLAIN, Message, Said, Scope, in_english, length, named, one_or_more, scoped

ACTION: Final = "action"
"""The tag of an action's class."""
OWN: Final = ("guard", "never", "remedy", "deadline", "provided")
"""The kinds of names that stand where nothing else does: in a reason, in a due."""


def _as_it_is(data: object, _: object) -> object:
    return data


_ALWAYS: Final[tuple[type, ...]] = (
    Actor, Basis, Citation, Date, DateTime, Decimal, EndDays, FindingKind, Institution, LastDay, LegalEntity, Office,
    Outlet, Person, Phase, ReasonKind, Reference, Role, RuleKind, Status, time,
)  # fmt: skip
_TAGGED: Final[dict[str, Hook]] = {TAG: read_text, "value": _as_it_is}
_TERMS: Final = tuple(
    kind
    for module in (terms, periods)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, terms.Term) and kind is not terms.Term
)


class Words:
    """Reads and writes what may be of any type that a lifecycle knows.

    Args:
        lifecycle: the lifecycle.
        converter: the hooks of its fields.
    """

    def __init__(self, lifecycle: Lifecycle[Entity[State], Action], converter: Converter) -> None:
        self._converter = converter
        self._actions = {kind.__name__: kind for kind in lifecycle.actions}
        self._kinds: dict[str, type] = {}
        for kind in dict.fromkeys((*_ALWAYS, *_TERMS, *_kinds_of(lifecycle))):
            name = kind.__name__
            self._kinds[f"{kind.__module__}.{kind.__qualname__}" if name in self._kinds else name] = kind
        self._names = {kind: name for name, kind in self._kinds.items()}
        self._process = str(lifecycle.name)
        self._scopes = {str(name): name.scope for name in _names_of(lifecycle) if isinstance(name, Said)}
        self._calendars = {calendar.name: calendar for calendar in _calendars_of(lifecycle)}
        self._own = frozenset((self._process, kind) for kind in OWN)
        self._read: dict[str, Callable[[object], object]] = {
            ACTION: self._read_action,
            "Calendar": self._read_calendar,
            "OneOf": lambda data: OneOf(self._items(data)),
            "Sentence": lambda data: Message(read_text(data)),
            "frozenset": lambda data: frozenset(self._items(data)),
        }

    # -- writing

    def write(self, word: object) -> object:
        """Anything as JSON. Raises ``BadInput`` for what the lifecycle does not know."""
        if word is None or isinstance(word, bool):
            return word
        if isinstance(word, Said) or (isinstance(word, Message) and word.of):
            return self.write_text(named(word))
        kind = type(word)
        if kind in (str, int, float):
            return self._converter.unstructure(word, kind)
        if kind is tuple:
            return [self.write(one) for one in cast("tuple[object, ...]", word)]
        name, value = self._named(word)
        return {TAG: name, "value": value}

    def _named(self, word: object) -> tuple[str, object]:
        kind = type(word)
        if isinstance(word, type) and word in self._actions.values():
            return ACTION, word.__name__
        if isinstance(word, Message):
            return "Sentence", written_text(word)
        if isinstance(word, Calendar) and self._calendars.get(word.name) == word:
            return "Calendar", written_text(word.name)
        if isinstance(word, OneOf | frozenset):
            items = [self.write(one) for one in cast("Iterable[object]", word)]
            return ("OneOf", items) if isinstance(word, OneOf) else ("frozenset", sorted(items, key=str))
        if isinstance(word, terms.Term):
            return self._names[kind], {name: self.write(value) for name, value in _values(word)}
        known = DateTime if isinstance(word, datetime) else Date if isinstance(word, date) else kind
        if known not in self._names:
            raise BadInput("a document", (f"{kind.__name__} is no class that a document may hold here",))
        return self._names[known], self._converter.unstructure(word, known)

    def write_text(self, text: str) -> object:
        """A text; what it is made of beside it, where it is a sentence that was said."""
        if not isinstance(text, Said):
            return written_text(text)
        words = {name: self._word(word) for name, word in text.words.items()}
        scope = {} if text.scope == PLAIN else {"scope": list(text.scope)}
        return {"text": written_text(text), "sentence": written_text(text.sentence), "words": words, **scope}

    def write_own(self, text: str) -> object:
        """A text that stands where its process and its kind are known: alone, where it is a name of them."""
        own = isinstance(text, Said) and not text.words and text.scope in self._own
        return written_text(text) if own else self.write_text(text)

    def _word(self, word: object) -> object:
        """A word in a sentence; one that is not known here as English has it."""
        try:
            return self.write(word)
        except BadInput:
            return written_text(in_english(word))

    # -- reading

    def read(self, data: object, _: object = None) -> object:
        """Anything out of JSON."""
        if an_array(data) is not None:
            return tuple(self._items(data))
        given = an_object(data)
        if given is None:
            if data is None or isinstance(data, str | bool | int | float):
                return None if data is None else self._structured(data, type(data))
            raise Unfit.of("a text, a number, true, false, null, an array or an object", data)
        if "sentence" in given:
            return self.read_text(data)
        fields = read_fields(data, _TAGGED, _TAGGED, "a word")
        name = cast("str", fields[TAG])
        if name not in self._read and name not in self._kinds:
            raise Unfit.saying(unknown("the name of a type", name, (*self._read, *self._kinds))).placed(TAG)
        try:
            return self._value(name, fields["value"])
        except Unfit as unfit:
            raise unfit.placed("value") from None

    def _value(self, name: str, data: object) -> object:
        if name in self._read:
            return self._read[name](data)
        kind = self._kinds[name]
        if issubclass(kind, terms.Term):
            return self._read_term(name, kind, data)
        return self._structured(data, self._kinds[name])

    def _read_term(self, name: str, kind: type[terms.Term], data: object) -> terms.Term:
        fields = fields_of(kind)
        required = [field.name for field in fields if field.required]
        values = read_fields(data, {field.name: self.read for field in fields}, required, name)
        try:
            return kind(**values)
        except (BadInput, TypeError):
            raise Unfit.saying(f"a {name} can't be made of this") from None

    def _structured(self, data: object, kind: type[object]) -> object:
        hook: Hook = self._converter.get_structure_hook(kind)
        return hook(data, kind)

    def _read_action(self, data: object) -> type[Action]:
        name = read_text(data)
        if name not in self._actions:
            raise Unfit.saying(unknown("the name of an action", name, self._actions))
        return self._actions[name]

    def _read_calendar(self, data: object) -> Calendar:
        """A calendar that a term has of its own, by its name."""
        name = read_text(data)
        if name not in self._calendars:
            raise Unfit.saying(unknown("the name of a calendar", name, self._calendars))
        return self._calendars[name]

    def _items(self, data: object) -> list[object]:
        return read_items(data, self.read)

    def read_text(self, data: object, _: object = None) -> str:
        """A text, or a sentence with its words."""
        if isinstance(data, str):
            return read_text(data)
        hooks: dict[str, Hook] = {"text": read_text, "sentence": read_text, "words": self._read_words}
        every = {**hooks, "scope": self._read_scope}
        fields = read_fields(data, every, hooks, "a text, or a sentence with its words")
        sentence, words = cast("str", fields["sentence"]), cast("dict[str, object]", fields["words"])
        known = PLAIN if words else self._scopes.get(sentence, PLAIN)  # what was written before names had a scope
        text, scope = cast("str", fields["text"]), cast("Scope", fields.get("scope", known))
        try:
            as_long = length(sentence, words, in_english, one_or_more) == len(text)  # a few words may come to gigabytes
            said = Said(sentence, words, scope) if as_long else None
        except Exception:  # a word may be anything, and be of a class that can't tell itself
            raise Unfit.saying("a sentence that can be said with its words") from None
        if said is None or said != text:
            raise Unfit(DocumentFault("text", "it is not what the sentence says with its words"))
        return said

    def own(self, text: str, kind: str) -> str:
        """A text that was read where a name of that kind stands, as the lifecycle's own."""
        return text if isinstance(text, Said) else scoped(text, self._process, kind)

    @staticmethod
    def _read_scope(data: object, _: object) -> Scope:
        scope = tuple(read_items(data, read_text, "a process and a kind of name"))
        if len(scope) != 2:
            raise Unfit.saying("a process and a kind of name")
        return scope

    def _read_words(self, data: object, _: object) -> dict[str, object]:
        names = an_object(data) or {}
        return read_fields(data, dict.fromkeys(names, self.read), (), "an object with a word for each place")


def _names_of(lifecycle: Lifecycle[Entity[State], Action]) -> Iterator[str]:
    """Every text by which a lifecycle and its law name something; of two that read the same the last is taken."""
    yield from (scoped(value.name, "", "value") for value in (*lifecycle.law.values, lifecycle.law.last_day))
    for row in lifecycle.rows:
        yield from (row.never, row.who_remedy, *(text for guard in row.given for text in (guard.remedy, guard.text)))
    yield from (deadline.provided for deadline in lifecycle.deadlines)
    yield from (lifecycle.name, *(part.name for part in lifecycle.parts))
    yield from (deadline.name for deadline in lifecycle.deadlines)


def _values(thing: terms.Term) -> Iterator[tuple[str, object]]:
    """The fields of a term; its calendar, where it has one of its own."""
    values = ((field.name, getattr(thing, field.name)) for field in attrs.fields(type(thing)))
    return ((name, value) for name, value in values if name != "calendar" or value is not None)


def _calendars_of(lifecycle: Lifecycle[Entity[State], Action]) -> Iterator[Calendar]:
    """The calendars of a lifecycle: that of its law, those of offices, and those that its terms have of their own."""
    yield from (lifecycle.law.calendar, *lifecycle.law.calendar.own)
    for deadline in lifecycle.deadlines:
        yield from (term.days for term in deadline.terms if isinstance(term, terms.Term) and term.days is not None)


def _kinds_of(lifecycle: Lifecycle[Entity[State], Action]) -> Iterator[type]:
    """The classes and Enums that a lifecycle, its actions and its law speak of."""
    yield from {type(state): None for state in lifecycle.states}
    for part in lifecycle.parts:
        yield part.transitions[0].table.states
    yield from {type(kind): None for kind in lifecycle.kinds}
    seen: set[object] = set()
    for action in lifecycle.actions:
        yield from _within([field.type for field in fields_of(action)], seen)
    named = (term for deadline in lifecycle.deadlines for term in deadline.terms)
    within = (cast("Dated[object]", term) for term in named if isinstance(term, Dated))
    for value in (*lifecycle.law.values, *within):
        yield from _within([type(version.value) for version in value.versions], seen)


def _within(types: Iterable[object], seen: set[object]) -> Iterator[type]:
    for kind in types:
        if kind in seen:
            continue
        seen.add(kind)
        yield from _within(get_args(kind), seen)
        if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, Enum)) and not issubclass(kind, Action):
            yield kind
            if attrs.has(kind):
                yield from _within([field.type for field in fields_of(kind)], seen)
