"""The day of a press department: each figure that is printed, counted again from the histories by plain loops, without
the views; and the statements that were made false, found."""

import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import department_day as day
import department_files as made
import pytest
from test_what_if import off

from prcomm import PROCESSES
from prcomm.press.dialogues import DialogueKind

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "examples" / "department_day.py"
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOW = made.NOW
FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)
MONDAY, SUNDAY = date(2026, 7, 6), date(2026, 7, 12)
NAME = {lifecycle.entity.__name__: name for name, lifecycle in PROCESSES.items()}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("plots")


@pytest.fixture(scope="module")
def printed(drawn) -> str:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--plots", str(drawn)], capture_output=True, text=True, encoding="utf-8"
    )
    assert run.stderr == ""
    return run.stdout


@pytest.fixture(scope="module")
def sections(printed) -> dict[str, list[str]]:
    """The lines under each heading, by its first words; those before the first under nothing."""
    first, *others = printed.split("\n\n")
    named = {"Today": 0, "Overdue": 1, "This week": 2, "In figures": 3, "By principle": 4, "Conflicts": 5}
    assert len(others) == len(named)
    return {"": first.splitlines()} | {name: others[n].splitlines()[2:] for name, n in named.items()}


@pytest.fixture(scope="module")
def department() -> made.Department:
    return made.made_up()


@pytest.fixture(scope="module")
def other() -> made.Department:
    return made.made_up(seed=2)


@pytest.fixture(scope="module")
def by_process(department) -> dict[str, list]:
    found = defaultdict(list)
    for file in department.files:
        found[NAME[type(file).__name__]].append(file)
    return found


def done(file, *names, first=FIRST, last=LAST):
    """What of some actions, by their names, was done within some days."""
    actions = [record.action for record in file.history if type(record.action).__name__ in names]
    return [one for one in actions if first <= one.at.date() <= last]


def ever(file, *names):
    return done(file, *names, first=date.min, last=date.max)


# -- the files


class TestTheFiles:
    def test_five_thousand_of_all_processes(self, department, by_process):
        assert len(department.files) == 5000
        assert by_process.keys() == PROCESSES.keys()
        assert len({(type(file), file.id) for file in department.files}) == 5000

    def test_of_twelve_services_and_the_ministry_above_them(self, department):
        offices = {file.office for file in department.files}
        assert len(offices) == 13
        assert {one.superior for one in offices} == {"", "the ministry"}

    def test_other_ones_for_another_seed(self, department, other):
        assert other.files != department.files

    def test_each_life_is_lawful(self, department):
        for file in department.files[::25]:
            lifecycle = PROCESSES[NAME[type(file).__name__]]
            assert lifecycle.replay(record.action for record in file.history) == file

    def test_nothing_is_done_after_now(self, department):
        assert max(record.action.at for file in department.files for record in file.history) <= NOW

    def test_what_was_tried_in_vain_was_refused(self, department):
        assert {type(one.verdict.action).__name__ for one in department.refused} == {"DemandRemoval", "Extend"}

    def test_some_are_answered_in_time_some_late_some_never(self, by_process):
        days = Counter()
        for appeal in by_process["appeal"]:
            sent = ever(appeal, "SendReply", "Forward")
            took = (sent[0].at.date() - appeal.history[0].action.at.date()).days if sent else None
            days["never" if took is None else "in time" if took <= 15 else "late"] += 1
        assert min(days.values()) > 30


# -- what is printed of the day


class TestThePage:
    def test_it_fits_three_screens(self, printed):
        assert len(printed.splitlines()) < 125
        assert max(map(len, printed.splitlines())) <= 130

    def test_how_many_of_each_process(self, sections, by_process):
        told = dict(re.findall(r"([a-z_]+) +([\d,]+)(?= {5}|$)", "\n".join(sections[""][1:8]), re.MULTILINE))
        assert {name: int(n.replace(",", "")) for name, n in told.items()} == {
            name: len(files) for name, files in by_process.items()
        }

    def test_what_was_refused(self, sections, department):
        told = re.findall(r"(\w+) (\d+)(?:,|$)", sections[""][8])
        assert sum(int(n) for _, n in told) == len(department.refused)


def open_dues(file):
    """What is owed, of all that ever was: neither done nor ended, nor owed no more."""
    dues = PROCESSES[NAME[type(file).__name__]].due(file, NOW)
    return [due for due in dues if due.met is None and due.ended is None and not due.lifted]


