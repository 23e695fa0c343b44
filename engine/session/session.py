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
from engine.replay.cells.registry import default_series, series_of
from engine.replay.edits import Edit, Edits, in_force, of_sequence
from engine.sequence import Sequence
from engine.session import signals
from engine.session.carrying import Carried, is_next, told, untold
from engine.session.events import Event, Telling
from engine.session.jobs import Answer, Job, Prepare, Rewritten, read_all, rewritten
from engine.session.pane import MAX_PANES, MAX_UNITS, Pane, Shade
from engine.session.scheduler import Deliver, Scheduler
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
        self._panes: tuple[Pane, ...] = ()
        self._source: Sequence | None = None  # what was given to be read
        self._rewritten: Rewritten | None = None  # the same, as edited: what was read
        self._edits: Edits = ()
        self._read_edits: Edits = ()  # those in force as the traces were made
        self._carries = False
        self._carried = Carried()  # into what has been read
        self._awaited_carried = Carried()  # into what is being read
        self._awaited: tuple[Sequence, int | None] | None = None
        self._incoming: dict[int, Network] = {}  # by place: take over with their traces
        self._stale = False  # the traces of the moment are of another reading
        self._step = 0
        self._focus = 0
        self._shade = Shade()
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
        twin._panes, twin._source, twin._rewritten = self._panes, self._source, self._rewritten
        twin._edits, twin._read_edits = self._edits, self._read_edits
        twin._step, twin._focus, twin._shade = self._step, self._focus, self._shade
        twin._carries, twin._carried = self._carries, self._carried
        twin._lent = dict(self._lent)
        return twin

    # -- what there is -----------------------------------------------------------

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The networks side by side, left to right."""
        return self._panes

    @property
    def sequence(self) -> Sequence | None:
        """What has been read, as edited: its traces are shown."""
        return None if self._rewritten is None else self._rewritten.sequence

    @property
    def source(self) -> Sequence | None:
        """What was given to be read, as no edit has touched it; the ghosts are of this."""
        return self._source

    @property
    def review(self) -> Review | None:
        """The same, where it is a review."""
        sequence = self.sequence
        return sequence if isinstance(sequence, Review) else None

    @property
    def reads_numbers(self) -> bool:
        """Whether what has been read is no review."""
        return self._source is not None and self.review is None

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
        if self.sequence is None:
            return ()
        names, writer = self.sequence.steps, self.writer
        if writer is not None and writer.trace is not None:
            names = writer.trace.steps
        for pane in self._panes:
            if pane.trace is not None:
                names += pane.trace.steps[len(names) :]
        return names

    @property
    def writer(self) -> Pane | None:
        """The pane whose network read on, and whose steps are shown: the focused one, or else the
        first; None where nobody wrote."""
        panes = [self._panes[self._focus], *self._panes] if self._panes else []
        return next((pane for pane in panes if pane.written is not None), None)

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
        padding = () if self.sequence is None else self.sequence.padding
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
        panes = [pane for pane in self._panes if pane.trace is not None]
        if not panes:
            return {}
        said = self._panes[self._focus] if self._panes[self._focus] in panes else panes[0]
        return {
            edit: error
            for edit, error in said.unfit_edits.items()
            if all(edit in pane.unfit_edits for pane in panes)
        }

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

    @_telling_all
    def choose_unit(self, place: int, unit: int, *, extend: bool = False) -> None:
        """Choose a unit of a pane; one outside the layer is brought to its edge.

        With ``extend`` the other chosen units are kept, and a unit chosen already is let go.
        """
        pane = self._panes[place]
        unit = max(0, min(unit, pane.shown.units - 1))
        units = pane.units
        if not extend:
            units = (unit,)
        elif unit in units:
            units = tuple(other for other in units if other != unit) or units
        else:
            units = (unit, *units)[:MAX_UNITS]
        self.choose_units(place, units)
        self.focus = place

    @_telling_all
    def choose_units(self, place: int, units: tuple[int, ...]) -> None:
        """Choose these units of a pane in place of the others, 1 to `MAX_UNITS`; those that its
        layer does not have are left out."""
        pane = self._panes[place]
        units = tuple(unit for unit in units if 0 <= unit < pane.shown.units)[:MAX_UNITS]
        if units and units != pane.units:
            self._put(place, replace(pane, units=units))
            self.units_changed.emit(place)
            if self._shade.pane == place and self._shade.unit is None:
                self.shade_changed.emit()

    @property
    def shade(self) -> Shade:
        """The signal that colours the words; one that no pane has fails, and the old one stays."""
        return self._shade

    @shade.setter
    def shade(self, shade: Shade) -> None:
        if not self._has(shade):
            self.failed.emit(
                SessionError(
                    "There is no signal {signal} in network {place} to colour the words by; their "
                    "colours stay.",
                    signal=shade.key,
                    place=shade.pane + 1,
                )
            )
        elif shade != self._shade:
            self._shade = shade
            self.shade_changed.emit()

    def _has(self, shade: Shade) -> bool:
        """Whether a pane has such a signal."""
        if shade.key == "none":
            return True
        if not 0 <= shade.pane < len(self._panes):
            return False
        known = {series.key for series in series_of(self._panes[shade.pane].shown)}
        return not shade.is_series or shade.key in known

    @_telling_all
    def lend(self, place: int, key: str, values: signals.Curve) -> None:
        """Hand over a signal of `LENT` for a pane, ``(T,)``."""
        self._lent[place, key] = values
        if (self._shade.pane, self._shade.key) == (place, key):
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
        if len(self._panes) < MAX_PANES:
            self._arrange((*self._panes, Pane.of(network)))
            self._read_again()
        else:
            self.replace_network(len(self._panes) - 1, network)

    @_telling_all
    def show_layers(self, place: int, layers: list[str]) -> None:
        """Fill the panes with layers of a network, at most `MAX_PANES`: its own pane first.

        Those that it does not have are left out.  Other networks keep their panes where there
        is room, the ones on the right give way.
        """
        network = self._panes[place].network
        others = [
            pane
            for at, pane in enumerate(self._panes)
            if at != place and pane.network is not network
        ]
        mine = self._panes[place]
        there = [each.name for each in network.recurrent]
        layers = [layer for layer in layers if layer in there] or [self._panes[place].layer]
        awaited = self._incoming.get(place)
        known = {pane.layer: pane for pane in self._panes if pane.network is network}
        shown = [
            known.get(layer) or replace(mine, layer=layer, units=(0,), key=object())
            for layer in layers[:MAX_PANES]
        ]
        before = others[: max(0, min(place, MAX_PANES - len(shown)))]
        after = others[len(before) :][: MAX_PANES - len(shown) - len(before)]
        first = len(before)
        self._arrange((*before, *shown, *after), first)
        if awaited is not None:  # by every layer of the network
            self._incoming |= dict.fromkeys(range(first, first + len(shown)), awaited)
        self.traces_changed.emit()
        self._read_again()

    @_telling_all
    def replace_network(self, place: int, network: Network, *, keeps: bool = False) -> None:
        """Show another network in a pane.

        With ``keeps`` it has the same layers: it is the same pane, with all that was chosen in it;
        what the network of before left is not carried into its reading.
        """
        if not keeps:
            self._arrange(self._with(place, network))
        else:
            mine = self._panes[place]
            self._incoming.pop(place, None)
            self._carried = self._carried.without(mine.key)
            self._awaited_carried = self._awaited_carried.without(mine.key)
            pane = replace(Pane.of(network, mine.layer), units=mine.units, key=mine.key)
            self._arrange((*self._panes[:place], pane, *self._panes[place + 1 :]))
        self._read_again()

    @_telling_all
    def open_network(self, place: int, network: Network) -> None:
        """Show another network in a pane, which is to be given what it reads.

        Where no network is left that reads what has been read, words or numbers, that goes with
        the last of them: nothing is shown beside networks that it is not for.  What is being read
        is given up likewise.
        """
        panes, source = self._with(place, network), self._source

        def is_read(sequence: Sequence) -> bool:
            is_ids = sequence.inputs.ndim == 1
            return any(pane.network.reads_words == is_ids for pane in panes)

        if self._awaited is not None and not is_read(self._awaited[0]):
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
        self._forget(self._panes)

    def _forget(self, panes: tuple[Pane, ...]) -> None:
        self._source = self._rewritten = None
        self._carried = Carried()
        self._stale = False
        self._arrange(tuple(replace(pane, trace=None, problem=None) for pane in panes))
        self.traces_changed.emit()

    def _with(self, place: int, network: Network) -> tuple[Pane, ...]:
        return (*self._panes[:place], Pane.of(network), *self._panes[place + 1 :])

    def _arrange(self, panes: tuple[Pane, ...], focus: int | None = None) -> None:
        """Put these panes side by side: weights that are awaited, focus and colour go along with
        theirs, and the step stays within what they read.

        All is in place before anybody is told; ``traces_changed`` is left to the caller.
        """
        place_of = {id(pane.key): place for place, pane in enumerate(panes)}
        places = tuple(place_of.get(id(pane.key)) for pane in self._panes)
        awaited = ((places[place], network) for place, network in self._incoming.items())
        self._incoming = {place: network for place, network in awaited if place is not None}
        looked_at, shade, step = self.focused, self._shade, self._step
        coloured = self._panes[shade.pane] if 0 <= shade.pane < len(self._panes) else None
        if focus is None and self._focus < len(places):
            focus = places[self._focus]
        self._panes = panes
        self._focus = max(0, min(self._focus if focus is None else focus, len(panes) - 1))
        self._shade = self._fitting(places[shade.pane] if coloured is not None else None)
        self._step = self._within(step)
        self.panes_changed.emit(places)
        if self.focused is not looked_at:
            self.focus_changed.emit(self._focus)
        if self._shade != shade or (panes and panes[self._shade.pane] is not coloured):
            self.shade_changed.emit()
        if self._step != step:
            self.step_changed.emit(self._step)

    def _fitting(self, place: int | None) -> Shade:
        """The colour of the words, of the pane that is now in that place; None is the one that
        has taken its place, or the focused one.  The default where a cell has no such series."""
        shade = self._shade
        if not self._panes:
            return Shade()
        if place is None:
            place = shade.pane if 0 <= shade.pane < len(self._panes) else self._focus
        shade = replace(shade, pane=place)
        if self._has(shade):
            return shade
        return Shade(place, default_series(self._panes[place].shown))

    @_telling_all
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
        self._read_again()

    def _take_in(self) -> list[int]:
        """Put the awaited weights into their panes; the places of those."""
        incoming, self._incoming = self._incoming, {}
        for place, network in incoming.items():
            self._put(place, replace(self._panes[place], network=network))
        return list(incoming)

    @_telling_all
    def remove_pane(self, place: int) -> None:
        """Close a pane; the last one stays.

        Focus and colour stay with their network; those of the closed one move on.
        """
        if len(self._panes) > 1:
            self._arrange(self._panes[:place] + self._panes[place + 1 :])
            self.traces_changed.emit()
            if self.busy:  # the answer under way has one network too many
                self._read_again()

    @_telling_all
    def show_layer(self, place: int, layer: str) -> None:
        """Show another recurrent layer of the same network; one that it does not have fails, and
        the old one stays."""
        pane = self._panes[place]
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
            self.panes_changed.emit(tuple(range(len(self._panes))))
            self.shade = self._fitting(self._shade.pane)
            self.traces_changed.emit()

    def _put(self, place: int, pane: Pane) -> None:
        self._panes = (*self._panes[:place], pane, *self._panes[place + 1 :])

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
        return self._carried.count

    @_telling_all
    def begin_anew(self) -> None:
        """Read the review again, with no state carried into it."""
        if self._awaited is not None:
            if self._awaited_carried.count:
                self._replay(untold(self._awaited[0]), self._awaited[1], Carried())
        elif self._carried.count and self._source is not None:
            self._replay(untold(self._source), self._step, Carried())

    @_telling_all
    def read_anew(self) -> None:
        """Let every network read the same again: what `prepare` makes of it has changed."""
        self._stale = True
        self._read_again()

    def _read_again(self, step: int | None = None) -> None:
        if self._awaited is not None:
            sequence, asked = self._awaited
            self._replay(sequence, asked if step is None else step, self._awaited_carried)
        elif self._source is not None:
            self._replay(self._source, step, self._carried)
        else:
            for changed in self._take_in():
                self.weights_changed.emit(changed)

    def _replay(self, sequence: Sequence, step: int | None, carried: Carried) -> None:
        """Replay; the sequence that is shown already keeps the step of the moment."""
        sequence = told(sequence, carried)
        self._awaited_carried = carried
        self._await((sequence, step))

        def start() -> None:
            edits, prepare = in_force(self._edits), self.prepare
            places = range(len(self._panes))
            jobs = [self._job(place, sequence, edits, carried) for place in places]
            known = self._rewritten
            same_words = of_sequence(edits) == of_sequence(self._read_edits)
            if sequence is not self._source or not same_words:
                known = None

            def read(should_stop: ShouldStop) -> tuple[Rewritten, list[Answer]]:
                result = rewritten(sequence, edits) if known is None else known
                return result, read_all(sequence, result, edits, jobs, prepare, should_stop)

            def fail(error: GatescopeError) -> None:
                answers = [Answer(error)] * len(jobs)
                result = known or Rewritten(sequence), answers
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
        if self._awaited is not None and not is_next(sequence, self._awaited[0], goes_on=goes_on):
            return self._awaited_carried
        if not is_next(sequence, self._source, goes_on=goes_on):
            return self._carried
        return Carried.after(self._panes, self._carried.count)

    def _await(self, reading: tuple[Sequence, int | None] | None) -> None:
        was_busy, self._awaited = self.busy, reading
        if self.busy != was_busy:
            self.busy_changed.emit(self.busy)

    @property
    def _is_behind(self) -> bool:
        """Whether something has not read yet what is shown, or has read it as it was before."""
        unread = any(pane.trace is None and pane.problem is None for pane in self._panes)
        is_edited = in_force(self._edits) != self._read_edits
        return unread or is_edited or self._stale or bool(self._incoming)

    def _job(self, place: int, sequence: Sequence, edits: Edits, carried: Carried) -> Job:
        """What a pane is to read, with the traces that it has already; none is made twice."""
        pane = self._panes[place]
        network = self._incoming.get(place, pane.network)
        # Stale until an answer is taken: one may be overtaken.
        begins = carried.begins.get(pane.key, {})
        if sequence is not self._source or self._stale:
            return Job(network, begins=begins)
        if pane.trace is None or pane.trace.network is not network:
            return Job(network, begins=begins)
        answer = Answer(pane.trace, pane.ghost, pane.unfit_edits)
        known = answer if edits == self._read_edits else None
        return Job(network, pane.untouched, known, begins)

    @_telling_all
    def _accept(
        self,
        source: Sequence,
        step: int | None,
        edits: Edits,
        carried: Carried,
        result: tuple[Rewritten, list[Answer]],
    ) -> None:
        self._await(None)
        rewritten, answers = result
        problems = [
            answer.trace
            for answer in answers
            if isinstance(answer.trace, GatescopeError) and not isinstance(answer.trace, NotYet)
        ]
        if problems and len(problems) == len(answers) and self._source is not None:
            self.failed.emit(problems[0])
            if any(pane.trace is not None for pane in self._panes):
                self._go_on_after(source, edits)
                return
        self._stale = False
        changed = self._take_in()
        if source is self._source and step is None:
            step = self._step
        self._source, self._rewritten, self._read_edits = source, rewritten, edits
        self._carried = carried
        self._panes = tuple(
            answer.in_pane(pane) for pane, answer in zip(self._panes, answers, strict=True)
        )
        first = _first_word(rewritten.sequence)
        self._step = self._within(first if step is None else step)
        # Only now: whoever looks finds networks, review, traces and step that belong together.
        for place in changed:
            self.weights_changed.emit(place)
        self.traces_changed.emit()
        self.step_changed.emit(self._step)

    def _go_on_after(self, source: Sequence, edits: Edits) -> None:
        """After a reading that failed; what was read before stays.  Edits that may be to blame
        give way to those that the traces were made with."""
        is_another = source is not self._source
        if not is_another and edits != self._read_edits:
            self._edits = self._read_edits
            self.edits_changed.emit()
        elif not is_another:
            return
        if self._is_behind and self._source is not None:
            self._replay(self._source, None, self._carried)

    # -- what the views ask ------------------------------------------------------

    def predictions(self) -> list[signals.Curve | None]:
        """Each pane's answer by step, ``(T,)``: see `signals.predictions`."""
        return signals.predictions(self._panes, self.steps)

    def parting(self) -> int | None:
        """The first step at which the networks part: see `signals.parting`."""
        first = 0 if self.sequence is None else _first_word(self.sequence)
        traces = [pane.trace for pane in self._panes if pane.trace is not None]
        return signals.parting(traces, self.steps, first)

    def shading(self) -> signals.Curve | None:
        """The signal that colours the words, ``(T,)``, or None: see `signals.shading`."""
        lent = self._lent.get((self._shade.pane, self._shade.key))
        return lent if lent is not None else signals.shading(self._panes, self._shade)


def _outline(network: Network) -> list[object]:
    """What two networks have in common that differ only in their weights."""
    return [(layer.name, layer.kind, layer.output_shape) for layer in network.layers]


def _first_word(sequence: Sequence) -> int:
    words = np.flatnonzero(~sequence.padding)
    return int(words[0]) if len(words) else 0
