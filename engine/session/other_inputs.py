"""What the other inputs of a network are given: a decoder's text stands in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.network.network import Input, Network
from engine.numbers.auxiliary import Filling, auxiliary_inputs, filled_inputs
from engine.replay.ways_on import fed_input
from engine.replay.written_names import written_names
from engine.sequence import Sequence


def in_its_words(network: Network, target: Input, filling: Filling) -> Filling:
    """A filling by a text with the words that the input reads, where a file beside the model has
    them; any other as it is."""
    if filling.how != "text" or fed_input(network) != target:
        return filling
    return replace(filling, names=written_names(network)[0], decodes=True)


def with_other_inputs(
    network: Network, sequence: Sequence, fillings: Mapping[str, Filling]
) -> Sequence:
    """The sequence with what the auxiliary inputs of a network are given, see `filled_inputs`; one
    that brings them, or a network without any, leaves it as it is.

    Raises:
        TextError: the same sequence, or what is to be given, does not fit an input.
    """
    targets = auxiliary_inputs(network)
    if sequence.auxiliary_inputs or not targets:
        return sequence
    known = {
        target.name: in_its_words(network, target, fillings[target.name])
        for target in targets
        if target.name in fillings
    }
    return replace(sequence, auxiliary_inputs=filled_inputs(network, sequence, known))
