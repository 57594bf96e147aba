"""The found item: what the acts on press services, mass media and codes say of it, and house rules 101 to 143.

Worked cases 19 to 23, 79, 80 and 92 of the specification have a class each.
"""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_monitoring import (
    A_BLOG,
    A_PAPER,
    A_RELEASE,
    ACTORS,
    ADD,
    ANOTHER,
    ASK_REFUTATION,
    BODY,
    CLOSE,
    CONFIRM,
    CORRUPTION,
    CRIME,
    DAY,
    DEMAND_APPROVAL,
    DEMAND_REMOVAL,
    DISPROVE,
    FIND,
    HAND_TO_COUNCIL,
    HAND_TO_DUTY,
    JOIN,
    LEAVE_OPEN,
    REOPEN,
    RESPOND,
    TELL_OWNER,
    THE_CHIEF,
    THE_DUTY,
    THIS,
    lives,
)

from prcomm import Due, Lifecycle, Reason, ReasonKind, Reference, Reform, Refused, State, Status
from prcomm.law import UZ
from prcomm.law.constitution import CONSTITUTION
from prcomm.law.criminal_procedure import CRIMINAL_PROCEDURE, TO_THE_DUTY_UNIT
from prcomm.law.house import HOUSE
from prcomm.law.informatisation import INFORMATISATION
from prcomm.law.mass_media import MASS_MEDIA, NO_DEMAND
from prcomm.law.press_acts import AS_PRACTISED, CM882, DRAFT_OF_2020, DRAFT_OF_2020_IN_HOURS
from prcomm.law.public_councils import PQ10
from prcomm.press.monitoring import (
    MONITORING,
    Allegation,
    Confirm,
    Disprove,
    FoundAction,
    FoundItem,
    FoundKind,
    FoundState,
    JoinTo,
    LeaveOpen,
    Respond,
    verdict,
)
from prcomm.press.releases import Release, ReleaseState

Items = Lifecycle[FoundItem, FoundAction]
S = FoundState
MEDIA, PAGE = FoundKind
ON_A_PAGE = evolve(FIND, kind=PAGE, outlet=A_BLOG)
A_CRIME, OF_BOTH = evolve(FIND, alleges=CRIME), evolve(FIND, alleges=CRIME | CORRUPTION)
OF_CORRUPTION = evolve(FIND, alleges=CORRUPTION)
NO_CENSORSHIP = (CONSTITUTION(82, 1), NO_DEMAND)
VERDICTS = {S.CONFIRMED: CONFIRM, S.DISPROVED: DISPROVE, S.UNVERIFIABLE: LEAVE_OPEN}
EACH = pytest.mark.parametrize("of", VERDICTS.values(), ids=lambda one: type(one).__name__)
KINDS = pytest.mark.parametrize("kind", FoundKind, ids=lambda kind: kind.name)
OPEN = (S.FOUND, *VERDICTS, S.RESPONDED)


def at(month: int, day: int, hour: int = 10, minute: int = 0, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, minute, tz=BODY.tz)


def under(reforms: tuple[Reform, ...]) -> Items:
    return MONITORING.under(UZ.under(*reforms))


def item(*actions: FoundAction, of: Items | None = None) -> FoundItem:
    return (of or MONITORING).replay(actions)


def then(found: FoundItem, *actions: FoundAction, of: Items | None = None) -> FoundItem:
    for action in actions:
        found = (of or MONITORING).apply(found, action)
    return found


def without_why(action: FoundAction) -> FoundAction:
    return evolve(action, why="")


