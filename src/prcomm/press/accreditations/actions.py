"""What is done about an accreditation: by the editorial office, by who decides on it, and by a court."""

from datetime import date
from typing import Annotated as An

from attrs import field, frozen

from prcomm.core.sources.people import Office, Outlet, hidden
from prcomm.core.table.entities import Action
from prcomm.press.accreditations import model as m

__all__ = [
    "AccreditationAction", "Apply", "AskAnew", "Attach", "Challenge", "Complete", "Detach", "End", "GiveBack", "Grant",
    "Prolong", "Reconsider", "RefuseAccreditation", "RefuseToProlong", "Restore", "Resume", "ReturnIncomplete",
    "Review", "Suspend", "WithdrawAccreditation", "WorkAsJournalist",
]  # fmt: skip


@frozen(kw_only=True)
class AccreditationAction(Action):
    """What is done about an accreditation."""


@frozen(kw_only=True)
class Papers(AccreditationAction):
    """Whatever brings the papers."""

    signed: An[bool, "whether the application is signed by the editor and sealed"]
    annexes: An[frozenset[m.Annex], "what goes with it"]
    photographs: An[int, "how many photographs go with it"]


@frozen(kw_only=True)
class Apply(Papers):
    """The editorial office applies for its journalist."""

    case: An[str, "the reference of the file"]
    kind: An[m.Press, "who is to be accredited"]
    office: An[Office, "the body at which the journalist is to work"]
    outlet: An[Outlet, "the outlet the journalist works for"]
    journalist: An[str, "the id of the journalist"] = field(repr=hidden)
    filed_with: An[m.FiledWith, "where it is filed"]


@frozen(kw_only=True)
class ReturnIncomplete(AccreditationAction):
    """The application goes back to the office, since something is missing."""

    missing: An[str, "a reference to what is missing"]


@frozen(kw_only=True)
class Complete(Papers):
    """The editorial office brings what was missing: all the papers as they are now."""


@frozen(kw_only=True)
class Review(AccreditationAction):
    """The expert group considers it."""

    conclusion: An[str, "a reference to its conclusion"]


@frozen(kw_only=True)
class Lasting(AccreditationAction):
    """Whatever gives a term."""

    valid_until: An[date, "the last day of the certificate"]


@frozen(kw_only=True)
class Decision(Lasting):
    """Whatever decides on one."""

    decision: An[str, "the number of the decision"]


@frozen(kw_only=True)
class Grant(Decision):
    """The journalist is accredited."""

    already: An[int, "how many the outlet has accredited already"]


@frozen(kw_only=True)
class Prolong(Decision):
    """The journalist is accredited for a new term."""

    simplified: An[bool, "whether in the simplified order"]
    flawless: An[bool, "whether the journalist worked without fault, as who decides judges it"]


@frozen(kw_only=True)
class Reasoned(AccreditationAction):
    """Whatever is decided against the office."""

    reasons: An[str, "a reference to the reasons"]
    told: An[bool, "whether the office was told"]


@frozen(kw_only=True)
class RefuseAccreditation(Reasoned):
    """The journalist is not accredited."""


@frozen(kw_only=True)
class Suspend(Reasoned):
    """The accreditation does not hold for a while."""


@frozen(kw_only=True)
class Resume(AccreditationAction):
    """It holds again."""


@frozen(kw_only=True)
class WithdrawAccreditation(Reasoned):
    """The accreditation is taken away."""


@frozen(kw_only=True)
class AskAnew(AccreditationAction):
    """The editorial office asks for a new term."""


@frozen(kw_only=True)
class RefuseToProlong(Reasoned):
    """No new term is given; the old one runs to its end."""


@frozen(kw_only=True)
class End(AccreditationAction):
    """It is entered that the term has ended."""


@frozen(kw_only=True)
class GiveBack(AccreditationAction):
    """The editorial office gives the certificate back."""

    reason: An[str, "a reference to the reason"]


@frozen(kw_only=True)
class Challenge(AccreditationAction):
    """The editorial office goes to court."""

    case_number: An[str, "the number of the case there"]


@frozen(kw_only=True)
class Restore(Lasting):
    """A court gives the accreditation back."""

    number: An[str, "the number of the judgment"]


@frozen(kw_only=True)
class Reconsider(AccreditationAction):
    """A court has the application decided on anew."""

    number: An[str, "the number of the judgment"]


@frozen(kw_only=True)
class Attach(AccreditationAction):
    """One of the technical staff is attached to the journalist."""

    member: An[str, "the id of that person"]
    agreed: An[bool, "whether it was agreed with the body"]


@frozen(kw_only=True)
class Detach(AccreditationAction):
    """One of the technical staff comes no more."""

    member: An[str, "the id of that person"]


@frozen(kw_only=True)
class WorkAsJournalist(AccreditationAction):
    """What technical staff may not do."""
