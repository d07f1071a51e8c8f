"""Rows that stay compact: what they read as, what is refused, and that networks learn the same."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import scipy.sparse
from hypothesis import given, settings
from hypothesis import strategies as st

from noron import Adam, NeuralNetwork
from noron.core.errors import DataError
from noron.data import ByteRows, SparseRows, load_mnist
from noron.data.checks import check_inputs, in_dtype
from noron.data.rows import fingerprint
from noron.layers import BatchNorm, Dense, Dropout, ReLU, Standardize

NAN, INF = float("nan"), float("inf")
Compact = SparseRows | ByteRows


def sparse_table(n: int = 60, columns: int = 12, share: float = 0.2, seed: int = 0) -> np.ndarray:
    """A dense table with many zeros, a row and a column of nothing but zeros."""
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((n, columns)) * (rng.random((n, columns)) < share)
    x[n // 2] = 0
    x[:, columns // 2] = 0
    return x.astype(np.float32)


def bytes_table(n: int = 60, columns: int = 12) -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (n, columns), dtype=np.uint8)


def both() -> list[tuple[np.ndarray, Compact]]:
    x, raw = sparse_table(), bytes_table()
    levels = np.linspace(-1, 1, 256)
    return [
        (x, SparseRows.of(scipy.sparse.csr_array(x))),
        (raw.astype(np.float32), ByteRows(raw)),
        (levels[raw], ByteRows(raw, levels)),
        (levels[raw][[3, 1, 1, 59]], ByteRows(raw, levels, np.array([3, 1, 1, -1]))),
    ]


KINDS = pytest.mark.parametrize(("x", "rows"), both(), ids=["sparse", "bytes", "levels", "chosen"])


# ---- they read like the array


@KINDS
@pytest.mark.parametrize(
    "index",
    [
        slice(None),
        slice(1, 3),
        slice(None, None, -2),
        slice(50, 1000),
        slice(3, 3),
        np.array([2, 0, 0, 3]),
        np.array([], dtype=int),
        np.array([-1, -4]),
        [1, 2],
        [[1, 2], [3, 0]],
        2,
        -1,
    ],
    ids=str,
)
def test_reads_and_picks_like_the_array(x: np.ndarray, rows: Compact, index: Any) -> None:
    found = rows[index]
    assert type(found) is np.ndarray
    assert found.dtype == x.dtype
    np.testing.assert_array_equal(found, x[index])
    if np.ndim(index) < 2:
        picked = rows.pick(index)
        assert type(picked) is type(rows)
        np.testing.assert_array_equal(picked[:], np.atleast_2d(x[index]))
        np.testing.assert_array_equal(picked.pick(slice(None, None, -1))[:], picked[:][::-1])


@KINDS
def test_masks_shapes_and_sizes(x: np.ndarray, rows: Compact) -> None:
    mask = np.arange(len(x)) % 3 == 0
    np.testing.assert_array_equal(rows[mask], x[mask])
    np.testing.assert_array_equal(rows.pick(mask)[:], x[mask])
    assert (rows.shape, rows.dtype, rows.ndim, len(rows)) == (x.shape, x.dtype, 2, len(x))
    np.testing.assert_array_equal(np.asarray(rows), x)
    assert np.asarray(rows, dtype=np.float16).dtype == np.float16
    other = np.float32 if x.dtype == np.float64 else np.float64
    np.testing.assert_array_equal(rows.astype(other)[:], x.astype(other))
    assert str(rows.shape[1]) in repr(rows)


@KINDS
def test_wrong_indices_are_refused(x: np.ndarray, rows: Compact) -> None:
    for index in (len(x), -len(x) - 1, [0, len(x)], (0, 1), np.zeros(len(x) + 1, dtype=bool)):
        with pytest.raises(IndexError):
            rows[index]
        with pytest.raises(IndexError):
            rows.pick(index)
    with pytest.raises(ValueError, match="always a copy"):
        np.asarray(rows, copy=False)


def test_what_they_weigh() -> None:
    rows = SparseRows([0, 1, 3], [2, 0, 1], np.array([5, 1, 2], np.float32), 3)
    assert (rows.nbytes, rows.density) == (3 * 8 + 3 * 8, 0.5)
    raw = bytes_table(1000)
    assert ByteRows(raw).nbytes == raw.nbytes + 1024
    assert np.shares_memory(ByteRows(raw).pick([1, 2]).values, raw)  # a part copies no bytes


@KINDS
def test_the_arrays_cannot_be_written_through_the_rows(x: np.ndarray, rows: Compact) -> None:
    with pytest.raises(ValueError, match="read-only"):
        rows.values[...] = 0
    rows[:][...] = 7  # what is read is new
    np.testing.assert_array_equal(rows[:], x)


# ---- from SciPy


@pytest.mark.parametrize("kind", ["csr", "csc", "coo", "bsr", "lil", "dok", "dia"])
@pytest.mark.parametrize("family", ["array", "matrix"])
@pytest.mark.parametrize(
    "dtype", ["float32", "float64", "int8", "uint16", "bool", "int64", ">f4", ">f8"]
)
def test_every_format_of_scipy(kind: str, family: str, dtype: str) -> None:
    x = (sparse_table(8, 6) * 3).astype(dtype)
    given = getattr(scipy.sparse, f"{kind}_{family}")(x.astype(np.dtype(dtype).newbyteorder("=")))
    if kind == "csr":
        given.data = given.data.astype(dtype)  # a foreign byte order too
    rows = SparseRows.of(given)
    assert rows.dtype == (np.float64 if dtype in ("float64", ">f8") else np.float32)
    np.testing.assert_array_equal(rows[:], x.astype(rows.dtype))
    assert (rows.indptr.dtype, rows.indices.dtype) == (np.int64, np.int32)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 40), st.integers(0, 10**6))
def test_duplicates_zeros_and_any_order(n: int, columns: int, entries: int, seed: int) -> None:
    """SciPy's own `toarray` is the oracle; whole numbers, so that each order sums alike."""
    rng = np.random.default_rng(seed)
    row, column = rng.integers(0, n, entries), rng.integers(0, columns, entries)
    values = rng.integers(-2, 3, entries).astype(float)
    coo = scipy.sparse.coo_array((values, (row, column)), (n, columns))
    order = np.argsort(row, kind="stable")
    indptr = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=n))])
    csr = scipy.sparse.csr_array((values[order], column[order], indptr), (n, columns))
    before = csr.indices.copy(), csr.data.copy(), csr.indptr.copy()
    for matrix in (coo, csr, coo.tocsc()):
        rows = SparseRows.of(matrix)
        np.testing.assert_array_equal(rows[:], coo.toarray())
        assert np.count_nonzero(rows.values) == len(rows.values) == np.count_nonzero(rows[:])
        for i in range(n):
            assert (np.diff(rows.indices[rows.indptr[i] : rows.indptr[i + 1]]) > 0).all()
    for kept, now in zip(before, (csr.indices, csr.data, csr.indptr), strict=True):
        np.testing.assert_array_equal(kept, now)


