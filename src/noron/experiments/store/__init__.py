"""The store: every run that was ever made, in one SQLite file that anybody can read."""

from pathlib import Path

from noron.experiments.store.reader import Reader, StoredRun
from noron.experiments.store.writer import Store

__all__ = ["STORE", "Reader", "Store", "StoredRun"]

STORE = Path("runs/noron.sqlite")
"""Where it lies, unless another place is given."""
