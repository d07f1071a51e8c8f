"""ONNX graphs become networks, node by node; anything else is refused by its name."""

import contextlib
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import noron
from interop.example_files import EXPECTED, FIXTURES, X, agrees
from noron.core.errors import MissingExtraError, ModelFileError, SettingError
from noron.layers import Layer

onnx = pytest.importorskip("onnx")
from onnx import TensorProto, helper, numpy_helper  # noqa: E402

RANDOM = np.random.default_rng(0)
W, V = RANDOM.normal(size=(4, 3)).astype("f"), RANDOM.normal(size=(3, 2)).astype("f")
B = RANDOM.normal(size=3).astype("f")
CONSTANTS = {"W": W, "V": V, "B": B, "half": np.float32(0.5), "one": np.float32(1)}


def written(path, nodes, *, constants=None, outputs=("y",), inputs=("x",), **options):
    """An ONNX file of nodes, each "Op in,in -> out"; x goes in, y comes out."""
    made = []
    for node in nodes:
        text, own = node if isinstance(node, tuple) else (node, {})
        kind, given, out = text.replace("->", "").split()
        made.append(helper.make_node(kind, given.split(","), out.split(","), name=out, **own))
    value = TensorProto.FLOAT
    arrays = CONSTANTS | (constants or {})
    graph = helper.make_graph(
        made,
        "g",
        [helper.make_tensor_value_info(i, value, [None, 4]) for i in inputs],
        [helper.make_tensor_value_info(o, value, None) for o in outputs],
        [numpy_helper.from_array(np.asarray(array), name) for name, array in arrays.items()],
    )
    opset = [
        helper.make_opsetid("", options.pop("opset", 17)),
        helper.make_opsetid("ai.onnx.ml", 3),
    ]
    model = helper.make_model(graph, opset_imports=opset, **options)
    path.write_bytes(model.SerializeToString())
    return path


@pytest.mark.parametrize("file", ["old", "beside"])
def test_what_pytorch_writes(file):
    net = noron.from_onnx(FIXTURES / f"{file}.onnx")
    assert agrees(net, "onnx")
    names = "dense gelu dense silu batch_norm dense mish dense"
    assert " ".join(layer.name for layer in net.network.layers) == names
    net.train(X, np.eye(5)[:, :2], epochs=1, learning_rate=0.01)


def test_a_pipeline_keeps_its_labels():
    net = noron.from_onnx(FIXTURES / "pipeline.onnx")
    assert agrees(net, "pipeline")
    assert net.targets.classes == ("no", "yes")
    assert net.predict(X).tolist() == EXPECTED["pipeline_labels"]
    own = noron.from_onnx(FIXTURES / "pipeline.onnx", classes=[0, 1])
    assert set(own.predict(X)) <= {0, 1}


def z():
    return X @ W


def normalized():
    return (z() - z().mean(1, keepdims=True)) / np.sqrt(z().var(1, keepdims=True) + 1e-5)


