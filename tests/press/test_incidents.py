"""The resonant event: what the Cabinet's resolution 882 and the codes say of it, and house rules 101 to 143.

Worked cases 59 to 63 and 90 of the specification have a class each.
"""

import pytest
from attrs import evolve
from pendulum import Date, DateTime, datetime
from press.lives_incidents import (
    A_BRIEFING,
    A_FOUND_ITEM,
    A_LATER_LINE,
    A_LATER_WORD,
    A_RELEASE,
    A_SIGNAL,
    ACTORS,
    AN_APPEAL,
    AN_OFFICER,
    ANOTHER_INCIDENT,
    BODY,
    DAY,
    DECIDE,
    DECIDE_AGAINST,
    DISMISS,
    GIVE_UP,
    HAND_TO_DUTY,
    JOIN,
    KEEP,
    NO_RELEASE,
    NOT_PUBLISHED,
    NOTICE,
    PROMISE,
    RATE,
    REFER,
    REOPEN,
    RESOLVE,
    REVIEW,
    SAY_FIRST,
    THE_CHIEF,
    THE_DUTY,
    THE_FIRST_LINE,
    THE_FIRST_WORD,
    THE_LAST_UPDATE,
    THIS,
    UPDATE,
    VERIFY,
    WITHOUT_DOING,
    WITHOUT_KNOWN,
    WITHOUT_UNKNOWN,
    lives,
)

from prcomm import (
    BadInput,
    Due,
    FindingKind,
    Lifecycle,
    Outlet,
    Reason,
    ReasonKind,
    Reference,
    Reform,
    Refused,
    Status,
)
from prcomm.core.sources.citations import Cites
from prcomm.law import UZ
from prcomm.law.house import HOUSE
from prcomm.law.press_acts import AS_PRACTISED, CM882, DRAFT_OF_2020, DRAFT_OF_2020_IN_HOURS
from prcomm.press.incidents import (
    INCIDENT,
    Incident,
    IncidentAction,
    IncidentState,
    Line,
    Notice,
    PromiseState,
    Truth,
    Verify,
)
from prcomm.press.monitoring import MONITORING, Confirm, Disprove, Find, FoundKind, LeaveOpen
from prcomm.press.releases import Release, ReleaseState

Incidents = Lifecycle[Incident, IncidentAction]
S, P = IncidentState, PromiseState
RESONANT = CM882("resonant events")
GOING_ON = (S.NOTICED, S.HOLDING, S.UPDATING)
RATED = (NOTICE, VERIFY, RATE, SAY_FIRST)


def at(month: int, day: int, hour: int = 9, minute: int = 0, year: int = 2026) -> DateTime:
    return datetime(year, month, day, hour, minute, tz=BODY.tz)


def file(*actions: IncidentAction, of: Incidents | None = None) -> Incident:
    return (of or INCIDENT).replay(actions)


def then(one: Incident, *actions: IncidentAction) -> Incident:
    for action in actions:
        one = INCIDENT.apply(one, action)
    return one


def against(one: Incident | None, action: IncidentAction) -> tuple[Reason, ...]:
    """What is against an action; of a beginning without a file."""
    if one is not None:
        return INCIDENT.explain(one, action).reasons
    try:
        INCIDENT.begin(action)
    except Refused as refused:
        return refused.verdict.reasons
    return ()


def refused(one: Incident | None, action: IncidentAction, sentence: str) -> Cites:
    """By which condition alone it is refused: on what it rests."""
    (reason,) = against(one, action)
    assert reason.kind is ReasonKind.GUARD
    assert reason.text == sentence
    return reason.cites


def not_by_law(one: Incident, action: IncidentAction) -> bool:
    """Whether it is refused, and the refusal says that no law refuses it."""
    return str(INCIDENT.explain(one, action)).startswith("not by law:")


def has_no_place(one: Incident | None, action: IncidentAction) -> bool:
    return [reason.kind for reason in against(one, action)] == [ReasonKind.STATE]


