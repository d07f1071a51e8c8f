"""The store: what was acknowledged is there, whatever happens to disks and processes."""

import csv
import json
import math
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import noron
from noron.core.errors import SettingError, StoreError
from noron.experiments.recorder import record
from noron.experiments.run import Sources
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store, connection, schema, tidying
from noron.experiments.store.exporting import export
from noron.experiments.store.sessions import folder_of

SOURCE = str(Path(noron.__file__).parents[1])
SPEC = RunSpec(data="moons", hidden=[4], epochs=2, data_hash="a" * 64, split_seed=0)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "runs" / "noron.sqlite"


def rows_of(count, start=1):
    return [{"epoch": e, "loss": 1 / e, "seconds": 0.1} for e in range(start, start + count)]


def asked(path, sql):
    """What plain SQL says."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        return db.execute(sql).fetchall()


def in_a_process(code, *words):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": SOURCE},
    )


# ---------------------------------------------------------------------------- what is kept


def test_a_run_is_kept_whole(path):
    spec = RunSpec(data="moons", hidden=[4], epochs=3)
    with Store(path) as store:
        outcome = record(store, spec, Sources(), tested=True)
    with Reader(path) as reader:
        run, rows = reader.run(outcome.run), reader.rows(outcome.run)
    assert run.status == "done"
    assert run.spec == outcome.spec
    assert run.digest == outcome.digest
    assert run.results["test_accuracy"] == outcome.test()["accuracy"]
    assert rows == without_seconds(outcome)
    assert run.machine["numpy"]
    assert run.seconds > 0


def test_plain_sql_reads_it(path):
    with Store(path) as store:
        run = store.begin(SPEC)
        store.add_rows(
            run, [*rows_of(2), {"epoch": 3, "loss": math.nan}, {"epoch": 4, "loss": math.inf}]
        )
        store.end(run, "done")
    on_result = asked(path, "SELECT epoch, metric, value FROM history ORDER BY epoch")
    assert on_result == [
        (1, "loss", 1.0),
        (2, "loss", 0.5),
        (3, "loss", None),
        (4, "loss", math.inf),
    ]
    assert asked(path, "PRAGMA journal_mode") == [("wal",)]
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    with Reader(path) as reader:
        values = [row["loss"] for row in reader.rows(run)]
    assert math.isnan(values[2])
    assert values[3] == math.inf


def test_the_schema_is_described_as_it_is():
    text = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
    with closing(sqlite3.connect(":memory:")) as db:
        for script in schema.MIGRATIONS:
            db.executescript(script)
        sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        tables = db.execute(sql).fetchall()
    assert f"version {schema.VERSION}" in text
    for (table,) in tables:
        if not table.startswith("sqlite_"):
            assert f"`{table}`" in text, table


def test_a_run_is_seen_while_it_runs(path):
    with Store(path) as store:
        run = store.begin(SPEC)
        store.add_rows(run, rows_of(3))
        with Reader(path) as reader:
            assert reader.run(run).status == "running"
            assert len(reader.rows(run)) == 3
            assert reader.find("status = running") == [run]


def test_a_call_that_is_tried_again_writes_nothing_twice(path):
    with Store(path) as store:
        run = store.begin(SPEC)
        store.add_rows(run, rows_of(3))
        store.add_rows(run, rows_of(4))
    with Reader(path) as reader:
        assert len(reader.rows(run)) == 4


def written_at_once(store, status):
    with store.at_once():
        run = store.begin(SPEC, machine='{"numpy": "9"}', started=time.time() - 60)
        store.add_rows(run, rows_of(3))
        store.end(run, status)
    return run


def test_what_is_written_at_once_is_there_whole_or_not_at_all(path):
    with Store(path) as store:
        with pytest.raises(SettingError):
            written_at_once(store, "wrong")
        assert store.connection.all("SELECT * FROM run") == []
        run = written_at_once(store, "done")
    with Reader(path) as reader:
        assert reader.run(run).machine == {"numpy": "9"}
        assert reader.run(run).seconds == pytest.approx(60, abs=5)
        assert len(reader.rows(run)) == 3


# ---------------------------------------------------------------------------- deaths

WRITER = """
import sys
from noron.experiments.spec import RunSpec
from noron.experiments.store import Store
path, seed, rows = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
spec = RunSpec(data="moons", data_hash="a" * 64, split_seed=0, seed=seed)
with Store(path) as store:
    run = store.begin(spec)
    print("run", run, flush=True)
    for start in range(1, rows + 1, 10):
        store.add_rows(run, [{"epoch": e, "loss": e / 7} for e in range(start, start + 10)])
        print("ack", run, start + 9, flush=True)
    store.end(run, "done")
    print("end", run, flush=True)
