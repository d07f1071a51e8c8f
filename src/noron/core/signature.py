"""Signatures of model files: Ed25519, by the library cryptography (the extra `[sign]`).

Keys come in pairs of files. The private key signs and stays with its owner; the public one (`.pub`)
goes to those who load the models. A signature is of the hash of a file's header and numbers. It
stands in the file, where older versions of noron pass over it.
"""

import base64
import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from noron.core.atomic import checked_path, named, write_atomically
from noron.core.errors import ModelFileError, SettingError, missing_extra

TrustedKeys = str | Path | Sequence[str | Path] | None
"""The file of a public key, or several; None trusts every file whose hash is right."""

PUBLIC = ".pub"
LARGEST_KEY = 10_000
CONTEXT = b"noron model file, SHA-256 "
"""Stands before the signed hash, so that no signature of anything else fits a model file."""


class Signature(NamedTuple):
    """The signer's public key, 32 bytes, and the signature, 64 bytes."""

    key: bytes
    value: bytes

    @property
    def text(self) -> str:
        """Both in base64, as a file holds them."""
        return f"{self.fingerprint} {_base64(self.value)}"

    @property
    def fingerprint(self) -> str:
        """The public key in base64."""
        return _base64(self.key)

    @staticmethod
    def of_text(text: str) -> "Signature | None":
        """Return the signature that stands in a file, None if the text is none."""
        try:
            key, value = (base64.b64decode(part, validate=True) for part in text.split(" "))
        except ValueError:
            return None
        return Signature(key, value) if (len(key), len(value)) == (32, 64) else None

    def fits(self, sha256: str) -> bool:
        """Return whether the key has signed this hash."""
        from cryptography.exceptions import InvalidSignature

        ed25519, _ = _library()
        try:
            key = ed25519.Ed25519PublicKey.from_public_bytes(self.key)
            key.verify(self.value, CONTEXT + sha256.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


class SigningKey:
    """A private key from a file.

    Raises SettingError for a file that holds none, and for one that others may read.
    """

    def __init__(self, path: str | Path) -> None:
        ed25519, serialization = _library()
        path = checked_path(path)
        content = _key_file(path)
        self._key: Any = None
        with suppress(ValueError, TypeError):  # TypeError: it needs a password
            self._key = serialization.load_pem_private_key(content, None)
        if not isinstance(self._key, ed25519.Ed25519PrivateKey):
            raise SettingError(
                f"{named(path)} holds no private Ed25519 key: make one with noron sign --new-key"
            )
        if sys.platform != "win32" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise SettingError(f"the key {named(path)} is open to others: chmod 600 {path}")

    def sign(self, sha256: str) -> Signature:
        """Sign a hash."""
        public = self._key.public_key().public_bytes_raw()
        return Signature(public, self._key.sign(CONTEXT + sha256.encode()))


def new_key(path: str | Path) -> Path:
    """Write a private key that only its owner may read, and the public one beside it, `.pub`.

    Return the public key's path. Raises SettingError if a file is there or cannot be written.
    """
    ed25519, s = _library()
    path = checked_path(path)
    public = path.parent / (path.name + PUBLIC)
    for file in (path, public):
        if file.exists():
            raise SettingError(f"{named(file)} is there already: give another name")
    key = ed25519.Ed25519PrivateKey.generate()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
    except OSError as error:
        raise SettingError(
            f"{named(path)} cannot be written ({error.strerror or error}): give a file in a folder "
            "of your own"
        ) from None
    content = key.public_key().public_bytes(s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo)
    write_atomically(public, content)
    return public


def check_signed(path: Path, sha256: str, text: str | None, trusted: TrustedKeys) -> None:
    """Raise ModelFileError unless a trusted key has signed this hash; None trusts everything."""
    if trusted is None:
        return
    files = [trusted] if isinstance(trusted, str | Path) else trusted
    keys = {_public_key(checked_path(file)) for file in files}
    if text is None:
        raise ModelFileError(
            f"{named(path)} is not signed, and only signed files are trusted: ask for a signed one"
        )
    signature = Signature.of_text(text)
    if signature is None or not signature.fits(sha256):
        raise ModelFileError(
            f"{named(path)} has been changed since it was signed, as the signature does not fit: "
            "take another copy of it"
        )
    if signature.key not in keys:
        raise ModelFileError(
            f"{named(path)} is signed by the key {signature.fingerprint}, which is not trusted: "
            "give the file of that key if you trust its owner"
        )


def _public_key(path: Path) -> bytes:
    ed25519, serialization = _library()
    content = _key_file(path)
    try:
        key = serialization.load_pem_public_key(content)
    except ValueError:
        key = None
    if not isinstance(key, ed25519.Ed25519PublicKey):
        raise SettingError(
            f"{named(path)} holds no public Ed25519 key: give the file that ends in {PUBLIC}"
        )
    return key.public_bytes_raw()


def _key_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_KEY)
    except OSError as error:
        raise SettingError(
            f"the key {named(path)} cannot be read ({error.strerror or error}): give its file"
        ) from None


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _library() -> tuple[Any, Any]:
    try:
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import ed25519
    except ImportError as error:
        raise missing_extra("sign", "cryptography", "a signature") from error
    return ed25519, serialization
