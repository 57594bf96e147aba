"""The cases of any lifecycles over HTTP: ``app(store, PROCESSES.values(), who=…, may=own)``.

Programs follow links from ``/cases``; people read pages from ``/``. The library judges, the store writes, and this
translates: a refusal is 409 with every reason and its articles, bad input 422 with every fault and its path, a version
that is no longer the newest 412, a case that somebody may not see 404 as one that is not there. Who signs in, and who
may see what, are the host's: two functions.
"""

try:
    import fastapi as _fastapi
    import uvicorn as _uvicorn
except ImportError as error:  # pragma: no cover  # shown by the wheel test, in an environment without them
    raise ImportError("prcomm.adapters.web needs FastAPI and uvicorn: pip install 'prcomm[web]'") from error

from prcomm.adapters.web.application import app
from prcomm.adapters.web.keeping import Cases
from prcomm.adapters.web.people import May, User, Who, own
from prcomm.adapters.web.serving import basic, serve

__all__ = ["Cases", "May", "User", "Who", "app", "basic", "own", "serve"]

del _fastapi, _uvicorn
