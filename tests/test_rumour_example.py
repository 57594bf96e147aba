"""The example of a rumour, run as a user would: what is owed at each step, its day counted by hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "examples" / "rumour.py"
VERDICT = "monitoring 17 verdict promptly press officer REPORTED"
NOTHING = "nothing is owed"


@pytest.fixture(scope="module")
def printed() -> str:
    run = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, text=True, encoding="utf-8", check=True)
    assert run.stderr == ""
    return run.stdout


@pytest.fixture(scope="module")
def steps(printed) -> list[tuple[str, list[str]]]:
    """Each step: its day and words, and the lines below it, each word of them once apart. What a newsroom gets is the
    last block, and no step."""
    blocks = [block.splitlines() for block in printed.strip().split("\n\n")]
    return [(" ".join(first.split()), [" ".join(line.split()) for line in lines]) for first, *lines in blocks[:-1]]


OWED = (
    (
        "01.09.2026 22:00 A newspaper writes",
        [VERDICT, "monitoring 17 response promptly head of the press service REPORTED"],
    ),
    ("02.09.2026 11:00 A word goes out before the verdict", [VERDICT]),
    # the word was of a check that went on: what the check found is still to be said
    ("04.09.2026 10:00 It is disproved", ["monitoring 17 second_word promptly head of the press service ASSUMED"]),
    ("05.09.2026 11:00 The answer is out on two channels", [NOTHING]),
    (
        "06.09.2026 09:00 The release itself proves wrong",
        ["release answer takedown promptly head of the press service STATUTE"],
    ),
    (
        "06.09.2026 10:00 It is corrected in both",
        [
            NOTHING,
            "digest 1: written by press secretary, let out by deputy press secretary",
            "digest 2, corrects the day of the patrol: written by officer 5, let out by press secretary",
        ],
    ),
    # received on 7 September, though its receipt is entered on the 8th: a month later it is the 7th of October
    (
        "08.09.2026 10:00 A refutation is demanded",
        ["refutation 3 publication 07.10.2026 editorial office REPORTED"],
    ),
    (
        "09.10.2026 10:00 It is published: LATE, until 07.10.2026",
        [
            "541-I art. 34, REPORTED",
            "found item 17 is CLOSED, and names release word, release answer, refutation 3",
        ],
    ),
)
"""What is owed, or told, after each step."""


@pytest.mark.parametrize(("step", "owed"), OWED, ids=[step for step, _ in OWED])
def test_what_is_owed_by_whom_until_when(steps, step, owed):
    assert [lines for told, lines in steps if told.startswith(step)] == [owed]


REFUSED = (
    (
        "02.09.2026 09:00 Nobody may ask",
        True,
        "never: nobody may ask an outlet to change or remove what it publishes: respond, ask for a refutation of ",
    ),
    ("04.09.2026 10:00 A verdict has a name", False, "guard: a named official answers for it (House rules rule 116, "),
    (
        "04.09.2026 13:00 Two pairs of eyes",
        False,
        "guard: it is let out by somebody else than its author (House rules rule 118, ",
    ),
    ("05.09.2026 10:59 A minute before", False, "guard: the embargo has lapsed (House rules rule 119, "),
    # what the Civil Code says of outlets is here by analogy
    (
        "06.09.2026 10:00 In one of two channels",
        False,
        "guard: the correction stands in every channel where it still stands (Civil Code art. 100(3), ",
    ),
    # on the last day the term runs still
    ("07.10.2026 10:00 On the last day", True, "guard: the term 'publication' has run out (541-I art. 34, "),
)
"""What is refused on the way: by law or not, and why."""


@pytest.mark.parametrize(("step", "by_law", "why"), REFUSED, ids=[step for step, *_ in REFUSED])
def test_what_is_refused_says_why_and_whether_by_law(steps, step, by_law, why):
    ((_, lines),) = [one for one in steps if one[0].startswith(step)]
    head, reason = lines
    assert head.endswith(" is refused")
    assert head.startswith("not by law: ") is not by_law
    assert reason.startswith(f"- {why}")


def test_each_step_is_one_that_a_test_here_knows(steps):
    assert len(steps) == len(OWED) + len(REFUSED)


def test_what_a_newsroom_gets(printed):
    """Written on 4 September at noon, out on the 5th at eleven, and corrected on the 6th at ten."""
    item = json.loads(printed[printed.index("\n{") :])
    assert (item["firstCreated"], item["contentCreated"], item["versionCreated"]) == (
        "2026-09-04T12:00:00+05:00",
        "2026-09-05T11:00:00+05:00",
        "2026-09-06T10:00:00+05:00",
    )
    assert item["headlines"] == [{"value": "No patrol took money"}]
    assert item["pubStatus"] == "usable"


def test_it_is_short_enough_to_read(printed):
    assert len(printed.splitlines()) < 100
