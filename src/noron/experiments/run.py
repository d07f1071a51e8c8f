"""A run: from a recipe to a trained network, the same one every time."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any, final

import numpy as np

from noron.core.errors import DataError, SettingError, check_choice
from noron.core.types import Array
from noron.data.dataset import fold_rows, split_rows
from noron.data.names import listed
from noron.data.rows import ByteRows, pick
from noron.data.targets import Targets, as_target
from noron.experiments.datasets import (
    RawSplit,
    RowTable,
    WholeSplit,
    is_file,
    load_file,
    load_split,
    load_table,
    split_table,
)
from noron.experiments.pruning_hook import PruningCallback, PruningHook
from noron.experiments.result import RunResult
from noron.experiments.spec import RunSpec
from noron.experiments.task import RunData, Task, layers_of, make_network
from noron.layers import Standardize
from noron.losses import Loss
from noron.model.neural_network import NeuralNetwork
from noron.optimizers import Optimizer
from noron.training.callbacks import AnyCallback
from noron.training.checkpoint import Checkpoints
from noron.training.config import TrainConfig, default_rate
from noron.training.history import History
from noron.training.metrics import recorded_names
from noron.training.policies import watched_by


@final
class Sources:
    """The rows of recipes; those with the same data share them in memory.

    With a `table` all of them learn from that: it is sent along to where its file is not.
    """

    def __init__(self, table: RowTable | None = None, data_hash: str | None = None) -> None:
        self.table, self.data_hash = table, data_hash
        self._kept: dict[Any, RunData] = {}
        self._files: dict[Any, tuple[RowTable, str]] = {}
        self._turn = Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        return Sources, (self.table, self.data_hash)

    @staticmethod
    def to_send(spec: RunSpec) -> "Sources":
        """What another process needs for recipes with the data of this one, whose hash is known.

        MNIST is there already. Raises DataError for a file that has changed since.
        """
        table = load_table(spec.source, spec.splitting_seed)
        if table is None:
            return Sources()
        if is_file(spec.data):
            _check_hash(spec, hash_of_file(spec.data))
        return Sources(table, spec.data_hash)

    def rows_of(self, spec: RunSpec) -> RunData:
        """The rows of a recipe. Raises DataError where they are not those that its hash is of."""
        source = (spec.source, spec.kind, spec.rows)
        held_out = (spec.validation, spec.fold, spec.folds, spec.splitting_seed)
        key = (*source, *held_out, repr(spec.loss))
        with self._turn:  # threads that ask for the same rows read them once
            if key not in self._kept:
                rows = _rows(spec, *self._whole(spec))
                resolved_key = (*source, *held_out, repr(_briefly(rows.task.loss)))
                self._kept[key] = self._kept[resolved_key] = rows
            rows = self._kept[key]
        _check_hash(spec, rows.data_hash)
        return rows

    def _whole(self, spec: RunSpec) -> tuple[RawSplit | WholeSplit, str]:
        """Return the data of a recipe, its test rows apart, and its hash; read a file only once."""
        seed = spec.splitting_seed
        if self.table is not None:
            return split_table(self.table, seed), str(self.data_hash)
        if not is_file(spec.data):
            whole = load_split(spec.source, seed)
            return whole, _hash(whole)
        if spec.source not in self._files:
            table = load_file(spec.source)  # first: it explains what is wrong with a file
            self._files[spec.source] = table, hash_of_file(spec.data)
        table, data_hash = self._files[spec.source]
        return split_table(table, seed), data_hash


def resolved(spec: RunSpec, rows: RunData) -> RunSpec:
    """The recipe with everything said that was left to the data, to defaults or to the seed."""
    standardize = spec.wants_standardized
    if standardize is None:
        standardize = isinstance(layers_of(spec, rows.split, rows.task)[0], Standardize)
    settled = {
        "data_hash": rows.data_hash,
        "split_seed": spec.splitting_seed,
        "loss": _briefly(rows.task.loss),
        "standardize": None if spec.layers is not None and not standardize else standardize,
        "epochs": spec.most_epochs,
        "learning_rate": _settled_rate(spec, rows),
    }
    is_settled = all(getattr(spec, name) == value for name, value in settled.items())
    return spec if is_settled else spec.but(**settled)


def _settled_rate(spec: RunSpec, rows: RunData) -> Any:
    """The rate to begin with; as it was given, where a schedule or the range test sets it."""
    rate = spec.rates(rows.task.loss)
    if rate is None:
        return default_rate(Optimizer.make(spec.optimizer), rows.task.loss)
    return rate if isinstance(rate, int | float) else spec.learning_rate


def execute(
    spec: RunSpec,
    sources: Sources,
    *,
    callbacks: Sequence[AnyCallback] = (),
    pruning_hook: PruningHook | None = None,
    advise: bool = False,
    checkpoint: Checkpoints | None = None,
    resume: Path | None = None,
) -> RunResult:
    """Train the network of a recipe, until a `pruning_hook` gives it up if there is one.

    `advise`, `checkpoint` and `resume` are those of `NeuralNetwork.train`.

    Raises DataError and SettingError, before anything is trained.
    """
    net, rows = prepare(spec, sources)
    spec = resolved(spec, rows)
    verdict = None if pruning_hook is None else PruningCallback(pruning_hook)
    history = net.train(
        *rows.train,
        validation=rows.validation,
        callbacks=[*spec.stopping(), *([] if verdict is None else [verdict]), *callbacks],
        progress=False,
        checkpoint=checkpoint,
        resume=resume,
        **training_of(spec, rows) | {"advise": advise},
    )
    return result_of(spec, net, history, rows, verdict)


def result_of(
    spec: RunSpec,
    net: NeuralNetwork,
    history: History,
    data: RunData,
    verdict: PruningCallback | None,
) -> RunResult:
    """What a network that has just been trained is: it speaks in the target's unit from now on."""
    data.task.unscale(net)
    pruned = verdict is not None and verdict.is_against and not history.interrupted
    rows = list(history.rows)
    return RunResult(
        spec,
        "pruned" if pruned else history.status,
        history.stop_reason,
        rows,
        float(rows[-1]["seconds"]) if rows else 0.0,
        engine=history.engine,
        digest=digest_of(net),
        advice=history.advice,
        kept=(net, data),
    )


