"""What may be done in good time about an appeal: said when it is asked for, and never a refusal."""

from functools import partial
from typing import Final

from attrs import frozen
from pendulum import DateTime

from prcomm.citizens.appeals import actions as do, model as m
from prcomm.citizens.appeals.rules import APPEAL
from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.sources.citations import Basis, Cites, weakest
from prcomm.core.table.dues import Due, Status
from prcomm.core.table.entities import Action
from prcomm.core.values.display import Displayed
from prcomm.core.values.messages import Message, Said, Say, in_english, named

__all__ = ["Advice", "advice"]

says = partial(Message, of="appeal")
TOO_LATE = says("{due} ({key}) ends on {last}, after {term}, which ends on {end}: in good time there is {action}")
MORE_TIME: Final = (do.Study, do.Extend)
"""What gives an appeal more time, as far as the table has a row for it."""


@frozen
class Advice(Displayed):
    """One thing that may be done in good time.

    Attributes:
        text: why, in words.
        action: what may be done.
        cites: under which articles; that they should be used here is inferred, and nobody has to.
        due: the due that would come too late.
    """

    text: Said
    action: type[Action]
    cites: Cites
    due: Due

    @property
    def basis(self) -> Basis:
        """The weakest basis of what it rests on."""
        return weakest(self.cites)

    def rendered(self, say: Say) -> str:
        """The advice in the language of ``say``."""
        return say(self.text)

    def __str__(self) -> str:
        return self.rendered(in_english)


def advice(
    appeal: m.Appeal, at: DateTime, lifecycle: Lifecycle[m.Appeal, do.AppealAction] = APPEAL
) -> tuple[Advice, ...]:
    """What may be done in good time: information asked for that falls due after the last day of consideration is a
    ground for study (art. 28(1), of a proposal 28(3)) or for a longer term (art. 28(2)), while the term runs.

    Args:
        appeal: the appeal.
        at: when it is asked, with a zone.
        lifecycle: by which tables: under a Reform, yours.
    """
    owed = lifecycle.due(appeal, at, open=True)
    term = next((due for due in owed if due.name == "consideration"), None)
    if term is None or term.last is None or term.status(at) not in (Status.RUNNING, Status.TIGHT):
        return ()
    end, cells = term.last, lifecycle.rows_at(at, appeal.office).cells
    late = [due for due in owed if due.name == "information" and due.last is not None and due.last > end]
    rows = (cells.get((appeal.state, action, appeal.kind)) for action in MORE_TIME)
    ways = [row for row in rows if row is not None and not row.never]
    return tuple(_advised(due, term, row.action, row.cites) for due in late for row in ways)


def _advised(due: Due, term: Due, action: type[Action], cites: Cites) -> Advice:
    text = TOO_LATE(
        due=named(due.name), key=due.key, last=due.last, term=named(term.name), end=term.last, action=action
    )
    inferred = tuple(cite.by(Basis.INFERRED) for cite in cites)
    return Advice(text, action, (*inferred, *due.under), due)
