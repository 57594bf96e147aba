"""Labels out of CSV: every fault of a table at once, with its line."""

import pytest
from book_loan import LOAN, LoanState
from labels.checks import TABLES
from own_names import HERE, OWN

from prcomm import BadInput, Role
from prcomm.core.values.messages import named, scoped
from prcomm.labels import DRAFT, LABELS, LAW, Labels, parse, read
from prcomm.processes import UnknownProcess

HEAD = "kind,name,known,en,uz,uz-Cyrl,ru\n"


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as raised:
        parse(text)
    return list(raised.value.faults)


class TestARow:
    def test_has_a_word_for_each_language_that_is_filled(self):
        (label,) = parse(HEAD + "role,clerk,law,,kotib,,секретарь\n")
        assert (label.kind, label.name, label.english) == ("role", "clerk", "clerk")
        assert dict(label.words) == {"uz": "kotib", "uz-Cyrl": "котиб", "ru": "секретарь"}
        assert label.known is LAW
        assert label.law == {"uz", "uz-Cyrl"}  # of the Russian, a translation, nobody compared a word

    @pytest.mark.parametrize("words", ["writer,,,", ",,,секретарь", ",,котиб,"])
    def test_is_the_laws_own_in_the_language_of_the_acts_alone(self, words):
        """What was not compared with the act can't be said to be its words."""
        assert faults(f"{HEAD}role,clerk,law,{words}\n") == [
            "line 2: known: law is said of words in the language of the acts, uz, and there are none"
        ]

    def test_has_no_character_that_nobody_sees(self):
        """What has none but these is no word."""
        (label,) = parse(HEAD + "role,clerk,draft,\u200b,ko\x1btib\u202e, ,секре\u200bтарь\x00\n")
        assert dict(label.words) == {"uz": "kotib", "uz-Cyrl": "котиб", "ru": "секретарь"}

    def test_says_whose_word_it_is(self):
        (label,) = parse(HEAD + "role,clerk,draft,,kotib,,\n")
        assert (label.known, label.law) == (DRAFT, frozenset())

    def test_gives_cyrillic_where_the_rule_of_letters_cannot_know_it(self):
        (label,) = parse(HEAD + "role,clerk,draft,,JSON fayli,JSON файли,\n")
        assert label.in_("uz-Cyrl") == "JSON файли"

    def test_cyrillic_stands_beside_the_latin_it_is_derived_from(self):
        (label,) = parse("kind,name,known,uz,ru\nrole,clerk,draft,kotib,секретарь\n")
        assert list(label.words) == ["uz", "uz-Cyrl", "ru"]

    def test_comes_in_english_where_it_has_no_word(self):
        (label,) = parse(HEAD + "role,clerk,draft,writer,,,\n")
        assert (label.in_("ru"), label.in_("kaa"), label.english) == ("writer", "writer", "writer")

    def test_of_a_spreadsheet_that_marks_its_utf8(self, tmp_path):
        path = tmp_path / "names.csv"
        path.write_text(HEAD + "role,clerk,draft,,kotib,,\n", encoding="utf-8-sig")
        assert read(path) == read(str(path)) == parse(HEAD + "role,clerk,draft,,kotib,,\n")

    def test_lines_may_end_as_on_any_system(self):
        assert len(parse(HEAD.replace("\n", "\r\n") + "role,clerk,draft,,kotib,,\r\n")) == 1


