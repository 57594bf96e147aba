"""What stops a term, lets it run again and begins it anew, and what it depends on: in words and for programs."""

from datetime import date
from typing import Annotated as An, Any

import pytest
from attrs import frozen
from core.one_duty import ACT, CLERK, CODE, LAW

from prcomm import (
    SAME,
    Action,
    Dated,
    Days,
    EndDays,
    Entity,
    Kind,
    Lifecycle,
    Office,
    Reform,
    State,
    Version,
    WorkingDays,
    by_field,
    by_law,
    by_state,
    further,
    owes,
    rows,
)
from prcomm.adapters.json_view import lifecycle_view
from prcomm.adapters.terms import Terms
from prcomm.core.values.messages import in_english
from prcomm.labels import LABELS


class S(State):
    OPEN = 1
    GRANTED = 2
    REFUSED = 3


class How(Kind):
    WHOLLY = 1
    PARTLY = 2


@frozen(kw_only=True)
class CaseAction(Action): ...


@frozen(kw_only=True)
class Ask(CaseAction):
    case: str
    office: Office


@frozen(kw_only=True)
class Grant(CaseAction):
    how: How
    paid: An[bool, "whether the fee is paid"] = False
    free: bool = False
    part: How | None = None


@frozen(kw_only=True)
class Refuse(CaseAction): ...


@frozen(kw_only=True)
class Stop(CaseAction): ...


@frozen(kw_only=True)
class Go(CaseAction): ...


@frozen(kw_only=True)
class Clarify(CaseAction): ...


@frozen(kw_only=True)
class Tell(CaseAction): ...


@frozen(kw_only=True)
class Case(Entity[S]): ...


row, owed = rows(Case, S, CaseAction), owes(Case, CaseAction)
TABLE = (
    row.start(Ask, S.OPEN, CLERK, ACT(1), id="case"),
    row(S.OPEN, Grant, S.GRANTED, CLERK, ACT(1)),
    row(S.OPEN, Refuse, S.REFUSED, CLERK, ACT(1)),
    *(row(S.OPEN | S.GRANTED | S.REFUSED, step, SAME, CLERK, ACT(1)) for step in (Stop, Go, Clarify, Tell)),
)
TO_COME = Dated("end days to come", (Version(EndDays.BOTH, CODE(7), since=date(2090, 1, 1)),))
READ = Dated.of("end days of a pause", EndDays.LAST, CODE(7))


def case(within: Any, *moves: Any, begins: Any = Ask, law: Any = LAW) -> Lifecycle[Case, CaseAction]:
    return Lifecycle("case", TABLE, [owed("answer", begins, within, Tell, CLERK, ACT(2), *moves)], law=law)


def term(within: Any, begins: Any = Grant, lang: str = "en") -> str:
    lifecycle = case(within, begins=begins)
    return LABELS.text(Terms.of(lifecycle)(lifecycle.deadlines[0]), lang)


class TestByTheOutcome:
    @pytest.mark.parametrize(
        ("within", "begins", "words"),
        [
            (by_field("how", {How.WHOLLY: Days(10), How.PARTLY: WorkingDays(3)}), Grant,
             "WHOLLY: 10 days; PARTLY: 3 working days"),
            (by_field("how", {How.WHOLLY | How.PARTLY: Days(10)}), Grant, "WHOLLY, PARTLY: 10 days"),
            (by_field("how", {How.WHOLLY: Days(10), How.PARTLY: None}), Grant,
             "WHOLLY: 10 days; PARTLY: no term in the law"),
            (by_field("part", {How.WHOLLY | How.PARTLY: Days(10), None: Days(3)}), Grant,
             "WHOLLY, PARTLY: 10 days; not said: 3 days"),
            (by_field("paid", {True: Days(10), False: Days(3)}), Grant,
             "whether the fee is paid (yes: 10 days; no: 3 days)"),
            (by_field("free", {True: Days(10), False: Days(3)}), Grant, "free (yes: 10 days; no: 3 days)"),
            (by_field("how", {How.WHOLLY: Dated.of("a term", Days(4), ACT(3)), How.PARTLY: Days(3)}), Grant,
             "WHOLLY: 4 days; PARTLY: 3 days"),
            (by_state({S.GRANTED: Days(10), S.REFUSED: Days(3)}), (Grant, Refuse), "GRANTED: 10 days; REFUSED: 3 days"),
        ],
    )  # fmt: skip
    def test_each_case_has_its_words(self, within: Any, begins: Any, words: str) -> None:
        assert term(within, begins) == words

    @pytest.mark.parametrize(
        ("lang", "words"),
        [("ru", "free (да: 10 дней; нет: 3 дня)"), ("uz", "free (ha: 10 kun; yoʻq: 3 kun)"),
         ("uz-Cyrl", "free (ҳа: 10 кун; йўқ: 3 кун)")],
    )  # fmt: skip
    def test_in_each_script(self, lang: str, words: str) -> None:
        assert term(by_field("free", {True: Days(10), False: Days(3)}), lang=lang) == words

    def test_a_move_to_one(self) -> None:
        to = by_state({S.GRANTED: further(Days(2)), S.REFUSED: None, S.OPEN: Days(4)})
        lifecycle = case(Days(3), owed.moved(Clarify, to))
        (deadline,) = lifecycle.deadlines
        (move,) = deadline.moves
        told = in_english(Terms.of(lifecycle).moved(deadline, move))  # type: ignore[arg-type]  # it is a move
        assert told == "GRANTED: 2 days more; REFUSED: no term any more; OPEN: 4 days"