def may(one: Incident | None, action: IncidentAction) -> tuple[str, Cites]:
    """In which capacities it may be done, and what refuses the others."""
    said = {name: against(one, evolve(action, by=by)) for name, by in ACTORS.items()}
    (cites,) = {reason.cites for reasons in said.values() for reason in reasons}
    assert all(reason.kind is ReasonKind.ROLE for reasons in said.values() for reason in reasons)
    return " ".join(name for name, reasons in said.items() if not reasons), cites


def due(one: Incident, name: str, when: DateTime = DAY, of: Incidents | None = None) -> Due:
    (found,) = (due for due in (of or INCIDENT).due(one, when) if due.name == name)
    return found


def owed(one: Incident, when: DateTime = DAY) -> set[str]:
    """All that is open."""
    return {due.name for due in INCIDENT.due(one, when, open=True)}


def in_state(*states: IncidentState) -> list[Incident]:
    return [file(*lives(state)) for state in states]


NOTICED, HOLDING, UPDATING, RESOLVED, REVIEWED, DISMISSED, JOINED = in_state(*S)


class TestCase59:
    """Noticed on Tuesday 3 November 2026 at 08:30: by when the first word is said."""

    def reformed(self, reforms: tuple[Reform, ...], on: DateTime) -> Due:
        """The first word, said at an instant, under some Reforms."""
        of = INCIDENT.under(UZ.under(*reforms))
        return due(file(NOTICE, evolve(SAY_FIRST, at=on), of=of), "first_word", on, of)

    def test_promptly(self):
        first = due(NOTICED, "first_word", at(11, 20))
        assert (first.raw, first.status(at(11, 20))) == (None, Status.PROMPTLY)
        assert first.start == Date(2026, 11, 3)
        assert (first.owed_by.name, first.owed_by_cites) == ("head of the press service", (HOUSE(102),))
        assert first.under == (RESONANT,)

    def test_and_met_by_it(self):
        said = then(NOTICED, evolve(SAY_FIRST, at=at(11, 10)))
        assert due(said, "first_word", at(11, 10)).status(at(11, 10)) is Status.MET
        assert owed(said, at(11, 10)) == set()

    @pytest.mark.parametrize(("on", "status"), [(at(11, 4, 8, 30), Status.MET), (at(11, 4, 8, 31), Status.LATE)])
    def test_within_twenty_four_hours_by_the_draft(self, on, status):
        """From the notice at 08:30, not from its entry at 09:00."""
        first = self.reformed(DRAFT_OF_2020_IN_HOURS, on)
        assert (first.last, first.status(on)) == (at(11, 4, 8, 30), status)

    @pytest.mark.parametrize(
        ("reforms", "last"), [(DRAFT_OF_2020, Date(2026, 11, 4)), (AS_PRACTISED, Date(2026, 11, 5))]
    )
    def test_within_a_day_by_the_draft_and_two_in_practice(self, reforms, last):
        first = self.reformed(reforms, at(11, 3))
        assert (first.raw, first.last, first.control, first.rolled) == (last,) * 4
        on_it, after = last.day, last.day + 1
        assert self.reformed(reforms, at(11, on_it, 23, 59)).status(at(11, on_it, 23, 59)) is Status.MET
        assert self.reformed(reforms, at(11, after, 0)).status(at(11, after, 0)) is Status.LATE

    def test_noticed_in_the_evening_and_entered_on_the_next_day(self):
        """Under the draft of 2020 the day runs from the notice: noticed on the second, by the third."""
        of = INCIDENT.under(UZ.under(*DRAFT_OF_2020))
        one = file(evolve(NOTICE, noticed=at(11, 2, 23)), of=of)
        assert due(one, "first_word", DAY, of).last == Date(2026, 11, 3)

    def test_noticed_on_a_friday(self):
        """6 November 2026: a day later is a Saturday; control before it, rolled to the Monday."""
        of = INCIDENT.under(UZ.under(*DRAFT_OF_2020))
        one = file(evolve(NOTICE, at=at(11, 6), noticed=at(11, 6)), of=of)
        first = due(one, "first_word", at(11, 6), of)
        assert (first.raw, first.control, first.rolled) == (
            Date(2026, 11, 7), Date(2026, 11, 6), Date(2026, 11, 9)
        )  # fmt: skip

    def test_not_before_it_was_noticed(self):
        assert refused(None, evolve(NOTICE, noticed=at(11, 3, 9, 1)), "it was noticed by now") == (HOUSE(104),)
        assert file(evolve(NOTICE, noticed=DAY)).state is S.NOTICED

    def test_nothing_is_owed_any_more_of_what_was_dismissed_or_joined(self):
        for one in (DISMISSED, JOINED):
            assert due(one, "first_word", at(11, 4)).status(at(11, 4)) is Status.LIFTED
            assert owed(one) == set()

    def test_nothing_was_noticed_by_the_act_before_its_day(self):
        early = evolve(NOTICE, at=at(10, 29, 23, 59, 2017), noticed=at(10, 29, year=2017))
        assert has_no_place(None, early)
        assert file(evolve(early, at=at(10, 30, 0, year=2017))).state is S.NOTICED

    def test_what_was_noticed_before_that_day_owed_no_first_word(self):
        one = file(evolve(NOTICE, at=at(10, 30, year=2017), noticed=at(10, 29, year=2017)))
        assert owed(one, at(10, 30, year=2017)) == set()
        one = file(evolve(NOTICE, at=at(10, 30, year=2017), noticed=at(10, 30, 0, year=2017)))
        assert owed(one, at(10, 30, year=2017)) == {"first_word"}


