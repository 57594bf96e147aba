"""Tables of what the library says, in whichever language, as texts or as HTML."""

import pytest
from samples.petition import CARL, PETITION, Refer, at, filed_on, opened_on

from prcomm import BadInput, Role
from prcomm.core import sheets
from prcomm.core.sentences import in_english, named
from prcomm.core.sheets import Sheet, Under


def loud(word: object) -> str:
    """A language in which everything is shouted."""
    told = getattr(word, "told", None)
    return told(loud) if callable(told) else in_english(word).upper()


class TestASheet:
    SHEET = Sheet("pets", ("pet", "keeper"), (("tom", Role("keeper")), (named("tom"), None)))

    def test_its_texts(self):
        assert self.SHEET.texts() == (("tom", "keeper"), ("tom", ""))

    def test_in_another_language_plain_texts_stay(self):
        assert self.SHEET.texts(loud) == (("tom", "KEEPER"), ("TOM", ""))

    def test_as_text(self):
        assert str(self.SHEET) == "pets\npet | keeper\ntom | keeper\ntom | "
        assert self.SHEET.told(loud) == "PETS\nPET | KEEPER\ntom | KEEPER\nTOM | "

    def test_as_html_all_is_escaped(self):
        html = Sheet("<p>", ("&",), (("<b>",),)).html()
        assert html == (
            "<table><caption>&lt;p&gt;</caption><thead><tr><th>&amp;</th></tr></thead>"
            "<tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>"
        )

    def test_as_html_in_another_language(self):
        assert "<caption>PETS</caption>" in self.SHEET.html(loud)
        assert "<th>PET</th>" in self.SHEET.html(loud)


class TestOfALifecycle:
    def test_states_with_their_place(self):
        rows = sheets.states(PETITION).texts()
        assert [row[0] for row in rows] == [state.name for state in PETITION.states]
        places = {row[0]: row[2] for row in rows}
        initial = {row.target.name for row in PETITION.transitions if row.starts}
        assert {name for name, place in places.items() if "initial" in place} == initial
        assert {name for name, place in places.items() if "final" in place} == {state.name for state in PETITION.final}

    def test_all_three_tables(self):
        captions = [sheet.caption for sheet in sheets.sheets(PETITION)]
        assert captions == ["petition: states", "petition: transitions", "petition: deadlines"]

    def test_of_anything_else_there_is_none(self):
        with pytest.raises(BadInput, match="an int"):
            sheets.sheets(7)


class TestOfDues:
    def test_one_line_for_each_as_it_stands(self):
        entity = opened_on(3, 3)
        dues = PETITION.due(entity, at(3, 4))
        table = sheets.dues(dues, at(3, 4))
        assert table.caption == "what is owed"
        assert [row[0] for row in table.texts()] == [due.name for due in dues]
        assert [row[2] for row in table.texts()] == [due.status(at(3, 4)).value for due in dues]
        assert dues


def test_what_a_cell_rests_on_names_a_weaker_basis():
    row = next(row for row in PETITION.rows if row.cites)
    assert str(Under(row.cites, row.basis)).startswith(str(row.cites[0]))
    assert Under((), None).told(loud) == ""


def test_a_verdict_without_reasons():
    verdict = PETITION.explain(filed_on(3, 3), Refer(at=at(3, 3), by=CARL, to="elsewhere"))
    assert len(sheets.verdict(verdict).rows) == len(verdict.reasons)
