"""Advice: what the numbers of a run say is wrong, and the way out."""

from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True)
class Advice:
    """A likely mistake of a run; `str(advice)` is its message.

    Attributes:
        kind: its name, such as "inputs" or "rate too high".
        seen: what was measured, with its figure.
        remedy: what to do, in the words of Python; empty if `seen` says it.
        option: the same in the words of the command line; empty if they do not differ.
    """

    kind: str
    seen: str
    remedy: str = ""
    option: str = ""

    @property
    def message(self) -> str:
        """What was seen, and what to do."""
        return ". ".join(filter(None, (self.seen, self.remedy)))

    @property
    def for_command(self) -> str:
        """The message in the words of the command line."""
        return f"{self.seen}. {self.option}" if self.option else self.message

    def __str__(self) -> str:
        return self.message
