"""Files that are written whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any


def write_atomically(path: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` fill a file beside ``path``, then give it that name.

    Args:
        path: what the file is called in the end; an old one is replaced.
        write: is given a path with the same suffix (Keras looks at it).

    Raises:
        OSError: it cannot be written; an old one stays as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-", suffix=path.suffix)
    os.close(handle)
    try:
        write(Path(name))
        os.chmod(name, 0o644)  # mkstemp's own is for the user alone
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_json(path: Path, found: Mapping[str, Any]) -> None:
    """Write plain data as JSON, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    write_atomically(path, lambda at: at.write_text(text, encoding="utf-8", newline="\n"))
