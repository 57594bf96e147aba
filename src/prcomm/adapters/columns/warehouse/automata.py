"""Every step of a case, written down: asked of the library from the beginning on, and the same put together."""

from typing import Final, cast

import numpy as np
from attrs import frozen

from prcomm.adapters.columns.batches import Ints
from prcomm.adapters.columns.dues import Dues
from prcomm.adapters.columns.ends import BY_HOURS, BY_INSTANT, AnyDeadline, asked_by
from prcomm.adapters.columns.explaining import why_not
from prcomm.adapters.columns.kernel import Compiled
from prcomm.adapters.columns.standins import Demand
from prcomm.adapters.columns.steps import FOR_PYTHON, NOTHING
from prcomm.adapters.columns.warehouse.alphabets import Alphabet, alphabet_of
from prcomm.core.calendar.terms import STANDS, AtLeast, Term
from prcomm.core.table.moves import Move, its_instant
from prcomm.core.values.errors import BadInput, NotInForce

MOST_STEPS: Final = 150_000
"""How many steps are asked for at most."""
BEFORE: Final = "what was done before its law was in force, or is known to have been"
NOT_OWED, UNKNOWN = -1, -2
"""Stands for a term: nothing is owed, or SQL can't tell."""


@frozen(eq=False)
class Owed:
    """A deadline that SQL can say.

    Attributes:
        dues: what is owed, and what counts its ends.
        terms: its terms, numbered.
        of: by node and letter (with its era), which term begins: ``NOT_OWED``, ``UNKNOWN`` or a number.
        flags: of each letter: whether it begins as the first of a case, as a later one, closes, meets, moves.
    """

    dues: Dues
    terms: tuple[Term, ...]
    of: Ints
    flags: Ints

    @property
    def deadline(self) -> AnyDeadline:
        """The deadline itself."""
        return self.dues.deadline


@frozen(eq=False)
class Automaton:
    """A lifecycle as a table of steps.

    Attributes:
        compiled: of what.
        said: by what a line says, the number of its letter.
        to: by node and letter (with its era) where it leads.
        against: the same, what stands against it.
        owed: the deadlines that SQL can say.
        left_out: what it can't, each with why.
        alphabet: what a register must say.
    """

    compiled: Compiled
    said: dict[str, int]
    to: Ints
    against: Ints
    owed: tuple[Owed, ...]
    left_out: tuple[tuple[str, str], ...]
    alphabet: Alphabet


def automaton_of(compiled: Compiled) -> Automaton:
    """The steps of a lifecycle. Raises ``BadInput`` where they are too many for SQL.

    Args:
        compiled: the lifecycle, compiled.
    """
    while True:
        try:
            return _asked(compiled)
        except Demand as demand:
            if demand.label[0] != "law":
                raise
            compiled.anew(compiled.exact)


def _asked(compiled: Compiled) -> Automaton:
    alphabet = alphabet_of(compiled.lifecycle, compiled.letters, compiled.office)
    several = list({letter.number: letter for letter in alphabet.said.values()}.values())
    eras = len(compiled.eras)
    letters = [one.number for one in several]
    to, against = _walked(compiled, letters, eras)
    owed: list[Owed] = []
    left_out = list(alphabet.left_out)
    for n, due in enumerate(compiled.dues):
        why = _why_not_in_sql(due.deadline) or why_not(due.deadline)
        if why:
            left_out.append((str(due.deadline.name), why))
        else:
            owed.append(_owed(compiled, n, letters, len(to)))
    left_out += [
        (kind, BEFORE if why == NotInForce.__name__ else why)
        for kind, _, why in (one.partition(": ") for one in compiled.folding.whys)
    ]
    numbers = {number: n for n, number in enumerate(letters)}
    said = {words: numbers[letter.number] for words, letter in alphabet.said.items()}
    return _merged(Automaton(compiled, said, to, against, tuple(owed), tuple(left_out), alphabet))


def _walked(compiled: Compiled, letters: list[int], eras: int) -> tuple[Ints, Ints]:
    """Where each letter leads in each node that is ever come to, and what stands against it."""
    to: list[list[int]] = []
    against: list[list[int]] = []
    folding = compiled.folding
    node = 0
    while node < max(len(compiled.steps.files), 2):
        if (node + 1) * len(letters) * eras > MOST_STEPS:
            raise BadInput("sql", (f"{compiled.lifecycle.name} has too many steps to be written down as SQL",))
        row: list[tuple[int, int]] = []
        for number in letters:
            for era in range(eras):
                if node == FOR_PYTHON:
                    row.append((FOR_PYTHON, 0))
                    continue
                row.append(folding.step(number, era, node))
        to.append([one for one, _ in row])
        against.append([one for _, one in row])
        node += 1
    return np.array(to, np.int64), np.array(against, np.int64)


