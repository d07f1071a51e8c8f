"""One target for each reader: bytes decide what file is made, and how the reader takes it.

Whatever the file holds, it is read, or refused with the reader's one error. Bytes that are random
would seldom get past the first check, so most targets make a whole file and change a few places of
it; files with a hash get a true one.
"""

import io
import json
import sqlite3
import warnings
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

import noron
from fuzz.drawing import ODD, Draw, changed
from fuzz.foreign import keras, onnx, safetensors, torch
from noron.core.errors import DataError, ModelFileError, NoronError, SettingError, StoreError
from noron.core.tensor_file import read_tensors, write_tensors
from noron.data.readers.read import read, read_table
from noron.data.tables import FOR_NETWORK, learn, read_columns
from noron.experiments.recipe_file import read_settings
from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store, tidying
from noron.training.snapshot import Snapshot

# ---------------------------------------------------------------------------- files with a hash


@cache
def whole_models() -> Path:
    """Return a folder with a few models, table models and a snapshot."""
    import tempfile

    from noron.estimators import TableClassifier, TableRegressor

    folder = Path(tempfile.mkdtemp())
    rng = np.random.default_rng(0)
    x, words = rng.standard_normal((60, 3)), rng.choice(["a", "b", "c"], 60)
    deep = [
        noron.Standardize(),
        noron.Dense(4),
        noron.BatchNorm(),
        noron.ReLU(),
        noron.Dropout(0.1),
    ]
    for i, layers in enumerate(([3, 4, 3], [*deep, noron.Dense(3)])):
        net = noron.NeuralNetwork(layers, seed=0)
        net.train(x, words, epochs=1, progress=False)
        net.save(folder / f"model{i}.safetensors")
        trainer = net.trainer(x, words, epochs=2)
        trainer.advance(epochs=1)
        trainer.snapshot().save(folder / f"snapshot{i}.safetensors")
    brief: Any = {"max_iter": 1, "n_members": 1, "random_state": 0}
    days = np.datetime64("2026-01-01") + np.arange(60)
    table = {"n": x[:, 0], "w": words, "d": days.astype(str).tolist(), "y": x[:, 1]}
    TableClassifier((8,), **brief).fit(table, "w").save(
        folder / "table0.safetensors")  # fmt: skip
    TableRegressor((8,), **brief).fit(table, "y").save(
        folder / "table1.safetensors")  # fmt: skip
    return folder


def rehashed(kind: str, data: bytes, path: Path) -> bool:
    """Write a model with a few places changed and a true hash; False if it cannot be written."""
    draw = Draw(data)
    header, tensors = read_tensors(whole_models() / f"{kind}{draw.below(2)}.safetensors")
    for _ in range(1 + draw.below(3)):
        if draw.below(4):
            header = changed(draw, header)
            continue
        name = draw.of(sorted(tensors))
        value = tensors.pop(name)
        dtype = draw.of(("f4", "f8", "i8", "u1", value.dtype))
        shape = draw.of((value.shape, value.shape[::-1], (0,), (1,), (*value.shape, 1), ()))
        with suppress(ValueError):
            tensors[draw.of((name, name, "other"))] = np.resize(value, shape).astype(dtype)
        if not tensors:
            return False
    try:
        write_tensors(path, header, tensors)
    except (NoronError, ValueError, TypeError, OverflowError, AttributeError):
        return False
    return True


def model(data: bytes, folder: Path) -> None:
    """Load a network, and predict with what was loaded."""
    path = folder / "m.safetensors"
    if rehashed("model", data, path):
        with suppress(ModelFileError):
            net = noron.load(path)
            with suppress(DataError):
                net.predict(np.zeros((2, net.network.n_inputs)))


def table(data: bytes, folder: Path) -> None:
    """Load a table model, and predict with what was loaded."""
    from noron.estimators import load

    path = folder / "t.safetensors"
    if rehashed("table", data, path):
        with suppress(ModelFileError):
            estimator = load(path)
            with suppress(DataError), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                estimator.predict({"n": [0.5], "w": ["a"], "d": ["2026-02-03"], "y": [0.5]})


def snapshot(data: bytes, folder: Path) -> None:
    """Load a snapshot, and go on with it."""
    path = folder / "s.safetensors"
    if rehashed("snapshot", data, path):
        with suppress(ModelFileError):
            Snapshot.load(path)


# ---------------------------------------------------------------------------- text and tables


def recipe(data: bytes, folder: Path) -> None:
    """Read a recipe, TOML or JSON, as it stands or with a place changed."""
    draw = Draw(data)
    suffix = draw.of((".toml", ".json", "changed"))
    path = folder / f"r{'.json' if suffix == 'changed' else suffix}"
    if suffix == "changed":
        settings: Any = {
            "data": "moons", "hidden": [4], "epochs": 2, "optimizer": {"name": "adam"},
            "layers": [{"name": "dense", "units": 2}], "stop": ["patience"],
        }  # fmt: skip
        for _ in range(1 + draw.below(3)):
            settings = changed(draw, settings)
        with suppress(ValueError, RecursionError):
            path.write_text(json.dumps(settings), encoding="utf-8")
    else:
        path.write_bytes(bytes(draw.rest))
    with suppress(SettingError):
        RunSpec(**read_settings(path))


