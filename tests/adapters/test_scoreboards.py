"""A scoreboard outside the library: as JSON, as CSV, as a chart."""

import json
import re
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from attrs import evolve
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from views.worked import AT, FIRST, LAST, worked_office

from prcomm.adapters.json.scoreboards import dumps_scoreboard, scoreboard_document
from prcomm.adapters.plots import STYLE, Shown, scoreboard_figure
from prcomm.adapters.tables import csv_of
from prcomm.labels import LABELS, say
from prcomm.views.principles import Indicator, Principle, scoreboard

BOARD = scoreboard(worked_office(), FIRST, LAST, AT)
EMPTY = scoreboard((), FIRST, LAST, AT)
MANY = evolve(
    BOARD, indicators=(Indicator(Principle.OPENNESS, 1_234_567, 7_654_321), *BOARD.indicators[1:5], EMPTY[5])
)  # fmt: skip
LANGUAGES = LABELS.languages


class TestJson:
    def test_the_two_numbers_the_share_and_what_must_be_told_with_them(self):
        found = json.loads(dumps_scoreboard(BOARD))
        assert {name: found[name] for name in ("prcomm", "document")} == {"prcomm": 1, "document": "scoreboard"}
        told = found["scoreboard"]
        assert (told["first"], told["last"]) == ("2026-07-01", "2026-09-30")
        assert told["at"] == "2026-10-05T10:00:00+05:00[Asia/Tashkent]"
        assert told["indicators"][0] == {
            "principle": "OPENNESS",
            "called": "OPENNESS",
            "numerator": 5,
            "denominator": 6,
            "share": "5/6",
            "percent": "83.3",
            "text": "83.3 % (5 of 6)",
            "beside": [
                {"what": "requests refused", "number": 1},
                {"what": "requests answered in part", "number": 0},
            ],
            "formula": "requests answered on the merits, of the requests decided",
            "inputs": "requests of which the first answer or refusal lies in the days",
            "cannot_tell": "whether the answer said anything",
            "cites": [
                {"source": "Source article", "article": "52", "part": None, "basis": "REPORTED", "unit": "entry"}
            ],
            "basis": "REPORTED",
        }
        assert [one["principle"] for one in told["indicators"]] == [one.name for one in Principle]

    def test_what_is_undefined_is_null_and_its_counts_stand(self):
        for one in scoreboard_document(EMPTY)["scoreboard"]["indicators"]:
            assert (one["numerator"], one["denominator"], one["share"], one["percent"]) == (0, 0, None, None)
            assert one["text"] == "undefined (0 of 0)"

    def test_in_another_language_the_codes_stay(self):
        english, russian = scoreboard_document(BOARD), scoreboard_document(BOARD, say("ru"))
        openness, wanted = (one["scoreboard"]["indicators"][0] for one in (russian, english))
        assert openness["called"] == "открытость"
        assert openness["text"] == "83.3 % (5 из 6)"
        codes = ("principle", "numerator", "denominator", "share", "percent", "cites", "basis")
        assert {name: openness[name] for name in codes} == {name: wanted[name] for name in codes}


class TestCsv:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_line_for_each_principle_with_both_numbers(self, lang):
        head, *lines = csv_of(BOARD.sheets()[0], say(lang)).splitlines()
        assert len(lines) == 6
        assert head.count(",") == 5
        assert [line.split(",")[1:3] for line in lines] == [
            ["5", "6"], ["4", "5"], ["3", "5"], ["10", "14"], ["1", "2"], ["3", "5"],
        ]  # fmt: skip

    def test_in_another_script(self):
        lines = csv_of(BOARD.sheets()[0], say("uz-Cyrl")).splitlines()
        assert lines[1].startswith("очиқлик,5,6,83.3 % (6 тадан 5 таси),")


