"""What the command line says, and where: results on standard output, all else on standard error."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from noron.core.atomic import as_json
from noron.core.errors import SettingError, shown
from noron.core.text import aligned

EXIT_WRONG_USE = 2
EXIT_INTERRUPTED = 130


def note(text: str) -> None:
    """A line for the person who watches."""
    print(text, file=sys.stderr, flush=True)


def fail(text: str, code: int) -> int:
    """One line, red in a terminal, and the exit code."""
    line = "noron: " + " ".join(text.split())
    note(f"\033[31m{line}\033[0m" if sys.stderr.isatty() else line)
    return code


def confirm(question: str, *, otherwise: str, refused: str) -> None:
    """Ask in the terminal. SettingError: `refused` for a no, `otherwise` if nobody can answer."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise SettingError(otherwise)
    note(f"{question} [y/N]")
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise SettingError(refused)


def print_json(data: Any) -> None:
    """The result for programs."""
    print(as_json(data))


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]], emphasis: int = -1) -> None:
    """An aligned table; row number `emphasis` is marked, and bold in a terminal."""
    cells = [["", *header]] + [["*" if i == emphasis else "", *r] for i, r in enumerate(rows)]
    for i, text in enumerate(aligned(cells, left=len(cells[0]))):
        bold = i == emphasis + 1 and emphasis >= 0 and bool(sys.stdout) and sys.stdout.isatty()
        print(f"\033[1m{text}\033[0m" if bold else text)


Pictures = dict[str, Callable[[], Any]]
"""What draws each picture, by the name of its file."""


def save_pictures(pictures: Pictures, folder: Path) -> list[str]:
    """Draw each picture into its file in the folder; their paths.

    One that cannot be drawn is told of, and takes nothing else with it.
    """
    if not pictures:
        return []
    from noron.plotting import save

    paths = []
    for name, draw in pictures.items():
        try:
            save(draw(), folder / name)
        except Exception as error:
            if os.environ.get("NORON_DEBUG"):
                raise
            note(f"warning: {name} cannot be drawn ({type(error).__name__}: {error})")
        else:
            paths.append(str(folder / name))
    return paths


def can_draw() -> bool:
    """Whether matplotlib is there; says how to get it if not."""
    try:
        import noron.plotting  # noqa: F401
    except ImportError as error:
        note(f"no pictures: {error}")
        return False
    return True


def check_folder(path: str | Path) -> Path:
    """The folder, if files can be written there: tried now, not after an hour of training.

    What of it is not there yet is not made, only the folder above is tried. Raises SettingError.
    """
    from tempfile import TemporaryFile

    folder = Path(path)
    if not str(path).strip() or "\0" in str(path):
        raise SettingError(f"out is {shown(path)}: give the name of a folder")
    try:
        with TemporaryFile(dir=next(filter(_is_there, (folder, *folder.parents)))):
            return folder
    except OSError as error:
        raise SettingError(
            f"out is {shown(str(path), 120)}, where nothing can be written "
            f"({error.strerror or error}): give another folder with --out"
        ) from None


def _is_there(path: Path) -> bool:
    """As `exists`, which is silent about a name that is too long."""
    try:
        return bool(path.stat())
    except FileNotFoundError:
        return False


def results_folder(out: str | None, base: Path, result: str) -> Path:
    """Where results go: to `out`, or to a new folder called like `base`.

    If `out` holds the file `result` already, it is left alone, and a new folder beside it is made.
    """
    if out is None:
        return new_folder(base)
    if not (Path(out) / result).exists():
        return Path(out)
    folder = new_folder(Path(out))
    note(f"{out} holds results already; the new ones are in {folder}")
    return folder


def new_folder(base: Path) -> Path:
    """Make `base`, or `base-2`, `base-3`, ...: the first that is not there, also in a race."""
    number = 1
    while True:
        folder = base if number == 1 else base.with_name(f"{base.name}-{number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            number += 1
        else:
            return folder
