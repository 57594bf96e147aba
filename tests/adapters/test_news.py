"""A release as others read it: IPTC ninjs 3.1 by the schema that IPTC publishes, schema.org, an Atom feed.

The release is drafted on Monday 3 August 2026 at nine and approved at ten. What each standard says of it is written by
hand here; that a document breaks a rule is seen by the published schema and by what reads it.
"""

import copy
import json
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from attrs import evolve
from citizens.cases import at
from jsonschema import Draft202012Validator, FormatChecker

from prcomm import Actor, BadInput, Reference
from prcomm.adapters.json import BadDocument
from prcomm.adapters.news import NewsItem, NewsText, Provider, Usability, atom, feed_of_channel, ninjs, schema_org
from prcomm.law import office
from prcomm.law.roles import PRESS_HEAD, PRESS_OFFICER
from prcomm.press.channels import CHANNEL, Activate, ChannelKind, Compromise, Declare, On, Post, Text
from prcomm.press.releases import (
    RELEASE,
    Approve,
    Correct,
    Draft,
    DraftCorrection,
    Drop,
    Embargo,
    FindWrong,
    LiftEmbargo,
    Publish,
    Release,
    ReleaseAction,
    SetEmbargo,
    Submit,
    TakeDown,
    Use,
    Withdraw,
)

OFFICER, CHIEF = Actor("officer 1", PRESS_OFFICER), Actor("press head", PRESS_HEAD)
OFFICE = office("region IIB")
URI, PROVIDER = "https://iib.example.uz/news/7", Provider("Region IIB", "https://iib.example.uz")
TEXT = NewsText("digest 1", "Two cars met", "Nobody was hurt.\n\nThe road is open.", "ru")
CORRECTED = NewsText("digest 2", "Two cars met", "One person was hurt.", "ru")
SITE = On(channel=Reference("channel", "site"), active=True)
CLEAN = {"no_secret": True, "permission": None, "guilt_stated": False}


def on(day: int, hour: int, minute: int = 0):
    return at(8, day, hour, minute)


DRAFTED = Draft(at=on(3, 9), by=OFFICER, case="7", office=OFFICE, digest="digest 1")
APPROVED = (DRAFTED, Submit(at=on(3, 9), by=OFFICER), Approve(at=on(3, 10), by=CHIEF, **CLEAN))
PUBLISHED = (*APPROVED, Publish(at=on(3, 11), by=OFFICER, on=(SITE,)))
WRONG = (*PUBLISHED, FindWrong(at=on(3, 12), by=OFFICER))
PENDING = (*WRONG, DraftCorrection(at=on(3, 13), by=OFFICER, what="the injured", digest="digest 2"))
CORRECTION = (*PENDING, Correct(at=on(3, 14), by=CHIEF, on=(SITE,), **CLEAN))
DOWN = TakeDown(at=on(3, 13), by=OFFICER, channel="site")
WITHDRAWN = (*WRONG, DOWN, Withdraw(at=on(3, 14), by=CHIEF, reason="digest 9"))


TILL_NEXT_EVENING, LATER = on(4, 18), on(5, 9)


def under(*uses: Use) -> SetEmbargo:
    embargo = Embargo(until=TILL_NEXT_EVENING, binds=("TV 1", "TV 2"), blocks=frozenset(uses))
    return SetEmbargo(at=on(3, 10), by=CHIEF, embargo=embargo)


def release(steps: tuple[ReleaseAction, ...]) -> Release:
    return RELEASE.replay(steps)


def item(steps: tuple[ReleaseAction, ...], when=LATER, text: NewsText | None = TEXT) -> NewsItem:
    return NewsItem.of(release(steps), text, uri=URI, provider=PROVIDER, at=when)


