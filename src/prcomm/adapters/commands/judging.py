"""The commands that judge: a case file, and a whole register."""

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final, TypeVar

import click
from pendulum import now

from prcomm.adapters import sheets
from prcomm.adapters.case_files import Lived, Step, answer, live, read_case
from prcomm.adapters.commands import answers, dates, wording
from prcomm.adapters.commands.options import command, for_excel, known, languages, output, own_lifecycles, written
from prcomm.adapters.commands.output import NOT_WHOLE, Output, guarded
from prcomm.adapters.commands.reading import opened, read
from prcomm.adapters.commands.summing import summaries, summed
from prcomm.adapters.json import FORMAT, header
from prcomm.adapters.json.answers import rests_on
from prcomm.adapters.registers import RegisterAudit, RegisterFinding, RegisterMapping, audit_register, read_register
from prcomm.adapters.registers.auditing import Progress
from prcomm.core.sources.citations import UNDER, Under
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Say, joined, named

T = TypeVar("T")
DOES: Final = {"reading": wording.READING(), "judging": wording.JUDGING()}
"""What an audit does, one after the other."""


@command(example="prcomm replay case.json")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--traces", is_flag=True, help="Tell of every due why it ends on that day.")
@click.option("--full", is_flag=True, help="Every day of these counts; without it runs of plain days are folded.")
@own_lifecycles
@languages
def replay(file: str, traces: bool, full: bool, own: tuple[str, ...], lang: str, as_json: bool) -> None:
    """Judge the case in FILE (- for standard input), step by step.

    A refused step is reported, and the case goes on from the state before it.
    """
    out = output(lang, as_json)

    def judged() -> bool:
        lived = live(read_case(read(file), known(own)))
        if out.json:
            out.data(answer(lived, out.say))
        else:
            _write_case(out, lived, traces=traces, full=full)
        return bool(lived.refused)

    guarded(judged, out)


def _write_case(out: Output, lived: Lived, *, traces: bool, full: bool) -> None:
    entity, name = lived.entity, named(lived.lifecycle.name)
    if entity is None:
        out.line(wording.NOT_BEGUN(process=name), bold=True)
    else:
        words = {"process": name, "id": entity.id, "state": entity.state, "version": entity.version, "at": lived.at}
        out.line(wording.STANDS(**words), bold=True)
    if lived.refused:
        out.line(wording.REFUSED_STEPS(n=len(lived.refused)))
    for n, step in enumerate(lived.steps, 1):
        if not step.accepted:
            out.line(f"{n}. {step.verdict.rendered(out.say)}")
    if lived.at is not None and lived.dues:
        out.sheets([sheets.dues(lived.dues, lived.at)])
    out.sheets([_steps(lived.steps)])
    if traces:
        out.sheets(answers.why(due, full=full) for due in lived.dues)


def _steps(steps: Iterable[Step]) -> Sheet:
    head = (sheets.STEP, sheets.AT, sheets.ACTION, sheets.BY, wording.BECAME, sheets.STATE, UNDER)
    rows = tuple(
        (
            n,
            step.action.at,
            type(step.action),
            step.action.by,
            wording.ACCEPTED() if step.accepted else wording.REFUSED(),
            step.state,
            Under(step.cites, None),
        )
        for n, step in enumerate(steps, 1)
    )
    return Sheet(wording.STEPS(), head, rows)


@command(example="prcomm audit register.csv --mapping mapping.json --as-of 01.04.2026")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--mapping", required=True, type=click.Path(), help="How its lines become actions, as JSON.")
@click.option(
    "--as-of", default="", help="Up to which day (its end) or instant dues are judged; now, unless the mapping says."
)
@click.option("--csv", "as_csv", is_flag=True, help="Write the findings as CSV.")
@written
@for_excel
@own_lifecycles
@languages
def audit(
    file: str, mapping: str, as_of: str, as_csv: bool, own: tuple[str, ...], lang: str, as_json: bool,
    **declared: str | None,
) -> None:  # fmt: skip
    """Judge a whole register, CSV, JSON lines or an event log, and list what is wrong in it.

    Exit status: 1 if something was found, 3 if lines can't be read, so that the audit is not of the whole.
    """
    out = output(lang, as_json)

    def judged() -> int:
        if out.bom and not as_csv:
            raise BadInput("--bom", ("it begins CSV: add --csv",))
        with opened(file) as lines:
            register, how = read_register(lines, read(mapping), known(own), declared)
            at = dates.instant(as_of, how.office, dates.END_OF_DAY) if as_of else how.as_of or now(how.office.tz)
            found = audit_register(register, how, at, bar(out.say))
        if out.json:
            out.data(_audited(how, found, out.say))
        elif as_csv:
            out.csv(_found(found.found))
        else:
            _write_audit(out, how, found)
        return NOT_WHOLE if found.unread else bool(found.found)

    guarded(judged, out)


def bar(say: Say) -> Progress:
    """A progress bar on the terminal's error channel, where there is a terminal, as long as it works."""

    def shown(over: Iterable[T], what: str, total: int | None) -> Iterable[T]:
        if not sys.stderr.isatty():
            return over
        from rich.console import Console  # takes a while to load, and is needed for this alone
        from rich.progress import track

        return track(over, say(DOES.get(what, what)), total, console=Console(stderr=True), transient=True)

    return shown


def _write_audit(out: Output, how: RegisterMapping, audit: RegisterAudit) -> None:
    out.line(wording.AUDITED(process=named(how.lifecycle.name), at=audit.at))
    counts = wording.CASES(n=audit.cases), wording.LINES(n=audit.lines), wording.LEFT_OUT(n=audit.left_out)
    out.line(joined(*counts, *((wording.LATER(n=audit.later),) if audit.later else ())))
    out.line(wording.FINDINGS(n=len(audit.found)), bold=True)
    if audit.found:
        out.sheets([*summaries(how, audit, out.say), _found(audit.found)])


def _found(found: Iterable[RegisterFinding]) -> Sheet:
    rows = tuple((one.case, one.line, *sheets.found(one.finding)) for one in found)
    return Sheet(sheets.FINDINGS(), (wording.CASE, wording.LINE, *sheets.FOUND), rows)


def _audited(how: RegisterMapping, audit: RegisterAudit, say: Say) -> dict[str, object]:
    return {
        "prcomm": FORMAT,
        **header(how.lifecycle),
        "as_of": audit.at.isoformat(),
        "cases": audit.cases,
        "lines": audit.lines,
        "left_out": audit.left_out,
        "later": audit.later,
        "summary": summed(audit),
        "counts": Counter(found.finding.kind.value for found in audit.found),
        "findings": [
            {
                "case": one.case,
                "line": one.line,
                "kind": of.kind.value,
                "text": say(named(of.text)),
                "at": of.at and of.at.isoformat(),
                "name": of.name,
                **rests_on(of.cites, of.basis),
            }
            for one in audit.found
            for of in (one.finding,)
        ],
    }
