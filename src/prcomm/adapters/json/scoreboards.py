"""A scoreboard in JSON: the two numbers of each principle, and all that must be told with them.

An undefined share is null, never 0 or 100. Nothing reads such a document back: a scoreboard is counted anew from the
files.
"""

import json

from prcomm.adapters.json.results import BASIS, CITATION, DAY, INSTANT
from prcomm.adapters.json.scalars import code, written_text
from prcomm.adapters.json.upcasting import FORMAT, NUMBER
from prcomm.core.values.messages import Say, in_english
from prcomm.views.principles import Indicator, Scoreboard


def scoreboard_document(board: Scoreboard, say: Say = in_english) -> dict[str, object]:
    """The document of a scoreboard, its sentences in the language of ``say``."""
    content = {
        "first": DAY.write(board.first),
        "last": DAY.write(board.last),
        "at": INSTANT.write(board.at),
        "caption": written_text(say(board.caption)),
        "indicators": [_indicator(one, say) for one in board],
    }
    return {NUMBER: FORMAT, "document": "scoreboard", "scoreboard": content}


def dumps_scoreboard(board: Scoreboard, say: Say = in_english) -> str:
    """The same document as text."""
    return json.dumps(scoreboard_document(board, say), ensure_ascii=False, allow_nan=False)


def _indicator(one: Indicator, say: Say) -> dict[str, object]:
    return {
        "principle": code(one.principle),
        "called": say(one.principle),
        "numerator": one.numerator,
        "denominator": one.denominator,
        "share": None if one.share is None else str(one.share),
        "percent": one.percent or None,
        "text": say(one.counts),
        "beside": [{"what": say(beside.called), "number": beside.number} for beside in one.besides],
        "formula": say(one.formula),
        "inputs": say(one.inputs),
        "cannot_tell": say(one.cannot_tell),
        "cites": [CITATION.write(cite) for cite in one.cites],
        "basis": BASIS.write(one.basis),
    }
