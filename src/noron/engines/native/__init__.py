"""The native engine: the compiled kernels, and what binds a network to them."""
