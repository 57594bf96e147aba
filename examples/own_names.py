"""Names of your own in Uzbek and Russian, of the book loan and of the permit register: python examples/own_names.py

The names are tables beside this file, ``book_loan.csv`` and ``permit_register.csv``: a row for each thing, a column for
each language.
"""

from pathlib import Path

from book_loan import LOAN
from permit_register import PERMIT

from prcomm.adapters.diagrams import mermaid
from prcomm.labels import LABELS, read

HERE = Path(__file__).parent

OWN = LABELS.extended((*read(HERE / "book_loan.csv", of=LOAN), *read(HERE / "permit_register.csv", of=PERMIT)))
"""The names of the library and these."""


def main() -> None:
    """The book loan in Russian, as a Mermaid diagram, and what of the two has no name in Russian."""
    print(mermaid(LOAN, OWN.say("ru")))
    for kind, name in (*OWN.missing(LOAN, "ru"), *OWN.missing(PERMIT, "ru")):
        print(f"without a name in Russian: {kind} {name}")


if __name__ == "__main__":
    main()
