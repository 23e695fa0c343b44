"""`read_on`: after all is read, a network goes on by itself, its answers being what it reads next.

What comes out is true: it is what Keras computes that is given the longer sequence.  A network
without a length of its own goes on from where it stands, a step at a time (`NetworkStepper`); one that
was built for a length reads a window that moves on, as it was trained; one that looks ahead reads
all again for each step.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import EditError, Note, ReplayError
from engine.network.network import Input, Network
from engine.progress import ShouldStop, check
from engine.replay.edit_checks import check as check_edit
from engine.replay.edited import edited
from engine.replay.edits import (
    Edits,
    LayerEdit,
    ReadOn,
    in_force,
    of_layers,
    reading_on,
)
from engine.replay.forward import ForwardPass, forward
from engine.replay.inputs import auxiliary_value, main_value
from engine.replay.replay import check_edits, read_once, replay
from engine.replay.side_by_side import end_of, side_by_side
from engine.replay.stepping import NetworkStepper, can_step
from engine.replay.trace import Trace, Written
from engine.replay.value import Array, Value
from engine.replay.ways_on import (
    answer_width,
    fed_input,
    gives_likelihoods,
    several_at_once,
    way_of,
    width_of,
    written_id,
)
from engine.replay.written_names import written_names
from engine.replay.written_steps import longer, row_of, row_width, step_names, with_room
from engine.sequence import Sequence, read_only
from engine.text.named_ids import start_of


def read(
    network: Network,
    sequence: Sequence,
    dtype: npt.DTypeLike = np.float32,
    should_stop: ShouldStop | None = None,
    edits: Edits = (),
) -> Trace:
    """Let a network read a sequence, and on where an edit says so; the arguments are those of
    `engine.replay.replay.replay`.

    Raises:
        ReplayError: the sequence does not fit the network.
        EditError: the network cannot read on, or does not have what an edit changes.
        Cancelled: ``should_stop`` became true.
    """
    if not (asked := reading_on(edits)):
        return replay(network, sequence, dtype, should_stop, edits)
    if len(asked) > 1:
        raise EditError("“{edit}”: a network reads on only once. Change the other.", edit=asked[1])
    try:
        way = way_of(network)
    except ReplayError as error:
        raise EditError("“{edit}”: {reason}", edit=asked[0], reason=error) from error
    others = tuple(edit for edit in in_force(edits) if edit is not asked[0])
    reading = _Reading(network, edited(sequence, edits), asked[0], others, dtype, should_stop)
    trace = reading.decoded() if way.name == "decoder" else reading.read_on()
    return replace(trace, edits=in_force(edits))


def read_on(
    network: Network,
    sequence: Sequence,
    count: int,
    temperature: float = 0.0,
    seed: int = 0,
    start: int | None = None,
    should_stop: ShouldStop | None = None,
) -> Trace:
    """Let a network read a sequence and write ``count`` steps after it.

    Args:
        network: one of which `engine.replay.ways_on.why_not` says nothing.
        sequence: what it reads first.
        count: how many steps it writes.
        temperature: 0 takes the most likely word; others draw, the higher the more evenly.
        seed: of the draw.
        start: the id that a decoder begins with; None is the first that the sequence has for it,
            else 1, or 0 where it reads one-hot rows, or a row of zeros where it reads numbers.
        should_stop: asked now and then.

    Returns:
        The trace of all that was read, with what was written as `Trace.written`.

    Raises:
        ReplayError: the sequence does not fit the network.
        EditError: the network cannot read on.
        Cancelled: ``should_stop`` became true.
    """
    edit = ReadOn(count, temperature, seed, start)
    return read(network, sequence, should_stop=should_stop, edits=(edit,))


@dataclass(frozen=True, eq=False)
class _Reading:
    """One reading on.

    Attributes:
        network, dtype, should_stop: as of `read`.
        sequence: what is read first, as edited.
        edit: how it reads on.
        others: the other edits, those of the sequence included, which are carried out already.
    """

    network: Network
    sequence: Sequence
    edit: ReadOn
    others: Edits
    dtype: npt.DTypeLike
    should_stop: ShouldStop | None

    @property
    def _layer_edits(self) -> tuple[LayerEdit, ...]:
        return of_layers(self.others)

    # -- from what it read itself ----------------------------------------------------------------

    def read_on(self) -> Trace:
        """The answers are the next steps of the sequence."""
        network, sequence = self.network, self.sequence
        is_stateful = any(layer.options.get("stateful") for layer in network.recurrent)
        if network.length is not None and not is_stateful:
            return self._in_windows(network.length)
        written, _, notes = self._write(network, network.input, sequence.inputs)
        whole = longer(sequence, written)
        trace = replay(network, whole, self.dtype, self.should_stop, self._layer_edits)
        self._check_length(trace, whole)
        return self._with_written(trace, len(sequence), written, notes)

    def _in_windows(self, length: int) -> Trace:
        """A window of so many steps moves on, and is read from its start each time."""
        network, sequence, choose = self.network, self.sequence, self._choice()
        for edit in self._layer_edits:
            check_edit(edit, network)
        note = Note(
            "{network} reads {length} steps at a time: each step that it writes is the last "
            "of a window of its own, which it reads from the start.",
            network=network.name,
            length=length,
        )
        first = self._window(sequence, 0)
        self._check_length(first, sequence)
        inputs, written = with_room(sequence.inputs, self.edit.count), []
        ends: list[Trace] = []
        for end in range(len(sequence), len(inputs)):
            check(self.should_stop)
            answer = (ends[-1] if ends else first).prediction[-1]
            written.append(choose(np.asarray(answer)))
            inputs[end] = row_of(written[-1], row_width(inputs))
            begin = max(0, end + 1 - length)
            part = read_only(inputs[begin : end + 1])
            unnamed, none = ("",) * len(part), np.zeros(len(part), bool)
            window = Sequence(part, unnamed, none, auxiliary_inputs=sequence.auxiliary_inputs)
            ends.append(end_of(self._window(window, begin)))
        whole = longer(sequence, written)
        trace = check_edits(replace(side_by_side(first, ends, whole), edits=self._layer_edits))
        return self._with_written(trace, len(sequence), written, [note], windows=length)

    def _window(self, part: Sequence, first: int) -> Trace:
        """The reading of a part, the steps from ``first`` on."""
        edits = tuple(
            replace(
                edit,
                first=max(0, edit.first - first),
                last=None if edit.last is None else edit.last - first,
            )
            for edit in self._layer_edits
            if edit.first < first + len(part) and (edit.last is None or edit.last >= first)
        )
        return read_once(self.network, part, self.dtype, self.should_stop, edits)

    def _check_length(self, trace: Trace, sequence: Sequence) -> None:
        if len(trace) != len(sequence):
            raise EditError(
                "“{edit}”: {network} answers in steps of its own, after what it reads.",
                edit=self.edit,
                network=self.network.name,
            )

    # -- a decoder -------------------------------------------------------------------------------

    def decoded(self) -> Trace:
        """The answers are what the decoder reads next."""
        network, sequence, count = self.network, self.sequence, self.edit.count
        wanted = fed_input(network)
        if (room := wanted.shape[1]) is not None and count > room:
            raise EditError(
                "“{edit}”: the decoder of {network} writes at most {most} steps.",
                edit=self.edit,
                network=network.name,
                most=room,
            )
        start, start_notes = self._start(wanted)
        open_ended = _open_ended(network, wanted)
        is_ids = wanted.vocabulary is not None
        begin = row_of(start, 0 if is_ids else width_of(wanted))[None]
        begin = begin.astype(np.int32 if is_ids else np.result_type(begin, np.float32))
        written, fed, notes = self._write(open_ended, fed_input(open_ended), begin)
        auxiliary = {**sequence.auxiliary_inputs, wanted.name: read_only(fed)}
        whole = replace(sequence, auxiliary_inputs=MappingProxyType(auxiliary))
        trace = replay(open_ended, whole, self.dtype, self.should_stop, self._layer_edits)
        first = len(trace) - count
        has_its_words = wanted.vocabulary == network.input.vocabulary
        own, name_notes = written_names(network)
        names = trace.steps[:first] + step_names(sequence, written, has_its_words, own)
        trace = replace(trace, network=network, steps=names)
        return self._with_written(trace, first, written, start_notes + notes + list(name_notes))

    def _start(self, wanted: Input) -> tuple[Any, list[Note]]:
        """What the decoder reads first."""
        given = self.sequence.auxiliary_inputs.get(wanted.name)
        width = width_of(wanted)
        chosen = self.edit.start
        if chosen is not None and not way_of(self.network).writes_words(self.network):
            raise EditError(
                "“{edit}”: the decoder of {network} reads numbers, and begins with zeros.",
                edit=self.edit,
                network=self.network.name,
            )
        if chosen is not None and chosen >= width:
            raise EditError(
                "“{edit}”: the decoder of {network} knows only the ids 0 to {last}.",
                edit=self.edit,
                network=self.network.name,
                last=width - 1,
            )
        # Zeros alone are what an input is given that nobody gives anything.
        if chosen is None and given is not None and given.any():
            return given[0], []
        if not way_of(self.network).writes_words(self.network):
            return np.zeros(width, np.float32), []
        id = chosen
        if id is None:
            id = 1 if wanted.vocabulary is not None else 0
        own = start_of(written_names(self.network)[0])
        if chosen is None and own is not None and own < width:
            return np.int32(own), []
        notes = [
            Note(
                "The decoder of {network} begins with the id {id}. If its start mark is another, "
                "name it.",
                network=self.network.name,
                id=id,
            )
        ]
        return np.int32(id), [] if chosen is not None else notes

    # -- what both share -------------------------------------------------------------------------

    def _notes(self) -> list[Note]:
        notes = []
        if self.edit.temperature and not way_of(self.network).writes_words(self.network):
            notes.append(
                Note(
                    "{network} writes numbers as it answers them: there is nothing to draw, and the "
                    "temperature changes nothing.",
                    network=self.network.name,
                )
            )
        padding = self.sequence.padding
        behind = len(padding) - 1 - int(np.flatnonzero(~padding)[-1]) if (~padding).any() else 0
        if behind and way_of(self.network).name != "decoder":
            notes.append(
                Note(
                    "Between the last step and what {network} writes there are {count} steps of "
                    "padding, which it reads.",
                    network=self.network.name,
                    count=behind,
                )
            )
        return notes

    def _choice(self) -> Callable[[Array], Any]:
        """What an answer writes, asked for each step in turn: an id, or a row of numbers.

        Raises, when it is asked:
            EditError: the answer is of several steps, or cannot be read.
        """
        network, edit = self.network, self.edit
        words, likely = way_of(network).writes_words(network), gives_likelihoods(network)
        random, turns = np.random.default_rng(edit.seed), itertools.count(1)

        def choose(answer: Array) -> Any:
            nth = next(turns)
            if np.size(answer) != answer_width(network):
                raise EditError("“{edit}”: {reason}", edit=edit, reason=several_at_once(network))
            with np.errstate(over="ignore"):
                row = np.reshape(answer, -1).astype(answer.dtype if words else np.float32)
            if (np.isnan(row) if words else ~np.isfinite(row)).any():
                raise EditError(
                    "“{edit}”: {network} cannot read on to step {nth} of what it writes: its answer "
                    "is no finite number. Let it write fewer steps.",
                    edit=edit,
                    network=network.name,
                    nth=nth,
                )
            if not words:
                return row
            id = written_id(row, likelihoods=likely, temperature=edit.temperature, random=random)
            return np.int32(id)

        return choose

    def _write(
        self, network: Network, wanted: Input, given: Array
    ) -> tuple[list[Any], Array, list[Note]]:
        """What it writes after it was given the beginning of an input, what it was fed with then,
        and what there is to be said: a step at a time where it can go on from where it stands."""
        choose, count, begun = self._choice(), self.edit.count, len(given)
        goes_on = can_step(network, wanted.name)
        fed = with_room(given, count - 1)
        passed = self._passed(network, wanted, fed[:begun], keep=goes_on)
        at = max((int(record.times.max()) for record in passed.records.values()), default=0)
        stepper = None
        if goes_on:
            stepper = NetworkStepper(
                network, wanted.name, passed, self.dtype, self._layer_edits, self.should_stop
            )
        answer = self._last(passed)
        written = [choose(answer)]
        for end in range(begun, len(fed)):
            check(self.should_stop)
            fed[end] = row_of(written[-1], row_width(fed))
            if stepper is not None:
                at += 1
                answer = stepper.step(self._step_of(network, wanted, fed[end], at))
            else:
                answer = self._last(self._passed(network, wanted, fed[: end + 1]))
            written.append(choose(answer))
        if stepper is not None:
            return written, fed, []
        note = Note(
            "{network} looks at all steps at once: for each step that it writes it reads "
            "everything again.",
            network=network.name,
        )
        return written, fed, [note]

    def _passed(
        self, network: Network, wanted: Input, fed: Array, *, keep: bool = False
    ) -> ForwardPass:
        """The reading of so much of the input that is fed."""
        sequence = self.sequence
        auxiliary = {name: array[None] for name, array in sequence.auxiliary_inputs.items()}
        inputs = sequence.inputs[None]
        if wanted is network.input:
            inputs = fed[None]
        else:
            auxiliary[wanted.name] = fed[None]
        return forward(
            network,
            inputs,
            auxiliary,
            self.dtype,
            self.should_stop,
            steps=sequence.steps if inputs.shape[1] == len(sequence) else (),
            keep=keep,
            edits=self._layer_edits,
        )

    def _step_of(self, network: Network, wanted: Input, content: Array, at: int) -> Value:
        """The value of an input at one step."""
        array, dtype = np.asarray(content)[None, None], np.dtype(self.dtype)
        if wanted is network.input:
            value = main_value(network, array, dtype)
        else:
            value = auxiliary_value(wanted, array, 1, dtype)
        return replace(value, times=np.array([at], np.int32), ready=at)

    def _last(self, passed: ForwardPass) -> Array:
        """The first output when all is read."""
        value = passed.values[self.network.outputs[0]]
        array: Array = value.array[0]
        if value.times is not None and array.ndim > 1:
            array = array[int(value.times.argmax())]
        return array

    def _with_written(
        self,
        trace: Trace,
        first: int,
        written: list[Any],
        notes: list[Note],
        windows: int | None = None,
    ) -> Trace:
        said = (*self._notes(), *notes)
        return replace(trace, written=Written(first, read_only(np.array(written)), said, windows))


def _open_ended(network: Network, wanted: Input) -> Network:
    """The network, whose decoder takes any number of steps: it reads none that comes later."""
    shape = (wanted.shape[0], None, *wanted.shape[2:])
    inputs = (replace(one, shape=shape) if one is wanted else one for one in network.inputs)
    return replace(network, inputs=tuple(inputs))
