"""When a request was decided, and under which term: what a review of a press service and the scoreboard both count."""

from typing import Final

from pendulum import DateTime

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.dues import Due
from prcomm.press.requests import actions as do, model as m
from prcomm.press.requests.rules import REQUEST

__all__ = ["DECISIONS", "MERITS", "term_of_decision"]

MERITS: Final = (do.Answer, do.AnswerAtOnce, do.GiveInterview)
"""The answers on the merits."""
DECISIONS: Final = (*MERITS, do.AnswerInPart, do.Refuse)
"""What decides a request. One that is sent on, or not held, is not decided."""


def term_of_decision(
    request: m.Request, at: DateTime, *, of: Lifecycle[m.Request, do.RequestAction] = REQUEST
) -> Due | None:
    """The term to answer under which a request was first decided: what began later, after a complaint, is of another
    decision.

    Args:
        request: its file.
        at: the instant, with its zone, as of which the term is counted.
        of: the lifecycle of requests, where it is another than the library's.

    Returns:
        The due; ``None`` if the request is not decided, or was decided without a term, as what is answered at once is.
    """
    decided = next((n for n, record in enumerate(request.told, 1) if isinstance(record.action, DECISIONS)), None)
    if decided is None:
        return None
    dues = of.due(of.restore(request.history[:decided]), at)
    return next((due for due in reversed(dues) if due.name == "answer"), None)
