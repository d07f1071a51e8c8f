"""`NeuralNetwork`: the class that users work with.

It takes a list of widths, as in the tutorial, or a list of layers:

    >>> from noron import Dense, Dropout, NeuralNetwork, ReLU
    >>> from noron.data import moons
    >>> X, y = moons(n=200, noise=0.1, seed=0)
    >>> net = NeuralNetwork([2, 16, 2], seed=0)
    >>> history = net.train(X, y, epochs=60, learning_rate=0.5)
    >>> bool(net.accuracy(X, y) > 0.9)
    True
    >>> net = NeuralNetwork([Dense(16), ReLU(), Dropout(0.1), Dense(2)], loss="cross_entropy")
"""

import copy
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Never, final

import numpy as np

from noron.core.errors import NotTrainedError, SettingError, check_integer, check_number
from noron.core.signature import TrustedKeys
from noron.core.types import Array
from noron.data.augmentation import Augmentation
from noron.data.tables import Encoding
from noron.data.tables.number_format import NumberFormat
from noron.data.targets import Targets
from noron.engines import Batch, Engine
from noron.layers import Layer
from noron.losses import BinaryCrossEntropy, CrossEntropy, Loss
from noron.model.architecture import Architecture, make_architecture
from noron.model.exporting import Exportable
from noron.model.inputs import Validation, as_numbers, checked, compact_for, encoded, set_apart
from noron.model.inspection import checksum
from noron.model.prediction import Predictor, into
from noron.model.serialization import ModelParts, parts_of, read_parts, write_parts
from noron.network import Network
from noron.optimizers import Optimizer
from noron.schedules import Schedule
from noron.tools.gradcheck import GradientReport, gradcheck, random_rows
from noron.tools.profiling import profile
from noron.training.callbacks import AnyCallback
from noron.training.checkpoint import Checkpoints
from noron.training.config import Metric, TrainConfig
from noron.training.evaluation import evaluate
from noron.training.history import History
from noron.training.lr_finder import RateSearch, search_rate
from noron.training.trainer import Trainer

if TYPE_CHECKING:
    from noron.tools.profiling import Profile


