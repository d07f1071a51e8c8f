"""Epochs of several networks in one call of the kernels, which read the same batches."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from noron.data.rows import Inputs
from noron.engines import kernels
from noron.engines.base import Epochs
from noron.engines.bound import DONE, Result, Watch
from noron.engines.native import NativeFit
from noron.types import Array


def likeness(fit: NativeFit) -> Any:
    """What fits have to have in common to go together; None for one that goes by itself.

    The same rows, in the same order from now on: a network that drops units at random draws from
    the generator of the order, and each of its epochs depends on that.
    """
    pilot = fit.pilot
    if pilot.undecided or kernels.draws(fit.state.network):
        return None
    bits = fit.state.rng.bit_generator
    return (id(pilot.bound.rows), id(pilot.data.y), fit.batch_size, type(bits), repr(bits.state))


def epochs_together(
    fits: Sequence[NativeFit], learning_rates: Sequence[Array], watched: Inputs | None
) -> list[Epochs | None]:
    """What `NativeFit.epochs` gives for each of several fits that are alike, in one thread.

    The seconds are each fit's share of those that all took.
    """
    first, n = fits[0], len(fits[0].pilot.data)
    n_epochs = len(learning_rates[0]) // -(-n // first.batch_size)
    befores = [fit.pilot.before.take() for fit in fits]
    watches = [fit.watch(watched, n_epochs) for fit in fits]
    results: list[Result | None] = [None] * len(fits)
    try:
        order = np.array([first.state.rng.permutation(n) for _ in range(n_epochs)])
        for fit in fits[1:]:
            fit.state.rng.bit_generator.state = first.state.rng.bit_generator.state
        results[:] = _run(fits, learning_rates, order, watches)
    finally:
        for before, result in zip(befores, results, strict=True):
            if result is None or result.outcome != DONE:
                before.restore()
    found: list[Epochs | None] = []
    for fit, result, watch, rates in zip(fits, results, watches, learning_rates, strict=True):
        if result is None or result.outcome != DONE:
            found.append(None)
            continue
        fit.count(len(rates))
        scores = None if watch is None else watch.scores
        found.append(Epochs(result.sums, result.seconds / len(fits), scores))
    return found


def _run(
    fits: Sequence[NativeFit],
    learning_rates: Sequence[Array],
    order: Array,
    watches: Sequence[Watch | None],
) -> list[Result]:
    """The call of the kernels, and how each fit ended."""
    module: Any = kernels.kernels().module
    bound = fits[0].pilot.bound
    sums, seconds = np.zeros((len(fits), len(order), 4)), np.zeros((len(fits), len(order)))
    ends = module.run_together(
        [fit.pilot.bound.plan for fit in fits],
        bound.rows,
        labels=bound.labels,
        y=bound.y,
        weight=bound.weight,
        order=order,
        n_epochs=len(order),
        batch_size=bound.batch_size,
        rates=learning_rates,
        t=[fit.state.t for fit in fits],
        random=[None] * len(fits),
        good_theta=[fit.last_theta for fit in fits],
        sums=list(sums),
        seconds=list(seconds),
        watchers=[watch and watch.plan for watch in watches],
        watched=watches[0] and watches[0].rows,
        scores=[watch and watch.scores for watch in watches],
    )
    return [Result(end, steps, sums[i], seconds[i]) for i, (end, steps) in enumerate(ends)]
