"""noron's model file: safetensors with one canonical JSON header, and no executable code.

The header holds the architecture, the names of the data and a hash over the header and all
numbers, so a truncated or changed file is refused. Names in it refer to registered classes, never
to imports.
"""

import hashlib
import json
import math
import os
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.atomic import checked_path, named, write_atomically
from noron.core.errors import ModelFileError, SettingError, shown
from noron.core.signature import SigningKey, TrustedKeys, check_signed
from noron.core.types import Array

FORMAT = 1
KEY, SIGNATURE = "noron", "signature"
LONGEST_HEADER = 4 * 2**20
LONGEST_PREFIX = 2 * LONGEST_HEADER + 2**20
"""Bytes of safetensors' own header, in which ours stands with its quotation marks escaped."""

MOST_OBJECTS = 50_000
"""The most tensors, layers and columns: what they take in memory is many times their text."""

PREFIX = b'{"__metadata__":'
"""The begin of safetensors' header."""

Header = dict[str, Any]
Tensors = dict[str, Array]


def write_tensors(path: str | Path, header: Header, tensors: Tensors) -> None:
    """Write the header and the tensors to a model file; the old file stays until it is complete.

    The tensors are copied first, so another thread that changes them cannot break the hash.
    Raises SettingError for a header that is too long, DataError if the file cannot be written.
    """
    from safetensors.numpy import save

    header = {"format": FORMAT} | header
    arrays = {name: np.array(value, order="C") for name, value in tensors.items()}
    metadata = canonical({"sha256": digest(header, arrays)} | header)
    n_objects = metadata.count("{") + len(arrays) + 2
    if len(metadata) > LONGEST_HEADER or n_objects > MOST_OBJECTS:
        raise SettingError(
            f"the model cannot be saved: its description has {len(metadata):,} characters and "
            f"{n_objects:,} parts, but at most {LONGEST_HEADER:,} and {MOST_OBJECTS:,} are legal; "
            "give it fewer layers, categories or columns"
        )
    write_atomically(path, save(arrays, {KEY: metadata}))


def read_tensors(path: str | Path, trusted: TrustedKeys = None) -> tuple[Header, Tensors]:
    """Return the header and the tensors; raise ModelFileError for a damaged or foreign file.

    With `trusted`, files of public keys, one of them must have signed the file.
    """
    path = checked_path(path)
    raw = read_raw(path)
    tensors = tensors_of(path, raw)
    texts, _ = texts_of(raw)
    header = parse_header(path, texts.get(KEY))
    stored = header.pop("sha256", None)
    if stored != digest(header, tensors):
        raise ModelFileError(
            f"{named(path)} has been changed or damaged since it was saved, as its hash differs: "
            "take another copy of it, or train again"
        )
    check_signed(path, stored, texts.get(SIGNATURE), trusted)
    if not all(np.isfinite(value).all() for value in tensors.values()):
        raise ModelFileError(
            f"{named(path)} holds numbers that are not finite: train and save it again"
        )
    return header, tensors


def body_of(header: Header) -> Header:
    """Return the header without what every file has: its format, and with what it was made."""
    made = header.get("made", {})
    if not isinstance(made, dict) or not all(isinstance(text, str) for text in made.values()):
        raise SettingError(f"made is {shown(made)}: give texts with names")
    return {name: value for name, value in header.items() if name not in ("format", "made")}


def sign(path: str | Path, key: SigningKey) -> str:
    """Sign a model file, in place; return the public half of the key in base64.

    Raises ModelFileError for a file that cannot be loaded.
    """
    path = checked_path(path)
    read_tensors(path)
    raw = read_raw(path)
    texts, end = texts_of(raw)
    signature = key.sign(json.loads(texts[KEY])["sha256"])
    texts = {KEY: texts[KEY], SIGNATURE: signature.text}
    prefix = PREFIX + canonical(texts).encode() + prefix_of(raw).decode()[end:].rstrip().encode()
    prefix += b" " * (-len(prefix) % 8)
    tensors = raw[8 + len(prefix_of(raw)) :]
    write_atomically(path, len(prefix).to_bytes(8, "little"), prefix, tensors)
    return signature.fingerprint