class TestWhatMayBeDoneWithIt:
    @pytest.mark.parametrize(
        ("steps", "text", "usability", "version", "sent"),
        [
            (APPROVED, TEXT, Usability.WITHHELD, 1, True),
            (PUBLISHED, TEXT, Usability.USABLE, 2, True),
            (WRONG, TEXT, Usability.WITHHELD, 3, False),
            (PENDING, TEXT, Usability.WITHHELD, 3, False),
            (CORRECTION, CORRECTED, Usability.USABLE, 4, True),
            (WITHDRAWN, TEXT, Usability.CANCELED, 4, False),
            ((*APPROVED, Drop(at=on(3, 11), by=CHIEF, reason="digest 9")), TEXT, Usability.CANCELED, 2, False),
        ],
        ids=["approved", "published", "wrong", "correction drafted", "corrected", "withdrawn", "dropped"],
    )
    def test_by_what_is_on_file(self, steps, text, usability, version, sent):
        found = item(steps, text=text)
        assert (found.usability, found.version, bool(found.body)) == (usability, version, sent)

    def test_its_instants_are_those_of_the_file(self):
        found = item(CORRECTION, text=CORRECTED)
        assert (found.created, found.published, found.changed) == (on(3, 9), on(3, 11), on(3, 14))

    def test_what_was_done_later_is_not_known(self):
        found = item(WITHDRAWN, when=on(3, 11, 30))
        assert (found.usability, found.version, found.body) == (Usability.USABLE, 2, TEXT.body)

    def test_a_corrected_text_is_a_later_version_of_the_same_address(self):
        first, second = item(CORRECTION, when=on(3, 11)), item(CORRECTION, text=CORRECTED)
        assert first.uri == second.uri
        assert first.version < second.version
        assert (first.body, second.body) == (TEXT.body, CORRECTED.body)


class TestUnderAnEmbargo:
    UNTIL = TILL_NEXT_EVENING
    BLOCKED = (*APPROVED, under(Use.PUBLISH, Use.BROADCAST))
    ON_AIR_LATER = (*APPROVED, under(Use.BROADCAST), Publish(at=on(3, 11), by=OFFICER, on=(SITE,)))

    def test_until_its_instant_and_not_at_it(self):
        before, then = item(self.BLOCKED, when=on(4, 17, 59)), item(self.BLOCKED, when=self.UNTIL)
        assert (before.embargoed_until, then.embargoed_until) == (self.UNTIL, None)
        assert (before.usability, then.usability) == (Usability.WITHHELD, Usability.WITHHELD)
        assert "no publication, no broadcast" in before.terms
        assert "TV 1, TV 2" in before.terms
        assert then.terms == ""

    def test_what_is_out_may_still_be_kept_from_the_air(self):
        found = item(self.ON_AIR_LATER, when=on(4, 9))
        assert (found.usability, found.embargoed_until) == (Usability.USABLE, None)
        assert "no broadcast" in found.terms
        assert "no publication" not in found.terms

    def test_lifted_it_binds_nobody(self):
        lifted = (*self.ON_AIR_LATER, LiftEmbargo(at=on(3, 12), by=CHIEF))
        assert item(lifted, when=on(3, 11, 30)).terms
        assert item(lifted, when=on(3, 12)).terms == ""


class TestWhatIsNoNews:
    @pytest.mark.parametrize("steps", [(DRAFTED,), APPROVED[:2]], ids=["drafted", "submitted"])
    def test_a_draft(self, steps):
        with pytest.raises(BadInput, match="nobody has approved it"):
            item(steps)

    def test_every_fault_is_told_at_once(self):
        with pytest.raises(BadInput) as bad:
            NewsItem.of(
                release(PUBLISHED), NewsText("digest 8", "", "", ""), uri="7", provider=Provider("", "x y"), at=on(5, 9)
            )
        assert [fault.partition(":")[0] for fault in bad.value.faults] == [
            "uri",
            "provider",
            "provider",
            "text",
            "text",
        ]

    def test_nor_is_it_before_it_was_written_or_without_a_zone(self):
        with pytest.raises(BadInput, match="not written by then"):
            item(PUBLISHED, when=on(3, 8))
        with pytest.raises(BadInput, match="with its zone"):
            item(PUBLISHED, when=on(3, 12).naive())


