"""A graph of ONNX, written like arithmetic: `x * 2 + 1` adds two nodes."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from noron.core.errors import SettingError, missing_extra

OPSET = 18
"""Of February 2023, which ONNX Runtime runs from 1.14 on; later ones bring nothing needed here."""

OPSET_ML = 3
IR_VERSION = 8
"""The versions of the operators for tables and of the file, of the same time."""

LARGEST = 2**31 - 2**20
"""The most bytes of weights, as the format's messages end at 2 GiB."""


@dataclass(frozen=True, eq=False)
class Value:
    """A tensor of the graph. `dtype` is NumPy's name of the type, "str" for text."""

    graph: "Graph"
    name: str
    dtype: str

    def __add__(self, other: Any) -> "Value":
        return self.graph.op("Add", self, other)

    def __sub__(self, other: Any) -> "Value":
        return self.graph.op("Sub", self, other)

    def __mul__(self, other: Any) -> "Value":
        return self.graph.op("Mul", self, other)

    def __truediv__(self, other: Any) -> "Value":
        return self.graph.op("Div", self, other)

    def __floordiv__(self, other: Any) -> "Value":
        """Whole numbers of at least 0 only: else programs round differently."""
        return self.graph.op("Div", self, other)

    def __mod__(self, other: Any) -> "Value":
        return self.graph.op("Mod", self, other)

    def __matmul__(self, other: Any) -> "Value":
        return self.graph.op("MatMul", self, other)

    def __gt__(self, other: Any) -> "Value":
        return self.graph.op("Greater", self, other, dtype="bool")

    def equals(self, other: Any) -> "Value":
        """Return where both are equal."""
        return self.graph.op("Equal", self, other, dtype="bool")

    def is_nan(self) -> "Value":
        """Return where the number is NaN."""
        return self.graph.op("IsNaN", self, dtype="bool")

    def clip(self, low: Any, high: Any) -> "Value":
        """Return the numbers, held between two numbers or rows of them."""
        return self.graph.op("Min", self.graph.op("Max", self, low), high)

    def cast(self, dtype: str) -> "Value":
        """Return the numbers as another type."""
        if dtype == self.dtype:
            return self
        return self.graph.op("Cast", self, dtype=dtype, to=_code(dtype))

    def where(self, condition: "Value", other: Any) -> "Value":
        """Return `other` where the condition holds, else the numbers."""
        other = self.graph.value(other, self.dtype)
        return self.graph.op("Where", condition, other, self, dtype=self.dtype)


@dataclass(eq=False)
class Graph:
    """Inputs, nodes and constants as they come; `model` makes a file of them."""

    outputs: tuple[str, ...]
    inputs: list[Any] = field(default_factory=list)
    nodes: list[Any] = field(default_factory=list)
    constants: dict[Any, Any] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.names |= set(self.outputs)

    def name(self, wanted: str) -> str:
        """Return a name that nothing has yet."""
        name, k = wanted, 1
        while not name or name in self.names:
            k += 1
            name = f"{wanted or 'value'}_{k}"
        self.names.add(name)
        return name

    def input(self, wanted: str, dtype: str, width: int, doc: str) -> Value:
        """Return an input of shape (N, width)."""
        onnx = library()
        name = self.name(wanted)
        info = onnx.helper.make_tensor_value_info(name, _code(dtype), ["N", width], doc)
        self.inputs.append(info)
        return Value(self, name, dtype)

    def value(self, given: Any, dtype: str, name: str = "constant") -> Value:
        """Return a value as it is, anything else as a constant; the same one for equal numbers."""
        if isinstance(given, Value):
            return given
        array = np.asarray(given, object if dtype == "str" else dtype)
        content = tuple(array.flat) if dtype == "str" else array.tobytes()
        key = (dtype, array.shape, content)
        if key not in self.constants:
            tensor = library().numpy_helper.from_array(array, self.name(name))
            self.constants[key] = tensor
        return Value(self, self.constants[key].name, dtype)

    def op(
        self, kind: str, *inputs: Any, dtype: str | None = None, domain: str = "", **attributes: Any
    ) -> Value:
        """Add a node and return its output; numbers among the inputs get the first one's type."""
        first = inputs[0]
        values = [self.value(given, first.dtype) for given in inputs]
        name = self.name(kind)
        names = [value.name for value in values]
        node = library().helper.make_node(kind, names, [name], name, domain=domain, **attributes)
        self.nodes.append(node)
        return Value(self, name, dtype or first.dtype)

    def joined(self, values: list[Value]) -> Value:
        """Return the columns of all values side by side."""
        return values[0] if len(values) == 1 else self.op("Concat", *values, axis=1)

    def model(self, results: list[tuple[Value, list[Any], str]], facts: dict[str, str]) -> Any:
        """Return the model: `results` are the outputs with their shapes and docs, in order."""
        size = sum(tensor.ByteSize() for tensor in self.constants.values())
        if size > LARGEST:
            raise SettingError(
                f"an ONNX file holds at most 2 GB, but the model has {size / 1e9:.1f} GB: export "
                "it in another format"
            )
        helper = library().helper
        infos: list[Any] = []
        for name, (value, shape, doc) in zip(self.outputs, results, strict=True):
            self.nodes.append(helper.make_node("Identity", [value.name], [name], f"to_{name}"))
            infos.append(helper.make_tensor_value_info(name, _code(value.dtype), shape, doc))
        tensors = list(self.constants.values())
        graph = helper.make_graph(self.nodes, "noron", self.inputs, infos, tensors)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("ai.onnx.ml", OPSET_ML)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
        helper.set_model_props(model, facts)
        return model


def library() -> Any:
    """Import onnx. Raises MissingExtraError."""
    try:
        import onnx
    except ImportError as error:
        raise missing_extra("onnx", "onnx", "an ONNX file") from error
    return onnx


def _code(dtype: str) -> int:
    """Return ONNX's number of a type."""
    onnx = library()
    if dtype == "str":
        return int(onnx.TensorProto.STRING)
    return int(onnx.helper.np_dtype_to_tensor_dtype(np.dtype(dtype)))