class TestCase60:
    """What a word on it says, and in what."""

    @pytest.mark.parametrize("line", [WITHOUT_KNOWN, WITHOUT_UNKNOWN, WITHOUT_DOING])
    def test_known_unknown_and_what_is_done(self, line):
        sentence = "it says what is known, what is not, and what is being done"
        assert refused(NOTICED, evolve(SAY_FIRST, line=line), sentence) == (HOUSE(129),)
        assert refused(HOLDING, evolve(UPDATE, line=line), sentence) == (HOUSE(129),)
        assert not_by_law(NOTICED, evolve(SAY_FIRST, line=line))

    @pytest.mark.parametrize("line", [NOT_PUBLISHED, NO_RELEASE])
    def test_in_a_release_that_is_out(self, line):
        sentence = "the word is a published release"
        assert refused(NOTICED, evolve(SAY_FIRST, line=line), sentence) == (HOUSE(129),)
        assert refused(HOLDING, evolve(UPDATE, line=line), sentence) == (HOUSE(129),)
        assert not_by_law(HOLDING, evolve(UPDATE, line=line))

    @pytest.mark.parametrize("state", ReleaseState, ids=lambda state: state.name)
    def test_as_the_file_of_the_release_stands(self, state):
        release = Release(id="r1", office=BODY, digest="digest 8", authors=frozenset({"a"}), state=state)
        line = Line.of(release, known="digest 1", unknown="digest 2", doing="digest 3")
        out = state in (ReleaseState.PUBLISHED, ReleaseState.CORRECTED)
        assert line == evolve(THE_FIRST_LINE, published=out)
        assert (against(NOTICED, evolve(SAY_FIRST, line=line)) == ()) is out

    def test_an_update_supersedes_the_last_word(self):
        sentence = "it supersedes the last word"
        assert refused(HOLDING, evolve(UPDATE, supersedes=A_RELEASE), sentence) == (HOUSE(130),)
        assert refused(UPDATING, UPDATE, sentence) == (HOUSE(130),)
        assert not_by_law(UPDATING, UPDATE)

    def test_and_is_then_the_last_itself(self):
        assert HOLDING.last == THE_FIRST_WORD
        assert (UPDATING.state, UPDATING.last) == (S.UPDATING, THE_LAST_UPDATE)
        later = then(UPDATING, evolve(UPDATE, line=A_LATER_LINE, supersedes=THE_LAST_UPDATE))
        assert (later.state, later.last) == (S.UPDATING, A_LATER_WORD)

    def test_the_first_word_is_said_once(self):
        assert all(has_no_place(one, SAY_FIRST) for one in (HOLDING, UPDATING, RESOLVED, REVIEWED, DISMISSED, JOINED))
        assert has_no_place(NOTICED, UPDATE)


