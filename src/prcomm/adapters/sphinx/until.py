"""Until when? A table of answers made by the library, for a page that only looks them up."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from html import escape
from typing import cast

from attrs import evolve, field, frozen
from docutils import nodes
from pendulum import DateTime

from prcomm.adapters import pages, sheets
from prcomm.adapters.examples import begun
from prcomm.adapters.json import Codec
from prcomm.adapters.sphinx.nodes import capital
from prcomm.core.calendar.traces import ON, TraceLine
from prcomm.core.sources.citations import under
from prcomm.core.sources.people import Office
from prcomm.core.table.deadlines import Deadline, Move
from prcomm.core.table.dues import Due
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Say, named
from prcomm.labels import Labels
from prcomm.processes import AnyLifecycle

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)
WEEKS = (5, 6)
HOURS = (time(10), time(19))
"""Before and after the office closes."""
SHOWN = ("last", "raw", "rolled", "control")
"""The days of an answer, in the order in which the page shows them."""


@frozen
class Asked:
    """A question that the page answers for each day: of these kinds, in this week, before or after hours.

    Attributes:
        kinds: the kinds for which the answer is the same.
        week: how many working days the week has.
        after: whether it came after working hours.
        answers: for each day from the first, the number of its answer.
    """

    kinds: tuple[Kind, ...]
    week: int
    after: bool
    answers: tuple[int, ...]


@frozen(eq=False)
class UntilWhen:
    """Until when a deadline runs that begins on each day of some years, and why.

    Attributes:
        lifecycle: the process.
        deadline: its deadline.
        labels: what things are called.
        first: the first day.
        last: the last day.
    """

    lifecycle: AnyLifecycle
    deadline: Deadline[Entity[State], Action]
    labels: Labels
    first: date = FIRST
    last: date = LAST
    _lines: dict[TraceLine, int] = field(factory=dict[TraceLine, int], init=False, repr=False)
    _answers: dict[str, int] = field(factory=dict[str, int], init=False, repr=False)

    def data(self) -> dict[str, object]:
        """Everything the page needs, as JSON has it."""
        asked = list(self._asked())
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "days": [day.isoformat() for day in self._span()],
            "answers": [json.loads(answer) for answer in self._answers],
            "asked": [
                {
                    "kinds": [kind.name for kind in one.kinds],
                    "week": one.week,
                    "after": one.after,
                    "answers": list(one.answers),
                }
                for one in asked
            ],
            "words": {lang: self._words(self.labels.say(lang), asked) for lang in self.labels.languages},
        }

    def _words(self, say: Say, asked: list[Asked]) -> dict[str, object]:
        groups = dict.fromkeys(one.kinds for one in asked)
        return {
            "weekdays": list(map(say, ON)),
            "lines": [line.rendered(say).strip() for line in self._lines],
            "kinds": {",".join(kind.name for kind in kinds): say(kinds) for kinds in groups},
            "longer": {",".join(kind.name for kind in kinds): self._longer(kinds, say) for kinds in groups},
            "answer": f"{say(sheets.LAST)}: {say(named(self.deadline.name))}",
            "days": [say(sheets.DAYS[name]) for name in SHOWN],
            "none": say(pages.OUTSIDE(first=self.first, last=self.last)),
        }

    def _longer(self, kinds: tuple[Kind, ...], say: Say) -> list[str]:
        """What may move the term of these kinds, under which article, and who may, by what: as the rows have it."""
        moves = [move.by for move in self.deadline.moves if isinstance(move, Move)]
        rows = [row for row in self.lifecycle.rows if row.action in moves and self.lengthens(row.action)]
        mine = [row for row in rows if not row.only or not kinds or set(kinds) & set(row.only)]
        told = [f"{say(row.action)}: {_by_what(row, say)}" for row in mine]
        return list(dict.fromkeys(told)) or [say(pages.NOBODY())]

    def lengthens(self, action: type[Action]) -> bool:
        """Whether an action gives more time, and does not end the matter or lift the limit."""
        ends = {*self.deadline.until, *self.deadline.met_by}
        return action not in ends

    def _asked(self) -> Iterator[Asked]:
        kinds: tuple[Kind | None, ...] = tuple(self.deadline.only) or self.lifecycle.kinds or (None,)
        for week in WEEKS:
            for hour in HOURS:
                same: dict[tuple[int, ...], list[Kind]] = {}
                for kind in kinds:
                    same.setdefault(tuple(self._days(kind, week, hour)), []).extend([kind] if kind else [])
                for answers, of in same.items():
                    yield Asked(tuple(of), week, hour > time(18), answers)

    def _days(self, kind: Kind | None, week: int, hour: time) -> Iterator[int]:
        office = Office("-", zone=self.lifecycle.law.zone or "UTC", week=week)
        began = self._begun(kind, office)
        for day in self._span():
            at = DateTime.instance(datetime.combine(day, hour), tz=office.tz)
            entity = self.lifecycle.enter(None, evolve(began, at=at), ())
            due = next((due for due in self.lifecycle.due(entity, at) if due.name == self.deadline.name), None)
            yield self._answer(due)

    def _span(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def _begun(self, kind: Kind | None, office: Office) -> Action:
        at = DateTime.instance(datetime.combine(self.first, time(10)), tz=office.tz)
        entity = begun(Codec(self.lifecycle), self.deadline, at, office, {}, kind)
        first, *later = entity.history
        if later:
            raise BadInput(f"until when: {self.deadline.name}", ("a deadline that runs from the very beginning",))
        return first.action

    def _answer(self, due: Due | None) -> int:
        told: list[object] = []
        if due is not None:
            days = sheets.days_of(due)
            told = [
                [_day(days[name]) for name in SHOWN],
                [[_day(ln.day), int(ln.counted), self._line(ln)] for ln in due.trace],
            ]
        return self._answers.setdefault(json.dumps(told), len(self._answers))

    def _line(self, line: TraceLine) -> int:
        """The number of what a line says beside its day."""
        words = evolve(line, day=None)
        return self._lines.setdefault(words, len(self._lines))


def _by_what(row: Row, say: Say) -> str:
    """Who may by a row, and under what it stands where another source names them; or that it is forbidden."""
    rests_on = under(row.cites, row.basis, say)
    if row.never:
        return f"{say(named(row.never))} ({rests_on})"
    return say(row.who) if row.who_cites == row.cites else f"{say(row.who)}; {rests_on}"


def _day(day: date | None) -> tuple[str, int] | None:
    """A day and which of the week it is."""
    return None if day is None else (str(day)[:10], day.weekday())


def form(until: UntilWhen, lang: str, data: dict[str, object]) -> nodes.raw:
    """The questions of the page and the places for their answers. It counts no day: what it says was counted before."""
    say = until.labels.say(lang)
    words = cast("dict[str, dict[str, dict[str, str]]]", data["words"])[lang]
    hours = {"": say(pages.BEFORE_CLOSING), "after": say(pages.AFTER_CLOSING)}
    weeks = {str(week): str(week) for week in WEEKS}
    choices = (
        _choice("kind", say(pages.WHAT_IT_IS), words["kinds"]),
        _choice("hours", say(pages.WHAT_HOUR), hours),
        _choice("week", say(pages.WHICH_WEEK), weeks),
    )
    range_ = f'min="{until.first}" max="{until.last}"'
    day = f'<input type="date" name="day" {range_} value="{until.last.year}-03-16">'
    html = (
        f'<form class="prcomm-until" data-lang="{lang}"><label>{escape(say(pages.BEGUN_ON))} {day}</label>'
        f'{"".join(choices)}<output aria-live="polite"></output>'
        f'<h2>{escape(capital(say(sheets.WHY)))}</h2><pre class="prcomm-why"></pre>'
        f'<h2>{escape(capital(say(pages.WHO_LENGTHENS)))}</h2><ul class="prcomm-longer"></ul>'
        f"<noscript>{escape(say(pages.NEEDS_SCRIPTS))}</noscript></form>"
    )
    return nodes.raw("", html, format="html")


def _choice(name: str, label: str, options: dict[str, str]) -> str:
    told = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in options.items())
    return f'<label>{escape(label)} <select name="{name}">{told}</select></label>'
