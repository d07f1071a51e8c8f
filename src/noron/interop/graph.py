"""A graph of named values, read into one chain of steps from the input to the output.

Every value has one value before it and the steps between. Where two ways meet again, they must be
a residual block, x + F(x), or a layer that was written out, such as x * sigmoid(x).
"""

from collections.abc import Callable

from noron.core.errors import ModelFileError
from noron.interop.steps import ResidualStep, Step, Unknown, affine
from noron.interop.written_out import CENTERED, difference, product, quotient, total

MOST_NODES = 2_000
"""A larger graph is refused, as finding where two ways meet takes long."""
DEEPEST = 20
"""How many residual blocks may stand in each other."""
JOINED: dict[str, Callable[[str, list[Step], list[Step]], list[Step] | None]] = {
    "Add": total,
    "Div": quotient,
    "Mul": product,
    "Sub": difference,
}
"""What the operation on two ways from one value makes; None for nothing that noron has."""


class StepGraph:
    """The values that have been read so far; `source` begins every message."""

    def __init__(self, source: str, start: str) -> None:
        self.source = source
        self._before: dict[str, tuple[str, tuple[Step, ...]]] = {}
        self._depth = {start: 0}

    def __contains__(self, value: str) -> bool:
        return value in self._depth

    def chain(self, value: str, before: str, *steps: Step) -> None:
        """Enter a value that the steps compute from the one before."""
        self._before[value] = before, steps
        self._depth[value] = self._depth[before] + 1
        if len(self._depth) > MOST_NODES:
            raise ModelFileError(
                f"{self.source} has more than {MOST_NODES:,} nodes, which is no dense network"
            )

    def steps(self, value: str, start: str) -> list[Step] | None:
        """Return the steps from one value to another; None if there is no such way."""
        pieces: list[tuple[Step, ...]] = []
        while value != start:
            if self._depth[value] <= self._depth[start]:
                return None
            value, steps = self._before[value]
            pieces.append(steps)
        return [step for piece in reversed(pieces) for step in piece]

    def join(self, name: str, value: str, operation: str, a: str, b: str) -> None:
        """Enter the sum, product, difference or quotient of two values."""
        start = self._fork(a, b)
        ways = self.steps(a, start) or [], self.steps(b, start) or []
        made = JOINED[operation](name, *ways)
        if made is None and operation == "Add" and [] in ways:
            made = [_residual(name, max(ways, key=len))]
        if made is None:
            made = [Unknown(name, f"a join of two branches ({operation}), no residual block")]
        before = self._before.get(start)
        if operation == "Div" and before and before[1] == (CENTERED,):
            start = before[0]  # a layer normalization begins before it takes the mean away
        self.chain(value, start, *made)

    def _fork(self, a: str, b: str) -> str:
        """Return the last value that both come from."""
        while a != b:
            a, b = sorted((a, b), key=self._depth.__getitem__)
            b = self._before[b][0]
        return a


def _residual(name: str, steps: list[Step]) -> Step:
    depth = 1 + max([step.depth for step in steps if isinstance(step, ResidualStep)], default=0)
    if not steps:
        return affine(name, 2.0)
    if depth > DEEPEST:
        return Unknown(name, f"within more than {DEEPEST} residual blocks")
    return ResidualStep(name, tuple(steps), depth)
