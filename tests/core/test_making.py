"""Values made quickly are the values their class makes, and as frozen."""

import copy
import pickle
from typing import ClassVar, Generic, Protocol, TypeVar

import attrs
import pytest
from attrs import Factory, evolve, exceptions, field, frozen
from samples.petition import PETITION, filed_on

from prcomm import PROCESSES, Clock, Context, Due, Office, Record
from prcomm.core.calendar.terms import Start
from prcomm.core.values.making import changer, copier, maker

T = TypeVar("T")


@frozen
class Plain:
    one: int
    _two: str = "two"
    three: tuple[int, ...] = field(default=(), kw_only=True)


@frozen
class Below(Plain):
    four: int = field(kw_only=True)


@frozen
class Typed(Generic[T]):
    one: T


@frozen
class Converted:
    one: int = field(converter=int)


@frozen
class Validated:
    one: int = field(validator=lambda self, attribute, value: None)


@frozen
class Made:
    one: list[int] = Factory(list)


@frozen
class Derived:
    one: int
    two: int = field(init=False, default=2)


@frozen
class Watched:
    one: int

    def __attrs_post_init__(self) -> None: ...


@frozen
class Before:
    one: int

    def __attrs_pre_init__(self) -> None: ...


@frozen(cache_hash=True)
class Hashed:
    one: int


@frozen(slots=False)
class Open:
    one: int


@frozen
class Own:
    one: int

    def __init__(self, one: int) -> None:
        self.__attrs_init__(one + 1)


@frozen
class New:
    one: int

    def __new__(cls, *args: object) -> "New":
        return super().__new__(cls)


class Registry:
    __slots__ = ()
    below: ClassVar[list[str]] = []

    def __init_subclass__(cls) -> None:
        cls.below.append(cls.__name__)


@frozen
class Registered(Registry):
    one: int


@frozen
class Inherited(Protocol):
    one: int


class Bare(Plain):
    __slots__ = ()


@frozen
class Empty: ...


class TestQuickly:
    @pytest.mark.parametrize(
        ("quick", "slow"),
        [
            pytest.param(maker(Plain)(1), Plain(1), id="defaults"),
            pytest.param(maker(Plain)(1, "b", three=(3,)), Plain(1, "b", three=(3,)), id="all given"),
            pytest.param(maker(Plain)(one=1, two="b"), Plain(1, "b"), id="by name"),
            pytest.param(maker(Below)(1, four=4), Below(1, four=4), id="inherited"),
            pytest.param(maker(Typed)("a"), Typed("a"), id="generic"),
        ],
    )
    def test_it_is_the_same_value(self, quick: object, slow: object) -> None:
        assert type(quick) is type(slow)
        assert (quick, hash(quick), repr(quick)) == (slow, hash(slow), repr(slow))
        assert pickle.loads(pickle.dumps(quick)) == copy.deepcopy(quick) == slow

    def test_it_is_frozen(self) -> None:
        made = maker(Plain)(1)
        with pytest.raises(exceptions.FrozenInstanceError):
            made.one = 2  # type: ignore[misc]  # frozen: that is the point
        with pytest.raises(exceptions.FrozenInstanceError):
            del made.one
        assert not hasattr(made, "__dict__")
        assert evolve(made, one=2) == Plain(2)

    @pytest.mark.parametrize(("given", "named"), [((), {}), ((1, "b", (3,)), {}), ((1,), {"four": 4})])
    def test_what_the_class_refuses_it_refuses(self, given: tuple[object, ...], named: dict[str, object]) -> None:
        for make in Plain, maker(Plain):
            with pytest.raises(TypeError):
                make(*given, **named)  # type: ignore[arg-type]  # whatever the class takes

    @pytest.mark.parametrize("kind", [Plain, Clock, Due])
    def test_it_is_not_the_class(self, kind: type) -> None:
        assert maker(kind) is not kind


class TestTheClassItself:
    @pytest.mark.parametrize(
        "kind",
        [Converted, Validated, Made, Derived, Watched, Before, Hashed, Open, Own, New, Inherited, Bare, Empty],
    )
    def test_where_making_a_value_does_more(self, kind: type) -> None:
        assert maker(kind) is kind

    def test_where_a_class_keeps_a_list_of_those_below_it(self) -> None:
        known = list(Registry.below)
        assert maker(Registered) is Registered
        assert Registry.below == known


QUICK = [Record, Clock, Context, Start, Due, *(lifecycle.entity for lifecycle in (PETITION, *PROCESSES.values()))]
"""Made at each step, or for each due that is counted: these may not fall back to the class itself in silence."""


@pytest.mark.parametrize("kind", QUICK, ids=lambda kind: kind.__name__)
def test_what_is_made_at_each_step_is_made_quickly(kind):
    assert maker(kind) is not kind
    mixins = [one for one in kind.__mro__ if one not in (object, Generic) and not attrs.has(one)]
    assert [one.__name__ for one in mixins if vars(one).get("__slots__") != ()] == []


def test_one_that_does_more_than_fill_in_would_be_found():
    assert maker(Office) is Office


class TestWhatIsChangedOrCopied:
    def test_a_change_is_what_evolve_gives(self):
        petition = filed_on(3, 3)
        changed = changer(type(petition), "state", "history")(petition, PETITION.states[1], ())
        assert changed == evolve(petition, state=PETITION.states[1], history=())

    def test_a_copy_takes_what_the_other_names(self):
        clock = Clock("reply", "q1", 3, (4,))
        copied = copier(Plain, {"one": "begun", "_two": "deadline", "three": "touched"})(clock)
        assert copied == Plain(3, "reply", three=(4,))
