"""The command line: thin. It parses, calls the library, and shows what came of it."""

import os
import sys
import warnings
from collections.abc import Sequence

from noron.cli.output import EXIT_INTERRUPTED, EXIT_WRONG_USE, fail, note
from noron.errors import NoronError, TrainingWarning


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Errors are one line on standard error, never a traceback."""
    words = sys.argv[1:] if arguments is None else list(arguments)
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
        except (BrokenPipeError, SystemExit):  # whoever read our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except (OSError, MemoryError) as error:
            return fail(f"{type(error).__name__}: {error}", EXIT_WRONG_USE)
        except Exception as error:
            if os.environ.get("NORON_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            return fail(f"a fault in noron itself, {what} (NORON_DEBUG=1 shows where)", 1)
