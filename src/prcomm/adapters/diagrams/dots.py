"""Pictures of dots (PNG) from those in SVG. Needs the extra ``png``, and a font of the system: DejaVu Sans by choice.

What draws knows no variables of style and no dark screens, so the colours of a light one are put in their places first.
"""

import re
from typing import Final

try:
    import resvg_py
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"{__name__} needs {missing.name}: pip install 'prcomm[png]'", name=missing.name
    ) from None

TWICE: Final = 2
"""How many dots stand for one of the picture, in each direction."""
PAPER: Final = "#fff"
STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
MEDIA: Final = re.compile(r"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
SET: Final = re.compile(r"(--[\w-]+):([^;}]+)")
USED: Final = re.compile(r"var\((--[\w-]+)(?:,((?:[^()]|\([^()]*\))*))?\)")


def png(svg: str) -> bytes:
    """A picture as PNG, on white, twice as fine as its size says."""
    return bytes(resvg_py.svg_to_bytes(svg_string=plain(svg), background=PAPER, zoom=TWICE))


def plain(svg: str) -> str:
    """The same picture with each colour where it is used: as on a light screen."""
    return STYLE.sub(lambda found: f"<style>{_plain_rules(found[1])}</style>", svg)


def _plain_rules(style: str) -> str:
    rules = [(selector, body) for selector, body in RULE.findall(MEDIA.sub("", style)) if "[data-" not in selector]
    common = {
        name: value for selector, body in rules for name, value in SET.findall(body) if " " not in selector.strip()
    }
    own = {
        selector.strip(): dict(SET.findall(body)) for selector, body in rules if SET.search(body) and " " in selector
    }
    made: list[str] = []
    for selector, body in rules:
        kept = ";".join(one for one in body.split(";") if one and not one.startswith("--"))
        if kept:
            made.append(f"{selector}{{{_filled(kept, common)}}}")
            made += _within(selector, kept, common, own)
    return "".join(made)


def _within(selector: str, body: str, common: dict[str, str], own: dict[str, dict[str, str]]) -> list[str]:
    """The rule for what stands in, or is, an element that has a colour of its own."""
    made: list[str] = []
    for inside, values in own.items():
        if any(name in values for name, _ in USED.findall(body)):
            of = inside.split()[-1]
            each = [
                f"{inside} {last}, {before} {last}{of}"
                for before, _, last in (one.strip().rpartition(" ") for one in selector.split(","))
            ]
            made.append(f"{','.join(each)}{{{_filled(body, common | values)}}}")
    return made


def _filled(body: str, values: dict[str, str]) -> str:
    while USED.search(body):
        body = USED.sub(lambda found: values.get(found[1], found[2] or "none"), body)
    return body