"""


def test_eight_writers_and_twenty_kills_lose_nothing_that_was_acknowledged(path):
    """80,000 rows by eight processes at once; whoever is killed is followed by another one."""
    made(path)  # the file is there before they race for it
    draw = random.Random(0)
    left, killed, running, heard, number = 8, 0, [], [], 0
    while left or running:
        while left and len(running) < 8:
            running.append(in_a_process(WRITER, path, number, 10_000))
            number, left = number + 1, left - 1
        time.sleep(0.08)
        if killed < 20:
            victim = draw.choice(running)
            if victim.poll() is None:
                victim.send_signal(signal.SIGKILL)
                heard.append(victim.communicate()[0])
                running.remove(victim)
                killed, left = killed + 1, left + 1
                continue
        for process in [p for p in running if killed >= 20 or p.poll() is not None]:
            heard.append(process.communicate(timeout=300)[0])
            running.remove(process)
            assert process.returncode == 0
            if killed < 20:
                left += 1  # more kills are to come
    acknowledged, ended, began = {}, set(), set()
    for text in heard:
        for word, run, *more in map(str.split, text.splitlines()):
            if word == "ack" and more:
                acknowledged[int(run)] = int(more[0])
            (ended if word == "end" else began).add(int(run))
    assert killed == 20
    assert sum(acknowledged.values()) >= 80_000
    with Reader(path) as reader:
        assert reader.connection.one("PRAGMA integrity_check") == "ok"
        assert not reader.connection.all("PRAGMA foreign_key_check")
        statuses = {run.id: run.status for run in reader.runs(sorted(began))}
        for run, last in acknowledged.items():
            counts = reader.connection.all(
                "SELECT count(*), sum(value) FROM value WHERE run_id = ? AND epoch <= ?",
                (run, last),
            )
            assert counts[0][0] == last
            assert counts[0][1] == pytest.approx(last * (last + 1) / 14)
        assert all(statuses[run] == ("done" if run in ended else "died") for run in began)


def test_a_run_whose_process_died_is_shown_as_died_and_then_written_so(path):
    process = in_a_process(WRITER.replace("for start", "input()\n    for start"), path, 1, 10)
    run = int(process.stdout.readline().split()[1])
    with Reader(path) as reader:
        assert reader.run(run).status == "running"
        process.kill()
        process.communicate()
        assert reader.run(run).status == "died"
        assert reader.connection.one("SELECT status FROM run WHERE id = ?", (run,)) == "running"
    Store(path).close()
    with Reader(path) as reader:
        assert reader.connection.one("SELECT status FROM run WHERE id = ?", (run,)) == "died"
    assert list(folder_of(path).iterdir()) == []


def full_disk(folder):
    """A tmpfs of 8 MB; None where it may not be mounted."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    return folder if done.returncode == 0 else None


