"""Where things are: the one place in which addresses are made. A client follows links, and makes none."""

from collections.abc import Mapping
from typing import Annotated as An, Final
from urllib.parse import quote, urlencode

from attrs import frozen

IN_AN_ADDRESS: Final = r"^(?!(.*/)?\.{0,2}(/|$))[^\u0000-\u001f\u007f\\?#%]{1,200}$"
"""What a reference to a case may be: it is a part of addresses."""


@frozen
class Addresses:
    """The addresses of an application, wherever it is mounted."""

    root: An[str, "the path at which it is mounted, without a stroke at its end"] = ""

    def _to(self, *steps: str, **query: object) -> str:
        given = {name: value for name, value in query.items() if value not in (None, "")}
        path = "/".join((self.root, *(quote(step) for step in steps)))
        return f"{path}?{urlencode(given)}" if given else path

    def front(self, **query: object) -> str:
        """The page with which a reader begins."""
        return self._to("", **query)

    def cases(self, process: str = "", **query: object) -> str:
        """What there is; or the cases of a process."""
        return self._to("cases", *([process] if process else []), **query)

    def case(self, process: str, case: str, **query: object) -> str:
        """A case."""
        return self._to("cases", process, case, **query)

    def list_page(self, process: str, **query: object) -> str:
        """The cases of a process as a page."""
        return self._to("pages", process, **query)

    def page(self, process: str, case: str, **query: object) -> str:
        """A case as a page."""
        return self._to("pages", process, case, **query)

    def dues(self, **query: object) -> str:
        """What an office owes."""
        return self._to("dues", **query)

    def agenda(self, **query: object) -> str:
        """The same as a page."""
        return self._to("agenda", **query)

    def schema(self, process: str, action: str) -> str:
        """The form of an action."""
        return self._to("schemas", process, action)

    def document(self) -> str:
        """What the application says of itself, as OpenAPI."""
        return self._to("openapi.json")


def link(href: str, **more: object) -> Mapping[str, object]:
    """A link, as HAL has it."""
    return {"href": href, **{name: value for name, value in more.items() if value not in (None, "")}}
