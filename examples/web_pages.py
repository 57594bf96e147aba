"""What ``web.py`` shows: a case as JSON and as a page, in four scripts."""

from collections.abc import Iterable
from html import escape
from typing import Final
from urllib.parse import quote

from pendulum import DateTime
from store_sqlite import OpenDue

from prcomm import Actor, Due, Status
from prcomm.adapters import sheets
from prcomm.adapters.diagrams import timeline
from prcomm.citizens.appeals import APPEAL, Appeal
from prcomm.core.sources.citations import Cites
from prcomm.core.values.characters import markup
from prcomm.labels import LABELS, say

DRAFTS: Final = {
    "uz": "Bu sahifadagi so‘zlar ish tarjimasi bo‘lib, hech kim tekshirmagan.",
    "uz-Cyrl": "Бу саҳифадаги сўзлар иш таржимаси бўлиб, ҳеч ким текширмаган.",
    "ru": "Слова на этой странице — рабочий перевод, который никто не проверял.",
}
"""What stands above a page in a language that nobody reviewed; itself a draft."""
WORDS: Final = {
    "en": {"state": "state", "next": "next", "none": "nothing is owed", "overdue": "overdue", "until": "until {day}",
           "at once": "at once"},
    "uz": {"state": "holati", "next": "navbatdagi", "none": "bajarilishi kerak boʻlgan narsa yoʻq",
           "overdue": "muddati oʻtgan", "until": "{day} gacha", "at once": "darhol"},
    "uz-Cyrl": {"state": "ҳолати", "next": "навбатдаги", "none": "бажарилиши керак бўлган нарса йўқ",
                "overdue": "муддати ўтган", "until": "{day} гача", "at once": "дарҳол"},
    "ru": {"state": "состояние", "next": "далее", "none": "обязанностей нет", "overdue": "просрочено",
           "until": "до {day}", "at once": "немедленно"},
}  # fmt: skip
"""What the head of a page says beside the library's words; drafts too."""
CLOSED: Final = {Status.MET, Status.MET_BY_ANALOGY, Status.LATE, Status.TOO_EARLY, Status.LIFTED}
LOOKS: Final = {
    Status.OVERDUE: "overdue",
    Status.LATE: "overdue",
    Status.PROMPTLY: "now",
    Status.TIGHT: "now",
    Status.LIFTED: "lifted",
}
"""How a row about a due looks."""
STYLE: Final = """
:root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --line: #d0d7de; --link: #0550ae; --quiet: #4c555f;
  --bad: #b3261e; --badly: #fdecea; --now: #7a4b00; --soon: #fff4dc; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --paper: #131416; --line: #4a545e; --link: #7cbdff;
  --quiet: #b4bec8; --bad: #ff9a90; --badly: #3a1714; --now: #f7c46c; --soon: #33270d; } }
body { font: 15px/1.5 "DejaVu Sans", Verdana, sans-serif; margin: 0 auto; max-width: 1240px; padding: 1rem;
  color: var(--ink); background: var(--paper); }
table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
td:nth-child(-n+5) { min-width: 5.6rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
figure { margin: 0; overflow-x: auto; }
nav a { margin-right: 1rem; }
summary { cursor: pointer; padding: .3rem 0; }
a { color: var(--link); }
.head { margin: 1rem 0; padding: .6rem .9rem; border: 1px solid var(--line); border-left: 5px solid var(--line); }
.head p { margin: .15rem 0; }
.head.overdue { border-color: var(--bad); background: var(--badly); }
.head.now { border-color: var(--now); background: var(--soon); }
.overdue b, tr.overdue td:nth-child(-n+3) { color: var(--bad); font-weight: 600; }
tr.overdue td:first-child::before { content: "\u26a0 "; }
tr.now td:nth-child(-n+3) { color: var(--now); }
tr.lifted td { color: var(--quiet); }
tr.lifted td:nth-child(-n+2) { text-decoration: line-through; }
"""


def language(asked: str | None) -> str:
    """The script that an ``Accept-Language`` prefers (RFC 4647, lookup); English if it is none of ours."""
    ranges: list[tuple[float, str]] = []
    for part in (asked or "").split(","):
        name, *parameters = (text.strip() for text in part.split(";"))
        quality = next((text[2:] for text in parameters if text[:2].lower() == "q="), "1")
        try:
            ranges.append((float(quality), name.lower()))
        except ValueError:
            continue
    for weight, name in sorted(ranges, key=lambda one: -one[0]):
        while name and weight > 0:
            for lang in LABELS.languages:
                if name == lang.lower():
                    return lang
            name = name.rpartition("-")[0]
    return "en"


def view(appeal: Appeal, by: Actor, at: DateTime, lang: str) -> dict[str, object]:
    """A case as it stands at an instant: no field of an action, and nobody's name."""
    told = say(lang)

    def cites(given: Cites) -> list[str]:
        return [told(cite) for cite in given]

    def due(one: Due) -> dict[str, object]:
        days = {name: getattr(one, name) for name in ("start", "raw", "rolled", "control", "last", "met")}
        return {
            "name": one.name, "label": told(one.name), "key": None if one.key is None else str(one.key),
            **{name: day and day.isoformat() for name, day in days.items()}, "status": one.status(at).value,
            "owed_by": one.owed_by.name, "owed_by_cites": cites(one.who.cites), "owed_by_basis": one.who.basis.name,
            "cites": cites(one.cites), "basis": one.basis.name,
            "trace": [told(line) for line in one.trace],
        }  # fmt: skip

    return {
        "case": appeal.id,
        "state": appeal.state.name,
        "label": told(appeal.state),
        "version": appeal.version,
        "office": appeal.office.id,
        "as_of": at.isoformat(),
        "history": [
            {
                "action": type(record.action).__name__, "label": told(type(record.action)),
                "at": record.action.at.isoformat(), "by": told(record.action.by), "state": record.state.name,
                "cites": cites(record.cites),
            }
            for record in appeal.history
        ],
        "dues": [due(one) for one in APPEAL.due(appeal, at)],
        "allowed": [
            {
                "action": may.action.__name__, "label": told(may.action), "cites": cites(may.transition.cites),
                "conditions": [told(guard) for guard in may.conditions], "items": list(may.items),
            }
            for may in APPEAL.allowed(appeal, by, at)
        ],
    }  # fmt: skip


