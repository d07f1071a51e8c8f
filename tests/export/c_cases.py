"""Random networks as C, compiled without a warning, beside the networks themselves.

    PYTHONPATH=src:tests python tests/export/c_cases.py 200

prints how far they are apart for so many networks: by GCC, by Clang, under the sanitizers and under
valgrind, as far as these are there. The suite does the same with fewer.
"""

import os
import sys
import tempfile
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple

import numpy as np

from engines.cases import CASES, Case
from noron.core.types import Array
from noron.data.targets import Targets
from noron.export import ExportModel, branch_of
from noron.export.c import C
from noron.export.certificate import largest_difference, trial_inputs
from noron.layers import Embedding
from noron.losses import Loss
from noron.model.prediction import Predictor
from noron.network import Network

WARNINGS = (
    *("-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wconversion", "-Wdouble-promotion"),
    *("-Wshadow", "-Wmissing-prototypes", "-Wstrict-prototypes", "-Wvla"),
)
CC = next((name for name in ("cc", "gcc", "clang") if which(name)), "")
SANITIZED = "-g -fsanitize=address,undefined -fno-sanitize-recover=all"
VALGRIND = """mv main main.bin
printf '#!/bin/sh\\nexec valgrind -q --leak-check=full --error-exitcode=9 ./main.bin\\n' > main
chmod +x main"""
WAYS = {
    "gcc": f'gcc "$@" {" ".join(WARNINGS)}',
    "gcc -O3": f'gcc "$@" -O3 {" ".join(WARNINGS)}',
    "clang": f'clang "$@" {" ".join(WARNINGS)}',
    "sanitizers": f'gcc "$@" {SANITIZED}',
    "valgrind": f'gcc "$@" -g\n{VALGRIND}',
}
"""Shell scripts that stand for a compiler."""


class Apart(NamedTuple):
    """The largest differences from the predictions in float64: the C's, and the model's own."""

    c: float
    own: float

    def alike(self, times: float = 1) -> bool:
        """Within 1e-6, or in float32 as near as the model itself, give or take `times`."""
        return self.c <= max(1e-6, times * self.own)


def model_of(network: Network, loss: Loss, **known: Any) -> ExportModel:
    """The model as its format sees it, with the predictions of the fastest engine."""
    return ExportModel(
        branches=(branch_of([network]),),
        link=loss.link,
        targets=known.pop("targets", None) or Targets.untrained(loss, network.n_outputs),
        n_inputs=network.n_inputs,
        n_outputs=network.n_outputs,
        dtype=str(network.theta.dtype),
        predict=Predictor(network, loss).predict,
        **known,
    )


def random_model(case: Case, dtype: Any) -> ExportModel:
    """The network of a case; every sixth reads codes first."""
    network, loss = case.state(dtype).network, case.loss
    if case.seed % 6 == 5 and case.n_inputs > 1:
        k = 1 if case.n_inputs < 4 else 2
        widths = [2, 1][:k]
        first = Embedding([5, 300][:k], widths)
        n_inputs = case.n_inputs - sum(widths) + k
        rng = np.random.default_rng(case.seed)
        network = Network((first, *network.layers), n_inputs, rng=rng, dtype=dtype)
        network.theta += 0.05 * rng.standard_normal(len(network.theta)).astype(np.float32)
        network.theta[:] = network.theta.astype(np.float32)
    return model_of(network, loss)


def usual_inputs(model: ExportModel, rows: int) -> Array:
    """Normal numbers, and codes where there are tables."""
    rng = np.random.default_rng(rows)
    x = rng.standard_normal((rows, model.n_inputs))
    for first in model.branches[0].networks[0][:1]:
        if first.kind == "embedding":
            sizes = [len(table) for table in first.arrays.values()]
            x[:, -len(sizes) :] = rng.integers(sizes, size=(rows, len(sizes)))
    return x.astype(np.float32).astype(model.dtype)


def predictions(model: ExportModel, x: Array, int8: bool = False) -> Array:
    """Those of the exported file, compiled by the environment's CC."""
    c = C(int8=int8)
    result = c.run(c.files(model, "model", None), model, x)
    assert result is not None, "it does not compile, or does not run"
    return result


def apart(case: Case, dtype: Any) -> list[Apart]:
    """Differences over 100 usual rows, and over 1,000 with extreme ones."""
    model, exact = random_model(case, dtype), random_model(case, np.float64)
    parts = [usual_inputs(model, 100), trial_inputs(model)]
    result = np.split(predictions(model, np.concatenate(parts)), [100])
    return [
        Apart(*(largest_difference(np.float64(y), exact.predict(np.float64(x)))
                for y in (of_c, model.predict(x))))
        for x, of_c in zip(parts, result, strict=True)
    ]  # fmt: skip


def here(name: str) -> bool:
    """Whether there is what a way needs."""
    needed = {"clang": ["clang"], "valgrind": ["gcc", "valgrind"]}.get(name, ["gcc"])
    return all(map(which, needed))


def way(name: str, folder: Path) -> Path:
    """Write the script of a way, and return it."""
    path = folder / name.replace(" ", "")
    path.write_text(f"#!/bin/sh\n{WAYS[name]}\n")
    path.chmod(0o755)
    return path


def main() -> None:
    """Print a line for each network and compiler that is not alike, and how many are."""
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for name in filter(here, WAYS):
            os.environ["CC"] = str(way(name, Path(folder)))
            for dtype in (np.float32, np.float64):
                of_each = [apart(case, dtype) for case in CASES[:count]]
                for kind, results in zip(("usual", "extreme"), zip(*of_each), strict=True):
                    within = sum(r.c <= 1e-6 for r in results)
                    worst = max(results)
                    ratio = max(r.c / max(1e-6, r.own) for r in results)
                    print(f"{name:10} {dtype.__name__} {kind:7}: {within} of {count} within 1e-6, "
                          f"the worst {worst.c:.2g} (the model's own {worst.own:.2g}), "
                          f"at most {ratio:.2g} times as far", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
