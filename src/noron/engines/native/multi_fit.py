"""Train several networks on the same batches in one call of the kernels."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from noron.core.types import Array
from noron.data.rows import Inputs
from noron.engines.base import Epochs
from noron.engines.native.binding import DONE, Result, ScoreWatch
from noron.engines.native.engine import NativeFit, lowering


def batching_key(fit: NativeFit) -> Any:
    """Return a key that is equal for fits that can share a call; None for a fit that cannot.

    Such fits read the same rows in the same order from now on. A network with dropout cannot share
    a call: it draws from the generator that also gives the order.
    """
    autotuner = fit.autotuner
    if len(autotuner.programs) > 1 or lowering.draws(fit.state.network):
        return None
    bits = fit.state.rng.bit_generator
    return (
        id(autotuner.program.rows),
        id(autotuner.data.y),
        fit.batch_size,
        type(bits),
        repr(bits.state),
    )


def epochs_of_several(
    fits: Sequence[NativeFit], learning_rates: Sequence[Array], watched: Inputs | None
) -> list[Epochs | None]:
    """Return the result of `NativeFit.epochs` for each of several fits with the same key.

    One thread runs them all; the seconds are divided equally among the fits.
    """
    first, n = fits[0], len(fits[0].autotuner.data)
    n_epochs = len(learning_rates[0]) // -(-n // first.batch_size)
    befores = [fit.autotuner.before.take() for fit in fits]
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
    several: list[Epochs | None] = []
    for fit, result, watch, rates in zip(fits, results, watches, learning_rates, strict=True):
        if result is None or result.outcome != DONE:
            several.append(None)
            continue
        fit.count(len(rates))
        scores = None if watch is None else watch.scores
        several.append(Epochs(result.sums, result.seconds / len(fits), scores))
    return several


def _run(
    fits: Sequence[NativeFit],
    learning_rates: Sequence[Array],
    order: Array,
    watches: Sequence[ScoreWatch | None],
) -> list[Result]:
    program = fits[0].autotuner.program
    sums, seconds = np.zeros((len(fits), len(order), 4)), np.zeros((len(fits), len(order)))
    plans = [fit.autotuner.program.plan for fit in fits]
    runs = [
        program.settings(
            order, learning_rates[i], fit.state.t, sums[i], seconds[i],
            good_theta=fit.last_theta, watch=watches[i],
        )
        for i, fit in enumerate(fits)
    ]  # fmt: skip
    ends = program.module.run_several(plans, program.rows, runs)
    return [Result(end.outcome, end.steps, sums[i], seconds[i]) for i, end in enumerate(ends)]
