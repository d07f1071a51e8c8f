"""The weights of dense layers in panels, for as long as a run of the kernels takes steps."""

import subprocess
import sys
import textwrap
from types import SimpleNamespace

import pytest

from noron.engines.native.autotune import Autotuner

pytest.importorskip("noron_native")

RUN = """
    import resource, sys
    import numpy as np
    from noron import Dense, ReLU
    from noron.engines.base import Batch
    from noron.engines.native.binding import NativeProgram
    from noron.losses import CrossEntropy
    from noron.network import Network
    from noron.optimizers import Adam

    def trained(limited):
        rng = np.random.default_rng(1)
        net = Network([Dense(1000), ReLU(), Dense(3)], 500, rng=rng, dtype=np.float64)
        optimizer = Adam()
        slots = optimizer.start(net.theta)
        x, y = rng.standard_normal((320, 500)), rng.integers(0, 3, 320)
        data = Batch(x, y, None)
        program = NativeProgram(net, CrossEntropy(), optimizer, slots, data, 32, "dense")
        if limited:  # to what is taken already: the panels need 12 MB
            pages = int(open("/proc/self/statm").read().split()[0])
            most = pages * resource.getpagesize() + 2**22
            resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
        program.run(np.arange(320), np.full(10, 0.01), 0, rng, 1)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        return net.theta.copy(), program.plan.is_short_of_memory

    theta, is_short = trained(True)  # first: what the other one frees is kept for the next one
    assert is_short
    same, is_short = trained(False)
    assert not is_short and np.array_equal(theta, same)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the memory of a process on Linux")
def test_without_memory_for_panels_a_run_has_the_same_bits():
    """It reads the weights where they are, and says so."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(RUN)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("is_short", [False, True])
def test_the_path_says_that_there_was_no_memory(is_short):
    """The engine's description of itself, which a history keeps."""
    program = SimpleNamespace(inputs="dense", plan=SimpleNamespace(is_short_of_memory=is_short))
    state = SimpleNamespace(network=SimpleNamespace(bfloat16=False))
    tuner = SimpleNamespace(used=1, note="", program=program, state=state)
    path = Autotuner.path.fget(tuner)
    assert path.endswith("; no memory for panels of the weights") == is_short
