"""`verify`: a replay against Keras, series by series."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import GatescopeError, ModelError, UnsupportedError
from engine.network.cell_kinds import STATEFUL
from engine.network.formats.precision import rounds
from engine.network.network import MAPS, Input, Layer, Network, Tensor, output_name
from engine.network.opening import open_safely
from engine.network.refusal import check_replayable
from engine.replay.forward import ForwardPass, forward
from engine.replay.timeline import LayerRecord
from engine.replay.value import Value
from engine.sequence import Sequence
from engine.verification import oracle
from engine.verification.proof import Proof
from engine.verification.rounding import (
    Amplification,
    Distance,
    amplification,
    difference,
    of_one_step,
)

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
    if network.is_partial:  # else its answers can be compared, without a state to watch too
        check_replayable(network)
    try:
        loaded = oracle.load(path, keras2=network.keras2)
    except ImportError as error:
        raise ModelError(
            "TensorFlow cannot be imported, so nothing can be compared: {reason}. Install it: "
            "pip install tensorflow.",
            reason=str(error)[:200],
        ) from error
    if rounds(network.layers):
        # What both compute without rounding is compared: Keras's own layers, in float32.
        reason = "Keras rounds on the way here, and Gatescope does not"
        loaded = replace(loaded, model=None, reason=reason)
    sequences, words = _sequences(loaded.model, network, count)
    passes = _Passes.of(network, sequences, keep=loaded.model is None)
    by, reason = loaded.by, loaded.reason
    comparison: _Comparison | None = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if loaded.model is not None:
            try:
                answers, heard = _heard(loaded.model, network, sequences, words)
            except Exception as error:  # noqa: BLE001  # a model that Keras opens and cannot run
                reason = str(error)
                passes = _Passes.of(network, sequences, keep=True)
            else:
                # From here on what does not fit is a difference, not an excuse.
                comparison = _compare(answers, heard, network, passes)
        if comparison is None:
            by = "rebuilt"
            comparison = _compare_layers(network, passes)
    return Proof(
        by,
        loaded.version,
        count,
        comparison.differences,
        network.digest,
        reason[:400],
        partial=network.is_partial,
        distances=comparison.distances,
        steps=comparison.steps,
        amplification=comparison.amplification,
    )


def compared(model: Any, network: Network, count: int = COUNT) -> dict[str, dict[str, float]]:
    """The differences of a network, over so many sequences, from a model of Keras 3 or tf-keras
    that is in memory, by layer and series."""
    sequences, words = _sequences(model, network, count)
    answers, heard = _heard(model, network, sequences, words)
    return _compare(answers, heard, network, _Passes.of(network, sequences)).differences


@dataclass(frozen=True, eq=False)
class _Passes:
    """Our own reading of all sequences, which are of one length: as it is shown, and exact."""

    ours: ForwardPass
    exact: ForwardPass
    with_series: Callable[[Mapping[str, Mapping[str, Array]]], _Passes]
    """Reads again, with the series ``(B, T, U)`` of recurrent layers in place of their own."""

    @classmethod
    def of(
        cls,
        network: Network,
        sequences: list[Sequence],
        *,
        keep: bool = False,
        series: Mapping[str, Mapping[str, Array]] | None = None,
    ) -> _Passes:
        """Read; with ``keep`` every tensor is kept."""
        ours, exact = (
            _forward(network, sequences, dtype, keep, series) for dtype in (np.float32, np.float64)
        )
        return cls(ours, exact, lambda series: cls.of(network, sequences, series=series))

    def answers(self, source: Tensor) -> tuple[Array, Array]:
        """What comes out at the end, ours and exact."""
        ours, exact = (each.values[source].at_end().array for each in (self.ours, self.exact))
        return ours, exact


@dataclass(eq=False)
class _Comparison:
    """What a comparison found; see `Proof` for its parts."""

    differences: dict[str, dict[str, float]] = field(default_factory=dict)
    distances: dict[str, dict[str, Distance]] = field(default_factory=dict)
    steps: dict[str, Distance] = field(default_factory=dict)
    amplification: Amplification | None = None

    def note(self, place: tuple[str, str], theirs: Array, ours: Array, exact: Array) -> None:
        """What Keras and the replay say in a place, of one shape or of as many numbers."""
        layer, key = place
        fits = theirs.size == ours.size and (theirs.shape == ours.shape or layer == "output")
        theirs = theirs.reshape(ours.shape) if fits else theirs
        gap = difference(theirs, ours) if fits else math.inf
        self.differences.setdefault(layer, {})[key] = gap
        self.distances.setdefault(layer, {})[key] = Distance.of(theirs, ours, exact)

    def note_step(self, name: str, theirs: Array, ours: Array, exact: Array) -> None:
        """What is made of Keras's own states, ours and exact; the worst of several is kept."""
        theirs = theirs.reshape(ours.shape) if theirs.size == ours.size else theirs
        found, before = Distance.of(theirs, ours, exact), self.steps.get(name)
        if before is None or found.keras > before.keras:
            self.steps[name] = found

    def note_layer(
        self, record: LayerRecord, exact: LayerRecord, heard: oracle.Heard
    ) -> Mapping[str, Array]:
        """What a recurrent layer of Keras made of what it was given; its series."""
        name = record.layer.name
        record, exact = (
            replace(each, series=each.maps) if each.maps else each for each in (record, exact)
        )
        theirs = oracle.series_of(heard, backwards=record.backwards)
        for key, values in theirs.items():
            self.note((name, key), values, record.series[key], exact.series[key])
        if any(values.shape != record.series[key].shape for key, values in theirs.items()):
            return theirs
        inputs, states = heard.inputs, heard.states
        if record.maps and record.layer.options.get("data_format") == "channels_first":
            inputs = np.moveaxis(inputs, 2, -1)
            states = [np.moveaxis(state, 1, -1) for state in states]
        self.steps[name] = of_one_step(record, theirs, inputs, heard.mask, states)
        found = amplification(record, theirs, exact.series)
        before = self.amplification
        if found is not None and (before is None or found.reliable < before.reliable):
            self.amplification = found
        return theirs


