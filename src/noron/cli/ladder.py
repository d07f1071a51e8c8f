"""`noron ladder`: the tutorial's network and the library's, step by step the same."""

from typing import Annotated

from cyclopts import App, Parameter

from noron.cli import options as o
from noron.cli.output import print_json, print_table
from noron.ladder import climb

PROVEN = 1e-12
"""How far apart scratch and library may be, in any weight."""


def add_to(app: App) -> None:
    """Register the command."""
    app.command(ladder)


def ladder(
    *,
    widths: Annotated[str, Parameter(help="layer widths, such as 784,128,64,10")] = "784,128,64,10",
    steps: Annotated[int, Parameter(help="steps of gradient descent", converter=o.whole)] = 100,
    seed: o.Seed = 0,
    json: o.Json = False,
) -> int:
    """Train scratch and library side by side in float64; 1 if they part ways."""
    rungs = climb(tuple(o.widths(widths, "widths")), steps=steps, seed=seed)
    worst = max(rung.weight_difference for rung in rungs)
    if json:
        print_json({"largest_difference": worst, "rungs": [rung._asdict() for rung in rungs]})
        return 0 if worst <= PROVEN else 1
    shown = [r for r in rungs if r.step in (1, 2, 5, steps) or r.step % max(steps // 5, 1) == 0]
    cells = [
        [
            f"{r.step}",
            f"{r.scratch_loss:.15f}",
            f"{r.library_loss:.15f}",
            f"{r.weight_difference:.1e}",
        ]
        for r in shown
    ]
    print_table(["step", "loss of scratch", "loss of library", "largest weight difference"], cells)
    verdict = "the same network" if worst <= PROVEN else "NOT the same network"
    print(f"{verdict}: largest weight difference {worst:.1e} in {steps} steps (at most {PROVEN:g})")
    return 0 if worst <= PROVEN else 1
