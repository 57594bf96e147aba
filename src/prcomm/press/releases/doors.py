"""What leaves a release: its posting and its airing, as a channel carries them, and what was let out of it."""

from collections.abc import Iterator
from typing import Annotated as An

from attrs import frozen
from pendulum import Date, DateTime

from prcomm.core.sources.people import Actor, redacted
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
    own, correction = _Text(), _Text()
    approved: do.Approve | None = None
    for record in release.told:
        match record.action:
            case do.Draft() | do.Redraft() as a:
                own = own.written(a)
            case do.Approve() as a:
                approved = a
            case do.Publish() as a if approved is not None:
                yield own.let_out(a, approved)
                approved = None  # what goes out in more channels later is the same text
            case do.DraftCorrection() as a:
                correction = correction.written(a)
            case do.Correct() as a:
                yield correction.let_out(a, a)
                correction = _Text()
            case _:
                pass


@frozen
class _Text:
    """A text that is written, and not let out."""

    digest: str = ""
    what: str = ""
    authors: frozenset[str] = frozenset()
    names: tuple[m.Mention, ...] = ()

    def written(self, a: do.Draft | do.Redraft | do.DraftCorrection) -> "_Text":
        what = a.what if isinstance(a, do.DraftCorrection) else ""
        names = tuple(one for one in a.mentions if one.tells_who)
        return _Text(a.digest, what, self.authors | {a.by.known_as}, names)

    def let_out(self, a: do.Publish | do.Correct, by: do.LettingOut) -> LetOut:
        return LetOut(
            at=a.at, text=self.digest, what=self.what, authors=self.authors, let_out_by=by.by.known_as,
            permission=by.permission, names=redacted(self.names), channels=do.active(a.on),
        )  # fmt: skip
