"""Models of several files: which belong together, by their names, and how they are read as one.

The process that reads foreign files may open a single one.  So files that belong together are
put in a zip first, as they stand: a folder of Keras's own is then a ``.keras`` file again, and
the others are read by `engine.network.formats.parts`.  Nothing in them is looked at here.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

CONFIG, WEIGHTS, METADATA = "config.json", "model.weights.h5", "metadata.json"
ARCHITECTURES = (".json", ".yaml", ".yml")
ENDS = (".weights.h5", "_weights.h5", "-weights.h5", ".h5", ".hdf5")
"""What the weights of an architecture are called, behind its own name."""

SHARD = ".bin"
MAX_SHARDS = 256

Members = dict[str, Path]
"""Files by the names that they have in the zip."""


def members_of(path: Path, weights: Path | None = None) -> Members:
    """The files of the model that a file or folder is a part of, at least two; empty where it is
    none by its name.  ``weights`` belongs to it, whatever it is called."""
    if weights is not None:
        return _pair(path, weights)
    try:
        return _found(path)
    except (OSError, ValueError):  # no path at all, or one that leads round
        return {}


def _found(path: Path) -> Members:
    folder = path if path.is_dir() else path.parent
    whole = {name: folder / name for name in (CONFIG, WEIGHTS)}
    if (path.is_dir() or path.name in whole) and all(map(Path.is_file, whole.values())):
        metadata = folder / METADATA
        return whole | ({METADATA: metadata} if metadata.is_file() else {})
    if path.is_dir():
        return _of_shards(path / "model.json")
    if path.suffix.lower() in ARCHITECTURES:
        base = path.name[: -len(path.suffix)]
        found = (path.with_name(base + end) for end in ENDS)
        beside = next(filter(Path.is_file, found), None)
        return _of_shards(path) if beside is None else _pair(path, beside)
    if path.suffix.lower() == SHARD:
        members = _of_shards(path.with_name("model.json"))
        return members if path in members.values() else {}
    end = next((end for end in ENDS if path.name.lower().endswith(end)), None)
    if end is None:
        return {}
    found = (path.with_name(path.name[: -len(end)] + kind) for kind in ARCHITECTURES)
    architecture = next(filter(Path.is_file, found), None)
    return {} if architecture is None else _pair(architecture, path)


def apart(paths: Sequence[Path]) -> list[Path]:
    """The paths without those that belong to a model that one before them is a part of; a path that
    is named twice stays twice."""
    taken: set[Path] = set()
    kept = []
    for path in paths:
        if path not in taken:
            kept.append(path)
            taken |= set(members_of(path).values()) - {path}
    return kept


@contextmanager
def gathered(members: Members, name: str) -> Iterator[Path]:
    """A zip of them called ``name``, for as long as it is read; the same for the same files.

    Raises:
        OSError: one cannot be read, or the zip not be written.
    """
    with tempfile.TemporaryDirectory(prefix="gatescope-") as folder:
        path = Path(folder) / name
        with zipfile.ZipFile(path, "w") as archive:
            for member, part in sorted(members.items()):
                info = zipfile.ZipInfo(member)
                info.file_size = part.stat().st_size
                with part.open("rb") as source, archive.open(info, "w") as target:
                    shutil.copyfileobj(source, target, 1 << 20)
        yield path


def _pair(architecture: Path, weights: Path) -> Members:
    if architecture.suffix.lower() not in ARCHITECTURES:
        architecture, weights = weights, architecture
    return {
        f"architecture/{architecture.name}": architecture,
        f"weights/{weights.name}": weights,
    }


def _of_shards(path: Path) -> Members:
    """TensorFlow.js's ``model.json`` with the files of numbers beside it."""
    if not path.is_file():
        return {}
    shards = sorted(one for one in path.parent.glob(f"*{SHARD}") if one.is_file())
    if not 0 < len(shards) <= MAX_SHARDS:
        return {}
    return {f"architecture/{path.name}": path} | {f"shards/{one.name}": one for one in shards}