def csv(data: bytes, folder: Path) -> None:
    """Read a CSV file, and learn what its columns are."""
    path = folder / "t.csv"
    path.write_bytes(data)
    with warnings.catch_warnings(), suppress(DataError):
        warnings.simplefilter("ignore")
        frame = read(path, ())
        learn(frame, None, read_columns(frame, None), FOR_NETWORK)


def npz(data: bytes, folder: Path) -> None:
    """Read the arrays of a zip file; their headers say what they like."""
    draw, path = Draw(data), folder / "t.npz"
    if draw.below(4) == 0:
        path.write_bytes(bytes(draw.rest))
    else:
        packing = draw.of((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w", packing) as archive:
            warnings.simplefilter("ignore")  # of a name that is there twice
            for _ in range(1 + draw.below(3)):
                name = draw.of(("X.npy", "y.npy", "X", "../X.npy", "/", "x" * 300))
                archive.writestr(name, array(draw))
    with suppress(DataError):
        read_table(path)


def array(draw: Draw) -> bytes:
    """Return an array in NumPy's format, or nearly so."""
    stream = io.BytesIO()
    sides = (0, 1, 2, 3, -1, 2**31, 2**62, 10**30)
    shape = tuple(draw.of(sides) for _ in range(draw.below(4)))
    types = ("<f8", "<f4", "|u1", ">i8", "|O", "<U3", "<c16", "|S3", "<M8[s]", "V4", "|b1")
    fields = {
        "descr": draw.of(types),
        "fortran_order": bool(draw.below(2)),
        "shape": draw.of((shape, (2, 3), (3,), (2,))),
    }  # fmt: skip
    with suppress(ValueError):
        np.lib.format.write_array_header_1_0(stream, fields)
    content = bytearray(stream.getvalue() + bytes(draw.of((0, 2, 3, 6, 12, 24, 48, 16, 1000))))
    for _ in range(draw.below(3)):
        if content:
            content[draw.below(len(content))] = draw.below(256)
    return bytes(content)


# ---------------------------------------------------------------------------- stores

TABLES = ("run", "recipe", "setting", "metric", "value", "result", "machine", "session", "tag",
          "note", "artefact", "experiment", "experiment_run")  # fmt: skip


@cache
def whole_store() -> bytes:
    """Return a store with something in most tables."""
    import tempfile

    path = Path(tempfile.mkdtemp()) / "s.sqlite"
    with Store(path) as store:
        for seed in range(3):
            run = store.begin(RunSpec(data="moons", hidden=[4], epochs=2, seed=seed))
            store.add_rows(run, [{"epoch": e, "loss": 1 / e} for e in range(1, 5)])
            store.end(run, "done", results={"test_accuracy": 0.5})
        store.count_in(store.experiment("compare", {"seeds": 3}), run)
        tidying.tag(store.connection, [1], "baseline")
        tidying.note(store.connection, 1, "words")
        store.connection.db.execute("UPDATE run SET status = 'running' WHERE id = 3")
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()


def store(data: bytes, folder: Path) -> None:
    """Read everything of a store in which values, the schema or bytes are changed."""
    draw, path = Draw(data), folder / "s.sqlite"
    for file in folder.glob("s.*"):
        file.unlink()
    content = bytearray(whole_store())
    if draw.below(2):
        for _ in range(1 + draw.below(4)):
            content[draw.below(len(content))] = draw.below(256)
        path.write_bytes(content)
    else:
        path.write_bytes(content)
        with closing(sqlite3.connect(path, isolation_level=None)) as db, suppress(sqlite3.Error):
            db.execute("PRAGMA ignore_check_constraints = ON")
            for _ in range(1 + draw.below(2)):
                change(draw, db)
    with suppress(StoreError):
        use(path)


def change(draw: Draw, db: sqlite3.Connection) -> None:
    """Change a value, or by what is left of the bytes anything."""
    if draw.below(8) == 0:
        with suppress(ValueError):  # a NUL
            db.executescript(draw.text())
        return
    name = draw.of(TABLES)
    column = draw.of([row[1] for row in db.execute(f"PRAGMA table_info({name})")])
    odd = draw.of([one for one in ODD if not isinstance(one, list | dict)])
    odd = draw.of((odd, b"\xff", '{"data": 1}', "[1]", '{"data": "m", "a": [[[[]]]]}'))
    with suppress(OverflowError, UnicodeEncodeError):
        db.execute(f"UPDATE OR REPLACE {name} SET {column} = ?", [odd])


def use(path: Path) -> None:
    """Read all that a store has, and write to it."""
    with Reader(path) as reader:
        numbers = reader.find(hidden=True)
        runs = reader.runs(numbers)
        [(run.settings, reader.rows(run.id), reader.notes(run.id)) for run in runs]
    with Store(path) as writer:
        tidying.hide(writer.connection, numbers[:1])


Target = Callable[[bytes, Path], None]
TARGETS: dict[str, Target] = {
    one.__name__: one
    for one in (model, table, snapshot, recipe, csv, npz, store, onnx, torch, safetensors, keras)
}
