"""How it is served on this machine: for a demonstration, and for whoever stands behind a proxy."""

import base64
import binascii
import hmac
import socket
from collections.abc import Mapping

import uvicorn
from fastapi import FastAPI
from starlette.requests import Request

from prcomm.adapters.web.people import User, Who


def serve(app: FastAPI, port: int = 8000, told: str = "") -> None:
    """Serve an application on this machine alone, until interrupted. It prints its address once it listens.

    Args:
        app: the application.
        port: on which port; 0 for any that is free.
        told: what is printed beside the address.
    """
    with tcp_socket() as listening:
        listening.bind(("127.0.0.1", port))
        listening.listen(128)
        print(f"http://127.0.0.1:{listening.getsockname()[1]}/ {told}".rstrip(), flush=True)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listening])


def tcp_socket() -> socket.socket:
    """A socket on which a small answer is sent at once: else each waits 40 ms for what will not come."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return made


def basic(users: Mapping[str, User], password: str) -> Who:
    """Who signs in by HTTP Basic, all with one password: for a demonstration. A host asks its own directory.

    Args:
        users: everybody by their id.
        password: that of all of them.
    """

    def who(request: Request) -> User | None:
        scheme, _, text = request.headers.get("authorization", "").partition(" ")
        try:
            name, _, given = base64.b64decode(text, validate=True).decode().partition(":")
        except (binascii.Error, ValueError):
            return None
        right = hmac.compare_digest(given.encode(), password.encode())
        return users.get(name) if scheme.lower() == "basic" and right else None

    return who
