"""All the labels of the library."""

from typing import Final

from prcomm.core.sentences import Say
from prcomm.labels import appeals, core, law, pages, pictures, receptions, reports, vocabulary
from prcomm.labels.saying import Labels
from prcomm.labels.tables import Lang

LABELS: Final = Labels(
    (
        *vocabulary.NAMES,
        *core.NAMES,
        *law.NAMES,
        *appeals.NAMES,
        *receptions.NAMES,
        *reports.NAMES,
        *pictures.NAMES,
        *pages.NAMES,
    )
)
"""What the library calls things. Add your own: ``LABELS.extended(NAMES)``."""


def text(thing: object, lang: Lang = Lang.EN) -> str:
    """Anything the library names or says, in a language: a state, an action's class, a reason, a verdict, a trace."""
    return LABELS.text(thing, lang)


def say(lang: Lang) -> Say:
    """What becomes of a word in a language: for ``sheet.html(say(Lang.RU))``."""
    return LABELS.say(lang)
