"""`Session`: what the window is about.  Evented, without Qt.

The networks side by side, the review or series, their traces, the step, the chosen units and
the signal that colours the words.  A user's action sets the session; the session's
event redraws every view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import replace
from functools import wraps
from typing import Any, TypeVar, cast

import numpy as np

from engine.errors import GatescopeError, NotYet, SessionError
from engine.network.network import Network
from engine.progress import ShouldStop
from engine.replay.edits import Edit, Edits, in_force
from engine.sequence import Sequence
from engine.session import signals
from engine.session.arrangement import Arrangement
from engine.session.carrying import Carried, is_next, told, untold
from engine.session.events import Event, Telling
from engine.session.jobs import PaneAnswer, Prepare, Rewritten, read_all, rewritten
from engine.session.pane import MAX_PANES, MAX_UNITS, Pane, Shade
from engine.session.scheduler import Deliver, Scheduler
from engine.session.was_read import Awaited, WasRead
from engine.text.review import Review

Change = TypeVar("Change", bound=Callable[..., None])


def _telling_all(change: Change) -> Change:
    """A change is carried out to its end, and all listeners told, whoever of them fails."""

    @wraps(change)
    def whole(session: Session, *arguments: Any, **options: Any) -> None:
        with session._telling:
            change(session, *arguments, **options)

    return cast("Change", whole)


class Session:
    """The state of one window.

    Args:
        executor: where replays run; None runs them at once, in the caller's thread.
        deliver: brings a call from the executor's thread to the caller's own; needed
            with an executor.

    Events:
        panes_changed(places): the networks, or the layers shown, are others than before; by the
            place that a pane had, where it is now, or None where it is gone.
        weights_changed(place): the network of that pane has other weights; its trace
            follows at once.
        traces_changed(): the review and the traces are others than before; they change
            together.
        carry_changed(): whether the state is carried from review to review.
        edits_changed(): the edits are others than before; the traces follow.
        step_changed(step), units_changed(place), focus_changed(place), shade_changed().
        busy_changed(busy): a replay has begun, or none is under way any more.
        failed(error): a `GatescopeError`; the session is as it was before.

    All listeners are told of a change before the error of one of them is raised.
    """

    def __init__(self, executor: Executor | None = None, deliver: Deliver | None = None) -> None:
        self._telling = Telling()
        self.panes_changed = Event(self._telling)
        self.weights_changed = Event(self._telling)
        self.traces_changed = Event(self._telling)
        self.carry_changed = Event(self._telling)
        self.edits_changed = Event(self._telling)
        self.step_changed = Event(self._telling)
        self.units_changed = Event(self._telling)
        self.focus_changed = Event(self._telling)
        self.shade_changed = Event(self._telling)
        self.busy_changed = Event(self._telling)
        self.failed = Event(self._telling)
        self.prepare: Prepare = lambda network, sequence: sequence
        """Called in the executor's thread, before a network reads."""
        self._scheduler = Scheduler(executor, deliver)
        self._row = Arrangement()
        self._read = WasRead()
        self._awaited: Awaited | None = None
        self._edits: Edits = ()
        self._carries = False
        self._incoming: dict[int, Network] = {}  # by place: take over with their traces
        self._step = 0
        self._lent: dict[tuple[int, str], signals.Curve] = {}

    def use(self, executor: Executor | None, deliver: Deliver | None) -> None:
        """Run later replays elsewhere; see the constructor."""
        self._scheduler.use(executor, deliver)

    def stop(self) -> None:
        """Give up the replay under way, if any; it is told to stop."""
        self._telling.afterwards(None)
        self._scheduler.cancel()
        self._await(None)

    def copy(self) -> Session:
        """A session in the same state to which nobody listens, to be moved without moving a view.

        It replays at once, in the thread that asks for it.
        """
        twin = Session()
        twin.prepare = self.prepare
        twin._row, twin._read, twin._step = self._row, self._read, self._step
        twin._edits, twin._carries = self._edits, self._carries
        twin._lent = dict(self._lent)
        return twin

    # -- what there is -----------------------------------------------------------

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The networks side by side, left to right."""
        return self._row.panes

    @property
    def sequence(self) -> Sequence | None:
        """What has been read, as edited: its traces are shown."""
        rewritten = self._read.rewritten
        return None if rewritten is None else rewritten.sequence

    @property
    def source(self) -> Sequence | None:
        """What was given to be read, as no edit has touched it; the ghosts are of this."""
        return self._read.source

    @property
    def review(self) -> Review | None:
        """The same, where it is a review."""
        sequence = self.sequence
        return sequence if isinstance(sequence, Review) else None

    @property
    def reads_numbers(self) -> bool:
        """Whether what has been read is no review."""
        return self.source is not None and self.review is None

    @property
    def steps(self) -> int:
        """The number of time steps, 0 where nothing has been read.

        Those of the sequence, and those that a network writes after it, as a decoder does.
        """
        return len(self.step_names)

    @property
    def step_names(self) -> tuple[str, ...]:
        """What each time step is called: a word, a time stamp, "→ 1" of what is written; where
        several networks write, what the `writer` wrote, and after its end what others did."""
        sequence = self.sequence
        return () if sequence is None else self._row.step_names(sequence)

    @property
    def writer(self) -> Pane | None:
        """The pane whose network read on, and whose steps are shown: the focused one, or else the
        first; None where nobody wrote."""
        return self._row.writer

    def is_written(self, step: int) -> bool:
        """Whether the `writer` wrote that time step itself."""
        writer = self.writer
        return writer is not None and writer.written is not None and step >= writer.written.first

    def written_after(self, length: int) -> tuple[str, ...]:
        """What the `writer` wrote, by the names of its steps, after so many that were read."""
        writer = self.writer
        return () if writer is None or writer.trace is None else writer.trace.steps[length:]

    def is_padding(self, step: int) -> bool:
        """Whether a time step was added to reach the length."""
        sequence = self.sequence
        padding = () if sequence is None else sequence.padding
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
        step = self._within(int(step))
        if step != self._step:
            self._step = step
            self.step_changed.emit(step)

    def _within(self, step: int) -> int:
        """The time step nearest to that one."""
        return max(0, min(step, self.steps - 1))

    # -- edits -------------------------------------------------------------------

    @property
    def edits(self) -> Edits:
        """What is changed by hand in the reading, those that are switched off too.

        They stay as another sequence is read.  An edit of a layer is carried out in the panes
        whose network has what it changes.
        """
        return self._edits

    @edits.setter
    def edits(self, edits: Edits) -> None:
        self.change_edits(edits)

    @_telling_all
    def change_edits(self, edits: Edits, step: int | None = None) -> None:
        """Read with other edits; ``step`` is where to stand then, within what is read and written;
        None is where the user stands."""
        edits = tuple(edits)
        if edits != self._edits:
            self._edits = edits
            self.edits_changed.emit()
            self._read_again(step)

    @property
    def unfit_edits(self) -> Mapping[Edit, GatescopeError]:
        """The edits in force that change nothing in any pane, and why; empty before a reading."""
        return self._row.unfit_edits

    # -- focus, units, shade -----------------------------------------------------

    @property
    def focus(self) -> int:
        """The place of the pane whose cell the diagram shows."""
        return self._row.focus

    @focus.setter
    def focus(self, place: int) -> None:
        if self.panes and 0 <= place < len(self.panes) and place != self.focus:
            self._row = replace(self._row, focus=place)
            self.focus_changed.emit(place)

    @property
    def focused(self) -> Pane | None:
        """The pane whose cell the diagram shows."""
        return self._row.focused

    @_telling_all
    def choose_unit(self, place: int, unit: int, *, extend: bool = False) -> None:
        """Choose a unit of a pane; one outside the layer is brought to its edge.

        With ``extend`` the other chosen units are kept, and a unit chosen already is let go.
        """
        self.choose_units(place, self._row.units_with(place, unit, extend=extend))
        self.focus = place

    @_telling_all
    def choose_units(self, place: int, units: tuple[int, ...]) -> None:
        """Choose these units of a pane in place of the others, 1 to `MAX_UNITS`; those that its
        layer does not have are left out."""
        pane = self.panes[place]
        units = tuple(unit for unit in units if 0 <= unit < pane.shown.units)[:MAX_UNITS]
        if units and units != pane.units:
            self._put(place, replace(pane, units=units))
            self.units_changed.emit(place)
            if self.shade.pane == place and self.shade.unit is None:
                self.shade_changed.emit()

    @property
    def shade(self) -> Shade:
        """The signal that colours the words; one that no pane has fails, and the old one stays."""
        return self._row.shade

    @shade.setter
    def shade(self, shade: Shade) -> None:
        if not self._row.has(shade):
            self.failed.emit(
                SessionError(
                    "There is no signal {signal} in network {place} to colour the words by; their "
                    "colours stay.",
                    signal=shade.key,
                    place=shade.pane + 1,
                )
            )
        elif shade != self.shade:
            self._row = replace(self._row, shade=shade)
            self.shade_changed.emit()

    @_telling_all
    def lend(self, place: int, key: str, values: signals.Curve) -> None:
        """Hand over a signal of `LENT` for a pane, ``(T,)``."""
        self._lent[place, key] = values
        if (self.shade.pane, self.shade.key) == (place, key):
            self.shade_changed.emit()

    # -- networks ----------------------------------------------------------------

    @_telling_all
    def set_networks(self, networks: list[Network]) -> None:
        """Put these networks side by side, in place of what there was."""
        self._arrange(tuple(Pane.of(network) for network in networks[:MAX_PANES]))
        self._read_again()

    @_telling_all
    def add_network(self, network: Network) -> None:
        """Add a pane, or take the last one's place where there is room for no more."""
        if len(self.panes) < MAX_PANES:
            self._arrange((*self.panes, Pane.of(network)))
            self._read_again()
        else:
            self.replace_network(len(self.panes) - 1, network)

    @_telling_all
    def show_layers(self, place: int, layers: list[str]) -> None:
        """Fill the panes with layers of a network, at most `MAX_PANES`: its own pane first.

        Those that it does not have are left out.  Other networks keep their panes where there
        is room, the ones on the right give way.
        """
        panes, shown = self._row.with_layers(place, layers)
        awaited = self._incoming.get(place)
        self._arrange(panes, shown[0])
        if awaited is not None:  # by every layer of the network
            self._incoming |= dict.fromkeys(shown, awaited)
        self.traces_changed.emit()
        self._read_again()

    @_telling_all
    def replace_network(self, place: int, network: Network, *, keeps: bool = False) -> None:
        """Show another network in a pane.

        With ``keeps`` it has the same layers: it is the same pane, with all that was chosen in it;
        what the network of before left is not carried into its reading.
        """
        if not keeps:
            self._arrange(self._row.with_network(place, network))
        else:
            mine = self.panes[place]
            self._incoming.pop(place, None)
            self._read = self._read.without(mine.key)
            if self._awaited is not None:
                self._awaited = self._awaited.without(mine.key)
            pane = replace(Pane.of(network, mine.layer), units=mine.units, key=mine.key)
            self._arrange(self._row.put(place, pane).panes)
        self._read_again()

    @_telling_all
    def open_network(self, place: int, network: Network) -> None:
        """Show another network in a pane, which is to be given what it reads.

        Where no network is left that reads what has been read, words or numbers, that goes with
        the last of them: nothing is shown beside networks that it is not for.  What is being read
        is given up likewise.
        """
        panes, source = self._row.with_network(place, network), self.source

        def is_read(sequence: Sequence) -> bool:
            is_ids = sequence.inputs.ndim == 1
            return any(pane.network.reads_words == is_ids for pane in panes)

        if self._awaited is not None and not is_read(self._awaited.sequence):
            self.stop()
        if source is None or is_read(source):
            self._arrange(panes)
        else:
            self._forget(panes)
        self._read_again()

    @_telling_all
    def leave_reading(self) -> None:
        """Show nothing that was read: something of another kind, words or numbers, is on its way
        with networks for it."""
        self.stop()
        self._forget(self.panes)

    def _forget(self, panes: tuple[Pane, ...]) -> None:
        self._read = replace(WasRead(), edits=self._read.edits)
        self._arrange(tuple(replace(pane, trace=None, problem=None) for pane in panes))
        self.traces_changed.emit()

    def _arrange(self, panes: tuple[Pane, ...], focus: int | None = None) -> None:
        """Put these panes side by side: weights that are awaited, focus and colour go along with
        theirs, and the step stays within what they read.

        All is in place before anybody is told; ``traces_changed`` is left to the caller.
        """
        before, step = self._row, self._step
        self._row, places = before.arranged(panes, focus)
        awaited = ((places[place], network) for place, network in self._incoming.items())
        self._incoming = {place: network for place, network in awaited if place is not None}
        self._step = self._within(step)
        self.panes_changed.emit(places)
        if self.focused is not before.focused:
            self.focus_changed.emit(self.focus)
        if self.shade != before.shade or (panes and self._row.coloured is not before.coloured):
            self.shade_changed.emit()
        if self._step != step:
            self.step_changed.emit(self._step)

    @_telling_all
    def update_network(self, place: int, network: Network) -> None:
        """Give a pane's network other weights, as when it is trained.

        Layer, units and step stay, and the old weights are shown until the new ones have
        read the review.  A network of another shape takes the pane as `replace_network`.
        """
        if _outline(network) != _outline(self.panes[place].network):
            self.replace_network(place, network)
            return
        self._incoming[place] = network
        self._read_again()

    def _take_in(self) -> list[int]:
        """Put the awaited weights into their panes; the places of those."""
        incoming, self._incoming = self._incoming, {}
        for place, network in incoming.items():
            self._put(place, replace(self.panes[place], network=network))
        return list(incoming)

    @_telling_all
    def remove_pane(self, place: int) -> None:
        """Close a pane; the last one stays.

        Focus and colour stay with their network; those of the closed one move on.
        """
        if len(self.panes) > 1:
            self._arrange(self.panes[:place] + self.panes[place + 1 :])
            self.traces_changed.emit()
            if self.busy:  # the answer under way has one network too many
                self._read_again()

    @_telling_all
    def show_layer(self, place: int, layer: str) -> None:
        """Show another recurrent layer of the same network; one that it does not have fails, and
        the old one stays."""
        pane = self.panes[place]
        if layer not in [each.name for each in pane.network.recurrent]:
            self.failed.emit(
                SessionError(
                    "{network} has no recurrent layer {layer}; {shown} is shown.",
                    network=pane.network.name,
                    layer=layer,
                    shown=pane.layer,
                )
            )
        elif layer != pane.layer:
            self._put(place, replace(pane, layer=layer, units=(0,)))
            self.panes_changed.emit(tuple(range(len(self.panes))))
            self.shade = self._row.fitting(self.shade.pane)
            self.traces_changed.emit()

    def _put(self, place: int, pane: Pane) -> None:
        self._row = self._row.put(place, pane)

    # -- the review --------------------------------------------------------------

    @_telling_all
    def read(
        self,
        sequence: Sequence,
        step: int | None = None,
        *,
        follows: bool = False,
        goes_on: bool = False,
    ) -> None:
        """Let every network read a review, or another sequence.

        The sequence and all traces take the old ones' place together, when the last network has
        read it; an answer that has been overtaken is dropped.  A review is encoded with any
        vocabulary at least as large as the networks': each reads it within its own.  ``step`` is
        where to stand; None is the first word.  With ``follows`` it is what comes after the review
        that was read, whose state is carried into it where that is on, or the same read otherwise;
        without, nothing is carried.  With ``goes_on`` a text is
        the one before, further written, and begins as that did.
        """
        self._replay(sequence, step, self._carried_into(sequence, follows, goes_on))

    @property
    def carries(self) -> bool:
        """Whether a review begins with the states that the one before it left, as in a stateful
        model; each that is opened, not one that is read again in another encoding."""
        return self._carries

    @carries.setter
    def carries(self, carries: bool) -> None:
        if carries != self._carries:
            self._carries = carries
            self.carry_changed.emit()
            if not carries:
                self.begin_anew()

    @property
    def carried(self) -> int:
        """How many reviews, one after the other, are carried into the one that is read."""
        return self._read.carried.count

    @_telling_all
    def begin_anew(self) -> None:
        """Read the review again, with no state carried into it."""
        if self._awaited is not None:
            if self._awaited.carried.count:
                self._replay(untold(self._awaited.sequence), self._awaited.step, Carried())
        elif self.carried and self.source is not None:
            self._replay(untold(self.source), self._step, Carried())

    @_telling_all
    def read_anew(self) -> None:
        """Let every network read the same again: what `prepare` makes of it has changed."""
        self._read = replace(self._read, is_stale=True)
        self._read_again()

    def _read_again(self, step: int | None = None) -> None:
        if self._awaited is not None:
            awaited = self._awaited
            self._replay(awaited.sequence, awaited.step if step is None else step, awaited.carried)
        elif self.source is not None:
            self._replay(self.source, step, self._read.carried)
        else:
            for changed in self._take_in():
                self.weights_changed.emit(changed)

    def _replay(self, sequence: Sequence, step: int | None, carried: Carried) -> None:
        """Replay; the sequence that is shown already keeps the step of the moment."""
        sequence = told(sequence, carried)
        self._await(Awaited(sequence, step, carried))

        def start() -> None:
            edits, prepare, was_read = in_force(self._edits), self.prepare, self._read
            jobs = [
                was_read.job(
                    pane, self._incoming.get(place, pane.network), sequence, edits, carried
                )
                for place, pane in enumerate(self.panes)
            ]
            known = was_read.as_edited(sequence, edits)

            def read(should_stop: ShouldStop) -> tuple[Rewritten, list[PaneAnswer]]:
                result = rewritten(sequence, edits) if known is None else known
                return result, read_all(sequence, result, edits, jobs, prepare, should_stop)

            def fail(error: GatescopeError) -> None:
                result = known or Rewritten(sequence), [PaneAnswer(error)] * len(jobs)
                self._accept(sequence, step, edits, carried, result)

            self._scheduler.start(
                read, lambda result: self._accept(sequence, step, edits, carried, result), fail
            )

        # Not from inside an event: traces of the new panes would reach views of the old ones.
        self._telling.afterwards(start)

    def _carried_into(self, sequence: Sequence, follows: bool, goes_on: bool) -> Carried:
        """What is carried into a sequence; one that is read again begins as it did, or as it would
        have while it is awaited."""
        if not self._carries or not follows or not isinstance(sequence, Review):
            return Carried()
        awaited, carried = self._awaited, self._read.carried
        if awaited is not None and not is_next(sequence, awaited.sequence, goes_on=goes_on):
            return awaited.carried
        if not is_next(sequence, self.source, goes_on=goes_on):
            return carried
        return Carried.after(self.panes, carried.count)

    def _await(self, reading: Awaited | None) -> None:
        was_busy, self._awaited = self.busy, reading
        if self.busy != was_busy:
            self.busy_changed.emit(self.busy)

    @property
    def _is_behind(self) -> bool:
        """Whether something has not read yet what is shown, or has read it as it was before."""
        unread = any(pane.trace is None and pane.problem is None for pane in self.panes)
        is_edited = in_force(self._edits) != self._read.edits
        return unread or is_edited or self._read.is_stale or bool(self._incoming)

    @_telling_all
    def _accept(
        self,
        source: Sequence,
        step: int | None,
        edits: Edits,
        carried: Carried,
        result: tuple[Rewritten, list[PaneAnswer]],
    ) -> None:
        self._await(None)
        rewritten, answers = result
        problems = [
            answer.trace
            for answer in answers
            if isinstance(answer.trace, GatescopeError) and not isinstance(answer.trace, NotYet)
        ]
        if problems and len(problems) == len(answers) and self.source is not None:
            self.failed.emit(problems[0])
            if any(pane.trace is not None for pane in self.panes):
                self._go_on_after(source, edits)
                return
        changed = self._take_in()
        if source is self.source and step is None:
            step = self._step
        self._read = WasRead(source, rewritten, edits, carried)
        panes = (answer.in_pane(pane) for pane, answer in zip(self.panes, answers, strict=True))
        self._row = replace(self._row, panes=tuple(panes))
        self._step = self._within(_first_word(rewritten.sequence) if step is None else step)
        # Only now: whoever looks finds networks, review, traces and step that belong together.
        for place in changed:
            self.weights_changed.emit(place)
        self.traces_changed.emit()
        self.step_changed.emit(self._step)

    def _go_on_after(self, source: Sequence, edits: Edits) -> None:
        """After a reading that failed; what was read before stays.  Edits that may be to blame
        give way to those that the traces were made with."""
        is_another = source is not self.source
        if not is_another and edits != self._read.edits:
            self._edits = self._read.edits
            self.edits_changed.emit()
        elif not is_another:
            return
        if self._is_behind and self.source is not None:
            self._replay(self.source, None, self._read.carried)

    # -- what the views ask ------------------------------------------------------

    def predictions(self) -> list[signals.Curve | None]:
        """Each pane's answer by step, ``(T,)``: see `signals.predictions`."""
        return signals.predictions(self.panes, self.steps)

    def parting(self) -> int | None:
        """The first step at which the networks part: see `signals.parting`."""
        first = 0 if self.sequence is None else _first_word(self.sequence)
        traces = [pane.trace for pane in self.panes if pane.trace is not None]
        return signals.parting(traces, self.steps, first)

    def shading(self) -> signals.Curve | None:
        """The signal that colours the words, ``(T,)``, or None: see `signals.shading`."""
        lent = self._lent.get((self.shade.pane, self.shade.key))
        return lent if lent is not None else signals.shading(self.panes, self.shade)


def _outline(network: Network) -> list[object]:
    """What two networks have in common that differ only in their weights."""
    return [(layer.name, layer.kind, layer.output_shape) for layer in network.layers]


def _first_word(sequence: Sequence) -> int:
    words = np.flatnonzero(~sequence.padding)
    return int(words[0]) if len(words) else 0
