"""Requests for information and for interviews: what a body owes to whoever asks.

A request is no appeal and no demand of a refutation: each has a term of its own.
"""

from prcomm.press.requests import actions, deciding, model, rules
from prcomm.press.requests.actions import *
from prcomm.press.requests.deciding import *
from prcomm.press.requests.model import *
from prcomm.press.requests.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
__all__ += deciding.__all__
