"""The lab's application: fixed files and one WebSocket, behind the gate."""

from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from noron.lab.server.files import HEADERS, PageFile, headers_of
from noron.lab.server.gate import Gate
from noron.lab.server.keys import Keys
from noron.lab.server.session_pool import SessionPool
from noron.lab.server.socket import converse

SOCKET = "/ws"


def routes(
    table: Mapping[str, PageFile], pool: SessionPool | None, keys: Keys | None
) -> list[BaseRoute]:
    """Return the routes: the files of the table, and with a pool the WebSocket."""

    async def file(request: Request) -> Response:
        path = request.scope["path"]
        page = table.get(path)
        if page is None:
            return PlainTextResponse("there is no such page", 404, headers=HEADERS)
        content, headers = page.content, headers_of(path)
        if page.compressed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            content = page.compressed
            headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(content, media_type=page.media_type, headers=headers)

    async def socket(websocket: WebSocket) -> None:
        assert pool is not None
        assert keys is not None
        await converse(websocket, pool, keys)

    made: list[BaseRoute] = [Route("/{path:path}", file, methods=["GET", "HEAD"])]
    if pool is not None and keys is not None:
        made.insert(0, WebSocketRoute(SOCKET, socket))
    return made


def application(
    table: Mapping[str, PageFile],
    port: int,
    pool: SessionPool | None = None,
    keys: Keys | None = None,
) -> Gate:
    """Return the lab for a port: with a pool and keys, or the files only, for a class."""
    return Gate(Starlette(routes=routes(table, pool, keys)), port, keys)