@pytest.mark.parametrize("moment", range(20))
def test_a_full_disk_takes_nothing_that_was_there(tmp_path, moment):
    disk = full_disk(tmp_path / "disk")
    if disk is None:
        pytest.skip("mounting a small disk needs more rights")
    try:
        path = disk / "noron.sqlite"
        store = Store(path)
        run = store.begin(SPEC)
        filler, acknowledged, refused = disk / "filler", 0, 0
        description: list[str] = []
        for start in range(1, 3000, 10):
            if start == 1 + 50 * moment:
                room = shutil.disk_usage(disk).free
                filler.write_bytes(b"x" * max(0, room - 4096 * (moment % 5)))
            try:
                store.add_rows(run, rows_of(10, start))
            except StoreError as error:
                description.append(str(error))
                refused += 1
                if refused == 3:
                    break
            else:
                if not refused:
                    acknowledged = start + 9
        assert refused == 3
        assert all("the disk is full" in text for text in description)
        filler.unlink()
        with Reader(path) as reader:
            assert [row["epoch"] for row in reader.rows(run)][:acknowledged] == list(
                range(1, acknowledged + 1)
            )
            assert reader.connection.one("PRAGMA integrity_check") == "ok"
        store.add_rows(run, rows_of(10, acknowledged + 1))  # there is room again
        store.end(run, "done")
        store.close()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def full(monkeypatch):
    """Switches: these calls find no room, or there is room again."""
    refused: list[str] = []
    monkeypatch.setattr("noron.experiments.recorder.PAUSE", 0.0)

    def limited(name):
        write = getattr(Store, name)

        def call(self, *given, **named):
            if name in refused:
                raise StoreError("the disk is full")
            return write(self, *given, **named)

        return call

    for name in ("begin", "add_rows", "end"):
        monkeypatch.setattr(Store, name, limited(name))

    def switch(*names):
        refused[:] = names

    return switch


def test_training_goes_on_where_the_store_takes_nothing_more(path, full):
    store = Store(path)
    full("add_rows", "end")
    with pytest.warns(noron.TrainingWarning, match="full; the training goes on") as on_result:
        outcome = record(store, RunSpec(data="moons", hidden=[4], epochs=4), Sources())
    assert len(outcome.history) == 4
    assert len(on_result) == 1
    with pytest.warns(noron.TrainingWarning, match="not all is stored"):
        store.close()


@pytest.mark.parametrize("names", [("add_rows", "end"), ("begin", "add_rows")])
def test_what_finds_no_room_is_written_when_there_is_some(path, full, names):
    with Store(path) as store:
        record(store, RunSpec(data="moons", hidden=[4], epochs=2), Sources())
        full(*names)
        with pytest.warns(noron.TrainingWarning, match="full; the training goes on"):
            outcome = record(store, RunSpec(data="moons", hidden=[5], epochs=4), Sources())
        full()
    with Reader(path) as reader:
        assert [run.status for run in reader.runs([1, 2])] == ["done", "done"]
        assert reader.rows(2) == without_seconds(outcome)


def test_the_result_is_printed_where_the_store_takes_nothing(path, full, capsys, monkeypatch):
    from noron.cli import main

    monkeypatch.chdir(path.parent.parent)
    full("add_rows", "end")
    words = ["train", "--data", "moons", "--rows", "60", "--epochs", "3", "--out", "o"]
    assert main([*words, "--store", str(path)]) == 0
    out, err = capsys.readouterr()
    assert "test       accuracy" in out
    assert "the disk is full; the training goes on" in err
    assert (path.parent.parent / "o" / "model.safetensors").exists()


@pytest.mark.filterwarnings("ignore::noron.TrainingWarning")
@pytest.mark.parametrize("moment", range(0, 50, 5))
def test_runs_on_a_disk_that_fills_at_any_moment_are_whole_when_there_is_room(
    tmp_path, moment, monkeypatch
):
    monkeypatch.setattr("noron.experiments.recorder.PAUSE", 0.0)
    for more in range(moment, moment + 5):
        path, results = tmp_path / f"{more}.sqlite", []
        spec = RunSpec(data="moons", hidden=[3], epochs=40, rows=40)
        with Store(path) as store:
            results.append(record(store, spec, Sources()))
            db = store.connection.db
            for seed in range(1, 5):
                if seed == 1 + more % 4:
                    pages = store.connection.one("PRAGMA page_count")
                    db.execute(f"PRAGMA max_page_count = {pages + more // 4}")
                results.append(record(store, spec.but(seed=seed), Sources()))
            with Reader(path) as reader:  # what was acknowledged is there, whatever came later
                assert reader.rows(1) == without_seconds(results[0])
                assert reader.connection.one("PRAGMA integrity_check") == "ok"
            db.execute("PRAGMA max_page_count = 1000000")
        with Reader(path) as reader:
            runs = reader.runs(sorted(reader.find()))
            assert [run.status for run in runs] == ["done"] * 5
            by_seed = {run.settings["seed"]: reader.rows(run.id) for run in runs}
            assert [by_seed[seed] for seed in range(5)] == list(map(without_seconds, results))


