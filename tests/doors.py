"""Every door by which something comes in from outside, and what is brought to it: good things spoilt by design.

Nothing but the library's own errors may leave a door. What is tried follows from the name of the door and a number
alone: ``python -m doors 5000`` tries so many of each, ``python -m doors 1 document 17`` one again.
"""

import csv
import io
import json
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import chdir, closing
from datetime import timedelta
from functools import cache
from pathlib import Path

from click.testing import CliRunner
from department_files import made_up
from pendulum import datetime

from prcomm import PROCESSES
from prcomm.adapters.case_files import answer, live, read_case
from prcomm.adapters.commands import main as command_line
from prcomm.adapters.ics import calendar
from prcomm.adapters.json import Codec, office_from
from prcomm.adapters.news import ninjs, schema_org
from prcomm.adapters.registers import audit_register, opened, read_mapping
from prcomm.adapters.seal import Head
from prcomm.adapters.seal.stored import rows_of
from prcomm.adapters.store import Store
from prcomm.citizens.appeals import APPEAL
from prcomm.core.engine.verdicts import Refused
from prcomm.core.values.errors import PrcommError
from prcomm.labels import LABELS
from prcomm.labels.reading import parse as read_labels
from prcomm.processes import lifecycle_of

ROOT = Path(__file__).parents[1]
AT = datetime(2026, 7, 6, 9, tz="Asia/Tashkent")
SLOW = 5.0
"""Seconds of the processor: what takes longer is a find too."""
LONG = 200_000
"""Characters of an error: so is what says more."""

# -- how things are spoilt

TEXTS = (
    "", " ", "a", "null", "0", "-1", "appeal", "RECEIVED", "registrar", "2026-03-02", "2026-02-30", "0001-01-01",
    "9999-12-31", "2026-03-02T10:00:00+05:00", "2026-03-02T10:00:00", "9999-12-31T23:59:59-23:59",
    "2026-03-02T10:00:00+05:00[Etc/../x]", "24:00", "{", "}", "{}", "{a", "{what}", "{when:at}", "{when:day|x}",
    "{many:json}", "{n}|{m}", "|", "%", "%Y%Y", "%q", "\x00", "\ufeff", "\u202e", "\ud800", "\U0001f600", "ʻ‘’",
    "x" * 5000, "../../etc/passwd", "..evil:X", "os:path", "1" * 400, "../x\x00", "\\", '"', "\n", "\r", ";", "=1+1",
    "[red]", "\x1b[2J",
)  # fmt: skip
VALUES = (
    None, True, False, 0, 1, -1, 2**53, 10**30, 1.5, float("nan"), float("inf"), [], {}, [[]], [None], {"": 0},
    {"type": "Days", "value": {"n": 10**9}}, {"type": "WorkingDays", "value": {"n": -1}}, {"type": "x"},
    {"text": "a", "sentence": "{a}", "words": {"a": "a"}}, {"text": "", "sentence": "{a}{a}", "words": {"a": []}},
    {"id": "a"}, {"id": "a", "week": 10}, {"name": "x", "private": True},
    {"source": "a", "article": "1", "unit": "{article}"},
)  # fmt: skip


def nested(dice: random.Random) -> object:
    """Something deep."""
    made: object = 1
    for _ in range(dice.choice((3, 62, 63, 64, 65, 200))):
        made = [made] if dice.random() < 0.5 else {dice.choice(("a", "value", "words")): made}
    return made


