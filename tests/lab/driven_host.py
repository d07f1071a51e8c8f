"""What a session answers to messages, as plain data; also run as a program, in Pyodide."""

import json
from pathlib import Path
from typing import Any

from noron.lab.browser import UNTIL_A_MESSAGE, BrowserHost
from noron.lab.frames import unpack


def driven(texts: list[str]) -> list[list[Any]]:
    """The answers and frames to each message, all there is to do after it being done."""
    answers: list[str | bytes] = []
    host = BrowserHost(answers.append)
    result = []
    for text in texts:
        host.receive(text)
        while host.turn() != UNTIL_A_MESSAGE:
            pass
        result.append([plain(answer) for answer in answers])
        answers.clear()
    return result


def plain(answer: str | bytes) -> Any:
    """An answer or frame as plain data."""
    if isinstance(answer, str):
        return json.loads(answer)
    facts, arrays = unpack(answer)
    listed = {name: {a.dtype.str[1:]: a.ravel().tolist()} for name, a in arrays.items()}
    return facts | {name: {"shape": arrays[name].shape} | a for name, a in listed.items()}


if __name__ == "__main__":
    asked = json.loads(Path("/input").read_text())
    Path("/output").write_text(json.dumps(driven(asked)))
