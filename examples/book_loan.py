"""The loan of a library book: a lifecycle of your own, in a few lines. Run it: python examples/book_loan.py"""

import pendulum
from attrs import evolve, frozen

from prcomm import (
    WEEKS,
    Action,
    Actor,
    Dated,
    Days,
    Enactment,
    Entity,
    LastDay,
    Law,
    Lifecycle,
    Office,
    Refused,
    Role,
    State,
    further,
    given,
    owes,
    rows,
    runs,
)  # fmt: skip
from prcomm.adapters.diagrams import mermaid

RULES = Enactment("Library rules", unit="rule")
LAW = Law("the library", WEEKS, Dated.of("a last day on which it is closed", LastDay.ROLL_FORWARD, RULES(4)))
READER, LIBRARIAN = Role("reader"), Role("librarian")


class LoanState(State):
    LENT = 1
    RETURNED = 2


@frozen(kw_only=True)
class LoanAction(Action): ...


@frozen(kw_only=True)
class Lend(LoanAction):
    loan: str
    office: Office


@frozen(kw_only=True)
class Renew(LoanAction): ...


@frozen(kw_only=True)
class Return(LoanAction): ...


@frozen(kw_only=True)
class Loan(Entity[LoanState]):
    renewed: bool = False


row, owed = rows(Loan, LoanState, LoanAction), owes(Loan, LoanAction)
# fmt: off
TRANSITIONS = (
    #   in state        action  leads to            who may    under     given that, and then
    row.start(          Lend,   LoanState.LENT,     LIBRARIAN, RULES(1), id="loan"),
    row(LoanState.LENT, Renew,  LoanState.LENT,     READER,    RULES(3),
        given("a loan is renewed once", RULES(3), lambda loan, action: not loan.renewed), runs("return"),
        then=lambda loan, action: evolve(loan, renewed=True)),
    row(LoanState.LENT, Return, LoanState.RETURNED, LIBRARIAN, RULES(2)),
)
DEADLINES = (
    #    what is owed begins within    met by  owed by under     moved by
    owed("return",    Lend,  Days(21), Return, READER, RULES(2), owed.moved(Renew, further(Days(21)))),
)
# fmt: on
LOAN = Lifecycle("loan", TRANSITIONS, DEADLINES, law=LAW, final=LoanState.RETURNED)


def main() -> None:
    """Lend a book, renew it, return it late; then audit what was done, and draw the table."""
    town = Office("town library", zone="Europe/Amsterdam", week=6)
    anna, desk = Actor("reader 7", READER), Actor("desk 1", LIBRARIAN)

    def at(month: int, day: int) -> pendulum.DateTime:
        return pendulum.datetime(2026, month, day, 11, tz=town.zone)

    lend = Lend(at=at(3, 7), by=desk, loan="b-42", office=town)
    renew = Renew(at=at(3, 20), by=anna)
    loan = LOAN.apply(LOAN.begin(lend), renew)
    (due,) = LOAN.due(loan, at(4, 1))
    print(f"{loan.state.name}, to be returned by {due.last}: {due.status(at(4, 1))}. Why that day?")
    print("\n".join(line for line in str(due.trace).split("\n") if "  +  day " not in line))

    again = Renew(at=at(4, 25), by=desk)
    try:
        LOAN.apply(loan, again)
    except Refused as refused:
        print(f"\n{refused}")

    back = Return(at=at(4, 25), by=desk)
    (due,) = LOAN.due(LOAN.apply(loan, back), at(5, 1))
    print(f"\nreturned on {due.met}: {due.status(at(5, 1))}")

    print("\nThe same, as found on file:")
    for finding in LOAN.audit([lend, renew, again, back], at(5, 1)).findings:
        print(f"- {finding}")
    print(f"\n{mermaid(LOAN)}")


if __name__ == "__main__":
    main()