def against(found: FoundItem | None, action: FoundAction) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without an item."""
    if found is not None:
        return MONITORING.explain(found, action).reasons
    try:
        MONITORING.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused_by_law(found: FoundItem | None, action: FoundAction, *cites: object) -> bool:
    """Whether one condition stands against it, which is law and rests on these places."""
    (reason,) = against(found, action)
    return reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == cites


def refused_not_by_law(found: FoundItem, action: FoundAction, rule: int) -> bool:
    """Whether one condition stands against it, which is a house rule and says so."""
    (reason,) = against(found, action)
    assert str(MONITORING.explain(found, action)).startswith("not by law:")
    return not reason.is_law and reason.kind is ReasonKind.GUARD and reason.cites == (HOUSE(rule),)


def never(found: FoundItem, action: FoundAction, *cites: object) -> bool:
    """Whether the law forbids it in words, whoever acts."""
    said = {against(found, evolve(action, by=by)) for by in ACTORS.values()}
    ((reason,),) = said
    return reason.kind is ReasonKind.NEVER and reason.is_law and reason.cites == cites


def has_no_place(found: FoundItem | None, action: FoundAction) -> bool:
    return [reason.kind for reason in against(found, action)] == [ReasonKind.STATE]


def may(found: FoundItem | None, action: FoundAction) -> str:
    """In which capacities it may be done."""
    return " ".join(name for name, by in ACTORS.items() if not against(found, evolve(action, by=by)))


def due(found: FoundItem, name: str, when: DateTime = DAY, of: Items | None = None) -> Due:
    (one,) = (due for due in (of or MONITORING).due(found, when) if due.name == name)
    return one


def owed(found: FoundItem, when: DateTime = DAY) -> set[str]:
    """All that is open."""
    return {one.name for one in MONITORING.due(found, when, open=True)}


def at_each(*states: State, kind: FoundKind = MEDIA) -> list[FoundItem]:
    return [MONITORING.replay(lives(state, kind)) for state in states]


class TestCase19:
    """True, critical, in a registered outlet."""

    @property
    def true(self) -> FoundItem:
        return item(FIND, CONFIRM)

    def test_no_refutation_is_asked_of_what_is_true(self):
        assert never(self.true, ASK_REFUTATION, MASS_MEDIA(34))
        (reason,) = against(self.true, ASK_REFUTATION)
        assert "is answered, never refuted" in str(reason)

    def test_its_removal_is_never_demanded_and_the_refusal_says_what_may_be_done(self):
        assert never(self.true, DEMAND_REMOVAL, *NO_CENSORSHIP)
        (reason,) = against(self.true, DEMAND_REMOVAL)
        assert "respond, ask for a refutation of what is false, or go to court" in str(reason)
        assert "Constitution art. 82(1)" in str(reason)

    def test_nor_its_approval(self):
        assert never(self.true, DEMAND_APPROVAL, *NO_CENSORSHIP)
        (reason,) = against(self.true, DEMAND_APPROVAL)
        assert "respond to what it publishes" in str(reason)

    def test_it_is_answered_by_a_release_that_is_out(self):
        assert then(self.true, RESPOND).state is S.RESPONDED
        assert refused_by_law(self.true, evolve(RESPOND, published=False), CM882("monitoring"))
        assert refused_by_law(self.true, evolve(RESPOND, release=Reference("briefing", "3")), CM882("monitoring"))


class TestCase20:
    """A blog, and what is false in it."""

    @property
    def false(self) -> FoundItem:
        return item(ON_A_PAGE, DISPROVE)

    def test_its_owner_is_told(self):
        assert then(self.false, TELL_OWNER).state is S.DISPROVED

    @EACH
    def test_only_of_what_proved_wrong(self, of):
        told = item(ON_A_PAGE, of, RESPOND)
        if of is DISPROVE:
            assert then(told, TELL_OWNER).state is S.RESPONDED
        else:
            assert refused_by_law(told, TELL_OWNER, INFORMATISATION("12-1"))

    def test_no_removal_is_demanded_and_no_refutation_asked(self):
        assert has_no_place(self.false, DEMAND_REMOVAL)
        assert has_no_place(self.false, ASK_REFUTATION)
        assert has_no_place(item(FIND, DISPROVE), TELL_OWNER)

    def test_approval_is_never_demanded_of_a_page_either(self):
        assert never(self.false, DEMAND_APPROVAL, *NO_CENSORSHIP)

    @pytest.mark.parametrize(("kind", "outlet"), [(MEDIA, A_BLOG), (PAGE, A_PAPER)])
    def test_a_registered_outlet_is_mass_media_and_nothing_else(self, kind, outlet):
        assert refused_by_law(None, evolve(FIND, kind=kind, outlet=outlet), MASS_MEDIA(4))
        found = item(evolve(FIND, kind=kind, outlet=A_BLOG if outlet is A_PAPER else A_PAPER))
        assert (found.kind, found.state, found.office, found.id) == (kind, S.FOUND, BODY, THIS.id)


class TestCase21:
    """What it alleges is handed on before it is closed."""

    def test_a_crime_to_the_duty_unit_with_a_number(self):
        told = item(A_CRIME, CONFIRM, RESPOND)
        assert refused_not_by_law(told, CLOSE, 117)
        assert refused_not_by_law(told, evolve(HAND_TO_DUTY, number=""), 104)
        handed = then(told, HAND_TO_DUTY)
        assert (handed.state, handed.handed) == (S.RESPONDED, CRIME)
        assert then(handed, CLOSE).state is S.CLOSED

    def test_nothing_is_handed_on_that_is_not_alleged(self):
        assert refused_by_law(item(FIND), HAND_TO_DUTY, CRIMINAL_PROCEDURE(327, 1))
        assert refused_by_law(item(OF_CORRUPTION), HAND_TO_DUTY, CRIMINAL_PROCEDURE(327, 1))
        assert refused_by_law(item(FIND), HAND_TO_COUNCIL, PQ10(6, 4))
        assert refused_by_law(item(A_CRIME), HAND_TO_COUNCIL, PQ10(6, 4))

    def test_a_crime_in_a_blog_is_handed_on_too(self):
        assert then(item(evolve(ON_A_PAGE, alleges=CRIME)), HAND_TO_DUTY).handed == CRIME

    def test_both_where_both_are_alleged(self):
        told = item(OF_BOTH, CONFIRM, RESPOND)
        assert refused_not_by_law(then(told, HAND_TO_DUTY), CLOSE, 117)
        assert refused_not_by_law(then(told, HAND_TO_COUNCIL), CLOSE, 117)
        handed = then(told, HAND_TO_DUTY, HAND_TO_COUNCIL)
        assert handed.handed == CRIME | CORRUPTION
        assert then(handed, CLOSE).state is S.CLOSED

    def test_where_nothing_is_alleged_nothing_holds_it_up(self):
        assert then(item(FIND, CONFIRM, RESPOND), CLOSE).state is S.CLOSED

    def test_what_is_owed_for_it(self):
        found = item(OF_BOTH)
        assert owed(found) == {"verdict", "response", "to_duty", "to_council"}
        assert owed(then(found, HAND_TO_DUTY)) == {"verdict", "response", "to_council"}
        assert owed(then(found, HAND_TO_COUNCIL)) == {"verdict", "response", "to_duty"}
        assert due(found, "to_duty").status(DAY) is Status.PROMPTLY
        assert due(found, "to_duty").cites == (TO_THE_DUTY_UNIT,)
        assert due(found, "to_council").status(DAY) is Status.PROMPTLY


class TestCase22:
    """Found on Wednesday 1 July 2026 at 22:10: by when to respond."""

    FOUND = evolve(FIND, at=at(7, 1, 22, 10))

    def responded(self, when: DateTime, of: Items) -> Status:
        found = then(item(self.FOUND, of=of), evolve(RESPOND, at=when), of=of)
        return due(found, "response", when, of).status(when)

    def test_promptly(self):
        one = due(item(self.FOUND), "response", at(7, 30))
        assert (one.status(at(7, 30)), one.last) == (Status.PROMPTLY, None)

    def test_within_a_day_by_the_draft(self):
        of = under(DRAFT_OF_2020)
        one = due(item(self.FOUND, of=of), "response", at(7, 1, 23), of)
        assert (one.raw, one.last) == (Date(2026, 7, 2), Date(2026, 7, 2))
        assert self.responded(at(7, 2, 23), of) is Status.MET
        assert self.responded(at(7, 3, 0), of) is Status.LATE

    def test_within_its_hours(self):
        of = under(DRAFT_OF_2020_IN_HOURS)
        assert due(item(self.FOUND, of=of), "response", at(7, 1, 23), of).last == at(7, 2, 22, 10)
        assert self.responded(at(7, 2, 22, 10), of) is Status.MET
        assert self.responded(at(7, 2, 23), of) is Status.LATE

    def test_as_it_is_practised(self):
        of = under(AS_PRACTISED)
        assert due(item(self.FOUND, of=of), "response", at(7, 1, 23), of).last == Date(2026, 7, 3)
        assert self.responded(at(7, 3), of) is Status.MET
        assert self.responded(at(7, 4), of) is Status.LATE

    def test_over_a_weekend(self):
        """Found on Friday 3 July 2026: Saturday as the text counts, the Friday to be safe, the Monday by analogy."""
        of = under(DRAFT_OF_2020)
        found = evolve(FIND, at=at(7, 3))
        one = due(item(found, of=of), "response", at(7, 3), of)
        assert (one.raw, one.control, one.rolled) == (Date(2026, 7, 4), Date(2026, 7, 3), Date(2026, 7, 6))
        for day, status in ((4, Status.MET), (6, Status.MET_BY_ANALOGY), (7, Status.LATE)):
            told = item(found, evolve(RESPOND, at=at(7, day, 11)), of=of)
            assert due(told, "response", at(7, day, 11), of).status(at(7, day, 11)) is status

    def test_a_response_that_was_late_stays_so_and_one_that_lacks_is_overdue(self):
        of = under(DRAFT_OF_2020)
        assert due(item(self.FOUND, of=of), "response", at(7, 3), of).status(at(7, 3)) is Status.OVERDUE


class TestCase23:
    """The verdict changes, with a reason."""

    def test_what_was_left_open_proves_false(self):
        found = item(FIND, LEAVE_OPEN)
        assert never(found, ASK_REFUTATION, MASS_MEDIA(34))
        assert refused_not_by_law(found, without_why(DISPROVE), 142)
        proved = then(found, DISPROVE)
        assert proved.state is S.DISPROVED
        assert then(proved, ASK_REFUTATION).state is S.DISPROVED

    def test_so_does_what_was_confirmed(self):
        found = item(FIND, CONFIRM)
        assert refused_not_by_law(found, without_why(DISPROVE), 142)
        assert then(found, DISPROVE).state is S.DISPROVED

    @EACH
    def test_the_first_verdict_needs_none(self, of):
        found = item(FIND, without_why(of))
        assert VERDICTS[found.state] is of

    @EACH
    def test_but_a_named_official(self, of):
        assert refused_not_by_law(item(FIND), evolve(of, official=""), 116)

    @EACH
    @pytest.mark.parametrize("before", VERDICTS.values(), ids=lambda one: type(one).__name__)
    def test_the_same_verdict_again_is_no_change(self, before, of):
        told = item(FIND, without_why(before), RESPOND)
        assert against(told, of) == ()
        assert (against(told, without_why(of)) == ()) is (of is before)


class TestCase79:
    """Found on Thursday 3 December 2026; a first word says that a check goes on."""

    @property
    def word(self) -> FoundItem:
        return item(evolve(FIND, at=at(12, 3)), evolve(RESPOND, at=at(12, 3, 11)))

    def test_it_stays_found_and_its_response_is_met(self):
        assert self.word.state is S.FOUND
        assert due(self.word, "response", at(12, 3, 11)).met == Date(2026, 12, 3)
        assert due(self.word, "verdict", at(12, 4)).status(at(12, 4)) is Status.PROMPTLY
        assert owed(self.word, at(12, 4)) == {"verdict"}

    @EACH
    def test_a_word_follows_the_verdict(self, of):
        judged = then(self.word, evolve(without_why(of), at=at(12, 4)))
        assert due(judged, "verdict", at(12, 4)).met == Date(2026, 12, 4)
        assert due(judged, "second_word", at(12, 4)).status(at(12, 4)) is Status.PROMPTLY
        assert owed(judged, at(12, 4)) == {"second_word"}
        told = then(judged, evolve(RESPOND, at=at(12, 5)))
        assert (told.state, owed(told, at(12, 5))) == (S.RESPONDED, set())
        assert due(told, "second_word", at(12, 5)).met == Date(2026, 12, 5)
        assert then(told, evolve(CLOSE, at=at(12, 5))).state is S.CLOSED

    def test_it_is_not_closed_before_the_verdict(self):
        assert has_no_place(self.word, evolve(CLOSE, at=at(12, 4)))

    @EACH
    def test_without_a_word_before_none_is_owed_twice(self, of):
        judged = item(FIND, of)
        assert owed(judged) == {"response"}
        assert owed(then(judged, RESPOND)) == set()
        assert [one.name for one in MONITORING.due(then(judged, RESPOND), DAY)] == ["verdict", "response"]

    def test_a_verdict_after_a_word_is_followed_by_one_though_it_was_given_before(self):
        assert owed(item(FIND, CONFIRM, RESPOND, CONFIRM)) == {"second_word"}

    def test_a_word_more_is_always_lawful(self):
        assert then(self.word, evolve(RESPOND, at=at(12, 4))).state is S.FOUND
        assert then(item(FIND, CONFIRM, RESPOND), RESPOND).state is S.RESPONDED
        assert refused_by_law(self.word, evolve(RESPOND, at=at(12, 4), published=False), CM882("monitoring"))


class TestCase80:
    """Truth comes late; what is alleged comes late; what repeats another is joined to it."""

    @property
    def told(self) -> FoundItem:
        return item(FIND, DISPROVE, RESPOND)

    def test_what_was_disproved_and_told_proves_true(self):
        assert refused_not_by_law(self.told, without_why(CONFIRM), 142)
        true = then(self.told, CONFIRM)
        assert true.state is S.CONFIRMED
        assert owed(true) == {"second_word"}
        assert never(true, ASK_REFUTATION, MASS_MEDIA(34))

    def test_what_is_closed_may_be_opened_again(self):
        closed = then(self.told, CLOSE)
        assert refused_not_by_law(closed, without_why(REOPEN), 120)
        again = then(closed, REOPEN)
        assert (again.state, owed(again)) == (S.FOUND, {"verdict"})
        assert verdict(again) == DISPROVE
        assert refused_not_by_law(again, without_why(CONFIRM), 142)
        assert against(again, without_why(DISPROVE)) == ()

    def test_a_crime_is_seen_later(self):
        more = then(self.told, evolve(ADD, at=at(3, 6)))
        assert (more.state, more.alleges) == (S.RESPONDED, CRIME)
        one = due(more, "to_duty", at(3, 6))
        assert (one.status(at(3, 6)), one.start) == (Status.PROMPTLY, Date(2026, 3, 6))
        assert refused_not_by_law(more, evolve(ADD, at=at(3, 6)), 143)
        assert refused_not_by_law(more, evolve(ADD, at=at(3, 6), alleges=CRIME | CORRUPTION), 143)
        assert refused_not_by_law(more, evolve(ADD, at=at(3, 6), alleges=frozenset()), 143)
        both = then(more, evolve(ADD, at=at(3, 7), alleges=CORRUPTION))
        assert both.alleges == CRIME | CORRUPTION
        assert owed(both, at(3, 7)) == {"to_duty", "to_council"}

    def test_what_repeats_another_is_joined_to_it_and_owes_nothing(self):
        found = item(A_CRIME)
        assert refused_not_by_law(found, JOIN, 143)
        assert refused_not_by_law(found, evolve(JOIN, alleged=CORRUPTION), 143)
        for joined in (then(found, evolve(JOIN, alleged=CRIME)), then(found, HAND_TO_DUTY, JOIN)):
            assert (joined.state, owed(joined)) == (S.JOINED, set())
        assert owed(then(item(OF_BOTH, RESPOND, CONFIRM), evolve(JOIN, alleged=CRIME | CORRUPTION))) == set()

    @pytest.mark.parametrize("first", [THIS, Reference("incident", ANOTHER.id)])
    def test_but_not_to_itself_nor_to_what_is_no_found_item(self, first):
        assert refused_not_by_law(item(FIND), evolve(JOIN, first=first), 143)

    @KINDS
    def test_what_is_joined_rests(self, kind):
        (joined,) = at_each(S.JOINED, kind=kind)
        for action in (ADD, CONFIRM, DISPROVE, LEAVE_OPEN, RESPOND, HAND_TO_DUTY, DEMAND_REMOVAL, CLOSE, REOPEN, JOIN):
            assert has_no_place(joined, action)


class TestCase92:
    """Nothing is judged by an act of later days."""

    def item_of(self, alleges: frozenset[Allegation], *more: FoundAction) -> FoundItem:
        return item(*(evolve(one, at=at(1, 9, year=2023)) for one in (evolve(FIND, alleges=alleges), *more)))

    def test_there_was_no_council_to_hand_it_to_before_20_january_2023(self):
        found = self.item_of(CORRUPTION)
        assert has_no_place(found, evolve(HAND_TO_COUNCIL, at=at(1, 10, year=2023)))
        assert has_no_place(found, evolve(HAND_TO_COUNCIL, at=at(1, 19, 23, 59, year=2023)))
        assert then(found, evolve(HAND_TO_COUNCIL, at=at(1, 20, 0, year=2023))).handed == CORRUPTION

    def test_nor_was_it_owed(self):
        assert owed(self.item_of(CORRUPTION), at(1, 19, year=2023)) == {"verdict", "response"}
        assert owed(self.item_of(CORRUPTION), at(2, 1, year=2023)) == {"verdict", "response"}
        first = item(evolve(OF_CORRUPTION, at=at(1, 20, 0, year=2023)))
        assert owed(first, at(1, 20, year=2023)) == {"verdict", "response", "to_council"}
        later = then(self.item_of(frozenset()), evolve(ADD, alleges=CORRUPTION, at=at(1, 20, year=2023)))
        assert owed(later, at(1, 20, year=2023)) == {"verdict", "response", "to_council"}

    def test_nor_did_it_hold_up_the_end(self):
        told = self.item_of(CORRUPTION, CONFIRM, RESPOND)
        assert then(told, evolve(CLOSE, at=at(1, 19, 23, 59, year=2023))).state is S.CLOSED
        assert refused_not_by_law(told, evolve(CLOSE, at=at(1, 20, 0, year=2023)), 117)
        of_a_crime = self.item_of(CRIME | CORRUPTION, CONFIRM, RESPOND)
        assert refused_not_by_law(of_a_crime, evolve(CLOSE, at=at(1, 19, year=2023)), 117)

    def test_nothing_was_found_by_the_act_before_its_day(self):
        assert has_no_place(None, evolve(FIND, at=at(10, 29, 23, 59, year=2017)))
        assert item(evolve(FIND, at=at(10, 30, 0, year=2017))).state is S.FOUND


class TestNoCensorship:
    """Constitution, article 82(1): whatever is found, and whatever was done about it."""

    @pytest.mark.parametrize("demand", [DEMAND_APPROVAL, DEMAND_REMOVAL], ids=lambda one: type(one).__name__)
    def test_nothing_is_demanded_of_an_outlet_beforehand_or_afterwards(self, demand):
        assert all(never(found, demand, *NO_CENSORSHIP) for found in at_each(*OPEN))

    def test_nor_of_a_page_beforehand(self):
        assert all(never(found, DEMAND_APPROVAL, *NO_CENSORSHIP) for found in at_each(*OPEN, kind=PAGE))


class TestFalseIsWhatTheLastVerdictSays:
    """Article 34 of the law on mass media, and article 12¹ of the law on informatisation."""

    def test_there_is_none_before_the_first(self):
        assert verdict(item(FIND)) is None
        assert verdict(item(FIND, RESPOND, ADD)) is None

    @pytest.mark.parametrize(
        ("actions", "last"),
        [
            ((CONFIRM,), Confirm),
            ((CONFIRM, DISPROVE), Disprove),
            ((DISPROVE, RESPOND), Disprove),
            ((DISPROVE, RESPOND, LEAVE_OPEN, RESPOND), LeaveOpen),
            ((DISPROVE, RESPOND, CLOSE, REOPEN), Disprove),
        ],
    )
    def test_the_last_one_stands_whatever_was_said_since(self, actions, last):
        assert isinstance(verdict(item(FIND, *actions)), last)

    @EACH
    def test_a_refutation_is_asked_of_what_was_shown_to_be_false(self, of):
        told = item(FIND, of, RESPOND)
        if of is DISPROVE:
            assert then(told, ASK_REFUTATION).state is S.RESPONDED
        else:
            assert refused_by_law(told, ASK_REFUTATION, MASS_MEDIA(34))

    def test_and_no_longer_of_what_was_told_to_be_false_and_then_left_open(self):
        told = item(FIND, DISPROVE, RESPOND, LEAVE_OPEN, RESPOND)
        assert refused_by_law(told, ASK_REFUTATION, MASS_MEDIA(34))
        page = item(ON_A_PAGE, DISPROVE, RESPOND, CONFIRM, RESPOND)
        assert refused_by_law(page, TELL_OWNER, INFORMATISATION("12-1"))

    @KINDS
    def test_never_of_what_is_true_or_open(self, kind):
        both = at_each(S.CONFIRMED, S.UNVERIFIABLE, kind=kind)
        assert all(never(found, ASK_REFUTATION, MASS_MEDIA(34)) for found in both)


class TestWhoActs:
    """House rules 101, 102, 104 and 106, and who owes what."""

    @pytest.mark.parametrize(
        ("before", "action", "who"),
        [
            ((), FIND, "DUTY_OFFICER PRESS_OFFICER PRESS_HEAD"),
            ((FIND,), ADD, "DUTY_OFFICER PRESS_OFFICER PRESS_HEAD"),
            ((FIND,), CONFIRM, "PRESS_OFFICER PRESS_HEAD EXECUTOR"),
            ((FIND,), DISPROVE, "PRESS_OFFICER PRESS_HEAD EXECUTOR"),
            ((FIND,), LEAVE_OPEN, "PRESS_OFFICER PRESS_HEAD EXECUTOR"),
            ((FIND,), RESPOND, "PRESS_HEAD"),
            ((FIND, CONFIRM), RESPOND, "PRESS_HEAD"),
            ((A_CRIME,), HAND_TO_DUTY, "DUTY_OFFICER PRESS_OFFICER PRESS_HEAD"),
            ((OF_CORRUPTION,), HAND_TO_COUNCIL, "PRESS_OFFICER PRESS_HEAD"),
            ((FIND, DISPROVE), ASK_REFUTATION, "PRESS_HEAD"),
            ((ON_A_PAGE, DISPROVE), TELL_OWNER, "PRESS_HEAD"),
            ((FIND, CONFIRM, RESPOND), CLOSE, "PRESS_HEAD"),
            ((FIND, CONFIRM, RESPOND, CLOSE), REOPEN, "PRESS_HEAD"),
            ((FIND,), JOIN, "PRESS_HEAD"),
        ],
        ids=lambda one: "" if isinstance(one, tuple | str) else type(one).__name__,
    )
    def test_who_may(self, before, action, who):
        assert may(item(*before) if before else None, action) == who

    def test_a_refusal_by_role_is_not_by_law(self):
        (reason,) = against(item(FIND), evolve(RESPOND, by=THE_DUTY))
        assert (reason.kind, reason.cites, reason.is_law) == (ReasonKind.ROLE, (HOUSE(102),), False)

    def test_who_owes(self):
        found = item(OF_BOTH)
        who = {one.name: one.owed_by.name for one in MONITORING.due(then(found, RESPOND, CONFIRM), DAY)}
        assert who == {
            "verdict": "press officer",
            "response": "head of the press service",
            "second_word": "head of the press service",
            "to_duty": "duty officer",
            "to_council": "head of the press service",
        }


class TestOtherFiles:
    """What crosses is a reference, copied as the other file stands."""

    @pytest.mark.parametrize("state", ReleaseState, ids=lambda state: state.name)
    def test_a_release_is_out_once_it_was_published_and_until_it_is_withdrawn(self, state):
        release = Release(id="0", office=BODY, digest="digest 1", authors=frozenset({"a"}), state=state)
        word = Respond.of(item(FIND), release, at=DAY, by=THE_CHIEF)
        out = state in (ReleaseState.PUBLISHED, ReleaseState.CORRECTED)
        assert word == evolve(RESPOND, published=out)
        assert (against(item(FIND), word) == ()) is out

    def test_what_it_alleges_goes_along_as_far_as_the_first_alleges_it(self):
        first = item(evolve(A_CRIME, case=ANOTHER.id))
        found = item(OF_BOTH)
        join = JoinTo.of(found, first, at=DAY, by=THE_CHIEF)
        assert join == evolve(JOIN, first=ANOTHER, alleged=CRIME)
        assert refused_not_by_law(found, join, 143)
        assert then(found, HAND_TO_COUNCIL, join).state is S.JOINED
        assert JoinTo.of(item(FIND), first, at=DAY, by=THE_CHIEF).alleged == frozenset()

    def test_it_names_the_others(self):
        assert item(FIND).refers_to == ()
        found = item(OF_BOTH, RESPOND, HAND_TO_COUNCIL, DISPROVE, ASK_REFUTATION, RESPOND, HAND_TO_DUTY, JOIN)
        named = (A_RELEASE, HAND_TO_COUNCIL.signal, ASK_REFUTATION.refutation, ANOTHER)
        assert found.refers_to == named
        assert found.reference == THIS
