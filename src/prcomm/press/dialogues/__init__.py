"""Dialogues: meetings with citizens and civil society, and days of reception, with the questions that are put there.

Each question leaves with exactly one outcome. What is refused on the spot is no answer to an appeal: the law on appeals
stands beside it.
"""

from prcomm.press.dialogues import actions, model, rules
from prcomm.press.dialogues.actions import *
from prcomm.press.dialogues.model import *
from prcomm.press.dialogues.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
