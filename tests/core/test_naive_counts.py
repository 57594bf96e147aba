"""Two thousand counts of days done day by day, and as many of working time minute by minute; the deep run: 50,000."""

import naive_counts
import pytest

CASES, BLOCK = 2000, 250


@pytest.mark.parametrize("first", range(0, CASES, BLOCK))
@pytest.mark.parametrize("kind", naive_counts.KINDS)
def test_the_same_as_counted_naively(kind: str, first: int) -> None:
    assert list(naive_counts.differing(kind, range(first, first + BLOCK))) == []


def test_a_count_that_is_wrong_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every week without its second day off, and a clock that begins a minute late."""
    works = naive_counts.NaiveDays.works
    monkeypatch.setattr(naive_counts.NaiveDays, "works", lambda self, on: works(self, on) or on.isoweekday() == 6)
    assert list(naive_counts.differing("days", range(20))) != []
    monkeypatch.undo()
    first = naive_counts.NaiveClock.first
    monkeypatch.setattr(naive_counts.NaiveClock, "first", lambda self, on, at: first(self, on, at) + 1)
    assert list(naive_counts.differing("working time", range(20))) != []
