"""Signals that ask a command to end: Ctrl-C, a cluster's SIGTERM, SIGHUP of a terminal that goes.

All of them end a training alike: what was learnt is kept, results are written, and the exit code
says which signal it was, 128 and its number, as a shell has it.
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
    """Turns the first signal into KeyboardInterrupt, and knows which one it was."""

    def __init__(self) -> None:
        self.received: int | None = None
        self._is_held = False

    def exit_code(self, code: int) -> int:
        """Return the exit code of a command that ended with `code`."""
        is_ours = self.received is not None and code == EXIT_INTERRUPTED
        return 128 + (self.received or 0) if is_ours else code

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Meet the signals within; those that are ignored (as `nohup` does) stay ignored."""
        if threading.current_thread() is not threading.main_thread():
            yield  # only the main thread may say what becomes of signals
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
        """Let results be written first; a signal that comes meanwhile interrupts behind them."""
        before, self._is_held = self.received, True
        try:
            yield
        finally:
            self._is_held = False
        if self.received != before:
            raise KeyboardInterrupt

    def _meet(self, number: int, frame: FrameType | None) -> None:
        """Interrupt; SIGTERM and SIGHUP once, as what they ask for is under way then."""
        is_first = self.received is None
        self.received = self.received or number
        if not self._is_held and (is_first or number == signal.SIGINT):
            raise KeyboardInterrupt


SIGNALS = Signals()
