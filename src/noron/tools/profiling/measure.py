"""Time the steps of a fit, their parts, and the machine."""

import time
from typing import NamedTuple

import numpy as np

from noron.core.errors import DataError, check_integer, check_number
from noron.core.types import RNG, Array
from noron.engines import (
    Batch,
    DivergedError,
    Engine,
    Fit,
    State,
    choose_for_training,
    engine_asked_for,
)
from noron.engines.base import Instruments
from noron.engines.clock import LOSS, ROWS, UPDATE, Clock, reading_seconds
from noron.layers import Dense
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import SGD, Optimizer
from noron.tools.profiling.machine import CALLS, Machine, least_seconds, products_alone
from noron.tools.profiling.report import Part, Pass, Profile
from noron.tools.profiling.work import NOTHING, Amount, Entries, StepWork, Work

LEARNING_RATE = 1e-6
"""The learning rate of the timed steps; their duration does not depend on it."""
CALL_SECONDS = 0.005
"""The approximate seconds of one call of the engine, which takes at most MOST_STEPS steps."""
MOST_STEPS = 4096


def measured(
    network: Network,
    loss: Loss,
    data: Batch,
    rng: RNG,
    batch_size: int,
    optimizer: str | Optimizer,
    engine: str | Engine | None,
    seconds: float,
) -> Profile:
    """Do what `noron.tools.profiling.profile` describes."""
    optimizer = Optimizer.make(optimizer)
    check_integer("batch_size", batch_size)
    check_number("seconds", seconds, low=0, high=60)
    chosen = choose_for_training(engine_asked_for(engine), network, loss, optimizer)
    rows = len(data) if optimizer.whole_batch else min(batch_size, len(data))
    state = State(network, loss, optimizer, rng)
    fit = chosen.engine.fit(state, data, rows)
    limits = chosen.engine.limits(network, rows)
    layers, n_layers = network.layers, len(network.layers)
    with limits:
        steps = Steps.ready(fit, state, data, rows)
        plain = steps.least(fit, seconds)
        threads = fit.threads
        watched = fit.instrument(Clock(n_layers))
        parts, slowed = _least_parts(steps, watched, seconds)
    network.layers = layers
    times = _without_clock(parts, plain, slowed)
    step = _step(watched, state, data, rows, steps.order)
    machine = Machine.measured(network.theta.dtype, threads, _worked_on(state, rows))
    work = step.work(layers, network.n_inputs, [sum(g.size for g in of) for of in network.grads])
    for place in watched.absent:
        work[place] = Work(NOTHING, NOTHING)
    shapes = [s.shape for s in network.layout if s.kind == "weight" and len(s.shape) == 2]
    return Profile(
        engine=chosen.describe(fit.path),
        run={
            "rows": len(data),
            "batch_size": rows,
            "optimizer": optimizer.name,
            "dtype": str(network.theta.dtype),
            "steps": steps.count,
        },
        layers=_layers(network, watched, times[3:].reshape(2, n_layers), work, machine),
        phases=_phases(watched, times, plain, step, state, data, machine),
        machine=machine,
        products_alone=products_alone(shapes, rows, network.theta.dtype, threads) if shapes else 0,
        clock=slowed / plain,
    )


class Steps(NamedTuple):
    """The steps of one call, always on the same rows."""

    order: Array
    count: int

    @staticmethod
    def ready(fit: Fit, state: State, data: Batch, rows: int) -> "Steps":
        """Run the fit to warm it up, and return as many steps as fill CALL_SECONDS."""
        order = state.rng.permutation(len(data))
        work = rows * max(state.network.theta.size, 1)
        steps = Steps(order, int(np.clip(1e8 / work, 1, 64))).of(rows)
        steps.run(fit)
        started = time.perf_counter()
        steps.run(fit)
        each = (time.perf_counter() - started) / steps.count
        return Steps(order, int(np.clip(CALL_SECONDS / each, 1, MOST_STEPS))).of(rows)

    def of(self, rows: int) -> "Steps":
        """Return the same steps with the order repeated, so that each step has `rows` rows."""
        return Steps(np.resize(self.order, self.count * rows), self.count)

    def run(self, fit: Fit) -> None:
        """Take the steps. Raises DataError if the loss is not finite."""
        try:
            fit.repeat(self.order, LEARNING_RATE, self.count)
        except DivergedError:
            raise DataError(
                "the loss is not finite at these weights, so its steps cannot be timed: scale X, "
                "as with Standardize() as the first layer"
            ) from None

    def least(self, fit: Fit, budget: float) -> float:
        """Return the seconds of one step in the fastest of several calls."""
        return least_seconds(lambda: self.run(fit), budget) / self.count


