"""The store: every run that was ever made, in one SQLite file that anybody can read."""

from noron.experiments.store.reader import Reader, StoredRun
from noron.experiments.store.writer import Store

__all__ = ["Reader", "Store", "StoredRun"]
