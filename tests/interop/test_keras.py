"""Keras models become networks: whole ones, and weights alone; or are refused by name."""

import io
import json
import zipfile

import numpy as np
import pytest

import noron
from interop.example_files import FIXTURES, X, agrees
from noron import BatchNorm, Dense, Dropout, LeakyReLU, Residual
from noron.core.errors import ModelFileError, SettingError

h5py = pytest.importorskip("h5py")
WHOLE = FIXTURES / "functional.keras"


def test_a_functional_model_with_a_residual_block():
    net = noron.from_keras(WHOLE, classes=["a", "b", "c"])
    assert agrees(net, "functional")
    names = [layer.name for layer in net.network.layers]
    assert " ".join(names) == (
        "standardize dense gelu residual batch_norm leaky_relu dropout dense"
    )
    norm = net.network.layers[4]
    assert (norm.momentum, norm.epsilon) == (0.99, 0.001)
    net.train(X, list("abcab"), epochs=1, learning_rate=0.01)


def test_an_old_file_of_hdf5():
    net = noron.from_keras(FIXTURES / "sequential.h5")
    assert agrees(net, "keras_sequential")
    assert net.loss.name == "mse"


def inner():
    """The weights of the functional model, as `save_weights` writes them."""
    return zipfile.ZipFile(WHOLE).read("model.weights.h5")


def test_weights_alone(tmp_path):
    (tmp_path / "a.weights.h5").write_bytes(inner())
    layers = [
        *(Dense(6), noron.GELU(), Residual([Dense(6), noron.SiLU()]), BatchNorm(0.99, 1e-3)),
        *(LeakyReLU(0.2), Dropout(0.2), Dense(3)),
    ]
    net = noron.from_keras(tmp_path / "a.weights.h5", layers=layers)
    scaled = (X - [0.1, 0.2, 0.3, 0.4]) / np.sqrt([1.0, 2.0, 3.0, 4.0])
    assert agrees(net, "functional", scaled.astype(np.float32))
    with pytest.raises(SettingError, match="does not say where its normalization stands"):
        noron.from_keras(tmp_path / "a.weights.h5", activation="relu")


def test_weights_as_safetensors(tmp_path):
    from safetensors.numpy import save_file

    random = np.random.default_rng(0)
    W = [random.normal(size=shape).astype("f") for shape in ((4, 6), (6, 2))]
    names = ("sequential/dense", "sequential/dense_1")
    arrays = {f"{name}/kernel": w for name, w in zip(names, W, strict=True)}
    arrays |= {f"{n}/bias": np.ones(w.shape[1], "f") for n, w in zip(names, W, strict=True)}
    save_file(arrays, tmp_path / "a.safetensors")
    net = noron.from_keras(tmp_path / "a.safetensors", activation="elu", loss="mse")
    h = X @ W[0] + 1
    h = np.where(h > 0, h, np.expm1(h))
    assert np.allclose(net.predict(X), h @ W[1] + 1, atol=1e-5)


# ------------------------------------------------------------------- models written by hand


def keras_file(path, layers, arrays=None, *, kind="Sequential", **config):
    """A `.keras` file of these layers, (class, settings), and arrays by their path."""
    described = [
        {"class_name": name, "config": {"name": f"{name.lower()}{i}"} | own}
        for i, (name, own) in enumerate(layers)
    ]
    weights = io.BytesIO()
    with h5py.File(weights, "w") as file:
        for place, array in (arrays or {}).items():
            file[f"layers/{place}"] = array
    model = {"class_name": kind, "config": {"layers": described} | config}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", json.dumps(model))
        archive.writestr("model.weights.h5", weights.getvalue())
    return path


DENSE = ("Dense", {"units": 2, "use_bias": False})
W = np.random.default_rng(1).normal(size=(4, 2)).astype("f")
WEIGHTS = {"dense/vars/0": W}
INPUT = ("InputLayer", {"batch_shape": [None, 4]})


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        (("Activation", {"activation": "relu"}), lambda z: np.maximum(z, 0)),
        (("Activation", {"activation": "swish"}), lambda z: z / (1 + np.exp(-z))),
        (
            ("Activation", {"activation": {"class_name": "function", "config": "tanh"}}),
            np.tanh,
        ),
        (("Activation", {"activation": "leaky_relu"}), lambda z: np.where(z > 0, z, 0.2 * z)),
        (("LeakyReLU", {"negative_slope": 0.3}), lambda z: np.where(z > 0, z, 0.3 * z)),
        (("LeakyReLU", {"alpha": 0.1}), lambda z: np.where(z > 0, z, 0.1 * z)),  # Keras 2
        (("ReLU", {"negative_slope": 0.5}), lambda z: np.where(z > 0, z, 0.5 * z)),
        (("ReLU", {"max_value": None, "threshold": 0.0}), lambda z: np.maximum(z, 0)),
        (("ELU", {"alpha": 0.5}), lambda z: np.where(z > 0, z, 0.5 * np.expm1(z))),
        (("Rescaling", {"scale": 2.0, "offset": 1.0}), lambda z: 2 * z + 1),
        (("Flatten", {}), lambda z: z),
        (("Dropout", {"rate": 0.5}), lambda z: z),
    ],
)
def test_layers_without_weights(layer, expected, tmp_path):
    path = keras_file(tmp_path / "a.keras", [INPUT, DENSE, layer, ("Identity", {})], WEIGHTS)
    net = noron.from_keras(path)
    assert np.allclose(net.predict(X), expected(X @ W), atol=1e-6)


