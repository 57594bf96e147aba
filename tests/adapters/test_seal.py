"""A chain over records, a root over chains, heads and their signatures: what is noticed, and which record is named."""

import json
import pickle
from hashlib import sha256

import pendulum
import pytest
from attrs import evolve

from prcomm.adapters.json import BadDocument
from prcomm.adapters.seal import (
    BEFORE_THE_FIRST,
    Flaw,
    Head,
    Kept,
    Sealed,
    SignedHead,
    broken,
    chained,
    head_of,
    links_of,
    read_head,
    read_links,
    root,
    verify,
    written_links,
)
from prcomm.adapters.seal.signing import (
    Ed25519PrivateKey,
    NotSigned,
    private_key,
    public_key,
    signed,
    verified,
)
from prcomm.core.values.errors import BadInput
from prcomm.labels import LABELS

AT = pendulum.datetime(2026, 3, 4, 11, tz="Asia/Tashkent")


def kept(case, *documents, process="loan"):
    """The records of a case, each with its link."""
    link, records = BEFORE_THE_FIRST, []
    for version, document in enumerate(documents, 1):
        stored = b"|".join((process.encode(), case.encode(), b"%d" % version, document))
        link = chained(link, stored)
        records.append(Kept(process, case, version, link, stored))
    return records


ONE, OTHER = kept("1", b"a", b"b", b"c", b"d"), kept("2", b"e", b"f")
ALL = [ONE[0], OTHER[0], ONE[1], ONE[2], OTHER[1], ONE[3]]


def told(found):
    return [(one.case, one.version, one.flaw) for one in found]


class TestALink:
    def test_it_is_of_a_name_the_link_before_and_the_record_each_with_its_length(self):
        assert chained(b"", b"abc") == sha256(b"prcomm link 1\n0:3:abc").digest()
        assert chained(b"x" * 32, b"") == sha256(b"prcomm link 1\n32:" + b"x" * 32 + b"0:").digest()

    def test_no_two_ways_of_parting_the_same_bytes_have_the_same(self):
        assert chained(b"a", b"bc") != chained(b"ab", b"c")


class TestARoot:
    """The vectors of the reference implementation of RFC 6962."""

    LEAVES = (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    )  # fmt: skip
    ROOTS = (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    )

    @pytest.mark.parametrize("count", range(9))
    def test_it_is_that_of_rfc_6962(self, count):
        assert root(map(bytes.fromhex, self.LEAVES[:count])).hex() == self.ROOTS[count]


class TestAChain:
    def test_it_holds(self):
        assert broken(ALL) == ()
        assert broken(ALL, {("loan", "1"): (4, ONE[3].link), ("loan", "2"): (2, OTHER[1].link)}) == ()
        assert broken([]) == ()

    def test_what_was_changed_is_named_and_nothing_after_it(self):
        assert told(broken([ONE[0], evolve(ONE[1], stored=b"x"), *ONE[2:]])) == [("1", 2, Flaw.CHANGED)]

    def test_a_link_that_was_changed_breaks_its_record_and_the_one_after_it(self):
        found = broken([ONE[0], evolve(ONE[1], link=bytes(32)), *ONE[2:]])
        assert told(found) == [("1", 2, Flaw.CHANGED), ("1", 3, Flaw.CHANGED)]

    def test_those_that_are_missing_are_named(self):
        assert told(broken(ONE[1:])) == [("1", 1, Flaw.MISSING)]
        (gap,) = broken([ONE[0], ONE[3]])
        assert (gap.version, gap.last, gap.flaw) == (2, 3, Flaw.MISSING)
        assert str(gap) == "loan 1, records 2 to 3: it is missing"

    def test_the_last_one_is_missed_where_the_end_is_kept_elsewhere(self):
        assert broken(ONE[:3]) == ()
        assert told(broken(ONE[:3], {("loan", "1"): (4, ONE[3].link)})) == [("1", 4, Flaw.MISSING)]
        (gone,) = broken([], {("loan", "1"): (4, ONE[3].link)})
        assert (gone.version, gone.last) == (1, 4)

    def test_an_end_that_is_another_is_told(self):
        for ends in ({}, {("loan", "1"): (3, ONE[2].link)}, {("loan", "1"): (4, ONE[2].link)}):
            assert told(broken(ONE, ends)) == [("1", 4, Flaw.NOT_THE_END)]

    def test_doubles_and_a_wrong_order_are_named(self):
        assert told(broken([ONE[0], ONE[1], ONE[1], *ONE[2:]])) == [("1", 2, Flaw.DOUBLED)]
        assert told(broken([ONE[0], ONE[2], ONE[1], ONE[3]])) == [("1", 2, Flaw.OUT_OF_ORDER)]
        three = broken([ONE[0], ONE[3], ONE[2]])
        assert [(one.version, one.last, one.flaw) for one in three] == [
            (3, 0, Flaw.OUT_OF_ORDER), (2, 0, Flaw.MISSING),
        ]  # fmt: skip

    def test_two_that_were_swapped_are_named(self):
        second, third = evolve(ONE[1], version=3), evolve(ONE[2], version=2)
        named = {one.version for one in broken([ONE[0], second, third, ONE[3]])}
        assert named >= {2, 3}

    def test_one_that_is_doubled_after_a_gap_is_named(self):
        found = broken([ONE[0], ONE[2], ONE[2], ONE[3]])
        assert told(found) == [("1", 2, Flaw.MISSING), ("1", 3, Flaw.DOUBLED)]

    def test_a_number_that_is_none_is_a_change(self):
        assert told(broken([*ONE, evolve(ONE[3], version=0)])) == [("1", 0, Flaw.CHANGED)]

    def test_a_version_beyond_all_bounds_costs_nothing(self):
        (gap,) = broken([*ONE, evolve(ONE[3], version=2**60)])
        assert (gap.version, gap.last) == (5, 2**60 - 1)

    def test_one_of_another_case_is_named(self):
        assert told(broken([*ONE, evolve(OTHER[0], case="1", version=5)])) == [("1", 5, Flaw.CHANGED)]

    def test_a_reference_is_all_that_is_told_of_a_case(self):
        shown = repr(ONE[0]) + str(broken(ONE[1:])) + repr(broken(ONE[1:]))
        assert "link" not in shown
        assert "stored" not in shown

    def test_it_is_said_in_four_scripts(self):
        for lang in ("uz", "uz-Cyrl", "ru"):
            said = LABELS.say(lang)(broken(ONE[1:])[0].sentence)
            assert said != broken(ONE[1:])[0].sentence
            assert "loan 1" in said


