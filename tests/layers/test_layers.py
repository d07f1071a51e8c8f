"""Activations and layers against PyTorch's recorded values and SciPy; and what the papers promise.

That backward is the derivative of forward is shown in tools/test_gradcheck.
"""

import json
import math
from pathlib import Path

import numpy as np
import pytest
from scipy import special

import gradient_cases as cases
from noron.core.errors import SettingError
from noron.engines import Batch, ReferenceEngine, State
from noron.layers import (
    GELU,
    SELU,
    BatchNorm,
    Dense,
    Dropout,
    Elementwise,
    Embedding,
    Identity,
    Layer,
    LayerNorm,
    ReLU,
    Residual,
    Sigmoid,
    SiLU,
    Softmax,
    Softplus,
    Standardize,
    Tanh,
)
from noron.losses import CrossEntropy
from noron.network import Network
from noron.optimizers import SGD
from noron.regularizers import L2

TORCH = json.loads((Path(__file__).parents[1] / "oracles" / "torch_formulas.json").read_text())
ELEMENTWISE = [layer for layer in cases.examples(Layer) if isinstance(layer, Elementwise)]


def numbers_of(layer, n_inputs, dtype=np.float64, seed=0):
    """Random parameters, all of them positive so that any may be a variance."""
    rng = np.random.default_rng(seed)
    specs = layer.parameters(n_inputs)
    return tuple(rng.uniform(0.5, 1.5, spec.shape).astype(dtype) for spec in specs)


# -------------------------------------------------------------------------------- activations


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("case", TORCH["activations"]["cases"], ids=lambda case: str(case[0]))
def test_activations_are_pytorch_s(case, dtype):
    """From -10,000 to 10,000, with 1e-300, 0 and -0 among them: the same values and slopes."""
    settings, values, slopes = case
    points = np.array(TORCH["activations"]["z"])
    z = points.astype(dtype)
    tolerance = 2e-6 if dtype == np.float32 else 1e-14
    a, backward = Layer.make(settings).forward((), z[None])
    dz, none = backward(np.ones_like(a))
    assert (a.dtype, dz.dtype, none) == (dtype, dtype, ())
    np.testing.assert_allclose(a[0], values, rtol=tolerance, atol=tolerance)
    same = (z == 0) == (points == 0)  # 1e-300 is 0 in float32, and there ReLU has another slope
    assert same.sum() >= len(z) - 2
    np.testing.assert_allclose(dz[0][same], np.array(slopes)[same], rtol=tolerance, atol=tolerance)


def test_every_activation_of_ours_has_a_recorded_twin():
    recorded = {settings["name"] for settings, _, _ in TORCH["activations"]["cases"]}
    ours = {a.name for a in ELEMENTWISE if type(a).__module__.startswith("noron")}
    assert recorded == ours


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("layer", [*ELEMENTWISE, Softmax()], ids=repr)
def test_the_largest_numbers_give_no_warning_and_no_nan(layer, dtype):
    top = float(np.finfo(dtype).max) / 4
    z = np.array([[0.0, -0.0, 1e4, -1e4, 1e30, -1e30, top, -top, 1e-300]]).astype(dtype)
    a, backward = layer.forward((), z)
    dz, _ = backward(np.ones_like(z))
    assert np.isfinite(a).all()
    assert np.isfinite(dz).all()
    assert (a.dtype, a.shape, dz.dtype, dz.shape) == (dtype, z.shape, dtype, z.shape)


