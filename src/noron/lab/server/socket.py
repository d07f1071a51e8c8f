"""A page's WebSocket: its messages go to its session, answers and frames come back."""

import asyncio
import time
from typing import final

from starlette.websockets import WebSocket, WebSocketDisconnect

from noron.lab.protocol import reply
from noron.lab.server.gate import SUBPROTOCOL, key_of
from noron.lab.server.keys import Keys
from noron.lab.server.session_pool import PooledSession, SessionPool

MESSAGES_A_SECOND = 120
"""The messages of a page that are read in a second; it waits for more. Each picture is one."""
WAITING = 64
"""The messages that wait to be answered."""
SESSION = "session."
"""The name of a session that a page comes back to is a subprotocol with this in front."""

Gone = (WebSocketDisconnect, RuntimeError)
"""What Starlette raises when a page has gone."""


@final
class Conversation:
    """The talk with one page, until either of both goes."""

    def __init__(self, socket: WebSocket, pooled: PooledSession) -> None:
        self.socket, self.pooled = socket, pooled
        self.inbox: asyncio.Queue[str | None] = asyncio.Queue(WAITING)

    async def hold(self) -> None:
        """Answer messages and train in between."""
        reader = asyncio.create_task(self._read())
        try:
            while (answers := await self._next()) is not None:
                for answer in answers:
                    await self._send(answer)
        except Gone:
            pass
        finally:
            reader.cancel()

    async def _read(self) -> None:
        """Put the page's messages into the inbox, so many a second; None when it has gone."""
        began, count = time.monotonic(), 0
        try:
            while True:
                text = await self.socket.receive_text()
                await self.inbox.put(text)
                count += 1
                if count >= MESSAGES_A_SECOND:
                    await asyncio.sleep(max(0.0, began + 1 - time.monotonic()))
                    began, count = time.monotonic(), 0
        except (*Gone, KeyError):  # KeyError: a binary message
            await self.inbox.put(None)

    async def _next(self) -> list[str | bytes] | None:
        """Return the next answers; None when the page has gone."""
        session = self.pooled.session
        if not self.inbox.empty() or not session.is_busy:
            text = await self.inbox.get()
            return None if text is None else await asyncio.to_thread(session.handle, text)
        answers = await asyncio.to_thread(session.work)
        await asyncio.sleep(0 if answers else session.idle_seconds)
        return answers

    async def _send(self, answer: str | bytes) -> None:
        if isinstance(answer, bytes):
            await self.socket.send_bytes(answer)
        else:
            await self.socket.send_text(answer)


async def converse(socket: WebSocket, pool: SessionPool, keys: Keys) -> None:
    """Give a page that has passed the gate its session, and talk with it."""
    key = key_of(socket.scope) or ""
    named = [p.removeprefix(SESSION) for p in socket.scope["subprotocols"] if p.startswith(SESSION)]
    pooled = pool.take(named[0] if named else None)
    await socket.accept(subprotocol=SUBPROTOCOL)
    if pooled is None:
        await socket.send_text(reply("full"))
        await socket.close(1013)
        return
    try:
        await socket.send_text(reply("session", name=pooled.name, key=keys.swap(key) or key))
        await Conversation(socket, pooled).hold()
    except Gone:
        pass
    finally:
        pool.leave(pooled)
