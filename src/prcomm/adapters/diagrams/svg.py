"""The pieces of which pictures are written: light and dark, each linked, and labelled for those who can't see."""

from collections.abc import Callable, Iterable

from prcomm.adapters.diagrams.blocks import QUIET, TEXT, TITLE
from prcomm.core.values.characters import markup

Link = Callable[[object], str | None]
"""Where an element leads: a state, a row, a role, or a deadline by its name; ``None`` for nowhere."""

Point = tuple[float, float]

LIGHT = ("#0068a8", "#c24e00", "#00734f", "#97327f", "#7d6200", "#3d44a8", "#77492b", "#55616b")
DARK = ("#5cb8f0", "#f39a5a", "#43cfa4", "#e6a0cc", "#e3c74a", "#abaef5", "#d0a98c", "#b7c1c9")
ROLES = len(LIGHT)
"""So many colours; after them they come again in another shape."""

_LIGHT = (
    "--ink:#1c2128;--quiet:#525c66;--edge:#7b858f;--box:#f5f7f9;--frame:#a9b4be;"
    "--paper:#fff;--bad:#b3261e;--good:#00734f;"
)
_DARK = (
    "--ink:#e8edf2;--quiet:#a9b4be;--edge:#8d98a3;--box:#1d2329;--frame:#5c6771;"
    "--paper:#131416;--bad:#ff8f85;--good:#43cfa4;"
)


def nowhere(thing: object) -> str | None:
    """No links at all."""
    return None


def _palette(plain: str, colours: Iterable[str]) -> str:
    return plain + "".join(f"--r{n}:{colour};" for n, colour in enumerate(colours))


def style() -> str:
    """How pictures look: as the page is, light or dark, if it says so, else as the reader's system is."""
    light, dark = _palette(_LIGHT, LIGHT), _palette(_DARK, DARK)
    says_light = ", ".join(f"{page} .pc" for page in ('[data-theme="light"]', '[data-jp-theme-light="true"]'))
    says_dark = ", ".join(f"{page} .pc" for page in ('[data-theme="dark"]', '[data-jp-theme-light="false"]'))
    roles = "".join(f".pc .r{n}{{fill:var(--r{n});stroke:var(--r{n})}}" for n in range(ROLES))
    return (
        "<style>"
        f".pc{{{light}color-scheme:light dark}}"
        f"@media (prefers-color-scheme:dark){{.pc{{{dark}}}}}"
        f"{says_light}{{{light}}}{says_dark}{{{dark}}}"
        f'.pc text{{font-family:"DejaVu Sans",Verdana,sans-serif;font-size:{TEXT}px;font-kerning:none;'
        "font-variant-ligatures:none;fill:var(--ink);stroke:none}"
        f".pc .title{{font-size:{TITLE}px;font-weight:bold}}"
        f".pc .quiet{{font-size:{QUIET}px;fill:var(--quiet)}}"
        ".pc .bad{fill:var(--bad)}.pc .good{fill:var(--good)}"
        ".pc .box{fill:var(--box);stroke:var(--edge)}.pc .bare{fill:none;stroke:none}"
        ".pc .end{fill:none;stroke:var(--edge)}.pc .panel{fill:none;stroke:var(--frame);stroke-dasharray:2 3}"
        ".pc .frame{fill:none;stroke:var(--frame);stroke-dasharray:6 4}"
        ".pc .mark{fill:none;stroke:var(--quiet);stroke-width:1.3}"
        ".pc .cross{fill:none;stroke:var(--bad);stroke-width:1.6}"
        ".pc .dot{fill:var(--ink);stroke:var(--ink)}.pc .badge{fill:none;stroke:var(--quiet)}"
        ".pc .arrow{fill:none!important;stroke-width:1.4}.pc .twin{fill:none;stroke:transparent;stroke-width:9}"
        ".pc .less{stroke-dasharray:4 3}.pc .under{fill:none;stroke:var(--ink)}"
        ".pc .counted{fill:var(--r0);fill-opacity:.22;stroke:none}"
        ".pc .skipped{fill:var(--frame);fill-opacity:.4;stroke:none}"
        ".pc .ring{fill:none;stroke:var(--edge);stroke-width:1.6}.pc .start{stroke:var(--ink)}"
        ".pc .raw{stroke:var(--r1)}.pc .rolled{stroke:var(--r3);stroke-dasharray:3 2}"
        ".pc .control{stroke:var(--r2);stroke-dasharray:1 2}"
        ".pc .goodmark{fill:none;stroke:var(--good);stroke-width:2}"
        ".pc .bar{fill:none;stroke:var(--r0);stroke-width:5;stroke-opacity:.55}.pc .badbar{stroke:var(--bad)}"
        f"{roles}.pc .hollow{{fill:none;stroke-width:1.5}}"
        ".pc a{text-decoration:none}.pc a:hover .arrow,.pc a:focus .arrow{stroke-width:2.6}"
        ".pc a:hover text,.pc a:focus text{text-decoration:underline}"
        "</style>"
    )


def picture(label: str, width: float, height: float, *inside: str) -> str:
    """A whole picture of some size, in pixels."""
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" class="pc" role="group" aria-label="{markup(label)}" {size}>'
    return "".join((opened, style(), *inside, "</svg>"))


def group(kind: str, *inside: str) -> str:
    """Things that belong together."""
    return f'<g class="{kind}">{"".join(inside)}</g>'


def linked(href: str | None, label: str, *inside: str) -> str:
    """Things that lead somewhere and are called something."""
    if href is None:
        return f'<g role="img" aria-label="{markup(label)}">{"".join(inside)}</g>'
    return f'<a href="{markup(href)}" aria-label="{markup(label)}">{"".join(inside)}</a>'


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
    return f'<rect class="{kind}" x="{x:g}" y="{y:g}" {size}/>'


def role_mark(number: int, x: float, y: float, size: float, *, hollow: bool = False) -> str:
    """The sign of a role: by colour, and where the colours come again, by another shape. It is hollow where that role
    may by less than the text of an act."""
    kind = f"r{number % ROLES}{' hollow' if hollow else ''}"
    match number // ROLES % 3:
        case 0:
            return rect(kind, x, y, size, size, 1)
        case 1:
            return f'<circle class="{kind}" cx="{x + size / 2:g}" cy="{y + size / 2:g}" r="{size / 2:g}"/>'
        case _:
            h = size / 2
            return f'<path class="{kind}" d="M{x + h:g} {y:g}l{h:g} {h:g}l{-h:g} {h:g}l{-h:g} {-h:g}z"/>'


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


def arrow(kind: str, points: tuple[Point, ...], *, dashed: bool = False) -> str:
    """An arrow through some points, over a wide transparent twin that is easy to hit."""
    way = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    (x1, y1), (x2, y2) = points[-2:]
    along = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    back, aside = (x2 - 8 * along[0], y2 - 8 * along[1]), (3.5 * along[1], 3.5 * along[0])
    head = (
        f"M{x2:g} {y2:g}L{back[0] + aside[0]:g} {back[1] + aside[1]:g}L{back[0] - aside[0]:g} {back[1] - aside[1]:g}z"
    )
    shown = f'<path class="{kind}{" less" if dashed else ""} arrow" d="{way}"/><path class="{kind}" d="{head}"/>'
    return f'<path class="twin" d="{way}"/>{shown}'
