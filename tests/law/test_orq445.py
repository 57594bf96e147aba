"""Law O‘RQ-445: the list of its articles, and its figures. What each article says is tested with the appeal."""

from datetime import date

import pytest

from prcomm import BadInput, Basis, Dated, Law, NotInForce, Reform
from prcomm.law import ORQ445, orq445
from prcomm.law.orq445 import (
    DAYS_TO_CLARIFY,
    DAYS_TO_CONSIDER,
    DAYS_TO_FORWARD,
    DAYS_TO_GIVE_INFORMATION,
    DAYS_TO_RETURN,
    DAYS_TO_RETURN_WITHDRAWN,
    DAYS_TO_TELL_OF_STUDY,
    MONTHS_FOR_A_PROPOSAL,
    MONTHS_OF_A_SUMMARY,
    MONTHS_OF_EXTENSION,
    MONTHS_TO_FILE,
    MONTHS_WITH_STUDY,
    YEARS_OF_TRAINING,
)

PARTS = {
    "1": 3, "2": 1, "3": 1, "4": 1, "5": 3, "6": 7, "7": 2, "8": 3, "9": 10,
    "10": 4, "11": 1, "12": 4, "13": 2, "14": 2,
    "15": 4, "16": 1, "17": 1, "18": 1, "19": 3, "20": 1,
    "21": 4, "22": 3, "23": 6, "24": 7, "24-1": 2, "25": 7, "26": 2, "27": 6, "28": 3, "29": 3, "30": 5, "31": 2,
    "32": 2, "33": 5, "34": 3, "35": 4,
    "36": 1, "37": 2, "38": 1,
}  # fmt: skip
"""How many parts the act has by article, chapter by chapter; 1 where they were not told apart."""

FIGURES = [
    #    value                     figure  article  part  in the words of the act
    (DAYS_TO_CONSIDER, 15, 28, 1, "fifteen days from receipt"),
    (MONTHS_WITH_STUDY, 1, 28, 1, "up to a month where study"),
    (MONTHS_OF_EXTENSION, 1, 28, 2, "at most a month"),
    (MONTHS_FOR_A_PROPOSAL, 1, 28, 3, "up to a month"),
    (DAYS_TO_TELL_OF_STUDY, 10, 28, 3, "told in writing within ten days"),
    (DAYS_TO_FORWARD, 5, 25, 2, "sent on within five days"),
    (DAYS_TO_RETURN, 5, 25, 4, "returned within five days"),
    (DAYS_TO_GIVE_INFORMATION, 10, 24, 4, "give it within ten days"),
    (DAYS_TO_RETURN_WITHDRAWN, 3, 30, 4, "within three days"),
    (DAYS_TO_CLARIFY, 10, 31, 2, "within ten days from receipt"),
    (MONTHS_TO_FILE, 12, 22, 2, "within a year"),
    (MONTHS_OF_A_SUMMARY, 3, 35, 2, "Every quarter"),
    (YEARS_OF_TRAINING, 3, 33, 4, "at least once in three years"),
]


class TestTheList:
    def test_it_is_complete_and_in_order(self):
        """Articles 1 to 38, and 24-1 after 24."""
        numbers = [str(n) for n in range(1, 39)]
        numbers.insert(24, "24-1")
        assert [article.number for article in ORQ445.articles] == numbers == list(PARTS)

    @pytest.mark.parametrize("number", PARTS)
    def test_an_article_has_its_parts(self, number: str):
        article = ORQ445.article(number)
        assert len(article.gist) == PARTS[number]
        assert article.heading
        for part, said in enumerate(article.gist, 1):
            assert said.endswith("."), said
            assert ORQ445(number, part).basis is Basis.STATUTE
        with pytest.raises(BadInput, match=f"art. {number} has {PARTS[number]} parts, not a part {PARTS[number] + 1}"):
            ORQ445(number, PARTS[number] + 1)

    @pytest.mark.parametrize("number", [0, 39, "24-2", "24–1", "28(2)"])
    def test_an_article_it_has_not_is_refused(self, number: int | str):
        with pytest.raises(BadInput, match=r"there is no art\. "):
            ORQ445(number)

    def test_part_0_is_refused(self):
        with pytest.raises(BadInput, match="not a part 0"):
            ORQ445(28, 0)

    def test_articles_without_a_rule_say_why(self):
        without = [a.number for a in ORQ445.articles if a.no_rule]
        assert without == ["2", "4", "10", "11", "12", "13", "14", "16", "17", "36", "37"]

    @pytest.mark.parametrize(
        ("place", "text"),
        [
            ((28, 2), "O‘RQ-445 art. 28(2)"),
            ((28,), "O‘RQ-445 art. 28"),
            (("24-1", 1), "O‘RQ-445 art. 24-1(1)"),
        ],
    )
    def test_how_it_is_cited(self, place: tuple, text: str):
        assert str(ORQ445(*place)) == text


class TestTheAct:
    def test_its_code_keeps_the_apostrophe_of_the_act(self):
        assert ORQ445.code == "O\u2018RQ-445"
        assert all(act.startswith("O\u2018RQ-") for act in ORQ445.unread)

    def test_it_says_which_edition_was_read_and_what_was_not(self):
        assert ORQ445.adopted == date(2017, 9, 11)
        assert "undated unofficial copy" in ORQ445.edition
        assert ORQ445.unread == ("O‘RQ-608 of 10.03.2020", "O‘RQ-963 of 20.09.2024", "O‘RQ-1144 of 07.05.2026")


class TestFigures:
    @pytest.mark.parametrize(
        ("value", "figure", "article", "part", "words"), FIGURES, ids=lambda x: getattr(x, "name", "")
    )
    def test_a_figure_and_its_place(
        self, law: Law, value: Dated[int], figure: int, article: int, part: int, words: str
    ):
        """As far back as was read, and today; the words of the part hold the same figure."""
        for day in (date(2018, 1, 1), date(2026, 11, 22)):
            assert law.on(day)[value] == figure
        assert law.dated(value).cites == (ORQ445(article, part),)
        assert words in ORQ445.article(article).gist[part - 1]

    def test_before_its_adoption_none_is_known(self, law: Law):
        """No day of entry into force was found, and an older law stood before it."""
        assert all(law.on(date(2017, 9, 11))[value] for value in orq445.VALUES)
        for day in (date(2010, 3, 1), date(2017, 9, 10)):
            for value in orq445.VALUES:
                with pytest.raises(NotInForce, match="unknown: it was seen in force only later"):
                    law.on(day)[value]

    def test_these_are_all(self):
        assert tuple(value for value, *_ in FIGURES) == orq445.VALUES

    def test_a_house_may_try_another(self, law: Law):
        shorter = law.under(Reform(DAYS_TO_CONSIDER, 10, "a house rule"))
        assert shorter.on(date(2026, 3, 5))[DAYS_TO_CONSIDER] == 10

    def test_no_name_holds_a_figure(self):
        assert not any(char.isdigit() for value in orq445.VALUES for char in value.name)
