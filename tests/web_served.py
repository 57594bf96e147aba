"""The web application as tests ask it: over a real port, in a thread of this process or by its one command."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from pendulum import DateTime

from prcomm.adapters.web import User
from prcomm.adapters.web.serving import tcp_socket
from prcomm.law import office
from prcomm.law.roles import APPELLANT, EXECUTOR, HEAD, REGISTRAR

EXAMPLE = Path(__file__).parents[1] / "examples" / "web.py"
DISTRICT, ANOTHER = office("district department"), office("another department")
STAFF = {
    "desk": User("desk", (REGISTRAR,), DISTRICT),
    "head": User("head", (HEAD,), DISTRICT),
    "officer": User("officer", (EXECUTOR,), DISTRICT),
    "deputy": User("deputy", (HEAD, EXECUTOR), DISTRICT),
    "stranger": User("stranger", (HEAD,), ANOTHER),
    "p-17": User("p-17", (APPELLANT,)),
}
"""Whoever asks in most tests."""
RECEIVE = {
    "action": "Receive", "kind": "COMPLAINT", "form": "WRITTEN", "channel": "POST",
    "appellants": [{"type": "Person", "id": "p-17", "name": "Somebody of Tashkent"}],
}  # fmt: skip
MORNING = DateTime(2026, 3, 4, 11, tzinfo=DISTRICT.tz)
"""Wednesday, 4 March 2026."""


class Clock:
    """A clock that is set."""

    def __init__(self, at: DateTime = MORNING) -> None:
        self.at = at

    def __call__(self) -> DateTime:
        return self.at


@contextmanager
def running(app) -> Iterator[str]:
    """An application in a thread of this process; its address."""
    with tcp_socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def served(*given: object) -> Iterator[str]:
    """The example by its one command, on a file or on its own default; its address."""
    command = [sys.executable, str(EXAMPLE), *map(str, given), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split("/ ")[0]
        finally:
            process.terminate()


def signed_in(address: str, user: str, **more: object) -> httpx.Client:
    """A client of somebody who has signed in."""
    return httpx.Client(base_url=address, auth=(user, "demo"), timeout=60, **more)
