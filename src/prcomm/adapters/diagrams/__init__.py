"""Pictures drawn from the tables: a lifecycle, the life of an entity, the count of a day, how files refer to each
other. Plain SVG, plain Python."""

from prcomm.adapters.diagrams.days import due_picture
from prcomm.adapters.diagrams.files import Copied, copied, files_picture
from prcomm.adapters.diagrams.lifecycles import lifecycle_picture
from prcomm.adapters.diagrams.texts import dot, mermaid
from prcomm.adapters.diagrams.timelines import timeline

__all__ = [
    "Copied", "copied", "dot", "due_picture", "files_picture", "lifecycle_picture", "mermaid", "timeline",
]  # fmt: skip
