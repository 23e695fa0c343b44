"""Reading the checkpoints of a run, and keeping those in memory that were read last."""

from __future__ import annotations

import stat
from collections import OrderedDict
from pathlib import Path

from engine.digest import digest_of
from engine.errors import RunError
from engine.network.network import Network
from engine.training.checkpoints import Checkpoint

Key = tuple[Path, str]
"""The file of a checkpoint and its digest: the same name may hold other weights later."""

MAX_BYTES = 256 << 20


class CheckpointCache:
    """The networks of checkpoints, so that a slider moves without reading files.

    The one that was used last is kept even if it alone takes more than ``max_bytes``.
    """

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._networks: OrderedDict[Key, Network] = OrderedDict()

    def get(self, key: Key) -> Network | None:
        """The network of a checkpoint, None if it is not in memory."""
        if key in self._networks:
            self._networks.move_to_end(key)
        return self._networks.get(key)

    def put(self, key: Key, network: Network) -> None:
        """Keep a network; those that were not used for longest make room for it."""
        self._networks[key] = network
        self._networks.move_to_end(key)
        while len(self._networks) > 1 and self.size > self._max_bytes:
            self._networks.popitem(last=False)

    @property
    def size(self) -> int:
        """How many bytes the weights take."""
        return sum(layer.size for network in self._networks.values() for layer in network.layers)


def open_checkpoint(path: Path, checkpoint: Checkpoint, *, foreign: bool) -> Network:
    """Read a checkpoint; a foreign one, which other code wrote, in the locked process.

    Raises:
        RunError: it cannot be read, or is not as it was written.
        ModelError: it holds no model that can be shown.
    """
    from engine.network.opening import open_network, open_safely

    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a link, or a pipe that would be waited for
            raise _unreadable(path, "it is no file")
        if not foreign and digest_of(path) != checkpoint.sha256:
            raise _damaged(path)
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    if not foreign:
        return open_network(path)  # it was just shown to be what our own training wrote
    network = open_safely(path)
    if checkpoint.sha256 not in ("", network.digest):
        raise _damaged(path)
    return network


def _damaged(path: Path) -> RunError:
    return RunError(
        "The checkpoint {name} is damaged: it is not as it was written. Choose another epoch.",
        name=path.name,
    )


def _unreadable(path: Path, reason: str) -> RunError:
    return RunError(
        "The checkpoint {name} cannot be read: {reason}. Choose another epoch.",
        name=path.name,
        reason=reason,
    )
