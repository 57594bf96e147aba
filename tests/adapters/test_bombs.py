"""Documents made to cost much: what one costs is in proportion to its size, whatever is in it.

Work is counted (faults kept, characters told) and memory measured; time is a ratio in the benchmarks.
"""

import json
import pickle
import tracemalloc
from contextlib import suppress
from typing import Final

import pytest
from samples.petition import PETITION

from prcomm import BadInput
from prcomm.adapters.case_files import read_case
from prcomm.adapters.json import BadDocument, Codec, parse
from prcomm.adapters.json.faults import Faults, Noted, Unfit
from prcomm.adapters.json.results import MOST_CITES
from prcomm.adapters.json.scalars import LONGEST_NAME, MOST_FIELDS, remembered
from prcomm.adapters.registers import read_mapping
from prcomm.core.values.errors import LONGEST_FAULT, MOST_FAULTS, FaultsError

CODEC = Codec(PETITION)
LAW = {"pack": PETITION.law.name, "version": "", "calendar_known": None}
SIZE = 30_000
"""How many characters a bomb has here, at the least."""


def of(name, thing):
    return json.dumps({"prcomm": 1, "document": name, "process": "petition", "law": LAW, name: thing})


def entity(**fields):
    return of("entity", {"id": "a", "state": "RECEIVED", "version": 1, "office": {"id": "a"}, "records": [], **fields})


