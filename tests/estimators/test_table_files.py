"""A table estimator as a file: what comes back is what was saved, or one clear sentence."""

import numpy as np
import pytest
from sklearn.exceptions import NotFittedError

import noron
from noron.core.errors import DataWarning, ModelFileError, TrainingWarning
from noron.core.tensor_file import read_tensors, write_tensors
from noron.estimators import TableClassifier, TableRegressor, load

ROWS = 160


def a_table(seed: int = 0) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    days = rng.integers(0, 900, ROWS).astype("timedelta64[D]")
    size = rng.normal(5, 2, ROWS)
    size[::9] = np.nan
    return {
        "size": size,
        "street": rng.choice(list("abcdefghijklmnopqrst"), ROWS),
        "colour": rng.choice(["red", "green"], ROWS),
        "sold": np.datetime64("2020-01-01") + days,
        "new": rng.random(ROWS) > 0.5,
        "only": np.full(ROWS, "x"),
    }


TARGETS = {
    "text": (TableClassifier, lambda t: np.where(t["new"], "yes", "no")),
    "whole numbers": (TableClassifier, lambda t: np.where(t["colour"] == "red", 7, -1)),
    "true and false": (TableClassifier, lambda t: t["colour"] == "red"),
    "numbers": (TableRegressor, lambda t: np.nan_to_num(t["size"]) * 100),
}
QUICK = {"max_iter": 3, "n_members": 2, "random_state": 0}


@pytest.mark.parametrize("what", TARGETS)
def test_a_loaded_model_predicts_the_same_to_the_bit(what, tmp_path):
    kind, target = TARGETS[what]
    table = a_table()
    model = kind(activation="tanh", **QUICK).fit(table, target(table))
    model.save(tmp_path / "model.safetensors")
    again = load(tmp_path / "model.safetensors")
    assert type(again) is kind
    assert again.columns_ == model.columns_
    new = a_table(1)
    np.testing.assert_array_equal(again.predict(new), model.predict(new))
    assert again.predict(new).dtype == model.predict(new).dtype
    if kind is TableClassifier:
        np.testing.assert_array_equal(again.predict_proba(new), model.predict_proba(new))
    assert again.get_params()["max_iter"] == 3
    again.fit(table, target(table))  # and can be fitted again


def test_arrays_without_names_and_weights_of_classes_come_back_too(tmp_path):
    X = np.random.default_rng(0).normal(size=(ROWS, 3))
    y = np.where(X[:, 0] > 0, "a", "b")
    model = TableClassifier(class_weight={"a": 2.0, "b": 1.0}, **QUICK).fit(X, y)
    model.save(tmp_path / "model.safetensors")
    again = load(tmp_path / "model.safetensors")
    np.testing.assert_array_equal(again.predict_proba(X), model.predict_proba(X))
    assert again.class_weight == {"a": 2.0, "b": 1.0}


def test_each_kind_of_file_names_the_call_that_reads_it(tmp_path):
    table = a_table()
    TableRegressor(**QUICK).fit(table, np.arange(ROWS)).save(tmp_path / "table.safetensors")
    with pytest.raises(ModelFileError, match=r"noron\.estimators\.load"):
        noron.load(tmp_path / "table.safetensors")
    noron.NeuralNetwork([2, 3, 2]).save(tmp_path / "network.safetensors")
    with pytest.raises(ModelFileError, match=r"noron\.load"):
        load(tmp_path / "network.safetensors")


def test_a_model_that_was_not_fitted_is_not_saved(tmp_path):
    with pytest.raises(NotFittedError):
        TableClassifier().save(tmp_path / "model.safetensors")
    assert not any(tmp_path.iterdir())


def drop(key):
    return lambda table: table.pop(key)


def put(key, value):
    return lambda table: table.__setitem__(key, value)


@pytest.mark.parametrize(
    "damage",
    [
        *(drop(key) for key in ("name", "settings", "columns", "learnt", "lists", "members_")),
        put("name", "os.system"),
        put("members_", []),
        put("members_", [{}]),
        put("columns", {"members_": [{"name": "number"}]}),
        put("columns", {"members_": []}),
        put("columns", 3),
        put("learnt", {}),
        put("lists", {}),
        put("settings", {"hidden_layer_sizes": 3}),
    ],
)
def test_a_header_that_describes_no_model_is_refused_in_one_sentence(damage, tmp_path):
    table = a_table()
    path = tmp_path / "model.safetensors"
    TableClassifier(**QUICK).fit(table, TARGETS["text"][1](table)).save(path)
    header, tensors = read_tensors(path)
    header.pop("format")
    damage(header["table"])
    write_tensors(path, header, tensors)
    with pytest.raises(ModelFileError, match="train and save it again"):
        load(path)


def test_a_target_is_read_as_in_training_and_files_without_its_format_still_load(tmp_path):
    size = np.arange(1000, 1060)
    price = [f"{n // 1000}.{n % 1000:03},50 EUR" for n in size]
    with pytest.warns(DataWarning, match="with a decimal comma"):
        model = TableRegressor(**QUICK).fit({"size": size, "price": price}, "price")
    file, old = tmp_path / "model.safetensors", tmp_path / "old.safetensors"
    model.save(file)
    new = {"size": size, "price": [f"{n // 1000}.{n % 1000:03}" for n in size]}
    right = model.score({"size": size}, size.astype(float))
    assert load(file).score(new, "price") == model.score(new, "price") == pytest.approx(right)
    header, tensors = read_tensors(file)
    del header["table"]["target_format"]
    write_tensors(old, header, tensors)
    with pytest.warns(DataWarning, match=r"1\.000 is read as 1"):  # all that the new rows tell
        assert load(old).score(new, "price") < -1e3


def test_a_score_takes_the_name_of_the_target_and_leaves_empty_cells_out():
    table = a_table()
    table["grade"] = np.where(table["new"], "01", "1").astype(object)
    model = TableClassifier(**QUICK).fit(table, "grade")
    named = model.score(table, "grade")
    assert named == model.score({k: v for k, v in table.items() if k != "grade"}, table["grade"])
    table["grade"][0] = ""
    with pytest.warns(TrainingWarning, match="1 of 160 rows"):
        model.score(table, "grade")
