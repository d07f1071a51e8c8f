"""The host of a session in the browser: Pyodide, in a worker of the page.

The worker's script calls `receive` with each message of the page, and `turn` whenever nothing else
is to be done; between two turns it reads the page's messages, so that a pause is answered after the
present slice. Answers go to the function that the script gives.
"""

from collections import deque
from collections.abc import Callable
from typing import final

from noron.lab.session import LabSession

Send = Callable[[str | bytes], object]

UNTIL_A_MESSAGE = -1.0


@final
class BrowserHost:
    """A session, and the messages that wait for it.

    Attributes:
        session: the session.
    """

    def __init__(self, send: Send) -> None:
        self.session = LabSession()
        self._send = send
        self._inbox: deque[str] = deque()

    def receive(self, text: str) -> None:
        """Put a message of the page behind those that wait."""
        self._inbox.append(text)

    def turn(self) -> float:
        """Answer one message, or train for a slice if none waits; return the milliseconds until the
        next turn, or UNTIL_A_MESSAGE if there is nothing to do before one comes."""
        session, inbox = self.session, self._inbox
        answers = session.handle(inbox.popleft()) if inbox else session.work()
        for answer in answers:
            self._send(answer)
        if inbox:
            return 0.0
        if not session.is_busy:
            return UNTIL_A_MESSAGE
        return 0.0 if answers else 1000 * session.idle_seconds
