"""Look through a model file without using it: facts, hash, signer and oddities."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, final

from noron.core.atomic import checked_path
from noron.core.errors import MissingExtraError, ModelFileError, NoronError
from noron.core.notebook import Shown, Summary
from noron.core.signature import Signature, TrustedKeys, check_signed
from noron.core.tensor_file import (
    KEY,
    SIGNATURE,
    Header,
    Tensors,
    digest,
    parse_header,
    read_raw,
    tensors_of,
    texts_of,
)
from noron.engines.machine import machine
from noron.model.verification import (
    content_oddities,
    file_oddities,
    number_oddities,
    text_oddities,
)
from noron.model.verification.oddity import Oddity


@final
@dataclass(repr=False)
class Verification(Shown):
    """What `verify` sees in a file.

    Attributes:
        path: the file.
        kind: "network", "table model", "snapshot", or "unknown".
        size: its bytes.
        sha256: the hash of all its bytes.
        facts: what is inside: layers, parameters, classes, columns ...
        made: with what it was written: the versions of noron, Python and NumPy, the platform.
        signer: the public key that has signed it; "" if none has.
        oddities: everything odd.
    """

    path: str
    kind: str = "unknown"
    size: int = 0
    sha256: str = ""
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    made: dict[str, Any] = field(default_factory=dict[str, Any])
    signer: str = ""
    oddities: list[Oddity] = field(default_factory=list[Oddity])

    @property
    def is_clean(self) -> bool:
        """Return whether nothing is odd."""
        return not self.oddities

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return asdict(self) | {"oddities": [one._asdict() for one in self.oddities]}

    def rows(self) -> list[tuple[str, str]]:
        """Return everything but the oddities as names and texts."""
        made = ", ".join(f"{name} {version}" for name, version in self.made.items())
        return [
            ("file", self.path),
            ("kind", f"{self.kind}, {self.size:,} bytes"),
            ("sha-256", self.sha256 or "(not computed)"),
            *((name, _as_text(value)) for name, value in self.facts.items()),
            ("made with", made or "(the file does not say)"),
            ("signed by", self.signer or "nobody"),
        ]

    def _summary(self) -> Summary:
        odd = [f"odd: {one.text} [{one.kind}]" for one in self.oddities]
        return Summary(
            f"{self.path}: {self.kind}, " + (f"{len(odd)} oddities" if odd else "nothing odd"),
            [("", ""), *self.rows()],
            "\n".join(odd),
        )


def verify(path: str | Path, trusted: TrustedKeys = None) -> Verification:
    """Look through a model file: what is inside, who made it, and whether anything is odd.

    The file may be damaged or foreign: that is an oddity, no error. `trusted`: files of public
    keys; it is odd if none of them has signed the file. ModelFileError if the file is not there.
    """
    path = checked_path(path)
    seen = Verification(str(path))
    try:
        raw = read_raw(path)
    except ModelFileError as error:
        if not path.is_file():
            raise
        seen.size = path.stat().st_size
        seen.oddities.append(Oddity("unreadable", str(error)))
        return seen
    seen.size, seen.sha256 = len(raw), hashlib.sha256(raw).hexdigest()
    seen.oddities += [*file_oddities.of_path(path), *file_oddities.of_form(raw)]
    try:
        tensors = tensors_of(path, raw)
    except ModelFileError as error:
        if not seen.oddities:
            seen.oddities.append(Oddity("no-safetensors", str(error)))
        return seen
    texts, _ = texts_of(raw)
    seen.oddities += [
        *file_oddities.of_header(texts.get(KEY)),
        *number_oddities.of_tensors(tensors),
    ]
    _look_into(seen, path, texts, tensors, trusted)
    return seen


def _look_into(
    seen: Verification, path: Path, texts: Mapping[str, str], tensors: Tensors, trusted: TrustedKeys
) -> None:
    try:
        header = parse_header(path, texts.get(KEY))
    except ModelFileError as error:
        if not seen.oddities:
            seen.oddities.append(Oddity("no-json", str(error)))
        return
    stored = str(header.pop("sha256", ""))
    if stored and stored != digest(header, tensors):
        seen.oddities.append(
            Oddity("wrong-hash", "its hash differs: it was changed or damaged after it was saved")
        )
    _look_at_signature(seen, path, stored, texts.get(SIGNATURE), trusted)
    seen.oddities += text_oddities.of_texts(header)
    seen.kind = content_oddities.kind_of(header)
    seen.made = dict(_maker_of(header))
    seen.oddities += _of_maker(seen.made)
    try:
        seen.oddities += content_oddities.of_content(path, header, tensors, seen.facts)
    except (NoronError, LookupError, TypeError, ValueError, AttributeError) as error:
        kind = content_oddities.cause(str(error))
        seen.oddities.append(Oddity(kind, f"it cannot be loaded: {error}"))
    except RecursionError:
        seen.oddities.append(Oddity("nesting", "it describes too many layers within layers"))


def _look_at_signature(
    seen: Verification, path: Path, sha256: str, text: str | None, trusted: TrustedKeys
) -> None:
    signature = None if text is None else Signature.of_text(text)
    if text is not None and signature is None:
        seen.oddities.append(Oddity("no-signature", "its signature is none of Ed25519"))
    elif signature is not None:
        seen.signer = signature.fingerprint
        try:
            if not signature.fits(sha256):
                seen.signer = ""
                what = "its signature does not fit: it was changed after it was signed"
                seen.oddities.append(Oddity("wrong-signature", what))
        except MissingExtraError as error:
            seen.signer += f" (not checked: {error})"
    try:
        check_signed(path, sha256, text, trusted)
    except ModelFileError as error:
        seen.oddities.append(Oddity("not-trusted", str(error)))


def _maker_of(header: Header) -> Mapping[str, Any]:
    snapshot = header.get("snapshot")
    made = header.get("made") or (snapshot.get("made") if isinstance(snapshot, dict) else None)
    return made if isinstance(made, dict) else {}


def _of_maker(made: Mapping[str, Any]) -> Iterator[Oddity]:
    mine = _version(machine()["noron"])  # nothing, if noron is not installed as a package
    if not made:
        yield Oddity("no-maker", "it does not say with which version of noron it was made")
    elif mine and _version(made.get("noron")) > mine:
        yield Oddity("newer-maker", f"it was made with noron {made.get('noron')}, newer than this")


def _version(text: object) -> tuple[int, ...]:
    return tuple(int(part) for part in str(text).split(".") if part.isdecimal() and len(part) < 9)


def _as_text(value: object) -> str:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {text}" for name, text in value.items())
    if isinstance(value, list | tuple):
        more = f" and {len(value) - 12:,} more" if len(value) > 12 else ""
        return ", ".join(map(str, value[:12])) + more
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