def head(count, at=AT):
    return head_of((record.link for record in ALL[:count]), at)


def rewritten():
    """Case 1 from its third record on, by somebody who can compute a chain."""
    new = kept("1", b"a", b"b", b"C", b"d")
    return [ONE[0], OTHER[0], ONE[1], new[2], OTHER[1], new[3]]


class TestAStore:
    def test_every_head_of_it_holds_however_much_it_has_grown(self):
        found = verify(ALL, heads=[head(n) for n in (6, 0, 3, 5)])
        assert found.holds
        assert [(one.head.count, one.holds) for one in found.heads] == [(0, True), (3, True), (5, True), (6, True)]
        assert (found.records, found.cases, found.root) == (6, 2, head(6).root)

    def test_what_was_rewritten_whole_is_told_by_a_head_alone(self):
        assert verify(rewritten()).holds
        found = verify(rewritten(), heads=[head(2), head(6)])
        assert not found.holds
        assert found.broken == ()
        assert [one.holds for one in found.heads] == [True, False]
        assert found.heads[1].after == 2
        assert found.heads[1].suspects == (("loan", "1", 2), ("loan", "1", 3), ("loan", "2", 2), ("loan", "1", 4))

    def test_with_the_list_it_is_named(self):
        found = verify(rewritten(), heads=[head(6)], sealed=links_of(ALL))
        assert told(found.broken) == [("1", 3, Flaw.NOT_AS_SEALED), ("1", 4, Flaw.NOT_AS_SEALED)]

    def test_a_list_for_which_no_head_stands_is_not_believed(self):
        with pytest.raises(BadInput, match="none of the heads"):
            verify(ALL, heads=[head(5)], sealed=links_of(ALL))

    def test_fewer_than_a_head_counts_are_told(self):
        found = verify([record for record in ALL if record.case == "1"], heads=[head(2), head(6)])
        assert [(one.holds, one.fewer) for one in found.heads] == [(False, 0), (False, 2)]

    def test_a_whole_case_that_is_gone_is_named_by_the_list(self):
        found = verify([record for record in ALL if record.case == "1"], heads=[head(6)], sealed=links_of(ALL))
        assert told(found.broken) == [("2", 1, Flaw.MISSING), ("2", 2, Flaw.MISSING)]

    def test_what_is_missing_is_named_once(self):
        found = verify([ALL[0], *ALL[4:]], heads=[head(6)], sealed=links_of(ALL))
        assert [(one.case, one.version, one.last, one.flaw) for one in found.broken] == [
            ("1", 2, 3, Flaw.MISSING), ("2", 1, 0, Flaw.MISSING),
        ]  # fmt: skip

    def test_what_was_put_among_those_that_were_sealed_is_named_and_what_came_later_is_not(self):
        (third,) = kept("3", b"g")
        assert told(verify([*ALL[:3], third, *ALL[3:]], heads=[head(6)], sealed=links_of(ALL)).broken) == [
            ("3", 1, Flaw.NOT_SEALED)
        ]
        assert verify([*ALL, third], heads=[head(6)], sealed=links_of(ALL)).holds

    def test_records_that_are_suspect_are_named_up_to_a_thousand(self):
        many = kept("9", *[b"x"] * 1200)
        found = verify(kept("9", b"y", *[b"x"] * 1199), heads=[head_of((one.link for one in many), AT)])
        assert len(found.heads[0].suspects) == 1000


