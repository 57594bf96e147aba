"""XML gone through as it comes, by the parser of the standard library; what only an attacker writes is refused.

A document that declares its type or an entity is refused before anything of it is expanded, so none can grow, and none
can name a file. How deep, how long and how many is bounded.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final, NoReturn, Protocol
from xml.parsers import expat

from prcomm.adapters.json import BadDocument, DocumentFault

AT_ONCE: Final = 1 << 16
DEEPEST: Final = 64
"""How deep elements may lie in each other."""
MOST_ATTRIBUTES: Final = 200
LONGEST: Final = 1 << 20
"""How many characters a text, or the tag of an element, may have."""
_NAMESPACE: Final = "}"


class Handler(Protocol):
    """What is told of elements as they come. Names are without their namespaces."""

    def begins(self, name: str, attributes: dict[str, str]) -> None: ...

    def ends(self, name: str, text: str) -> None: ...


class _Bounded:
    """Hands on to a handler what a parser finds, as long as it is within bounds."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._texts: list[list[str]] = []
        self._length = 0
        self.parser = expat.ParserCreate(namespace_separator=_NAMESPACE)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._begins
        self.parser.EndElementHandler = self._ends
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._declared
        self.parser.EntityDeclHandler = self._declared
        self.parser.ExternalEntityRefHandler = self._declared

    def refuse(self, why: str) -> NoReturn:
        raise BadDocument("an event log", (DocumentFault(f"line {self.parser.CurrentLineNumber}", why),))

    def _declared(self, *_: object) -> NoReturn:
        self.refuse("it declares a document type or an entity, which no event log needs: it is not read")

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        self._texts.append([])
        self._length = 0
        if len(self._texts) > DEEPEST:
            self.refuse(f"its elements lie more than {DEEPEST} deep in each other")
        if len(attributes) > MOST_ATTRIBUTES:
            self.refuse(f"an element has more than {MOST_ATTRIBUTES} attributes")
        told = {_plain(key): value for key, value in attributes.items()} if attributes else attributes
        self._handler.begins(_plain(name), told)

    def _ends(self, name: str) -> None:
        self._handler.ends(_plain(name), "".join(self._texts.pop()))
        self._length = 0

    def _text(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST:
            self.refuse(f"a text is longer than {LONGEST} characters")
        if self._texts:
            self._texts[-1].append(text)


def _plain(name: str) -> str:
    return name.rpartition(_NAMESPACE)[2]


def gone_through(file: BinaryIO, handler: Handler) -> Iterator[None]:
    """Go through XML, and stop after each piece of the file, so that what was found can be taken.

    Raises ``BadDocument`` for what is no XML, with the line, and for what is out of bounds.
    """
    bounded = _Bounded(handler)
    fed, last = 0, False
    while not last:
        chunk = file.read(AT_ONCE)
        last = not chunk
        try:
            bounded.parser.Parse(chunk, last)
        except BadDocument:
            raise
        except expat.ExpatError as error:
            bounded.refuse(f"it is no XML from there on: {expat.ErrorString(error.code)}")
        except (LookupError, ValueError) as error:  # an encoding that it has not
            bounded.refuse(f"it can't be read ({type(error).__name__})")
        fed += len(chunk)
        if fed - bounded.parser.CurrentByteIndex > 4 * LONGEST:
            bounded.refuse(f"a tag is longer than {LONGEST} characters")
        yield
