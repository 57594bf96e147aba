"""What holds of every lawful life in the wing, whatever happens: over the one draw of the lives of each process.

The numbers are counted along the history, from what was done alone, and compared with what the file says.
"""

import logging
import pickle
from collections import Counter

import pytest
from attrs import evolve, fields
from processes import draw_of

from prcomm import Actor, Refused
from prcomm.adapters.diagrams import lifecycle_picture, timeline
from prcomm.adapters.json import Codec
from prcomm.law.roles import SECRETARY
from prcomm.oversight.councils import (
    Appoint,
    Consent,
    Council,
    Decline,
    EndMembership,
    Exclude,
    MembershipState,
    Nominate,
    NoteDeath,
    PassOver,
    Resign,
)
from prcomm.oversight.recommendations import RECOMMENDATION, Adopt
from prcomm.oversight.sessions import (
    SESSION,
    AdoptItem,
    AgendaItem,
    Attend,
    Ballot,
    CastBallot,
    Choice,
    CountBallots,
    CountVotes,
    ItemAction,
    ItemState,
    LeaveSession,
    Open,
    Postpone,
    Recuse,
    RejectItem,
    Session,
    TakeUp,
    TallyVotes,
    Vote,
)

M = MembershipState
OF_SESSIONS = pytest.mark.xdist_group("lives of the session")
SAID = ("FOR", "AGAINST", "ABSTAINED")
"""The choices, as JSON and a ``repr`` write them."""


class Counted:
    """What was done in a session, counted beside it: who is there, and of each item who is recused, acted, and how."""

    def __init__(self) -> None:
        self.there: set[str] = set()
        self.acted: dict[str, dict[str, Choice | None]] = {}
        self.recused: dict[str, set[str]] = {}
        self.numbers: dict[str, tuple[int, int]] = {}
        """Of an item whose votes were counted: how many for it, and how many decided."""
        self.decided: set[str] = set()

    def note(self, action) -> None:
        match action:
            case Attend():
                self.there.add(action.member)
            case LeaveSession():
                self.there.remove(action.member)
            case Postpone():
                self.there.clear()
            case Open():  # what was not decided before a postponement is voted anew
                self.acted = {item: acted for item, acted in self.acted.items() if item in self.decided}
                self.numbers = {item: numbers for item, numbers in self.numbers.items() if item in self.decided}
            case ItemAction():
                self.note_of(action.item, action)
            case _:
                pass

    def note_of(self, item, action) -> None:
        match action:
            case Recuse():
                self.recused.setdefault(item, set()).add(action.member)
            case Vote() | CastBallot():
                choice = action.choice if isinstance(action, Vote) else None
                self.acted.setdefault(item, {})[action.by.known_as] = choice
            case TallyVotes():
                self.numbers[item] = (action.in_favour, len(self.deciding(item)))
            case AdoptItem() | RejectItem():
                self.decided.add(item)
            case _:
                pass

    def of_item(self, item: str) -> set[str]:
        """Who is there for it: who is there, and who acted on it and left."""
        return self.there | {*self.acted.get(item, ())}

    def deciding(self, item: str) -> set[str]:
        return self.of_item(item) - self.recused.get(item, set())

    def result(self, item: str) -> tuple[int, int]:
        """How many are for it, and of how many: as they were counted, else by name."""
        by_name = [*self.acted.get(item, {}).values()].count(Choice.FOR)
        return self.numbers.get(item, (by_name, len(self.deciding(item))))


def along(life):
    """Each step of a session, with what was counted before it."""
    counted = Counted()
    for step in life.steps:
        yield counted, step
        counted.note(step.action)


def is_quorum(many: int, session: Session) -> bool:
    """More than half of the roll."""
    return 2 * many > len(session.roll)


# -- of a session


def who_votes_is_there_on_the_roll_not_recused_and_votes_once(life):
    """House rule 18; the Town-Planning Code by analogy."""
    for counted, step in along(life):
        if isinstance(step.action, Vote | CastBallot):
            who, item = step.action.by.known_as, step.action.item
            assert who in counted.there & {*step.before.roll}
            assert who not in counted.recused.get(item, ())
            assert who not in counted.acted.get(item, ())
            assert item not in counted.numbers


def votes_never_exceed_those_there_and_entitled(life):
    """At each vote and each count, of the item that it is about."""
    for counted, step in along(life):
        if isinstance(step.action, Vote | CastBallot | TallyVotes):
            counted.note(step.action)
            item = step.after.item(step.action.item)
            deciding, there = counted.deciding(item.id), counted.of_item(item.id)
            most = max(len(item.votes), len(item.cast), item.counted.cast if item.counted else 0)
            assert most <= len(deciding) <= len(there) <= len(step.after.roll)


