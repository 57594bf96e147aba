"""What the law says of where, who, of which kinds and with what outcome, article by article: each line of each book."""

import pytest
import second_book
from second_book import WRITTEN, Line, ask, lines_of, lives_of, parted

from prcomm import PROCESSES, Refused

LINES = [line for process in WRITTEN for line in lines_of(process)]


@pytest.mark.parametrize("line", [line for line in LINES if not line.differs], ids=str)
def test_it_is_so(line: Line):
    ask(line, second_book.lifecycle_of(line.process))


def open_still(line: Line) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, raises=(AssertionError, Refused), reason=line.differs)


@pytest.mark.parametrize(
    "line", [pytest.param(line, marks=open_still(line)) for line in LINES if line.differs], ids=str
)
def test_it_is_not_yet_so(line: Line):
    """No mutant counts as noticed by what the genuine table fails."""
    ask(line, PROCESSES[line.process])


@pytest.mark.parametrize("process", WRITTEN)
def test_the_book_speaks_of_every_action_and_in_words_that_are_explained(process):
    lines, lives = lines_of(process), lives_of(process)
    assert {line.action for line in lines} == {action.__name__ for action in PROCESSES[process].actions}
    assert {word for line in lines for word in parted(line.given)[0]} == lives.FILES.keys()
    assert len(set(lines)) == len(lines)
