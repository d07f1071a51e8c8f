"""The range test: which learning rate a network can bear on these rows, and which one suits it.

A copy of the network takes steps at rates that rise from tiny to huge, by the same factor from
step to step, and after each step the loss of a fifth of the rows, held out, is measured (Smith
2017, section 3.3). It stays, then falls, then breaks out. Where 99 % of the fall are done, the rate
is too high by then to learn with for long; a seventh of it is the suggestion, the median of five
tests with other rows held out.

The 99 %, the seventh and the smoothing were chosen among other rules on MNIST, four tables and four
toys, with three optimizers, 5 to 60 epochs and a constant rate.
"""

import copy
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import SettingError, check_integer, check_number
from noron.core.types import RNG, Array
from noron.engines import Batch, Engine, State, choose_engine
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer
from noron.schedules import Constant
from noron.training.evaluation import TaskMeasures
from noron.training.position import FullBatches
from noron.training.rates import Rates
from noron.training.trainer import Trainer

DIVISOR = 7
"""The suggestion is the rate at which the loss has fallen, divided by this."""

FALLEN = 0.99
TESTS = 5
HELD_OUT = 5
"""One row in so many is held out, but no more than MOST_HELD_OUT."""

MOST_HELD_OUT = 2000
BROKEN = 4.0
"""A test ends where the loss is so many times as high as where it began."""

SMOOTHING = 0.5
"""How much of the running mean of the losses stays at each step."""


@dataclass(frozen=True, eq=False)
class Curve:
    """One range test: rates, losses behind a step at each, and their running mean."""

    rates: Array
    losses: Array
    smoothed: Array

    @property
    def fallen(self) -> float:
        """The first rate at which the running mean has done 99 % of its fall."""
        first, least = self.smoothed[0], self.smoothed.min()
        return float(self.rates[int(np.argmax(self.smoothed <= first - FALLEN * (first - least)))])


@dataclass(frozen=True, repr=False, eq=False)
class RateSearch:
    """What range tests have found; `print` tells it, `plot` shows it."""

    curves: tuple[Curve, ...]

    @property
    def suggestion(self) -> float:
        """A learning rate to train with, to two digits."""
        return float(f"{np.median([curve.fallen for curve in self.curves]) / DIVISOR:.2g}")

    def __str__(self) -> str:
        fallen = ", ".join(f"{curve.fallen:.2g}" for curve in self.curves)
        return (
            f"learning rate {self.suggestion:g}: a seventh of the median of those at which the "
            f"loss had fallen ({fallen})"
        )

    __repr__ = __str__

    def plot(self, **options: Any) -> Any:
        """Loss over rate as a matplotlib Figure; needs the extra `[plots]`."""
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
    """Five range tests on these rows; the network and the generator stay as they are.

    Args:
        network: the weights to start from.
        loss: what is made small, and measured.
        data: all rows.
        rng: of the held out rows and the batches; a copy of it is used.
        optimizer: a name or an object; one that finds its steps by itself is refused.
        batch_size: rows a step.
        lowest: the first rate.
        highest: the last rate, if the loss has not broken out before.
        steps: from the one to the other.
        engine: None takes the fastest.

    Raises:
        SettingError: for bounds that are none, and where no rate lets the loss stay finite.
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


@np.errstate(all="ignore")  # a rate that is too high overflows, which ends the test
def _test(state: State, data: Batch, rates: Array, batch_size: int, engine: Engine | None) -> Curve:
    """Go up through the rates, until they are through or the loss has broken out."""
    network, loss = state.network, state.loss
    places = state.rng.permutation(len(data))
    n_held_out = min(len(data) // HELD_OUT, MOST_HELD_OUT)
    learnt = data.pick(places[n_held_out:])
    probe = data.take(places[:n_held_out] if n_held_out else places)
    chosen = choose_engine(engine, network, loss, state.optimizer)
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
        if trainer.position.learning is not None:  # an average, where there is one, lags behind
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