@pytest.mark.parametrize(
    ("last", "loss"),
    [("softmax", "cross_entropy"), ("sigmoid", "binary_cross_entropy"), ("linear", "mse"),
     ("exponential", "poisson"), ("log_softmax", "cross_entropy"), ("tanh", "mse")],
)  # fmt: skip
def test_the_last_activation_chooses_the_loss(last, loss, tmp_path):
    layers = [("Dense", DENSE[1] | {"activation": last})]
    path = keras_file(tmp_path / "a.keras", layers, WEIGHTS)
    net = noron.from_keras(path)
    assert net.loss.name == loss
    assert len(net.network.layers) == (2 if last == "tanh" else 1)
    if last in ("linear", "sigmoid"):
        logits = noron.from_keras(path, loss="binary_cross_entropy")
        assert logits.loss.task == "binary"
    if last == "sigmoid":  # to be trained on another loss, it stays a layer
        assert noron.from_keras(path, loss="mse").network.layers[-1].name == "sigmoid"
        with pytest.raises(SettingError, match="does not go with the loss 'cross_entropy'"):
            noron.from_keras(path, loss="cross_entropy")


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        (("Lambda", {"function": "..."}), "'lambda1' is a Lambda, which noron cannot take"),
        (("Conv1D", {}), "'conv1d1' is a Conv1D"),
        (("LSTM", {}), "is a LSTM"),
        (("GaussianNoise", {}), "is a GaussianNoise"),
        (("Sequential", {"layers": []}), "is a Sequential"),
        (("Activation", {"activation": "hard_sigmoid"}), "is the activation 'hard_sigmoid'"),
        (("Activation", {"activation": {"class_name": "Mine"}}), "is the activation 'Mine'"),
        (("ReLU", {"max_value": 6.0}), "is a ReLU with a bound"),
        (("LayerNormalization", {"axis": [-1], "epsilon": 1e-3}), "needs 2 arrays"),
        (("LayerNormalization", {"axis": [2], "epsilon": 1e-3}), "a way that noron does not have"),
        (("BatchNormalization", {"axis": 1, "momentum": 0.9, "epsilon": 1e-3}), "needs 4 arrays"),
        (("Dense", {"units": 3}), "'dense1' needs 2 arrays"),
        (("Dropout", {}), "in a form that noron does not know"),
        (("Dropout", {"rate": 7}), "rate"),
        (("Add", {}), "'add1' is an Add"),
        (("InputLayer", {"batch_shape": [None, 3, 4]}), "the shape [None, 3, 4], but noron"),
    ],
)
def test_other_layers_are_refused_by_name(layer, message, tmp_path):
    path = keras_file(tmp_path / "a.keras", [DENSE, layer], WEIGHTS)
    with pytest.raises(ModelFileError) as error:
        noron.from_keras(path)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"config.json": b"{"}, "a damaged description"),
        ({"config.json": b"[1]"}, "a damaged description"),
        ({"config.json": b"[" * 10**5}, "a damaged description"),
        ({"config.json": b'{"class_name": "Mine"}'}, "'Mine', and noron takes a Sequential"),
        ({"config.json": b'{"class_name": "Sequential"}'}, "does not know (KeyError"),
        ({"config.json": b'{"class_name":"Sequential","config":{"layers":7}}'}, "(TypeError"),
        ({"config.json": b" " * (4 * 2**20 + 1)}, "at most 4,194,304 are legal"),
        ({"model.weights.h5": b"none"}, "no HDF5 file"),
        ({"model.weights.h5": None}, "has no 'model.weights.h5'"),
        ({"config.json": None}, "has no 'config.json'"),
    ],
)
def test_damaged_files_are_refused(change, message, tmp_path):
    whole = zipfile.ZipFile(WHOLE)
    files = {name: whole.read(name) for name in whole.namelist()} | change
    with zipfile.ZipFile(tmp_path / "a.keras", "w") as archive:
        for name, content in files.items():
            if content is not None:
                archive.writestr(name, content)
    with pytest.raises(ModelFileError) as error:
        noron.from_keras(tmp_path / "a.keras")
    assert message in str(error.value)


def changed(path, change):
    """The functional model, its description changed."""
    whole = zipfile.ZipFile(WHOLE)
    config = json.loads(whole.read("config.json"))
    change(config["config"])
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", json.dumps(config))
        archive.writestr("model.weights.h5", whole.read("model.weights.h5"))
    return path


def twice(config):
    config["layers"][2]["inbound_nodes"] *= 2


def several(config):
    config["input_layers"] = [config["input_layers"]] * 2


def second_output(config):
    config["layers"][2]["inbound_nodes"][0]["args"][0]["config"]["keras_history"][2] = 1


def branches(config):
    """An addition of two branches that do not begin with one of them."""
    args = config["layers"][4]["inbound_nodes"][0]["args"][0]
    args[0]["config"]["keras_history"][0] = "input_layer"
    args[1]["config"]["keras_history"][0] = "normalization"
    config["layers"][4]["class_name"] = "Multiply"


@pytest.mark.parametrize(
    ("change", "message"),
    [(twice, "is used 2 times"), (several, "several inputs"), (second_output, "not the first"),
     (branches, "'add' is")],
)  # fmt: skip
def test_other_graphs_are_refused(change, message, tmp_path):
    with pytest.raises(ModelFileError) as error:
        noron.from_keras(changed(tmp_path / "a.keras", change))
    assert message in str(error.value)


def test_settings_of_weights_alone_are_refused_for_a_model():
    with pytest.raises(SettingError, match="is a whole model: leave layers"):
        noron.from_keras(WHOLE, activation="relu")
