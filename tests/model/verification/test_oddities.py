"""Each kind of oddity: a file that has it, and its name in what `verify` says."""

import json
import os
import shutil
import sys

import numpy as np
import pytest
from safetensors.numpy import save as save_tensors

from model.mutants import network, parts_of, snapshot, table, whole
from noron import ModelFileError, NeuralNetwork, verify
from noron.core.tensor_file import KEY, canonical, digest, prefix_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """One clean file of each kind."""
    folder = tmp_path_factory.mktemp("clean")
    made = {"network": network, "table": table, "snapshot": snapshot}
    for name, make in made.items():
        make(folder / f"{name}.safetensors")
    return folder


@pytest.fixture
def copy(files, tmp_path):
    def copied(name):
        return shutil.copy(files / f"{name}.safetensors", tmp_path / "m.safetensors")

    return copied


def kinds(path):
    return {one.kind for one in verify(path).oddities}


@pytest.mark.parametrize("name", ["network", "table", "snapshot"])
def test_nothing_is_odd_about_what_noron_writes(name, files):
    seen = verify(files / f"{name}.safetensors")
    assert seen.is_clean, seen
    assert seen.kind.startswith(name)
    assert seen.made["noron"]
    assert len(seen.sha256) == 64
    assert seen.facts["numbers"] > 0
    assert "layers" in repr(seen)
    json.dumps(seen.to_dict())


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(ModelFileError, match="does not exist"):
        verify(tmp_path / "none.safetensors")


# ---- the bytes


def with_prefix(content, change):
    """The file with another header of safetensors; its length is right."""
    prefix = prefix_of(content)
    new = change(prefix.decode().rstrip()).encode()
    return len(new).to_bytes(8, "little") + new + content[8 + len(prefix) :]


def aligned(text):
    return text + " " * (-len(text.encode()) % 8)


def with_text(content, change, hashed=True):
    """The file with another text of noron's header."""
    header, tensors = parts_of(content)
    text = canonical({"sha256": digest(header, tensors)} | header) if hashed else canonical(header)
    return save_tensors(tensors, {KEY: change(text)})


def moved(content, by):
    """The last tensor lies `by` bytes further on, or back."""
    prefix = json.loads(prefix_of(content))
    last = max((n for n in prefix if n[0] != "_"), key=lambda n: prefix[n]["data_offsets"][1])
    prefix[last]["data_offsets"] = [place + by for place in prefix[last]["data_offsets"]]
    return with_prefix(content, lambda _: aligned(json.dumps(prefix))) + bytes(max(by, 0))


FIRST = '"0.standardize.mean":'
BYTES = {
    "too-short": lambda c: c[:5],
    "cut": lambda c: c[:300],
    "cut, in the tensors": lambda c: c[:-4],
    "no-safetensors": lambda c: (20).to_bytes(8, "little") + b"x" * 40,
    "trailing-bytes": lambda c: c + b"PK\3\4 a hidden archive",
    "gap": lambda c: moved(c, 4),
    "overlap": lambda c: moved(c, -4),
    "duplicate-tensor": lambda c: with_prefix(
        c, lambda t: aligned(t[:-1] + f",{FIRST}" + json.dumps(json.loads(t)[FIRST[1:-2]]) + "}")
    ),
    "tensor-entry": lambda c: with_prefix(
        c, lambda t: aligned(t.replace(FIRST + "{", FIRST + '{"run":"x",', 1))
    ),
    "alignment": lambda c: with_prefix(c, lambda t: aligned(t) + " "),
    "padding": lambda c: with_prefix(c, lambda t: aligned(t) + " " * 64),
    "other-text": lambda c: with_prefix(
        c, lambda t: aligned(t.replace('"__metadata__":{', '"__metadata__":{"extra":"x",', 1))
    ),
    "no-header": lambda c: save_tensors({"W": np.eye(2)}, {"format": "pt"}),
    "no-json": lambda c: with_text(c, lambda t: t[:-1]),
    "no-json, a list": lambda c: with_text(c, lambda t: "[1]"),
    "not-canonical": lambda c: with_text(c, lambda t: t.replace('"facts":', '"facts": ', 1)),
    "duplicate-field": lambda c: with_text(c, lambda t: t.replace("{", '{"format":1,', 1)),
    "no-hash": lambda c: with_text(c, lambda t: t, hashed=False),
    "wrong-hash": lambda c: c[:-1] + bytes([c[-1] ^ 1]),
    "no-signature": lambda c: save_tensors(
        parts_of(c)[1],
        {KEY: json.loads(prefix_of(c))["__metadata__"][KEY], "signature": "me"},
    ),
}


@pytest.mark.parametrize("name", BYTES)
def test_an_odd_form_is_named(name, copy):
    path = copy("network")
    path.write_bytes(BYTES[name](path.read_bytes()))
    assert name.partition(",")[0] in kinds(path)


def test_a_header_that_is_too_long_is_odd(copy):
    path = copy("network")
    path.write_bytes((2**40).to_bytes(8, "little") + path.read_bytes()[8:])
    assert kinds(path) == {"unreadable"}
    assert verify(path).size == path.stat().st_size


# ---- the file


@posix
@pytest.mark.parametrize(("mode", "kind"), [(0o666, "writable"), (0o755, "executable")])
def test_an_odd_mode_is_named(mode, kind, copy):
    path = copy("network")
    path.chmod(mode)
    assert kinds(path) == {kind}


@posix
def test_a_link_and_a_name_of_another_kind_of_file_are_named(copy, tmp_path):
    os.symlink(copy("network"), tmp_path / "link.bin")
    assert kinds(tmp_path / "link.bin") == {"link", "file-name"}


# ---- what it describes; the hash is right


