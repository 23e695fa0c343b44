"""Whether a network has what an edit changes, and a reading the steps."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.errors import EditError
from engine.network.network import Network
from engine.replay.cells.registry import CELLS
from engine.replay.edits import LayerEdit

Bools = npt.NDArray[np.bool_]


def check(edit: LayerEdit, network: Network) -> None:
    """Whether a network has what an edit changes.

    Raises:
        EditError: it has no such layer, series or unit.
    """
    layers = {layer.name: layer for layer in network.recurrent}
    layer = layers.get(edit.layer)
    if layer is None:
        raise EditError(
            "“{edit}”: {network} has no recurrent layer {layer}. It has {layers}.",
            edit=edit,
            network=network.name,
            layer=edit.layer,
            layers=", ".join(layers),
        )
    keys = CELLS[layer.kind].EQUATIONS
    if edit.key not in keys:
        raise EditError(
            "“{edit}”: the layer {layer} of {network} has no {key}. It has {keys}.",
            edit=edit,
            layer=edit.layer,
            network=network.name,
            key=edit.key,
            keys=", ".join(keys),
        )
    beyond = [unit + 1 for unit in edit.units or () if unit >= layer.units]
    if beyond:
        raise EditError(
            "“{edit}”: the layer {layer} of {network} has no unit {unit}. It has the units 1 to "
            "{count}.",
            edit=edit,
            layer=edit.layer,
            network=network.name,
            unit=beyond[0],
            count=layer.units,
        )


def check_steps(edit: LayerEdit, computed: Bools) -> None:
    """Whether an edit changes anything, given at which time steps its layer computes something,
    ``(S,)``, of which there is at least one.

    Raises:
        EditError: it changes nothing.
    """
    if computed[edit.first : None if edit.last is None else edit.last + 1].any():
        return
    steps = np.flatnonzero(computed)
    first, last = int(steps[0]), int(steps[-1])
    if edit.first > last or (edit.last is not None and edit.last < first):
        raise EditError(
            "“{edit}”: the layer {layer} has no such step. It reads the steps {first} to {last}.",
            edit=edit,
            layer=edit.layer,
            first=first + 1,
            last=last + 1,
        )
    raise EditError(
        "“{edit}”: the layer {layer} computes nothing there: its mask leaves these steps out, or it "
        "has none of its own. Choose other steps.",
        edit=edit,
        layer=edit.layer,
    )