def _why_not_in_sql(due: AnyDeadline) -> str:
    """Why SQL can't say a deadline; empty if it can."""
    kinds = (*due.begins, *due.met_by, *due.until)
    if due.keyed and not (isinstance(due.per, str) and all(hasattr(kind, due.per) for kind in kinds)):
        return "which of several it is, not every action says in a field"
    if due.since is not its_instant:
        return "it does not begin when the action is done"
    if due.met_on:
        return "it is met on a day that is told"
    if set(due.begins) & set(due.met_by):
        return "one action may begin and meet it"
    return ""


def _owed(compiled: Compiled, n: int, letters: list[int], nodes: int) -> Owed:
    due = compiled.dues[n]
    d, files = due.deadline, compiled.steps.files
    rows = due.clock.tables(compiled.letters.all)
    begins, meets, closes = (one[letters] for one in rows[:3])
    idle = {one.by for one in d.moves if isinstance(one, Move) and one.to is STANDS}
    kinds = [compiled.letters.all[letter].kind for letter in letters]
    moves = np.array([kind in d.moved_by and kind not in idle for kind in kinds], np.int64)
    later = np.array([kind not in due.clock.beginnings for kind in kinds], np.int64)
    eras = len(compiled.eras)
    of = np.full((nodes, len(letters) * eras), NOT_OWED, np.int64)
    terms: dict[Term, int] = {}
    for node in range(2, nodes):
        file = files[node]
        if file is None or (d.only and getattr(file, "kind", None) not in d.only):
            continue
        for place in np.flatnonzero(begins).tolist():
            for era in range(eras):
                of[node, place * eras + era] = _term(due, (node, letters[place], era), terms)
    return Owed(due, tuple(terms), of, np.stack((begins, begins * later, closes, meets, moves)))


def _term(due: Dues, codes: tuple[int, ...], terms: dict[Term, int]) -> int:
    """The number of a term; what rests on more than the kind of a case and its law, SQL can't tell."""
    try:
        found = due.term.ask(codes, {})
        hash(found)  # a term that ends on a day which the action tells demands it here
    except Demand as demand:
        if demand.label[0] == "law":
            raise
        return UNKNOWN
    except (BadInput, NotInForce):
        return UNKNOWN
    if found is None:
        return NOT_OWED
    way = asked_by(found) if isinstance(found, Term) else None
    if way in (None, BY_INSTANT) or isinstance(found, AtLeast) or (way == BY_HOURS and due.office.hours):
        return UNKNOWN
    return terms.setdefault(cast("Term", found), len(terms))


def _merged(whole: Automaton) -> Automaton:
    """The same with nodes and letters put together that come to the same in all that is asked."""
    eras = len(whole.compiled.eras)
    parts = (whole.against, *(one.of for one in whole.owed))
    fixed = np.arange(len(whole.to)) * 0
    fixed[NOTHING], fixed[FOR_PYTHON] = -2, -1
    group = _groups(np.column_stack((fixed, *parts)))
    while True:
        finer = _groups(np.column_stack((group, group[whole.to])))
        if finer.max() == group.max():
            break
        group = finer
    place = _first(group)
    to, (against, *ofs) = group[whole.to[place]], [part[place] for part in parts]
    flags = [one.flags for one in whole.owed]
    letters = to.shape[1] // eras
    each = [
        part.reshape(len(place), letters, eras).transpose(1, 0, 2).reshape(letters, -1) for part in (to, against, *ofs)
    ]
    alike = _groups(np.column_stack((*each, *(one.T for one in flags))))
    kept = _first(alike)
    columns = (kept[:, None] * eras + np.arange(eras)).reshape(-1)
    owed = tuple(
        Owed(one.dues, one.terms, of[:, columns], one.flags[:, kept]) for one, of in zip(whole.owed, ofs, strict=True)
    )
    said = {words: int(alike[n]) for words, n in whole.said.items()}
    return Automaton(whole.compiled, said, to[:, columns], against[:, columns], owed, whole.left_out, whole.alphabet)


def _groups(rows: Ints) -> Ints:
    """Which rows are alike, numbered in the order in which they are met: so the first two keep their numbers."""
    _, place, which = np.unique(rows, axis=0, return_index=True, return_inverse=True)
    rank = np.empty(len(place), np.int64)
    rank[np.argsort(place)] = np.arange(len(place))
    return rank[which.reshape(-1)]


def _first(groups: Ints) -> Ints:
    return np.unique(groups, return_index=True)[1].astype(np.int64)