def erf(values):
    return np.vectorize(math.erf)(values)


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        (["MatMul x,W -> h", "Add h,B -> y"], lambda: z() + B),
        (["MatMul x,W -> h", "Add B,h -> y"], lambda: z() + B),
        (["Gemm x,W,B -> y"], lambda: z() + B),
        ([("Gemm x,W,B -> y", {"alpha": 0.5, "beta": 2.0})], lambda: 0.5 * z() + 2 * B),
        ([("Gemm x,U,B -> y", {"transB": 1})], lambda: z() + B),
        ([("Transpose U -> T", {"perm": [1, 0]}), "MatMul x,T -> y"], z),
        (["MatMul x,W -> h", "Sub h,B -> y"], lambda: z() - B),
        (["MatMul x,W -> h", "Sub one,h -> y"], lambda: 1 - z()),
        (["MatMul x,W -> h", "Mul h,B -> y"], lambda: z() * B),
        (["MatMul x,W -> h", "Div h,half -> y"], lambda: z() / 0.5),
        (["Identity x -> h", "MatMul h,W -> y"], z),
        ([("Cast x -> h", {"to": 11}), "MatMul h,W -> y"], z),
        (["Sub x,one -> h", "Div h,half -> i", "MatMul i,W -> y"], lambda: (X - 1) / 0.5 @ W),
        (
            [("Scaler x -> h", {"domain": "ai.onnx.ml", "offset": [1.0] * 4, "scale": [2.0] * 4}),
             "MatMul h,W -> y"],
            lambda: (X - 1) * 2 @ W,
        ),
        (["MatMul x,W -> h", ("Elu h -> y", {"alpha": 0.5})],
         lambda: np.where(z() > 0, z(), 0.5 * np.expm1(z()))),
        (["MatMul x,W -> h", ("LeakyRelu h -> y", {"alpha": 0.3})],
         lambda: np.where(z() > 0, z(), 0.3 * z())),
        (["MatMul x,W -> h", "Relu h -> i", "Add h,i -> y"], lambda: z() + np.maximum(z(), 0)),
        (["MatMul x,W -> h", "Relu h -> i", "Add i,h -> y"], lambda: z() + np.maximum(z(), 0)),
        (["MatMul x,W -> h", "Add h,h -> y"], lambda: 2 * z()),
        (["MatMul x,W -> h", "Tanh h -> i", "Add i,h -> j", "Relu j -> k", "Add h,k -> y"],
         lambda: z() + np.maximum(z() + np.tanh(z()), 0)),
        (["MatMul x,W -> h", "Sigmoid h -> i", "Mul i,h -> y"], lambda: z() / (1 + np.exp(-z()))),
        (["MatMul x,W -> h", "Exp h -> y"], lambda: np.exp(z())),
        (["MatMul x,W -> h", ("Flatten h -> y", {"axis": 1})], z),
        (["MatMul x,W -> h", "Dropout h,half -> y"], z),
        (["MatMul x,W -> h", "LayerNormalization h,B,B -> y"],
         lambda: normalized() * B + B),
        (["MatMul x,W -> h", "Where above,h,curve -> y"], None),
        (["MatMul x,W -> h", "Abs h -> a", "Neg a -> n", "Exp n -> e", "Add e,one -> p",
          "Log p -> l", "Relu h -> r", "Add r,l -> y"], lambda: np.log1p(np.exp(z()))),
        (["MatMul x,W -> h", "Mul h,root -> a", "Erf a -> e", "Add one,e -> p", "Mul h,half -> k",
          "Mul k,p -> y"], lambda: z() * 0.5 * (1 + erf(z() * 0.5**0.5))),
        (["MatMul x,W -> h", ("ReduceMean h -> m", {"axes": [-1]}), "Sub h,m -> c", "Mul c,c -> q",
          ("ReduceMean q -> v", {"axes": [-1]}), "Add v,small -> e", "Sqrt e -> s", "Div c,s -> n",
          "Mul n,B -> g", "Add g,B -> y"], lambda: normalized() * B + B),
        (["MatMul x,W -> h", ("ReduceMean h -> m", {"axes": [1]}), "Sub h,m -> c", "Pow c,two -> q",
          ("ReduceMean q -> v", {"axes": [-1]}), "Add v,small -> e", "Sqrt e -> s", "Div c,s -> n",
          "Mul n,half -> y"], lambda: normalized() * 0.5),
    ],
)  # fmt: skip
def test_nodes(nodes, expected, tmp_path):
    if expected is None:  # a softplus as PyTorch writes it
        nodes = ["MatMul x,W -> h", "Softplus h -> curve", "Greater h,twenty -> above", *nodes[1:]]
        expected = lambda: np.log1p(np.exp(z()))  # noqa: E731
    numbers = {"twenty": 20, "root": 0.5**0.5, "small": 1e-5, "two": 2}
    constants = {name: np.float32(value) for name, value in numbers.items()}
    constants["U"] = np.ascontiguousarray(W.T)
    net = noron.from_onnx(written(tmp_path / "a.onnx", nodes, constants=constants))
    assert np.allclose(net.predict(X), expected(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    ("nodes", "message"),
    [
        (["MatMul x,W -> h", "Conv h,V -> y"], "which noron cannot take: it takes dense"),
        (["MatMul x,W -> h", "Sin h -> i", "MatMul i,V -> y"], "'i' is a Sin"),
        (["MatMul x,W -> h", "Relu x -> i", "Mul h,i -> y"], "'y' is a join of two branches (Mul)"),
        (["Relu x -> a", "Tanh x -> b", "Add a,b -> y"], "'y' is a join of two branches (Add)"),
        (["MatMul x,W -> a", "MatMul x,W -> b", "Add a,b -> y"], "(Add), no residual block"),
        (["Relu x -> a", "Concat x,a -> y"], "is a Concat of 2 branches"),
        (["MatMul W,x -> y"], "the weights on the left"),
        (["MatMul x,W -> h", "Div one,h -> y"], "a Div of a constant and the inputs"),
        (["MatMul x,W -> h", "Mul h,half -> a", "Erf a -> e", "Add e,one -> p", "Mul h,p -> y"],
         "'y' is a join of two branches (Mul)"),
        (["MatMul x,W -> h", ("ReduceMean h -> m", {"axes": [0]}), "Sub h,m -> y"],
         "(Sub), no residual block"),
        (["MatMul x,W -> h", "Mul h,h -> y"], "'y' is a square"),
        (["MatMul x,none -> y"], "a MatMul of unknown numbers"),
        (["ConstantOfShape W -> c", "MatMul x,c -> y"], "a MatMul of unknown numbers"),
        ([("Gemm x,W -> y", {"transA": 1})], "a Gemm of a transposed input"),
        ([("Gelu x -> h", {"approximate": "tanh"}), "MatMul h,W -> y"], "the approximate Gelu"),
        ([("Softmax x -> h", {"axis": 0}), "MatMul h,W -> y"], "over another axis"),
        ([("Relu x -> h", {"domain": "com.mine"}), "MatMul h,W -> y"], "is a com.mine.Relu"),
        (["MatMul x,W -> h", ("Cast h -> y", {"to": 7})], "a Cast to whole numbers"),
        (["MatMul x,V -> y"], None),
        (["MatMul x,W -> h", "Add h,V -> y"], "has constants that do not fit"),
        (["MatMul x,W -> h", "MatMul h,W -> y"], "in another order, or one is missing"),
        (["MatMul x,words -> y"], "has constants that do not fit"),
        (["Relu x -> y"], "has no dense layer"),
        (["Split x -> y,z"], "'y,z' is"),
    ],
)  # fmt: skip
def test_other_nodes_are_refused_by_name(nodes, message, tmp_path):
    path = written(tmp_path / "a.onnx", nodes, constants={"words": np.array([["a", "b"]])})
    if message is None:  # widths are those of the first dense layer
        assert noron.from_onnx(path).network.n_inputs == 3
        return
    with pytest.raises(ModelFileError) as error:
        noron.from_onnx(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_inputs_and_outputs(tmp_path):
    path = tmp_path / "a.onnx"
    nodes = ["MatMul x,W -> y", "Relu y -> z"]
    with pytest.raises(ModelFileError, match=r"2 inputs \(\['x', 'x2'\]\)"):
        noron.from_onnx(written(path, nodes, inputs=("x", "x2")))
    written(path, nodes, outputs=("y", "z"))
    with pytest.raises(ModelFileError, match="the outputs 'y', 'z': give one of them"):
        noron.from_onnx(path)
    assert len(noron.from_onnx(path, output="z").network.layers) == 2
    with pytest.raises(SettingError, match="output is 'q', but"):
        noron.from_onnx(path, output="q")


def test_newer_versions_are_refused(tmp_path):
    nodes = ["MatMul x,W -> y"]
    with pytest.raises(ModelFileError, match="is of opset 1000 and IR"):
        noron.from_onnx(written(tmp_path / "a.onnx", nodes, opset=1000))
    with pytest.raises(ModelFileError, match="and IR 999, but the installed onnx"):
        noron.from_onnx(written(tmp_path / "a.onnx", nodes, ir_version=999))


def outside(path, **entries):
    """A model whose matrix lies in another file."""
    written(path, ["MatMul x,W -> y"])
    model = onnx.load(path)
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = 1
    for key, value in entries.items():
        tensor.external_data.add(key=key, value=str(value))
    path.write_bytes(model.SerializeToString())
    return path


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"location": "../secret"}, "lies in '../secret', outside the folder"),
        ({"location": "/etc/passwd"}, "outside the folder"),
        ({"location": "link"}, "outside the folder"),
        ({}, "outside the folder"),
        ({"location": "none"}, "there is no file"),
        ({"location": "."}, "is a folder"),
        ({"location": "data", "length": 2**50}, "lies outside its file"),
        ({"location": "data", "offset": -8}, "lies outside its file"),
        ({"location": "data", "offset": "x"}, "lies outside its file"),
        ({"location": "data", "length": 8}, "says the shape (4, 3), but has 2 numbers"),
        ({"location": "data", "length": 7}, "no whole numbers"),
    ],
)
def test_data_elsewhere_is_not_read(entries, message, tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(W.tobytes())
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "data").write_bytes(W.tobytes())
    with pytest.raises(ModelFileError) as error:
        noron.from_onnx(outside(folder / "a.onnx", **entries))
    assert message in str(error.value)
    net = noron.from_onnx(outside(folder / "a.onnx", location="data", offset=0))
    assert np.allclose(net.predict(X), z(), atol=1e-5)


