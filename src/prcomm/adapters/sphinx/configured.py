"""What the configuration of a project names: labels, sources, a law."""

from importlib import import_module
from types import UnionType
from typing import cast

from sphinx.config import Config

from prcomm.core.sources.citations import Source
from prcomm.core.values.errors import BadInput
from prcomm.labels import Labels


def named(where: str, kind: type[object] | UnionType) -> object:
    """What stands at ``package.module:NAME``. Raises ``BadInput`` if that is nothing of the kind."""
    module, _, name = where.partition(":")
    try:
        found: object = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise BadInput(where, (f"package.module:NAME of a {_called(kind)}: {error}",)) from error
    if not isinstance(found, kind):
        raise BadInput(where, (f"a {_called(kind)}, not of {type(found).__name__}",))
    return found


def _called(kind: type[object] | UnionType) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind)


def sources_of(config: Config) -> tuple[Source, ...]:
    """The sources that ``prcomm_sources`` names, each alone or several in a tuple."""
    found = (named(where, Source | tuple) for where in config.prcomm_sources)
    groups = (cast("tuple[Source, ...]", one) if isinstance(one, tuple) else (cast("Source", one),) for one in found)
    return tuple(source for group in groups for source in group)


def labels_of(config: Config) -> Labels:
    """What things are called: the labels that ``prcomm_labels`` names."""
    return cast("Labels", named(config.prcomm_labels, Labels))
