"""Citations both ways, what rests on less than a statute, and no field that nothing reads."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from types import FunctionType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
import pytest
from conditions import definition_of
from sources import beside_the_actions, named_by

from prcomm import PROCESSES, Action, Basis, Correction, Dated, Entity, Lifecycle
from prcomm.citizens.appeals import (
    APPEAL,
    AppealAction,
    Complete,
    Correct,
    KeepPart,
    NoteDeath,
    PutOnSuperiorControl,
    register_entry,
)
from prcomm.citizens.appeals.kinds import FORMS
from prcomm.citizens.appeals.register import REGISTER_CITES
from prcomm.citizens.receptions import RECEPTION
from prcomm.citizens.reports import NINE_MONTHS_OF_2024, ROWS
from prcomm.core.sources.citations import Citation, Rule, RuleKind
from prcomm.core.table.corrections import Corrects
from prcomm.core.table.effects import Begins, Keeps
from prcomm.core.table.entities import Item
from prcomm.core.table.moves import Move
from prcomm.law import ORQ445, ROLL_FORWARD_BY_ANALOGY, SOURCES, UZ, orq445
from prcomm.law.house import HOUSE
from prcomm.law.roles import AUTHORISED, HEAD, OTHER_BODY, SUPERIOR
from prcomm.views.principles import EDGES_CITES

LIFECYCLES = tuple(PROCESSES.values())
KNOWN = {source.code: source for source in SOURCES}


def rules() -> Iterator[Rule]:
    for citing in (*LIFECYCLES, UZ):
        yield from citing.cited()


def citations() -> dict[Citation, str]:
    """Every citation, with a rule that rests on it."""
    found = {cite: f"{rule.kind} {rule.name}" for rule in rules() for cite in rule.cites}
    beside = {
        "forms": [cite for _, cites in FORMS.values() for cite in cites],
        "register": REGISTER_CITES,
        "the edges of a band": EDGES_CITES,
        "a report": [cite for row in ROWS for one in row.tree() for cite in one.cites],
        "what was published": [cite for count in NINE_MONTHS_OF_2024.tree() for cite in count.cites],
        "who may": [cite for one in LIFECYCLES for row in one.rows for cite in row.who_cites],
        "who owes": [cite for one in LIFECYCLES for deadline in one.deadlines for cite in deadline.owed_by_cites],
        "a Reform": ROLL_FORWARD_BY_ANALOGY.cites,
    }
    return found | {cite: what for what, cites in beside.items() for cite in cites}


class TestTheWayThere:
    """From a rule to its source."""

    def test_no_two_sources_have_one_code(self):
        assert len(KNOWN) == len(SOURCES)

    @pytest.mark.parametrize("cite", citations(), ids=lambda cite: f"{cite} {cite.basis.name}")
    def test_a_citation_is_an_entry_of_its_source(self, cite: Citation):
        source = KNOWN[cite.source]
        article = source.article(cite.article)
        assert cite.part is None or 1 <= cite.part <= len(article.gist)
        assert cite.unit == source.unit

    @pytest.mark.parametrize("cite", citations(), ids=lambda cite: f"{cite} {cite.basis.name}")
    def test_it_is_known_no_better_than_its_source(self, cite: Citation):
        assert cite.basis.value >= KNOWN[cite.source].basis.value

    def test_whatever_is_in_the_tables_cites_something(self):
        assert [rule for rule in rules() if not rule.cites] == []
        assert [row for one in LIFECYCLES for row in one.rows if not (row.never or row.who_cites)] == []
        assert [deadline for one in LIFECYCLES for deadline in one.deadlines if not deadline.owed_by_cites] == []

    @pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
    def test_the_linter_is_silent(self, lifecycle: Lifecycle):
        assert lifecycle.lint(beside_the_actions(lifecycle)) == ()


class TestTheWayBack:
    """From an article to what rests on it."""

    cited = frozenset(cite.article for rule in rules() for cite in rule.cites if cite.source == ORQ445.code)

    @pytest.mark.parametrize("number", [one.number for one in ORQ445.articles if not one.no_rule])
    def test_on_an_article_with_a_rule_something_rests(self, number: str):
        assert number in self.cited

    @pytest.mark.parametrize("number", [one.number for one in ORQ445.articles if one.no_rule])
    def test_on_an_article_without_one_nothing_does(self, number: str):
        assert number not in self.cited

    @pytest.mark.parametrize("number", [one.number for one in HOUSE.articles])
    def test_a_house_rule_is_used(self, number: str):
        """By a row, by who may do it, by a guard, a deadline or a value; or by a view."""
        assert HOUSE(number) in citations()


BY_HOUSE_RULE = {
    1: "Receive SolveOnTheSpot Register NoteEnclosures",
    2: "Join InformAnswered Forward SetApart ForwardPart KeepPart Return Divert LayAside Recognise Assign",
    3: "Study Hear BringIn Visit Summon ShowFile InterimReply ReturnWithdrawn ReturnEnclosures Notify TakeMeasures "
    "AskInformation AskAppellant NoteDeath",
    4: "Decide NoteExecution Clarify",
    5: "RestoreFiling",  # half of it: 22(3) names the authorised official
    6: "Link",
}
"""Who may, where the law is silent."""
OWED_BY_HOUSE_RULE = {
    1: "registration",
    2: "forwarding part_forwarding return",
    3: """consideration study_notice progress withdrawal_return forwarding_notice extension_notice authority_notice
        ended_correspondence_notice no_show_notice""",
    4: "execution clarification",
}
"""Who owes, where the law names the body and not the person."""
OWED_BY_LAW = {"filing": ORQ445(22, 2), "information": ORQ445(24, 4), "ending": ORQ445(30, 2)}
"""Who owes, where the article names them: whoever appeals; the bodies that were asked; who ends it."""
MAY_BY_LAW = {
    "Leave": HEAD | AUTHORISED,  # 29(2)
    "Terminate": HEAD | AUTHORISED,  # 30(2)
    "PutOnControl": HEAD | AUTHORISED,  # 34(1)
    "TakeOffControl": HEAD | AUTHORISED,  # 34(2)
    "Extend": (HEAD,),  # 28(2)
    "GiveInformation": (OTHER_BODY,),  # 24(4)
    "DeclineInformation": (OTHER_BODY,),  # 24(4)
    "TakeOffSuperiorControl": (SUPERIOR,),  # 34(2)
}
"""Who may, where the article names the head, an authorised official, the bodies that were asked."""
INFERRED = {Complete, KeepPart, NoteDeath, PutOnSuperiorControl}
"""What may be done though the act does not say so."""
NOT_READ_IN_THE_ACT = {
    (RuleKind.ROLES, "who may SendReply"): Basis.INFERRED,
    # 21(2) lets a representative hand an appeal in; that they may do the rest as well is inferred.
    (RuleKind.ROLES, "who may AddMaterials"): Basis.INFERRED,
    (RuleKind.ROLES, "who may ProtectIdentity"): Basis.INFERRED,
    (RuleKind.ROLES, "who may Withdraw"): Basis.INFERRED,
    (RuleKind.ROLES, "who may AskClarification"): Basis.INFERRED,
    (RuleKind.ROLES, "who may AskProgress"): Basis.INFERRED,
    (RuleKind.ROLES, "who may AnswerRequest"): Basis.INFERRED,
    (RuleKind.ROLES, "who may Complete"): Basis.INFERRED,
    (RuleKind.ROLES, "who owes reply"): Basis.INFERRED,  # 27(2): an official signs it, and so sends it
    (RuleKind.GUARD, "it has a form that its channel gives; contact in real time is oral"): Basis.REPORTED,
    (RuleKind.GUARD, "the appellant is told how to challenge the decision"): Basis.INFERRED,
    (RuleKind.GUARD, "it is not on control yet"): Basis.INFERRED,
    (RuleKind.GUARD, "it is said who is brought in"): Basis.INFERRED,
    (RuleKind.GUARD, "it is said what was done"): Basis.INFERRED,
    (RuleKind.GUARD, "some of its questions are set apart, and some stay"): Basis.INFERRED,
    **{(RuleKind.TRANSITION, str(row)): Basis.INFERRED for row in APPEAL.rows if row.action in INFERRED},
    (RuleKind.GUARD, "one acts in the own appeal"): Basis.INFERRED,
    (RuleKind.GUARD, "only a representative with authority acts for another"): Basis.INFERRED,
    (RuleKind.GUARD, "who is complained of does nothing about the complaint"): Basis.INFERRED,
    (RuleKind.GUARD, "what was sent on to the body complained of is not given out there"): Basis.INFERRED,
    (RuleKind.GUARD, "where somebody is charged with it, only they work on it"): Basis.INFERRED,
    (
        RuleKind.GUARD,
        "the executor does it; where nobody is charged, who decides where it goes",
    ): Basis.INFERRED,
    (RuleKind.GUARD, "it joins one of the same body"): Basis.INFERRED,
    (RuleKind.GUARD, "the first is of the same body"): Basis.INFERRED,
    (RuleKind.GUARD, "who died is one of those who appeal; a legal entity does not die"): Basis.INFERRED,
    (RuleKind.GUARD, "the matter allows no succession"): Basis.INFERRED,
    (RuleKind.GUARD, "it goes on for others"): Basis.INFERRED,
    (RuleKind.TRANSITION, f"Correct: {' | '.join(state.name for state in APPEAL.states)} -> SAME"): Basis.ASSUMED,
    (RuleKind.GUARD, "whether it is an appeal at all is corrected before it is given to anybody"): Basis.ASSUMED,
    (RuleKind.GUARD, "somebody appeals"): Basis.ASSUMED,
    (RuleKind.GUARD, "Correct: the record is on file"): Basis.ASSUMED,
    (RuleKind.GUARD, "Correct: the field is a fact of the file that may be corrected"): Basis.ASSUMED,
    (RuleKind.GUARD, "Correct: the value is one that the field may have"): Basis.ASSUMED,
    (RuleKind.GUARD, "Correct: the value is another than the one on file"): Basis.ASSUMED,
    (RuleKind.GUARD, "Correct: the records stay in order of time"): Basis.ASSUMED,
    (RuleKind.GUARD, "Correct: it is said what shows it"): Basis.ASSUMED,
    (RuleKind.DEADLINE, "forwarding"): Basis.INFERRED,
    (RuleKind.DEADLINE, "return"): Basis.INFERRED,
    (RuleKind.DEADLINE, "part_forwarding"): Basis.INFERRED,
    (RuleKind.DEADLINE, "execution"): Basis.INFERRED,
    (RuleKind.DEADLINE, "progress"): Basis.INFERRED,
    (RuleKind.DEADLINE, "study_notice"): Basis.INFERRED,
    (RuleKind.DEADLINE, "information"): Basis.INFERRED,
    (RuleKind.GUARD, "all lengthenings together are by no more than the law allows"): Basis.INFERRED,
    (RuleKind.GUARD, "the term 'consideration' runs"): Basis.INFERRED,
}
"""The rest of an appeal that was not read in the act as it stands here."""


class TestWhatRestsOnLess:
    def test_it_is_this_and_no_more(self):
        weak = {(rule.kind, rule.name): rule.basis for rule in APPEAL.cited() if rule.basis is not Basis.STATUTE}
        by_house_rule = {
            (RuleKind.ROLES, f"{who} {name}"): Basis.ASSUMED
            for who, names in (("who may", BY_HOUSE_RULE), ("who owes", OWED_BY_HOUSE_RULE))
            for several in names.values()
            for name in several.split()
        }
        assert weak == NOT_READ_IN_THE_ACT | by_house_rule

    @pytest.mark.parametrize("number", BY_HOUSE_RULE)
    def test_each_house_rule_is_behind_these_actions(self, number: int):
        found = {row.action.__name__ for row in APPEAL.rows if HOUSE(number) in row.who_cites}
        assert found == set(BY_HOUSE_RULE[number].split())

    @pytest.mark.parametrize("number", OWED_BY_HOUSE_RULE)
    def test_each_house_rule_says_who_owes_these(self, number: int):
        found = {one.name for one in APPEAL.deadlines if one.owed_by_cites == (HOUSE(number),)}
        assert found == set(OWED_BY_HOUSE_RULE[number].split())

    def test_who_owes_by_law(self):
        found = {one.name: one.owed_by_cites for one in APPEAL.deadlines if one.who.basis is Basis.STATUTE}
        assert found == {name: (cite,) for name, cite in OWED_BY_LAW.items()}

    def test_who_may_by_law(self):
        lawful = [row for row in APPEAL.rows if not row.never and row.who.basis is Basis.STATUTE]
        assert {row.action.__name__: row.roles for row in lawful} == {n: tuple(r) for n, r in MAY_BY_LAW.items()}
        assert all(row.who_cites == row.cites for row in lawful)

    def test_restoring_the_term_of_filing_is_half_law(self):
        """22(3) names the body or its authorised official: that the head may is house rule 5."""
        (row,) = (row for row in APPEAL.rows if row.action.__name__ == "RestoreFiling")
        assert row.who_cites == (ORQ445(22, 3), HOUSE(5))

    def test_of_a_reception(self):
        """8(1) speaks of individuals and of representatives of legal entities; 9(1) of the head or other officials."""
        who = {row.action.__name__: row.who_cites for row in RECEPTION.rows}
        assert who.pop("AskReception") == (ORQ445(8, 1), ORQ445(8, 1).by(Basis.INFERRED))
        assert who.pop("Correct") == (HOUSE(40),)
        assert set(who.values()) == {(HOUSE(7),)}
        assert {one.owed_by_cites for one in RECEPTION.deadlines} == {(HOUSE(7),)}

    def test_no_row_but_these_stands_under_less_than_the_act(self):
        less = {row.action: row.basis for row in APPEAL.rows if row.basis is not Basis.STATUTE}
        assert less == {**dict.fromkeys(INFERRED, Basis.INFERRED), Correct: Basis.ASSUMED}

    def test_no_figure_of_the_act_does(self):
        assert {version.basis for value in orq445.VALUES for version in value.versions} == {Basis.STATUTE}


# -- what the functions of a table read

Classes = tuple[type, ...]


def functions_of(lifecycle: Lifecycle) -> Iterator[tuple[object, tuple[Classes, ...]]]:
    """Each function of a lifecycle's tables with the classes it is called with there, place by place."""
    entity = (lifecycle.entity,)
    for row in lifecycle.rows:
        begins = row.starts and not row.table.inside
        whole = () if begins else (entity,)
        yield from ((guard.holds, (*whole, (row.action,))) for guard in row.given)
        yield row.then, ((row.action,),) if row.starts else ((row.table.about,), (row.action,))
    for one in lifecycle.deadlines:
        for function in (one.since, one.within, one.when):
            yield function, (entity, one.begins)
        yield from ((move.to, (entity, (move.by,))) for move in one.moves if isinstance(move, Move))
        actions = (*one.begins, *one.met_by, *one.until, *(by for move in one.moves for by in move.actions))
        yield one.per, (actions,)


