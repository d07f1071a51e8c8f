"""Vectors of the network and of a run: aligned, and of memory that serves the next ones."""

import gc
import os
import sys

import numpy as np
import pytest

from noron.core import memory
from noron.core.memory import LARGE, aligned_copy, aligned_empty, aligned_full, aligned_zeros

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps memory")
N = LARGE // 4  # float32 numbers


@pytest.fixture(autouse=True)
def nothing_kept():
    gc.collect()
    memory._kept.clear()
    yield
    memory._kept.clear()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("n", [0, 1, 100, N, N + 1])
def test_vectors_begin_at_a_cache_line_and_hold_what_they_say(n, dtype):
    values = np.arange(n, dtype=dtype)
    for vector, expected in [
        (aligned_zeros(n, dtype), np.zeros(n)),
        (aligned_full(n, 1.5, dtype), np.full(n, 1.5)),
        (aligned_copy(values), values),
    ]:
        assert (vector.dtype, vector.shape) == (dtype, (n,))
        assert vector.flags.writeable
        assert vector.ctypes.data % memory.CACHE_LINE == 0 or n == 0
        assert np.array_equal(vector, expected)


@only_linux
def test_memory_of_a_large_vector_serves_the_next_one():
    first = aligned_full(N, 1, np.float32)
    address = first.ctypes.data
    del first
    assert len(memory._kept) == 1
    assert aligned_full(N, 2, np.float32).ctypes.data == address
    other = aligned_empty(N, np.float32), aligned_empty(N, np.float32)
    assert not np.shares_memory(*other)


@only_linux
def test_memory_is_in_use_as_long_as_a_view_of_it_is():
    vector = aligned_full(N, 1, np.float32)
    view = vector[10:20].reshape(2, 5)
    del vector
    assert not memory._kept
    others = [aligned_full(N, 2, np.float32) for _ in range(3)]
    assert np.array_equal(view, np.ones((2, 5)))
    del view
    assert len(memory._kept) == 1
    assert len(others) == 3


@only_linux
def test_memory_much_larger_than_a_vector_is_left_for_another():
    large = aligned_empty(8 * N, np.float32)
    del large
    small = aligned_empty(N, np.float32)
    assert len(memory._kept) == 1
    assert len(small) == N


@only_linux
def test_no_more_is_kept_than_the_limit(monkeypatch):
    monkeypatch.setattr(memory, "MOST_KEPT", 3 * LARGE)
    vectors = [aligned_empty(N, np.float32) for _ in range(4)]
    vectors.clear()
    assert 0 < sum(map(len, memory._kept)) <= 3 * LARGE
    memory._kept.clear()
    vectors.append(aligned_empty(8 * N, np.float32))
    vectors.clear()
    assert not memory._kept


@only_linux
@pytest.mark.filterwarnings("ignore:This process")
def test_a_forked_process_does_not_write_into_its_parents_memory():
    vector = aligned_full(N, 1, np.float32)
    child = os.fork()
    if not child:
        vector[:] = 2
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert np.array_equal(vector, np.ones(N))


@only_linux
def test_too_little_memory_is_the_error_of_numpy():
    with pytest.raises(MemoryError):
        aligned_empty(1 << 60, np.float32)
