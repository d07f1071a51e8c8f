"""Run the lab on this machine."""

import socket
from collections.abc import Callable

import uvicorn

from noron.core.errors import SettingError, check_integer
from noron.lab.server.app import application
from noron.lab.server.files import page_files
from noron.lab.server.keys import Keys
from noron.lab.server.session_pool import SessionPool

LOOPBACK = "127.0.0.1"
MESSAGE_BYTES = 262_144
"""The longest frame of a page; the protocol's own limit for texts is below it."""
MOST_CONNECTIONS = 64


def listening(port: int) -> socket.socket:
    """Return a socket that listens on this machine only. Raises SettingError if the port is taken.

    Port 0 takes a free one.
    """
    check_integer("port", port, at_least=0, at_most=65_535)
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((LOOPBACK, port))
    except OSError as error:
        made.close()
        reason = error.strerror or error
        raise SettingError(f"port {port} cannot be used: {reason}: give another, or 0") from None
    made.listen(MOST_CONNECTIONS)
    return made


def serve(port: int, *, started: Callable[[str], None], for_class: bool = False) -> None:
    """Serve the lab until the process is interrupted; `started` is called with its address.

    With `for_class` there are only the pages, which train in the browser, and no engine here.
    """
    bound = listening(port)
    at = bound.getsockname()[1]
    keys, pool = (None, None) if for_class else (Keys(), SessionPool())
    app = application(page_files(), at, pool, keys)
    config = uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_max_size=MESSAGE_BYTES,
        ws_max_queue=8,
        limit_concurrency=MOST_CONNECTIONS,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
    )
    started(f"http://{LOOPBACK}:{at}/" + (f"#key={keys.first}" if keys else ""))
    uvicorn.Server(config).run(sockets=[bound])
