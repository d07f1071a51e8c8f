"""The gate of the lab: each route, by HTTP and by WebSocket, refuses what other pages send."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from noron.lab.server.app import application, routes
from noron.lab.server.files import HEADERS, PageFile
from noron.lab.server.gate import SUBPROTOCOL, Gate
from noron.lab.server.keys import FIRST_SECONDS, Keys
from noron.lab.server.session_pool import SessionPool

PORT = 8420
HOST = ("host", f"127.0.0.1:{PORT}")
ORIGIN = ("origin", f"http://127.0.0.1:{PORT}")
TABLE = {"/": PageFile(b"<p>lab", "text/html"), "/lab.js": PageFile(b"1", "text/javascript")}

Given = list[tuple[str, str]]

ATTACKS: dict[str, Given] = {
    "another host": [("host", "evil.test")],
    "another host with the port": [("host", f"evil.test:{PORT}")],
    "no host": [],
    "two hosts": [HOST, ("host", "evil.test")],
    "the port of another server": [("host", "127.0.0.1:9999")],
    "a host that only begins like it": [("host", f"127.0.0.1:{PORT}.evil.test")],
    "another origin": [HOST, ("origin", "http://evil.test")],
    "an origin that only begins like it": [HOST, ("origin", f"{ORIGIN[1]}.evil.test")],
    "no origin of its own": [HOST, ("origin", "null")],
    "the origin of another port": [HOST, ("origin", "http://127.0.0.1:9999")],
    "two origins": [HOST, ORIGIN, ("origin", "http://evil.test")],
    "asked for by another site": [HOST, ORIGIN, ("sec-fetch-site", "cross-site")],
    "asked for by another port": [HOST, ORIGIN, ("sec-fetch-site", "same-site")],
    "through a proxy": [HOST, ORIGIN, ("x-forwarded-host", "evil.test")],
    "forwarded": [HOST, ORIGIN, ("forwarded", "host=evil.test")],
}


def scope(kind: str, path: str, headers: Given, **more: Any) -> dict[str, Any]:
    """A request as a server hands it over."""
    raw = [(name.encode(), value.encode()) for name, value in headers]
    return {"type": kind, "path": path, "headers": raw, "query_string": b"", "method": "GET"} | more


def ask(app: Any, request: dict[str, Any]) -> list[dict[str, Any]]:
    """What an application sends for a request whose page goes at once."""
    sent: list[dict[str, Any]] = []
    is_socket = request["type"] == "websocket"
    events = [{"type": "websocket.connect"}] if is_socket else [{"type": "http.request"}]
    left: Iterator[dict[str, Any]] = iter(events)

    async def receive() -> dict[str, Any]:
        gone = "websocket.disconnect" if is_socket else "http.disconnect"
        return next(left, {"type": gone, "code": 1005})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as thread:  # in this one a browser may have its loop
        thread.submit(asyncio.run, app(request, receive, send)).result()
    return sent


def passes(app: Any, request: dict[str, Any]) -> bool:
    """Whether a request gets to what is behind the gate."""
    first = ask(app, request)[0]
    if request["type"] == "websocket":
        return first["type"] == "websocket.accept"
    return first["status"] != 403


def made() -> tuple[Gate, Keys]:
    """The lab with two files."""
    keys = Keys()
    return application(TABLE, PORT, SessionPool(), keys), keys


def every_route(app: Gate) -> list[tuple[str, str]]:
    """The kind and a path of each route of the application behind the gate."""
    assert isinstance(app.app, Starlette)
    paths = []
    for route in app.app.routes:
        assert isinstance(route, Route | WebSocketRoute)
        kind = "websocket" if isinstance(route, WebSocketRoute) else "http"
        paths.append((kind, route.path.replace("{path:path}", "lab.js")))
    return paths


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_route_refuses(attack):
    app, keys = made()
    table = every_route(app)
    assert {kind for kind, _ in table} == {"http", "websocket"}
    for kind, path in table:
        protocols = {"subprotocols": [SUBPROTOCOL, "key." + keys.first]}
        request = scope(kind, path, ATTACKS[attack], **protocols if kind == "websocket" else {})
        assert not passes(app, request), (kind, path)
    assert not keys._is_used


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get"])
def test_only_reading_passes(method):
    app, _ = made()
    assert not passes(app, scope("http", "/", [HOST, ORIGIN], method=method))


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_the_own_pages_pass(name):
    app, keys = made()
    host = ("host", f"{name}:{PORT}")
    for headers in ([host], [host, ("origin", f"http://{name}:{PORT}")]):
        for path in ("/", "/lab.js"):
            sent = ask(app, scope("http", path, [*headers, ("sec-fetch-site", "same-origin")]))
            assert sent[0]["status"] == 200
            found = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
            assert found.items() >= {k.lower(): v for k, v in HEADERS.items()}.items()
            assert "set-cookie" not in found
    socket = [host, ("origin", f"http://{name}:{PORT}")]
    protocols = [SUBPROTOCOL, "key." + keys.first]
    assert passes(app, scope("websocket", "/ws", socket, subprotocols=protocols))


def test_a_route_that_is_added_is_behind_the_gate():
    """And where it is not, the attacks above would show it."""
    app, keys = made()
    assert isinstance(app.app, Starlette)
    app.app.routes.insert(0, Route("/new", lambda _: None, methods=["GET"]))
    assert ("http", "/new") in every_route(app)
    for headers in ATTACKS.values():
        assert not passes(app, scope("http", "/new", headers))
    bare = Starlette(routes=routes(TABLE, SessionPool(), keys))
    assert any(passes(bare, scope("http", "/lab.js", headers)) for headers in ATTACKS.values())


KEYS = {
    "none": [SUBPROTOCOL],
    "a wrong one": [SUBPROTOCOL, "key.AAAA"],
    "two": [SUBPROTOCOL, "key.{first}", "key.{first}"],
    "no subprotocol": ["key.{first}"],
    "another subprotocol": ["noron.lab.2", "key.{first}"],
    "letters that are not ASCII": [SUBPROTOCOL, "key.ế"],
    "nothing": [],
}


@pytest.mark.parametrize("given", KEYS)
def test_a_socket_without_its_key_is_refused(given):
    app, keys = made()
    protocols = [name.format(first=keys.first) for name in KEYS[given]]
    assert not passes(app, scope("websocket", "/ws", [HOST, ORIGIN], subprotocols=protocols))


def test_a_socket_needs_an_origin():
    app, keys = made()
    protocols = [SUBPROTOCOL, "key." + keys.first]
    assert not passes(app, scope("websocket", "/ws", [HOST], subprotocols=protocols))


def test_for_a_class_there_is_no_socket():
    app = application(TABLE, PORT)
    assert every_route(app) == [("http", "/lab.js")]
    for path in ("/ws", "/lab.js"):
        request = scope("websocket", path, [HOST, ORIGIN], subprotocols=[SUBPROTOCOL, "key."])
        assert not passes(app, request)


@pytest.mark.parametrize(
    "path", ["/..", "/../secret", "/lab.js/", "//lab.js", "/%2e%2e/x", "/lab", "/ws", "/\0"]
)
def test_other_paths_are_no_files(path):
    app, _ = made()
    assert ask(app, scope("http", path, [HOST]))[0]["status"] == 404


def test_the_first_key_is_good_once_and_for_a_while():
    now = [0.0]
    keys = Keys(lambda: now[0])
    first = keys.first
    given = keys.swap(first)
    assert given
    assert keys.accepts(given)
    assert not keys.accepts(first)
    assert keys.swap(first) is None
    assert keys.swap(given) is None
    renewed = keys.renew()
    assert keys.accepts(renewed)
    now[0] = FIRST_SECONDS
    assert not keys.accepts(renewed)
    assert keys.accepts(given)
