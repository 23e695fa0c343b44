"""Opening a model file: which format it is, and reading foreign ones in a child process.

Some damaged HDF5 files hang the HDF5 library for ever, so a file that is not our own is
read in a process that can be ended; it hands over plain arrays, and nothing in the file
is executed, imported or evaluated.
"""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
from pathlib import Path

from engine.errors import ModelError
from engine.network.formats import hdf5, keras3
from engine.network.network import Network
from engine.network.packing import BadPacket, header_of, network_in, packed

FORMATS = (keras3, hdf5)
__all__ = ["digest_of", "open_network", "open_safely", "packed"]

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 10.0
"""How long reading a foreign file may take."""

ROOM = 2**31
"""Memory that a reading process may use beyond eight times the file's size."""


def open_network(path: Path | str) -> Network:
    """Read a model file in this process; for files that come with Gatescope.

    Raises:
        ModelError: the file is missing, unreadable, not a model, damaged or unsupported.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise ModelError(
                "{name} is a folder, not a model file. Choose a .keras or .h5 file.",
                name=path.name or str(path),
            )
        for form in FORMATS:
            if form.match(path):
                network: Network = form.open_file(path, digest_of(path))
                return network
        raise _not_a_model(path)
    except FileNotFoundError as error:
        raise ModelError("There is no file {path}.", path=str(path)) from error
    except PermissionError as error:
        raise ModelError(
            "{path} may not be read. Change its permissions, or copy it to a folder of yours.",
            path=str(path),
        ) from error
    except OSError as error:
        raise ModelError(
            "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or str(error)
        ) from error


def open_safely(path: Path | str, timeout: float = SECONDS) -> Network:
    """Read a foreign model file in a child process with limits of time and memory.

    Raises:
        ModelError: as `open_network`, or a limit was hit.
    """
    path = Path(path)
    command = [sys.executable, "-m", "engine.network.child", str(path.absolute()), str(timeout)]
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout + 1,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _took_too_long(path, timeout) from error
    if done.returncode or len(done.stdout) < 8:
        if done.returncode in (-24, -9):  # SIGXCPU, SIGKILL: the limit of time
            raise _took_too_long(path, timeout)
        raise ModelError(
            "{name} could not be read: reading it failed or needed too much memory. The file "
            "is probably damaged; copy or save it again.",
            name=path.name,
        )
    (size,) = struct.unpack_from("<Q", done.stdout)
    try:
        header = header_of(done.stdout[8 : 8 + size])
        return network_in(header, memoryview(done.stdout)[8 + size :], path)
    except BadPacket as error:
        raise ModelError(
            "{name} could not be read: reading it failed or needed too much memory. The file "
            "is probably damaged; copy or save it again.",
            name=path.name,
        ) from error


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        found = hashlib.sha256()
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def _took_too_long(path: Path, timeout: float) -> ModelError:
    return ModelError(
        "{name} could not be read within {seconds} seconds and was given up. The file is "
        "probably damaged; copy or save it again.",
        name=path.name,
        seconds=f"{timeout:g}",
    )


def _not_a_model(path: Path) -> ModelError:
    with path.open("rb") as file:
        start = file.read(64)
    if start.startswith(b"version https://git-lfs"):
        return ModelError(
            "{name} is only a Git LFS pointer to a model. Fetch the file itself with git lfs pull.",
            name=path.name,
        )
    if not start:
        return ModelError("{name} is empty. Copy or save it again.", name=path.name)
    return ModelError(
        "{name} is not a Keras model: it is neither a .keras nor an .h5 file. Save the model "
        "with model.save('name.keras').",
        name=path.name,
    )