class TestFaults:
    @pytest.mark.parametrize(
        ("head", "fault"),
        [
            ("", "line 1: the columns are kind,name,known and the tags of languages, not "),
            ("kind,name,known", "line 1: the columns are kind,name,known and the tags of languages, not kind,name,known"),
            ("kind;name;known;uz", "line 1: the columns are kind,name,known and the tags of languages, not kind;name;known;uz"),
            ("name,kind,known,uz", "line 1: the columns are kind,name,known and the tags of languages, not name,kind,known,uz"),
            ("kind,name,known,Uzbek", "line 1: the tag of a language, as uz-Cyrl, not 'Uzbek'"),
            ("kind,name,known,uz,ru,uz", "line 1: the language uz twice"),
        ],
    )  # fmt: skip
    def test_of_the_columns(self, head, fault):
        assert faults(f"{head}\nrole,clerk,draft,kotib\n") == [fault]

    @pytest.mark.parametrize(
        ("row", "fault"),
        [
            ("role,clerk,draft", "7 cells, not 3"),
            ("role,clerk,draft,,,,,", "7 cells, not 8"),
            ("role,,draft,,kotib,,", "it has no kind or no name"),
            (",clerk,draft,,kotib,,", "it has no kind or no name"),
            ("role,clerk,LAW,,kotib,,", "known: law or draft, not 'LAW'"),
            ("role,clerk,draft uz,,kotib,,", "known: law or draft, not 'draft uz'"),
            ("sentence,{a} of {b},draft,,{a},,", "uz: the places are {a} {b}, not those of '{a}'"),
            ("sentence,{a},draft,,,,{a} {b}", "ru: the places are {a}, not those of '{a} {b}'"),
            ("sentence,late,draft,,,,{a}", "ru: the places are none, not those of '{a}'"),
            ("sentence,{n} day|{n} days,draft,,,,{n} день|дня", "ru: the places are {n}, not those of 'дня'"),
            ("sentence,{b},draft,{a},,,{b}", "ru: the places are {a}, not those of '{b}'"),
        ],
    )
    def test_of_a_row(self, row, fault):
        assert f"line 2: {fault}" in faults(f"{HEAD}{row}\n")

    @pytest.mark.parametrize("uz", ["o‘rganish", "o'rganish", "oʼrganish", "maʻlumot", "ma’lumot", "ma`lumot"])
    def test_of_an_apostrophe(self, uz):
        (fault,) = faults(f"{HEAD}role,clerk,draft,,{uz},,\n")
        assert fault == f"line 2: uz: ʻ stands in oʻ and gʻ, ʼ elsewhere, and no other apostrophe: {uz!r}"

    def test_the_code_of_an_act_is_written_as_any_word(self):
        """U+2018 stands in the code that is data; a reader sees one apostrophe."""
        assert parse(HEAD + "source,ORQ,draft,,OʻRQ-445 maʼlumoti oʻzi,,\n")
        (fault,) = faults(HEAD + "source,ORQ,draft,,O‘RQ-445,,\n")
        assert "no other apostrophe" in fault

    def test_a_translation_may_do_without_what_only_a_programmer_writes(self):
        assert parse(HEAD + "sentence,lifted by {code},draft,,olib tashlanadi,,снимается\n")

    def test_and_without_an_act_that_was_named_just_before(self):
        assert parse(HEAD + "again,{source} art. {article},draft,,{article}-modda,,ст. {article}\n")
        (fault, *_) = faults(HEAD + "sentence,{source} art. {article},draft,,{article}-modda,,\n")
        assert "the places are {article} {source}" in fault

    def test_of_a_name_that_stands_twice(self):
        rows = "role,clerk,draft,,kotib,,\nrole,head,draft,,rais,,\nrole,clerk,draft,,kotiba,,\naction,clerk,draft,,kotib,,\n"
        assert faults(HEAD + rows) == ["line 4: role 'clerk' stands on line 2 already"]

    def test_of_what_is_no_csv(self):
        assert faults(HEAD + 'role,clerk,draft,,"kotib"x,,\n') == ["line 2: ',' expected after '\"'"]

    def test_all_at_once_and_by_the_name_of_the_file(self, tmp_path):
        path = tmp_path / "names.csv"
        path.write_text(HEAD + "role,clerk,mine,,o'ng,,\nrole\n", encoding="utf-8")
        with pytest.raises(BadInput, match=r"names\.csv:") as raised:
            read(path)
        assert [fault[:7] for fault in raised.value.faults] == ["line 2:", "line 2:", "line 3:"]

    def test_of_whose_names_they_are(self):
        with pytest.raises(UnknownProcess, match="appeal"):
            parse(HEAD, of="apeal")


class TestWhoseNamesTheyAre:
    ROWS = "kind,name,known,ru\ndeadline,return,draft,возврат книги\nsentence,by heart,draft,наизусть\naction,Lend,draft,дать\n"

    def test_of_a_process_of_ours_by_its_name(self):
        labels = Labels(parse(self.ROWS, of="appeal"))
        assert labels.text(scoped("return", "appeal", "deadline"), "ru") == "возврат книги"
        assert labels.text(scoped("by heart", "appeal", "sentence"), "ru") == "наизусть"
        assert labels.text(named("by heart"), "ru") == "by heart"

    def test_of_a_lifecycle_of_ones_own(self):
        """Its classes are found by the modules they live in, and what it says as a plain text too."""
        labels = LABELS.extended(parse(self.ROWS, of=LOAN))
        assert labels.text(LOAN.deadlines[0], "ru") == "возврат книги"
        assert labels.text(named("by heart"), "ru") == "наизусть"
        assert labels.text(LOAN.actions[0], "ru") == "дать"
        assert labels.text(scoped("return", "appeal", "deadline"), "ru") == "срок возврата"

    def test_the_names_of_the_examples_are_whole(self):
        assert OWN.missing(LOAN, "ru") == OWN.missing(LOAN, "uz") == ()
        assert OWN.text(LoanState.LENT, "uz-Cyrl") == "берилган"
        assert {label.name for label in read(HERE / "book_loan.csv", of=LOAN)} >= {
            "loan",
            "the library",
            "Library rules",
        }

    def test_roles_and_sources_are_everybodys(self):
        assert OWN.text(Role("librarian"), "ru") == "библиотекарь"


def test_the_tables_of_the_library_have_a_column_for_each_language_it_speaks():
    assert {lang for labels in TABLES.values() for label in labels for lang in label.words} == {"uz", "uz-Cyrl", "ru"}
