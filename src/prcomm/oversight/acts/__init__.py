"""Acts of public oversight, from the plan to what came of the final document: Law O‘RQ-474."""

from prcomm.oversight.acts import actions, model, rules
from prcomm.oversight.acts.actions import *
from prcomm.oversight.acts.model import *
from prcomm.oversight.acts.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
