"""A store from a stranger: whatever is in it, it is read as it is, or one StoreError refuses it."""

import json
import os
import random
import resource
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from noron.cli import main
from noron.core.errors import SettingError, StoreError
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store, tidying
from noron.experiments.store import integrity as i
from noron.experiments.store.exporting import export
from noron.experiments.store.schema import MIGRATIONS
from noron.experiments.store.sessions import folder_of

SPEC = RunSpec(data="moons", hidden=[4], epochs=2, data_hash="a" * 64, split_seed=0)
BYTES = int(os.environ.get("NORON_STORE_BYTES", "700"))
CHANGES = int(os.environ.get("NORON_STORE_CHANGES", "800"))
"""How many mutants of each kind; a long run sets more."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The bytes of a store with something in each table."""
    path = tmp_path_factory.mktemp("whole") / "noron.sqlite"
    (path.parent / "history.json").write_text("[]", encoding="utf-8")
    with Store(path) as store:
        experiment = store.experiment("compare", {"seeds": 3})
        for seed in range(4):
            run = store.begin(SPEC.but(seed=seed), name=f"run of {seed}")
            store.add_rows(run, [{"epoch": e, "loss": 1 / e, "accuracy": 0.5} for e in range(1, 9)])
            if seed < 3:
                store.end(run, "done", digest="b" * 64, results={"test_accuracy": seed / 10})
                store.count_in(experiment, run)
            store.add_artefact(run, path.parent / "history.json")
        tidying.tag(store.connection, [1, 2], "baseline")
        tidying.note(store.connection, 1, "the one for the lesson")
        tidying.delete(store.connection, [3])
        store.connection.db.execute("UPDATE run SET status = 'running' WHERE id = 4")
        store.connection.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        content = path.read_bytes()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE run SET status = 'running' WHERE id = 4")
        db.commit()
        db.execute("PRAGMA journal_mode = DELETE")
    return content and path.read_bytes()


