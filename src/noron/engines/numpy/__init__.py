"""The NumPy engine: the formulas as in-place operations on arrays made once."""