def _forward(
    network: Network,
    sequences: list[Sequence],
    dtype: npt.DTypeLike,
    keep: bool,
    series: Mapping[str, Mapping[str, Array]] | None,
) -> ForwardPass:
    auxiliary = {
        name: np.stack([sequence.auxiliary_inputs[name] for sequence in sequences])
        for name in sequences[0].auxiliary_inputs
    }
    inputs = np.stack([sequence.inputs for sequence in sequences])
    return forward(network, inputs, auxiliary, dtype, keep=keep, fixed_series=series)


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
    answers: list[Array], heard: dict[str, oracle.Heard], network: Network, passes: _Passes
) -> _Comparison:
    """Against the model as a whole: every recurrent layer, and the outputs.

    A layer that Keras does not call, or an answer of another shape, differs without bound.
    """
    found, ours, exact = _Comparison(), passes.ours, passes.exact
    series: dict[str, Mapping[str, Array]] = {}
    for name, record in ours.records.items():
        if name in heard:
            series[name] = found.note_layer(record, exact.records[name], heard[name])
        else:
            states = STATEFUL[record.layer.kind].states
            found.differences[name] = dict.fromkeys(states[:1], math.inf)
    if len(answers) != len(network.outputs):
        found.differences["output"] = {"prediction": math.inf}
        return found
    # The answers that go with Keras's own states: a step that nothing has grown before.
    alone = passes.with_series(series) if len(series) == len(ours.records) else None
    for place, (source, answer) in enumerate(zip(network.outputs, answers, strict=True)):
        if source in ours.values:
            key = "prediction" if place == 0 else output_name(source)
            found.note(("output", key), answer, *passes.answers(source))
            if alone is not None:
                found.note_step("output", answer, *alone.answers(source))
    return found


def _batch(network: Network, target: Input, sequences: list[Sequence]) -> npt.NDArray[Any]:
    """What Keras is given for an input: all sequences at once."""
    if target != network.input:
        return np.stack([sequence.auxiliary_inputs[target.name] for sequence in sequences])
    inputs = np.stack([sequence.inputs for sequence in sequences])
    if inputs.ndim == 3 and len(target.shape) == 2:
        return inputs[:, :, 0]
    if inputs.ndim == 3 and len(target.shape) > 3:
        return inputs.reshape(*inputs.shape[:2], *(size or 1 for size in target.shape[2:]))
    if inputs.ndim == 2 and target.vocabulary is None and len(target.shape) == 3:
        rows: npt.NDArray[Any] = np.eye(network.features or 1, dtype=np.float32)[inputs]
        return rows
    return inputs


