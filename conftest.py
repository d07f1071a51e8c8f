"""What holds for every test, in tests/ and in the docstrings of src/: one thread, no luck."""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")  # before NumPy is imported: BLAS reads it once

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("noron", derandomize=True, deadline=None)
settings.load_profile("noron")


@pytest.fixture(scope="session", autouse=True)
def noron_cache(request: pytest.FixtureRequest) -> Iterator[Path]:
    """Where noron keeps decoded data while tests run: shared, so MNIST is decoded once."""
    cache = request.config.cache
    assert cache is not None
    folder = cache.mkdir("noron")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NORON_CACHE", str(folder))
        yield folder
