"""Bad input at every door of the library: our error, in one line, that says what to do instead.

Each row of a table holds what is given, a piece of the message that shows it again, and a piece
that names the way out. What is refused must also leave the network as it was.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scipy.sparse

import noron
from noron import (
    EarlyStopping,
    History,
    NeuralNetwork,
    ReduceOnPlateau,
    WarmUp,
    initializers,
    layers,
    losses,
    optimizers,
    regularizers,
    schedules,
)
from noron.core.errors import DataError, ModelFileError, NoronError, NotTrainedError, SettingError
from noron.training.callbacks import Progress
from noron.training.policies import Target

NAN, INF = float("nan"), float("inf")
ROWS = 12
X = np.random.default_rng(0).standard_normal((ROWS, 3))
Y = np.arange(ROWS) % 2
ONE_HOT = np.eye(2)[Y]
PETS = np.array(["cat", "dog"])[Y]
NUMBERS = X[:, 0] * 2


class Frame:
    """What a data frame is to NumPy."""

    def __init__(self, values: Any) -> None:
        self.values = np.asarray(values)

    def __array__(self, dtype: Any = None, copy: Any = None) -> np.ndarray:
        return self.values

    def __len__(self) -> int:
        return len(self.values)


def network(widths: tuple[int, ...] = (3, 4, 2), **settings: Any) -> NeuralNetwork:
    return NeuralNetwork(list(widths), seed=0, **settings)


def trained(y: Any = Y, widths: tuple[int, ...] = (3, 4, 2), **settings: Any) -> NeuralNetwork:
    net = network(widths, **settings)
    net.train(X, y, epochs=1, progress=False)
    return net


def lazy() -> NeuralNetwork:
    return NeuralNetwork([layers.Dense(2)])


def with_at(values: Any, place: Any, value: Any, dtype: Any = float) -> np.ndarray:
    values = np.array(values, dtype=dtype)
    values[place] = value
    return values


def refused(call: Callable[[], object], kind: type[NoronError], given: str, way_out: str) -> None:
    """The call raises exactly this error, in one short line that holds both pieces."""
    with pytest.raises(NoronError) as caught:
        call()
    message = str(caught.value)
    assert type(caught.value) is kind, message
    assert "\n" not in message
    assert len(message) < 300, message
    assert message.isprintable(), message
    assert given in message, message
    assert way_out in message, message


def ids(table: list[Any]) -> list[str]:
    return [f"{number}-{str(row[-2])[:40]}" for number, row in enumerate(table)]


# ---- making a network

LAYERS = [
    (None, "layers is None", "give a list, such as [784, 128, 10]"),
    (5, "layers is 5", "give a list"),
    (np.array(3), "layers is array(3)", "give a list"),
    ("784,10", "layers is '784,10'", "give a list"),
    ({"name": "dense"}, "layers is {'name': 'dense'}", "give a list"),
    ({3, 4}, "layers is {3, 4}", "give a list"),
    ([], "layers is empty", "give a list"),
    ((), "layers is empty", "give a list"),
    ([10], "layers is [10]", "at least the inputs and the outputs, [784, 10]"),
    (np.array([[3, 4]]), "layers is [array([3, 4])]", "at least the inputs and the outputs"),
    ([10, 0, 2], "layers[1] is 0", "at least 1"),
    ([0, 2], "layers[0] is 0", "at least 1"),
    ([10, 4, -2], "layers[2] is -2", "at least 1"),
    ([10, 2.5, 2], "layers[1] is 2.5", "give an integer"),
    ([10, 2.0], "layers[1] is 2.0", "give an integer"),
    ([True, True], "layers[0] is True", "give an integer"),
    ([NAN, 2], "layers[0] is nan", "give an integer"),
    ([None, 2], "layers[0] is None", "give an integer"),
    ([[3, 4], 2], "layers[0] is [3, 4]", "give an integer"),
    ([2**40, 10], "layers[0] is 1099511627776", "at most 2147483648"),
    ([10, 10**400, 2], "layers[1] is 1000", "at most 2147483648"),
    ([2, 2**31, 2], "4,294,967,296 numbers", "use fewer units"),
    ([3, 4, 1], "ends in 1 output", "loss='binary_cross_entropy'"),
    ([2, "relu", 3], "layers is [2, 'relu', 3]", "or layers only, [Dense(128), ReLU(), Dense(10)]"),
    ([2, layers.Dense(3)], "mixes widths and layers", "give widths only"),
    ([layers.Dense(2), 3], "mixes widths and layers", "give widths only"),
    ([layers.Dense(2), None], "mixes widths and layers", "layers only"),
    (["dense"], "'dense' needs units", "give Dense(units=…)"),
    ([layers.Dense], "'dense' needs units", "give Dense(units=…)"),
    ([{"name": "dense", "units": 0}], "units is 0", "at least 1"),
    ([{"name": "dense", "unit": 3}], "'unit'", "did you mean 'units'?"),
    ([{"units": 3}], "unknown layer None", "known are batch_norm, dense"),
    ([layers.Dense(2), "softmaxx"], "unknown layer 'softmaxx'", "did you mean 'softmax'"),
    ([layers.Dense(2), layers.Softmax()], "the layers end with Softmax()", "leave it out"),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), LAYERS, ids=ids(LAYERS))
def test_layers(given: Any, shows: str, way_out: str) -> None:
    refused(lambda: NeuralNetwork(given), SettingError, shows, way_out)


SETTINGS: list[tuple[dict[str, Any], str, str]] = [
    ({"activation": "rleu"}, "unknown activation 'rleu'", "did you mean 'relu'"),
    ({"activation": ""}, "unknown activation ''", "known are elu"),
    ({"activation": None}, "unknown activation None", "known are elu"),
    ({"activation": "dense"}, "unknown activation 'dense'", "known are elu"),
    ({"activation": "dropout"}, "unknown activation 'dropout'", "known are elu"),
    ({"activation": layers.Dense(2)}, "unknown activation Dense(", "known are elu"),
    ({"activation": layers.BatchNorm}, "unknown activation <class", "known are elu"),
    ({"activation": ["relu", "tanh"]}, "unknown activation ['relu', 'tanh']", "known are elu"),
    ({"activation": np.tanh}, "unknown activation <ufunc 'tanh'>", "known are elu"),
    ({"activation": {"name": "elu", "alpha": -1}}, "alpha is -1", "above 0"),
    ({"loss": "cross"}, "unknown loss 'cross'", "did you mean 'cross_entropy'"),
    ({"loss": "MSE"}, "unknown loss 'MSE'", "did you mean 'mse'"),
    ({"loss": None}, "unknown loss None", "known are binary_cross_entropy"),
    ({"loss": lambda scores, y: 0.0}, "unknown loss <function", "known are binary_cross_entropy"),
    ({"loss": layers.Dense(2)}, "unknown loss Dense(", "known are binary_cross_entropy"),
    ({"loss": {}}, "unknown loss None", "known are binary_cross_entropy"),
    ({"loss": {"name": ["mse"]}}, "unknown loss ['mse']", "known are binary_cross_entropy"),
    ({"loss": {"name": "huber", "delt": 1}}, "'delt'", "did you mean 'delta'?"),
    ({"loss": {"name": "huber", "delta": -1}}, "delta is -1", "above 0"),
    ({"seed": 1.5}, "seed is 1.5", "an integer of at least 0"),
    ({"seed": -1}, "seed is -1", "at least 0"),
    ({"seed": "42"}, "seed is '42'", "an integer"),
    ({"seed": True}, "seed is True", "an integer"),
    ({"seed": [1]}, "seed is [1]", "an integer"),
    ({"seed": np.random.default_rng(0)}, "seed is Generator(", "an integer"),
    ({"dtype": "float16"}, "unknown dtype 'float16'", "did you mean 'bfloat16' or 'float64'"),
    ({"dtype": "int"}, "unknown dtype 'int'", "known are bfloat16, float32, float64"),
    ({"dtype": np.float64}, "unknown dtype <class", "known are bfloat16, float32, float64"),
    ({"dtype": None}, "unknown dtype None", "known are bfloat16, float32, float64"),
    ({"initializer": "he"}, "unknown initializer 'he'", "known are glorot_normal"),
    ({"initializer": "he_norml"}, "unknown initializer 'he_norml'", "did you mean 'he_normal'"),
    ({"initializer": 0}, "unknown initializer 0", "known are glorot_normal"),
    ({"initializer": layers.Dense(1)}, "unknown initializer Dense(", "known are glorot_normal"),
    ({"regularizer": "l3"}, "unknown regularizer 'l3'", "did you mean 'l2' or 'l1'?"),
    ({"regularizer": 0.01}, "unknown regularizer 0.01", "known are elastic_net, l1, l2"),
    ({"regularizer": ["l2", 3]}, "unknown regularizer 3", "known are elastic_net, l1, l2"),
    ({"regularizer": {"l2": 0.1}}, "unknown regularizer None", "known are elastic_net"),
    ({"regularizer": {"name": "l2", "strength": -1}}, "strength is -1", "at least 0"),
    ({"n_inputs": 3}, "n_inputs is 3", "leave n_inputs out"),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), SETTINGS, ids=ids(SETTINGS))
def test_settings_of_a_network(given: dict[str, Any], shows: str, way_out: str) -> None:
    refused(lambda: NeuralNetwork([3, 4, 2], **given), SettingError, shows, way_out)


FULL_FORM: list[tuple[list[Any], dict[str, Any], str, str]] = [
    ([layers.Dense(2)], {"n_inputs": 0}, "n_inputs is 0", "at least 1"),
    ([layers.Dense(2)], {"n_inputs": 2.5}, "n_inputs is 2.5", "an integer"),
    ([layers.Dense(2)], {"n_inputs": "3"}, "n_inputs is '3'", "an integer"),
    ([layers.Dense(2)], {"n_inputs": 2**40}, "n_inputs is 1099511627776", "at most"),
    ([layers.Dense(2)], {"n_inputs": 2**31}, "4,294,967,296 numbers", "use fewer units"),
    ([layers.Dense(1)], {"n_inputs": 2}, "ends in 1 output", "one unit for each class"),
    ([layers.ReLU()], {"n_inputs": 3}, "(relu)", "give at least one Dense"),
    ([layers.Dropout(0.5)], {"n_inputs": 3}, "(dropout)", "give at least one Dense"),
    (
        [layers.Dense(2), layers.Sigmoid()],
        {"n_inputs": 3, "loss": "binary_cross_entropy"},
        "the layers end with Sigmoid()",
        "leave it out",
    ),
    (
        [layers.Residual([layers.Dense(4)])],
        {"n_inputs": 3},
        "adds its input of width 3 to an output of width 4",
        "let its last Dense have 3 units",
    ),
]


@pytest.mark.parametrize(("given", "more", "shows", "way_out"), FULL_FORM, ids=ids(FULL_FORM))
def test_a_list_of_layers(given: list[Any], more: dict[str, Any], shows: str, way_out: str) -> None:
    refused(lambda: NeuralNetwork(given, **more), SettingError, shows, way_out)


# ---- the parts of a network, and of a training

PARTS: list[tuple[Callable[[], object], str, str]] = [
    (lambda: layers.Dense(0), "units is 0", "at least 1"),
    (lambda: layers.Dense("10"), "units is '10'", "an integer"),  # type: ignore[arg-type]
    (lambda: layers.Dense(2**40), "units is 1099511627776", "at most 2147483648"),
    (lambda: layers.Dense(2, bias=1), "bias is 1", "True or False"),  # type: ignore[arg-type]
    (lambda: layers.Dense(2, "hee_normal"), "'hee_normal'", "did you mean 'he_normal'"),
    (lambda: layers.Dropout(1), "rate is 1", "below 1"),
    (lambda: layers.Dropout(50), "rate is 50", "below 1"),
    (lambda: layers.Dropout(-0.1), "rate is -0.1", "at least 0"),
    (lambda: layers.Dropout(NAN), "rate is nan", "a finite number"),
    (lambda: layers.Dropout(10**400), "rate is 1000", "a finite number"),
    (lambda: layers.Dropout("0.5"), "rate is '0.5'", "number"),  # type: ignore[arg-type]
    (lambda: layers.BatchNorm(momentum=1), "momentum is 1", "below 1"),
    (lambda: layers.BatchNorm(epsilon=0), "epsilon is 0", "above 0"),
    (lambda: layers.LayerNorm(epsilon=-1), "epsilon is -1", "above 0"),
    (lambda: layers.LeakyReLU(INF), "slope is inf", "at most 1"),
    (lambda: layers.ELU(-1), "alpha is -1", "above 0"),
    (lambda: layers.Residual([]), "Residual needs", "such as [Dense(64), ReLU()]"),
    (lambda: layers.Residual(5), "Residual needs", "a list of layers"),  # type: ignore[arg-type]
    (lambda: layers.Residual(layers.Dense(3)), "Residual needs", "a list"),  # type: ignore[arg-type]
    (lambda: layers.Residual([3]), "unknown layer 3", "known are"),  # type: ignore[list-item]
    (lambda: losses.Huber(0), "delta is 0", "above 0"),
    (lambda: losses.Huber("x"), "delta is 'x'", "a finite number"),  # type: ignore[arg-type]
    (lambda: losses.Quantile(0), "q is 0", "above 0 and below 1"),
    (lambda: losses.Quantile(1), "q is 1", "above 0 and below 1"),
    (lambda: losses.Quantile(NAN), "q is nan", "above 0 and below 1"),
    (lambda: losses.CrossEntropy(label_smoothing=1), "label_smoothing is 1", "below 1"),
    (lambda: losses.CrossEntropy(-0.1), "label_smoothing is -0.1", "at least 0"),
    (lambda: losses.CrossEntropy(0, ()), "class_weight is ()", "a positive number for each class"),
    (lambda: losses.CrossEntropy(0, (1, -1)), "class_weight is (1, -1)", "a positive number"),
    (lambda: losses.CrossEntropy(0, (0, 1)), "class_weight is (0, 1)", "a positive number"),
    (lambda: losses.CrossEntropy(0, (1, INF)), "class_weight is (1, inf)", "a positive number"),
    (lambda: losses.CrossEntropy(0, "balanced"), "is 'balanced'", "such as (1, 5)"),  # type: ignore[arg-type]
    (lambda: losses.CrossEntropy(0, "12"), "is '12'", "such as (1, 5)"),  # type: ignore[arg-type]
    (lambda: losses.CrossEntropy(0, {1: 2.0, 2: 5.0}), "is {1: 2.0", "in the order"),  # type: ignore[arg-type]
    (lambda: losses.CrossEntropy(0, 3), "class_weight is 3", "such as (1, 5)"),  # type: ignore[arg-type]
    (lambda: losses.BinaryCrossEntropy(0, (1, 2, 3)), "(1.0, 2.0, 3.0)", "give two weights"),
    (lambda: losses.Focal(gamma=-1), "gamma is -1", "at least 0"),
    (lambda: regularizers.L2(-1), "strength is -1", "at least 0"),
    (lambda: regularizers.L1(NAN), "strength is nan", "a finite number"),
    (lambda: regularizers.MaxNorm(0), "limit is 0", "above 0"),
    (lambda: regularizers.ElasticNet(l1=-1), "l1 is -1", "at least 0"),
    (lambda: initializers.Initializer.make("zero"), "'zero'", "did you mean 'zeros'"),
    (lambda: optimizers.Adam(beta1=1), "beta1 is 1", "below 1"),
    (lambda: optimizers.AdamW(weight_decay=-1), "weight_decay is -1", "at least 0"),
    (lambda: optimizers.ClipNorm("adam", 0), "limit is 0", "above 0"),  # type: ignore[arg-type]
    (lambda: optimizers.ClipNorm("lbfgs"), "optimizer is 'lbfgs'", "leave out clip_norm"),  # type: ignore[arg-type]
    (lambda: optimizers.ClipNorm("adamm"), "'adamm'", "did you mean 'adam'"),  # type: ignore[arg-type]
    (lambda: optimizers.EMA("adam", 1), "decay is 1", "below 1"),  # type: ignore[arg-type]
    (lambda: optimizers.LBFGS(history=0), "history is 0", "at least 1"),
    (lambda: schedules.Constant(0), "learning_rate is 0", "above 0"),
    (lambda: schedules.Cosine(-1), "learning_rate is -1", "above 0"),
    (lambda: schedules.OneCycle(0.1, warm_up=1), "warm_up is 1", "below 1"),
    (lambda: schedules.WarmUp("x"), "learning_rate is 'x'", "or a schedule"),  # type: ignore[arg-type]
    (lambda: schedules.WarmUp(0.1, epochs=0), "epochs is 0", "above 0"),  # type: ignore[arg-type]
    (lambda: schedules.StepDecay(0.1, every=0), "every is 0", "at least 1"),
    (lambda: schedules.ReduceOnPlateau(0.1, factor=1), "factor is 1", "below 1"),
    (lambda: EarlyStopping(patience=0), "patience is 0", "at least 1"),
    (lambda: EarlyStopping(patience=2.5), "patience is 2.5", "an integer"),  # type: ignore[arg-type]
    (lambda: EarlyStopping(None), "monitor is None", "such as 'loss'"),  # type: ignore[arg-type]
    (lambda: EarlyStopping(""), "monitor is ''", "such as 'loss'"),
    (lambda: EarlyStopping(min_delta=-1), "min_delta is -1", "at least 0"),
    (lambda: EarlyStopping(mode="minimum"), "'minimum'", "did you mean 'min'"),
    (lambda: EarlyStopping(restore_best="yes"), "is 'yes'", "True or False"),  # type: ignore[arg-type]
    (lambda: Target("loss", NAN), "value is nan", "a finite number"),
    (lambda: Target(0.9, 0.9), "monitor is 0.9", "such as 'loss'"),  # type: ignore[arg-type]
    (lambda: Progress("stderr"), "stream is 'stderr'", "an open text file"),
]


@pytest.mark.parametrize(("call", "shows", "way_out"), PARTS, ids=ids(PARTS))
def test_parts(call: Callable[[], object], shows: str, way_out: str) -> None:
    refused(call, SettingError, shows, way_out)


# ---- X, at every door

DOORS: dict[str, Callable[[NeuralNetwork, Any], object]] = {
    "train": lambda net, bad: net.train(bad, Y, epochs=1, progress=False),
    "train with a share": lambda net, bad: net.train(bad, Y, epochs=1, validation=0.5),
    "validation": lambda net, bad: net.train(X, Y, epochs=1, validation=(bad, Y)),
    "backward": lambda net, bad: net.backward(bad, Y),
    "forward": lambda net, bad: net.forward(bad),
    "predict": lambda net, bad: net.predict(bad),
    "predict_proba": lambda net, bad: net.predict_proba(bad),
    "evaluate": lambda net, bad: net.evaluate(bad, Y),
    "accuracy": lambda net, bad: net.accuracy(bad, Y),
    "cross_entropy_loss": lambda net, bad: net.cross_entropy_loss(bad, Y),
    "trace": lambda net, bad: net.trace(bad),
    "gradcheck": lambda net, bad: net.gradcheck(bad, Y),
}

BAD_X = [
    ("data.csv", " is 'data.csv'", "noron.data.read_table reads files"),
    (7, " is 7", "a table of numbers is needed"),
    ({"a": [1.0]}, " is {'a': [1.0]}", "a table of numbers is needed"),
    ({1.0, 2.0}, "2.0}", "a table of numbers is needed"),
    ((row for row in X), "<generator object", "a table of numbers is needed"),
    ([], " has the shape (0,)", "np.reshape("),
    (X[0], " has the shape (3,)", "(1, -1)) makes one row of it"),
    (X[None], " has the shape (1, 12, 3)", ".reshape(len("),
    (X[:0], " has the shape (0, 3) and is empty", "one row for each example"),
    (X[:, :0], " has the shape (12, 0) and is empty", "one column for each input"),
    (X[:, :2], " has 2 columns, but 3 are expected", "give one for each input of the network"),
    (X.T, " has 12 columns, but 3 are expected", "give one for each input of the network"),
    ([[1, 2, 3], [1, 2]], "row 1 has 2 values, row 0 has 3", "give every row the same length"),
    (with_at(X, (3, 1), NAN), " has nan in row 3, column 1", "fill it in or drop the row"),
    (with_at(X, (5, 2), INF), " has inf in row 5, column 2", "fill it in or drop the row"),
    (with_at(X, (0, 0), -INF), " has -inf in row 0, column 0", "fill it in or drop the row"),
    (Frame(with_at(X, (3, 1), NAN)), " has nan in row 3, column 1", "fill it in"),
    (with_at(X, (3, 1), "red", object), " has 'red' in row 3, column 1", "turn it into numbers"),
    (with_at(X, (3, 1), None, object), " has None in row 3, column 1", "turn it into numbers"),
    (X.astype(str), " in row 0, column 0", "noron needs numbers"),
    (X.astype(complex), " is complex", ".real"),
    (X.astype("datetime64[s]"), " holds datetime64[s]", "noron needs numbers"),
    (np.ma.masked_array(X, X > 1), " has masked entries", ".filled("),
    (with_at(X, (4, 2), 1e300), " has 1e+300 in row 4, column 2", "dtype='float64'"),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), BAD_X, ids=ids(BAD_X))
@pytest.mark.parametrize("door", DOORS)
def test_x_at_every_door(door: str, given: Any, shows: str, way_out: str) -> None:
    net = network()
    before = net.network.theta.copy()
    refused(lambda: DOORS[door](net, given), DataError, shows, way_out)
    np.testing.assert_array_equal(net.network.theta, before)


@pytest.mark.parametrize("door", ["forward", "trace", "gradcheck"])
@pytest.mark.parametrize(
    ("given", "shows", "way_out"),
    [
        (scipy.sparse.csr_matrix(X), "X is a sparse matrix", "give X.toarray()"),
        (noron.data.SparseRows.of(scipy.sparse.csr_matrix(X)), "X is SparseRows", "give X[:]"),
    ],
)
def test_what_shows_every_value_takes_no_compact_rows(
    door: str, given: Any, shows: str, way_out: str
) -> None:
    refused(lambda: DOORS[door](network(), given), DataError, shows, way_out)


# ---- y

CLASSES = [
    (None, "y is None", "give one entry for each row"),
    (3, "y is 3", "give one entry for each row"),
    (Y[:5], "X has 12 rows but y has 5", "give one y for each row of X"),
    (Y[None], "X has 12 rows but y has 1", "give one y for each row of X"),
    (ONE_HOT.T, "X has 12 rows but y has 2", "give one y for each row of X"),
    ((i % 2 for i in range(ROWS)), "y is <generator", "give one entry for each row"),
    ("01" * 6, "y is '010101010101'", "give one label"),
    (dict.fromkeys(range(ROWS), 1), "y is {0: 1, 1: 1", "give one label"),
    (set(range(ROWS)), "y is {0, 1, 2", "give one label"),
    (Y[:, None], "y has the shape (12, 1)", "which y.ravel() makes"),
    (np.zeros((ROWS, 2, 2)), "y has the shape (12, 2, 2)", "give (rows,) or (rows, outputs)"),
    ([[0], [1, 2]] * 6, "row 1 has 2 values", "give every row the same length"),
    (np.eye(3)[np.arange(ROWS) % 3], "one-hot for 3 classes", "end it with 3 units"),
    (ONE_HOT * 2, "row 0 of y is [2.0, 0.0]", "add up to 1"),
    (ONE_HOT * 0, "row 0 of y is [0.0, 0.0]", "add up to 1"),
    (with_at(ONE_HOT, 7, 0.4), "row 7 of y is [0.4, 0.4]", "add up to 1"),
    (ONE_HOT * 3 - 1, "row 0 of y is [2.0, -1.0]", "none negative"),
    (with_at(ONE_HOT, (3, 0), NAN), "y is nan in row 3, column 0", "remove that row or fill it in"),
    (with_at(Y, 2, INF), "y is inf in row 2", "remove that row or fill it in"),
    (NUMBERS, "which is no class label", "use loss='mse' and one output"),
    (Y + 0.5, "y holds 0.5", "for classes, give integers or strings"),
    (np.arange(ROWS), "y has 12 classes ([0, 1, 2", "end the network with 12 units"),
    (["a", "b", "c"] * 4, "y has 3 classes (['a', 'b', 'c'])", "end the network with 3 units"),
    (["a"] * ROWS, "y has one class only, 'a'", "give rows of at least two classes"),
    (Y * 0 + 7, "y has one class only, 7", "give rows of at least two classes"),
    (["a", 1] * 6, "y mixes values of type int, str", "all strings or all numbers"),
    (["a", None] * 6, "y mixes values of type NoneType, str", "all strings or all numbers"),
    ([None] * ROWS, "y holds values of type NoneType", "all strings or all numbers"),
    (np.array(["a", 1.5] * 6, object), "y mixes values of type float, str", "all strings"),
    (np.array([[], [1]] * 6, object), "y holds values of type list", "all numbers"),
    ([10**30, 5] * 6, "y holds 1000000000000000000000000000", "give such labels as strings"),
    ([b"a", b"b"] * 6, "y has the type |S1", "y.astype(str)"),
    ([["a", "b"]] * ROWS, "y holds 'a'", "in the shape (rows,)"),
    (Y.astype(complex), "y has the type complex128", "give numbers, strings or booleans"),
    (Y.astype("datetime64[D]"), "y has the type datetime64[D]", "give numbers, strings"),
    (scipy.sparse.csr_matrix(ONE_HOT), "y is a sparse matrix", "give y.toarray()"),
    (np.ma.masked_array(Y, Y == 1), "y has masked entries", "fill them in"),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), CLASSES, ids=ids(CLASSES))
def test_classes(given: Any, shows: str, way_out: str) -> None:
    net = network()
    before = net.network.theta.copy()
    refused(lambda: net.train(X, given, epochs=1, progress=False), DataError, shows, way_out)
    assert not net.trained
    np.testing.assert_array_equal(net.network.theta, before)
    assert net.train(X, PETS, epochs=1, progress=False).rows  # nothing of the failure is left


TARGETS: list[tuple[str, int, Any, str, str]] = [
    ("mse", 1, PETS, "y holds 'cat'", "numbers are needed"),
    ("mse", 1, ONE_HOT, "y has 2 columns", "give y the shape (rows, 1)"),
    ("mse", 2, NUMBERS, "the network 2 outputs", "give y the shape (rows, 2)"),
    ("mse", 1, with_at(NUMBERS, 2, NAN), "y is nan in row 2", "remove that row or fill it in"),
    ("mse", 1, with_at(NUMBERS, 2, 1e300), "y has 1e+300 in row 2", "dtype='float64'"),
    ("poisson", 1, Y - 1, "y holds -1", "use loss='mse'"),
    ("binary_cross_entropy", 1, NUMBERS, "no class label", "use loss='mse'"),
    ("binary_cross_entropy", 1, np.arange(ROWS) % 3, "([0, 1, 2])", "loss='cross_entropy'"),
    ("binary_cross_entropy", 1, Y * 0 + 5, "one class only, 5", "at least two classes"),
    ("binary_cross_entropy", 2, ONE_HOT * 2, "y has 2 in row 0, column 0", "0 or 1 in each column"),
    ("binary_cross_entropy", 2, Y, "the network 2 outputs", "give y the shape (rows, 2)"),
    ("binary_cross_entropy", 1, ONE_HOT, "y has 2 columns", "give y the shape (rows, 1)"),
    ("binary_cross_entropy", 2, PETS, "y holds 'cat'", "loss='cross_entropy'"),
    ("focal", 2, NUMBERS, "no class label", "use loss='mse'"),
]


@pytest.mark.parametrize(("loss", "outputs", "given", "shows", "way_out"), TARGETS)
def test_targets_of_other_losses(
    loss: str, outputs: int, given: Any, shows: str, way_out: str
) -> None:
    net = network((3, 4, outputs), loss=loss)
    refused(lambda: net.train(X, given, epochs=1, progress=False), DataError, shows, way_out)
    assert not net.trained


# ---- train

TRAIN: list[tuple[dict[str, Any], type[NoronError], str, str]] = [
    ({"epochs": 0}, SettingError, "epochs is 0", "at least 1"),
    ({"epochs": -1}, SettingError, "epochs is -1", "at least 1"),
    ({"epochs": 2.5}, SettingError, "epochs is 2.5", "an integer"),
    ({"epochs": "ten"}, SettingError, "epochs is 'ten'", "an integer"),
    ({"epochs": "3"}, SettingError, "epochs is '3'", "an integer"),
    ({"epochs": True}, SettingError, "epochs is True", "an integer"),
    ({"batch_size": 0}, SettingError, "batch_size is 0", "at least 1"),
    ({"batch_size": -5}, SettingError, "batch_size is -5", "at least 1"),
    ({"batch_size": 1.5}, SettingError, "batch_size is 1.5", "an integer"),
    ({"batch_size": None}, SettingError, "batch_size is None", "an integer"),
    ({"learning_rate": 0}, SettingError, "learning_rate is 0", "above 0"),
    ({"learning_rate": -0.1}, SettingError, "learning_rate is -0.1", "above 0"),
    ({"learning_rate": NAN}, SettingError, "learning_rate is nan", "a finite number"),
    ({"learning_rate": INF}, SettingError, "learning_rate is inf", "a finite number"),
    ({"learning_rate": 10**400}, SettingError, "learning_rate is 1000", "a finite number"),
    ({"learning_rate": "0.1"}, SettingError, "learning_rate is '0.1'", "such as Cosine(0.1)"),
    ({"learning_rate": [0.1]}, SettingError, "learning_rate is [0.1]", "such as 0.01"),
    ({"learning_rate": True}, SettingError, "learning_rate is True", "such as 0.01"),
    ({"learning_rate": schedules.Cosine}, SettingError, "<class", "such as Cosine(0.1)"),
    ({"learning_rate": {"name": "cosin"}}, SettingError, "'cosin'", "did you mean 'cosine'?"),
    ({"learning_rate": {"name": "cosine"}}, SettingError, "needs learning_rate", "give Cosine("),
    ({"optimizer": "adm"}, SettingError, "unknown optimizer 'adm'", "did you mean 'adam'"),
    ({"optimizer": None}, SettingError, "unknown optimizer None", "known are"),
    ({"optimizer": layers.Dense(3)}, SettingError, "unknown optimizer Dense(", "known are"),
    ({"optimizer": {"name": "adam", "lr": 1}}, SettingError, "'lr'", "known are beta1"),
    ({"optimizer": {"name": "adam", "beta1": 2}}, SettingError, "beta1 is 2", "below 1"),
    ({"validation": 0}, SettingError, "validation is 0", "above 0 and below 1"),
    ({"validation": 1.0}, SettingError, "validation is 1.0", "above 0 and below 1"),
    ({"validation": -0.1}, SettingError, "validation is -0.1", "above 0 and below 1"),
    ({"validation": 2}, SettingError, "validation is 2", "above 0 and below 1"),
    ({"validation": NAN}, SettingError, "validation is nan", "above 0 and below 1"),
    ({"validation": "0.1"}, SettingError, "validation is '0.1'", "or (X_val, y_val)"),
    ({"validation": True}, SettingError, "validation is True", "or (X_val, y_val)"),
    ({"validation": X}, SettingError, "validation is array(", "or (X_val, y_val)"),
    ({"validation": {"X": X}}, SettingError, "validation is {'X'", "or (X_val, y_val)"),
    ({"validation": (X,)}, SettingError, "validation has 1 parts", "give (X_val, y_val)"),
    ({"validation": ()}, SettingError, "validation has 0 parts", "give (X_val, y_val)"),
    ({"validation": (X, Y, None, 3)}, SettingError, "has 4 parts", "give (X_val, y_val)"),
    ({"validation": (X, Y[:3])}, DataError, "validation: X has 12 rows", "one y for each row"),
    (
        {"validation": (X, Y + 5)},
        DataError,
        "validation: y holds the label 5",
        "classes are [0, 1]",
    ),
    ({"validation": (X, PETS)}, DataError, "validation: y holds the label 'cat'", "are [0, 1]"),
    ({"validation": (X, ONE_HOT * 2)}, DataError, "validation: row 0 of y", "add up to 1"),
    ({"validation": (X, None)}, DataError, "validation: y is None", "one entry for each row"),
    ({"validation": (X, Y, np.ones(3))}, DataError, "the shape (3,)", "shape (12,)"),
    ({"validation": (X, Y, -np.ones(12))}, DataError, "has -1 in row 0", "at least 0"),
    ({"sample_weight": np.ones(3)}, DataError, "has the shape (3,)", "shape (12,)"),
    ({"sample_weight": np.ones((12, 1))}, DataError, "has the shape (12, 1)", "shape (12,)"),
    ({"sample_weight": -np.ones(12)}, DataError, "has -1 in row 0", "finite and at least 0"),
    ({"sample_weight": np.zeros(12)}, DataError, "is 0 in every row", "a weight above 0"),
    ({"sample_weight": with_at(Y, 2, NAN)}, DataError, "has nan in row 2", "finite"),
    ({"sample_weight": with_at(Y, 2, 1e300)}, DataError, "has 1e+300 in row 2", "float64"),
    ({"sample_weight": "balanced"}, DataError, "is 'balanced'", "one number for each of the 12"),
    ({"sample_weight": {0: 1}}, DataError, "is {0: 1}", "one number for each of the 12 rows"),
    ({"sample_weight": [None] * 12}, DataError, "holds object", "one number for each"),
    ({"sample_weight": 3}, DataError, "has the shape ()", "one number for each row"),
    ({"callbacks": None}, SettingError, "callbacks is None", "give a list"),
    ({"callbacks": "early"}, SettingError, "callbacks is 'early'", "[EarlyStopping()]"),
    ({"callbacks": EarlyStopping()}, SettingError, "callbacks is Early", "[EarlyStopping()]"),
    ({"callbacks": (c for c in ())}, SettingError, "callbacks is <generator", "give a list"),
    ({"callbacks": [None]}, SettingError, "callbacks holds None", "give functions"),
    ({"callbacks": ["early_stopping"]}, SettingError, "'early_stopping'", "[EarlyStopping()]"),
    ({"callbacks": [EarlyStopping]}, SettingError, "callbacks holds <class", "[EarlyStopping()]"),
    ({"metrics": [len]}, SettingError, "metrics", "give validation="),
    ({"metrics": "f1", "validation": 0.5}, SettingError, "metrics is 'f1'", "give a list"),
    ({"metrics": ["f1"], "validation": 0.5}, SettingError, "metrics holds 'f1'", "functions"),
    ({"metrics": None, "validation": 0.5}, SettingError, "metrics is None", "give a list"),
    ({"metrics": [max, max], "validation": 0.5}, SettingError, "has 'max'", "another one"),
    ({"shuffle": 1}, SettingError, "shuffle is 1", "True or False"),
    ({"shuffle": "no"}, SettingError, "shuffle is 'no'", "True or False"),
    ({"progress": "yes"}, SettingError, "progress is 'yes'", "True or False"),
]


@pytest.mark.parametrize(("given", "kind", "shows", "way_out"), TRAIN, ids=ids(TRAIN))
def test_train(given: dict[str, Any], kind: type[NoronError], shows: str, way_out: str) -> None:
    net = network()
    before = net.network.theta.copy()
    refused(lambda: net.train(X, Y, **({"epochs": 1} | given)), kind, shows, way_out)
    np.testing.assert_array_equal(net.network.theta, before)


WATCHED = [
    ({"learning_rate": ReduceOnPlateau(0.1)}, "'val_loss' is not", "such as validation=0.1"),
    ({"learning_rate": WarmUp(ReduceOnPlateau(0.1))}, "'val_loss' is not", "validation=0.1"),
    ({"callbacks": [EarlyStopping()]}, "'val_loss' is not recorded", "such as validation=0.1"),
    ({"callbacks": [Target("val_accuracy", 0.9)]}, "'val_accuracy' is not", "give validation="),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), WATCHED, ids=ids(WATCHED))
def test_watching_validation_rows_that_are_not_there(
    given: dict[str, Any], shows: str, way_out: str
) -> None:
    net = network()
    before = net.network.theta.copy()
    refused(lambda: net.train(X, Y, **given), SettingError, shows, way_out)
    np.testing.assert_array_equal(net.network.theta, before)
    assert not net.trained


WHILE_TRAINING: list[tuple[dict[str, Any], str, str]] = [
    ({"callbacks": [EarlyStopping("acuracy")]}, "'acuracy'", "did you mean 'accuracy'?"),
    ({"callbacks": [Target("lost", 0.9)]}, "'lost'", "did you mean 'loss'?"),
    ({"metrics": [lambda y, p: "x"], "validation": 0.5}, "gave 'x'", "let it return one number"),
    ({"metrics": [lambda y, p: [1, 2]], "validation": 0.5}, "gave [1, 2]", "return one number"),
    ({"metrics": [lambda y, p: None], "validation": 0.5}, "gave None", "return one number"),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), WHILE_TRAINING, ids=ids(WHILE_TRAINING))
def test_what_only_the_first_epoch_can_tell(
    given: dict[str, Any], shows: str, way_out: str
) -> None:
    net = network()
    refused(lambda: net.train(X, Y, **({"epochs": 2} | given)), SettingError, shows, way_out)
    assert np.isfinite(net.network.theta).all()
    net.train(X, Y, epochs=1, progress=False)  # it can be used on


def test_one_row_cannot_be_held_out() -> None:
    refused(
        lambda: network().train(X[:1], Y[:1], validation=0.5), DataError, "1 row", "give at least 2"
    )


def test_a_class_weight_for_each_output() -> None:
    net = network(loss=losses.CrossEntropy(class_weight=(1, 2, 3)))
    refused(lambda: net.train(X, Y), SettingError, "3 numbers for 2 classes", "one for each")


# ---- other verbs

BIRD = with_at(PETS, 7, "bird", object)  # its row has that number also when half are held out

REGRESSION: dict[str, Any] = {"y": NUMBERS, "widths": (3, 4, 1), "loss": "mse"}
BINARY: dict[str, Any] = {"widths": (3, 4, 1), "loss": "binary_cross_entropy"}

VERBS: list[tuple[Callable[[], object], type[NoronError], str, str]] = [
    (lambda: lazy().predict(X), NotTrainedError, "width of its inputs", "or give n_inputs="),
    (lambda: lazy().predict_proba(X), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().forward(X), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().trace(X), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().evaluate(X, Y), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().accuracy(X, Y), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().gradcheck(X, Y), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().summary(), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().weights, NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().biases, NotTrainedError, "width of its inputs", "train it first"),
    (lambda: lazy().save("x"), NotTrainedError, "width of its inputs", "train it first"),
    (lambda: network().activations, NotTrainedError, "nothing to show", "call forward(X)"),
    (lambda: network().z_values, NotTrainedError, "nothing to show", "call forward(X)"),
    (lambda: network().backward(X, Y, 0), SettingError, "learning_rate is 0", "above 0"),
    (lambda: network().backward(X, Y, -1), SettingError, "learning_rate is -1", "above 0"),
    (lambda: network().backward(X, Y, NAN), SettingError, "is nan", "a finite number"),
    (lambda: network().backward(X, Y, "a"), SettingError, "is 'a'", "a finite number"),  # type: ignore[arg-type]
    (lambda: network().backward(X, Y[:3]), DataError, "y has 3", "one y for each row"),
    (lambda: network().backward(X, ONE_HOT * 3), DataError, "row 0 of y", "add up to 1"),
    (lambda: trained().backward(X, Y + 3), DataError, "label 3 in row 0", "classes are [0, 1]"),
    (lambda: trained(PETS).backward(X, Y), DataError, "the label 0", "['cat', 'dog']"),
    (lambda: trained().evaluate(X, Y + 1), DataError, "label 2 in row 1", "[0, 1]"),
    (lambda: trained().evaluate(X, PETS), DataError, "label 'cat'", "[0, 1]"),
    (lambda: trained().evaluate(X, None), DataError, "y is None", "one entry for each row"),
    (lambda: trained().evaluate(X, Y, np.ones(2)), DataError, "shape (2,)", "shape (12,)"),
    (lambda: trained().evaluate(X, Y, -Y), DataError, "has -1 in row 1", "at least 0"),
    (lambda: trained(PETS).accuracy(X, ["dog"]), DataError, "y has 1", "one y for each row"),
    (lambda: trained(PETS).accuracy(X, ["bird"] * 12), DataError, "'bird'", "['cat', 'dog']"),
    (lambda: trained(PETS).train(X, ["bird", "cat"] * 6), DataError, "'bird'", "['cat', 'dog']"),
    (lambda: trained(PETS).train(X, BIRD, validation=0.5), DataError, "in row 7", "['cat', 'dog']"),
    (lambda: trained(PETS).train(X, Y), DataError, "the label 0", "['cat', 'dog']"),
    (lambda: trained().train(X, PETS), DataError, "the label 'cat'", "[0, 1]"),
    (lambda: trained().train(X[:, :2], Y), DataError, "X has 2 columns", "3 are expected"),
    (lambda: trained(**REGRESSION).accuracy(X, X), SettingError, "'mse'", "use evaluate(X, y)"),
    (
        lambda: trained(**REGRESSION).cross_entropy_loss(X, X),
        SettingError,
        "'mse'",
        "use evaluate(X, y)",
    ),
    (lambda: trained(**REGRESSION).evaluate(X, PETS), DataError, "'cat'", "numbers are needed"),
    (lambda: trained(**REGRESSION).evaluate(X, X), DataError, "3 columns", "(rows, 1)"),
    (lambda: trained(**BINARY).evaluate(X, Y * 2), DataError, "label 2 in row 1", "[0, 1]"),
    (lambda: network().gradcheck(X), DataError, "y is None", "one entry for each row"),
    (lambda: network().gradcheck(X, Y[:3]), DataError, "y has 3", "one y for each row"),
    (lambda: network().gradcheck(X, Y, seed=-1), SettingError, "seed is -1", "at least 0"),
    (lambda: network().gradcheck(X, Y, most=0), SettingError, "most is 0", "at least 1"),
    (lambda: network().gradcheck(X, Y, most=1.5), SettingError, "most is 1.5", "an integer"),
    (lambda: network().gradcheck(X, Y, tolerance=0), SettingError, "tolerance is 0", "above 0"),
    (lambda: network().gradcheck(X, Y, tolerance=NAN), SettingError, "is nan", "a finite number"),
    (lambda: network().gradcheck(X, Y, engine="fast"), SettingError, "'fast'", "give an Engine"),
    (lambda: History().best("loss"), DataError, "the history is empty", "no epoch was finished"),
    (lambda: History([{"loss": 1.0}])["lss"], SettingError, "'lss'", "did you mean 'loss'?"),
    (lambda: History([{"loss": 1.0}]).best(), SettingError, "'val_loss'", "did you mean 'loss'?"),
]


@pytest.mark.parametrize(("call", "kind", "shows", "way_out"), VERBS, ids=ids(VERBS))
def test_verbs(
    call: Callable[[], object], kind: type[NoronError], shows: str, way_out: str
) -> None:
    refused(call, kind, shows, way_out)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_a_step_from_weights_that_have_blown_up() -> None:
    net = network((3, 4, 1), loss="mse")
    net.network.theta[:] = 1e30
    before = net.network.theta.copy()
    refused(
        lambda: net.backward(X, NUMBERS, 0.1),
        SettingError,
        "the loss is not finite",
        "use a smaller learning rate",
    )
    np.testing.assert_array_equal(net.network.theta, before)


# ---- writing weights

W0, W1 = np.ones((3, 4)), np.ones((4, 2))
WEIGHTS: list[tuple[Any, str, str]] = [
    (None, "None was given for 2 dense layers", "a list of 2 arrays"),
    (3, "3 was given", "a list of 2 arrays"),
    ([], "[] was given", "a list of 2 arrays"),
    ([W0], "was given for 2 dense layers", "a list of 2 arrays"),
    ([W0, None], "the array is None", "the shape (4, 2)"),
    ([W0, W1.T], "the shape is (2, 4)", "must be (4, 2)"),
    (np.ones((2, 3)), "the shape is (3,)", "must be (3, 4)"),
    ([W0, W1 * NAN], "the array is array([[nan", "give finite real numbers"),
    ([W0, W1 * INF], "the array is array([[inf", "give finite real numbers"),
    ([W0, W1 * 1j], "the array is array([[0.+1.j", "give finite real numbers"),
    ([W0, W1.astype(str)], "the array is array([['1.0'", "give finite real numbers"),
    ([W0, W1.astype(object)], "the array is array([[1.0", "give finite real numbers"),
    ([W0, [[1, 2], [3]]], "row 1 has 1 value, row 0 has 2", "the same length"),
    ([W0, with_at(W1, (3, 1), 1e300)], "has 1e+300 in row 3, column 1", "dtype='float64'"),
    ([W0, scipy.sparse.csr_matrix(W1)], "is a sparse matrix", ".toarray()"),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), WEIGHTS, ids=ids(WEIGHTS))
def test_weights_are_written_whole_or_not_at_all(given: Any, shows: str, way_out: str) -> None:
    net = network()
    before = net.network.theta.copy()
    refused(lambda: setattr(net, "weights", given), DataError, shows, way_out)
    np.testing.assert_array_equal(net.network.theta, before)


BIASES: list[tuple[Any, str, str]] = [
    ([np.ones(4), np.ones(2)], "the shape is (4,)", "must be (1, 4)"),
    ([np.ones((1, 4))], "was given for 2 dense layers", "a list of 2 arrays"),
]


@pytest.mark.parametrize(("given", "shows", "way_out"), BIASES, ids=ids(BIASES))
def test_biases(given: Any, shows: str, way_out: str) -> None:
    refused(lambda: setattr(network(), "biases", given), DataError, shows, way_out)


ONE_ARRAY: list[tuple[Any, Any, str, str]] = [
    (0, np.ones(3), "the shape is (3,)", "must be (3, 4)"),
    (0, "ones", "the array is 'ones'", "the shape (3, 4)"),
    (1, W1 * NAN, "the array is array([[nan", "give finite real numbers"),
    (slice(0, 2), [W0, W1], "slice(0, 2, None) is a slice", "one array at a time"),
]


@pytest.mark.parametrize(("index", "given", "shows", "way_out"), ONE_ARRAY, ids=ids(ONE_ARRAY))
def test_one_array(index: Any, given: Any, shows: str, way_out: str) -> None:
    views = network().weights
    refused(lambda: views.__setitem__(index, given), DataError, shows, way_out)


# ---- files

PATHS: list[tuple[Any, str]] = [
    (None, "path is None"),
    (3, "path is 3"),
    (b"model", "path is b'model'"),
    ("a\0b", "path is 'a\\x00b'"),
]


@pytest.mark.parametrize(("path", "shows"), PATHS, ids=str)
@pytest.mark.parametrize("verb", ["save", "load"])
def test_what_is_no_path(verb: str, path: Any, shows: str) -> None:
    call = network().save if verb == "save" else noron.load
    refused(lambda: call(path), DataError, shows, "give the name of a file")


def test_places_where_nothing_can_be_saved(tmp_path: Path) -> None:
    net = trained()
    (tmp_path / "file").write_text("x")
    for path, shows, way_out in [
        (tmp_path, "is a folder", "give the name of a file in it"),
        (tmp_path / "file" / "model", "cannot be written", "give a file in a folder of your own"),
        (tmp_path / ("x" * 300), "File name too long", "give a file in a folder of your own"),
    ]:
        refused(lambda path=path: net.save(path), DataError, shows, way_out)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


MODEL_FILES: list[tuple[Callable[[bytes], bytes], str, str]] = [
    (lambda whole: b"", "is no model file", "net.save(path) wrote"),
    (lambda whole: b"{}", "is no model file", "net.save(path) wrote"),
    (lambda whole: b"x,y\n1,2\n" * 9, "is no model file", "net.save(path) wrote"),
    (lambda whole: b"\x80\x04K\x01.", "is no model file", "net.save(path) wrote"),
    (lambda whole: whole[:-4], "is no model file", "net.save(path) wrote"),
    (lambda whole: whole[:100], "is no model file", "net.save(path) wrote"),
    (lambda whole: whole + b"\0" * 8, "is no model file", "net.save(path) wrote"),
    (lambda whole: whole[:-1] + b"\x7f", "its hash differs", "take another copy"),
    (lambda whole: whole.replace(b"relu", b"tanh", 1), "its hash differs", "take another copy"),
    (lambda whole: whole.replace(b"noron", b"moron", 1), "no header of noron", "net.save(path)"),
    (
        lambda whole: whole.replace(rb"\"format\":1", rb"\"format\":9", 1),
        "is of format 9",
        "load it with the version that saved it",
    ),
    (
        lambda whole: whole.replace(rb"\"format\":1", rb"\"format\" 1", 1),
        "a damaged header",
        "save it again",
    ),
]


@pytest.mark.parametrize(("change", "shows", "way_out"), MODEL_FILES, ids=ids(MODEL_FILES))
def test_model_files(
    change: Callable[[bytes], bytes], shows: str, way_out: str, tmp_path: Path
) -> None:
    path = tmp_path / "model"
    trained().save(path)
    whole = path.read_bytes()
    changed = change(whole)
    assert changed != whole
    path.write_bytes(changed)
    refused(lambda: noron.load(path), ModelFileError, shows, way_out)
    assert path.read_bytes() == changed


def test_files_that_are_not_there(tmp_path: Path) -> None:
    for path, shows in [
        (tmp_path, "is no regular file"),
        (tmp_path / "model", "does not exist"),
        (Path("/dev/null"), "is no regular file"),
        ("", "is no regular file"),
        ("x" * 5000, "cannot be read (File name too long)"),
    ]:
        refused(lambda path=path: noron.load(path), ModelFileError, shows, "give a ")


def test_the_table_is_long_enough() -> None:
    plain = (LAYERS, SETTINGS, FULL_FORM, PARTS, CLASSES, TARGETS, TRAIN, WHILE_TRAINING, VERBS)
    cases = sum(map(len, (*plain, WEIGHTS, BIASES, ONE_ARRAY, PATHS, MODEL_FILES)))
    assert cases + len(DOORS) * len(BAD_X) >= 150
