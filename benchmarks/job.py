"""What a worker is given, in a folder: rows, their order, first weights and settings."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.types import Array
from noron.data import ByteRows


@dataclass(frozen=True)
class Settings:
    """All that a peer has to know beside the arrays.

    `l2` is the strength in strength * sum W^2 over the weights, without a half, biases not;
    `epsilon` is Adam's.
    """

    layers: tuple[int, ...]
    batch_size: int
    optimizer: str
    learning_rate: float
    dtype: str = "float32"
    l2: float = 0.0
    epsilon: float = 1e-8

    @property
    def binary(self) -> bool:
        """One output means a sigmoid and labels 0 and 1."""
        return self.layers[-1] == 1


@dataclass(frozen=True)
class Job:
    """Settings and arrays: W of shape (inputs, units), b of shape (units,) for each layer.

    `order` is the order of the rows in an epoch; in a validation it is 0, 1, 2, ...
    """

    settings: Settings
    X: Any
    y: Array
    order: Array
    weights: list[Array] = field(default_factory=list)
    biases: list[Array] = field(default_factory=list)

    @property
    def pieces(self) -> list[Array]:
        """The indices of each batch; the last one may be smaller."""
        size = self.settings.batch_size
        return [self.order[start : start + size] for start in range(0, len(self.order), size)]

    def save(self, folder: Path) -> None:
        """Write it for `load`."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.json").write_text(json.dumps(asdict(self.settings)), encoding="utf-8")
        arrays: dict[str, Any] = {"y": self.y, "order": self.order}
        arrays |= {f"W{i}": W for i, W in enumerate(self.weights)}
        arrays |= {f"b{i}": b for i, b in enumerate(self.biases)}
        np.savez(folder / "arrays.npz", **arrays)
        if isinstance(self.X, np.ndarray):
            np.save(folder / "X.npy", self.X)
        elif isinstance(self.X, ByteRows):
            np.savez(folder / "bytes.npz", values=self.X.bytes_of(slice(None)), table=self.X.table)
        else:
            from scipy import sparse

            sparse.save_npz(folder / "X.npz", self.X, compressed=False)

    @staticmethod
    def load(folder: Path) -> "Job":
        """Read what `save` wrote."""
        given = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        settings = Settings(**given | {"layers": tuple(given["layers"])})
        with np.load(folder / "arrays.npz") as arrays:
            count = len(settings.layers) - 1
            weights = [arrays[f"W{i}"] for i in range(count)]
            biases = [arrays[f"b{i}"] for i in range(count)]
            y, order = arrays["y"], arrays["order"]
        if (folder / "X.npy").exists():
            X = np.load(folder / "X.npy")
        elif (folder / "bytes.npz").exists():
            with np.load(folder / "bytes.npz") as arrays:
                X = ByteRows(arrays["values"], arrays["table"])
        else:
            from scipy import sparse

            X = sparse.load_npz(folder / "X.npz")
        return Job(settings, X, y, order, weights, biases)


def first_weights(settings: Settings, seed: int = 0) -> tuple[list[Array], list[Array]]:
    """What noron draws from `seed`: the weights that every peer begins with."""
    from noron import NeuralNetwork

    loss = "binary_cross_entropy" if settings.binary else "cross_entropy"
    net = NeuralNetwork(list(settings.layers), loss=loss, seed=seed, dtype=settings.dtype)
    weights = [np.array(W, settings.dtype) for W in net.weights]
    return weights, [np.array(b, settings.dtype).ravel() for b in net.biases]