def case_page(appeal: Appeal, at: DateTime, lang: str) -> str:
    """A page about a case: how it stands and what is next, its life as a picture, its history, what is owed and why."""
    told, dues = say(lang), tuple(sorted(APPEAL.due(appeal, at), key=lambda due: _urgency(due, at)))
    parts = [
        f"<h1>{escape(appeal.id)}</h1>",
        _links(f"/pages/{quote(appeal.id)}"),
        _draft(lang),
        _head(appeal, dues, at, lang),
        _dues(dues, at, lang),
        f"<figure>{timeline(appeal, dues, at=at, say=told)}</figure>",
        sheets.history(appeal).html(told),
        *(_why(one, lang) for one in dues),
    ]
    return _page(appeal.id, lang, parts)


def _urgency(due: Due, at: DateTime) -> tuple[int, float]:
    """What is overdue and what is owed at once first, then by day, then what is owed only if somebody finds something;
    what is done or lifted last."""
    status = due.status(at)
    if status in CLOSED:
        return (5 if status is Status.LIFTED else 4), 0
    if due.provided:
        return 3, 0
    day = due.last
    order = 0 if status is Status.OVERDUE else 1 if status is Status.PROMPTLY else 2
    return order, 0 if day is None else day.toordinal()


def _look(due: Due, at: DateTime) -> str:
    """How a row about a due looks; what is owed only if somebody finds something is not yet urgent."""
    status = due.status(at)
    return "" if due.provided and status not in CLOSED else LOOKS.get(status, "")


def _head(appeal: Appeal, dues: Iterable[Due], at: DateTime, lang: str) -> str:
    """How the case stands, and what is to be done next: with what is overdue marked."""
    told, words = say(lang), WORDS[lang]
    open_dues = [due for due in dues if due.status(at) not in CLOSED]
    sure = [due for due in open_dues if not due.provided]
    late = [due for due in sure if due.status(at) is Status.OVERDUE]
    lines = [f"{words['state']}: <b>{escape(told(appeal.state))}</b>"]
    for due in late or sure[:1] or open_dues[:1]:
        day = words["at once"] if due.last is None else words["until"].format(day=told(due.last))
        name = words["overdue"] if due in late else words["next"]
        lines.append(f"{name}: <b>{escape(told(sheets.name_of(due)))}</b>, {escape(day)}; {escape(told(due.owed_by))}")
    if not open_dues:
        lines.append(words["none"])
    look = "overdue" if late else _look(sure[0], at) if sure else ""
    return f'<div class="head {look}">{"".join(f"<p>{line}</p>" for line in lines)}</div>'


def _dues(dues: Iterable[Due], at: DateTime, lang: str) -> str:
    """What is owed, a row for each, looking as it stands."""
    several, told = tuple(dues), say(lang)
    sheet = sheets.dues(several, at)
    head = "".join(f"<th>{markup(told(name))}</th>" for name in sheet.head)
    rows = "".join(
        f'<tr class="{_look(due, at)}">{"".join(f"<td>{markup(cell)}</td>" for cell in row)}</tr>'
        for due, row in zip(several, sheet.texts(told), strict=True)
    )
    caption = markup(told(sheet.caption))
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def list_page(dues: Iterable[OpenDue], lang: str) -> str:
    """A page of what an office owes, with links to the cases."""
    told = say(lang)
    rows = "".join(
        f"<tr><td>{escape(due.last or '')}</td><td>{escape(told(due.name))}</td>"
        f'<td><a href="/pages/{quote(due.case)}?lang={lang}">{escape(due.case)}</a></td></tr>'
        for due in dues
    )
    return _page(
        "prcomm", lang, ["<h1>prcomm</h1>", _links("/"), _draft(lang), f"<table><tbody>{rows}</tbody></table>"]
    )


def _why(due: Due, lang: str) -> str:
    of_it, trace = sheets.due(due)
    told = say(lang)
    return f"<details><summary>{escape(told(trace.caption))}</summary>{of_it.html(told)}{trace.html(told)}</details>"


def _links(address: str) -> str:
    names = {"en": "English", "uz": "O‘zbekcha", "uz-Cyrl": "Ўзбекча", "ru": "Русский"}
    links = (
        f'<a href="{address}?lang={lang}" hreflang="{lang}" lang="{lang}">{name}</a>' for lang, name in names.items()
    )
    return f"<nav>{''.join(links)}</nav>"


def _draft(lang: str) -> str:
    return f"<p>{DRAFTS[lang]}</p>" if lang in DRAFTS else ""


def _page(title: str, lang: str, parts: Iterable[str]) -> str:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    body = f"<head>{head}<style>{STYLE}</style></head><body>{''.join(parts)}</body>"
    return f'<!doctype html><html lang="{lang}">{body}</html>'
