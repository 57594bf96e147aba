"""The graph of a table, on the petition: received, taken up, lengthened, answered, closed."""

from datetime import date

from samples.petition import IDEA, PETITION, REQUEST, Answer, Close, File, Take

from prcomm.core.table.graph import Graph

S = type(PETITION.states[0])
WHOLE = Graph.of(PETITION.transitions)


class TestTheGraphOfATable:
    def test_rows_that_forbid_lead_nowhere(self):
        forbidding = [row for row in PETITION.transitions if row.never]
        assert forbidding
        assert not {row for _, row, _ in WHOLE.edges} & set(forbidding)

    def test_steps_are_counted_from_nothing_yet(self):
        steps = WHOLE.steps_from(None)
        assert (steps[None], steps[S.RECEIVED], steps[S.OPEN]) == (0, 1, 2)
        assert set(steps) == {None, *S}

    def test_and_to_an_end(self):
        steps = WHOLE.steps_to(S.CLOSED)
        assert steps[S.CLOSED] == 0
        assert all(steps[state] > 0 for state in (None, S.RECEIVED, S.OPEN))

    def test_the_shortest_way_is_told_as_rows(self):
        assert [row.action for row in WHOLE.way(None, [S.OPEN])] == [File, Take]
        assert WHOLE.way(S.OPEN, [S.OPEN]) == ()
        assert WHOLE.way(S.CLOSED, [S.RECEIVED]) == ()
        assert [row.action for row in WHOLE.way(S.OPEN, [S.CLOSED])][-1] is Close
        assert Answer in [row.action for row in WHOLE.way(S.OPEN, [S.CLOSED])]

    def test_what_is_left_has_a_way_out(self):
        assert WHOLE.left == {None, *S} - {S.CLOSED, S.REFERRED}

    def test_of_the_cells_of_one_kind_only_its_rows_lead(self):
        """A request may be lengthened, an idea never; where nothing says which it is, what either may."""
        cells = PETITION.rows_on(date(2026, 3, 3)).cells
        lengthened = {
            kind: S.EXTENDED in Graph.of_cells(cells, kind).steps_from(None) for kind in (REQUEST, IDEA, None)
        }
        assert lengthened == {REQUEST: True, IDEA: False, None: True}
