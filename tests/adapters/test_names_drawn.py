"""States, actions and lifecycles of any name, drawn: in Mermaid, in DOT and as SVG."""

import re
import shutil
import subprocess
from types import new_class
from xml.etree import ElementTree

import pendulum
import pydot
import pytest
from attrs import frozen
from book_loan import LAW, LIBRARIAN, LOAN, RULES, Lend

from prcomm import Action, Actor, Entity, Lifecycle, Office, State, rows
from prcomm.adapters.diagrams import dot, due_picture, lifecycle_picture, mermaid, timeline
from prcomm.core.values.characters import visible
from prcomm.core.values.messages import in_english

GRAPHVIZ = shutil.which("dot")
WORDS = ("end", "note", "graph", "style", "click", "subgraph", "state", "class", "node", "edge", "strict", "digraph")
WORDS += ("start", "default", "direction", "NOTE", "Graph", "end_", "_", "constructor", "ФОРМА", "oʻrta")
STRANGE = (
    "in review",
    "a-b",
    "a:b",
    "1st",
    'say "x"',
    "a\\",
    "a; b --> c",
    "<b>",
    "[*]",
    "{",
    "a\nb",
    "\u202eabc",
    "a%%b",
)
NAMES = (*WORDS, *STRANGE)
SAFE = re.compile(r"\w+")


@frozen(kw_only=True)
class ThingAction(Action): ...


@frozen(kw_only=True)
class Begin(ThingAction):
    thing: str
    office: Office


def named_so(lifecycle: str, *names: str) -> Lifecycle:
    """A lifecycle that goes through states of these names, each by an action that is called as the state."""
    states = State("States", [(name, number) for number, name in enumerate(names)])
    thing = frozen(kw_only=True)(new_class("Thing", (Entity[states],)))
    row = rows(thing, states, ThingAction)
    steps = [frozen(kw_only=True)(new_class(name, (ThingAction,))) for name in names[1:]]
    several = tuple(states)
    table = [row.start(Begin, several[0], LIBRARIAN, RULES(1), id="thing")]
    table += [row(a, do, b, LIBRARIAN, RULES(2)) for a, do, b in zip(several, steps, several[1:], strict=False)]
    return Lifecycle(lifecycle, tuple(table), law=LAW, final=several[-1])


ANY = named_so("graph", *NAMES)


class TestInDot:
    @pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the parser, about the one below it
    def test_a_parser_finds_each_state_and_each_step(self):
        (graph,) = pydot.graph_from_dot_data(dot(ANY))
        assert len(graph.get_edges()) == len(NAMES)
        ends = {end for edge in graph.get_edges() for end in (edge.get_source(), edge.get_destination())}
        assert len(ends) == len(NAMES) + 1

    @pytest.mark.skipif(GRAPHVIZ is None, reason="graphviz is not here")
    def test_graphviz_draws_it(self):
        svg = subprocess.run([str(GRAPHVIZ), "-Tsvg"], input=dot(ANY).encode(), capture_output=True, check=True)
        assert svg.stderr == b""
        nodes = [one for one in ElementTree.fromstring(svg.stdout).iter() if one.get("class") == "node"]
        assert len(nodes) == len(NAMES) + 1

    @pytest.mark.parametrize("name", ["graph", "Subgraph", "node", "strict", "edge", "digraph"])
    def test_a_word_of_its_own_is_quoted(self, name):
        assert dot(named_so(name, "a", name)).startswith(f'digraph "{name}" {{\n')

    def test_what_begins_is_no_state_called_start(self):
        text = dot(named_so("loan", "start", "start_"))
        assert "  start__ [shape=point];" in text
        assert '  start__ -> start [label="Begin"];' in text

    def test_any_other_name_stands_as_it_is(self):
        assert dot(named_so("loan", "LENT", "BACK")).splitlines()[-3:] == [
            '  start -> LENT [label="Begin"];',
            '  LENT -> BACK [label="BACK"];',
            "}",
        ]


class TestInMermaid:
    """Read once, all of them, by the parser of Mermaid 11; here its words are listed, and every line has one form."""

    @pytest.mark.parametrize("name", ["end", "note", "graph", "style", "click", "subgraph", "Note", "STATE"])
    def test_a_word_of_its_own_is_not_the_state(self, name):
        text = mermaid(named_so("loan", "a", name))
        assert f"    {name}_: {name}\n" in text
        assert f"    a --> {name}_: {name}" in text
        assert f"    {name}_ --> [*]" in text

    def test_every_line_is_a_state_or_a_step(self):
        state = r"(\[\*\]|\w+)"
        text = r"([^#;:\"%{}<>\n]|#\d+;)+"
        for line in mermaid(ANY).splitlines()[1:]:
            assert re.fullmatch(rf"    {state}(: {text}| --> {state}(: {text})?)", line), line

    def test_states_whose_names_come_near_stay_apart(self):
        text = mermaid(named_so("loan", "end", "end_", "a b", "a-b", "a_b"))
        ids = re.findall(r"--> (\w+)", text)
        assert ids == ["end_", "end__", "a_b", "a_b_", "a_b__"]

    def test_a_word_that_says_nothing_is_not_left_empty(self):
        assert "    LENT: LENT\n" in mermaid(LOAN, lambda _: "\u200b")

    def test_no_label_is_an_order_to_it(self):
        text = mermaid(LOAN, lambda _: '%%{init: {"a": 1}}%%\n[*] --> x <b>')
        assert "%%" not in text
        assert "init#58;" in text
        assert len(text.splitlines()) == len(mermaid(LOAN, in_english).splitlines()) + 2


class TestAsSvg:
    @staticmethod
    def wrong(svg: str) -> bool:
        ElementTree.fromstring(svg)
        return visible(svg) != svg or "\x1b" in svg

    def test_of_any_name_it_is_xml(self):
        assert not self.wrong(lifecycle_picture(ANY))

    def test_what_nobody_sees_is_in_no_picture(self):
        hiding = 'a\x1b[2J\x00\u202e\ufffe\u200b"<&>\ud800'
        assert not self.wrong(lifecycle_picture(LOAN, lambda _: hiding))
        office = Office("town", zone="Europe/Amsterdam", week=6)
        lend = Lend(
            at=pendulum.datetime(2026, 3, 7, 11, tz=office.tz), by=Actor("desk", LIBRARIAN), loan="b", office=office
        )
        loan = LOAN.begin(lend)
        assert not self.wrong(timeline(loan, say=lambda _: hiding))
        assert not self.wrong(due_picture(LOAN.due(loan, lend.at)[0], say=lambda _: hiding))

    def test_it_takes_no_room(self):
        def unseen(one: object) -> str:
            return f"\u200b{in_english(one)}\x1b" if in_english(one) else ""

        def drawn(svg: str) -> str:
            """Without what is for scripts alone, as JSON."""
            return re.sub(r' data-[a-z]+="[^"]*"', "", svg)

        assert drawn(lifecycle_picture(LOAN, unseen)) == drawn(lifecycle_picture(LOAN))
