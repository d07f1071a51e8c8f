"""`noron ladder`: check that the tutorial's network and every engine take the same steps."""

from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import print_json, print_table, say
from noron.experiments.settings import widths as widths_of
from noron.tools.ladder import PROVEN, Rung, climb, networks


def add_to(app: App) -> None:
    """Register the command."""
    app.command(ladder)


def ladder(
    *,
    widths: Annotated[str, Parameter(help="layer widths, such as 784,128,64,10")] = "784,128,64,10",
    steps: Annotated[
        int, Parameter(help="the number of steps of gradient descent", converter=o.whole)
    ] = 100,
    seed: o.Seed = 0,
    json: o.Json = False,
) -> int:
    """Train noron.scratch and every engine side by side in float64, and compare the weights.

    The exit code is 1 if they differ.
    """
    sizes = tuple(widths_of(widths, "widths"))
    rungs = climb(sizes, steps=steps, seed=seed)
    _, absent = networks(sizes)
    worst = {name: max(r.differences[name] for r in rungs) for name in rungs[0].differences}
    proven = all(difference <= PROVEN[name] for name, difference in worst.items())
    if json:
        summary = {"proven": proven, "largest_differences": worst, "absent": absent}
        print_json(summary | {"rungs": [rung._asdict() for rung in rungs]})
    else:
        _print(rungs, worst, absent, proven)
    return 0 if proven else 1


def _print(
    rungs: list[Rung], worst: dict[str, float], absent: dict[str, str], proven: bool
) -> None:
    """Print a table of some of the steps, the engines that are missing, and the verdict."""
    steps = len(rungs)
    shown = [r for r in rungs if r.step in (1, 2, 5, steps) or r.step % max(steps // 5, 1) == 0]
    header = ["step", "loss of scratch", *(f"{name} differs by" for name in worst)]
    print_table(
        header,
        [
            [
                f"{r.step}",
                f"{r.losses['scratch']:.15g}",
                *(f"{d:.1e}" for d in r.differences.values()),
            ]
            for r in shown
        ],
    )
    for name, reason in absent.items():
        say(f"not available: {name} ({reason})")
    parts = [f"{name} {d:.1e} (at most {PROVEN[name]:g})" for name, d in worst.items()]
    verdict = "the same network" if proven else "NOT the same network"
    say(f"{verdict}: largest weight difference in {steps} steps: {', '.join(parts)}")