def nothing_is_voted_on_or_decided_without_a_quorum(life):
    """The Labour Code by analogy; who voted and left was there for the vote."""
    for counted, step in along(life):
        if isinstance(step.action, TakeUp | Vote | CastBallot | CountVotes):
            assert is_quorum(len(counted.there), step.before)
        if isinstance(step.action, AdoptItem | RejectItem) and step.action.item not in counted.numbers:
            assert is_quorum(len(counted.of_item(step.action.item)), step.before)


def what_is_adopted_has_more_than_half_of_those_who_decide(life):
    """And what is rejected has not; either was voted on, and a secret vote was counted."""
    for counted, step in along(life):
        if isinstance(step.action, AdoptItem | RejectItem):
            item = step.before.item(step.action.item)
            assert item.id in counted.numbers or (counted.acted.get(item.id) and item.ballot is Ballot.OPEN)
            in_favour, of = counted.result(item.id)
            assert (2 * in_favour > of) is isinstance(step.action, AdoptItem)


def ballots_close(life):
    """For, against, abstained and spoilt are those cast; with the silent and the recused they are those there."""
    for counted, step in along(life):
        if isinstance(step.action, CountBallots):
            item = step.after.item(step.action.item)
            assert item.counted.cast == len(item.cast) == len({*item.cast}) == len(counted.acted.get(item.id, ()))
        if isinstance(step.action, Vote | CastBallot | CountBallots):
            counted.note(step.action)
            item = step.after.item(step.action.item)
            acted, there = counted.acted.get(item.id, {}), counted.of_item(item.id)
            recused = counted.recused.get(item.id, set()) & there
            silent = there - recused - acted.keys()
            assert len(acted) + len(silent) + len(recused) == len(there)
            choices = Counter(choice for choice in acted.values() if choice)
            assert item.by_name.cast == sum(choices.values()) == len(item.votes)
            assert {*item.cast} == (acted.keys() if item.ballot is Ballot.SECRET else set())


def of_a_secret_vote_nobody_s_choice_is_kept(life):
    """Of an item that is secret there are ballots cast and numbers: in no action, no record, and not in the file."""
    codec = life.of.codec
    secret = {item.id for item in life.entity.items if item.ballot is Ballot.SECRET}
    for record in life.entity.history:
        if isinstance(record.action, ItemAction) and record.action.item in secret:
            for text in (repr(record), str(record), codec.dumps(record.action)):
                assert not any(f'"{said}"' in text or f".{said}" in text for said in SAID)
    for step in life.steps:
        for item in step.after.items:
            if item.id in secret:
                assert item.votes == ()
                assert not any(f"Choice.{said}" in repr(item) for said in SAID)


OF_A_SESSION = (
    who_votes_is_there_on_the_roll_not_recused_and_votes_once,
    votes_never_exceed_those_there_and_entitled,
    nothing_is_voted_on_or_decided_without_a_quorum,
    what_is_adopted_has_more_than_half_of_those_who_decide,
    ballots_close,
    of_a_secret_vote_nobody_s_choice_is_kept,
)


@OF_SESSIONS
@pytest.mark.parametrize("holds", OF_A_SESSION, ids=lambda holds: holds.__name__)
def test_of_every_session_it_holds_that(holds):
    for life in draw_of("session").lives:
        holds(life)


@OF_SESSIONS
@pytest.mark.parametrize(
    "action", [Vote, CastBallot, CountBallots, CountVotes, AdoptItem, RejectItem, Recuse, LeaveSession, Postpone]
)
def test_there_are_sessions_with(action):
    """The laws above would hold of sessions in which nothing of it is done."""
    assert any(isinstance(one, action) for life in draw_of("session").lives for one in life.actions)


# -- a secret vote


def secret_and_nothing_else():
    """Lives with ballots cast in which nobody votes openly: no choice is anybody's to be told."""
    lives = [
        life
        for life in draw_of("session").lives
        if any(isinstance(one, CastBallot) for one in life.actions)
        and not any(isinstance(one, Vote) for one in life.actions)
    ]
    assert lives
    return lives


@OF_SESSIONS
def test_who_casts_a_ballot_could_not_say_how():
    """There is no field for it, in the action or in what is kept of who cast one."""
    assert not any("Choice" in str(field.type) for field in fields(CastBallot))
    told = [field.name for field in fields(AgendaItem) if "Choice" in str(field.type)]
    assert told == ["choices"]


@OF_SESSIONS
def test_no_choice_is_in_what_is_written_told_or_drawn_of_a_secret_vote(caplog):
    """Every text that is made of such a life: none has the name of a choice."""
    with caplog.at_level(logging.DEBUG):
        for life in secret_and_nothing_else():
            at = life.entity.history[-1].action.at
            audit = SESSION.audit(life.actions, at)
            dues = SESSION.due(life.entity, at)
            texts = [repr(life.entity), str(life.entity), Codec(SESSION).dumps(life.entity), repr(audit), str(audit)]
            texts += [timeline(life.entity, dues, audit.findings, at=at)]
            texts += [text for record in life.entity.history for text in (repr(record), repr(record.action))]
            for text in texts:
                assert not any(said in text for said in SAID)
    assert caplog.records == []


