"""The gate: every request, of HTTP and of WebSocket, passes it before anything else looks at it.

It decides from the raw headers alone, and lets through only what the lab's own pages send from this
machine:

- exactly one Host, which is this server's own name with its port: a foreign name that resolves to
  this machine (DNS rebinding) is refused;
- an Origin, if there is one, that is equal to "http://" and the Host; a WebSocket must have one;
- no header of a proxy, and no request that another site has made;
- GET and HEAD only, and for a WebSocket the lab's subprotocol with a valid key.

Without keys there is no engine behind it, but files that anybody may read, on other machines too:
then GET and HEAD pass, and no WebSocket.
"""

from collections.abc import Iterable
from typing import final

from starlette.types import ASGIApp, Receive, Scope, Send

from noron.lab.server.keys import Keys

SUBPROTOCOL = "noron.lab.1"
KEY = "key."
"""A key comes as a subprotocol with this in front, as browsers let pages set no other header."""

PROXIED = (b"forwarded", b"via")
"""Headers of proxies, beside all that begin with x-forwarded."""

Headers = Iterable[tuple[bytes, bytes]]


@final
class Gate:
    """Passes requests of the lab's own pages on to the application, and refuses all others."""

    def __init__(self, app: ASGIApp, port: int, keys: Keys | None) -> None:
        self.app, self.keys = app, keys
        self.hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request, as ASGI has it."""
        if scope["type"] == "lifespan" or self.admits(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = [(b"content-type", b"text/plain"), (b"content-length", b"7")]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": b"refused"})

    def admits(self, scope: Scope) -> bool:
        """Return whether a request may pass."""
        if self.keys is None:
            return scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        headers: Headers = scope["headers"]
        is_socket = scope["type"] == "websocket"
        host, origin = one(headers, b"host"), one(headers, b"origin")
        fetched_by = one(headers, b"sec-fetch-site")
        if host not in self.hosts or has_proxy(headers):
            return False
        if origin != f"http://{host}" and (is_socket or origin is not None):
            return False
        if fetched_by not in (None, "same-origin", "none"):
            return False
        if not is_socket:
            return scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        return self.keys.accepts(key_of(scope) or "")


def one(headers: Headers, name: bytes) -> str | None:
    """Return the value of a header; None without it, and a text that fits nothing if it is there
    several times or holds other bytes than ASCII."""
    values = [value for key, value in headers if key.lower() == name]
    if len(values) > 1:
        return "several"
    try:
        return values[0].decode("ascii") if values else None
    except UnicodeDecodeError:
        return "not ASCII"


def has_proxy(headers: Headers) -> bool:
    """Return whether a proxy has passed the request on."""
    return any(
        key.lower() in PROXIED or key.lower().startswith(b"x-forwarded") for key, _ in headers
    )


def key_of(scope: Scope) -> str | None:
    """Return the key of a WebSocket; None unless it has the subprotocol and one key."""
    given = list(scope.get("subprotocols", ()))
    keys = [name.removeprefix(KEY) for name in given if name.startswith(KEY)]
    return keys[0] if len(keys) == 1 and given.count(SUBPROTOCOL) == 1 else None