def places(node: object) -> Iterator[tuple[object, object]]:
    """Every object and array, with each key or index of it."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict | list):
            for key in list(node) if isinstance(node, dict) else range(len(node)):
                yield node, key
                waiting.append(node[key])


def copied(value: object) -> object:
    return json.loads(json.dumps(value))


def drop(dice, node, key, others) -> None:
    del node[key]


def retype(dice, node, key, others) -> None:
    node[key] = copied(dice.choice(VALUES))


def say_otherwise(dice, node, key, others) -> None:
    node[key] = dice.choice(TEXTS)


def rename(dice, node, key, others) -> None:
    if isinstance(node, dict):
        node[dice.choice((*TEXTS, *node))] = node.pop(key)
    else:
        node.insert(key, node[key])


def swap(dice, node, key, others) -> None:
    its = dice.choice(list(node) if isinstance(node, dict) else range(len(node)))
    node[key], node[its] = node[its], node[key]


def bury(dice, node, key, others) -> None:
    node[key] = nested(dice)


def misspell(dice, node, key, others) -> None:
    if isinstance(node[key], str) and node[key]:
        text, at = node[key], dice.randrange(len(node[key]))
        node[key] = text[:at] + dice.choice((*TEXTS, text[at].swapcase())) + text[at + dice.randint(0, 1) :]


def graft(dice, node, key, others) -> None:
    """Put there what stands somewhere else, in a good document."""
    within = list(places(dice.choice(others)))
    if within:
        other, its = dice.choice(within)
        node[key] = copied(other[its])


CHANGES = (drop, retype, say_otherwise, rename, swap, bury, misspell, misspell, graft)


def spoilt(dice: random.Random, document: object, others: list[object]) -> object:
    """A document with one of its places changed, or up to four."""
    document = copied(document)
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        found = list(places(document))
        if found:
            dice.choice(CHANGES)(dice, *dice.choice(found), others)
    return document


def text_of(dice: random.Random, document: object) -> str:
    """A document as text; now and then that is spoilt too."""
    text = json.dumps(document, ensure_ascii=dice.random() < 0.5)
    return spoilt_text(dice, text) if dice.random() < 0.05 else text


def spoilt_text(dice: random.Random, text: str) -> str:
    """A text with one to three pieces cut, doubled or replaced."""
    for _ in range(dice.choice((1, 1, 3))):
        first = dice.randint(0, len(text))
        last = min(len(text), first + dice.choice((0, 1, 5, 60)))
        text = text[:first] + dice.choice(("", text[first:last] * 2, *TEXTS)) + text[last:]
    return text


def spoilt_bytes(dice: random.Random, data: bytes) -> bytes:
    """Some bytes of a file changed, or its end cut off."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 3, 40))):
        if made:
            made[dice.randrange(len(made))] = dice.randrange(256)
    return bytes(made[: dice.randrange(len(made) + 1)] if dice.random() < 0.2 else made)


# -- what is good


@cache
def codec_of(process: str) -> Codec:
    return Codec(PROCESSES[process])


@cache
def files() -> tuple[object, ...]:
    """Made-up files of every process."""
    return tuple(made_up().files)


@cache
def documents() -> list[tuple[str, object]]:
    """Documents of every process, of every kind: the longest of its made-up files, and what can be asked of it."""
    found: list[tuple[str, object]] = []
    for name, lifecycle in PROCESSES.items():
        its = [one for one in files() if isinstance(one, lifecycle.entity)]
        for entity in sorted(its, key=lambda one: (len(one.history) > 30, -len(one.history)))[:2]:
            codec = codec_of(name)
            audit = lifecycle.audit([record.action for record in entity.history[1:]], AT)
            dues = lifecycle.due(entity, AT)[:3]
            things = (entity, *entity.history[:3], entity.history[-1].action, *audit.findings[:3], *dues)
            found += ((name, json.loads(codec.dumps(thing))) for thing in things)
            found += ((name, json.loads(codec.dumps(due.trace))) for due in dues[:1])
    return found


@cache
def records() -> list[tuple[str, tuple[str, ...]]]:
    """The records of a case of every process, as a store has them."""
    entities = [(name, codec_of(name).read(doc)) for name, doc in documents() if doc["document"] == "entity"]
    return [(name, tuple(map(codec_of(name).dumps, entity.history))) for name, entity in entities]


@cache
def cases() -> list[object]:
    """Case files of every process."""
    entities = [(name, doc["entity"]) for name, doc in documents() if doc["document"] == "entity"]
    return [
        {
            "prcomm": 1, "process": name, "office": entity["office"], "as_of": "2026-07-06T09:00:00+05:00",
            "actions": [record["action"] for record in entity["records"]],
        }
        for name, entity in entities
    ]  # fmt: skip


