"""Pictures drawn from the tables: a lifecycle, the life of an entity, the count of a day. Plain SVG, plain Python."""

from prcomm.adapters.diagrams.lifecycles import lifecycle_picture
from prcomm.adapters.diagrams.texts import dot, mermaid

__all__ = ["dot", "lifecycle_picture", "mermaid"]
