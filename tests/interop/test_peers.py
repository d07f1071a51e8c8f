"""Twenty random networks of each library: noron predicts the same, and trains on.

They need the libraries themselves: `make test-peers` has an environment for it. Elsewhere this
file is left out.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import noron
from noron.layers import ELU, Dense, Dropout, Layer, LeakyReLU, Residual
from noron.model.neural_network import NeuralNetwork

os.environ.setdefault("KERAS_BACKEND", "torch")
torch = pytest.importorskip("torch")
keras = pytest.importorskip("keras")
onnxruntime = pytest.importorskip("onnxruntime")
skl2onnx = pytest.importorskip("skl2onnx")
neural_network = pytest.importorskip("sklearn.neural_network")
from sklearn import pipeline, preprocessing  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")
SEEDS = range(20)
WITHIN = 1e-6
ENDS = ("softmax", "sigmoid", "several", "linear", "wide")
"""Classes, two classes, several labels, one number, several numbers."""


def difference(ours: Any, theirs: Any, end: str) -> float:
    """The largest one: of probabilities as it is, of numbers relative to the largest."""
    ours, theirs = np.asarray(ours, np.float64), np.asarray(theirs, np.float64)
    theirs = theirs.reshape(ours.shape)
    scale = max(1.0, np.abs(theirs).max()) if end in ("linear", "wide") else 1.0
    return float(np.abs(ours - theirs).max() / scale)


def check(net: NeuralNetwork, X: Any, theirs: Any, end: str, record: Any) -> None:
    """Compare all predictions, then train one more epoch."""
    largest = difference(net.predict_proba(X), theirs, end)
    record("difference", largest)
    assert largest <= WITHIN
    before = net.network.theta.copy()
    y = net.predict(X) + 1 if end in ("linear", "wide") else net.predict(X)
    history = net.train(X, y, epochs=1, learning_rate=1e-4, advise=False)
    assert np.isfinite(history["loss"][-1])
    assert not np.array_equal(before, net.network.theta)


def widths(random: np.random.Generator, end: str) -> tuple[int, list[int], int]:
    hidden = [int(random.integers(3, 40)) for _ in range(random.integers(1, 5))]
    outputs = {"softmax": 4, "sigmoid": 1, "several": 3, "linear": 1, "wide": 3}[end]
    return int(random.integers(2, 30)), hidden, outputs


def draw(seed: int) -> tuple[np.random.Generator, str]:
    return np.random.default_rng(seed), ENDS[seed % len(ENDS)]


# ------------------------------------------------------------------------------- scikit-learn


def trained_pipeline(seed: int, dtype: str = "float64") -> tuple[Any, np.ndarray, str]:
    random, end = draw(seed)
    n, hidden, outputs = widths(random, end)
    X = (random.normal(size=(100, n)) * random.uniform(0.1, 100, n) + 5).astype(dtype)
    score = (X - X.mean(0)) @ random.normal(size=(n, outputs)) / X.std()
    y: Any = score if end == "wide" else score[:, 0]
    if end == "softmax":
        y = np.array(["a", "b", "c", "d"])[score.argmax(axis=1)]
    elif end == "sigmoid":
        y = [score[:, 0] > 0, np.array([7, 9])[(score[:, 0] > 0) * 1]][seed % 2]
    elif end == "several":
        y = (score > 0).astype(int)
    kind = "MLPRegressor" if end in ("linear", "wide") else "MLPClassifier"
    mlp = getattr(neural_network, kind)(
        hidden_layer_sizes=hidden, activation=["relu", "tanh", "logistic", "identity"][seed % 4],
        alpha=[1e-4, 0.0, 0.1][seed % 3], max_iter=8, random_state=seed,
    )  # fmt: skip
    scaler = [
        preprocessing.StandardScaler(), preprocessing.MinMaxScaler((-1, 1)),
        preprocessing.MaxAbsScaler(), preprocessing.RobustScaler(),
        preprocessing.FunctionTransformer(None), "passthrough",
    ][seed % 6]  # fmt: skip
    return pipeline.make_pipeline(scaler, mlp).fit(X, y), X, end


def of_sklearn(model: Any, X: np.ndarray, end: str) -> Any:
    """What noron's `predict_proba` gives: of two classes the second."""
    if end in ("linear", "wide"):
        return model.predict(X)
    probabilities = model.predict_proba(X)
    return probabilities[:, 1] if end == "sigmoid" else probabilities


