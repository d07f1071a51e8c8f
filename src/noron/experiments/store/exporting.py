"""The store as files for other programs: CSV, and Parquet where DuckDB is."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from noron.core.atomic import write_atomically
from noron.core.errors import SettingError, shown
from noron.core.text import defused
from noron.data.readers.duck import write_parquet
from noron.experiments.store.reader import Reader, StoredRun
from noron.experiments.store.setting_text import as_setting


def export(reader: Reader, numbers: Sequence[int], path: str | Path, *, rows: bool = False) -> int:
    """Write runs to a .csv or a .parquet file: a line for each run, or for each epoch (`rows`).

    A run's line has its settings, its last metrics and its tags; an epoch's has the run's number,
    the epoch and its metrics. How many lines it was. Raises SettingError for another suffix, and
    for a file that is there already, DataError where nothing can be written.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".parquet"):
        raise SettingError(f"cannot export into {shown(str(path))}: give .csv or .parquet")
    if path.exists():
        raise SettingError(f"{path} exists already: give another name")
    runs = reader.runs(numbers)
    table = _epochs(reader, numbers) if rows else [line_of(run) for run in runs]
    columns = list(dict.fromkeys(name for line in table for name in line))
    if suffix == ".csv":
        _write_csv(path, columns, table)
    else:
        _write_parquet(path, columns, table)
    return len(table)


def line_of(run: StoredRun) -> dict[str, Any]:
    """A run as one flat line."""
    settings = {
        name: value if isinstance(value, str | int | float) else as_setting(value)[0]
        for name, value in run.settings.items()
    }
    facts = {
        "run": run.id,
        "name": run.name,
        "status": run.status,
        "started": run.started,
        "seconds": run.seconds,
        "tags": " ".join(run.tags),
        "digest": run.digest,
    }
    taken = {name: f"setting_{name}" for name in settings if name in facts or name in run.results}
    named = {taken.get(name, name): value for name, value in settings.items()}
    return facts | named | run.results


def _epochs(reader: Reader, numbers: Sequence[int]) -> list[dict[str, Any]]:
    histories = reader.histories(numbers)
    return [{"run": run} | row for run in numbers for row in histories[run]]


def _write_csv(path: Path, columns: Sequence[str], table: Sequence[dict[str, Any]]) -> None:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(map(defused, columns))
    writer.writerows([defused(line.get(name, "")) for name in columns] for line in table)
    write_atomically(path, stream.getvalue().encode())


def _write_parquet(path: Path, columns: Sequence[str], table: Sequence[dict[str, Any]]) -> None:
    filled = {name: _alike([line.get(name) for line in table]) for name in columns}
    write_atomically(path, write_parquet(filled))


def _alike(values: list[Any]) -> list[Any]:
    """Values of one kind: numbers where all are, else texts."""
    there = [value for value in values if value is not None]
    if all(isinstance(value, bool) for value in there):
        return values
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in there):
        whole = all(isinstance(value, int) for value in there)
        return values if whole else [None if v is None else float(v) for v in values]
    return [None if value is None else as_setting(value)[0] for value in values]
