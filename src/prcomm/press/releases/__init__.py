"""The release: a text of the press service, from its draft to what becomes of it once it is out.

What may not go out, and what may not stand, is law. That nobody lets out their own writing, the embargo and the reasons
are house rules, and a refusal says so.
"""

from prcomm.press.releases import actions, doors, model, rules
from prcomm.press.releases.actions import *
from prcomm.press.releases.doors import *
from prcomm.press.releases.model import *
from prcomm.press.releases.rules import *

__all__: list[str] = []
__all__ += model.__all__
__all__ += actions.__all__
__all__ += rules.__all__
__all__ += doors.__all__
