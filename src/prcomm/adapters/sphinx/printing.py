"""What stands in the foot of each sheet of a printed page: what it is about, which acts, and when it was built."""

from collections import Counter

from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.util.i18n import format_date

from prcomm.core.sources.citations import Enactment
from prcomm.core.values.messages import Say
from prcomm.processes import AnyLifecycle

ACTS = "prcomm_acts"
"""Under which name a page keeps what its foot tells of the law."""
SEVERAL = 2
"""How many acts a foot names: those on which most of a process rests."""


def acts_of(lifecycle: AnyLifecycle, say: Say) -> str:
    """The acts on which most of a process rests, and the version of what was read of the law."""
    law = lifecycle.law
    enacted = {source.code: source for source in law.sources if isinstance(source, Enactment)}
    found = Counter(cite.source for rule in lifecycle.cited() for cite in rule.cites if cite.source in enacted)
    acts = [say(enacted[code]) for code, _ in found.most_common(SEVERAL)] or [law.name]
    return ", ".join([*acts, *([law.version] if law.version else [])])


def foot(app: Sphinx, page: str, template: str, context: dict[str, object], doctree: object) -> None:
    """Put the foot into the margin of each sheet."""
    title = str(context.get("title", ""))
    acts = str(app.env.metadata[page].get(ACTS, "")) if page in app.env.metadata else ""
    built = format_date("%Y-%m-%d", language="en")
    told = " · ".join(part for part in (_plain(title), acts, built) if part)
    sheets = '@bottom-right{content:counter(page) " / " counter(pages)}'
    style = f'@page{{@bottom-left{{content:"{_quoted(told)}"}}{sheets}}}'
    context["metatags"] = f"{context.get('metatags', '')}<style>{style}</style>"


def _plain(title: str) -> str:
    return Markup(title).striptags()


def _quoted(text: str) -> str:
    """A text inside a string of CSS inside HTML."""
    return "".join(f"\\{ord(sign):x} " if sign in '"\\<>&\n' else sign for sign in text)