class TestCase61:
    """Rated resonant: it is decided whether to hold a briefing."""

    rated = file(*RATED)

    def test_promptly(self):
        for one in (file(NOTICE, RATE), self.rated):
            assert due(one, "briefing_decision").status(DAY) is Status.PROMPTLY
        decision = due(self.rated, "briefing_decision")
        assert (decision.under, decision.owed_by.name) == ((RESONANT,), "head of the press service")
        assert decision.owed_by_cites == (HOUSE(102),)

    def test_it_is_not_resolved_without(self):
        sentence = "of a resonant event it is decided whether to hold a briefing"
        assert refused(self.rated, RESOLVE, sentence) == (RESONANT,)
        assert not not_by_law(self.rated, RESOLVE)

    def test_decided_against_with_a_reason(self):
        assert refused(self.rated, evolve(DECIDE_AGAINST, why=""), "it is said why") == (HOUSE(120),)
        one = then(self.rated, DECIDE_AGAINST)
        assert one.briefing_decided
        assert due(one, "briefing_decision").status(DAY) is Status.MET
        assert then(one, RESOLVE).state is S.RESOLVED

    def test_decided_for_it_is_named(self):
        sentence = "a briefing decided on is named"
        for briefing in (None, A_RELEASE):
            assert refused(self.rated, evolve(DECIDE, briefing=briefing), sentence) == (RESONANT,)
        assert then(self.rated, DECIDE, RESOLVE).state is S.RESOLVED

    def test_it_may_be_decided_of_what_was_not_rated(self):
        assert then(HOLDING, DECIDE, RATE, RESOLVE).state is S.RESOLVED

    def test_nor_dismissed(self):
        sentence = "what was rated resonant is not dismissed"
        assert refused(file(NOTICE, RATE), DISMISS, sentence) == (RESONANT,)
        assert not not_by_law(file(NOTICE, RATE), DISMISS)

    def test_rated_otherwise_nothing_is_decided(self):
        otherwise = evolve(RATE, resonant=False)
        for one in (file(NOTICE, otherwise), file(NOTICE, RATE, otherwise)):
            assert not one.resonant
            assert owed(one) == {"first_word"}
            assert then(one, DISMISS).state is S.DISMISSED
            assert then(one, VERIFY, SAY_FIRST, RESOLVE).state is S.RESOLVED

    def test_and_rated_so_at_last_it_is(self):
        otherwise = evolve(RATE, resonant=False)
        for one in (file(NOTICE, otherwise, RATE), file(NOTICE, RATE, otherwise, RATE)):
            assert owed(one) == {"first_word", "briefing_decision"}

    def test_from_when_it_was_first_rated_so(self):
        otherwise = evolve(RATE, resonant=False)
        one = file(NOTICE, otherwise, evolve(RATE, at=at(11, 5)), evolve(RATE, at=at(11, 9)))
        assert due(one, "briefing_decision", at(11, 10)).start == Date(2026, 11, 5)

    def test_a_register_that_dismissed_it_all_the_same_owes_no_decision(self):
        dismissed = INCIDENT.audit((NOTICE, RATE, DISMISS), DAY).entity
        assert dismissed is not None
        assert dismissed.state is S.DISMISSED
        assert owed(dismissed) == set()

    def test_it_is_rated_with_a_reason(self):
        for one in (NOTICED, HOLDING, UPDATING):
            assert refused(one, evolve(RATE, why=""), "it is said why") == (HOUSE(120),)
            assert then(one, RATE).resonant

    def test_joined_nothing_is_decided(self):
        one = then(self.rated, JOIN)
        assert due(one, "briefing_decision").status(DAY) is Status.LIFTED

    def test_it_is_decided_once_there_was_a_word(self):
        assert has_no_place(file(NOTICE, RATE), DECIDE)


