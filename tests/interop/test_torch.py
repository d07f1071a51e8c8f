"""State dicts become networks: by layers, by an activation, in another order; or are refused."""

import warnings

import numpy as np
import pytest

import noron
from interop.example_files import EXPECTED, FIXTURES, X, agrees
from noron import BatchNorm, Dense, Dropout, LayerNorm, ReLU, Residual, Tanh
from noron.core.errors import DataWarning, ModelFileError, SettingError

LAYERS = [
    *(Dense(6), BatchNorm(), ReLU(), Dropout(0.1), Dense(5, bias=False), LayerNorm(), ReLU()),
    Dense(3),
]
NAMED = ["inputs", "hidden", "out"]


def linear(inputs, units, seed=0):
    """A Linear of PyTorch: weight of the shape (units, inputs), and bias."""
    random = np.random.default_rng(seed)
    return {"weight": random.normal(size=(units, inputs)), "bias": random.normal(size=units)}


def state(**modules):
    """A state dict, whose modules are called m0, m1, ... if their names are these."""
    return {f"{m}.{leaf}".lstrip("m"): v for m, own in modules.items() for leaf, v in own.items()}


@pytest.mark.parametrize("file", ["sequential.pt", "sequential.safetensors", "checkpoint.pt"])
def test_layers_are_filled_in_order(file):
    net = noron.from_torch(FIXTURES / file, layers=LAYERS)
    assert agrees(net, "sequential")
    assert [layer.name for layer in net.network.layers] == [layer.name for layer in LAYERS]
    assert net.predict(X).tolist() == np.argmax(EXPECTED["sequential"], axis=1).tolist()


@pytest.mark.parametrize("kind", ["half", "bfloat16"])
@pytest.mark.parametrize("suffix", ["pt", "safetensors"])
def test_short_floats_become_float32(kind, suffix):
    net = noron.from_torch(FIXTURES / f"{kind}.{suffix}", activation="tanh")
    assert agrees(net, kind)
    assert net.network.theta.dtype == np.float32


def test_float64_stays_float64():
    net = noron.from_torch(state(m0=linear(3, 2)))
    assert net.network.theta.dtype == np.float64


def test_it_trains_on_and_is_saved(tmp_path):
    net = noron.from_torch(FIXTURES / "sequential.pt", layers=LAYERS, classes=["a", "b", "c"])
    assert set(net.predict(X)) <= {"a", "b", "c"}
    before = net.network.theta.copy()
    net.train(X, ["a", "b", "c", "a", "b"], epochs=1, learning_rate=0.01)
    assert not np.array_equal(before, net.network.theta)
    net.save(tmp_path / "m.safetensors")
    again = noron.load(tmp_path / "m.safetensors")
    assert np.array_equal(again.predict_proba(X), net.predict_proba(X))


def test_definition_order_is_taken_and_another_can_be_given():
    with pytest.warns(DataWarning, match="in the order inputs, hidden, out"):
        net = noron.from_torch(FIXTURES / "named.pt", activation="tanh", loss="mse")
    assert agrees(net, "named")
    with pytest.warns(DataWarning), pytest.raises(ModelFileError, match="in another order"):
        noron.from_torch(FIXTURES / "named.safetensors", activation="tanh", loss="mse")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        net = noron.from_torch(
            FIXTURES / "named.safetensors", activation="tanh", loss="mse", order=NAMED
        )
    assert agrees(net, "named")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("0 2 4", "dense tanh dense tanh dense"),
        ("0 1 2", "dense tanh dense tanh dense"),  # a ModuleList, with functions between
        ("0 2 10", "dense tanh dense tanh dense"),
    ],
)
def test_the_activation_goes_between_dense_layers(names, expected):
    modules = {f"m{name}": linear(4, 4) for name in names.split()}
    net = noron.from_torch(state(**modules), activation="tanh")
    assert " ".join(layer.name for layer in net.network.layers) == expected


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((0, 1, 3), "dense layer_norm tanh dense"),
        ((0, 2, 3), "dense tanh layer_norm dense"),
        ((0, 1, 2), "dense layer_norm tanh dense"),
    ],
)
def test_the_activation_goes_where_a_number_is_left_out(places, expected):
    norm = {"weight": np.ones(4), "bias": np.zeros(4)}
    modules = zip(places, (linear(4, 4), norm, linear(4, 2)), strict=True)
    with pytest.warns(
        DataWarning, match=f"the state dict: {places[1]} may be LayerNorm or another"
    ):
        net = noron.from_torch(state(**{f"m{p}": m for p, m in modules}), activation="tanh")
    assert " ".join(layer.name for layer in net.network.layers) == expected


