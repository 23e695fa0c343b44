"""`Session`: what the window is about.  Evented, without Qt.

The networks side by side, the review or series, their traces, the step, the chosen units and
the signal that colours the words.  A user's action sets the session; the session's
event redraws every view.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
from psygnal import Signal

from engine.errors import GatescopeError, ReplayError
from engine.network.network import Layer, Network
from engine.replay.cells.registry import default_series, series_of
from engine.replay.replay import replay
from engine.replay.trace import LayerTrace, Trace
from engine.sequence import Sequence
from engine.text.review import Review

MOST_PANES = 3
"""Networks that fit side by side."""

MOST_UNITS = 8
"""Units whose curves can be told apart at once."""

PARTING = 0.1
"""Networks have parted where their predictions differ by more than this."""


@dataclass(frozen=True)
class Pane:
    """One network's place in the window.

    Attributes:
        network: what reads.
        layer: the name of the recurrent layer that is shown.
        units: the chosen units, in the order of choosing; the first is the one in
            the diagram.  At least one, at most `MOST_UNITS`.
        trace: its reading of the review, None before the first or where it failed.
        problem: why there is no trace, None if there is one.
    """

    network: Network
    layer: str
    units: tuple[int, ...] = (0,)
    trace: Trace | None = None
    problem: GatescopeError | None = None

    @property
    def shown(self) -> Layer:
        """The recurrent layer that is shown."""
        return self.network.layer(self.layer)

    @property
    def layer_trace(self) -> LayerTrace | None:
        """The trace of the layer that is shown."""
        return None if self.trace is None else self.trace.layers[self.layer]


@dataclass(frozen=True)
class Shade:
    """The signal that colours the words.

    Attributes:
        pane: whose signal, by its place.
        key: a series key, ``"change"`` for the change of the prediction from the step
            before, or ``"none"``.
        unit: the unit, or None to follow the chosen one.
    """

    pane: int = 0
    key: str = "none"
    unit: int | None = None


Job = tuple[Network, Sequence, Trace | None]
"""Who reads what, and the trace of it if there is one already."""
Prepare = Callable[[Network, Sequence], Sequence]
"""A sequence as one network reads it: in its own dictionary, with its further inputs."""
Answer = Trace | GatescopeError


class Session:
    """The state of one window.

    Args:
        executor: where replays run; None runs them at once, in the caller's thread.
        deliver: brings a call from the executor's thread to the caller's own; needed
            with an executor.
    """

    panes_changed: ClassVar[Signal] = Signal()
    """The networks, or the layers shown, are others than before."""
    weights_changed: ClassVar[Signal] = Signal(int)
    """The network of the pane at this place has other weights; its trace follows at once."""
    traces_changed: ClassVar[Signal] = Signal()
    """The review and the traces are others than before; they change together."""
    step_changed: ClassVar[Signal] = Signal(int)
    units_changed: ClassVar[Signal] = Signal(int)
    """The chosen units of the pane at this place."""
    focus_changed: ClassVar[Signal] = Signal(int)
    shade_changed: ClassVar[Signal] = Signal()
    failed: ClassVar[Signal] = Signal(object)
    """A `GatescopeError`; the session is as it was before."""

    def __init__(
        self,
        executor: Executor | None = None,
        deliver: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        self.use(executor, deliver)
        self.prepare: Prepare = lambda network, sequence: sequence
        """Called in the executor's thread, before a network reads."""
        self._key = 0
        self._panes: tuple[Pane, ...] = ()
        self._sequence: Sequence | None = None
        self._awaited: tuple[Sequence, int | None] | None = None
        self._incoming: dict[int, Network] = {}  # by place: take over with their traces
        self._stale = False  # the traces of the moment are of another reading
        self._step = 0
        self._focus = 0
        self._shade = Shade()

    def use(
        self,
        executor: Executor | None,
        deliver: Callable[[Callable[[], None]], None] | None,
    ) -> None:
        """Run later replays elsewhere; see the constructor."""
        if executor is not None and deliver is None:
            raise ValueError("an executor needs a way back: pass deliver")
        self._executor, self._deliver = executor, deliver

    # -- what there is -----------------------------------------------------------

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The networks side by side, left to right."""
        return self._panes

    @property
    def sequence(self) -> Sequence | None:
        """What has been read: its traces are shown."""
        return self._sequence

    @property
    def review(self) -> Review | None:
        """The same, where it is a review."""
        return self._sequence if isinstance(self._sequence, Review) else None

    @property
    def steps(self) -> int:
        """The number of time steps, 0 where nothing has been read.

        Those of the sequence, and those that a network writes after it, as a decoder does.
        """
        return len(self.step_names)

    @property
    def step_names(self) -> tuple[str, ...]:
        """What each time step is called: a word, a time stamp, "→ 1" of what is written."""
        if self._sequence is None:
            return ()
        names = self._sequence.steps
        for pane in self._panes:
            if pane.trace is not None and len(pane.trace) > len(names):
                names = pane.trace.steps
        return names

    def is_padding(self, step: int) -> bool:
        """Whether a time step was added to reach the length."""
        padding = () if self._sequence is None else self._sequence.padding
        return 0 <= step < len(padding) and bool(padding[step])

    @property
    def busy(self) -> bool:
        """Whether a replay is under way."""
        return self._awaited is not None

    # -- the step ----------------------------------------------------------------

    @property
    def step(self) -> int:
        """The time step that every view shows, 0-based."""
        return self._step

    @step.setter
    def step(self, step: int) -> None:
        step = max(0, min(int(step), self.steps - 1)) if self.steps else 0
        if step != self._step:
            self._step = step
            self.step_changed.emit(step)

    # -- focus, units, shade -----------------------------------------------------

    @property
    def focus(self) -> int:
        """The place of the pane whose cell the diagram shows."""
        return self._focus

    @focus.setter
    def focus(self, place: int) -> None:
        if self._panes and 0 <= place < len(self._panes) and place != self._focus:
            self._focus = place
            self.focus_changed.emit(place)

    @property
    def focused(self) -> Pane | None:
        """The pane whose cell the diagram shows."""
        return self._panes[self._focus] if self._panes else None

    def choose_unit(self, place: int, unit: int, *, extend: bool = False) -> None:
        """Choose a unit of a pane.

        Args:
            place: the pane's place.
            unit: the unit; one outside the layer is brought to its edge.
            extend: keep the other chosen units; a unit chosen already is let go.
        """
        pane = self._panes[place]
        unit = max(0, min(unit, pane.shown.units - 1))
        units = pane.units
        if not extend:
            units = (unit,)
        elif unit in units:
            units = tuple(other for other in units if other != unit) or units
        else:
            units = (unit, *units)[:MOST_UNITS]
        if units != pane.units:
            self._put(place, replace(pane, units=units))
            self.units_changed.emit(place)
        self.focus = place

    @property
    def shade(self) -> Shade:
        """The signal that colours the words."""
        return self._shade

    @shade.setter
    def shade(self, shade: Shade) -> None:
        if shade != self._shade:
            self._shade = shade
            self.shade_changed.emit()

    # -- networks ----------------------------------------------------------------

    def set_networks(self, networks: list[Network]) -> None:
        """Put these networks side by side, in place of what there was."""
        self._incoming.clear()
        self._panes = tuple(_fresh(network) for network in networks[:MOST_PANES])
        self._focus = min(self._focus, max(0, len(self._panes) - 1))
        self.panes_changed.emit()
        self._read_again()

    def add_network(self, network: Network, layer: str = "") -> None:
        """Add a pane, or take the last one's place where there is room for no more.

        Args:
            network: what reads there.
            layer: the recurrent layer that is shown; "" leaves it to the session.
        """
        if len(self._panes) < MOST_PANES:
            self._panes = (*self._panes, _fresh(network, layer))
            self.panes_changed.emit()
            self._read_again()
        else:
            self.replace_network(len(self._panes) - 1, network)

    def show_layers(self, place: int, layers: list[str]) -> None:
        """Fill the panes with layers of one network: its own pane first, then others.

        Args:
            place: a pane of the network.
            layers: names of its recurrent layers, one to `MOST_PANES`; other networks keep
                their panes where there is room, the ones on the right give way.
        """
        network = self._panes[place].network
        others = [
            pane
            for at, pane in enumerate(self._panes)
            if at != place and pane.network is not network
        ]
        trace, problem = self._panes[place].trace, self._panes[place].problem
        known = {pane.layer: pane for pane in self._panes if pane.network is network}
        shown = [
            known.get(layer) or replace(_fresh(network, layer), trace=trace, problem=problem)
            for layer in layers[:MOST_PANES]
        ]
        before = others[: max(0, min(place, MOST_PANES - len(shown)))]
        after = others[len(before) :][: MOST_PANES - len(shown) - len(before)]
        self._incoming.clear()
        self._panes = (*before, *shown, *after)
        self._focus = len(before)
        self.panes_changed.emit()
        self.focus_changed.emit(self._focus)
        self._keep_shade(self._shade.pane if self._shade.pane < len(self._panes) else 0)
        self.traces_changed.emit()
        self._read_again()

    def replace_network(self, place: int, network: Network) -> None:
        """Show another network in a pane."""
        self._incoming.pop(place, None)
        self._put(place, _fresh(network))
        self.panes_changed.emit()
        self._keep_shade(place)
        self._read_again()

    def _keep_shade(self, place: int) -> None:
        """The words keep their colours where another cell has no such series."""
        shade = self._shade
        known = {series.key for series in series_of(self._panes[place].shown)}
        if shade.pane == place and shade.key not in known | {"none", "change"}:
            self.shade = Shade(place, "h")

    def update_network(self, place: int, network: Network) -> None:
        """Give a pane's network other weights, as when it is trained.

        Layer, units and step stay, and the old weights are shown until the new ones have
        read the review.  A network of another shape takes the pane as `replace_network`.
        """
        pane = self._panes[place]
        if _outline(network) != _outline(pane.network):
            self.replace_network(place, network)
            return
        self._incoming[place] = network
        if self._sequence is None and self._awaited is None:
            for changed in self._take_in():
                self.weights_changed.emit(changed)
        else:
            self._read_again()

    def _take_in(self) -> list[int]:
        """Put the awaited weights into their panes; the places of those."""
        incoming, self._incoming = self._incoming, {}
        for place, network in incoming.items():
            self._put(place, replace(self._panes[place], network=network))
        return list(incoming)

    def remove_pane(self, place: int) -> None:
        """Close a pane; the last one stays."""
        if len(self._panes) > 1:
            self._incoming.clear()
            self._panes = self._panes[:place] + self._panes[place + 1 :]
            # Focus and colour stay with their network; those of the closed one move on.
            self._focus = min(self._focus - (self._focus > place), len(self._panes) - 1)
            shade = self._shade
            if shade.pane > place:
                self._shade = replace(shade, pane=shade.pane - 1)
            elif shade.pane == place and shade.key not in ("none", "change"):
                key = default_series(self._panes[self._focus].shown)
                self._shade = Shade(self._focus, key)
            elif shade.pane == place:
                self._shade = replace(shade, pane=self._focus)
            self.panes_changed.emit()
            self.focus_changed.emit(self._focus)
            self.shade_changed.emit()
            self.traces_changed.emit()
            if self.busy:  # the answer under way has one network too many
                self._read_again()

    def show_layer(self, place: int, layer: str) -> None:
        """Show another recurrent layer of the same network."""
        pane = self._panes[place]
        if layer != pane.layer:
            self._put(place, replace(pane, layer=layer, units=(0,)))
            self.panes_changed.emit()
            self._keep_shade(place)
            self.traces_changed.emit()

    def _put(self, place: int, pane: Pane) -> None:
        self._panes = (*self._panes[:place], pane, *self._panes[place + 1 :])

    # -- the review --------------------------------------------------------------

    def read(self, sequence: Sequence, step: int | None = None) -> None:
        """Let every network read a review, or another sequence.

        The sequence and all traces take the old ones' place together, when the last
        network has read it; an answer that has been overtaken is dropped.

        Args:
            sequence: a review, encoded with any vocabulary at least as large as the
                networks' (each network reads it within its own), or numbers.
            step: the step to stand at; None stands at the first word.
        """
        self._replay(sequence, step)

    def read_anew(self) -> None:
        """Let every network read the same again: what `prepare` makes of it has changed."""
        self._stale = True
        self._read_again()

    def _read_again(self) -> None:
        if self._awaited is not None:
            self._replay(*self._awaited)
        elif self._sequence is not None:
            self._replay(self._sequence, None)

    def _replay(self, sequence: Sequence, step: int | None) -> None:
        """Replay; the sequence that is shown already keeps the step of the moment."""
        self._key += 1
        key = self._key
        stale = self._stale  # until an answer is taken: one may be overtaken
        jobs = [
            (
                self._incoming.get(place, pane.network),
                sequence,
                None if stale else self._trace_of(place, sequence),
            )
            for place, pane in enumerate(self._panes)
        ]
        if self._executor is None:
            self._accept(key, sequence, step, _read_all(jobs, self.prepare, lambda: False))
            return
        self._awaited = (sequence, step)
        future = self._executor.submit(_read_all, jobs, self.prepare, lambda: key != self._key)
        deliver = self._deliver
        assert deliver is not None

        def done(future: Future[list[Answer] | None]) -> None:
            if not future.cancelled():
                deliver(lambda: self._accept(key, sequence, step, _answers(future, len(jobs))))

        future.add_done_callback(done)

    def _trace_of(self, place: int, sequence: Sequence) -> Trace | None:
        """The trace that a pane has of this sequence already; a trace is never made twice."""
        pane = self._panes[place]
        is_read = sequence is self._sequence and place not in self._incoming
        if not is_read or pane.trace is None or pane.trace.network is not pane.network:
            return None
        return pane.trace

    def _accept(
        self, key: int, sequence: Sequence, step: int | None, answers: list[Answer] | None
    ) -> None:
        if key != self._key or answers is None:
            return
        self._awaited = None
        self._stale = False
        problems = [answer for answer in answers if isinstance(answer, GatescopeError)]
        if problems and len(problems) == len(answers) and self._sequence is not None:
            self.failed.emit(problems[0])
            if any(pane.trace is not None for pane in self._panes):
                self._incoming.clear()
                return
        changed = self._take_in()
        if sequence is self._sequence and step is None:
            step = self._step
        self._sequence = sequence
        self._panes = tuple(
            replace(pane, trace=answer, problem=None)
            if isinstance(answer, Trace)
            else replace(pane, trace=None, problem=answer)
            for pane, answer in zip(self._panes, answers, strict=True)
        )
        self._step = _first_word(sequence) if step is None else step
        self._step = max(0, min(self._step, self.steps - 1))
        # Only now: whoever looks finds networks, review, traces and step that belong together.
        for place in changed:
            self.weights_changed.emit(place)
        self.traces_changed.emit()
        self.step_changed.emit(self._step)

    # -- what the views ask ------------------------------------------------------

    def predictions(self) -> list[npt.NDArray[np.floating[Any]] | None]:
        """Each pane's answer by step, ``(T,)``: see `answer_of`; NaN where there is none."""
        steps = self.steps
        return [
            None if pane.trace is None else _stretched(answer_of(pane.trace), steps)
            for pane in self._panes
        ]

    def parting(self) -> int | None:
        """The first step, from the first word on, at which predictions that were together
        begin to differ by more than `PARTING`; the first word if they never were."""
        curves = [curve for curve in self.predictions() if curve is not None]
        if len(curves) < 2:
            return None
        stacked = np.stack(curves)
        first = 0 if self._sequence is None else _first_word(self._sequence)
        # Where one has no answer (NaN) they have not parted.
        apart = (stacked.max(axis=0) - stacked.min(axis=0) > PARTING)[first:]
        if apart.all():
            return first
        begins = np.flatnonzero(apart[1:] & ~apart[:-1]) + 1
        return first + int(begins[0]) if len(begins) else None

    def shading(self) -> npt.NDArray[np.floating[Any]] | None:
        """The signal that colours the words, ``(T,)``, or None."""
        shade = self._shade
        if shade.key == "none" or not 0 <= shade.pane < len(self._panes):
            return None
        pane = self._panes[shade.pane]
        if pane.trace is None or pane.layer_trace is None:
            return None
        if shade.key == "change":
            return np.diff(answer_of(pane.trace), prepend=answer_of(pane.trace)[:1])
        series = pane.layer_trace.series.get(shade.key)
        if series is None:
            return None
        unit = pane.units[0] if shade.unit is None else shade.unit
        column: npt.NDArray[np.floating[Any]] = series[:, max(0, min(unit, series.shape[1] - 1))]
        return column


