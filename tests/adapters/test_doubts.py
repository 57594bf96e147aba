"""What to check with a lawyer: every row, role, reading and figure that rests on less than the text of an act."""

import re
from collections.abc import Iterator

import pytest

from prcomm import PROCESSES, Basis, Citation, RuleKind
from prcomm.adapters.sphinx.citing import everything
from prcomm.adapters.sphinx.values_pages import doubts
from prcomm.labels import LABELS
from prcomm.law import DOUBTS, SOURCES, UZ

PAGE = list(doubts(everything(PROCESSES.values(), [UZ]), SOURCES, LABELS))
TEXTS = {section["ids"][0]: [row.astext().replace("\n\n", " ") for row in section.findall() if row.tagname == "row"]
         for section in PAGE}  # fmt: skip
Cites = tuple[Citation, ...]


def in_the_tables() -> Iterator[tuple[str, Cites]]:
    """Everything that rests on something, as the page would tell it: asked of the tables, not of what lists them."""
    for process in PROCESSES.values():
        for n, row in enumerate(process.rows, 1):
            yield f"{process.name}, transition: {n}, {row.action.__name__}", row.cites
            if row.who_cites != row.cites:
                yield f"{process.name}, roles: who may {row.action.__name__} ({n})", row.who_cites
            yield from ((f"{process.name}, guard: {guard.text}", guard.cites) for guard in row.given)
        yield from ((f"{process.name}, deadline: {one.name}", one.cites) for one in process.deadlines)
    for value in (UZ.last_day, *UZ.values):
        yield from ((f"{UZ.name}, value: {value.name}", version.cites) for version in value.versions)
    yield f"{UZ.name}, convention: the day of the event is not counted", UZ.conventions.day_zero
    yield f"{UZ.name}, convention: a month ends on the same number, or on the last day", UZ.conventions.months
    calendar = UZ.calendar
    yield f"{UZ.name}, convention: the weekly days of rest", calendar.rest
    for one in calendar.holidays:
        yield f"{UZ.name}, convention: the holiday of {one.month:02}-{one.day:02}", one.cites
    for told, rule in (
        ("a day of rest that is a holiday moves", calendar.shift),
        ("the eve of a holiday is shorter", calendar.eve),
    ):
        assert rule is not None
        yield f"{UZ.name}, convention: {told}", rule.cites


WEAK = [(told, c) for told, cites in dict.fromkeys(in_the_tables()) for c in cites if c.basis is not Basis.STATUTE]


class TestEverythingBelowTheTextIsListed:
    @pytest.mark.parametrize(("told", "cite"), WEAK, ids=[f"{told}, {cite.basis.name}" for told, cite in WEAK])
    def test_it_is(self, told: str, cite: Citation):
        assert any(told in row and str(cite) in row for row in TEXTS[f"known-{cite.basis.name}"])

    def test_there_are_rows_roles_readings_and_figures_among_them(self):
        kinds = {re.split("[,:] ", told)[1] for told, _ in WEAK}
        assert kinds == {"transition", "roles", "guard", "deadline", "value", "convention"}
        assert any(told.endswith(UZ.last_day.name) for told, _ in WEAK)

    def test_days_off_are_counted_there_by_year(self):
        for basis in {cite.basis for day in UZ.calendar.days for cite in day.cites} - {Basis.STATUTE}:
            years = {day.day.year for day in UZ.calendar.days if any(cite.basis is basis for cite in day.cites)}
            (section,) = (one for one in PAGE if one["ids"] == [f"known-{basis.name}"])
            assert all(f"{year}: " in section.astext() for year in years)


class TestQuestions:
    """What no row and no value asks by itself."""

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
