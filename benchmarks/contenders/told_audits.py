"""A register on which much is found, audited by the command line: its findings as a table, and as CSV."""

import json
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
sys.path.append(str(TOP / "tests"))

from adapters.on_a_terminal import into_a_pipe, on_a_terminal  # noqa: E402

CASES = 1500
MAPPING = {
    "prcomm": 1,
    "process": "appeal",
    "office": {"id": "district", "week": 5},
    "case": "file",
    "activity": "what",
    "format": "%d.%m.%Y %H:%M",
    "as_of": "2026-06-01T12:00:00+05:00",
    "each": {"at": "{when:at}", "by": {"id": "desk", "role": "executor"}},
    "actions": {
        "received": {
            "action": "Receive", "by": {"role": "registrar"}, "case": "{file}", "kind": "{kind}", "form": "WRITTEN",
            "channel": "POST", "appellants": [{"type": "Person", "id": "{applicant}"}],
        },
        "replied": {
            "action": "SendReply", "by": {"role": "head"}, "to": "{applicant}", "form": "WRITTEN", "language": "uz",
            "challenge_explained": True,
        },
    },
}  # fmt: skip


def written(folder: Path) -> tuple[str, ...]:
    """The arguments that audit a register written there: appeals replied to late, and never registered."""
    lines = ["file,what,when,kind,applicant"]
    for case in range(CASES):
        lines += [f"{case},received,03.03.2026 10:00,COMPLAINT,p-{case}", f"{case},replied,03.04.2026 10:00,,p-{case}"]
    (folder / "register.csv").write_text("\n".join(lines), encoding="utf-8")
    (folder / "mapping.json").write_text(json.dumps(MAPPING), encoding="utf-8")
    return ("audit", str(folder / "register.csv"), "--mapping", str(folder / "mapping.json"))


def on_a_screen(arguments: tuple[str, ...]) -> str:
    return on_a_terminal(*arguments)[1]


def in_a_pipe(arguments: tuple[str, ...]) -> str:
    return into_a_pipe(*arguments)[1]


def as_csv(arguments: tuple[str, ...]) -> str:
    return into_a_pipe(*arguments, "--csv")[1]