@final
class NeuralNetwork(Exportable):
    """A dense neural network: layers, loss and weights, with methods to train and predict.

    Args:
        layers: a list of widths such as [784, 128, 64, 10], inputs first, or a list of layers
            such as [Dense(128), ReLU(), Dense(10)] (their names work too).
        activation: for a list of widths: the activation between the dense layers.
        loss: a name or an object of `noron.losses`. It applies the last step itself, such as
            softmax for "cross_entropy", so the layers end with raw scores.
        seed: for the weights and all randomness in training; None draws one as `net.seed`.
        dtype: "float32", "float64" (exact comparisons) or "bfloat16" (faster; docs/engines.md).
        initializer: for a list of widths: a name or an object of `noron.initializers`; None
            takes the one that suits the activation (He for ReLU).
        regularizer: a name, an object or a list of them, for all weights (never for biases).
        n_inputs: for a list of layers: the width of X; None waits for the first `train`.

    Raises:
        SettingError: for settings that make no network; it says what to try.
    """

    def __init__(
        self,
        layers: Sequence[int] | Sequence[Layer | str | Mapping[str, Any]],
        activation: str | Layer = "relu",
        *,
        loss: str | Loss = "cross_entropy",
        seed: int | None = None,
        dtype: str = "float32",
        initializer: Any = None,
        regularizer: Any = (),
        n_inputs: int | None = None,
    ) -> None:
        seed = int(np.random.default_rng().integers(2**32)) if seed is None else seed
        self.seed = check_integer("seed", seed, at_least=0)
        self.rng = np.random.default_rng(self.seed)
        self._architecture = make_architecture(
            layers, activation, loss, dtype, initializer, regularizer, n_inputs
        )
        self.trained = False
        self.feature_names: tuple[str, ...] | None = None
        self.target_name: str | None = None
        self.data_name: str | None = None
        self.encoding: Encoding | None = None
        self.target_format: NumberFormat | None = None
        self._scorer: Predictor | None = None
        self._network: Network | None = None
        if self._architecture.n_inputs is not None:
            self._build(self._architecture.n_inputs)

    # ---- the numbers

    @property
    def network(self) -> Network:
        """The network that owns the numbers: `network.theta`, `.grad` and `.buffers`."""
        if self._network is None:
            raise NotTrainedError(
                "the network does not know the width of its inputs yet: train it first, or give "
                "n_inputs=... when making it"
            )
        return self._network

    @property
    def architecture(self) -> Architecture:
        """The layers, loss, penalties and precision, with changes that a trainer made."""
        if self._network is None:
            return self._architecture
        now = self._network
        return replace(
            self._architecture,
            layers=now.layers,
            regularizers=now.regularizers,
            n_inputs=now.n_inputs,
        )

    @property
    def loss(self) -> Loss:
        """The loss, with its settings."""
        return self._architecture.loss

    # ---- the tutorial's verbs

    def backward(self, X: Any, y: Any, learning_rate: float | None = None) -> None:
        """Take one step of gradient descent: theta <- theta - learning_rate dL/dtheta."""
        if learning_rate is not None:
            check_number("learning_rate", learning_rate, low=0, open_low=True)
        config = TrainConfig.of(
            self.loss, epochs=1, learning_rate=learning_rate, batch_size=sys.maxsize,
            shuffle=False, engine="reference", progress=False, advise=False,
        )  # fmt: skip
        history = self._trainer(X, y, config).run()
        if history.diverged:
            raise SettingError(
                "the loss is not finite at these weights, so no step was taken: make a new network "
                "and use a smaller learning rate, or scale X"
            )

    def train(
        self,
        X: Any,
        y: Any,
        epochs: int | None = None,
        learning_rate: float | str | Schedule | None = None,
        batch_size: int = 32,
        optimizer: str | Optimizer = "sgd",
        validation: Validation = None,
        callbacks: Sequence[AnyCallback] = (),
        *,
        sample_weight: Any = None,
        metrics: Sequence[Metric] = (),
        shuffle: bool = True,
        progress: bool | None = None,
        engine: str | Engine | None = None,
        time_limit: float | None = None,
        advise: bool = True,
        checkpoint: str | Path | Checkpoints | None = None,
        resume: str | Path | None = None,
        augment: str | Augmentation | None = None,
        **unknown: Never,
    ) -> History:
        """Train on X of shape (rows, inputs) and y, starting from the present weights.

        Each call starts the optimizer and schedule anew, and holds out the same `validation` share.

        Args:
            X: finite numbers, shape (rows, inputs): an array, a data frame, a sparse SciPy matrix.
            y: one-hot rows, integers, strings or booleans for classes; numbers for regression.
            epochs: passes over the rows; None means 100, or as many as `time_limit` allows.
            learning_rate: a number, a schedule, or "auto" to find one; None: `default_rate`.
            batch_size: rows per step; the last batch of an epoch may be smaller.
            optimizer: a name or an object of `noron.optimizers`.
            validation: (X_val, y_val), or a share to hold out (stratified); recorded as `val_...`.
            callbacks: called with each epoch's row of the history, such as `EarlyStopping()`.
            sample_weight: one number for each row, not negative.
            metrics: functions (y, prediction) -> number, recorded on the validation rows by name.
            shuffle: whether each epoch takes the rows in a new order.
            progress: True shows a bar in a notebook or terminal, else lines; None at most a bar.
            engine: "native", "numpy" or "reference", or an object of `noron.engines`; None takes
                the one that NORON_ENGINE names, else the fastest that can run this network.
            time_limit: seconds; the schedule is adjusted to end at this time.
            advise: whether to warn of likely mistakes afterwards; `history.advice` has them.
            checkpoint: a folder for the state of the run, written every 30 seconds and at Ctrl-C.
            resume: such a folder or a snapshot's file: go on to the same bits, all else as before.
            augment: "deform" or a `Deform`: each row is an image, deformed anew in each epoch.

        Returns:
            The `History`: a row for each epoch, and `stop_reason`. Ctrl-C or a loss that is not
            finite ends the training, keeps the last good weights, and is the `stop_reason`.

        Raises:
            DataError, SettingError: if X, y or the weights are not valid; for a wrong setting.
        """
        config = TrainConfig.of(
            self.loss,
            epochs=epochs,
            learning_rate=learning_rate,
            batch_size=batch_size,
            optimizer=optimizer,
            callbacks=callbacks,
            metrics=metrics,
            shuffle=shuffle,
            progress=progress,
            engine=engine,
            validated=validation is not None,
            time_limit=time_limit,
            advise=advise,
            checkpoint=checkpoint,
            resume=resume,
            augment=augment,
            **unknown,
        )
        trainer = self._trainer(X, y, config, validation, sample_weight)
        trainer.warn()
        trainer.run()
        trainer.warn()
        return trainer.history

    def trainer(
        self,
        X: Any,
        y: Any,
        *,
        validation: Validation = None,
        sample_weight: Any = None,
        **settings: Any,
    ) -> Trainer:
        """Return a run that has not started, to train step by step.

            trainer = net.trainer(X, y, epochs=20, learning_rate=0.1)
            trainer.advance(steps=5)
            trainer.learning_rate = 0.01

        The settings are those of `train`; `progress=True` shows a bar. A network has one trainer
        at a time. Raises the same errors as `train`.
        """
        given: dict[str, Any] = {"progress": False, **settings}
        config = TrainConfig.of(self.loss, **given, validated=validation is not None)
        trainer = self._trainer(X, y, config, validation, sample_weight)
        trainer.warn()
        return trainer

    def predict(self, X: Any, out: Array | None = None) -> Array:
        """Return the predicted y for each row of X: labels as in training, or numbers."""
        prediction = self._scores.predict(self._numbers(X))
        self._warn_if_untrained()
        labels = self.targets.decode(prediction)
        return labels if out is None else into(out, labels)

    def predict_proba(self, X: Any, out: Array | None = None) -> Array:
        """The loss's link of the scores, shape (rows, outputs): probabilities, for classes."""
        prediction = self._scores.predict(self._numbers(X), out)
        self._warn_if_untrained()
        return prediction

    def accuracy(self, X: Any, y: Any) -> float:
        """Return the share of rows whose class is predicted correctly, between 0 and 1."""
        if self.loss.task == "regression":
            raise SettingError(
                f"accuracy is for classes, but the loss is {self.loss.name!r}: use evaluate(X, y)"
            )
        return self.evaluate(X, y)["accuracy"]

    def cross_entropy_loss(self, X: Any, y: Any) -> float:
        """Return the mean of -log p(correct class), without smoothing, weights or penalty."""
        plain = {"classes": CrossEntropy(), "binary": BinaryCrossEntropy()}.get(self.loss.task)
        if plain is None:
            raise SettingError(
                f"cross-entropy needs classes, the loss is {self.loss.name!r}: use evaluate(X, y)"
            )
        batch = self._batch(X, y)
        return plain.forward(self._scores.scores(batch.x), batch.y)[0]

    # ---- looking closer

    def evaluate(self, X: Any, y: Any, sample_weight: Any = None) -> dict[str, float]:
        """Return the loss and the accuracy (classes) or R squared (regression) on these rows."""
        batch = self._batch(X, y, sample_weight)
        return evaluate(self.loss, self._scores.scores(batch.x), batch)

    def gradcheck(self, X: Any = None, y: Any = None, **options: Any) -> GradientReport:
        """Check gradients against differences, on these or random rows, as `noron.gradcheck`."""
        rows = random_rows(self.network, self.loss) if X is None else self._batch(X, y, dense=True)
        return gradcheck(self.network, self.loss, rows, **options)

    def profile(self, X: Any, y: Any, **options: Any) -> "Profile":
        """Measure the time of each part of a training step, on a copy; options as of `profile`."""
        net = copy.deepcopy(self)
        data = net._begin(net._read(X, y)[0])
        return profile(net.network, net.loss, data, net.rng, **options)

    def find_learning_rate(self, X: Any, y: Any, **options: Any) -> RateSearch:
        """Find a learning rate by range tests, on copies; options as of `search_rate`."""
        net = copy.deepcopy(self)
        data = net._begin(net._read(X, y)[0])
        return search_rate(net.network, net.loss, data, net.rng, **options)

    # ---- files

    def save(self, path: str | Path) -> None:
        """Save the model to one file, written atomically; `noron.load(path)` reads it."""
        write_parts(path, parts_of(self))

    # ---- within

    def __getstate__(self) -> dict[str, Any]:
        """Leave out the values that `forward` kept, so that a copy holds no rows of data."""
        left_out = dict.fromkeys(("_seen", "_scorer", "_history"))
        return self.__dict__ | left_out | {"_epochs": self._epochs_trained}

    @property
    def _scores(self) -> Predictor:
        """The predictor of the network, made once, because making it takes time."""
        if self._scorer is None or self._scorer.network is not self._network:
            self._scorer = Predictor(self.network, self.loss)
        return self._scorer

    def _build(self, n_inputs: int) -> None:
        n_outputs = self._architecture.check_widths(n_inputs)
        self._network = self._architecture.network(n_inputs, self.rng)
        self._drawn = checksum(self._network)
        self.targets = Targets.untrained(self.loss, n_outputs)

    def _numbers(self, X: Any) -> Any:
        return as_numbers(X, self.encoding, self._architecture.number_type)

    def _batch(self, X: Any, y: Any, sample_weight: Any = None, *, dense: bool = False) -> Batch:
        n_inputs = self.network.n_inputs
        rows = checked(self._numbers(X), y, sample_weight, n_inputs, dense=dense)
        return encoded(rows, self.network, self.targets, self.loss)

    def _read(self, X: Any, y: Any, sample_weight: Any = None) -> tuple[Batch, Array]:
        """Return checked training rows and y; the first rows decide the widths and classes."""
        known = self.network.n_inputs if self.trained else self._architecture.n_inputs
        rows = checked(self._numbers(X), y, sample_weight, known)
        if not self.trained:
            n = rows.x.shape[1]
            targets = Targets.of(rows.y, self.loss, self._architecture.outputs(n, self._network))
            if self._network is None or self._network.n_inputs != n:
                self._build(n)  # the first time, or again after refused rows
            self.targets = targets
        return encoded(rows, self.network, self.targets, self.loss), rows.y

    def _trainer(
        self,
        X: Any,
        y: Any,
        config: TrainConfig,
        validation: Validation = None,
        sample_weight: Any = None,
    ) -> Trainer:
        if config.resume is not None and config.resume.seed is not None:
            self.seed = config.resume.seed  # it decides which rows are held out
        whole, labels = self._read(compact_for(config.engine, X), y, sample_weight)
        data, watched = set_apart(whole, labels, validation, self.loss, self.seed, self._batch)
        trainer = config.trainer(
            self.network, self.loss, self.targets, self._begin(data), watched, self.rng, self.seed
        )
        self._epochs, self._history = self._epochs_trained, trainer.history
        return trainer

    def _begin(self, data: Batch) -> Batch:
        """Return the same rows; in the first training, learn the input scales from them."""
        if not self.trained:
            self.network.learn_inputs(data.x)
            self.trained = True
        return data


def load(path: str | Path, trusted: TrustedKeys = None) -> NeuralNetwork:
    """Load a network that `save` wrote; nothing in the file is executed. Import your own layers and
    losses first. `trusted`: files of public keys, of which one must have signed the model. Raises
    ModelFileError for a file that is cut, changed, of another version, or not so signed."""
    return of_parts(read_parts(path, trusted))


def of_parts(parts: ModelParts) -> NeuralNetwork:
    """Build the network from its parts."""
    architecture, seed = parts.architecture, parts.facts["seed"]
    net = NeuralNetwork(
        architecture.layers, loss=architecture.loss, seed=seed, dtype=architecture.dtype
    )
    net._architecture, net._network, net.targets = architecture, parts.network, parts.targets
    vars(net).update(parts.facts, encoding=parts.encoding, target_format=parts.target_format)
    return net
