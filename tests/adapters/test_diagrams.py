"""Pictures: what is drawn of a table, of a life, of a count. How it looks is measured in a browser (tests/browser)."""

import re
from datetime import date, timedelta
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from book_loan import LIBRARIAN, LOAN, READER, RULES, Lend, LoanState, Renew
from drawing import contrast
from hypothesis import given, settings
from own_names import OWN
from samples.generated import lifecycles

from prcomm import PROCESSES, BadInput, Basis, Lifecycle, Role
from prcomm.adapters.diagrams import (
    Copied,
    copied,
    dot,
    due_picture,
    files_picture,
    lifecycle_picture,
    mermaid,
    timeline,
)
from prcomm.adapters.diagrams.arrows import tables
from prcomm.adapters.diagrams.blocks import Setting, badges
from prcomm.adapters.diagrams.roles import DARK, LIGHT, colour, letters
from prcomm.adapters.diagrams.routing import set_out
from prcomm.adapters.diagrams.text_metrics import BOLD, PLAIN, width, wrapped
from prcomm.citizens.appeals import APPEAL, AppealState
from prcomm.citizens.receptions import RECEPTION
from prcomm.core.values.messages import in_english
from prcomm.labels import LABELS, say
from prcomm.law import ORQ445
from prcomm.law.house import HOUSE
from prcomm.processes import AnyLifecycle

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in parsed(svg).iter(f"{SVG}text")]


def labels(svg: str) -> list[str]:
    """What things are called, as whoever points at them sees it, and whoever can't see hears."""
    return [title.text or "" for title in parsed(svg).iter(f"{SVG}title")]


def titled(svg: str, begins: str) -> list[ET.Element]:
    """The elements whose title begins so."""
    return [one for one in parsed(svg).iter() if (one.findtext(f"{SVG}title") or "").startswith(begins)]


class TestLetters:
    @pytest.mark.parametrize(
        ("text", "bold", "wide"),
        [
            # by the face's own table of advances, in parts of 2048: a 1255, Ж 2206, bold Ж 2507, ʻ 651
            ("a", False, 40),  # 1255 / 32 = 39.2
            ("Ж", False, 69),  # 2206 / 32 = 68.9
            ("Ж", True, 79),  # 2507 / 32 = 78.3
            ("ʻ", False, 21),  # 651 / 32 = 20.3
            ("aʻ", False, 61),
        ],
    )
    def test_a_width_is_that_of_the_face_rounded_up(self, text: str, bold: bool, wide: int):
        assert width(text, 64, bold=bold) == wide

    def test_every_letter_of_every_name_is_in_the_table(self):
        used = {
            letter for lang in OWN.languages for label in OWN if label.kind != "told" for letter in label.in_(lang)
        } - set("\n")
        assert used <= set("".join(PLAIN.values()))
        assert used <= set("".join(BOLD.values()))

    def test_lines_fit_and_lose_nothing(self):
        text = "дубликат, рассматривается вместе с первым обращением"
        lines = wrapped(text, 130, 12)
        assert " ".join(lines) == text
        assert len(lines) > 2
        assert all(width(line, 12) <= 130 for line in lines)

    def test_a_word_that_is_too_long_is_broken(self):
        lines = wrapped("ended_correspondence_notice", 60, 12)
        assert "".join(lines) == "ended_correspondence_notice"
        assert all(width(line, 12) <= 60 for line in lines)