def is_model(path: Path) -> bool:
    """Return whether the file is there and has a header of noron."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="numpy") as file:
            return KEY in (file.metadata() or {})
    except (SafetensorError, OSError):
        return False


def read_raw(path: Path) -> bytes:
    """Return the bytes of a file. They are read, not mapped: a cut file would end the process.

    Raises ModelFileError for a file that cannot be read, and for a header that is too long.
    """
    way_out = "give a model file that noron has saved"
    try:
        if not path.is_file():
            what = "is no regular file" if path.exists() else "does not exist"
            raise ModelFileError(f"{named(path)} {what}: {way_out}")
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            check_prefix(path, file.read(min(8 + LONGEST_PREFIX, size)))
            file.seek(0)
            return check_prefix(path, file.read())
    except OSError as error:
        reason = error.strerror or error
        raise ModelFileError(f"{named(path)} cannot be read ({reason}): {way_out}") from None
    except MemoryError:
        raise ModelFileError(
            f"{named(path)} is too large for the memory of this machine: load it on a larger one"
        ) from None


def check_prefix(path: Path, raw: bytes) -> bytes:
    """Return the bytes of a file; ModelFileError if its header would take too much memory."""
    length = int.from_bytes(raw[:8], "little")
    if length > LONGEST_PREFIX:
        raise ModelFileError(
            f"{named(path)} is no model file, or is damaged (it begins with a header of "
            f"{length:,} bytes, but at most {LONGEST_PREFIX:,} are legal): give a file that "
            "net.save(path) wrote"
        )
    n_objects = prefix_of(raw).count(b"{")
    if n_objects > MOST_OBJECTS:
        raise ModelFileError(
            f"{named(path)} has {n_objects:,} tensors, layers and columns, but at most "
            f"{MOST_OBJECTS:,} are legal: give a file that net.save(path) wrote"
        )
    return raw


def tensors_of(path: Path, raw: bytes) -> Tensors:
    """Return the tensors in the bytes of a file. Raises ModelFileError."""
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        return load(raw)
    except (SafetensorError, KeyError, ValueError) as error:  # KeyError: of a type of PyTorch
        raise ModelFileError(
            f"{named(path)} is no model file, or is damaged ({shown(str(error), 80)}): give a file "
            "that net.save(path) wrote"
        ) from None


def prefix_of(raw: bytes) -> bytes:
    """Return safetensors' own header, in which noron's stands as a text."""
    return raw[8 : 8 + int.from_bytes(raw[:8], "little")]


def texts_of(raw: bytes) -> tuple[dict[str, str], int]:
    """Return the texts at the begin of safetensors' header, which is valid, and where they end."""
    prefix = prefix_of(raw)
    if not prefix.startswith(PREFIX):
        return {}, 0
    return json.JSONDecoder().raw_decode(prefix.decode(), len(PREFIX))


def canonical(data: Any) -> str:
    """Return canonical JSON: sorted keys, no spaces, no NaN."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(header: Header, tensors: Tensors) -> str:
    """Return the SHA-256 of the header and of every tensor's name, type, shape and bytes."""
    h = hashlib.sha256(canonical(header).encode())
    for name, value in sorted(tensors.items()):
        h.update(canonical([name, str(value.dtype), list(value.shape)]).encode())
        flat: Any = np.ascontiguousarray(value).reshape(-1)
        h.update(flat)
    return h.hexdigest()


def parse_header(path: Path, text: str | None) -> Header:
    """Return noron's header from its text, which must be canonical. Raises ModelFileError."""
    if text is None:
        raise ModelFileError(
            f"{named(path)} has no header of noron: give a file that net.save(path) wrote"
        )
    if len(text) > LONGEST_HEADER:
        raise ModelFileError(
            f"{named(path)} has a header of {len(text):,} characters, but at most "
            f"{LONGEST_HEADER:,} are legal: give a file that net.save(path) wrote"
        )
    try:
        header = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise ModelFileError(f"{named(path)} has a damaged header: save it again") from None
    if not isinstance(header, dict) or not _is_canonical(header, text):
        raise ModelFileError(f"{named(path)} has a damaged header: save it again")
    if header.get("format") != FORMAT:
        raise ModelFileError(
            f"{named(path)} is of format {shown(header.get('format'))}, but this version of noron "
            f"reads {FORMAT}: load it with the version that saved it, or train again"
        )
    return header


def _is_canonical(header: Header, text: str) -> bool:
    try:
        return canonical(header) == text
    except (ValueError, RecursionError):  # 1e999 became infinite, or it is nested too deep
        return False


def _no_constant(name: str) -> float:
    raise ValueError(name)


def check_tensors(path: str | Path, expected: dict[str, tuple[int, ...]], tensors: Tensors) -> None:
    """Raise ModelFileError unless the file has exactly these tensors with these shapes."""
    result = {name: value.shape for name, value in tensors.items()}
    if result != expected:
        odd = sorted(result.keys() ^ expected.keys()) or [
            n for n in result if result[n] != expected[n]
        ]
        raise ModelFileError(
            f"{named(path)} does not fit its own header (see {shown(odd)}; it describes "
            f"{sum(math.prod(shape) for shape in expected.values()):,} numbers)"
        )
