"""Timed nodes of the NumPy engine."""

from typing import final

from noron.core.types import RNG, Array
from noron.engines.clock import TimedSlot, is_left_out
from noron.engines.numpy.layer_ops import NODES
from noron.engines.numpy.workspace import Node
from noron.layers import Dense, Layer


@final
class TimedNode(Node):
    """A node whose passes are timed."""

    def __init__(self, node: Node, slot: TimedSlot) -> None:
        self.node, self.slot = node, slot

    def forward(self, x: Array, rng: RNG) -> Array:
        """Run and time the node's forward pass."""
        self.slot.before_forward()
        y = self.node.forward(x, rng)
        self.slot.after_forward()
        return y

    def backward(self, dy: Array) -> Array:
        """Run and time the node's backward pass."""
        self.slot.before_back()
        dx = self.node.backward(dy)
        self.slot.after_back()
        return dx


def planned_way(layer: Layer, threads: int) -> str:
    """Describe how a layer is computed."""
    if is_left_out(layer):
        return "left out: its rate is 0"
    if isinstance(layer, Dense):
        return f"NumPy's BLAS, {threads} thread{'s' * (threads > 1)}"
    if type(layer) in NODES:
        return "planned: in kept arrays"
    return f"its own forward: no plan for {layer.name!r}"
