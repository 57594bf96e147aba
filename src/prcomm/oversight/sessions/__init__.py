"""The session of a public council: its agenda, its votes, its minutes. None of it is law; each rule says what it is."""

from prcomm.oversight.sessions import actions, model, rules
from prcomm.oversight.sessions.actions import *
from prcomm.oversight.sessions.model import *
from prcomm.oversight.sessions.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
