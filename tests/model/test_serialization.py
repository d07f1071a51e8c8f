"""Saved models: the same bits back, and never another model than the one that was saved."""

import copy
import json
import os
import threading
import tracemalloc
from dataclasses import dataclass

import numpy as np
import pytest
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from noron import (
    L2,
    BatchNorm,
    CrossEntropy,
    DataError,
    Dense,
    Dropout,
    Elementwise,
    Layer,
    LeakyReLU,
    MaxNorm,
    ModelFileError,
    NeuralNetwork,
    ReLU,
    Residual,
    SettingError,
    Standardize,
    load,
)
from noron.core import tensor_file
from noron.core.tensor_file import canonical, digest

X = np.random.default_rng(0).standard_normal((30, 3))
NUMBERS = np.random.default_rng(1).integers(3, size=30)

MODELS = {
    "tutorial": (lambda: NeuralNetwork([3, 5, 3], seed=1), NUMBERS),
    "float64, strings": (
        lambda: NeuralNetwork([3, 5, 3], "gelu", dtype="float64", seed=2),
        np.array(["ä", "b", '"c\n'])[NUMBERS],
    ),
    "everything": (
        lambda: NeuralNetwork(
            [
                Standardize(),
                Dense(6, "orthogonal"),
                BatchNorm(momentum=0.5),
                LeakyReLU(0.3),
                Residual([Dense(6), BatchNorm(), ReLU(), Dropout(0.1), Dense(6)]),
                Dense(3, bias=False),
            ],
            loss=CrossEntropy(label_smoothing=0.1, class_weight=(1, 2, 3)),
            regularizer=[L2(0.01), MaxNorm(2.0)],
            seed=3,
        ),
        NUMBERS - 7,
    ),
    "booleans": (
        lambda: NeuralNetwork([3, 4, 1], loss="binary_cross_entropy", seed=4),
        NUMBERS == 1,
    ),
    "many answers": (
        lambda: NeuralNetwork([3, 4, 3], loss="binary_cross_entropy", seed=5),
        np.eye(3)[NUMBERS],
    ),
    "numbers": (lambda: NeuralNetwork([3, 4, 1], loss="mse", seed=6), X[:, 0]),
    "columns of numbers": (lambda: NeuralNetwork([3, 4, 2], loss="huber", seed=7), X[:, :2]),
}


def trained(name):
    make, y = MODELS[name]
    net = make()
    net.train(X, y, epochs=3, learning_rate=0.01)
    return net


@pytest.fixture
def small(tmp_path):
    """The smallest file with a bit of everything in its header."""
    net = NeuralNetwork([Dense(1), BatchNorm(), Dense(2)], n_inputs=1, seed=1)
    net.feature_names, net.target_name = ("width",), "kind"
    path = tmp_path / "small.safetensors"
    net.save(path)
    return net, path


def taken_apart(path):
    """The header as data, and the tensors."""
    content = path.read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(json.loads(content[8 : 8 + length])["__metadata__"]["noron"])
    return header, load_tensors(content)


def put_together(path, header, tensors):
    """A file whose hash is right, whatever is in it."""
    header = {name: value for name, value in header.items() if name != "sha256"}
    whole = {"sha256": digest(header, tensors)} | header
    path.write_bytes(save_tensors(tensors, {"noron": canonical(whole)}))


def assert_same(one, two):
    assert one.network.theta.tobytes() == two.network.theta.tobytes()
    assert one.network.buffers.tobytes() == two.network.buffers.tobytes()
    assert one.architecture.settings() | {"n_inputs": None} == two.architecture.settings() | {
        "n_inputs": None
    }
    assert one.targets == two.targets
    for fact in ("seed", "trained", "feature_names", "target_name", "data_name"):
        assert getattr(one, fact) == getattr(two, fact), fact


# ---- there and back


@pytest.mark.parametrize("name", MODELS)
def test_a_loaded_model_predicts_the_same_bits(name, tmp_path):
    net = trained(name)
    net.feature_names, net.target_name, net.data_name = ("a", "b", "ć"), "y", "toys"
    net.save(tmp_path / "net.safetensors")
    again = load(tmp_path / "net.safetensors")
    assert_same(net, again)
    assert again.predict_proba(X).tobytes() == net.predict_proba(X).tobytes()
    assert again.predict(X).dtype == net.predict(X).dtype
    np.testing.assert_array_equal(again.predict(X), net.predict(X))
    assert again.evaluate(X, MODELS[name][1]) == net.evaluate(X, MODELS[name][1])
    assert again.summary() == net.summary()


@pytest.mark.parametrize("name", MODELS)
def test_the_same_model_is_the_same_file(name, tmp_path):
    one, two, third = (tmp_path / f"{i}.safetensors" for i in "123")
    trained(name).save(one)
    trained(name).save(two)
    load(one).save(third)
    assert one.read_bytes() == two.read_bytes() == third.read_bytes()


