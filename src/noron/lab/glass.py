"""Under glass: one step of training on one batch, stage by stage, with every number it makes.

The stages are those of the algorithm: the rows, each layer forward, the loss, each layer back, the
step of the optimizer. They are run by the layers' own formulas in float64, whatever the network
trains in, and each names the lines of source that have just run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, final

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import Array, Backward, Params
from noron.engines import Batch
from noron.lab.faults import planted
from noron.lab.frames import finite
from noron.lab.source_trace import Source, traced
from noron.layers import Dense
from noron.layers.base import ParameterSpec
from noron.layers.chain import layered_parameters
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer
from noron.tools.gradcheck import in_float64

MOST_ROWS = 16
"""The rows of a batch that is looked at."""

DROPS = 0
"""The seed of what is dropped: that of `gradcheck`, which so checks the numbers shown."""


@final
@dataclass(frozen=True)
class Stage:
    """One stage of a step.

    Attributes:
        kind: "rows", "forward", "loss", "backward" or "update".
        layer: the number of the layer, from 0; None for a stage of the whole network.
        name: of the layer, the loss or the optimizer.
        arrays: what goes in and what comes out, by the letters of the formula.
        sources: the functions of noron that have run.
    """

    kind: str
    layer: int | None
    name: str
    arrays: Mapping[str, Array]
    sources: tuple[Source, ...] = ()
    facts: Mapping[str, float] = field(default_factory=dict)


@final
@dataclass(frozen=True)
class Factor:
    """What one row adds to a derivative dL/dW[i, j]: x[row, i] times dL/dz[row, j].

    Attributes:
        x: the input of the layer.
        dz: the derivative of the loss by the layer's output, with the row's share of the mean.
        product: both multiplied.
    """

    x: float
    dz: float
    product: float


def stages(
    network: Network,
    loss: Loss,
    batch: Batch,
    optimizer: Optimizer,
    learning_rate: float,
    fault: str | None = None,
) -> list[Stage]:
    """Return the stages of the first step that the optimizer would take on these rows, with one of
    `noron.lab.faults` if it is given.

    Layers are in training mode: batches are normalized by their own statistics, and units are
    dropped, the same ones each time. Raises SettingError for more rows than MOST_ROWS and for a
    fault that is unknown or that the network has no place for.
    """
    if not 0 < len(batch) <= MOST_ROWS:
        raise SettingError(f"rows: {len(batch)} are given: give 1 to {MOST_ROWS}")
    network, loss = planted(in_float64(network), loss, fault)
    x, y = np.asarray(batch.x[:], np.float64), batch.y
    y = y.astype(np.float64) if y.dtype.kind == "f" else y
    result = [Stage("rows", None, "rows", {"x": x, "y": np.asarray(y)})]
    layered = layered_parameters(network.layers, network.n_inputs)
    backs: list[Backward] = []
    rng = np.random.default_rng(DROPS)
    for i, (layer, params) in enumerate(zip(network.layers, network.params, strict=True)):
        arrays = {"x": x, **_named(layered[i], params)}
        (out, back), sources = traced(partial(layer.forward, params, x, rng))
        arrays["y"] = out
        result.append(Stage("forward", i, layer.name, arrays, sources))
        x = out
        backs.append(back)
    (value, loss_back), sources = traced(partial(loss.forward, x, y, None))
    dy, more = traced(loss_back)
    p = loss.predict(x)
    arrays = {"s": x, "y": np.asarray(y), "p": p, "ds": dy}
    result.append(Stage("loss", None, loss.name, arrays, sources + more, {"loss": float(value)}))
    grads: list[Params] = []
    for i in reversed(range(len(backs))):
        (dx, of_layer), sources = traced(partial(backs[i], dy))
        named = {f"d{name}": g for name, g in _named(layered[i], of_layer).items()}
        arrays = {"dy": dy, **_named(layered[i], network.params[i]), "dx": dx, **named}
        result.append(Stage("backward", i, network.layers[i].name, arrays, sources))
        grads.insert(0, of_layer)
        dy = dx
    result.append(_update(network, grads, optimizer, learning_rate))
    return result


def _named(specs: Sequence[ParameterSpec], params: Params) -> dict[str, Array]:
    """Return a layer's arrays by the names that its formula has for them, as they are now: a
    forward pass of batch normalization changes its running statistics."""
    return {spec.name: array.copy() for spec, array in zip(specs, params, strict=False)}


def _update(network: Network, grads: list[Params], optimizer: Optimizer, rate: float) -> Stage:
    """The step of the optimizer on all numbers at once, the penalties' gradient included."""
    for views, of_layer in zip(network.grads, grads, strict=True):
        for view, g in zip(views, of_layer, strict=True):
            view[:] = g
    network.penalty()
    theta, g = network.theta, network.grad.copy()
    after = theta.copy()  # the arrays of the stages before are those of the step's beginning
    fitted = optimizer.fitted_to(network.layout)
    slots = fitted.start(after)
    work = partial(fitted.step, after, g, slots, 1, rate, lambda: (0.0, g))
    _, sources = traced(work)
    arrays = {"theta": theta, "g": g, "step": after - theta, "theta'": after}
    return Stage("update", None, optimizer.name, arrays, sources, {"learning_rate": rate})


def factors(of_step: list[Stage], layer: int, i: int, j: int) -> list[Factor]:
    """Return what each row adds to dL/dW[i, j] of a dense layer; their sum is the derivative.

    The loss is a mean over the rows, so each dz holds the factor 1/n. Raises SettingError for a
    layer that is not dense and for an index that W does not have.
    """
    forward = next((s for s in of_step if s.kind == "forward" and s.layer == layer), None)
    back = next((s for s in of_step if s.kind == "backward" and s.layer == layer), None)
    if forward is None or back is None or forward.name != Dense.name:
        raise SettingError(f"layer is {layer}: give the number of a dense layer")
    W = forward.arrays["W"]
    if not (0 <= i < W.shape[0] and 0 <= j < W.shape[1]):
        raise SettingError(f"index is [{i}, {j}], but W has the shape {W.shape}")
    x, dz = forward.arrays["x"][:, i], back.arrays["dy"][:, j]
    return [Factor(float(a), float(d), float(a * d)) for a, d in zip(x, dz, strict=True)]


def shown(stage: Stage, most: int = 16) -> dict[str, Any]:
    """Return a stage as plain data: each array whole if it has at most `most` rows and columns,
    else its corner, and its size, its largest number and its mean size. Infinity and NaN, which
    JSON does not have, are words in the tables."""
    arrays = {}
    for name, array in stage.arrays.items():
        flat = array.reshape(len(array), -1) if array.ndim > 1 else array.reshape(1, -1)
        corner = flat[:most, :most]
        arrays[name] = {
            "shape": list(array.shape),
            "numbers": [[_plain(value) for value in row] for row in corner.tolist()],
            "is_whole": corner.shape == flat.shape,
            "most": finite(np.abs(flat).max(initial=0)),
            "mean": finite(np.abs(flat).mean()) if flat.size else 0.0,
        }
    return {
        "kind": stage.kind,
        "layer": stage.layer,
        "name": stage.name,
        "arrays": arrays,
        "sources": [vars(source) for source in stage.sources],
        "facts": {name: _plain(value) for name, value in stage.facts.items()},
    }


def _plain(value: float) -> float | str:
    """Return a number, or its word in JavaScript if it is not finite."""
    if np.isfinite(value):
        return value
    return "NaN" if np.isnan(value) else "Infinity" if value > 0 else "-Infinity"