def _least_parts(steps: Steps, watched: Instruments, budget: float) -> tuple[Array, float]:
    """Return the seconds of each pass, and of a whole step, in the fastest of several calls.

    The passes have the clock's order: rows, loss, update, each layer forward, each layer back.
    """
    steps.run(watched.fit)
    best, parts, spent, calls = np.inf, np.zeros(0), 0.0, 0
    while calls < CALLS or spent < budget:
        watched.clock.seconds[:] = [0.0] * len(watched.clock.seconds)
        started = time.perf_counter()
        steps.run(watched.fit)
        took = time.perf_counter() - started
        spent, calls = spent + took, calls + 1
        if took < best:
            best, parts = took, np.array(watched.clock.seconds)
    return parts / steps.count, best / steps.count


def _without_clock(parts: Array, plain: float, slowed: float) -> Array:
    """Estimate the parts of a step without a clock, from those of the timed steps.

    The time of one clock reading is subtracted from each part. Then all parts are scaled to the
    whole step, as other programs slow all parts equally.
    """
    readings = max(np.count_nonzero(parts), 1)
    each = min(reading_seconds(), max(slowed - plain, 0.0) / readings)
    parts = np.maximum(parts - each, 0.0)
    return parts * (plain / max(slowed - each * readings, float(parts.sum()), 1e-12))


def _step(watched: Instruments, state: State, data: Batch, rows: int, order: Array) -> StepWork:
    network = state.network
    plain = type(state.optimizer) is SGD and not network.regularizers
    return StepWork(
        rows=rows,
        size=network.theta.itemsize,
        vectors=2 + 2 * len(state.slots) if watched.fused else 1,
        entries=Entries.of(data.x, order[:rows]) if watched.sparse else None,
        folded=watched.folded,
        resting=plain and watched.fused and not watched.folded,
        every_dx=watched.every_dx,
    )


def _worked_on(state: State, rows: int) -> int:
    """Return the bytes that each step uses: weights, gradient, slots, every layer's y and dy."""
    network, width, numbers = state.network, state.network.n_inputs, 0
    for layer in network.layers:
        width = layer.n_outputs(width)
        numbers += 2 * rows * width
    return (numbers + network.theta.size * (2 + len(state.slots))) * network.theta.itemsize


def _layers(
    network: Network, watched: Instruments, times: Array, work: list[Work], machine: Machine
) -> tuple[Part, ...]:
    parts: list[Part] = []
    n_in = network.n_inputs
    for i, (layer, path, of) in enumerate(zip(network.layers, watched.layers, work, strict=True)):
        n_out = layer.n_outputs(n_in)
        name = f"{i}.{layer.name}" + (f" {n_in}x{n_out}" if isinstance(layer, Dense) else "")
        passes = [
            Pass.of(float(spent), amount, machine, machine.near_bandwidth)
            for spent, amount in zip(times[:, i], of, strict=True)
        ]
        parts.append(Part(name, path, *passes))
        n_in = n_out
    return tuple(parts)


def _phases(
    watched: Instruments,
    times: Array,
    plain: float,
    step: StepWork,
    state: State,
    data: Batch,
    machine: Machine,
) -> tuple[Part, ...]:
    network, near = state.network, machine.near_bandwidth
    gathered = Amount(0, step.rows_read(data.x))
    scores = Amount(0, 2 * step.rows * network.n_outputs * step.size)
    theta = 0 if watched.fused else 3 + 2 * len(state.slots)
    stepped = Amount(0, theta * network.theta.nbytes)
    rest = max(plain - float(times.sum()), 0.0)
    return (
        Part("rows", watched.rows, Pass.of(times[ROWS], gathered, machine, machine.bandwidth)),
        Part("loss", watched.loss, Pass.of(times[LOSS], scores, machine, near)),
        Part("update", watched.update, Pass.of(times[UPDATE], stepped, machine, near)),
        Part("rest", "checks, sums, calls, waiting", Pass(rest)),
    )
