"""What leaves a release: its posting and its airing, as a channel carries them, and what was let out of it."""

from collections.abc import Iterator
from typing import Annotated as An

from attrs import frozen
from pendulum import Date, DateTime

from prcomm.core.sources.people import Actor
from prcomm.core.sources.redaction import emptied
from prcomm.press.channels import Air, Post, Text
from prcomm.press.releases import actions as do, model as m

__all__ = ["LetOut", "airing", "let_out", "posting"]


def posting(release: m.Release, *, posting: str, at: DateTime, by: Actor) -> Post:
    """The posting of a release, as its file stands: a channel knows no release."""
    return Post(at=at, by=by, posting=posting, what=_text(release, m.Use.PUBLISH, at))


def airing(release: m.Release, *, next: Date | None, at: DateTime, by: Actor) -> Air:
    """The airing of a release, as its file stands, and the day of the next airing if there is to be one."""
    return Air(at=at, by=by, what=_text(release, m.Use.BROADCAST, at), next=next)


def _text(release: m.Release, use: m.Use, at: DateTime) -> Text:
    """What is out and not known to be wrong may go on; what an embargo blocks may not, until its instant."""
    out = release.is_out and not release.wrong
    return Text(file=release.reference, release=True, out=out, blocked=m.blocked(release, use, at))


@frozen(kw_only=True)
class LetOut:
    """A text that was let out: the release, or a correction of it."""

    at: An[DateTime, "when it went out"]
    text: An[str, "the digest of the text"]
    what: An[str, "a reference to what it corrects; empty of the release itself"] = ""
    authors: An[frozenset[str], "the ids of those who wrote it"]
    let_out_by: An[str, "the id of who let it out"]
    permission: An[m.Permission | None, "by what permission of the investigation"] = None
    names: An[tuple[m.Mention, ...], "whom it names or lets be known, without their data"] = ()
    channels: An[tuple[str, ...], "the ids of the channels in which it went out"] = ()


def let_out(release: m.Release) -> tuple[LetOut, ...]:
    """What was let out of it, in order: which text, who wrote it, who let it out, whose names stood in it.

    It stays after the text is gone: it holds references and digests, and of people no more than a reference.
    """
    return tuple(_let_out(release))


def _let_out(release: m.Release) -> Iterator[LetOut]:
    own: m.Pending | None = None
    correction: m.Pending | None = None
    approved: do.Approve | None = None
    for record in release.told:
        match record.action:
            case do.Draft() | do.Redraft() as a:
                own = do.written(a, own)
            case do.Approve() as a:
                approved = a
            case do.Publish() as a if own is not None and approved is not None:
                yield _went_out(own, a, approved)
                approved = None  # what goes out in more channels later is the same text
            case do.DraftCorrection() as a:
                correction = do.written(a, correction)
            case do.Correct() as a if correction is not None:
                yield _went_out(correction, a, a)
                correction = None
            case _:
                pass


def _went_out(text: m.Pending, a: do.Publish | do.Correct, by: do.LettingOut) -> LetOut:
    names = emptied(tuple(one for one in text.mentions if one.tells_who))
    return LetOut(
        at=a.at, text=text.digest, what=text.what, authors=text.authors, let_out_by=by.by.known_as,
        permission=by.permission, names=names, channels=do.active(a.on),
    )  # fmt: skip