@pytest.mark.parametrize("seed", SEEDS)
def test_sklearn(seed: int, record_property: Any) -> None:
    model, X, end = trained_pipeline(seed)
    net = noron.from_sklearn(model)
    if end not in ("linear", "wide"):
        assert np.array_equal(net.predict(X), model.predict(X))
    check(net, X, of_sklearn(model, X, end), end, record_property)


# ------------------------------------------------------------------------------------ PyTorch


class Block(torch.nn.Module):
    """x + F(x)."""

    def __init__(self, inner: Any) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, x: Any) -> Any:
        """The sum."""
        return x + self.inner(x)


BETWEEN: list[tuple[Callable[[], Any], Callable[[], Layer]]] = [
    (torch.nn.ReLU, lambda: Layer.make("relu")),
    (torch.nn.Tanh, lambda: Layer.make("tanh")),
    (torch.nn.GELU, lambda: Layer.make("gelu")),
    (torch.nn.SiLU, lambda: Layer.make("silu")),
    (torch.nn.Mish, lambda: Layer.make("mish")),
    (torch.nn.SELU, lambda: Layer.make("selu")),
    (torch.nn.Softplus, lambda: Layer.make("softplus")),
    (lambda: torch.nn.ELU(0.7), lambda: ELU(0.7)),
    (lambda: torch.nn.LeakyReLU(0.2), lambda: LeakyReLU(0.2)),
]


def torch_network(seed: int, *, blocks: bool = True) -> tuple[Any, list[Layer], str]:
    random, end = draw(seed)
    torch.manual_seed(seed)
    n, hidden, outputs = widths(random, end)
    modules, layers = [], []
    for width in hidden:
        theirs, ours = BETWEEN[random.integers(len(BETWEEN))]
        modules.append(torch.nn.Linear(n, width, bias=bool(random.integers(4))))
        layers.append(Dense(width, bias=modules[-1].bias is not None))
        norm = random.integers(3)
        if norm == 1:
            modules.append(torch.nn.BatchNorm1d(width))
            layers.append(noron.BatchNorm())
        elif norm == 2:
            modules.append(torch.nn.LayerNorm(width))
            layers.append(noron.LayerNorm())
        modules.append(theirs())
        layers.append(ours())
        if random.integers(2):
            modules.append(torch.nn.Dropout(0.2))
            layers.append(Dropout(0.2))
        if blocks and random.integers(3) == 0:
            modules.append(Block(torch.nn.Sequential(torch.nn.Linear(width, width), theirs())))
            layers.append(Residual([Dense(width), ours()]))
        n = width
    network = torch.nn.Sequential(*modules, torch.nn.Linear(n, outputs))
    network(torch.randn(64, network[0].in_features) * 2)  # so that the running statistics move
    return network.eval(), [*layers, Dense(outputs)], end


def link(scores: Any, end: str) -> Any:
    if end == "softmax":
        return scores.softmax(-1)
    return scores.sigmoid() if end in ("sigmoid", "several") else scores


LOSS = {"softmax": "cross_entropy", "sigmoid": "binary_cross_entropy",
        "several": "binary_cross_entropy", "linear": "mse", "wide": "mse"}  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_torch(seed: int, tmp_path: Path, record_property: Any) -> None:
    network, layers, end = torch_network(seed)
    X = np.random.default_rng(seed).normal(size=(100, network[0].in_features)).astype("f")
    state = network.state_dict()
    path = tmp_path / ["a.pt", "a.pth", "a.safetensors"][seed % 3]
    if path.suffix == ".safetensors":
        from safetensors.torch import save_file

        save_file(state, path)
    else:
        torch.save({"state_dict": state, "epoch": 3} if seed % 2 else state, path)
    net = noron.from_torch(path, layers=layers, loss=LOSS[end])
    with torch.no_grad():
        check(net, X, link(network(torch.tensor(X)), end), end, record_property)


# -------------------------------------------------------------------------------------- Keras