def is_past(due) -> bool:
    if due.last is None or due.provided:
        return False
    return due.last < NOW if hasattr(due.last, "hour") else due.last < NOW.date()


class TestToday:
    def test_load(self, sections, department):
        told = {
            line[:16].strip(): [int(n.replace(",", "")) for n in line[16:].split()] for line in sections["Today"][1:]
        }
        expected = defaultdict(lambda: [0, 0, 0])
        for file in department.files:
            dues = open_dues(file)
            final = PROCESSES[NAME[type(file).__name__]].final
            for where in (file.office.id, "in all"):
                expected[where][0] += file.state not in final
                expected[where][1] += len(dues)
                expected[where][2] += sum(map(is_past, dues))
        assert told == expected

    def test_overdue_for_longest(self, sections, department):
        """The ten, by day and file, of all that are past their last day."""
        past = sorted(
            (due.last.isoformat()[:10], NAME[type(file).__name__], file.id, due.name, due.cites[0])
            for file in department.files for due in open_dues(file) if is_past(due)
        )  # fmt: skip
        told = sections["Overdue"]
        assert len(told) == 10
        for line, (last, process, case, name, cites) in zip(told, past, strict=False):
            assert line.startswith(last)
            assert f" {process} {case}: {name} by " in line
            assert f"({cites}" in line


class TestTheWeek:
    def test_what_the_public_may_come_to(self, sections, by_process):
        told = {
            (line[:10], line.split()[2], case)
            for line in sections["This week"]
            for case in re.findall(r"\d+/\d+", line)
        }  # fmt: skip
        expected = set()
        for process, sets, called_off in (
            ("briefing", ("Plan", "Reschedule"), ()),
            ("dialogue", ("Plan", "Reschedule"), ()),
            ("session", ("Plan", "Reschedule"), ("CallOff",)),
            ("oversight", ("Undertake", "RescheduleAct"), ("CallOffAct",)),
        ):
            for file in by_process[process]:
                last = ever(file, *sets)[-1]
                on = last.starts_on if process == "oversight" else last.day if process == "session" else last.on.date()
                if MONDAY <= on <= SUNDAY and not ever(file, *called_off):
                    expected.add((f"{on:%a %d.%m.}", process, file.id))
        assert told == expected
        assert len(told) > 10


# -- what is printed of the quarter


class Again(Counter):
    """Figures by name, each counted once for a file, or for a question or promise in it."""

    def of(self, name: str, files, *actions: str, per: str = "", when=lambda action: True) -> None:
        for file in files:
            found = [one for one in done(file, *actions) if when(one)]
            self[name] += len({getattr(one, per) for one in found}) if per else bool(found)


def decided_on(request) -> date | None:
    """The day on which it was first answered, refused or passed on."""
    return next((one.at.date() for one in ever(request, "Answer", "AnswerInPart", "Refuse", "Forward")), None)


def term(request) -> tuple[date, date] | None:
    """The last day of a registered request, and the next that is no day off."""
    registered = ever(request, "Register")
    if not registered:
        return None
    raw = rolled = registered[0].at.date() + timedelta(7 if request.kind.name == "MEDIA" else 15)
    while off(rolled, request.office):
        rolled += timedelta(1)
    return raw, rolled


def of_events(again: Again, of) -> None:
    for name, action in (("planned", "Plan"), ("held", "Hold"), ("cancelled", "Cancel")):
        again.of(f"briefings {name}", of["briefing"], action)
    for name, action in (("answered", "AnswerQuestion"), ("turned", "TurnQuestion"), ("dropped", "DropQuestion")):
        again.of(f"questions at briefings {name}", of["briefing"], action, per="question")
    again.of("dialogues held", of["dialogue"], "Hold")
    for name, action in (
        ("solved", "Solve"), ("explained", "Explain"), ("given to somebody", "Instruct"), ("carried out", "CarryOut"),
        ("refused", "RefuseOnTheSpot"), ("turned", "TurnInto"), ("dropped", "Drop"),
    ):  # fmt: skip
        again.of(f"questions at dialogues {name}", of["dialogue"], action, per="question")


