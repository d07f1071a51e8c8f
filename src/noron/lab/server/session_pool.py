"""The sessions of the lab's pages: one for each tab, kept for a while after its page has gone."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import final

from noron.lab.session import LabSession

KEPT_SECONDS = 600.0
"""How long a session waits for its page to come back."""
MOST_SESSIONS = 20


@final
@dataclass
class PooledSession:
    """A session, and whether a page is with it.

    Attributes:
        name: what the page calls it when it comes back.
        is_taken: whether a page is connected.
        left: when the last page has gone.
    """

    name: str
    session: LabSession
    is_taken: bool = True
    left: float = 0.0


@final
class SessionPool:
    """Gives each page a session: its own, if it comes back in time, else a new one."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, store: Path | None = None
    ) -> None:
        self.clock, self.store = clock, store
        self.sessions: dict[str, PooledSession] = {}

    def take(self, name: str | None) -> PooledSession | None:
        """Return the session of that name, or a new one; None if there are too many."""
        self.tidy()
        pooled = self.sessions.get(name or "")
        if pooled is not None and not pooled.is_taken:
            pooled.is_taken = True
            return pooled
        if len(self.sessions) >= MOST_SESSIONS:
            free = [one for one in self.sessions.values() if not one.is_taken]
            if not free:
                return None
            del self.sessions[min(free, key=lambda one: one.left).name]
        pooled = PooledSession(secrets.token_urlsafe(9), LabSession(store=self.store))
        self.sessions[pooled.name] = pooled
        return pooled

    def leave(self, pooled: PooledSession) -> None:
        """A page has gone: its network pauses and waits."""
        pooled.is_taken, pooled.left = False, self.clock()
        pooled.session.pace.stop()
        pooled.session.credits = 0

    def tidy(self) -> None:
        """Forget the sessions whose pages have been gone for too long."""
        now = self.clock()
        for pooled in list(self.sessions.values()):
            if not pooled.is_taken and now - pooled.left > KEPT_SECONDS:
                del self.sessions[pooled.name]