def members(hint: object) -> Classes:
    """The classes of a hint, whichever of several it is."""
    several = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return tuple(c for one in several for c in (get_origin(one) or one,) if isinstance(c, type) and c is not NoneType)


def items(hint: object) -> Classes:
    """The classes of the items of ``tuple[X, ...]``."""
    return members(get_args(hint)[0]) if get_origin(hint) is tuple else ()


@cache
def called_by(function: object) -> tuple[FunctionType, ...]:
    """The functions of the library that a function names."""
    here = (one for one in named_by(function) if isinstance(one, FunctionType))
    return tuple(one for one in here if one.__module__.startswith("prcomm.") and ".core." not in one.__module__)


class Reader(ast.NodeVisitor):
    """Collects which field of which class a function reads, by what it is called with and the annotations it has."""

    def __init__(self, function: FunctionType, takes: tuple[Classes, ...]) -> None:
        hints = get_type_hints(function)
        self.names: dict[str, Any] = {}
        for name, ours in zip(function.__code__.co_varnames, (*takes, *(((),) * 9)), strict=False):
            said = members(hints.get(name))
            fit = tuple(one for one in ours if not said or issubclass(one, said))
            self.names[name] = Union[fit] if fit else hints.get(name)  # noqa: UP007
        self.read: set[tuple[type, str]] = set()
        self.visit(definition_of(function))

    def hint(self, node: ast.expr) -> object:
        """What an expression is, as far as names and fields tell."""
        if isinstance(node, ast.Name):
            return self.names.get(node.id)
        if isinstance(node, ast.Attribute):
            for one in members(self.hint(node.value)):
                found = getattr(one, node.attr, None)
                if isinstance(found, property):
                    return get_type_hints(found.fget)["return"]
                if attrs.has(one) and node.attr in attrs.fields_dict(one):
                    return get_type_hints(one)[node.attr]
        return None

    def visit_Attribute(self, node: ast.Attribute) -> None:
        for one in members(self.hint(node.value)):
            found = getattr(one, node.attr, None)
            if isinstance(found, property):
                self.read |= Reader(found.fget, ((one,),)).read | {
                    (one, name) for name in found.fget.__code__.co_names if name in attrs.fields_dict(one)
                }
            self.read.add((one, node.attr))
        self.generic_visit(node)

    def _comprehension(self, node: ast.GeneratorExp | ast.SetComp | ast.ListComp) -> None:
        for one in node.generators:
            if isinstance(one.target, ast.Name):
                self.names[one.target.id] = Union[items(self.hint(one.iter)) or (NoneType,)]  # noqa: UP007
        self.generic_visit(node)

    visit_GeneratorExp = visit_SetComp = visit_ListComp = _comprehension


