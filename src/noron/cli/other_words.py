"""Words that people know from other tools, and the options of noron that mean the same."""

from collections.abc import Collection, Sequence

from cyclopts import CycloptsError, UnknownOptionError, UnusedCliTokensError

from noron.core.errors import shown
from noron.core.hints import WORDS

OTHER_WORDS = {
    **{
        word.replace("_", "-"): f"--{name.replace('_', '-')}"
        for word, name in WORDS["settings"].items()
    },
    **WORDS["command line"],
}
"""The option that a word of another tool means; the word without its hyphens before."""


def explained(error: CycloptsError) -> str:
    """Return what was wrong with the words of a command, with the way out where it is known."""
    if isinstance(error, UnknownOptionError):
        word = error.token.keyword or error.token.value
        known = {name for argument in error.argument_collection for name in argument.names}
        meant = option_of(word, known)
        if meant:
            return f"Unknown option: {shown(word)}. Did you mean {meant}?"
    if isinstance(error, UnusedCliTokensError) and are_widths(error.unused_tokens or ()):
        last = (error.unused_tokens or [""])[-1]
        return f"{shown(last)} is left over: write several numbers with commas, as --hidden 64,32"
    return str(error)[:200].rstrip(".")


def option_of(word: str, known: Collection[str]) -> str:
    """Return the option of these that is meant by `word`, perhaps another tool's; "" for none.

    >>> [option_of(word, ["--epochs"]) for word in ("--n_epochs=5", "-epochs", "--folder")]
    ['--epochs', '--epochs', '']
    """
    name = word.lstrip("-").partition("=")[0].replace("_", "-").lower()
    meant = f"--{name}" if f"--{name}" in known else OTHER_WORDS.get(name, "")
    return meant if meant.partition(" ")[0] in known else ""


def are_widths(words: Sequence[str]) -> bool:
    """Return whether all words are whole numbers, perhaps with commas.

    >>> are_widths(["64,", "32"]), are_widths(["64", "new.csv"]), are_widths([])
    (True, False, False)
    """
    return bool(words) and all(word.replace(",", "").isdecimal() for word in words)