def answer_of(trace: Trace) -> npt.NDArray[np.floating[Any]]:
    """One number a step, ``(T,)``: the output, or the probability of the class that wins
    at the end where there are several."""
    prediction = trace.prediction
    if prediction.ndim == 1:
        return prediction
    last = prediction[-1]
    column: npt.NDArray[np.floating[Any]] = prediction[:, int(np.nan_to_num(last).argmax())]
    return column


def _stretched(curve: npt.NDArray[np.floating[Any]], steps: int) -> npt.NDArray[np.floating[Any]]:
    """A curve over all time steps: the last answer stays."""
    if len(curve) >= steps:
        return curve
    return np.concatenate([curve, np.repeat(curve[-1:], steps - len(curve))])


def _fresh(network: Network, layer: str = "") -> Pane:
    return Pane(network, layer or first_shown(network))


def first_shown(network: Network) -> str:
    """The layer that is shown first: the last one that reads the sequence forwards."""
    names = [layer.name for layer in network.recurrent]
    late = _late(network)
    forward = [name for name in names if not name.endswith("/backward")]
    reading = [name for name in forward if name.removesuffix("/forward") not in late]
    return (reading or forward or names)[-1]


def _late(network: Network) -> set[str]:
    """The calls that begin when all has been read: a decoder and what follows it."""
    found: set[str] = set()
    for call in network.calls:
        repeats = network.layer_of(call).kind == "RepeatVector"
        if call.states or repeats or any(name in found for name, _ in call.sources):
            found.add(call.name)
    return found