class TestCase62:
    """What was promised is told, or given up with a reason that is published."""

    promised = then(HOLDING, PROMISE)

    def test_it_is_not_resolved_while_a_promise_is_open(self):
        assert refused(self.promised, RESOLVE, "no promise is open") == (HOUSE(131),)
        assert not_by_law(self.promised, RESOLVE)
        two = then(self.promised, evolve(PROMISE, promise="p2"), KEEP)
        assert [one.state for one in two.promises] == [P.KEPT, P.OPEN]
        assert refused(two, RESOLVE, "no promise is open") == (HOUSE(131),)

    def test_kept_by_a_release(self):
        assert refused(self.promised, evolve(KEEP, release=A_BRIEFING), "a promise is kept by a release") == (
            HOUSE(131),
        )
        kept = then(self.promised, KEEP)
        assert [(one.id, one.state) for one in kept.promises] == [("p1", P.KEPT)]
        assert then(kept, RESOLVE).state is S.RESOLVED

    @pytest.mark.parametrize("changed", [{"reason": ""}, {"release": None}, {"release": A_BRIEFING}])
    def test_given_up_with_a_published_reason(self, changed):
        sentence = "a promise is given up with a reason that is published"
        assert refused(self.promised, evolve(GIVE_UP, **changed), sentence) == (HOUSE(131),)
        given_up = then(self.promised, GIVE_UP)
        assert [one.state for one in given_up.promises] == [P.GIVEN_UP]
        assert due(given_up, "promise").status(DAY) is Status.MET
        assert then(given_up, RESOLVE).state is S.RESOLVED

    @pytest.mark.parametrize(
        ("on", "status"), [(at(11, 6, 23, 59), Status.MET), (at(11, 7, 0), Status.LATE), (at(11, 7), Status.LATE)]
    )
    def test_until_the_sixth(self, on, status):
        kept = then(self.promised, evolve(KEEP, at=on))
        assert (due(kept, "promise", on).last, due(kept, "promise", on).status(on)) == (Date(2026, 11, 6), status)
        given_up = then(self.promised, evolve(GIVE_UP, at=on))
        assert due(given_up, "promise", on).status(on) is status

    def test_who_owes_it(self):
        promise = due(self.promised, "promise")
        assert (promise.under, promise.owed_by.name) == ((HOUSE(131),), "head of the press service")
        assert promise.owed_by_cites == (HOUSE(102),)

    def test_until_a_saturday(self):
        """7 November 2026: control on the Friday, rolled to the Monday."""
        promise = due(then(HOLDING, evolve(PROMISE, until=Date(2026, 11, 7))), "promise")
        assert (promise.raw, promise.control, promise.rolled) == (
            Date(2026, 11, 7), Date(2026, 11, 6), Date(2026, 11, 9)
        )  # fmt: skip

    def test_without_a_day_it_is_owed_promptly(self):
        one = then(HOLDING, evolve(PROMISE, until=None))
        assert due(one, "promise", at(12, 1)).status(at(12, 1)) is Status.PROMPTLY

    def test_each_by_itself(self):
        both = then(self.promised, evolve(PROMISE, promise="p2", until=Date(2026, 11, 10)), KEEP)
        statuses = {one.key: one.status(at(11, 12)) for one in INCIDENT.due(both, at(11, 12)) if one.name == "promise"}
        assert statuses == {"p1": Status.MET, "p2": Status.OVERDUE}

    def test_it_is_promised_once_and_decided_once(self):
        assert has_no_place(self.promised, PROMISE)
        for done in (KEEP, GIVE_UP):
            one = then(self.promised, done)
            assert has_no_place(one, KEEP)
            assert has_no_place(one, GIVE_UP)
            assert has_no_place(HOLDING, done)

    def test_it_is_promised_in_a_word(self):
        assert all(has_no_place(one, PROMISE) for one in (NOTICED, RESOLVED, REVIEWED, DISMISSED, JOINED))
        assert then(UPDATING, PROMISE, KEEP).state is S.UPDATING
        assert then(UPDATING, PROMISE, GIVE_UP).state is S.UPDATING

    def test_what_was_left_open_all_the_same_is_told_once_it_is_reopened(self):
        """In a register that resolved it with a promise open."""
        audit = INCIDENT.audit((NOTICE, VERIFY, SAY_FIRST, PROMISE, RESOLVE), DAY)
        assert audit.entity is not None
        assert audit.entity.state is S.RESOLVED
        assert all(has_no_place(audit.entity, action) for action in (KEEP, GIVE_UP))
        assert [one.state for one in then(audit.entity, REOPEN, KEEP).promises] == [P.KEPT]