def open_votes_on_secret_items():
    """Each choice, tried aloud on an item that is secret, by one who is there."""
    for life in secret_and_nothing_else():
        for step in life.steps:
            if isinstance(step.action, CastBallot):
                tried = Vote(at=step.action.at, by=step.action.by, item=step.action.item, choice=Choice.FOR)
                yield life, step, [evolve(tried, choice=choice) for choice in Choice]


@OF_SESSIONS
def test_who_votes_aloud_in_a_secret_vote_is_refused_in_words_that_do_not_tell_how():
    for _, step, votes in open_votes_on_secret_items():
        told = set()
        for vote in votes:
            with pytest.raises(Refused) as refused:
                SESSION.apply(step.before, vote)
            verdict = refused.value.verdict
            told.add((str(refused.value), repr(refused.value), str(verdict), repr(verdict), repr(verdict.reasons)))
        assert len(told) == 1
        assert not any(said in text for text in told.pop() for said in SAID)


@OF_SESSIONS
def test_an_audit_that_finds_such_a_vote_keeps_nothing_of_it_on_the_agenda():
    for life, step, votes in open_votes_on_secret_items():
        before = life.actions[: life.steps.index(step)]
        for vote in votes:
            audit = SESSION.audit([*before, vote], vote.at)
            assert audit.findings
            assert audit.entity.items == step.before.items
            finding, drawn = str(audit.findings), timeline(audit.entity, (), audit.findings, at=vote.at)
            for text in (repr(audit), str(audit), finding, drawn):
                assert not any(said in text for said in SAID)


@OF_SESSIONS
def test_the_search_would_find_a_choice():
    """Of an open vote it is kept, by name: there the same search finds it."""
    named = [life for life in draw_of("session").lives if any(item.votes for item in life.entity.items)]
    assert named
    for life in named:
        assert any(f"Choice.{said}" in repr(life.entity.items) for said in SAID)
        assert any(f'"{said}"' in Codec(SESSION).dumps(life.entity) for said in SAID)
    assert all(said not in lifecycle_picture(SESSION) for said in SAID)


# -- of a council


INTO = {
    Nominate: M.NOMINATED, Consent: M.CONSENTED, Decline: M.NOT_APPOINTED, PassOver: M.NOT_APPOINTED,
    Appoint: M.APPOINTED, Resign: M.RESIGNED, EndMembership: M.TERM_ENDED, Exclude: M.EXCLUDED,
    NoteDeath: M.DECEASED,
}  # fmt: skip
"""Where a member stands after what was done last about them."""


@pytest.mark.xdist_group("lives of the council")
def test_the_count_of_members_closes_at_each_step():
    """By state they are those who were ever nominated; those who sit are those appointed, less those who left."""
    left = Counter()
    for life in draw_of("council").lives:
        stands, sits = {}, 0
        for step in life.steps:
            council: Council = step.after
            into = INTO.get(type(step.action))
            if into is not None:
                sits += (into is M.APPOINTED) - (stands.get(step.action.member) is M.APPOINTED)
                stands[step.action.member] = into
                left[into] += 1
            assert {seat.id: seat.state for seat in council.members} == stands
            by_state = Counter(seat.state for seat in council.members)
            assert sum(by_state.values()) == len(council.members) == len(stands)
            assert by_state[M.APPOINTED] == len(council.appointed) == sits
    assert left.keys() >= {*INTO.values()} - {M.RESIGNED}  # that a member resigns chance seldom draws


# -- of a recommendation


def others(*processes):
    """Files of other processes, as they were drawn."""
    return [life.entity for process in processes for life in draw_of(process).lives[-20:]]


@pytest.mark.xdist_group("lives of the recommendation")
def test_a_recommendation_changes_no_other_file():
    """Files that live while recommendations do are bit by bit what they were, and equal."""
    files = others("recommendation", "signal")
    before = [(pickle.dumps(one), hash(one)) for one in files]
    for life in draw_of("recommendation").lives:
        assert RECOMMENDATION.replay(life.actions) == life.entity
    assert [(pickle.dumps(one), hash(one)) for one in files] == before


@OF_SESSIONS
def test_nor_does_one_change_the_session_that_adopted_it():
    keeper, adopted = Actor("secretary", SECRETARY), 0
    for life in draw_of("session").lives:
        told = [evolve(one, decision="digest") if isinstance(one, AdoptItem) else one for one in life.actions]
        session = SESSION.replay(told)
        before, at = pickle.dumps(session), told[-1].at
        for item in session.items:
            advice = Adopt.of(session, item.id, recommendation="r", at=at, by=keeper)
            if item.state is ItemState.ADOPTED and item.elects is None:
                assert RECOMMENDATION.begin(advice).rests_on == session.reference
                adopted += 1
            else:
                with pytest.raises(Refused):
                    RECOMMENDATION.begin(advice)
        assert pickle.dumps(session) == before
    assert adopted
