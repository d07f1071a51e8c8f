"""Policies: callbacks that decide when a run ends. Every module of this folder is imported."""

from noron.core.registry import import_modules
from noron.training.policies.base import StoppingRule, watched_by
from noron.training.policies.rules import EarlyStopping, Settled, Target

__all__ = ["EarlyStopping", "Settled", "StoppingRule", "Target", "watched_by"]

import_modules(__name__, __path__)
