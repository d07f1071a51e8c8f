"""Choose the engine: the requested one, else the fastest one that can run the network."""

import os
from itertools import chain
from typing import NamedTuple

from noron.core.errors import MissingExtraError, SettingError, shown, unknown_name
from noron.engines.base import Engine
from noron.engines.native.engine import NativeEngine
from noron.engines.native.lowering import bfloat16_refusal, kernels
from noron.engines.numpy.engine import NumpyEngine
from noron.engines.reference import ReferenceEngine
from noron.losses import Loss
from noron.network import Network
from noron.optimizers import Optimizer

ENGINES: dict[str, type[Engine]] = {
    engine.name: engine for engine in (NativeEngine, NumpyEngine, ReferenceEngine)
}
"""The engines by name, the fastest first."""

VARIABLE = "NORON_ENGINE"
"""The environment variable with the engine's name, used if the call gives none."""


class Chosen(NamedTuple):
    """The chosen engine, and why it is not a faster or the requested one."""

    engine: Engine
    reason: str = ""

    def describe(self, path: str) -> str:
        """Return the engine's name, its `path` and the reason as one line."""
        way = f" ({path})" if path else ""
        return f"{self.engine.name}{way}" + (f"; {self.reason}" if self.reason else "")


def engine_asked_for(given: Engine | str | None) -> Engine | None:
    """Return the engine that `given` or the environment names, or None if neither does.

    Raises SettingError for an unknown name, MissingExtraError if the kernels are not installed.
    """
    if isinstance(given, Engine):
        return given
    name = os.environ.get(VARIABLE) or None if given is None else given
    if name is None:
        return None
    if not isinstance(name, str):
        raise SettingError(f"engine is {shown(name)}: give a name ({', '.join(ENGINES)}) or None")
    if name not in ENGINES:
        what = "engine" if given is not None else f"engine in {VARIABLE}"
        raise unknown_name(what, name, ENGINES)
    if name == NativeEngine.name and kernels().module is None:
        raise MissingExtraError(f"the engine 'native' was asked for, but {kernels().reason}")
    return ENGINES[name]()


def choose_for_training(
    asked: Engine | None, network: Network, loss: Loss, optimizer: Optimizer
) -> Chosen:
    """Return what `choose_engine` does. Raises SettingError if a network that is to be trained with
    products of bfloat16 cannot be."""
    chosen = choose_engine(asked, network, loss, optimizer)
    if network.bfloat16:
        refusal = chosen.reason or f"the engine {chosen.engine.name!r} has none"
        if chosen.engine.name == NativeEngine.name:
            refusal = bfloat16_refusal(network)
        if refusal is not None:
            raise SettingError(
                f"dtype='bfloat16' cannot be used here: {refusal}: give dtype='float32'"
            )
    return chosen


def choose_engine(
    asked: Engine | None, network: Network, loss: Loss, optimizer: Optimizer
) -> Chosen:
    """Return the requested or the fastest engine; if it refuses, the next one and the reason."""
    reason = ""
    asked_first = [] if asked is None else [asked]
    for engine in chain(asked_first, (kind() for kind in ENGINES.values())):
        refusal = engine.refusal(network, loss, optimizer)
        if refusal is None:
            return Chosen(engine, reason)
        reason = reason or f"not {engine.name}: {refusal}"
    raise AssertionError("the reference engine runs everything")
