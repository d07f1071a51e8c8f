"""PyTorch's .pt files: the state dict in a zip, read without running any code of it.

The zip holds `data.pkl`, a program that builds the dict, and the bytes of each storage. PyTorch
runs that program with all of Python at its hands. Here a machine of few instructions reads it: it
knows dicts, tuples, numbers and text, and the names by which a state dict calls for tensors. It
calls nothing, and any other instruction or name ends it.
"""

import math
import pickletools
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from noron.core.errors import ModelFileError, shown
from noron.core.types import Array
from noron.interop.files import Archive, Refused, numbers

LONGEST_PROGRAM = 4 * 2**20
MOST_AXES = 8
TYPES = {
    **{"DoubleStorage": "f8", "FloatStorage": "f4", "HalfStorage": "f2", "BFloat16Storage": "bf16"},
    **{"LongStorage": "i8", "IntStorage": "i4", "ShortStorage": "i2", "CharStorage": "i1"},
    **{"ByteStorage": "u1", "BoolStorage": "?"},
}
"""The type of a storage's numbers."""
WRAPPERS = ("state_dict", "model_state_dict", "model")
"""Under which names a checkpoint keeps the state dict."""


class Global(NamedTuple):
    """A name that the program asks for."""

    name: str


class Storage(NamedTuple):
    """The bytes of an entry, as numbers of one type."""

    key: str
    type: str
    size: int


class Tensor(NamedTuple):
    """A view into a storage."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


def read_state_dict(source: str, data: bytes) -> dict[str, Array]:
    """Return the arrays of a state dict in its order. Raises ModelFileError."""
    archive = Archive(source, data, "file that torch.save wrote (PyTorch 1.6 or newer)")
    program = next((name for name in archive.sizes if name.endswith("data.pkl")), "data.pkl")
    try:
        result = StackMachine().run(archive.read(program, LONGEST_PROGRAM))
        tensors = _tensors(result)
        return _arrays(archive, program.removesuffix("data.pkl"), tensors)
    except ModelFileError:
        raise
    except Refused as refused:
        raise ModelFileError(
            f"{source} {refused}, and noron runs no code of a file: save the weights alone, "
            "torch.save(model.state_dict(), 'weights.pt')"
        ) from None
    except Exception as error:  # damaged bytes may raise anything
        raise ModelFileError(f"{source} is damaged ({shown(str(error), 80)})") from None


def _tensors(result: Any) -> dict[str, Tensor]:
    if isinstance(result, dict):
        inner = next((result[name] for name in WRAPPERS if name in result), result)
        if inner and isinstance(inner, dict) and all(isinstance(v, Tensor) for v in inner.values()):
            return {str(name): tensor for name, tensor in inner.items()}
    raise Refused("holds no state dict, a dict of names and tensors")


def _arrays(archive: Archive, folder: str, tensors: dict[str, Tensor]) -> dict[str, Array]:
    """Return the tensors' numbers; each storage is read once, and no number of it used twice."""
    order = ">" if archive.sizes.get(f"{folder}byteorder") == 3 else "<"  # "big" or "little"
    left = {tensor.storage: tensor.storage.size for tensor in tensors.values()}
    read: dict[Storage, Array] = {}
    arrays = {}
    for name, (storage, offset, shape, strides) in tensors.items():
        left[storage] -= math.prod(shape)
        pairs = list(zip(shape, strides, strict=True))
        end = offset + sum((n - 1) * stride for n, stride in pairs) + 1 if all(shape) else offset
        if left[storage] < 0 or end > storage.size:
            raise Refused(f"has a tensor {shown(name)} that is larger than its data or overlaps")
        if storage not in read:
            values = numbers(archive.read(f"{folder}data/{storage.key}"), order + storage.type)
            if len(values) != storage.size:
                raise Refused(f"has a tensor {shown(name)} whose data has another size")
            read[storage] = values
        flat = read[storage][offset:]
        steps = tuple(stride * flat.itemsize for stride in strides)
        arrays[name] = np.lib.stride_tricks.as_strided(flat, shape, steps, writeable=False)
    return arrays


