"""What SQL can say of a lifecycle, for a register that may not leave its warehouse: ``text_of`` writes it.

The library itself is asked, once for each finite combination, and its answers are written down as tables; the SQL only
looks them up. What is not finite is named at the head of the text, and a case that comes to it is in
``prcomm_not_judged`` and nowhere else.
"""

from prcomm.adapters.columns.warehouse.text import Dialect, text_of

__all__ = ["Dialect", "text_of"]