def test_tails_keep_their_relative_precision():
    """To the last bits, where 1 + erf, log(1 + exp) or 1 / (1 + exp) written plainly give 0."""
    z = np.linspace(-37, -1, 200)
    for activation, exact in [
        (GELU(), z * special.ndtr(z)),
        (Sigmoid(), special.expit(z)),
        (Softplus(), -special.log_expit(-z)),
        (SiLU(), z * special.expit(z)),
        (SELU(), 1.0507009873554805 * 1.6732632423543772 * np.expm1(z)),
    ]:
        np.testing.assert_allclose(activation.f(z), exact, rtol=1e-13)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_softmax_is_scipy_s_and_its_jacobian_is_its_derivative(dtype):
    rng = np.random.default_rng(0)
    z = np.vstack([rng.normal(size=(4, 5)), np.zeros(5), np.full(5, 1e4), [1e4, 0, -1e4, 9e3, 1]])
    z = z.astype(dtype)
    layer, g = Softmax(), rng.normal(size=z.shape).astype(dtype)
    p, backward = layer.forward((), z)
    dz, _ = backward(g)
    assert (p.dtype, dz.dtype) == (dtype, dtype)
    tolerance = 1e-6 if dtype == np.float32 else 1e-14
    np.testing.assert_allclose(p, special.softmax(z, axis=1), rtol=tolerance, atol=tolerance)
    by_jacobian = np.stack([layer.jacobian(row) @ gs for row, gs in zip(z, g, strict=True)])
    np.testing.assert_allclose(dz, by_jacobian, rtol=tolerance, atol=tolerance)
    np.testing.assert_allclose(layer.forward((), z[:4] + 100)[0], p[:4], rtol=50 * tolerance)


def test_selu_keeps_mean_0_and_variance_1():
    """The fixed point of Klambauer et al. (2017), which its two constants are made for."""
    a = SELU().f(np.random.default_rng(0).standard_normal(400_000))
    assert abs(a.mean()) < 0.01
    assert abs(a.var() - 1) < 0.01


# ------------------------------------------------------------------- layers, beside PyTorch's


@pytest.mark.parametrize("case", TORCH["layers"]["cases"], ids=lambda case: str(case[0]))
def test_normalizations_are_pytorch_s(case):
    """Three steps of training, the running statistics after them, and the prediction.

    PyTorch's momentum is the share of the new batch, ours of the old: 0.1 there is 0.9 here.
    """
    settings, first, steps, running, after = case
    layer = Layer.make(settings)
    specs = layer.parameters(3)
    params = tuple(spec.draw(np.random.default_rng(0)) for spec in specs)
    for p, value in zip(params, first, strict=False):
        p[:] = value
    slopes = np.array(TORCH["layers"]["slopes"])

    def follow(looks, rng):
        for x, y, dx, dparams in looks:
            found, backward = layer.forward(params, np.array(x), rng)
            np.testing.assert_allclose(found, y, rtol=1e-12, atol=1e-13)
            found_dx, found_dparams = backward(slopes)
            np.testing.assert_allclose(found_dx, dx, rtol=1e-11, atol=1e-13)
            np.testing.assert_allclose(found_dparams, dparams, rtol=1e-12, atol=1e-13)

    follow(steps, np.random.default_rng(0))
    for kept, value in zip(params[2:], running, strict=True):
        np.testing.assert_allclose(kept, value, rtol=1e-13)
    follow(after, None)


