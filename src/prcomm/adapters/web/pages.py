"""What people are shown: the processes and their cases, what an office owes, a case, in each language there is.

A page loads nothing and runs nothing: it is text, tables and one picture.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Annotated as An, Final
from urllib.parse import quote, urlencode

from attrs import frozen

from prcomm.adapters import pages as shared, sheets
from prcomm.adapters.diagrams import timeline
from prcomm.adapters.web import words
from prcomm.adapters.web.style import STYLE, policy
from prcomm.adapters.web.views import CLOSED, MOST_DUES, Seen, Telling
from prcomm.core.table.dues import Due, Status
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.characters import markup
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Message, named
from prcomm.labels import ENGLISH
from prcomm.processes import AnyLifecycle

NAMES: Final[Mapping[str, str]] = {"en": "English", "uz": "Oʻzbekcha", "uz-Cyrl": "Ўзбекча", "ru": "Русский"}
"""What languages call themselves; another goes by its tag."""
LOOKS: Final[Mapping[Status, str]] = {
    Status.OVERDUE: "overdue",
    Status.LATE: "overdue",
    Status.PROMPTLY: "now",
    Status.TIGHT: "now",
    Status.LIFTED: "lifted",
}
"""How a row about a due looks."""
MOST_DRAWN, MOST_LANES, MOST_TRACES = 60, 12, 20
"""How long a history is drawn, with how many dues beside it; of how many dues it is told how their day was reached."""
ROW_OF_DUE: Final = ("mark first", "mark day", "mark", "", "")


@frozen
class Page:
    """A page, and what it may load."""

    text: An[str, "the page, as HTML"]
    policy: An[str, "its Content-Security-Policy"]


@frozen
class PageFrame:
    """What stands around every page."""

    tell: An[Telling, "how it is told"]
    who: An[str, "who has signed in, by reference, and in what roles; empty where it does not matter"]
    here: An[Mapping[str, str], "by language, the address of the same page"]


@frozen
class Owed:
    """A line of the agenda."""

    lifecycle: An[AnyLifecycle, "the process"]
    entity: An[Entity[State], "the case"]
    due: An[Due, "what is owed"]
    status: An[Status, "how it stands"]


@frozen
class Listed:
    """A process with some of its cases."""

    lifecycle: An[AnyLifecycle, "the process"]
    entities: An[Sequence[Entity[State]], "the cases"]
    more: An[str, "the address of further ones; empty at the end"]
    begun_by: An[Sequence[type[Action]], "the actions with which the reader may begin one"]


def case_page(seen: Seen, around: PageFrame, before: int | None = None) -> Page:
    """A case: how it stands and what is next, what is owed and why by then, its life as a picture, its history."""
    tell, entity, dues = around.tell, seen.entity, seen.dues[:MOST_DUES]
    say = tell.say
    picture = _picture(seen, tell) if before is None else ""
    title = f"{say(seen.lifecycle.name)} {entity.id}"
    parts = [
        f"<h1>{markup(title)}</h1>",
        _head(seen, tell),
        _table(sheets.dues(dues, seen.at), tell, [_look(due, seen) for due in dues], ROW_OF_DUE) if dues else "",
        _more(len(seen.dues) - len(dues), tell),
        _may(seen, tell),
        f'<figure tabindex="0" aria-label="{markup(title)}">{picture}</figure>' if picture else "",
        _history(seen, tell, before),
        *(_why(due, seen, tell) for due in dues[:MOST_TRACES]),
    ]
    return _page(title, around, parts, picture)


def _look(due: Due, seen: Seen) -> str:
    """How a row about a due looks; what is owed only if somebody finds something is not yet urgent."""
    status = due.status(seen.at)
    return "" if due.provided and status not in CLOSED else LOOKS.get(status, "")


def _head(seen: Seen, tell: Telling) -> str:
    """How the case stands, and what is to be done next, with what is overdue marked."""
    say, open_dues, late = tell.say, seen.open_dues, seen.overdue
    sure = [due for due in open_dues if not due.provided]
    lines = [_bold(words.STATE_IS, "state", seen.entity.state, tell)]
    for due in late or sure[:1] or open_dues[:1]:
        day = words.AT_ONCE() if due.last is None else words.BY_DAY(day=due.last)
        who = words.OWED_BY(who=due.owed_by)
        told = _bold(words.OVERDUE_IS if due in late else words.NEXT_IS, "due", sheets.name_of(due), tell)
        lines.append(f"{told}; {markup(say(day))}; {markup(say(who))}")
    if not open_dues:
        lines.append(markup(say(words.NOTHING_OWED())))
    lines.append(f'<span class="quiet">{markup(say(words.AS_OF(at=seen.at)))}</span>')
    look = "overdue" if late else _look(sure[0], seen) if sure else ""
    return f'<div class="head {look}">{"".join(f"<p>{line}</p>" for line in lines)}</div>'


def _bold(message: Message, place: str, word: object, tell: Telling) -> str:
    """A sentence of which one word stands out."""
    before, _, after = tell.say(message(**{place: MARK})).partition(MARK)
    return f"{markup(before)}<b>{markup(tell.say(word))}</b>{markup(after)}"


MARK: Final = "\x00"


def _table(sheet: Sheet, tell: Telling, looks: Sequence[str] = (), kinds: Sequence[str] = ()) -> str:
    """A table without the columns in which nothing stands; on a narrow screen each cell has a line of its own, after
    the name of its column."""
    texts = sheet.texts(tell.say)
    shown = [at for at in range(len(sheet.head)) if any(row[at] for row in texts)]
    heads = [markup(tell.say(name)) for name in sheet.head]
    looks, kinds = looks or [""] * len(texts), kinds or [""] * len(heads)
    rows = "".join(
        f"<tr{_kind(look)}>{''.join(_cell(row[at], heads[at], kinds[at]) for at in shown)}</tr>"
        for look, row in zip(looks, texts, strict=True)
    )
    head = "".join(f'<th scope="col">{heads[at]}</th>' for at in shown)
    caption = f"<caption>{markup(tell.say(sheet.caption))}</caption>" if sheet.caption else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(text: str, head: str, kind: str) -> str:
    return f'<td{_kind(kind)} data-of="{head}">{markup(text)}</td>' if text else "<td></td>"


def _kind(name: str) -> str:
    return f' class="{name}"' if name else ""


def _more(n: int, tell: Telling) -> str:
    return f"<p>{markup(tell.say(words.AND_MORE(n=n)))}</p>" if n > 0 else ""


def _may(seen: Seen, tell: Telling) -> str:
    """What the reader may do now, each action once, with what depends on what it says."""
    say = tell.say
    found: dict[type[Action], list[str]] = {}
    for may, by in seen.allowed:
        told = found.setdefault(may.action, [])
        told.append(say(words.IN_ROLE(role=by.role)))
        if may.conditions:
            told.append(say(words.GIVEN_THAT(conditions=tuple(may.conditions))))
    items = "".join(
        f"<li>{_linked(say(action), tell.why(seen.lifecycle, action=action))} "
        f'<span class="quiet">{markup("; ".join(dict.fromkeys(told)))}</span></li>'
        for action, told in found.items()
    )
    inside = f'<ul class="plain">{items}</ul>' if items else f"<p>{markup(say(words.NOTHING_TO_DO()))}</p>"
    return f"<h2>{markup(say(words.MAY_DO()))}</h2>{inside}"


def _linked(text: str, address: str) -> str:
    return f'<a href="{escape(address)}">{markup(text)}</a>' if address else markup(text)


def _picture(seen: Seen, tell: Telling) -> str:
    """The life of a case as a picture; nothing where it is too long to be looked at."""
    if seen.entity.version > MOST_DRAWN:
        return ""
    return timeline(seen.entity, seen.dues[:MOST_LANES], at=seen.at, say=tell.say)


def _history(seen: Seen, tell: Telling, before: int | None) -> str:
    records = seen.records(before)
    whole = sheets.history(seen.entity)
    first = records[0][0] if records else 1
    sheet = Sheet(whole.caption, whole.head, whole.rows[first - 1 : first - 1 + len(records)])
    address = tell.to.page(seen.lifecycle.name, seen.entity.id, before=first, lang=tell.lang)
    earlier = _linked(tell.say(words.EARLIER()), address) if first > 1 else ""
    return _table(sheet, tell) + (f"<p>{earlier}</p>" if earlier else "")


def _why(due: Due, seen: Seen, tell: Telling) -> str:
    """How the day of a due was reached, to be opened."""
    of_it, trace = sheets.due(due)
    address = tell.why(seen.lifecycle, term=due.name)
    more = f"<p>{_linked(tell.say(words.WHY()), address)}</p>" if address else ""
    inside = _table(of_it, tell) + _table(Sheet("", trace.head, trace.rows), tell) + more
    return f"<details><summary>{markup(tell.say(trace.caption))}</summary>{inside}</details>"


# -- lists


def front_page(several: Iterable[Listed], owed: Sequence[Owed] | None, more: str, around: PageFrame) -> Page:
    """What an office owes, and the processes with their cases; of whoever works for none the cases alone."""
    tell = around.tell
    cards = "".join(f"<li>{_card(one, tell)}</li>" for one in several)
    title = tell.say(words.PROCESSES())
    parts = [
        f"<h1>{markup(title)}</h1>",
        "" if owed is None else f"<h2>{markup(tell.say(words.AGENDA()))}</h2>{_agenda(owed, more, tell)}",
        f'<ul class="cards">{cards}</ul>',
    ]
    return _page(title, around, parts)


def _card(one: Listed, tell: Telling) -> str:
    name = one.lifecycle.name
    head = f'<h3><a href="{escape(tell.to.list_page(name, lang=tell.lang))}">{markup(tell.say(name))}</a></h3>'
    items = "".join(f"<li>{_case(one.lifecycle, entity, tell)}</li>" for entity in one.entities)
    more = f"<p>{_linked(tell.say(words.MORE_CASES()), one.more)}</p>" if one.more else ""
    none = "" if items or more else f'<p class="quiet">{markup(tell.say(words.NO_CASES()))}</p>'
    return f'{head}{none}<ul class="plain">{items}</ul>{more}'


def _case(lifecycle: AnyLifecycle, entity: Entity[State], tell: Telling) -> str:
    address = tell.to.page(lifecycle.name, entity.id, lang=tell.lang)
    state = f'<span class="quiet">{markup(tell.say(entity.state))}</span>'
    return f'<a href="{escape(address)}">{markup(entity.id)}</a> {state}'


def list_page(one: Listed, around: PageFrame) -> Page:
    """The cases of a process."""
    tell, say = around.tell, around.tell.say
    title = say(words.CASES_OF(process=named(one.lifecycle.name)))
    rows = tuple(
        (entity.state, entity.history[-1].action.at, type(entity.history[-1].action)) for entity in one.entities
    )
    texts = Sheet("", ("", "", ""), rows).texts(say)
    heads = [markup(say(name)) for name in (words.CASE(), sheets.STATE(), sheets.AT(), words.LAST_DONE())]
    lines = "".join(
        f'<tr><td data-of="{heads[0]}">{_case_link(one.lifecycle, entity, tell)}</td>'
        + "".join(f'<td data-of="{head}">{markup(cell)}</td>' for head, cell in zip(heads[1:], row, strict=True))
        + "</tr>"
        for entity, row in zip(one.entities, texts, strict=True)
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    begun = words.BEGUN_BY(actions=tuple(one.begun_by)) if one.begun_by else ""
    parts = [
        f"<h1>{markup(title)}</h1>",
        table if lines else f"<p>{markup(say(words.NO_CASES()))}</p>",
        f"<p>{_linked(say(words.MORE_CASES()), one.more)}</p>" if one.more else "",
        f'<p class="quiet">{markup(say(begun))}</p>' if begun else "",
    ]
    return _page(title, around, parts)


def _case_link(lifecycle: AnyLifecycle, entity: Entity[State], tell: Telling) -> str:
    address = tell.to.page(lifecycle.name, entity.id, lang=tell.lang)
    return f'<a href="{escape(address)}">{markup(entity.id)}</a>'


def agenda_page(owed: Sequence[Owed], more: str, around: PageFrame) -> Page:
    """What an office owes, by the nearest day."""
    title = around.tell.say(words.AGENDA())
    return _page(title, around, [f"<h1>{markup(title)}</h1>", _agenda(owed, more, around.tell)])


def problem_page(status: int, around: PageFrame) -> Page:
    """What is shown instead of a page, the same for all that can't be shown for one reason."""
    title = around.tell.say(words.WRONG.get(status, words.MALFORMED)())
    return _page(title, around, [f"<h1>{markup(title)}</h1>"])


