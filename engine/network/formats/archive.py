"""Taking members out of a zip file, into memory and up to a bound; nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from functools import lru_cache
from pathlib import Path, PurePosixPath

from engine.errors import ModelError
from engine.safely.limits import most_output

SIGNATURE = b"PK\x03\x04"
MAX_MEMBERS = 100_000
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
MAX_RATIO = 1032
"""Deflate makes at most so many bytes of one (RFC 1951: 258 bytes of two bits)."""


def names_in(path: Path) -> tuple[str, ...]:
    """The names in a zip file, to tell what it is; none where it is no zip, or has too many for
    one that is opened.  Asked again for the same file, it costs nothing."""
    with path.open("rb") as file:
        if file.read(4) != SIGNATURE:
            return ()
    state = path.stat()
    return _names(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=1)
def _names(path: Path, size: int, changed: int) -> tuple[str, ...]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, NotImplementedError):
        return ()
    return tuple(names) if len(names) <= MAX_MEMBERS else ()


def rehearse_zip() -> None:
    """Read a small zip of our own making (`engine.network.formats.registry.FormatModule`)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a\u00e9", b"a" * 100)
    with zipfile.ZipFile(packed) as archive:
        archive.read(archive.namelist()[0])


class Archive:
    """The members of a zip file that may be read.

    Args:
        path: the zip file.
        archive: the same, opened.

    Raises:
        ModelError: it has absurdly many members, or one whose name leads out of it.
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._name = path.name
        self._most = most_output(path.stat().st_size)
        self.names = archive.namelist()
        self._times = Counter(self.names)
        if len(self.names) > MAX_MEMBERS:
            raise ModelError(
                "{name} has {count} members; a model has at most {most}.",
                name=self._name,
                count=f"{len(self.names):,}",
                most=f"{MAX_MEMBERS:,}",
            )
        if (outside := next((name for name in self.names if _leads_out(name)), None)) is not None:
            raise ModelError(
                "{name} has a member {member} that leads out of it; such files are not opened.",
                name=self._name,
                member=outside[:80],
            )

    def read(self, member: str, most: int) -> bytes:
        """A member, whole.

        Args:
            member: its name.
            most: bytes that it may have; a file that is small itself may have fewer.

        Raises:
            ModelError: it is there twice, encrypted, oddly packed or too large.
            KeyError: there is none.
            zipfile.BadZipFile: it is damaged.
        """
        info = self._archive.getinfo(member)
        if self._times[member] > 1:
            raise ModelError(
                "{name} has {member} twice, and no one can say which is meant. Save the model "
                "again.",
                name=self._name,
                member=member,
            )
        if info.flag_bits & ENCRYPTED:
            raise ModelError(
                "{name} is encrypted with a password. Save the model again without one.",
                name=self._name,
            )
        if info.compress_type not in METHODS:
            raise ModelError(
                "The {member} in this file is packed in a way that Keras does not use. Save the "
                "model again.",
                member=member,
            )
        size = info.file_size
        if size > min(most, self._most):
            raise ModelError(
                "The {member} in this file would unpack to {size} bytes, more than Gatescope "
                "opens.",
                member=member,
                size=f"{size:,}",
            )
        if size > MAX_RATIO * (info.compress_size + 1):
            raise zipfile.BadZipFile(f"the size of {member} is a lie")
        with self._archive.open(info) as file:
            return file.read(size + 1)


def _leads_out(name: str) -> bool:
    """Whether a name would lie elsewhere, were it unpacked: ``../a``, ``/a``, ``C:a``."""
    plain = name.replace("\\", "/")
    return plain.startswith("/") or ".." in PurePosixPath(plain).parts or plain[1:2] == ":"
