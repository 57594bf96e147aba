"""The example of a public council, run as a user would: what is owed at each step, its days counted by hand.

The department works five days a week. In 2026, 20 January is a Tuesday; 8 March, a Sunday, is a day off and Monday the
9th is off for it; 20 to 23 March are off.
"""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "examples" / "council.py"
MINUTES, PUBLICATION = (
    "session {} minutes promptly secretary ASSUMED",
    "session {} publication promptly secretary ASSUMED",
)
CONSIDERATION = "appeal 2026/90 consideration 17.03.2026 executor STATUTE"
"""Received on 2 March; fifteen days from the next one, the 3rd: the 17th. A postponed session moves it by nothing."""
EXECUTION = "appeal 2026/90 execution promptly authorised official INFERRED"
REPLY = "recommendation {} reply promptly head REPORTED"
NOTHING = "nothing is owed"


@pytest.fixture(scope="module")
def printed() -> str:
    run = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stderr == ""
    return run.stdout


@pytest.fixture(scope="module")
def steps(printed) -> list[tuple[str, list[str]]]:
    """Each step: its day and words, and the lines below it, each word of them once apart."""
    blocks = (block.splitlines() for block in printed.strip().split("\n\n"))
    return [(" ".join(first.split()), [" ".join(line.split()) for line in lines]) for first, *lines in blocks]


OWED = (
    ("16.01.2026 A council of 9 is CONSTITUTED", [NOTHING]),
    # for Friday 23 January: 22 (1), 21 (2), 20 (3)
    ("19.01.2026 A founding session is planned", ["session 1 agenda 20.01.2026 secretary ANALOGY"]),
    ("20.01.2026 It is announced", [NOTHING]),
    ("23.01.2026 It was held", [MINUTES.format(1)]),
    ("23.01.2026 Its minutes", [PUBLICATION.format(1)]),
    ("26.01.2026 They are published, and the council is ACTIVE", [NOTHING]),
    ("02.03.2026 An appeal came", [CONSIDERATION]),
    # for Thursday 12 March: 11 (1), 10 (2), 9 (3), a day off that moves nothing
    ("03.03.2026 It becomes an item", [CONSIDERATION, "session 2 agenda 09.03.2026 secretary ANALOGY"]),
    ("05.03.2026 The session is announced", [CONSIDERATION]),
    ("12.03.2026 Postponed for want of a quorum", [CONSIDERATION]),
    # for Thursday 19 March: 18 (1), 17 (2), 16 (3)
    ("13.03.2026 The session is moved", [CONSIDERATION, "session 2 agenda 16.03.2026 secretary ANALOGY"]),
    ("16.03.2026 It is announced anew", [EXECUTION]),
    ("19.03.2026 Both are adopted", [EXECUTION, MINUTES.format(2)]),
    ("19.03.2026 Its minutes", [EXECUTION, PUBLICATION.format(2)]),
    ("24.03.2026 They are published; both recommendations are sent", [EXECUTION]),
    ("25.03.2026 They arrived", [EXECUTION, REPLY.format("r1"), REPLY.format("r2")]),
    ("01.04.2026 One is accepted, one rejected", [EXECUTION, REPLY.format("r1"), REPLY.format("r2")]),
    ("02.04.2026 Both are answered", [EXECUTION]),
    ("03.04.2026 The lamp burns", [NOTHING]),
)
"""What is owed after each step."""


@pytest.mark.parametrize(("step", "owed"), OWED, ids=[step for step, _ in OWED])
def test_what_is_owed_by_whom_until_when(steps, step, owed):
    assert [lines for told, lines in steps if told.startswith(step)] == [owed]


def test_at_the_end_feedback_is_asked_and_nothing_is_owed(steps):
    told, lines = steps[-1]
    assert told == "06.04.2026 The results are published, and feedback is asked on them"
    assert lines == [
        NOTHING,
        "session 2 is PUBLISHED, and names council 1, appeal 2026/90",
        "recommendation r1 is PUBLISHED, and names session 2, feedback f1",
        "recommendation r2 is PUBLISHED, and names session 2, feedback f2",
    ]


REFUSED = (
    # four are no more than half of nine
    ("12.03.2026 Five of nine came, one left", "the session is open and has its quorum"),
    ("19.03.2026 Seven of nine came", "an open item is voted openly, a secret one by ballot"),
    ("01.04.2026 What is not accepted", "what is not accepted, or not wholly, is answered with reasons"),
)


@pytest.mark.parametrize(("step", "why"), REFUSED, ids=[step for step, _ in REFUSED])
def test_what_is_refused_is_told_to_be_no_law(steps, step, why):
    ((_, lines),) = [one for one in steps if one[0].startswith(step)]
    assert lines[0].startswith("not by law: ")
    assert lines[1].startswith(f"- guard: {why} (")


def test_each_step_is_one_that_a_test_here_knows(steps):
    assert len(steps) == len(OWED) + len(REFUSED) + 1


def test_of_both_votes_the_numbers_are_told(steps):
    """Four of seven are more than half of them; of the secret one five, and it is told of nobody how."""
    ((_, lines),) = [one for one in steps if one[0].startswith("19.03.2026 Seven of nine came")]
    assert lines[-2:] == [
        "street lighting, OPEN: 4 of 7 for it, ADOPTED",
        "duty at the school, SECRET: 5 of 7 for it, ADOPTED",
    ]


def test_it_is_short_enough_to_read(printed):
    assert len(printed.splitlines()) < 100
