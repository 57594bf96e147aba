"""What a department wants to know of all its files: what is owed, which events come, who is loaded, what a quarter
brought, and where one file states of another what that does not say.

Pure functions over files of any wing. Each reads them one at a time and keeps none; nothing is stored.
"""

from prcomm.views.department import events, figures, statements, stating, tasks, verifying
from prcomm.views.department.events import *
from prcomm.views.department.figures import *
from prcomm.views.department.statements import *
from prcomm.views.department.stating import *
from prcomm.views.department.tasks import *
from prcomm.views.department.verifying import *

__all__: list[str] = []
__all__ += tasks.__all__
__all__ += events.__all__
__all__ += figures.__all__
__all__ += statements.__all__
__all__ += stating.__all__
__all__ += verifying.__all__
