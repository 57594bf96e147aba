"""What a recipient of a release must know of it, in the words that the standards share."""

from collections.abc import Iterator
from enum import Enum
from typing import Annotated as An
from urllib.parse import urlsplit

from attrs import field, frozen
from pendulum import DateTime

from prcomm.core.sources.people import hidden
from prcomm.core.table.entities import earlier
from prcomm.core.values.display import as_shown
from prcomm.core.values.errors import BadInput
from prcomm.press.releases import (
    OUT,
    RELEASE,
    Approve,
    Correct,
    Drop,
    FindWrong,
    LiftEmbargo,
    Publish,
    Release,
    ReleaseState,
    SendBack,
    SetEmbargo,
    TakeBackFinding,
    Use,
    Withdraw,
)

__all__ = ["NewsItem", "NewsText", "Provider", "Usability"]

TOLD = (Approve, SetEmbargo, LiftEmbargo, SendBack, Publish, FindWrong, TakeBackFinding, Correct, Withdraw, Drop)
"""The steps after which what a recipient may do with it, or what it says, can be another: each makes a version."""
GONE = ReleaseState.WITHDRAWN | ReleaseState.DROPPED
USES = {Use.PUBLISH: "no publication", Use.QUOTE: "no quotation", Use.BROADCAST: "no broadcast"}


class Usability(Enum):
    """What a recipient may do with it: the publishing status of IPTC."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@frozen
class NewsText:
    """The text of a release, which the host keeps."""

    __rich_repr__ = as_shown

    digest: An[str, "the digest under which the release knows it"]
    headline: An[str, "its headline"]
    body: An[str, "its body, as plain text"] = field(repr=hidden)
    language: An[str, "its language, as a tag: uz, uz-Cyrl, ru"]


@frozen
class Provider:
    """The body whose release it is, as it is called in public."""

    name: An[str, "its name"]
    uri: An[str, "its own address on the web"] = ""


@frozen(kw_only=True)
class NewsItem:
    """A release at an instant, as a recipient sees it.

    Without a text it still says what became of it: what is known to be wrong, or was withdrawn or dropped, is not sent
    again to say that it must not be used.
    """

    __rich_repr__ = as_shown

    uri: An[str, "its address, the same for every version"]
    version: An[int, "its version: a later one has a greater number"]
    usability: An[Usability, "what may be done with it"]
    created: An[DateTime, "when it was first written"]
    changed: An[DateTime, "when this version began"]
    provider: An[Provider, "the body whose release it is"]
    published: An[DateTime | None, "when it first went out, if it did"] = None
    embargoed_until: An[DateTime | None, "the instant before which nobody publishes it"] = None
    terms: An[str, "what else binds whoever got it, in words"] = ""
    language: An[str, "the language of the text"] = ""
    headline: An[str, "its headline"] = ""
    body: An[str, "its text"] = field(default="", repr=hidden)

    @classmethod
    def of(cls, release: Release, text: NewsText | None, *, uri: str, provider: Provider, at: DateTime) -> "NewsItem":
        """A release as it stands at an instant.

        Args:
            release: what is on file.
            text: its text, of the digest on file; ``None`` where it is not to be sent, or must not be.
            uri: the address by which recipients know it.
            provider: the body, as it is called in public.
            at: the instant, with its zone: an embargo is judged at it, and what was done later is not known.

        Raises:
            BadInput: it is a draft that nobody approved, or not written yet; the text is not the one on file, or has no
                headline or language; the address is none. Every fault at once.
        """
        known = None if at.tzinfo is None else RELEASE.as_known(release, at)
        faults = (*_of_the_host(uri, provider, at), *_of_the_text(known, text))
        if faults or known is None:
            raise BadInput("a news item", faults)
        told = [one for one in known.history if isinstance(one.action, TOLD)]
        sent = text if text is not None and _may_be_sent(known) else None
        embargo = known.embargo if known.embargo is not None and earlier(at, known.embargo.until) else None
        blocks = frozenset[Use]() if embargo is None else embargo.blocks
        return cls(
            uri=uri,
            version=len(told),
            usability=_usability(known),
            created=known.history[0].action.at,
            changed=told[-1].action.at,
            provider=provider,
            published=next((one.action.at for one in told if isinstance(one.action, Publish)), None),
            embargoed_until=embargo.until if embargo is not None and Use.PUBLISH in blocks else None,
            terms="" if embargo is None else _terms(embargo.until, embargo.binds, blocks),
            language="" if sent is None else sent.language,
            headline="" if sent is None else sent.headline,
            body="" if sent is None else sent.body,
        )


def _usability(release: Release) -> Usability:
    if release.state in GONE:
        return Usability.CANCELED
    return Usability.USABLE if release.state in OUT and not release.wrong else Usability.WITHHELD


def _may_be_sent(release: Release) -> bool:
    """What is known to be wrong is not sent again, nor what was withdrawn."""
    return release.state not in GONE and not release.wrong


def _terms(until: DateTime, binds: tuple[str, ...], blocks: frozenset[Use]) -> str:
    forbidden = ", ".join(said for use, said in USES.items() if use in blocks)
    return f"Embargo until {until.isoformat()}: {forbidden}. It binds: {', '.join(binds)}."


def _of_the_host(uri: str, provider: Provider, at: DateTime) -> Iterator[str]:
    """What is wrong with what the host says of itself."""
    if not is_address(uri):
        yield "uri: an absolute address, as https://example.uz/news/7"
    if provider.uri and not is_address(provider.uri):
        yield "provider: an absolute address, or none"
    if not provider.name:
        yield "provider: its name"
    if at.tzinfo is None:
        yield "at: an instant with its zone"


def _of_the_text(release: Release | None, text: NewsText | None) -> Iterator[str]:
    """Why there is nothing to send, or not this text."""
    if release is None:
        yield "at: it was not written by then"
        return
    if release.state in ReleaseState.DRAFTED | ReleaseState.SUBMITTED:
        yield "release: nobody has approved it, so there is nothing to send"
    if text is not None and text.digest != release.digest:
        yield "text: it is not the one on file; its digest is another"
    if text is not None and not (text.headline and text.language):
        yield "text: it has a headline and the tag of its language"


def is_address(uri: str) -> bool:
    """Whether a text is an absolute address."""
    parts = urlsplit(uri)
    return bool(parts.scheme) and bool(parts.netloc or parts.path) and not any(map(str.isspace, uri))
