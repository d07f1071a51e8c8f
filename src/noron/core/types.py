"""The few type names that the whole library speaks."""

from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
RNG: TypeAlias = np.random.Generator

Params: TypeAlias = tuple[Array, ...]
"""What one layer learns, in the order of its `parameters()`."""

Backward: TypeAlias = Callable[[Array], tuple[Array, Params]]
"""dL/dy -> (dL/dx, dL/dparams): the second half of every `forward`."""


class RowSource(Protocol):
    """What gives an array of some of its rows: an array itself, or rows that are kept compact."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(rows, columns)."""
        ...

    def __len__(self) -> int: ...

    def __getitem__(self, index: Any, /) -> Array: ...