PUBLISHED_BY_IPTC = Path(ninjs.__file__).with_name("ninjs-schema_3.1.json").read_text(encoding="utf-8")
BY_IPTC = Draft202012Validator(json.loads(PUBLISHED_BY_IPTC), format_checker=FormatChecker())
ITEMS = {
    "published": item(PUBLISHED),
    "embargoed": item(TestUnderAnEmbargo.BLOCKED, when=on(4, 9)),
    "kept from the air": item(TestUnderAnEmbargo.ON_AIR_LATER, when=on(4, 9)),
    "wrong": item(WRONG),
    "corrected": item(CORRECTION, text=CORRECTED),
    "withdrawn": item(WITHDRAWN, text=None),
    "without an address of the provider": evolve(item(PUBLISHED), provider=Provider("Region IIB")),
}


BROKEN: dict[str, tuple[Callable[[dict], object], str]] = {
    "no address": (lambda d: d.pop("uri"), "required"),
    "a field of no name": (lambda d: d.update(pubstatus="usable"), "unevaluatedProperties"),
    "another status": (lambda d: d.update(pubStatus="cancelled"), "enum"),
    "another type": (lambda d: d.update(type="article"), "enum"),
    "half a representation": (lambda d: d.update(representationType="half"), "enum"),
    "a version that is a number": (lambda d: d.update(version=3), "type"),
    "a headline that is a text": (lambda d: d.update(headlines="Two cars met"), "type"),
    "a headline without its value": (lambda d: d.update(headlines=[{"role": "main"}]), "required"),
    "a body with a field of no name": (lambda d: d["bodies"][0].update(text="x"), "additionalProperties"),
    "a source that is a text": (lambda d: d.update(infoSources=["Region IIB"]), "type"),
    "a standard with a field of no name": (lambda d: d["standard"].update(uri="x"), "additionalProperties"),
    "an urgency of ten": (lambda d: d.update(urgency=10), "maximum"),
}


