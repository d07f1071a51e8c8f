"""Training: the loop, its settings, callbacks, the history that it leaves."""
