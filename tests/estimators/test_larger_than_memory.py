"""Rows that do not fit into memory: memory-mapped, in chunks, in files."""

import os
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse

import noron
from noron.core.errors import DataError, SettingError
from noron.data import row_store
from noron.data.readers.read import pieces
from noron.data.row_store import RowStore, stored
from noron.data.tables.chunks import Sample, joined
from noron.estimators import MLPClassifier, MLPRegressor, TableClassifier, TableRegressor
from noron.estimators.table import streaming

NET = {"hidden_layer_sizes": (8,), "max_iter": 4, "random_state": 0, "batch_size": 32}
TABLE = {"hidden_layer_sizes": (16,), "max_iter": 4, "n_members": 2, "random_state": 0}
N = 600
rng = np.random.default_rng(0)
X = rng.normal(size=(N, 5)).astype(np.float32)
Y = np.where(X[:, 0] > 0, "yes", "no")

pytestmark = pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")


def chunks(size=170):
    for start in range(0, N, size):
        yield X[start : start + size], Y[start : start + size]


def a_table(n=N, seed=0):
    rng = np.random.default_rng(seed)
    return {
        "size": np.where(rng.random(n) < 0.1, np.nan, rng.normal(50, 9, n)).round(3),
        "street": rng.choice([f"street {i}" for i in range(20)], n),
        "colour": rng.choice(["red", "green", "blue"], n),
    }


def with_target(table):
    high = (np.nan_to_num(table["size"], nan=50) > 50) ^ (table["colour"] == "red")
    return {**table, "price": np.where(high, "high", "low")}


def write_csv(path, table):
    rows = zip(*table.values(), strict=True)
    lines = [",".join("" if v != v else str(v) for v in row) for row in rows]
    path.write_text(",".join(table) + "\n" + "\n".join(lines) + "\n")
    return path


@pytest.fixture
def few(monkeypatch):
    """Tables of more than 200 rows are too large."""
    monkeypatch.setattr(streaming, "WHOLE_UP_TO", 200)
    monkeypatch.setattr("noron.estimators.table.base.WHOLE_UP_TO", 200)


# --------------------------------------------------------------------------- networks of numbers


@pytest.fixture
def in_a_file(tmp_path):
    np.save(tmp_path / "rows.npy", X)
    return np.load(tmp_path / "rows.npy", mmap_mode="r")


@pytest.mark.parametrize("more", [{}, {"early_stopping": True}, {"solver": "sgd"}])
def test_rows_in_a_file_are_learnt_as_rows_in_memory(in_a_file, more):
    one = MLPClassifier(**NET, **more).fit(X, Y)
    two = MLPClassifier(**NET, **more).fit(in_a_file, Y)
    for a, b in zip(one.coefs_, two.coefs_, strict=True):
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("how", ["function", "generator"])
def test_chunks_are_learnt_as_the_whole(how):
    whole = MLPClassifier(**NET).fit(X, Y)
    model = MLPClassifier(**NET).fit(chunks if how == "function" else chunks())
    np.testing.assert_array_equal(model.predict_proba(X), whole.predict_proba(X))


def test_chunks_of_numbers_with_weights_and_a_validation_set():
    y = (X[:, 1] * 2).astype(np.float64)
    weight = rng.uniform(0.5, 2, N)
    parts = [(X[i : i + 100], y[i : i + 100], weight[i : i + 100]) for i in range(0, N, 100)]
    watch = {"X_val": X[:50], "y_val": y[:50]}
    whole = MLPRegressor(**NET).fit(X, y, weight, **watch)
    model = MLPRegressor(**NET).fit(iter(parts), **watch)
    np.testing.assert_array_equal(model.predict(X), whole.predict(X))


