"""What a session accepts at most; networks are checked before any memory is taken."""

from dataclasses import dataclass
from typing import final

from noron.core.errors import SettingError, check_integer
from noron.experiments.spec import RunSpec
from noron.layers import Dense


@final
@dataclass(frozen=True)
class Limits:
    """What a session accepts at most. The page shows them.

    Attributes:
        message_bytes: the length of a message.
        depth: lists and objects within each other in a message.
        parameters: the learnt numbers of a network.
        layers: its layers.
        units: the units of a layer.
        batch_size: the rows of a step.
        rows: the rows of the data.
        columns: the columns of a table.
        file_bytes: the size of a file.
        snapshot_bytes: the memory for the states that `rewind` can go back to.
        credits: the frames that a page may have open.
    """

    message_bytes: int = 65_536
    depth: int = 8
    parameters: int = 1_000_000
    layers: int = 64
    units: int = 2048
    batch_size: int = 4096
    rows: int = 200_000
    columns: int = 1000
    file_bytes: int = 30_000_000
    snapshot_bytes: int = 64_000_000
    credits: int = 3


def check_size(spec: RunSpec, limits: Limits) -> None:
    """Raise SettingError for a network or batches over the limits, before any memory is taken."""
    check_integer("batch_size", spec.batch_size, at_most=limits.batch_size)
    if spec.layers is None:
        widths, n_layers = spec.hidden, len(spec.hidden) + 1
        key = "hidden"
    else:
        made = spec.layers_for(1, 1)
        widths, n_layers = [x.units for x in made if isinstance(x, Dense)], len(made)
        key = "layers"
    if n_layers > limits.layers:
        raise SettingError(
            f"{key} has {n_layers} layers, but the lab takes at most {limits.layers}"
        )
    for width in widths:
        if width > limits.units:
            raise SettingError(
                f"{key} has a layer of {width:,} units, but the lab takes at most {limits.units:,}"
            )