def test_good_rows_are_not_copied() -> None:
    csr = scipy.sparse.random_array((50, 20), density=0.2, format="csr", rng=0)
    rows = SparseRows.of(csr)
    assert np.shares_memory(rows.values, csr.data)
    assert np.shares_memory(rows.indices, csr.indices)
    assert check_inputs(rows, compact=True) is rows
    assert in_dtype(rows, np.float64) is rows


def test_room_behind_the_last_entry_is_no_entry() -> None:
    rows = SparseRows([0, 1, 2], [0, 1, 99], [1.0, 2.0, NAN], 2)
    np.testing.assert_array_equal(rows[:], [[1, 0], [0, 2]])


def csr(**changes: Any) -> Any:
    """A sound matrix of 3 x 4 with one array replaced behind SciPy's back."""
    matrix = scipy.sparse.csr_array(np.array([[1.0, 0, 2, 0], [0, 0, 0, 0], [3, 4, 5, 0]]))
    for name, value in changes.items():
        setattr(matrix, name, np.asarray(value))
    return matrix


def changed(matrix: Any, **changes: Any) -> Any:
    for name, value in changes.items():
        setattr(matrix, name, np.asarray(value))
    return matrix


BROKEN: dict[str, tuple[Callable[[], Any], str]] = {
    "column too large": (lambda: csr(indices=[0, 2, 0, 4, 2]), "column index 4 in row 2, but 4 c"),
    "huge column": (lambda: csr(indices=[0, 2, 2**40, 1, 2]), "index 1099511627776 in row 2"),
    "negative column": (lambda: csr(indices=[0, -1, 0, 1, 2]), "column index -1 in row 0"),
    "falling indptr": (lambda: csr(indptr=[0, 3, 2, 5]), "indptr falls from 3 to 2 in row 1"),
    "indptr too short": (lambda: csr(indptr=[0, 2, 5]), "indptr has the shape (3,) for 3 rows"),
    "indptr too long": (lambda: csr(indptr=[0, 2, 2, 5, 5]), "indptr has the shape (5,)"),
    "empty indptr": (lambda: csr(indptr=np.array([], int)), "indptr has the shape (0,)"),
    "indptr of rank 2": (lambda: csr(indptr=[[0, 2, 2, 5]]), "indptr has the shape (1, 4)"),
    "indptr not from 0": (lambda: csr(indptr=[1, 2, 2, 5]), "indptr begins with 1, not with 0"),
    "indptr from -1": (lambda: csr(indptr=[-1, 2, 2, 5]), "indptr begins with -1"),
    "indptr beyond": (lambda: csr(indptr=[0, 2, 2, 6]), "indptr ends with 6, but there are 5 ind"),
    "indptr far beyond": (lambda: csr(indptr=[0, 2, 2, 2**60]), "indptr ends with 11529215"),
    "indptr of floats": (lambda: csr(indptr=[0.0, 2, 2, 5]), "the type float64"),
    "indices of floats": (lambda: csr(indices=[0.0, 2, 0, 1, 2]), "the type float64"),
    "too few values": (lambda: csr(data=[1.0, 2.0]), "values of the shape (2,)"),
    "values of rank 2": (lambda: csr(data=np.ones((5, 1))), "values of the shape (5, 1)"),
    "nan": (lambda: csr(data=[1, 2, 3, NAN, 5]), "X has nan in row 2, column 1: fill it in"),
    "inf": (lambda: csr(data=[1, -INF, 3, NAN, 5]), "X has -inf in row 0, column 2 (and 1 more)"),
    "overflow of a sum": (
        lambda: scipy.sparse.csr_array(
            (np.full(2, 3e38, np.float32), np.zeros(2, int), [0, 2]), (1, 1)
        ),
        "X has inf in row 0, column 0",
    ),
    "complex": (lambda: csr(data=np.ones(5, complex)), "X is complex: give X.real"),
    "objects": (lambda: csr(data=np.array(["a"] * 5, object)), "X holds object"),
    "text": (lambda: csr(data=np.array(["a"] * 5)), "X holds <U1"),
    "csc, row too large": (
        lambda: changed(csr().tocsc(), indices=[0, 9, 2, 0, 2]), "X is a broken sparse matrix"
    ),
    "csc, falling indptr": (
        lambda: changed(csr().tocsc(), indptr=[0, 5, 3, 5, 5]), "X is a broken sparse matrix"
    ),
    "bsr, block too far": (
        lambda: changed(scipy.sparse.bsr_array(np.ones((4, 4)), blocksize=(2, 2)),
                        indices=[0, 7, 0, 1]), "X is a broken sparse matrix"
    ),
    "coo, row too large": (
        lambda: changed(csr().tocoo(), row=[0, 0, 3, 2, 2]), "the row index 3, but 3 rows"
    ),
    "coo, negative row": (
        lambda: changed(csr().tocoo(), row=[0, 0, -1, 2, 2]), "the row index -1, but 3 rows"
    ),
    "coo, column too large": (
        lambda: changed(csr().tocoo(), col=[0, 2, 0, 4, 2]), "column index 4 in row 2"
    ),
    "no rows": (lambda: scipy.sparse.csr_array((0, 4)), "X has the shape (0, 4)"),
    "no columns": (lambda: scipy.sparse.csr_array((3, 0)), "X has the shape (3, 0)"),
    "one dimension": (lambda: scipy.sparse.coo_array(np.ones(3)), "X has the shape (3,)"),
    "no rows of bytes": (lambda: ByteRows(np.zeros((0, 4), np.uint8)), "the shape (0, 4) and is e"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_refused(what: str) -> None:
    make, says = BROKEN[what]
    with pytest.raises(DataError) as caught:
        check_inputs(make(), compact=True)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    net = NeuralNetwork([4, 2], seed=0)
    before = net.network.theta.copy()
    for call in (net.predict, lambda x: net.train(x, [0, 1, 0], epochs=1, progress=False)):
        with pytest.raises(DataError):
            call(make())
    with pytest.raises(DataError, match=r"^validation: "):
        net.train(np.eye(4), [0, 1, 0, 1], epochs=1, validation=(make(), [0, 1, 0]))
    np.testing.assert_array_equal(net.network.theta, before)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: SparseRows([], [], [], 3), "indptr"),
        (lambda: SparseRows([0], np.array([], int), [], 0), "X has 0 columns: give 1 to 2,147"),
        (lambda: SparseRows([0, 0], np.array([], int), [], 2**31), "2147483648 columns"),
        (lambda: SparseRows([0, 1], [0], [1.0], 2.5), "X has 2.5 columns"),
        (lambda: SparseRows([0, 1], [2], [1.0], 2), "column index 2 in row 0, but 2 columns"),
        (lambda: ByteRows(np.zeros((2, 2))), "the type float64: give uint8"),
        (lambda: ByteRows(np.zeros(2, np.uint8)), "values has the shape (2,)"),
        (lambda: ByteRows(np.zeros((2, 0), np.uint8)), "values has the shape (2, 0)"),
        (lambda: ByteRows(bytes_table(), np.ones(255)), "give 256 finite numbers"),
        (lambda: ByteRows(bytes_table(), np.full(256, NAN)), "give 256 finite numbers"),
        (lambda: ByteRows(bytes_table(), np.ones(256, complex)), "table is complex"),
        (lambda: ByteRows(bytes_table(), chosen=[60]), "give numbers of the 60 rows"),
        (lambda: ByteRows(bytes_table(), chosen=[0.5]), "give row numbers"),
        (lambda: check_inputs(csr(), 3, compact=True), "X has 4 columns, but 3 are expected"),
        (
            lambda: in_dtype(SparseRows.of(csr(data=[1, 2, 3, 1e300, 5])), np.float32),
            "X has 1e+300 in row 2, column 1, too large for float32",
        ),
        (
            lambda: ByteRows(bytes_table(), np.full(256, 1e300)).astype(np.float32),
            "X has 1e+300 in its table, too large for float32",
        ),
    ],
)
def test_what_else_is_refused(make: Callable[[], Any], says: str) -> None:
    with pytest.raises(DataError) as caught:
        make()
    assert says in str(caught.value)


