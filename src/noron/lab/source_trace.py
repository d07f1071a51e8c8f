"""Which lines of noron's source run in a call: a page shows them beside the numbers they make."""

import linecache
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, TypeVar, final

T = TypeVar("T")

PACKAGE = Path(__file__).parents[1]
SHOWN = ("layers", "losses", "optimizers", "regularizers")
"""The packages whose functions are shown: those of the formulas."""

FAULTS = PACKAGE / "lab" / "faults.py"
"""Where a planted fault is one expression, which is shown too."""


@final
@dataclass(frozen=True)
class Source:
    """A function of noron, and the lines of it that have run.

    Attributes:
        function: its name, with that of its class.
        file: its file, from the package on.
        start: the number of its first line.
        lines: its text, line by line.
        ran: the numbers of the lines that have run, in order.
    """

    function: str
    file: str
    start: int
    lines: tuple[str, ...]
    ran: tuple[int, ...]


def traced(work: Callable[[], T]) -> tuple[T, tuple[Source, ...]]:
    """Return what `work` returns, and the functions of formulas that have run, in order.

    A debugger's or a coverage tool's own trace function is put back afterwards.
    """
    ran: dict[CodeType, dict[int, None]] = {}
    before = sys.gettrace()
    sys.settrace(partial(_on_call, ran))
    try:
        result = work()
    finally:
        sys.settrace(before)
    return result, tuple(_source(code, list(lines)) for code, lines in ran.items())


def _on_call(ran: dict[CodeType, dict[int, None]], frame: FrameType, event: str, _: Any) -> Any:
    code = frame.f_code
    if not _is_shown(code):
        return None
    return partial(_on_line, ran.setdefault(code, {}))


def _on_line(lines: dict[int, None], frame: FrameType, event: str, _: Any) -> Any:
    if event == "line":
        lines[frame.f_lineno] = None
    return partial(_on_line, lines)


def _is_shown(code: CodeType) -> bool:
    path = Path(code.co_filename)
    is_lambda = code.co_name == "<lambda>"
    if path == FAULTS:
        return is_lambda
    if code.co_name.startswith("<") and not is_lambda:
        return False  # a comprehension is a part of its function
    return path.is_relative_to(PACKAGE) and path.relative_to(PACKAGE).parts[0] in SHOWN


def _source(code: CodeType, ran: list[int]) -> Source:
    start = code.co_firstlineno
    numbers = [number for _, _, number in code.co_lines() if number is not None]
    lines = [linecache.getline(code.co_filename, i) for i in range(start, max(numbers) + 1)]
    return Source(
        code.co_qualname,
        Path(code.co_filename).relative_to(PACKAGE.parent).as_posix(),
        start,
        tuple(line.rstrip("\n") for line in lines),
        tuple(ran),
    )
