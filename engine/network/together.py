"""Models of several files: which belong together, by their names, and how they are read as one.

The process that reads foreign files may open a single one.  So files that belong together are
put in a zip first, as they stand: a folder of Keras's own is then a ``.keras`` file again, and
the others are read by `engine.network.formats.weights_apart` and `engine.network.formats.onnx.gathered`.
Nothing in them is looked at here but, of two files that were given at once under other names,
whether one begins as an architecture.  Which files an ONNX file needs it says itself; what it says
is foreign too, and nothing outside of its folder is read.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from engine.errors import ModelError
from engine.network.sniff import is_architecture

CONFIG, WEIGHTS, METADATA = "config.json", "model.weights.h5", "metadata.json"
"""Files of a ``.keras`` file, and of a folder that one was unpacked to."""

IN_ARCHITECTURE, IN_WEIGHTS, IN_SHARDS = "architecture/", "weights/", "shards/"
IN_ONNX, IN_DATA = "onnx/", "data/"
"""Folders of the zips that are made here; a ``.keras`` file has no architecture or graph in one."""

ARCHITECTURES = (".json", ".yaml", ".yml")
ENDS = (".weights.h5", "_weights.h5", "-weights.h5", ".h5", ".hdf5")
"""What the weights of an architecture are called, behind its own name."""

_HEAD = 4096  # bytes that show what a file is

SHARD = ".bin"
MAX_SHARDS = 256

ONNX, ONNX_GRAPH = ".onnx", f"{IN_ONNX}graph"
ONNX_DATA = (".data", "_data")
"""What the weights of an ONNX file are called, behind its own name."""

MAX_DATA = 2**31
"""Bytes in the files beside an ONNX file."""

Members = dict[str, Path]
"""Files by the names that they have in the zip."""


def members_of(path: Path, weights: Path | None = None) -> Members:
    """The files of the model that a file or folder is a part of, at least two; empty where it is
    none by its name.  ``weights`` belongs to it, whatever it is called."""
    if weights is not None:
        return _pair(path, weights)
    try:
        return _members_by_name(path)
    except (OSError, ValueError):  # no path at all, or one that leads round
        return {}


def _members_by_name(path: Path) -> Members:
    folder = path if path.is_dir() else path.parent
    whole = {name: folder / name for name in (CONFIG, WEIGHTS)}
    if (path.is_dir() or path.name in whole) and all(map(Path.is_file, whole.values())):
        metadata = folder / METADATA
        return whole | ({METADATA: metadata} if metadata.is_file() else {})
    if path.is_dir():
        return _of_shards(path / "model.json")
    graph = path if path.suffix.lower() == ONNX else graph_beside(path)
    if graph is not None:
        stems = (graph.name, graph.name[: -len(graph.suffix)])
        places = (graph.with_name(stem + end) for stem in stems for end in ONNX_DATA)
        data = {one.name: one for one in places if one.is_file()}
        members = {member: data[name] for name, member in numbered(data).items()}
        return {ONNX_GRAPH: graph, **members} if members else {}
    if path.suffix.lower() in ARCHITECTURES:
        base = path.name[: -len(path.suffix)]
        found = (path.with_name(base + end) for end in ENDS)
        beside = next(filter(Path.is_file, found), None)
        return _of_shards(path) if beside is None else _pair(path, beside)
    if path.suffix.lower() == SHARD:
        members = _of_shards(path.with_name("model.json"))
        return members if path in members.values() else {}
    if (end := next((end for end in ENDS if path.name.lower().endswith(end)), None)) is None:
        return {}
    found = (path.with_name(path.name[: -len(end)] + kind) for kind in ARCHITECTURES)
    architecture = next(filter(Path.is_file, found), None)
    return {} if architecture is None else _pair(architecture, path)


def graph_beside(path: Path) -> Path | None:
    """The ONNX file whose weights a file is, by their names; None if there is none."""
    if (end := next((end for end in ONNX_DATA if path.name.lower().endswith(end)), None)) is None:
        return None
    base = path.name[: -len(end)]
    found = (path.with_name(name) for name in (base, base + ONNX))
    return next((one for one in found if one.suffix.lower() == ONNX and one.is_file()), None)


def numbered(files: Iterable[str]) -> dict[str, str]:
    """What the files that an ONNX file needs are called in the zip, by its names for them."""
    return {name: f"{IN_DATA}{place}" for place, name in enumerate(files)}


def with_data(graph: Path, files: Sequence[str], named: Path | None = None) -> Members:
    """An ONNX file and those that it says it needs, as `engine.network.formats.onnx.gathered` reads
    them; empty where it needs none.  One that the user names may lie anywhere: the only one that is
    needed, or that of the same name.

    Raises:
        ModelError: one is not there, is no file, or lies outside of the graph's folder, be it by a
            link; or they are too large.
    """
    members = {ONNX_GRAPH: graph} if files else {}
    total = 0
    for name, member in numbered(files).items():
        is_named = named is not None and (len(files) == 1 or Path(name).name == named.name)
        found = named if named is not None and is_named else _inside(graph, name)
        if not found.is_file():
            raise _missing(graph, name)
        total += found.stat().st_size
        if total > MAX_DATA:
            raise ModelError(
                "{name} has {size} bytes, more than Gatescope opens of an ONNX model.",
                name=name[-80:],
                size=f"{total:,}",
            )
        members[member] = found
    return members


def _inside(graph: Path, name: str) -> Path:
    """A file in the folder of an ONNX file, or below it, by the name that the graph has for it."""
    plain = name.replace("\\", "/")
    folder = graph.parent.resolve()
    is_named = "\0" not in plain and plain[1:2] != ":" and not plain.startswith("/")
    try:
        found = (folder / plain).resolve() if is_named else Path("/")
        values = {"name": graph.name, "file": plain[-80:]}
        if not is_named or ".." in plain.split("/"):
            raise ModelError(
                "{name} keeps weights in {file}, which lies outside of its folder; nothing there is "
                "read. Put the files themselves in one folder.",
                **values,
            )
        if not found.is_relative_to(folder):
            raise ModelError(
                "{name} keeps weights in {file}, a link to a file which lies outside of its folder; "
                "nothing there is read. Copy the files that the links lead to into one folder, as "
                "cp -L does, and open the model there.",
                **values,
            )
        is_there = found.is_file()
    except (OSError, RuntimeError, ValueError):  # a link that leads round, a name too long
        is_there = False
    if not is_there:
        raise _missing(graph, plain)
    return found


def _missing(graph: Path, name: str) -> ModelError:
    return ModelError(
        "{name} names {shard}, which does not lie beside it. Put all files of the model in one "
        "folder.",
        name=graph.name,
        shard=name[-80:],
    )


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


def opened_together(paths: Sequence[Path]) -> list[tuple[Path, Path | None]]:
    """The paths of `apart`, each with its weights: where one architecture and one file of weights
    were given at once that nothing joins but that, they are one model."""
    kept = apart(paths)
    lone = [path for path in dict.fromkeys(kept) if not members_of(path)]
    architectures = [path for path in lone if _is_architecture(path)]
    weights = [path for path in lone if path.name.lower().endswith(ENDS)]
    if len(architectures) != 1 or len(weights) != 1:
        return [(path, None) for path in kept]
    one = dict(zip(architectures, weights, strict=True))
    return [(path, one.get(path)) for path in kept if path not in weights]


def is_model_folder(path: Path) -> bool:
    """Whether a folder holds what only models have, so that it is opened, or refused, as one."""
    names = (CONFIG, WEIGHTS, "model.json", "saved_model.pb")
    return path.is_dir() and any((path / name).is_file() for name in names)


def shown_name(path: Path) -> str:
    """What a person calls a model's file: those that all such models have go with their folder."""
    names = (CONFIG, WEIGHTS, "model.json")
    return f"{path.parent.name}/{path.name}" if path.name in names else path.name


def _is_architecture(path: Path) -> bool:
    if path.suffix.lower() not in ARCHITECTURES:
        return False
    try:
        with path.open("rb") as file:
            return is_architecture(file.read(_HEAD))
    except OSError:
        return False


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
        f"{IN_ARCHITECTURE}{architecture.name}": architecture,
        f"{IN_WEIGHTS}{weights.name}": weights,
    }


def _of_shards(path: Path) -> Members:
    """TensorFlow.js's ``model.json`` with the files of numbers beside it."""
    if not path.is_file():
        return {}
    shards = sorted(one for one in path.parent.glob(f"*{SHARD}") if one.is_file())
    if not 0 < len(shards) <= MAX_SHARDS:
        return {}
    return {f"{IN_ARCHITECTURE}{path.name}": path} | {
        f"{IN_SHARDS}{one.name}": one for one in shards
    }