def of_requests(again: Again, who: str, asked) -> None:
    for outcome, actions in (
        ("received", ["Receive"]), ("answered", ["Answer", "AnswerAtOnce", "GiveInterview"]),
        ("partly answered", ["AnswerInPart"]), ("refused", ["Refuse"]), ("forwarded", ["Forward"]),
        ("not held", ["SayNotHeld"]),
    ):  # fmt: skip
        again.of(f"requests of {who} {outcome}", asked, *actions)
    for one in asked:
        on, last = decided_on(one), term(one)
        if on and last and FIRST <= on <= LAST:
            again[f"requests of {who} late"] += on > last[1]
            again[f"requests of {who} in time only by analogy"] += last[0] < on <= last[1]


def of_demands(again: Again, whose: str, demands) -> None:
    again.of(f"refutations {whose}, published", demands, "Publish")
    again.of(f"refutations {whose}, upheld by a court", demands, "NoteJudgment", when=lambda one: one.upheld)
    again.of(f"refutations {whose}, not upheld", demands, "NoteJudgment", when=lambda one: not one.upheld)
    again.of(f"refutations {whose}, withdrawn", demands, "Withdraw")


def of_the_rest(again: Again, of) -> None:
    for name, process, action in (
        ("found items confirmed", "monitoring", "Confirm"), ("found items disproved", "monitoring", "Disprove"),
        ("found items left open", "monitoring", "LeaveOpen"), ("found items responded to", "monitoring", "Respond"),
        ("releases published", "release", "Publish"), ("releases corrected", "release", "Correct"),
        ("releases withdrawn", "release", "Withdraw"), ("accreditations granted", "accreditation", "Grant"),
        ("accreditations refused", "accreditation", "RefuseAccreditation"),
        ("accreditations withdrawn", "accreditation", "WithdrawAccreditation"),
        ("incidents noticed", "incident", "Notice"), ("incidents resolved", "incident", "Resolve"),
        ("programmes evaluated", "programme", "Evaluate"), ("programmes closed", "programme", "Close"),
    ):  # fmt: skip
        again.of(name, of[process], action)
    again.of("incidents found resonant", of["incident"], "Rate", when=lambda one: one.resonant)
    for name, action in (("made", "Promise"), ("kept", "Keep"), ("given up", "GiveUp")):
        again.of(f"promises {name}", of["incident"], action, per="promise")


class TestTheQuarter:
    def test_each_figure(self, sections, by_process):
        cells = [cell for line in sections["In figures"] for cell in (line[:58], line[63:]) if cell]
        told = {cell[:54].strip(): int(cell[54:]) for cell in cells}
        again = Again()
        of_events(again, by_process)
        for who, kind in (("editorial offices", "MEDIA"), ("others", "USER")):
            of_requests(again, who, [one for one in by_process["request"] if one.kind.name == kind])
        for whose, kind in (("demanded by the body", "OUTGOING"), ("demanded of the body", "INCOMING")):
            of_demands(again, whose, [one for one in by_process["refutation"] if one.kind.name == kind])
        of_the_rest(again, by_process)
        assert told == {name: n for name, n in again.items() if n}
        assert len(told) > 40


def share(counts: list[int]) -> str:
    part, whole = counts
    tenths = (part * 2000 + whole) // (2 * whole) if whole else 0
    return f"{tenths // 10}.{tenths % 10} % ({part} of {whole})" if whole else f"undefined (0 of {whole})"


def principles(of, counted) -> dict[str, list[int]]:
    """Of each principle the two numbers, over some of the files."""
    found = {}

    def count(name: str, parts) -> None:
        found[name] = [sum(parts), len(parts)]

    first = [
        (one, next(iter(ever(one, "Answer", "AnswerAtOnce", "AnswerInPart", "Refuse")), None))
        for one in of["request"] if counted(one)
    ]  # fmt: skip
    decided = [(one, act) for one, act in first if act is not None and FIRST <= act.at.date() <= LAST]
    held = [one for one in (*of["briefing"], *of["dialogue"]) if counted(one) and done(one, "Hold")]
    talks = [one for one in held if one.kind in (DialogueKind.OPEN_DIALOGUE, DialogueKind.MEETING)]
    closed = [one for one in of["programme"] if counted(one) and done(one, "Close")]
    heard = {one.event for one in of["feedback"] if one.state.name in ("ANSWERED", "EMPTY")}
    count("openness", [type(act).__name__ in ("Answer", "AnswerAtOnce") for _, act in decided])
    count("transparency", [bool(ever(one, "PublishRecord", "Report")) for one in held])
    count("accessibility", [act.at.date() <= term(one)[0] for one, act in decided if term(one)])
    told = ("ANSWERED", "SOLVED", "EXPLAINED", "DONE")
    count("understanding", [question.state.name in told for one in held for question in one.questions])
    count("cooperation", [one.kind is DialogueKind.MEETING for one in talks])
    count("feedback", [one.reference in heard for one in (*held, *closed)])
    return found


