"""Articles written as text."""

import pytest

from prcomm import Article, BadInput
from prcomm.law.texts import articles


def test_parts_and_lines_that_go_on():
    (one,) = articles("""
24-1. Minors
    (1) They may appeal,
    and others may take part.
    (2) Sent on.
""")
    assert one == Article("24-1", "Minors", ("They may appeal, and others may take part.", "Sent on."))


def test_one_text_is_one_part_and_a_chapter_is_for_the_reader():
    read = articles("Chapter 1. General provisions\n2. Legislation\n    This Law.\n    No rule: it asks nothing.")
    assert read == (Article("2", "Legislation", ("This Law.",), "it asks nothing."),)


def test_an_entry_may_have_a_name_for_a_number():
    assert articles("video reception. By video\n    By a schedule.")[0].number == "video reception"


def test_a_citation_inside_the_text_is_no_part():
    assert articles("1. One\n    As 23(5) says, (a) and (b).")[0].gist == ("As 23(5) says, (a) and (b).",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Purpose and scope\n    It governs.", "'Purpose and scope': a number, a heading"),
        ("1. Purpose", "'1. Purpose': a number, a heading, and below it what the article says"),
        ("1. Purpose\n    (1) \n    (2) This.", "'1. Purpose': a number, a heading, and below it"),
        ("1. Purpose\n    (1) This.\n    (3) That.", "'1. Purpose': its parts begin with (1) and follow one another"),
        ("1. Purpose\n    It says: (1) This.", "'1. Purpose': its parts begin with (1)"),
    ],
)
def test_a_faulty_text_is_refused(text: str, fault: str):
    with pytest.raises(BadInput) as caught:
        articles(f"{text}\n9. Good\n    Text.")
    assert len(caught.value.faults) == 1
    assert caught.value.faults[0].startswith(fault)
