"""Press services: units of internal affairs bodies, what they owe each month, and how they are reviewed."""

from prcomm.press.press_services import actions, model, reviews, rules
from prcomm.press.press_services.actions import *
from prcomm.press.press_services.model import *
from prcomm.press.press_services.reviews import *
from prcomm.press.press_services.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
__all__ += reviews.__all__
