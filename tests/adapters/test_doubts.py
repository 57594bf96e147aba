"""What to check with a lawyer that no row and no value asks by itself."""

import pytest

from prcomm import PROCESSES, Basis, RuleKind
from prcomm.adapters.sphinx.citing import everything
from prcomm.adapters.sphinx.nodes import Tag
from prcomm.adapters.sphinx.values_pages import doubts
from prcomm.labels import LABELS
from prcomm.law import DOUBTS, SOURCES, UZ

PAGE = list(doubts(everything(PROCESSES.values(), [UZ]), SOURCES, LABELS))
TEXTS = {section["ids"][0]: [row.astext().replace("\n\n", " ") for row in section.findall(Tag) if row["tag"] == "tr"]
         for section in PAGE}  # fmt: skip


class TestQuestions:
    """With the places where they arise, and how these are known."""

    @pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: doubt.text[:40])
    def test_each_is_there_with_its_places_and_how_they_are_known(self, doubt):
        (row,) = (row for row in TEXTS["questions"] if doubt.text in row)
        for cite in doubt.cites:
            known = "" if cite.basis is Basis.STATUTE else f" ({cite.basis.name})"
            assert f"{cite}{known}" in row
        assert any(cite.basis is not Basis.STATUTE for cite in doubt.cites)

    @pytest.mark.parametrize(
        ("words", "place"),
        [
            ("An official portal says once", "O‘RQ-445 art. 28(2) (OFFICIAL)"),
            ("last day that is a day off", "Labour Code art. 9 (ANALOGY)"),
            ("count the terms of other laws at all", "Civil Code art. 145 (INFERRED)"),
        ],
    )
    def test_these_are(self, words: str, place: str):
        assert any(words in row and place in row for row in TEXTS["questions"])

    def test_they_are_rules_of_the_law_that_can_be_asked(self):
        assert [rule.name for rule in UZ.cited() if rule.kind is RuleKind.DOUBT] == [one.text for one in DOUBTS]
