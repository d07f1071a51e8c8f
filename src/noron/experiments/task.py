"""From a recipe to a network: the loss that the target asks for, the width of the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from noron.core.errors import DataError, SettingError, shown
from noron.core.types import Array
from noron.data.augmentation import Augmentation
from noron.data.rows import Inputs
from noron.data.targets import holds_classes
from noron.experiments.datasets import TrainTestSplit
from noron.experiments.spec import RunSpec
from noron.layers import Layer, Standardize
from noron.losses import Loss, Poisson
from noron.model.neural_network import NeuralNetwork


@dataclass(frozen=True)
class Task:
    """What is to be predicted: with which loss and how many outputs, and on what scale.

    Numbers are learnt as (y - mean) / scale, whatever their unit; `unscale` then puts both into
    the last layer, so that the model speaks in the target's own unit.
    """

    loss: Loss
    n_outputs: int
    mean: float = 0.0
    scale: float = 1.0

    @staticmethod
    def of(y: Array, loss: str | dict[str, Any] | None, *, from_file: bool) -> "Task":
        """The task of the training rows' targets, and of a loss if one is named."""
        chosen = Loss.make(loss or ("cross_entropy" if holds_classes(y) else "mse"))
        if chosen.task == "regression":
            if y.dtype.kind not in "biuf":
                raise SettingError(
                    f"loss is {chosen.name!r}, which is for numbers, but the target holds "
                    f"{shown(y.flat[0].item())}: use --loss cross_entropy"
                )
            outputs = 1 if y.ndim == 1 else y.shape[1]
            scaled = from_file and y.dtype.kind in "iuf" and not isinstance(chosen, Poisson)
            mean, scale = (float(y.mean()), float(y.std()) or 1.0) if scaled else (0.0, 1.0)
            return Task(chosen, outputs, mean, scale)
        if y.ndim == 2:
            raise DataError(
                f"the target has the shape {y.shape} and is not one-hot: give one label for each "
                "row, or use --loss mse for several numbers"
            )
        classes = len(np.unique(y))
        if classes == 1:
            raise DataError(
                f"the target is {shown(y[0].item())} in every row, so there is nothing to learn: "
                "give rows of at least two classes"
            )
        if chosen.task == "binary" and classes != 2:
            raise SettingError(
                f"loss is {chosen.name!r}, which is for two classes, but the target has "
                f"{classes}: use --loss cross_entropy, or mse for numbers"
            )
        return Task(chosen, 1 if chosen.task == "binary" else classes)

    @property
    def is_scaled(self) -> bool:
        """Whether it is learnt on another scale than its own, and losses are in that unit."""
        return (self.mean, self.scale) != (0.0, 1.0)

    def learnt(self, y: Array) -> Array:
        """y on the scale that it is learnt on."""
        return y if self.loss.task != "regression" else (y - self.mean) / self.scale

    @np.errstate(all="ignore")  # an infinite error is an answer too
    def measured(self, net: NeuralNetwork, x: Inputs, y: Array) -> dict[str, float]:
        """Return `net.evaluate`; for numbers the loss is that of training, on the scale learnt on.

        Beside it is the root mean squared error, in the target's own unit:

            rmse = sqrt(mean (prediction - y)^2)
        """
        result = net.evaluate(x, y)
        if self.loss.task != "regression":
            return result
        prediction = np.asarray(net.predict(x), np.float64).reshape(len(y), -1)
        y = np.asarray(y, np.float64).reshape(prediction.shape)
        if self.is_scaled:
            result["loss"] = self.loss.forward(self.learnt(prediction), self.learnt(y))[0]
        return {"rmse": float(np.sqrt(np.square(prediction - y).mean())), **result}

    def unscale(self, net: NeuralNetwork) -> None:
        """Let the last layer give y itself: W scale, b scale + mean."""
        if self.loss.task == "regression":
            net.weights[-1] = net.weights[-1] * self.scale
            net.biases[-1] = net.biases[-1] * self.scale + self.mean


def layers_of(spec: RunSpec, split: TrainTestSplit, task: Task) -> Sequence[Layer]:
    """The layers of a recipe; files are standardized unless it says otherwise."""
    layers = spec.layers_for(split.x.shape[1], task.n_outputs)
    wanted = spec.wants_standardized
    return [Standardize(), *layers] if (split.from_file if wanted is None else wanted) else layers


def make_network(spec: RunSpec, split: TrainTestSplit, task: Task) -> NeuralNetwork:
    """The network of a recipe, which knows what the columns of its data are called."""
    if spec.augment is not None:
        Augmentation.make(spec.augment).check(split.x.shape[1])
    net = NeuralNetwork(
        layers_of(spec, split, task),
        loss=task.loss,
        seed=spec.seed,
        dtype=spec.dtype,
        regularizer=spec.penalties(),
        n_inputs=split.x.shape[1],
    )
    if net.network.n_outputs != task.n_outputs:
        raise SettingError(
            f"the layers have {net.network.n_outputs} outputs, but the data needs "
            f"{task.n_outputs}: make Dense({task.n_outputs}) the last layer"
        )
    net.feature_names, net.target_name = split.feature_names, split.target_name
    net.data_name, net.encoding = split.name, split.encoding
    net.target_format = split.target_format
    return net


@dataclass(frozen=True)
class RunData:
    """What a recipe learns from: its data set, the rows to train on and those to watch."""

    split: TrainTestSplit
    task: Task
    train: tuple[Inputs, Array]
    validation: tuple[Inputs, Array] | None
    data_hash: str

    def without_training(self) -> "RunData":
        """The same with one row to train on, and none to watch, so that their memory is free."""
        split = replace(self.split, x=np.array(self.split.x[:1]))  # a copy: a view keeps all rows
        x, y = self.train
        return replace(self, split=split, train=(np.array(x[:1]), y[:1].copy()), validation=None)
