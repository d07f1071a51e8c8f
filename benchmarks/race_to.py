"""From the start of Python to 97, 98 or 99 % on MNIST's test digits, in noron and in PyTorch.

    python -m benchmarks.race_to 97            all in turn, with the mean over the seeds
    python -m benchmarks.race_to 97 --fit 3    one run, seed 3: what is timed; --torch 3: in PyTorch

A run starts Python, imports noron, reads MNIST, trains by the recipe of `noron race`, and reads the
test digits once. `import torch` alone is timed beside it.
"""

import argparse
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

GOALS = ("97", "98", "99")
SEEDS = 20


def fit(goal: str, seed: int) -> float:
    """Train from nothing; the accuracy on the test digits, which must be learnt from in no way."""
    from noron.cli.race import recipe
    from noron.experiments.run import Sources, execute

    return execute(recipe(goal).but(seed=seed), Sources()).test()["accuracy"]


def run(*words: str) -> tuple[float, str]:
    """Seconds from the start of a new Python to its end, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def race(goal: str = "97", rounds: int = SEEDS) -> dict[str, Any]:
    """The seconds of all, in turn, and the accuracies; without PyTorch its lists are empty.

    The digits are decoded into the user's cache before the clock starts, as after any earlier use.
    """
    run("-c", "from noron.data import load_mnist; load_mnist()")
    seconds: dict[str, list[float]] = {"noron": [], "PyTorch": [], "import torch": []}
    accuracies: dict[str, list[float]] = {"noron": [], "PyTorch": []}
    for seed in range(rounds):
        for name, option in (("noron", "--fit"), ("PyTorch", "--torch")):
            with suppress(subprocess.CalledProcessError):
                taken, printed = run("-m", "benchmarks.race_to", goal, option, str(seed))
                seconds[name].append(taken)
                accuracies[name].append(float(printed))
        with suppress(subprocess.CalledProcessError):
            seconds["import torch"].append(run("-c", "import torch")[0])
    return {**seconds, "accuracies": accuracies["noron"], "in PyTorch": accuracies["PyTorch"]}


def main() -> int:
    """Print all beside each other."""
    parser = argparse.ArgumentParser(prog="benchmarks.race_to", description=__doc__)
    parser.add_argument("goal", choices=GOALS, help="the accuracy in percent")
    parser.add_argument("--fit", type=int, metavar="SEED", help="one run: prints its accuracy")
    parser.add_argument("--torch", type=int, metavar="SEED", help="the same in PyTorch")
    parser.add_argument("--rounds", type=int, default=SEEDS, help="how many seeds")
    given = parser.parse_args()
    if given.fit is not None:
        print(fit(given.goal, given.fit))
        return 0
    if given.torch is not None:
        from benchmarks.race_in_torch import fit as fit_in_torch

        print(fit_in_torch(given.goal, given.torch))
        return 0
    results = race(given.goal, given.rounds)
    for name in ("noron", "PyTorch", "import torch"):
        seconds = sorted(results[name])
        if seconds:
            print(f"{name:14} {seconds[len(seconds) // 2]:6.2f} s  "
                  f"({seconds[0]:.2f} to {seconds[-1]:.2f})")  # fmt: skip
    for name, accuracies in (("noron", results["accuracies"]), ("PyTorch", results["in PyTorch"])):
        if accuracies:
            mean = sum(accuracies) / len(accuracies)
            print(f"test accuracy  {mean:.2%} (mean of {len(accuracies)} seeds in {name})")
    mean = sum(results["accuracies"]) / len(results["accuracies"])
    return 0 if mean >= int(given.goal) / 100 else 1


if __name__ == "__main__":
    sys.exit(main())