def test_any_safetensors_reader_sees_the_weights(tmp_path):
    net = trained("everything")
    net.save(tmp_path / "net.safetensors")
    tensors = load_tensors((tmp_path / "net.safetensors").read_bytes())
    np.testing.assert_array_equal(tensors["1.dense.W"], net.weights[0])
    assert sum(t.size for t in tensors.values()) == (
        net.network.theta.size + net.network.buffers.size
    )


def test_a_loaded_model_learns_on_as_a_fresh_one_does(tmp_path):
    net = NeuralNetwork([3, 5, 3], seed=1, regularizer=L2(0.1))
    net.save(tmp_path / "net.safetensors")
    again = load(tmp_path / "net.safetensors")
    assert not again.trained
    again.train(X, np.array(["a", "b", "c"])[NUMBERS], epochs=2)
    assert set(again.predict(X)) <= {"a", "b", "c"}
    again.save(tmp_path / "net.safetensors")
    assert load(tmp_path / "net.safetensors").trained


def test_folders_are_made_and_nothing_else_is_left(tmp_path):
    net = trained("tutorial")
    net.save(tmp_path / "a" / "b" / "net.safetensors")
    net.save(str(tmp_path / "a" / "b" / "net.safetensors"))
    assert os.listdir(tmp_path / "a" / "b") == ["net.safetensors"]
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "a" / "b" / "net.safetensors").stat().st_mode & 0o777 == 0o666 & ~mask


# ---- damaged


def load_or_refuse(path, net):
    """Refused with our error (0), or the very same model (1): never another one."""
    try:
        again = load(path)
    except ModelFileError:
        return 0
    assert_same(net, again)
    return 1


def test_every_truncation_is_refused(small):
    net, path = small
    content = path.read_bytes()
    for length in range(len(content)):
        path.write_bytes(content[:length])
        assert load_or_refuse(path, net) == 0, length
    path.write_bytes(content + b"\0")
    assert load_or_refuse(path, net) == 0


@pytest.mark.parametrize("change", ["^1", "^32", "^255", "9", '"'])
def test_every_byte_changed_is_refused_or_changes_nothing(small, change):
    net, path = small
    content = bytearray(path.read_bytes())
    harmless = 0
    for place, byte in enumerate(content):
        new = byte ^ int(change[1:]) if change[0] == "^" else ord(change)
        if new != byte:
            content[place] = new
            path.write_bytes(content)
            harmless += load_or_refuse(path, net)
            content[place] = byte
    assert harmless <= 8  # the blanks that safetensors fills its header up with


def test_a_number_that_a_slip_makes_infinite_is_refused(small):
    _, path = small
    changed = path.read_bytes().replace(b"1e-05", b"1e905")
    assert changed != path.read_bytes()
    path.write_bytes(changed)
    with pytest.raises(ModelFileError, match="damaged header"):
        load(path)


# ---- foreign, of another version, and meant to harm: all with a hash that is right


def test_a_foreign_safetensors_file_is_refused(tmp_path):
    path = tmp_path / "foreign.safetensors"
    for metadata in (None, {}, {"format": "pt"}, {"noron": "hello"}, {"noron": "[]"}):
        path.write_bytes(save_tensors({"W": np.eye(2)}, metadata))
        with pytest.raises(ModelFileError, match=r"no header of noron|damaged"):
            load(path)
    for content in (b"", b"hello", b"PK\3\4" + bytes(200), b"\x80\4K\1.", bytes(10**5)):
        path.write_bytes(content)
        with pytest.raises(ModelFileError):
            load(path)


@pytest.mark.parametrize("version", [0, 2, 10**9, "1", None, 1.5])
def test_another_format_is_named(small, version):
    _, path = small
    header, tensors = taken_apart(path)
    put_together(path, header | {"format": version}, tensors)
    with pytest.raises(ModelFileError, match=r"is of format .* reads 1: load it with the version"):
        load(path)


def nested(depth):
    layers = [{"name": "dense", "units": 1}]
    for _ in range(depth):
        layers = [{"name": "residual", "layers": layers}]
    return layers


def at(*way, value):
    def apply(header, tensors):
        for step in way[:-1]:
            header = header[step]
        if value is KeyError:
            del header[way[-1]]
        else:
            header[way[-1]] = value

    return apply


def tensor(name, value):
    def apply(header, tensors):
        if value is None:
            del tensors[name]
        else:
            tensors[name] = value

    return apply


def dense(units):
    return {"bias": True, "initializer": None, "name": "dense", "units": units}


