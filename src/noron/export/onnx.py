"""ONNX: one file with the columns' encoding, the networks, labels and probabilities inside."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, final

import numpy as np

from noron.core.types import Array
from noron.data.tables import Frame
from noron.data.tables.columns import Numbers
from noron.data.tables.encoders import numbers_as_texts
from noron.export.certificate import Certificate
from noron.export.formats import ExportFormat, Files, made_by
from noron.export.model import Branch, ExportModel, cells_of, dtype_of
from noron.export.onnx_columns import encoded, inputs_for
from noron.export.onnx_graph import OPSET, Graph, Value, library
from noron.export.program import Step
from noron.layers import SELU

OPERATORS = {"relu": "Relu", "sigmoid": "Sigmoid", "tanh": "Tanh"}
"""Activations that are operators of ONNX."""

FLOAT32_OPERATORS = {"leaky_relu": ("LeakyRelu", "slope"), "elu": ("Elu", "alpha")}
"""Those with a setting; ONNX Runtime has no float64 for them, nor for Selu.

Softplus and Mish are operators too, but exp(x) overflows in some programs.
"""

LINKS = {"sigmoid": "Sigmoid", "exp": "Exp"}


@final
@dataclass(frozen=True)
class Onnx(ExportFormat, name="onnx"):
    """A graph for ONNX Runtime and others, opset 18; needs the extra `[onnx]`."""

    suffix: ClassVar[str] = ".onnx"
    takes_tables: ClassVar[bool] = True

    def files(self, model: ExportModel, stem: str, certificate: Certificate | None) -> Files:
        """Return the file. Its metadata tell the classes, the columns and the certificate."""
        task = model.targets.task
        graph = Graph(("prediction",) if task == "regression" else ("label", "probabilities"))
        results = _results(graph, model)
        facts = {"made_by": made_by(), "opset": str(OPSET), "task": task}
        facts["classes"] = json.dumps(model.targets.classes)
        if model.feature_names:
            facts["features"] = json.dumps(model.feature_names)
        if model.target_name:
            facts["target"] = model.target_name
        if certificate:
            facts["certificate"] = json.dumps(certificate.settings())
        if model.is_table:
            columns = dict(zip(inputs_for(model.encodings), graph.inputs, strict=True))
            facts["columns"] = json.dumps({name: given.name for name, given in columns.items()})
        file = graph.model(results, facts)
        file.producer_name = "noron"
        file.producer_version = made_by().partition(" ")[2]
        return {self.suffix: file.SerializeToString(deterministic=True)}

    def run(self, files: Files, model: ExportModel, inputs: Any) -> Array:
        """Return predictions by ONNX Runtime, or else by the reference of the onnx package."""
        content = files[self.suffix]
        try:
            import onnxruntime
        except ImportError:
            from onnx.reference import ReferenceEvaluator

            session = ReferenceEvaluator(library().load_from_string(content))
            names = session.input_names
        else:
            settings = onnxruntime.SessionOptions()
            settings.intra_op_num_threads, settings.log_severity_level = 1, 3
            session = onnxruntime.InferenceSession(content, settings)
            names = [value.name for value in session.get_inputs()]
        if isinstance(inputs, Frame):
            feeds = dict(zip(names, _cells(model, inputs), strict=True))
        else:
            feeds = {names[0]: inputs}
        return np.asarray(session.run(None, feeds)[-1])


def _cells(model: ExportModel, table: Frame) -> Iterator[Array]:
    """Yield the cells of each input, shape (rows, 1)."""
    for name, (dtype, _) in inputs_for(model.encodings).items():
        column = table.columns[name]
        if dtype == "str" and isinstance(column, Numbers):
            column = numbers_as_texts(column.values)
        yield cells_of(column).astype(object if dtype == "str" else dtype)[:, None]


def _results(graph: Graph, model: ExportModel) -> list[tuple[Value, list[Any], str]]:
    """Add all nodes, and return the outputs with their shapes and docs."""
    prediction = _prediction(graph, model)
    n, width = "N", model.n_outputs
    targets = model.targets
    if targets.task == "regression":
        return [(prediction, [n, width], model.target_name or "")]
    if targets.task == "binary":
        label = (prediction > 0.5).cast("int64")
        doc = "of the second class" if targets.classes else "of yes, for each output"
    else:
        label = graph.op("ArgMax", prediction, dtype="int64", axis=1, keepdims=0)
        doc = "of each class, in the order of the metadata"
    if targets.classes is not None:
        labels = targets.labels()
        kind = {"U": "str", "b": "bool", "f": "float64"}.get(labels.dtype.kind, "int64")
        label = graph.op("Reshape", label, graph.value([-1], "int64"))
        label = graph.op("Gather", graph.value(labels, kind, "classes"), label)
    shape = [n] if targets.classes is not None else [n, width]
    return [
        (label, shape, model.target_name or ""),
        (prediction, [n, width], f"the probability {doc}"),
    ]


def _prediction(graph: Graph, model: ExportModel) -> Value:
    """The sum over the branches of share * mean of the networks' predictions."""
    if not model.is_table:
        what = ", ".join(model.feature_names or ()) or "rows of numbers"
        x = graph.input("X", model.dtype, model.n_inputs, what)
        return _linked(graph, model, model.branches[0].networks[0], x)
    inputs = {
        column: graph.input(column, dtype, 1, doc)
        for column, (dtype, doc) in inputs_for(model.encodings).items()
    }
    total: Value | None = None
    for branch in model.branches:
        share = _mean(graph, model, branch, inputs)
        total = share if total is None else total + share
    assert total is not None
    if model.y_mean == 0 and model.y_scale == 1 and np.isinf(model.y_range).all():
        return total
    return (total * model.y_scale + model.y_mean).clip(*model.y_range)


