"""Tables as text for a spreadsheet."""

import csv
from io import StringIO

from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Say, in_english

FORMULA = "=", "+", "-", "@", "\t", "\r"
"""What a spreadsheet takes for the beginning of a formula."""


def csv_of(sheet: Sheet, say: Say = in_english) -> str:
    """A table as CSV, its heads in the first line, in the language of ``say``.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(say(name) for name in sheet.head)
    for row in sheet.texts(say):
        writer.writerow(f"'{cell}" if len(cell) > 1 and cell.startswith(FORMULA) else cell for cell in row)
    return text.getvalue()
