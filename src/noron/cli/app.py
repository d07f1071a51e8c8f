"""The commands, and how their words are parsed; a command is imported when it is wanted."""

import sys
from importlib import import_module

from cyclopts import App, CycloptsError

from noron import __version__
from noron.core.errors import SettingError

COMMANDS = {
    "train": "Train a network on MNIST, a toy or a file, and draw its learning curves.",
    "fit": "Fit a table, and tell whether a network is the right tool for it.",
    "predict": "Predict the rows of a file with a saved model.",
    "show": "Print the layers of a saved model, and draw it.",
    "compare": "Train a grid of networks: one table, one picture of all learning curves.",
    "search": "Search good settings: many trials, the bad ones given up soon, one report.",
    "runs": "List, show, compare, tag, delete and export what was run.",
    "repeat": "Run a stored recipe again, and tell whether its bits are the same.",
    "find-rate": "Find a learning rate by range tests.",
    "profile": "Show where a training step's time goes, held against what this machine can do.",
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
            "Start with: noron train\n"
            "Exit codes: 0; 1 where a proof fails; 2 for wrong use; 130 after Ctrl-C, 143 after\n"
            "SIGTERM and 129 after SIGHUP (what was learnt is kept)."
        ),
        help_format="plaintext",
        version=__version__,
        suppress_keyboard_interrupt=False,
    )
    for name, summary in COMMANDS.items():
        module = f"noron.cli.{name.replace('-', '_')}"
        if name == wanted:
            import_module(module).add_to(app)
        else:
            app.command(f"{module}:{name.replace('-', '_')}", name=name, help=summary)
    return app


def run(words: list[str]) -> int:
    """Run the command that the words say; its exit code. Raises NoronError for wrong words."""
    wanted = words[0] if words else ""
    app = make_app(wanted)
    try:
        code = app(words, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        command = f"{wanted} " if wanted in COMMANDS else ""
        text = str(error)[:200].rstrip(".")
        raise SettingError(f"{text} (noron {command}--help lists what there is)") from None
    if sys.stdout is not None:
        sys.stdout.flush()  # here, so that a closed pipe shows while it can still be met in silence
    return code if isinstance(code, int) else 0
