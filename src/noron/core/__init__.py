"""Foundations without mathematics: errors, the registry, types, text, streams, atomic files."""
