"""The accreditation of a journalist: at the body, or, of foreign media, at the Ministry of Foreign Affairs."""

from prcomm.press.accreditations import actions, model
from prcomm.press.accreditations.actions import *
from prcomm.press.accreditations.model import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
