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

from export.cases import inputs_of, networks
from noron import NeuralNetwork
from noron.core.types import Array
from noron.export import ExportModel, branch_of
from noron.export.c import C
from noron.export.certificate import largest_difference, trial_inputs
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

    def alike(self, times: float) -> bool:
        """Within 1e-6, or in float32 about as near as the model itself."""
        return self.c <= max(1e-6, times * self.own)


def model_of(net: NeuralNetwork, **known: Any) -> ExportModel:
    """The model as its format sees it."""
    network = net.network
    return ExportModel(
        branches=(branch_of([network]),),
        link=net.loss.link,
        targets=known.pop("targets", net.targets),
        n_inputs=network.n_inputs,
        n_outputs=network.n_outputs,
        dtype=str(network.theta.dtype),
        predict=net.predict_proba,
        **known,
    )


def exact(net: NeuralNetwork, x: Array) -> Array:
    """The prediction by the same numbers in float64."""
    network = net.network
    twin = Network(network.layers, network.n_inputs, rng=None, dtype=np.float64)
    twin.assign(network.theta.astype(np.float64), network.buffers.astype(np.float64))
    return net.loss.predict(twin.predict(x.astype(np.float64)))


def predictions(model: ExportModel, x: Array, int8: bool = False) -> Array:
    """Those of the exported file, compiled by the environment's CC."""
    c = C(int8=int8)
    result = c.run(c.files(model, "model", None), model, x)
    assert result is not None, "it does not compile, or does not run"
    return result


def apart(net: NeuralNetwork) -> list[Apart]:
    """Differences over 100 usual rows, and over 1,000 with extreme ones."""
    model = model_of(net)
    parts = [inputs_of(net), trial_inputs(model)]
    result = np.split(predictions(model, np.concatenate(parts)), [len(parts[0])])
    return [
        Apart(*(largest_difference(np.float64(y), exact(net, x))
                for y in (of_c, model.predict(x))))
        for x, of_c in zip(parts, result, strict=True)
    ]  # fmt: skip


def here(name: str) -> bool:
    """Whether there is what a way needs, and nobody watches this process already."""
    if os.name != "posix" or "LD_PRELOAD" in os.environ:
        return False
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
            of_each = [(str(net.network.theta.dtype), *apart(net)) for net in networks(count)]
            for dtype in ("float32", "float64"):
                for place, kind in enumerate(("usual", "extreme"), 1):
                    results = [r[place] for r in of_each if r[0] == dtype]
                    within, worst = sum(r.c <= 1e-6 for r in results), max(results)
                    ratio = max(r.c / max(1e-6, r.own) for r in results if r.c < np.inf)
                    print(f"{name:10} {dtype} {kind:7}: {within} of {len(results)} within 1e-6, "
                          f"the worst {worst.c:.2g} (the model's own {worst.own:.2g}), at most "
                          f"{ratio:.2g} times as far as the model's own", flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
