"""The states of one layer in two dimensions: path, cloud, readout and fixed points.

The plane is that of the first two principal components of the states at the steps of many
sequences (Pearson 1901).  What is drawn in it is a shadow: `Plane.shares` say how much of the
variance it has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ReplayError
from engine.explain.backward import GradientRules
from engine.explain.target import Stop, Target, read_for
from engine.network.closing import is_probability
from engine.network.derivatives import pull
from engine.network.network import Network
from engine.network.refusal import no_layer
from engine.progress import check
from engine.replay.backward_in_time import in_time
from engine.replay.cells.cell import cell_activation
from engine.replay.forward import forward
from engine.replay.replay import replay_batch, rows_at_once
from engine.sequence import Sequence

Floats = npt.NDArray[np.float64]
Progress = Callable[[float], None] | None

MAX_CLOUD = 4_000
"""Points of the cloud that are drawn, at most."""

SETTLING = 2_000
"""Steps that a layer is given to stand still."""

STILL = 1e-6
"""A state that moves by less at a step, as a share of its size, stands still."""

_READ = 16
"""Sequences whose gradients make the readout."""


@dataclass(frozen=True, eq=False)
class Plane:
    """Two directions in the space of a state of ``U`` numbers.

    Attributes:
        mean: ``(U,)``, the middle of all states.
        axes: ``(2, U)``, the first two principal components, of length 1.
        shares: ``(2,)``, the shares of the variance along them, 0 to 1.
    """

    mean: Floats
    axes: Floats
    shares: Floats

    def project(self, states: npt.ArrayLike) -> Floats:
        """States ``(..., U)`` as points ``(..., 2)``."""
        return (np.asarray(states, np.float64) - self.mean) @ self.axes.T


@dataclass(frozen=True)
class FixedPoint:
    """Where a state goes that is given one input again and again.

    Attributes:
        name: of the input: a word, or padding.
        point: in the plane.
        still: whether it stands still there; else it is where it was after `SETTLING` steps.
        radius: the largest size of an eigenvalue of the step there; below 1 it draws states near
            it towards itself.
        masked: the input is masked, so that every state stays where it is; ``point`` is the
            start.
    """

    name: str
    point: tuple[float, float]
    still: bool
    radius: float
    masked: bool = False


@dataclass(frozen=True, eq=False)
class StateSpace:
    """The states of one layer over many sequences.

    Attributes:
        layer: the name of the trace.
        key: ``h`` or ``c``.
        plane: in which everything stands.
        ends: ``(N, 2)``, where each sequence ended.
        steps: ``(M, 2)``, the states at steps of the sequences, thinned to `MAX_CLOUD`.
        labels: ``(N,)``, 1, 0, or -1 where there is none.
        channel: the class that answers and readout are of: the one that wins most often.
        answers: ``(N,)``, the answer of each sequence; NaN without one.
        step_answers: ``(M,)``, the answer had the reading ended at those steps.
        readout: ``(2,)``, the direction in which the explained answer grows, in the plane; None
            without an answer.
        readout_share: the share of its length that lies in the plane.
        fixed: the fixed points that were asked for.
        is_probability: whether the answers are such.
    """

    layer: str
    key: str
    plane: Plane
    ends: Floats
    steps: Floats
    labels: npt.NDArray[np.int8]
    answers: Floats
    step_answers: Floats
    readout: Floats | None
    readout_share: float
    fixed: tuple[FixedPoint, ...]
    channel: int = 0
    is_probability: bool = True


def state_space(
    network: Network,
    sequences: list[Sequence],
    layer: str,
    key: str,
    held: Mapping[str, npt.NDArray[np.int32] | npt.NDArray[np.float32]] | None = None,
    should_stop: Stop = None,
    progress: Progress = None,
) -> StateSpace:
    """The state space of a layer, from a sample of sequences.

    Args:
        network: what reads.
        sequences: the sample, at least two; padding does not count among the steps.
        layer: the name of the trace.
        key: the state, ``h`` or ``c``.
        held: inputs of one step, ``()`` ids or ``(F,)`` numbers, whose fixed points are sought, by
            what they are called.  The network's other inputs are those of the first sequence; one
            that goes on in time is held at its last step.
        should_stop: asked now and then.
        progress: told of shares of the way, 0 to 1.

    Raises:
        ReplayError: there is no such layer or state, the sample is too small or has no step that
            the layer reads, or its states are not finite or all the same.
        Cancelled: ``should_stop`` became true.
    """
    if layer not in {each.name for each in network.recurrent}:
        raise no_layer(network, layer, [each.name for each in network.recurrent])
    if len(sequences) < 2:
        raise ReplayError("The state space needs a sample of at least two sequences.")
    states, ends, answers, told, channel = _read(
        network, sequences, layer, key, should_stop, progress
    )
    plane = plane_of(states, layer)
    readout, share = _readout(network, sequences, layer, key, channel, plane, should_stop)
    if readout is not None and readout[0] < 0:  # the answer grows to the right
        plane = replace(plane, axes=plane.axes * np.array([[-1.0], [1.0]]))
        readout = readout * np.array([-1.0, 1.0])
    if readout is not None and readout[1] < 0:
        plane = replace(plane, axes=plane.axes * np.array([[1.0], [-1.0]]))
        readout = readout * np.array([1.0, -1.0])
    fixed, beside = [], _held_beside(network, sequences[0])
    for place, (name, step) in enumerate((held or {}).items()):
        check(should_stop)
        fixed.append(_fixed(network, name, step, beside, layer, key, plane))
        if progress is not None:
            progress(0.8 + 0.2 * (place + 1) / len(held or {}))
    thin = max(1, -(-len(states) // MAX_CLOUD))
    return StateSpace(
        layer,
        key,
        plane,
        plane.project(ends),
        plane.project(states[::thin]),
        np.array([-1 if each.label is None else each.label for each in sequences], np.int8),
        answers,
        told[::thin],
        readout,
        share,
        tuple(fixed),
        channel,
        is_probability([network], answers, told),
    )


def _read(
    network: Network,
    sequences: list[Sequence],
    layer: str,
    key: str,
    should_stop: Stop,
    progress: Progress,
) -> tuple[Floats, Floats, Floats, Floats, int]:
    """States ``(M, U)`` at all steps, ``(N, U)`` at the ends, answers ``(N,)`` and ``(M,)``, and
    which class they are of: the one that wins most often."""
    states, told = [], []
    ends: list[Floats] = []
    answers: list[Floats] = []
    # Those that begin with carried states have inputs that others have not.
    alike: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for k, each in enumerate(sequences):
        alike.setdefault((len(each), tuple(sorted(each.auxiliary_inputs))), []).append(k)
    order: list[int] = []
    done = 0
    for (length, names), rows in sorted(alike.items()):
        size = rows_at_once(network, length)
        for first in range(0, len(rows), size):
            chunk = rows[first : first + size]
            inputs = np.stack([sequences[k].inputs for k in chunk])
            auxiliary = {
                name: np.stack([sequences[k].auxiliary_inputs[name] for k in chunk])
                for name in names
            }
            batch = replay_batch(network, inputs, auxiliary, should_stop=should_stop)
            record = batch.layers[layer]
            if key not in record.series:
                raise ReplayError("The layer {layer} has no state {key}.", layer=layer, key=key)
            series = np.asarray(record.series[key], np.float64)
            for row, k in enumerate(chunk):
                live = np.zeros(series.shape[1], bool)
                live[: len(sequences[k])] = ~sequences[k].padding
                live &= ~record.masked[row] & ~record.idle
                states.append(series[row, live])
                told.append(_by_class(batch.prediction[row])[live])
                last = series.shape[1] - 1 if not record.backwards else record.first
                ends.append(series[row, last])
                answers.append(_by_class(batch.prediction[row])[-1])
                order.append(k)
            done += len(chunk)
            if progress is not None:
                progress(0.7 * done / len(sequences))
    last_answers = np.stack(answers)[np.argsort(order)]
    winners = np.nan_to_num(last_answers, nan=-np.inf).argmax(axis=1)
    channel = int(np.bincount(winners).argmax())
    return (
        np.concatenate(states),
        np.stack(ends)[np.argsort(order)],
        last_answers[:, channel],
        np.concatenate(told)[:, channel],
        channel,
    )


def _by_class(prediction: npt.NDArray[np.floating]) -> Floats:
    """Answers ``(T, C)``, also of one number."""
    return np.asarray(prediction, np.float64).reshape(len(prediction), -1)


def plane_of(states: Floats, layer: str) -> Plane:
    """The plane of the first two principal components of states ``(N, U)``.

    Raises:
        ReplayError: there are none, they are not finite, or all the same.
    """
    if not len(states):
        raise ReplayError(
            "No sequence of the sample has a step that {layer} reads; all is padding or masked.",
            layer=layer,
        )
    if not np.isfinite(states).all():
        raise ReplayError(
            "The states of {layer} are not finite numbers, and have no directions.", layer=layer
        )
    mean = states.mean(axis=0)
    _, sizes, axes = np.linalg.svd(states - mean, full_matrices=False)
    total = float(np.square(sizes).sum())
    if total == 0:
        raise ReplayError("The states of {layer} are all the same.", layer=layer)
    if len(axes) < 2:  # one unit: the second direction is none
        axes = np.concatenate([axes, np.zeros((1, axes.shape[1]))])
        sizes = np.append(sizes, 0.0)
    return Plane(mean, axes[:2], np.square(sizes[:2]) / total)


def _readout(
    network: Network,
    sequences: list[Sequence],
    layer: str,
    key: str,
    channel: int,
    plane: Plane,
    should_stop: Stop,
) -> tuple[Floats | None, float]:
    """The gradient of what is explained by the state at the end, in the plane, a mean over some
    sequences; and the share of its length that lies there."""
    if not network.answers:
        return None, 0.0
    total = np.zeros(plane.mean.shape)
    for each in sequences[:_READ]:
        auxiliary = {name: rows[None] for name, rows in each.auxiliary_inputs.items()}
        reading = read_for(
            network, each.inputs[None], auxiliary, Target(channel=channel), should_stop
        )
        rules = GradientRules(should_stop, {layer: {}})
        reading.back(rules)
        gradients = rules.state_gradients[layer]
        record = reading.passed.records[layer]
        last = 0 if record.backwards else -1
        if gradients and key == "h":
            total += gradients[key][0, last]
        elif gradients:  # the cell state acts at this very step through h
            slope = pull(cell_activation(record.layer))
            c, o = (np.asarray(record.series[name][:1, last], np.float64) for name in "co")
            total += gradients["c"][0, last] + slope(c, gradients["h"][:1, last] * o)[0]
    length = float(np.linalg.norm(total))
    if not 0 < length < np.inf:
        return None, 0.0
    shadow = plane.axes @ total / length
    return shadow, float(np.linalg.norm(shadow))


def _fixed(
    network: Network,
    name: str,
    step: npt.NDArray[np.int32] | npt.NDArray[np.float32],
    beside: Mapping[str, npt.NDArray[Any]],
    layer: str,
    key: str,
    plane: Plane,
) -> FixedPoint:
    """Let the layers up to this one read one input again and again, and ``beside`` it others,
    ``(1, ...)`` by name."""
    inputs = np.broadcast_to(step, (1, SETTLING, *np.shape(step)))
    record = forward(_up_to(network, layer), inputs, beside, np.float64).records[layer]
    series = np.asarray(record.series[key][0], np.float64)
    if record.mask is not None and not record.mask.any():
        start = record.start[key][0] if key in record.start else np.zeros(series.shape[1])
        x, y = plane.project(start)
        return FixedPoint(name, (float(x), float(y)), still=True, radius=1.0, masked=True)
    order = series[::-1] if record.backwards else series
    moved = float(np.linalg.norm(order[-1] - order[-2]))
    still = moved <= STILL * max(float(np.linalg.norm(order[-1])), 1e-9)
    reading = in_time(record)
    units, last = reading.cell.units, reading.steps - 1
    count = units * len(reading.states)
    seeds = np.eye(count)
    _, before = reading.cell.step(
        last,
        {
            state: seeds[:, place * units : (place + 1) * units]
            for place, state in enumerate(reading.states)
        },
    )
    jacobian = np.concatenate([before[state] for state in reading.states], axis=1)
    radius = float(np.abs(np.linalg.eigvals(jacobian)).max())
    x, y = plane.project(order[-1])
    return FixedPoint(name, (float(x), float(y)), still, radius)


def _held_beside(network: Network, sequence: Sequence) -> dict[str, npt.NDArray[Any]]:
    """The other inputs than the main one, ``(1, ...)``, for `SETTLING` steps."""
    beside = {}
    for wanted in network.inputs:
        if wanted.name in sequence.auxiliary_inputs:
            rows = sequence.auxiliary_inputs[wanted.name]
            if len(wanted.shape) > 1 and wanted.shape[1] is None:
                rows = np.repeat(rows[-1:], SETTLING, axis=0)
            beside[wanted.name] = rows[None]
    return beside


def _up_to(network: Network, layer: str) -> Network:
    """The calls up to the one that has the trace; no answer."""
    name = layer.removesuffix("/forward").removesuffix("/backward")
    calls = []
    for call in network.calls:
        calls.append(call)
        if call.name == name:
            break
    return replace(network, calls=tuple(calls), outputs=())
