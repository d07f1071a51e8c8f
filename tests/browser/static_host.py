"""A web server that knows nothing of the lab, for a folder of files, as any school has one."""

import http.server
import threading
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any


class StaticHost:
    """Serves a folder, and counts what is asked for.

    Attributes:
        origin: its address.
        asked: how often each file has been sent.
    """

    def __init__(self, folder: Path) -> None:
        self.asked: Counter[str] = Counter()
        handler = partial(_Handler, self.asked, directory=str(folder))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def address(self, place: str = "") -> str:
        """The address of a place such as "playground?data=xor"."""
        return f"{self.origin}/#/{place}"

    def close(self) -> None:
        """Stop it."""
        self._server.shutdown()
        self._server.server_close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, asked: Counter[str], *words: Any, **named: Any) -> None:
        self.asked = asked
        super().__init__(*words, **named)

    def log_request(self, code: Any = "-", size: Any = "-") -> None:
        """Count the files that are sent whole."""
        if code == http.HTTPStatus.OK:
            self.asked[self.path.lstrip("/")] += 1

    def log_message(self, *words: Any) -> None:
        """Print nothing."""