# -- where no Keras opens the file ---------------------------------------------------


def _compare_layers(network: Network, passes: _Passes) -> _Comparison:
    """Layer by layer: Keras's own, with our weights, given what ours was given."""
    found, ours, exact = _Comparison(), passes.ours, passes.exact
    for name, record in ours.records.items():
        if record.maps:
            continue  # compared by its output
        inputs = _numbers(record)
        if (layer := oracle.rebuilt(_forwards(record.layer), [inputs.shape])) is None:
            raise UnsupportedError(
                "The layer {layer} is a {kind} that Keras does not have: there is nothing to "
                "compare it with.",
                layer=name,
                kind=record.layer.kind,
            )
        heard = oracle.Heard(layer, inputs, record.mask, list(record.start.values()))
        found.note_layer(record, exact.records[name], heard)
    for call in network.calls:
        layer = network.layer_of(call)
        has_states = layer.name in ours.records and layer.kind not in MAPS
        if call.name not in network.reached or layer.inner or has_states or call.states:
            continue
        values = [ours.values[source].at_end() for source in call.inputs]
        if call.mask is not None or any(value.mask is not None for value in values):
            continue
        output = ours.values[call.name, 0].at_end()
        if (answer := _one_layer(layer, values, output)) is not None:
            right = exact.values[call.name, 0].at_end().array
            found.note((call.name, "output"), answer, output.array, right)
    return found


def _one_layer(layer: Layer, inputs: list[Value], output: Value) -> Array | None:
    """What Keras's layer answers in place of one without a state, an array of the shape of
    ``output``; None where Keras 3 has no such layer."""
    if any(value.width for value in (*inputs, output)):
        return None  # ids that stand for one-hot rows
    batches = [value.array for value in inputs]
    if (theirs := oracle.rebuilt(layer, [batch.shape for batch in batches])) is None:
        return None
    return np.asarray(theirs(batches[0] if len(batches) == 1 else batches))


def _forwards(layer: Layer) -> Layer:
    """The same layer for Keras's cell, which is driven in the order of the reading."""
    told = ("go_backwards", "keeps_order")
    options = {key: value for key, value in layer.options.items() if key not in told}
    return replace(layer, options=options)


def _numbers(record: LayerRecord) -> Array:
    """What a layer read, ``(B, T, F)``, with one-hot rows in place of ids."""
    if record.inputs.ndim == 2:
        return np.eye(int(record.layer.weights["kernel"].shape[0]), dtype=np.float32)[record.inputs]
    return record.inputs


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
    if not (others := [each for each in network.inputs if each != network.input]):
        return sequences
    return [
        replace(
            sequence, auxiliary_inputs={each.name: _random(each, random, steps) for each in others}
        )
        for sequence in sequences
    ]


def _unnamed(inputs: npt.NDArray[Any]) -> Sequence:
    """Ids ``(T,)`` or numbers ``(T, F)`` as a sequence whose steps have no names."""
    return Sequence(inputs, ("",) * len(inputs), np.zeros(len(inputs), bool))


def _mask_some(network: Network, inputs: npt.NDArray[Any], random: np.random.Generator) -> None:
    """Padding in front, a step in the middle and a part of the last, where a Masking looks at the
    input."""
    for layer in network.layers:
        value = layer.options.get("mask_value", 0.0)
        if layer.kind == "Masking" and isinstance(value, (int, float)):
            inputs[: int(random.integers(0, len(inputs) // 2 + 1))] = value
            inputs[int(random.integers(0, len(inputs)))] = value
            if len(network.input.shape) > 3:  # and a part of a step
                inputs[-1, -int(network.input.shape[-1] or 1) :] = value


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


def _random(target: Input, random: np.random.Generator, steps: int) -> npt.NDArray[Any]:
    shape = list(target.sized(steps))
    if target.counts_steps:
        return random.integers(1, steps + 1, shape).astype(np.float32)
    if target.vocabulary is not None:
        return _ids(random, target.vocabulary, shape)
    return random.standard_normal(shape).astype(np.float32)
