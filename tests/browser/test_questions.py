"""Fifteen questions of law: a reader comes from the home page by links alone to the place where the answer stands."""

import csv
import re
from functools import cache
from html import unescape
from pathlib import Path, PurePosixPath

import pytest
from attrs import frozen

pytestmark = pytest.mark.xdist_group("browser")

ASKED = Path(__file__).parents[1] / "data" / "questions.csv"
QUESTIONS = list(csv.DictReader(ASKED.read_text(encoding="utf-8").splitlines()))


@frozen
class Answer:
    """Where an answer stands, and what must be read there.

    Attributes:
        number: which question it answers, from 1.
        pages: the pages on the way, each linked from the one before, the first from the home page.
        place: the anchor on the last of them, to which the page before leads, or a link on that page.
        words: what is read there, each a pattern.
    """

    number: int
    pages: tuple[str, ...]
    place: str
    words: tuple[str, ...]


def by_why(number: int, process: str, lang: str, place: str, *words: str) -> Answer:
    """An answer that stands where it is said why."""
    return Answer(number, (f"{process}.{lang}", f"why_{process}.{lang}"), place, words)


ANSWERS = (
    Answer(1, ("until_when.ru",), "question-until-when", ("жалоба", "18:30|час", "процесс")),
    by_why(2, "appeal", "ru", "act-appeal-Extend", "руководитель", "порядке исключения", "не более чем на один месяц",
           "сообщается заявителю", "ч. 2 ст. 28"),
    Answer(3, ("appeal.ru", "review_appeal.ru"), "review-appeal",
           ("Кто вправе: назначение дополнительного изучения\\? Закон не называет. Принимаем: исполнитель",
            "предположение")),
    by_why(4, "appeal", "uz", "act-appeal-RefuseRegistration", "taqiq: roʻyxatdan oʻtkazish hech qachon rad etilmaydi",
           "23-modda 2-qism"),
    by_why(4, "appeal", "uz", "act-appeal-Leave", "koʻrmay qoldirilgan", "anonim", "xulosa", "29-modda", "tasdiqla"),
    by_why(5, "appeal", "ru", "act-appeal-Forward", "не направляется органу или должностному лицу, действия которых",
           "5 дней", "ч. 2 ст. 25"),
    Answer(5, ("appeal.ru", "why_appeal.ru"), "guard-appeal-an-appeal-never-goes-to-t", ("ч. 3 ст. 25",)),
    by_why(6, "appeal", "uz-Cyrl", "act-appeal-Return", "вояга етмаган",
           "ваколатли органга, имкони бўлмаса васийлик ва ҳомийлик органига"),
    Answer(6, ("appeal.uz-Cyrl", "why_appeal.uz-Cyrl"), "guard-appeal-a-minor-s-appeal-goes-on", ("24-1-модда",)),
    by_why(7, "appeal", "ru", "term-appeal-consideration", "дополнительного изучения : [^ ]+, жалоба: 1 месяц",
           "предложение: срока больше нет"),
    by_why(7, "appeal", "ru", "term-appeal-study_notice", "10 дней", "письменно", "ч. 3 ст. 28"),
    by_why(8, "appeal", "uz", "act-appeal-Terminate", "koʻrib chiqish tugatilgan", "asossiz takroriy",
           "yangi vajlar yoki yangi holatlar yoʻq", "tegishli javoblar berilgan"),
    by_why(8, "appeal", "uz", "term-appeal-ended_correspondence_notice", "asossizligi va yozishma", "30-modda 3-qism"),
    by_why(9, "appeal", "ru", "act-appeal-Withdraw", "запрет: обращение отзывают до решения", "ч. 1 ст. 32"),
    by_why(9, "appeal", "ru", "term-appeal-withdrawal_return", "3 дня", "прекращени", "ч. 4 ст. 30"),
    by_why(10, "appeal", "ru", "act-appeal-TakeOffControl", "с контроля снимает тот, кто поставил", "ч. 2 ст. 34",
           "до рассмотрения обращение остаётся на контроле"),
    by_why(10, "appeal", "ru", "act-appeal-InterimReply", "При промежуточном ответе .* остаётся на контроле",
           "ч. 3 ст. 34"),
    Answer(11, ("session.ru", "why_session.ru"), "guard-session-the-session-is-open-and",
           ("более половины", "по аналогии закона: взято из соседнего")),
    by_why(12, "recommendation", "ru", "term-recommendation-consideration", "число в законе не указано", "198⁷",
           "22.08.2025", "Должностные лица"),
    by_why(13, "request", "uz", "term-request-answer", "tahririyat soʻrovi: 7 kun", "Roʻyxatdan oʻtgan kundan",
           "mazmunidan kelib chiqadi"),
    by_why(14, "monitoring", "ru", "act-monitoring-DemandRemoval", "запрет: никто не вправе требовать",
           "ложное просят опровергнуть", "на него отвечают", "ч. 1 ст. 82 Конституции"),
    by_why(15, "press_service", "uz-Cyrl", "term-press_service-briefing_each_month", "ойига камида бир марта",
           "ҳар календарь ойда", "мазмунидан келиб чиқади"),
)  # fmt: skip


@cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def links(path: Path) -> frozenset[str]:
    """Where the links of a page lead, from the top of the site."""
    found = re.findall(r'<a[^>]* href="([^"]+)"', read(path))
    return frozenset(str(resolved(path.parent, unescape(href))) for href in found if "://" not in href)


def resolved(folder: Path, href: str) -> PurePosixPath:
    page, _, place = href.partition("#")
    path = (folder / page).resolve() if page else folder
    return PurePosixPath(f"{path}#{place}" if place else str(path))


def section(page: str, place: str) -> str:
    """What is read at a place, up to the next thing of its kind."""
    rest = '[^"]*' if place.startswith("guard-") else ""  # the sentence of a condition goes on
    at = re.search(rf'<(\w+)[^>]* id="{re.escape(place)}{rest}"', page)
    assert at, place
    end = page.find(f"</{at[1]}>", at.start()) if place.startswith(("act-", "term-", "guard-")) else len(page)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page[at.start() : end])).split())


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: f"{answer.number}-{answer.place}")
def test_the_answer_is_come_to_by_links_and_stands_there(site: Path, answer: Answer):
    lang = answer.pages[-1].partition(".")[2]
    assert QUESTIONS[answer.number - 1]["lang"] == lang
    here = site / "index.html"
    for page in (f"index.{lang}.html", *(f"reference/{name}.html" for name in answer.pages)):
        there = (site / page).resolve()
        assert any(link.partition("#")[0] == str(there) for link in links(here.resolve())), f"{here.name} → {page}"
        here = there
    told = re.sub(r"\s+(?=[.,)])", "", section(read(here), answer.place))
    assert [words for words in answer.words if not re.search(words, told)] == []


def test_each_question_has_an_answer():
    assert len(QUESTIONS) == 15
    assert {answer.number for answer in ANSWERS} == set(range(1, 16))


def test_each_of_our_processes_has_what_other_questions_ask(site: Path):
    """Why, and what a lawyer is asked, of each process in each script, linked from its page; in no tree of pages."""
    from prcomm import PROCESSES
    from prcomm.labels import LABELS

    for process in PROCESSES:
        for lang in LABELS.languages:
            tail = "" if lang == "en" else f".{lang}"
            page = (site / "reference" / f"{process}{tail}.html").resolve()
            found = {link.partition("#")[0] for link in links(page)}
            for other in ("why", "review"):
                assert str(page.parent / f"{other}_{process}{tail}.html") in found
    page = read((site / "reference" / "appeal.html").resolve())
    tree = page[page.index('class="sidebar-tree"') : page.index("</aside>")]
    assert "processes.html" in tree
    assert "why_appeal" not in tree
    assert "review_appeal" not in tree