def without_seconds(result):
    return [{k: v for k, v in row.items() if k != "seconds"} for row in result.history.rows]


# ---------------------------------------------------------------------------- bad files


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda p: p.write_bytes(b"no database at all, but long enough" * 99), "not a database"),
        (lambda p: asked(p, "CREATE TABLE t (x)"), "not noron's"),
        (lambda p: p.mkdir(), "is a folder"),
    ],
)  # fmt: skip
def test_files_that_are_no_stores_are_left_as_they_are(tmp_path, make, says):
    path = tmp_path / "s.sqlite"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for way in (Store, Reader):
        with pytest.raises(StoreError, match=says):
            way(path)
    assert before is None or path.read_bytes() == before


def made(path, seeds=1):
    with Store(path) as store:
        for seed in range(seeds):
            run = store.begin(SPEC.but(seed=seed))
            store.add_rows(run, rows_of(300))
            store.end(run, "done", results={"val_accuracy": seed / 10})
    return path


def test_a_store_from_the_future_is_refused(path):
    asked(made(path), f"PRAGMA user_version = {schema.VERSION + 1}")
    for way in (Store, Reader):
        with pytest.raises(StoreError, match="update noron"):
            way(path)


def test_a_store_that_is_half_made_is_refused(path):
    asked(made(path), "DROP TABLE value")
    for way in (Store, Reader):
        with pytest.raises(StoreError, match="is incomplete"):
            way(path)


def read_all(path):
    with Reader(path) as reader:
        return [reader.rows(run.id) for run in reader.runs(reader.find())]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7, 0.95])
def test_a_store_that_is_cut_short_is_refused(path, share):
    made(path, 5)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(StoreError, match=r"damaged|not a database|incomplete"):
        read_all(path)


def test_a_locked_store_is_waited_for_and_then_told_of(path, monkeypatch):
    made(path)
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Reader(path) as reader:
        assert reader.find() == [1]  # whoever reads waits for nobody
    with Store(path) as store, pytest.raises(StoreError, match="another process"):
        store.begin(SPEC)
    other.execute("ROLLBACK")
    other.close()


def test_a_store_that_may_only_be_read_can_be_read(path):
    made(path)
    for name in os.listdir(path.parent):
        if name.endswith(("-wal", "-shm")):
            (path.parent / name).unlink()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Reader(path) as reader:
            assert reader.find() == [1]
        if os.geteuid():
            with pytest.raises(StoreError, match=r"--store"), Store(path) as store:
                store.begin(SPEC)
    finally:
        path.parent.chmod(0o755)


