"""The list of commands and the parser. A command's module is imported when it is called."""

from importlib import import_module
from keyword import iskeyword
from typing import Any

from cyclopts import App, CycloptsError, Parameter

from noron import __version__
from noron.cli.other_words import explained
from noron.core.errors import SettingError

COMMANDS = {
    "train": "Train a network on MNIST, a toy data set or a file, and draw its learning curves.",
    "fit": "Fit networks to a table, and report whether a network is the right tool for it.",
    "predict": "Predict the rows of a file with a saved model.",
    "import": "Make a model file of a model of PyTorch, Keras or ONNX.",
    "show": "Print the layers of a saved model, and draw it.",
    "verify": "Say what is in a model file, who made it, and whether anything in it is odd.",
    "sign": "Sign a model file, or make the pair of keys for that.",
    "export": "Write a model for other programs: ONNX, C, NumPy, a web page, PyTorch, Keras.",
    "compare": "Train every combination of settings, and report which one is best.",
    "search": "Search for good settings: many trials, bad ones stop early, one report.",
    "lab": "Show a network in the browser while it learns.",
    "runs": "List, show, compare, tag, hide, delete and export stored runs.",
    "resume": "Go on with a training that was interrupted or whose process died.",
    "repeat": "Train a stored run again, and check that the result is the same to the bit.",
    "find-rate": "Find a learning rate by range tests.",
    "race": "Show how long it takes from nothing to 97, 98 or 99 % on MNIST.",
    "profile": "Show the time of each part of a training step, next to this machine's limits.",
    "gradcheck": "Check backpropagation against numerical derivatives, weight by weight.",
    "ladder": "Check that noron.scratch and every engine train the same network.",
    "info": "Show versions, the engine, and every layer, loss and optimizer by name.",
}


COMPLETION = "--install-completion"


def make_app(wanted: str = "") -> App:
    """Return all commands; only the wanted one's module is imported, so `--help` is fast."""
    app = App(
        name="noron",
        help="Dense neural networks from first principles.",
        help_epilogue=(
            "Start with: noron train\n"
            "Exit codes: 0 for success; 1 if a check fails or the result cannot be printed;\n"
            "2 for wrong use; 130 after Ctrl-C, 143 after SIGTERM, 129 after SIGHUP (the\n"
            "training so far is kept)."
        ),
        help_format="plaintext",
        default_parameter=Parameter(show_default=_default),
        version=__version__,
        suppress_keyboard_interrupt=False,
    )
    for name, summary in COMMANDS.items():
        place = name.replace("-", "_") + "_" * iskeyword(name)
        module = f"noron.cli.{place}"
        if wanted in (name, COMPLETION):
            import_module(module).add_to(app)
        else:
            app.command(f"{module}:{place}", name=name, help=summary)
    app.register_install_completion_command(
        COMPLETION,
        help="Let the shell (bash, zsh, fish, PowerShell) complete commands and options by Tab.",
    )
    return app


def _default(value: Any) -> Any:
    """Return a default value for the help; None if it says nothing."""
    return None if value is None or value is False or value == () else value


def run(words: list[str]) -> int:
    """Run the command that `words` name and return its exit code.

    Raises NoronError if the words are no valid command.
    """
    wanted = words[0] if words else ""
    app = make_app(wanted)
    try:
        code = app(words, exit_on_error=False, print_error=False, result_action="return_value")
    except CycloptsError as error:
        command = f"{wanted} " if wanted in COMMANDS else ""
        raise SettingError(
            f"{explained(error)} (noron {command}--help lists the options)"
        ) from None
    return code if isinstance(code, int) else 0
