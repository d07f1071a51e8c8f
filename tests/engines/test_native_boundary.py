"""The compiled kernels behind their checks: plans, runs and predictions that are almost right.

Each case is a whole network of the tests of the engines in which one thing, or nothing, is changed:
a field of one layer, an array, a number of the run. At least half of the cases pass the checks and
reach `Plan.run`, `Plan.predict` and the rows. `make sanitize` runs the same under its watch;
NORON_BOUNDARY_CASES sets how many.
"""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from noron.engines.native.lowering import kernels

CASES = int(os.environ.get("NORON_BOUNDARY_CASES", "1200"))

if kernels().module is None:
    pytest.skip("noron-native is not here", allow_module_level=True)

ALMOST = """
    import sys
    from dataclasses import replace
    import numpy as np
    from engines.cases import CASES
    from engines.test_native import REFUSED, misaligned, module, read_only
    from noron.engines.native.lowering import KEEP, loss_settings, ops, refusal
    from noron.layers import Embedding

    seed, n = int(sys.argv[1]), int(sys.argv[2])
    rng = np.random.default_rng(seed)
    NUMBERS = (-2**63, -2**31, -2, -1, 0, 1, 2, 3, 7, 8, 9, 10, 11, 64, 255, 2**15, 2**26, 2**30,
               2**31 - 1, 2**31, 2**62, 2**63 - 1)
    FLOATS = (0.0, -0.0, -1.0, 0.5, 1.0, 2.0, np.nan, np.inf, -np.inf, 1e300, -1e300, 5e-324)

    def any_of(things):
        return things[rng.integers(len(things))]

    def moved(value):
        '''Another number, often one that is near.'''
        if isinstance(value, bool):
            return not value
        if isinstance(value, float):
            return float(any_of(FLOATS))
        return int(value) + int(rng.integers(-3, 4)) if rng.random() < 0.6 else any_of(NUMBERS)

    def spoilt(array):
        '''Another array of nearly the same kind.'''
        if array is None:
            return None
        way = rng.integers(9)
        if way == 0:
            return np.resize(array, np.maximum(np.array(array.shape) + rng.integers(-1, 2), 0))
        if way == 1:
            return array.astype(any_of(["f4", "f8", "i4", "i8", "u1", "f2", ">f4", ">f8", ">i8"]))
        if way == 2:
            return np.repeat(array, 2, axis=0)[::2]
        if way == 3:
            return misaligned(array) if array.size and array.itemsize > 1 else array
        if way == 4:
            return read_only(array)
        if way == 5:
            return array.reshape(*array.shape, 1) if array.ndim == 1 else np.asfortranarray(array)
        if way == 6:
            return array[::-1]
        if array.size:
            array = array.copy()
            odd = any_of(FLOATS) if array.dtype.kind == "f" else any_of(NUMBERS)
            array.flat[rng.integers(array.size)] = np.array(odd).astype(array.dtype)
        return array

    def rows_of(x, form):
        if form == "bytes":
            table = np.linspace(-1, 1, 256).astype(x.dtype)
            chosen = rng.integers(0, len(x), len(x)) if rng.random() < 0.5 else None
            given = [rng.integers(0, 3, x.shape).astype("u1"), table, chosen]
            return module.Rows.bytes, given
        if form == "compressed":
            kept = rng.random(x.shape) < 0.5
            starts = np.r_[0, kept.sum(axis=1).cumsum()]
            columns = np.nonzero(kept)[1].astype("i4")
            return module.Rows.compressed, [starts, columns, x[kept], x.shape[1]]
        return module.Rows.dense, [x]

    FIELDS = ("kind", "activation", "n_in", "n_out", "weight", "bias", "mean", "var", "setting",
              "momentum", "partner", "relu")
    NAMES = ("dense", "activation", "softmax", "dropout", "batch_norm", "layer_norm", "standardize",
             "residual_begin", "residual_end", "embedding", "identity", "tanh", "relu", "gelu",
             "cross_entropy", "focal", "mse", "huber", "quantile", "poisson", "sigmoid", "exp", "")
    UPDATES = {"keep": 0, "sgd": 0, "momentum": 1, "nesterov": 1, "adam": 2, "adamw": 2}

    def plan_of(layers, case, network, arrays, changes, training):
        given = loss_settings(case.loss) | changes
        if not training:
            given["class_weight"] = []
        theta, grad, buffers = arrays
        return module.Plan(layers=layers, n_inputs=network.n_inputs, theta=theta, grad=grad,
                           buffers=buffers, batch_rows=case.batch_size, training=training, **given)

    def one(case):
        dtype = any_of([np.float32, np.float64])
        state = case.state(dtype)
        network = state.network
        training = rng.random() < 0.75
        layers = ops(network, training=training)
        arrays = [network.theta, network.grad, network.buffers]
        n_rows, n_out = case.n_rows, network.n_outputs
        batch = min(case.batch_size, n_rows)
        steps, epochs = -(-n_rows // batch), int(rng.integers(1, 4))
        shuffle = bool(rng.random() < 0.3)
        y = rng.random((n_rows, n_out)).astype(dtype)
        run = {
            "labels": None, "y": y, "weight": rng.random(n_rows).astype(dtype),
            "order": rng.permutation(n_rows), "n_epochs": epochs, "batch_size": batch,
            "shuffle": shuffle, "update": True, "rates": np.full(steps * epochs, 0.01),
            "t": 0, "random": GENERATOR.bit_generator.capsule, "good_theta": None,
            "sums": np.zeros((epochs, 4)), "seconds": None,
            "threads": int(rng.integers(1, 4)),
        }
        x = rng.standard_normal((n_rows, network.n_inputs)).astype(dtype)
        make, given = rows_of(x, any_of(["dense", "bytes", "compressed"]))
        changes, way = {}, rng.integers(12)
        if way == 0 or way == 1:  # one field of one layer
            layer, field = any_of(layers), any_of(FIELDS)
            named = field in ("kind", "activation")
            setattr(layer, field, any_of(NAMES) if named else moved(getattr(layer, field)))
        elif way == 2:
            i = rng.integers(3); arrays[i] = spoilt(arrays[i])
        elif way == 3:  # two layers over each other, or numbers over gradients
            i, j = rng.integers(len(layers), size=2)
            for field in FIELDS[4:8]:
                setattr(layers[i], field, getattr(layers[j], field))
            arrays[1] = arrays[0] if rng.random() < 0.3 else arrays[1]
        elif way == 4:
            i = rng.integers(len(given)); given[i] = (
                spoilt(given[i]) if isinstance(given[i], np.ndarray) else moved(5))
        elif way == 5:
            key = any_of([k for k in run if isinstance(run[k], np.ndarray)])
            run[key] = spoilt(run[key])
        elif way == 6:
            key = any_of(["n_epochs", "batch_size", "t", "threads", "shuffle", "update"])
            run[key] = moved(run[key])
            if key == "t" or (key == "n_epochs" and abs(run[key]) < 9):
                run["rates"] = np.full(max(steps * run["n_epochs"], 0), 0.01)
                run["sums"] = np.zeros((max(run["n_epochs"], 0), 4))
        elif way == 8 and rng.random() < 0.5:  # one number of one table
            for layer in layers:
                if layer.tables:
                    table = [*any_of(layer.tables)]
                    table[rng.integers(3)] = moved(any_of(table))
                    layer.tables = [tuple(table), *layer.tables[1:]]
        elif way == 7:
            changes = {any_of(["loss", "link"]): any_of(NAMES), "setting": float(any_of(FLOATS))}
        rows = make(*given)
        if rng.random() < 0.3:
            try:
                rows = rows.compress(int(rng.integers(1, 3)))
            except ValueError:
                pass
        plan = plan_of(layers, case, network, arrays, changes, training)
        if training:
            update = any_of(list(UPDATES))
            slots = [np.zeros_like(network.theta) for _ in range(UPDATES[update])]
            slots = [spoilt(slot) if rng.random() < 0.05 else slot for slot in slots]
            places = [(s.start, s.stop) for s in network.layout] if rng.random() < 0.5 else []
            places = [(int(a), moved(int(b)) if rng.random() < 0.02 else int(b)) for a, b in places]
            places = [module.Segment(*place) for place in places]
            plan.optimize(**KEEP | {"update": update, "beta1": 0.9, "beta2": 0.99,
                                    "epsilon": 1e-8, "weight_decay": 0.01},
                          slots=slots, l1=0.01, l2=0.01, shared_l2=0.0, weights=places)
            plan.run(rows, module.Run(**run))
            return
        out = np.zeros((n_rows, n_out), dtype)
        out = spoilt(out) if rng.random() < 0.1 else out
        start = moved(0) if rng.random() < 0.1 else 0
        stop = moved(n_rows) if rng.random() < 0.1 else start + len(out)
        plan.predict(rows, start, stop, out, bool(rng.random() < 0.5), run["threads"])
        plan.predict_array(x, np.zeros((n_rows, n_out), dtype), run["threads"])
        plan.predict_array(spoilt(x), spoilt(np.zeros((n_rows, n_out), dtype)), run["threads"])

    GENERATOR = np.random.default_rng(seed)
    usable = [case for case in CASES[:160]
              if refusal(case.state(np.float64).network, case.loss) is None and case.n_rows < 400]
    usable += [replace(case, layers=(Embedding([3, 40], [2, 5]), *case.layers))
               for case in usable if case.n_inputs > 1 and "standardize" not in str(case)]
    passed = 0
    with np.errstate(all="ignore"):
        for _ in range(n):
            try:
                one(any_of(usable))
                passed += 1
            except REFUSED:
                pass
    print("alive", passed, n)
"""


@pytest.mark.parametrize("seed", [0, 1])
def test_what_is_almost_right_is_refused_or_run_and_never_ends_the_process(seed):
    tests = str(Path(__file__).parents[1])
    paths = os.pathsep.join([tests, *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(ALMOST), str(seed), str(CASES)],
        env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    words = done.stdout.split()
    assert words[:1] == ["alive"], (done.returncode, done.stdout, done.stderr[-3000:])
    print(done.stdout)
    assert int(words[1]) * 2 >= CASES, "half of the cases have to pass the checks"
