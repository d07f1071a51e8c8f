"""A step of an experiment's training under glass, on some of its training rows."""

from collections.abc import Sequence

import numpy as np

from noron.core.errors import SettingError, shown
from noron.engines import Batch
from noron.lab.experiment import Experiment
from noron.lab.faults import planted
from noron.lab.glass import MOST_ROWS, Stage, stages
from noron.tools.gradcheck import GradientReport, gradcheck, in_float64

MOST_COMPARED = 50
"""The weights of each array that a check of gradients compares."""


def stages_of(experiment: Experiment, rows: Sequence[int], fault: str | None) -> list[Stage]:
    """Return the stages of a step on these rows, with a fault if one is named. Raises
    SettingError."""
    net, trainer = experiment.net, experiment.trainer
    batch = _batch(experiment, rows)
    optimizer, rate = trainer.state.optimizer, trainer.learning_rate
    return stages(net.network, net.loss, batch, optimizer, rate, fault)


def gradient_report(
    experiment: Experiment, rows: Sequence[int], fault: str | None
) -> GradientReport:
    """Return the gradients on these rows beside differences, with a fault if one is named. Raises
    SettingError."""
    network, loss = planted(in_float64(experiment.net.network), experiment.net.loss, fault)
    return gradcheck(network, loss, _batch(experiment, rows), most=MOST_COMPARED)


def _batch(experiment: Experiment, rows: Sequence[int]) -> Batch:
    data = experiment.trainer.data
    n = len(data)
    if not 0 < len(rows) <= MOST_ROWS or not all(0 <= row < n for row in rows):
        legal = f"1 to {MOST_ROWS} rows from 0 to {n - 1}"
        raise SettingError(f"rows: {shown(list(rows))} is not legal: give {legal}")
    return data.take(np.array(rows))
