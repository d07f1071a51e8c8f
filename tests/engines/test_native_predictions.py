"""Predictions read several rows at once where most inputs are zero: that must change no bit."""

from typing import Any

import numpy as np
import pytest

from engines.test_native import instruction_set, module  # noqa: F401
from noron import Dense, ReLU
from noron.engines.native.lowering import plan
from noron.losses import MeanSquaredError
from noron.network import Network

pytestmark = pytest.mark.usefixtures("instruction_set")
DTYPES = pytest.mark.parametrize("dtype", [np.float32, np.float64])
WIDTHS = (1, 3, 10, 16, 17, 50, 100, 130)
TABLE = np.arange(256) / 8 - 1  # where 8 stands for zero


class Predictor:
    """A network's first layer with the next one behind it, or alone, as the kernels take it."""

    def __init__(self, n_inputs: int, width: int, dtype: Any, alone: bool = False) -> None:
        layers = [Dense(width)] if alone else [Dense(width), ReLU(), Dense(4)]
        self.network = Network(layers, n_inputs, rng=np.random.default_rng(width), dtype=dtype)
        self.n_outputs, self.dtype = width if alone else 4, dtype

    def scores(self, x: Any, threads: int = 1, rows: Any = None) -> bytes | None:
        """The bits of the scores of an array, or of rows of another form; None if refused."""
        out = np.full((len(x), self.n_outputs), 7, self.dtype)
        made = plan(self.network, MeanSquaredError(), 64, training=False)
        done = (
            made.predict_array(x, out, threads)
            if rows is None
            else made.predict(rows, 0, len(x), out, False, threads)
        )
        return out.tobytes() if done else None


def sparse_bytes(
    n_rows: int, n_columns: int, share: float = 0.2, alike: bool = False
) -> np.ndarray:
    """Rows of which so many entries are not zero, `alike` mostly the same ones, as of pictures.

    The first row and a later one are all zero.
    """
    rng = np.random.default_rng(n_rows)
    x = rng.integers(0, 40, (n_rows, n_columns)).astype(np.uint8)
    shares = np.where(np.arange(n_columns) < 1.2 * share * n_columns, 0.8, 0.01)
    x[rng.random(x.shape) >= (shares if alike else share)] = 8
    x[[0, n_rows // 2]] = 8
    return x


@DTYPES
@pytest.mark.parametrize("n_rows", [1, 2, 3, 63, 64, 65, 130])
@pytest.mark.parametrize("n_inputs", [32, 45])
@pytest.mark.parametrize("alike", [False, True])
def test_every_form_of_rows_and_any_number_of_threads_give_the_same_bits(
    alike, n_inputs, n_rows, dtype
):
    """Bytes go through the products, which leave out nothing."""
    small = sparse_bytes(n_rows, n_inputs, alike=alike)
    x, table = TABLE.astype(dtype)[small], TABLE.astype(dtype)
    row, column = np.nonzero(x)
    starts = np.r_[0, np.cumsum(np.bincount(row, minlength=n_rows))].astype(np.int64)
    forms = (
        module.Rows.bytes(small, table, None),
        module.Rows.dense(x),
        module.Rows.compressed(starts, column.astype("i4"), x[row, column], n_inputs),
    )
    for width in WIDTHS:
        model = Predictor(n_inputs, width, dtype)
        made = {model.scores(x, n, rows) for rows in (None, *forms) for n in (1, 2, 3)}
        assert len(made) == 1, width


@DTYPES
@pytest.mark.parametrize("n_rows", [7, 64])
@pytest.mark.parametrize("change", ["infinite", "NaN", "zero", "tiny"])
def test_a_row_is_predicted_alone_as_among_others_whatever_the_weights_are(change, n_rows, dtype):
    """A zero of one row must not meet a weight of another that makes more of it than a zero."""
    x = TABLE.astype(dtype)[sparse_bytes(n_rows, 40, alike=n_rows == 64)]
    rng = np.random.default_rng(0)
    for width in WIDTHS:
        model = Predictor(40, width, dtype, alone=True)
        theta = model.network.theta
        if change == "zero":
            theta[rng.random(theta.size) < 0.8] = -0.0
        elif change == "tiny":  # products are rounded to 0 or -0, and no bias hides which
            theta *= np.finfo(dtype).smallest_normal
            x = x * (np.finfo(dtype).eps / 4)
        else:
            theta[rng.integers(theta.size, size=2)] = float(change[:3])
        among_others = model.scores(x)
        assert among_others == b"".join(model.scores(x[i : i + 1]) or b"" for i in range(n_rows)), (
            width
        )


@DTYPES
@pytest.mark.parametrize("share", [0.2, 1.0])
def test_a_number_that_is_not_finite_is_noticed_wherever_it_is(share, dtype):
    model = Predictor(45, 5, dtype)
    x = TABLE.astype(dtype)[sparse_bytes(67, 45, share)]
    assert model.scores(x) is not None
    for row in (0, 1, 31, 65, 66):
        for column in (0, 15, 16, 43, 44):
            for bad in (np.nan, np.inf, -np.inf):
                before, x[row, column] = x[row, column], bad
                assert model.scores(x) is None
                assert model.scores(x, threads=2) is None
                x[row, column] = before


@DTYPES
def test_rows_on_either_side_of_what_pays_give_the_same_bits(dtype):
    """With two fifths not zero, rows are read in pairs; with one number more, they are not."""
    model = Predictor(50, 17, dtype)
    rng = np.random.default_rng(0)
    x = np.zeros((10, 50), dtype)
    x.flat[rng.permutation(500)[:200]] = rng.standard_normal(200)
    right = b"".join(model.scores(x[i : i + 1]) or b"" for i in range(10))
    assert model.scores(x) == right
    x[9, np.flatnonzero(x[9] == 0)[0]] = 0.25
    last = model.scores(x[9:])
    assert model.scores(x) == right[: -len(last or b"")] + (last or b"")
