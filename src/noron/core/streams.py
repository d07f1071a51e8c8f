"""A text stream that may fail without ending the training.

When a terminal is closed, a pipe's reader ends or the disk of a log is full, lines of progress are
lost, and nothing else.
"""

import os
from contextlib import suppress
from typing import Any, final


@final
class LastingStream:
    """Writes to a stream until writing fails once, and discards everything after that.

    The stream may be None, as `sys.stderr` is in a process that was started without one.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.is_gone = stream is None
        self.error: Exception | None = None
        """Why writing has failed."""

    def write(self, text: str) -> int:
        """Write `text`, unless the stream has failed; return its length.

        Characters that the stream's encoding does not have become escapes, such as \\u1ebf.
        """
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        self._try("write", text.encode(encoding, "backslashreplace").decode(encoding))
        return len(text)

    def flush(self) -> None:
        """Flush the stream, unless it has failed."""
        self._try("flush")

    def isatty(self) -> bool:
        """Return whether the stream is a terminal that is still open."""
        return not self.is_gone and bool(self._try("isatty"))

    def finish(self) -> None:
        """Flush the stream; if it has failed, send what is still buffered to the null device.

        Otherwise Python would try to write it again when it exits, and report an error.
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
        except (OSError, ValueError) as error:  # ValueError: it has been closed
            self.is_gone, self.error = True, error
            return None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def lasting(stream: Any) -> LastingStream:
    """Return the stream as a LastingStream."""
    return stream if isinstance(stream, LastingStream) else LastingStream(stream)
