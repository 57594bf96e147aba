"""Articles written as text, so that a lawyer can read them beside the act."""

import re

from prcomm.core.sources.citations import Article
from prcomm.core.values.errors import BadInput

_PART = re.compile(r"(?:^| )\((\d+)\)(?= |$)")


def articles(text: str) -> tuple[Article, ...]:
    """The articles of an act, from a text in this form::

        Chapter 1. A line for the reader only.
        1. The heading of an article
            (1) What its first part says; a long line
            goes on in the next.
            (2) The second part.
        2. Another heading
            Without numbers it is one part, or its parts were not told apart.
            No rule: why the library has none from it.

    Raises ``BadInput`` for a heading without a number, an article that says nothing, or parts out of order.
    """
    found: list[Article] = []
    faults: list[str] = []
    for block in re.split(r"\n(?=\S)", text.strip()):
        head, *lines = block.split("\n")
        if head.startswith("Chapter "):
            continue
        number, _, heading = head.partition(". ")
        said, _, no_rule = " ".join(line.strip() for line in lines).strip().partition("No rule: ")
        before, *parts = _PART.split(said.strip())
        gist = tuple(part.strip() for part in parts[1::2]) if parts else (before,)
        if not heading or not all(gist):
            faults.append(f"{head!r}: a number, a heading, and below it what the article says")
        elif parts and (before or [int(n) for n in parts[::2]] != list(range(1, len(gist) + 1))):
            faults.append(f"{head!r}: its parts begin with (1) and follow one another")
        found.append(Article(number, heading, gist, no_rule))
    if faults:
        raise BadInput("articles", tuple(faults))
    return tuple(found)


def on_lex(number: int) -> str:
    """Where an act stands in the national database of legislation, by its number there. The numbers were told by
    others; no page was opened for this library."""
    return f"https://lex.uz/docs/{number}"