def texts(figure):
    """What is written in a chart, and where, once it is drawn."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    (axes,) = figure.axes
    renderer = canvas.get_renderer()
    written = [*axes.texts, *axes.get_yticklabels(), *axes.get_xticklabels(), figure._suptitle]
    return [(one.get_text(), one.get_window_extent(renderer)) for one in written]


class TestTheChart:
    def test_both_numbers_stand_beside_each_bar(self):
        (axes,) = scoreboard_figure(BOARD).axes
        assert [one.get_text() for one in axes.texts] == [
            "83.3 % (5 of 6)", "80.0 % (4 of 5)", "60.0 % (3 of 5)", "71.4 % (10 of 14)", "50.0 % (1 of 2)",
            "60.0 % (3 of 5)",
        ]  # fmt: skip
        assert [one.get_text() for one in axes.get_yticklabels()] == [one.name for one in Principle]

    def test_a_bar_is_as_long_as_its_share(self):
        (axes,) = scoreboard_figure(BOARD).axes
        filled = [one.get_width() for one in axes.patches if one.get_fill()]
        assert filled == pytest.approx([5 / 6, 4 / 5, 3 / 5, 5 / 7, 1 / 2, 3 / 5])

    def test_what_is_undefined_has_no_bar_but_a_hatched_frame_and_the_word(self):
        (axes,) = scoreboard_figure(EMPTY).axes
        assert [one for one in axes.patches if one.get_fill()] == []
        assert [one.get_width() for one in axes.patches if one.get_hatch()] == [1] * 6
        assert {one.get_text() for one in axes.texts} == {"undefined (0 of 0)"}

    def test_none_of_some_is_told_from_undefined(self):
        none = evolve(EMPTY, indicators=(Indicator(Principle.OPENNESS, 0, 7),))
        (axes,) = scoreboard_figure(none).axes
        assert [one for one in axes.patches if one.get_hatch()] == []
        assert [one.get_text() for one in axes.texts] == ["0.0 % (0 of 7)"]

    @pytest.mark.parametrize("lang", LANGUAGES)
    @pytest.mark.parametrize("board", [BOARD, EMPTY, MANY])
    def test_each_text_is_whole_and_covers_no_other(self, board, lang):
        figure = scoreboard_figure(board, say(lang))
        found = texts(figure)
        assert len(found) == 18
        for text, box in found:
            assert min(box.x0, box.y0) >= 0, text
            assert box.x1 <= figure.bbox.width, text
            assert box.y1 <= figure.bbox.height, text
        assert [(a, b) for (a, one), (b, other) in combinations(found, 2) if one.overlaps(other)] == []

    def test_it_is_written_as_a_picture(self):
        into = BytesIO()
        scoreboard_figure(BOARD).savefig(into, format="svg")
        assert b"<svg" in into.getvalue()


@pytest.fixture(scope="module")
def page() -> str:
    with mpl.rc_context(dict(STYLE)):
        figure = Figure(figsize=(4, 2))
        axes = figure.subplots()
        axes.plot([1, 2], [2, 1], marker="o", color="#4a9fd6")
        axes.set_title("two & <more>")
    return Shown(figure, 'a line, "down"')._repr_html_()


class TestAFigureOnAPage:
    """It is part of the page: its ink is that of the text, and nothing of it is taken for the page's own."""

    def test_it_is_told_in_words(self, page: str):
        svg = ElementTree.fromstring(page)[0]
        assert svg.attrib["role"] == "img"
        assert svg.attrib["aria-label"] == 'a line, "down"'
        assert "two & <more>" in [text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")]

    def test_it_has_the_colour_of_the_text_around_it_and_no_ground(self, page: str):
        assert set(re.findall(r"(?:fill|stroke): ?(#[0-9a-f]+|currentColor)", page)) == {"currentColor", "#4a9fd6"}

    def test_it_brings_no_style_and_no_names_that_nothing_in_it_uses(self, page: str):
        assert "<style" not in page
        assert "<metadata" not in page
        names = re.findall(r' id="([^"]+)"', page)
        assert names
        assert all(f"#{name}" in page for name in names)

    def test_it_is_the_same_each_time(self):
        one, other = (Shown(scoreboard_figure(BOARD), "a board")._repr_html_() for _ in range(2))
        assert one == other
