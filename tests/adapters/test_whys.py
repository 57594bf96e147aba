"""Where the reference says why: both sides ask one function."""

import re

import pytest
from attrs import evolve
from book_loan import LOAN
from citizens import cases
from citizens.cases import at

from prcomm import PROCESSES, BadInput, Refused
from prcomm.adapters.sphinx import things
from prcomm.adapters.whys import anchor, why_not, why_of, why_page
from prcomm.citizens.appeals import APPEAL, Extend


class TestPlaces:
    def test_they_read_as_what_they_are(self):
        assert why_of(APPEAL, action=Extend, lang="ru") == "why_appeal.ru.html#act-appeal-Extend"
        assert why_of(APPEAL, term="consideration") == "why_appeal.html#term-appeal-consideration"
        assert why_of(LOAN, condition="a loan is renewed once") == "why_loan.html#guard-loan-a-loan-is-renewed-once"

    def test_long_sentences_that_begin_alike_have_their_own(self):
        begun = "appeal.who is complained of does nothing about the complaint"
        one, other = (anchor("guard", f"{begun} {end}") for end in ("now", "ever"))
        assert one != other
        assert one[:32] == other[:32]
        assert len(one) < 50

    @pytest.mark.parametrize("process", PROCESSES)
    def test_no_two_things_of_a_process_share_one(self, process: str):
        lifecycle = PROCESSES[process]
        texts = {guard.text for row in lifecycle.rows for guard in row.given}
        guards = [why_of(lifecycle, condition=text) for text in texts]
        acts = [why_of(lifecycle, action=action) for action in lifecycle.actions]
        terms = [why_of(lifecycle, term=deadline.name) for deadline in lifecycle.deadlines]
        assert len({*guards, *acts, *terms}) == len(texts) + len(lifecycle.actions) + len(lifecycle.deadlines)
        assert all(re.fullmatch(r"why_\w+\.html#(act|guard|term)-[\w-]+", one) for one in (*guards, *acts, *terms))

    def test_pages_have_the_same(self):
        assert why_of(APPEAL, action=Extend).endswith(f"#{things.act(APPEAL, Extend).anchor}")
        assert why_of(APPEAL, term="reply").endswith(f"#{things.term(APPEAL, 'reply').anchor}")
        guard = next(guard for row in APPEAL.rows for guard in row.given)
        assert why_of(APPEAL, condition=guard.text).endswith(f"#{things.guard(APPEAL, guard).anchor}")

    @pytest.mark.parametrize(
        "asked", [{}, {"term": "nothing"}, {"action": Extend, "term": "reply"}, {"condition": "the moon is full"}]
    )
    def test_what_is_not_there_is_refused(self, asked: dict[str, object]):
        with pytest.raises(BadInput, match="one act, condition or term that it has, not"):
            why_of(APPEAL, **asked)


class TestRefusals:
    """A refusal leads to its condition; to the act, where the state, the role or the time is against it."""

    @pytest.fixture
    def refused(self) -> Refused:
        appeal = APPEAL.replay((cases.receive(at(3, 3)), cases.register(at(3, 4)), cases.assign(at(3, 4, 11))))
        extend = cases.extend(at(3, 10), cases.on(5, 30))  # by more than a month
        with pytest.raises(Refused) as caught:
            APPEAL.apply(appeal, evolve(extend, by=cases.WORKER))  # and by who is no head
        return caught.value

    def test_each_reason_has_its_place(self, refused: Refused):
        found = {reason.kind.value: why_not(APPEAL, Extend, reason, "ru") for reason in refused.verdict.reasons}
        assert found["role"] == f"{why_page('appeal', 'ru')}.html#act-appeal-Extend"
        assert found["guard"].startswith("why_appeal.ru.html#guard-appeal-all-lengthenings-tog")
