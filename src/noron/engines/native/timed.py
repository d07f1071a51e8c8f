"""The timed kernels: how each layer is computed, and where its time is added."""

from collections.abc import Sequence
from typing import Any, final

import numpy as np

from noron.data.rows import Inputs, SparseRows
from noron.engines.clock import Clock, is_left_out
from noron.engines.native import lowering
from noron.engines.native.autotune import Autotuner
from noron.engines.native.binding import SPARSE_BELOW, WIDE, density
from noron.layers import Dense, Dropout, Layer, ReLU, Residual, Standardize


@final
class TimedProgram:
    """A network bound to the kernels, which measure the time of their passes themselves."""

    def __init__(self, program: Any, clock: Clock, passes: Sequence[int | None]) -> None:
        self.program, self.clock = program, clock
        self.inputs, self.plan = program.inputs, program.plan
        self.passes = passes
        self.seconds = np.zeros(len(passes))

    def run(self, *given: Any, **options: Any) -> Any:
        """Run the program; while the clock runs, add the times of the passes to it."""
        if not self.clock.runs:
            return self.program.run(*given, **options)
        self.seconds[:] = 0
        result = self.program.run(*given, **options, profile=self.seconds)
        for what, spent in zip(self.passes, self.seconds.tolist(), strict=True):
            if what is not None:
                self.clock.seconds[what] += spent
        return result


def passes_of(
    autotuner: Autotuner, x: Inputs, clock: Clock, folded: bool
) -> tuple[list[str], list[int | None]]:
    """Return how each layer is computed, and the position in the clock of each kernel pass.

    A residual block consists of several passes; a ReLU between two dense layers has none.
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


def _take(layer: Layer, owner: int, ops: Sequence[Any], owners: list[int]) -> None:
    """Append `owner` once for each of the next passes, which belong to `layer`."""
    if isinstance(layer, Residual):
        owners.append(owner)
        for inner in layer.inner:
            _take(inner, owner, ops, owners)
        owners.append(owner)
        return
    kind = ops[len(owners)].kind if len(owners) < len(ops) else ""
    merged = isinstance(layer, ReLU) and bool(owners) and ops[len(owners) - 1].relu
    assert merged or is_left_out(layer) or kind in (layer.name, "activation")
    if not merged and not is_left_out(layer):
        owners.append(owner)


def _kernel_way(layer: Layer, place: int, autotuner: Autotuner, x: Inputs) -> str:
    module: Any = lowering.kernels().module
    if is_left_out(layer):
        return "left out: its rate is 0"
    if not isinstance(layer, Dense):
        return f"kernel, {module.instruction_set()}"
    own = f"noron's own products, {module.instruction_set()}"
    layers = autotuner.state.network.layers
    meets_rows = place == 0 or (place == 1 and isinstance(layers[0], Standardize))
    return f"{_why(autotuner, x)}{own}" if meets_rows else own


def _why(autotuner: Autotuner, x: Inputs) -> str:
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
