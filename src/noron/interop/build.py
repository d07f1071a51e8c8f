"""Build a `NeuralNetwork` from the steps of another library's model, with their arrays.

A step is a layer of noron's with its arrays, an affine map of each column, a residual block, or
something that noron does not have, which is refused by its name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import numpy as np

from noron.core.errors import ModelFileError, SettingError, shown
from noron.core.types import Array
from noron.data.targets import Label, Targets
from noron.interop.folding import folded
from noron.interop.steps import Affine, LayerStep, ResidualStep, Step, Unknown
from noron.layers import LayerNorm, Residual, Standardize
from noron.layers.chain import layered_parameters
from noron.losses import Loss
from noron.model.architecture import Architecture
from noron.model.neural_network import NeuralNetwork, of_parts
from noron.model.serialization import ModelFacts, ModelParts
from noron.regularizers import as_regularizers

LINKS = {
    "softmax": "cross_entropy",
    "log_softmax": "cross_entropy",
    "sigmoid": "binary_cross_entropy",
    "exponential": "poisson",
}
"""The loss that applies the last activation itself."""

Classes = Sequence[Label] | None


def build(
    source: str,
    steps: Sequence[Step],
    *,
    loss: Any = None,
    classes: Classes = None,
    feature_names: Sequence[str] | None = None,
    regularizer: Any = (),
) -> NeuralNetwork:
    """Return the network of these steps; it counts as trained.

    A last softmax or sigmoid becomes the link of the loss. Without one the loss is "mse", unless
    another is given. Raises ModelFileError or SettingError, which begin with `source` or name the
    setting.
    """
    steps, loss = _without_link(source, steps, loss)
    arrays = list(_arrays(source, steps))
    _check_repeats(source, arrays)
    dtype = "float64" if any(a.dtype == np.float64 for a in arrays) else "float32"
    n_inputs = next((len(a) for a in _arrays(source, steps, affine=True) if a.ndim), None)
    if n_inputs is None:
        raise ModelFileError(f"{source} has no dense layer: give a model with weights")
    parts = _placed(source, folded(source, steps, first=True), n_inputs)
    layers = tuple(part.layer for part in parts)
    architecture = Architecture(layers, loss, as_regularizers(regularizer), dtype, n_inputs)
    network = architecture.network(n_inputs, rng=None)
    for part, views in zip(parts, network.params, strict=True):
        for view, array in zip(views, part.arrays, strict=True):
            with np.errstate(over="ignore"):
                view[...] = array
            if not np.isfinite(view).all():
                raise ModelFileError(
                    f"{source}: the layer {shown(part.name)} holds numbers that are not finite: "
                    "train it again"
                )
    facts = dict.fromkeys(f.name for f in fields(ModelFacts)) | {"seed": 0, "trained": True}
    if feature_names is not None:
        facts["feature_names"] = tuple(map(str, feature_names))
    targets = _targets(loss, network.n_outputs, classes)
    return of_parts(ModelParts(architecture, network, targets, facts))


def _without_link(source: str, steps: Sequence[Step], loss: Any) -> tuple[list[Step], Loss]:
    """Return the steps without a last activation that the loss applies, and the loss."""
    last = steps[-1] if steps else None
    kind = last.layer.name if isinstance(last, LayerStep) else getattr(last, "kind", "")
    suits = LINKS.get(kind)
    made = Loss.make(loss if loss is not None else suits or "mse")
    if suits is None:
        return list(steps), made
    if made.task == Loss.make(suits).task != "regression" or made.name == suits:
        return list(steps[:-1]), made
    if made.task != "regression":
        raise SettingError(
            f"{source} ends in {kind}, which does not go with the loss {made.name!r}: leave loss "
            f"out, or give loss={suits!r}"
        )
    return list(steps), made


def _arrays(source: str, steps: Sequence[Step], *, affine: bool = False) -> Iterator[Array]:
    """Yield the arrays of all layers. Raises ModelFileError for something that noron lacks."""
    for step in steps:
        if isinstance(step, LayerStep):
            yield from step.arrays
        elif isinstance(step, ResidualStep):
            yield from _arrays(source, step.steps, affine=affine)
        elif isinstance(step, Unknown):
            raise _refused(source, step)
        elif affine:
            yield from (step.scale, step.shift)


def _check_repeats(source: str, arrays: Sequence[Array]) -> None:
    """Raise ModelFileError if a few numbers are used for many weights, as only a bomb does."""
    own = {array.__array_interface__["data"][0]: array.size for array in arrays}
    if sum(array.size for array in arrays) > 1000 + 4 * sum(own.values()):
        raise ModelFileError(f"{source} uses the same numbers for many layers: save them apart")


def _placed(source: str, steps: Sequence[Step], width: int) -> list[LayerStep]:
    """Return each step as a part, its arrays checked against the width that arrives there."""
    parts = []
    for step in steps:
        part = _part(source, step, width)
        given = [array.shape for array in part.arrays]
        needed = [spec.shape for spec in part.layer.parameters(width)]
        if given != needed:
            raise ModelFileError(
                f"{source}: the layer {shown(part.name)} ({part.layer.name}) has arrays of the "
                f"shapes {shown(given)}, but {width} numbers arrive, which takes {shown(needed)}: "
                "the layers are in another order, or one is missing"
            )
        width = part.layer.n_outputs(width)
        parts.append(part)
    return parts


def _part(source: str, step: Step, width: int) -> LayerStep:
    if isinstance(step, LayerStep):
        if not isinstance(step.layer, LayerNorm):
            return step
        gamma, beta = step.arrays or (np.ones(()), np.zeros(()))  # none, or numbers, if written out
        return step._replace(arrays=(_row(gamma, width), _row(beta, width)))
    if isinstance(step, Affine):
        if not step.scale.all():
            raise ModelFileError(
                f"{source}: {shown(step.name)} multiplies a column by 0: leave that column out"
            )
        mean, std = -step.shift / step.scale, 1 / step.scale
        return LayerStep(step.name, Standardize(), (_row(mean, width), _row(std, width)))
    if isinstance(step, ResidualStep):
        inner = _placed(source, folded(source, step.steps), width)
        block = Residual([part.layer for part in inner])
        specs = [s for layer in layered_parameters(block.inner, width) for s in layer]
        arrays = [array for part in inner for array in part.arrays]
        kept = [spec.kind == "buffer" for spec in specs]  # the block keeps buffers last
        order = sorted(range(len(arrays)), key=kept.__getitem__)
        return LayerStep(step.name, block, tuple(arrays[i] for i in order))
    raise _refused(source, step)


def _refused(source: str, step: Unknown) -> ModelFileError:
    return ModelFileError(
        f"{source}: {shown(step.name)} is {step.kind}, which noron cannot take: it takes dense "
        "layers, activations, normalizations and residual blocks"
    )


def _row(values: Array, width: int) -> Array:
    return np.full(width, values) if values.ndim == 0 else values


def _targets(loss: Loss, n_outputs: int, classes: Classes) -> Targets:
    targets = Targets.untrained(loss, n_outputs)
    if classes is None:
        return targets
    labels, needed = tuple(np.asarray(classes).tolist()), len(targets.classes or ())
    fits = needed and len(labels) == len(set(labels)) == needed
    if not fits or {type(label) for label in labels} - {str, int, float, bool}:
        way_out = f"give {needed} different labels" if needed else "leave classes out"
        raise SettingError(
            f"classes is {shown(labels)}, but the network has {n_outputs} outputs and the loss "
            f"{loss.name!r}: {way_out}"
        )
    return Targets(targets.task, labels, targets.flat)
