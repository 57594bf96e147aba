"""Every line of the tables matters: take one away, shift one figure, and a test by article or worked case fails.

Over the appeal and the law it stands on. Survivors are listed with what they rest on, and there are none.
"""

from collections.abc import Iterable
from pathlib import Path

from mutants import Mutant, days_of, figures_of, lines_of, tried, words_of

from prcomm.citizens.appeals import APPEAL
from prcomm.law import UZ

HERE = Path(__file__).parent


def check(mutants: Iterable[Mutant]) -> None:
    trials = tried(mutants, HERE / "test_second_book.py", HERE / "citizens", HERE / "law")
    assert not trials.failed, "without any mutant these fail:\n" + "\n".join(trials.failed)
    assert trials.found_by
    missed = "\n".join(f"- {mutant}" for mutant in trials.survivors)
    assert not missed, f"no test notices {len(trials.survivors)} of {len(trials.seconds)}:\n{missed}"


def test_every_line_of_the_tables_matters():
    check([*lines_of(APPEAL), *figures_of(UZ, APPEAL), *days_of(UZ, APPEAL)])


def test_every_word_of_a_line_matters():
    check(words_of(APPEAL))