@pytest.fixture
def fast(tmp_path):
    """A folder in memory where there is one: each mutant is a file, and is synced."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def everything(path):
    """All that a reader and an export give."""
    with Reader(path) as reader:
        numbers = reader.find(hidden=True) + reader.find(hidden=True, deleted=True)
        export(reader, numbers, path.with_suffix(".csv"))
        rows = [reader.rows(number) for number in numbers]
        more = [(reader.notes(number), reader.artefacts(number)) for number in numbers]
        return repr((reader.runs(numbers), rows, more, reader.counted(1, "no recipe")))


def use(path, write):
    """Read all, then write all there is to write. The text of what was read."""
    result = everything(path)
    if not write:
        return result
    with Store(path) as store:
        run = store.begin(SPEC)
        store.add_rows(run, [{"epoch": 1, "loss": 0.5}])
        store.end(run, "done")
        tidying.tag(store.connection, [run], "again")
        tidying.note(store.connection, run, "words")
        tidying.hide(store.connection, [run])
        tidying.delete(store.connection, [run])
        tidying.collect_garbage(store.connection)
    return result


def answer(path, write):
    """What use of the file gives: what was read, or the StoreError; anything else is raised."""
    clear(path)
    start = time.perf_counter()
    try:
        return use(path, write), time.perf_counter() - start
    except StoreError as error:
        return error, time.perf_counter() - start


def clear(path):
    """Remove what the store before it has left beside the file."""
    for file in path.parent.glob(f"{path.stem}*"):
        if file.suffix == ".csv" or file.name.endswith(("-wal", "-shm", "-journal")):
            file.unlink()


def pages_are_whole(path):
    """What SQLite's own check says of the file, opened as a reader does it.

    A writer's connection may see other bytes behind the end of a damaged page.
    """
    clear(path)
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
            db.execute("PRAGMA cell_size_check = ON")
            return db.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def report(kind, n, refused, slowest):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{n} {kind}: {refused} refused, slowest {slowest:.2f} s, peak {peak:.0f} MB")


def test_random_bytes_in_a_store_are_one_error_or_none(whole, fast):
    rng, path = random.Random(0), fast / "s.sqlite"
    path.write_bytes(whole)
    refused, slowest = 0, 0.0
    for _ in range(BYTES):
        content = bytearray(whole)
        for _ in range(rng.choice((1, 1, 2, 8, 64))):
            at = rng.randrange(rng.choice((100, 4096, len(content))))
            size = rng.choice((1, 1, 2, 4, 16))
            content[at : at + size] = rng.choice((
                rng.randbytes(size), bytes(size), b"\xff" * size, content[-size:]))  # fmt: skip
        content = content if rng.random() < 0.9 else content[: rng.randrange(len(content))]
        path.write_bytes(content)
        is_whole = pages_are_whole(path)
        path.write_bytes(content)
        result, seconds = answer(path, rng.random() < 0.1)
        slowest = max(slowest, seconds)
        refused += isinstance(result, StoreError)
        assert is_whole or isinstance(result, StoreError), bytes(content[:200])
    assert refused > BYTES // 4
    report("corruptions", BYTES, refused, slowest)


ODD = (
    None, -1, 0, 5, 2**63 - 1, -(2**63), 1e300, -1e300, float("inf"), 0.5, "", "abc", "\x1b[2J",
    "not json", "[1]", "{}", '{"data": 5}', '{"data": "moons", "data": "x"}', "9" * 5000,
    '{"data": "moons", "seed": ' + "9" * 4000 + "}", '{"data": "moons", "epochs": 1e999}',
    "[" * 500, '{"data":' * 200 + "1" + "}" * 200, '{"data": "\\ud800"}',
    '{"data": "moons\\u0000"}', "../../noron.csv", "/etc/passwd", "\0", "a\0b", "x" * 2_000_000,
    b"\xff\x00", b"", b"{}",
    json.dumps({"data": "moons", "layers": [[]], "rows": {"a": None}}), "\u202e", "=1+1",
)  # fmt: skip
"""Values that noron never writes in at least one column."""

SCHEMAS = (
    "PRAGMA user_version = {n}",
    "PRAGMA application_id = {n}",
    "CREATE TABLE extra (x)",
    "CREATE INDEX extra ON run (name)",
    "CREATE VIEW extra AS SELECT * FROM run",
    "CREATE VIRTUAL TABLE extra USING fts5(x)",
    "CREATE TRIGGER extra AFTER INSERT ON value BEGIN DELETE FROM value; END",
    "CREATE TRIGGER extra BEFORE UPDATE ON run BEGIN DELETE FROM value; END",
    "DROP TABLE {t}",
    "DROP INDEX run_recipe",
    "DROP VIEW history; CREATE VIEW history AS SELECT 1",
    "ALTER TABLE {t} ADD COLUMN more DEFAULT 1",
    "ALTER TABLE {t} ADD COLUMN more AS (abs(-9223372036854775807 - 1))",
    "ALTER TABLE {t} RENAME TO other",
    "DROP TABLE tag; CREATE VIEW tag AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
    "FROM c) SELECT x AS run_id, x AS name FROM c",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = {n} WHERE name = '{t}'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'CREATE TABLE {t} (x)' "
    "WHERE name = '{t}'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'TEXT', 'BLOB')",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET type = 'trigger' WHERE name = '{t}'",
    "DELETE FROM {t}",
    "INSERT INTO {t} SELECT * FROM {t}",
)
TABLES = ("run", "recipe", "setting", "metric", "value", "result", "machine", "session", "tag",
          "note", "artefact", "experiment", "experiment_run")  # fmt: skip


def change(path, rng):
    """One change by SQL; what it was."""
    table = rng.choice(TABLES)
    with closing(sqlite3.connect(path, isolation_level=None)) as db, suppress(sqlite3.Error):
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA ignore_check_constraints = ON")
        if rng.random() < 0.25:
            n = rng.choice((-5, 0, 1, 2, 3, 5, 9, 2**31 - 1))
            sql = rng.choice(SCHEMAS).format(t=table, n=n)
            db.executescript(sql)
            return sql
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        column, value = rng.choice(columns), rng.choice(ODD)
        sql = f"UPDATE OR REPLACE {table} SET {column} = ?"
        sql += " WHERE rowid = 1" if table in ("run", "note") and rng.random() < 0.5 else ""
        with suppress(sqlite3.Error):
            db.execute(sql, [value])
        if rng.random() < 0.1:
            db.execute(f"UPDATE {table} SET {column} = CAST(x'ff61' AS TEXT)")
        return f"{sql} {value!r:.60}"
    return "a change that SQLite refuses"


def test_changes_by_sql_are_one_error_or_none(whole, fast):
    rng, path = random.Random(1), fast / "a" / "b" / "s.sqlite"
    path.parent.mkdir(parents=True)
    other = fast / "noron.csv"
    other.write_text("of somebody else", encoding="utf-8")
    refused, slowest = 0, 0.0
    for _ in range(CHANGES):
        path.write_bytes(whole)
        made = change(path, rng)
        try:
            result, seconds = answer(path, rng.random() < 0.1)
        except Exception as error:
            raise AssertionError(f"after {made}") from error
        slowest = max(slowest, seconds)
        refused += isinstance(result, StoreError)
        if made.startswith(("CREATE", "PRAGMA writable_schema", "ALTER TABLE")):
            assert isinstance(result, StoreError), made
    assert other.read_text(encoding="utf-8") == "of somebody else"
    assert refused > CHANGES // 4
    report("changes", CHANGES, refused, slowest)


FAULTS = {
    "a trigger": SCHEMAS[6],
    "a view": SCHEMAS[4],
    "an endless view": SCHEMAS[14],
    "a virtual table": SCHEMAS[5],
    "a version below zero": "PRAGMA user_version = -5",
    "a recipe that is no JSON": "UPDATE recipe SET content = 'not json'",
    "a recipe that is a list": "UPDATE recipe SET content = '[1]'",
    "a recipe without data": "UPDATE recipe SET content = '{}'",
    "a recipe nested deep": f"UPDATE recipe SET content = '{'[' * 500}'",
    "a recipe with an endless number": f"UPDATE recipe SET content = '{{\"a\": {'9' * 5000}}}'",
    "a machine that is a list": "UPDATE machine SET content = '[1]'",
    "a time that is a text": "UPDATE run SET started = 'abc'",
    "a time beyond all calendars": "UPDATE run SET started = 1e300",
    "a time before 1970": "UPDATE run SET ended = -1e300",
    "a name that is a blob": "UPDATE run SET name = x'ff'",
    "a name that is not UTF-8": "UPDATE run SET name = CAST(x'ff' AS TEXT)",
    "a tag that is a blob": "UPDATE tag SET name = x'ff'",
    "an epoch below zero": "UPDATE value SET epoch = -1 - epoch",
    "an epoch that is a text": "UPDATE value SET epoch = 'x' || epoch",
    "a value that is a text": "UPDATE value SET value = 'x'",
    "a value of no metric": "UPDATE value SET metric_id = metric_id + 77",
    "a result of no metric": "UPDATE result SET metric_id = metric_id + 77",
    "a run without a recipe": "UPDATE run SET recipe_id = 99",
    "a session's token that is a path": "UPDATE session SET token = '../../victim'",
}
COMMANDS = (
    ["runs", "list"], ["runs", "list", "val_accuracy > 0"], ["runs", "show", "1"],
    ["runs", "diff", "1", "2"], ["runs", "tag", "z", "1"], ["runs", "note", "1", "words"],
    ["runs", "hide", "1"], ["runs", "delete", "1", "--yes"], ["runs", "gc", "--yes"],
    ["runs", "export", "out.csv"], ["runs", "export", "rows.csv", "--rows"], ["repeat", "1"],
    ["show", "1"],
    ["train", "--data", "moons", "--rows", "60", "--epochs", "1", "--out", "o"],
)  # fmt: skip


COMPARE = ["compare", "--data", "moons", "--rows", "60", "--epochs", "1", "--set", "seed=0,1",
           "--executor", "here", "--out", "c"]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_every_command_refuses_a_faulty_store_in_one_line(
    fault, whole, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    victim = tmp_path / "victim"
    victim.write_text("of somebody else", encoding="utf-8")
    path = tmp_path / "deep" / "down" / "s.sqlite"
    path.parent.mkdir(parents=True)
    path.write_bytes(whole)
    folder_of(path).mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.executescript(FAULTS[fault])
    faulty, refusals = path.read_bytes(), 0
    for words in (*COMMANDS, *([COMPARE] * ("trigger" in fault or "no JSON" in fault))):
        path.write_bytes(faulty)
        code = main([*words, "--store", str(path)])
        out = capsys.readouterr()
        assert "a bug in noron" not in out.err, (words, out.err)
        assert "Traceback" not in out.err
        refusals += code == 2 and "s.sqlite" in out.err.splitlines()[-1]
    assert refusals, out.err
    assert victim.read_text(encoding="utf-8") == "of somebody else"


def test_a_large_store_is_checked_but_for_its_values(whole, tmp_path, monkeypatch):
    path, asked = tmp_path / "s.sqlite", []
    path.write_bytes(whole)
    monkeypatch.setattr(i, "CHECKED_WHOLE", 0)
    with Reader(path) as reader:
        db = reader.connection.db
        db.set_trace_callback(asked.append)
        i.checked_version(db, path, MIGRATIONS)
    checked = {text for text in asked if "quick_check" in text}
    tables = {*TABLES, "sqlite_sequence"} - {"value"}
    assert checked == {f"PRAGMA quick_check({name})" for name in tables}


def test_a_store_with_the_tables_of_analyze_is_read(whole, tmp_path):
    path = tmp_path / "s.sqlite"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ANALYZE")
        db.commit()
    assert everything(path)


def test_a_recipe_of_a_newer_noron_is_named(whole, tmp_path):
    path = tmp_path / "s.sqlite"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE recipe SET content = json_set(content, '$.gravity', 9.81)")
        db.commit()
    with Reader(path) as reader, pytest.raises(SettingError, match="gravity"):
        _ = reader.run(1).spec
