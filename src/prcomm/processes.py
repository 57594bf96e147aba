"""The processes of the library, each loaded when it is first looked up."""

import importlib
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from typing import Final, cast

from prcomm.core.questions.lifecycle import Lifecycle
from prcomm.core.table.entities import Action, Entity, State
from prcomm.core.values.errors import PrcommError, cut, quoted

AnyLifecycle = Lifecycle[Entity[State], Action]


_LOADING: Final = (__file__, importlib.__file__)
"""Where modules are loaded from: what fails in them failed before it came to a module."""


class UnknownProcess(PrcommError, KeyError):
    """A process was asked for that the library does not have."""

    __str__ = Exception.__str__


class Processes(Mapping[str, AnyLifecycle]):
    """A read-only mapping of the name of a process to its lifecycle."""

    def __init__(self, where: Mapping[str, str]) -> None:
        self._where = dict(where)

    def __getitem__(self, name: str) -> AnyLifecycle:
        module, _, attribute = self._known(name).partition(":")
        return cast("AnyLifecycle", getattr(import_module(module), attribute))

    def module(self, name: str) -> str:
        """The module in which a process lives, without loading it. Raises ``UnknownProcess`` if there is none."""
        return self._known(name).partition(":")[0]

    def _known(self, name: str) -> str:
        if name not in self._where:
            raise UnknownProcess(f"there is no process {quoted(name)}; there are: {', '.join(self) or 'none'}")
        return self._where[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)

    def __repr__(self) -> str:
        return f"<Processes: {', '.join(self) or 'none yet'}>"


PROCESSES = Processes(
    {
        "appeal": "prcomm.citizens.appeals:APPEAL",
        "reception": "prcomm.citizens.receptions:RECEPTION",
        "council": "prcomm.oversight.councils:COUNCIL",
        "session": "prcomm.oversight.sessions:SESSION",
        "recommendation": "prcomm.oversight.recommendations:RECOMMENDATION",
        "oversight": "prcomm.oversight.acts:OVERSIGHT",
        "signal": "prcomm.oversight.signals:SIGNAL",
        "reports": "prcomm.oversight.reports:REPORTS",
        "competence": "prcomm.press.competences:COMPETENCE",
        "channel": "prcomm.press.channels:CHANNEL",
        "feedback": "prcomm.press.feedback:FEEDBACK",
        "release": "prcomm.press.releases:RELEASE",
        "monitoring": "prcomm.press.monitoring:MONITORING",
        "refutation": "prcomm.press.refutations:REFUTATION",
        "request": "prcomm.press.requests:REQUEST",
        "accreditation": "prcomm.press.accreditations:ACCREDITATION",
        "briefing": "prcomm.press.briefings:BRIEFING",
        "press_service": "prcomm.press.press_services:PRESS_SERVICE",
        "dialogue": "prcomm.press.dialogues:DIALOGUE",
        "incident": "prcomm.press.incidents:INCIDENT",
        "programme": "prcomm.press.programmes:PROGRAMME",
    }
)
"""Every process of the library by name."""


def lifecycle_of(name: str, processes: Mapping[str, AnyLifecycle] = PROCESSES) -> AnyLifecycle:
    """The lifecycle of a process by its name, or of your own by where it is: ``package.module:LIFECYCLE``.

    To find one of your own its module is loaded, and so its code runs: never take such a name from a stranger.

    Raises ``UnknownProcess`` if there is none, and whatever this library has against its tables.
    """
    if ":" not in name:
        return processes[name]
    lifecycle = own(name, "lifecycle")
    if not isinstance(lifecycle, Lifecycle):
        raise UnknownProcess(f"{quoted(name)} is no Lifecycle, but of {type(lifecycle).__name__}")
    return cast("AnyLifecycle", lifecycle)


def own(name: str, what: str) -> object:
    """Something of one's own by where it is, ``package.module:NAME``; ``what`` says what it is, for the error.

    Its module is loaded, and so its code runs. Raises ``UnknownProcess`` if there is none.
    """
    module, _, attribute = name.partition(":")
    if not all(part.isidentifier() for part in (*module.split("."), attribute)):
        raise UnknownProcess(f"there is no {what} {quoted(name)}: one's own is named package.module:{what.upper()}")
    try:
        found: object = getattr(import_module(module), attribute)
    except PrcommError:
        raise
    except (Exception, SystemExit) as error:
        raise UnknownProcess(_unloaded(cut(name), module, error, what)) from error
    return found


def _unloaded(name: str, module: str, error: BaseException, what: str) -> str:
    """Why a module of one's own does not give it, in one sentence: there is none, or which line of it fails."""
    if isinstance(error, AttributeError) and error.obj is sys.modules.get(module):
        return f"there is no {what} {name!r}: {error}"
    if isinstance(error, ModuleNotFoundError) and error.name and f"{module}.".startswith(f"{error.name}."):
        return f"there is no {what} {name!r}: {error}"
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename not in _LOADING]
    frames = [frame for frame in frames if not frame.filename.startswith("<frozen importlib")]
    where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    why = cut(" ".join(str(error).split()))
    return f"{name!r} can't be loaded: {type(error).__name__}{f': {why}' if why else ''}{where}"
