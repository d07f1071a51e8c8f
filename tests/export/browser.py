"""Chromium without a window, driven by its DevTools protocol over two pipes."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
FLAGS = (
    *("--headless=new", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"),
    *("--disable-dev-shm-usage", "--no-sandbox"),  # root has no sandbox
)


class Browser:
    """One page of a browser.

    with Browser() as browser:
        browser.open(path)
        browser.value("1 + 1")
    """

    def __enter__(self) -> Self:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self.to = os.pipe()
        self.back, theirs_out = os.pipe()
        command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={self.folder.name}", "about:blank"]
        shell = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", *command],
            pass_fds=(theirs_in, theirs_out),
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.unread, self.count, self.events = b"", 0, []
        self.session = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.to)
        os.close(self.back)
        self.folder.cleanup()

    def send(self, method: str, **params: Any) -> Any:
        """Return the result of a command."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data) :]
        while (answer := self.next()).get("id") != self.count:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["result"]

    def next(self) -> Any:
        """Return the next message."""
        while b"\0" not in self.unread:
            piece = os.read(self.back, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has ended")
            self.unread += piece
        message, _, self.unread = self.unread.partition(b"\0")
        return json.loads(message)

    def open(self, path: Path, query: str = "") -> None:
        """Open a file and wait until it is there."""
        self.events.clear()
        self.send("Page.navigate", url=path.resolve().as_uri() + query)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.next())

    def value(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript."""
        result = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def complaints(self) -> list[Any]:
        """Return what went wrong on the page, and each address that it asked for."""
        self.value("1")
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
        odd = [e["params"] for e in self.events if e.get("method") in kinds]
        asked = [
            e["params"]["request"]["url"]
            for e in self.events
            if e.get("method") == "Network.requestWillBeSent"
        ]
        return odd + [url for url in asked if not url.startswith(("file:", "blob:", "data:"))]

    def drag(self, points: list[tuple[float, float]]) -> None:
        """Press the mouse, move it over the points and let it go."""
        moves = [("mousePressed", points[0]), *(("mouseMoved", point) for point in points)]
        for kind, (x, y) in [*moves, ("mouseReleased", points[-1])]:
            press = {"button": "left", "buttons": 1, "clickCount": 1}
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **press)

    def look(self, width: int = 1280, height: int = 900, scheme: str = "light") -> None:
        """Set the size of the window and the colour scheme."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 500,
        )
        scheme = [{"name": "prefers-color-scheme", "value": scheme}]
        self.send("Emulation.setEmulatedMedia", features=scheme)

    def picture(self) -> bytes:
        """Return the page as PNG."""
        data = self.send("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        return base64.b64decode(data)
