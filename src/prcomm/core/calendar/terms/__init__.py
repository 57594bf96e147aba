"""The algebra of terms: so many days, months or working hours; periods; backwards; at least so long.

A term is a value. It is counted from a :class:`Start`, and gives a day as an ordinal, an instant, or
``None`` where the law gives no number. How it was counted it tells as lines of a ``Trace``.
"""

from prcomm.core.calendar.terms import amounts, combined, counts, in_days, in_hours, starts, unnumbered
from prcomm.core.calendar.terms.amounts import *
from prcomm.core.calendar.terms.combined import *
from prcomm.core.calendar.terms.counts import *
from prcomm.core.calendar.terms.in_days import *
from prcomm.core.calendar.terms.in_hours import *
from prcomm.core.calendar.terms.starts import *
from prcomm.core.calendar.terms.unnumbered import *

__all__: list[str] = []
__all__ += starts.__all__
__all__ += in_days.__all__
__all__ += in_hours.__all__
__all__ += unnumbered.__all__
__all__ += combined.__all__
__all__ += amounts.__all__
__all__ += counts.__all__
