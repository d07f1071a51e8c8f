"""Whether the lab's memory grows: `python -m benchmarks.lab_clients [SECONDS]`, else ten minutes.

Twenty pages train a network each; five of them never read what they are sent.
"""

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import websockets
from tests.browser.visit import LabServer

from noron.lab.server.gate import SUBPROTOCOL

CLIENTS, SILENT = 20, 5
SECONDS = 600.0
SETTLED = 0.2
"""The share of the time after which memory is compared."""
MOST_GROWTH = 0.05


def resident(process: int) -> int:
    """The memory of a process in bytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


async def client(server: LabServer, key: str, reads: bool, end: float) -> int:
    """Train a network until the end; return how many frames were read."""
    url = server.origin.replace("http", "ws") + "/ws"
    names = [SUBPROTOCOL, f"key.{key}"]
    frames = 0
    async with websockets.connect(
        url, origin=server.origin, subprotocols=names, max_queue=4, ping_interval=None
    ) as socket:
        await socket.send('{"t": "hello", "protocol": 1}')
        await socket.send('{"t": "recipe", "values": {"data": "spirals", "hidden": [8, 8]}}')
        await socket.send('{"t": "see", "credits": 3}')
        await socket.send('{"t": "run", "speed": 200}')
        while time.monotonic() < end:
            if not reads:
                await asyncio.sleep(1)
                continue
            answer = await socket.recv()
            if isinstance(answer, bytes):
                frames += 1
                await socket.send('{"t": "see", "credits": 1}')
                await asyncio.sleep(0.05)
    return frames


async def own_key(server: LabServer) -> str:
    """The key that the printed one is swapped for."""
    url = server.origin.replace("http", "ws") + "/ws"
    names = [SUBPROTOCOL, f"key.{server.key}"]
    async with websockets.connect(url, origin=server.origin, subprotocols=names) as socket:
        return str(json.loads(await socket.recv())["key"])


async def measure(server: LabServer, seconds: float) -> tuple[int, int, int]:
    """The memory after a while and at the end, and the frames that were read."""
    key = await own_key(server)
    end = time.monotonic() + seconds
    clients = [asyncio.create_task(client(server, key, i >= SILENT, end)) for i in range(CLIENTS)]
    await asyncio.sleep(SETTLED * seconds)
    before = resident(server.process.pid)
    await asyncio.sleep((1 - SETTLED) * seconds - 1)
    after = resident(server.process.pid)
    frames: list[Any] = await asyncio.gather(*clients, return_exceptions=True)
    read = [one for one in frames if isinstance(one, int)]
    print(f"clients     {len(read)} of {CLIENTS} until the end, {SILENT} of them never read")
    return before, after, sum(read)


def main() -> int:
    """Measure and print; 1 if memory grows too much."""
    seconds = float(sys.argv[1]) if sys.argv[1:] else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        server = LabServer(Path(folder))
        try:
            before, after, frames = asyncio.run(measure(server, seconds))
        finally:
            server.close()
    growth = after / before - 1
    print(f"memory      {before / 1e6:.1f} MB, then {after / 1e6:.1f} MB: {growth:+.1%}")
    print(f"frames      {frames:,} read in {seconds:.0f} s")
    return int(growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
