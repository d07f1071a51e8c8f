"""What each operator of ONNX is here. Anything else becomes an unknown step, refused if needed."""

from collections.abc import Callable
from typing import Any

import numpy as np

from noron.core.errors import ModelFileError, shown
from noron.core.types import Array
from noron.interop.graph import JOINED, StepGraph
from noron.interop.onnx_file import OnnxFile
from noron.interop.steps import Affine, LayerStep, Step, Unknown, affine, dense, normalization
from noron.interop.written_out import MEAN, SQUARE
from noron.layers import ELU, SELU, BatchNorm, Dropout, Layer, LayerNorm, LeakyReLU

ACTIVATIONS = {
    **{"Relu": "relu", "Sigmoid": "sigmoid", "Tanh": "tanh", "Softplus": "softplus"},
    **{"Mish": "mish", "Softmax": "softmax"},
}
LINKS_ONLY = {"LogSoftmax": "log_softmax", "Exp": "exponential"}
UNCHANGED = ("Identity", "Cast", "Flatten", "Reshape", "Dropout", "Squeeze", "Unsqueeze")
"""What keeps a row of numbers as it is, as the widths are checked in the end."""
FLOATS = (1, 10, 11, 16)
LOOKUPS = ("ArrayFeatureExtractor", "Gather")
"""Operators that turn the number of a class into its label."""