def test_a_migration_is_done_whole_or_not_at_all(path, monkeypatch):
    made(path)
    more = "CREATE TABLE extra (x); INSERT INTO extra VALUES (1);"
    monkeypatch.setattr(connection, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(
        connection, "MIGRATIONS", (*schema.MIGRATIONS, more + "CREATE TABLE run (x);")
    )
    with pytest.raises(StoreError, match="already exists"):
        Store(path)
    assert asked(path, "PRAGMA user_version") == [(schema.VERSION,)]
    assert asked(path, "SELECT 1 FROM sqlite_master WHERE name = 'extra'") == []
    with pytest.raises(StoreError, match="older version"):
        Reader(path)
    monkeypatch.setattr(connection, "MIGRATIONS", (*schema.MIGRATIONS, more))
    with Store(path) as store:
        assert store.connection.one("SELECT x FROM extra") == 1
        assert store.connection.one("PRAGMA user_version") == schema.VERSION + 1
    with Reader(path) as reader:
        assert len(reader.rows(1)) == 300


def test_a_store_of_the_first_version_loses_nothing_on_its_way(path, monkeypatch):
    """Its runs keep their rows, tags and numbers; no number is used again; keys are enforced."""
    with monkeypatch.context() as old:
        old.setattr(connection, "VERSION", 1)
        old.setattr(connection, "MIGRATIONS", schema.MIGRATIONS[:1])
        made(path)
        with Store(path) as store:
            last = store.begin(SPEC)
            store.connection.db.execute("DELETE FROM run WHERE id = ?", (last,))
    tables = ("run", "value", "result", "tag", "recipe")
    before = {table: asked(path, f"SELECT * FROM {table}") for table in tables}
    with Store(path) as store:
        assert {table: asked(path, f"SELECT * FROM {table}") for table in tables} == before
        new = store.begin(SPEC)
        assert new == last + 1
        store.end(new, "pruned")
        assert store.connection.all("PRAGMA foreign_key_check") == []
        store.connection.db.execute("DELETE FROM run WHERE id = 1")
        assert store.connection.one("SELECT count(*) FROM value WHERE run_id = 1") == 0
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]


# ---------------------------------------------------------------------------- filters

FOUND = [
    ("val_accuracy > 0.25", [4, 5, 6]),
    ("val_accuracy >= 0.3 and seed != 4", [4, 6]),
    ("seed = 1 or seed = 2", [2, 3]),
    ("seed in (1, 2, 77)", [2, 3]),
    ("not seed < 4", [5, 6]),
    ("activation = relu and not (seed = 0 or seed > 1)", [2]),
    ("activation = 'relu' AND data ~ MOO AND seed<=0", [1]),
    ("hidden = 4 and seed == 3", [4]),
    ("tag = good", [2, 3]),
    ("status = done and name = moons and seed = 5", [6]),
    ("optimizer != sgd", []),
    ("seed = 00", [1]),
]


@pytest.fixture
def six(path):
    made(path, 6)
    with Store(path) as store:
        tidying.tag(store.connection, [2, 3], "good")
    return path


@pytest.mark.parametrize(("text", "runs"), FOUND)
def test_filters_find(six, text, runs):
    with Reader(six) as reader:
        assert sorted(reader.find(text)) == runs


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("val_acuracy > 1", "did you mean 'val_accuracy'"),
        ("val_accuracy > high", "compare it with a number"),
        ("val_accuracy", "ends where one of"),
        ("seed = 1 and", "ends where a name should be"),
        ("(seed = 1", r"ends where '\)' should be"),
        ("seed = 1)", "where 'and', 'or' or the end should be"),
        ("seed in 1", r"'1' where '\(' should be"),
        ("= 3", "'=' where a name should be"),
        ("seed = 'x", "cannot be read at"),
        ("(" * 60 + "seed = 1" + ")" * 60, "brackets"),
        ("seed = 1 or " * 400 + "seed = 1", "shorter"),
        ("'; DROP TABLE run; --", "cannot be read|unknown name"),
    ],
)
def test_filters_that_cannot_be_read_say_where(six, text, says):
    with Reader(six) as reader, pytest.raises(SettingError, match=says):
        reader.find(text)


def test_values_are_bound_and_never_part_of_the_question(six):
    with Reader(six) as reader:
        assert reader.find('name = "x\' OR 1=1 --"') == []
        assert reader.find("tag = \"good' OR '1'='1\"") == []
        assert len(reader.find()) == 6


# ---------------------------------------------------------------------------- tidying