def test_sparse_rows_are_never_made_dense(monkeypatch):
    sparse = scipy.sparse.random(200, 5000, 0.002, "csr", dtype=np.float32, random_state=0)
    for name in ("toarray", "todense"):
        monkeypatch.setattr(scipy.sparse.csr_matrix, name, pytest.fail)
    model = MLPClassifier(**NET).fit(sparse, np.arange(200) % 2)
    assert model.predict(sparse).shape == (200,)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ([], "no rows in the chunks"),
        ([X], "chunk 0 is .* give \\(X, y\\)"),
        ([(X, Y), (X[:, :3], Y)], "chunk 1 has the shape \\(600, 3\\): 5 columns"),
        ([(X, Y[:3])], "X has 600 rows but y has 3"),
        ([(X, Y), (X, Y, np.ones(N))], "chunk 1 has 3 parts"),
        ([(X[:0], Y[:0])], "no rows in the chunks"),
    ],
)
def test_chunks_that_do_not_fit_are_named(parts, says):
    with pytest.raises(DataError, match=says):
        MLPClassifier(**NET).fit(iter(parts))


# --------------------------------------------------------------------------------- the store


def test_a_store_gives_back_what_was_written_and_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(row_store.tempfile, "tempdir", str(tmp_path))
    with RowStore(5, np.float32) as store:
        for part, _ in chunks(7):
            store.append(part)
        rows = store.rows()
    assert isinstance(rows, np.memmap)
    np.testing.assert_array_equal(rows, X)  # the map keeps the file
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_after_an_error_in_a_chunk(tmp_path, monkeypatch):
    monkeypatch.setattr(row_store.tempfile, "tempdir", str(tmp_path))

    def broken():
        yield X, Y
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        MLPClassifier(**NET).fit(broken)
    assert list(tmp_path.iterdir()) == []


def test_float64_stays_float64():
    x, _, _ = stored(iter([(X.astype(np.float64), Y)]))
    assert x.dtype == np.float64


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_disk_is_told_in_one_sentence(monkeypatch):
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr(row_store.tempfile, "TemporaryFile", lambda **_: full)
        with pytest.raises(DataError, match=r"no room .* TMPDIR"):
            RowStore(5, np.float32).append(X)


# ----------------------------------------------------------------------------------- tables


def test_a_table_in_pieces_is_the_table(tmp_path):
    table = with_target(a_table())
    path = write_csv(tmp_path / "t.csv", table)
    for rows in (7, 100, 10_000):
        whole = joined(list(pieces(path, rows)))
        assert len(whole) == N
        street = whole.columns["street"]
        assert [street.levels[c] for c in street.codes] == table["street"].tolist()


def test_every_row_is_as_likely_to_be_in_a_sample():
    counts = np.zeros(60)
    for seed in range(400):
        sample = Sample(12, np.random.default_rng(seed))
        for start in range(0, 60, 7):
            sample.add(
                noron.data.tables.as_frame({"i": np.arange(start, min(start + 7, 60)) * 1.0})
            )
        counts[sample.frame().columns["i"].values.astype(int)] += 1
    assert counts.sum() == 400 * 12
    chance = 400 * 0.2
    assert (np.abs(counts - chance) < 5 * np.sqrt(chance * 0.8)).all()


def test_a_table_that_fits_is_fitted_as_a_whole(tmp_path):
    table = with_target(a_table())
    parts = [{name: v[i : i + 250] for name, v in table.items()} for i in range(0, N, 250)]
    whole = TableClassifier(**TABLE).fit(table, "price")
    model = TableClassifier(**TABLE).fit(lambda: iter(parts), "price")
    np.testing.assert_array_equal(model.predict_proba(table), whole.predict_proba(table))


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("source", ["function", "csv", "parquet"])
def test_a_large_table_is_learnt_from_disk(source, tmp_path):
    table, new = with_target(a_table(3000)), with_target(a_table(seed=1))
    data = {
        "function": lambda: (
            lambda: iter(
                [{name: v[i : i + 500] for name, v in table.items()} for i in range(0, 3000, 500)]
            )
        ),
        "csv": lambda: write_csv(tmp_path / "t.csv", table),
        "parquet": lambda: _write_parquet(tmp_path / "t.parquet", table),
    }[source]()
    settings = TABLE | {"hidden_layer_sizes": (64,), "max_iter": 25}
    model = TableClassifier(**settings).fit(data, "price")
    assert model.target_name_ == "price"
    assert model.additive_ == []
    assert len(model.members_) == 2
    assert model.score(new, new["price"]) > 0.9
    np.testing.assert_array_equal(model.predict(data), model.predict(table))


def _write_parquet(path, table):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table(table), path, row_group_size=400)
    return path


