"""News items as an Atom feed, for whoever follows a channel or a release (RFC 4287)."""

from collections.abc import Iterable, Mapping

from feedgenerator import Atom1Feed  # pyright: ignore[reportMissingTypeStubs]  # it has none

from prcomm.adapters.news.items import NewsItem, Usability, is_address
from prcomm.core.table.entities import Reference
from prcomm.core.values.errors import BadInput
from prcomm.press.channels import Channel, PostingState, doubtful

__all__ = ["atom", "feed_of_channel"]


def atom(title: str, uri: str, items: Iterable[NewsItem], *, language: str = "") -> str:
    """A feed of what may be used of some items, the newest first: what is withheld, embargoed or canceled is not in it.

    Args:
        title: what the feed is called.
        uri: its own address, which never changes.
        items: the items: of one release, or of many.
        language: the tag of the language of its title.

    Raises:
        BadInput: it has no title, its address is none, or there is nothing in it. A feed says when it was last changed,
            and one of nothing can't.
    """
    out = sorted((one for one in items if _is_out(one)), key=lambda one: (one.changed, one.uri), reverse=True)
    faults = [
        *(["title: what the feed is called"] if not title else []),
        *(["uri: an absolute address"] if not is_address(uri) else []),
        *(["items: nothing in it may be used"] if not out else []),
    ]
    if faults:
        raise BadInput("a feed", tuple(faults))
    feed = Atom1Feed(title=title, link=uri, description=None, language=language or None, feed_url=uri, feed_guid=uri)
    for one in out:
        feed.add_item(  # pyright: ignore[reportUnknownMemberType]  # it has no types
            title=one.headline, link=one.uri, description=None, unique_id=one.uri, pubdate=one.published,
            updateddate=one.changed, author_name=one.provider.name, author_link=one.provider.uri or None,
            content=_as_html(one.body), item_copyright=one.terms or None,
        )  # fmt: skip
    return str(feed.writeString("utf-8"))  # pyright: ignore[reportUnknownMemberType]  # as above


def feed_of_channel(
    channel: Channel, items: Mapping[Reference, NewsItem], *, title: str, uri: str, language: str = ""
) -> str:
    """A feed of what stands in a channel: its postings, but those that were disowned or are in doubt after a breach.

    Args:
        channel: whose postings.
        items: the item of each file that a posting names; what it has no item for is no news.
        title, uri, language: as of ``atom``.

    Raises:
        BadInput: as ``atom`` does.
    """
    in_doubt = {one.id for one in doubtful(channel)}
    ours = (one for one in channel.postings if one.state is not PostingState.DISOWNED and one.id not in in_doubt)
    standing = (one.what for one in ours)
    named = dict.fromkeys(file for file in standing if file is not None)
    return atom(title, uri, (items[file] for file in named if file in items), language=language)


def _is_out(item: NewsItem) -> bool:
    return item.usability is Usability.USABLE and item.embargoed_until is None and bool(item.headline)


def _as_html(text: str) -> str:
    """Plain text, as the content of an entry is HTML."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{part.strip()}</p>" for part in escaped.split("\n\n") if part.strip())
