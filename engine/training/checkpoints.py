"""`Checkpoint`: the weights of one moment of a run, and what their files are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

CHECKPOINTS = "checkpoints"
"""The folder in a run's."""

_CHECKPOINT = re.compile(r"epoch-(\d{4,9})(?:-batch-(\d{6,9}))?\.keras")


@dataclass(frozen=True, order=True)
class Checkpoint:
    """The weights of one moment.

    ``epoch`` epochs have been finished, 0 before the first, and ``batch`` batches of the one after
    those, 0 at an epoch's end.  ``sha256`` is the digest of its file, in hex.
    """

    epoch: int
    batch: int
    name: str = field(compare=False)
    sha256: str = field(compare=False, default="")


def checkpoint_name(epoch: int, batch: int = 0) -> str:
    """The file name of a checkpoint: see `Checkpoint`."""
    return f"epoch-{epoch:04d}" + (f"-batch-{batch:06d}" if batch else "") + ".keras"


def checkpoint_named(name: str, sha256: str = "") -> Checkpoint | None:
    """The checkpoint of a file name, None if it is none."""
    match = _CHECKPOINT.fullmatch(name)
    return None if match is None else Checkpoint(int(match[1]), int(match[2] or 0), name, sha256)


def state_name(epoch: int) -> str:
    """The file name of what training goes on from after an epoch."""
    return f"state-{epoch:04d}.npz"


def run_of(path: Path | None) -> Path | None:
    """The folder of the run that a model file is a checkpoint of, None if it is of none."""
    if path is None or path.parent.name != CHECKPOINTS or checkpoint_named(path.name) is None:
        return None
    return path.parent.parent