# ---- networks learn the same from them


def one_hot_table(n: int = 60) -> np.ndarray:
    return np.eye(9, dtype=np.float32)[np.random.default_rng(2).integers(0, 9, n)]


TABLES: dict[str, Callable[[], tuple[np.ndarray, Any]]] = {
    "csr": lambda: (sparse_table(), scipy.sparse.csr_array(sparse_table())),
    "coo": lambda: (sparse_table(), scipy.sparse.coo_matrix(sparse_table())),
    "sparse rows": lambda: both()[0],
    "one-hot": lambda: (one_hot_table(), scipy.sparse.csc_array(one_hot_table())),
    "nothing but zeros": lambda: (np.zeros((60, 3), "f4"), scipy.sparse.csr_array((60, 3))),
    "bytes": lambda: (bytes_table().astype(np.float32), bytes_table()),
    "bytes in columns": lambda: (
        bytes_table().astype(np.float32), np.asfortranarray(bytes_table())
    ),
    "levels": lambda: both()[2],
}  # fmt: skip

NETS: dict[str, Callable[[], NeuralNetwork]] = {
    "plain": lambda: NeuralNetwork([Dense(7), ReLU(), Dense(2)], seed=3),
    "float64": lambda: NeuralNetwork([Dense(7), ReLU(), Dense(2)], seed=3, dtype="float64"),
    "all at once": lambda: NeuralNetwork(
        [Standardize(), Dense(7), BatchNorm(), ReLU(), Dropout(0.3), Dense(2)],
        seed=3,
        regularizer="l2",
    ),
    "batch norm first": lambda: NeuralNetwork([BatchNorm(), Dense(2)], seed=3, dtype="float64"),
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("net", NETS)
def test_networks_learn_and_predict_the_same_bits(table: str, net: str) -> None:
    dense, compact = TABLES[table]()
    y = np.arange(60) % 2
    weight = 1 + np.arange(60) % 3
    # The compiled kernels fold the standardization of sparse rows into the first product.
    engine = "reference" if net == "all at once" else None
    found = []
    for x in (dense, compact):
        mine = NETS[net]()
        history = mine.train(
            x,
            y,
            epochs=3,
            batch_size=7,
            learning_rate=0.01,
            optimizer=Adam(),
            validation=0.2,
            sample_weight=weight,
            progress=False,
            engine=engine,
        )
        mine.train(x, y, epochs=1, validation=(x, y), progress=False, engine=engine)
        mine.backward(x, y)
        found.append(
            [
                mine.network.theta,
                mine.network.buffers,
                mine.predict_proba(x),
                mine.predict(x),
                np.array([mine.accuracy(x, y), mine.cross_entropy_loss(x, y)]),
                np.array(list(mine.evaluate(x, y, weight).values())),
                np.array([row["val_loss"] for row in history.rows]),
            ]
        )
    for one, other in zip(*found, strict=True):
        np.testing.assert_array_equal(one, other)


def test_one_row_and_rows_of_another_kind() -> None:
    """What was learnt from one kind predicts every other; a single row trains and predicts."""
    dense, compact = TABLES["csr"]()
    net = NeuralNetwork([12, 5, 2], seed=0)
    net.train(compact, np.arange(60) % 2, epochs=1, progress=False)
    answers = net.predict_proba(dense)
    np.testing.assert_array_equal(net.predict_proba(SparseRows.of(compact)), answers)
    one = SparseRows.of(compact).pick([7])
    np.testing.assert_allclose(net.predict_proba(one), answers[[7]], rtol=1e-6)
    net.train(one, [1], epochs=1, progress=False)
    net.train(bytes_table(1), [1], epochs=1, progress=False)


def test_many_rows_are_read_in_pieces() -> None:
    """Standardizing over several pieces is what NumPy finds over all rows, constants included."""
    rng = np.random.default_rng(0)
    x = np.column_stack(
        [rng.normal(5000, 0.1, 9000), np.full(9000, 1e9), rng.random((9000, 1)), np.zeros(9000)]
    )
    x[:, 2] *= rng.random(9000) < 0.1
    net = NeuralNetwork([Standardize(), Dense(2)], seed=0, dtype="float64", n_inputs=4)
    for table in (x, scipy.sparse.csr_array(x)):
        net.network.learn_inputs(check_inputs(table, compact=True))
        mean, std = net.network.params[0]
        np.testing.assert_allclose(mean, x.mean(axis=0), rtol=1e-12)
        np.testing.assert_allclose(std, np.where(np.ptp(x, axis=0) == 0, 1, x.std(axis=0)),
                                   rtol=1e-12)  # fmt: skip
    scores = net.network.predict(check_inputs(scipy.sparse.csr_array(x), compact=True))
    np.testing.assert_allclose(scores, net.network.forward(x)[0], rtol=1e-12, atol=1e-12)


def test_a_learnt_diverging_run_is_explained_with_compact_rows() -> None:
    net = NeuralNetwork([12, 5, 1], loss="mse", seed=0)
    with pytest.warns(UserWarning, match="inputs are not scaled: column"):
        net.train(bytes_table(), np.arange(60.0), epochs=50, learning_rate=10, progress=False)


# ---- MNIST


def test_mnist_as_bytes_is_mnist_bit_for_bit() -> None:
    X, y, X_test, y_test = load_mnist()
    rows, digits, rows_test, digits_test = load_mnist(compact=True)
    assert rows.nbytes < X.nbytes / 3.9
    for plain, compact in ((X, rows), (X_test, rows_test)):
        assert (compact.shape, compact.dtype) == (plain.shape, plain.dtype)
        for start in range(0, len(plain), 10_000):
            some = slice(start, start + 10_000)
            assert plain[some].tobytes() == compact[some].tobytes()
    np.testing.assert_array_equal(y, digits)
    np.testing.assert_array_equal(y_test, digits_test)
    every, _ = load_mnist(split=False, compact=True)
    np.testing.assert_array_equal(every[[0, 59_999, 60_000, 69_999]],
                                  np.concatenate([X[[0, -1]], X_test[[0, -1]]]))  # fmt: skip
    some = np.random.default_rng(0).permutation(60_000)[:2000]
    np.testing.assert_array_equal(rows.pick(some).astype(np.float64)[:], X[some].astype(np.float64))


def test_rows_have_the_fingerprint_of_their_numbers_however_they_are_kept():
    table = np.linspace(0, 1, 256)
    rows = ByteRows(np.arange(10_000, dtype=np.uint8).reshape(-1, 2), table)
    assert fingerprint(rows) == fingerprint(rows[:])
    assert fingerprint(rows.pick([1, 0])) == fingerprint(rows[[1, 0]])
    assert fingerprint(rows) != fingerprint(ByteRows(rows.values, table[::-1]))
    assert fingerprint(rows) != fingerprint(rows[:].astype(np.float32))
    assert fingerprint(np.arange(4)) != fingerprint(np.arange(4).reshape(4, 1))