MAPPING = {
    "prcomm": 1, "process": "appeal", "office": {"id": "district", "week": 5}, "case": "file", "activity": "what",
    "format": "%d.%m.%Y %H:%M", "day_format": "%d.%m.%Y", "delimiter": ",", "order": "register",
    "words": {"kind": {"ariza": "APPLICATION", "shikoyat": "COMPLAINT"}, "what": {"keldi": "received"}},
    "each": {"at": "{when:at}", "by": {"id": "{who|not named}", "role": "executor"}},
    "first": None, "recorded": "{entered:at}", "as_of": "2026-07-06T09:00:00+05:00",
    "actions": {
        "received": {
            "action": "Receive", "by": {"role": "registrar"}, "case": "{file}", "kind": "{kind}", "form": "WRITTEN",
            "channel": "POST", "appellants": [{"type": "Person", "id": "{applicant}"}], "questions": "{asked:json}",
        },
        "registered": [{"action": "Register", "by": {"role": "registrar"}, "number": "{number}"}],
        "printed": None,
    },
    "on_file": {"consideration": "{answer by:day}"},
}  # fmt: skip
REGISTER = (
    "file,what,when,who,kind,applicant,number,answer by,entered,asked\n"
    "2026/1,received,05.03.2026 10:00,Clerk 7,ariza,p-1,,,06.03.2026 10:00,\"[\"\"one\"\"]\"\n"
    "2026/1,registered,05.03.2026 11:00,Clerk 7,,,12,20.03.2026,,\n"
    "2026/2,keldi,31.01.2026 23:59,,shikoyat,p-2,,,,\n"
    "2026/2,printed,01.02.2026 10:00,,,,,,,\n"
)  # fmt: skip
LINES = "".join(json.dumps(line) + "\n" for line in csv.DictReader(io.StringIO(REGISTER)))


@cache
def tables() -> list[str]:
    """Tables of labels."""
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "src/prcomm/labels").glob("*.csv"))]


def kept_in(path: Path) -> Store:
    """A store whose clock stands at ``AT``, however long ago its actions were."""
    return Store(path, [APPEAL], clock=lambda: AT, tolerance=timedelta(days=9999))