def _outline(network: Network) -> list[object]:
    """What two networks have in common that differ only in their weights."""
    return [(layer.name, layer.kind, layer.output_shape) for layer in network.layers]


def _within(network: Network, sequence: Sequence) -> Sequence:
    """The sequence as the network reads it."""
    size = network.vocabulary_size
    if not isinstance(sequence, Review):
        return sequence
    if not network.reads_words:
        raise ReplayError("{network} reads numbers, not words.", network=network.name)
    return sequence if size is None else sequence.within(size)


def _answers(future: Future[list[Answer] | None], count: int) -> list[Answer] | None:
    """What the executor found; anything unforeseen is said instead of lost."""
    error = future.exception()
    if error is None:
        return future.result()
    reason = str(error) or type(error).__name__
    return [
        GatescopeError("Reading failed: {reason}. Try a shorter text.", reason=reason)
        for _ in range(count)
    ]


def _read_all(
    jobs: list[Job], prepare: Prepare, should_stop: Callable[[], bool]
) -> list[Answer] | None:
    answers: list[Answer] = []
    made: dict[int, Answer] = {}  # two layers of one network are read once
    for network, sequence, known in jobs:
        if should_stop():
            return None
        if known is not None:
            made[id(network)] = known
        elif id(network) not in made:
            try:
                read = _within(network, prepare(network, sequence))
                made[id(network)] = replay(network, read)
            except GatescopeError as error:
                made[id(network)] = error
        answers.append(made[id(network)])
    return answers


def _first_word(sequence: Sequence) -> int:
    words = np.flatnonzero(~sequence.padding)
    return int(words[0]) if len(words) else 0
