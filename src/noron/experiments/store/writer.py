"""The writer: runs into the store. What a call has written when it returns is never lost again."""

import hashlib
import json
import math
import sqlite3
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Self, final

from noron.core.errors import SettingError, StoreError, TrainingWarning, check_choice, shown
from noron.core.metric_rows import Row
from noron.engines.machine import machine as this_one
from noron.experiments.store.connection import Connection, no_store
from noron.experiments.store.sessions import Session, bury
from noron.experiments.store.setting_text import as_setting

if TYPE_CHECKING:
    from noron.experiments.spec import RunSpec

ENDS = ("done", "pruned", "interrupted", "diverged", "failed")
"""What a run may come to, besides dying."""

NO_METRIC = {"epoch", "seconds"}
"""Of a row: the one is the place of the others; the other is no two runs' the same."""


@final
class Store:
    """The store, open for writing: one file, one writer for each process.

        with Store("runs/noron.sqlite") as store:
            run = store.begin(spec)
            store.add_rows(run, rows)
            store.end(run, "done")

    Raises StoreError, here and in each call that writes; then nothing of that call is written.
    """

    def __init__(self, path: str | Path, *, must_exist: bool = False) -> None:
        self.path = Path(path)
        self._connection: Connection | None = None
        self._session: Session | None = None
        self._metrics: dict[str, int] = {}
        self._waiting: list[Callable[[], object]] = []
        self._opening, self._keeping = RLock(), RLock()  # for runs in several threads
        if self.path.exists():  # else it is made when there is something to write
            try:
                bury(self.connection)
            except BaseException:
                self.close()
                raise
        elif must_exist:
            raise no_store(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def connection(self) -> Connection:
        """The file, opened when it is first needed."""
        with self._opening:
            if self._connection is None:
                self._connection = Connection(self.path, write=True)
            return self._connection

    def close(self) -> None:
        """The end of this writer; runs that it has not ended will be shown as interrupted.

        A warning tells of what finds no room even now.
        """
        try:
            if self._session is not None:
                error = self.write_waiting()
                self._session.end()
                if error is not None:
                    raise error
        except StoreError as error:
            warnings.warn(f"not all is stored: {error}", TrainingWarning, stacklevel=2)
        finally:
            self._session = None
            if self._connection is not None:
                self._connection.close()

    @property
    def has_begun(self) -> bool:
        """Return whether it has written before."""
        return self._session is not None

    def keep(self, write: Callable[[], object]) -> StoreError | None:
        """Call `write` now, or, where it finds no room, with the next of them and when closing.

        Returns the error, if there is one; `write` may be called again, so it has to be repeatable.
        """
        self._waiting.append(write)
        return self.write_waiting()

    def write_waiting(self) -> StoreError | None:
        """Write what has found no room before; the first error, if there is still none."""
        first = None
        with self._keeping:
            for write in self._waiting[:]:  # each stays until it is written, also at Ctrl-C
                try:
                    write()
                    self._waiting.remove(write)
                except StoreError as error:
                    first = first or error
        return first

    def begin(
        self,
        recipe: "RunSpec | Mapping[str, Any]",
        *,
        name: str = "",
        repeats: int | None = None,
        machine: str | None = None,
        started: float | None = None,
    ) -> int:
        """A new run, which is running from now on; its number.

        What `noron fit` trains comes from its options, as plain data, in place of a recipe.
        One that comes from elsewhere is told of later: `machine` is where it ran, as
        `this_machine` says it, and `started` when it began, in seconds since 1970.
        """
        session = self._begun()
        with self.connection.writing(durable=True) as db:
            recipe_id, data = self._recipe(db, recipe)
            content = this_machine() if machine is None else machine
            db.execute("INSERT OR IGNORE INTO machine (content) VALUES (?)", (content,))
            (here,) = db.execute("SELECT id FROM machine WHERE content = ?", (content,)).fetchone()
            facts = (name or Path(data).stem, recipe_id, here, session.id, repeats)
            (run,) = db.execute(
                "INSERT INTO run (name, recipe_id, machine_id, session_id, repeats, status, "
                "started) VALUES (?, ?, ?, ?, ?, 'running', ?) RETURNING id",
                (*facts, time.time() if started is None else started),
            ).fetchone()
        return int(run)

    def reopen(self, run: int) -> int:
        """Let a run that was interrupted or has died go on: it is running again; its number."""
        session = self._begun()
        with self.connection.writing(durable=True) as db:
            db.execute(
                "UPDATE run SET status = 'running', reason = '', ended = NULL, session_id = ? "
                "WHERE id = ?",
                (session.id, run),
            )
        return run

    def add_rows(self, run: int, rows: Iterable[Row]) -> None:
        """Rows of its history. One that is there already is replaced: a call may be tried again."""
        rows = list(rows)
        with self._writing() as db:
            values = [
                (run, self._metric(db, name), int(row["epoch"]), _number(value))
                for row in rows
                for name, value in row.items()
                if name not in NO_METRIC
            ]
            db.executemany("INSERT OR REPLACE INTO value VALUES (?, ?, ?, ?)", values)
            if rows:
                self._results(db, run, _measured(rows[-1]))

    def end(
        self,
        run: int,
        status: str,
        *,
        reason: str = "",
        engine: str = "",
        digest: str | None = None,
        results: Mapping[str, float] | None = None,
    ) -> None:
        """What it came to; `results` are measured once, such as `test_accuracy`."""
        check_choice("status", status, ENDS)
        with self._writing(durable=True) as db:
            db.execute(
                "UPDATE run SET status = ?, reason = ?, engine = ?, digest = ?, ended = ? "
                "WHERE id = ?",
                (status, reason, engine, digest, time.time(), run),
            )
            self._results(db, run, results or {})

    def add_artefact(self, run: int, path: str | Path) -> None:
        """A file that the run left, known from now on by its hash. Raises StoreError."""
        path = Path(path).resolve()
        root = self.path.resolve().parent
        try:
            content = path.read_bytes()
        except OSError as error:
            raise StoreError(f"{path} cannot be read: {error.strerror or error}") from None
        place = path.relative_to(root) if path.is_relative_to(root) else path
        facts = (run, place.as_posix(), hashlib.sha256(content).hexdigest(), len(content))
        with self.connection.writing() as db:
            db.execute("INSERT OR REPLACE INTO artefact VALUES (?, ?, ?, ?)", facts)

    def experiment(self, kind: str, plan: Mapping[str, Any]) -> int:
        """The experiment of that plan, a new one or the one that is there already."""
        content = json.dumps(plan, sort_keys=True)
        known = hashlib.sha256(f"{kind} {content}".encode()).hexdigest()
        with self.connection.writing(durable=True) as db:
            db.execute(
                "INSERT OR IGNORE INTO experiment (kind, hash, plan, created) VALUES (?, ?, ?, ?)",
                (kind, known, content, time.time()),
            )
            (result,) = db.execute("SELECT id FROM experiment WHERE hash = ?", (known,)).fetchone()
        return int(result)

    def count_in(self, experiment: int, run: int) -> bool:
        """Let the run count in the experiment; False if another one of its recipe does already."""
        with self.connection.writing(durable=True) as db:
            done = db.execute(
                "INSERT INTO experiment_run (experiment_id, recipe_id, run_id) "
                "SELECT ?, recipe_id, id FROM run WHERE id = ? "
                "ON CONFLICT (experiment_id, recipe_id) DO UPDATE SET run_id = excluded.run_id "
                "WHERE run_id IN (SELECT id FROM run WHERE deleted IS NOT NULL)",
                (experiment, run),
            )
            return done.rowcount == 1

    def forget(self, experiment: int) -> None:
        """Let no run count in the experiment any more; the runs stay."""
        with self.connection.writing(durable=True) as db:
            db.execute("DELETE FROM experiment_run WHERE experiment_id = ?", (experiment,))

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """All that is written within the block is there when it ends, or nothing of it."""
        self._begun()
        with self._writing(durable=True):
            yield

    # ---- within

    def _begun(self) -> Session:
        with self._opening:
            if self._session is None:
                self._session = Session(self.connection)
            return self._session

    @contextmanager
    def _writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """A transaction; one that fails takes the metrics' numbers back that were new in it."""
        try:
            with self.connection.writing(durable=durable) as db:
                yield db
        except BaseException:
            self._metrics.clear()
            raise

    def _recipe(self, db: Any, recipe: "RunSpec | Mapping[str, Any]") -> tuple[int, str]:
        """The number of the recipe, and the name of its data."""
        plain = isinstance(recipe, Mapping)
        content = dict(recipe) if plain else recipe.content()
        text = json.dumps(content, sort_keys=True, ensure_ascii=False)
        known = hashlib.sha256(text.encode()).hexdigest() if plain else recipe.identity
        done = db.execute(
            "INSERT OR IGNORE INTO recipe (hash, content) VALUES (?, ?)", (known, text)
        )
        (number,) = db.execute("SELECT id FROM recipe WHERE hash = ?", (known,)).fetchone()
        if done.rowcount == 1:
            rows = [(number, name, *as_setting(value)) for name, value in content.items()]
            db.executemany("INSERT INTO setting VALUES (?, ?, ?, ?)", rows)
        return int(number), content["data"]

    def _metric(self, db: Any, name: str) -> int:
        """The number of a metric's name."""
        if name not in self._metrics:
            db.execute("INSERT OR IGNORE INTO metric (name) VALUES (?)", (name,))
            result = db.execute("SELECT id FROM metric WHERE name = ?", (name,)).fetchone()
            self._metrics[name] = int(result[0])
        return self._metrics[name]

    def _results(self, db: Any, run: int, values: Mapping[str, float]) -> None:
        rows = [(run, self._metric(db, name), _number(value)) for name, value in values.items()]
        db.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)


def this_machine(cores: int | None = None) -> str:
    """This machine as the store has it; as if it had so many `cores`, if they are given."""
    return json.dumps(this_one(cores), sort_keys=True)


def _measured(row: Row) -> dict[str, float]:
    return {name: value for name, value in row.items() if name not in NO_METRIC}


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise SettingError(f"{shown(value)} is not a number: metrics are numbers") from None
    return None if math.isnan(number) else number
