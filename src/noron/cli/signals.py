"""Signals that end a command: Ctrl-C, SIGTERM from a cluster, SIGHUP when a terminal closes.

All of them end a training in the same way: the weights so far are kept and the results are
written. The exit code is 128 plus the signal's number, as in a shell.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import final

from noron.cli.output import EXIT_INTERRUPTED

ENDING = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    if (number := getattr(signal, name, None)) is not None
)


@final
class Signals:
    """Turns the first signal into KeyboardInterrupt, and keeps its number in `received`."""

    def __init__(self) -> None:
        self.received: int | None = None
        self._is_held = False

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
        before = {}
        for number in ENDING:
            result = signal.getsignal(number)
            if result is not signal.SIG_IGN and result is not None:
                before[number] = signal.signal(number, self._meet)
        try:
            yield
        finally:
            for number, handler in before.items():
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
        """Interrupt the command; a second SIGTERM or SIGHUP does nothing more."""
        is_first = self.received is None
        self.received = self.received or number
        if not self._is_held and (is_first or number == signal.SIGINT):
            raise KeyboardInterrupt


SIGNALS = Signals()
