"""The example of a monthly briefing, run as a user would: what is owed at each step, its days counted by hand.

The department works five days a week. In 2026, 30 September is a Wednesday and 1 October, a Thursday, is a day off.
"""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "examples" / "briefing.py"
SEPTEMBER = "press_service 1 briefing_each_month 2026-09 30.09.2026{} head of the press service INFERRED"
"""The service was set up on 10 August: September is the first month that it stands from the first day to the last."""
NOT_NOTED = SEPTEMBER.format(", overdue")
"""What was held in time and is not noted is not known."""
SEPTEMBER = SEPTEMBER.format("")
OCTOBER = "press_service 1 briefing_each_month 2026-10 31.10.2026 head of the press service INFERRED"
TERM = "accreditation {} {} {} editorial office ANALOGY, if the office wants a new term"
RECORD = "briefing 9 record promptly press officer REPORTED"
DISTRICTS, CROSSING = (
    f"briefing 9 question {question} promptly head of the press service ASSUMED"
    for question in ("districts", "crossing")
)
SUMMARY = "feedback 5 summary 06.10.2026 press officer ASSUMED, if opinions came"
CONSIDERATION = "appeal 2026/301 consideration 15.10.2026 executor STATUTE"
"""Received on 30 September; fifteen days from the next one, 1 October: the 15th."""
NOT_HELD = "request 31 not_held 07.10.2026 executor OFFICIAL, if the body does not hold the information"
"""Put on 30 September; seven days from the next one, 1 October: the 7th."""
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
    ("10.08.2026 10:00 A press service is set up", [NOTHING]),
    ("14.09.2026 10:00 The briefing is planned for Wednesday 30 September", [SEPTEMBER]),
    ("15.09.2026 10:00 It is announced on the site too", [SEPTEMBER]),
    # asked anew a month before 31 December: November has no 31st
    (
        "25.09.2026 10:00 A reporter of a newspaper is admitted",
        [TERM.format("h-1", "renewal", "30.11.2026"), TERM.format("h-1", "validity", "31.12.2026")],
    ),
    # three months from 28 September, the longest a temporary correspondent's certificate may run
    ("28.09.2026 12:00 The ministry has prolonged it", [TERM.format("f-1", "validity", "28.12.2026")]),
    ("30.09.2026 11:00 It is held, and the news is out", [SEPTEMBER, RECORD]),
    ("30.09.2026 12:00 Three questions are put, and one is answered", [SEPTEMBER, RECORD, DISTRICTS, CROSSING]),
    ("30.09.2026 13:00 What was said is published", [SEPTEMBER, DISTRICTS, CROSSING]),
    ("30.09.2026 16:10 Opinions are asked for", [SEPTEMBER, DISTRICTS, SUMMARY, CONSIDERATION]),
    # by its entry alone, on Wednesday at 19:00, it would be owed on Friday 2 October: it came after hours, and Thursday
    # is off
    (
        "30.09.2026 19:00 The other is a request",
        [SEPTEMBER, SUMMARY, CONSIDERATION, "request 31 registration 30.09.2026 registrar ANALOGY", NOT_HELD],
    ),
    # of an editorial office: seven days from 1 October; to court for silence within six months from the seventh
    (
        "30.09.2026 19:10 It is registered",
        [
            SEPTEMBER,
            SUMMARY,
            CONSIDERATION,
            NOT_HELD,
            "request 31 answer 07.10.2026 executor INFERRED",
            "request 31 court_for_silence 07.04.2027 information user INFERRED, if the requester wants to go to court",
        ],
    ),
    (
        "05.10.2026 16:00 Two opinions came; the request is answered",
        [NOT_NOTED, OCTOBER, SUMMARY, CONSIDERATION, "the answer to it: MET, until 07.10.2026, INFERRED"],
    ),
    (
        "06.10.2026 10:00 The opinions are summed up",
        [NOT_NOTED, OCTOBER, "feedback 5 answer promptly head of the press service REPORTED", CONSIDERATION],
    ),
    ("07.10.2026 11:00 They are answered, and the file of the briefing is closed", [NOT_NOTED, OCTOBER, CONSIDERATION]),
    # noted in October, and held in September: its own day counts
    (
        "08.10.2026 10:00 The press service notes the briefing",
        [OCTOBER, CONSIDERATION, "September: MET, held 30.09.2026, noted 08.10.2026"],
    ),
)
"""What is owed after each step."""


@pytest.mark.parametrize(("step", "owed"), OWED, ids=[step for step, _ in OWED])
def test_what_is_owed_by_whom_until_when(steps, step, owed):
    assert [lines for told, lines in steps if told.startswith(step)] == [owed]


def test_at_the_end_it_is_told_which_file_names_which(steps):
    """The request and the appeal name the briefing they came from, and it names both of them."""
    told, lines = steps[-1]
    assert told == "08.10.2026 10:00 Which file names which"
    assert lines == [
        "press_service 1 is OPERATING, and names briefing 9",
        "briefing 9 is CLOSED, and names release record, request 31, appeal 2026/301",
        "request 31 is CLOSED, and names briefing 9",
        "feedback 5 is ANSWERED, and names briefing 9, release answer",
        "release news is PUBLISHED, and names channel site",
        "release record is PUBLISHED, and names channel site",
        "release answer is PUBLISHED, and names channel site",
        "channel site is ACTIVE, and names briefing 9, release news, release record, release answer",
        "appeal 2026/301 is IN_REVIEW, and names briefing 9",
    ]


REFUSED = (
    ("15.09.2026 10:00 The accredited media", [(True, ["it is announced on the official site (PF-154 on "])]),
    # to 29 September, and the event is on the 30th
    (
        "25.09.2026 10:00 The certificate of a foreign correspondent ends",
        [
            (
                True,
                [
                    "the certificate stands on the day of the event (O‘RQ-369 on accreditation, Cabinet 33 on ",
                    "whoever works for foreign media is accredited at the Ministry of Foreign Affairs, invited or not",
                ],
            )
        ],
    ),
    (
        "30.09.2026 10:59 A minute before its time",
        [
            (False, ["it is not begun before its time (House rules rule 125, "]),
            (False, ["the embargo has lapsed (House rules rule 119, "]),
        ],
    ),
    (
        "30.09.2026 11:00 Not everybody speaks",
        [(False, ["who speaks for the body is its head, an authorised official, or charged with it (House rules "])],
    ),
    (
        "30.09.2026 14:00 May the file be closed",
        [
            (
                True,
                [
                    "no question is open (House rules rule 121, ",
                    "feedback was asked for, and answered if any came (Source article entry 57, ",
                ],
            )
        ],
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
