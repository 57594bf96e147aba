"""The example of a resonant event, run as a user would: what is owed at each step, its days counted by hand.

The department works five days a week. In 2026, 2 November is a Monday; no day of that month is off but Saturdays and
Sundays, and no term of this story is counted in working days.
"""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "examples" / "resonant_event.py"
CHIEF = "head of the press service"
VERDICT = "monitoring 21 verdict promptly press officer REPORTED"
RESPONSE = f"monitoring 21 response promptly {CHIEF} REPORTED"
TO_COUNCIL = f"monitoring 21 to_council promptly {CHIEF} REPORTED"
FIRST_WORD = f"incident 7 first_word promptly {CHIEF} REPORTED"
DECISION = f"incident 7 briefing_decision promptly {CHIEF} REPORTED"
PROMISE = f"incident 7 promise findings 20.11.2026 {CHIEF} ASSUMED"
QUESTION = f"briefing 12 question accidents promptly {CHIEF} ASSUMED"
RESULT = "signal 5 result promptly chair ASSUMED"
"""No act names a term of study: that it is prompt is house rule 12."""
FIRST_TWO, LAST_TWO = "release word, release verdict", "release record, release findings"
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
    # twenty-four hours from the notice on Monday at 22:00, not from its entry at 22:10
    (
        "02.11.2026 22:10 A page writes of an accident",
        [
            VERDICT,
            RESPONSE,
            "monitoring 21 to_duty promptly duty officer INFERRED",
            TO_COUNCIL,
            FIRST_WORD,
            "a draft of 2020 asked for the first word by 03.11.2026 22:00: PRACTICE, not law",
        ],
    ),
    ("02.11.2026 22:20 The crime that it alleges is entered", [VERDICT, RESPONSE, TO_COUNCIL, FIRST_WORD]),
    ("02.11.2026 23:00 The first word is out", [VERDICT, TO_COUNCIL]),
    ("03.11.2026 08:00 By the morning the whole region speaks of it", [VERDICT, TO_COUNCIL, DECISION]),
    # a word went out before the verdict: the verdict has one of its own
    (
        "03.11.2026 09:40 No patrol car was there: what the page writes is DISPROVED",
        [TO_COUNCIL, f"monitoring 21 second_word promptly {CHIEF} ASSUMED", DECISION],
    ),
    ("03.11.2026 10:00 A second word says so", [TO_COUNCIL, DECISION]),
    ("03.11.2026 10:30 A briefing is called", [TO_COUNCIL]),
    ("03.11.2026 12:00 A public council takes up", [RESULT]),
    ("03.11.2026 16:00 The briefing is announced", [RESULT]),
    (
        "04.11.2026 11:45 It is held",
        [PROMISE, "briefing 12 record promptly press officer REPORTED", QUESTION, RESULT],
    ),
    ("04.11.2026 13:00 What was said there is published", [PROMISE, QUESTION, RESULT]),
    # put on Wednesday the 4th, and registered on it: seven days from the 5th, to the 11th, to answer a newspaper
    # and to say that it is not held; to court for silence within six months from the 11th
    (
        "04.11.2026 14:10 The open question is a request now",
        [
            PROMISE,
            RESULT,
            "request 31 not_held 11.11.2026 executor OFFICIAL, if the body does not hold the information",
            "request 31 answer 11.11.2026 executor INFERRED",
            "request 31 court_for_silence 11.05.2027 information user INFERRED, if the requester wants to go to court",
            "the request: accidents of briefing 12, put at 11:40",
            "the question: accidents, TURNED into request 31",
        ],
    ),
    ("09.11.2026 11:00 The request is answered", [PROMISE, RESULT]),
    ("18.11.2026 10:00 The council has published what it found", [PROMISE]),
    # promised by Friday the 20th, told on Thursday the 19th
    (
        "19.11.2026 12:00 What the council found is told",
        [NOTHING, "the promise: MET, until 20.11.2026, ASSUMED"],
    ),
)
"""What is owed, or told, after each step."""


@pytest.mark.parametrize(("step", "owed"), OWED, ids=[step for step, _ in OWED])
def test_what_is_owed_by_whom_until_when(steps, step, owed):
    assert [lines for told, lines in steps if told.startswith(step)] == [owed]


def test_at_the_end_it_is_told_which_file_names_which(steps):
    """The briefing and the incident name each other; the incident names the signal, which names the item of both."""
    told, lines = steps[-1]
    assert told == "26.11.2026 10:00 It is reviewed. Which file names which"
    assert lines == [
        *(f"release {one} is PUBLISHED, and names channel site" for one in ("word", "verdict", "record", "findings")),
        f"channel site is ACTIVE, and names {FIRST_TWO}, briefing 12, {LAST_TWO}",
        f"monitoring 21 is CLOSED, and names {FIRST_TWO}, signal 5",
        f"incident 7 is REVIEWED, and names monitoring 21, {FIRST_TWO}, briefing 12, signal 5, {LAST_TWO}",
        "briefing 12 is PUBLISHED, and names incident 7, release record, request 31",
        "request 31 is CLOSED, and names briefing 12",
        "signal 5 is PUBLISHED, and names council 1, monitoring 21, session 8",
    ]


NOT_OUT = "the word is a published release (House rules rule 129, "
REFUSED = (
    (
        "02.11.2026 22:50 A text that is not out",
        [
            (False, [NOT_OUT]),
            (False, ["it says what is known, what is not, and what is being done (House rules rule 129, ", NOT_OUT]),
        ],
    ),
    (
        "03.11.2026 10:30 A briefing that is decided on",
        [(True, ["a briefing decided on is named (Cabinet 882 on resonant events, "])],
    ),
    ("04.11.2026 13:00 The record is a word too", [(False, ["it supersedes the last word (House rules rule 130, "])]),
    # it was verified, and a briefing was decided on: nothing else is in the way
    (
        "12.11.2026 10:00 May the incident be closed",
        [(False, ["no promise is open (House rules rule 131, "])],
    ),
)
"""What is refused on the way: by law or not, and each of its reasons."""


@pytest.mark.parametrize(("step", "why"), REFUSED, ids=[step for step, _ in REFUSED])
def test_what_is_refused_says_why_and_whether_by_law(steps, step, why):
    ((_, lines),) = [one for one in steps if one[0].startswith(step)]
    heads = [number for number, line in enumerate(lines) if not line.startswith("- ")]
    assert len(heads) == len(why)
    for (by_law, sentences), head, end in zip(why, heads, [*heads[1:], None], strict=True):
        assert lines[head].endswith(" is refused")
        assert lines[head].startswith("not by law: ") is not by_law
        reasons = lines[head + 1 : end]
        assert len(reasons) == len(sentences)
        assert all(map(str.startswith, reasons, (f"- guard: {sentence}" for sentence in sentences)))


def test_each_step_is_one_that_a_test_here_knows(steps):
    assert len(steps) == len(OWED) + len(REFUSED) + 1


def test_it_is_short_enough_to_read(printed):
    assert len(printed.splitlines()) < 120
