"""How much of a process is law, at the head of its page: in a sentence, and as a bar by how its rows are known."""

from collections import Counter

from prcomm.adapters import pages
from prcomm.adapters.sphinx.nodes import Tag, capital, tag
from prcomm.adapters.sphinx.telling import Telling
from prcomm.core.sources.citations import Basis, law_or_less


def law_bar(tell: Telling) -> list[Tag]:
    """The sentences and the bar: what is law is solid, what is less is hollow, and each says how much it is."""
    rows, say = tell.lifecycle.rows, tell.say
    found = Counter(law_or_less(row.cites) for row in rows)
    named = [row for row in rows if row.roles]
    by_law = sum(row.who.basis.is_law for row in named)
    sentences = [pages.how_much_is_law(rows), pages.WHO_IS_LAW(n=len(named), law=by_law)]
    parts = [(basis, found[basis]) for basis in Basis if found[basis]]
    bar = (tag("span", classes=_look(basis), given={"style": f"flex:{n}"}) for basis, n in parts)
    told = (tag("li", tag("span", classes=_look(basis)), f" {say(basis)}: {n}") for basis, n in parts)
    return [
        tag("p", " ".join(f"{capital(say(one))}." for one in sentences)),
        tag("div", *bar, classes=["prcomm-bar"], given={"aria-hidden": "true"}),
        tag("ul", *told, classes=["prcomm-key"]),
    ]


def _look(basis: Basis) -> list[str]:
    return [f"b{basis.value}", *([] if basis.is_law else ["less"])]
