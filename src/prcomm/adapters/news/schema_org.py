"""A news item as a ``NewsArticle`` of schema.org, for the page on which it stands, and such a document read.

schema.org publishes names and what they are of, and no rules of a document: what is asked here is that each name is
known to it, and is of the kind it has there.
"""

from typing import Final

from pendulum import DateTime

from prcomm.adapters.fields import Fields, instant_from
from prcomm.adapters.json.faults import BadDocument, DocumentFault, Faults
from prcomm.adapters.news.items import NewsItem, Provider, Usability, is_address
from prcomm.core.values.errors import BadInput

__all__ = ["FIELDS", "read", "write"]

CONTEXT: Final = "https://schema.org"
WHAT = "a NewsArticle"
FIELDS: Final = (
    "@context", "@type", "identifier", "version", "creativeWorkStatus", "dateCreated", "dateModified", "datePublished",
    "publisher", "usageInfo", "inLanguage", "headline", "articleBody",
)  # fmt: skip
"""The names that are written and read."""
OF_A_PAGE = (Usability.USABLE, Usability.CANCELED)
CONTEXTS = {f"{scheme}://schema.org{end}" for scheme in ("http", "https") for end in ("", "/")}
WANTED = {
    "@context": CONTEXT,
    "@type": "NewsArticle",
    "identifier": "an absolute address",
    "creativeWorkStatus": " or ".join(one.value for one in OF_A_PAGE),
}


def write(item: NewsItem) -> dict[str, object]:
    """A news item for a page: JSON-LD, ready for ``json.dumps``.

    Raises:
        BadInput: it is withheld, or under an embargo on publication: a page shows what is out.
    """
    if item.usability not in OF_A_PAGE or item.embargoed_until is not None:
        raise BadInput(WHAT, ("it is withheld or under an embargo, and a page shows what is out",))
    publisher = {"@type": "GovernmentOrganization", "name": item.provider.name}
    document: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "identifier": item.uri,
        "version": item.version,
        "creativeWorkStatus": item.usability.value,
        "dateCreated": item.created.isoformat(),
        "dateModified": item.changed.isoformat(),
        "publisher": publisher | ({"url": item.provider.uri} if item.provider.uri else {}),
    }
    texts = {
        "datePublished": "" if item.published is None else item.published.isoformat(),
        "usageInfo": item.terms,
        "inLanguage": item.language,
        "headline": item.headline,
        "articleBody": item.body,
    }
    return document | {name: text for name, text in texts.items() if text}


def read(document: object, *, zone: str) -> NewsItem:
    """A news item out of a ``NewsArticle``.

    Args:
        document: what ``json.loads`` gave.
        zone: the zone of the instants.

    Raises:
        BadDocument: something is missing, of another kind, or of no known name. Every fault at once.
    """
    fields = Fields(document, FIELDS)
    said = {name: fields.text(name, needed=True) for name in ("@context", "@type", "identifier", "creativeWorkStatus")}
    version = fields.whole("version", needed=True)
    when = {
        name: fields.read(name, lambda value, path: instant_from(value, path, zone), needed=name != "datePublished")
        for name in ("dateCreated", "dateModified", "datePublished")
    }
    publisher = Fields(fields.inside("publisher", needed=True) or {}, ("@type", "name", "url"))
    name, url = publisher.text("name", needed=True), publisher.text("url")
    texts = {name: fields.text(name) or "" for name in ("usageInfo", "inLanguage", "headline", "articleBody")}
    _check(fields, said)
    of_publisher = (DocumentFault(f"publisher.{one.path}".rstrip("."), one.text) for one in publisher.faults)
    fields.faults += Faults(of_publisher, publisher.faults.more)
    if fields.faults:
        raise BadDocument(WHAT, fields.faults)
    return NewsItem(
        uri=str(said["identifier"]),
        version=int(version or 0),
        usability=Usability(said["creativeWorkStatus"]),
        created=_known(when["dateCreated"]),
        changed=_known(when["dateModified"]),
        provider=Provider(name or "", url or ""),
        published=when["datePublished"],
        terms=texts["usageInfo"],
        language=texts["inLanguage"],
        headline=texts["headline"],
        body=texts["articleBody"],
    )


def _known(instant: DateTime | None) -> DateTime:
    assert instant is not None  # a fault was noted otherwise
    return instant


def _check(fields: Fields, said: dict[str, str | None]) -> None:
    """What else is asked of the texts that are there."""
    holds = {
        "@context": said["@context"] in CONTEXTS,
        "@type": said["@type"] == "NewsArticle",
        "identifier": is_address(said["identifier"] or ""),
        "creativeWorkStatus": said["creativeWorkStatus"] in {one.value for one in OF_A_PAGE},
    }
    for name, text in said.items():
        if text is not None and not holds[name]:
            fields.fault(name, WANTED[name])
