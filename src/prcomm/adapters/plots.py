"""A scoreboard as a chart, drawn with matplotlib: for a notebook, a report, a file.

Beside each bar stand both numbers. A share that is undefined has no bar but a hatched frame with its word, so that
nobody takes it for none or for all. No colour says what the text does not.
"""
# The keywords of matplotlib's methods have no types.
# pyright: reportUnknownMemberType=false

try:
    from matplotlib.figure import Figure
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.plots needs matplotlib: pip install 'prcomm[plots]'") from error

from prcomm.core.values.messages import Say, in_english
from prcomm.views.principles import Scoreboard

BAR, FRAME, INK = "#2f6f8f", "#6b7278", "#1c2226"
"""A bar, the frame of a whole, the text: each is told from white by more than 4.5 to 1."""
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
