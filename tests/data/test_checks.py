"""The door: what passes it and as what; what is refused, and in which words."""

from fractions import Fraction

import numpy as np
import pytest
import scipy.sparse

from noron.core.errors import DataError
from noron.data import Dataset
from noron.data.checks import check_inputs, check_same_length, check_weights

NAN, INF = float("nan"), float("inf")


class Frame:
    """What a data frame is to `np.asarray`."""

    def __init__(self, values: object) -> None:
        self.values = np.asarray(values)

    def __array__(self, dtype: object = None, copy: object = None) -> np.ndarray:
        return self.values


class Refuses:
    def __array__(self, dtype: object = None, copy: object = None) -> np.ndarray:
        raise RuntimeError("this tensor wants a gradient")


def objects(*rows: list[object]) -> np.ndarray:
    return np.array(rows, dtype=object)


@pytest.mark.parametrize(
    ("given", "dtype"),
    [
        ([[1, 2], [3, 4]], "float32"),
        ([[1.0, 2], [3, 4]], "float64"),
        (((1, 2), (3, 4)), "float32"),
        (np.array([[1, 2], [3, 4]], "uint8"), "float32"),
        (np.array([[1, 2], [3, 4]], ">i8"), "float32"),
        (np.array([[1, 2], [3, 4]], "float16"), "float32"),
        (np.array([[1, 2], [3, 4]], "float32"), "float32"),
        (np.array([[1, 2], [3, 4]], ">f4"), "float32"),
        (np.array([[1, 2], [3, 4]], "float64"), "float64"),
        (np.array([[1, 3], [2, 4]]).T, "float32"),
        (np.array([[1, 2], [3, 4]], "longdouble"), "float64"),
        (Frame([[1.0, 2], [3, 4]]), "float64"),
        (objects([1, 2.0], [Fraction(3), np.float32(4)]), "float64"),
        (np.ma.masked_array([[1, 2], [3, 4]]), "float32"),
        (np.array([[1, 2], [3, 4]]).view(np.matrix), "float32"),
    ],
)
def test_inputs_that_pass(given: object, dtype: str) -> None:
    x = check_inputs(given, 2)
    assert type(x) is np.ndarray
    assert x.dtype == np.dtype(dtype)
    assert x.dtype.isnative
    np.testing.assert_array_equal(x, [[1, 2], [3, 4]])


def test_booleans_and_borders() -> None:
    assert check_inputs([[True, False]]).tolist() == [[1, 0]]
    assert check_inputs(objects([True, 0.5])).tolist() == [[1, 0.5]]
    assert check_inputs([[1e308, 1e308]]).tolist() == [[1e308, 1e308]]  # the sum is not finite


def test_floats_are_not_copied() -> None:
    for dtype in ("float32", "float64"):
        x = np.ones((3, 2), dtype)
        assert check_inputs(x) is x


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (None, "X is None"),
        (3.0, "X is 3.0"),
        ("data.csv", "read_table"),
        (b"abc", "X is b'abc'"),
        ({"a": [1]}, "X is {'a': [1]}"),
        ({1, 2}, "X is {1, 2}"),
        (iter([[1.0]]), "a table of numbers is needed"),
        ([1.0, 2.0], "np.reshape(X, (1, -1)) makes one row of it, np.reshape(X, (-1, 1)) one col"),
        ([], "np.reshape"),
        (np.zeros((2, 3, 3)), "X.reshape(len(X), -1)"),
        (np.zeros((0, 4)), "the shape (0, 4) and is empty"),
        (np.zeros((4, 0)), "the shape (4, 0) and is empty"),
        ([[]], "is empty"),
        ([[1, 2], [3]], "X is ragged: row 1 has 1 value, row 0 has 2"),
        ([[1, 2], 3], "X is not an array"),
        ([["1", "2"]], "X has '1' in row 0, column 0: noron needs numbers"),
        (np.array([[b"a"]]), "X has b'a' in row 0, column 0"),
        (objects([1.0, 2.0], [3.0, "red"]), "X has 'red' in row 1, column 1"),
        (objects([1.0, None]), "X has None in row 0, column 1"),
        (objects([1.0, 2j]), "X has 2j in row 0, column 1"),
        (objects([10**400, 1]), "does not fit into float64"),
        ([[1j, 2.0]], "X is complex: give X.real"),
        (np.zeros((2, 2), "datetime64[s]"), "X holds datetime64[s]"),
        (np.zeros((2, 2), "timedelta64[s]"), "X holds timedelta64[s]"),
        (np.zeros((2, 2), [("a", "f4")]), "X holds"),
        ([[1.0, NAN]], "X has nan in row 0, column 1: fill it in or drop the row"),
        ([[1.0, 2.0], [-INF, NAN]], "X has -inf in row 1, column 0 (and 1 more)"),
        ([[INF], [-INF]], "X has inf in row 0, column 0 (and 1 more)"),
        (objects([1.0, NAN]), "X has nan in row 0, column 1"),
        (np.array([["1e400"]], "longdouble"), "X has inf in row 0, column 0"),
        (np.ma.masked_array([[1.0, 2.0]], mask=[[0, 1]]), "X.filled("),
        (scipy.sparse.csr_matrix(np.eye(3)), "X.toarray()"),
        (scipy.sparse.coo_array(np.eye(3)), "X.toarray()"),
        (Refuses(), "this tensor wants a gradient"),
    ],
)
def test_inputs_that_do_not(given: object, says: str) -> None:
    with pytest.raises(DataError) as caught:
        check_inputs(given)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("n_inputs", "says"),
    [(3, "X_val has 2 columns, but 3 are expected"), (1, "X_val has 2 columns, but 1 is expected")],
)
def test_width_and_name(n_inputs: int, says: str) -> None:
    with pytest.raises(DataError, match=says):
        check_inputs([[1, 2]], n_inputs, name="X_val")


