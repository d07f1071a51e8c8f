"""Watching a fit: which way each layer goes in its engine, and a clock put around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from noron.data.rows import ByteRows, Inputs, SparseRows
from noron.engines import Fit, ReferenceEngine, State
from noron.engines.native import lowering
from noron.engines.native.autotune import Autotuner
from noron.engines.native.binding import SPARSE_BELOW, WIDE, NativeProgram, density
from noron.engines.native.engine import NativeFit, NativeGradientFit
from noron.engines.numpy.engine import NumpyFit
from noron.engines.numpy.layer_ops import NODES
from noron.engines.stepwise import StepByStep
from noron.layers import Dense, Dropout, Layer, ReLU, Residual, Standardize
from noron.tools.profiling.clock import (
    Clock,
    TimedLayer,
    TimedNode,
    TimedProgram,
    TimedSlot,
    TimedSteps,
)


@dataclass(frozen=True)
class Instruments:
    """A fit with a clock, and what can be said of its ways.

    Attributes:
        fit: makes the steps; `clock` then holds the seconds of their passes.
        layers: the way of each layer, and why that one.
        rows, loss, update: the ways of these.
        sparse, folded: whether zeros are left out, a standardization is part of that.
        fused: whether weights are stepped within the layers' passes back.
        every_dx: whether dL/dx is computed also where nobody needs it.
        absent: the layers that take no pass of their own.
    """

    fit: Fit
    clock: Clock
    layers: list[str]
    rows: str
    loss: str
    update: str
    sparse: bool = False
    folded: bool = False
    fused: bool = False
    every_dx: bool = False
    absent: tuple[int, ...] = ()


def instrument(fit: Fit, state: State, x: Inputs, threads: int) -> Instruments:
    """The fit from now on with a clock, if it is of an engine of noron's own."""
    clock = Clock(len(state.network.layers))
    if isinstance(fit, NativeFit | NativeGradientFit):
        return _native(fit, clock, x)
    if isinstance(fit, NumpyFit):
        return _planned(fit, clock, threads)
    if isinstance(fit, StepByStep) and isinstance(fit.engine, ReferenceEngine):
        return _as_written(fit, clock, state)
    unknown = ["an engine of your own: not looked into"] * clock.n_layers
    return Instruments(fit, clock, unknown, "", "", "")


def _read(x: Inputs) -> str:
    if isinstance(x, SparseRows):
        return "sparse rows, written out with their zeros"
    return "bytes, looked up in a table" if isinstance(x, ByteRows) else "copied"


# ---- the reference engine, and that in NumPy


def _as_written(fit: StepByStep, clock: Clock, state: State) -> Instruments:
    layers = state.network.layers
    slots = _sites(clock, list(range(len(layers))))
    timed = [TimedLayer(layer, slot) for layer, slot in zip(layers, slots, strict=True)]
    state.network.layers = cast(tuple[Layer, ...], tuple(timed))
    ways = ["as written: its own forward"] * len(layers)
    name = state.optimizer.name
    return Instruments(
        fit=TimedSteps(fit, clock),
        clock=clock,
        layers=ways,
        rows=_read(fit.data.x),
        loss="as written",
        update=f"{name} as written",
        every_dx=True,
    )


def _planned(fit: NumpyFit, clock: Clock, threads: int) -> Instruments:
    layers = fit.state.network.layers
    planned = [i for i, layer in enumerate(layers) if not _is_left_out(layer)]
    for plan in fit.graphs.by_rows.values():
        chain = plan.chain
        slots = _sites(clock, planned)
        timed = {
            id(node): TimedNode(node, slot) for node, slot in zip(chain.nodes, slots, strict=True)
        }
        chain.nodes = [timed[id(node)] for node in chain.nodes]
        chain.back = [timed[id(node)] for node in chain.back]
    name = fit.state.optimizer.name
    return Instruments(
        fit=TimedSteps(fit, clock),
        clock=clock,
        layers=[_planned_way(layer, threads) for layer in layers],
        rows=_read(fit.data.x),
        loss="in kept arrays",
        update=f"{name} {'in place' if fit.step_in_place else 'by its own formula'}",
        absent=tuple(sorted({*range(len(layers))} - {*planned})),
    )


def _planned_way(layer: Layer, threads: int) -> str:
    if _is_left_out(layer):
        return "left out: its rate is 0"
    if isinstance(layer, Dense):
        return f"NumPy's BLAS, {threads} thread{'s' * (threads > 1)}"
    if type(layer) in NODES:
        return "planned: in kept arrays"
    return f"its own forward: no plan for {layer.name!r}"


