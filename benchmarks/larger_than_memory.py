"""`python -m benchmarks.larger_than_memory`: rows in a file beside the same rows in memory.

Writes a table of random float32 rows to a file that is memory-mapped, trains `MLPClassifier` on a
part of it that fits into memory and on the same part in memory, in turns, checks that both learnt
the same weights, and then trains on the whole file. States rows a second and what the process held
beyond the page cache (`RssAnon` of /proc/self/status, at its highest), so it runs on Linux only.
"""

import argparse
import statistics
import tempfile
import threading
import time
import warnings
from pathlib import Path

import numpy as np

from noron.estimators import MLPClassifier

WIDTH = 100
CHUNK = 100_000
SETTINGS = {"hidden_layer_sizes": (100,), "batch_size": 200, "random_state": 0, "max_iter": 1}


class Watch(threading.Thread):
    """The most anonymous memory that the process held while it ran, in MB."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most, self.over = 0.0, False
        self.before = anonymous()

    def run(self) -> None:
        """Look ten times a second."""
        while not self.over:
            self.most = max(self.most, anonymous() - self.before)
            time.sleep(0.1)


def anonymous() -> float:
    """MB that the process holds which lie in no file."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1e3


def write(path: Path, n_rows: int) -> tuple[np.memmap, np.ndarray]:
    """Random rows in a file, and y: the sign of a sum."""
    rng = np.random.default_rng(0)
    X = np.lib.format.open_memmap(path, "w+", np.float32, (n_rows, WIDTH))
    y = np.empty(n_rows, np.int8)
    w = rng.standard_normal(WIDTH).astype(np.float32)
    for start in range(0, n_rows, CHUNK):
        rows = rng.standard_normal((min(CHUNK, n_rows - start), WIDTH), dtype=np.float32)
        X[start : start + len(rows)] = rows
        y[start : start + len(rows)] = rows @ w > 0
    X.flush()
    return np.load(path, mmap_mode="r"), y


def rate(X: np.ndarray, y: np.ndarray) -> tuple[float, MLPClassifier]:
    """Rows a second of one epoch."""
    begin = time.perf_counter()
    model = MLPClassifier(**SETTINGS).fit(X, y)
    return len(X) / (time.perf_counter() - begin), model


def main() -> None:
    """Write, validate, time, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gigabytes", type=float, default=8.0)
    parser.add_argument("--part", type=float, default=1.0, help="gigabytes that fit into memory")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", default=None, help="where the file goes")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    n_rows, n_part = (int(size * 1e9 / (4 * WIDTH)) for size in (asked.gigabytes, asked.part))
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        X, y = write(Path(folder) / "rows.npy", n_rows)
        watch = Watch()
        watch.start()
        whole, _ = rate(X, y)
        watch.over = True
        watch.join()
        print(
            f"whole file, {asked.gigabytes:g} GB: {whole:,.0f} rows/s, {watch.most:.0f} MB beyond"
        )
        memory = np.array(X[:n_part])
        rates: dict[str, list[float]] = {"in memory": [], "in the file": []}
        for _ in range(asked.rounds):
            fast, one = rate(memory, y[:n_part])
            slow, two = rate(X[:n_part], y[:n_part])
            assert all(np.array_equal(a, b) for a, b in zip(one.coefs_, two.coefs_, strict=True))
            rates["in memory"].append(fast)
            rates["in the file"].append(slow)
        ratios = [b / a for a, b in zip(*rates.values(), strict=True)]
        for name, found in rates.items():
            print(f"{asked.part:g} GB {name}: {statistics.median(found):,.0f} rows/s")
        print(
            f"file / memory: {statistics.median(ratios):.2f} (from {min(ratios):.2f} to "
            f"{max(ratios):.2f}); whole file / memory: "
            f"{whole / statistics.median(rates['in memory']):.2f}"
        )


if __name__ == "__main__":
    main()
