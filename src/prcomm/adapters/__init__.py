"""Doors to other worlds, each imported by name."""

from functools import partial

from prcomm.core.sentences import Sentence

says = partial(Sentence, of="adapters")
"""A sentence that the adapters say, and no table."""
