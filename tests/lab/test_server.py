"""The lab's server: a page that comes with the key, talks to its session, goes, and comes back."""

import asyncio
import json
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any
from urllib.request import urlopen

import pytest
import websockets

from noron.lab.frames import unpack
from noron.lab.server.files import PageFile, page_files
from noron.lab.server.gate import SUBPROTOCOL
from noron.lab.server.session_pool import KEPT_SECONDS, MOST_SESSIONS, SessionPool

COMMAND = [sys.executable, "-m", "noron", "lab", "--port", "0", "--no-open"]


@pytest.fixture(scope="module")
def lab() -> Iterator[tuple[str, list[str]]]:
    """The address of a running lab, and the first key for whoever comes first."""
    with subprocess.Popen(COMMAND, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            address, key = re.findall(r"(http://127\.0\.0\.1:\d+)/#key=([\w-]{43})", line)[0]
            yield address, [key]
            process.send_signal(signal.SIGINT)
            rest = process.stdout.read()
            assert process.wait(20) in (0, 130)
            assert "Traceback" not in rest
            assert key not in rest
        finally:
            process.kill()


@asynccontextmanager
async def connected(address: str, key: str, session: str = "") -> AsyncIterator[Any]:
    """A page's WebSocket."""
    names = [SUBPROTOCOL, f"key.{key}", *([f"session.{session}"] if session else [])]
    url = address.replace("http", "ws") + "/ws"
    async with websockets.connect(url, origin=address, subprotocols=names) as socket:
        yield socket


async def answer(socket: Any, name: str) -> dict[str, Any]:
    """The next answer of that name."""
    while True:
        text = await asyncio.wait_for(socket.recv(), 20)
        if isinstance(text, str) and json.loads(text)["t"] == name:
            return json.loads(text)


async def visit(address: str, keys: list[str]) -> None:
    """A page: the key is swapped, a network trains, the page goes and finds it again."""
    async with connected(address, keys[0]) as socket:
        begun = await answer(socket, "session")
        assert begun["key"] != keys[0]
        await socket.send('{"t": "hello", "protocol": 1}')
        assert (await answer(socket, "welcome"))["protocol"] == 1
        await socket.send('{"t": "recipe", "values": {"data": "circles", "hidden": [4]}}')
        await socket.send('{"t": "see", "credits": 3}')
        await socket.send('{"t": "run"}')
        steps = []
        while len(steps) < 5:
            frame = await asyncio.wait_for(socket.recv(), 20)
            if isinstance(frame, bytes) and unpack(frame)[0]["t"] == "frame":
                steps.append(unpack(frame)[0]["step"])
                await socket.send('{"t": "see", "credits": 1}')
        assert steps == sorted(steps)
        await socket.send('{"t": "pause", "id": 7}')
        while (paused := await answer(socket, "state"))["id"] != 7:
            pass
        await socket.send("{")
        assert (await answer(socket, "refused"))["code"] == "no_json"
    with pytest.raises(websockets.exceptions.InvalidStatus):  # the first key was good once
        async with connected(address, keys[0]):
            pass
    async with connected(address, begun["key"], begun["name"]) as socket:
        assert (await answer(socket, "session"))["name"] == begun["name"]
        await socket.send('{"t": "hello", "protocol": 1}')
        assert (await answer(socket, "state"))["step"] == paused["step"]
    keys[0] = begun["key"]


def test_a_page_talks_to_its_session(lab):
    address, keys = lab
    with ThreadPoolExecutor(1) as thread:  # in this one a browser may have its loop
        thread.submit(asyncio.run, visit(address, keys)).result()


def test_the_pages_are_served(lab):
    address, _ = lab
    with urlopen(address + "/") as response:
        page = response.read().decode()
        assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "Set-Cookie" not in response.headers
        assert "Server" not in response.headers
    for name in re.findall(r'(?:src|href)="\.(/[^"]+)"', page):
        with urlopen(address + name) as response:
            assert response.status == 200, name
            assert response.read()


def test_the_table_of_files_holds_the_pages_and_nothing_else():
    table = page_files()
    assert table["/"] == table["/index.html"]
    assert isinstance(table["/"], PageFile)
    assert {name.rpartition(".")[2] for name in table} <= {"/", "html", "js", "css", "svg"}
    assert b"style=" not in table["/"].content
    assert b"<script>" not in table["/"].content


def test_sessions_wait_for_their_pages_and_there_are_only_so_many():
    now = [0.0]
    pool = SessionPool(clock=lambda: now[0])
    first = pool.take(None)
    assert first is not None
    assert pool.take(first.name) is not first  # its page is there
    pool.leave(first)
    assert pool.take(first.name) is first
    pool.leave(first)
    others = [pool.take(None) for _ in range(MOST_SESSIONS - 2)]
    assert None not in others
    assert pool.take(None) is not None  # in the place of the one whose page has gone
    assert pool.take(None) is None
    taken = others[0]
    assert taken is not None
    pool.leave(taken)
    now[0] = KEPT_SECONDS + 1
    assert pool.take(taken.name) is not taken
