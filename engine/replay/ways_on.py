"""Whether an answer of a network can be its next input, and in which way: one row a way.

============== =======================================================================
``numbers``    the answer has the numbers of a step that it reads
``words``      the answer says of each word of its own vocabulary how likely it is next
``decoder``    a decoder beside the input that is read is fed its own answers
============== =======================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.network.kinds.merging import ATTENDING
from engine.network.network import INACTIVE, INDEXING, RECURRENT, Input, Layer, Network
from engine.network.paths import downstream
from engine.replay.row_by_row import MIXING

Floats = npt.NDArray[np.floating]

_LIKELIHOODS = ("softmax", "linear")


@dataclass(frozen=True)
class Way:
    """How a network goes on by itself.

    Attributes:
        name: of the way.
        concerns: whether it is how such a network would go on.
        refusal: why it cannot, None if it can.
        writes_words: whether what is written is chosen among the ids of a vocabulary.
    """

    name: str
    concerns: Callable[[Network], bool]
    refusal: Callable[[Network], ReplayError | None]
    writes_words: Callable[[Network], bool]


def way_of(network: Network) -> Way:
    """How it goes on by itself.

    Raises:
        ReplayError: it cannot; why.
    """
    refused = _no_answer(network) or _several_at_once(network)
    if refused is None:
        way = next(way for way in WAYS if way.concerns(network))
        refused = way.refusal(network) or _steps_beside(network)
        if refused is None:
            return way
    raise refused


def why_not(network: Network) -> ReplayError | None:
    """Why it cannot go on by itself, None if it can."""
    try:
        way_of(network)
    except ReplayError as error:
        return error
    return None


def fed_input(network: Network) -> Input:
    """The input that the answers go into: the decoder's, or the one that is read."""
    return _decoder(network) or network.input


def own_words(network: Network) -> int:
    """How many ids the decoder of a network knows, beside those that the network reads; 0 where it
    has none, or reads and writes no words."""
    wanted = _decoder(network)
    if wanted is None or not network.outputs:
        return 0
    return wanted.vocabulary or (answer_width(network) if gives_likelihoods(network) else 0)


def gives_likelihoods(network: Network) -> bool:
    """Whether the first output is a softmax; else its numbers are what would go into one."""
    return _activation(network) == "softmax"


def answer_width(network: Network) -> int:
    """How many numbers the first output has, at one step; 0 where it is not known."""
    calls = {call.name: call for call in network.calls}
    shape = network.layer_of(calls[network.outputs[0][0]]).output_shape
    return int(shape[-1] or 0) if len(shape) > 1 else 0


def width_of(wanted: Input) -> int:
    """How many ids, or numbers a step, the input of a decoder takes; 0 where it is not known."""
    return wanted.vocabulary or int(wanted.shape[-1] or 0)


# -- what there is -------------------------------------------------------------------------------


def _decoder(network: Network) -> Input | None:
    """The input of a decoder: a layer reads it that begins with what the main input left."""
    if len(network.inputs) < 2:
        return None
    late = downstream(network, {(network.input.name, 0)})
    for place, wanted in enumerate(network.inputs):
        if place == network.main:
            continue
        behind = downstream(network, {(wanted.name, 0)}) | {wanted.name}
        for call in network.calls:
            is_recurrent = network.layer_of(call).kind in RECURRENT
            reads = is_recurrent and any(name in behind for name, _ in call.inputs)
            if reads and any(name in late for name, _ in call.states):
                return wanted
    return None


def _answering(network: Network) -> Layer:
    """The layer that makes the first output, those left out that do nothing."""
    calls = {call.name: call for call in network.calls}
    call = calls[network.outputs[0][0]]
    while network.layer_of(call).kind in INACTIVE and call.inputs[0][0] in calls:
        call = calls[call.inputs[0][0]]
    layer = network.layer_of(call)
    return layer.inner[0] if layer.kind == "TimeDistributed" else layer


def _activation(network: Network) -> str:
    layer = _answering(network)
    if layer.kind in ("Softmax", "ops.Softmax"):
        return "softmax"
    return str(layer.options.get("activation") or "linear")


def _no_answer(network: Network) -> ReplayError | None:
    name, place = next(iter(network.outputs), ("", 0))
    names = {call.name for call in network.calls}
    if network.answers and name in names and place == 0:
        return None
    return ReplayError(
        "{network} cannot read on: it has no answer that could be its next input.",
        network=network.name,
    )


def several_at_once(network: Network) -> ReplayError:
    """That an answer has more steps than the one that comes next."""
    return ReplayError(
        "{network} cannot read on: it answers several steps at once, and only one comes next.",
        network=network.name,
    )


def _several_at_once(network: Network) -> ReplayError | None:
    """The answer has steps, which are none of those that are read: they were made of a vector."""
    calls = {call.name: call for call in network.calls}
    shape_of = {call.name: network.layer_of(call).output_shape for call in network.calls}
    name = network.outputs[0][0]
    if len(shape_of[name]) < 3 or shape_of[name][1] == 1:
        return None
    kept = [name]
    while kept:
        name, sources = kept[0], calls[kept[0]].inputs
        kept = [each for each, place in sources if place == 0 and len(shape_of.get(each, ())) > 2]
    is_vectors = all(place or len(shape_of.get(each, ())) == 2 for each, place in sources)
    states = (*RECURRENT, "Bidirectional")
    read = {(call.name, 0) for call in network.calls if network.layer_of(call).kind in states}
    return several_at_once(network) if is_vectors and name in downstream(network, read) else None