class OnnxNodes:
    """Reads nodes in their order into a graph; `labels` are the classes, where one names them."""

    def __init__(self, file: OnnxFile, graph: StepGraph) -> None:
        self.file, self.graph = file, graph
        self.labels: list[Any] | None = None

    def read(self, node: Any) -> None:
        """Enter the first output of a node: as a constant, or as a value of the graph."""
        given = {a.name: a for a in node.attribute}
        name = node.name or node.output[0]
        known = node.domain in ("", "ai.onnx", "ai.onnx.ml")
        kind = node.op_type if known else f"{node.domain}.{node.op_type}"
        kind = shown(kind, 40)[1:-1]  # a damaged name may hold anything
        values = [value for value in node.input if value in self.graph]
        if node.op_type in LOOKUPS and node.input[0] in self.file.constants:
            labels = self.file.constants[node.input[0]].ravel()
            self.labels = labels.tolist() if labels.dtype.kind in "biU" else None
        if not values:
            self._constant(node, kind, given)
        elif len(values) > 1:
            self._joined(name, kind, node, values)
        else:
            self.graph.chain(node.output[0], values[0], *self._steps(name, kind, node, given))
        for other in node.output[1:]:
            if other and values:
                self.graph.chain(other, values[0], Unknown(name, f"a second output of {kind}"))

    def _constant(self, node: Any, kind: str, given: dict[str, Any]) -> None:
        """Compute a constant from others, where that is a matter of form only."""
        constants = self.file.constants
        if kind == "Constant" and "value" in given:
            constants[node.output[0]] = self.file.tensor(given["value"].t)
        elif kind == "Constant" and "value_float" in given:
            constants[node.output[0]] = np.array(given["value_float"].f, np.float32)
        elif node.input and node.input[0] in constants:
            first = constants[node.input[0]]
            if kind in ("Identity", "Cast"):
                constants[node.output[0]] = first
            elif kind == "Transpose" and first.ndim == 2:
                constants[node.output[0]] = first.T

    def _joined(self, name: str, kind: str, node: Any, values: list[str]) -> None:
        """Enter a value that is computed from several others."""
        out, (a, b, *more) = node.output[0], values
        if kind in JOINED and not more:
            self.graph.join(name, out, kind, a, b)
        elif kind == "Concat" and not more and self._is_complement(self.graph.steps(a, b)):
            self.graph.chain(out, b)  # both columns, 1 - p and p: p says all
        elif kind == "Where" and self._is_softplus(values):
            self.graph.chain(out, b, LayerStep(name, Layer.make("softplus")))
        else:
            self.graph.chain(out, a, Unknown(name, f"a {kind} of {len(values)} branches"))

    def _is_complement(self, steps: list[Step] | None) -> bool:
        """Return whether the steps are 1 - x."""
        one = steps[0] if steps and len(steps) == 1 else None
        return isinstance(one, Affine) and one.scale.ndim == 0 and (one.scale, one.shift) == (-1, 1)

    def _is_softplus(self, values: list[str]) -> bool:
        """Return whether this is x where x > 20, else softplus(x), as PyTorch writes it."""
        if len(values) != 3:
            return False
        above, x, other = values
        asked, curve = self.graph.steps(above, x), self.graph.steps(other, x)
        is_curve = curve is not None and [_layer_of(s) for s in curve] == ["softplus"]
        return is_curve and asked is not None and [getattr(s, "kind", "") for s in asked] == [LARGE]

    def _steps(self, name: str, kind: str, node: Any, given: dict[str, Any]) -> list[Step]:
        """Return what a node of one input and constants does to it."""
        constants = [self.file.constants.get(value) for value in node.input if value]
        first = node.input[0] in self.graph  # whether the input stands before the constants
        if kind in UNCHANGED:
            return self._unchanged(name, kind, node, given)
        if kind in ACTIVATIONS or kind in LINKS_ONLY:
            if given.get("axis") and given["axis"].i not in (1, -1):
                return [Unknown(name, f"a {kind} over another axis than the columns")]
            own = ACTIVATIONS.get(kind)
            return [
                Unknown(name, LINKS_ONLY[kind]) if own is None else LayerStep(name, Layer.make(own))
            ]
        read = NODES.get(kind)
        needed = [constant for constant in constants[1:] if constant is not None]
        if read is None or (first and len(needed) < len(constants) - 1):
            article = "an" if kind[0] in "AEIOU" else "a"
            unknown = " of unknown numbers" if read else ""
            return [Unknown(name, f"{article} {kind}{unknown}")]
        try:
            if first:
                return read(name, given, [_floats(constant) for constant in needed])
            if kind in REVERSED and constants[0] is not None:
                return REVERSED[kind](name, _floats(constants[0]))
            return [Unknown(name, f"a {kind} of a constant and the inputs")]
        except (ValueError, IndexError) as error:
            raise ModelFileError(
                f"{self.file.source}: {shown(name)}, a {kind}, has constants that do not fit "
                f"({shown(str(error), 60)})"
            ) from None

    def _unchanged(self, name: str, kind: str, node: Any, given: dict[str, Any]) -> list[Step]:
        if kind == "Cast" and given["to"].i not in FLOATS:
            return [Unknown(name, "a Cast to whole numbers")]
        if kind == "Dropout":
            ratio = self.file.constants.get(node.input[1]) if len(node.input) > 1 else None
            rate = given["ratio"].f if "ratio" in given else 0.5 if ratio is None else ratio
            return [LayerStep(name, Dropout(float(rate)))]
        return []


LARGE = "a comparison with 20 or more"


def _layer_of(step: Step) -> str:
    return step.layer.name if isinstance(step, LayerStep) else ""


def _floats(constant: Array) -> Array:
    if constant.dtype.kind not in "fiu":
        raise ValueError(f"{constant.dtype} where numbers are needed")
    constant = np.asarray(constant)
    return constant[0] if constant.ndim == 2 and len(constant) == 1 else constant


def _row(constant: Array) -> Array:
    """Return a constant that is added to each row or multiplies it: a number, or a row."""
    if constant.ndim > 1:
        raise ValueError(f"the shape {constant.shape}")
    return constant


def _matrix(constant: Array) -> Array:
    matrix = constant if constant.ndim == 2 else constant[None, :]  # a matrix of one row
    if matrix.ndim != 2 or matrix.dtype.kind != "f":
        raise ValueError(f"the shape {constant.shape}")
    return matrix


