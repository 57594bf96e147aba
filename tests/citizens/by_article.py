"""What the tests by article share: a class an article, what a refusal cites, and where a step has its place."""

import pytest
from attrs import evolve
from citizens.cases import REGISTRY, against, at, considered, in_every_state, registered, then

from prcomm import ReasonKind
from prcomm.citizens.appeals import (
    APPLICATION,
    COMPLAINT,
    PROPOSAL,
    Appeal,
    AppealAction,
    AppealKind,
    AppealState,
    Link,
    Why,
)
from prcomm.core.sources.citations import Citation
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, AUTHORISED, HEAD, REPRESENTATIVE

S = AppealState
KINDS = (APPLICATION, PROPOSAL, COMPLAINT)
OPEN = {S.REGISTERED, S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED}
REVIEWED = OPEN - {S.REGISTERED}
PENDING = {S.RECEIVED, S.DECIDED} | OPEN
ANSWERED = {S.CONSIDERED, S.OFF_CONTROL}
HEADS, CITIZENS = {HEAD, AUTHORISED}, {APPELLANT, REPRESENTATIVE}
CAME, LATER = at(3, 3), at(3, 6)
"""Tuesday 3 and Friday 6 March 2026."""


class Article:
    """The tests of one article; its docstring is the heading in the enactment's list."""

    def __init_subclass__(cls) -> None:
        number = cls.__name__.removeprefix("TestArticle").replace("_", "-")
        cls.__doc__ = ORQ445.article(number).heading


def of_each(*kinds: AppealKind) -> pytest.MarkDecorator:
    """A test for each of some kinds; of all three kinds of appeals without any."""
    return pytest.mark.parametrize("kind", kinds or KINDS, ids=lambda kind: kind.name)


def refusal(appeal: Appeal | None, action: AppealAction) -> tuple[Citation, ...]:
    """What the one reason against an action cites, which has its place; of a beginning without an appeal."""
    (reason,) = against(appeal, action)
    assert reason.kind is not ReasonKind.STATE
    return reason.cites


def ban(appeal: Appeal, action: AppealAction) -> tuple[Citation, ...]:
    """The place where the law forbids an action in words."""
    (reason,) = against(appeal, action)
    assert reason.kind is ReasonKind.NEVER
    return reason.cites


def lawful(appeal: Appeal | None, action: AppealAction) -> bool:
    """Whether nothing is against it."""
    return not against(appeal, action)


def places(action: AppealAction, kind: AppealKind = COMPLAINT) -> set[AppealState]:
    """The states in which it is lawful, of appeals received on 3 March and left on 5 March 2026 in each state."""
    return {state for state, one in in_every_state(kind).items() if lawful(one, action)}


def open_to(kind: AppealKind) -> set[AppealState]:
    """Where an appeal of a kind is open: no term of a proposal is lengthened."""
    return OPEN - ({S.EXTENDED} if kind is PROPOSAL else set())


def repeated(kind: AppealKind = COMPLAINT, **more: object) -> Appeal:
    """A repeat, received on 3 March, of a complaint refused on 10 February."""
    former = considered(at(2, 2), at(2, 10))
    link = evolve(Link.of(former, None, why=Why.DISAGREEMENT, at=CAME, by=REGISTRY), **more)
    return then(registered(CAME, kind, case="case 2"), link)
