"""A release as others read it: IPTC ninjs, schema.org, an Atom feed.

``NewsItem.of(release, text, …)`` says of a release what a recipient must know: whether it may be used, until when it
is embargoed, which version it is. ``ninjs`` and ``schema_org`` write such an item and read it again; ``atom`` makes a
feed of several. A release holds the digest of its text: the text itself comes from the host, and must be the one on
file.
"""

try:
    import feedgenerator as _feedgenerator  # pyright: ignore[reportMissingTypeStubs]  # it has none
    import jsonschema as _jsonschema
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without it
    raise ImportError("prcomm.adapters.news needs jsonschema and feedgenerator: pip install 'prcomm[news]'") from error

from prcomm.adapters.news import ninjs, schema_org
from prcomm.adapters.news.atom import atom, feed_of_channel
from prcomm.adapters.news.items import NewsItem, NewsText, Provider, Usability

__all__ = ["NewsItem", "NewsText", "Provider", "Usability", "atom", "feed_of_channel", "ninjs", "schema_org"]

del _feedgenerator, _jsonschema
