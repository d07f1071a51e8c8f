"""A text stream that outlives its reader: what nobody can read any more ends no training.

A terminal is closed, a pipe's reader has seen enough, the disk of a log is full: then a line of
progress is lost, and nothing else.
"""

import os
from contextlib import suppress
from typing import Any, final


@final
class LastingStream:
    """Writes to a stream for as long as that takes what is written, and then to nobody.

    The stream may be None, as `sys.stderr` is in a process that was started without one.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.is_gone = stream is None

    def write(self, text: str) -> int:
        """Write it, if somebody takes it."""
        self._try("write", text)
        return len(text)

    def flush(self) -> None:
        """Flush what was written, if somebody takes it."""
        self._try("flush")

    def isatty(self) -> bool:
        """Return whether a terminal is behind it, and still there."""
        return not self.is_gone and bool(self._try("isatty"))

    def finish(self) -> None:
        """Let what cannot be written any more fall into nothing.

        Python would try to write it once more at its end, and take the failure for its own.
        """
        self.flush()
        if self.is_gone and self._stream is not None:
            with suppress(OSError, ValueError), open(os.devnull, "wb") as null:
                os.dup2(null.fileno(), self._stream.fileno())

    def _try(self, method: str, *given: Any) -> Any:
        if self.is_gone:
            return None
        try:
            return getattr(self._stream, method)(*given)
        except (OSError, ValueError):  # ValueError: it has been closed
            self.is_gone = True
            return None

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the stream has: its encoding, its number."""
        return getattr(self._stream, name)


def lasting(stream: Any) -> LastingStream:
    """Return the stream as one that outlives its reader."""
    return stream if isinstance(stream, LastingStream) else LastingStream(stream)
