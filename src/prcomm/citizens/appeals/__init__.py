"""The citizen's appeal, from receipt to removal from control: Law O‘RQ-445."""

from prcomm.citizens.appeals import actions, advising, kinds, model, register, rules
from prcomm.citizens.appeals.actions import *
from prcomm.citizens.appeals.advising import *
from prcomm.citizens.appeals.kinds import *
from prcomm.citizens.appeals.model import *
from prcomm.citizens.appeals.register import *
from prcomm.citizens.appeals.rules import *

__all__: list[str] = []
__all__ += kinds.__all__
__all__ += model.__all__
__all__ += actions.__all__
__all__ += advising.__all__
__all__ += register.__all__
__all__ += rules.__all__