@pytest.mark.usefixtures("few")
def test_a_large_table_of_numbers_with_gaps_in_the_target(tmp_path):
    table = a_table(3000)
    y = 3 * np.nan_to_num(table["size"], nan=50)
    y[:40] = np.nan
    path = write_csv(tmp_path / "t.csv", {**table, "y": y})
    with pytest.warns(UserWarning, match="40 of 3,000 rows have nothing in column 'y'"):
        model = TableRegressor(**TABLE | {"max_iter": 15}).fit(path, "y")
    assert model.score(table, 3 * np.nan_to_num(table["size"], nan=50)) > 0.9


@pytest.mark.usefixtures("few")
def test_each_member_leaves_out_its_fold_and_no_row_is_lost(monkeypatch):
    table = {"x": np.arange(1000.0), "y": np.arange(1000.0)}
    seen = []

    def look(self, rows, seed, parts=None):
        for train, held_out in parts:
            seen.append((rows.y[train], rows.y[held_out], rows.x[train], rows.x[held_out]))
        self.additive_ = self.members_ = self.history_ = []

    monkeypatch.setattr(TableRegressor, "_train", look)
    parts = [{name: v[i : i + 90] for name, v in table.items()} for i in range(0, 1000, 90)]
    model = TableRegressor(n_members=7, bins=0).fit(lambda: iter(parts), "y")
    assert len(seen) == 7
    for train, held_out, x_train, x_held_out in seen:
        both = np.concatenate([train, held_out])
        np.testing.assert_allclose(
            np.sort(both * model.y_scale_ + model.y_mean_), np.arange(1000), atol=1e-3
        )
        assert isinstance(x_train, np.memmap)
        order = np.argsort(both)
        x = np.concatenate([x_train, x_held_out])[order, 0]
        assert (np.diff(x) > 0).all()  # each row beside its own target
    held_out = np.concatenate([part for _, part, _, _ in seen])
    assert len(np.unique(held_out)) == 1000


@pytest.mark.usefixtures("few")
def test_one_iterator_cannot_be_read_twice():
    with pytest.raises(SettingError, match="read twice"):
        TableClassifier().fit(iter([with_target(a_table())]), "price")
    with pytest.raises(SettingError, match="give its column's name"):
        TableClassifier().fit(lambda: iter([a_table()]), ["a"] * N)


@pytest.mark.usefixtures("few")
def test_what_is_wrong_in_a_later_chunk_is_told_with_its_place():
    good = with_target(a_table(300))
    odd = {name: v for name, v in good.items() if name != "street"}
    with pytest.raises(DataError, match="column 'street' is in some chunks"):
        TableClassifier(**TABLE).fit(lambda: iter([good, odd]), "price")
    words = {**good, "size": ["large"] * 300}
    with pytest.raises(DataError, match="column 'size' holds numbers and texts"):
        TableClassifier(**TABLE).fit(lambda: iter([good, words]), "price")


MEASURED = """
import sys, warnings
import numpy as np
from noron.estimators import MLPClassifier
def held():
    with open("/proc/self/status") as file:
        return next(int(l.split()[1]) for l in file if l.startswith(sys.argv[2])) / 1e3
X = np.load(sys.argv[1], mmap_mode="r")
y = (X[:, 0] > 0).astype(np.int8)
warnings.simplefilter("ignore")
MLPClassifier((8,), max_iter=1, random_state=0).fit(X[:1000], y[:1000])
before = held()
MLPClassifier((8,), max_iter=1, batch_size=1000, random_state=0).fit(X, y)
print(held() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="it is Linux that tells")
def test_rows_in_a_file_are_not_copied_into_memory(tmp_path):
    path = tmp_path / "rows.npy"
    rows = np.lib.format.open_memmap(path, "w+", np.float32, (400_000, 100))  # 160 MB
    rows[:] = np.tile(rng.standard_normal((1000, 100), dtype=np.float32), (400, 1))
    rows.flush()
    source = str(Path(noron.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path), "RssAnon"],
        capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": source},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) < 60


def test_no_warning_of_ours_is_raised_by_chunks():
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        warnings.filterwarnings("ignore", message="Stochastic Optimizer")
        MLPClassifier(**NET).fit(chunks)
