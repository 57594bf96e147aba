"""Laws of what is shown: that everything is told in each language, and nothing tells of whom."""

import json
import pickle
from collections.abc import Iterable, Iterator

from prcomm.adapters import sheets
from prcomm.adapters.case_files import CaseFile, answer, live
from prcomm.adapters.diagrams import due_picture, timeline
from prcomm.adapters.tables import csv_of
from prcomm.core.engine.verdicts import Refused
from prcomm.core.sources.redaction import emptied
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.display import Sheet
from prcomm.core.values.messages import Say
from prcomm.testing.asking import Life, Tried

IN_A_NOTEBOOK = "_repr_html_"
PICTURED = 8
"""Of how many lives one is drawn: a picture costs as much as all its texts."""


def all_is_told_in_each_language(life: Life) -> Iterator[str]:
    """Whatever there is to say of a life, its dues and its audits is told in each language."""
    yield from _silent(_told_of(life))


def all_is_told_of_a_refusal(tried: Tried) -> Iterator[str]:
    """A refusal, and what an audit notes of it, is told in each language."""
    yield from _silent(_told_of_refused(tried))


def nothing_shows_who(life: Life) -> Iterator[str]:
    """Nothing that is shown of a life tells who somebody in it is: no text, table, picture or answer."""
    yield from _found(life.telling, (*_shown_of(life), *_told_of(life), *_pictures_of(life)))


def no_refusal_shows_who(tried: Tried) -> Iterator[str]:
    """Nothing that is shown of a refusal tells who somebody in it is."""
    yield from _found(tried.telling, (*_shown_of_refused(tried), *_told_of_refused(tried), *_picture_of(tried)))


def what_is_redacted_tells_nobody(life: Life) -> Iterator[str]:
    """A redacted entity holds no personal data, and is written and read as it is."""
    clean = emptied(life.entity)
    written = life.of.codec.dumps(clean)
    if life.of.codec.loads(written) != clean:
        yield "it is read as another"
    hidden = [text for text in life.telling if text not in life.of.references]
    yield from _found(hidden, (written, pickle.dumps(clean).decode("utf-8", "ignore")))


def _found(telling: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    words = tuple(telling)
    for text in texts:
        for word in words:
            if word in text:
                at = text.index(word)
                yield f"{word!r} stands in: …{text[max(at - 60, 0) : at + 60]}…"


def _shown_of(life: Life) -> Iterator[str]:
    """What a console or a log shows of it."""
    lifecycle, entity, last = life.of.lifecycle, life.entity, life.actions[-1]
    things = (
        *life.actions, entity, *entity.history, life.audit, life.gap, *life.gap.findings, *life.dues,
        *lifecycle.allowed(entity, last.by, life.later), *lifecycle.next_wakeups(entity),
    )  # fmt: skip
    yield from _reprs(things)


def _shown_of_refused(tried: Tried) -> Iterator[str]:
    audit = tried.audit
    yield from _reprs((tried.action, audit, *audit.findings))
    if tried.verdict is not None:
        yield from _reprs((Refused(tried.verdict), tried.verdict, *tried.verdict.reasons))


def _reprs(things: Iterable[object]) -> Iterator[str]:
    for thing in things:
        yield repr(thing)
        yield str(thing)


def _silent(texts: Iterable[str]) -> Iterator[str]:
    if not all(text.strip() for text in texts):
        yield "something is told as nothing"


def _told_of(life: Life) -> Iterator[str]:
    """What is said of it: sentences in every language, the tables in each in turn."""
    wakeups = life.of.lifecycle.next_wakeups(life.entity)
    for say in life.of.says:
        yield from (finding.rendered(say) for finding in life.gap.findings)
        yield from (wakeup.rendered(say) for wakeup in wakeups)
    things: tuple[sheets.Tabled[Entity[State], Action], ...] = (life.entity, life.gap, *life.dues)
    for thing in things:
        yield from _tables(sheets.sheets(thing), life.of.in_turn(life.n), life.n)


def _told_of_refused(tried: Tried) -> Iterator[str]:
    for say in tried.of.says:
        yield from (finding.rendered(say) for finding in tried.audit.findings)
        if tried.verdict is not None:
            yield tried.verdict.rendered(say)
            yield from _tables(sheets.sheets(tried.verdict), say, tried.n)


def _tables(tables: Iterable[Sheet], say: Say, n: int) -> Iterator[str]:
    """Tables as HTML or as a spreadsheet has them, in turn."""
    for sheet in tables:
        yield csv_of(sheet, say) if n // 4 % 2 else sheet.html(say)


def _pictures_of(life: Life) -> Iterator[str]:
    """What notebooks and pages show of some lives, and what programs are answered."""
    if life.n % PICTURED:
        return
    for thing in (life.entity, life.gap, *life.dues):
        yield str(getattr(thing, IN_A_NOTEBOOK)())
    say = life.of.in_turn(life.n // PICTURED)
    yield timeline(life.entity, life.gap.dues, life.gap.findings, at=life.later, say=say)
    yield from (due_picture(due, say) for due in life.dues)
    yield json.dumps(answer(live(CaseFile(life.of.lifecycle, life.actions, None)), say), ensure_ascii=False)


def _picture_of(tried: Tried) -> Iterator[str]:
    """What notebooks and pages show of some histories that were not lawful."""
    audit = tried.audit
    if tried.n % PICTURED == 0 and audit.entity is not None:
        say = tried.of.in_turn(tried.n // PICTURED)
        yield timeline(audit.entity, audit.dues, audit.findings, at=tried.action.at, say=say)
        yield from _tables(sheets.sheets(audit.entity), say, tried.n)


OF_A_LIFE = (all_is_told_in_each_language, nothing_shows_who, what_is_redacted_tells_nobody)
OF_A_REFUSAL = (all_is_told_of_a_refusal, no_refusal_shows_who)
