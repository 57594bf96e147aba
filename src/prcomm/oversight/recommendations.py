"""The recommendation: its forms and what became of it."""

from enum import Enum


class FinalForm(Enum):
    """The forms of a final document."""

    MINUTES = 1
    CONCLUSION = 2
    NOTE = 3
    OTHER = 4


class Outcome(Enum):
    """What the body decided on it."""

    ACCEPTED = 1
    PARTLY_ACCEPTED = 2
    REJECTED = 3