class TestNinjs:
    def test_a_release_by_hand(self):
        assert ninjs.write(ITEMS["kept from the air"]) == {
            "uri": "https://iib.example.uz/news/7",
            "standard": {
                "name": "ninjs",
                "version": "3.1",
                "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
            },
            "type": "text",
            "representationType": "full",
            "version": "3",
            "firstCreated": "2026-08-03T09:00:00+05:00",
            "versionCreated": "2026-08-03T11:00:00+05:00",
            "contentCreated": "2026-08-03T11:00:00+05:00",
            "pubStatus": "usable",
            "usageTerms": "Embargo until 2026-08-04T18:00:00+05:00: no broadcast. It binds: TV 1, TV 2.",
            "language": "ru",
            "headlines": [{"value": "Two cars met"}],
            "bodies": [{"contentType": "text/plain", "value": "Nobody was hurt.\n\nThe road is open."}],
            "infoSources": [{"name": "Region IIB", "uri": "https://iib.example.uz"}],
        }

    @pytest.mark.parametrize("name", ITEMS)
    def test_is_as_iptc_publishes_it_and_read_as_it_was_written(self, name):
        document = json.loads(json.dumps(ninjs.write(ITEMS[name])))
        assert list(BY_IPTC.iter_errors(document)) == []
        assert ninjs.read(document, zone="Asia/Tashkent") == ITEMS[name]

    def test_an_embargo_and_what_is_gone(self):
        assert ninjs.write(ITEMS["embargoed"])["embargoedUntil"] == "2026-08-04T18:00:00+05:00"
        gone = ninjs.write(ITEMS["withdrawn"])
        assert (gone["pubStatus"], gone["representationType"]) == ("canceled", "partial")
        assert not gone.keys() & {"headlines", "bodies", "language"}

    @pytest.mark.parametrize("broken", BROKEN)
    def test_a_document_that_breaks_a_rule_is_refused(self, broken):
        document = json.loads(json.dumps(ninjs.write(ITEMS["published"])))
        change, rule = BROKEN[broken]
        change(document)
        assert rule in {error.validator for error in BY_IPTC.iter_errors(document)}
        with pytest.raises(BadDocument, match=rule):
            ninjs.read(document, zone="Asia/Tashkent")

    def test_a_misspelt_field_is_guessed_and_a_key_is_not_shown(self):
        document = ninjs.write(ITEMS["published"]) | {"pubstatus": "usable", "Karimova Nodira": 1}
        with pytest.raises(BadDocument, match="did you mean pubStatus") as bad:
            ninjs.read(document, zone="Asia/Tashkent")
        assert len(bad.value.found) == 2
        assert "Karimova" not in str(bad.value)

    @pytest.mark.parametrize(
        ("changes", "path"),
        [
            ({"firstCreated": "yesterday"}, "firstCreated"),
            ({"embargoedUntil": "2026-08-04T18:00:00"}, "embargoedUntil"),
            ({"uri": "seven"}, "uri"),
            ({"version": "second"}, "version"),
            ({"infoSources": []}, "infoSources"),
            ({"infoSources": [{"uri": "https://x.uz"}]}, "infoSources"),
        ],
    )
    def test_what_an_item_needs_besides(self, changes, path):
        document = ninjs.write(ITEMS["published"]) | changes
        with pytest.raises(BadDocument) as bad:
            ninjs.read(document, zone="Asia/Tashkent")
        assert [fault.path for fault in bad.value.found] == [path]

    def test_every_fault_at_once_and_nothing_of_the_text(self):
        document = ninjs.write(ITEMS["published"]) | {"pubStatus": "Karimova Nodira", "urgency": 0, "version": "x"}
        del document["versionCreated"]
        with pytest.raises(BadDocument) as bad:
            ninjs.read(document, zone="Asia/Tashkent")
        assert {fault.path for fault in bad.value.found} == {"pubStatus", "urgency", "version", "versionCreated"}
        assert "Karimova" not in str(bad.value)

    @pytest.mark.parametrize("document", [None, [], "x", 7])
    def test_what_is_no_object(self, document):
        with pytest.raises(BadDocument, match="type"):
            ninjs.read(document, zone="Asia/Tashkent")


class TestSchemaOrg:
    OUT = ("published", "kept from the air", "corrected", "withdrawn", "without an address of the provider")

    def test_a_page_by_hand(self):
        assert schema_org.write(ITEMS["corrected"]) == {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "identifier": "https://iib.example.uz/news/7",
            "version": 4,
            "creativeWorkStatus": "usable",
            "dateCreated": "2026-08-03T09:00:00+05:00",
            "dateModified": "2026-08-03T14:00:00+05:00",
            "datePublished": "2026-08-03T11:00:00+05:00",
            "publisher": {
                "@type": "GovernmentOrganization",
                "name": "Region IIB",
                "url": "https://iib.example.uz",
            },
            "inLanguage": "ru",
            "headline": "Two cars met",
            "articleBody": "One person was hurt.",
        }

    @pytest.mark.parametrize("name", OUT)
    def test_is_read_as_it_was_written(self, name):
        document = json.loads(json.dumps(schema_org.write(ITEMS[name])))
        assert schema_org.read(document, zone="Asia/Tashkent") == ITEMS[name]

    @pytest.mark.parametrize("name", sorted(ITEMS.keys() - {*OUT}))
    def test_a_page_shows_what_is_out(self, name):
        with pytest.raises(BadInput, match="a page shows what is out"):
            schema_org.write(ITEMS[name])

    @pytest.mark.parametrize(
        ("change", "path"),
        [
            (lambda d: d.update({"@type": "Article"}), "@type"),
            (lambda d: d.update({"@context": "https://example.org"}), "@context"),
            (lambda d: d.update(identifier="7"), "identifier"),
            (lambda d: d.update(creativeWorkStatus="Published"), "creativeWorkStatus"),
            (lambda d: d.update(version="4"), "version"),
            (lambda d: d.update(headline=4), "headline"),
            (lambda d: d.update(datePublished="3 August"), "datePublished"),
            (lambda d: d.pop("dateModified"), "dateModified"),
            (lambda d: d.pop("publisher"), "publisher"),
            (lambda d: d["publisher"].pop("name"), "publisher.name"),
            (lambda d: d["publisher"].update(email="x"), "publisher"),
            (lambda d: d.update(author="x"), ""),
        ],
    )
    def test_a_document_that_breaks_a_rule_is_refused(self, change, path):
        document = copy.deepcopy(schema_org.write(ITEMS["published"]))
        change(document)
        with pytest.raises(BadDocument) as bad:
            schema_org.read(document, zone="Asia/Tashkent")
        assert path in {fault.path for fault in bad.value.found}


