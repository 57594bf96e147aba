"""Doors to other worlds, each imported by name."""

from functools import partial

from prcomm.core.values.messages import Message

says = partial(Message, of="adapters")
"""A sentence that the adapters say, and no table."""
