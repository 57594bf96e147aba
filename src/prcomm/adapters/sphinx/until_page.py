"""The page that answers until when: its data, its words, and its form. What it shows was counted before."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from html import escape

from attrs import field, frozen
from docutils import nodes

from prcomm.adapters import says, sheets
from prcomm.adapters.pages import (
    BEGUN_ON,
    NEEDS_SCRIPTS,
    OUTSIDE,
    WHAT_IT_IS,
    WHICH_WEEK,
)
from prcomm.adapters.sphinx import things
from prcomm.adapters.sphinx.nodes import capital
from prcomm.adapters.sphinx.things import Thing
from prcomm.adapters.sphinx.until import Answered, Ends, Span, Way, answered, in_runs
from prcomm.core.calendar import hours
from prcomm.core.calendar.days import DayTable, day
from prcomm.core.calendar.law import Law
from prcomm.core.calendar.traces import ON
from prcomm.core.sources.citations import UNDER, Cites, Under, under
from prcomm.core.sources.people import Office
from prcomm.core.table.entities import Action
from prcomm.core.table.in_force import Row
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.messages import Say, named
from prcomm.labels import Labels
from prcomm.processes import AnyLifecycle

WHICH_PROCESS, AT_TIME, OTHER_DAY = (
    says("in which process"),
    says("at what time"),
    says("the day that is named: of a meeting, of an event, or when it was learned"),
)
DUTY, BINDS, IF_ROLLED, NOT_BEFORE = (
    says("what is to be done"),
    says("last day, which binds"),
    says("moved to a working day: by analogy only"),
    says("not before"),
)
IF_DONE, AT_MOST = says("after: {actions}"), says("at most until")
RECEIVED, UNTIL_DAY = says("received {on}"), says("{what}: until {day}")
COPY, COPY_LINK, COPIED = says("copy the sentence"), says("copy the link to this answer"), says("copied")
INTO_A_CALENDAR, PRINT = says("into a calendar (.ics)"), says("print")
CALENDAR, DAYS_OFF = says("the days on a calendar"), says("days off on the way")
NO_NUMBER, NOTHING = says("promptly; the law names no number of days"), says("nothing is owed by then")
NAME_THE_DAY = says("name the other day")
PROVISIONAL = says("provisional: the days off of {year} are not decreed yet")
ONLY_IF = says("only if: {what}")
DAY_ZERO = says("the day of receipt, which is not counted")
WORKED = says("a day of rest that is worked")
NOT_MOVED = says(
    "if the last day is a day off, it stays the last day: no rule of the law that counts these terms moves it. That it "
    "moves to the next working day is an analogy with neighbouring codes; to be safe, finish by the control day"
)
AFTER_HOURS = says("after working hours: it counts as received on the next working day for what is due the same day")

MARGIN = timedelta(days=40), timedelta(days=1500)
"""How many days beside those asked about the calendar has."""
DATA = "until-data.js"
PLACES = "[places]"


@frozen(eq=False)
class UntilWhen:
    """Until when what runs from the beginning of some processes is to be done, from each day of some years.

    Attributes:
        lifecycles: the processes; one of which nothing runs from its beginning is left out.
        labels: what things are called.
        span: the days for which there is an answer.
        answers: each process with what runs from its beginning.
    """

    lifecycles: tuple[AnyLifecycle, ...]
    labels: Labels
    span: Span = field(init=False)
    answers: tuple[tuple[AnyLifecycle, tuple[Answered, ...]], ...] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        span = Span.of(self.law)
        found = ((one, tuple(answered(one, span))) for one in self.lifecycles)
        object.__setattr__(self, "span", span)
        object.__setattr__(self, "answers", tuple((one, several) for one, several in found if several))

    @property
    def law(self) -> Law:
        """The law whose calendar is shown: that of the first process."""
        return self.lifecycles[0].law

    def items(self) -> Iterator[tuple[AnyLifecycle, Answered]]:
        """Every duty with its process."""
        for lifecycle, several in self.answers:
            for one in several:
                yield lifecycle, one

    # -- the data, which are the same in every language

    def data(self) -> dict[str, object]:
        """What the page looks up, as JSON has it."""
        rolls = [self.lifecycles[0].context_on(on.toordinal()).rolls for on in self.span.days()]
        return {
            "first": self.span.first.isoformat(),
            "last": self.span.last.isoformat(),
            "sure": sorted(self.law.calendar.sure or ()),
            "rolls": in_runs(map(int, rolls)),
            "calendar": self._calendar(),
            "items": [self._item(lifecycle, one) for lifecycle, one in self.items()],
        }

    def _calendar(self) -> dict[str, object]:
        first, last = self.span.first - MARGIN[0], self.span.last + MARGIN[1]
        span = range(first.toordinal(), last.toordinal() + 1)
        reasons = self._reasons()
        weeks: dict[str, object] = {}
        for week in (5, 6):
            office = Office("-", zone=self.law.zone or "UTC", week=week)
            table = self.law.calendar.of(office)
            special = {o - span.start: reasons.index(said) for o in span if (said := _said_of(table, o)) is not None}
            eves = [o - span.start for o in span if table.shorter(o) and table.works(o)]
            closes = [f"{hours.closing(span.start + eve, table, office):%H:%M}" for eve in eves[:1]]
            weeks[str(week)] = {
                "works": "".join("1" if table.works(o) else "0" for o in span),
                "special": special,
                "eves": eves,
                "closes": [f"{office.closes:%H:%M}", *closes],
            }
        return {"first": first.isoformat(), "weeks": weeks}

    def _reasons(self) -> list[tuple[str, Cites, bool]]:
        """Why days are off, or worked, that the week has otherwise; each once."""
        first, last = self.span.first - MARGIN[0], self.span.last + MARGIN[1]
        found: dict[tuple[str, Cites, bool], None] = {}
        for week in (5, 6):
            table = self.law.calendar.of(Office("-", zone=self.law.zone or "UTC", week=week))
            for o in range(first.toordinal(), last.toordinal() + 1):
                said = _said_of(table, o)
                if said is not None:
                    found.setdefault(said)
        return list(found)

    def _item(self, lifecycle: AnyLifecycle, one: Answered) -> dict[str, object]:
        of = lifecycle.name
        return {
            "process": of,
            "deadline": one.deadline.name,
            "kinds": [kind.name for kind in one.kinds],
            "named": one.named,
            "least": one.least,
            "hour": one.by_the_hour,
            "terms": [(day - self.span.first).days for day, _ in one.terms],
            "ways": [
                {
                    "by": [move.__name__ for move in way.moves],
                    "ends": {key: _short(ends) for key, ends in way.ends.items()},
                }
                for way in one.ways
            ],
        }

    # -- the words

    def words(self, lang: str) -> dict[str, object]:
        """What the page says in a language."""
        say = self.labels.say(lang)
        return {
            "weekdays": list(map(say, ON)),
            "processes": {one.name: capital(say(one.name)) for one, _ in self.answers},
            "kinds": {f"{one.name}.{kind.name}": _kind(kind, say) for one, _ in self.answers for kind in one.kinds},
            "items": [self._said(lifecycle, one, say) for lifecycle, one in self.items()],
            "reasons": [
                (f"{say(WORKED)}: {say(named(why))}" if worked else say(named(why)), under(cites, None, say))
                for why, cites, worked in self._reasons()
            ],
            "heads": [capital(say(one)) for one in (DUTY, BINDS, sheets.CONTROL, IF_ROLLED, sheets.OWED_BY, UNDER)],
            **{key: say(word) for key, word in SAID.items()},
            **{key: str(make("{0}", say)) for key, make in FILLED.items()},
            "outside": say(OUTSIDE(first=_told(self.span.first), last=_told(self.span.last))),
        }

    def _said(self, lifecycle: AnyLifecycle, one: Answered, say: Say) -> dict[str, object]:
        deadline = one.deadline
        return {
            "what": say(named(deadline.name)),
            "terms": [say(term) if term is not None else "" for _, term in one.terms],
            "who": say(deadline.owed_by),
            "under": say(Under(deadline.cites, deadline.basis)),
            "if": say(ONLY_IF(what=named(deadline.provided))) if deadline.provided else "",
            "ways": [self._way(lifecycle, one, way, say) for way in one.ways],
        }

    def _way(self, lifecycle: AnyLifecycle, one: Answered, way: Way, say: Say) -> dict[str, object]:
        rows = [self._lengthens(lifecycle, move, one) for move in way.moves]
        return {
            "after": say(IF_DONE(actions=tuple(way.moves))) if way.moves else "",
            "who": "; ".join(dict.fromkeys(say(row.who.roles) for row in rows)),
            "under": "; ".join(dict.fromkeys(say(Under(row.cites, row.basis)) for row in rows)),
        }

    def _lengthens(self, lifecycle: AnyLifecycle, move: type[Action], one: Answered) -> Row:
        """The row by which a term of these kinds is moved."""
        rows = (row for row in lifecycle.rows if row.action is move and not row.never)
        return next(row for row in rows if not row.only or not one.kinds or set(one.kinds) & set(row.only))


SAID = {
    "none": NO_NUMBER,
    "nothing": NOTHING,
    "name": NAME_THE_DAY,
    "atMost": AT_MOST,
    "notBefore": NOT_BEFORE,
    "zero": DAY_ZERO,
    "copied": COPIED,
    "afterHours": AFTER_HOURS,
    "daysOff": DAYS_OFF,
    "promptly": sheets.LAST,
}
"""Words that the page shows as they are."""
FILLED: dict[str, Callable[[str, Say], str]] = {
    "received": lambda place, say: say(RECEIVED(on=place)),
    "until": lambda place, say: say(UNTIL_DAY(what=place, day="{1}")),
    "provisional": lambda place, say: say(PROVISIONAL(year=place)),
}
"""Sentences in which the page puts a day, a name or a year."""


def _kind(kind: Kind, say: Say) -> str:
    """What a kind is called; what code calls it, as people write."""
    told = say(kind)
    return kind.name.replace("_", " ").lower() if told == kind.name else told


def _said_of(table: DayTable, o: int) -> tuple[str, Cites, bool] | None:
    """Why a day is off, or worked, other than by the week."""
    worked = table.why_worked(o)
    if worked is not None:
        return worked.reason, worked.cites, True
    off = table.why_off(o)
    if off is None or (day(o).isoweekday() in table.rest and off.cites == table.calendar.rest):
        return None
    return off.reason, off.cites, False


def _short(ends: Iterable[Ends]) -> dict[str, list[object]]:
    """The days in short: by how many they lie after the beginning, or where, counted from the first day of all."""
    by = list(ends)
    after = in_runs(by)
    on = in_runs(None if end is None else end if end < -1000 else end + n for n, end in enumerate(by))
    return {"after": after} if len(after) <= len(on) else {"on": on}


def _told(on: date) -> str:
    return f"{on:%d.%m.%Y}"


def form(until: UntilWhen, lang: str) -> nodes.raw:
    """The questions of the page and the places for their answers. Where things are told of is filled in when all pages
    are read."""
    say = until.labels.say(lang)
    fields = (
        _label(say(WHICH_PROCESS), _choice("process", {one.name: capital(say(one.name)) for one, _ in until.answers})),
        _label(say(WHAT_IT_IS), '<select name="kind"></select>', "kind"),
        _label(
            say(BEGUN_ON), f'<input type="date" name="day" min="{until.span.first}" max="{until.span.last}" required>'
        ),
        _label(say(AT_TIME), '<input type="time" name="time">', "time"),
        _label(say(OTHER_DAY), '<input type="date" name="named">', "named"),
        _label(say(WHICH_WEEK), _choice("week", {"5": "5", "6": "6"})),
    )
    buttons = (("copy", COPY), ("link", COPY_LINK), ("ics", INTO_A_CALENDAR), ("print", PRINT))
    pressed = "".join(
        f'<button type="button" name="{name}">{escape(capital(say(word)))}</button>' for name, word in buttons
    )
    words = json.dumps(until.words(lang), ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    html = (
        f'<form class="prcomm-until" lang="{lang}" autocomplete="off"><div class="prcomm-asked">{"".join(fields)}</div>'
        f'<output class="prcomm-sentence" aria-live="polite"></output><p class="prcomm-buttons">{pressed}</p>'
        '<div class="prcomm-dues prcomm-entries"></div>'
        f'<p class="prcomm-note">{escape(capital(say(NOT_MOVED)))}.</p>'
        f'<h2>{escape(capital(say(CALENDAR)))}</h2><div class="prcomm-days"></div>'
        f"<noscript><p>{escape(say(NEEDS_SCRIPTS))}</p></noscript>"
        f'<script type="application/json" class="words">{words}</script>'
        f'<script type="application/json" class="places">{PLACES}</script></form>'
    )
    told = [things.deadline(lifecycle, one.deadline.name) for lifecycle, one in until.items()]
    return nodes.raw("", html, format="html", things=told)


def with_places(made: nodes.raw, where: Callable[[Thing], str]) -> None:
    """Fill in where the things are told of to which a form refers.

    Args:
        made: the form.
        where: the address of a thing, from the page of the form; empty for what no page tells of.
    """
    places = json.dumps([where(thing) for thing in made["things"]])
    made.children = [nodes.Text(made.astext().replace(PLACES, places))]
    made.rawsource = ""


def _label(words: str, control: str, name: str = "") -> str:
    marked = f' class="{name}"' if name else ""
    return f"<label{marked}><span>{escape(capital(words))}</span> {control}</label>"


def _choice(name: str, options: dict[str, str]) -> str:
    told = "".join(f'<option value="{escape(value)}">{escape(words)}</option>' for value, words in options.items())
    return f'<select name="{name}">{told}</select>'
