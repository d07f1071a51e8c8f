"""From the start of Python to 97, 98 and 99 % on MNIST's test digits, in noron and in PyTorch.

    python -m benchmarks.race_to               all goals, 20 seeds each, to results/race_to.json
    python -m benchmarks.race_to 97            one goal; writes nothing
    python -m benchmarks.race_to 97 --fit 3    one run, seed 3: what is timed; --torch 3: in PyTorch

A run starts Python, imports noron, reads MNIST, trains by the recipe of `noron race`, and reads the
test digits once. In PyTorch the recipe is the same, and images are deformed by the same kernel.
`import torch` alone is timed beside them.
"""

import argparse
import datetime
import json
import statistics
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.machine import describe
from benchmarks.quiet import disturbance_now

GOALS = ("97", "98", "99")
SEEDS = 20
RESULTS = Path(__file__).parent / "results" / "race_to.json"


def fit(goal: str, seed: int, epochs: int | None = None) -> float:
    """Train from nothing; the accuracy on the test digits, which must be learnt from in no way."""
    from noron.cli.race import recipe
    from noron.experiments.run import Sources, execute

    spec = recipe(goal)  # type: ignore[arg-type]
    spec = spec.but(seed=seed, epochs=epochs or spec.epochs)
    return execute(spec, Sources()).test()["accuracy"]


def run(*words: str) -> tuple[float, str]:
    """Seconds from the start of a new Python to its end, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *words], stdout=subprocess.PIPE, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def race(goal: str = "97", rounds: int = SEEDS, epochs: int | None = None) -> dict[str, Any]:
    """The seconds of all, in turn, and the accuracies; without PyTorch its lists are empty.

    The digits are decoded into the user's cache before the clock starts, as after any earlier use.
    """
    run("-c", "from noron.data import load_mnist; load_mnist()")
    seconds: dict[str, list[float]] = {"noron": [], "PyTorch": [], "import torch": []}
    accuracies: dict[str, list[float]] = {"noron": [], "PyTorch": []}
    more = () if epochs is None else ("--epochs", str(epochs))
    options = {"noron": "--fit", "PyTorch": "--torch"} if find_spec("torch") else {"noron": "--fit"}
    for seed in range(rounds):
        for name, option in options.items():
            taken, printed = run("-m", "benchmarks.race_to", goal, option, str(seed), *more)
            seconds[name].append(taken)
            accuracies[name].append(float(printed))
        if "PyTorch" in options:
            seconds["import torch"].append(run("-c", "import torch")[0])
    return {**seconds, "accuracies": accuracies["noron"], "in PyTorch": accuracies["PyTorch"]}


def table(results: dict[str, dict[str, Any]]) -> str:
    """A row for each goal and library: median, spread and mean accuracy."""
    lines = ["| goal | library | seconds | from, to | test accuracy | seeds |",
             "|---|---|---|---|---|---|"]  # fmt: skip
    for goal, of in results.items():
        for name, key in (("noron", "accuracies"), ("PyTorch", "in PyTorch"), ("import torch", "")):
            s, right = of[name], of.get(key) or []
            if s:
                accuracy = f"{statistics.mean(right):.3%}" if right else ""
                lines.append(f"| {goal} % | {name} | {statistics.median(s):.2f} | {min(s):.2f}, "
                             f"{max(s):.2f} | {accuracy} | {len(s)} |")  # fmt: skip
    return "\n".join(lines)


def one_run(given: argparse.Namespace) -> float:
    """The accuracy of the run that was asked for."""
    if given.fit is not None:
        return fit(given.goal, given.fit, given.epochs)
    from benchmarks.race_in_torch import fit as fit_in_torch

    return fit_in_torch(given.goal, given.torch, given.epochs)


def measure(given: argparse.Namespace) -> int:
    """Print all beside each other; 1 if noron's mean is below a goal, or others use the machine."""
    disturbed = disturbance_now()
    if disturbed and not given.anyway:
        print(f"benchmarks: this machine is not quiet: {disturbed}; end what else runs on it, or "
              "add --anyway, which writes nothing", file=sys.stderr)  # fmt: skip
        return 1
    goals = GOALS if given.goal is None else (given.goal,)
    results = {goal: race(goal, given.rounds, given.epochs) for goal in goals}
    print(table(results))
    if goals == GOALS and given.rounds == SEEDS and not (disturbed or given.epochs):
        date = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        content = {"date": date, "machine": describe(), "goals": results}
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    means = {goal: statistics.mean(of["accuracies"]) for goal, of in results.items()}
    return 0 if all(mean >= int(goal) / 100 for goal, mean in means.items()) else 1


def main(words: list[str] | None = None) -> int:
    """Read the words of the command."""
    parser = argparse.ArgumentParser(prog="benchmarks.race_to", description=__doc__)
    parser.add_argument("goal", choices=GOALS, nargs="?", help="the accuracy in percent")
    parser.add_argument("--fit", type=int, metavar="SEED", help="one run: prints its accuracy")
    parser.add_argument("--torch", type=int, metavar="SEED", help="the same in PyTorch")
    parser.add_argument("--rounds", type=int, default=SEEDS, help="how many seeds")
    parser.add_argument("--epochs", type=int, help="fewer epochs, to try this out; writes nothing")
    parser.add_argument("--anyway", action="store_true", help="also where the machine is not quiet")
    given = parser.parse_args(words)
    if given.fit is None and given.torch is None:
        return measure(given)
    if given.goal is None:
        parser.error("--fit and --torch need a goal")
    print(one_run(given))
    return 0


if __name__ == "__main__":
    sys.exit(main())