def _steps_beside(network: Network) -> ReplayError | None:
    """Another input has steps that are joined with those of the fed one, one by one."""
    fed = fed_input(network).name
    steps = {one.name: frozenset((one.name,)) for one in network.inputs if _has_steps(one)}
    for call in network.calls:
        layer = network.layer_of(call)
        sources = [] if layer.kind in MIXING else call.inputs
        # Of what attends, the steps are those of the query.
        sources = sources[:1] if layer.kind in ATTENDING else sources
        joined = frozenset[str]().union(*(steps.get(name, ()) for name, _ in sources))
        if fed in joined and len(joined) > 1:
            return ReplayError(
                "{network} cannot read on: {input} has steps of its own, which nobody knows yet.",
                network=network.name,
                input=min(joined - {fed}),
            )
        if len(layer.output_shape) > 2 or layer.kind in INDEXING:
            steps[call.name] = joined
    return None


def _has_steps(one: Input) -> bool:
    return one.shape[1:2] != (1,) and len(one.shape) > (1 if one.vocabulary is not None else 2)


# -- the ways ------------------------------------------------------------------------------------


def _reads_ids(network: Network) -> bool:
    """Whether its steps are words: ids, or one-hot rows that it answers with the likelihood of."""
    if network.input.vocabulary is not None or network.reads_words:
        return True
    return answer_width(network) == (network.features or 0) > 1 and gives_likelihoods(network)


def _no_words(network: Network) -> ReplayError | None:
    return _no_likelihoods(network, network.vocabulary_size or 0)


def _no_likelihoods(network: Network, wanted: int) -> ReplayError | None:
    found = answer_width(network)
    if found != wanted or found < 2:
        return ReplayError(
            "{network} cannot read on: its answer has {found} numbers, not one for each of the "
            "{wanted} words that could come next.",
            network=network.name,
            found=found,
            wanted=wanted,
        )
    if _activation(network) not in _LIKELIHOODS:
        return ReplayError(
            "{network} cannot read on: its answer is made by {activation}, which does not say how "
            "likely each word is.",
            network=network.name,
            activation=_activation(network),
        )
    return None


def _no_numbers(network: Network) -> ReplayError | None:
    return _no_row(network, network.features or 0)


def _no_row(network: Network, wanted: int) -> ReplayError | None:
    found = answer_width(network)
    if found == wanted > 0:
        return None
    return ReplayError(
        "{network} cannot read on: its answer has {found} numbers, and a step that it reads has "
        "{wanted}.",
        network=network.name,
        found=found,
        wanted=wanted,
    )


def _decoder_writes_words(network: Network) -> bool:
    return fed_input(network).vocabulary is not None or gives_likelihoods(network)


def _no_decoder(network: Network) -> ReplayError | None:
    wanted = fed_input(network)
    width = width_of(wanted)
    if wanted.vocabulary is None and len(wanted.shape) != 3:
        return ReplayError(
            "{network} cannot read on: the input {input} of its decoder takes no rows of numbers.",
            network=network.name,
            input=wanted.name,
        )
    if network.outputs[0][0] not in downstream(network, {(wanted.name, 0)}):
        return ReplayError(
            "{network} cannot read on: its first answer does not come from its decoder.",
            network=network.name,
        )
    if _decoder_writes_words(network):
        return _no_likelihoods(network, width)
    return _no_row(network, width)


WAYS: tuple[Way, ...] = (
    Way(
        "decoder",
        lambda network: _decoder(network) is not None,
        _no_decoder,
        _decoder_writes_words,
    ),
    Way("words", _reads_ids, _no_words, lambda network: True),
    Way("numbers", lambda network: True, _no_numbers, lambda network: False),
)
"""In the order in which they are looked for; the first that concerns a network is its way."""


def written_id(
    answer: Floats, *, likelihoods: bool, temperature: float, random: np.random.Generator
) -> int:
    """The id that an answer ``(C,)`` chooses: the most likely one, or one that is drawn.

    ``likelihoods`` says whether the answer is a softmax already.
    """
    if not temperature:
        return int(np.argmax(answer))
    reached = np.cumsum(_weights(answer, likelihoods, temperature))
    last = len(answer) - 1
    return int(min(np.searchsorted(reached, random.random() * reached[-1], "right"), last))


def drawn_shares(answer: Floats, *, likelihoods: bool, temperature: float) -> Floats:
    """How likely each id is to be drawn from an answer ``(C,)`` at a temperature above 0:
    ``(C,) float64``, together 1."""
    weights = _weights(answer, likelihoods, temperature)
    shares: Floats = weights / weights.sum()
    return shares


def _weights(answer: Floats, likelihoods: bool, temperature: float) -> Floats:
    values = answer.astype(np.float64)
    with np.errstate(divide="ignore", over="ignore"):
        sums = np.log(values) if likelihoods else values
        weights: Floats = np.exp((sums - sums.max()) / temperature)
    return weights
