"""The range test: find a learning rate that suits a network and its rows.

A copy of the network takes steps with rates that rise from tiny to huge by a constant factor. After
each step the loss is measured on a fifth of the rows, which are held out (Smith 2017, section 3.3).
The loss first stays, then falls, then explodes. At the rate where 99 % of the fall are done,
training would soon fail; the suggestion is a seventh of the median of this rate over five tests,
each with other rows held out.

The 99 %, the seventh and the smoothing were chosen among other rules on MNIST, four tables and four
toys, with three optimizers, 5 to 60 epochs and a constant rate.
"""

import copy
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import SettingError, check_integer, check_number
from noron.core.notebook import Shown, Summary
from noron.core.types import RNG, Array
from noron.engines import Batch, Engine, State, choose_for_training
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer
from noron.schedules import Constant
from noron.training.evaluation import TaskMeasures
from noron.training.position import FullBatches
from noron.training.rates import Rates
from noron.training.trainer import Trainer

DIVISOR = 7
"""The suggestion is the rate at which the loss has fallen, divided by this number."""

FALLEN = 0.99
TESTS = 5
HELD_OUT = 5
"""One of this many rows is held out, but at most MOST_HELD_OUT rows."""

MOST_HELD_OUT = 2000
BROKEN = 4.0
"""A test ends when the loss is this many times as high as at its start."""

SMOOTHING = 0.5
"""The weight of the old running mean of the losses at each step."""


@dataclass(frozen=True, eq=False)
class Curve:
    """One range test: the rates, the loss after a step at each, and the losses' running mean."""

    rates: Array
    losses: Array
    smoothed: Array

    @property
    def fallen(self) -> float:
        """Return the first rate at which the running mean has done 99 % of its fall."""
        first, least = self.smoothed[0], self.smoothed.min()
        return float(self.rates[int(np.argmax(self.smoothed <= first - FALLEN * (first - least)))])


@dataclass(frozen=True, repr=False, eq=False)
class RateSearch(Shown):
    """The results of range tests; `print` shows the suggestion, `plot` the curves."""

    curves: tuple[Curve, ...]

    @property
    def suggestion(self) -> float:
        """Return the suggested learning rate, rounded to two digits."""
        return float(f"{np.median([curve.fallen for curve in self.curves]) / DIVISOR:.2g}")

    def __str__(self) -> str:
        fallen = ", ".join(f"{curve.fallen:.2g}" for curve in self.curves)
        return (
            f"learning rate {self.suggestion:g}: a seventh of the median rate at which the "
            f"loss had fallen ({fallen})"
        )

    def _summary(self) -> Summary:
        return Summary(str(self), draw=lambda theme: self.plot(theme=theme))

    def plot(self, **options: Any) -> Any:
        """Draw loss over rate as a matplotlib Figure; needs the extra `[plots]`."""
        from noron.plotting import plot_rate_search

        return plot_rate_search(
            [(curve.rates, curve.losses, curve.smoothed) for curve in self.curves],
            self.suggestion,
            **options,
        )


def search_rate(
    network: Network,
    loss: Loss,
    data: Batch,
    rng: RNG,
    *,
    optimizer: str | Optimizer = "sgd",
    batch_size: int = 32,
    lowest: float = 1e-6,
    highest: float = 10.0,
    steps: int = 300,
    engine: Engine | None = None,
) -> RateSearch:
    """Run five range tests on these rows; do not change the network and the generator.

    Args:
        network: holds the weights to start from.
        loss: the loss that is minimized and measured.
        data: all rows.
        rng: draws the held out rows and the batches; a copy of it is used.
        optimizer: a name or an object; one without a learning rate, such as "lbfgs", is refused.
        batch_size: the rows of a step.
        lowest: the first rate.
        highest: the last rate, unless the loss explodes before.
        steps: the number of rates from lowest to highest.
        engine: None takes the fastest.

    Raises:
        SettingError: if a setting is illegal, or the loss is not finite even at the lowest rate.
    """
    chosen = Optimizer.make(optimizer)
    check_number("lowest", lowest, low=0, open_low=True)
    check_number("highest", highest, low=lowest, open_low=True)
    check_integer("steps", steps, at_least=10)
    check_integer("batch_size", batch_size)
    if chosen.whole_batch:
        raise SettingError(
            f"{chosen.name!r} finds the length of its steps by itself: give learning_rate=None"
        )
    rng = copy.deepcopy(rng)
    rates = np.geomspace(lowest, highest, steps)
    curves = []
    for _ in range(TESTS):
        state = State(copy.deepcopy(network), loss, chosen, rng)
        curves.append(_test(state, data, rates, batch_size, engine))
    return RateSearch(tuple(curves))


@np.errstate(all="ignore")  # too high a rate overflows, which ends the test
def _test(state: State, data: Batch, rates: Array, batch_size: int, engine: Engine | None) -> Curve:
    """Take one step at each rate, until the last one or until the loss explodes."""
    network, loss = state.network, state.loss
    places = state.rng.permutation(len(data))
    n_held_out = min(len(data) // HELD_OUT, MOST_HELD_OUT)
    learnt = data.pick(places[n_held_out:])
    probe = data.take(places[:n_held_out] if n_held_out else places)
    chosen = choose_for_training(engine, network, loss, state.optimizer)
    size = min(batch_size, len(learnt))
    trainer = Trainer(
        state,
        learnt,
        TaskMeasures(state),
        chosen=chosen,
        rates=Rates(Constant(rates[0]), epochs=len(rates)),
        epochs=len(rates),
        batch_size=size,
        orders=FullBatches(size),
    )

    def measured() -> float:
        if trainer.position.learning is not None:  # averaged weights lag behind: use the others
            network.assign(*trainer.position.learning)
        scores = chosen.engine.scores(network, probe.x)
        return float(loss.forward(scores, probe.y, probe.weight)[0])

    first = measured()
    losses: list[float] = []
    for rate in rates:
        trainer.learning_rate = float(rate)
        if trainer.run(steps=1).diverged:
            break
        losses.append(measured())
        if not math.isfinite(losses[-1]) or losses[-1] > max(BROKEN * first, first + 1):
            losses.pop()
            break
    if not losses:
        raise SettingError(
            f"the loss is not finite at the learning rate {rates[0]:g}: scale X, or give a lower "
            "`lowest`"
        )
    return Curve(rates[: len(losses)], np.array(losses), _running_mean(losses))


def _running_mean(losses: list[float]) -> Array:
    means = [losses[0]]
    for value in losses[1:]:
        means.append(SMOOTHING * means[-1] + (1 - SMOOTHING) * value)
    return np.array(means)
