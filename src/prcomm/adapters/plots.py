"""Charts, drawn with matplotlib: a scoreboard for a notebook, a report, a file; and how a notebook shows any figure.

Beside each bar stand both numbers. A share that is undefined has no bar but a hatched frame with its word, so that
nobody takes it for none or for all. No colour says what the text does not.
"""
# The keywords of matplotlib's methods have no types.
# pyright: reportUnknownMemberType=false

import re
from collections.abc import Mapping
from html import escape
from io import StringIO
from types import MappingProxyType

from attrs import frozen

try:
    import matplotlib as mpl
    from matplotlib.figure import Figure
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.plots needs matplotlib: pip install 'prcomm[plots]'") from error

from prcomm.core.values.messages import Say, in_english
from prcomm.views.principles import Scoreboard

BAR, FRAME, INK = "#2f6f8f", "#6b7278", "#1c2226"
"""A bar, the frame of a whole, the text: each is told from white by more than 4.5 to 1."""
STYLE: Mapping[str, object] = MappingProxyType(
    {
        **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), INK),
        **dict.fromkeys(("figure.facecolor", "axes.facecolor", "savefig.facecolor"), "none"),
        "legend.frameon": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "prcomm",
        "figure.constrained_layout.use": True,
    }
)
"""How figures are set that a page may show by day and by night: ``matplotlib.rcParams.update(STYLE)``."""
WIDE, HIGH_EACH, HIGH_AROUND = 9.0, 0.55, 1.1
"""In inches: the figure, each row of it, and what is above and below them."""


def scoreboard_figure(board: Scoreboard, say: Say = in_english) -> Figure:
    """The chart of a scoreboard, its words in the language of ``say``: ``figure.savefig("board.svg")``."""
    figure = Figure(figsize=(WIDE, HIGH_EACH * len(board) + HIGH_AROUND), layout="constrained")
    axes = figure.subplots()
    places = range(len(board))
    axes.barh(places, [1] * len(board), height=0.62, fill=False, edgecolor=FRAME, linewidth=0.8)
    for place, one in enumerate(board):
        if one.share is None:
            axes.barh(place, 1, height=0.62, fill=False, edgecolor=FRAME, linewidth=0.8, hatch="//")
        else:
            axes.barh(place, float(one.share), height=0.62, color=BAR)
        axes.text(1.02, place, say(one.counts), va="center", ha="left", fontsize=10, color=INK)
    axes.set_yticks(places, [say(one.principle) for one in board], fontsize=10, color=INK)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"], fontsize=9, color=INK)
    axes.set_xlim(0, 1)
    axes.invert_yaxis()
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
    figure.suptitle(say(board.caption), fontsize=11, color=INK)
    return figure


@frozen
class Shown:
    """A figure as a notebook or a page shows it: as sharp as the screen, its ink the colour of the text around it, by
    day and by night, and told in words to who does not see it.

    Attributes:
        figure: the figure, drawn under ``STYLE``.
        told: what it shows, in a sentence.
    """

    figure: Figure
    told: str

    def _repr_html_(self) -> str:
        kept = StringIO()
        # The keys that may stand there are a Literal of some hundreds.
        with mpl.rc_context(dict(STYLE)):  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
            self.figure.savefig(kept, format="svg", metadata={"Date": None, "Creator": None})
        drawn = _OF_A_FILE.sub("", kept.getvalue()).replace(INK, "currentColor")
        named = set(_NAMED.findall(drawn))
        drawn = _ID.sub(lambda one: one[0] if one[1] in named else "", drawn)
        size = f'role="img" aria-label="{escape(self.told)}" class="prcomm-plot"'
        return f"<div>{drawn.replace('<svg ', f'<svg {size} ', 1)}</div>"


_OF_A_FILE = re.compile(r"^.*?(?=<svg )|<metadata>.*?</metadata>|<style.*?</style>", re.DOTALL)
"""What an SVG has when it is a file of its own, and a page would take for its own."""
_ID, _NAMED = re.compile(r' id="([^"]+)"'), re.compile(r'#([^")]+)["\)]')
"""The name of a piece; what other pieces name."""
