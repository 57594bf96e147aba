"""Tables as text for a spreadsheet."""

import csv
import re
from io import StringIO

from prcomm.core.values.characters import UNSEEN, visible
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Say, in_english

FORMULA = re.compile(rf"(^|[;\t\n])(?=[\s{UNSEEN}]*[=+\-@＝＋－＠])")
"""Where a spreadsheet would take what follows for a formula: at the beginning of a cell, whatever blanks stand before
it, and after what ends a cell where another mark than the comma does."""


def csv_of(sheet: Sheet, say: Say = in_english) -> str:
    """A table as CSV, its heads in the first line, in the language of ``say``.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, and what can't be seen stands by its
    number. Numbers stay as they are.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(guarded(say(name)) for name in sheet.head)
    for row, raw in zip(sheet.texts(say), sheet.rows, strict=True):
        writer.writerow(
            cell if isinstance(of, int | float) else guarded(cell) for cell, of in zip(row, raw, strict=True)
        )
    return text.getvalue()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs, and in which all is seen."""
    return visible(cell if len(cell) < 2 else FORMULA.sub(r"\1'", cell))
