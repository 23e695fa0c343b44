"""How words and steps are coloured by a signal of the session."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.replay.cells.series import is_signed
from engine.session.session import Session
from gui.look.colours import coloured


def signal_colours(
    values: npt.NDArray[np.floating[Any]], *, signed: bool
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.floating[Any]]]:
    """The colour of each step, and how strong it is.

    Signed signals keep zero colourless and reach the ends at their largest size; a gate
    takes its own range, from 0 to 1.

    Args:
        values: ``(T,)``; NaN where a layer has no value, as before its first step.
        signed: whether zero is the middle of the signal's range.

    Returns:
        ``(T, 3) uint8``, and ``(T,)`` from 0 to 1; NaN where there is nothing to colour.
    """
    known = np.isfinite(values)
    if not signed:
        return coloured(values, signed=False), np.where(known, 0.75, np.nan)
    most = max(float(np.abs(values[known]).max(initial=0.0)), 1e-9)
    shares = values / most * 0.5 + 0.5
    strength = np.where(known, np.abs(shares - 0.5) * 2, np.nan)
    return coloured(shares, signed=True), strength


def session_colours(
    session: Session,
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.floating[Any]]] | None:
    """The colours ``(T, 3)`` of the signal that the user chose, and how strong each is, ``(T,)``, see
    `signal_colours`; None for none."""
    values = session.shading()
    if values is None or not len(values):
        return None
    return signal_colours(values, signed=is_signed(session.shade.key))
