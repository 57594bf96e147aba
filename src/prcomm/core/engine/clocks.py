"""What each action does to the open clocks of an entity: begins, touches, meets or ends them."""

from collections.abc import Hashable, Iterable

from prcomm.core.table.entities import Action, Clock, Record
from prcomm.core.table.tables import AnyDeadline
from prcomm.core.values.alternatives import Kind
from prcomm.core.values.making import maker

new_clock = maker(Clock)


class Clocks:
    """What each action does to the open clocks of an entity of one kind.

    An action that can only begin an entity begins no clock in one that has begun: an audit may meet such. If it
    also meets what it begins, there is no earlier clock it could mean: it meets that at once.

    Attributes:
        kind: the kind.
        of_kinds: the same of each kind, for an entity that proves to be of another.
        beginnings: the actions that can only begin an entity.
        met, moved, ended, begun: by action, the deadlines whose clock it meets, moves, ends, begins.
        closing: the actions that meet or end a clock.
        concerned: the actions that do anything to a clock.
    """

    def __init__(
        self, deadlines: "Iterable[AnyDeadline]", kind: Kind | None, beginnings: frozenset[type[Action]] = frozenset()
    ) -> None:
        self.kind = kind
        self.of_kinds: dict[Kind | None, Clocks] = {kind: self}
        self.beginnings = beginnings
        self.met: dict[type[Action], list[AnyDeadline]] = {}
        self.moved: dict[type[Action], list[AnyDeadline]] = {}
        self.ended: dict[type[Action], list[AnyDeadline]] = {}
        self.begun: dict[type[Action], list[AnyDeadline]] = {}
        for deadline in deadlines:
            if kind is not None and deadline.only and kind not in deadline.only:
                continue
            touching = (*deadline.moved_by, *(deadline.met_by if deadline.recurring else ()))
            closing = () if deadline.recurring else deadline.met_by
            self._note(self.moved, touching, deadline)
            self._note(self.met, closing, deadline)
            self._note(self.ended, deadline.until, deadline)
            self._note(self.begun, deadline.begins, deadline)
        self.closing = frozenset((*self.met, *self.ended))
        self.concerned = self.closing | {*self.moved, *self.begun}
        self._closed = {
            action: tuple(
                (deadline.name, deadline if deadline.tells(action) else None, not deadline.keyed)
                for deadline in (*self.met.get(action, ()), *self.ended.get(action, ()))
            )
            for action in self.closing
        }
        self._first = {
            action: tuple(new_clock(d.name, None, 0) for d in owed if not self.at_once(d, action))
            for action, owed in self.begun.items()
            if action in beginnings and all(d.per is None for d in owed)
        }

    @staticmethod
    def _note(
        table: "dict[type[Action], list[AnyDeadline]]", actions: Iterable[type[Action]], deadline: "AnyDeadline"
    ) -> None:
        for action in dict.fromkeys(actions):
            table.setdefault(action, []).append(deadline)

    def first(self, action: Action) -> tuple[Clock, ...]:
        """The clocks that the first record of an entity begins; where nothing tells them apart the same for all."""
        known = self._first.get(type(action))
        return self.after((), action, 0) if known is None else known

    def after(self, clocks: tuple[Clock, ...], action: Action, index: int) -> tuple[Clock, ...]:
        """The open clocks after the record of that index."""
        kind = type(action)
        if kind in self.moved:
            clocks = self.touching(clocks, action, index)
        for name, telling, alone in self._closed.get(kind, ()) if clocks else ():
            if alone or telling is None:
                clocks = tuple([c for c in clocks if c.deadline != name])
            else:
                key = telling.key(action)
                clocks = tuple([c for c in clocks if c.deadline != name or c.key != key])
        if kind not in self.begun or (index > 0 and kind in self.beginnings):
            return clocks
        for deadline in self.begun[kind]:
            if not self.at_once(deadline, kind):
                begin = begun if deadline.certain else begun_too
                clocks = begin(clocks, deadline.name, deadline.key(action), index)
        return clocks

    def of_history(self, history: tuple[Record, ...]) -> tuple[Clock, ...]:
        """The open clocks after all that was done, as of this kind from the beginning."""
        clocks = self.first(history[0].action)
        for index, record in enumerate(history[1:], 1):
            clocks = self.after(clocks, record.action, index)
        return clocks

    def touching(self, clocks: tuple[Clock, ...], action: Action, index: int) -> tuple[Clock, ...]:
        """The same clocks, those touched that the record of that index moves, pauses or resumes."""
        for deadline in self.moved.get(type(action), ()):
            name, key = deadline.name, deadline.key(action) if deadline.keyed else None
            clocks = tuple([touched(c, index) if c.deadline == name and c.key == key else c for c in clocks])
        return clocks

    def at_once(self, deadline: "AnyDeadline", kind: type[Action]) -> bool:
        """Whether an action meets the clock it begins."""
        return kind in self.beginnings and deadline in self.met.get(kind, ())

    def met_at_once(self, action: Action) -> tuple[Clock, ...]:
        """The clocks that the first record of an entity begins and meets."""
        kind = type(action)
        deadlines = (deadline for deadline in self.begun.get(kind, ()) if self.at_once(deadline, kind))
        return tuple(Clock(deadline.name, deadline.key(action), 0) for deadline in deadlines)


def touched(clock: Clock, index: int) -> Clock:
    """The clock, touched by one more record."""
    return new_clock(clock.deadline, clock.key, clock.begun, (*clock.touched, index))


def begun(clocks: tuple[Clock, ...], name: str, key: Hashable, index: int) -> tuple[Clock, ...]:
    """The clocks with one more; one that runs already under that key runs on."""
    for clock in clocks:
        if clock.deadline == name and clock.key == key:
            return clocks
    return (*clocks, new_clock(name, key, index))


def begun_too(clocks: tuple[Clock, ...], name: str, key: Hashable, index: int) -> tuple[Clock, ...]:
    """The clocks with one more, though another runs under that key: by that one nothing may be owed. Which of them
    stands is found when their dues are counted (``standing``)."""
    return (*clocks, new_clock(name, key, index))
