"""All the labels of the library."""

from importlib.resources import files
from typing import Final

from prcomm.core.values.messages import Say
from prcomm.labels.reading import BESIDES, read
from prcomm.labels.saying import ENGLISH, Labels
from prcomm.processes import PROCESSES

LABELS: Final = Labels(
    tuple(label for name in (*BESIDES, *PROCESSES) for label in read(files("prcomm.labels") / f"{name}.csv", of=name))
)
"""What the library calls things. Add your own: ``LABELS.extended(read("loan.csv", of=LOAN))``."""


def text(thing: object, lang: str = ENGLISH) -> str:
    """Anything the library names or says, in a language: a state, an action's class, a reason, a verdict, a trace."""
    return LABELS.text(thing, lang)


def say(lang: str) -> Say:
    """What becomes of a word in a language: for ``sheet.html(say("ru"))``."""
    return LABELS.say(lang)
