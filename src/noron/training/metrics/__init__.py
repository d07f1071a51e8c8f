"""The metrics that every run records. Every module of this folder is imported."""

from noron.core.registry import import_modules
from noron.training.metrics.base import RecordedMetric, metrics_for, recorded_names
from noron.training.metrics.quality import R2, Accuracy

__all__ = ["R2", "Accuracy", "RecordedMetric", "metrics_for", "recorded_names"]

import_modules(__name__, __path__)