def _mean(graph: Graph, model: ExportModel, branch: Branch, inputs: dict[str, Value]) -> Value:
    """share * mean of the predictions of a branch, in float64."""
    assert branch.encoding is not None
    x = encoded(graph, branch.encoding, inputs, model.dtype)
    predictions = [_linked(graph, model, steps, x).cast("float64") for steps in branch.networks]
    total = predictions[0]
    for prediction in predictions[1:]:
        total = total + prediction
    factor = branch.share / len(predictions)
    return total if factor == 1 else total * factor


def _linked(graph: Graph, model: ExportModel, steps: tuple[Step, ...], x: Value) -> Value:
    """link(scores) of one network, in the type of its own arrays."""
    scores = _through(graph, steps, x.cast(dtype_of(steps) or x.dtype))
    if model.link == "identity":
        return scores
    if model.link == "softmax":
        return graph.op("Softmax", scores, axis=-1)
    return graph.op(LINKS[model.link], scores)


def _through(graph: Graph, steps: tuple[Step, ...], x: Value) -> Value:
    for step in steps:
        x = _step(graph, step, x)
    return x


def _step(graph: Graph, step: Step, x: Value) -> Value:
    a = {n: graph.value(array, x.dtype, n) for n, array in step.arrays.items()}
    if step.kind == "dense":
        return x @ a["W"] + a["b"]
    if step.kind == "activation":
        return _activation(graph, step, x)
    if step.kind == "softmax":
        return graph.op("Softmax", x, axis=-1)
    if step.kind == "normalize":
        return (x - a["center"]) * a["scale"] + a["shift"]
    if step.kind == "layer_norm":
        centered = x - _row_mean(graph, x)
        var = _row_mean(graph, centered * centered)
        std = graph.op("Sqrt", var + step.settings["epsilon"])
        return centered / std * a["gamma"] + a["beta"]
    if step.kind == "embedding":
        return _embedding(graph, step, x)
    return x + _through(graph, step.inner, x)


def _row_mean(graph: Graph, x: Value) -> Value:
    return graph.op("ReduceMean", x, graph.value([-1], "int64"), keepdims=1)


def _activation(graph: Graph, step: Step, x: Value) -> Value:
    name, settings = step.settings["name"], step.settings
    op = graph.op
    if name in OPERATORS:
        return op(OPERATORS[name], x)
    if name == "gelu":  # no program has Erf in float64
        return x * 0.5 * (op("Erf", (x * np.sqrt(0.5)).cast("float32")).cast(x.dtype) + 1)
    if name in ("softplus", "mish"):
        softplus = op("Relu", x) + op("Log", op("Exp", op("Neg", op("Abs", x))) + 1)
        return softplus if name == "softplus" else x * op("Tanh", softplus)
    if x.dtype == "float32":
        if name == "silu":
            return x * op("Sigmoid", x)
        if name == "selu":
            return op("Selu", x)
        kind, setting = FLOAT32_OPERATORS[name]
        return op(kind, x, alpha=settings[setting])
    if name == "silu":  # of x Sigmoid(x) ONNX Runtime makes QuickGelu, and has no float64 for it
        return x / (op("Exp", op("Neg", x)) + 1)
    below = op("Min", x, 0)
    if name == "leaky_relu":
        return op("Relu", x) + below * settings["slope"]
    alpha, scale = (settings["alpha"], 1) if name == "elu" else (SELU.alpha, SELU.scale)
    return (op("Relu", x) + (op("Exp", below) - 1) * alpha) * scale


def _embedding(graph: Graph, step: Step, x: Value) -> Value:
    """The inputs that are no codes, then a row of each table."""
    k = step.n_inputs - len(step.arrays)
    at = [graph.value([j], "int64") for j in range(k, step.n_inputs)]
    parts = []
    if k:
        everything = (graph.value([0], "int64"), graph.value([k], "int64"))
        parts.append(graph.op("Slice", x, *everything, graph.value([1], "int64")))
    for j, (name, table) in zip(at, step.arrays.items(), strict=True):
        code = graph.op("Round", graph.op("Gather", x, j, axis=1))
        code = graph.op("Reshape", code.clip(0, len(table) - 1), graph.value([-1], "int64"))
        rows = graph.value(table, x.dtype, name)
        parts.append(graph.op("Gather", rows, code.cast("int64"), axis=0))
    return graph.joined(parts)
