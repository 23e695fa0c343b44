"""Opening a model file: which format it is, and reading foreign ones in a process of its own.

Nothing in a file is executed, imported or evaluated.  What damaged or hostile files do to
the libraries that read them ends with the process that reads them (`engine.safely`).
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.digest import digest_of
from engine.errors import LiesBeside, ModelError
from engine.network.formats.registry import FORMATS
from engine.network.network import Network
from engine.network.network_name import name_of
from engine.network.not_finite import alarms
from engine.network.sniff import not_a_model, regular
from engine.safely.limits import SECONDS


def open_network(path: Path | str) -> Network:
    """Read a model file in this process; for files that come with Gatescope.

    Raises:
        ModelError: the file is missing, unreadable, not a model, damaged or unsupported.
    """
    path = Path(path)
    try:
        before = regular(path)
        network = _read(path)
        after = regular(path)
    except FileNotFoundError as error:
        raise ModelError("There is no file {path}.", path=str(path)) from error
    except PermissionError as error:
        raise ModelError(
            "{path} may not be read. Change its permissions, or copy it to a folder of yours.",
            path=str(path),
        ) from error
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ModelError(
                "{path} is a link that leads back to itself. Choose the file itself.",
                path=str(path),
            ) from error
        raise ModelError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or str(error)
        ) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ModelError(
            "{name} changed while it was read. Wait until it is written, then open it again.",
            name=path.name,
        )
    return network


def _read(path: Path) -> Network:
    for form in FORMATS:
        if form.module.match(path):
            network = form.module.open_file(path, digest_of(path))
            notes = (*alarms(network), *network.notes)
            return replace(network, name=name_of(network), format=form.name, notes=notes)
    raise not_a_model(path)


def open_safely(
    path: Path | str,
    timeout: float = SECONDS,
    should_stop: Callable[[], bool] | None = None,
    weights: Path | None = None,
) -> Network:
    """Read a foreign model file in a process with limits of time, memory and output.

    A file or folder that is no model by itself is read with those that belong to it
    (`engine.network.together`).

    Args:
        path: the file, or the folder.
        weights: the file with its weights, where it is named.
        timeout: seconds on the clock.
        should_stop: asked many times a second; true ends the reading.

    Raises:
        ModelError: as `open_network`, or a limit was hit.
        Cancelled: ``should_stop`` became true.
    """
    from engine.network.together import ONNX, ONNX_GRAPH, gathered, graph_beside, members_of

    path = Path(path)
    if weights is None:
        try:
            return _open_in_child(path, path, timeout, should_stop)
        except ModelError as error:
            graph = path if isinstance(error, LiesBeside) else graph_beside(path)
            alone = error
            members = members_of(path) if graph is None else _with_data(graph, timeout, should_stop)
            if not members or (graph is None and ONNX_GRAPH in members):
                raise
    else:
        alone = None
        pair = (path, weights) if path.suffix.lower() == ONNX else (weights, path)
        members = (
            _with_data(pair[0], timeout, should_stop, pair[1])
            if pair[0].suffix.lower() == ONNX
            else members_of(path, weights)
        )
    try:
        with gathered(members, path.name) as together:
            return _open_in_child(together, path, timeout, should_stop)
    except OSError as error:
        raise alone or ModelError(
            "{path} cannot be read: {reason}.",
            path=str(error.filename or path),
            reason=error.strerror or str(error),
        ) from error


def _with_data(
    graph: Path,
    timeout: float,
    should_stop: Callable[[], bool] | None,
    named: Path | None = None,
) -> dict[str, Path]:
    """An ONNX file and those that it says it needs, of which one may be named.

    Raises:
        ModelError: it cannot be read, or one of them may not be.
    """
    from engine.network.together import with_data
    from engine.safely.packet import BadPacket, list_in, text_in
    from engine.safely.process import failed, read_safely

    answer = read_safely("engine.network.formats.onnx.needed_files", graph, timeout, should_stop)
    try:
        files = [text_in(name) for name in list_in(answer.header.get("files"))]
    except BadPacket as error:
        raise failed(graph) from error
    if named is not None and not files:
        raise ModelError(
            "{name} has its weights in itself; {file} does not belong to it.",
            name=graph.name,
            file=named.name,
        )
    return with_data(graph, files, named)


def _open_in_child(
    file: Path, path: Path, timeout: float, should_stop: Callable[[], bool] | None
) -> Network:
    """The network in a file, as that of ``path``."""
    from engine.network.packing import network_in
    from engine.safely.packet import BadPacket
    from engine.safely.process import failed, read_safely

    answer = read_safely("engine.network.reader", file, timeout, should_stop)
    try:
        return network_in(answer.header, answer.data, path)
    except BadPacket as error:
        raise failed(path) from error
