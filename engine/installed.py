"""Files of data in installed packages, found without importing the package."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def data_file(package: str, name: str) -> Path | None:
    """A file in an installed package; None where either is missing.

    Args:
        package: the name under which it is imported; nothing of it is run.
        name: the file's path inside, parted by ``/``.
    """
    spec = importlib.util.find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder) / name
        if path.is_file():
            return path
    return None