def keras_network(seed: int) -> tuple[Any, str]:
    random, end = draw(seed)
    keras.utils.set_random_seed(seed)
    n, hidden, outputs = widths(random, end)
    made = keras.layers
    functional = seed % 2 == 1
    x = start = keras.Input((n,))
    layers: list[Any] = []
    if random.integers(2):
        layers.append(
            made.Normalization(mean=random.normal(size=n), variance=random.uniform(1, 2, n))
        )
    elif random.integers(2):
        layers.append(made.Rescaling(0.5, offset=0.1))
    names = ("relu", "tanh", "gelu", "silu", "elu", "selu", "softplus", "leaky_relu", "mish")
    for width in hidden:
        name = names[random.integers(len(names))]
        layers.append(made.Dense(width, activation=name if random.integers(2) else None))
        norm = random.integers(3)
        layers += [[], [made.BatchNormalization()], [made.LayerNormalization()]][norm]
        own = [made.LeakyReLU(0.15), made.ELU(0.8), made.ReLU(), made.Activation(name)]
        layers += [own[random.integers(4)], made.Dropout(0.1)]
        if functional and random.integers(2):
            layers.append([made.Dense(width, activation=name), made.Add()])
    last = {"softmax": "softmax", "sigmoid": "sigmoid", "several": "sigmoid"}.get(end)
    layers.append(made.Dense(outputs, activation=last))
    for layer in layers:
        x = layer[1]([x, layer[0](x)]) if isinstance(layer, list) else layer(x)
    model = keras.Model(start, x) if functional else keras.Sequential([start, *layers])
    for weight in model.weights:  # statistics and scales are 0 and 1 at first
        value = keras.ops.convert_to_numpy(weight)
        if value.dtype.kind == "f" and value.ndim == 1:
            weight.assign(np.abs(value + random.uniform(0.1, 0.9, value.shape)))
    return model, end


@pytest.mark.parametrize("seed", SEEDS)
def test_keras(seed: int, tmp_path: Path, record_property: Any) -> None:
    model, end = keras_network(seed)
    X = np.random.default_rng(seed).normal(size=(100, model.input_shape[1])).astype("f")
    path = tmp_path / ["a.keras", "a.h5"][seed % 5 == 3]
    model.save(path)
    check(noron.from_keras(path), X, model.predict(X, verbose=0), end, record_property)


# --------------------------------------------------------------------------------------- ONNX


def onnx_file(seed: int, path: Path) -> tuple[np.ndarray, str]:
    """Write what PyTorch or skl2onnx makes of a network; return inputs, and how it ends."""
    if seed % 4 == 3:
        model, X, end = trained_pipeline(seed, "float32")
        model = model[-1] if model[0] == "passthrough" else model
        options = {} if end in ("linear", "wide") else {"zipmap": False}
        path.write_bytes(
            skl2onnx.to_onnx(model, X[:1], options={id(model): options}).SerializeToString()
        )
        return X, end
    network, _, end = torch_network(seed)
    X = np.random.default_rng(seed).normal(size=(100, network[0].in_features)).astype("f")
    ends = {"softmax": [torch.nn.Softmax(-1)], "sigmoid": [torch.nn.Sigmoid()],
            "several": [torch.nn.Sigmoid()]}.get(end, [])  # fmt: skip
    modern = seed % 4 == 0
    torch.onnx.export(
        torch.nn.Sequential(*network, *ends).eval(), (torch.tensor(X),), str(path),
        opset_version=18 if modern else 13, dynamo=modern,
    )  # fmt: skip
    return X, end


@pytest.mark.parametrize("seed", SEEDS)
def test_onnx(seed: int, tmp_path: Path, record_property: Any) -> None:
    path = tmp_path / "a.onnx"
    X, end = onnx_file(seed, path)
    session = onnxruntime.InferenceSession(str(path))
    theirs = session.run(None, {session.get_inputs()[0].name: X})[-1]
    if end == "sigmoid" and theirs.shape[1] == 2:
        theirs = theirs[:, 1]
    if end == "several" and theirs.shape[1] == 6:
        theirs = theirs[:, 3:]
    check(noron.from_onnx(path), X, theirs, end, record_property)
