"""How a run goes on whose loss is no longer a number: from an earlier state, at a lower rate."""

from collections.abc import Iterator

import numpy as np

from noron.core.errors import SettingError
from noron.lab.experiment import Experiment

TRIED = 500
"""The steps that are tried before a rate is said to do."""
LOWER = tuple(10**k for k in range(1, 9))
"""What the rate is divided by, one after the other."""
MOST_MEASURED = 1_000
"""The rows on which a loss is compared with the one at the beginning."""


def mend(experiment: Experiment) -> None:
    """Go back to the last state, or the first one, from which a lower rate learns for TRIED steps.

    The change is one of the marks of the run. Raises SettingError where the run has not diverged,
    or where no rate does; then it is at its first step.
    """
    if not experiment.trainer.history.diverged:
        raise SettingError("mend: the loss is still a number: there is nothing to mend")
    rate, end = experiment.trainer.learning_rate, experiment.step
    usual = _loss_at(experiment, 0)
    for step, lower in _places(experiment.snapshots.steps, end):
        if not _loss_at(experiment, step) <= 2 * usual:
            continue
        experiment.change("learning_rate", float(f"{rate / lower:.2g}"))
        experiment.advance(TRIED)
        learns = not experiment.trainer.history.diverged and _loss(experiment) <= 2 * usual
        experiment.back_to(step)
        if learns:
            experiment.change("learning_rate", float(f"{rate / lower:.2g}"))
            return
    experiment.back_to(0)
    raise SettingError(
        "learning_rate: none lets this network learn: choose another activation or loss"
    )


def _places(steps: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Return the states to go back to, with what the rate is divided by there."""
    last = max((step for step in steps if step < end - 1), default=0)
    for lower in LOWER:
        yield last, lower
        if last:
            yield 0, lower


def _loss_at(experiment: Experiment, step: int) -> float:
    """Go back to a state and return its loss."""
    experiment.back_to(step)
    return _loss(experiment)


@np.errstate(all="ignore")
def _loss(experiment: Experiment) -> float:
    """Return the loss on the first training rows; infinity where it is no number."""
    x, y = experiment.rows.train
    loss = experiment.net.evaluate(x[:MOST_MEASURED], y[:MOST_MEASURED])["loss"]
    return loss if np.isfinite(loss) else float("inf")
