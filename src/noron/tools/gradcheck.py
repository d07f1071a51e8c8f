"""Gradient checking: compare the backward pass with numerical derivatives of the loss.

    dL/dw  =  (L(w + h) - L(w - h)) / 2h  +  O(h^2)

Each weight is moved a little to both sides and the loss is computed again. Two step sizes, h and
2h, are combined so that the h^2 term cancels (Richardson). If their slopes disagree, or if the
second difference over 2h is not twice that over h, as it is for a smooth loss, the loss has a kink
there (ReLU at 0). Then a smaller h is tried. If that fails too, the weight has no derivative to
compare; it is left out, and the report counts it. The error is that of a whole parameter tensor:

    error = || backward - differences || / max(|| backward ||, || differences ||, floor)

A single small entry may be wrong by rounding; a wrong formula shows in the norm. At the floor, the
rounding of the differences alone would give an error of the tolerance. It is needed for gradients
that are nearly zero, such as that of a bias before BatchNorm, which subtracts it again. A gradient
that is not finite fails, and so does a check that left out most of the weights.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import DataError, SettingError, check_integer, check_number, shown
from noron.core.notebook import Shown, Summary
from noron.core.text import aligned
from noron.core.types import Array
from noron.engines import Batch, Engine, ReferenceEngine
from noron.losses import Loss
from noron.network import Network, Segment

STEPS = (1e-4, 1e-5)
"""h, and the smaller h that is tried if the first one meets a kink."""

ROUNDING = 1e-15
"""The relative rounding error of the loss; divided by h, that of its differences."""

KINK = 1e-7
"""The slopes of two step sizes may differ by this share of the tensor's largest slope."""


@dataclass(frozen=True)
class TensorCheck:
    """One parameter tensor: its size, the error of its gradient, and its worst weight."""

    name: str
    shape: tuple[int, ...]
    norm: float
    error: float
    checked: int
    kinks: int
    worst: tuple[int, ...]
    backward: float
    differences: float


@dataclass(frozen=True, repr=False)
class GradientReport(Shown):
    """The checks of all tensors.

    Attributes:
        tensors: one `TensorCheck` for each parameter tensor.
        tolerance: the largest relative error that passes.
    """

    tensors: tuple[TensorCheck, ...]
    tolerance: float

    @property
    def worst(self) -> TensorCheck:
        """Return the tensor with the largest error."""
        return max(self.tensors, key=lambda tensor: tensor.error)

    @property
    def passed(self) -> bool:
        """Return whether all tensors are within the tolerance and most weights were compared."""
        return self.worst.error <= self.tolerance and self.kinks <= self.checked

    @property
    def checked(self) -> int:
        """Return how many weights were compared."""
        return sum(tensor.checked for tensor in self.tensors)

    @property
    def kinks(self) -> int:
        """Return how many weights were left out because the loss has a kink there."""
        return sum(tensor.kinks for tensor in self.tensors)

    def table(self) -> str:
        """Return a line for each tensor, with the weight that has the largest difference."""
        lines = self._lines()
        return "\n".join([*aligned(lines, left=len(lines[0])), self.conclusion])

    def _lines(self) -> list[tuple[str, ...]]:
        header = ("tensor", "shape", "|gradient|", "error", "worst weight", "backward", "numeric")
        lines: list[tuple[str, ...]] = [header]
        for t in self.tensors:
            place = "[" + ", ".join(map(str, t.worst)) + "]"
            numbers = (f"{t.backward:+.9e}", f"{t.differences:+.9e}")
            size = "x".join(map(str, t.shape))
            lines.append((t.name, size, f"{t.norm:.3e}", f"{t.error:.1e}", place, *numbers))
        return lines

    @property
    def conclusion(self) -> str:
        """Return whether backward is right, with the largest error, as a sentence."""
        wrong = self.worst.error > self.tolerance
        doubt = "backward is WRONG" if wrong else "too many kinks to tell"
        return (
            f"{'backward is right' if self.passed else doubt}: worst relative error "
            f"{self.worst.error:.1e} in {self.worst.name} at weight {list(self.worst.worst)} "
            f"(at most {self.tolerance:g}); {self.checked} weights compared, {self.kinks} on a "
            "kink left out"
        )

    def _summary(self) -> Summary:
        return Summary(self.conclusion, self._lines())

    def __str__(self) -> str:
        return self.table()