class TestTextPictures:
    def test_a_loan_in_dot(self):
        assert dot(LOAN).splitlines() == [
            "digraph loan {",
            "  rankdir=LR;",
            "  node [shape=box, style=rounded];",
            "  start [shape=point];",
            '  LENT [label="LENT"];',
            '  RETURNED [label="RETURNED", peripheries=2];',
            '  start -> LENT [label="Lend"];',
            '  LENT -> LENT [label="Renew"];',
            '  LENT -> RETURNED [label="Return"];',
            "}",
        ]

    def test_a_loan_in_mermaid_in_russian(self):
        assert mermaid(LOAN, OWN.say("ru")).splitlines() == [
            "stateDiagram-v2",
            "    LENT: выдана",
            "    RETURNED: возвращена",
            "    [*] --> LENT: выдача",
            "    LENT --> LENT: продление",
            "    LENT --> RETURNED: возврат",
            "    RETURNED --> [*]",
        ]

    def test_marks_of_the_languages_are_not_the_names_own(self):
        def quoting(thing: object) -> str:
            return f'"{in_english(thing)}"; \\'

        assert 'label="\\"LENT\\"; \\\\"' in dot(LOAN, quoting)
        assert "LENT: #34;LENT#34;#59; \\" in mermaid(LOAN, quoting)


