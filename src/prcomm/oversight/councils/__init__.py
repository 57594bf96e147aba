"""The public council under a state body, from its proposal to its end, with its members: PQ-3837 and PQ-10.

Of the model regulation eight paragraphs were read. What it leaves open stands on house rules, and a refusal says so.
"""

from prcomm.oversight.councils import actions, model, rules
from prcomm.oversight.councils.actions import *
from prcomm.oversight.councils.model import *
from prcomm.oversight.councils.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
