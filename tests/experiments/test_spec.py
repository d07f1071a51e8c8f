"""Recipes: there and back, what they are known by, what they refuse."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import noron
from noron.core.errors import DataError, SettingError
from noron.experiments.recipe_file import read_settings
from noron.experiments.run import Sources, execute, resolved
from noron.experiments.spec import FORMAT, RunSpec

RECIPES = st.fixed_dictionaries(
    {},
    optional={
        "data": st.sampled_from(["mnist", "moons", "a file.csv", 'odd "name".csv', "số.csv"]),
        "target": st.text(min_size=1, max_size=8).filter(lambda t: t.strip() and t[0] not in "{["),
        "drop": st.lists(st.sampled_from(["a", "b"]), max_size=2),
        "hidden": st.lists(st.integers(1, 2000), max_size=4),
        "activation": st.sampled_from(["relu", "tanh", {"name": "leaky_relu", "slope": 0.2}]),
        "dropout": st.floats(0, 0.9),
        "l2": st.floats(0, 10),
        "learning_rate": st.one_of(st.just("auto"), st.floats(1e-9, 1e9)),
        "optimizer": st.sampled_from(["sgd", "adam", {"name": "adam", "beta1": 0.8}]),
        "batch_size": st.integers(1, 9999),
        "epochs": st.integers(1, 10**6),
        "seed": st.integers(0, 2**40),
        "batch_norm": st.booleans(),
        "dtype": st.sampled_from(["float32", "float64"]),
    },
)  # fmt: skip


@given(RECIPES)
def test_toml_and_json_both_ways(settings):
    if str(settings.get("target", "")).strip().lower() == "none":
        return
    spec = RunSpec(**settings)
    for again in (
        RunSpec.from_toml(spec.to_toml()),
        RunSpec.from_json(spec.to_json()),
        RunSpec(**spec.content()),
    ):
        assert again == spec
        assert again.identity == spec.identity


def test_the_identity_is_of_the_content_alone():
    spec = RunSpec(epochs=3, hidden=[8], optimizer={"name": "adam"})
    assert spec.identity == RunSpec(hidden="8", optimizer="adam", epochs="3").identity
    assert spec.identity != RunSpec(epochs=4, hidden=[8], optimizer="adam").identity
    known = "0" * 64
    one, other = RunSpec(data="a.csv", data_hash=known), RunSpec(data="b/a.csv", data_hash=known)
    assert one.identity == other.identity  # the same rows, wherever the file lies


def test_a_recipe_is_frozen():
    with pytest.raises(ValueError, match="frozen"):
        RunSpec().epochs = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"epohs": 3}, "did you mean 'epochs'"),
        ({"format": FORMAT + 1}, "update noron"),
        ({"epochs": 2.5}, "epochs is 2.5: give an integer"),
        ({"epochs": True}, "epochs is True"),
        ({"epochs": "many"}, "epochs is 'many'"),
        ({"hidden": [8, "x"]}, "hidden is 'x'"),
        ({"hidden": {"a": 1}}, "give widths"),
        ({"learning_rate": [0.1]}, "learning_rate"),
        ({"learning_rate": "nan"}, "finite"),
        ({"dropout": 1}, "dropout is 1"),
        ({"optimizer": 3}, "optimizer: 3 has no name"),
        ({"optimizer": {"beta1": 0.8}}, "has no name"),
        ({"optimizer": {"name": "adam", "beta": 0.8}}, "unknown setting of 'adam' 'beta'"),
        ({"schedule": "cosin"}, "did you mean 'cosine'"),
        ({"schedule": "cosine", "learning_rate": "auto"}, "leave one of them out"),
        ({"schedule": {"name": "one_cycle", "peak": 1.0}, "learning_rate": 0.1}, "of its own"),
        ({"layers": ["relu"], "hidden": [3]}, "leave one of them out"),
        ({"layers": ["rleu"]}, "did you mean 'relu'"),
        ({"layers": 3}, "give widths as hidden"),
        ({"dtype": "float16"}, "dtype"),
        ({"engine": "cuda"}, "unknown engine"),
        ({"batch_norm": 1}, "neither true nor false"),
        ({"fold": 3, "folds": 2}, "fold from 1 to folds"),
        ({"fold": 1}, "give both or none"),
        ({"drop": 3}, "drop"),
        ({"regularizers": "{"}, "neither TOML nor JSON"),
        ({"optimizer": "[" * 5000}, "neither TOML nor JSON"),
    ],
)
def test_what_is_refused_says_why(settings, says):
    with pytest.raises(SettingError, match=says.replace("(", r"\(")) as caught:
        RunSpec(**settings)
    assert "\n" not in str(caught.value)


def test_texts_are_read_as_the_command_line_gives_them():
    spec = RunSpec(
        hidden="8, 4", epochs="3", l2="1e-4", batch_norm="yes", optimizer='{"name": "adam"}',
        layers="none", activation="{name = 'leaky_relu', slope = 0.3}", drop="a",
    )  # fmt: skip
    assert spec.hidden == (8, 4)
    assert (spec.epochs, spec.l2, spec.batch_norm) == (3, 1e-4, True)
    assert spec.optimizer == "adam"
    assert spec.layers is None
    assert spec.activation == {"name": "leaky_relu", "slope": 0.3}
    assert spec.drop == ("a",)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("r.yaml", "epochs: 3", "give a .toml or a .json file"),
        ("r.toml", "epochs = ", "is not TOML"),
        ("r.json", "[1, 2]", "give settings with names"),
        ("r.json", "{", "is not JSON"),
        ("r.json", "[" * 100_000, "nested too deep"),
        ("r.json", f'{{"layers": {"[" * 200 + "]" * 200}}}', "nested too deep"),
        ("r.toml", f"layers = {'[' * 200 + ']' * 200}", "nested too deep"),
        ("r.json", '{"optimizer": {"name": "adam", "name": "sgd"}}', "'name' is given twice"),
        ("r.toml", "epochs = 1\nepochs = 2", "is not TOML"),
        ("r.toml", "#" * 1_000_001, "for a recipe"),
    ],
)
def test_files_that_are_no_recipes(tmp_path, name, text, says):
    (tmp_path / name).write_text(text)
    with pytest.raises(SettingError, match=says):
        read_settings(tmp_path / name)
    with pytest.raises(SettingError, match="cannot be read"):
        read_settings(tmp_path / "gone.toml")


@pytest.mark.parametrize("name", ["r.toml", "r.json"])
def test_a_byte_order_mark_is_no_part_of_a_recipe(tmp_path, name):
    text = RunSpec(data="moons", epochs=2).to_toml() if name == "r.toml" else '{"epochs": 2}'
    (tmp_path / name).write_text(text, encoding="utf-8-sig")
    assert read_settings(tmp_path / name)["epochs"] == 2


@pytest.mark.parametrize(
    ("encoding", "says"),
    [
        ("utf-16", "is UTF-16 text: save it as UTF-8"),
        ("utf-16-le", "is UTF-16 text"),
        ("utf-16-be", "is UTF-16 text"),
        ("latin-1", "is not UTF-8 text in line 2: save it as UTF-8"),
    ],
)
def test_a_recipe_in_another_encoding_is_told_so(tmp_path, encoding, says):
    (tmp_path / "r.toml").write_text('data = "moons"\n# é', encoding=encoding)
    with pytest.raises(SettingError, match=says):
        read_settings(tmp_path / "r.toml")


def test_an_integer_too_long_to_print_is_one_line():
    for seed in (2**128, 10**5000, "9" * 5000):
        with pytest.raises(SettingError, match=r"seed is .{1,99}: give an integer of at least 0"):
            RunSpec(seed=seed)
    assert RunSpec(seed=2**128 - 1).seed == 2**128 - 1


def test_a_file_of_data_is_meant_from_the_folder_of_the_recipe(tmp_path):
    (tmp_path / "rows.csv").write_text("a,y\n1,2\n")
    (tmp_path / "r.toml").write_text('data = "rows.csv"\ntarget = "y"\n')
    assert read_settings(tmp_path / "r.toml")["data"] == str(tmp_path / "rows.csv")


def test_data_that_has_changed_is_refused(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("a,y\n" + "".join(f"{i},{i % 2}\n" for i in range(20)))
    spec = RunSpec(data=str(path), target="y", epochs=1, hidden=[2])
    pinned = resolved(spec, Sources().rows_of(spec))
    execute(pinned, Sources())
    path.write_text(path.read_text() + "20,0\n")
    with pytest.raises(noron.DataError, match="has changed: its SHA-256 is"):
        execute(pinned, Sources())


def test_a_file_is_read_once_for_all_its_splits(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("a,y\n" + "".join(f"{i},{i % 2}\n" for i in range(20)))
    spec = RunSpec(data=str(path), target="y", folds=2, fold=1)
    sources = Sources()
    first = sources.rows_of(spec)
    path.unlink()
    assert sources.rows_of(resolved(spec, first)) is first
    other = sources.rows_of(spec.but(fold=2))
    assert sorted([*first.train[0][:, 0], *other.train[0][:, 0]]) == sorted(first.split.x[:, 0])
    split = sources.rows_of(spec.but(split_seed=5)).split
    assert split.x_test.tolist() != first.split.x_test.tolist()


def test_layers_in_full_are_the_network():
    layers = ["standardize", {"name": "dense", "units": 5}, "tanh", {"name": "dense", "units": 2}]
    outcome = execute(RunSpec(data="moons", layers=layers, epochs=1), Sources())
    assert [layer.name for layer in outcome.net.architecture.layers] == [
        "standardize", "dense", "tanh", "dense",
    ]  # fmt: skip
    with pytest.raises(SettingError, match=r"make Dense\(2\) the last layer"):
        execute(RunSpec(data="moons", layers=layers[:2], epochs=1), Sources())


def test_every_row_is_held_out_in_one_fold():
    sources, seen = Sources(), []
    for fold in (1, 2, 3):
        rows = sources.rows_of(RunSpec(data="moons", folds=3, fold=fold))
        assert len(rows.train[0]) + len(rows.validation[0]) == 800
        seen += [tuple(row) for row in rows.validation[0]]
    assert len(set(seen)) == len(seen) == 800


def test_a_resolved_recipe_says_everything_and_stays():
    spec = RunSpec(data="moons", epochs=2, hidden=[4])
    whole = resolved(spec, Sources().rows_of(spec))
    assert (whole.loss, whole.learning_rate, whole.split_seed) == ("cross_entropy", 0.1, 0)
    assert resolved(whole, Sources().rows_of(whole)) == whole
    assert json.loads(whole.to_json())["data_hash"] == whole.data_hash
    one, other = execute(spec, Sources()), execute(whole, Sources())
    assert one.digest == other.digest


def test_rows_that_lack_a_class_are_refused_before_the_training() -> None:
    with pytest.raises(DataError, match=r"the \d training rows have no row of the classes"):
        Sources().rows_of(RunSpec(data="mnist", rows=10))


def test_a_toy_has_points_noise_and_classes():
    rows = Sources().rows_of(RunSpec(data="spirals", points=90, classes=3, noise=0, validation=0))
    assert len(rows.train[0]) == 72  # a fifth is kept for the test
    assert set(rows.train[1].tolist()) == {0, 1, 2}
    for wrong, why in (
        ({"data": "moons", "classes": 3}, "classes is for blobs and spirals"),
        ({"data": "mnist", "points": 90}, "points is for toy data sets, and 'mnist' is not one"),
        ({"data": "x.csv", "target": "y", "noise": 0.1}, "noise is for toy data sets"),
    ):
        with pytest.raises(SettingError, match=why):
            Sources().rows_of(RunSpec(**wrong))