class TestCase63:
    """A rumour, from the item of monitoring to the review."""

    FIND = Find(
        at=DAY, by=THE_DUTY, case="m1", office=BODY, kind=FoundKind.PAGE, outlet=Outlet("a blog", "A blog")
    )  # fmt: skip

    def test_it_is_lived_through(self):
        found = MONITORING.replay((self.FIND, Disprove(at=DAY, by=AN_OFFICER, official="an official")))
        notice = Notice.of(found, case="1", noticed=NOTICE.noticed, at=DAY, by=THE_DUTY)
        assert notice == NOTICE
        verified = file(notice, Verify.of(found, at=DAY, by=AN_OFFICER))
        assert (verified.truth, verified.found) == (Truth.DISPROVED, A_FOUND_ITEM)
        over = then(verified, SAY_FIRST, UPDATE, DECIDE, PROMISE, REFER, KEEP, RESOLVE, REVIEW)
        assert over.state is S.REVIEWED
        named = (A_FOUND_ITEM, THE_FIRST_WORD, THE_LAST_UPDATE, A_BRIEFING, A_SIGNAL, A_RELEASE)
        assert (over.reference, over.refers_to) == (THIS, named)

    def test_without_a_verdict_it_is_not_resolved(self):
        one = file(NOTICE, SAY_FIRST, UPDATE, DECIDE)
        assert refused(one, RESOLVE, "it was verified") == (HOUSE(116),)
        assert not_by_law(one, RESOLVE)

    @pytest.mark.parametrize(
        ("judging", "truth"),
        [(Confirm, Truth.CONFIRMED), (Disprove, Truth.DISPROVED), (LeaveOpen, Truth.UNVERIFIABLE)],
    )
    def test_its_truth_is_the_last_verdict(self, judging, truth):
        before = Confirm(at=DAY, by=AN_OFFICER, official="an official")
        found = MONITORING.replay(
            (self.FIND, before, judging(at=DAY, by=AN_OFFICER, official="an official", why="digest 9"))
            if judging is not Confirm
            else (self.FIND, before)
        )
        verify = Verify.of(found, at=DAY, by=AN_OFFICER)
        assert verify == evolve(VERIFY, truth=truth)
        for one in (NOTICED, HOLDING, UPDATING):
            assert then(one, verify).truth is truth

    def test_there_is_none_before_the_first(self):
        with pytest.raises(BadInput, match="there is no verdict on 'm1' yet"):
            Verify.of(MONITORING.begin(self.FIND), at=DAY, by=AN_OFFICER)

    def test_it_goes_on_in_another_process(self):
        for to in (A_SIGNAL, AN_APPEAL):
            assert then(HOLDING, evolve(REFER, to=to)).state is S.HOLDING
        for to in (ANOTHER_INCIDENT, THIS):
            assert refused(UPDATING, evolve(REFER, to=to), "it goes to another process") == (HOUSE(120),)
        assert has_no_place(NOTICED, REFER)

    def test_since_there_are_councils(self):
        """PQ-10 of 20 January 2023."""
        one = file(
            *(
                evolve(step, at=at(1, 10, year=2023))
                for step in (evolve(NOTICE, noticed=at(1, 9, year=2023)), SAY_FIRST)
            )
        )
        assert has_no_place(one, evolve(REFER, at=at(1, 19, 23, 59, year=2023)))
        assert then(one, evolve(REFER, at=at(1, 20, 0, year=2023))).state is S.HOLDING

    def test_its_review_has_lessons(self):
        assert refused(RESOLVED, evolve(REVIEW, lessons=""), "the lessons are written down") == (HOUSE(120),)

    def test_what_was_not_said_is_found(self):
        findings = INCIDENT.audit((NOTICE, RATE), at(11, 20)).findings
        assert {(one.kind, one.name) for one in findings} == {
            (FindingKind.OWED, "first_word"),
            (FindingKind.OWED, "briefing_decision"),
        }


