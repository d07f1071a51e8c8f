"""The reader: what is in the store, as plain data; it never writes, and waits for nobody."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, final

from noron.core.errors import SettingError, check_integer, shown
from noron.core.metric_rows import Row
from noron.experiments.recipe_file import parsed
from noron.experiments.store import integrity as i
from noron.experiments.store.connection import Connection
from noron.experiments.store.query import order_by, parse
from noron.experiments.store.sessions import dead

if TYPE_CHECKING:
    from noron.experiments.result import RunResult
    from noron.experiments.spec import RunSpec

MANY = 500
"""Numbers of runs in one question; SQLite takes a limited number of values."""

COLUMNS = (
    "run.id, run.name, run.status, run.reason, run.engine, run.digest, run.started, run.ended, "
    "run.hidden, run.deleted, run.repeats, recipe.content, machine.content"
)
KINDS = (
    i.NUMBERED, i.TEXT, i.TEXT, i.TEXT, i.TEXT, i.TEXT.or_none(), i.TIME, i.TIME.or_none(),
    i.COUNT, i.TIME.or_none(), i.NUMBERED.or_none(), i.TEXT, i.TEXT,
)  # fmt: skip
JOINED = (  # a run without its recipe is damage, and not left out
    "run LEFT JOIN recipe ON recipe.id = run.recipe_id "
    "LEFT JOIN machine ON machine.id = run.machine_id"
)


@dataclass(frozen=True)
class StoredRun:
    """A run as the store has it; `results` are the last value of each metric."""

    id: int
    name: str
    status: str
    reason: str
    engine: str
    digest: str | None
    started: float
    ended: float | None
    hidden: bool
    deleted: float | None
    repeats: int | None
    settings: dict[str, Any]
    machine: dict[str, Any]
    results: dict[str, float] = field(default_factory=dict)
    tags: tuple[str, ...] = ()

    @property
    def spec(self) -> "RunSpec":
        """Its recipe. Raises SettingError where that was written by a newer noron."""
        from noron.experiments.spec import RunSpec  # a list needs none, and answers sooner

        return RunSpec(**self.settings)

    @property
    def seconds(self) -> float | None:
        """How long it took, once it has ended."""
        return None if self.ended is None else self.ended - self.started

    def result(self, rows: Sequence[Row] = ()) -> "RunResult":
        """What it came to, with the rows of its history."""
        from noron.experiments.result import RunResult  # as above

        seconds = math.nan if self.seconds is None else self.seconds
        facts = {"engine": self.engine, "digest": self.digest, "run": self.id}
        return RunResult(self.spec, self.status, self.reason, rows, seconds, **facts, reused=True)


@final
class Reader:
    """The store, open for reading only. Raises StoreError where it cannot be read."""

    def __init__(self, path: str | Path | Connection) -> None:
        self.is_guest = isinstance(path, Connection)  # of a writer, whose connection stays open
        self.connection = path if isinstance(path, Connection) else Connection(Path(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if not self.is_guest:
            self.connection.close()

    def find(
        self,
        where: str | None = None,
        *,
        hidden: bool = False,
        deleted: bool = False,
        sort: str = "-run",
    ) -> list[int]:
        """The numbers of the runs that a filter is true of, the newest first, or sorted by what
        `sort` names: the smallest first, with a minus in front of the name the largest.

        Raises SettingError for a filter that cannot be read and for an unknown name.
        """
        asked = [f"run.deleted IS {'NOT ' if deleted else ''}NULL"]
        asked += [] if hidden else ["run.hidden = 0"]
        values: list[Any] = []
        if where:
            condition = parse(where, self.connection)
            asked.append(condition.sql)
            values = condition.values
        order = order_by(
            sort.removeprefix("-"), self.connection, ascending=not sort.startswith("-")
        )
        sql = f"SELECT run.id FROM run WHERE {' AND '.join(asked)} ORDER BY {order.sql}"
        rows = self.connection.all(sql, [*values, *order.values], [i.NUMBERED])
        return [row[0] for row in rows]

    def runs(self, numbers: Sequence[int]) -> list[StoredRun]:
        """These runs, in the order in which they are asked for. Raises SettingError."""
        lost = dead(self.connection)
        results = self._grouped(
            "SELECT run_id, metric.name, value FROM result "
            "LEFT JOIN metric ON metric.id = metric_id WHERE run_id IN ({}) ORDER BY metric_id",
            numbers,
            [i.NUMBERED, i.TEXT, i.NUMBER],
        )
        tags = self._grouped(
            "SELECT run_id, name FROM tag WHERE run_id IN ({}) ORDER BY name",
            numbers,
            [i.NUMBERED, i.TEXT],
        )
        rows = self._asked(f"SELECT {COLUMNS} FROM {JOINED} WHERE run.id IN ({{}})", numbers, KINDS)
        recipes = {text: self._facts(text, needs="data") for text in {row[-2] for row in rows}}
        machines = {text: self._facts(text) for text in {row[-1] for row in rows}}
        result: dict[int, StoredRun] = {}
        for run, name, status, *more, settings, machine in rows:
            result[run] = StoredRun(
                run, name, "died" if run in lost else status, *more,
                settings=recipes[settings], machine=machines[machine],
                results={name: _float(value) for name, value in results.get(run, ())},
                tags=tuple(row[0] for row in tags.get(run, ())),
            )  # fmt: skip
        for run in numbers:
            if run not in result:
                raise self._unknown(run)
        return [result[run] for run in numbers]

    def run(self, number: int) -> StoredRun:
        """One run. Raises SettingError if there is none of that number."""
        return self.runs([check_integer("run", number)])[0]

    def rows(self, number: int) -> list[Row]:
        """The rows of its history, `epoch` first."""
        return self.histories([number])[number]

    def histories(self, numbers: Sequence[int]) -> dict[int, list[Row]]:
        """The rows of several runs."""
        names = dict(self.connection.all("SELECT id, name FROM metric", kinds=[i.NUMBERED, i.TEXT]))
        result: dict[int, dict[int, Row]] = {run: {} for run in numbers}
        values = self._asked(
            "SELECT run_id, epoch, metric_id, value FROM value WHERE run_id IN ({}) "
            "ORDER BY run_id, metric_id, epoch",
            numbers,
            [i.NUMBERED, i.COUNT, i.NUMBERED, i.NUMBER],
        )
        if not names.keys() >= {metric for _, _, metric, _ in values}:
            raise i.damaged(self.connection.path, "a value is of no metric")
        for run, epoch, metric, value in values:
            row = result[run].setdefault(epoch, {"epoch": epoch})
            row[names[metric]] = _float(value)
        return {run: [rows[epoch] for epoch in sorted(rows)] for run, rows in result.items()}

    def notes(self, number: int) -> list[tuple[float, str]]:
        """When something was noted of a run, and what."""
        sql = "SELECT written, text FROM note WHERE run_id = ? ORDER BY id"
        return [(at, text) for at, text in self.connection.all(sql, (number,), [i.TIME, i.TEXT])]

    def artefacts(self, number: int) -> list[tuple[str, str, int]]:
        """The files of a run: path from the store's folder, SHA-256, bytes."""
        sql = "SELECT path, hash, bytes FROM artefact WHERE run_id = ? ORDER BY path"
        kinds = [i.TEXT, i.TEXT, i.COUNT]
        files = self.connection.all(sql, (number,), kinds)
        return [(path, known, size) for path, known, size in files]

    def that_wrote_in(self, folder: Path) -> list[int]:
        """The runs that left a file in the folder."""
        root, folder = self.connection.path.resolve().parent, folder.resolve()
        left = self.connection.all("SELECT run_id, path FROM artefact")
        return sorted({run for run, path in left if (root / path).parent == folder})

    def counted(self, experiment: int, recipe: str) -> int | None:
        """The run that counts in an experiment for the recipe of that hash, if there is one."""
        sql = (
            "SELECT run_id FROM experiment_run JOIN recipe ON recipe.id = experiment_run.recipe_id "
            "JOIN run ON run.id = run_id "
            "WHERE experiment_id = ? AND recipe.hash = ? AND run.deleted IS NULL"
        )
        return self.connection.one(sql, (experiment, recipe), i.NUMBERED)

    def is_trial(self, number: int) -> bool:
        """Return whether the run counts in a comparison or a search."""
        sql = "SELECT count(*) FROM experiment_run WHERE run_id = ?"
        return bool(self.connection.one(sql, (number,)))

    def finished(self, recipe: str, machine: str) -> list[int]:
        """The runs of that recipe's hash that came to an end on such a machine, the first first."""
        sql = (
            "SELECT run.id FROM run JOIN recipe ON recipe.id = run.recipe_id "
            "JOIN machine ON machine.id = run.machine_id WHERE recipe.hash = ? "
            "AND machine.content = ? AND status IN ('done', 'diverged') AND deleted IS NULL "
            "ORDER BY run.id"
        )
        rows = self.connection.all(sql, (recipe, machine), [i.NUMBERED])
        return [number for (number,) in rows]

    # ---- within

    def _facts(self, text: str, needs: str = "") -> dict[str, Any]:
        """The settings of a recipe, or the parts of a machine. Raises StoreError."""
        try:
            result = parsed(text, "JSON", "a recipe or a machine")
            json.dumps(result, ensure_ascii=False).encode()
        except (SettingError, UnicodeEncodeError) as error:  # of half a character
            raise i.damaged(self.connection.path, str(error)) from None
        if needs and not isinstance(result.get(needs), str):
            raise i.damaged(self.connection.path, f"a recipe has no {needs}")
        return result

    def _asked(
        self, sql: str, numbers: Sequence[int], kinds: Sequence[i.Kind]
    ) -> list[tuple[Any, ...]]:
        """The rows for these runs, a few hundred runs at a time."""
        rows: list[tuple[Any, ...]] = []
        for start in range(0, len(numbers), MANY):
            some = list(numbers[start : start + MANY])
            rows += self.connection.all(sql.format(", ".join("?" * len(some))), some, kinds)
        return rows

    def _grouped(
        self, sql: str, numbers: Sequence[int], kinds: Sequence[i.Kind]
    ) -> dict[int, list[tuple[Any, ...]]]:
        result: dict[int, list[tuple[Any, ...]]] = {}
        for run, *rest in self._asked(sql, numbers, kinds):
            result.setdefault(run, []).append(tuple(rest))
        return result

    def _unknown(self, run: int) -> SettingError:
        last = self.connection.one("SELECT max(id) FROM run")
        known = f"there are runs up to {last}" if last else "there is none yet"
        return SettingError(f"there is no run {shown(run)}: {known}, see noron runs list")


def _float(value: float | None) -> float:
    return math.nan if value is None else value
