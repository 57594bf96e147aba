"""The commands that judge: a case file, and a whole register."""

import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

import click
from pendulum import DateTime, now

from prcomm.adapters import sheets
from prcomm.adapters.case_files import Lived, Step, answer, live, read_case
from prcomm.adapters.commands import answers, dates, tabled, wording
from prcomm.adapters.commands.options import (
    command,
    for_excel,
    known,
    languages,
    most,
    output,
    own_lifecycles,
    written,
)
from prcomm.adapters.commands.output import NOT_WHOLE, Output, guarded
from prcomm.adapters.commands.parsing import Word
from prcomm.adapters.commands.reading import opened, read
from prcomm.adapters.commands.writing import fill_whole
from prcomm.adapters.registers import (
    AuditedCase,
    Register,
    RegisterAudit,
    RegisterFinding,
    RegisterMapping,
    Tally,
    audit_of,
    audited_cases,
    read_register,
)
from prcomm.adapters.registers.auditing import Progress
from prcomm.adapters.registers.histories import write_ocel, write_xes
from prcomm.adapters.rows import By, as_rows
from prcomm.core.sources.citations import UNDER, Under
from prcomm.core.values.display import Sheet
from prcomm.core.values.errors import BadInput
from prcomm.core.values.messages import Say, joined, named

T = TypeVar("T")
DOES: Final = {"reading": wording.READING(), "judging": wording.JUDGING()}
"""What an audit does, one after the other."""
LONG: Final = 20_000_000
"""From how many bytes on a register is worth to be judged as columns: what does it takes a while to load."""


@command(example="prcomm replay case.json")
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--traces", is_flag=True, help="Tell of every due why it ends on that day.")
@click.option(
    "--full",
    is_flag=True,
    help="Every day of these counts, not folded; and where the reference says why a step was refused.",
)
@own_lifecycles
@most
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
            out.where(lived.lifecycle, type(step.action), step.verdict.reasons if full else ())
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
@click.option("--by", default=None, type=Word("by", lambda: list(By)), help="Count the findings by this, too.")
@click.option(
    "--log",
    default=None,
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file for the audited histories as an event log: .xes, or .json for OCEL 2.0.",
)
@written
@for_excel
@own_lifecycles
@most
@languages
def audit(
    file: str, mapping: str, as_of: str, as_csv: bool, by: str | None, log: Path | None, own: tuple[str, ...],
    lang: str, as_json: bool, **declared: str | None,
) -> None:  # fmt: skip
    """Judge a whole register, CSV, JSON lines or an event log, and list what is wrong in it.

    Exit status: 1 if something was found, 3 if lines can't be read, so that the audit is not of the whole.
    """
    out = output(lang, as_json)

    def judged() -> int:
        if out.bom and not as_csv:
            raise BadInput("--bom", ("it begins CSV: add --csv",))
        if log is not None and log.suffix not in (".xes", ".json"):
            raise BadInput("--log", ("a file that ends in .xes, or in .json for OCEL 2.0",))
        counted = None if by is None else By(by)
        with opened(file) as lines:
            register, how = read_register(lines, read(mapping), known(own), declared)
            at = dates.instant(as_of, how.office, dates.END_OF_DAY) if as_of else how.as_of or now(how.office.tz)
            tally = Tally()
            cases = None if log is not None else _quickly(file, register, how, at, tally, out)
            if cases is None:
                cases = audited_cases(register, how, at, bar(out.say), tally)
            found = audit_of(_logged(cases, at, log), tally, how, at)
        if out.json:
            out.data(tabled.audited(how, found, out.say, counted))
        elif as_csv:
            out.csv(tabled.found_and_due(found))
        else:
            _write_audit(out, how, found, counted)
        return NOT_WHOLE if found.unread else bool(found.found)

    guarded(judged, out)


def _quickly(
    file: str, register: Register, how: RegisterMapping, at: DateTime, tally: Tally, out: Output
) -> Iterable[AuditedCase] | None:
    """The cases in which something was found, if the register is judged as columns: where their extra is installed, and
    it is long and plain enough. That both ways agree is told on the error channel."""
    if not Path(file).is_file() or Path(file).stat().st_size < LONG:
        return None
    try:
        from prcomm.adapters.columns.files import quickly  # DuckDB and numpy, which are an extra
    except ImportError:
        return None
    quick = quickly(Path(file), register, how, at, bar(out.say), tally)
    if quick is None:
        return None
    click.echo(out.say(wording.BOTH_WAYS(n=quick.both)), err=True)
    return quick.cases


def bar(say: Say) -> Progress:
    """A progress bar on the terminal's error channel, where there is a terminal, as long as it works."""

    def shown(over: Iterable[T], what: str, total: int | None) -> Iterable[T]:
        if not sys.stderr.isatty():
            return over
        from rich.console import Console  # takes a while to load, and is needed for this alone
        from rich.progress import track

        return track(over, say(DOES.get(what, what)), total, console=Console(stderr=True), transient=True)

    return shown


def _logged(cases: Iterable[AuditedCase], at: DateTime, path: Path | None) -> tuple[RegisterFinding, ...]:
    """What was found in the cases; they are written as a log on the way, if there is a file for it."""
    found: list[RegisterFinding] = []

    def noted() -> Iterator[AuditedCase]:
        for case in cases:
            found.extend(case.found)
            yield case

    if path is None:
        return tuple(one for case in cases for one in case.found)
    write = write_xes if path.suffix == ".xes" else write_ocel

    def fill(file: BinaryIO) -> None:
        log = TextIOWrapper(file, "utf-8", newline="\n", write_through=True)
        write(noted(), at, log)
        log.detach()

    fill_whole(path, fill)
    return tuple(found)


def _write_audit(out: Output, how: RegisterMapping, audit: RegisterAudit, by: By | None) -> None:
    process = str(how.lifecycle.name)
    out.line(wording.AUDITED(process=named(process), at=audit.at))
    seen = "" if audit.seen is None else tabled.seen_as(audit.seen)
    if seen:
        out.line(seen)
    counts = wording.CASES(n=audit.cases), wording.LINES(n=audit.lines), wording.LEFT_OUT(n=audit.left_out)
    out.line(joined(*counts, *((wording.LATER(n=audit.later),) if audit.later else ())))
    out.line(wording.FINDINGS(n=len(audit.found)), bold=True)
    if audit.found:
        rows = as_rows(audit, say=out.say)
        ways = dict.fromkeys((*tabled.SUMMARY, *(() if by is None else (by,))))
        counted = (tabled.grouped(rows, way, process, most=None if way is by else tabled.MOST) for way in ways)
        out.sheets([tabled.kinds(audit), *counted, tabled.found(audit.found)])
