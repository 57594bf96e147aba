"""What the tests by article share: a class an article, and what a refusal cites."""

import pytest
from attrs import evolve
from citizens.cases import REGISTRY, Appeals, against, at, considered, registered, then

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
from prcomm.core.law import Citation
from prcomm.law import ORQ445
from prcomm.law.roles import APPELLANT, REPRESENTATIVE

S = AppealState
KINDS = (APPLICATION, PROPOSAL, COMPLAINT)
REVIEWED = {S.IN_REVIEW, S.EXTRA_STUDY, S.EXTENDED}
PENDING = {S.RECEIVED, S.REGISTERED, S.DECIDED} | REVIEWED
ANSWERED = {S.CONSIDERED, S.OFF_CONTROL}
CITIZENS = {APPELLANT, REPRESENTATIVE}
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


def refusal(lifecycle: Appeals, appeal: Appeal | None, action: AppealAction) -> tuple[Citation, ...]:
    """What the one reason against an action cites, which has its place; of a beginning without an appeal."""
    (reason,) = against(lifecycle, appeal, action)
    assert reason.kind is not ReasonKind.STATE
    return reason.cites


def lawful(lifecycle: Appeals, appeal: Appeal | None, action: AppealAction) -> bool:
    """Whether nothing is against it."""
    return not against(lifecycle, appeal, action)


def repeated(lifecycle: Appeals, kind: AppealKind = COMPLAINT, **more: object) -> Appeal:
    """A repeat, received on 3 March, of a complaint refused on 10 February."""
    former = considered(lifecycle, at(2, 2), at(2, 10))
    link = evolve(Link.of(former, None, why=Why.DISAGREEMENT, at=CAME, by=REGISTRY), **more)
    return then(lifecycle, registered(lifecycle, CAME, kind, case="case 2"), link)
