"""Experiments: recipes, the store that keeps every run, and comparisons that prove something."""
