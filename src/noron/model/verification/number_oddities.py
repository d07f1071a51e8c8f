"""Oddities of the numbers: not finite, huge, all equal, units that do nothing."""

from collections.abc import Iterator, Mapping

import numpy as np

from noron.core.types import Array
from noron.layers import Dense
from noron.model.architecture import Architecture
from noron.model.verification.oddity import Oddity
from noron.network import lay_out

HUGE = 1e3
"""Weights of trained networks are near 1; one that is larger than this decides alone."""


def of_tensors(tensors: Mapping[str, Array]) -> Iterator[Oddity]:
    """Yield what is odd about numbers, whatever they are for."""
    for name, array in tensors.items():
        if array.dtype.kind != "f" or not array.size:
            continue
        size = np.abs(array)
        if not np.isfinite(size).all():
            yield Oddity("not-finite", f"{name} holds numbers that are not finite")
        if ((size > 0) & (size < np.finfo(array.dtype).tiny)).any():
            yield Oddity("subnormal", f"{name} holds numbers so small that they slow processors")
        if name.endswith((".running_var", ".std")) and (array < 0).any():
            yield Oddity("negative-spread", f"{name} is negative, which no spread can be")


def of_network(
    architecture: Architecture, tensors: Mapping[str, Array], prefix: str = ""
) -> Iterator[Oddity]:
    """Yield what is odd about the weights of a network; `prefix` is before its tensors' names."""
    n_inputs = architecture.n_inputs or 1
    for layout in lay_out(architecture.layers, n_inputs):
        for segment in layout:
            name = f"{prefix}{segment.name}"
            if segment.kind == "weight" and name in tensors:
                yield from _of_weights(name, tensors[name])
    before = ""
    for place, layer in enumerate(architecture.layers):
        start = f"{prefix}{place}.{layer.name}."
        if isinstance(layer, Dense):
            W = tensors.get(f"{start}W")
            if W is not None and W.ndim == 2:
                yield from _of_units(start, W, tensors.get(f"{start}b"))
                unused = np.flatnonzero(~W.any(axis=1))
                if before and len(unused):
                    yield Oddity(
                        "unused-unit",
                        f"nothing uses {len(unused)} units of {before} (no. {unused[0]})",
                    )
            before = f"{start}W"


def _of_weights(name: str, W: Array) -> Iterator[Oddity]:
    if W.size > 1 and not W.any():
        yield Oddity("zero-weights", f"all weights of {name} are 0")
    elif W.size > 1 and (W.flat[0] == W).all():
        yield Oddity("equal-weights", f"all weights of {name} are {W.flat[0]:g}")
    largest = np.abs(W).max(initial=0)
    if largest > HUGE:
        yield Oddity("huge-weight", f"{name} has a weight of {largest:.3g}")


def _of_units(start: str, W: Array, b: Array | None) -> Iterator[Oddity]:
    dead = np.flatnonzero(~W.any(axis=0))
    if 0 < len(dead) < W.shape[1]:
        yield Oddity(
            "dead-unit", f"{len(dead)} units of {start}W have only weights of 0 (no. {dead[0]})"
        )
    alive = np.delete(W if b is None else np.vstack([W, b]), dead, axis=1)
    n_different = len({column.tobytes() for column in np.ascontiguousarray(alive.T)})
    if n_different < alive.shape[1]:
        n = alive.shape[1] - n_different
        yield Oddity("equal-units", f"{n} units of {start}W are copies of others in it")
