"""Which days and hours are worked: data by year and act, and plain calendars that need no country.

Days are ordinals inside, counted by tables of prefixes, never in a loop.
"""

from prcomm.core.calendar.days import calendars, ordinals, rules, special, tables
from prcomm.core.calendar.days.calendars import *
from prcomm.core.calendar.days.ordinals import *
from prcomm.core.calendar.days.rules import *
from prcomm.core.calendar.days.special import *
from prcomm.core.calendar.days.tables import *

__all__: list[str] = []
__all__ += ordinals.__all__
__all__ += special.__all__
__all__ += rules.__all__
__all__ += tables.__all__
__all__ += calendars.__all__