def at(*way, value=None, of="network"):
    def change(header, tensors):
        for step in way[:-1]:
            header = header[step]
        if value is KeyError:
            del header[way[-1]]
        else:
            header[way[-1]] = value

    return change, of


def names(*columns, label="yes"):
    def change(header, tensors):
        header["facts"]["feature_names"] = list(columns)
        header["targets"]["classes"] = ["no", label]

    return change, "network"


def numbers(name, change):
    def apply(header, tensors):
        tensors[name] = change(tensors[name].copy())

    return apply, "network"


def put(index, value):
    def change(array):
        array[index] = value
        return array

    return change


def another_share(header, tensors):
    table = header["table"]
    table["learnt"]["additive_share_"] = 0.0 if table["additive_"] else 0.5


def another_activation(header, tensors):
    header["table"]["members_"][1]["recipe"]["layers"][2]["name"] = "tanh"


def many_layers(header, tensors):
    for _ in range(1200):
        header["recipe"]["layers"].append({"name": "identity"})


CONTENT = {
    "newer-format": at("format", value=2),
    "unknown-format": at("format", value="x"),
    "no-maker": at("made", value=KeyError),
    "newer-maker": at("made", "noron", value="99.0.0"),
    "unknown-field": at("plugin", value="x"),
    "unknown-field, of a layer": at("recipe", "layers", 1, "hook", value="os.system"),
    "missing-field": at("facts", value=KeyError),
    "unknown-class": at("recipe", "layers", 1, "name", value="os.system"),
    "no-model": at("recipe", "layers", 1, "units", value=-1),
    "no-model, another type": at("facts", "trained", value=1),
    "tensors": (lambda header, tensors: tensors.pop("1.dense.b"), "network"),
    "tensor-type": at("recipe", "dtype", value="float64"),
    "not-trained": at("facts", "trained", value=False),
    "many-layers": (many_layers, "network"),
    "control-character": names("a", "b", "red \x1b[31m"),
    "bidirectional": names("a", "b", "abc\u202edef"),
    "invisible": names("a", "b", "c\u200b"),
    "no-character": names("a", "b", "\ue000"),
    "formula": names("a", "b", "=cmd|' /C calc'!A0"),
    "markup": names("a", "b", "<script>alert(1)</script>"),
    "long-text": names("a", "b", "x" * 300),
    "empty-name": names("a", "b", " "),
    "blank-around": names("a", "b", "c "),
    "duplicate-name": names("a", "b", "b"),
    "alike-names": names("a", "b", "Ｂ"),
    "alike-names, of classes": names("a", "b", "c", label="ＮＯ"),
    "number-of-names": names("a", "b"),
    "target-as-input": names("a", "b", "y"),
    "not-finite": numbers("1.dense.W", put((0, 0), np.nan)),
    "subnormal": numbers("1.dense.W", put((0, 0), 1e-40)),
    "huge-weight": numbers("1.dense.W", put((0, 0), 1e6)),
    "zero-weights": numbers("1.dense.W", lambda W: W * 0),
    "equal-weights": numbers("1.dense.W", lambda W: W * 0 + 1),
    "dead-unit": numbers("1.dense.W", put((slice(None), 2), 0)),
    "unused-unit": numbers("5.dense.W", put((2, slice(None)), 0)),
    "equal-units": (
        lambda header, tensors: tensors.update(
            {
                "1.dense.W": tensors["1.dense.W"][:, [0, 0, 2, 3]].copy(),
                "1.dense.b": tensors["1.dense.b"][[0, 0, 2, 3]].copy(),
            }
        ),
        "network",
    ),
    "negative-spread": numbers("2.batch_norm.running_var", lambda v: -v),
    "extra-tensor": (lambda header, tensors: tensors.update(x=np.eye(2)), "table"),
    "share": (another_share, "table"),
    "different-networks": (another_activation, "table"),
    "target-as-input, a column": at("table", "learnt", "target_name_", value="size", of="table"),
    "missing-field, of a table": at("table", "learnt", value=KeyError, of="table"),
    "no-model, of a snapshot": at("snapshot", "values", "epoch", value=-1, of="snapshot"),
}


@pytest.mark.parametrize("name", CONTENT)
def test_odd_content_is_named(name, copy):
    change, of = CONTENT[name]
    path = copy(of)
    header, tensors = parts_of(path.read_bytes())
    change(header, tensors)
    path.write_bytes(whole(header, tensors))
    assert name.partition(",")[0] in kinds(path)


def test_more_than_thirty_kinds_are_named():
    assert len({name.partition(",")[0] for name in [*BYTES, *CONTENT]}) > 50


def test_layers_within_layers_without_end(copy):
    path = copy("network")
    header, tensors = parts_of(path.read_bytes())
    layers = [{"name": "dense", "units": 1}]
    for _ in range(200):
        layers = [{"name": "residual", "layers": layers}]
    header["recipe"]["layers"] = layers
    path.write_bytes(whole(header, tensors))
    assert kinds(path) & {"nesting", "no-model", "tensors"}


@pytest.mark.parametrize("depth", [50, 300, 900, 5000])
def test_lists_within_lists_without_end(depth, copy):
    path = copy("network")
    header, tensors = parts_of(path.read_bytes())
    header["deep"] = "here"
    text = canonical({"sha256": "0"} | header).replace('"here"', "[" * depth + "]" * depth)
    path.write_bytes(save_tensors(tensors, {KEY: text}))
    assert kinds(path) & {"unknown-field", "no-json", "no-model"}


def test_an_untrained_network_says_so_and_no_more(tmp_path):
    path = tmp_path / "m.safetensors"
    NeuralNetwork([2, 8, 2], seed=0).save(path)
    assert kinds(path) == {"not-trained"}
