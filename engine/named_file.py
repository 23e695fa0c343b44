"""`named_file`: the file that somebody named in the shell."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from engine.errors import GatescopeError

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_WINDOWS = re.compile(r"(?P<drive>[A-Za-z]):[\\/]|[^/]+\\[^/]*$")


def named_file(text: str) -> Path:
    """The path of a file as it is named in the shell; ``~`` is the own folder.

    Raises:
        GatescopeError: it is an address in the web, or a path of another system.
    """
    if text.lower().startswith("file://"):
        from urllib.request import url2pathname  # it imports all of HTTP

        return Path(url2pathname(urlsplit(text).path))
    if _ADDRESS.match(text):
        raise GatescopeError(
            "{address} is an address, and Gatescope opens files of this computer alone. Download "
            "the file, and name where it lies.",
            address=text,
        )
    if not text.strip():
        raise GatescopeError("A file without a name cannot be opened. Write its path.")
    path = Path(text)
    if os.name != "nt" and _WINDOWS.match(text) and not path.exists():
        raise GatescopeError(
            "{path} is a path as Windows writes it, and this is another system: write it with /. In "
            "WSL the drive C: is /mnt/c.",
            path=text,
        )
    try:
        return path.expanduser()
    except RuntimeError:  # no such user
        return path
