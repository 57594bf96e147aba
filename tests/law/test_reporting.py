"""Who reports to whom, and how often; the yearly report. What each place asks is tested with the reports."""

from datetime import date

from places import parts, ruleless

from prcomm import Basis
from prcomm.law.reporting import LAW_2022, PF6247, PQ5050

ARTICLES_OF = (PQ5050, LAW_2022, PF6247)


class TestPQ5050:
    """Paragraph 1: met every month, heard every half-year."""

    def test_the_list(self):
        assert parts(PQ5050) == {"1": 2}
        assert str(PQ5050(1, 2)) == "PQ-5050 para 1(2)"
        assert (PQ5050(1, 2).basis, PQ5050.adopted) == (Basis.STATUTE, date(2021, 4, 2))
        assert "every month" in PQ5050.article(1).gist[0]
        assert "every half-year" in PQ5050.article(1).gist[1]
        assert "in a machine translation" in PQ5050.edition


class TestLawOf2022:
    """As the Senate told it: every quarter, every month. Part 3 needs no code: PQ-5050 says it, and was read."""

    def test_the_list(self):
        assert parts(LAW_2022) == {"reports to the Kengash": 3}
        assert LAW_2022("reports to the Kengash", 1).basis is Basis.REPORTED
        assert LAW_2022.adopted is None
        assert "number, signature and entry into force not found" in LAW_2022.edition


class TestPF6247:
    """Paragraph 2: 1 March, 10 March, 1 April."""

    def test_the_list(self):
        assert parts(PF6247) == {"2": 3}
        days = ("By 1 March", "By 10 March", "By 1 April")
        assert all(said.startswith(day) for said, day in zip(PF6247.article(2).gist, days, strict=True))
        assert (PF6247(2, 1).basis, PF6247.adopted) == (Basis.REPORTED, date(2021, 6, 16))
        assert PF6247.questions == ("Since when the announcement by 10 March is owed.",)


def test_all_of_them_have_rules():
    assert [ruleless(act) for act in ARTICLES_OF] == [[], [], []]