@pytest.mark.parametrize(
    ("dims", "message"),
    [
        ([2**31, 2**31], "a bomb"), ([4, 4], "a bomb"), ([-4, -3], "which is none"),
        ([1] * 9, "which is none"), ([2**62, 2**62], "a bomb"), ([0, 3], "a bomb"),
    ],
)  # fmt: skip
def test_shapes_are_checked_before_memory_is_allocated(dims, message, tmp_path):
    model = onnx.load(written(tmp_path / "a.onnx", ["MatMul x,W -> y"]))
    model.graph.initializer[0].dims[:] = dims
    (tmp_path / "a.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(ModelFileError) as error:
        noron.from_onnx(tmp_path / "a.onnx")
    assert message in str(error.value)


@pytest.mark.parametrize("kind", [np.float16, np.float64, np.int8, np.int64, bool, np.float32])
def test_types_of_numbers(kind, tmp_path):
    w = np.round(W * 3).astype(kind)
    for packed in (True, False):
        model = onnx.load(written(tmp_path / "a.onnx", ["MatMul x,w -> y"], constants={"w": w}))
        if not packed:
            (tensor,) = [t for t in model.graph.initializer if t.name == "w"]
            flat = w.ravel().view(np.uint16) if kind is np.float16 else w.ravel()
            tensor.ClearField("raw_data")
            field = {np.float32: "float_data", np.float64: "double_data", np.int64: "int64_data"}
            getattr(tensor, field.get(kind, "int32_data")).extend((1 * flat).tolist())
            (tmp_path / "a.onnx").write_bytes(model.SerializeToString())
        if w.dtype.kind != "f":
            with pytest.raises(ModelFileError, match="constants that do not fit"):
                noron.from_onnx(tmp_path / "a.onnx")
        else:
            assert np.allclose(noron.from_onnx(tmp_path / "a.onnx").predict(X), X @ w, rtol=1e-3)


def test_attributes_that_are_missing_and_repeated_weights_are_refused(tmp_path):
    nodes = [("Scaler x -> h", {"domain": "ai.onnx.ml", "scale": [1.0]}), "MatMul h,W -> y"]
    with pytest.raises(ModelFileError, match="is damaged"):
        noron.from_onnx(written(tmp_path / "a.onnx", nodes))
    square = {"S": np.eye(40, dtype="f")}
    nodes = ["Relu x -> h0"]
    nodes += [(f"Gemm h{i},S -> h{i + 1}", {"alpha": 0.5}) for i in range(500)]
    path = written(tmp_path / "a.onnx", [*nodes, "Relu h500 -> y"], constants=square)
    with pytest.raises(ModelFileError, match="the same numbers for many layers"):
        noron.from_onnx(path)


@pytest.mark.parametrize("data", [b"", b"no model", b"\x08\x08", b"\xff" * 40])
def test_damaged_files_are_refused(data, tmp_path):
    (tmp_path / "a.onnx").write_bytes(data)
    with pytest.raises(ModelFileError, match="is no ONNX file"):
        noron.from_onnx(tmp_path / "a.onnx")


def test_large_graphs_end(tmp_path):
    chain = ["MatMul x,W -> h0", *(f"Relu h{i} -> h{i + 1}" for i in range(3000))]
    with pytest.raises(ModelFileError, match="more than 2,000 nodes"):
        noron.from_onnx(written(tmp_path / "a.onnx", [*chain, "Relu h3000 -> y"]))
    nested = ["MatMul x,W -> h0"]
    for i in range(30):
        nested += [f"Relu h{i} -> r{i}", f"Add h0,r{i} -> h{i + 1}"]
    with pytest.raises(ModelFileError, match="within more than 20 residual blocks"):
        noron.from_onnx(written(tmp_path / "a.onnx", [*nested, "Relu h30 -> y"]))


def test_without_onnx_the_command_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "onnx", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'noron\[onnx\]'"):
        noron.from_onnx(FIXTURES / "old.onnx")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=4))