def test_two_gaps_are_not_guessed():
    norm = {"weight": np.ones(4), "bias": np.zeros(4)}
    weights = state(m0=linear(4, 4), m2=norm, m4=linear(4, 2))
    with pytest.raises(SettingError, match="at several places between 0, 2, 4"):
        noron.from_torch(weights, activation="tanh")


def test_residual_blocks_are_filled():
    inner = linear(3, 3, 1)
    layers = [Residual([Dense(3), Tanh()]), Dense(2)]
    net = noron.from_torch(state(m0=inner, m1=linear(3, 2)), layers=layers, loss="mse")
    x = np.random.default_rng(2).normal(size=(4, 3))
    h = x + np.tanh(x @ inner["weight"].T + inner["bias"])
    last = linear(3, 2)
    assert np.allclose(net.predict(x), h @ last["weight"].T + last["bias"])


def test_prefixes_of_wrappers_are_left_out():
    weights = {f"module._orig_mod.{n}": v for n, v in state(m0=linear(3, 2)).items()}
    assert noron.from_torch(weights).network.n_inputs == 3


REFUSED = [
    ({"layers": LAYERS[:-1]}, "layers has 2 Dense, but 'sequential.pt' has 3 (0, 4, 7)"),
    ({"layers": [*LAYERS, Dense(3)]}, "layers has 4 Dense"),
    ({"layers": [Dense(7), *LAYERS[1:]]}, "'0' of 'sequential.pt' is a dense layer of 6 units"),
    ({"layers": [*LAYERS[:4], Dense(5), *LAYERS[5:]]}, "5 units without bias"),
    ({"layers": [la for la in LAYERS if la.name != "batch_norm"]}, "0 BatchNorm, but"),
    ({}, "no activations: give activation='relu'"),
    ({"activation": "relu", "layers": LAYERS}, "not both"),
    ({"activation": "rleu"}, "unknown layer 'rleu'"),
    ({"activation": "relu", "order": ["0", "4"]}, "name each of them once"),
    ({"layers": LAYERS, "classes": ["a", "b"]}, "give 3 different labels"),
    ({"layers": LAYERS, "classes": ["a", "a", "b"]}, "give 3 different labels"),
    ({"layers": LAYERS, "loss": "mse", "classes": ["a"]}, "leave classes out"),
    ({"layers": LAYERS, "loss": "hinge"}, "unknown loss 'hinge'"),
]


@pytest.mark.parametrize(("given", "message"), REFUSED)
def test_settings_that_do_not_fit_are_refused(given, message):
    with pytest.raises(SettingError) as error:
        noron.from_torch(FIXTURES / "sequential.pt", **given)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ({"conv.weight": np.ones((2, 3, 3, 3))}, "the layer 'conv' has weight of the shapes"),
        ({"act.weight": np.ones(1)}, "the layer 'act'"),  # PReLU
        ({"rnn.weight_ih_l0": np.ones((2, 3))}, "'rnn.weight_ih_l0' is of no dense"),
        ({"fc.parametrizations.weight.original0": np.ones((2, 3))}, "is of no dense"),
        ({"0.weight": np.ones((2, 3), int)}, "noron takes Linear"),
        ({"0.weight": np.full((2, 3), np.nan)}, "'0' holds numbers that are not finite"),
        ({"0.weight": np.ones((2, 3)), "0.bias": np.ones(3)}, "arrays of the shapes"),
        ({}, "no dense layer"),
    ],
)
def test_other_layers_are_refused_by_name(weights, message):
    with pytest.raises(ModelFileError) as error:
        noron.from_torch(weights)
    assert message in str(error.value)


def test_one_output_needs_another_loss():
    with pytest.raises(SettingError, match="binary_cross_entropy"):
        noron.from_torch(state(m0=linear(3, 1)))
    net = noron.from_torch(state(m0=linear(3, 1)), loss="binary_cross_entropy", classes=[3, 5])
    assert set(net.predict(np.eye(3))) <= {3, 5}
