"""The threads of NumPy's BLAS: one number for the whole process, which overlapping runs share."""

import pytest
import threadpoolctl

from noron import NeuralNetwork
from noron.data import moons
from noron.engines.threads import suited_threads


@pytest.fixture
def blas(monkeypatch):
    """A process whose BLAS has 8 threads, with the limits of threadpoolctl."""
    process = {"threads": 8}

    class Limits:
        def __init__(self, *, limits, user_api):
            assert user_api == "blas"
            self.before, process["threads"] = process["threads"], limits

        def restore_original_limits(self):
            process["threads"] = self.before

    monkeypatch.setattr(threadpoolctl, "threadpool_limits", Limits)
    return process


def contexts():
    network = NeuralNetwork([2, 4, 2], seed=0).network
    return suited_threads(network, 32), suited_threads(network, 32)


def test_small_products_keep_to_one_thread_until_the_run_ends(blas):
    X, y = moons(n=60, seed=0)
    seen = []
    NeuralNetwork([2, 4, 2], seed=0).train(
        X, y, epochs=2, callbacks=[lambda row: seen.append(blas["threads"])], engine="reference"
    )
    assert seen == [1, 1]
    assert blas["threads"] == 8


def test_overlapping_runs_leave_the_limit_as_they_found_it(blas):
    first, second = contexts()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert blas["threads"] == 1
    second.__exit__(None, None, None)
    assert blas["threads"] == 8


def test_large_products_keep_all_threads(blas):
    network = NeuralNetwork([784, 512, 10], seed=0).network
    with suited_threads(network, 64):
        assert blas["threads"] == 8