class TestALifecycle:
    @pytest.mark.parametrize("lifecycle", [*PROCESSES.values(), LOAN], ids=lambda lifecycle: lifecycle.name)
    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_every_state_and_every_action_stands_in_it(self, lifecycle, lang: str):
        spoken = OWN.say(lang)
        svg = lifecycle_picture(lifecycle, spoken)
        heard = "\n".join(labels(svg))
        assert all(f"\n{spoken(state)}\n" in f"\n{heard}\n" for state in lifecycle.states)
        assert all(spoken(row.action) in heard for row in lifecycle.rows)
        assert all(spoken(role) in texts(svg) for role in lifecycle.roles)

    def test_a_row_of_several_states_is_drawn_once(self):
        """Decide is lawful in three states, and stands in the picture once, with one arrow."""
        said = [label for label in labels(lifecycle_picture(APPEAL)) if label.startswith("Decide")]
        where, who = "IN_REVIEW, EXTRA_STUDY, EXTENDED → DECIDED", f"head, authorised official ({HOUSE(4)}, ASSUMED)"
        assert said == ["Decide → DECIDED", f"Decide: {where}; {who}; O‘RQ-445 art. 27(1)"]

    @pytest.mark.parametrize(
        ("action", "hollow"),
        [("Extend", False), ("Leave", False), ("Study", True), ("Decide", True), ("RestoreFiling", True)],
    )
    def test_a_role_is_hollow_where_less_than_the_act_names_it(self, action: str, hollow: bool):
        """28(2) names the head, 29(2) the head and an authorised official; the rest are house rules, 22(3) in part."""
        lines = titled(lifecycle_picture(APPEAL), f"{action}: ")
        marks = [mark.attrib["class"] for line in lines for mark in line.findall(f"{SVG}g")]
        signs = [mark for mark in marks if mark.startswith("role")]
        assert signs
        assert {"hollow" in sign for sign in signs} == {hollow}

    def test_the_legend_says_what_hollow_means_where_anything_is(self):
        told = "rests on less than the text of an act"
        assert told in texts(lifecycle_picture(APPEAL))
        assert told not in texts(lifecycle_picture(LOAN))

    @pytest.mark.parametrize("lifecycle", PROCESSES.values(), ids=lambda lifecycle: lifecycle.name)
    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_no_line_of_the_legend_leaves_the_picture(self, lifecycle, lang: str):
        """However many kinds a letter stands for."""
        root = parsed(lifecycle_picture(lifecycle, OWN.say(lang)))
        below = [text for text in root.iter(f"{SVG}text") if "class" not in text.attrib]
        assert len(below) > 5
        ends = [float(text.attrib["x"]) + width(text.text or "", 12) for text in below]
        assert max(ends) <= float(root.attrib["width"])

    def test_whoever_hears_a_row_hears_what_names_its_roles(self):
        heard = labels(lifecycle_picture(APPEAL))
        assert any(one.startswith("Extend: ") and f"; head ({ORQ445(28, 2)}); " in one for one in heard)
        assert any(one.startswith("Study: ") and f"; executor ({HOUSE(3)}, ASSUMED); " in one for one in heard)

    def test_a_line_says_where_it_leads_under_which_article_and_within_what_term(self):
        """Registration is owed on the day of receipt (23(1)), so its line says so."""
        shown = texts(lifecycle_picture(APPEAL))
        assert "Register → REGISTERED" in shown
        assert "registration: the same working day" in shown
        assert "O‘RQ-445 art. 23(1)" in shown

    def test_of_several_articles_the_line_names_one_and_counts_the_others(self):
        """Receive stands under 5(2), 15(1), 18, 21(1) and 21(2)."""
        drawn = lifecycle_picture(APPEAL)
        assert "O‘RQ-445 art. 5(2) +4" in texts(drawn)
        assert any(said.startswith("Receive: ") and "O‘RQ-445 art. 21(2)" in said for said in labels(drawn))

    def test_the_phases_stand_below_each_other(self):
        assert [band.phase.name for band in tables(APPEAL)[0].bands] == ["PLAN", "ACT", "FEEDBACK", "EVALUATION"]
        shown = texts(lifecycle_picture(APPEAL))
        phases = [text for text in shown if text in ("PLAN", "ACT", "FEEDBACK", "EVALUATION")]
        assert phases == ["PLAN", "ACT", "FEEDBACK", "EVALUATION"]

    def test_without_phases_what_fewer_steps_lead_to_comes_first(self):
        (_, items) = tables(PROCESSES["session"])
        assert [[state.name for state in band.states] for band in items.bands] == [["LISTED", "TAKEN_UP"]]

    def test_several_ends_stand_in_one_box(self):
        (whole, *_) = tables(APPEAL)
        assert len(whole.ends) == 9
        assert not {state for band in whole.bands for state in band.states} & set(whole.ends)
        of_two_parts, in_the_legend = 2, 1  # of the third part OFF is the only end
        assert texts(lifecycle_picture(APPEAL)).count("ends here") == 1 + of_two_parts + in_the_legend

    def test_states_with_a_name_are_called_by_it(self):
        """In the appeal's module: REVIEWED, of which OPEN is more, of which PENDING is more."""
        (whole, *_) = tables(APPEAL)
        assert {str(frame.name) for frame in whole.frames} == {"REVIEWED", "OPEN", "PENDING", ""}
        assert "рассматривается" in texts(lifecycle_picture(APPEAL, say("ru")))

    def test_the_legend_comes_first(self):
        shown = texts(lifecycle_picture(APPEAL))
        assert shown.index("registrar") < shown.index("begins here")
        assert shown[0] == "Re"

    def test_what_the_law_forbids_is_said(self):
        assert any("the head lengthens no term of a proposal" in label for label in labels(lifecycle_picture(APPEAL)))

    def test_a_clock_stands_where_a_deadline_may_run(self):
        """Registration is owed from receipt, and met by Register: its clock runs in RECEIVED alone."""
        running = [label for label in labels(lifecycle_picture(APPEAL)) if label.startswith("may run here")]
        assert sum("registration" in label.split(": ")[1].split(", ") for label in running) == 1
        (whole, *_) = tables(APPEAL)
        assert [s.name for s, names in whole.running.items() if "registration" in names] == ["RECEIVED"]
        assert [s.name for s, names in whole.running.items() if "reply" in names] == ["DECIDED"]

    def test_a_deadline_of_some_kinds_runs_on_their_way_alone(self):
        """Nothing of a video reception is owed in REFUSED or HELD: it is put before the head, or refused, before."""
        (whole,) = tables(RECEPTION)
        assert {s.name for s, names in whole.running.items() if "video_request" in names} == {"ASKED", "REGISTERED"}

    def test_every_element_leads_where_it_is_told_to(self):
        asked: list[object] = []

        def link(thing: object) -> str:
            asked.append(thing)
            return f"#{len(asked)}"

        svg = lifecycle_picture(LOAN, link=link)
        anchors = list(parsed(svg).iter(f"{SVG}a"))
        assert {anchor.attrib["href"] for anchor in anchors} == {f"#{n}" for n in range(1, len(asked) + 1)}
        assert {LoanState.LENT, LoanState.RETURNED, LIBRARIAN, READER, "return"} <= {
            thing for thing in asked if not hasattr(thing, "action")
        }
        assert {thing.action for thing in asked if hasattr(thing, "action")} == set(LOAN.actions)

    def test_each_arrow_has_a_wide_twin(self):
        svg = lifecycle_picture(APPEAL)
        assert svg.count('class="twin"') == svg.count('class="arrow') > 10

    def test_who_goes_by_keys_stops_once_at_each_row(self):
        """Of the arrow, the term and the row, which lead to one place or beside it, at the row alone."""
        links = parsed(lifecycle_picture(APPEAL, link=lambda thing: "#x")).iter(f"{SVG}a")
        stops = [link.attrib["class"] for link in links if link.attrib.get("tabindex") != "-1"]
        drawn = tables(APPEAL)
        assert stops.count("row") == sum(len(list(table.lines)) for table in drawn)
        assert stops.count("state") == sum(len(table.states) for table in drawn)
        assert set(stops) == {"row", "state"}

    def test_each_thing_has_one_title(self):
        for one in parsed(lifecycle_picture(APPEAL, link=lambda thing: "#x")).iter():
            if one.tag == f"{SVG}a":
                assert one[0].tag == f"{SVG}title"
                assert one[0].text
                assert len(one.findall(f"{SVG}title")) == 1

    def test_nothing_comes_from_outside(self):
        assert re.findall(r"https?://[^\"]+", lifecycle_picture(APPEAL)) == ["http://www.w3.org/2000/svg"]

    def test_it_is_the_same_each_time(self):
        assert lifecycle_picture(APPEAL, say("ru")) == lifecycle_picture(APPEAL, say("ru"))

    def test_a_band_may_be_given(self):
        """Where the automatic placement is not good enough: laid aside beside what is registered."""
        (whole, *_) = tables(APPEAL, {AppealState.LAID_ASIDE: 0})
        assert whole.band(AppealState.LAID_ASIDE) == whole.band(AppealState.REGISTERED) == 0
        assert lifecycle_picture(APPEAL, bands={AppealState.LAID_ASIDE: 0}) != lifecycle_picture(APPEAL)

    def test_a_notebook_shows_it(self):
        assert LOAN._repr_svg_() == lifecycle_picture(LOAN)
        assert LOAN._repr_html_().startswith(lifecycle_picture(LOAN))


