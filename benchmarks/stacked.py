"""Many networks at once: one after another, in lanes and in a stack, on digits and on MNIST.

    .venv/bin/python -m benchmarks.stacked     # minutes; --quick for less, --rounds 9 for more

Each way runs the same recipes in float32 on the native engine. First every network of every way is
held to the bits of its run alone; then the ways are timed, in turns, and the median is told with
the least and the most of all rounds.
"""

import argparse
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.quiet import Cores, timed
from noron.engines import process_threads
from noron.experiments.execution import BatchedExecutor, Executor, Job, ThreadExecutor
from noron.experiments.run import Sources, execute, resolved
from noron.experiments.spec import RunSpec

Candidate = Callable[[Sequence[RunSpec], Sources], list[str | None]]
"""Runs the recipes; the digest of each, in their order."""


def digits(folder: Path) -> str:
    """scikit-learn's digits, 1797 rows of 64 numbers from 0 to 1, in a file."""
    from sklearn.datasets import load_digits

    X, y = load_digits(return_X_y=True)
    path = folder / "digits.npz"
    np.savez(path, X=X / 16, y=y)
    return str(path)


def cases(folder: Path, quick: bool) -> dict[str, list[RunSpec]]:
    """What is run: networks that differ in their learning rates."""
    base = RunSpec(data=digits(folder), target="y", hidden=[64], epochs=20, engine="native")
    tutorial = RunSpec(hidden=[128, 64], batch_size=64, epochs=1 if quick else 5, engine="native")
    rates = np.geomspace(0.01, 0.5, 32).tolist()
    few = np.geomspace(0.01, 0.3, 4 if quick else 16).tolist()
    return {
        "32 times 64-64-10 on digits, batch 32": [
            base.but(learning_rate=rate, batch_size=32) for rate in rates
        ],
        "32 times 64-64-10 on digits, batch 64": [
            base.but(learning_rate=rate, batch_size=64) for rate in rates
        ],
        f"{len(few)} times 784-128-64-10 on MNIST, batch 64": [
            tutorial.but(learning_rate=rate) for rate in few
        ],
    }


def alone(specs: Sequence[RunSpec], sources: Sources) -> list[str | None]:
    """One after another, each with all the cores that help it."""
    return [execute(spec, sources).digest for spec in specs]


def by(make: Callable[[Sources], Executor]) -> Candidate:
    """As many at a time as these workers take."""

    def run(specs: Sequence[RunSpec], sources: Sources) -> list[str | None]:
        jobs = (Job(i, spec) for i, spec in enumerate(specs))
        found = {job.key: trial.digest for job, trial in make(sources).run(jobs)}
        return [found[i] for i in range(len(specs))]

    return run


def measure(
    ways: Mapping[str, Candidate], specs: Sequence[RunSpec], rounds: int
) -> dict[str, list[float]]:
    """Seconds of each way in each round; RuntimeError where a way comes to other bits."""
    sources = Sources()
    specs = [resolved(spec, sources.rows_of(spec)) for spec in specs]
    right = alone(specs, sources)
    for name, way in ways.items():
        if way(specs, sources) != right:
            raise RuntimeError(f"{name}: the networks are not those of runs alone")
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    with Cores() as cores:
        for _ in range(rounds):
            for name, way in ways.items():
                took, _ = cores.undisturbed(partial(timed, partial(way, specs, sources)))
                seconds[name].append(took)
    return seconds


def tell(case: str, seconds: Mapping[str, Sequence[float]]) -> None:
    """The median of each way, its range, and how many times as fast as alone, round by round."""
    print(f"\n{case}")
    base = np.array(seconds["alone"])
    for name, took in seconds.items():
        ratio = base / np.array(took)
        print(
            f"  {name:6} {np.median(took):8.3f} s ({min(took):.3f} to {max(took):.3f})   "
            f"{np.median(ratio):.2f} times as fast ({ratio.min():.2f} to {ratio.max():.2f})"
        )


def main() -> None:
    """Validate, time, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="of digits; MNIST takes a third")
    parser.add_argument("--quick", action="store_true", help="fewer networks and epochs on MNIST")
    given = parser.parse_args()
    cores = process_threads()
    ways: dict[str, Candidate] = {
        "alone": alone,
        "lanes": by(lambda sources: ThreadExecutor(sources, None, cores)),
        "stack": by(lambda sources: BatchedExecutor(sources, None, cores)),
    }
    print(f"{cores} cores; medians of rounds in turns, the least and the most in brackets")
    with tempfile.TemporaryDirectory() as folder:
        for case, specs in cases(Path(folder), given.quick).items():
            rounds = given.rounds if "digits" in case else max(1, given.rounds // 3)
            tell(case, measure(ways, specs, rounds))


if __name__ == "__main__":
    main()