def test_a_whole_network_follows_pytorch_for_forty_steps():
    """Dense, batch norm, residual, layer norm, GELU, smoothing and L2 in one trajectory."""
    on_result = TORCH["network"]
    layers = [
        *(Dense(6), BatchNorm(), ReLU()),
        Residual([Dense(6), LayerNorm(), GELU()]),
        Dense(3),
    ]
    net = Network(layers, 4, rng=None, dtype=np.float64, regularizers=[L2(on_result["decay"])])
    net.theta[:] = np.concatenate([np.ravel(value) for value in on_result["first"]])
    net.buffers[6:] = 1  # the running variance
    data = Batch(np.array(on_result["x"]), np.array(on_result["y"]))
    state = State(net, CrossEntropy(label_smoothing=0.1), SGD(), np.random.default_rng(0))
    fit = ReferenceEngine().fit(state, data, 4)
    objectives = []
    for step in range(len(on_result["objectives"])):
        sums = fit.run(np.arange(4) + 4 * (step % 3), [on_result["rate"]])
        objectives.append((sums.loss + sums.penalty) / 4)
    np.testing.assert_allclose(objectives, on_result["objectives"], rtol=1e-11)
    last = np.concatenate([np.ravel(value) for value in on_result["last"]])
    np.testing.assert_allclose(net.theta, last, rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(net.buffers, np.ravel(on_result["running"]), rtol=1e-11)
    np.testing.assert_allclose(net.predict(data.x), on_result["scores"], rtol=1e-10)


# -------------------------------------------------------------------------- what each promises


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("rows", [1, 6])
@pytest.mark.parametrize("layer", cases.examples(Layer), ids=repr)
def test_every_layer_keeps_the_dtype_and_the_rows(layer, rows, dtype):
    x = np.random.default_rng(0).standard_normal((rows, 4)).astype(dtype)
    params = numbers_of(layer, 4, dtype)
    for rng in (None, np.random.default_rng(1)):
        before = x.copy()
        y, backward = layer.forward(params, x, rng)
        assert y.shape == (rows, layer.n_outputs(4))
        dx, dparams = backward(np.ones_like(y))
        learnt = [s for s in layer.parameters(4) if s.kind != "buffer"]
        assert [d.shape for d in (dx, *dparams)] == [x.shape, *(s.shape for s in learnt)]
        assert {y.dtype, dx.dtype, *(d.dtype for d in dparams)} == {np.dtype(dtype)}
        np.testing.assert_array_equal(x, before)  # the input is the caller's


@pytest.mark.parametrize("layer", cases.examples(Layer), ids=repr)
def test_a_prediction_does_not_depend_on_the_neighbours(layer):
    """Row by row the same as all together: in prediction, no statistics of the batch are used."""
    x = np.random.default_rng(0).standard_normal((6, 4))
    params = numbers_of(layer, 4)
    together = layer.forward(params, x)[0]
    alone = np.concatenate([layer.forward(params, row[None])[0] for row in x])
    np.testing.assert_allclose(alone, together, rtol=1e-13, atol=1e-15)


def test_batch_norm_in_training_has_mean_beta_and_variance_gamma_squared():
    layer, rng = BatchNorm(epsilon=1e-12), np.random.default_rng(0)
    params = numbers_of(layer, 3)
    gamma, beta, *running = params
    before = [r.copy() for r in running]
    y, _ = layer.forward(params, 5 + 3 * rng.standard_normal((50, 3)), rng)
    np.testing.assert_allclose(y.mean(axis=0), beta)
    np.testing.assert_allclose(y.var(axis=0), gamma**2)
    assert all((new != old).all() for new, old in zip(running, before, strict=True))
    after = [r.copy() for r in running]
    layer.forward(params, rng.standard_normal((50, 3)))  # a prediction moves nothing
    np.testing.assert_array_equal(running, after)


def test_batch_norm_s_running_statistics_become_those_of_the_data():
    layer, rng = BatchNorm(), np.random.default_rng(0)
    params = tuple(spec.draw(rng) for spec in layer.parameters(2))
    X = rng.standard_normal((400, 2)) * [0.1, 7] + [3, -5]
    for _ in range(300):
        layer.forward(params, X[rng.permutation(400)[:64]], rng)
    np.testing.assert_allclose(params[2], X.mean(axis=0), atol=0.6)
    np.testing.assert_allclose(params[3], X.var(axis=0), rtol=0.25)
    np.testing.assert_allclose(layer.forward(params, X)[0].var(axis=0), 1, rtol=0.3)


def test_batch_norm_of_one_row_gives_beta():
    layer = BatchNorm()
    params = numbers_of(layer, 3)
    y, backward = layer.forward(params, np.array([[1.0, 50, -3]]), np.random.default_rng(0))
    np.testing.assert_array_equal(y, params[1][None])
    np.testing.assert_array_equal(backward(np.ones((1, 3)))[0], np.zeros((1, 3)))
    assert np.isfinite(params[3]).all()


@pytest.mark.parametrize("layer", [BatchNorm(), LayerNorm()], ids=repr)
def test_equal_numbers_are_normalized_to_beta_and_not_to_nan(layer):
    params = numbers_of(layer, 3, np.float32)
    x = np.full((4, 3), 1e4, np.float32)
    y, _ = layer.forward(params, x, np.random.default_rng(0))
    np.testing.assert_allclose(y, np.tile(params[1], (4, 1)), atol=1e-6)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9])
