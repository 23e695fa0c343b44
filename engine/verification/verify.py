"""`verify`: a replay against Keras, series by series."""

from __future__ import annotations

import math
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError, ModelError, UnsupportedError
from engine.network.cell_kinds import CELL_KINDS
from engine.network.network import Input, Layer, Network, output_name
from engine.network.opening import open_safely
from engine.network.refusal import check_replayable
from engine.replay.forward import ForwardPass, forward
from engine.replay.timeline import LayerRecord
from engine.replay.value import Value
from engine.sequence import Sequence
from engine.verification import oracle
from engine.verification.proof import Proof

Array = npt.NDArray[np.floating[Any]]

STEPS = 100
"""The length of a sequence for a network that takes any."""

COUNT = 16
"""Sequences that are compared."""


def verify(path: Path, count: int = COUNT, network: Network | None = None) -> Proof:
    """Compare Gatescope's reading of a file with Keras's.

    Args:
        path: the model file.
        count: how many sequences: the first offline reviews where the network reads ids,
            random numbers where it reads numbers.
        network: what is replayed; None reads it from the file.

    Raises:
        GatescopeError: ``count`` is not 1 to 1,000.
        ModelError: the file cannot be opened, Keras has no such layer, or TensorFlow is missing.
    """
    if not 1 <= count <= 1000:
        raise GatescopeError("Compare 1 to 1,000 sequences, not {count}.", count=count)
    network = open_safely(path) if network is None else network
    check_replayable(network)
    try:
        loaded = oracle.load(path, keras2=network.keras2)
    except ImportError as error:
        raise ModelError(
            "TensorFlow cannot be imported, so nothing can be compared: {reason}. Install it: "
            "pip install tensorflow.",
            reason=str(error)[:200],
        ) from error
    sequences, words = _sequences(loaded.model, network, count)
    ours = _forward(network, sequences, keep=loaded.model is None)
    by, reason = loaded.by, loaded.reason
    differences: dict[str, dict[str, float]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if loaded.model is not None:
            try:
                answers, heard = _heard(loaded.model, network, sequences, words)
            except Exception as error:  # noqa: BLE001  # a model that Keras opens and cannot run
                reason = str(error)
                ours = _forward(network, sequences, keep=True)
            else:
                # From here on what does not fit is a difference, not an excuse.
                differences = _compare(answers, heard, network, ours)
        if not differences:
            by = "rebuilt"
            differences = _compare_layers(network, ours)
    return Proof(
        by,
        loaded.version,
        count,
        differences,
        network.digest,
        reason[:400],
        partial=network.is_partial,
    )


def compared(model: Any, network: Network, count: int = COUNT) -> dict[str, dict[str, float]]:
    """The differences of a network, over so many sequences, from a model of Keras 3 or tf-keras
    that is in memory, by layer and series."""
    sequences, words = _sequences(model, network, count)
    answers, heard = _heard(model, network, sequences, words)
    return _compare(answers, heard, network, _forward(network, sequences))


def _forward(network: Network, sequences: list[Sequence], *, keep: bool = False) -> ForwardPass:
    """Our own reading of all sequences, which are of one length."""
    auxiliary = {
        name: np.stack([sequence.auxiliary_inputs[name] for sequence in sequences])
        for name in sequences[0].auxiliary_inputs
    }
    inputs = np.stack([sequence.inputs for sequence in sequences])
    return forward(network, inputs, auxiliary, keep=keep)


def _sequences(
    model: Any, network: Network, count: int
) -> tuple[list[Sequence], npt.NDArray[Any] | None]:
    """What both read; of a model with a dictionary inside, the words that Keras is given."""
    sequences = sequences_for(network, count)
    encoded = None
    if network.indexing and model:
        encoded = oracle.words_for(model, count, network.length or STEPS)
    if encoded is None:
        return sequences, None
    words, ids = encoded
    return [
        replace(_unnamed(row), auxiliary_inputs=sequence.auxiliary_inputs)
        for sequence, row in zip(sequences, ids, strict=True)
    ], words


def _heard(
    model: Any, network: Network, sequences: list[Sequence], words: npt.NDArray[Any] | None
) -> tuple[list[Array], dict[str, oracle.Heard]]:
    """What Keras answers, and what its recurrent layers are called with."""
    read = [_batch(network, target, sequences) for target in network.inputs]
    if words is not None:
        read[network.main] = words
    return oracle.listen(model, read)


def _compare(
    answers: list[Array], heard: dict[str, oracle.Heard], network: Network, ours: ForwardPass
) -> dict[str, dict[str, float]]:
    """Against the model as a whole: every recurrent layer, and the outputs.

    A layer that Keras does not call, or an answer of another shape, differs without bound.
    """
    differences: dict[str, dict[str, float]] = {}
    for name, record in ours.records.items():
        if name in heard:
            theirs = oracle.series_of(heard[name], backwards=record.backwards)
            differences[name] = _by_series(theirs, record)
        else:
            differences[name] = dict.fromkeys(CELL_KINDS[record.layer.kind].states[:1], math.inf)
    if len(answers) != len(network.outputs):
        differences["output"] = {"prediction": math.inf}
        return differences
    for place, (source, answer) in enumerate(zip(network.outputs, answers, strict=True)):
        if source in ours.values:
            values = ours.values[source].at_end().array
            key = "prediction" if place == 0 else output_name(source)
            fits = answer.size == values.size
            gap = _difference(answer.reshape(values.shape), values) if fits else math.inf
            differences.setdefault("output", {})[key] = gap
    return differences


def _by_series(theirs: dict[str, Array], record: LayerRecord) -> dict[str, float]:
    return {
        key: _difference(values, record.series[key])
        if values.shape == record.series[key].shape
        else math.inf
        for key, values in theirs.items()
    }


def _batch(network: Network, given: Input, sequences: list[Sequence]) -> npt.NDArray[Any]:
    """What Keras is given for an input: all sequences at once."""
    if given != network.input:
        return np.stack([sequence.auxiliary_inputs[given.name] for sequence in sequences])
    inputs = np.stack([sequence.inputs for sequence in sequences])
    if inputs.ndim == 3 and len(given.shape) == 2:
        return inputs[:, :, 0]
    if inputs.ndim == 3 and len(given.shape) > 3:
        return inputs.reshape(*inputs.shape[:2], *(size or 1 for size in given.shape[2:]))
    if inputs.ndim == 2 and given.vocabulary is None and len(given.shape) == 3:
        rows: npt.NDArray[Any] = np.eye(network.features or 1, dtype=np.float32)[inputs]
        return rows
    return inputs


# -- where no Keras opens the file ---------------------------------------------------


def _compare_layers(network: Network, ours: ForwardPass) -> dict[str, dict[str, float]]:
    """Layer by layer: Keras's own, with our weights, given what ours was given."""
    differences: dict[str, dict[str, float]] = {}
    for name, record in ours.records.items():
        inputs = _numbers(record)
        layer = oracle.rebuilt(_forwards(record.layer), [inputs.shape])
        if layer is None:
            raise UnsupportedError(
                "The layer {layer} is a {kind} that Keras does not have: there is nothing to "
                "compare it with.",
                layer=name,
                kind=record.layer.kind,
            )
        heard = oracle.Heard(layer, inputs, record.mask, list(record.start.values()))
        theirs = oracle.series_of(heard, backwards=record.backwards)
        differences[name] = _by_series(theirs, record)
    for call in network.calls:
        layer = network.layer_of(call)
        if call.name not in network.reached or layer.inner or layer.name in ours.records:
            continue
        values = [ours.values[source].at_end() for source in call.inputs]
        if call.mask is not None or any(value.mask is not None for value in values):
            continue
        output = ours.values[call.name, 0].at_end()
        difference = _one_layer(layer, values, output)
        if difference is not None:
            differences[call.name] = {"output": difference}
    return differences


def _one_layer(layer: Layer, inputs: list[Value], output: Value) -> float | None:
    """How far a layer without a state is from Keras's; None where Keras 3 has no such layer."""
    if any(value.width for value in (*inputs, output)):
        return None  # ids that stand for one-hot rows
    batches = [value.array for value in inputs]
    theirs = oracle.rebuilt(layer, [batch.shape for batch in batches])
    if theirs is None:
        return None
    answer = theirs(batches[0] if len(batches) == 1 else batches)
    return _difference(np.asarray(answer), output.array)


def _forwards(layer: Layer) -> Layer:
    """The same layer for Keras's cell, which is driven in the order of the reading."""
    options = {key: value for key, value in layer.options.items() if key != "go_backwards"}
    return replace(layer, options=options)


def _numbers(record: LayerRecord) -> Array:
    """What a layer read, ``(B, T, F)``, with one-hot rows in place of ids."""
    if record.inputs.ndim == 2:
        width = int(record.layer.weights["kernel"].shape[0])
        return np.eye(width, dtype=np.float32)[record.inputs]
    return record.inputs


def _difference(theirs: Array, ours: Array) -> float:
    gap = np.abs(theirs.astype(np.float64) - ours) / np.maximum(1.0, np.abs(theirs))
    worst = float(gap.max()) if gap.size else 0.0
    return worst if math.isfinite(worst) else math.inf


# -- what is read --------------------------------------------------------------------


def sequences_for(network: Network, count: int) -> list[Sequence]:
    """What a network is compared on: real reviews where it reads words, else random input."""
    random = np.random.default_rng(0)
    steps = network.length or STEPS
    size = network.vocabulary_size
    if network.features is not None and not network.reads_words:
        shape = (steps, network.features)
        sequences = [
            _unnamed(random.standard_normal(shape).astype(np.float32)) for _ in range(count)
        ]
        for sequence in sequences[1:]:  # the first has no step that is masked
            _mask_some(network, sequence.inputs, random)
    else:
        assert size is not None
        sequences = _reviews(size, steps, count) or [
            _unnamed(_ids(random, size, [steps])) for _ in range(count)
        ]
    others = [each for each in network.inputs if each != network.input]
    if not others:
        return sequences
    return [
        replace(sequence, auxiliary_inputs={each.name: _random(each, random) for each in others})
        for sequence in sequences
    ]


def _unnamed(inputs: npt.NDArray[Any]) -> Sequence:
    """Ids ``(T,)`` or numbers ``(T, F)`` as a sequence whose steps have no names."""
    return Sequence(inputs, ("",) * len(inputs), np.zeros(len(inputs), bool))


def _mask_some(network: Network, inputs: npt.NDArray[Any], random: np.random.Generator) -> None:
    """Padding in front, and a step in the middle, where a Masking looks at the input."""
    for layer in network.layers:
        value = layer.options.get("mask_value", 0.0)
        if layer.kind == "Masking" and isinstance(value, (int, float)):
            inputs[: int(random.integers(0, len(inputs) // 2 + 1))] = value
            inputs[int(random.integers(0, len(inputs)))] = value


def _ids(random: np.random.Generator, size: int, shape: list[int]) -> npt.NDArray[np.int32]:
    """Ids with padding in front, as reviews have them."""
    ids = random.integers(0, size, shape).astype(np.int32)
    ids[: int(random.integers(0, shape[0] // 2 + 1))] = 0
    return ids


def _reviews(size: int, steps: int, count: int) -> list[Sequence]:
    """The first offline reviews; none where they are not installed."""
    try:
        from engine.text.encoding import Encoding
        from engine.text.sources.offline import review_of

        encoding = Encoding(num_words=size, length=steps)
        return [review_of(number, encoding).within(size) for number in range(count)]
    except GatescopeError:  # any ids prove as much
        return []


def _random(given: Input, random: np.random.Generator) -> npt.NDArray[Any]:
    shape = [10 if wanted is None else wanted for wanted in given.shape[1:]]
    if given.vocabulary is not None:
        return _ids(random, given.vocabulary, shape)
    return random.standard_normal(shape).astype(np.float32)
