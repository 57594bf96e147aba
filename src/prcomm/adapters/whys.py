"""Where the reference says why: the page and the place of each act, condition and term of a process, by their names
alone. Cards, the search and whoever shows a refusal ask here, and so do the pages themselves."""

from zlib import crc32

from prcomm.core.table.entities import Action
from prcomm.core.table.reasons import Reason, ReasonKind
from prcomm.core.values.errors import BadInput
from prcomm.labels import ENGLISH
from prcomm.processes import AnyLifecycle

LONGEST = 32
"""How much of a sentence stands in an anchor; what tells two sentences apart that begin alike stands after it."""
ACT, CONDITION, TERM = "act", "guard", "term"


def anchor(kind: str, name: str) -> str:
    """The anchor of a thing: its kind and its name with a hyphen for whatever is no letter, figure or underscore.

    Args:
        kind: ``act``, ``guard``, ``term``, or another kind of thing that pages tell of.
        name: its name: ``appeal.Extend``; of a condition its sentence after the name of the process.
    """
    told = name.replace("(", "_").replace(")", "")
    if kind == CONDITION and len(told) > LONGEST:
        told = f"{told[:LONGEST]}-{crc32(name.encode()):08x}"
    plain = "".join(letter if letter.isalnum() or letter == "_" else "-" for letter in told)
    return "-".join(part for part in f"{kind}-{plain}".split("-") if part)


def page_of(name: str, lang: str = ENGLISH) -> str:
    """The name of a page in a language, without its ending: ``appeal.ru``."""
    return name if lang == ENGLISH else f"{name}.{lang}"


def why_page(process: str, lang: str = ENGLISH) -> str:
    """The page that says why all of a process is as it is, without its ending: ``why_appeal.ru``."""
    return page_of(f"why_{process}", lang)


def why_of(
    lifecycle: AnyLifecycle,
    *,
    action: type[Action] | None = None,
    condition: str = "",
    term: str = "",
    lang: str = ENGLISH,
) -> str:
    """The address, within the reference, of why one thing is as it is: ``why_appeal.ru.html#act-appeal-Extend``.

    Args:
        lifecycle: the process.
        action: an act of it; or
        condition: the sentence of a condition; or
        term: the name of a deadline.
        lang: in which language.

    Raises ``BadInput`` for what the process does not have, and for none or several of the three.
    """
    conditions = {str(guard.text) for row in lifecycle.rows for guard in row.given}
    asked = [
        (ACT, action.__name__ if action else "", [of.__name__ for of in lifecycle.actions]),
        (CONDITION, str(condition), conditions),
        (TERM, term, [deadline.name for deadline in lifecycle.deadlines]),
    ]
    named = [(kind, name, there) for kind, name, there in asked if name]
    if len(named) != 1 or named[0][1] not in named[0][2]:
        told = ", ".join(f"{kind} {name!r}" for kind, name, _ in named) or "nothing"
        raise BadInput(f"why of the {lifecycle.name}", (f"one act, condition or term that it has, not {told}",))
    ((kind, name, _),) = named
    return f"{why_page(lifecycle.name, lang)}.html#{anchor(kind, f'{lifecycle.name}.{name}')}"


def why_not(lifecycle: AnyLifecycle, action: type[Action], reason: Reason, lang: str = ENGLISH) -> str:
    """The address of what a refusal rests on: of the condition that is not met, or of the act itself.

    Args:
        lifecycle: the process.
        action: the act that was refused.
        reason: one of the reasons against it.
        lang: in which language.
    """
    if reason.kind is ReasonKind.GUARD:
        return why_of(lifecycle, condition=reason.text, lang=lang)
    return why_of(lifecycle, action=action, lang=lang)
