"""The structures and functions of core/noron.h, as ctypes calls them."""

import ctypes
from ctypes import c_char_p, c_double, c_int, c_int64, c_void_p
from operator import index
from pathlib import Path
from typing import Any

TYPES: dict[str, Any] = {"int": c_int, "int64_t": c_int64, "double": c_double, "pointer": c_void_p}
BITS = {c_int: 32, c_int64: 64}


def fields(*declarations: str) -> list[tuple[str, Any]]:
    """Return the fields of a structure from lines as the header has them: "int n_in, n_out"."""
    parts = [declaration.partition(" ") for declaration in declarations]
    return [(name, TYPES[kind]) for kind, _, names in parts for name in names.split(", ")]


def whole(name: str, value: int, kind: Any = c_int64) -> int:
    """Return a number that fits into the integers of C, which ctypes would cut off in silence."""
    number, half = index(value), 1 << (BITS[kind] - 1)
    if not -half <= number < half:
        raise TypeError(f"{name} is {number}, which has more than {BITS[kind]} bits")
    return number


class Struct(ctypes.Structure):
    """A structure whose integers are checked when they are set; a name is turned into a number by
    a property."""

    __slots__ = ()

    def __setattr__(self, name: str, value: Any) -> None:
        kind = dict(self._fields_).get(name)
        is_number = kind in BITS and not isinstance(value, str)
        super().__setattr__(name, whole(name, value, kind) if is_number else value)


class CLayer(Struct):
    """noron_layer."""

    __slots__ = ()
    _fields_ = fields(
        "int kind, activation, n_in, n_out",
        "int64_t weight, bias, mean, var",
        "double setting, momentum",
        "int partner, relu, n_tables",
    )


class CTable(Struct):
    """noron_table."""

    __slots__ = ()
    _fields_ = fields("int64_t weight, size, width")


class CNetwork(Struct):
    """noron_network."""

    _fields_ = fields(
        "pointer layers",
        "int64_t n_layers",
        "pointer tables",
        "int64_t n_tables",
        "int n_inputs, loss, link",
        "double setting",
        "pointer class_weight",
        "int64_t n_class_weight",
        "int is_double",
        "pointer theta, grad",
        "int64_t n_theta",
        "pointer buffers",
        "int64_t n_buffers",
        "int batch_rows, training, bfloat16",
    )


class CSegment(Struct):
    """noron_segment."""

    __slots__ = ()
    _fields_ = fields("int64_t start, stop")


class COptimizerSettings(Struct):
    """noron_optimizer_settings."""

    _fields_ = fields(
        "int update",
        "double beta1, beta2, epsilon, weight_decay",
        "int epsilon_hat",
        "pointer slots",
        "int n_slots",
        "double l1, l2, shared_l2",
        "pointer weights",
        "int64_t n_weights",
    )


class CRunSettings(Struct):
    """noron_run_settings."""

    _fields_ = fields(
        "pointer labels, y, weight, order",
        "int64_t n_order",
        "int orders, n_epochs, batch_size, shuffle, update",
        "pointer rates",
        "int64_t t",
        "pointer random, good_theta, sums, seconds, profile, watcher, watched, scores",
        "int threads",
        "pointer interrupted",
    )


class CDeformSettings(Struct):
    """noron_deform_settings."""

    _fields_ = fields(
        "pointer index",
        "int64_t n",
        "pointer affine, noise, down, across",
        "int height, width, n_down, n_across",
        "double strength",
        "pointer out",
    )


class CResult(Struct):
    """noron_result."""

    _fields_ = fields(
        "int outcome",
        "int64_t steps",
        "int broke_off, is_short_of_memory",
        "double waited",
    )


try:
    library = ctypes.CDLL(str(Path(__file__).parent / "kernels.so"))
except OSError as error:  # an old browser has no vectors of numbers
    raise ImportError(f"the kernels cannot be loaded: {error}") from error
I, L, P, TEXT = c_int, c_int64, c_void_p, c_char_p


def function(name: str, result: Any, *arguments: Any) -> Any:
    """Return the function noron_`name` of the header."""
    found = getattr(library, "noron_" + name)
    found.restype, found.argtypes = result, arguments
    return found


last_error = function("last_error", TEXT)
name_of = function("name", TEXT, TEXT, I, ctypes.POINTER(TEXT))
instruction_set = function("instruction_set", TEXT, I)
use_instruction_set = function("use_instruction_set", I, TEXT)
has_bfloat16 = function("has_bfloat16", I)
fewest_rounded = function("fewest_rounded", I)
permutation = function("permutation", None, P, P, L)
deform = function("deform", I, P, P)

rows_dense = function("rows_dense", P, P, L, L, I)
rows_bytes = function("rows_bytes", P, P, L, L, P, I, P, L)
rows_compressed = function("rows_compressed", P, P, P, P, L, L, L, I)
rows_compress = function("rows_compress", P, P, I, I)
rows_encode = function("rows_encode", I, P, P, I, P)
rows_fold = function("rows_fold", I, P, P, P)
rows_form = function("rows_form", TEXT, P)
rows_n_entries = function("rows_n_entries", L, P)
rows_free = function("rows_free", None, P)

plan_new = function("plan_new", P, P)
plan_free = function("plan_free", None, P)
optimizer = function("optimizer", I, P, P)
steps = function("steps", L, P, P)
run = function("run", I, P, P, P, P)
run_several = function("run_several", I, P, P, P, I, P)
predict = function("predict", I, P, P, L, L, P, I, I)
predict_finite = function("predict_finite", I, P, P, L, P, I)


def checked(value: Any) -> Any:
    """Return what a function returned; raise what the core refused: a null pointer or -1."""
    if value is None or value == -1:
        text = last_error().decode()
        raise MemoryError(text) if text == "there is not enough memory" else ValueError(text)
    return value
