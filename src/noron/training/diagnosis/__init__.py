"""Say what went wrong in a run: from its numbers, its rows and a look at its network.

`advice_on` looks at a run that has ended; it reads, and changes nothing. Most rules ask only if the
run has not learnt well, so that a good run costs next to nothing.
"""

from collections.abc import Iterable

import numpy as np

from noron.engines.threads import ONE_THREAD
from noron.training.advice import Advice
from noron.training.diagnosis.data_rules import (
    Rule,
    constant_inputs,
    imbalance,
    inputs,
    labels,
    last_layer,
    leak,
    memorized,
    one_class,
    symmetry,
    targets,
)
from noron.training.diagnosis.divergence import divergence
from noron.training.diagnosis.facts import Facts
from noron.training.diagnosis.training_rules import (
    dead,
    dropout,
    gradients,
    penalty,
    rate_too_high,
    rate_too_low,
    too_few_epochs,
)

FEWEST_STEPS = 5
"""A run of fewer steps is too short to tell."""

OF_DATA = (
    last_layer, symmetry, constant_inputs, inputs, targets, leak, memorized, imbalance,
)  # fmt: skip
OF_TRAINING = (penalty, dropout, gradients, dead, rate_too_high, rate_too_low)
OTHERS = (labels, too_few_epochs, one_class)
"""What may be the cause if nothing else is; the first that holds."""


@np.errstate(all="ignore")
def advice_on(run: Facts) -> list[Advice]:
    """Return the likely mistakes of a run; none if it is too short."""
    if run.steps < FEWEST_STEPS or not len(run.rows):
        return []
    with ONE_THREAD:  # as BLAS's others would spin long after it, on cores that the next run needs
        return _in_turn(run)


def _in_turn(run: Facts) -> list[Advice]:
    named = _named(OF_DATA, run)
    is_unscaled = bool({one.kind for one in named} & {"inputs", "targets", "constant inputs"})
    named += _named((penalty, dropout) if is_unscaled else OF_TRAINING, run)
    if not named:
        return _named(OTHERS, run)[:1]
    unsure = {one.kind for one in named} <= {"rate too high", "dead units"} and run.skill > -0.5
    return [*named, *_named((labels,), run)] if unsure else named


def _named(rules: Iterable[Rule], run: Facts) -> list[Advice]:
    return [advice for rule in rules if (advice := rule(run)) is not None]


__all__ = ["Facts", "advice_on", "divergence"]