class TestRoles:
    """A role has one colour in all pictures, and letters of its own in each."""

    def test_contrast_is_counted_as_the_standard_does(self):
        assert contrast("#000000", "#ffffff") == pytest.approx(21)
        assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)

    @pytest.mark.parametrize("lifecycle", PROCESSES.values(), ids=lambda lifecycle: lifecycle.name)
    def test_no_two_of_a_process_are_alike(self, lifecycle):
        assert len({colour(role) for role in lifecycle.roles}) == len(lifecycle.roles)

    def test_it_is_the_same_in_each_picture(self):
        drawn = (lifecycle_picture(PROCESSES[name]) for name in ("appeal", "session", "briefing"))
        marks = {re.search(r'<g class="role (r\d+)[^"]*"><rect[^>]*/><text[^>]*>He<', svg)[1] for svg in drawn}  # type: ignore[index]  # all three have a head
        assert len(marks) == 1

    @pytest.mark.parametrize(("shades", "papers"), [(LIGHT, ("#ffffff", "#f5f7f9", "#eef1f4")), (
        DARK, ("#131416", "#23292f", "#1a1d21"))], ids=["light", "dark"])  # fmt: skip
    def test_each_colour_can_be_read_on_all_it_stands_on(self, shades, papers):
        assert len(set(shades)) == 24
        assert min(contrast(shade, paper) for shade in shades for paper in papers) >= 4.5

    def test_letters_are_initials_or_first_letters(self):
        named = {"press officer": "PO", "head of the press service": "HS", "head": "He", "hokim": "Ho"}
        assert letters([Role(name) for name in named], in_english) == {Role(n): short for n, short in named.items()}

    @pytest.mark.parametrize("lang", LABELS.languages)
    def test_letters_tell_all_roles_of_a_picture_apart(self, lang: str):
        for lifecycle in PROCESSES.values():
            found = letters(lifecycle.roles, say(lang))
            assert len(set(found.values())) == len(lifecycle.roles)

    def test_roles_that_are_spelt_nearly_alike_are_told_apart_by_number(self):
        found = letters([Role("ab"), Role("ab."), Role("ab:"), Role("…")], in_english)
        assert list(found.values()) == ["Ab", "A2", "A3", "?2"]


