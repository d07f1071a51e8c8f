"""The kernel that deforms images: the bits of NumPy's version, and a boundary that holds."""

import threading

import numpy as np
import pytest

from engines.test_native import (  # noqa: F401
    REFUSED,
    alone,
    instruction_set,
    misaligned,
    module,
    read_only,
)
from noron import NeuralNetwork
from noron.data.augmentation import Deform
from noron.data.rows import ByteRows, SparseRows
from noron.engines import AugmentedRows

SHAPES = [(28, 28), (2, 2), (3, 40), (40, 3), (16, 64), (7, 129), (65, 66)]
SETTINGS = [
    {}, {"alpha": 0}, {"rotation": 0, "scale": 0, "shear": 0, "shift": 0, "alpha": 0},
    {"alpha": 200, "sigma": 1.5, "shift": 100}, {"alpha": 1e6, "sigma": 100}, {"sigma": 0.1},
    {"rotation": 180, "scale": 0.99, "shear": 1e6, "shift": 1e6},
]  # fmt: skip


def i8(numbers):
    return np.array(numbers, np.int64)


def taken(rows, index):
    return rows.take(index, max(len(index), 1), 3, 0)


def same_numbers():
    return np.random.default_rng([3, 0])


def network(n_inputs, dtype):
    return NeuralNetwork([n_inputs, 2], seed=0, dtype=dtype).network


@pytest.mark.usefixtures("instruction_set")
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_pixels_are_those_of_numpy_to_the_bit(shape, dtype):
    rng, (height, width) = np.random.default_rng(1), shape
    bytes_ = rng.integers(0, 256, (9, height * width), np.uint8)
    forms = [
        rng.normal(0, 1, (9, height * width)).astype(dtype),
        ByteRows(bytes_, rng.normal(0, 1, 256).astype(dtype)),
        ByteRows(bytes_, rng.normal(0, 1, 256).astype(dtype), rng.integers(0, 9, 12)),
    ]
    index = np.array([8, 0, 3, 3, 7])
    for given in SETTINGS:
        deform = Deform(**given, height=height, width=width)
        for x in forms:
            rows = AugmentedRows(deform, x, network(height * width, dtype))
            assert rows.rows is not None
            expected = deform.forward(x[index], same_numbers())
            assert expected.dtype == dtype
            changed = taken(rows, index)
            assert changed.dtype == dtype
            np.testing.assert_array_equal(changed, expected)
            assert len(taken(rows, index[:0])) == 0


def test_sparse_rows_are_changed_by_numpy():
    x = np.random.default_rng(0).random((4, 64)).astype(np.float32)
    index, deform = np.array([2, 1]), Deform()
    expected = deform.forward(x[index], same_numbers())
    matrix = pytest.importorskip("scipy.sparse").csr_array(x)
    sparse = AugmentedRows(deform, SparseRows.of(matrix), network(64, "float32"))
    assert sparse.rows is None
    np.testing.assert_array_equal(taken(sparse, index), expected)


def test_pixels_that_are_no_numbers_stay_in_their_place():
    x = np.zeros((3, 64), np.float32)
    x[1] = np.nan
    x[2] = np.inf
    out = taken(AugmentedRows(Deform(), x, network(64, "float32")), np.arange(3))
    assert (out[0] == 0).all()
    assert not np.isfinite(out[1:]).any()


@alone
def test_several_threads_deform_at_once():
    x = np.random.default_rng(0).random((50, 784)).astype(np.float32)
    rows, index = AugmentedRows(Deform(), x, network(784, "float32")), np.arange(50)
    expected, results = taken(rows, index), []

    def work():
        results.extend(taken(rows, index) for _ in range(10))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 40
    assert all(np.array_equal(result, expected) for result in results)


# ------------------------------------------------------------------------- what is refused


def arguments(n=3, height=8, width=9, dtype=np.float32):
    drawn = Deform().draw(n, height, width, np.random.default_rng(0))
    given = drawn._asdict() | {"affine": drawn.affine.astype(dtype)}
    x = module.Rows.dense(np.random.default_rng(1).random((5, height * width)).astype(dtype))
    return x, given | {"index": i8([4, 0, 2]), "out": np.zeros((n, height * width), dtype)}


def zeros(*shape, dtype=np.float32):
    return np.zeros(shape, dtype)


WRONG = {
    "index": [i8([0, 1, 5]), i8([0, -1, 2]), np.array([0.0, 1, 2]), i8([0, 1])],
    "affine": [zeros(3, 2, 3, dtype="f8"), zeros(3, 2, 2), zeros(2, 2, 3), None],
    "noise": [zeros(3, 2, 2, 4, dtype="u1"), zeros(3, 2, 2, 3, dtype="i1"),
              zeros(3, 1, 2, 3, dtype="u1"), zeros(3, 2, 2, 6, dtype="u1")[..., ::2]],
    "down": [zeros(7, 2), zeros(8, 0), zeros(8, 9), zeros(8), zeros(8, 2, dtype="f8"), zeros(0, 0),
             zeros(1, 1), None],
    "across": [zeros(8, 3), zeros(9, 4), zeros(9, 10)],
    "strength": [None, "1"],
    "out": [zeros(3, 71), zeros(2, 72), zeros(3, 72, dtype="f8"), read_only(zeros(3, 72)),
            misaligned(zeros(3, 72)), zeros(3, 144)[:, ::2], None],
}  # fmt: skip


@pytest.mark.parametrize(("name", "wrong"), [(name, w) for name in WRONG for w in WRONG[name]])
def test_what_does_not_fit_is_refused(name, wrong):
    x, given = arguments()
    module.deform(x, **given)
    with pytest.raises(REFUSED):
        module.deform(x, **given | {name: wrong})


def test_rows_that_are_no_images_are_refused():
    x, given = arguments()
    for rows in (x.compress(), module.Rows.dense(np.zeros((5, 71), "f4"))):
        with pytest.raises(ValueError, match="images"):
            module.deform(rows, **given)
    x, given = arguments(dtype=np.float64)
    module.deform(x, **given)
    with pytest.raises(ValueError, match="affine"):
        module.deform(arguments()[0], **given)


@pytest.mark.usefixtures("instruction_set")
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 3e38, -3e38, 1e-45])
@pytest.mark.parametrize("name", ["affine", "strength", "down", "across"])
def test_no_number_reads_beyond_the_image(name, value):
    x, given = arguments()
    wrong = value if name == "strength" else np.full_like(given[name], value)
    module.deform(x, **given | {name: wrong})
    assert ((given["out"] >= 0) & (given["out"] <= 1)).all()