def _agenda(owed: Sequence[Owed], more: str, tell: Telling) -> str:
    say = tell.say
    if not owed and not more:
        return f"<p>{markup(say(words.NO_DUES()))}</p>"
    heads = [
        markup(say(name)) for name in (sheets.LAST(), sheets.OWED(), words.CASE(), sheets.STATUS(), sheets.OWED_BY())
    ]
    rows = "".join(_owed(one, heads, tell) for one in owed)
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    further = f"<p>{_linked(say(words.MORE_DUES()), more)}</p>" if more else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{further}"


def _owed(one: Owed, heads: Sequence[str], tell: Telling) -> str:
    say, due = tell.say, one.due
    look = "" if due.provided else LOOKS.get(one.status, "")
    day = markup(say(words.AT_ONCE() if due.last is None else due.last))
    case = f"{markup(say(one.lifecycle.name))} {_case_link(one.lifecycle, one.entity, tell)}"
    cells = (
        ("mark first day", day), ("mark", markup(say(sheets.name_of(due)))), ("", case),
        ("mark", markup(say(one.status))), ("", markup(say(due.who))),
    )  # fmt: skip
    inside = "".join(
        f'<td{_kind(kind)} data-of="{head}">{cell}</td>' for head, (kind, cell) in zip(heads, cells, strict=True)
    )
    return f"<tr{_kind(look)}>{inside}</tr>"


