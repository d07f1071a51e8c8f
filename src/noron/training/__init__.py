"""Training: the loop, its settings, callbacks, and the history of a run."""
