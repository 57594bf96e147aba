"""Tables as values, in whichever language, and what a notebook asks of the things of the core."""

import sys

import pytest
from samples.petition import CARL, PETITION, Take, at, filed_on, opened_on

from prcomm import Basis, Refused, Role, Source
from prcomm.core.sources.citations import Under
from prcomm.core.values.display import NOTEBOOK, Displayed, Sheet
from prcomm.core.values.messages import in_english, named

ACT = Source("Petitions Act")


def loud(word: object) -> str:
    """A language in which everything is shouted."""
    told = getattr(word, "rendered", None)
    return told(loud) if callable(told) else in_english(word).upper()


class TestASheet:
    SHEET = Sheet("pets", ("pet", "keeper"), (("tom", Role("keeper")), (named("tom"), None)))

    def test_its_texts(self):
        assert self.SHEET.texts() == (("tom", "keeper"), ("tom", ""))

    def test_in_another_language_plain_texts_stay(self):
        assert self.SHEET.texts(loud) == (("tom", "KEEPER"), ("TOM", ""))

    def test_as_text(self):
        assert str(self.SHEET) == "pets\npet | keeper\ntom | keeper\ntom | "
        assert self.SHEET.rendered(loud) == "PETS\nPET | KEEPER\ntom | KEEPER\nTOM | "

    def test_as_html_all_is_escaped(self):
        html = Sheet("<p>", ("&",), (("<b>",),)).html()
        assert html == (
            "<table><caption>&lt;p&gt;</caption><thead><tr><th>&amp;</th></tr></thead>"
            "<tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>"
        )

    def test_as_html_in_another_language(self):
        assert "<caption>PETS</caption>" in self.SHEET.html(loud)
        assert "<th>PET</th>" in self.SHEET.html(loud)


def test_what_a_cell_rests_on_names_a_weaker_basis():
    weak = ACT(7).by(Basis.ANALOGY)
    assert str(Under((ACT(7, 2),), Basis.STATUTE)) == "Petitions Act art. 7(2)"
    assert str(Under((weak, ACT(8)), Basis.ANALOGY)) == "Petitions Act art. 7, Petitions Act art. 8, ANALOGY"
    assert Under((), None).rendered(loud) == ""


def shown_things() -> list[Displayed]:
    """One of each kind that a notebook shows."""
    petition = opened_on(3, 3)
    with pytest.raises(Refused) as refused:
        PETITION.apply(petition, Take(at=at(3, 4), by=CARL))
    audit = PETITION.audit([record.action for record in petition.history], at(3, 4))
    (due, *_) = PETITION.due(filed_on(3, 3), at(3, 4))
    return [PETITION, petition, due, refused.value, refused.value.verdict, audit]


class TestInANotebook:
    def test_all_is_shown_as_tables_and_some_as_a_picture(self):
        shown = shown_things()
        assert all("<table>" in thing._repr_html_() for thing in shown)
        assert [(thing._repr_svg_() or "")[:4] for thing in shown] == ["<svg", "<svg", "<svg", "", "", ""]

    def test_where_there_is_nothing_that_draws_nothing_is_shown(self, monkeypatch):
        monkeypatch.setitem(sys.modules, NOTEBOOK, None)
        for thing in shown_things():
            assert thing._repr_html_() is None
            assert thing._repr_svg_() is None
