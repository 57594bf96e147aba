"""The names of states, actions, roles, guards, deadlines and terms in four scripts: ``text(thing, lang)``."""

from prcomm.labels.collected import LABELS, say, text
from prcomm.labels.saying import Label, Labels
from prcomm.labels.tables import DRAFT, LAW, Known, Lang, Names

__all__ = ["DRAFT", "LABELS", "LAW", "Known", "Label", "Labels", "Lang", "Names", "say", "text"]