class TestCase90:
    """Noticed by the duty unit itself; reopened; joined; handed on."""

    alone = file(evolve(NOTICE, found=None))

    def test_a_named_official_answers_for_the_truth_of_it(self):
        by_name = evolve(VERIFY, found=None, official="duty head")
        one = then(self.alone, by_name)
        assert (one.truth, one.found) == (Truth.CONFIRMED, None)
        assert then(NOTICED, by_name).found == A_FOUND_ITEM
        neither = evolve(VERIFY, found=None)
        sentence = "a found item, or a named official, answers for it"
        assert refused(self.alone, neither, sentence) == (HOUSE(116),)
        assert not_by_law(self.alone, neither)
        assert then(self.alone, VERIFY).found == A_FOUND_ITEM

    def test_news_reopens_it(self):
        assert then(RESOLVED, REOPEN).state is S.UPDATING
        assert refused(RESOLVED, evolve(REOPEN, why=""), "it is said why") == (HOUSE(120),)
        assert then(RESOLVED, REOPEN, evolve(UPDATE, supersedes=THE_FIRST_WORD), RESOLVE).state is S.RESOLVED

    def test_after_its_review_a_new_file_names_it(self):
        assert all(has_no_place(one, REOPEN) for one in (NOTICED, HOLDING, UPDATING, REVIEWED, DISMISSED, JOINED))
        anew = file(evolve(NOTICE, case="2", found=None, former=THIS))
        assert anew.refers_to == (THIS,)

    def test_the_same_event_is_joined_with_no_promise_open(self):
        one = then(HOLDING, PROMISE)
        assert refused(one, JOIN, "no promise is open") == (HOUSE(131),)
        assert then(one, KEEP, JOIN).state is S.JOINED
        assert then(one, GIVE_UP, JOIN).state is S.JOINED
        assert JOINED.refers_to == (A_FOUND_ITEM, ANOTHER_INCIDENT)

    @pytest.mark.parametrize("first", [THIS, A_RELEASE, Reference("release", THIS.id)], ids=str)
    def test_to_another_incident(self, first):
        for one in in_state(*GOING_ON):
            sentence = "it is joined to another incident"
            assert refused(one, evolve(JOIN, first=first), sentence) == (HOUSE(143),)

    def test_a_crime_is_handed_on_under_a_number(self):
        for one in in_state(*GOING_ON):
            assert refused(one, evolve(HAND_TO_DUTY, number=""), "it has a number") == (HOUSE(104),)
            assert not_by_law(one, evolve(HAND_TO_DUTY, number=""))
            assert then(one, HAND_TO_DUTY).state is one.state

    def test_what_is_dismissed_is_dismissed_with_a_reason(self):
        assert refused(NOTICED, evolve(DISMISS, why=""), "it is said why") == (HOUSE(120),)
        assert not_by_law(NOTICED, evolve(DISMISS, why=""))


