"""The type names that the whole library uses."""

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
RNG: TypeAlias = np.random.Generator

Params: TypeAlias = tuple[Array, ...]
"""The parameters of one layer, in the order of its `parameters()`."""

Backward: TypeAlias = Callable[[Array], tuple[Array, Params]]
"""Maps dL/dy to (dL/dx, dL/dparams); every `forward` returns one."""


class RowSource(Protocol):
    """Gives an array for an index of rows: a NumPy array, or rows in a compact form."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(rows, columns)."""
        ...

    def __len__(self) -> int: ...

    def __getitem__(self, index: Any, /) -> Array: ...
