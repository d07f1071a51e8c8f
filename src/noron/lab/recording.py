"""A recording of the experiment with which the lab begins: what a page shows until its engine is
there.

It holds the answers and frames of a session, one behind the other, compressed by gzip: each is the
length of its bytes (4 bytes, little-endian), 0 for a text or 1 for a frame, and the bytes.
"""

import gzip
import json
import struct
from typing import Any

import numpy as np

from noron.lab.answers import Answers
from noron.lab.frames import pack, unpack
from noron.lab.protocol import PROTOCOL
from noron.lab.session import LabSession

FRAMES = 36
LEVELS = 0xFC
"""Bytes of pictures are rounded down to every fourth, which halves the recording."""
LAST_STEP = 2_800
"""The recording ends where the network has learnt its data: after 100 epochs of 28 steps."""


def steps_shown(frames: int = FRAMES, last: int = LAST_STEP) -> list[int]:
    """Return the steps whose frames are recorded: close at first, when most happens.

    >>> steps_shown(5, 100)
    [0, 6, 25, 56, 100]
    """
    return sorted({round(last * (i / (frames - 1)) ** 2) for i in range(frames)})


def recorded(frames: int = FRAMES, last: int = LAST_STEP) -> bytes:
    """Return a recording of the lab's first experiment, trained for `last` steps."""
    session = LabSession()
    answers = _sent(session, "hello", protocol=PROTOCOL)
    answers += [one for one in _sent(session, "open", link="") if not _is_opened(one)]
    for step in steps_shown(frames, last):
        _sent(session, "rewind", to=step)
        _sent(session, "see", credits=1)
        answers += map(_smaller, session.work())
    return gzip.compress(b"".join(map(_packed, answers)), 9, mtime=0)


def unpacked(recording: bytes) -> Answers:
    """Return the answers and frames of a recording."""
    data = gzip.decompress(recording)
    answers: Answers = []
    at = 0
    while at < len(data):
        length, kind = struct.unpack_from("<IB", data, at)
        content = data[at + 5 : at + 5 + length]
        answers.append(content if kind else content.decode())
        at += 5 + length
    return answers


def _packed(answer: str | bytes) -> bytes:
    content = answer.encode() if isinstance(answer, str) else answer
    return struct.pack("<IB", len(content), isinstance(answer, bytes)) + content


def _sent(session: LabSession, name: str, **values: Any) -> Answers:
    return session.handle(json.dumps({"t": name, **values}))


def _is_opened(answer: str | bytes) -> bool:
    return isinstance(answer, str) and json.loads(answer)["t"] == "opened"


def _smaller(frame: str | bytes) -> bytes:
    """Return a frame with fewer levels of brightness, and without the seconds that it took, which
    differ each time."""
    assert isinstance(frame, bytes)
    facts, arrays = unpack(frame)
    fewer = {k: v & np.uint8(LEVELS) if v.dtype == np.uint8 else v for k, v in arrays.items()}
    return pack(facts.pop("t"), fewer, **facts | {"seconds": 0.0})