def _matmul(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    return [dense(name, _matrix(constants[0]))]


def _gemm(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    if given.get("transA") and given["transA"].i:
        return [Unknown(name, "a Gemm of a transposed input")]
    W = _matrix(constants[0])
    W = W.T if given.get("transB") and given["transB"].i else W
    alpha, beta = (given[key].f if key in given else 1.0 for key in ("alpha", "beta"))
    bias = [affine(name, 1.0, beta * _row(c).astype(np.float64)) for c in constants[1:2]]
    return [dense(name, W), affine(name, alpha), *bias]


def _batch_norm(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    if given.get("training_mode") and given["training_mode"].i:
        return [Unknown(name, "a BatchNormalization in training mode")]
    momentum, epsilon = _number(given, "momentum", 0.9), _number(given, "epsilon", 1e-5)
    scale, shift, mean, var = (_row(constant) for constant in constants)
    layer = BatchNorm(momentum if momentum < 1 else 0.9, epsilon)
    return [normalization(name, layer, (scale, shift, mean, var), scale)]


def _layer_norm(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    if given.get("axis") and given["axis"].i not in (1, -1):
        return [Unknown(name, "a LayerNormalization over another axis than the columns")]
    scale, shift = (*constants, None)[:2]
    layer = LayerNorm(_number(given, "epsilon", 1e-5))
    return [normalization(name, layer, (_row(scale), shift), scale)]


def _gelu(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    exact = "approximate" not in given or given["approximate"].s == b"none"
    return [LayerStep(name, Layer.make("gelu")) if exact else Unknown(name, "the approximate Gelu")]


def _selu(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    pair = _number(given, "alpha", SELU.alpha), _number(given, "gamma", SELU.scale)
    usual = abs(pair[0] - SELU.alpha) < 1e-6 and abs(pair[1] - SELU.scale) < 1e-6
    return [LayerStep(name, SELU()) if usual else Unknown(name, f"a Selu of {pair}")]


def _scaler(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    offset, scale = (np.array(given[key].floats, np.float64) for key in ("offset", "scale"))
    return [affine(name, scale, -offset * scale)]


def _mean(name: str, given: dict[str, Any], constants: list[Array]) -> list[Step]:
    axes = list(given["axes"].ints) if "axes" in given else np.ravel(constants[0]).tolist()
    kept = "keepdims" not in given or given["keepdims"].i
    fits = axes in ([1], [-1]) and kept
    return [Unknown(name, MEAN if fits else "a ReduceMean over other axes than the columns")]


def _number(given: dict[str, Any], key: str, usual: float) -> float:
    """Return an attribute, which is a float32, by the shortest decimals that mean it."""
    return float(str(np.float32(given[key].f))) if key in given else usual


NODES: dict[str, Callable[[str, dict[str, Any], list[Array]], list[Step]]] = {
    "MatMul": _matmul,
    "Gemm": _gemm,
    "BatchNormalization": _batch_norm,
    "LayerNormalization": _layer_norm,
    "Gelu": _gelu,
    "Selu": _selu,
    "Scaler": _scaler,
    "Elu": lambda name, given, _: [LayerStep(name, ELU(_number(given, "alpha", 1.0)))],
    "LeakyRelu": lambda name, given, _: [LayerStep(name, LeakyReLU(_number(given, "alpha", 0.01)))],
    "Neg": lambda name, given, _: [affine(name, -1.0)],
    "ReduceMean": _mean,
    "Pow": lambda name, given, c: [Unknown(name, SQUARE if (c[0] == 2).all() else "a Pow")],
    "Add": lambda name, given, c: [affine(name, 1.0, _row(c[0]))],
    "Sub": lambda name, given, c: [affine(name, 1.0, -_row(c[0]).astype(np.float64))],
    "Mul": lambda name, given, c: [affine(name, _row(c[0]))],
    "Div": lambda name, given, c: [affine(name, 1 / _row(c[0]).astype(np.float64))],
    "Greater": lambda name, given, c: [Unknown(name, LARGE if c[0] >= 20 else "a Greater")],
}
REVERSED: dict[str, Callable[[str, Array], list[Step]]] = {
    "Add": lambda name, c: [affine(name, 1.0, _row(c))],
    "Mul": lambda name, c: [affine(name, _row(c))],
    "Sub": lambda name, c: [affine(name, -1.0, _row(c))],
    "MatMul": lambda name, c: [Unknown(name, "a MatMul with the weights on the left")],
}
"""Operators whose constant stands before the input."""