class TestTheListOfWhatWasSealed:
    def test_it_is_read_as_it_was_written(self):
        odd = [Sealed("loan", 'a "b", c', 1, bytes(range(32))), *links_of(ALL)]
        lines = list(written_links(odd))
        assert lines[0] == "process,case,version,link\n"
        assert read_links(lines) == tuple(odd)

    def test_every_line_that_is_none_is_told(self):
        with pytest.raises(BadDocument) as bad:
            read_links(["process,case,version,link\n", "loan,1,x,00\n", "loan,1\n", "loan,1,1,zz\n"])
        assert [fault.path for fault in bad.value.found] == ["line 2", "line 3", "line 4"]
        with pytest.raises(BadDocument, match="the columns process"):
            read_links(["case,link\n"])
        with pytest.raises(BadDocument, match="no CSV"):
            read_links(["process,case,version,link\n", 'loan,"1'])


class TestAHead:
    def test_its_document_is_read_as_it_was_written(self):
        for one in (head(6), signed(head(6), Ed25519PrivateKey.generate())):
            assert read_head(json.dumps(one.document())) == one
            assert pickle.loads(pickle.dumps(one)) == one

    def test_its_instant_is_told_in_utc(self):
        assert head(6).document()["at"] == "2026-03-04T06:00:00+00:00"

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("root", "00"), ("root", "A" * 64), ("root", 7), ("count", -1), ("count", "6"), ("at", "2026-03-04"),
            ("document", "entity"), ("prcomm", 99), ("signature", "AA=="), ("signature", None), ("other", 1),
        ],
    )  # fmt: skip
    def test_a_document_that_is_none_is_refused_with_its_place(self, field, value):
        document = signed(head(6), Ed25519PrivateKey.generate()).document()
        with pytest.raises(BadDocument):
            read_head(json.dumps({**document, field: value}))

    def test_a_signature_without_its_key_is_refused(self):
        document = signed(head(6), Ed25519PrivateKey.generate()).document()
        del document["key"]
        with pytest.raises(BadDocument, match="or neither"):
            read_head(json.dumps(document))

    def test_what_is_none_is_refused_with_every_fault(self):
        with pytest.raises(BadInput) as bad:
            Head("00", -1, "today")
        assert len(bad.value.faults) == 3
        with pytest.raises(BadInput, match="32 bytes, not 3"):
            Head(b"abc", 1, AT)
        with pytest.raises(BadInput, match="with a zone"):
            Head(bytes(32), 1, AT.naive())


PRIVATE = b"""-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
"""
"""The key of the example in RFC 8410, section 10.3."""
PUBLIC = b"""-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
"""


class TestASignature:
    def test_it_is_of_the_key_that_is_published(self):
        assert verified(signed(head(6), private_key(PRIVATE)), public_key(PUBLIC)) == head(6)

    def test_another_key_and_another_head_are_told_apart(self):
        one = signed(head(6), private_key(PRIVATE))
        with pytest.raises(NotSigned, match="another key") as other:
            verified(one, Ed25519PrivateKey.generate().public_key())
        assert pickle.loads(pickle.dumps(other.value)).other
        for changed in (head(5), evolve(head(6), root=bytes(32)), evolve(head(6), at=AT.add(seconds=1))):
            with pytest.raises(NotSigned, match="not what was signed"):
                verified(SignedHead(changed, one.signature, one.key), public_key(PUBLIC))

    def test_a_key_of_another_kind_is_refused(self):
        for pem in (b"", b"no key", PUBLIC):
            with pytest.raises(BadInput, match="private key"):
                private_key(pem)
        with pytest.raises(BadInput, match="public key"):
            public_key(PRIVATE)
        with pytest.raises(BadInput, match="not encrypted"):
            private_key(PRIVATE, b"secret")

    def test_a_key_may_be_encrypted(self):
        from cryptography.hazmat.primitives import serialization as how

        locked = private_key(PRIVATE).private_bytes(
            how.Encoding.PEM, how.PrivateFormat.PKCS8, how.BestAvailableEncryption(b"secret")
        )
        assert signed(head(6), private_key(locked, b"secret")) == signed(head(6), private_key(PRIVATE))
        with pytest.raises(BadInput, match="needs a password"):
            private_key(locked)
        with pytest.raises(BadInput, match="its password"):
            private_key(locked, b"other")

    def test_a_key_that_is_not_of_ed25519_is_refused(self):
        from cryptography.hazmat.primitives import serialization as how
        from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

        other = generate_private_key(SECP256R1())
        with pytest.raises(BadInput, match="of Ed25519"):
            private_key(other.private_bytes(how.Encoding.PEM, how.PrivateFormat.PKCS8, how.NoEncryption()))
        with pytest.raises(BadInput, match="of Ed25519"):
            public_key(other.public_key().public_bytes(how.Encoding.PEM, how.PublicFormat.SubjectPublicKeyInfo))