def setting(lifecycle: AnyLifecycle) -> Setting:
    drawn = tables(lifecycle)
    return Setting(in_english, 734, badges(drawn), letters(lifecycle.roles, in_english), {}, 100)


class TestAnyLifecycle:
    @settings(max_examples=60, deadline=None)
    @given(lifecycles())
    def test_it_can_be_drawn_and_no_arrow_passes_a_block(self, lifecycle):
        """As wide as a column of text, well formed, and every bend of an arrow lies beside the blocks and in the
        picture."""
        root = parsed(lifecycle_picture(lifecycle))
        assert float(root.attrib["width"]) == 734
        for table in tables(lifecycle):
            _, _, ways = set_out(table, setting(lifecycle), 0, 734)
            for _, points in ways.arrows:
                assert all(x <= ways.left or x >= ways.left + ways.room for x, _ in points)
                assert all(0 <= x <= 734 for x, _ in points)

    @settings(max_examples=60, deadline=None)
    @given(lifecycles())
    def test_no_two_blocks_lie_on_each_other(self, lifecycle):
        for table in tables(lifecycle):
            _, stands, _ = set_out(table, setting(lifecycle), 0, 734)
            tops = sorted((top, top + block.height) for block, top in stands.tops.items())
            assert all(one[1] <= other[0] for one, other in pairwise(tops))

    @settings(max_examples=25, deadline=None)
    @given(lifecycles())
    def test_no_two_arrows_to_different_states_run_on_each_other(self, lifecycle):
        for table in tables(lifecycle):
            _, _, ways = set_out(table, setting(lifecycle), 0, 734)
            legs = [(p[1][0], *sorted((p[1][1], p[2][1])), wire.target) for wire, p in ways.arrows]
            for (x, top, bottom, target), (at, above, below, other) in combinations(legs, 2):
                assert target is other or x != at or bottom < above or below < top

    @settings(max_examples=25, deadline=None)
    @given(lifecycles())
    def test_every_state_and_line_has_its_place(self, lifecycle):
        for table in tables(lifecycle):
            _, stands, _ = set_out(table, setting(lifecycle), 0, 734)
            assert [s for s in table.states if s in stands.block(s).of] == list(table.states)
            entries = [entry.line for block in stands.tops for entry in block.entries]
            assert len(entries) == len(set(entries))
            assert set(entries) == set(table.lines)

    @pytest.mark.parametrize("lifecycle", PROCESSES.values(), ids=lambda lifecycle: lifecycle.name)
    def test_a_frame_has_its_own_states_in_it_and_no_others(self, lifecycle):
        for table in tables(lifecycle):
            _, stands, _ = set_out(table, setting(lifecycle), 0, 734)
            for span in stands.spans:
                inside = {b.state for b, top in stands.tops.items() if b.state and span.top < top < span.bottom}
                assert inside == set(span.frame.states)


