"""Lives of every process as clients send them: the longest of the made-up files of the examples."""

from functools import cache

from department_files import OFFICES, files_of

from prcomm import PROCESSES, Record
from prcomm.adapters.json import Codec
from prcomm.adapters.web import User

OFFICE = OFFICES[0]
FILES = files_of(OFFICE)
LONGEST = {
    name: max((file for file in FILES if type(file) is PROCESSES[name].entity), key=lambda file: file.version)
    for name in PROCESSES
}
"""By its process, the file with the longest life."""


def acting(record: Record) -> User:
    """Whoever did it, signed in with that role alone."""
    by = record.action.by
    outside = by.role.private or by.office not in ("", OFFICE.id)
    return User(by.id, (by.role,), None if outside else OFFICE, of=by.of)


@cache
def codec_of(process: str) -> Codec:
    return Codec(PROCESSES[process])


def body_of(process: str, record: Record) -> dict[str, object]:
    """What a client sends of an action: who did it, and in which office, is not theirs to say."""
    data = codec_of(process).data_of(record.action)
    return {name: value for name, value in data.items() if name not in ("by", "office")}
