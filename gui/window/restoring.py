"""`Restoring`: the session of the window as a `SessionState`, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import GatescopeError, Instead, Note
from engine.library import MODELS, bundled, entry_of
from engine.network.network import Network
from engine.network.nonlinearity import chosen, file_digest
from engine.network.opening import open_network
from engine.replay.edit_texts import parse_all
from engine.replay.edits import in_force
from engine.session.asked import Asked
from engine.session.carrying import carry_lost_note
from engine.session.pane import Pane, Shade
from engine.session.references import Reference, without
from engine.session.selected import selected_numbers, selected_text
from engine.session.session import Session
from engine.session.state import (
    NO_NETWORKS,
    ColourState,
    DictionaryState,
    PaneState,
    SessionState,
)
from engine.session.state_fit import fitting_layer, fitting_shade
from gui.edits.edit_names import edit_title
from gui.services import Services
from gui.window.data_files import DataFiles
from gui.window.page_rows import CENTRE_PAGES
from gui.window.stand_ins import with_stand_in

_USUAL = Asked().methods

FIRST_PANES = (PaneState(bundled="simple_rnn"), PaneState(bundled="lstm"))
"""What stands side by side on the very first launch."""


def no_step(step: int, steps: int) -> Note:
    """That there is no such time step, from 0, in what is read; the shell counts them from 1."""
    if step < 0:
        return Instead(
            "There is no time step {step}: they are counted from 1, and the first one is shown.",
            step=step + 1,
        )
    return Instead(
        "There is no time step {step}: what is read has {count}, and the last one is shown.",
        step=step + 1,
        count=steps,
    )


def _edit_notes(session: Session, *, tells_all: bool) -> Iterator[GatescopeError]:
    """That what is shown is edited, and which edits of a snapshot change nothing here; these alone
    where the edits are what is to be seen."""
    unfit = session.unfit_edits
    carried_out = [edit_title(edit) for edit in in_force(session.edits) if edit not in unfit]
    if carried_out and tells_all:
        yield Note("The reading is edited: {edits}.", edits=", ".join(carried_out))
    yield from unfit.values()


def _another(name: str) -> Note:
    """That a file is there with another content."""
    return Note(
        "{name} is another file than the one that was saved: what it shows may differ.", name=name
    )


def _digests(state: SessionState) -> dict[str, str]:
    """The digests of the files of data that a snapshot needs, by their paths; where it has them."""
    if state.reads == "numbers":
        files = [(state.numbers.file, state.numbers.sha256)]
    else:
        files = [(state.review.source.path, state.review.sha256)]
    for pane in state.panes:
        if pane.dictionary is not None:
            files.append((pane.dictionary.path, pane.dictionary.sha256))
    return {path: digest for path, digest in files if path and digest}


def _at_hand(pane: PaneState) -> Path | None:
    """The file of a model that comes with Gatescope, those of lessons among them; None for one from
    elsewhere, which is read beside the window."""
    for entry in bundled():
        if entry.name == pane.bundled:
            return entry.path
    file = Path(pane.file)
    return file if pane.file and MODELS in file.parents and file.is_file() else None


class Restoring(QObject):
    """Takes snapshots of the session, and shows them again.

    Signals:
        noted(GatescopeError): something of a snapshot could not be shown, or is another.
        arrived(): a part of it is there, see `is_arriving`.
    """

    noted = Signal(object)
    arrived = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._stand_ins: list[tuple[Network, PaneState]] = []  # and what they stand in for
        self._files: set[Path] = set()  # models of a snapshot that are being read
        self._awaited_shade: tuple[ColourState, Network, Shade] | None = None  # what stands in
        self._expected: SessionState | None = None  # until what it reads has been read
        self._tells_edits = True
        self._files_of_data = DataFiles(services, self)
        self._saved_digests: dict[str, str] = {}  # of files of data of a snapshot, by path
        self._saved_words: dict[str, str] = {}  # of dictionaries beside models, by a model's
        self._leaves_out = False  # what does not open, as a view does; else it is awaited
        self.is_showing = False  # what changes is not of the user's hand
        for ending in (self.arrived, services.failed):
            ending.connect(self._end_showing)
        services.session.panes_changed.connect(self._drop_stand_ins)
        services.session.shade_changed.connect(self._keep_shade)
        services.session.traces_changed.connect(self._compare)
        services.numbers.changed.connect(self._look_at_numbers)
        self._files_of_data.found.connect(self._arrive)
        services.failed.connect(self._stop_expecting)
        services.reading.dictionaries.waiting.connect(lambda name: self._arrive())

    def is_arriving(self) -> bool:
        """Whether parts of a snapshot are still to come."""
        is_looking = self._services.reading.dictionaries.is_busy
        is_read = self._expected is None and not self._files_of_data.is_busy
        return bool(self._files) or not is_read or is_looking

    # -- the snapshot ------------------------------------------------------------

    def state(self, *, remembers: bool = False) -> SessionState:
        """A snapshot of the session; what is still arriving is in it as if it were there.

        Args:
            remembers: for the next launch, which is to look again for models that did not open.
        """
        services = self._services
        session, shade = services.session, services.session.shade
        if self._awaited_shade is not None:
            colours, stand_in, _ = self._awaited_shade
            if self._stands_in(stand_in, remembers) is not None:
                shade = Shade(self._place_of(stand_in) or 0, colours.key, colours.unit)
        reading, awaits_numbers = services.reading, services.numbers.is_awaited
        review, numbers = reading.state, services.numbers.state
        digest = self._files_of_data.digest
        stands_in = not session.reads_numbers and (awaits_numbers or reading.is_awaiting)
        return SessionState(
            panes=tuple(self._pane_state(pane, remembers) for pane in session.panes),
            focus=session.focus if session.panes else None,
            reads="numbers" if session.reads_numbers or awaits_numbers else "review",
            review=replace(review, sha256=digest(review.source.path) or review.sha256),
            encoding=reading.choices,
            numbers=replace(numbers, sha256=digest(numbers.file) or numbers.sha256),
            step=services.settings.session.step if stands_in else session.step,
            colours=ColourState(
                shade.pane,
                shade.key,
                shade.unit,
                services.display.scale,
                services.display.shows_future,
            ),
            edits=tuple(map(str, session.edits)),
            explain=services.explaining.asked,
            selected=self._selected(),
            carried=0 if stands_in else session.carried,
            page=services.explaining.page,
        )

    def _selected(self) -> str:
        """What is selected of the corpus that is read; while that is on its way, as it will be."""
        if self._expected is not None:
            return self._expected.selected
        services = self._services
        selection, is_words = services.surveying.chosen, not services.session.reads_numbers
        if selection is None or selection.of_words != is_words:
            return ""
        if is_words and services.reading.state.source != services.reading.reference:
            return (
                ""  # of a corpus that the snapshot does not name, beside a text of the user's own
            )
        return selected_text(selection.numbers)

    def _pane_state(self, pane: Pane, remembers: bool) -> PaneState:
        network = pane.network
        if (awaited := self._stands_in(network, remembers)) is not None:
            return awaited
        entry, dictionary = entry_of(network.path), self._dictionary_state(network)
        beside = self._services.reading.dictionaries.file_of(network) if dictionary is None else ""
        return PaneState(
            name=network.name,
            bundled="" if entry is None else entry.name,
            file="" if entry is not None or network.path is None else str(network.path.absolute()),
            sha256="" if entry is not None else file_digest(network),
            layer=pane.layer,
            units=pane.units,
            dictionary=dictionary,
            relu=chosen(network) == "relu",
            words_sha256=self._files_of_data.digest(beside),
        )

    def _stands_in(self, network: Network, remembers: bool) -> PaneState | None:
        """What a network stands in for: what is being read, with ``remembers`` also what did not
        open; None for one that is there itself."""
        for stand_in, awaited in self._stand_ins:
            if stand_in is network and (remembers or Path(awaited.file) in self._files):
                return awaited
        return None

    def _drop_stand_ins(self) -> None:
        """Forget about those that have left their panes, and about the dictionaries of a view
        whose models have."""
        self._stand_ins = [each for each in self._stand_ins if self._place_of(each[0]) is not None]
        shown = [file_digest(pane.network) for pane in self._services.session.panes]
        awaited = [pane.sha256 for _, pane in self._stand_ins]
        self._services.reading.dictionaries.keep_borrowed([*shown, *awaited])

    def _keep_shade(self) -> None:
        """Colours that were chosen meanwhile are not replaced by those of a snapshot."""
        if self._awaited_shade is not None:
            _, stand_in, shade = self._awaited_shade
            place = self._place_of(stand_in)
            if place is not None and self._services.session.shade != replace(shade, pane=place):
                self._awaited_shade = None

    def _place_of(self, network: Network) -> int | None:
        panes = enumerate(self._services.session.panes)
        return next((place for place, pane in panes if pane.network is network), None)

    def _dictionary_state(self, network: Network) -> DictionaryState | None:
        entry = self._services.reading.dictionaries.chosen(file_digest(network))
        if not network.reads_words or entry is None:
            return None
        path, offset = entry.get("path", ""), entry.get("offset")
        digest = self._files_of_data.digest(path)
        return DictionaryState(path, offset, entry.get("start"), entry.get("unknown"), digest)

    # -- and back ----------------------------------------------------------------

    def show(self, state: SessionState, *, tells_edits: bool = True) -> None:
        """Show a view; ``tells_edits`` notes that it is edited."""
        self.is_showing, self._tells_edits = True, tells_edits
        state = state.over(self.state())
        self._services.settings.session = state
        if (state.reads == "numbers") != self._services.session.reads_numbers:
            self._services.session.leave_reading()
        state = self.show_networks(state, leaves_out=True)
        self.show_choices(state)
        self._services.numbers.cancel()
        self.read(state)
        self._end_showing()

    def _end_showing(self) -> None:
        """All is there; who hears of it in the same breath still takes it for the view's."""
        QTimer.singleShot(0, self, self._stop_showing)

    def _stop_showing(self) -> None:
        if not self.is_arriving():
            self.is_showing, self._tells_edits = False, True

    def read(self, state: SessionState, step: int | None = None) -> None:
        """Read what a snapshot of the settings reads; it is noted where that is another now.
        ``step``, from 0, is where to stand in it in place of its own, as the settings have it."""
        numbers = self._services.numbers
        self._expected = state if step is None else replace(state, step=None)
        self._saved_digests = _digests(state)
        self._saved_words = {
            pane.sha256: pane.words_sha256
            for pane in state.panes
            if pane.sha256 and pane.words_sha256 and pane.dictionary is None
        }
        self._services.session.edits = parse_all(state.edits)
        numbers.choices = state.numbers
        if state.reads != "numbers":
            self._services.reading.restore()
        elif not numbers.restore(state.step if step is None else step):
            # Step and edits were of the numbers.
            self._services.session.edits = ()
            self._services.reading.restore()
        self._compare()  # it may be there, or be read already

    def _stop_expecting(self, error: GatescopeError) -> None:
        """What a snapshot reads cannot be read; where that is due to its file, something else is
        read, as where it is missing."""
        state, self._expected = self._expected, None
        if state is None or isinstance(error, Note):
            return
        reading, numbers = self._services.reading, self._services.numbers
        if state.reads == "numbers":
            path = state.numbers.file if state.numbers.source == "file" else ""
            is_there = numbers.is_awaited or numbers.file == path
        else:
            path, source = state.review.source.path, state.review.source
            is_there = reading.is_awaiting or reading.is_preparing or reading.reference == source
        if path and not is_there:
            state, note = with_stand_in(state, Path(path).name)
            self._services.settings.session = state
            self.noted.emit(note)
            self.read(state)

    def _arrive(self) -> None:
        """A part is there; with the last of them, say which files of data are others than those that
        were saved."""
        if not self.is_arriving():
            self._compare_files()
        self.arrived.emit()

    def _compare_files(self) -> None:
        digest, dictionaries = self._files_of_data.digest, self._services.reading.dictionaries
        saved, self._saved_digests = self._saved_digests, {}
        words, self._saved_words = self._saved_words, {}
        for pane in self._services.session.panes:
            path = dictionaries.file_of(pane.network)
            if file_digest(pane.network) not in words:
                continue
            if path:
                saved[path] = words[file_digest(pane.network)]
            else:
                name = pane.network.name
                self.noted.emit(
                    Instead("The dictionary that lay beside {name} is not there.", name=name)
                )
        for path, before in saved.items():
            if digest(path) not in ("", before):
                self.noted.emit(_another(Path(path).name))

    def _look_at_numbers(self) -> None:
        """Say why the numbers of a snapshot cannot be read."""
        numbers, state = self._services.numbers, self._expected
        if state is not None and state.reads == "numbers" and numbers.cut.problem is not None:
            self._expected = None
            self.noted.emit(numbers.cut.problem)
            self._arrive()

    def _compare(self) -> None:
        """Say what of the reading is another than the snapshot has it, once it is there."""
        services, state = self._services, self._expected
        session, numbers = services.session, services.numbers
        is_awaited = services.reading.is_awaiting or numbers.is_awaited or session.busy
        if state is None or is_awaited or session.sequence is None:
            return
        self._expected = None
        if state.reads == "numbers" and not session.reads_numbers:
            if state.numbers.source == "file":
                name = Path(state.numbers.file).name
                self.noted.emit(
                    Instead("{name} is not there any more; a review is read.", name=name)
                )
            self._arrive()
            return
        self._select(state)
        if state.step is not None and session.step == session.steps - 1 < state.step:
            self.noted.emit(
                Instead(
                    "There is no time step {step}: what is read has {count}, counted from 0 in the "
                    "view, and the last one is shown.",
                    step=state.step,
                    count=session.steps,
                )
            )
        if state.carried > session.carried and state.reads != "numbers":
            self.noted.emit(carry_lost_note(state.carried))
        if state.reads == "numbers":
            for note in numbers.cut.differences(state.numbers, numbers.number):
                self.noted.emit(note)
        for each in _edit_notes(session, tells_all=self._tells_edits):
            self.noted.emit(each)
        self._arrive()

    def _select(self, state: SessionState) -> None:
        """Select what a snapshot has selected, where what it was selected of is read."""
        services, is_words = self._services, state.reads != "numbers"
        is_same = is_words != services.session.reads_numbers and (
            not is_words or services.reading.reference == state.review.source
        )
        if state.selected and not is_same:
            self.noted.emit(
                Instead("The selected sequences of the view are not there; nothing is selected.")
            )
        numbers = selected_numbers(state.selected if is_same else "")
        services.surveying.select_again(numbers, of_words=is_words)

    def show_networks(self, state: SessionState, *, leaves_out: bool = False) -> SessionState:
        """Open the networks of a snapshot, or the first ones; returns it without those that come with
        Gatescope and did not open.

        A file from elsewhere is read beside the window, once that is there; a bundled
        model keeps its place.  Where the snapshot has no dictionary, that of the model is
        taken, whatever the user once chose for it.  With ``leaves_out`` a file that does not open
        has no pane, as one that is missing; else what stands in for it stays, and the next launch
        looks again.
        """
        self._services.opener.stop()
        self._leaves_out, gone = leaves_out, []
        library = {entry.name: entry.path for entry in bundled()}
        first = [library[pane.bundled] for pane in FIRST_PANES if pane.bundled in library]
        networks: list[Network] = []
        later: dict[str, list[tuple[Network, PaneState]]] = {}
        for place, pane in enumerate(state.panes or FIRST_PANES):
            path = _at_hand(pane)
            if path is None and not first:
                continue
            network = self._opened(path or first[min(place, len(first) - 1)])
            if network is None:
                gone.append(Reference("model", pane.name, "", place=place))
                continue
            networks.append(network)
            self._use_dictionary(pane, file_digest(network) if path is not None else pane.sha256)
            if path is None and pane.file:
                later.setdefault(pane.file, []).append((network, pane))
            elif path is None:
                self.noted.emit(
                    Instead(
                        "There is no model {name} here; {network} is shown in its place.",
                        name=pane.bundled or pane.name,
                        network=network.name,
                    )
                )
        self._stand_ins = [each for group in later.values() for each in group]
        self._files = {Path(file) for file in later}
        self._services.session.set_networks(networks)
        for file, group in later.items():
            QTimer.singleShot(0, self, partial(self._open_later, Path(file), group))
        return without(state, gone)

    def _opened(self, path: Path) -> Network | None:
        """The network of a model that comes with Gatescope; None, which is said, where it does not
        open."""
        try:
            return open_network(path)
        except GatescopeError as error:
            self.noted.emit(error)
            return None

    def _open_later(self, file: Path, group: list[tuple[Network, PaneState]]) -> None:
        """Read a model of a snapshot beside the window, once for all its panes.

        Should it not open, its error is shown, and what stands in for it stays or goes.
        """
        services, session, (first, pane) = self._services, self._services.session, group[0]

        def arrived(network: Network) -> None:
            there = [(self._place_of(network), *group[0])]
            there += [(self._place_of(stand_in), stand_in, other) for stand_in, other in group[1:]]
            for place, stand_in, other in there:
                if place is None:
                    continue
                if session.panes[place].network is not network:
                    session.replace_network(place, network)
                self._show_pane(other, place)
                if self._awaited_shade is not None and self._awaited_shade[1] is stand_in:
                    self._show_shade(replace(self._awaited_shade[0], pane=place))
            with_relu = [place for place, _, other in there if other.relu and place is not None]
            if with_relu and chosen(network):
                services.opener.choose_nonlinearity(network, "relu", with_relu)
            if pane.sha256 not in ("", file_digest(network)):
                self.noted.emit(_another(file.name))
            self._end(file)

        def failed(error: GatescopeError) -> None:
            self.noted.emit(error)
            if self._leaves_out:
                self._leave_out([stand_in for stand_in, _ in group])
            self._end(file)

        place = self._place_of(first)
        if place is None:
            self._end(file)
        else:
            services.opener.open(file, place=place, then=arrived, otherwise=failed, quietly=True)

    def _leave_out(self, stand_ins: list[Network]) -> None:
        """Close the panes of a model that did not open; where no other is left, the first networks
        stand in, which is said."""
        session = self._services.session
        for stand_in in stand_ins:
            if self._awaited_shade is not None and self._awaited_shade[1] is stand_in:
                self._awaited_shade = None
            place = self._place_of(stand_in)
            if place is not None and len(session.panes) > 1:
                session.remove_pane(place)
            elif place is not None:
                library = {entry.name: entry.path for entry in bundled()}
                first = [library[each.bundled] for each in FIRST_PANES if each.bundled in library]
                networks = [each for each in map(self._opened, first) if each is not None]
                session.set_networks(networks)
                if networks:  # else nothing stands in, as has just been said of each
                    self.noted.emit(NO_NETWORKS)

    def _end(self, file: Path) -> None:
        """A model of a snapshot is there, or will not be."""
        self._files.discard(file)
        self._arrive()

    def _use_dictionary(self, pane: PaneState, digest: str) -> None:
        """Let a network have the dictionary that a snapshot has of it, once it is opened."""
        if digest:
            entry = None if pane.dictionary is None else asdict(pane.dictionary)
            (entry or {}).pop("sha256", None)
            self._services.reading.dictionaries.borrow(digest, entry)

    def show_choices(self, state: SessionState) -> None:
        """Show the layers, units and colours of a snapshot."""
        session, display, colours = self._services.session, self._services.display, state.colours
        awaited = [self._place_of(network) for network, _ in self._stand_ins]
        for place, pane in enumerate(state.panes):
            if _at_hand(pane) is not None:  # else once it is there
                self._show_pane(pane, place)
        last = len(session.panes) - 1
        session.focus = last if state.focus is None else min(state.focus, last)
        if state.focus is not None and state.focus > last >= 0:
            self.noted.emit(
                Instead(
                    "There is no network {place} to be in focus: there are {count}, counted from 0 "
                    "in the view; the last one is.",
                    place=state.focus,
                    count=last + 1,
                )
            )
        display.scale, display.shows_future = colours.scale, colours.future
        self._show_explained(state)
        if colours.key and colours.pane in awaited:
            # Its stand-in's until it is there.
            session.shade, _ = fitting_shade(ColourState(), session.panes, colours.pane)
            self._awaited_shade = colours, session.panes[colours.pane].network, session.shade
        else:
            self._show_shade(colours)

    def _show_explained(self, state: SessionState) -> None:
        """Explain what a snapshot explains, on its page."""
        explaining, methods = self._services.explaining, state.explain.methods
        explaining.asked = state.explain if methods else replace(state.explain, methods=_USUAL)
        page = state.page
        if page not in ("", *(row.name for row in CENTRE_PAGES)):
            self.noted.emit(
                Instead("There is no page {page} here; the networks are shown.", page=page)
            )
            page = ""
        explaining.page = page

    def _show_shade(self, colours: ColourState) -> None:
        """Colour the words by a snapshot's signal, where there is one like it."""
        session, self._awaited_shade = self._services.session, None
        session.shade, notes = fitting_shade(colours, session.panes, session.focus)
        for note in notes:
            self.noted.emit(note)

    def _show_pane(self, pane: PaneState, place: int) -> None:
        """The layer and the units that were chosen in a pane."""
        session = self._services.session
        if place >= len(session.panes):
            return
        layer, units, notes = fitting_layer(pane, session.panes[place].network)
        session.show_layer(place, layer)
        session.choose_units(place, units)
        for note in notes:
            self.noted.emit(note)