def resting_on(**bases: Basis) -> AnyLifecycle:
    """A loan whose rows rest on less than law: by the name of the action."""
    rows = (
        evolve(row, cites=(RULES(3).by(bases.get(row.action.__name__, Basis.STATUTE)),)) for row in LOAN.transitions
    )
    return Lifecycle("loan", rows, LOAN.deadlines, law=LOAN.law, final=LoanState.RETURNED)


LESS = [Basis.ANALOGY, Basis.PRACTICE, Basis.ASSUMED]
NOT_LAW = {
    "en": "not by law: by analogy, by practice or by assumption",
    "uz": "qonun asosida emas: oʻxshashlik, amaliyot yoki taxmin boʻyicha",
    "uz-Cyrl": "қонун асосида эмас: ўхшашлик, амалиёт ёки тахмин бўйича",
    "ru": "не на основании закона: по аналогии, практике или допущению",
}


class TestWhatIsNotLaw:
    """It is dashed, the legend says what that means, and it is spoken."""

    @pytest.mark.parametrize("basis", LESS)
    def test_an_arrow_is_dashed_and_so_is_the_line_it_begins_at(self, basis: Basis):
        drawn = lifecycle_picture(resting_on(Return=basis))
        assert self.dashed(drawn) == (["Return"], ["Return"])
        assert 'class="arrow less"' in drawn

    @pytest.mark.parametrize("basis", LESS)
    def test_what_has_no_arrow_is_dashed_too(self, basis: Basis):
        assert self.dashed(lifecycle_picture(resting_on(Renew=basis))) == (["Renew"], [])

    @pytest.mark.parametrize("basis", [basis for basis in Basis if basis not in LESS])
    def test_what_is_law_is_not_however_it_is_known(self, basis: Basis):
        drawn = lifecycle_picture(resting_on(Return=basis, Renew=basis))
        assert self.dashed(drawn) == ([], [])
        assert NOT_LAW["en"] not in texts(drawn)

    @pytest.mark.parametrize(("lang", "told"), NOT_LAW.items())
    def test_the_legend_says_it(self, lang: str, told: str):
        assert texts(lifecycle_picture(resting_on(Return=Basis.PRACTICE), OWN.say(lang))).count(told) == 1
        assert told not in texts(lifecycle_picture(LOAN, OWN.say(lang)))

    @pytest.mark.parametrize(
        ("lang", "begins"),
        [
            ("en", "not by law: Return: "),
            ("uz", "qonun asosida emas: "),
            ("uz-Cyrl", "қонун асосида эмас: "),
            ("ru", "не на основании закона: возврат: "),
        ],
    )
    def test_whoever_hears_it_hears_it_first(self, lang: str, begins: str):
        heard = labels(lifecycle_picture(resting_on(Return=Basis.PRACTICE), OWN.say(lang)))
        assert len([one for one in heard if one.startswith(begins) and "; " in one]) == 1

    def test_rows_by_law_and_rows_that_are_not_are_two_lines(self):
        """Renewed by habit before 2026, and by a rule from then on."""
        lend, renew, back = LOAN.transitions
        day = date(2026, 1, 1)
        habit = evolve(renew, cites=(RULES(3).by(Basis.PRACTICE),), until=day - timedelta(days=1))
        rows = (lend, evolve(renew, since=day), habit, back)
        drawn = lifecycle_picture(Lifecycle("loan", rows, LOAN.deadlines, law=LOAN.law, final=LoanState.RETURNED))
        heard = [one for one in labels(drawn) if "Renew: " in one]
        assert [one.startswith("not by law: ") for one in heard] == [False, True]

    def test_no_row_of_a_session_is_law(self):
        drawn = lifecycle_picture(PROCESSES["session"])
        assert drawn.count('class="arrow less"') == drawn.count('class="twin"') > 0
        assert drawn.count('class="role') == drawn.count(" hollow") + len(PROCESSES["session"].roles)
        names = {action.__name__ for action in PROCESSES["session"].actions}
        said = {
            label.removeprefix("not by law: ").split(":")[0] for label in labels(drawn) if label.startswith("not by")
        }
        assert names <= said
        assert not [label for label in labels(drawn) if label.split(":")[0] in names and ": " in label]

    def test_it_is_dashed_in_dot(self):
        assert [line for line in dot(resting_on(Return=Basis.ASSUMED)).splitlines() if "dashed" in line] == [
            '  LENT -> RETURNED [label="Return", style=dashed];'
        ]

    def dashed(self, drawn: str) -> tuple[list[str], list[str]]:
        """The lines that are dashed, and the arrows that are, by what they are called."""
        lines: list[str] = []
        arrows: list[str] = []
        for group in parsed(drawn).iter(f"{SVG}g"):
            called = (group.findtext(f"{SVG}title") or "").removeprefix("not by law: ")
            kinds = [path.attrib["class"] for path in group.findall(f"{SVG}path")]
            lines += [called.split(":")[0]] * (group.attrib.get("class") == "row" and "less under" in kinds)
            arrows += [called.split(" ")[0]] * ("arrow less" in kinds)
        return sorted(lines), sorted(arrows)


