"""From a file to encoded rows, beside pandas: seconds for numbers, memory for mixed columns.

    python -m benchmarks.reading [--rows 200000] [--mixed 2000000] [--repeats 5]

Both read the same file to the same float32 array, in turn; values are compared before anything is
timed. Memory is what the process takes at its peak beyond the table itself.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.memory import peak_bytes, reset_peak, resident_bytes
from noron.data import read
from noron.data.tables import FOR_NETWORK, Frame, Texts, learn


def numbers(path: Path, rows: int, columns: int = 20) -> np.ndarray[Any, Any]:
    """Write a CSV of normal deviates, eight decimals each; return them."""
    values = np.random.default_rng(0).standard_normal((rows, columns)).round(8)
    header = ",".join(f"x{j}" for j in range(columns))
    np.savetxt(path, values, fmt="%.8f", delimiter=",", header=header, comments="")
    return values


def mixed(path: Path, rows: int) -> None:
    """Write a CSV with numbers, gaps, words, codes and dates."""
    rng = np.random.default_rng(1)
    days = np.datetime64("2020-01-01") + np.arange(1500)
    with path.open("w") as file:
        file.write("a,b,gap,colour,code,day,y\n")
        for start in range(0, rows, 100_000):
            n = min(100_000, rows - start)
            a, b, gap = rng.random(n), rng.integers(0, 1000, n), rng.random(n)
            words, codes = rng.integers(0, 4, n), rng.integers(0, 5000, n)
            file.writelines(
                f"{a[i]:.6f},{b[i]},{'' if gap[i] < 0.1 else f'{gap[i]:.4f}'},colour{words[i]},"
                f"k{codes[i]},{days[(start + i) % 1500]},{i % 2}\n"
                for i in range(n)
            )


def encoded(path: Path) -> np.ndarray[Any, Any]:
    """Read with noron: what each column is, then the numbers."""
    frame = read(path)
    return learn(frame, None, {}, FOR_NETWORK).encode(frame)


def with_pandas(path: Path) -> np.ndarray[Any, Any]:
    """Read with pandas, which is told nothing either."""
    import pandas

    return pandas.read_csv(path).to_numpy(dtype=np.float32)


def seconds(call: Callable[[Path], Any], path: Path) -> float:
    """How long one call takes."""
    began = perf_counter()
    call(path)
    return perf_counter() - began


def size(frame: Frame) -> int:
    """The bytes of a table."""
    columns = frame.columns.values()
    return sum((c.codes if isinstance(c, Texts) else c.values).nbytes for c in columns)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--mixed", type=int, default=2_000_000)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "numbers.csv"
        values = numbers(path, given.rows).astype(np.float32)
        np.testing.assert_array_equal(encoded(path), values)
        np.testing.assert_array_equal(with_pandas(path), values)
        pairs = [(seconds(encoded, path), seconds(with_pandas, path)) for _ in range(given.repeats)]
        ours, theirs = (sorted(part) for part in zip(*pairs, strict=True))
        ratios = sorted(a / b for a, b in pairs)
        print(f"{given.rows:,} x 20 numbers, {path.stat().st_size / 1e6:.0f} MB, to float32 rows")
        print(f"noron   {median(ours):.2f} s ({ours[0]:.2f} to {ours[-1]:.2f})")
        print(f"pandas  {median(theirs):.2f} s ({theirs[0]:.2f} to {theirs[-1]:.2f})")
        print(f"ratio   {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")
        path.unlink()
        path = Path(folder) / "mixed.csv"
        mixed(path, given.mixed)
        reset_peak()
        before = resident_bytes()
        frame = read(path)
        beyond = peak_bytes() - before - size(frame)
        print(f"{given.mixed:,} mixed rows, a table of {size(frame) / 1e6:.0f} MB")
        print(f"read    {beyond / 1e6:.0f} MB beyond the table at its peak")
        encoding = learn(frame, None, {}, FOR_NETWORK)
        reset_peak()
        before = resident_bytes()
        x = encoding.encode(frame)
        beyond = peak_bytes() - before - x.nbytes
        print(f"encode  {beyond / 1e6:.0f} MB beyond the {x.nbytes / 1e6:.0f} MB of its rows")


if __name__ == "__main__":
    main()
