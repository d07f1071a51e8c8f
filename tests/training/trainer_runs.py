"""Runs that test_trainer pauses: as a script, it finishes those whose snapshots are in a folder."""

import hashlib
import json
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np

import noron
from noron import engines
from noron.engines.native.lowering import kernels

RNG = np.random.default_rng(0)
X = RNG.standard_normal((200, 6))
Y = (X[:, :3] @ RNG.standard_normal((3, 3))).argmax(axis=1)
ENGINES = [name for name in engines.ENGINES if name != "native" or kernels().module is not None]
FASTEST = ENGINES[0]
OPTIMIZERS = ("momentum", "adam", "schedule_free_adamw", "muon")
SCHEDULES = (
    noron.Constant(0.05),
    noron.WarmUp(noron.Cosine(0.05)),
    noron.ReduceOnPlateau(0.05, patience=1),
)


def cases() -> Iterator[tuple[str, str, str, noron.Schedule]]:
    """36 of them with the kernels: a name, an engine, an optimizer, a schedule."""
    for engine, optimizer, schedule in product(ENGINES, OPTIMIZERS, SCHEDULES):
        yield f"{engine}-{optimizer}-{schedule.name}", engine, optimizer, schedule


def trainer(engine: str, optimizer: str, schedule: noron.Schedule, **more: object) -> noron.Trainer:
    """A run with dropout, batch statistics, validation, a metric and early stopping."""
    layers = [noron.Dense(12), noron.BatchNorm(), noron.Tanh(), noron.Dropout(0.2), noron.Dense(3)]
    net = noron.NeuralNetwork(layers, seed=3, dtype="float64", n_inputs=6, regularizer="l2")
    settings = {"epochs": 8, "batch_size": 7, "validation": 0.2} | more
    return net.trainer(
        X, Y, engine=engine, optimizer=optimizer, learning_rate=schedule,
        callbacks=[noron.EarlyStopping(patience=6)], **settings,
    )  # fmt: skip


def digest(run: noron.Trainer) -> str:
    """SHA-256 of the weights, the statistics and the history, times left out."""
    network = run.state.network
    rows = [{k: v for k, v in row.items() if k != "seconds"} for row in run.history.rows]
    text = repr((rows, run.history.stop_reason)).encode()
    return hashlib.sha256(network.theta.tobytes() + network.buffers.tobytes() + text).hexdigest()


def main(folder: str) -> None:
    """Print the digest that each run in the folder comes to from where it was left."""
    ends = {}
    for name, *settings in cases():
        path = Path(folder) / name
        if path.exists():
            run = trainer(*settings)
            run.restore(noron.Snapshot.load(path))
            run.advance()
            ends[name] = digest(run)
    json.dump(ends, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
