"""Gradient checking: is backward the derivative of forward? The oracle of every student and test.

    dL/dw  =  (L(w + h) - L(w - h)) / 2h  +  O(h^2)

Each weight is moved a little to both sides and the loss computed again. Two step sizes, h and 2h,
are combined so that the h^2 term falls out (Richardson). Where the two disagree, or bend alike
(a smooth loss bends twice as much over 2h), the loss has a kink there (ReLU at 0); a smaller h may
get out of its way, else that weight has no derivative to compare and is left out, which the report
counts. The verdict is for each parameter tensor, relative to its own size:

    error = || backward - differences || / max(|| backward ||, || differences ||, floor)

A single small entry may be off by rounding; a wrong formula is off in the norm. The floor is the
norm at which the differences' own rounding would be an error of the tolerance: it is for a gradient
that is nearly zero, such as that of a bias in front of BatchNorm, which takes it off again. A
gradient that is not finite fails, and so does a check that left out most of the weights.
"""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from noron.core.errors import DataError, SettingError, check_integer, check_number, shown
from noron.core.text import aligned
from noron.core.types import Array
from noron.engines import Batch, Engine, ReferenceEngine
from noron.losses import Loss
from noron.network import Network, Segment

STEPS = (1e-4, 1e-5)
"""h, and the smaller h that is tried where the first meets a kink."""

ROUNDING = 1e-15
"""How far the loss may be off, relative to itself; over h, how far its differences may be."""

KINK = 1e-7
"""Two step sizes that disagree by more than this share of the tensor's largest slope: a kink."""


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


@dataclass(frozen=True)
class GradientReport:
    """The checks of all tensors.

    Attributes:
        tensors: one `TensorCheck` for each parameter tensor.
        tolerance: the largest relative error that passes.
    """

    tensors: tuple[TensorCheck, ...]
    tolerance: float

    @property
    def worst(self) -> TensorCheck:
        """The tensor with the largest error."""
        return max(self.tensors, key=lambda tensor: tensor.error)

    @property
    def passed(self) -> bool:
        """Whether every tensor is within the tolerance, and most weights could be compared."""
        return self.worst.error <= self.tolerance and self.kinks <= self.checked

    @property
    def checked(self) -> int:
        """How many weights were compared."""
        return sum(tensor.checked for tensor in self.tensors)

    @property
    def kinks(self) -> int:
        """How many weights were left out, because the loss has a kink there."""
        return sum(tensor.kinks for tensor in self.tensors)

    def table(self) -> str:
        """A line for each tensor, and the weight with the largest difference in it."""
        lines = [("tensor", "shape", "|gradient|", "error", "worst weight", "backward", "numeric")]
        for t in self.tensors:
            place = "[" + ", ".join(map(str, t.worst)) + "]"
            numbers = (f"{t.backward:+.9e}", f"{t.differences:+.9e}")
            size = "x".join(map(str, t.shape))
            lines.append((t.name, size, f"{t.norm:.3e}", f"{t.error:.1e}", place, *numbers))
        text = aligned(lines, left=len(lines[0]))
        wrong = self.worst.error > self.tolerance
        doubt = "backward is WRONG" if wrong else "too many kinks to tell"
        text.append(
            f"{'backward is right' if self.passed else doubt}: worst relative error "
            f"{self.worst.error:.1e} in {self.worst.name} at weight {list(self.worst.worst)} "
            f"(at most {self.tolerance:g}); {self.checked} weights compared, {self.kinks} on a "
            "kink left out"
        )
        return "\n".join(text)

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
    """Compare the engine's gradient with central differences, in float64, as in training.

    Works on a copy, whatever the dtype of the network. Dropout draws the same masks each time.
    At most `most` weights of a tensor are compared, chosen at random.

    Raises:
        DataError: where the loss is not finite.
        SettingError: for layers without weights, for a `most` or a `tolerance` of 0.
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
    objective()  # a second look: a gradient that adds up instead of beginning anew shows now
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
    """The derivative along each place of theta, of 4th order; NaN where the loss has a kink.

    Disagreement is judged by the largest slope found (never by backward's, which may be wrong),
    or by `scale` if that is larger. Rounding of the objective, which is now `value`, is allowed
    for.
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
    """The verdict on one tensor, relative to its norm, or to `floor` if it is smaller than that."""
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
    """A copy of the network with its numbers in float64."""
    network = copy.copy(network)
    state: dict[str, Any] = network.__getstate__()
    state |= {"theta": network.theta.astype(np.float64)}
    state |= {"buffers": network.buffers.astype(np.float64)}
    network.__setstate__(state)
    return network


def _look(
    objective: Callable[[], float], theta: Array, place: int, h: float, value: float
) -> tuple[float, float]:
    """The slope (L(w + h) - L(w - h)) / 2h and the bend (L(w + h) - 2 L(w) + L(w - h)) / h."""
    before = float(theta[place])
    theta[place] = before + h
    above, up = objective(), float(theta[place])
    theta[place] = before - h
    below, down = objective(), float(theta[place])
    theta[place] = before
    return (above - below) / (up - down), (above - 2 * value + below) / h


def random_rows(network: Network, loss: Loss, rows: int = 8, seed: int = 0) -> Batch:
    """Normal inputs, and some y that the loss takes, to check a gradient on."""
    rng = np.random.default_rng(check_integer("seed", seed, at_least=0))
    x = rng.standard_normal((check_integer("rows", rows), network.n_inputs))
    if loss.task == "classes":
        return Batch(x, rng.integers(network.n_outputs, size=rows))
    shape = (rows, network.n_outputs)
    numbers = rng.integers(2, size=shape) if loss.task == "binary" else rng.gamma(2.0, size=shape)
    return Batch(x, numbers.astype(np.float64))
