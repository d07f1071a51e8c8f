"""The table of `noron runs list`: a column for each fact, as many as the terminal can show."""

import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from noron.cli.output import note, print_table
from noron.core.errors import SettingError
from noron.core.text import cell
from noron.data.names import missing_columns
from noron.experiments.store import StoredRun
from noron.experiments.store.setting_text import in_words
from noron.training.metrics import RecordedMetric

MAIN = ("hidden", "activation", "optimizer", "learning_rate", "epochs", "seed")
"""The settings that a list shows; `noron runs show` shows all."""

FITTED = ("target", "seconds")
"""What a list shows beside them where networks of `noron fit` are in it."""

FACTS: dict[str, Callable[[StoredRun], str]] = {
    "run": lambda run: str(run.id),
    "started": lambda run: date(run.started),
    "status": lambda run: run.status,
    "repeats": lambda run: label(run.repeats),
    "data": lambda run: Path(str(run.settings["data"])).stem,
    "seconds": lambda run: f"{run.seconds or 0:.1f}",
    "tags": lambda run: " ".join(run.tags),
}
"""The columns that are neither a setting nor a result."""

LAST = (
    "seed",
    "seconds",
    "started",
    "epochs",
    "optimizer",
    "target",
    "learning_rate",
    "activation",
)
"""What is hidden first where the terminal is narrow."""


def print_runs(runs: Sequence[StoredRun], columns: str | None) -> None:
    """Print the runs, with these columns (names with commas) or those that fit the terminal."""
    names = _usual(runs) if columns is None else _asked(columns, runs)
    rows = [[_text(run, name) for name in names] for run in runs]
    fits = list(range(len(names)))
    if columns is None and sys.stdout is not None and sys.stdout.isatty():
        fits = _fitting(names, rows, shutil.get_terminal_size().columns)
    print_table([names[j] for j in fits], [[row[j] for j in fits] for row in rows])
    hidden = [name for j, name in enumerate(names) if j not in fits]
    if hidden:
        few = f"{len(hidden)} column{'s do' if len(hidden) > 1 else ' does'} not fit"
        note(f"{few}: {', '.join(hidden)} (--columns run,{hidden[0]} shows what you choose)")


def _usual(runs: Sequence[StoredRun]) -> list[str]:
    measures = RecordedMetric.members
    after = [f"{part}_{name}" for part in ("test", "cross_validated") for name in measures]
    known = [*(f"val_{name}" for name in measures), "val_loss", *after]
    metrics = [name for name in known if any(name in run.results for run in runs)]
    fitted = FITTED if any(run.settings.get("command") == "fit" for run in runs) else ()
    repeated = ["repeats"] if any(run.repeats is not None for run in runs) else []
    return ["run", *repeated, "started", "status", "data", *fitted, *MAIN, *metrics, "tags"]


def _asked(columns: str, runs: Sequence[StoredRun]) -> list[str]:
    """Return the names in `columns`. Raises SettingError for one that no run has."""
    names = [name.strip() for name in columns.split(",") if name.strip()]
    if not names:
        raise SettingError("columns is empty: give names with commas, such as run,data,val_loss")
    known = dict.fromkeys([*FACTS, *(n for run in runs for n in (*run.settings, *run.results))])
    missing = [name for name in names if name not in known]
    if missing and runs:
        raise missing_columns("the list of runs", missing, list(known))
    return names


def _fitting(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return the places of the columns that fit into `width` characters, "run" among them.

    >>> _fitting(["run", "started", "data"], [["1", "2026-11-28", "iris"]], 13)
    [0, 2]
    """
    wide = [2 + max(map(len, column)) for column in zip(names, *rows, strict=True)]
    kept = list(range(len(names)))
    turn = {name: i - len(LAST) for i, name in enumerate(LAST)}
    for j in sorted(kept[1:], key=lambda j: turn.get(names[j], len(names) - j)):
        if sum(wide[k] for k in kept) <= width:
            break
        kept.remove(j)
    return kept


def _text(run: StoredRun, name: str) -> str:
    if name in FACTS:
        return FACTS[name](run)
    if name not in run.settings and name in run.results:
        return cell(name, run.results[name])
    return label(run.settings.get(name))


def label(value: Any) -> str:
    """Return a setting in words, "-" for none."""
    return "-" if value is None else in_words(value)


def date(at: float) -> str:
    """Return a time, in seconds since 1970, as local date and time."""
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at))
