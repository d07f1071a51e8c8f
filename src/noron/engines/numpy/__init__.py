"""The NumPy engine: the formulas as in-place operations on arrays that are allocated once."""
