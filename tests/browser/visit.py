"""A `noron lab`, and somebody who looks at its pages in Chromium."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) =>
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


class LabServer:
    """A `noron lab` of this test process, and the key that its pages use.

    Attributes:
        origin: its address.
        key: the key that the first page was given for the printed one.
    """

    def __init__(self, folder: Path, *words: str) -> None:
        command = [sys.executable, "-m", "noron", "lab", "--no-open", "--port", "0", *words]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self.process.stdout is not None
        lines: list[str] = []
        while not (printed := re.search(r"(http://\S+?)/#key=([\w-]+)", "".join(lines))):
            line = self.process.stdout.readline()
            assert line, f"noron lab has ended: {''.join(lines)}"
            lines.append(line)
        self.origin, self.key = printed.groups()

    def close(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.communicate(timeout=10)

    def address(self, place: str = "") -> str:
        """The address of a place such as "playground?data=xor", with the key."""
        to = f"&to={place}" if place else ""
        return f"{self.origin}/#key={self.key}{to}"


class Visit:
    """A page of the lab in a browser, as somebody sees it who has just come.

    Attributes:
        page: Playwright's page.
    """

    def __init__(self, page: Any, server: LabServer) -> None:
        self.page, self.server = page, server
        self.errors: list[str] = []
        page.add_init_script(WATCH)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, place: str = "playground") -> "Visit":
        """Open a place such as "playground?data=xor&hidden=4", and wait until it is there."""
        self.page.goto(self.server.address(place))
        self.page.locator("main section").first.wait_for()
        return self

    def button(self, name: str) -> Any:
        """A button by its text."""
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def step(self) -> int:
        """The steps that the page shows."""
        text = self.page.locator(".clock output").inner_text()
        return int(re.sub(r"\D", "", text.partition(",")[0]))

    def until(self, holds: Callable[[], Any], seconds: float = 20) -> Any:
        """Wait until something is true, and return it."""
        end = time.monotonic() + seconds
        while not (result := holds()):
            assert time.monotonic() < end, "the page has not come so far"
            self.page.wait_for_timeout(30)
        return result

    def value(self, script: str) -> Any:
        """The value of an expression in the page."""
        return self.page.evaluate(script)
