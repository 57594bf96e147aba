"""A PostgreSQL server of one's own: in a folder of its own, by nobody's name but its own, reached by a socket alone."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
"""Where Debian keeps the servers, the newest last."""
_schemas = count(1)


def bin_folder() -> Path | None:
    """Where the programs of PostgreSQL are; ``None`` if there are none."""
    beside = shutil.which("pg_ctl")
    if PROGRAMS:
        return PROGRAMS[-1]
    return None if beside is None else Path(beside).parent


def missing() -> list[str]:
    """What a test on PostgreSQL needs and this machine lacks."""
    lacks = [name for name in ("sqlalchemy", "alembic", "psycopg") if find_spec(name) is None]
    return lacks + (["postgresql"] if bin_folder() is None else [])


class Server:
    """A running server.

    Attributes:
        folder: where its data and its socket are.
    """

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self.programs = programs

    def url(self, schema: str = "public") -> str:
        """The URL of a schema."""
        return f"postgresql+psycopg://postgres@/postgres?host={self.folder}&options=-csearch_path%3D{schema}"

    def new(self) -> str:
        """The URL of a new, empty schema."""
        schema = f"of_{os.getpid()}_{next(_schemas)}"
        self.tell(f"CREATE SCHEMA {schema}")
        return self.url(schema)

    def tell(self, sql: str) -> str:
        """What the server answers."""
        asked = [self.programs / "psql", "-h", self.folder, "-U", "postgres", "-Atqc", sql, "postgres"]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout


@contextmanager
def served(*, sure: bool = False, at: str | Path = "/tmp", more: str = "") -> Iterator[Server]:
    """A server until it is no longer needed. The database does not run as root, so root hands it to another user.

    Args:
        sure: whether what was committed is on the disk; tests in which no machine dies do without.
        at: where its folder is made.
        more: further settings.
    """
    programs = bin_folder()
    assert programs is not None, "there is no PostgreSQL here"
    folder = Path(tempfile.mkdtemp(prefix="pg", dir=at))
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")
    data, log = folder / "data", folder / "log"

    def run(*command: object) -> None:
        done = subprocess.run([*as_user, *map(str, command)], capture_output=True, text=True, check=False, cwd="/")
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}{log.read_text() if log.exists() else ''}"

    run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=60 -c shared_buffers=64MB"
    settings += f" {more}"
    if not sure:
        settings += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    try:
        run(programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", settings, "start")
        yield Server(folder, programs)
    finally:
        if (data / "postmaster.pid").exists():
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
