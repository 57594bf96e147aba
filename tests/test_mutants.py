"""What a mutant inside a condition is: one operand, comparison, negation, quantifier or branch, and nothing else."""

from collections.abc import Callable

import pytest
from attrs import evolve, frozen
from conditions import changes_of, definition_of
from mutants import conditions_of
from samples.petition import LAW
from trials import standing_in

from prcomm import SAME, Action, Entity, Lifecycle, Role, Source, State, rows
from prcomm.core.table.guards import guard


def said(told: Callable[..., object]) -> list[tuple[str, str]]:
    return [(one.kind, one.said) for one in changes_of(told)]


def values(told: Callable[..., object], *given: object) -> dict[str, object]:
    return {one.said: one.made(*given) for one in changes_of(told)}


first, second = (lambda a, b: a and b), (lambda a, b: a or b)
outer = lambda a: lambda b: a < b  # noqa: E731
in_a_row = (
    "a sentence",
    lambda text, place, banned=(): (
        bool(text)
        and place not in banned
    ),
    lambda text, place, banned=(): not text,
)  # fmt: skip


def above(limit: int) -> Callable[[int], bool]:
    return lambda number: limit < number


def empty(text: str) -> bool:
    return not text


def told(text: str) -> str:
    if empty(text):
        return "nothing"
    return "all" if all(c == "x" for c in text) else "some"


class TestWhatIsChanged:
    @pytest.mark.parametrize(
        ("told", "changes"),
        [
            (lambda a, b: a and b, {"operand": 2}),
            (lambda a, b, c: (a and b) or c, {"operand": 4}),
            (lambda a, b: a == b, {"comparison": 1}),
            (lambda a, b: a < b, {"comparison": 1, "boundary": 1}),
            (lambda a, b, c: a < b <= c, {"comparison": 2, "boundary": 2}),
            (lambda a, b: a is not b, {"comparison": 1}),
            (lambda a, b: a not in b, {"comparison": 1}),
            (lambda a: not a, {"negation": 1}),
            (lambda a: any(a), {"quantifier": 1}),
            (lambda a: 1 if a else 2, {"branch": 2}),
            (lambda a: a + 1, {}),
        ],
    )  # fmt: skip
    def test_each_condition_once(self, told: Callable[..., object], changes: dict[str, int]):
        kinds = [kind for kind, _ in said(told)]
        assert {kind: kinds.count(kind) for kind in kinds} == changes

    def test_an_operand_is_left_out(self):
        assert values(first, True, False) == {"a and b -> b": False, "a and b -> a": True}
        assert values(second, True, False) == {"a or b -> b": False, "a or b -> a": True}

    def test_a_comparison_says_the_contrary_and_counts_its_boundary_otherwise(self):
        assert values(above(3), 3) == {
            "limit < number -> limit >= number": True,
            "limit < number -> limit <= number": True,
        }

    def test_a_function_and_what_it_calls(self):
        found = {one.said: (one.made(""), one.made("x"), one.made("xy")) for one in changes_of(told)}
        assert found == {
            "if empty(text): -> if True:": ("nothing", "nothing", "nothing"),
            "if empty(text): -> if False:": ("all", "all", "some"),
            "'all' if all((c == 'x' for c in text)) else 'some' -> 'all'": ("nothing", "all", "all"),
            "'all' if all((c == 'x' for c in text)) else 'some' -> 'some'": ("nothing", "some", "some"),
            "all((c == 'x' for c in text)) -> any((c == 'x' for c in text))": ("nothing", "all", "all"),
            "c == 'x' -> c != 'x'": ("nothing", "some", "some"),
            "not text -> text": ("all", "nothing", "nothing"),
        }

    def test_the_function_itself_stays(self):
        list(changes_of(told))
        assert (told(""), told("x"), told("xy")) == ("nothing", "all", "some")

    def test_what_is_made_keeps_its_defaults_name_and_place(self):
        for one in changes_of(in_a_row[1]):
            assert one.made("text", "there") in (True, False)
            assert (one.made.__module__, one.made.__defaults__) == (__name__, ((),))


