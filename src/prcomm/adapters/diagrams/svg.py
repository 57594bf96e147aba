"""The pieces of which pictures are written: light and dark, each linked, each with a title for those who hear it."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from prcomm.adapters.diagrams.blocks import MARK_HIGH, QUIET, TEXT, TITLE, mark_wide
from prcomm.adapters.diagrams.roles import DARK, LIGHT, colour
from prcomm.core.sources.people import Role
from prcomm.core.values.characters import markup

Link = Callable[[object], str | None]
"""Where an element leads: a state, a row, a role, or a deadline by its name; ``None`` for nowhere."""

Point = tuple[float, float]

Facts = Mapping[str, str]
"""What a script may want to know of an element, by name."""
NO_FACTS: Facts = MappingProxyType({})
STOPLESS = ' tabindex="-1"'

_LIGHT = (
    "--ink:#1c2128;--quiet:#4c555f;--edge:#66707a;--box:#f5f7f9;--frame:#76808a;--band:#eef1f4;--off:#c9d0d7;"
    "--paper:#fff;--bad:#b3261e;--good:#00663f;--one:#005a9d;--two:#9b4e01;--three:#7a3a8f;"
)
_DARK = (
    "--ink:#e8edf2;--quiet:#b4bec8;--edge:#8d98a3;--box:#23292f;--frame:#7d8892;--band:#1a1d21;--off:#4a545e;"
    "--paper:#131416;--bad:#ff9a90;--good:#43cfa4;--one:#7cbdff;--two:#f7a224;--three:#e6a0cc;"
)


def nowhere(thing: object) -> str | None:
    """No links at all."""
    return None


def _palette(plain: str, colours: Mapping[int, str]) -> str:
    return plain + "".join(f"--r{n}:{shade};" for n, shade in colours.items())


def style(roles: Iterable[Role] = ()) -> str:
    """How pictures look: as the page is, light or dark, if it says so, else as the reader's system is.

    Args:
        roles: the roles that are shown.
    """
    shown = sorted({colour(role) for role in roles})
    return f"<style>{rules(shown)}</style>"


def rules(shown: Iterable[int] = range(len(LIGHT))) -> str:
    """The rules of the style, for the roles of some colours."""
    numbers = tuple(shown)
    light = _palette(_LIGHT, {n: LIGHT[n] for n in numbers})
    dark = _palette(_DARK, {n: DARK[n] for n in numbers})
    says_light = ",".join(f"{page} .pc" for page in ('[data-theme="light"]', '[data-jp-theme-light="true"]'))
    says_dark = ",".join(f"{page} .pc" for page in ('[data-theme="dark"]', '[data-jp-theme-light="false"]'))
    roles = "".join(f".pc .r{n}{{--c:var(--r{n})}}" for n in numbers)
    return (
        f".pc{{{light}color-scheme:light dark}}"
        f"@media (prefers-color-scheme:dark){{.pc{{{dark}}}}}"
        f"{says_light}{{{light}}}{says_dark}{{{dark}}}"
        f'.pc text{{font-family:"DejaVu Sans",Verdana,sans-serif;font-size:{TEXT}px;font-kerning:none;'
        "font-variant-ligatures:none;fill:var(--ink);stroke:none}"
        f".pc .title{{font-size:{TITLE}px;font-weight:bold}}.pc .strong{{font-weight:bold}}"
        f".pc .quiet{{font-size:{QUIET}px;fill:var(--quiet)}}"
        ".pc .bad{fill:var(--bad)}.pc .good{fill:var(--good)}.pc .paper{fill:var(--paper)}"
        ".pc .box{fill:var(--box);stroke:var(--edge)}.pc .bare{fill:none;stroke:none}"
        ".pc .lane{fill:var(--band);stroke:none}"
        ".pc .end{fill:none;stroke:var(--edge)}.pc .panel{fill:none;stroke:var(--frame);stroke-dasharray:2 3}"
        ".pc .frame{fill:none;stroke:var(--frame);stroke-dasharray:6 4}"
        ".pc .mark{fill:none;stroke:var(--quiet);stroke-width:1.3}"
        ".pc .cross{fill:none;stroke:var(--bad);stroke-width:1.6}"
        ".pc .dot{fill:var(--ink);stroke:var(--ink)}.pc .badge{fill:none;stroke:var(--quiet)}"
        ".pc .arrow{fill:none;stroke:var(--c,var(--quiet));stroke-width:1.4;stroke-linejoin:round}"
        ".pc .head{fill:var(--c,var(--quiet))}.pc .twin{fill:none;stroke:transparent;stroke-width:7}"
        ".pc .less{stroke-dasharray:4 3}.pc .under{fill:none;stroke:var(--ink)}"
        ".pc .counted{fill:var(--one);fill-opacity:.22;stroke:none}"
        ".pc .skipped{fill:var(--off);fill-opacity:.45;stroke:none}"
        ".pc .ring{fill:none;stroke:var(--edge);stroke-width:1.6}.pc .start{stroke:var(--ink)}"
        ".pc .raw{stroke:var(--two)}.pc .rolled{stroke:var(--three);stroke-dasharray:3 2}"
        ".pc .control{stroke:var(--good);stroke-dasharray:1 2}"
        ".pc .goodmark{fill:none;stroke:var(--good);stroke-width:2}"
        ".pc .bar{fill:none;stroke:var(--one);stroke-width:5;stroke-opacity:.75}.pc .badbar{stroke:var(--bad)}"
        ".pc .role rect{fill:var(--c);stroke:var(--c)}"
        f".pc .role text{{font-size:{QUIET}px;font-weight:bold;fill:var(--paper)}}"
        ".pc .hollow rect{fill:none;stroke-width:1.5}.pc .hollow text{fill:var(--c)}"
        ".pc a{text-decoration:none}.pc a:hover .arrow,.pc a:focus .arrow{stroke-width:2.6}"
        ".pc a:hover text,.pc a:focus text{text-decoration:underline}"
        ".pc .faded{opacity:.22}.pc .chosen text,.pc .chosen .arrow{text-decoration:underline;stroke-width:2.6}"
        ".pc .chosen text{stroke-width:0}"
        ".pc a:focus-visible{outline:2px solid var(--one);outline-offset:1px}"
        f"{roles}"
    )


def picture(
    label: str, width: float, height: float, *inside: str, roles: Iterable[Role] = (), facts: Facts = NO_FACTS
) -> str:
    """A whole picture of some size, in pixels, on paper of its own: it can be read whatever page it stands on.

    Args:
        label: what it is a picture of.
        width: how wide it is.
        height: how high it is.
        inside: what is in it.
        roles: the roles that are shown.
        facts: what a script may want to know of it.
    """
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    known = f'role="group" aria-label="{markup(label)}" {size}{_facts(facts)}'
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" class="pc" {known}>'
    return "".join((opened, style(roles), rect("paper", 0, 0, width, height, 0), *inside, "</svg>"))


def _facts(facts: Facts) -> str:
    return "".join(f' data-{name}="{markup(value)}"' for name, value in facts.items())


def group(kind: str, *inside: str, facts: Facts = NO_FACTS) -> str:
    """Things that belong together."""
    return f'<g class="{kind}"{_facts(facts)}>{"".join(inside)}</g>'


def linked(
    href: str | None, label: str, *inside: str, kind: str = "", stop: bool = True, facts: Facts = NO_FACTS
) -> str:
    """Things that lead somewhere and are called something.

    Args:
        href: where they lead; ``None`` for nowhere.
        label: what they are called.
        inside: the things.
        kind: what they are, for how they look.
        stop: whether who goes from link to link by keys stops at them: of those that lead to the same place one does.
        facts: what a script may want to know of them.
    """
    told = f"<title>{markup(label)}</title>{''.join(inside)}"
    known = (f' class="{kind}"' if kind else "") + _facts(facts)
    if href is None:
        return f'<g role="img"{known}>{told}</g>'
    return f'<a href="{markup(href)}"{"" if stop else STOPLESS}{known}>{told}</a>'


def text(x: float, top: float, words: str, size: int = TEXT, kind: str = "") -> str:
    """One line of text; ``top`` is the top of its line."""
    known = f' class="{kind}"' if kind else ""
    return f'<text{known} x="{x:g}" y="{top + size:g}">{markup(words)}</text>'


def lines(x: float, top: float, several: Iterable[str], high: float, size: int = TEXT, kind: str = "") -> str:
    """Lines of text under each other."""
    return "".join(text(x, top + n * high, words, size, kind) for n, words in enumerate(several))


def rect(kind: str, x: float, y: float, width: float, height: float, corner: float = 5) -> str:
    """A rectangle."""
    size = f'width="{width:g}" height="{height:g}" rx="{corner:g}"'
    known = f' class="{kind}"' if kind else ""
    return f'<rect{known} x="{x:g}" y="{y:g}" {size}/>'


def role_mark(role: Role, letters: str, x: float, y: float, *, hollow: bool = False) -> str:
    """The mark of a role: by its colour, which is the same in all pictures, and by its letters. It is hollow where that
    role may by less than the text of an act."""
    words = text(x + 2.5, y + 0.5, letters, QUIET)
    shape = rect("", x, y, mark_wide(letters), MARK_HIGH, 3)
    return f'<g class="role r{colour(role)}{" hollow" if hollow else ""}">{shape}{words}</g>'


def clock(x: float, y: float, size: float) -> str:
    """A clock."""
    r = size / 2
    hands = f"M{x + r:g} {y + 2.2:g}v{r - 2.2:g}l{r / 2:g} {r / 3:.3g}"
    return f'<circle class="mark" cx="{x + r:g}" cy="{y + r:g}" r="{r - 0.7:g}"/><path class="mark" d="{hands}"/>'


def cross(x: float, y: float, size: float) -> str:
    """What stands before that which is forbidden."""
    return f'<path class="cross" d="M{x:g} {y:g}l{size:g} {size:g}M{x + size:g} {y:g}l{-size:g} {size:g}"/>'


def dashes(x: float, y: float, width: float) -> str:
    """What stands under the name of that which is not law."""
    return f'<path class="less under" d="M{x:g} {y:g}h{width:g}"/>'


def dot(x: float, y: float, size: float) -> str:
    """Where something begins."""
    return f'<circle class="dot" cx="{x + size / 2:g}" cy="{y + size / 2:g}" r="{size / 2:g}"/>'


def arrow(points: tuple[Point, ...], *, dashed: bool = False) -> str:
    """An arrow through some points, over a wide transparent twin that is easy to hit."""
    way = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    (x1, y1), (x2, y2) = points[-2:]
    along = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    back, aside = (x2 - 8 * along[0], y2 - 8 * along[1]), (3.5 * along[1], 3.5 * along[0])
    head = (
        f"M{x2:g} {y2:g}L{back[0] + aside[0]:g} {back[1] + aside[1]:g}L{back[0] - aside[0]:g} {back[1] - aside[1]:g}z"
    )
    shown = f'<path class="arrow{" less" if dashed else ""}" d="{way}"/><path class="head" d="{head}"/>'
    return f'<path class="twin" d="{way}"/>{shown}'
