"""The 21 processes over HTTP: python examples/web.py [FILE or URL] [--port 8000]

Needs the extra ``web``: pip install 'prcomm[web]'. Without a FILE the cases are gone when it ends. The first ones are
made up, of a press service as it stands on Monday, 6 July 2026: from there its clock goes on.
"""

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve
from department_files import NOW, OFFICES, files_of
from pendulum import DateTime, now

from prcomm import PROCESSES
from prcomm.adapters.store import Store
from prcomm.adapters.web import User, app, basic, own, serve

FILES = files_of(OFFICES[0])


def staff() -> Mapping[str, User]:
    """Whoever acts in the files, in each of their roles; private persons work for no office, nor do those of others."""
    found: dict[str, User] = {}
    for by in (record.action.by for file in FILES for record in file.history):
        new = User(by.id, (), None if by.role.private or by.office else OFFICES[0], acts_for=by.office)
        known = found.setdefault(by.id, new)
        found[by.id] = evolve(known, roles=tuple(dict.fromkeys((*known.roles, by.role))))
    return found


def first_cases(where: str) -> DateTime:
    """Something to look at in a new store, each step entered when it was done; and from when the clock goes on."""
    done, of = NOW, {one.entity: one for one in PROCESSES.values()}
    with Store(where, PROCESSES.values(), clock=lambda: done) as store:
        if next(store.cases(PROCESSES["appeal"]), None) is None:
            for file in FILES:
                begun, *rest = (record.action for record in file.history)
                done = begun.at
                store.begin(of[type(file)], begun)
                for action in rest:
                    done = action.at
                    store.apply(of[type(file)], file.id, lambda _, action=action: action)  # type: ignore[misc]  # at once
        return max(NOW, *(case.history[-1].known for one in PROCESSES.values() for case in store.cases(one)))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("where", nargs="?", help="a SQLite file, or a URL, as postgresql+psycopg://… (a temporary file)")
parser.add_argument("--port", type=int, default=8000, help="0 for any that is free (8000)")

if __name__ == "__main__":
    given, begun = parser.parse_args(), now("UTC")
    with tempfile.TemporaryDirectory() as folder:
        where = given.where or str(Path(folder) / "cases.sqlite")
        at = first_cases(where)
        with Store(where, PROCESSES.values(), clock=lambda: at + (now("UTC") - begun)) as kept:
            web = app(kept, PROCESSES.values(), who=basic(staff(), "demo"), may=own, offices=OFFICES[:1])
            serve(web, given.port, f"(password demo, as one of: {', '.join(staff())})")
