"""A search with pruning beside a search by chance, which has as long; whichever wins is printed.

    python -m benchmarks.searches              ten repeats, each of both: about half an hour
    python -m benchmarks.searches --repeats 2
    python -m benchmarks.searches --small       ten small data sets: is the result ever worse than
                                                the recipe that the search began with?

On 10,000 digits of MNIST, 9,000 to learn from and 1,000 to choose by, at most 27 epochs. Of the
search by chance only those trials count that ended in time. The test digits are read once by the
best of each search, for this table alone.

The small data sets are four toys, the passengers of `examples/` and five of scikit-learn's. A
recipe with all defaults and 30 epochs is searched around with 10 and with 40 trials; then it and
the recommended recipe are trained with ten seeds that the search has not seen.
"""

import argparse
import itertools
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import TrainingWarning
from noron.experiments import RunResult, RunSpec, Sources, execute, search
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
    run_search(ready, trials, seconds=seconds, seeds=0, store=None, on_result=on_result)
    ended = [one for one in ended if one[1].key.seed is None]
    limit = ended[-1][0] if seconds is None else seconds
    in_time = [tried for at, tried in ended if at <= limit]
    best = max((t for t in in_time if t.status == "done"), key=lambda t: t.key.values[0])
    outcome = execute(ready.spec(best.key.settings), ready.sources)
    return Result(limit, len(in_time), best.key.values[0], outcome.test()["accuracy"])


FRESH = range(100, 110)
"""Seeds that no search has seen."""


def small_sets(folder: Path) -> Iterator[tuple[str, RunSpec]]:
    """Ten names, each with its recipe; scikit-learn's data are written to the folder."""
    from sklearn import datasets

    for toy in ("moons", "circles", "spirals", "xor"):
        yield toy, RunSpec(data=toy, epochs=30)
    passengers = Path(__file__).parents[1] / "examples" / "passengers.csv"
    yield "passengers", RunSpec(data=str(passengers), target="survived", epochs=30)
    for name in ("iris", "wine", "breast_cancer", "digits", "diabetes"):
        found: Any = getattr(datasets, f"load_{name}")()
        names = getattr(found, "target_names", None)
        target = found.target if names is None else [f"class {names[i]}" for i in found.target]
        columns = [f"x{i}" for i in range(found.data.shape[1])]
        rows = [[*x, y] for x, y in zip(found.data, target, strict=True)][:1000]
        lines = [",".join(map(str, row)) for row in ([*columns, "y"], *rows)]
        path = folder / f"{name}.csv"
        path.write_text("\n".join(lines))
        yield name, RunSpec(data=str(path), target="y", epochs=30)


class Pair(NamedTuple):
    """The base recipe and the recommended one: by its trial, by other seeds, on the test rows."""

    finished: int
    number: int
    own: tuple[float, float]
    others: tuple[float, float]
    tested: tuple[list[float], list[float]]


def pair_of(spec: RunSpec, trials: int) -> Pair:
    """What a search around a recipe comes to."""
    found, sources = search(spec, DEFAULT, trials=trials, store=None), Sources()
    start, best = found.start, found.recommended
    assert start is not None
    assert best is not None
    name = found.plan.goals[0].removeprefix("val_")
    base = spec.but(split_seed=spec.splitting_seed)
    tested = [
        [execute(one.but(seed=seed), sources).test()[name] for seed in FRESH]
        for one in (base, found.best_spec)
    ]
    means = np.mean([*found.pairs.values()] or [[np.nan, np.nan]], axis=0).tolist()
    others = means[0], means[0 if best is start else 1]
    own = start.key.values[0], best.key.values[0]
    return Pair(found.count("done"), best.key.number, own, others, (tested[0], tested[1]))


def small(repeats: int) -> None:
    """Print a line for each search, and how often what it recommends is worse than its base."""
    warnings.simplefilter("ignore", TrainingWarning)  # of trials that diverge
    print(" " * 43 + "validation           with other seeds     test, with ten fresh seeds")
    print(f"{'data':14}seed  trials  finished  best" + "     base  recommended" * 2, end="")
    print("  base             recommended")
    worse, searches = [0, 0], 0
    with tempfile.TemporaryDirectory() as folder:
        for name, spec in small_sets(Path(folder)):
            for seed, trials in itertools.product(range(repeats), (10, 40)):
                pair = pair_of(spec.but(seed=seed), trials)
                base, best = (f"{np.mean(x):.4f} ± {np.std(x, ddof=1):.4f}" for x in pair.tested)
                values = "".join(f"{a:9.4f}  {b:11.4f}" for a, b in (pair.own, pair.others))
                print(
                    f"{name:14}{seed:4}{trials:8}{pair.finished:10}{pair.number:6}{values}"
                    f"  {base}  {best}", flush=True,
                )  # fmt: skip
                fallen = np.mean(pair.tested[0]) - np.mean(pair.tested[1])
                worse[0] += pair.own[1] < pair.own[0] or pair.others[1] < pair.others[0]
                worse[1] += fallen > np.std(pair.tested[0], ddof=1)
                searches += 1
    print(f"worse than the base on the validation rows: {worse[0]} of {searches}")
    print(f"worse on the test rows by more than the base's deviation: {worse[1]} of {searches}")


def main() -> None:
    """Print a line for each repeat, and what they come to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=10)
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    repeats = options.repeats
    if options.small:
        small(repeats)
        return
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