def gradcheck(
    network: Network,
    loss: Loss,
    batch: Batch,
    *,
    seed: int = 0,
    most: int = 200,
    tolerance: float = 1e-7,
    engine: Engine | None = None,
) -> GradientReport:
    """Compare the engine's gradient in training mode with central differences.

    The check uses a copy of the network in float64. Dropout draws the same masks each time. At
    most `most` weights of each tensor are compared, chosen at random by `seed`.

    Raises:
        DataError: if the loss is not finite.
        SettingError: if the layers have no weights, or `most` or `tolerance` is not positive.
    """
    check_integer("seed", seed, at_least=0)
    check_integer("most", most)
    check_number("tolerance", tolerance, low=0, open_low=True)
    if engine is not None and not isinstance(engine, Engine):
        raise SettingError(f"engine is {shown(engine)}: give an Engine, or None for the reference")
    engine = engine or ReferenceEngine()
    if not network.layout:
        raise SettingError("these layers have no weights, so no gradient to check: add a Dense")
    network = in_float64(network)
    weight = None if batch.weight is None else batch.weight.astype(np.float64)
    y = batch.y.astype(np.float64) if batch.y.dtype.kind == "f" else batch.y
    batch = Batch(batch.x.astype(np.float64), y, weight)
    buffers = network.buffers.copy()

    def objective() -> float:
        network.buffers[:] = buffers
        rng = np.random.default_rng(seed)
        return engine.value_and_grad(network, loss, batch, rng).objective

    value = objective()
    if not np.isfinite(value):
        raise DataError("the loss is not finite at these weights: there is no gradient to check")
    objective()  # evaluate twice: this shows a gradient that is added to instead of overwritten
    grad = network.grad.copy()
    pick = np.random.default_rng(seed)
    size = float(np.linalg.norm(grad[np.isfinite(grad)]))
    checks = []
    for segment in network.layout:
        chosen = np.sort(pick.permutation(segment.stop - segment.start)[:most])
        places = segment.start + chosen
        numeric = central_differences(objective, network.theta, places, 1e-6 * size, value)
        floor = ROUNDING * abs(value) / STEPS[0] * np.sqrt(len(chosen)) / tolerance
        checks.append(compare(segment, grad[places], numeric, chosen, floor))
    return GradientReport(tuple(checks), tolerance)


def central_differences(
    objective: Callable[[], float], theta: Array, places: Array, scale: float, value: float
) -> Array:
    """Return the derivative with respect to theta at `places`; NaN where the loss has a kink.

    The error is of order h^4. Slopes disagree relative to the largest slope found, or to `scale`
    if that is larger, and beyond the rounding of the objective, whose present value is `value`.
    """
    result = np.full(len(places), np.nan)
    for step in STEPS:
        left = np.flatnonzero(np.isnan(result))
        h = step * np.maximum(1.0, np.abs(theta[places[left]]))
        looks = [
            _look(objective, theta, place, k * width, value)
            for place, width in zip(places[left], h, strict=True)
            for k in (1, 2)
        ]
        near, far = np.reshape(looks, (-1, 2, 2)).transpose(1, 2, 0)
        scale = max(scale, float(np.abs(near[0]).max(initial=0)))
        gap = np.maximum(np.abs(near[0] - far[0]), np.abs(2 * near[1] - far[1]))
        smooth = gap <= KINK * scale + 2 * ROUNDING * abs(value) / h
        result[left[smooth]] = ((4 * near[0] - far[0]) / 3)[smooth]
    return result


def compare(
    segment: Segment, g: Array, differences: Array, chosen: Array, floor: float
) -> TensorCheck:
    """Return the check of one tensor; the error is relative to its norm or `floor`."""
    smooth = np.isfinite(differences)
    gap = np.where(smooth, np.abs(g - differences), 0)
    gap[~np.isfinite(g)] = np.inf
    size = max(np.linalg.norm(g[smooth]), np.linalg.norm(differences[smooth]), floor)
    at = int(gap.argmax())
    error = np.inf if np.isinf(gap[at]) else np.linalg.norm(gap) / size if size else 0
    return TensorCheck(
        name=segment.name,
        shape=segment.shape,
        norm=float(np.linalg.norm(g)),
        error=float(error),
        checked=int(smooth.sum()),
        kinks=int((~smooth).sum()),
        worst=tuple(int(i) for i in np.unravel_index(chosen[at], segment.shape)),
        backward=float(g[at]),
        differences=float(differences[at]),
    )


def in_float64(network: Network) -> Network:
    """Return a copy of the network with its numbers in float64."""
    network = copy.copy(network)
    state: dict[str, Any] = network.__getstate__()
    state |= {"theta": network.theta.astype(np.float64)}
    state |= {"buffers": network.buffers.astype(np.float64)}
    network.__setstate__(state)
    return network


def _look(
    objective: Callable[[], float], theta: Array, place: int, h: float, value: float
) -> tuple[float, float]:
    """Return (L(w + h) - L(w - h)) / 2h and (L(w + h) - 2 L(w) + L(w - h)) / h."""
    before = float(theta[place])
    theta[place] = before + h
    above, up = objective(), float(theta[place])
    theta[place] = before - h
    below, down = objective(), float(theta[place])
    theta[place] = before
    return (above - below) / (up - down), (above - 2 * value + below) / h


def random_rows(network: Network, loss: Loss, rows: int = 8, seed: int = 0) -> Batch:
    """Return normally distributed inputs and a random y that the loss accepts."""
    rng = np.random.default_rng(check_integer("seed", seed, at_least=0))
    x = rng.standard_normal((check_integer("rows", rows), network.n_inputs))
    if loss.task == "classes":
        return Batch(x, rng.integers(network.n_outputs, size=rows))
    shape = (rows, network.n_outputs)
    numbers = rng.integers(2, size=shape) if loss.task == "binary" else rng.gamma(2.0, size=shape)
    return Batch(x, numbers.astype(np.float64))
