"""The command line: thin. It parses, calls the library, and shows what came of it."""

import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module

from cyclopts import App, CycloptsError

from noron import __version__
from noron.cli.output import EXIT_INTERRUPTED, EXIT_WRONG_USE, fail, note
from noron.errors import NoronError, TrainingWarning

COMMANDS = {
    "train": "Train a network on MNIST, a toy or a file, and draw its learning curves.",
    "predict": "Predict the rows of a file with a saved model.",
    "show": "Print the layers of a saved model, and draw it.",
    "compare": "Train a grid of networks: one table, one picture of all learning curves.",
    "gradcheck": "Prove backpropagation: compare it with differences, weight by weight.",
    "ladder": "Prove that noron.scratch and the library are the same network.",
    "info": "Show versions, the engine, and every layer, loss and optimizer by name.",
}


def make_app(wanted: str = "") -> App:
    """All commands; only the wanted one's module is imported, so that `--help` answers at once."""
    app = App(
        name="noron",
        help="Dense neural networks from first principles.",
        help_epilogue=(
            "Start with: noron train\nExit codes: 0, 2 for wrong use, 130 after Ctrl-C."
        ),
        help_format="plaintext",
        version=__version__,
    )
    for name, summary in COMMANDS.items():
        module = f"noron.cli.{name}"
        if name == wanted:
            import_module(module).add_to(app)
        else:
            app.command(f"{module}:{name}", name=name, help=summary)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Errors are one line on standard error, never a traceback."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    with warnings.catch_warnings():
        warnings.simplefilter("always", TrainingWarning)  # each run of many says its own
        warnings.showwarning = lambda message, *rest, **options: note(f"warning: {message}")
        try:
            return _run(words)
        except NoronError as error:
            return fail(str(error), EXIT_WRONG_USE)
        except CycloptsError as error:
            command = f"{words[0]} " if words and words[0] in COMMANDS else ""
            text = f"{str(error)[:200].rstrip('.')} (noron {command}--help lists what there is)"
            return fail(text, EXIT_WRONG_USE)
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


def _run(words: list[str]) -> int:
    app = make_app(words[0] if words else "")
    code = app(words, exit_on_error=False, print_error=False, result_action="return_value")
    sys.stdout.flush()  # here, so that a closed pipe shows while it can still be met in silence
    return code if isinstance(code, int) else 0
