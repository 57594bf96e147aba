"""The picture of an entity: what was done, when and by whom, what was owed meanwhile, and what an audit noted."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from attrs import field, frozen
from pendulum import DateTime

from prcomm.adapters.diagrams import svg
from prcomm.adapters.diagrams.blocks import QUIET, QUIET_HIGH, TEXT, TEXT_HIGH, TITLE, TITLE_HIGH, mark_wide
from prcomm.adapters.diagrams.border import drawable
from prcomm.adapters.diagrams.roles import letters
from prcomm.adapters.diagrams.text_metrics import width, wrapped
from prcomm.adapters.sheets import ENDED, ENTITY, LAST, MET
from prcomm.core.questions.audits import Finding
from prcomm.core.sources.people import Role
from prcomm.core.table.dues import Due, Status, which
from prcomm.core.table.entities import Entity, Record, State
from prcomm.core.values.messages import Say, in_english, named

MARGIN, LANE, SPACE = 4, 26, 10
WIDEST = 734
WHEN, AXIS, WHAT = 4, 144, 166
"""Where the instant stands, the line of time, and what was done."""
ROOMIEST, NARROWEST = 520, 240
"""How wide the texts are: less, where many dues stand beside them."""
BAD = frozenset({Status.OVERDUE, Status.LATE, Status.TOO_EARLY})


@frozen(eq=False)
class _Row:
    """One row: an action, or the last day of a due.

    Attributes:
        at: when, in seconds, for the order.
        when: when, as it is shown.
        head: what, in a line or more.
        more: who, and what else there is to say.
        bad: what was against it.
        role: in what role it was done.
        top: how far down.
    """

    at: float
    when: str
    head: tuple[str, ...]
    more: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    role: Role | None = None
    top: float = field(default=0, kw_only=True)

    @property
    def height(self) -> float:
        return len(self.head) * TEXT_HIGH + (len(self.more) + len(self.bad)) * QUIET_HIGH + SPACE


def timeline(
    entity: Entity[State],
    dues: Iterable[Due] = (),
    findings: Iterable[Finding] = (),
    *,
    at: DateTime | None = None,
    say: Say = in_english,
) -> str:
    """The life of an entity as SVG: its records from above, and beside them what was owed and by when.

    Raises ``BadInput`` for what is no entity.

    Args:
        entity: the entity.
        dues: what was and is owed: ``lifecycle.due(entity, at)``.
        findings: what an audit noted: ``lifecycle.audit(actions, at).findings``.
        at: the instant as of which the dues are shown; that of the last action without it.
        say: in which language: ``prcomm.labels.say("uz")``.
    """
    drawable("entity", entity, Entity)
    return _Timeline(entity, tuple(dues), tuple(findings), at or entity.history[-1].action.at, say).drawn()


@frozen(eq=False)
class _Timeline:
    """A picture in the making."""

    entity: Entity[State]
    dues: tuple[Due, ...]
    findings: tuple[Finding, ...]
    at: DateTime
    say: Say

    @property
    def letters(self) -> Mapping[Role, str]:
        """The letters of whoever acted."""
        return letters(dict.fromkeys(record.action.by.role for record in self.entity.history), self.say)

    @property
    def room(self) -> float:
        """How wide the texts are."""
        return max(NARROWEST, min(ROOMIEST, WIDEST - 2 * MARGIN - WHAT - LANE * len(self.dues)))

    def drawn(self) -> str:
        entity, say = self.entity, self.say
        words = {"process": type(entity), "id": entity.id, "state": entity.state, "version": entity.version}
        label = say(ENTITY(**words))
        across = WHAT + self.room + LANE * len(self.dues) + 2 * MARGIN
        title = wrapped(label, across, TITLE, bold=True)
        inside = [svg.lines(MARGIN, MARGIN, title, TITLE_HIGH, TITLE, "title")]
        rows = self._rows(MARGIN + len(title) * TITLE_HIGH + SPACE)
        bottom = rows[-1].top + rows[-1].height
        inside.append(f'<path class="mark" d="M{AXIS} {rows[0].top:g}V{bottom - SPACE:g}"/>')
        inside += map(self._row, rows)
        for n, due in enumerate(self.dues):
            inside += self._lane(due, n, WHAT + self.room + LANE * n + LANE / 2, rows)
        legend, bottom = self._legend(across, bottom + SPACE)
        return svg.picture(label, across, bottom + MARGIN, *inside, *legend, roles=self.letters)

    def _rows(self, top: float) -> list[_Row]:
        rows = sorted((*self._acts(), *self._last_days()), key=lambda row: row.at)
        placed: list[_Row] = []
        for row in rows:
            placed.append(_Row(row.at, row.when, row.head, row.more, row.bad, row.role, top=top))
            top += row.height
        return placed

    def _acts(self) -> Iterator[_Row]:
        steps: dict[int, list[Finding]] = {}
        for finding in self.findings:
            if finding.step is not None:
                steps.setdefault(finding.step, []).append(finding)
        for n, record in enumerate(self.entity.history):
            yield self._act(record, steps.get(n, ()))

    def _act(self, record: Record, findings: Iterable[Finding]) -> _Row:
        say, action = self.say, record.action
        bad = [say(finding) for finding in findings] or [say(named(reason.text)) for reason in record.against]
        return _Row(
            action.at.timestamp(),
            say(action.at)[:16],
            wrapped(f"{say(type(action))} → {say(record.state)}", self.room, TEXT),
            wrapped(f"{say(action.by)}; {say(record.cites)}", self.room, QUIET),
            tuple(line for text in bad for line in wrapped(text, self.room, QUIET)),
            action.by.role,
        )

    def _last_days(self) -> Iterator[_Row]:
        for n, due in enumerate(self.dues):
            if due.last is not None and due.status(self.at) is not Status.LIFTED:  # what is lifted has no last day more
                text = f"{n + 1} · {self.say(LAST)}: {self._named(due)}"
                bad = due.status(self.at) in BAD
                lines = wrapped(text, self.room, QUIET)
                yield _Row(
                    _moment(due.last, self.at), self.say(due.last)[:16], (), () if bad else lines, lines if bad else ()
                )

    def _named(self, due: Due) -> str:
        return self.say(which(due))

    def _row(self, row: _Row) -> str:
        kind = "" if row.head else "quiet"
        inside = [svg.text(WHEN, row.top, row.when, TEXT if row.head else QUIET, kind)]
        if row.role is not None:
            short = self.letters[row.role]
            inside.append(svg.role_mark(row.role, short, AXIS - mark_wide(short) / 2, row.top + 1))
        inside.append(svg.lines(WHAT, row.top, row.head, TEXT_HIGH))
        below = row.top + len(row.head) * TEXT_HIGH
        inside.append(svg.lines(WHAT, below, row.more, QUIET_HIGH, QUIET, "quiet"))
        below += len(row.more) * QUIET_HIGH
        inside.append(svg.lines(WHAT, below, row.bad, QUIET_HIGH, QUIET, "quiet bad"))
        return svg.group("row", *inside)

    def _lane(self, due: Due, n: int, x: float, rows: list[_Row]) -> Iterator[str]:
        """A bar from where a due began to its last day, red from there to when it was met or ended, if that was
        later; a thin broken one to where it was lifted."""
        first = _y(rows, _moment(due.start, self.at, first=True))
        met = None if due.met is None else _y(rows, _moment(due.met, self.at, first=True))
        closed = met if due.ended is None else _y(rows, _moment(due.ended, self.at, first=True))
        status = due.status(self.at)
        lifted = status is Status.LIFTED
        last = closed or rows[-1].top if due.last is None or lifted else _y(rows, _moment(due.last, self.at))
        late = (closed or rows[-1].top) if status in BAD else None
        number = str(n + 1)
        inside = [svg.text(x - 6 - width(number, QUIET), first - 2, number, QUIET, "quiet")]
        look = "mark less lifted" if lifted else "bar"
        inside.append(f'<path class="{look}" d="M{x:g} {first:g}V{max(last, first) + 8:g}"/>')
        if late is not None and late > last:
            inside.append(f'<path class="bar badbar" d="M{x:g} {last + 8:g}V{late + 8:g}"/>')
        if met is not None:
            inside.append(svg.dot(x - 4, met + 3, 8))
        yield svg.linked(None, f"{self._named(due)}: {self.say(status)}", *inside)

    def _legend(self, across: float, y: float) -> tuple[list[str], float]:
        shown: list[str] = []
        for n, due in enumerate(self.dues):
            status = due.status(self.at)
            days = ((LAST, due.last), (MET, due.met), (ENDED, due.ended))
            told = "; ".join(f"{self.say(name)} {self.say(day)[:16]}" for name, day in days if day is not None)
            text = f"{n + 1} · {self._named(due)}: {self.say(status)}" + (f" ({told})" if told else "")
            lines = wrapped(text, across - 2 * MARGIN, TEXT)
            shown.append(svg.lines(MARGIN, y, lines, TEXT_HIGH, TEXT, "bad" if status in BAD else ""))
            y += len(lines) * TEXT_HIGH + 3
        for finding in self.findings:
            if finding.step is None:
                lines = wrapped(self.say(finding), across - 2 * MARGIN, TEXT)
                shown.append(svg.lines(MARGIN, y, lines, TEXT_HIGH, TEXT, "bad"))
                y += len(lines) * TEXT_HIGH + 3
        return shown, y


def _moment(day: date, like: DateTime, *, first: bool = False) -> float:
    """An instant of a day, in seconds: its beginning, or its very end."""
    if isinstance(day, datetime):
        return day.timestamp()
    begins = datetime(day.year, day.month, day.day, tzinfo=like.tzinfo)
    return (begins if first else begins.replace(hour=23, minute=59, second=59)).timestamp()


def _y(rows: Iterable[_Row], at: float) -> float:
    """How far down the first row stands that is not before an instant; else the last row."""
    several = list(rows)
    return next((row.top for row in several if row.at >= at), several[-1].top)
