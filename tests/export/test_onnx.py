"""ONNX: ONNX Runtime predicts what the model does, from rows of numbers and from raw columns."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from export.cases import inputs_of, networks, table, table_models
from noron import Dense, Embedding, NeuralNetwork, Residual
from noron.core.errors import MissingExtraError, SettingError
from noron.data.tables import as_frame
from noron.estimators import TableClassifier, TableRegressor
from noron.export.onnx import Onnx
from noron.export.onnx_graph import OPSET

onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

WITHIN = {"rtol": 1.3e-6, "atol": 1e-5}


def run(path: Path, feeds: dict[str, Any]) -> list[Any]:
    return onnxruntime.InferenceSession(path).run(None, feeds)


def test_random_networks_predict_the_same(tmp_path):
    path = tmp_path / "net.onnx"
    for net in networks():
        written = net.export(path)
        onnx.checker.check_model(onnx.load(path), full_check=True)
        x = inputs_of(net)
        results, own = run(path, {"X": x}), net.predict_proba(x)
        assert results[-1].dtype == own.dtype
        np.testing.assert_allclose(results[-1], own, **WITHIN)
        assert written.certificate.largest < 2e-4  # extremes in float32 cancel out
        if net.loss.task != "regression":
            sure = np.abs(own - 0.5).min(axis=1) > 1e-3
            labels = results[0]
            assert (labels == net.predict(x))[sure].all()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(
    ("layers", "n_inputs"),
    [
        ([Embedding([3, 4], [2, 2]), Dense(2)], 2),  # codes only
        ([Dense(1)], 1),
        (["batch_norm"], 2),
        ([Residual([Dense(2), Residual(["tanh"])]), "layer_norm"], 2),
    ],
    ids=["codes", "one number", "no dense layer", "blocks"],
)
def test_networks_at_the_edge(layers, n_inputs, dtype, tmp_path):
    net = NeuralNetwork(layers, loss="mse", n_inputs=n_inputs, dtype=dtype, seed=0)
    net.trained = True
    for to in ("onnx", "numpy"):
        assert net.export(tmp_path / "net", to).certificate.largest < 2e-5


@pytest.mark.parametrize(
    "labels",
    [["no", "yes", "có"], [3, 7, -1], [0.0, 2.0, 5.0], ["a", "b"], [False, True], [4, 2]],
    ids=str,
)
def test_labels_have_the_type_of_training(labels, tmp_path):
    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((60, 2)), np.array(labels)[np.arange(60) % len(labels)]
    losses = ("cross_entropy", "binary_cross_entropy")[: 4 - len(labels)]
    for loss in losses:
        net = NeuralNetwork([2, 8, 1 if loss.startswith("b") else len(labels)], loss=loss, seed=0)
        net.train(X, y, epochs=2, progress=False)
        net.export(tmp_path / "net.onnx")
        label, p = run(tmp_path / "net.onnx", {"X": X.astype(np.float32)})
        own = net.predict(X)
        assert label.dtype == (object if own.dtype.kind == "U" else own.dtype)
        assert label.tolist() == own.tolist()
        assert p.shape == net.predict_proba(X).shape


def test_several_questions_have_an_answer_each(tmp_path):
    rng = np.random.default_rng(0)
    X = rng.standard_normal((40, 3))
    net = NeuralNetwork([3, 4, 2], loss="binary_cross_entropy", seed=0)
    net.train(X, X[:, :2] > 0, epochs=3, progress=False)
    net.export(tmp_path / "net.onnx")
    label, _ = run(tmp_path / "net.onnx", {"X": X.astype(np.float32)})
    assert label.tolist() == net.predict(X).tolist()


# ------------------------------------------------------------------------------------- tables


def facts_of(path: Path) -> dict[str, str]:
    return {prop.key: prop.value for prop in onnx.load(path).metadata_props}


def feeds_of(path: Path, columns: dict[str, Any]) -> dict[str, Any]:
    """What somebody without noron would feed: text as text, dates as microseconds."""
    names = json.loads(facts_of(path)["columns"])
    types = {value.name: value.type for value in onnxruntime.InferenceSession(path).get_inputs()}
    feeds = {}
    for column, name in names.items():
        cells = np.asarray(columns[column])
        if types[name] == "tensor(string)":
            cells = np.array(["" if cell is None else str(cell) for cell in cells], object)
        elif types[name] == "tensor(int64)":
            cells = cells.astype("datetime64[us]").astype(np.int64)
        else:
            cells = cells.astype(np.float64)
        feeds[name] = cells[:, None]
    return feeds


def test_table_models_take_raw_columns(tmp_path):
    path = tmp_path / "table.onnx"
    for seed, model in enumerate(table_models()):
        written = model.export(path)
        onnx.checker.check_model(onnx.load(path), full_check=True)
        assert written.certificate.largest < 1e-6
        new = table(100, 50 + 2 * seed) | {"label": np.array(["unseen", "red", "", "7.0"] * 25)}
        feeds = feeds_of(path, new)
        assert {name.removesuffix("_2") for name in feeds} == set(new) - {"constant"}
        *labels, prediction = run(path, feeds)
        if labels:
            assert labels[0].tolist() == model.predict(new).tolist()
            np.testing.assert_allclose(prediction, model.predict_proba(new), atol=1e-6)
        else:
            np.testing.assert_allclose(prediction[:, 0], model.predict(new), rtol=1e-6)


def test_a_network_trained_on_a_table_takes_its_columns(tmp_path):
    from noron.experiments.datasets import DataSource, load_split

    rows = ["size,colour,ripe", *(f"{k},{'red' if k % 3 else 'blue'},{k % 2}" for k in range(80))]
    (tmp_path / "fruit.csv").write_text("\n".join(rows))
    split = load_split(DataSource(str(tmp_path / "fruit.csv"), "ripe"), 0).encoded()
    net = NeuralNetwork(["standardize", Dense(4), "relu", Dense(2)], seed=0)
    net.train(split.x, split.y, epochs=2, progress=False)
    net.encoding = split.encoding
    assert net.encoding is not None
    assert net.export(tmp_path / "net.onnx").certificate.largest < 1e-6
    feeds = {"size": np.array([[3.0], [np.nan]]), "colour": np.array([["red"], [""]], object)}
    _, p = run(tmp_path / "net.onnx", feeds)
    own = net.predict_proba({"size": [3.0, None], "colour": ["red", None]})
    np.testing.assert_allclose(p, own, atol=1e-6)


def test_every_day_has_its_place_in_the_calendar(tmp_path):
    days = np.arange("1800-01-01", "2210-01-01", dtype="datetime64[D]").astype("datetime64[us]")
    moments = days + np.arange(len(days)) * np.timedelta64(577_777_777, "us")
    y = np.random.default_rng(0).standard_normal(len(days))
    model = TableRegressor((8,), n_members=1, max_iter=1, blend=False, random_state=0)
    model.fit({"at": moments}, y)
    assert model.encoding_.encoders[0].cycles == ("year", "month", "week", "day")
    model.export(tmp_path / "dates.onnx")
    far = np.array(["-9999-02-28", "0000-02-29", "12024-12-31", "1582-10-10"], "datetime64[us]")
    for at in (moments, far):
        prediction = run(tmp_path / "dates.onnx", {"at": at.astype(np.int64)[:, None]})[0]
        np.testing.assert_allclose(prediction[:, 0], model.predict({"at": at}), rtol=1e-6)


def test_words_are_read_as_they_are_in_a_file(tmp_path):
    cells = ["7", "8", "x", None, "NA", "?"] * 20
    X = {"code": cells, "ok": ["yes", "no", "Yes", "NO", "", "n"] * 20}
    model = TableClassifier((4,), max_iter=2, n_members=1, random_state=0)
    model.fit(X, np.array(["a", "b", "c"])[np.arange(120) % 3])
    model.export(tmp_path / "words.onnx")
    new = {
        "code": ["7", "7.0", "8", "X", "", "na", "N/A", "None", "9"],
        "ok": ["yes", "YES", "True", "1", "0", "false", "Có", "", "-"],
    }
    feeds = {name: np.array(cells, object)[:, None] for name, cells in new.items()}
    _, p = run(tmp_path / "words.onnx", feeds)
    np.testing.assert_allclose(p, model.predict_proba(new), atol=1e-6)


def test_columns_without_names_are_numbered(tmp_path):
    rng = np.random.default_rng(0)
    X = rng.standard_normal((60, 2))
    model = TableClassifier((4,), max_iter=2, n_members=1, random_state=0)
    model.fit(X, rng.integers(0, 2, 60))
    assert model.export(tmp_path / "rows.onnx").certificate.largest < 1e-6
    feeds = {"x0": X[:, :1], "x1": X[:, 1:]}
    _, p = run(tmp_path / "rows.onnx", feeds)
    np.testing.assert_allclose(p, model.predict_proba(X), atol=1e-6)


def test_columns_may_have_any_name(tmp_path):
    rng = np.random.default_rng(0)
    names = ["label", "probabilities", "MatMul", "X", "", '"; --', "cột giá 💰", "W"]
    X = {name: rng.standard_normal(50) for name in names}
    model = TableClassifier((4,), max_iter=2, n_members=1, random_state=0)
    model.fit(X, rng.integers(0, 2, 50))
    assert model.export(tmp_path / "names.onnx").certificate.largest < 1e-6
    onnx.checker.check_model(onnx.load(tmp_path / "names.onnx"), full_check=True)
    assert list(json.loads(facts_of(tmp_path / "names.onnx")["columns"])) == names


# --------------------------------------------------------------------- the file, and its runners


def test_the_file_says_what_it_is(tmp_path):
    model = next(table_models(1))
    written = model.export(tmp_path / "table.onnx")
    made = onnx.load(tmp_path / "table.onnx")
    facts = facts_of(tmp_path / "table.onnx")
    assert (made.producer_name, made.opset_import[0].version) == ("noron", OPSET)
    assert facts["opset"] == str(OPSET)
    assert json.loads(facts["certificate"]) == written.certificate.settings()
    assert json.loads(facts["classes"]) == ["high", "low", "middle"]
    docs = {value.name: value.doc_string for value in made.graph.input}
    assert "microseconds since 1970" in docs["at"]
    assert "4 categories" in docs["label_2"]
    assert [value.name for value in made.graph.output] == ["label", "probabilities"]
    assert made.graph.input[0].type.tensor_type.shape.dim[0].dim_param == "N"


def test_the_same_model_gives_the_same_bytes(tmp_path):
    net = next(networks(1))
    files = [net.export(tmp_path / f"{k}.onnx").files[0].read_bytes() for k in range(2)]
    assert files[0] == files[1]


def test_without_the_runtime_the_reference_of_onnx_computes(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with np.errstate(all="ignore"):
        for net in networks(12):
            assert net.export(tmp_path / "net.onnx").certificate.largest < 2e-4
        for model in table_models(2):
            assert model.export(tmp_path / "table.onnx").certificate.largest < 1e-6


def test_a_model_beyond_two_gigabytes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("noron.export.onnx_graph.LARGEST", 100)
    with pytest.raises(SettingError, match="an ONNX file holds at most 2 GB"):
        next(networks(1)).export(tmp_path / "net.onnx")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_library_names_the_command(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'noron\[onnx\]'"):
        next(networks(1)).export(tmp_path / "net.onnx")
    assert list(tmp_path.iterdir()) == []


def test_the_certificate_sees_a_small_difference():
    """A file whose weights differ a little is noticed by the certificate."""
    from noron.estimators.table.exporting import _export_model_of
    from noron.export.certificate import certificate_of

    model = _export_model_of(next(table_models(1)))
    files = Onnx().files(model, "m", None)
    made = onnx.load_from_string(files[".onnx"])
    for tensor in made.graph.initializer:
        if tensor.name.startswith("b"):
            bias = onnx.numpy_helper.to_array(tensor)
            bias = bias + 1e-3 * np.arange(len(bias))
            tensor.CopyFrom(onnx.numpy_helper.from_array(bias, tensor.name))
    files = {".onnx": made.SerializeToString()}
    largest = certificate_of(model, lambda table: Onnx().run(files, model, as_frame(table))).largest
    assert largest is not None
    assert largest > 1e-5
