"""How much sooner the compiled kernels train in a browser's Python than NumPy does there.

    python -m benchmarks.in_browser

784-128-64-10 on MNIST at batch 64, one epoch a fit, in one process of Pyodide under Node, in turn;
it needs the files of `make site`.
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np

ROUNDS, ROWS = 7, 12_000
OPTIMIZERS = {"sgd": 0.1, "adam": 0.001}


def measured() -> dict[str, list[tuple[float, float, float, float]]]:
    """The seconds of a fit with the kernels and with NumPy, and both losses, of each round."""
    import os
    import time

    from noron import NeuralNetwork
    from noron.data import load_mnist

    os.environ["NORON_CACHE"] = "/tmp/noron"
    X, y, _, _ = load_mnist()

    def fit(engine: str, optimizer: str) -> tuple[float, float]:
        net = NeuralNetwork([784, 128, 64, 10], seed=0)
        started = time.perf_counter()
        history = net.train(
            X[:ROWS],
            y[:ROWS],
            epochs=1,
            batch_size=64,
            optimizer=optimizer,
            learning_rate=OPTIMIZERS[optimizer],
            engine=engine,
        )
        return time.perf_counter() - started, history["loss"][-1]

    found: dict[str, list[tuple[float, float, float, float]]] = {name: [] for name in OPTIMIZERS}
    for _ in range(ROUNDS + 1):
        for name, rounds in found.items():
            (ours, loss), (numpys, other) = fit("native", name), fit("numpy", name)
            rounds.append((ours, numpys, loss, other))
    return {name: rounds[1:] for name, rounds in found.items()}  # the first one warms up


def main() -> int:
    """Print the ratios; 1 if the losses are not the same."""
    from tests.pyodide_host import SITE, in_pyodide

    with tempfile.TemporaryDirectory() as folder:
        found = in_pyodide(Path(__file__), None, Path(folder), list(SITE.glob("digits-*.zip")))
    is_right = True
    for name, rounds in found.items():
        ours, numpys, losses, others = np.array(rounds).T
        is_right &= bool(np.allclose(losses, others, rtol=1e-5))
        low, middle, high = np.percentile(numpys / ours, (25, 50, 75))
        epoch = f"{1000 * np.median(ours):.0f} ms for {ROWS} rows"
        print(f"{name}: {middle:.1f} x NumPy ({low:.1f} to {high:.1f}), {epoch}")
    print("the losses are the same" if is_right else "the losses are NOT the same")
    return 0 if is_right else 1


if __name__ == "__main__":
    if sys.platform == "emscripten":
        Path("/output").write_text(json.dumps(measured()))
    else:
        sys.exit(main())
