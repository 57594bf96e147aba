"""Lives of every process as clients send them: the longest made-up file of the examples, or one that is drawn."""

from functools import cache

from department_files import OFFICES, files_of
from processes import payloads_of

from prcomm import PROCESSES, Entity, Office, Record
from prcomm.adapters.json import Codec
from prcomm.adapters.web import User
from prcomm.testing import drawn, lives

OFFICE = OFFICES[0]
FILES = files_of(OFFICE)


def longest(process: str) -> Entity:
    """The file of a process with the longest life; of one that the examples know nothing of, one that is drawn."""
    lifecycle = PROCESSES[process]
    found = [file for file in FILES if type(file) is lifecycle.entity]
    return max(found or drawn(lives(lifecycle, payloads_of(process).PAYLOADS), 5, by=1), key=lambda file: file.version)


LONGEST = {name: longest(name) for name in PROCESSES}
WHERE = {OFFICE.id: OFFICE, **{file.office.id: file.office for file in LONGEST.values()}}
"""The offices of these files."""


def acting(record: Record, office: Office = OFFICE) -> User:
    """Whoever did it, signed in with that role alone."""
    by = record.action.by
    outside = by.role.private or by.office not in ("", office.id)
    return User(by.id, (by.role,), None if outside else office, of=by.of, acts_for=by.office if outside else "")


@cache
def codec_of(process: str) -> Codec:
    return Codec(PROCESSES[process])


def body_of(process: str, record: Record) -> dict[str, object]:
    """What a client sends of an action: who did it, and in which office, is not theirs to say."""
    data = codec_of(process).data_of(record.action)
    return {name: value for name, value in data.items() if name not in ("by", "office")}