def test_deleted_runs_come_back_until_they_are_gone(six):
    files = [six.parent / name for name in ("a.txt", "b.txt", "shared.txt", "strange.txt")]
    for file in files:
        file.write_text(file.name)
    with Store(six) as store:
        for run, names in ((1, files[:3]), (2, files[2:3])):
            for file in names:
                store.add_artefact(run, file)
        files[1].write_text("somebody has changed it")
        tidying.hide(store.connection, [3])
        tidying.delete(store.connection, [1, 4])
        reader = Reader(store.connection)
        assert reader.find() == [6, 5, 2]
        assert reader.find(hidden=True) == [6, 5, 3, 2]
        assert reader.find(deleted=True) == [4, 1]
        tidying.delete(store.connection, [4], undo=True)
        tidying.hide(store.connection, [3], undo=True)
        assert reader.find() == [6, 5, 4, 3, 2]
        cleared = tidying.collect_garbage(store.connection)
        assert (cleared.runs, cleared.files, cleared.left) == (1, ["a.txt"], ["b.txt"])
        assert [file.exists() for file in files] == [False, True, True, True]
        with pytest.raises(SettingError, match="no run 1"):
            reader.run(1)
        assert not store.connection.all("SELECT * FROM value WHERE run_id = 1")
        assert store.begin(SPEC) == 7  # a number is never used again
        with pytest.raises(SettingError, match="still running"):
            tidying.delete(store.connection, [7])
        for wrong in (tidying.hide, tidying.delete):
            with pytest.raises(SettingError, match="no run 99"):
                wrong(store.connection, [2, 99])
        assert len(reader.find()) == 6


def test_files_outside_of_the_folder_are_never_taken_away(six, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("not ours")
    with Store(six) as store:
        store.add_artefact(1, outside)
        tidying.delete(store.connection, [1])
        assert tidying.collect_garbage(store.connection).files == []
    assert outside.exists()


def test_csv_and_parquet(six, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    with Reader(six) as reader:
        assert export(reader, [1, 2], tmp_path / "runs.csv") == 2
        assert export(reader, [1, 2], tmp_path / "rows.csv", rows=True) == 600
        assert export(reader, [1, 2], tmp_path / "runs.parquet") == 2
        assert export(reader, [1, 2], tmp_path / "rows.parquet", rows=True) == 600
        with pytest.raises(SettingError, match="exists already"):
            export(reader, [1], tmp_path / "runs.csv")
        with pytest.raises(SettingError, match=r"give .csv or .parquet"):
            export(reader, [1], tmp_path / "runs.xlsx")
    lines = list(csv.DictReader((tmp_path / "runs.csv").read_text(encoding="utf-8").splitlines()))
    assert [(line["run"], line["seed"], line["tags"]) for line in lines] == [
        ("1", "0", ""), ("2", "1", "good"),
    ]  # fmt: skip
    table = parquet.read_table(tmp_path / "rows.parquet").to_pylist()
    assert table[299] == {"run": 1, "epoch": 300, "loss": 1 / 300}
    assert json.dumps(parquet.read_table(tmp_path / "runs.parquet").to_pylist()[1]["seed"]) == "1"


def test_no_cell_of_a_csv_is_a_formula(six, tmp_path):
    with Store(six) as store:
        tidying.tag(store.connection, [1], "=HYPERLINK(1)")
        run = store.begin({"data": "moons", "@setting": "+SUM(1)", "rate": "-3.5"}, name="=cmd|A0")
        store.end(run, "done", results={"-loss": -0.5})
    with Reader(six) as reader:
        export(reader, [1, run], tmp_path / "runs.csv")
    lines = list(csv.DictReader((tmp_path / "runs.csv").read_text(encoding="utf-8").splitlines()))
    assert lines[0]["tags"] == "'=HYPERLINK(1)"
    assert lines[1]["name"] == "'=cmd|A0"
    assert lines[1]["'@setting"] == "'+SUM(1)"
    assert (lines[1]["rate"], lines[1]["'-loss"]) == ("-3.5", "-0.5")


def test_an_interrupt_before_the_first_epoch_is_written_down(path, monkeypatch):
    monkeypatch.setattr("noron.experiments.recorder.Recorder.begin", recorder_begin_then_stop)
    with Store(path) as store, pytest.warns(noron.TrainingWarning):
        outcome = record(store, RunSpec(data="moons", hidden=[2], epochs=1), Sources())
    assert outcome.history.interrupted
    with Reader(path) as reader:
        assert [run.status for run in reader.runs(reader.find())] == ["interrupted"]


def recorder_begin_then_stop(self, network, epochs):
    self.run = self.begun()
    raise KeyboardInterrupt