class StackMachine:
    """The instructions of a state dict's program: a stack, marks in it, and a memory."""

    def __init__(self) -> None:
        self.stack: list[Any] = []
        self.marks: list[int] = []
        self.memory: dict[int, Any] = {}

    def run(self, program: bytes) -> Any:
        """Return what the program builds. Raises Refused for what a state dict does not need."""
        for opcode, argument, _ in pickletools.genops(program):
            name = opcode.name
            if name == "STOP":
                return self.stack.pop()
            if name in VALUES:
                self.stack.append(VALUES[name](argument))
            elif name in ACTIONS:
                ACTIONS[name](self, argument)
            else:
                raise Refused(f"holds the instruction {name}, which no state dict needs")
        raise Refused("has a program without an end")

    def since_mark(self) -> list[Any]:
        """Take what was put on the stack since the last mark."""
        start = self.marks.pop()
        taken = self.stack[start:]
        del self.stack[start:]
        return taken

    def take(self, count: int) -> tuple[Any, ...]:
        """Take so many values as a tuple."""
        taken = [self.stack.pop() for _ in range(count)]
        return tuple(reversed(taken))

    def put(self, values: list[Any]) -> None:
        """Put keys and values into the dict below them."""
        if not isinstance(self.stack[-1], dict):
            raise Refused("puts items into something that is no dict")
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, str | int):
                raise Refused("holds a dict whose keys are no names")
            self.stack[-1][key] = value

    def extend(self, values: list[Any]) -> None:
        """Put values into the list below them."""
        if not isinstance(self.stack[-1], list):
            raise Refused("appends to something that is no list")
        self.stack[-1].extend(values)

    def reduce(self) -> None:
        """Make what the program calls for: a dict, or a tensor of a storage."""
        function, given = self.take(2)
        if function == Global("collections.OrderedDict") and given == ():
            self.stack.append({})
        elif function == Global("torch._utils._rebuild_tensor_v2"):
            self.stack.append(_tensor(*given[:4]))
        elif function == Global("torch._utils._rebuild_parameter") and isinstance(given[0], Tensor):
            self.stack.append(given[0])
        else:
            name = function.name if isinstance(function, Global) else type(function).__name__
            raise Refused(f"calls {shown(name)}")

    def build(self) -> None:
        """Leave out the attributes of a dict, such as the versions of its modules."""
        self.stack.pop()
        if not isinstance(self.stack[-1], dict):
            raise Refused("sets attributes of something that is no dict")


def _global(name: str) -> Global:
    module, _, last = name.rpartition(".")
    legal = {"collections.OrderedDict", "torch._utils._rebuild_tensor_v2"}
    storage = module == "torch" and last in TYPES
    if not storage and name not in legal | {"torch._utils._rebuild_parameter"}:
        raise Refused(f"asks for {shown(name)}")
    return Global(name)


def _storage(given: Any) -> Storage:
    word, kind, key, _, size = given
    if word != "storage" or not isinstance(kind, Global) or not isinstance(key, str):
        raise Refused("holds a storage of another form")
    return Storage(key, TYPES[kind.name.rpartition(".")[2]], _whole(size))


def _tensor(storage: Any, offset: Any, shape: Any, strides: Any) -> Tensor:
    if not isinstance(storage, Storage) or not len(shape) == len(strides) <= MOST_AXES:
        raise Refused("holds a tensor of another form")
    sizes, steps = (tuple(map(_whole, values)) for values in (shape, strides))
    return Tensor(storage, _whole(offset), sizes, steps)


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**48:
        raise Refused("holds a size that is no size")
    return value


VALUES: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("BININT", "BININT1", "BININT2", "LONG1"), int),
    **dict.fromkeys(("BINUNICODE", "SHORT_BINUNICODE"), str),
    **dict.fromkeys(("EMPTY_DICT",), lambda _: {}),
    **dict.fromkeys(("EMPTY_LIST",), lambda _: []),
    "EMPTY_TUPLE": lambda _: (),
    "NEWTRUE": lambda _: True,
    "NEWFALSE": lambda _: False,
    "NONE": lambda _: None,
    "BINFLOAT": float,
    "GLOBAL": lambda name: _global(name.replace(" ", ".")),
}
"""What puts a value on the stack."""
ACTIONS: dict[str, Callable[[StackMachine, Any], Any]] = {
    **dict.fromkeys(("PROTO", "FRAME"), lambda m, _: None),
    **dict.fromkeys(("BINPUT", "LONG_BINPUT"), lambda m, i: m.memory.update({i: m.stack[-1]})),
    "MEMOIZE": lambda m, _: m.memory.update({len(m.memory): m.stack[-1]}),
    **dict.fromkeys(("BINGET", "LONG_BINGET"), lambda m, i: m.stack.append(m.memory[i])),
    "MARK": lambda m, _: m.marks.append(len(m.stack)),
    "TUPLE": lambda m, _: m.stack.append(tuple(m.since_mark())),
    "TUPLE1": lambda m, _: m.stack.append(m.take(1)),
    "TUPLE2": lambda m, _: m.stack.append(m.take(2)),
    "TUPLE3": lambda m, _: m.stack.append(m.take(3)),
    "SETITEM": lambda m, _: m.put(list(m.take(2))),
    "SETITEMS": lambda m, _: m.put(m.since_mark()),
    "APPEND": lambda m, _: m.extend(list(m.take(1))),
    "APPENDS": lambda m, _: m.extend(m.since_mark()),
    "STACK_GLOBAL": lambda m, _: m.stack.append(_global(".".join(m.take(2)))),
    "BINPERSID": lambda m, _: m.stack.append(_storage(m.stack.pop())),
    "REDUCE": lambda m, _: m.reduce(),
    "BUILD": lambda m, _: m.build(),
}
"""What works on the stack."""
