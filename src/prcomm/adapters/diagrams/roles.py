"""How roles are told apart in pictures: each by a colour of its own, the same in every picture, and by two letters."""

from collections.abc import Iterable, Iterator, Mapping
from zlib import crc32

from prcomm.core.sources.people import Role
from prcomm.core.values.messages import Say

LIGHT = (
    "#a70119", "#6a2203", "#9b4e01", "#7a4d04", "#4f3900", "#756700", "#575e05", "#2c4603",
    "#067c21", "#066944", "#04483b", "#0a7571", "#02646d", "#084454", "#086e9a", "#005a9d",
    "#0a289e", "#574fce", "#6434b4", "#5a0082", "#9931a0", "#961078", "#710241", "#b81a4d",
)  # fmt: skip
DARK = (
    "#ff958e", "#ef774b", "#fec7a2", "#f7a224", "#c69612", "#edd643", "#b5c333", "#7db138",
    "#8cf090", "#3ad693", "#00b89a", "#18f3ea", "#0dcfdf", "#17b0d3", "#a6ddfd", "#7cbdff",
    "#6e9aff", "#cbd0fe", "#bda7fe", "#bd7fe8", "#fbbafe", "#fa8cd7", "#e96fa3", "#fdc2ca",
)  # fmt: skip
"""The colours of roles by day and by night: each is told from what it stands on by 4.5 to 1, and from its neighbours by
its lightness."""
SEED = 53697
"""So chosen that no two roles of one process have the same colour."""


def colour(role: Role) -> int:
    """Which colour a role has in every picture, by its name alone."""
    return crc32(f"{SEED} {role.name}".encode()) % len(LIGHT)


def letters(roles: Iterable[Role], say: Say) -> Mapping[Role, str]:
    """Two letters for each role, by what it is called; where two roles of a picture would have the same, the later one
    has others."""
    found: dict[Role, str] = {}
    for role in roles:
        taken = set(found.values())
        found[role] = next(short for short in _shorts(say(role)) if short not in taken)
    return found


def _shorts(words: str) -> Iterator[str]:
    """Ways to shorten a name: the initials of its words, its first letters, its first letter and any other, numbers."""
    pieces = [piece for piece in "".join(c if c.isalpha() else " " for c in words).split() if len(piece) > 2]
    whole = "".join(pieces) or "".join(c for c in words if c.isalnum()) or "?"
    if len(pieces) > 1:
        yield (pieces[0][0] + pieces[-1][0]).upper()
    yield from (whole[0].upper() + other.lower() for other in whole[1:])
    yield from (f"{whole[0].upper()}{n}" for n in range(2, 100))
