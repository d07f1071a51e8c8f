"""How many threads the matrix products of a step are worth.

A BLAS splits even small products over all cores, and its threads wait for each other by spinning.
On two quiet cores that made an epoch of 784-128-64-10 at batch 64 faster by a fifth; beside another
busy process it made it slower by ten times and more. From larger products on, the gain is worth it:
784-512-10 at the same batch is 1.5 times as fast on two cores.
"""

from contextlib import AbstractContextManager, nullcontext

from noron.network import Network

SMALL = 2**23
"""Multiplications in a step's largest product up to which one thread is the better choice."""


def suited_threads(network: Network, batch_size: int) -> AbstractContextManager[object]:
    """A context in which NumPy's BLAS keeps to one thread, if all products of a step are small."""
    weights = [segment.shape for segment in network.layout if segment.kind == "weight"]
    largest = max((rows * columns for rows, columns in weights), default=0) * batch_size
    if largest > SMALL:
        return nullcontext()
    from threadpoolctl import threadpool_limits

    return threadpool_limits(limits=1, user_api="blas")
