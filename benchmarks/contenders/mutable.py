"""What the other libraries move: an ordinary object with a state and a growing list of records."""

from contenders.appeal import RECEIPT, AppealAction, AppealKind, AppealState, Receive
from prcomm import Office, Record
from prcomm.core.values.making import maker

new_record = maker(Record)


class Case:
    """An appeal as other libraries want it: it changes in place. The guards read it as they read ours."""

    def __init__(self, receipt: Receive = RECEIPT) -> None:
        self.state: AppealState | None = None
        self.id: str = receipt.case
        self.office: Office = receipt.office
        self.kind: AppealKind = receipt.kind
        self.questions: tuple[str, ...] = receipt.questions
        self.against: tuple[str, ...] = receipt.against
        self.lead = ""
        self.history: list[Record] = []

    def received(self) -> "Case":
        """The same case once it is received."""
        self.state = AppealState.RECEIVED
        self.history.append(new_record(RECEIPT, AppealState.RECEIVED))
        return self

    def in_order(self, action: AppealAction) -> bool:
        """Whether an action comes after the last record."""
        return not self.history or action.at >= self.history[-1].action.at