class TestALife:
    def lived(self):
        from test_own_lifecycle import TOWN, at

        desk, reader = (LIBRARIAN, "desk"), (READER, "reader")
        loan = LOAN.begin(Lend(at=at(3, 9), by=_actor(desk), loan="b-42", office=TOWN))
        return LOAN.apply(loan, Renew(at=at(3, 20), by=_actor(reader))), at

    def test_each_record_is_a_row_and_each_due_a_bar(self):
        loan, at = self.lived()
        dues = LOAN.due(loan, at(6, 1))
        shown = texts(timeline(loan, dues, at=at(6, 1)))
        assert "Lend → LENT" in shown
        assert "Renew → LENT" in shown
        (due,) = dues
        assert "1 · last: return" in shown
        assert any(text.startswith("1 · return: overdue") for text in shown)
        assert str(due.last) in shown

    def test_what_an_audit_noted_stands_with_its_action(self):
        loan, at = self.lived()
        audit = LOAN.audit([record.action for record in loan.history] + [
            Renew(at=at(3, 21), by=_actor((READER, "reader")))], at(3, 22))  # fmt: skip
        shown = " ".join(texts(timeline(audit.entity, (), audit.findings, at=at(3, 22))))
        assert "unlawful" in shown
        assert "a loan is renewed once" in shown

    def test_a_notebook_shows_it(self):
        loan, _ = self.lived()
        assert loan._repr_svg_() == timeline(loan)


def _actor(of: tuple[object, str]):
    from prcomm import Actor

    return Actor(of[1], of[0])

    def test_what_an_audit_noted_of_a_due_stands_below(self):
        """Lent on 9 March for three weeks, and not back by June."""
        loan, at = self.lived()
        audit = LOAN.audit([loan.history[0].action], at(6, 1))
        shown = texts(timeline(audit.entity, audit.dues, audit.findings, at=at(6, 1)))
        assert str(audit.findings[0]) in shown
        assert audit.findings[0].kind.value == "owed"

    def test_many_dues_make_it_no_wider_than_a_page(self):
        loan, at = self.lived()
        (due,) = LOAN.due(loan, at(6, 1))
        wide = float(parsed(timeline(loan, [due] * 29, at=at(6, 1))).attrib["width"])
        assert wide <= 1200


class TestACount:
    def test_the_calendar_marks_what_the_trace_tells(self):
        """A complaint of Monday 16 March 2026: fifteen days, the last is Tuesday 31 March."""
        from citizens.cases import at, due, received

        one = due(received(at(3, 16)), "consideration")
        said = labels(due_picture(one))
        assert "2026-03-16; day 0: the event itself; counted from" in said
        assert "2026-03-21; day 5" in said
        assert "2026-03-31; day 15; raw; rolled; control; last" in said
        assert one._repr_svg_() == due_picture(one)

    def test_a_count_over_new_year_has_both_years(self):
        from citizens.cases import at, due, received

        one = due(received(at(12, 25)), "consideration")
        assert {"2026-12", "2027-01"} <= set(texts(due_picture(one)))


