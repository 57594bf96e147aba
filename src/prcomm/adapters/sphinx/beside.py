"""What stands beside the fields of a class, on the pages that autodoc makes of it."""

import re
from inspect import signature
from typing import get_type_hints

import attrs
from sphinx.application import Sphinx
from sphinx.util.inspect import stringify_signature

from prcomm.core.values.fields import alone, annotations_of, field_docs


def fields_told(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Tell of each of its own fields what is said beside it, as a section of the class's docstring."""
    if what in ("class", "exception") and isinstance(obj, type) and attrs.has(obj):
        told = {name: text for name, text in field_docs(obj).items() if name in annotations_of(obj)}
        if told:
            lines += ["", "Attributes:", *(f"    {name}: {text}." for name, text in told.items()), ""]


def signature_told(
    app: Sphinx, what: str, name: str, obj: object, options: object, shown: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """A signature as code has it: the fields of a class by their types alone, a member of an Enum by its name, for
    Sphinx can't read ``<Basis.ASSUMED: 7>``."""
    if what in ("class", "exception") and isinstance(obj, type) and attrs.has(obj) and field_docs(obj):
        plain, hints = signature(obj), _known(obj)
        fields = [
            one.replace(annotation=hints.get(one.name, alone(one.annotation))) for one in plain.parameters.values()
        ]
        made = plain.replace(parameters=fields, return_annotation=plain.empty)
        shown = stringify_signature(made, unqualified_typehints=True)
    return shown and re.sub(r"<(\w+\.\w+): [^<>]+>", r"\1", shown), returns


def _known(kind: type) -> dict[str, object]:
    """The types of the fields, named in full; none where one is not to be had at run time."""
    try:
        return dict(get_type_hints(kind))
    except NameError:
        return {}


def connected(app: Sphinx, config: object) -> None:
    """Where autodoc is loaded, have it ask here."""
    if "autodoc-process-docstring" in app.events.events:
        app.connect("autodoc-process-docstring", fields_told, priority=300)  # before napoleon reads the section
        app.connect("autodoc-process-signature", signature_told)
