"""Pictures drawn from the tables: a lifecycle, the life of an entity, the count of a day. Plain SVG, plain Python."""

from prcomm.adapters.diagrams.days import due_picture
from prcomm.adapters.diagrams.lifecycles import lifecycle_picture
from prcomm.adapters.diagrams.texts import dot, mermaid
from prcomm.adapters.diagrams.timelines import timeline

__all__ = ["dot", "due_picture", "lifecycle_picture", "mermaid", "timeline"]
