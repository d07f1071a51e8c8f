"""Splits lose no row and keep the classes; batches cover a permutation in order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.model_selection import train_test_split

from noron.core.errors import DataError, SettingError
from noron.data import split
from noron.data.dataset import batches

LABELS = {
    "integers": lambda codes: codes,
    "strings": lambda codes: np.array(["ant", "bee", "cat", "dog", "eel"])[codes],
    "objects": lambda codes: np.array(["ant", "bee", "cat", "dog", "eel"], object)[codes],
    "one-hot": lambda codes: np.eye(5)[codes],
    "a column": lambda codes: codes[:, None],
}


@given(
    codes=st.lists(st.integers(0, 4), min_size=2, max_size=60),
    share=st.floats(0.01, 0.99),
    seed=st.integers(0, 2**32),
    kind=st.sampled_from(sorted(LABELS)),
)
def test_stratified_split(codes: list[int], share: float, seed: int, kind: str) -> None:
    n, y = len(codes), LABELS[kind](np.array(codes))
    X = np.arange(n, dtype=float)[:, None]
    X_train, y_train, X_val, y_val = split(X, y, share, seed=seed)
    rows, rows_val = X_train[:, 0].astype(int), X_val[:, 0].astype(int)
    assert sorted([*rows, *rows_val]) == list(range(n))
    assert len(rows) > 0
    assert len(rows_val) > 0
    np.testing.assert_array_equal(y_train, y[rows])
    np.testing.assert_array_equal(y_val, y[rows_val])
    counts = np.bincount(codes, minlength=5)
    counts_val = np.bincount(np.array(codes)[rows_val], minlength=5)
    if counts.max() > 1:
        assert np.all(counts_val[counts >= 2] >= 1)
        assert np.all(counts_val[counts >= 2] < counts[counts >= 2])
        assert np.all(counts_val[counts == 1] == 0)
        # Never a whole row away from the class's own share, but where the two sides demand it.
        inside = (counts * share >= 1) & (counts * share <= counts - 1)
        assert np.all(np.abs(counts_val - counts * share)[inside] < 1)


@given(n=st.integers(2, 80), share=st.floats(0.01, 0.99), seed=st.integers(0, 1000))
def test_plain_split(n: int, share: float, seed: int) -> None:
    X, y = np.arange(n, dtype=float)[:, None], np.linspace(0, 1, n)
    X_train, y_train, X_val, y_val = split(X, y, share, seed=seed)
    assert len(X_val) == min(max(round(n * share), 1), n - 1)
    assert sorted([*X_train[:, 0], *X_val[:, 0]]) == list(range(n))
    np.testing.assert_allclose(y_train * (n - 1), X_train[:, 0])
    np.testing.assert_allclose(y_val * (n - 1), X_val[:, 0])


@pytest.mark.parametrize("share", [0.1, 0.2, 0.25, 0.5, 0.7])
def test_class_counts_as_scikit_learn_has_them(share: float) -> None:
    y = np.repeat([0, 1, 2, 3], [7, 40, 133, 500])
    _, _, _, ours = split(y[:, None], y, share, seed=0)
    _, theirs = train_test_split(y, test_size=share, stratify=y, random_state=0)
    assert np.abs(np.bincount(ours) - np.bincount(theirs)).max() <= 1
    assert len(ours) == round(share * len(y))


def test_the_seed_decides() -> None:
    X, y = np.arange(100.0)[:, None], np.arange(100) % 3
    one, same = split(X, y, seed=5), split(X, y, seed=np.random.default_rng(5))
    assert all(map(np.array_equal, one, same))
    assert not np.array_equal(one[2], split(X, y, seed=6)[2])
    assert not np.array_equal(np.sort(one[0][:, 0]), one[0][:, 0])  # shuffled


def test_stratify_by_hand() -> None:
    X = np.arange(20.0)[:, None]
    floats = np.repeat([0.5, 1.5], [18, 2])
    kept = [
        np.count_nonzero(split(X, floats, 0.5, stratify=True, seed=s)[3] > 1) for s in range(20)
    ]
    assert set(kept) == {1}
    drawn = [
        np.count_nonzero(split(X, floats > 1, 0.5, stratify=False, seed=s)[3]) for s in range(20)
    ]
    assert set(drawn) == {0, 1, 2}
    assert len(split(X, np.arange(20), 0.25, seed=0)[3]) == 5  # no class twice: drawn plainly
    assert len(split(X, np.random.default_rng(0).random((20, 3)), 0.25, seed=0)[3]) == 5


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"validation": 0}, SettingError, "validation is 0"),
        ({"validation": 1}, SettingError, "validation is 1"),
        ({"validation": 1.5}, SettingError, "validation is 1.5"),
        ({"validation": -0.1}, SettingError, "validation is -0.1"),
        ({"validation": "half"}, SettingError, "validation is 'half'"),
        ({"validation": float("nan")}, SettingError, "validation is nan"),
        ({"seed": None}, SettingError, "seed is None"),
        ({"seed": -1}, SettingError, "seed is -1"),
        ({"stratify": "yes"}, SettingError, "stratify is 'yes'"),
        ({"X": [[1.0]], "y": [1]}, DataError, "X has 1 row: give at least 2"),
        ({"y": [0, 1]}, DataError, "X has 4 rows but y has 2"),
        ({"X": [1, 2, 3, 4]}, DataError, "np.reshape"),
        ({"X": [[1], [2], [3], ["a"]]}, DataError, "noron needs numbers"),
        ({"y": np.array([1, "a", None, 2], object)}, DataError, "y mixes labels"),
        ({"y": [[1], [2, 3], [4], [5]]}, DataError, "y is ragged"),
        ({"y": np.zeros((4, 2, 2))}, DataError, "y has the shape (4, 2, 2)"),
        ({"y": [0, 1, 2, 3], "stratify": True}, DataError, "no class of y has 2 rows"),
    ],
)
def test_bad_splits(arguments: dict, error: type, says: str) -> None:
    good = {"X": np.arange(4.0)[:, None], "y": [0, 0, 1, 1], "seed": 0}
    with pytest.raises(error) as caught:
        split(**{**good, **arguments})
    assert says in str(caught.value)


@given(n=st.integers(0, 50), batch_size=st.integers(1, 60))
def test_batches(n: int, batch_size: int) -> None:
    order = np.random.default_rng(n).permutation(n)
    pieces = list(batches(order, batch_size))
    assert [len(piece) for piece in pieces[:-1]] == [batch_size] * (len(pieces) - 1)
    assert all(1 <= len(piece) <= batch_size for piece in pieces)
    np.testing.assert_array_equal(np.concatenate([order[:0], *pieces]), order)


@pytest.mark.parametrize("batch_size", [0, -1, 2.0, None, "8", True])
def test_bad_batches(batch_size: object) -> None:
    with pytest.raises(SettingError, match="batch_size is"):
        batches(np.arange(3), batch_size)  # type: ignore[arg-type]