def digest_of(net: NeuralNetwork) -> str:
    """SHA-256 of the network's numbers."""
    network = net.network
    return hashlib.sha256(network.theta.tobytes() + network.buffers.tobytes()).hexdigest()


def with_net(result: RunResult, sources: Sources) -> RunResult:
    """The result with its network, trained once more if need be; Ctrl-C ends that, too."""
    if result.has_net:
        return result
    if result.weights is None:
        again = execute(result.spec, sources)
        if again.status == "interrupted":
            raise KeyboardInterrupt
        return again
    net, rows = prepare(result.spec, sources)
    net.network.theta[:], net.network.buffers[:] = result.weights
    net.targets = Targets.of(as_target(rows.train[1]), net.loss, net.network.n_outputs)
    return replace(result, kept=(net, rows))


def prepare(spec: RunSpec, sources: Sources) -> tuple[NeuralNetwork, RunData]:
    """The untrained network of a recipe, and its rows."""
    rows = sources.rows_of(spec)
    return make_network(spec, rows.split, rows.task), rows


def check(spec: RunSpec, rows: RunData) -> NeuralNetwork:
    """Its network, if it can be trained: found out before hours have been spent on others."""
    loss = rows.task.loss
    TrainConfig.of(loss, **training_of(spec, rows), progress=False)
    for name in watched_by(spec.stopping()):
        if rows.validation is None and str(name).startswith("val_"):
            raise SettingError(
                f"{name} decides when to stop, but validation is 0: give a share of rows, or leave "
                "patience and stop out"
            )
        if name is not None:
            check_choice("monitor", name, [*recorded_names(loss), "penalty", "learning_rate"])
    return make_network(spec, rows.split, rows.task)


def training_of(spec: RunSpec, rows: RunData) -> dict[str, Any]:
    """What `NeuralNetwork.train` is told."""
    return {
        "epochs": spec.most_epochs,
        "learning_rate": spec.rates(rows.task.loss),
        "batch_size": spec.batch_size,
        "augment": spec.augment,
        "optimizer": spec.optimizer,
        "engine": spec.engine,
        "time_limit": spec.time_limit,
        "advise": False,
    }


def _briefly(loss: Loss) -> str | dict[str, Any]:
    """Its name, where it is as that name makes it."""
    return loss.name if Loss.make(loss.name) == loss else loss.settings()


def _rows(spec: RunSpec, whole: RawSplit | WholeSplit, data_hash: str) -> RunData:
    seed, given = spec.splitting_seed, whole.fewer(spec.rows, spec.splitting_seed)
    task = Task.of(given.y, spec.loss, from_file=is_file(spec.data))
    stratify = False if task.loss.task == "regression" else None
    if spec.fold is None and spec.validation == 0:
        train, held_out = np.arange(len(given.y)), np.arange(0)
    elif spec.folds is None or spec.fold is None:
        train, held_out = split_rows(given.y, spec.validation, stratify=stratify, seed=seed)
    else:
        train, held_out = fold_rows(given.y, spec.folds, spec.fold, stratify=stratify, seed=seed)
    split = given.encoded(train, spec.kinds)
    if task.loss.task != "regression":
        _check_classes(split.y[train], (split.y[held_out], split.y_test))
    y = task.learnt(split.y)
    return RunData(
        split=split,
        task=task,
        train=(pick(split.x, train), y[train]),
        validation=(pick(split.x, held_out), y[held_out]) if len(held_out) else None,
        data_hash=data_hash,
    )


def _check_classes(y: Array, others: tuple[Array, ...]) -> None:
    """Raise DataError if the rows to train on lack a class that other rows have."""
    if y.ndim > 1 or y.dtype.kind == "f":
        return
    missing = np.setdiff1d(np.concatenate([part for part in others if len(part)]), y)
    if len(missing):
        raise DataError(
            f"the {len(y)} training rows have no row of the classes {listed(missing.tolist(), 6)}, "
            "which other rows have: train on more rows, or leave these classes out"
        )


def _check_hash(spec: RunSpec, result: str) -> None:
    if spec.data_hash not in (None, result):
        raise DataError(
            f"the data {spec.data} has changed: its SHA-256 is {result[:12]}…, but the recipe "
            f"asks for {str(spec.data_hash)[:12]}…: restore the old data, or "
            "train a new run without data_hash"
        )


def hash_of_file(name: str) -> str:
    """SHA-256 of a file, as `sha256sum` prints it."""
    with Path(name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hash(whole: RawSplit | WholeSplit) -> str:
    """SHA-256 of the rows, for data that is in no file."""
    split = whole.encoded()
    result = hashlib.sha256()
    for part in (split.x, split.y, split.x_test, split.y_test):
        array: Any = part.values if isinstance(part, ByteRows) else part
        result.update(np.ascontiguousarray(array).data)
    return result.hexdigest()
