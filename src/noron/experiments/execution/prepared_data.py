"""What the members of a stack share: their rows, made ready once, and what was measured of them."""

from dataclasses import dataclass
from threading import Lock
from typing import Any, final

import numpy as np

from noron.core.types import Array
from noron.data.targets import Targets
from noron.engines import Batch, NativeEngine, NativeFit, RowCache
from noron.experiments.spec import RunSpec
from noron.experiments.task import RunData
from noron.model.inputs import checked, encoded, set_apart
from noron.model.neural_network import NeuralNetwork
from noron.training.trainer import Trainer


@dataclass(frozen=True)
class PreparedData:
    """The rows of a recipe as a network takes them, and what first layers learn from them."""

    rows: RunData
    data: Batch
    validation: Batch | None
    targets: Targets
    learnt: list[tuple[Array, ...]]

    @staticmethod
    def of(net: NeuralNetwork, rows: RunData) -> "PreparedData":
        """Made ready for a network as `NeuralNetwork.train` would. Raises DataError."""
        network, loss = net.network, net.loss
        given = checked(*rows.train, n_inputs=network.n_inputs)
        targets = Targets.of(given.y, loss, network.n_outputs)

        def read(X: Any, y: Any, weight: Any) -> Batch:
            rows = checked(X, y, weight, network.n_inputs)
            return encoded(rows, network, targets, loss)

        whole = encoded(given, network, targets, loss)
        data, validation = set_apart(whole, given.y, rows.validation, loss, net.seed, read)
        network.learn_inputs(data.x)
        learnt = []
        for layer, params in zip(network.layers, network.params, strict=True):
            if not layer.learns_inputs:
                break
            learnt.append(tuple(param.copy() for param in params))
        return PreparedData(rows, data, validation, targets, learnt)

    def give(self, net: NeuralNetwork) -> None:
        """Let a network know what it would have learnt from the rows itself."""
        for params, learnt in zip(net.network.params, self.learnt, strict=False):
            for param, values in zip(params, learnt, strict=True):
                param[:] = values
        net.targets, net.trained = self.targets, True


@final
class PreparedDataCache:
    """Rows by what they are made ready for; engines and paces by the shape that they are for."""

    def __init__(self) -> None:
        self.native_rows = RowCache()
        self._ready: dict[Any, PreparedData] = {}
        self._inputs: dict[Any, str] = {}
        self._seconds: dict[Any, float] = {}
        self._turn = Lock()

    def ready(self, net: NeuralNetwork, rows: RunData) -> PreparedData:
        """The rows, made ready for the network, which knows of them then."""
        network = net.network
        in_front = []
        for layer in network.layers:
            if not layer.learns_inputs:
                break
            in_front.append(repr(layer))
        key = (id(rows), network.theta.dtype, network.n_outputs, repr(net.loss), *in_front)
        with self._turn:
            if key not in self._ready:
                self._ready[key] = PreparedData.of(net, rows)
            result = self._ready[key]
        result.give(net)
        return result

    def engine(self, shape: Any) -> NativeEngine:
        """One thread of the kernels, which reads the inputs as was best for that shape."""
        inputs = self._inputs.get(shape, "auto")
        return NativeEngine(threads=1, inputs=inputs, shared=self.native_rows)

    def settle(self, shape: Any, trainer: Trainer) -> None:
        """Let the first run of a shape try how its inputs are best read, and the others do so."""
        assert isinstance(trainer.fit, NativeFit)
        autotuner = trainer.fit.autotuner
        autotuner.settle_inputs(np.arange(len(autotuner.data)), trainer.block(1).rates[0])
        self._inputs[shape] = autotuner.program.inputs
        trainer.epoch_seconds = self._seconds.get(shape, 0.0)

    def learn(self, shape: Any, trainer: Trainer) -> None:
        """Remember how long an epoch of that shape took."""
        self._seconds[shape] = trainer.epoch_seconds


def shape_of(spec: RunSpec, rows: RunData) -> tuple[Any, ...]:
    """What decides how long an epoch takes and how its inputs are best read."""
    layers = (spec.hidden, repr(spec.activation), spec.dropout, spec.batch_norm, repr(spec.layers))
    return (id(rows), *layers, spec.standardize, spec.dtype, spec.batch_size, repr(spec.optimizer))
