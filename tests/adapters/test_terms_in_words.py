"""How long a deadline runs, in words, as the acts have it."""

import pytest

from prcomm import PROCESSES
from prcomm.adapters.terms import Terms
from prcomm.core.table.moves import Move
from prcomm.core.values.messages import in_english
from prcomm.labels import LABELS
from prcomm.law import orq445


def term(process: str, name: str, lang: str = "en") -> str:
    lifecycle = PROCESSES[process]
    return LABELS.text(Terms.of(lifecycle)(next(one for one in lifecycle.deadlines if one.name == name)), lang)


def moved(process: str, name: str) -> dict[str, str]:
    lifecycle = PROCESSES[process]
    deadline = next(one for one in lifecycle.deadlines if one.name == name)
    terms = Terms.of(lifecycle)
    return {m.by.__name__: in_english(terms.moved(deadline, m)) for m in deadline.moves if isinstance(m, Move)}


class TestWhatTheLawNames:
    @pytest.mark.parametrize(
        ("process", "name", "words"),
        [
            ("appeal", "registration", "the same working day"),  # O‘RQ-445 art. 23(1)
            ("appeal", "forwarding", "5 days"),  # 25(2)
            ("appeal", "consideration", "APPLICATION, COMPLAINT: 15 days; PROPOSAL: 1 month"),  # 28(1), (3)
            ("appeal", "study_notice", "10 days"),  # 28(3)
            ("appeal", "withdrawal_return", "3 days"),  # 30(4)
            ("appeal", "filing", "12 months"),  # 22(2)
            ("appeal", "reply", "promptly: no number in the law"),
            ("request", "answer", "MEDIA: 7 days; USER: 15 days"),
            ("recommendation", "consideration", "promptly: no number in the law"),
            ("oversight", "duration", "at least 14 days"),
            ("oversight", "announcement", "10 days before"),
            ("press_service", "briefing_each_month", "once each month"),
            ("reports", "activity_report", "each year by 01.03"),
            ("accreditation", "validity", "the day that was set"),
            ("council", "term", "no term in the law"),
        ],
    )
    def test_is_said(self, process: str, name: str, words: str):
        assert term(process, name) == words

    def test_in_each_script(self):
        assert term("appeal", "consideration", "ru") == "заявление, жалоба: 15 дней; предложение: 1 месяц"
        assert term("appeal", "consideration", "uz") == "ariza, shikoyat: 15 kun; taklif: 1 oy"
        assert term("appeal", "consideration", "uz-Cyrl") == "ариза, шикоят: 15 кун; таклиф: 1 ой"


class TestMoves:
    def test_study_gives_a_month_and_takes_the_term_of_a_proposal(self):
        """28(1): with study a month. 28(3): a proposal that needs study has none."""
        assert moved("appeal", "consideration") == {
            "Study": "APPLICATION, COMPLAINT: 1 month; PROPOSAL: no term any more",
            "Extend": "the day that was set",
        }

    def test_what_lifts_a_term_leaves_none(self):
        assert moved("appeal", "forwarding")["Assign"] == "no term any more"


class TestOfEachProcess:
    @pytest.mark.parametrize("process", PROCESSES)
    def test_each_deadline_has_words_in_each_script(self, process: str):
        lifecycle = PROCESSES[process]
        terms = Terms.of(lifecycle)
        for deadline in lifecycle.deadlines:
            english = in_english(terms(deadline))
            assert english
            assert all(LABELS.text(terms(deadline), lang) != english for lang in LABELS.languages[1:])

    def test_what_a_term_is_made_of_is_read(self):
        appeal = PROCESSES["appeal"]
        deadline = next(one for one in appeal.deadlines if one.name == "consideration")
        names = [read.name for read in Terms.of(appeal).reads(deadline)]
        assert names == [orq445.DAYS_TO_CONSIDER.name, orq445.MONTHS_FOR_A_PROPOSAL.name]