def read_by(effect: object, takes: tuple[Classes, ...]) -> set[tuple[type, str]]:
    """Which fields an effect reads that is no function: what is kept, or taken where an entity begins."""
    names = (*effect.names, *([effect.id] if isinstance(effect, Begins) else []))
    return {(one, name) for one in takes[-1] for name in names}


def fields_read(lifecycle: Lifecycle, *others: FunctionType) -> set[tuple[type, str]]:
    """Which fields its functions, those they call, and some others read; and what the tables read themselves."""
    queue: list[tuple[object, tuple[Classes, ...]]] = [*functions_of(lifecycle), *((one, ()) for one in others)]
    done, read = set(), set()
    while queue:
        function, takes = queue.pop()
        if isinstance(function, Keeps | Begins):
            read |= read_by(function, takes)
        if isinstance(function, Corrects):
            read |= {(takes[-1][0], name) for name in attrs.fields_dict(Correction)}
        if (function, takes) in done or not isinstance(function, FunctionType):
            continue
        done.add((function, takes))
        read |= Reader(function, takes).read
        queue += [(one, ()) for one in called_by(function)]
    read |= {(lifecycle.entity, part.name) for part in lifecycle.parts}
    read |= {(action, part.key) for part in lifecycle.parts for action in part.actions}
    read |= {
        (action, one.per)
        for one in lifecycle.deadlines
        for action in (*one.begins, *one.met_by)
        if isinstance(one.per, str)
    }
    return read | {(lifecycle.entity, "kind")}


