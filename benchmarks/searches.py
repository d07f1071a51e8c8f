"""A search with pruning beside a search by chance, which has as long; whichever wins is printed.

    python -m benchmarks.searches              ten repeats, each of both: about half an hour
    python -m benchmarks.searches --repeats 2

On 10,000 digits of MNIST, 9,000 to learn from and 1,000 to choose by, at most 27 epochs. Of the
search by chance only those trials count that ended in time. The test digits are read once by the
best of each search, for this table alone.
"""

import argparse
import time
from typing import NamedTuple

import numpy as np

from noron.experiments import RunResult, RunSpec, execute
from noron.experiments.searching import Prepared, run_search
from noron.experiments.searching.space import DEFAULT

TRIALS = 200
BASE = RunSpec(data="mnist", rows=10_000, epochs=27, split_seed=0)


class Result(NamedTuple):
    """Of one search: seconds, trials that ended in time, the best's two accuracies."""

    seconds: float
    trials: int
    validation: float
    test: float


def run(seed: int, sampler: str, pruner: str, seconds: float | None) -> Result:
    """A search, of 200 trials or of so many seconds."""
    ready = Prepared.of(BASE.but(seed=seed), DEFAULT, sampler=sampler, pruner=pruner)
    ended: list[tuple[float, RunResult]] = []
    started = time.perf_counter()

    def on_result(tried: RunResult) -> None:
        ended.append((time.perf_counter() - started, tried))

    trials = TRIALS if seconds is None else 1_000_000
    run_search(ready, trials, seconds=seconds, store=None, on_result=on_result)
    limit = ended[-1][0] if seconds is None else seconds
    in_time = [tried for at, tried in ended if at <= limit]
    best = max((t for t in in_time if t.status == "done"), key=lambda t: t.key.values[0])
    outcome = execute(ready.spec(best.key.settings), ready.sources)
    return Result(limit, len(in_time), best.key.values[0], outcome.test()["accuracy"])


def main() -> None:
    """Print a line for each repeat, and what they come to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=10)
    repeats = parser.parse_args().repeats
    print("seed  seconds  search: trials  validation   test  chance: trials  validation   test")
    pairs = []
    for seed in range(repeats):
        ours = run(seed, "tpe", "halving", None)
        chance = run(seed, "random", "none", ours.seconds)
        pairs.append((ours, chance))
        print(
            f"{seed:4}  {ours.seconds:7.1f}  {ours.trials:14}  {ours.validation:9.2%}  "
            f"{ours.test:.2%}  {chance.trials:14}  {chance.validation:9.2%}  {chance.test:.2%}",
            flush=True,
        )
    for what in ("validation", "test"):
        gains = np.array([getattr(a, what) - getattr(b, what) for a, b in pairs])
        wins = (gains > 0).sum()
        print(
            f"{what}: the search is ahead in {wins} of {repeats}, behind in {(gains < 0).sum()}; "
            f"by {100 * gains.mean():+.2f} points on average (deviation {100 * gains.std():.2f})"
        )
    seconds = [ours.seconds for ours, _ in pairs]
    print(f"200 trials took {np.median(seconds):.0f} s (median), {max(seconds):.0f} s at most")


if __name__ == "__main__":
    main()
