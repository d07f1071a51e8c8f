"""Tools around a network: gradient check, ladder, profiler, catalogue of names."""
