"""The command line: thin. It parses, calls the library, and shows what came of it."""

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
from noron.core.errors import NoronError, TrainingWarning
from noron.core.streams import lasting


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Errors are one line on standard error, never a traceback."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    with _lasting_standard_error(), SIGNALS.listening():
        code = _run(words)
        lasting(sys.stdout).finish()
        return SIGNALS.exit_code(code)


@contextmanager
def _lasting_standard_error() -> Iterator[None]:
    """What is said there while a command runs ends no command, however little it is read."""
    before, stream = sys.stderr, lasting(sys.stderr)
    sys.stderr = cast(TextIO, stream)
    try:
        yield
    finally:
        sys.stderr = before
        stream.finish()


def _nobody_reads(error: OSError | MemoryError) -> bool:
    """Whether the reader of our answers, a pipe's other end or a terminal, has gone away."""
    if isinstance(error, BrokenPipeError):
        return True
    is_io = isinstance(error, OSError) and error.errno == errno.EIO and sys.stdout is not None
    return is_io and stat.S_ISCHR(os.fstat(sys.stdout.fileno()).st_mode)


def _run(words: list[str]) -> int:
    """Run the command of these words; the exit code, whatever it raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", TrainingWarning)  # each run of many says its own
        warnings.showwarning = lambda message, *rest, **options: note(f"warning: {message}")
        try:
            from noron.cli.app import run  # here, where Ctrl-C is met

            return run(words)
        except NoronError as error:
            return fail(str(error), EXIT_WRONG_USE)
        except KeyboardInterrupt:
            return fail("interrupted", EXIT_INTERRUPTED)
        except SystemExit:
            return 0
        except (OSError, MemoryError) as error:
            if _nobody_reads(error):  # what was to be written into files is there
                return EXIT_INTERRUPTED if SIGNALS.received else 0
            return fail(f"{type(error).__name__}: {error}", EXIT_WRONG_USE)
        except Exception as error:
            if os.environ.get("NORON_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            return fail(f"a fault in noron itself, {what} (NORON_DEBUG=1 shows where)", 1)
