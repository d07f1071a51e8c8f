"""`noron race`: how long it takes from nothing to 97, 98 or 99 % on MNIST."""

import time
from importlib.resources import files
from typing import Annotated, Any, Literal

import numpy as np
from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import note, print_json, print_table, say
from noron.core.errors import check_integer
from noron.experiments.result import RunResult
from noron.experiments.run import Sources, execute
from noron.experiments.spec import RunSpec

Goal = Literal["97", "98", "99"]


def add_to(app: App) -> None:
    """Register the command."""
    app.command(race)


def race(
    goal: Annotated[Goal, Parameter(help="the accuracy on the test digits, in percent")] = "97",
    *,
    seeds: Annotated[
        int, Parameter(help="the number of trainings, with seeds from 0", converter=o.whole)
    ] = 20,
    json: o.Json = False,
) -> int:
    """Train on MNIST by a fixed recipe, with one seed after the other, and show the time of each.

    The test digits are read once, after the last training. The exit code is 1 if their mean
    accuracy over all seeds is below the goal.
    """
    check_integer("seeds", seeds)
    spec, sources = recipe(goal), Sources()
    started = time.perf_counter()
    sources.rows_of(spec)
    note(f"data       60,000 digits, read in {time.perf_counter() - started:.2f} s")
    seconds: list[float] = []
    results: list[RunResult] = []
    for seed in range(seeds):
        started = time.perf_counter()
        results.append(execute(spec.but(seed=seed), sources))
        seconds.append(time.perf_counter() - started)
        if results[-1].status == "interrupted":
            raise KeyboardInterrupt
        note(f"seed {seed:<5} {seconds[-1]:.2f} s")
    accuracies = [result.test()["accuracy"] for result in results]
    reached = bool(np.mean(accuracies) >= int(goal) / 100)
    if json:
        facts: dict[str, Any] = {"goal": int(goal) / 100, "reached": reached}
        print_json(facts | {"seconds": seconds, "test_accuracy": accuracies} | spec.content())
    else:
        _print(seconds, accuracies, results[0].history.engine)
        say(f"goal       {goal} %: {'reached' if reached else 'NOT reached'}")
    return 0 if reached else 1


def recipe(goal: Goal) -> RunSpec:
    """Return the recipe for that accuracy, which was chosen without the test digits."""
    return RunSpec.from_toml((files("noron.cli") / "races" / f"{goal}.toml").read_text())


def _print(seconds: list[float], accuracies: list[float], engine: str) -> None:
    """Print a row for each seed, the median time and the mean accuracy."""
    rows = zip(seconds, accuracies, strict=True)
    header = ["seed", "seconds", "test accuracy"]
    print_table(header, [[f"{i}", f"{s:.2f}", f"{a:.2%}"] for i, (s, a) in enumerate(rows)])
    mean, spread = float(np.mean(accuracies)), float(np.std(accuracies))
    say(f"engine     {engine}")
    say(f"time       {np.median(seconds):.2f} s (median), {min(seconds):.2f} to {max(seconds):.2f}")
    say(f"test       {mean:.3%} (mean), standard deviation {spread:.3%}")
