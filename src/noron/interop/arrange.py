"""Arrange weights whose file says nothing of the layers between: a state dict.

The user names these layers: all of them, or the activation of the hidden ones.
"""

import re
import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from noron.core.errors import DataWarning, SettingError, shown
from noron.interop.steps import LayerStep, ResidualStep, Step
from noron.layers import BatchNorm, Dense, Layer, LayerNorm, Residual

KINDS = (Dense, BatchNorm, LayerNorm)
"""The layers whose arrays may stand in a file of weights."""


def arranged(
    source: str,
    parts: Sequence[LayerStep],
    *,
    layers: Any,
    activation: Any,
    order: Sequence[str] | None,
    numbered: bool,
) -> list[Step]:
    """Return the steps of a network with these parts. Raises SettingError if they do not fit.

    Unless their names are `numbered` in the order of the forward pass, a warning says the order.
    """
    if order is not None:
        parts = _ordered(source, parts, order)
    if layers is not None:
        if activation is not None:
            raise SettingError("give layers or activation, not both")
        return _with_layers(source, parts, [Layer.make(layer) for layer in layers])
    n_dense = sum(isinstance(part.layer, Dense) for part in parts)
    if activation is None and n_dense > 1:
        raise SettingError(
            f"{source} holds weights ({_listed(parts)}) and no activations: give "
            "activation='relu', or all layers, layers=[Dense(16), ReLU(), Dense(3)]"
        )
    if order is None and not numbered and len(parts) > 1:
        warnings.warn(
            f"{source}: the layers are taken in the order {_listed(parts)}; if that is not the "
            "order of the forward pass, give order=[...] with these names",
            DataWarning,
            stacklevel=4,
        )
    return list(_with_activation(source, parts, activation))


def number_of(part: LayerStep) -> int | None:
    """Return the place in a list of layers that the name ends with, as in `net.2`; else None."""
    last = part.name.rpartition(".")[2]
    return int(last) if re.fullmatch(r"\d{1,6}", last, re.ASCII) else None


def natural(name: str) -> list[tuple[int, str]]:
    """Return a key that sorts names with numbers by these numbers: layer2 before layer10."""
    pieces = re.split(r"(\d{1,9})", name, flags=re.ASCII)
    return [(int(text), "") if i % 2 else (-1, text) for i, text in enumerate(pieces)]


def _ordered(source: str, parts: Sequence[LayerStep], order: Sequence[str]) -> list[LayerStep]:
    by_name = {part.name: part for part in parts}
    if isinstance(order, str) or sorted(map(str, order)) != sorted(by_name):
        raise SettingError(
            f"order is {shown(order, 200)}, but {source} has the layers {_listed(parts)}: name "
            "each of them once"
        )
    return [by_name[name] for name in order]


def _with_layers(source: str, parts: Sequence[LayerStep], layers: Sequence[Layer]) -> list[Step]:
    """Give each layer that has weights the next arrays of its kind."""
    for kind in KINDS:
        asked = sum(type(layer) is kind for layer in _opened(layers))
        there = [part for part in parts if type(part.layer) is kind]
        if asked != len(there):
            raise SettingError(
                f"layers has {asked} {kind.__name__}, but {source} has {len(there)}"
                f"{f' ({_listed(there)})' if there else ''}: give one for each"
            )
    left: dict[type[Layer], Iterator[LayerStep]] = {
        kind: iter([p for p in parts if type(p.layer) is kind]) for kind in KINDS
    }

    def filled(layer: Layer) -> Step:
        if isinstance(layer, Residual):
            return ResidualStep("residual", tuple(map(filled, layer.inner)))
        if type(layer) not in KINDS:
            return LayerStep(layer.name, layer)
        part = next(left[type(layer)])
        if isinstance(layer, Dense) and (layer.units, layer.bias) != _size(part):
            raise SettingError(
                f"layers has {shown(layer)}, but {shown(part.name)} of {source} is a dense layer "
                f"of {part.arrays[0].shape[1]} units {'with' if _size(part)[1] else 'without'} bias"
            )
        return part._replace(layer=layer)

    return [filled(layer) for layer in layers]


def _opened(layers: Sequence[Layer]) -> Iterator[Layer]:
    for layer in layers:
        if isinstance(layer, Residual):
            yield from _opened(layer.inner)
        else:
            yield layer


def _size(part: LayerStep) -> tuple[int, bool]:
    return part.arrays[0].shape[1], len(part.arrays) == 2


def _with_activation(source: str, parts: Sequence[LayerStep], activation: Any) -> Iterator[Step]:
    """Yield the parts, with the activation in each gap between two dense layers."""
    places = [i for i, part in enumerate(parts) if isinstance(part.layer, Dense)]
    after = {_gap(source, parts[start : end + 1]) + start for start, end in pairwise(places)}
    for i, part in enumerate(parts):
        yield part
        if i in after:
            layer = Layer.make(activation)
            yield LayerStep(layer.name, layer)


def _gap(source: str, block: Sequence[LayerStep]) -> int:
    """Return after which part of a block the activation stands: where a number is left out.

    The block begins and ends with a dense layer. Where no number is left out, the activation
    stands before the last one: Dense, normalization, activation.
    """
    numbers = [number_of(part) for part in block]
    usual = len(block) - 2
    if None in numbers or len({part.name.rpartition(".")[0] for part in block}) > 1:
        return usual
    gaps = [i for i, (a, b) in enumerate(pairwise(numbers)) if b > a + 1]  # type: ignore[operator]
    if len(gaps) > 1:
        raise SettingError(
            f"{source} has layers without weights at several places between {_listed(block)}, and "
            "does not say which is the activation: give all layers, layers=[Dense(16), ReLU(), ...]"
        )
    return gaps[0] if gaps else usual


def _listed(parts: Sequence[LayerStep]) -> str:
    return ", ".join(part.name for part in parts[:20]) + (", ..." if len(parts) > 20 else "")
