"""What a notebook shows."""

from html.parser import HTMLParser

import pytest
from attrs import evolve
from samples.petition import (
    CARL,
    EMIL,
    HEIDI,
    PETITION,
    REQUEST,
    TOWN,
    Ask,
    File,
    Refer,
    Take,
    at,
    filed_on,
    opened_on,
)

from prcomm import Actor, Person, Refused, Role, Unmapped


class Cells(HTMLParser):
    """The texts of all cells, apart from the picture above them; fails on what is not closed or foreign to both."""

    TABLE = frozenset({"table", "caption", "thead", "tbody", "tr", "th", "td"})
    PICTURE = frozenset({"svg", "style", "g", "a", "title", "text", "rect", "path", "circle"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in (self.PICTURE if "svg" in (*self.open, tag) else self.TABLE)
        self.open.append(tag)
        if tag in {"td", "th", "caption"}:
            self.texts.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        assert tag in self.PICTURE
        assert "svg" in self.open

    def handle_data(self, data):
        if "svg" not in self.open:
            self.texts[-1] += data


EVIL = "<script>alert('x')</script>"


class TestHtml:
    def test_a_lifecycle_shows_its_two_tables(self):
        texts = Cells(PETITION._repr_html_()).texts
        assert "petition: transitions" in texts
        assert "petition: deadlines" in texts
        assert "never: a term is lengthened once" in texts
        assert "Petitions Act art. 7(2)" in texts
        assert "House rules no. 1, ASSUMED" not in texts  # a guard's own citation stands with the guard

    def test_an_entity_shows_its_history(self):
        texts = Cells(opened_on(3, 3)._repr_html_()).texts
        assert texts[0] == "Petition 7: OPEN, version 2"
        assert "c1 (clerk)" in texts

    def test_a_due_shows_its_days_and_its_trace(self):
        (_, answer) = PETITION.due(filed_on(3, 3), at(3, 4))
        texts = Cells(answer._repr_html_()).texts
        assert "answer: why this day" in texts
        assert texts.count("2026-03-18") == 5  # raw, rolled, control, last, and the last line of the trace

    def test_a_due_of_several_names_its_key(self):
        petition = PETITION.apply(opened_on(3, 3), Ask(at=at(3, 4), by=CARL, question=EVIL))
        due = PETITION.due(petition, at(3, 4), open=True)[-1]
        assert f"information {EVIL}" in Cells(due._repr_html_()).texts

    def test_a_refusal_shows_its_reasons(self):
        with pytest.raises(Refused) as caught:
            PETITION.apply(filed_on(3, 3), Refer(at=at(3, 4), by=HEIDI, to="police"))
        assert "send it to another office" in Cells(caught.value._repr_html_()).texts
        assert caught.value._repr_html_() == caught.value.verdict._repr_html_()

    def test_an_audit_shows_its_findings(self):
        audit = PETITION.audit([Unmapped(EVIL, at(3, 3))], at(3, 3))
        assert f"'{EVIL}' is no action of the petition" in " ".join(Cells(audit._repr_html_()).texts).replace('"', "'")

    def test_all_text_is_escaped(self):
        actor = Actor(EVIL, Role(EVIL))
        filed = File(at=at(3, 3), by=EMIL, case=EVIL, kind=REQUEST, office=TOWN)
        petition = evolve(PETITION.begin(filed), id=EVIL)
        with pytest.raises(Refused) as caught:
            PETITION.apply(petition, Take(at=at(3, 4), by=actor))
        shown = [petition._repr_html_(), caught.value._repr_html_()]
        shown.append(PETITION.audit([filed, Take(at=at(3, 4), by=actor)], at(3, 4)).entity._repr_html_())
        for html in shown:
            assert "<script" not in html
            assert EVIL in " ".join(Cells(html).texts)

    def test_no_name_is_shown(self):
        filed = File(
            at=at(3, 3), by=EMIL, case="7", kind=REQUEST, office=TOWN, author=Person("p", "Zulfiya", "Street 1")
        )
        petition = PETITION.begin(filed)
        with pytest.raises(Refused) as caught:
            PETITION.begin(evolve(filed, by=CARL))
        shown = [repr(petition), petition._repr_html_(), str(caught.value), repr(caught.value.verdict), repr(filed)]
        assert not any("Zulfiya" in text or "Street" in text for text in shown)