def test_dropout_keeps_the_expectation_and_drops_its_share(rate):
    x = np.random.default_rng(0).uniform(1, 2, (20, 5))
    rng = np.random.default_rng(1)
    seen = np.stack([Dropout(rate).forward((), x, rng)[0] for _ in range(8000)])
    error = math.sqrt(rate / (1 - rate) / 8000)  # the standard error of a mean of x = 1
    assert np.abs(seen.mean(axis=0) / x - 1).max() < 4.5 * error
    assert abs((seen == 0).mean() - rate) < 0.003
    kept = seen != 0
    np.testing.assert_allclose(seen[kept], np.broadcast_to(x / (1 - rate), seen.shape)[kept])


def test_dropout_is_the_identity_at_rate_0_and_in_prediction():
    x, g = np.random.default_rng(0).standard_normal((2, 3, 4))
    for layer, rng in ((Dropout(0.0), np.random.default_rng(1)), (Dropout(0.7), None)):
        y, backward = layer.forward((), x, rng)
        np.testing.assert_array_equal(y, x)
        np.testing.assert_array_equal(backward(g)[0], g)


def test_dropout_draws_from_the_generator_it_is_given():
    x = np.ones((30, 30))
    one, same, other = (
        Dropout().forward((), x, np.random.default_rng(seed))[0] for seed in (0, 0, 1)
    )
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()


