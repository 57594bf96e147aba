"""The accreditation of a journalist: at the body, or, of foreign media, at the Ministry of Foreign Affairs."""

from prcomm.press.accreditations import actions, model, rules
from prcomm.press.accreditations.actions import *
from prcomm.press.accreditations.model import *
from prcomm.press.accreditations.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