def _is_left_out(layer: Layer) -> bool:
    return isinstance(layer, Dropout) and layer.rate == 0


def _sites(clock: Clock, places: Sequence[int]) -> list[TimedSlot]:
    return [TimedSlot(clock, i, i == places[0], i == places[-1]) for i in places]


# ---- the kernels


def _native(fit: NativeFit | NativeGradientFit, clock: Clock, x: Inputs) -> Instruments:
    autotuner = fit.autotuner
    layers = autotuner.state.network.layers
    sparse = autotuner.program.inputs == "sparse"
    folded = sparse and isinstance(layers[0], Standardize)
    ways, passes = _passes(autotuner, x, clock, folded)
    timed = cast(NativeProgram, TimedProgram(autotuner.program, clock, passes))
    autotuner.program, autotuner.programs, autotuner.counts = timed, [timed], [autotuner.threads]
    autotuner.undecided = False
    fused = isinstance(fit, NativeFit)
    name = autotuner.state.optimizer.name
    return Instruments(
        fit=fit if isinstance(fit, NativeFit) else TimedSteps(fit, clock),
        clock=clock,
        layers=ways,
        rows="only what is not zero" if sparse else _read(x),
        loss="link, loss and gradient in one pass",
        absent=tuple(i for i in range(len(layers)) if clock.forward(i) not in passes),
        update=f"{name} within each layer's way back" if fused else f"{name} by itself",
        sparse=sparse,
        folded=folded,
        fused=fused,
    )


def _passes(
    autotuner: Autotuner, x: Inputs, clock: Clock, folded: bool
) -> tuple[list[str], list[int | None]]:
    """The way of each layer; and for each time that the kernels keep, its place in the clock.

    A block is several passes of theirs, a ReLU between two dense layers is none.
    """
    network = autotuner.state.network
    ops = lowering.ops(network, training=True, skip_first=folded)
    owners: list[int] = []
    ways: list[str] = []
    for i, layer in enumerate(network.layers):
        before = len(owners)
        if i > 0 or not folded:
            _take(layer, i, ops, owners)
        if len(owners) > before or isinstance(layer, Dropout):
            ways.append(_kernel_way(layer, i, autotuner, x))
        else:
            place = i + 1 if isinstance(layer, Standardize) else i - 1
            ways.append(f"part of {place}.{network.layers[place].name}")
    forward = [clock.forward(i) for i in owners]
    return ways, [0, *forward, 1, *(clock.back(i) for i in owners)]


def _take(layer: Layer, owner: int, ops: Sequence[lowering.Op], owners: list[int]) -> None:
    """Give the next passes to the layer that they belong to."""
    if isinstance(layer, Residual):
        owners.append(owner)
        for inner in layer.inner:
            _take(inner, owner, ops, owners)
        owners.append(owner)
        return
    kind = lowering.KINDS[ops[len(owners)].kind] if len(owners) < len(ops) else ""
    merged = isinstance(layer, ReLU) and bool(owners) and ops[len(owners) - 1].relu
    assert merged or _is_left_out(layer) or kind in (layer.name, "activation")
    if not merged and not _is_left_out(layer):
        owners.append(owner)


def _kernel_way(layer: Layer, place: int, autotuner: Autotuner, x: Inputs) -> str:
    module: Any = lowering.kernels().module
    if _is_left_out(layer):
        return "left out: its rate is 0"
    if not isinstance(layer, Dense):
        return f"kernel, {module.instruction_set()}"
    own = f"products of our own, {module.instruction_set()}"
    layers = autotuner.state.network.layers
    meets_rows = place == 0 or (place == 1 and isinstance(layers[0], Standardize))
    return f"{_why(autotuner, x)}{own}" if meets_rows else own


def _why(autotuner: Autotuner, x: Inputs) -> str:
    """Why the first dense layer takes sparse or dense inputs."""
    share = x.density if isinstance(x, SparseRows) else density(x)
    filled = f"{100 * share:.3g} % of X is not zero"
    if autotuner.program.inputs == "sparse":
        folded = isinstance(autotuner.state.network.layers[0], Standardize)
        return f"sparse inputs: {filled}{', standardized on the way' if folded else ''}; "
    if autotuner.note:
        return f"dense inputs{autotuner.note.replace(';', ':', 1)}; "
    if autotuner.state.network.n_inputs < WIDE:
        return "dense inputs: there are few of them; "
    if share > SPARSE_BELOW:
        return f"dense inputs: {filled}; "
    return f"dense inputs, though only {filled}: as fast or asked for; "
