"""A mapping drafted from a register: what was done in it, how often, when, in which order, for an expert to correct.

Nothing that only an expert knows is guessed: what stands for an action, a role or the process is left so that reading
the mapping tells it is missing. What the register itself shows is filled in: its columns, its activities, its format of
time.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Final

from attrs import define, field, frozen

from prcomm.adapters.json import BadDocument, DocumentFault
from prcomm.adapters.json.converting import fields_of
from prcomm.adapters.json.faults import meant
from prcomm.adapters.json.scalars import number_as_text
from prcomm.adapters.registers.by_case import ByCase
from prcomm.adapters.registers.lines import Cells, LineFault, RegisterLine, head
from prcomm.adapters.registers.ocel import ACTIVITY, TIME
from prcomm.adapters.registers.reading import Register, Seen
from prcomm.adapters.registers.templates import reader_of
from prcomm.processes import AnyLifecycle

LOOKED_AT: Final = 1000
"""By how many lines the columns are told apart."""
MOST: Final = 500
"""How many activities a mapping may have: more are no activities, but another column."""
FORMATS: Final = (
    "", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y",
    "%Y/%m/%d %H:%M:%S", "%Y/%m/%d %H:%M", "%d-%m-%Y %H:%M", "%d-%m-%Y %H:%M:%S", "%d-%m-%Y", "%Y.%m.%d %H:%M",
)  # fmt: skip
"""How an instant may be written; the first that reads every cell."""
_CALLED: Final[Mapping[str, tuple[str, ...]]] = {
    "case": ("case:concept:name", "case", "caseid", "case id", "file", "ish", "ish raqami", "дело", "номер дела", "id"),
    "activity": (
        "concept:name", ACTIVITY, "activity", "event", "action", "what", "done", "harakat", "amal", "действие",
        "событие", "операция", "status", "holat", "статус",
    ),
    "time": (
        "time:timestamp", TIME, "timestamp", "time", "date", "when", "at", "vaqt", "sana", "время", "дата",
        "дата и время",
    ),
    "who": ("org:resource", "resource", "who", "user", "by", "xodim", "kim", "сотрудник", "исполнитель", "кто"),
}  # fmt: skip
"""How columns are often called."""
_WORD: Final = re.compile(r"[^\W\d_]+")


@frozen
class Activity:
    """What was done in a register, by what it is called there.

    Attributes:
        name: what it is called.
        lines: how many lines there are of it.
        cases: in how many cases.
        first: when it was first, as the register writes it; empty where that can't be read.
        last: when it was last.
        place: where in a case it is on average: 0 at its beginning, 1 at its end.
        after: what it most often follows; empty if it most often begins a case.
    """

    name: str
    lines: int
    cases: int
    first: str
    last: str
    place: float
    after: str


@frozen
class Draft:
    """What is known of a register before anybody has said anything.

    Attributes:
        seen: how it is written.
        columns: its columns.
        case: the column taken for that of the case.
        activity: the column taken for that of the activity.
        time: the column taken for that of the time; empty if there seems to be none.
        who: the column taken for that of who did it; empty if there seems to be none.
        format: how it writes time; empty for ISO 8601, or as 18.03.2026 10:00.
        lines: how many lines it has.
        cases: how many cases.
        unread: how many lines can't be read.
        activities: its activities, in the order in which they usually come.
        mapping: the mapping, to be corrected.
    """

    seen: Seen
    columns: tuple[str, ...]
    case: str
    activity: str
    time: str
    who: str
    format: str
    lines: int
    cases: int
    unread: int
    activities: tuple[Activity, ...]
    mapping: Mapping[str, object] = field(repr=False)


def drafted(
    register: Register | Iterable[str], lifecycle: AnyLifecycle | None = None, *, case: str = "", activity: str = "",
    time: str = "",
) -> Draft:  # fmt: skip
    """What a register shows of itself, and a mapping drafted from it.

    Raises ``BadDocument`` for a register without lines, and where a column can't be found.

    Args:
        register: the register, as ``opened(file)``, or the lines of its text.
        lifecycle: the lifecycle of the process it is of, if that is known: activities called as its actions are taken
            for them.
        case, activity, time: the columns, where they are known.
    """
    register = Register.of(register)
    case = case or next(iter(register.cases), "")
    lines = register.lines((case,) if case else ()) if register.cases else register.lines()
    first = list(islice(lines, LOOKED_AT))
    cells = [line.cells for line in first if isinstance(line, RegisterLine)]
    if not cells:
        raise BadDocument("a register", (DocumentFault("", "it has no lines that can be read"),))
    named = _Columns(cells).told({"case": case, "activity": activity, "time": time})
    counting = _Counting(named)
    with ByCase() as cases:
        counting.gather(chain(first, lines), cases)
        several = len(cases)
        for _, of_case in cases:
            counting.count(of_case)
    activities = counting.activities()
    mapping = _mapping(named, activities, lifecycle)
    return Draft(
        register.seen(), named.columns, named.case, named.activity, named.time, named.who, named.format, counting.lines,
        several, counting.unread, activities, mapping,
    )  # fmt: skip


@frozen
class _Named:
    """Which column is what."""

    columns: tuple[str, ...]
    case: str
    activity: str
    time: str
    who: str
    format: str

    def text(self, cells: Cells, column: str) -> str:
        return str(number_as_text(cells.get(column)) or "")


@define
class _Columns:
    """Tells the columns of a register apart by how they are called and what is in them."""

    cells: Sequence[Cells]
    names: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.names = tuple(dict.fromkeys(name for cells in self.cells for name in cells if name))

    def told(self, given: Mapping[str, str]) -> _Named:
        found = {what: head(name) for what, name in given.items() if name}
        faults = [
            DocumentFault(what, f"there is no column {name!r}{meant(name, list(self.names))}")
            for what, name in found.items()
            if name not in self.names
        ]
        taken: list[str] = [name for name in found.values() if name]
        written = ""
        for what in ("time", "activity", "case", "who"):
            if what not in found:
                found[what] = self._called(what, taken)
                taken.append(found[what])
            if what == "time" and found[what]:
                written = self._format(found[what]) or ""
        told = f"no column seems to tell it: name one of the {len(self.names)} there are"
        faults += (DocumentFault(what, told) for what in ("case", "activity") if not found[what])
        if faults:
            raise BadDocument("a draft", faults)
        return _Named(self.names, found["case"], found["activity"], found["time"], found["who"], written)

    def _called(self, what: str, taken: Sequence[str]) -> str:
        """The column that is called so, or else the one that looks so."""
        free = [name for name in self.names if name not in taken]
        known = {name.casefold(): name for name in free}
        fit = {"time": self._is_time, "activity": self._is_activity, "case": self._is_case}.get(what, _never)
        for called in _CALLED[what]:
            if called in known and (what != "time" or fit(known[called])):
                return known[called]
        fitting = [name for name in free if fit(name)]
        different = {name: len(set(self._texts(name))) for name in fitting}
        if what == "case":
            return max(fitting, key=lambda name: different[name], default="")
        return min(fitting, key=lambda name: different[name] if what == "activity" else 0, default="")

    def _texts(self, name: str) -> list[str]:
        found = (number_as_text(cells.get(name)) for cells in self.cells)
        return [cell for cell in found if isinstance(cell, str) and cell]

    def _format(self, name: str) -> str | None:
        """How a column writes time; ``None`` if it holds none."""
        texts = self._texts(name)
        return next((one for one in FORMATS if texts and all(_reads(one, text) for text in texts)), None)

    def _is_time(self, name: str) -> bool:
        texts = self._texts(name)
        return len(texts) == len(self.cells) and not texts[0].isdigit() and self._format(name) is not None

    def _is_activity(self, name: str) -> bool:
        """Words, of which each comes again."""
        texts = self._texts(name)
        different = set(texts)
        words = bool(texts) and all(_WORD.search(text) for text in different)
        return words and len(texts) == len(self.cells) and 2 <= len(different) <= max(2, len(texts) // 2)

    def _is_case(self, name: str) -> bool:
        texts = self._texts(name)
        return len(texts) == len(self.cells) and 1 < len(set(texts)) < len(texts) and self._format(name) is None


def _never(name: str) -> bool:
    """Who did something is known by what its column is called, or not at all."""
    return False


def _reads(format: str, text: str) -> bool:
    try:
        reader_of(format)(text)
    except ValueError:
        return False
    return True


@define
class _Counting:
    """Counts what is done in the cases of a register."""

    named: _Named
    lines: int = 0
    unread: int = 0
    _often: Counter[str] = field(factory=Counter)
    _cases: Counter[str] = field(factory=Counter)
    _places: dict[str, float] = field(factory=dict)
    _after: dict[str, Counter[str]] = field(factory=dict)
    _when: dict[str, tuple[datetime, str, datetime, str]] = field(factory=dict)

    def gather(self, lines: Iterable[RegisterLine | LineFault], cases: ByCase) -> None:
        """Put the lines together by case; of each only what is counted is kept."""
        named = self.named
        for line in lines:
            self.lines += 1
            case = "" if isinstance(line, LineFault) else named.text(line.cells, named.case)
            if isinstance(line, LineFault) or not case:
                self.unread += 1
                continue
            told = named.text(line.cells, named.activity), named.text(line.cells, named.time)
            cases.add(case, RegisterLine(line.number, dict(zip(("activity", "time"), told, strict=True))))

    def count(self, lines: Sequence[RegisterLine]) -> None:
        """Count the lines of a case, in the order of time where that is known."""
        done = [(str(line.cells["activity"]), str(line.cells["time"])) for line in lines]
        times = [self._instant(time) for _, time in done]
        order = sorted(range(len(done)), key=lambda n: times[n].timestamp()) if all(times) else range(len(done))  # type: ignore[union-attr]  # all are there
        before = ""
        for place, n in enumerate(order):
            name, time = done[n]
            self._often[name] += 1
            self._places[name] = self._places.get(name, 0.0) + (place / (len(done) - 1) if len(done) > 1 else 0.0)
            self._after.setdefault(name, Counter())[before] += 1
            self._note(name, times[n], time)
            before = name
        self._cases.update({name for name, _ in done})

    def _instant(self, text: str) -> datetime | None:
        try:
            at = reader_of(self.named.format)(text)
        except ValueError:
            return None
        return at if at.tzinfo else at.astimezone()

    def _note(self, name: str, at: datetime | None, text: str) -> None:
        if at is None:
            return
        first, first_text, last, last_text = self._when.get(name, (at, text, at, text))
        if at < first:
            first, first_text = at, text
        if at > last:
            last, last_text = at, text
        self._when[name] = first, first_text, last, last_text

    def activities(self) -> tuple[Activity, ...]:
        """What was counted, in the order in which it usually comes. Raises ``BadDocument`` if it is no activities."""
        if len(self._often) > MOST:
            fault = f"{self.named.activity!r} holds {len(self._often)} different texts: that is no column of activities"
            raise BadDocument("a draft", (DocumentFault("activity", fault),))
        return tuple(sorted(self._each(), key=lambda one: (round(one.place, 3), -one.lines, one.name)))

    def _each(self) -> Iterator[Activity]:
        for name, lines in self._often.items():
            _, first, _, last = self._when.get(name, (None, "", None, ""))
            (after, _), *_ = self._after[name].most_common(1)
            yield Activity(name, lines, self._cases[name], first, last, self._places[name] / lines, after)


# -- the mapping


def _mapping(named: _Named, activities: Sequence[Activity], lifecycle: AnyLifecycle | None) -> Mapping[str, object]:
    """The mapping that an expert corrects: what is not known is empty, and reading it says so."""
    by = {"id": f"{{{named.who}|not named}}" if named.who else "not named", "role": ""}
    mapping: dict[str, object] = {
        "prcomm": 1,
        "process": "" if lifecycle is None else str(lifecycle.name),
        "office": {"id": "", "week": 5},
        "case": named.case,
        "activity": named.activity,
    }
    if named.format:
        mapping["format"] = named.format
    mapping["each"] = {"at": f"{{{named.time or 'time'}:at}}", "by": by}
    mapping["actions"] = {one.name: _template(one.name, named, lifecycle) for one in activities if one.name}
    return mapping


def _template(name: str, named: _Named, lifecycle: AnyLifecycle | None) -> dict[str, object]:
    """What may stand for an activity: an action of that name, with what it needs."""
    kinds = {} if lifecycle is None else {_folded(kind.__name__): kind for kind in lifecycle.actions}
    kind = kinds.get(_folded(name))
    if kind is None:
        return {"action": ""}
    needed = [one.name for one in fields_of(kind) if one.required and one.name not in ("at", "by", "office")]
    return {"action": kind.__name__, **{one: f"{{{one}}}" for one in needed}}


def _folded(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
