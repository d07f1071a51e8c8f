"""The parts of an exported C file that depend on the network: its constants, calls and buffers."""

from collections.abc import Iterable

import numpy as np

from noron.core.errors import SettingError
from noron.core.types import Array
from noron.export.model import ExportModel
from noron.export.program import Step

MOST_INT8_INPUTS = 2**31 // 127**2
"""With more, the inputs of a layer could not have 127 steps each and a sum of 32 bits."""


class CNetwork:
    """The steps of a network as C: constants, and the calls that compute the prediction y of x.

    Numbers are handed from step to step in buffers `h0`, `h1`, ... on the stack, as few as will do.
    """

    def __init__(self, model: ExportModel, int8: bool) -> None:
        [steps] = model.branches[0].networks
        self.dtype, self.int8 = model.dtype, int8
        self.summary = " - ".join((str(model.n_inputs), *map(_summary, steps)))
        self.constants: dict[str, Array] = {}
        self.calls: list[str] = []
        self.functions: dict[str, None] = {}
        self.widths: list[int] = []
        self.q_width = 0
        self.n_steps = 0
        scores = self._chain(steps, "x", frozenset({"x"}))
        link = "softmax" if model.link == "softmax" else f"each_{model.link}"
        self._call(link, scores, "y", model.n_outputs)

    @property
    def lines(self) -> list[str]:
        """The lines of the function: its buffers, then the calls."""
        real = {"float32": "float", "float64": "double"}[self.dtype]
        sizes = [f"h{i}[{width}]" for i, width in enumerate(self.widths)]
        q = [f"int16_t q[{self.q_width}];"] if self.q_width else []
        buffers = [f"{real} {', '.join(sizes)};"] if sizes else []
        return [*buffers, *q, "", *self.calls]

    @property
    def n_bytes(self) -> int:
        """The size of the constants."""
        return sum(array.nbytes for array in self.constants.values())

    @property
    def stack(self) -> int:
        """The size of the buffers, in bytes."""
        return sum(self.widths) * np.dtype(self.dtype).itemsize + 2 * self.q_width

    def _chain(self, steps: Iterable[Step], x: str, held: frozenset[str]) -> str:
        for step in steps:
            x = self._step(step, x, held)
        return x

    def _step(self, step: Step, x: str, held: frozenset[str]) -> str:
        """Add the calls of a step that reads the buffer x, and return the buffer it writes.

        The buffers in `held` are needed later and keep what they hold.
        """
        n, m = step.n_inputs, step.n_outputs
        if step.kind == "residual":
            F = self._chain(step.inner, x, held | {x})
            y = self._buffer(F, n, held)
            self._call("add", x, F, y, n)
            return y
        if step.kind not in ("dense", "embedding"):
            return self._in_place(step, x, held)
        self.n_steps += 1
        y = self._buffer(None, m, held | {x})
        if step.kind == "embedding":
            self._embed(step, x, y)
        elif self.int8:
            self.q_width = max(self.q_width, n)
            W, scale = quantized(step.arrays["W"])
            arrays = {"W": W, "scale": scale, "b": step.arrays["b"]}
            self.functions["quantize"] = None
            most = min(2**15 - 1, (2**31 - 1) // (127 * n))
            self._call("dense_int8", x, *self._constants(arrays), y, "q", n, m, most)
        else:
            self._call("dense", x, *self._constants(step.arrays), y, n, m)
        return y

    def _in_place(self, step: Step, x: str, held: frozenset[str]) -> str:
        y = self._buffer(x, step.n_outputs, held)
        settings = [number(v, self.dtype) for name, v in step.settings.items() if name != "name"]
        if step.kind == "activation":
            self._call(f"each_{step.settings['name']}", x, y, step.n_inputs, *settings)
            return y
        if step.arrays:
            self.n_steps += 1
        if step.kind == "normalize":  # its settings are for training
            settings: list[str] = []
        self._call(step.kind, x, *self._constants(step.arrays), y, step.n_inputs, *settings)
        return y

    def _embed(self, step: Step, x: str, y: str) -> None:
        kept = start = step.n_inputs - len(step.arrays)
        self._call("each_identity", x, y, kept)
        names = self._constants(step.arrays)
        for j, (name, E) in enumerate(zip(names, step.arrays.values(), strict=True)):
            self._call("embed", f"{x}[{kept + j}]", name, f"{y} + {start}", *E.shape)
            start += E.shape[1]

    def _buffer(self, x: str | None, width: int, held: frozenset[str]) -> str:
        """Return x if it may be overwritten, else a buffer that is not held."""
        free = (f"h{i}" for i in range(len(self.widths) + 1))
        y = x if x is not None and x not in held else next(h for h in free if h not in held)
        i = int(y[1:])
        self.widths += [0] * (i + 1 - len(self.widths))
        self.widths[i] = max(self.widths[i], width)
        return y

    def _constants(self, arrays: dict[str, Array]) -> list[str]:
        names = {f"{name}_{self.n_steps}": array for name, array in arrays.items()}
        self.constants |= names
        return list(names)

    def _call(self, function: str, *arguments: object) -> None:
        self.functions[function] = None
        self.calls.append(f"{function}({', '.join(map(str, arguments))});")


def _summary(step: Step) -> str:
    if step.kind == "residual":
        return f"residual({' - '.join(map(_summary, step.inner))})"
    if step.kind == "dense":
        return f"dense {step.n_outputs}"
    return str(step.settings.get("name", step.kind))


def quantized(W: Array) -> tuple[Array, Array]:
    """Return whole numbers Q from -127 to 127, a row for each output, and a scale for each row.

    W is about (Q * scale).T. Raises SettingError for weights that are too many or not finite.
    """
    if len(W) > MOST_INT8_INPUTS or not np.isfinite(W).all():
        raise SettingError(
            f"int8 is for finite weights and layers of at most {MOST_INT8_INPUTS:,} inputs: "
            "export without int8"
        )
    scale = np.abs(W).max(axis=0) / 127
    Q = np.rint(W / np.where(scale > np.finfo(W.dtype).tiny, scale, np.inf))
    return np.ascontiguousarray(Q.clip(-127, 127).astype(np.int8).T), scale.astype(W.dtype)


def constant(name: str, array: Array) -> str:
    """Return the definition of an array, every number exact."""
    kind = {"float32": "float", "float64": "double"}.get(str(array.dtype), "int8_t")
    words = numbers(array)
    per_line = 20 if kind == "int8_t" else 8
    lines = [", ".join(words[i : i + per_line]) for i in range(0, len(words), per_line)]
    size = " * ".join(map(str, array.shape))
    return f"static const {kind} {name}[{size}] = {{\n    " + ",\n    ".join(lines) + "\n};\n"


def numbers(array: Array) -> list[str]:
    """Return the numbers as C literals: the shortest decimals that give them back."""
    words: list[str] = array.ravel().astype(str).tolist()
    if array.dtype.kind == "i":
        return words
    end = "f" if array.dtype == np.float32 else ""
    names = {"nan": "NAN", "inf": "INFINITY", "-inf": "-INFINITY"}
    return [names.get(word) or word + end for word in words]


def number(value: float, dtype: str) -> str:
    """Return one number as a C literal."""
    return numbers(np.array([value], dtype))[0]
