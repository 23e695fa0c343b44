"""EarlyStopping and ModelCheckpoint, acted out on the losses of a training that was measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Watched:
    """What the callbacks know at the end of an epoch; epochs count from 1.

    Attributes:
        epoch: which.
        is_best: its validation loss is lower than all before.
        best: the best epoch so far.
        waited: epochs since then, which is what patience counts.
        stops: training ends here, because ``waited`` has reached the patience.
    """

    epoch: int
    is_best: bool
    best: int
    waited: int
    stops: bool


def act_out(losses: Sequence[float], patience: int) -> tuple[Watched, ...]:
    """``EarlyStopping(patience=patience)`` over validation losses, up to where it stops.

    Source: ``keras/src/callbacks/early_stopping.py`` of Keras 3.15 (``min_delta=0``).
    """
    watched: list[Watched] = []
    best = 0
    for epoch, loss in enumerate(losses, 1):
        is_best = best == 0 or loss < losses[best - 1]
        best = epoch if is_best else best
        stops = not is_best and epoch - best >= patience
        watched.append(Watched(epoch, is_best, best, epoch - best, stops))
        if stops:
            break
    return tuple(watched)
