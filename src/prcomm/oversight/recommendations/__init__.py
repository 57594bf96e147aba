"""What public oversight asks of a body: a council's advice, or the final document of an act of oversight.

It changes nothing but itself: no row of it reaches another file.
"""

from prcomm.oversight.recommendations import actions, breaches, model, rules
from prcomm.oversight.recommendations.actions import *
from prcomm.oversight.recommendations.breaches import *
from prcomm.oversight.recommendations.model import *
from prcomm.oversight.recommendations.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
__all__ += breaches.__all__
