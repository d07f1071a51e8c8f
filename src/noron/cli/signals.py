"""Signals that end a command: Ctrl-C, SIGTERM from a cluster, SIGHUP when a terminal closes.

All of them end a training in the same way: the weights so far are kept and the results are
written. A second signal ends that too. The exit code is 128 plus the signal's number, as in a
shell.
"""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, final

from noron.cli.output import EXIT_INTERRUPTED

ENDING = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    if (number := getattr(signal, name, None)) is not None
)

TWIN = 0.5
"""Seconds within which a second signal counts as the first one, sent to a process group too."""


@final
class Signals:
    """Turns the first signal into KeyboardInterrupt, and keeps its number in `received`."""

    def __init__(self) -> None:
        self.received: int | None = None
        self._is_held = False
        self._at = 0.0
        self._before: dict[int, Any] = {}

    def exit_code(self, code: int) -> int:
        """Return the exit code of a command that ended with `code`."""
        is_ours = self.received is not None and code == EXIT_INTERRUPTED
        return 128 + (self.received or 0) if is_ours else code

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Handle the signals inside the block; ignored ones (as under `nohup`) stay ignored."""
        if threading.current_thread() is not threading.main_thread():
            yield  # only the main thread may set signal handlers
            return
        self.received = None
        self._before = dict[int, Any]()
        for number in ENDING:
            result = signal.getsignal(number)
            if result is not signal.SIG_IGN and result is not None:
                self._before[number] = signal.signal(number, self._meet)
        try:
            yield
        finally:
            for number, handler in self._before.items():
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Delay a signal until the block ends, so that the results in it are written first."""
        before, self._is_held = self.received, True
        try:
            yield
        finally:
            self._is_held = False
        if self.received != before:
            raise KeyboardInterrupt

    def _meet(self, number: int, frame: FrameType | None) -> None:
        """Interrupt the command; a second signal also ends what is held, a third the process."""
        if self.received is None:
            self.received, self._at = number, time.monotonic()
            if self._is_held:
                return
        elif time.monotonic() - self._at < TWIN:
            return
        else:
            for ending in self._before:
                signal.signal(ending, signal.SIG_DFL)
        raise KeyboardInterrupt


SIGNALS = Signals()
