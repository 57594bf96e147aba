"""What nobody sees in a text, and what stands for it."""

import json
import sys
from unicodedata import category

import pytest

from prcomm.core.values.characters import escaped, on_one_line, printable, visible

SEEN_THOUGH_OF_FORMAT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Marks of other scripts that stand before figures, or above words: of format by their category, and drawn."""


def of_no_look(one):
    return category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and one not in SEEN_THOUGH_OF_FORMAT and not shorthand(one)


def shorthand(one):
    """Joiners of Egyptian signs and overlays of notes and shorthand, which no text of an office has."""
    return 0x13430 <= ord(one) <= 0x1345F


class TestWhatNobodySees:
    def test_every_control_and_every_mark_of_format_is_told_by_its_number(self):
        hidden = [one for one in map(chr, range(sys.maxunicode + 1)) if of_no_look(one)]
        assert len(hidden) > 2000
        assert [one for one in hidden if on_one_line(one) == one] == []

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("\x1b[2J", r"\x1b[2J"),
            ("a\x07", r"a\x07"),
            ("\x9b31m", r"\x9b31m"),
            ("a\rb", r"a\rb"),
            ("abc\u202efdp", r"abc\u202efdp"),
            ("a\u200bb", r"a\u200bb"),
            ("\ud83d", r"\ud83d"),
            ("a\ufe0f", r"a\ufe0f"),  # of no width, though Python calls it printable
            ("\u3164\u2800", r"\u3164\u2800"),
            ("\U000e0041", r"\U000e0041"),
        ],
    )
    def test_by_its_number(self, name, told):
        assert on_one_line(name) == visible(name) == told

    @pytest.mark.parametrize("seen", ["", "oʻzbek", "№ 7 – «да»", "a\u00a0b", "9\u202f000", "🙂", "\u0301e"])
    def test_what_is_seen_stays(self, seen):
        assert on_one_line(seen) == visible(seen) == printable(seen) == escaped(seen) == seen

    def test_lines_stay_lines_in_a_text_and_are_told_in_a_name(self):
        assert visible("a\n\tb") == "a\n\tb"
        assert on_one_line("a\n\tb") == r"a\n\tb"

    def test_a_name_in_a_picture_is_without_it(self):
        assert printable("a\u200bb\r\nc\x1b[1m\u2066d") == "ab c[1md"

    def test_json_says_the_same(self):
        text = "\x7f\x9b\u202e\u200b\ufeff\U000e0041\ud800 oʻ"
        written = escaped(json.dumps({text: [text]}, ensure_ascii=False, indent=2))
        assert json.loads(written) == {text: [text]}
        assert visible(written) == written
        assert "oʻ" in written