@cache
def store() -> bytes:
    """A store with a few cases in it, as one file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        with kept_in(path) as kept:
            for entity in [one for one in files() if isinstance(one, APPEAL.entity)][:6]:
                first, *rest = (record.action for record in entity.history)
                kept.begin(APPEAL, first)
                for action in rest:
                    kept.apply(APPEAL, entity.id, lambda _, action=action: action)
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
        return path.read_bytes()


@cache
def ready() -> None:
    """Have all that is good at hand, so that it is no part of what a try takes."""
    documents(), cases(), records(), store(), tables()


# -- the doors


def document(dice: random.Random) -> None:
    name, good = dice.choice(documents())
    codec = codec_of(name)
    read = codec.loads(text_of(dice, spoilt(dice, good, [one for _, one in documents()])))
    str(read), repr(read), codec.dumps(read)


def stored(dice: random.Random) -> None:
    name, good = dice.choice(records())
    at, several = dice.randrange(len(good)), list(good)
    several[at] = text_of(dice, spoilt(dice, json.loads(good[at]), [one for _, one in documents()]))
    if dice.random() < 0.1:
        dice.shuffle(several)
    entity = codec_of(name).restore(several)
    PROCESSES[name].due(entity, AT)


def case_file(dice: random.Random) -> None:
    text = text_of(dice, spoilt(dice, dice.choice(cases()), cases()))
    lived = live(read_case(text.encode("utf-8", "surrogatepass") if dice.random() < 0.5 else text))
    for lang in LABELS.languages:
        json.dumps(answer(lived, LABELS.say(lang)))
    if lived.entity is not None:
        calendar([lived.entity], office=lived.entity.office.id, at=AT)


def mapping(dice: random.Random) -> None:
    how = read_mapping(text_of(dice, spoilt(dice, MAPPING, [MAPPING, *cases()])))
    found = audit_register(io.StringIO(dice.choice((REGISTER, LINES))), how, AT)
    for one in found.found:
        LABELS.say("ru")(one.finding.text)


def register(dice: random.Random) -> None:
    text = spoilt_text(dice, dice.choice((REGISTER, LINES)))
    data = spoilt_bytes(dice, text.encode(dice.choice(("utf-8", "utf-16", "cp1251")), "replace"))
    how = read_mapping(json.dumps({**MAPPING, "order": dice.choice(("register", "time"))}))
    audit_register(opened(io.BytesIO(data)), how, AT)


def labels(dice: random.Random) -> None:
    table = dice.choice(tables()).splitlines(keepends=True)
    text = table[0] + "".join(dice.sample(table[1:], min(5, len(table) - 1)))
    found = read_labels(spoilt_text(dice, text), dice.choice(("core", "law", "appeal", "adapters", "x", APPEAL)))
    LABELS.extended(found)


def name(dice: random.Random) -> None:
    good = ("appeal", "prcomm.citizens.appeals:APPEAL", "book_loan:LOAN", "os:path", "prcomm:PROCESSES", "..evil:X")
    lifecycle_of(spoilt_text(dice, dice.choice(good)))


def office(dice: random.Random) -> None:
    good = {"id": "a", "zone": "Asia/Tashkent", "week": 5, "second_day_off": 6, "opens": "09:00", "closes": "18:00"}
    made = office_from(spoilt(dice, good, cases()), "office")
    made.instant(spoilt_text(dice, "2026-03-02T10:00:00+05:00"))


def news(dice: random.Random) -> None:
    good = {
        "standard": {"name": "ninjs", "version": "3.0"}, "uri": "urn:a:1", "version": "1", "pubStatus": "usable",
        "firstCreated": "2026-03-02T10:00:00+05:00", "versionCreated": "2026-03-02T10:00:00+05:00",
        "infoSources": [{"name": "a", "uri": "https://a.uz"}], "headlines": [{"value": "a"}],
        "bodies": [{"value": "b"}],
    }  # fmt: skip
    told = {
        "@context": "https://schema.org", "@type": "NewsArticle", "identifier": "urn:a:1", "version": 1,
        "creativeWorkStatus": "usable", "dateCreated": "2026-03-02T10:00:00+05:00", "headline": "a", "articleBody": "b",
        "dateModified": "2026-03-02T10:00:00+05:00", "publisher": {"@type": "Organization", "name": "a"},
    }  # fmt: skip
    if dice.random() < 0.5:
        ninjs.read(spoilt(dice, good, [told]), zone="Asia/Tashkent")
    else:
        schema_org.read(spoilt(dice, told, [good]), zone="Asia/Tashkent")


def command(dice: random.Random) -> None:
    """A command line with some of its words spoilt, and files that are spoilt too. What it writes under a name that
    nobody thought of goes with the folder in which it is asked."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        files = {name: str(Path(folder) / name) for name in ("case", "mapping", "register", "to")}
        for at, text in (
            ("case", text_of(dice, spoilt(dice, dice.choice(cases()), cases()))),
            ("mapping", json.dumps(spoilt(dice, MAPPING, [MAPPING]) if dice.random() < 0.5 else MAPPING)),
            ("register", spoilt_text(dice, REGISTER)),
        ):
            Path(files[at]).write_bytes(text.encode("utf-8", "surrogatepass"))
        whole = ["audit", files["register"], "--mapping", files["mapping"]]
        good = (
            ["processes"], ["show", "appeal"], ["show", "book_loan:LOAN"], ["schema", "appeal", "--action", "Register"],
            ["draw", "reception", "--as", "mermaid"], ["replay", files["case"]], ["replay", files["case"], "--traces"],
            ["due", "appeal", "consideration", "2026-02-13", "--kind", "COMPLAINT"],
            ["due", "request", "2026-02-13T18:30", "--with", '{"media": true}', "--week", "6"],
            ["due", "appeal", "13.02.2026", "--hours", "09:00-18:00"], whole,
            [*whole, "--csv", "--as-of", "2026-07-06"],
            ["ics", files["case"], "--office", "district", "--at", "2026-07-06"],
        )  # fmt: skip
        more = [], ["--json"], ["--lang", "ru"], ["--to", files["to"]], ["--own", "..evil:X"]
        args = [*dice.choice(good), *dice.choice(more)]
        for _ in range(dice.randint(0, 2)):
            at = dice.randrange(1, len(args) + 1)
            spoil = dice.choice((dice.choice(TEXTS), spoilt_text(dice, args[at - 1]), folder))
            args[at : at + 1] = [spoil.encode("utf-8", "replace").decode().replace("\0", "")]  # no system hands that on
        done = CliRunner().invoke(command_line, args)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code in (0, 1, 2, 3), done.exit_code
        assert "Traceback" not in done.output