def channel(*more):
    ours = Text(file=Reference("release", "7"), release=True, out=True)
    steps = (
        Declare(at=on(3, 8), by=CHIEF, case="site", office=OFFICE, kind=ChannelKind.OFFICIAL_SITE, act="order 1"),
        Activate(at=on(3, 8), by=CHIEF, act="order 1"),
        Post(at=on(3, 11), by=OFFICER, posting="1", what=ours),
        Post(at=on(3, 12), by=OFFICER, posting="2", what=Text.of_file(Reference("briefing", "b1"))),
    )
    return CHANNEL.replay((*steps, *more))


class TestAtom:
    FEED = "https://iib.example.uz/news.atom"

    def test_of_a_channel(self):
        items = {Reference("release", "7"): ITEMS["corrected"]}
        read = feedparser.parse(feed_of_channel(channel(), items, title="Region IIB", uri=self.FEED, language="ru"))
        assert not read.bozo
        assert (read.version, read.feed.title, read.feed.id) == ("atom10", "Region IIB", self.FEED)
        (entry,) = read.entries
        assert (entry.id, entry.link, entry.title) == (URI, URI, "Two cars met")
        assert (entry.published, entry.updated) == ("2026-08-03T11:00:00+05:00", "2026-08-03T14:00:00+05:00")
        assert (entry.author, entry.content[0].value) == ("Region IIB", "<p>One person was hurt.</p>")

    def test_the_newest_first_and_only_what_may_be_used(self):
        other = evolve(ITEMS["published"], uri="https://iib.example.uz/news/8", body="1 < 2 & 3")
        read = feedparser.parse(atom("All", self.FEED, [other, *ITEMS.values()]))
        assert [entry.id for entry in read.entries][:1] == [URI]
        assert {entry.updated for entry in read.entries} == {"2026-08-03T14:00:00+05:00", "2026-08-03T11:00:00+05:00"}
        assert len(read.entries) == 5  # but the embargoed, the wrong and the withdrawn one
        assert "1 &lt; 2 &amp; 3" in {entry.content[0].value[3:-4] for entry in read.entries}

    def test_terms_go_along(self):
        read = feedparser.parse(atom("One", self.FEED, [ITEMS["kept from the air"]]))
        assert "no broadcast" in read.entries[0].rights

    def test_what_is_in_doubt_after_a_breach_is_not_in_it(self):
        broken = channel(Compromise(at=on(3, 13), by=OFFICER, since=on(3, 11)))
        with pytest.raises(BadInput, match="nothing in it may be used"):
            feed_of_channel(broken, {Reference("release", "7"): ITEMS["published"]}, title="x", uri=self.FEED)

    def test_every_fault_at_once(self):
        with pytest.raises(BadInput) as bad:
            atom("", "here", [ITEMS["withdrawn"]])
        assert [fault.partition(":")[0] for fault in bad.value.faults] == ["title", "uri", "items"]
