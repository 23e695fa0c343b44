"""What the other inputs of a network are given: a decoder's text stands in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.network.network import Input, Network
from engine.numbers.auxiliary import Array, Filling, auxiliary_inputs, filled_inputs
from engine.replay.ways_on import fed_input
from engine.replay.written_names import written_names
from engine.sequence import Sequence


def in_its_words(network: Network, target: Input, filling: Filling) -> Filling:
    """A filling by a text with the words that the input reads, where a file beside the model has
    them; any other as it is."""
    if filling.how != "text" or fed_input(network) != target:
        return filling
    return replace(filling, names=written_names(network)[0], decodes=True)


def given_inputs(
    network: Network, sequence: Sequence, fillings: Mapping[str, Filling]
) -> dict[str, Array]:
    """An array ``(...,)`` for every auxiliary input, by its name, see `filled_inputs`.

    Raises:
        TextError: what is to be given does not fit an input.
    """
    known = {
        target.name: in_its_words(network, target, fillings[target.name])
        for target in auxiliary_inputs(network)
        if target.name in fillings
    }
    return filled_inputs(network, sequence, known)
