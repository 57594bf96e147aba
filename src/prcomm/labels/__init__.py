"""The names of states, actions, roles, guards, deadlines and terms in four scripts: ``text(thing, "ru")``."""

from prcomm.labels.collected import LABELS, say, text
from prcomm.labels.reading import parse, read
from prcomm.labels.saying import ENGLISH, Labels
from prcomm.labels.tables import DRAFT, LAW, Known, Label

__all__ = ["DRAFT", "ENGLISH", "LABELS", "LAW", "Known", "Label", "Labels", "parse", "read", "say", "text"]
