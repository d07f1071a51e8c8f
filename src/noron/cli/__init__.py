"""The command line: it parses the arguments, calls the library and prints the result."""

import errno
import os
import stat
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO, cast

from noron.cli.output import EXIT_INTERRUPTED, EXIT_WRONG_USE, fail, note
from noron.cli.signals import SIGNALS
from noron.core.errors import AdviceWarning, NoronError, TrainingWarning
from noron.core.streams import lasting


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    An error is one line on standard error, never a traceback.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    with _lasting_standard_error(), SIGNALS.listening():
        code = _run(words)
        lasting(sys.stdout).finish()
        return SIGNALS.exit_code(code)


@contextmanager
def _lasting_standard_error() -> Iterator[None]:
    """Keep a command running when nobody reads its standard error."""
    before, stream = sys.stderr, lasting(sys.stderr)
    sys.stderr = cast(TextIO, stream)
    try:
        yield
    finally:
        sys.stderr = before
        stream.finish()


def _nobody_reads(error: OSError | MemoryError) -> bool:
    """Return whether the reader of standard output, a pipe or a terminal, has gone away."""
    if isinstance(error, BrokenPipeError):
        return True
    is_io = isinstance(error, OSError) and error.errno == errno.EIO and sys.stdout is not None
    return is_io and stat.S_ISCHR(os.fstat(sys.stdout.fileno()).st_mode)


def _show_warning(message: Warning | str, *rest: object, **options: object) -> None:
    lines = message.lines if isinstance(message, AdviceWarning) else [message]
    for line in lines:
        note(f"warning: {line}")


def _run(words: list[str]) -> int:
    """Run the command and turn any exception into an exit code."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", TrainingWarning)  # every run may warn, not only the first
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
        except (OSError, MemoryError) as error:
            if _nobody_reads(error):  # the result files are already written
                return EXIT_INTERRUPTED if SIGNALS.received else 0
            return fail(f"{type(error).__name__}: {error}", EXIT_WRONG_USE)
        except Exception as error:
            if os.environ.get("NORON_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            return fail(f"a bug in noron, {what} (set NORON_DEBUG=1 to see where)", 1)
