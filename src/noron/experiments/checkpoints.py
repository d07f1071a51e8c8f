"""Where the checkpoints of stored runs lie: in a folder beside the store, a folder for each run.

A run of `noron train` has the folder of its number. A trial of a comparison or a search has that of
its recipe, so that the same command, given again, goes on within the trial.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from noron.core.errors import SettingError, check_number
from noron.experiments.spec import RunSpec
from noron.training.checkpoint import EVERY, Checkpoints, files_in

VARIABLE = "NORON_CHECKPOINT_SECONDS"
"""The environment variable that sets the seconds between two checkpoints."""


def checkpoints_folder(store: Path) -> Path:
    """Return the folder in which the checkpoints of a store's runs lie."""
    return store.with_name(f"{store.name}-checkpoints")


def of_run(store: Path, run: int) -> Path:
    """Return the folder of a run."""
    return checkpoints_folder(store) / str(run)


def has_checkpoint(store: Path, run: int) -> bool:
    """Return whether the run has a checkpoint to go on from."""
    return any(files_in(of_run(store, run)))


def of_trial(folder: Path, spec: RunSpec) -> Checkpoints:
    """Return the checkpoints of a trial in a folder; the hash of the recipe's data is known."""
    return Checkpoints(folder / f"trial-{spec.identity[:16]}", every=seconds())


def of_fit(store: Path, asked: Mapping[str, Any]) -> Checkpoints:
    """Return the checkpoints of a `noron fit` with these options, in a folder of their own."""
    known = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
    folder = checkpoints_folder(store) / f"table-{known[:16]}"
    return Checkpoints(folder, every=seconds(), results_follow=True)


def seconds() -> float:
    """Return the seconds between two checkpoints. SettingError for a wrong variable."""
    given = os.environ.get(VARIABLE, "")
    if not given:
        return EVERY
    try:
        return check_number(VARIABLE, float(given), low=0, open_low=True)
    except ValueError:
        raise SettingError(
            f"{VARIABLE} is {given!r}: give a number of seconds, such as 30"
        ) from None