class TestThePrinciples:
    def test_of_all_services(self, sections, by_process):
        for line, (name, counts) in zip(
            sections["By principle"][:6], principles(by_process, lambda file: True).items(), strict=True
        ):
            assert line.startswith(f"{name:<15}{share(counts)}")
            assert counts[1] > 30

    def test_of_the_ministry_which_held_nothing_each_is_undefined(self, sections, by_process):
        counts = principles(by_process, lambda file: file.office == made.MINISTRY)
        assert set(map(tuple, counts.values())) == {(0, 0)}
        assert sections["By principle"][7:] == [f"{name:<15}undefined (0 of 0)" for name in counts]

    def test_what_is_counted_beside(self, sections, by_process):
        openness, transparency, _, understanding, *_ = sections["By principle"]
        events = (*by_process["briefing"], *by_process["dialogue"])
        refused = [one for one in by_process["request"] if done(one, "Refuse")]
        assert f"requests refused: {len(refused)}," in openness
        assert f"events cancelled in the days: {sum(bool(done(one, 'Cancel')) for one in events)}" in transparency
        dropped = [q for one in events if done(one, "Hold") for q in one.questions if q.state.name == "DROPPED"]
        assert understanding.endswith(f"questions dropped: {len(dropped)}")


# -- what files state of each other


class TestTheConflicts:
    def test_those_found_are_those_made_false(self, department):
        found = Counter((one.process, one.id, one.field) for one in day.verify(department.files, PROCESSES))
        assert found == Counter((one.process, one.id, one.field) for one in department.planted)
        assert {one.field for one in department.planted} == {
            "on", "active", "published", "false", "heard.done", "adopted", "held_on"
        }  # fmt: skip

    def test_so_it_is_with_another_seed(self, other):
        found = Counter((one.process, one.id, one.field) for one in day.verify(other.files, PROCESSES))
        assert found == Counter((one.process, one.id, one.field) for one in other.planted)

    def test_they_are_printed(self, sections, department):
        first, *lines = sections["Conflicts"]
        kinds = {(one.process, one.field) for one in department.planted}
        lines = lines[: len(kinds)]
        n = len(department.planted)
        assert first.startswith(f"{n} found; {n} statements were made false on purpose.")
        told = Counter(line.split()[0] for line in lines for _ in re.findall(r"\b\d+/\d+(?=:|,|\))", line))
        assert told == Counter(one.process for one in department.planted)


# -- the same again; and what is drawn


class TestTheCommand:
    def test_the_same_seed_prints_the_same(self, printed, capsys, monkeypatch):
        monkeypatch.setattr(sys, "argv", [str(SCRIPT)])
        day.main()
        assert printed.startswith(capsys.readouterr().out)

    def test_the_plots_are_svg_in_which_text_is_text(self, drawn, printed, sections):
        assert printed.splitlines()[-2:] == [f"drawn: {drawn / name}" for name in ("load.svg", "scoreboard.svg")]
        words = {
            path.name: [one.text for one in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text")]
            for path in drawn.iterdir()
        }
        assert words.keys() == {"load.svg", "scoreboard.svg"}
        for line in sections["Today"][1:13]:
            _, owed, overdue = line[16:].split()
            assert line[:16].strip() in words["load.svg"]
            assert f"{overdue} of {owed} overdue" in words["load.svg"]
        assert [one for one in words["scoreboard.svg"] if " of " in one and "%" in one] == [
            re.findall(r"[\d.]+ % \(\d+ of \d+\)", line)[0] for line in sections["By principle"][:6]
        ]

    def test_without_matplotlib_it_says_what_to_install(self, monkeypatch):
        monkeypatch.setattr(sys, "argv", [str(SCRIPT), "--plots", "anywhere"])
        monkeypatch.setattr(day, "find_spec", lambda name: None)
        with pytest.raises(SystemExit, match=r"prcomm\[plots\]"):
            day.main()

    def test_the_readme_shows_lines_of_it(self, printed):
        shown = re.findall(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)[2]
        assert f"\n{shown}" in printed