# -- what stands around


def address(path: str, query: Iterable[tuple[str, str]], lang: str) -> str:
    """The same page in a language."""
    return f"{quote(path)}?{urlencode([*query, ('lang', lang)])}"


def _page(title: str, around: PageFrame, parts: Iterable[str], picture: str = "") -> Page:
    tell = around.tell
    styles = [STYLE, *_styles(picture)]
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{markup(title)}</title><style>{STYLE}</style>"
    )
    draft = "" if tell.lang == ENGLISH else f'<p class="quiet">{markup(tell.say(shared.ALL_DRAFTS()))}</p>'
    body = f"<header>{''.join(_header(around))}</header><main>{''.join(parts)}</main><footer>{draft}</footer>"
    text = f'<!doctype html><html lang="{tell.lang}"><head>{head}</head><body>{body}</body></html>'
    return Page(text, policy(styles))


def _styles(picture: str) -> Iterator[str]:
    """The style that a picture brings: it stands at its very beginning, before anything that others wrote."""
    _, found, rest = picture.partition("<style>")
    if found:
        yield rest.partition("</style>")[0]


def _header(around: PageFrame) -> Iterator[str]:
    tell, say = around.tell, around.tell.say
    front, agenda = tell.to.front(lang=tell.lang), tell.to.agenda(lang=tell.lang)
    yield (
        f'<nav aria-label="prcomm"><a href="{escape(front)}">{markup(say(words.PROCESSES()))}</a>'
        f'<a href="{escape(agenda)}">{markup(say(words.AGENDA()))}</a></nav>'
    )
    current = ' aria-current="page"'
    links = (
        f'<a href="{escape(address)}" hreflang="{lang}" lang="{lang}"{current if lang == tell.lang else ""}>'
        f"{NAMES.get(lang, lang)}</a>"
        for lang, address in around.here.items()
    )
    yield f'<nav aria-label="{markup(say(words.LANGUAGES))}">{"".join(links)}</nav>'
    if around.who:
        yield f'<span class="quiet">{markup(say(words.YOU_ARE(who=around.who)))}</span>'
