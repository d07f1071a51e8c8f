"""Run the lab on this machine."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from noron.core.errors import SettingError, check_integer
from noron.lab.server.app import application
from noron.lab.server.files import compressed, page_files
from noron.lab.server.gate import Gate
from noron.lab.server.keys import Keys
from noron.lab.server.session_pool import SessionPool

LOOPBACK = "127.0.0.1"
MESSAGE_BYTES = 262_144
"""The longest frame of a page; the protocol's own limit for texts is below it."""
MOST_CONNECTIONS = 64
MOST_OF_A_CLASS = 1024
"""Connections of forty browsers, each of which has up to six, and some to spare."""
EVERYWHERE = "0.0.0.0"
NOWHERE = ("192.0.2.1", 9)
"""An address that stands for none: the system says which of its own it would send from."""


def listening(port: int, address: str = LOOPBACK) -> socket.socket:
    """Return a socket that listens, on this machine only if no other address is given. Raises
    SettingError if the port is taken.

    Port 0 takes a free one.
    """
    check_integer("port", port, at_least=0, at_most=65_535)
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((address, port))
    except OSError as error:
        made.close()
        reason = error.strerror or error
        raise SettingError(f"port {port} cannot be used: {reason}: give another, or 0") from None
    made.listen(MOST_CONNECTIONS)
    return made


def own_address() -> str:
    """Return this machine's address in its network; that for itself if it has no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        try:
            made.connect(NOWHERE)
        except OSError:
            return LOOPBACK
        return made.getsockname()[0]


def serve(port: int, store: Path | None, *, started: Callable[[str], None]) -> None:
    """Serve the lab with an engine, to this machine only, until the process is interrupted;
    `started` is called with its address. `store` has the runs that its pages show."""
    bound = listening(port)
    keys = Keys()
    at = bound.getsockname()[1]
    app = application(page_files(), at, SessionPool(store=store), keys)
    started(f"http://{LOOPBACK}:{at}/#key={keys.first}")
    _run(app, bound, MOST_CONNECTIONS)


def serve_class(port: int, folder: Path, *, started: Callable[[str], None]) -> None:
    """Serve the lab for browsers alone to the whole network, until the process is interrupted;
    `started` is called with its address. There is no engine here, and nothing but its files."""
    bound = listening(port, EVERYWHERE)
    at = bound.getsockname()[1]
    app = application(compressed(page_files(folder)), at)
    started(f"http://{own_address()}:{at}/")
    _run(app, bound, MOST_OF_A_CLASS)


def _run(app: Gate, bound: socket.socket, connections: int) -> None:
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_max_size=MESSAGE_BYTES,
        ws_max_queue=8,
        limit_concurrency=connections,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
    )
    uvicorn.Server(config).run(sockets=[bound])