def test_weights_that_pass() -> None:
    assert check_weights(None, 3) is None
    for given in ([1, 0, 2], np.array([1, 0, 2], "float32"), np.array([True, False, True])):
        w = check_weights(given, 3)
        assert w is not None
        assert (w.dtype, w.shape) == (np.float64, (3,))
        np.testing.assert_array_equal(w, np.asarray(given, float))
        assert w is not given


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([1, 2], "shape (2,): give one number for each row, shape (3,)"),
        ([[1], [2], [3]], "shape (3, 1)"),
        (1.0, "shape ()"),
        ([1, -1, 2], "-1 in row 1: give weights that are finite and at least 0"),
        ([1, NAN, INF], "nan in row 1 (and 1 more)"),
        ([0, 0, 0], "is 0 in every row"),
        (["a", "b", "c"], "give one number for each of the 3 rows"),
        ([1j, 2, 3], "holds complex128"),
        ("balanced", "sample_weight is 'balanced'"),
        ([[1], [2, 3], 1], "sample_weight is not an array"),
    ],
)
def test_weights_that_do_not(given: object, says: str) -> None:
    with pytest.raises(DataError) as caught:
        check_weights(given, 3)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("X", "y", "says"),
    [
        ([[1], [2]], [1], "X has 2 rows but y has 1"),
        ([[1]], [1, 2], "X has 1 row but y has 2: give one y for each row of X"),
        ([[1]], 1, "y is 1: give one entry for each row"),
        ([[1]], None, "y is None"),
        ([[1]], np.float64(1), "y is np.float64(1.0)"),
    ],
)
def test_lengths(X: object, y: object, says: str) -> None:
    check_same_length([[1], [2]], ["a", "b"])
    with pytest.raises(DataError) as caught:
        check_same_length(X, y)
    assert says in str(caught.value)


def test_dataset() -> None:
    data = Dataset([[1, 2], [3, 4]])  # type: ignore[arg-type]
    assert data.feature_names == ("x0", "x1")
    assert data.y is None
    with pytest.raises(DataError, match="3 feature names for 2 columns"):
        Dataset(data.x, feature_names=("a", "b", "c"))
    with pytest.raises(DataError, match="X has 2 rows but y has 3"):
        Dataset(data.x, np.arange(3))
    with pytest.raises(DataError, match="X has nan"):
        Dataset(np.array([[NAN]]))
    with pytest.raises(AttributeError):
        data.name = "other"  # type: ignore[misc]


@pytest.mark.parametrize("rows", [1, 200_000])
@pytest.mark.parametrize("bad", [NAN, INF, -INF])
def test_the_last_number_of_few_and_of_many_is_looked_at(bad, rows):
    x = np.ones((rows, 2), np.float32)
    assert check_inputs(x) is x
    assert check_inputs(np.full((rows, 2), 3e38, np.float32)).shape == x.shape  # no sum overflows
    x[-1, -1] = bad
    with pytest.raises(DataError, match=f"X has {bad:g} in row {rows - 1}, column 1:"):
        check_inputs(x)
