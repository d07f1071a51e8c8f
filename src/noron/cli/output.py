"""Printing and result folders: results go to standard output, all else to standard error."""

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from noron.core.atomic import as_json, remove_stale
from noron.core.errors import SettingError, shown
from noron.core.text import aligned, printable

EXIT_WRONG_USE = 2
EXIT_INTERRUPTED = 130


def say(text: object, *, bold: bool = False) -> None:
    """Print a line of the result on standard output, bold only in a terminal."""
    line = printable(str(text))
    print(f"\033[1m{line}\033[0m" if bold and sys.stdout and sys.stdout.isatty() else line)


def say_data(text: str) -> None:
    """Print data such as CSV, unchanged if standard output is a file, else as `say` does."""
    try:
        is_file = stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):  # closed, or no file at all
        is_file = False
    sys.stdout.write(text if is_file else printable(text))


def note(text: str) -> None:
    """Print a line for the user on standard error."""
    print(printable(text), file=sys.stderr, flush=True)


def fail(text: str, code: int) -> int:
    """Print an error as one line, red in a terminal, and return the exit code."""
    line = printable("noron: " + " ".join(text.split()))
    print(f"\033[31m{line}\033[0m" if sys.stderr.isatty() else line, file=sys.stderr, flush=True)
    return code


def confirm(question: str, *, otherwise: str, refused: str) -> None:
    """Ask in the terminal. Raises SettingError: `refused` after a no, `otherwise` without one."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise SettingError(otherwise)
    note(f"{question} [y/N]")
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise SettingError(refused)


def print_json(data: Any) -> None:
    """Print the result as JSON, for programs."""
    print(as_json(data))


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], emphasis: int = -1) -> None:
    """Print an aligned table; row number `emphasis` gets a mark, and is bold in a terminal."""
    cells = [["", *header]] + [["*" if i == emphasis else "", *r] for i, r in enumerate(rows)]
    for i, text in enumerate(aligned(cells, left=len(cells[0]))):
        say(text, bold=i == emphasis + 1 and emphasis >= 0)


def can_draw() -> bool:
    """Return whether matplotlib is installed; if not, print how to install it."""
    try:
        import noron.plotting  # noqa: F401
    except ImportError as error:
        note(f"no pictures: {error}")
        return False
    return True


def check_folder(path: str | Path) -> Path:
    """Return the folder if files can be written there, checked now and not after the training.

    A folder that does not exist is not made; the nearest folder above it is checked instead. What
    killed processes have left half written in the folder is removed.
    Raises SettingError.
    """
    from tempfile import TemporaryFile

    folder = Path(path)
    if not str(path).strip() or "\0" in str(path):
        raise SettingError(f"out is {shown(path)}: give the name of a folder")
    remove_stale(folder)
    try:
        with TemporaryFile(dir=next(filter(_is_there, (folder, *folder.parents)))):
            return folder
    except OSError as error:
        raise SettingError(
            f"out is {shown(str(path), 120)}, which cannot be written to "
            f"({error.strerror or error}): give another folder with --out"
        ) from None


def _is_there(path: Path) -> bool:
    """Return whether the path exists; raise OSError for a name that is too long."""
    try:
        return bool(path.stat())
    except FileNotFoundError:
        return False


def results_folder(out: str | None, base: Path, result: str) -> Path:
    """Return the folder for the results: `out`, or a new folder named after `base`.

    If `out` already holds the file `result`, make a new folder beside it instead.
    """
    if out is None:
        return new_folder(base)
    if not (Path(out) / result).exists():
        return Path(out)
    folder = new_folder(Path(out))
    note(f"{out} already holds results; the new ones are in {folder}")
    return folder


def new_folder(base: Path) -> Path:
    """Make the first of `base`, `base-2`, `base-3`, ... that does not exist, also in a race."""
    number = 1
    while True:
        folder = base if number == 1 else base.with_name(f"{base.name}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            remove_stale(folder)  # a process may have been killed while it wrote there
            number += 1
        else:
            return folder