class TestOrder:
    """What goes on, and what is over."""

    @pytest.mark.parametrize("action", [VERIFY, RATE, HAND_TO_DUTY, JOIN], ids=lambda one: type(one).__name__)
    def test_while_it_goes_on(self, action):
        assert all(against(one, action) == () for one in in_state(*GOING_ON))
        assert all(has_no_place(one, action) for one in (RESOLVED, REVIEWED, DISMISSED, JOINED))

    @pytest.mark.parametrize("action", [DECIDE, REFER, RESOLVE], ids=lambda one: type(one).__name__)
    def test_once_there_was_a_word(self, action):
        assert all(against(one, action) == () for one in (HOLDING, UPDATING))
        assert all(has_no_place(one, action) for one in (NOTICED, RESOLVED, REVIEWED, DISMISSED, JOINED))

    def test_it_is_dismissed_before_any_word(self):
        assert all(has_no_place(one, DISMISS) for one in (HOLDING, UPDATING, RESOLVED, REVIEWED, JOINED))

    def test_it_is_reviewed_once_resolved(self):
        assert all(has_no_place(one, REVIEW) for one in (NOTICED, HOLDING, UPDATING, REVIEWED, DISMISSED, JOINED))

    @pytest.mark.parametrize(
        ("one", "action"),
        [(NOTICED, VERIFY), (NOTICED, RATE), (NOTICED, SAY_FIRST), (HOLDING, UPDATE), (HOLDING, DECIDE)],
        ids=lambda one: type(one).__name__,
    )
    def test_not_by_an_act_of_later_days(self, one, action):
        """In a register of before 30 October 2017, when the Cabinet's resolution 882 was adopted."""
        early, later = at(10, 29, 23, 59, 2017), at(10, 30, 0, year=2017)
        steps = [evolve(step, at=early) for step in (evolve(NOTICE, noticed=early), *lives(one.state)[1:])]
        register = INCIDENT.audit(steps, early).entity
        assert register is None or has_no_place(register, evolve(action, at=early))
        as_later = [evolve(step, at=later) for step in (evolve(NOTICE, noticed=early), *lives(one.state)[1:])]
        assert against(file(*as_later), evolve(action, at=later)) == ()


class TestWhoActs:
    """House rules 101 to 104, and who owes what."""

    promised = then(HOLDING, PROMISE)

    @pytest.mark.parametrize(
        ("one", "action", "who", "rule"),
        [
            (None, NOTICE, "DUTY_OFFICER PRESS_OFFICER PRESS_HEAD", 104),
            (NOTICED, VERIFY, "PRESS_OFFICER PRESS_HEAD", 101),
            (NOTICED, RATE, "PRESS_HEAD HEAD AUTHORISED", 103),
            (NOTICED, SAY_FIRST, "PRESS_HEAD", 102),
            (HOLDING, UPDATE, "PRESS_HEAD", 102),
            (HOLDING, DECIDE, "PRESS_HEAD HEAD AUTHORISED", 103),
            (HOLDING, REFER, "PRESS_HEAD HEAD AUTHORISED", 103),
            (NOTICED, HAND_TO_DUTY, "DUTY_OFFICER PRESS_OFFICER PRESS_HEAD", 104),
            (NOTICED, JOIN, "PRESS_HEAD", 102),
            (HOLDING, RESOLVE, "PRESS_HEAD HEAD AUTHORISED", 103),
            (RESOLVED, REOPEN, "PRESS_HEAD", 102),
            (NOTICED, DISMISS, "PRESS_HEAD", 102),
            (RESOLVED, REVIEW, "PRESS_HEAD CENTRAL", 102),
            (HOLDING, PROMISE, "PRESS_OFFICER PRESS_HEAD", 101),
            (promised, KEEP, "PRESS_OFFICER PRESS_HEAD", 101),
            (promised, GIVE_UP, "PRESS_HEAD HEAD AUTHORISED", 103),
        ],
        ids=lambda one: type(one).__name__ if isinstance(one, IncidentAction) else "",
    )
    def test_who_may(self, one, action, who, rule):
        assert may(one, action) == (who, (HOUSE(rule),))

    def test_a_refusal_by_role_is_not_by_law(self):
        (reason,) = against(NOTICED, evolve(SAY_FIRST, by=THE_DUTY))
        assert (reason.kind, reason.is_law) == (ReasonKind.ROLE, False)
        assert against(NOTICED, evolve(SAY_FIRST, by=THE_CHIEF)) == ()