BAD = {
    "unknown layer": at("recipe", "layers", 0, "name", value="convolution"),
    "an import": at("recipe", "layers", 0, "name", value="os.system"),
    "unknown loss": at("recipe", "loss", value={"name": "focus"}),
    "a loss's name only, of another task": at("recipe", "loss", value={"name": "mse"}),
    "unknown setting": at("recipe", "layers", 0, "colour", value="red"),
    "setting out of range": at("recipe", "layers", 1, "epsilon", value=-1),
    "unknown dtype": at("recipe", "dtype", value="object"),
    "the other dtype": at("recipe", "dtype", value="float64"),
    "no layers": at("recipe", "layers", value=[]),
    "layers that are none": at("recipe", "layers", value=[1, 2]),
    "layers as a text": at("recipe", "layers", value="dense"),
    "other units": at("recipe", "layers", 0, "units", value=2),
    "units of 0": at("recipe", "layers", 0, "units", value=0),
    "half a unit": at("recipe", "layers", 0, "units", value=1.5),
    "other inputs": at("recipe", "n_inputs", value=2),
    "no inputs": at("recipe", "n_inputs", value=None),
    "units without end": at("recipe", "layers", 0, "units", value=2**62),
    "many units, no tensors": at("recipe", "layers", 0, "units", value=2**29),
    "many wide layers": at("recipe", "layers", value=[dense(2**14)] * 100),
    "deep": at("recipe", "layers", value=nested(50)),
    "without end": at("recipe", "layers", value=nested(300)),
    "recipe is a list": at("recipe", value=[]),
    "recipe is nothing": at("recipe", value=None),
    "no recipe": at("recipe", value=KeyError),
    "no targets": at("targets", value=KeyError),
    "no facts": at("facts", value=KeyError),
    "fewer classes": at("targets", "classes", value=[0]),
    "more classes": at("targets", "classes", value=[0, 1, 2]),
    "no classes": at("targets", "classes", value=None),
    "equal classes": at("targets", "classes", value=[1, 1]),
    "mixed classes": at("targets", "classes", value=[1, "b"]),
    "classes of lists": at("targets", "classes", value=[[1], [2]]),
    "classes of nothing": at("targets", "classes", value=[None, None]),
    "another task": at("targets", "task", value="regression"),
    "an unknown task": at("targets", "task", value="guess"),
    "flat is a text": at("targets", "flat", value="yes"),
    "seed is negative": at("facts", "seed", value=-1),
    "seed is a text": at("facts", "seed", value="x"),
    "trained is a number": at("facts", "trained", value=3),
    "names are numbers": at("facts", "feature_names", value=[1, 2]),
    "names are a number": at("facts", "feature_names", value=5),
    "target is a list": at("facts", "target_name", value=["a"]),
    "data is an object": at("facts", "data_name", value={"a": 1}),
    "a tensor is missing": tensor("0.dense.b", None),
    "a tensor too many": tensor("9.dense.b", np.zeros(1, np.float32)),
    "a tensor of another shape": tensor("0.dense.b", np.zeros((1, 1), np.float32)),
    "a tensor of another type": tensor("0.dense.b", np.zeros(1, np.int32)),
    "a tensor too large for its type": tensor("0.dense.b", np.full(1, 1e300)),
    "a weight that is NaN": tensor("0.dense.W", np.full((1, 1), np.nan, np.float32)),
    "a weight that is infinite": tensor("0.dense.W", np.full((1, 1), -np.inf, np.float32)),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_describes_no_model_is_refused_at_once(small, name):
    _, path = small
    load(path)  # the schema is made once
    header, tensors = taken_apart(path)
    BAD[name](header, tensors)
    put_together(path, header, tensors)
    tracemalloc.start()
    try:
        with pytest.raises(ModelFileError) as refused:
            load(path)
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()
    assert "\n" not in str(refused.value)
    assert str(path) in str(refused.value)


def test_the_crafting_itself_is_no_fault(small):
    net, path = small
    put_together(path, *taken_apart(path))
    assert_same(net, load(path))


@pytest.mark.parametrize("depth", [400, 3000, 10**5])
def test_json_that_is_nested_without_end_is_refused(tmp_path, depth):
    path = tmp_path / "deep.safetensors"
    text = '{"format":1,"recipe":' + "[" * depth + "]" * depth + "}"
    path.write_bytes(save_tensors({}, {"noron": text}))
    with pytest.raises(ModelFileError):
        load(path)


def test_a_header_longer_than_any_of_ours_is_refused(tmp_path):
    path = tmp_path / "long.safetensors"
    path.write_bytes(save_tensors({}, {"noron": '{"format":1,"a":"' + "x" * 5 * 2**20 + '"}'}))
    with pytest.raises(ModelFileError, match="header of 5,242,"):
        load(path)


# ---- writing


def test_a_crash_while_writing_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "net.safetensors"
    old, new = NeuralNetwork([3, 5, 3], seed=1), NeuralNetwork([3, 5, 3], seed=2)
    old.save(path)

    def crash(*args, **options):
        raise KeyboardInterrupt

    for function in ("replace", "fsync", "chmod"):
        with monkeypatch.context() as patch:
            patch.setattr(os, function, crash)
            with pytest.raises(KeyboardInterrupt):
                new.save(path)
        assert os.listdir(tmp_path) == ["net.safetensors"]
        assert_same(old, load(path))
    new.save(path)
    assert_same(new, load(path))


def test_a_disk_that_is_full_is_an_error_of_ours_and_loses_nothing(tmp_path, monkeypatch):
    path = tmp_path / "net.safetensors"
    net = NeuralNetwork([3, 5, 3], seed=1)
    net.save(path)

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match=r"cannot be written.*No space left on device"):
        net.save(path)
    assert os.listdir(tmp_path) == ["net.safetensors"]
    assert_same(net, load(path))