class TestWhichLambda:
    """Known by its columns: a line may have several, one may stand in another, one may take several lines."""

    def test_two_on_one_line(self):
        assert definition_of(first) is not definition_of(second)
        assert said(first)[0] == ("operand", "a and b -> b")
        assert said(second)[0] == ("operand", "a or b -> b")

    def test_one_inside_another(self):
        inner = outer(1)
        assert said(inner) == [("comparison", "a < b -> a >= b"), ("boundary", "a < b -> a <= b")]
        assert [one.made(1)(1) for one in changes_of(outer)] == [True, True]

    def test_one_of_several_lines_in_a_row(self):
        _, long, short = in_a_row
        assert [what for what, _ in said(long)] == ["operand", "operand", "comparison"]
        assert said(short) == [("negation", "not text -> text")]

    def test_one_whose_source_is_not_to_be_had(self):
        made = eval("lambda a: not a", {"__name__": "nowhere"})
        with pytest.raises(LookupError, match="no source of <lambda> in nowhere"):
            list(changes_of(made))


# -- a lifecycle of lambdas


class LampState(State):
    OFF = 1
    ON = 2


@frozen(kw_only=True)
class LampAction(Action): ...


@frozen(kw_only=True)
class Hang(LampAction):
    office: object
    height: int = 0


@frozen(kw_only=True)
class Switch(LampAction):
    dark: bool = False
    safe: bool = True


@frozen(kw_only=True)
class Dim(LampAction): ...


@frozen(kw_only=True)
class Lamp(Entity[LampState]): ...


RULES = Source("Rules of the lamp", unit="no.")
KEEPER = Role("keeper")
in_the_dark = guard("it is dark, and safe", RULES(2))(lambda lamp, action: action.dark and action.safe)
row = rows(Lamp, LampState, LampAction)
LAMP = Lifecycle(
    "lamp",
    (
        row.start(Hang, LampState.OFF, KEEPER, RULES(1), guard("it hangs high", RULES(1))(
            lambda action: action.height > 2), then=lambda action: Lamp(id="lamp", office=action.office)),
        row(LampState.OFF, Switch, LampState.ON, KEEPER, RULES(2), in_the_dark),
        row(LampState.ON, Switch, LampState.OFF, KEEPER, RULES(3), in_the_dark),
        row(LampState.ON, Dim, SAME, KEEPER, RULES(3)),
    ),
    (),
    law=LAW,
    final=LampState.ON | LampState.OFF,
)  # fmt: skip


class TestInALifecycle:
    def test_each_condition_is_a_mutant(self):
        assert [mutant.what for mutant in conditions_of(LAMP)] == [
            "comparison: action.height > 2 -> action.height <= 2 in the guard '<lambda>'",
            "boundary: action.height > 2 -> action.height >= 2 in the guard '<lambda>'",
            "operand: action.dark and action.safe -> action.safe in the guard '<lambda>'",
            "operand: action.dark and action.safe -> action.dark in the guard '<lambda>'",
        ]

    def test_in_every_row_that_has_it(self):
        *_, without_safety = conditions_of(LAMP)
        ((made,),) = ([one.made() for one in without_safety.stand_ins],)
        _, to_on, to_off, _ = made.transitions
        for changed in (to_on, to_off):
            (one,) = changed.given
            assert one.holds(None, Switch(at=None, by=None, dark=True, safe=False))
            assert one == evolve(in_the_dark, holds=one.holds)

    def test_it_stands_in_wherever_a_name_says_the_lifecycle_and_no_longer(self):
        mutant = next(conditions_of(LAMP))
        names = {"LAMP": LAMP, "another": 1}
        with standing_in(mutant, [names]):
            assert isinstance(names["LAMP"], Lifecycle)
            assert names["LAMP"] is not LAMP
            assert names["another"] == 1
        assert names["LAMP"] is LAMP
