"""The same audit on Spark: each part is judged by a worker of its own; all together find what one audit finds."""

import csv
import json
import os
import pickle
import random
import sys
from pathlib import Path

import pendulum
import pyarrow
import pytest

from prcomm import BadInput
from prcomm.adapters import columns
from prcomm.adapters.columns.spark import SCHEMA, judged, on_spark
from prcomm.adapters.registers import read_mapping

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from registers.simple_appeal import MAPPING, SIMPLE_APPEAL

TEXT = json.dumps(MAPPING)
AT = pendulum.datetime(2024, 6, 1, tz="Asia/Tashkent")
HEADS = "case", "activity", "time", "role", "kind", "until", "request"


def simple():
    return {"simple_appeal": SIMPLE_APPEAL}


def lines_of(cases):
    """Appeals that are registered late or not at all, assigned by whom one may not, answered in time or too late; their
    lines interleaved as a register has them."""
    chance = random.Random(7)
    lines = []
    for n in range(cases):
        at = pendulum.datetime(2023, 1, 2, 10, tz="Asia/Tashkent").add(hours=chance.randrange(2000))
        steps = [("Receive", "registrar", 0), ("Register", "registrar", chance.choice((1, 1, 90)))]
        steps += [("Assign", chance.choice(("head", "executor")), 20)]
        steps += [("Decide", "authorised official", chance.choice((48, 900))), ("SendReply", "authorised official", 5)]
        for name, role, hours in steps[: chance.choice((1, 2, 5, 5))]:
            at = at.add(hours=hours)
            lines.append((at, f"A-{n}", name, role, chance.choice(("COMPLAINT",)) if name == "Receive" else ""))
    lines.sort(key=lambda one: one[0])
    return [
        dict(zip(HEADS, (case, name, at.format("YYYY-MM-DD HH:mm:ss"), role, kind, "", ""), strict=True))
        for at, case, name, role, kind in lines
    ]


class Frame:
    """A frame in Python's own hands: what Spark would send to workers is pickled, and each part is judged apart."""

    def __init__(self, rows, parts=None):
        self.rows, self.parts = rows, parts or [rows]
        self.columns = list(rows[0])

    def repartition(self, partitions, by, /):
        parts = [[] for _ in range(partitions)]
        for row in self.rows:
            parts[sum(map(ord, row[by])) % partitions].append(row)
        return Frame(self.rows, parts)

    def mapInArrow(self, judge, schema):
        assert schema == SCHEMA
        found = []
        for part in self.parts:
            batches = [pyarrow.RecordBatch.from_pylist(part[n : n + 50]) for n in range(0, len(part), 50)]
            for batch in pickle.loads(pickle.dumps(judge))(iter(batches)):
                assert [str(one) for one in batch.schema.types] == ["string", "int64", *["string"] * 5]
                found += batch.to_pylist()
        return found


def numbered(rows):
    return [{**row, "nr": n} for n, row in enumerate(rows, 2)]


def same(rows):
    return sorted((tuple(row[name] for name in columns.COLUMNS) for row in rows), key=repr)


def as_one(rows, folder):
    """What one audit of the whole finds."""
    file = folder / "register.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, HEADS)
        writer.writeheader()
        writer.writerows(rows)
    found = columns.audit(file, read_mapping(TEXT, simple()), AT)
    assert (found.lines, found.sample) == (len(rows), min(columns.SAMPLE, found.cases - found.by_python))
    return same(found.findings.to_pylist())


class TestInParts:
    def test_all_parts_together_find_what_one_audit_finds(self, tmp_path):
        rows = lines_of(120)
        whole = as_one(rows, tmp_path)
        found = same(on_spark(Frame(numbered(rows)), TEXT, AT, line="nr", partitions=3, processes=simple))
        assert found == whole
        assert len({row[2] for row in found}) > 1, "nothing of several kinds was to be found"

    def test_a_part_without_lines_finds_nothing(self):
        given = {"mapping": TEXT, "at": AT, "line": "nr", "sample": 1, "memory": "1GB", "processes": simple}
        assert list(judged(iter([]), **given)) == []

    def test_all_that_is_missing_is_told_before_anything_is_sent(self):
        mapping = json.dumps({name: value for name, value in MAPPING.items() if name != "order"})
        rows = [{"case": "A-1", "activity": "Receive"}]
        with pytest.raises(BadInput) as refused:
            on_spark(Frame(rows), mapping, AT, line="nr", partitions=0, processes=simple)
        told = str(refused.value)
        for word in ("'time'", "'role'", "'nr'", "order:", "partitions: at least one, not 0"):
            assert word in told, told


@pytest.mark.skipif("PRCOMM_SPARK" not in os.environ, reason="needs Java, and takes a minute: bash .ci/deep")
@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
class TestOnSpark:
    def test_a_local_spark_finds_what_one_audit_finds(self, tmp_path, monkeypatch):
        from pyspark.sql import SparkSession

        here = Path(__file__).parent
        found_by_workers = [str(here), str(here.parents[1] / "benchmarks"), *sys.path]
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, found_by_workers)))
        monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
        rows = lines_of(2000)
        whole = as_one(rows, tmp_path)
        spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        try:
            frame = spark.createDataFrame([tuple(row.values()) for row in numbered(rows)], [*HEADS, "nr"])
            found = on_spark(frame, TEXT, AT, line="nr", partitions=4, processes=simple)
            assert same(row.asDict() for row in found.collect()) == whole
        finally:
            spark.stop()