class TestTheObviousMistake:
    @pytest.mark.parametrize(
        ("draw", "fault"),
        [
            (lifecycle_picture, "lifecycle: a Lifecycle, not 'appeal'"),
            (mermaid, "lifecycle: a Lifecycle, not 'appeal'"),
            (dot, "lifecycle: a Lifecycle, not 'appeal'"),
            (timeline, "entity: an Entity, not 'appeal'"),
            (due_picture, "due: a Due, not 'appeal'"),
        ],
    )
    def test_what_can_not_be_drawn_is_one_clear_error(self, draw, fault: str):
        with pytest.raises(BadInput) as error:
            draw("appeal")
        assert fault in str(error.value)

    def test_every_fault_of_the_bands_is_told(self):
        with pytest.raises(BadInput) as error:
            lifecycle_picture(LOAN, bands={AppealState.DECIDED: 0, LoanState.LENT: -1, LoanState.RETURNED: 2})
        assert len(error.value.faults) == 3
        assert "bands: of LENT a number from 0 to 1, not -1" in str(error.value)


class TestHowFilesReferToEachOther:
    """Which process copies from which stands in the classes of its actions; the picture shows all of them."""

    def test_an_action_copies_by_a_classmethod_or_holds_a_value_that_does(self):
        of = {(one.process, one.of): one.by for one in copied()}
        assert of["monitoring", "release"] == ("Respond",)
        assert of["recommendation", "session"] == ("Adopt",)
        assert "Hold" in of["briefing", "competence"]
        assert of["programme", "feedback"] == ("Close",)
        assert ("release", "monitoring") not in of
        assert all(one.process != one.of for one in copied())

    def test_of_processes_that_are_not_asked_about_nothing_is_told(self):
        two = {name: PROCESSES[name] for name in ("monitoring", "refutation")}
        assert copied(two) == (Copied("refutation", "monitoring", ("Demand",)),)
        assert copied({"loan": LOAN}) == ()

    @pytest.mark.parametrize("lang", ["en", "uz", "uz-Cyrl", "ru"])
    def test_each_process_and_each_copy_is_drawn_inside_the_picture(self, lang):
        svg = files_picture(say=say(lang))
        picture = parsed(svg)
        wide, high = float(picture.attrib["width"]), float(picture.attrib["height"])
        boxes = [one.attrib for one in picture.iter(f"{SVG}rect") if one.attrib["class"] == "box"]
        assert len(boxes) == len(PROCESSES)
        assert all(
            say(lang)(one.name).replace(" ", "") in "".join(texts(svg)).replace(" ", "") for one in PROCESSES.values()
        )
        assert wide == 734
        for box in boxes:
            assert float(box["x"]) + float(box["width"]) <= wide
            assert float(box["y"]) + float(box["height"]) <= high
        spans = [(float(one["x"]), float(one["y"]), float(one["width"]), float(one["height"])) for one in boxes]
        for x, y, w, h in spans:
            assert not [
                1 for a, b, c, d in spans if (a, b) != (x, y) and x < a + c and a < x + w and y < b + d and b < y + h
            ]
        assert len(list(picture.iter(f"{SVG}title"))) == len(copied()) + len(PROCESSES)

    def test_it_leads_where_the_reader_wants(self):
        linked = parsed(files_picture(link=lambda name: f"{name}.html"))
        assert {one.attrib["href"] for one in linked.iter(f"{SVG}a")} == {f"{name}.html" for name in PROCESSES}

    def test_of_nothing_there_is_none(self):
        with pytest.raises(BadInput, match="no process"):
            files_picture({})

    def test_what_is_one_s_own_comes_last(self):
        assert texts(files_picture({"loan": LOAN, "appeal": APPEAL}))[-1] == "loan"