def test_standardize_learns_the_training_rows_and_only_centres_a_constant():
    rng = np.random.default_rng(0)
    X = np.column_stack([rng.normal(3, 2, 50), rng.normal(0, 1e-3, 50), np.full(50, 7.0)])
    layer = Standardize()
    params = tuple(spec.draw(rng) for spec in layer.parameters(3))
    np.testing.assert_array_equal(layer.forward(params, X)[0], X)  # until it has learnt
    Z = layer.learn_inputs(params, X)[:]
    np.testing.assert_allclose(Z.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(Z.std(axis=0), [1, 1, 0], atol=1e-12)
    np.testing.assert_array_equal(layer.forward(params, X[:1])[0], Z[:1])


def test_dense_without_a_bias_maps_zero_to_zero():
    layer = Dense(3, bias=False)
    assert [spec.name for spec in layer.parameters(4)] == ["W"]
    assert not layer.forward(numbers_of(layer, 4), np.zeros((2, 4)))[0].any()


def test_a_residual_block_of_zeros_is_the_identity():
    block = Residual([Dense(4, "zeros"), Tanh()])
    params = tuple(spec.draw(np.random.default_rng(0)) for spec in block.parameters(4))
    x = np.random.default_rng(0).standard_normal((3, 4))
    np.testing.assert_array_equal(block.forward(params, x)[0], x)
    assert Residual([Identity()]).forward((), x)[0] == pytest.approx(2 * x)


def test_buffers_of_a_residual_block_come_last_and_find_their_layers():
    block = Residual([BatchNorm(), Dense(3), BatchNorm()])
    kinds = [spec.kind for spec in block.parameters(3)]
    assert kinds == ["scale", "shift", "weight", "bias", "scale", "shift", *["buffer"] * 4]
    params = numbers_of(block, 3)
    x, rng = np.random.default_rng(0).standard_normal((8, 3)), np.random.default_rng(1)
    inner = [params[0:2] + params[6:8], params[2:4], params[4:6] + params[8:10]]
    inner = [tuple(p.copy() for p in of_layer) for of_layer in inner]
    y = x
    for layer, of_layer in zip(block.inner, inner, strict=True):
        y, _ = layer.forward(of_layer, y, rng)
    np.testing.assert_array_equal(block.forward(params, x, rng)[0], x + y)
    np.testing.assert_array_equal(params[6], inner[0][2])  # the first one's running mean moved
    np.testing.assert_array_equal(params[9], inner[2][3])


def test_a_residual_block_that_changes_the_width_is_refused():
    with pytest.raises(SettingError, match="let its last Dense have 4 units"):
        Residual([Dense(3)]).n_outputs(4)


@pytest.mark.parametrize("layer", cases.examples(Layer), ids=repr)
def test_settings_go_to_json_and_back(layer):
    assert Layer.make(json.loads(json.dumps(layer.settings()))) == layer


def test_one_row_alone_does_not_move_the_running_statistics():
    """The last batch of an epoch may be one row: it has no variance, and its mean says little."""
    layer = BatchNorm()
    params = tuple(spec.draw(np.random.default_rng(0)) for spec in layer.parameters(3))
    y, backward = layer.forward(params, np.array([[1.0, 2.0, 3.0]]), np.random.default_rng(0))
    np.testing.assert_array_equal(params[2], np.zeros(3))
    np.testing.assert_array_equal(params[3], np.ones(3))
    np.testing.assert_array_equal(y, np.zeros((1, 3)))
    np.testing.assert_array_equal(backward(np.ones((1, 3)))[0], np.zeros((1, 3)))


def test_an_embedding_is_a_one_hot_row_times_its_table():
    layer = Embedding([3, 5], [2, 4])
    params = tuple(spec.draw(np.random.default_rng(0)) for spec in layer.parameters(4))
    x = np.array([[0.5, -1.0, 2.0, 4.0], [7.0, 0.25, 0.0, 1.0], [1.0, 1.0, 2.0, 1.0]])
    hot = [np.eye(size)[x[:, 2 + j].astype(int)] for j, size in enumerate((3, 5))]
    y, backward = layer.forward(params, x)
    np.testing.assert_array_equal(
        y, np.concatenate([x[:, :2], hot[0] @ params[0], hot[1] @ params[1]], axis=1)
    )
    dy = np.random.default_rng(1).standard_normal(y.shape)
    dx, (dE0, dE1) = backward(dy)
    np.testing.assert_array_equal(dx, np.column_stack([dy[:, :2], np.zeros((3, 2))]))
    np.testing.assert_allclose(dE0, hot[0].T @ dy[:, 2:4], rtol=1e-14)
    np.testing.assert_allclose(dE1, hot[1].T @ dy[:, 4:], rtol=1e-14)


def test_a_code_outside_an_embeddings_table_takes_the_nearest_row():
    layer = Embedding([3], [2])
    params = tuple(spec.draw(np.random.default_rng(0)) for spec in layer.parameters(1))
    y, _ = layer.forward(params, np.array([[-1.0], [3.0], [900.0]]))
    np.testing.assert_array_equal(y, params[0][[0, 2, 2]])


@pytest.mark.parametrize(
    ("sizes", "widths", "says"),
    [
        (3, [2], "give a list"),
        ([], [], "give a list"),
        ([3], [2, 2], "1 sizes and 2 widths"),
        ([0], [2], "sizes of Embedding"),
        ([3], [1.5], "widths of Embedding"),
    ],
)
def test_an_embedding_says_what_its_tables_lack(sizes, widths, says):
    with pytest.raises(SettingError, match=says):
        Embedding(sizes, widths)


def test_an_embedding_needs_a_code_for_each_table():
    with pytest.raises(SettingError, match="2 tables, but only 1 inputs"):
        Embedding([3, 4], [2, 2]).n_outputs(1)
