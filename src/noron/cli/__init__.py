"""The command line: it parses the arguments, calls the library and prints the result."""

import errno
import os
import stat
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from noron.cli.output import EXIT_INTERRUPTED, EXIT_WRONG_USE, fail, note
from noron.cli.signals import SIGNALS
from noron.core.errors import AdviceWarning, DataWarning, NoronError, TrainingWarning
from noron.core.streams import LastingStream, lasting

LEAST_ADDRESS_SPACE = 10**9
"""Bytes: a table model with SciPy's and NumPy's libraries, each with its buffers."""
NOT_PRINTED = 1
"""The exit code where everything was done, but the result could not be printed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    An error is one line on standard error, never a traceback.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    with _lasting("stderr"), _lasting("stdout") as output, SIGNALS.listening():
        code = _run(words)
        output.flush()
        if isinstance(output.error, OSError) and not _nobody_reads(output, output.error):
            reason = output.error.strerror or output.error
            code = fail(f"the result cannot be printed ({reason})", code or NOT_PRINTED)
        return SIGNALS.exit_code(code)


@contextmanager
def _lasting(name: str) -> Iterator[LastingStream]:
    """Let a command run to its end even if a standard stream fails."""
    before = getattr(sys, name)
    stream = lasting(before)
    setattr(sys, name, stream)
    try:
        yield stream
    finally:
        setattr(sys, name, before)
        stream.finish()


def _nobody_reads(output: LastingStream, error: OSError) -> bool:
    """Return whether the reader of the output, a pipe or a terminal, has gone away."""
    if error.errno == errno.EIO:
        return stat.S_ISCHR(os.fstat(output.fileno()).st_mode)
    return error.errno in (errno.EPIPE, errno.EINVAL)  # EINVAL: on Windows


def _show_warning(message: Warning | str, *rest: object, **options: object) -> None:
    lines = message.lines if isinstance(message, AdviceWarning) else [message]
    for line in lines:
        note(f"warning: {line}")


def _warn_of_little_memory() -> None:
    """Say that the address space is small; OpenBLAS waits without end, or aborts, without more."""
    if sys.platform == "win32":
        return
    import resource

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if 0 < limit < LEAST_ADDRESS_SPACE:
        note(
            f"warning: this process may use {limit / 1e6:.0f} MB of addresses (ulimit -v): noron's "
            f"libraries want {LEAST_ADDRESS_SPACE / 1e6:.0f} MB, and may hang or abort with less"
        )


def _run(words: list[str]) -> int:
    """Run the command and turn any exception into an exit code."""
    _warn_of_little_memory()
    with warnings.catch_warnings():
        for category in (TrainingWarning, DataWarning):  # every run may warn, not only the first
            warnings.simplefilter("always", category)
        warnings.showwarning = _show_warning
        try:
            from noron.cli.app import run  # a slow import: Ctrl-C is caught here

            return run(words)
        except NoronError as error:
            return fail(str(error), EXIT_WRONG_USE)
        except KeyboardInterrupt:
            return fail("interrupted", EXIT_INTERRUPTED)
        except SystemExit:
            return 0
        except MemoryError as error:
            why = str(error) or "an allocation failed"
            return fail(
                f"not enough memory ({why}): give fewer rows or smaller layers", EXIT_WRONG_USE
            )
        except OSError as error:
            return fail(f"{type(error).__name__}: {error}", EXIT_WRONG_USE)
        except Exception as error:
            if os.environ.get("NORON_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            return fail(f"a bug in noron, {what} (set NORON_DEBUG=1 to see where)", 1)
