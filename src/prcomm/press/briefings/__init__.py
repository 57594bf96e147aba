"""Briefings and press conferences: planned, announced, held on the day announced, and told of afterwards."""

from prcomm.press.briefings import actions, model, rules
from prcomm.press.briefings.actions import *
from prcomm.press.briefings.model import *
from prcomm.press.briefings.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