COMMON = {*attrs.fields_dict(Action), *attrs.fields_dict(Entity), *attrs.fields_dict(Item)} - {"office"}


def unread(lifecycle: Lifecycle, *others: FunctionType) -> list[str]:
    """The fields of its entity, of the things inside it, and of its actions that nothing reads."""
    read = fields_read(lifecycle, *others)
    about: Iterable[type] = (row.table.about for row in lifecycle.rows)
    never = {row.action for row in lifecycle.rows if row.never}
    lawful = [row.action for row in lifecycle.rows if not row.never]
    kinds = dict.fromkeys((lifecycle.entity, *about, *lawful, *never))
    return [
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name in attrs.fields_dict(kind)
        if name not in COMMON and not any(issubclass(kind, one) and name == field for one, field in read)
        if not (kind is lifecycle.entity and name == "office")
    ]


class TestFields:
    """A field that no guard, effect, deadline or output reads is a defect."""

    def test_every_field_of_an_appeal_and_of_what_is_done_about_it_is_read(self):
        assert unread(APPEAL, register_entry) == []

    def test_the_register_is_why_some_are_kept(self):
        assert {"Appeal.number", "Appeal.content", "Appeal.outcome"} <= set(unread(APPEAL))

    @pytest.mark.parametrize(
        ("guard", "field"),
        [
            ("a copy of the act goes to the sender", "NoteEnclosures.copy_sent"),
            ("as far as possible the reply is in the language of the appeal", "SendReply.own_language_impossible"),
            ("by_the_body_asked", "InformationRequest.of"),
            ("a conclusion is drawn up", "Leave.conclusion"),
        ],
    )
    def test_without_its_one_reader_a_field_is_found(self, guard: str, field: str):
        assert field in unread(APPEAL.without(guard), register_entry)

    def test_all_actions_were_looked_at(self):
        below = {kind for kind in AppealAction.__subclasses__() if kind.__name__ != "Pointing"}
        assert below <= set(APPEAL.actions)


ELSEWHERE = {
    orq445.MONTHS_OF_A_SUMMARY: "of summaries, which are of many appeals",
    orq445.YEARS_OF_TRAINING: "of the staff, not of an appeal",
}
"""The figures that no appeal turns on, and why."""


class TestFigures:
    """Each figure of the law is read where an appeal is considered, or it is said why not."""

    def test_it_is_read(self):
        reached: list[object] = [function for function, _ in functions_of(APPEAL)]
        for function in reached:
            reached += [one for one in called_by(function) if one not in reached]
        named = [one for function in reached for one in named_by(function)]
        counted = [getattr(one, "n", one) for one in reached]  # of a term the number
        read = {one for one in (*named, *counted) if isinstance(one, Dated)}
        assert read | ELSEWHERE.keys() == set(orq445.VALUES)
        assert not read & ELSEWHERE.keys()
