"""The answers to messages, as a host sends them on."""

Answers = list[str | bytes]
"""Texts are answers, bytes are frames."""