def many(one):
    """As many of one thing as make a bomb."""
    return [one] * (SIZE // len(json.dumps(one)) + 1)


def reason(sentence, **words):
    return of("reason", {"kind": "guard", "text": {"text": "short", "sentence": sentence, "words": words}})


def twice(times):
    """An object with so many keys, each of them twice."""
    return "{" + ",".join(f'"k{n:06}":1,"k{n:06}":2' for n in range(times)) + "}"


BOMBS = {
    "numbers where records belong": entity(records=many(0)),
    "records without anything": entity(records=many({})),
    "actions of no known name": entity(records=many({"action": {"action": "Recieve"}, "state": "x"})),
    "fields of no known name": of("entity", {f"u{n:06}": 0 for n in range(SIZE // 12)}),
    "keys that are no names": of("entity", {f"Q {n:06}": 0 for n in range(SIZE // 12)}),
    "numbers where lines of a trace belong": of("trace", many(0)),
    "words of no known type": of("reason", {"kind": "guard", "text": {"text": "", "sentence": "{a}", "words":
        {"a": many({"type": "Dayz", "value": 1})}}}),
    "citations of no basis": of("reason", {"kind": "guard", "text": "x", "cites": many({"source": "a"})}),
    "more citations than are kept": of("reason", {"kind": "guard", "text": "x", "cites":
        many({"source": "a", "article": "1"})}),
    "a sentence of one word a thousand times": reason("{a}" * (SIZE // 6), a="y" * (SIZE // 2)),
    "a sentence of one array a thousand times": reason("{a}" * (SIZE // 6), a=["y"] * (SIZE // 6)),
    "a sentence of sentences": reason("{a}{a}", a={"text": "", "sentence": "{b}" * (SIZE // 6),
        "words": {"b": "y" * (SIZE // 2)}}),
    "a citation whose unit is a sentence": of("citation", {"source": "a", "article": "x" * (SIZE // 2),
        "unit": "{article}" * (SIZE // 18)}),
    "an endless name of a zone": entity(office={"id": "a", "zone": "x" * SIZE}),
    "an endless name of a state": entity(state="x" * SIZE),
    "an endless id, and no state": of("entity", {"id": "x" * SIZE}),
    "no numbers": "[" + ",".join(["NaN"] * (SIZE // 4)) + "]",
    "too large numbers": "[" + ",".join(["9" * 18] * (SIZE // 19)) + "]",
    "half surrogates": "[" + ",".join(['"\\ud800"'] * (SIZE // 9)) + "]",
    "one number of all digits": '{"a":' + "9" * SIZE + "}",
    "one fraction of all digits": '{"a":1.' + "9" * SIZE + "e999}",
    "keys twice": twice(SIZE // 24),
    "one key always": "{" + ",".join(['"k":1'] * (SIZE // 6)) + "}",
    "objects with keys twice": "[" + ",".join(['{"k":1,"k":2}'] * (SIZE // 14)) + "]",
    "deep in arrays": "[" * SIZE,
    "deep in objects": '{"a":' * (SIZE // 5),
    "wide and deep": "[" + ",".join(["[[[[NaN]]]]"] * (SIZE // 12)) + "]",
}  # fmt: skip
READERS = {
    "document": CODEC.loads,
    "case file": read_case,
    "mapping": read_mapping,
}


def refused(read, text):
    with pytest.raises(BadDocument) as bad:
        read(text)
    return bad.value


def peak(read, text):
    """How much memory reading takes at most, beside the text."""
    tracemalloc.start()
    try:
        with suppress(BadDocument):
            read(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def of_a_good_one():
    """How much memory a character of a good document takes while it is read: of a long trace."""
    line = {"day": "2026-03-02", "counted": True, "text": "day 1"}
    good = of("trace", many(line))
    CODEC.loads(good)
    return peak(CODEC.loads, good) / len(good)


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_a_bomb_is_refused_in_few_words(read, text):
    """A hundred faults at most, none of more than some thousand characters, and how many more; so it is after a journey
    between processes too."""
    error = refused(read, text)
    assert len(text) > 0.9 * SIZE
    assert 0 < len(error.found) == len(error.faults) <= MOST_FAULTS
    assert (error.more > 0) <= (len(error.found) == MOST_FAULTS)
    assert all(len(fault) <= LONGEST_FAULT + 40 for fault in error.faults)
    again = pickle.loads(pickle.dumps(error))
    assert (again.found, again.more, str(again)) == (error.found, error.more, str(error))


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_takes_no_more_memory_than_a_good_document(text, of_a_good_one):
    """Or than Python itself takes for what is in its text, where that is more; and as much as a hundred faults take to
    say, each three times: in a fault, in a sentence, in the whole."""
    bare = 0 if text.startswith(('{"a":' * 2, "[" * 9)) else peak(json.loads, text.replace("9" * 99, ""))
    told = 3 * MOST_FAULTS * LONGEST_FAULT
    assert peak(CODEC.loads, text) < 2 * max(of_a_good_one * len(text), bare) + told


def test_every_fault_is_counted_and_the_first_are_told():
    n = 20_000
    error = refused(CODEC.loads, of("trace", [0] * n))
    assert len(error.found) + error.more == n
    assert [fault.path for fault in error.found] == [f"trace[{i}]" for i in range(100)]
    assert str(error).splitlines()[-1] == "  - and 19,900 more"


def test_a_hundred_faults_are_all_told():
    error = refused(CODEC.loads, of("trace", [0] * 100))
    assert (len(error.found), error.more) == (100, 0)
    assert "more" not in str(error)


def test_faults_in_many_places_are_counted_together():
    """Of each of 60 lines of a trace three fields are wrong: 180 faults."""
    line = {"day": 1, "counted": 1, "text": 1}
    error = refused(CODEC.loads, of("trace", [line] * 60))
    assert (len(error.found), error.more) == (100, 80)
    assert error.found[-1].path == "trace[33].day"


def test_faults_of_strict_json_are_counted_too():
    error = refused(parse, "[" + ",".join(["NaN"] * 250) + "]")
    assert (len(error.found), error.more) == (100, 150)


def test_the_words_of_a_fault_that_is_not_told_are_never_made():
    made = []

    def text():
        made.append(1)
        return "wrong"

    faults = Faults(Noted("", text) for _ in range(250))
    inner = Faults()
    for n in range(3):
        inner.under(n, faults.unfit())
    assert (len(faults), len(inner)) == (250, 750)
    assert made == []
    assert len(tuple(inner)) == len(made) == 100


def test_faults_are_under_what_holds_them():
    unfit = Unfit.saying("wrong").placed("b").placed(3).placed("a")
    assert [fault.path for fault in Faults(unfit.faults)] == ["a[3].b"]


def test_keys_that_come_twice_are_named_once_each_and_not_all():
    text = "{" + ",".join(f'"k{n}":1,"k{n}":1,"k{n}":1' for n in range(50)) + "}"
    (fault,) = refused(parse, text).found
    assert fault.text == f"a key comes more than once: {', '.join(f'k{n}' for n in range(10))}, …"
    (fault,) = refused(parse, '{"A b":1,"A b":2,"C d":1,"C d":1}').found
    assert fault.text == "a key comes more than once: <a key not shown>"


class TestASentence:
    """It is measured before it is made: it must come to the text beside it."""

    def test_one_that_comes_to_its_text_is_read(self):
        told = {"text": "yy and yy {c}", "sentence": "{a} and {a} {b}", "words": {"a": "yy", "b": "{c}"}}
        assert CODEC.loads(of("reason", {"kind": "guard", "text": told})).text == "yy and yy {c}"

    def test_one_of_the_same_length_that_says_something_else_is_not(self):
        told = {"text": "yy and zz", "sentence": "{a} and {a}", "words": {"a": "yy"}}
        assert "not what the sentence says" in str(refused(CODEC.loads, of("reason", {"kind": "guard", "text": told})))

    def test_a_word_that_is_missing(self):
        told = {"text": "yy and zz", "sentence": "{a} and {b}", "words": {"a": "yy"}}
        assert "can be said" in str(refused(CODEC.loads, of("reason", {"kind": "guard", "text": told})))

    def test_a_long_one_is_read_and_not_kept(self):
        long = "x" * 2000
        told = {"text": f"{long} yy", "sentence": f"{long} {{a}}", "words": {"a": "yy"}}
        assert CODEC.loads(of("reason", {"kind": "guard", "text": told})).text == f"{long} yy"


class TestACitation:
    """What rests on one is kept with what was made of it, so it is short; its unit stands in a sentence."""

    FINE: Final = {"source": "a", "article": "1", "unit": "art."}

    @pytest.mark.parametrize("field", FINE)
    @pytest.mark.parametrize("text", ["x" * (LONGEST_NAME + 1), "{article}", "{"])
    def test_its_texts_are_short_and_have_no_braces(self, field, text):
        error = refused(CODEC.loads, of("citation", {**self.FINE, field: text}))
        assert error.faults == (f"citation.{field}: a text of no more than 200 characters, without braces",)

    def test_just_so_long(self):
        assert CODEC.loads(of("citation", {**self.FINE, "article": "x" * LONGEST_NAME})).article == "x" * LONGEST_NAME

    def test_what_could_not_be_read_is_not_written(self):
        cite = CODEC.loads(of("citation", self.FINE))
        for text in ("x" * (LONGEST_NAME + 1), "{"):
            with pytest.raises(BadInput, match=r"with(out)? braces"):
                CODEC.dumps(type(cite)(cite.source, text))
        reason = CODEC.loads(of("reason", {"kind": "guard", "text": "x", "cites": [self.FINE] * MOST_CITES}))
        assert CODEC.loads(CODEC.dumps(reason)) == reason
        with pytest.raises(BadInput, match="more than 100 citations"):
            CODEC.dumps(type(reason)(reason.kind, reason.text, (*reason.cites, cite)))


def test_only_small_objects_are_remembered():
    """So what is kept of documents is bounded: four thousand objects of a thousand characters."""
    read = []
    hook = remembered(lambda data, _: read.append(data))
    for given in ({"a": "x" * 1000}, {"a": "x" * 1001}, {str(n): n for n in range(MOST_FIELDS + 1)}):
        hook(dict(given))
        hook(dict(given))
    assert len(read) == 1 + 2 + 2


class TestAnError:
    def test_its_faults_are_counted_and_short(self):
        error = FaultsError("what " * 1000, tuple("x" * n for n in range(1000, 1210)), 5)
        assert (len(error.faults), error.more) == (100, 115)
        assert error.faults[40] == "x" * 1040
        assert error.faults[41] == "x" * 1000 + "… (1,041 characters)"
        assert error.what.endswith("… (5,000 characters)")
        assert str(error).endswith("\n  - and 115 more")
        again = pickle.loads(pickle.dumps(error))
        assert (again.what, again.faults, again.more, str(again)) == (error.what, error.faults, 115, str(error))
