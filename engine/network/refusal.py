"""Why there is nothing to watch in a network."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.errors import GatescopeError, ModelError, ReplayError
from engine.network.network import MAPS, RECURRENT, Network


def why_not(network: Network) -> GatescopeError | None:
    """Why no layer of a network can be watched; None if one can."""
    if network.recurrent:
        return None
    has_one = any(layer.kind in (*RECURRENT, "Bidirectional") for layer in network.layers)
    if network.refusal is not None and (has_one or _hides_one(network)):
        return network.refusal
    return ModelError(
        "This model has no recurrent layer, so there is no state to watch. Open a model "
        "with one: {kinds}.",
        kinds=", ".join((*RECURRENT, *MAPS)),
    )


def no_layer(network: Network, layer: str, names: Iterable[str]) -> ReplayError:
    """That a network has no recurrent layer of that name, but these."""
    return ReplayError(
        "{network} has no recurrent layer {layer}. It has: {known}.",
        network=network.name,
        layer=layer,
        known=", ".join(names) or "-",
    )


def naming_file(path: Path, error: GatescopeError) -> GatescopeError:
    """Why a file is not opened, with its name, where the sentence does not say it already."""
    if path.name in str(error):
        return error
    return ModelError("{name} is not opened. {reason}", name=path.name, reason=error)


def check_replayable(network: Network) -> None:
    """Raise what `why_not` says.

    Raises:
        ModelError: no layer of the network can be watched.
    """
    if (reason := why_not(network)) is not None:
        raise reason


def _hides_one(network: Network) -> bool:
    """Whether a layer that cannot be replayed may have a state: ConvLSTM2D, a custom cell."""
    words = ("LSTM", "GRU", "RNN", "TimeDistributed", "Recurrent", "Loop", "Scan")
    return any(
        layer.refused is not None and any(word in layer.kind for word in words)
        for layer in network.layers
    )