# ---- writing beside a training


def test_what_changes_while_it_is_written_does_not_change_the_file(tmp_path, monkeypatch):
    tensors = {"W": np.zeros((3, 4), np.float32)}

    def hashed(header, copies):
        found = digest(header, copies)
        tensors["W"] += 1
        return found

    with monkeypatch.context() as patch:
        patch.setattr(tensor_file, "digest", hashed)
        tensor_file.write_tensors(tmp_path / "m.safetensors", {}, tensors)
    assert tensors["W"].all()
    assert not tensor_file.read_tensors(tmp_path / "m.safetensors")[1]["W"].any()


COPIES = {
    "saved": lambda net, path: (net.save(path), load(path))[1],
    "copied": lambda net, path: copy.deepcopy(net),
}


@pytest.mark.parametrize("kind", COPIES)
def test_a_model_is_kept_as_it_was_before_the_steps_that_are_being_taken(kind, tmp_path):
    net = NeuralNetwork([3, 5, 3], seed=1)
    before = net.network.theta.copy()
    with net.network.changing():
        net.network.theta[: len(before) // 2] += 1
        kept = COPIES[kind](net, tmp_path / "m.safetensors")
    assert np.array_equal(kept.network.theta, before)
    kept = COPIES[kind](net, tmp_path / "m.safetensors")
    assert np.array_equal(kept.network.theta, net.network.theta)


@pytest.mark.parametrize("optimizer", ["sgd", "schedule_free_adamw", "lion"])
@pytest.mark.parametrize("is_watched", [True, False])
def test_each_save_beside_a_training_is_of_one_moment(optimizer, is_watched, tmp_path):
    """Those that were seen between two epochs; of an unwatched one, those that each train ended."""
    rng = np.random.default_rng(0)
    x = rng.random((500, 20)).astype(np.float32)
    y = (x.sum(axis=1) > 10).astype(int)
    net = NeuralNetwork([20, 128, 128, 2], seed=0)
    net.train(x, y, epochs=1, optimizer=optimizer, progress=False)
    moments = {net.network.theta.tobytes()}
    enough = threading.Event()

    def look(row):
        moments.add(net.network.theta.tobytes())

    def training():
        while not enough.is_set():
            callbacks = [look] if is_watched else []
            net.train(x, y, epochs=3, optimizer=optimizer, callbacks=callbacks, progress=False)
            look({})

    thread = threading.Thread(target=training)
    thread.start()
    try:
        saved = []
        for _ in range(60):
            net.save(tmp_path / "m.safetensors")
            saved.append(load(tmp_path / "m.safetensors").network.theta.tobytes())
    finally:
        enough.set()
        thread.join()
    assert len(set(saved)) > 1
    if is_watched:
        assert set(saved) <= moments


# ---- layers of one's own


def test_a_registered_layer_goes_into_a_file_and_back(tmp_path):
    path = tmp_path / "own.safetensors"
    members = dict(Layer.members)
    try:

        @dataclass(frozen=True)
        class Wave(Elementwise, name="wave"):
            """f(z) = sin(k z)."""

            k: float = 1.0

            def f(self, z):
                return np.sin(self.k * z)

            def df(self, z, a):
                return self.k * np.cos(self.k * z)

        net = NeuralNetwork([Dense(4), Wave(2.0), Dense(3)], seed=0)
        net.train(X, NUMBERS, epochs=2)
        net.save(path)
        again = load(path)
        assert again.network.layers[1] == Wave(2.0)
        assert_same(net, again)
        np.testing.assert_array_equal(again.predict_proba(X), net.predict_proba(X))
    finally:
        Layer.members.clear()
        Layer.members.update(members)
    with pytest.raises(ModelFileError, match="unknown layer 'wave'"):
        load(path)
    with pytest.raises(SettingError, match="unknown activation 'wave'"):
        NeuralNetwork([3, 4, 3], "wave")