class TestPauses:
    @pytest.mark.parametrize(
        ("counts", "words", "name"),
        [
            (EndDays.FIRST, "of its end days the first counts", "FIRST"),
            (EndDays.LAST, "of its end days the last counts", "LAST"),
            (EndDays.BOTH, "both its end days count", "BOTH"),
            (EndDays.NEITHER, "neither of its end days counts", "NEITHER"),
            (READ, "of its end days the last counts", "LAST"),
            (TO_COME, "both its end days count", "BOTH"),
        ],
    )
    def test_which_of_their_days_count(self, counts: Any, words: str, name: str) -> None:
        lifecycle = case(Days(3), owed.paused(Stop, (Go, Tell), counts=counts, cites=ACT(5)))
        (pause,) = lifecycle.deadlines[0].moves
        assert in_english(Terms.of(lifecycle).counts(pause)) == words  # type: ignore[arg-type]  # it is a pause
        assert lifecycle_view(lifecycle, in_english)["deadlines"][0]["paused"] == [  # type: ignore[index]  # JSON
            {
                "by": ["Stop"],
                "until": ["Go", "Tell"],
                "counts": name,
                "cites": ["Civil Code art. 5"],
                "basis": "STATUTE",
            }
        ]

    def test_a_reform_is_read(self) -> None:
        law = LAW.under(Reform(READ, EndDays.NEITHER, "on trial"))
        lifecycle = case(Days(3), owed.paused(Stop, Go, counts=READ), law=law)
        (pause,) = lifecycle.deadlines[0].moves
        assert Terms.of(lifecycle).end_days(pause) is EndDays.NEITHER  # type: ignore[arg-type]  # it is a pause


class TestNewBeginnings:
    @pytest.mark.parametrize(
        ("within", "words"),
        [
            (None, "the whole term again"),
            (WorkingDays(3), "3 working days"),
            (Dated.of("a term", Days(4), ACT(3)), "4 days"),
            (Dated.of("no term", None, ACT(3)), "no term in the law"),
            (
                by_state({S.GRANTED: Days(2), S.REFUSED | S.OPEN: None}),
                "GRANTED: 2 days; OPEN, REFUSED: no term in the law",
            ),
            (lambda case, action: Days(3), "as the case is"),
            (by_law(lambda case, action, context: Days(3)), "as the case is"),
        ],
    )
    def test_the_term_it_then_has(self, within: Any, words: str) -> None:
        lifecycle = case(Days(3), owed.restarted((Clarify, Go), within))
        (restart,) = lifecycle.deadlines[0].moves
        assert in_english(Terms.of(lifecycle).anew(restart)) == words  # type: ignore[arg-type]  # it is a new beginning
        assert lifecycle_view(lifecycle, in_english)["deadlines"][0]["restarted"] == [  # type: ignore[index]  # JSON
            {"by": ["Clarify", "Go"], "within": words, "cites": [], "basis": None}
        ]


class TestWhatRestsOnAnArticle:
    def test_a_deadline_rests_on_what_stops_it_and_begins_it_anew(self) -> None:
        lifecycle = case(
            Days(3),
            owed.paused(Stop, Go, cites=ACT(5)),
            owed.restarted(Clarify, cites=ACT(6)),
            owed.moved(Tell, Days(9)),
        )
        for article in (2, 5, 6):
            found = [rule.name for rule in lifecycle.cited() if ACT(article) in rule.cites and rule.name == "answer"]
            assert found == ["answer"]


def test_the_words_of_a_source_stand_beside_them() -> None:
    """On the page of a process: acts, an arrow, which days count, and the article."""
    from prcomm.adapters.sphinx.domain import PrcommDomain
    from prcomm.adapters.sphinx.telling import Telling

    lifecycle = case(
        Days(3), owed.paused(Stop, (Go, Tell), counts=EndDays.NEITHER, cites=ACT(5)), owed.paused(Refuse),
        owed.restarted(Clarify, cites=ACT(6)), owed.moved(Grant, Days(9)),
    )  # fmt: skip
    tell = Telling(lifecycle, LABELS, "en", PrcommDomain.__new__(PrcommDomain))  # type: ignore[arg-type]  # any lifecycle
    (deadline,) = lifecycle.deadlines
    told = {
        str(name): "".join(one if isinstance(one, str) else one.astext() for one in cell)
        for name, cell in tell.touched(deadline, Terms.of(lifecycle))  # type: ignore[arg-type]  # any lifecycle
    }
    assert told == {
        "moved by": "Grant: 9 days",
        "paused by": "Stop → Go, Tell: neither of its end days counts (Civil Code art. 5); "
        "Refuse: of its end days the first counts",
        "begun anew by": "Clarify: the whole term again (Civil Code art. 6)",
    }
