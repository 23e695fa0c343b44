"""Whether PyTorch's RNNs use tanh or relu, where their file does not say so: a choice."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import ModelError, Note
from engine.network.network import Layer, Network

TANH = Note(
    "The file does not say whether the RNN uses tanh or relu; tanh is assumed. If it is relu, "
    "choose relu in the menu of the network, in the shell --relu, or save it as well: {how}",
    how="torch.save({'state_dict': model.state_dict(), 'nonlinearity': 'relu'}, 'name.pt')",
)
RELU = Note("The file does not say whether the RNN uses tanh or relu; relu was chosen.")

_CHOSEN = "-relu"
"""Behind the digest of a network that is no longer that of its file."""


def chosen(network: Network) -> str:
    """What is taken, ``tanh`` or ``relu``, where the file does not say; else ""."""
    templates = {note.template for note in network.notes}
    if RELU.template in templates:
        return "relu"
    return "tanh" if TANH.template in templates else ""


def with_nonlinearity(network: Network, name: str) -> Network:
    """The network with that activation in its RNNs, ``tanh`` or ``relu``, and a note that says so;
    its digest differs from that of the file.

    Raises:
        ModelError: its file leaves no such choice.
    """
    if not (before := chosen(network)):
        raise ModelError(
            "There is nothing to choose between tanh and relu in {name}: that is for an RNN of "
            "PyTorch whose file does not say which it uses.",
            name=network.name if network.path is None else network.path.name,
        )
    if name == before:
        return network
    notes = {TANH.template: RELU} if name == "relu" else {RELU.template: TANH}
    return replace(
        network,
        layers=tuple(_with(layer, name) for layer in network.layers),
        notes=tuple(notes.get(note.template, note) for note in network.notes),
        digest=file_digest(network) + (_CHOSEN if name == "relu" and network.digest else ""),
    )


def file_digest(network: Network) -> str:
    """The digest of a network's file, whatever was chosen."""
    return network.digest.removesuffix(_CHOSEN)


def _with(layer: Layer, name: str) -> Layer:
    inner = tuple(_with(each, name) for each in layer.inner)
    if layer.kind != "SimpleRNN":
        return replace(layer, inner=inner) if inner else layer
    return replace(layer, options={**layer.options, "activation": name})
