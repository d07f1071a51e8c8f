"""noron's model file: safetensors with one canonical JSON header, and no executable code.

The header holds the architecture, the names of the data and a hash over the header and all
numbers, so a truncated or changed file is refused. Names in it refer to registered classes, never
to imports.
"""

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import numpy as np

from noron.core.atomic import checked_path, named, write_atomically
from noron.core.errors import ModelFileError, SettingError, shown
from noron.core.types import Array

FORMAT = 1
KEY = "noron"
LONGEST_HEADER = 4 * 2**20

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
    if len(metadata) > LONGEST_HEADER:
        raise SettingError(
            f"the model cannot be saved: its description has {len(metadata):,} characters, but at "
            f"most {LONGEST_HEADER:,} are legal; give it fewer categories or columns"
        )
    write_atomically(path, save(arrays, {KEY: metadata}))


def read_tensors(path: str | Path) -> tuple[Header, Tensors]:
    """Return the header and the tensors; raise ModelFileError for a damaged or foreign file."""
    from safetensors import SafetensorError, safe_open

    path = _readable(path)
    try:
        with safe_open(path, framework="numpy") as file:
            header = _parse_header(path, (file.metadata() or {}).get(KEY))
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (SafetensorError, OSError, TypeError, AttributeError, KeyError) as error:
        raise ModelFileError(
            f"{named(path)} is no model file, or is damaged ({shown(str(error), 80)}): give a file "
            "that net.save(path) wrote"
        ) from None
    stored = header.pop("sha256", None)
    if stored != digest(header, tensors):
        raise ModelFileError(
            f"{named(path)} has been changed or damaged since it was saved, as its hash differs: "
            "take another copy of it, or train again"
        )
    if not all(np.isfinite(value).all() for value in tensors.values()):
        raise ModelFileError(
            f"{named(path)} holds numbers that are not finite: train and save it again"
        )
    return header, tensors


def _readable(path: object) -> Path:
    path = checked_path(path)  # safetensors has only one message for all of these cases
    way_out = "give a model file that noron has saved"
    try:
        if not path.is_file():
            what = "is no regular file" if path.exists() else "does not exist"
            raise ModelFileError(f"{named(path)} {what}: {way_out}")
        path.open("rb").close()
    except OSError as error:
        reason = error.strerror or error
        raise ModelFileError(f"{named(path)} cannot be read ({reason}): {way_out}") from None
    return path


def canonical(data: Any) -> str:
    """Return canonical JSON: sorted keys, no spaces, no NaN."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(header: Header, tensors: Tensors) -> str:
    """Return the SHA-256 of the header and of every tensor's name, type, shape and bytes."""
    h = hashlib.sha256(canonical(header).encode())
    for name, value in sorted(tensors.items()):
        h.update(canonical([name, str(value.dtype), list(value.shape)]).encode())
        h.update(np.ascontiguousarray(value).tobytes())
    return h.hexdigest()


def _parse_header(path: Path, text: str | None) -> Header:
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
