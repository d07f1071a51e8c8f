"""Who may talk to the lab: those who have the key that was printed, once, and whom it was swapped
for a key of their own."""

import hmac
import secrets
import time
from collections.abc import Callable
from typing import final

KEY_BYTES = 32
FIRST_SECONDS = 600.0
"""How long the printed key is good for."""
MOST_KEYS = 64
"""The keys that are valid at a time; the oldest one ends when there are more."""


@final
class Keys:
    """The keys of one process of the lab. They are never written to a file or a log.

    Attributes:
        first: the key that is printed; it is good once, and for ten minutes.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self._given: list[str] = []
        self.renew()

    def renew(self) -> str:
        """Make another first key and return it; the one before it ends."""
        self.first = secrets.token_urlsafe(KEY_BYTES)
        self._is_used, self._made = False, self.clock()
        return self.first

    def accepts(self, key: str) -> bool:
        """Return whether a key is valid now; the first one still is unless it has been swapped."""
        is_first = hmac.compare_digest(key.encode(), self.first.encode())
        is_fresh = not self._is_used and self.clock() - self._made < FIRST_SECONDS
        is_given = [hmac.compare_digest(key.encode(), given.encode()) for given in self._given]
        return (is_first and is_fresh) or any(is_given)

    def swap(self, key: str) -> str | None:
        """Return the key for the rest of the process if this is the first one, which then ends."""
        if not (self.accepts(key) and hmac.compare_digest(key.encode(), self.first.encode())):
            return None
        self._is_used = True
        given = secrets.token_urlsafe(KEY_BYTES)
        self._given = [*self._given, given][-MOST_KEYS:]
        return given