def test_any_changed_file_is_read_or_refused(tmp_path_factory, changes):
    data = bytearray((FIXTURES / "old.onnx").read_bytes())
    for place, value in changes:
        data[place % len(data)] = value
    path = tmp_path_factory.getbasetemp() / "changed.onnx"
    path.write_bytes(data)
    with contextlib.suppress(ModelFileError, SettingError):
        noron.from_onnx(path)


OWN = [
    [noron.Dense(5), Layer.make(name), noron.Dense(3)]
    for name in sorted(Layer.members)
    if issubclass(Layer.members[name], noron.Elementwise | noron.Softmax)
    and Layer.members[name].__module__.startswith("noron.")
]
OWN += [
    [noron.Dense(5, bias=False), norm, noron.Dense(3)]
    for norm in (noron.BatchNorm(), noron.LayerNorm())
] + [[noron.Standardize(), noron.Dense(4), noron.Residual([noron.Dense(4), noron.ReLU()])]]


@pytest.mark.parametrize("layers", OWN, ids=lambda layers: layers[1].name)
def test_what_noron_exports_comes_back(layers, tmp_path):
    rows = RANDOM.normal(size=(40, 4)) * 3 + 1
    words = np.array(["a", "b", "c", "d"])[np.arange(40) % layers[-1].n_outputs(4)]
    net = noron.NeuralNetwork(layers, seed=0)
    net.train(rows, words, epochs=2, learning_rate=0.01, advise=False)
    net.export(tmp_path / "a.onnx", to="onnx")
    again = noron.from_onnx(tmp_path / "a.onnx")
    assert np.allclose(again.predict_proba(rows), net.predict_proba(rows), rtol=0, atol=1e-6)
    assert again.predict(rows).tolist() == net.predict(rows).tolist()
