"""What is owed, by whom and until when; and how loaded each office is with it."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Annotated as An

from attrs import frozen
from pendulum import Date, DateTime

from prcomm.core.sources.people import Office, Role
from prcomm.core.table.dues import Status
from prcomm.core.table.entities import Entity, State
from prcomm.law.source_article import SOURCE_ARTICLE
from prcomm.views.department.files import ByEntity, Processes

__all__ = ["Load", "Task", "agenda", "load"]


@frozen
class Task:
    """One thing that is owed in one file."""

    process: An[str, "the name of the lifecycle"]
    id: An[str, "the reference of the file there"]
    office: An[Office, "the office of the file, whose days these are"]
    name: An[str, "what is owed, by the name of its deadline"]
    key: An[Hashable, "which of several; the period, of a recurring one"]
    last: An[Date | DateTime | None, "the last day, or instant; ``None`` where the law gives no number"]
    status: An[Status, "how it stands"]
    owed_by: An[Role, "who owes it"]
    provided: An[str, "what somebody must find for it to be owed at all; empty if it is owed in any case"] = ""


@frozen
class Load:
    """What an office has in hand."""

    open_files: An[int, "files that are in no final state"]
    open_dues: An[int, "what is owed in them, in all"]
    overdue: An[int, "of that, what is past its last day; not what is owed only provided somebody finds something"]


def agenda(entities: Iterable[Entity[State]], at: DateTime, processes: Processes) -> Iterator[Task]:
    """All that is open in some files, file by file in their order: a stream, sorted by nothing.

    Args:
        entities: files of any process, read one at a time.
        at: an instant with a zone: what was done or entered later is not yet known.
        processes: the lifecycles by name: ``prcomm.PROCESSES``, or these under a Reform.
    """
    known = ByEntity(processes)
    for entity in entities:
        process, lifecycle = known[type(entity)]
        for due in lifecycle.due(entity, at, open=True):
            yield Task(
                process, entity.id, entity.office, due.name, due.key, due.last, due.status(at), due.owed_by,
                due.provided,
            )  # fmt: skip


AGENDA_CITES = (SOURCE_ARTICLE(17), SOURCE_ARTICLE(38))
"""The article behind the project: coordinating, and the first part of the first task."""


def load(entities: Iterable[Entity[State]], at: DateTime, processes: Processes) -> Mapping[str, Load]:
    """How many files each office has open, and what is owed in them, by the id of the office.

    An office whose files are all closed stands with noughts; one that has no file yet at that instant does not stand.

    Args:
        entities: files of any process, read one at a time.
        at: an instant with a zone: what was done or entered later is not yet known.
        processes: the lifecycles by name.
    """
    known, files, dues, overdue = ByEntity(processes), Counter[str](), Counter[str](), Counter[str]()
    for entity in entities:
        _, lifecycle = known[type(entity)]
        stood = lifecycle.as_known(entity, at)
        if stood is None:
            continue
        office = stood.office.id
        files[office] += stood.state not in lifecycle.final
        for due in lifecycle.due(stood, at, open=True):
            dues[office] += 1
            overdue[office] += not due.provided and due.status(at) is Status.OVERDUE
    return {one: Load(files[one], dues[one], overdue[one]) for one in sorted(files)}
