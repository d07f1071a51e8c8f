"""How the store answers when it is full: runs of many rows, a filtered list, many histories.

    python -m benchmarks.store_at_size

It fills a store through noron's own writer, checks what comes back, and then times the commands as
a user would give them, each in a process of its own, beside an empty store (the start-up).
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from noron.experiments.spec import RunSpec
from noron.experiments.store import Reader, Store

REPEATS = 7
ACTIVATIONS = ("relu", "tanh", "sigmoid", "gelu")


def fill(path: Path, runs: int, rows: int) -> None:
    """So many runs, each of so many rows of one metric."""
    with Store(path) as store:
        for seed in range(runs):
            spec = RunSpec(
                data="mnist", data_hash="0" * 64, split_seed=0, seed=seed,
                activation=ACTIVATIONS[seed % 4], learning_rate=0.001 * (1 + seed % 97),
            )  # fmt: skip
            run = store.begin(spec)
            accuracy = 0.9 + 0.1 * ((seed * 7919) % 1000) / 1000
            store.add_rows(
                run,
                [{"epoch": e, "val_accuracy": accuracy * e / rows} for e in range(1, rows + 1)],
            )
            store.end(run, "done")


def seconds_of(*words: str) -> float:
    """The median time of a command."""
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "noron", *words], check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main() -> None:
    """Fill, check, time, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "noron.sqlite"
        started = time.perf_counter()
        fill(path, options.runs, options.rows)
        took = time.perf_counter() - started
        print(f"filled in {took:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        where = "val_accuracy > 0.97 and activation = tanh"
        with Reader(path) as reader:
            found = reader.find(where)
            wanted = [
                s + 1 for s in range(options.runs)
                if s % 4 == 1 and 0.9 + 0.1 * ((s * 7919) % 1000) / 1000 > 0.97
            ]  # fmt: skip
            assert sorted(found) == wanted
            assert len(reader.rows(found[0])) == options.rows
        store = ("--store", str(path))
        empty = Path(folder) / "empty.sqlite"
        with Store(empty) as small:
            small.experiment("none", {})
        start = seconds_of("runs", "list", "--store", str(empty))
        print(f"noron --help           {seconds_of('--help'):.3f} s")
        listed = seconds_of("runs", "list", where, *store)
        fifty = list(map(str, range(1, options.runs + 1, max(1, options.runs // 50))))[:50]
        compared = seconds_of("runs", "diff", *fifty, *store)
        with Reader(path) as reader:
            started = time.perf_counter()
            histories = reader.histories([int(run) for run in fifty])
            read = time.perf_counter() - started
        assert sum(map(len, histories.values())) == 50 * options.rows
        print(f"start-up               {start:.3f} s")
        print(f"runs list, a filter    {listed:.3f} s, {listed - start:.3f} s beyond start-up")
        print(f"runs diff of 50        {compared:.3f} s")
        print(f"50 histories, read     {read:.3f} s")


if __name__ == "__main__":
    main()