def store_file(dice: random.Random) -> None:
    """A store whose file is spoilt: bytes of it, or what stands in its cells, or its tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = _spoilt_store(dice, folder)
        with kept_in(path) as kept:
            for case in list(kept.cases(APPEAL))[:2]:
                kept.open(APPEAL, case.id)
            kept.dues(AT)
            kept.relay(str)
            kept.wake()
            kept.recount(APPEAL)
            kept.erase("p-1")


def sealed_store(dice: random.Random) -> None:
    """A store that somebody verifies: spoilt in the same ways, or not."""
    with tempfile.TemporaryDirectory() as folder, rows_of(_spoilt_store(dice, folder)) as rows:
        found = rows.verify(heads=[Head(bytes(32), 3, AT)])
        assert not found.holds
        assert all(map(str, found.broken))


def _spoilt_store(dice: random.Random, folder: str) -> Path:
    path = Path(folder) / "store.sqlite"
    path.write_bytes(spoilt_bytes(dice, store()) if dice.random() < 0.5 else store())
    if dice.random() < 0.5:
        _spoil_tables(dice, path)
    return path


def _spoil_tables(dice: random.Random, path: Path) -> None:
    value = dice.choice((None, 7, b"\xff\x00", "", "{}", "x" * 5000, 1.5))
    told = dice.choice(
        (
            ("UPDATE prcomm_records SET document = ? WHERE id = 3", True),
            ("UPDATE prcomm_records SET version = ? WHERE id = 3", True),
            ("UPDATE prcomm_records SET case_id = ? WHERE id = 3", True),
            ("UPDATE prcomm_records SET recorded = ? WHERE id = 3", True),
            ("UPDATE prcomm_records SET names = ? WHERE id = 3", True),
            ("UPDATE prcomm_about SET value = ?", True),
            ("UPDATE prcomm_dues SET last = ?", True),
            ("UPDATE prcomm_dues SET day = ?", True),
            ("UPDATE prcomm_cases SET version = ?", True),
            ("UPDATE prcomm_cases SET chain = ?", True),
            ("UPDATE prcomm_cases SET counted = ?", True),
            ("UPDATE prcomm_cases SET again = ?", True),
            ("UPDATE prcomm_names SET said = ?", True),
            ("UPDATE prcomm_names SET path = ?", True),
            ("UPDATE prcomm_names SET salt = ?", True),
            ("UPDATE prcomm_counted SET digest = ?", True),
            ("UPDATE prcomm_readers SET position = ?", True),
            ("DELETE FROM prcomm_about", False),
            ("DELETE FROM prcomm_cases", False),
            ("DELETE FROM prcomm_counted", False),
            ("DELETE FROM prcomm_records WHERE id = 2", False),
            ("DROP TABLE prcomm_records", False),
            ("DROP TABLE prcomm_dues", False),
            ("DROP TABLE prcomm_about", False),
            ("ALTER TABLE prcomm_records RENAME COLUMN document TO text", False),
        )
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        try:
            db.execute(told[0], (value,) if told[1] else ())
        except (sqlite3.Error, UnicodeDecodeError):
            return  # it is too spoilt already, or SQLite will not have it


DOORS: dict[str, Callable[[random.Random], None]] = {
    door.__name__: door
    for door in (
        document,
        stored,
        case_file,
        mapping,
        register,
        labels,
        name,
        office,
        news,
        command,
        store_file,
        sealed_store,
    )
}
FOUND: dict[str, tuple[int, ...]] = {"command": (543,), "store_file": (5086,)}
"""By its door, the numbers by which something was found once."""


def tried(door: str, number: int) -> str:
    """What came of one try: ``well`` or the name of the error. Raises what may not leave a door."""
    ready()
    began = time.process_time()
    dice = random.Random(f"{door} {number}")
    try:
        DOORS[door](dice)
        came = "well"
    except (PrcommError, Refused) as error:
        came = type(error).__name__ if len(str(error)) < LONG else "too long"
    assert came != "too long"
    assert time.process_time() - began < SLOW, "it took long"
    return came


def main(args: list[str]) -> int:
    times, doors, numbers = int(args[0]), args[1:2] or list(DOORS), args[2:]
    bad = 0
    for door in doors:
        came: Counter[str] = Counter()
        first = int(numbers[0]) if numbers else 0
        for number in range(first, first + times):
            try:
                came[tried(door, number)] += 1
            except Exception as error:
                if numbers:
                    raise
                came[f"RAW {type(error).__name__}"] += 1
                bad += 1
                print(f"{door} {number}: {type(error).__name__}: {str(error)[:200]}", flush=True)
        print(f"{door}: {times} tried; {', '.join(f'{n} {what}' for what, n in came.most_common())}", flush=True)
    return bad


if __name__ == "__main__":
    os.environ.setdefault("PAGER", "cat")
    sys.exit(main(sys.argv[1:]) > 0)
