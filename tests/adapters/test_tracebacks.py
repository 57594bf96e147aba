"""What tools show that look past a repr: rich's pretty printer, and tracebacks with the values of their frames."""

import importlib
import io
import pkgutil
import traceback

import attrs
import pendulum
import pytest
from attrs import frozen
from rich.console import Console
from rich.pretty import pretty_repr
from rich.traceback import Traceback

import prcomm
from prcomm import PROCESSES, Actor, Person, Refused
from prcomm.citizens.appeals import APPEAL, COMPLAINT, Channel, Form, ProtectIdentity, Receive
from prcomm.law import office
from prcomm.law.roles import APPELLANT, REGISTRAR
from prcomm.testing import drawn, lives

OFFICE = office("district")
WHO = ("+998901112233", "Qodirova", "Navoi 1", "q@example.uz")
PERSON = Person("p-17", WHO[1], WHO[2], contacts=WHO[3:])
THEY = Actor(WHO[0], APPELLANT, of="p-17")


def at(day: int) -> pendulum.DateTime:
    return pendulum.datetime(2026, 3, day, 10, tz=OFFICE.tz)


RECEIVE = Receive(
    at=at(3), by=Actor("desk", REGISTRAR), case="1", kind=COMPLAINT, form=Form.WRITTEN, channel=Channel.POST,
    office=OFFICE, appellants=(PERSON,), reply_to=WHO[0],
)  # fmt: skip
PROTECTED = APPEAL.apply(APPEAL.begin(RECEIVE), ProtectIdentity(at=at(4), by=THEY))


def told(text: str) -> list[str]:
    return [one for one in WHO if one in text]


def with_locals(error: Exception) -> str:
    """What rich and what Python show of an error, with every value in its frames."""
    console = Console(file=io.StringIO(), width=250)
    options = {"show_locals": True, "locals_max_string": None, "locals_max_length": None, "max_frames": 200}
    console.print(Traceback.from_exception(type(error), error, error.__traceback__, **options))
    shown = console.file.getvalue()
    assert "─ locals ─" in shown
    return shown + "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


class TestWhatRichShows:
    @pytest.mark.parametrize(
        "thing",
        [THEY, PERSON, RECEIVE, PROTECTED, PROTECTED.history, {"who": [THEY, RECEIVE]}, APPEAL.due(PROTECTED, at(5))],
    )
    def test_nobody(self, thing):
        assert told(pretty_repr(thing)) == []

    def test_what_is_told_is_what_the_repr_tells(self):
        assert pretty_repr(THEY, max_width=200) == repr(THEY)
        assert pretty_repr(Actor("desk 1", REGISTRAR, of="r-7"), max_width=200) == repr(
            Actor("desk 1", REGISTRAR, of="r-7")
        )
        assert "appellants=<hidden>" in pretty_repr(RECEIVE)
        assert "kind=<AppealKind.COMPLAINT: 3>" in pretty_repr(RECEIVE)
        assert "history=<2>" in pretty_repr(PROTECTED)

    def test_every_class_that_shows_a_field_otherwise_shows_it_so_here_too(self):
        """Whoever adds a class with ``field(repr=hidden)`` is told of it here."""
        modules = [one.name for one in pkgutil.walk_packages(prcomm.__path__, "prcomm.") if "__main__" not in one.name]
        kinds = {
            kind for name in modules for kind in vars(importlib.import_module(name)).values() if isinstance(kind, type)
        }
        own = [kind for kind in kinds if attrs.has(kind) and kind.__module__.startswith("prcomm")]
        otherwise = [kind for kind in own if any(callable(one.repr) for one in attrs.fields(kind))]
        assert len(otherwise) > 50
        assert [kind for kind in otherwise if not hasattr(kind, "__rich_repr__")] == []

    @pytest.mark.parametrize("process", ["appeal", "reception", "accreditation", "release"])
    def test_of_any_life_it_is_what_the_repr_tells(self, process):
        for entity in drawn(lives(PROCESSES[process]), 5, by=1):
            assert pretty_repr(entity, max_width=10**6, expand_all=False).replace(" ", "") == repr(entity).replace(
                " ", ""
            )


class TestTracebacksWithLocals:
    def test_of_a_refusal(self):
        with pytest.raises(Refused) as caught:
            APPEAL.apply(PROTECTED, ProtectIdentity(at=at(2), by=THEY))
        assert told(with_locals(caught.value)) == []

    def test_of_a_guard_that_fails(self):
        """A defect inside: all the frames of the library are in it, down to the one that failed."""

        @frozen(repr=False)
        class Broken(Actor):
            @property
            def known_as(self):
                raise RuntimeError

        with pytest.raises(RuntimeError) as caught:
            APPEAL.apply(APPEAL.begin(RECEIVE), ProtectIdentity(at=at(4), by=Broken(WHO[0], APPELLANT, of="p-17")))
        assert told(with_locals(caught.value)) == []

    def test_of_the_hosts_own_frames(self):
        def asks():
            appeal, who, several = PROTECTED, THEY, {"people": [PERSON, RECEIVE]}
            raise LookupError(len((appeal, who, several)))

        with pytest.raises(LookupError) as caught:
            asks()
        assert told(with_locals(caught.value)) == []

    def test_the_search_would_find_them(self):
        def asks():
            name = PERSON.name
            raise LookupError(len(name))

        with pytest.raises(LookupError) as caught:
            asks()
        assert told(with_locals(caught.value)) == ["Qodirova"]
