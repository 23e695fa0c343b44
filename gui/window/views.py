"""`Views`: the session is saved in a view file, and opened from one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.counting import filled
from engine.errors import GatescopeError, Instead, Note, SessionError
from engine.replay.edit_texts import parse_all
from engine.session.pane import MAX_PANES
from engine.session.references import Reference, located, replaced, without
from engine.session.state import MAX_TEXT, NO_NETWORKS, NumbersState, ReviewState, SessionState
from engine.session.view_file import SUFFIX, load, save
from gui.kit.asking import ask_for_file
from gui.kit.notice import Notice
from gui.places import PLACES, TRAIN
from gui.services import Services
from gui.window.report import Report
from gui.window.restoring import Restoring
from gui.window.stand_ins import with_stand_in

if TYPE_CHECKING:
    from gui.lessons.seen import Seen

FOLDER = "view"
"""The name in the settings of the folder where views were saved or opened last."""

Told = Sequence[GatescopeError]
"""What is said as a view opens."""

MAX_BACK = 20
"""Snapshots of the user's own that are kept while views of lessons are shown."""


def _shown(state: SessionState) -> tuple[object, ...]:
    """Which networks read what: what a user opens; not edits, units and steps, which are played with."""
    networks = tuple(pane.bundled or pane.file or pane.name for pane in state.panes)
    read = state.review if state.reads == "review" else state.numbers
    return networks, state.reads, replace(read, sha256="")


def one_alone(path: Path) -> Instead:
    """That a file is not opened, as another of its kind is."""
    return Instead(
        "A window has one view, task, set of edits, dictionary, table and collection of reviews "
        "open; {name} was left out. Open it later, or in another window.",
        name=path.name,
    )


def no_pane_for(path: Path) -> Instead:
    """That a model is not opened, as there are as many as a window shows."""
    return Instead(
        "A window shows {count} networks side by side; {name} was left out.",
        count=MAX_PANES,
        name=path.name,
    )


def _left(
    state: SessionState, missing: list[Reference]
) -> tuple[SessionState, list[GatescopeError]]:
    """A view without what is missing, and what stands in for all of its networks, or for what it
    reads."""
    left, notes = without(state, missing), list[GatescopeError]()
    if state.panes and not left.panes:
        notes.append(NO_NETWORKS)
    kind = "numbers" if state.reads == "numbers" else "reviews"
    for each in missing:
        if each.kind == kind:
            left, note = with_stand_in(left, each.name)
            notes.append(note)
    return left, notes


class Views(QObject):
    """Asks for a file, and for what a view needs and is not there; says what became of it.

    Signals:
        place_asked(str): the view has this drawer open, see `SessionState.place`; "" for none.
    """

    place_asked = Signal(str)

    def __init__(self, window: QWidget, services: Services, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._notice = window, notice
        self.asks = True
        """Whether there is somebody who can answer; else what is missing is left out."""
        self._services, self._folders = services, services.settings.window.folders
        self.restoring = Restoring(services, self)
        self.report = Report(notice, self.restoring.is_arriving, self)
        self.restoring.noted.connect(self.report.tell)
        services.failed.connect(self.report.tell)
        for ending in (services.failed, self.restoring.arrived):
            ending.connect(self.report.end_if_arrived)
            ending.connect(self._settle_lesson)
        self._lesson: tuple[object, ...] | None = None  # what the lesson's view showed first
        self._lesson_edits: tuple[str, ...] = ()  # and with which edits
        self._is_lesson_arriving = False
        self._lesson_place = ""  # the drawer that the lesson's view has open
        self._name = ""  # of the view that was saved or opened last
        self._came_from = ""  # the place from which it was opened
        services.session.traces_changed.connect(self._look_for_others)

    def ask_to_save(self) -> QFileDialog:
        """Let the user name a file, and save the session in it."""
        dialog = self._ask(self.tr("Save view"), self.save, QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(self._name or self.tr("view") + SUFFIX)
        return dialog

    def ask_to_open(self) -> QFileDialog:
        """Let the user choose a view, and open it."""
        return self._ask(self.tr("Open view"), self.open, QFileDialog.FileMode.ExistingFile)

    def _ask(
        self, title: str, chosen: Callable[[Path], None], mode: QFileDialog.FileMode
    ) -> QFileDialog:
        views = self.tr("Views (*{suffix} *.json)").format(suffix=SUFFIX)
        filters = (views, self.tr("All files (*)"))
        folder = self._folders.get(FOLDER)
        return ask_for_file(self._window, title, chosen, filters=filters, folder=folder, mode=mode)

    def state(self) -> SessionState:
        """What is shown: what is read, and not what else has been."""
        state = replace(self.restoring.state(), place=self._place())
        if state.reads == "review":
            return replace(state, numbers=NumbersState())
        return replace(state, review=ReviewState())

    def _place(self) -> str:
        """The drawer that stands open beside the networks; one that hides them is no part of it."""
        settings = self._services.settings
        for row in PLACES:
            if row.name == settings.window.drawer and not (row.is_alone or row.comes_later):
                return f"{row.name}/{settings.training.tab}" if row is TRAIN else row.name
        return ""

    def state_to_save(self) -> SessionState | None:
        """The same, if a file can hold it; else it is said why not."""
        state = self.state()
        try:
            if state.reads == "numbers" and not state.numbers.source:
                raise SessionError(
                    "Pasted numbers are in no file, so that a view cannot name it. Save them as a "
                    "CSV, open that, and save the view again."
                )
            if state.reads == "review" and len(self._services.reading.text or "") > MAX_TEXT:
                raise SessionError(
                    "A view holds texts of at most {count} characters. Put this one in a table or "
                    "a folder, open that, and save the view again.",
                    count=MAX_TEXT,
                )
        except GatescopeError as error:
            self.report.tell(error)
            return None
        return state

    def save(self, path: Path) -> None:
        """Save what is shown in a file."""
        if (state := self.state_to_save()) is None:
            return
        try:
            save(state, path)
        except GatescopeError as error:
            self.report.tell(error)
            return
        self.remember_name(path)
        if state.carried:
            self.report.tell(
                Note(
                    "{name} is saved, without the state that is carried into the review: opened "
                    "again, it begins anew.",
                    name=path.name,
                )
            )
            return
        self._notice.show_info(lambda: filled(self.tr("{name} is saved."), {"name": path.name}))

    def remember_name(self, path: Path) -> None:
        """A view was saved or opened: the dialogs begin there, and the next is saved under its name."""
        self._folders[FOLDER], self._name = str(path.absolute().parent), path.name

    def open(
        self,
        path: Path,
        *others: Path,
        seen: Callable[[SessionState], SessionState] = lambda view: view,
    ) -> None:
        """Open a view, with what is ``seen`` of it; what is not there is asked for, and of the others
        it is said that a window shows one."""

        def show(state: SessionState, notes: Told, name: str) -> None:
            self.remember_name(path)
            self.show(seen(state), [*notes, *map(one_alone, others)], name)

        self._open(path.absolute(), show, others)

    def _open(
        self,
        path: Path,
        show: Callable[[SessionState, Told, str], None],
        others: Sequence[Path] = (),
    ) -> None:
        try:
            state, notes = load(path)
        except GatescopeError as error:
            self.report.refuse([error, *map(one_alone, others)])
            return
        self.find(path, state, lambda state, told: show(state, [*notes, *told], path.name))

    def find(
        self, path: Path, state: SessionState, go_on: Callable[[SessionState, Told], None]
    ) -> None:
        """Look for the files that a file's view names, ask for what is not there, and go on with
        the rest, with absolute paths, and with what is to be said of what stands in for it; where
        nobody is asked, also of what is missing."""
        state, missing = located(state, path.parent)
        if not missing or not self.asks:
            state, notes = _left(state, missing)
            lacks: Told = [
                SessionError(
                    "{file} is not here, which {view} needs. Put it beside {view}.",
                    file=each.file or each.name,
                    view=path.name,
                )
                for each in missing
            ]
            go_on(state, [*lacks, *notes])
            return
        from gui.window.missing import MissingDialog

        models = self._services.settings.models
        dialog = MissingDialog(self._window, path, missing, models.weights_of)

        def answered() -> None:
            chosen = dialog.chosen
            left_out = [reference for reference in missing if reference not in chosen]
            go_on(*_left(replaced(state, chosen), left_out))

        dialog.accepted.connect(answered)
        dialog.open()

    def open_beside(
        self, path: Path, came_from: str = "", seen: Seen = lambda view, window: view
    ) -> None:
        """Open a lesson's view, with what is ``seen`` in the lesson; what the user had open can be had
        back, however many are opened, and the message that offers it leads to the place that it came
        from, too."""
        self._came_from = came_from
        self._open(path.absolute(), partial(self._show_lesson, seen))

    def _show_lesson(self, seen: Seen, view: SessionState, notes: Told, name: str) -> None:
        own = self._own()
        if own is not None and own.reads == "numbers" and not own.numbers.source:
            self.report.tell(
                SessionError(
                    "Pasted numbers are in no file and could not be brought back. Save them as a "
                    "CSV, open that, and open the lesson's view again."
                )
            )
            return
        if own is not None:
            self._services.way_back = [*self._services.way_back, own][-MAX_BACK:]
        view = seen(view, self.restoring.state())
        self.show(view, notes, name, tells_edits=False)
        self._is_lesson_arriving, self._lesson_place = True, view.place
        self._settle_lesson()
        self._notice.show_offer(
            lambda: self.tr("This is the lesson's view."),
            lambda: self.tr("Back to yours"),
            self._return,
            stays=True,
        )

    def _return(self) -> None:
        came_from = self._came_from
        self.go_back()
        if came_from:
            self.place_asked.emit(came_from)

    def _look_for_others(self) -> None:
        """Once the user has opened something else, the way back is in the lessons alone."""
        if self._lesson is not None and self._own() is not None:
            self._notice.clear_offers()

    def _own(self) -> SessionState | None:
        """What is shown, if the user opened it; None while it is what a lesson's view showed."""
        state = self.restoring.state()
        return None if self._is_lesson_arriving or _shown(state) == self._lesson else state

    def to_remember(self) -> SessionState:
        """What the next launch shows: what is shown, or in place of a lesson's view what was open
        before it, as there is no way back from it then."""
        if (back := self._services.way_back) and self._own() is None:
            return back[-1]
        return self.restoring.state(remembers=True)

    def _edited(self) -> SessionState | None:
        """A lesson's view that the user has edited since, which is work that no file has."""
        state = self.restoring.state()
        is_edited = self._lesson is not None and set(state.edits) - set(self._lesson_edits)
        return state if is_edited else None

    def _settle_lesson(self) -> None:
        """A lesson's view is there: what is opened from now on is the user's own."""
        if self._is_lesson_arriving and not self.restoring.is_arriving():
            self._is_lesson_arriving = False
            state = self.restoring.state()
            self._lesson, self._lesson_edits = _shown(state), state.edits

    def end_lesson(self) -> None:
        """The lessons are seen again: what one of them showed in the main window makes room for what
        was open before it, as every lesson is about that, and a picture would change once more what
        its view has changed.

        Where the view is of the same networks and reading, and has been edited since, only what it
        changed itself goes; of others, it can be had back.  What the user has opened since stays as
        it is.
        """
        back = self._services.way_back
        if not back or self._own() is not None:
            return
        edits = self.restoring.state().edits
        if (
            self._is_lesson_arriving
            or _shown(back[-1]) != self._lesson
            or edits == self._lesson_edits
        ):
            self.go_back()
            return
        before = back.pop().edits
        left_out = [each for each in before if each not in self._lesson_edits + edits]
        of_view = set(self._lesson_edits) - set(before)
        self._lesson = None
        self._notice.clear_offers()
        kept = [each for each in self._services.edits.edits if str(each) not in of_view]
        self._services.edits.change((*parse_all(left_out), *kept))

    def go_back(self) -> None:
        """Show again what was open before the last view of a lesson; what the user has opened since
        or has edited is not lost either, but comes after what was open before."""
        if not self._services.way_back:
            return
        own, state = self._own() or self._edited(), self._services.way_back.pop()
        if self._lesson_place and self._place().startswith(self._lesson_place.split("/")[0]):
            self.place_asked.emit("")
        if own is not None:
            self._services.way_back.insert(0, own)
        self.show(state, [], "", tells_edits=False)

    def show(
        self, state: SessionState, notes: Told, name: str, *, tells_edits: bool = True
    ) -> None:
        """Show a view in place of what is shown; ``tells_edits`` notes that it is edited, which is no
        news of a lesson's view, nor of what the user edited before it."""
        self._lesson, self._is_lesson_arriving, self._lesson_place = None, False, ""
        self._notice.clear()
        self.report.begin(name)
        for note in notes:
            self.report.tell(note)
        self.restoring.show(state, tells_edits=tells_edits)
        if state.place:
            self._open_place(state.place)
        self.report.end_if_arrived()

    def _open_place(self, place: str) -> None:
        name = place.split("/", maxsplit=1)[0]
        if name in [row.name for row in PLACES if not row.is_alone]:
            self.place_asked.emit(place)
        else:
            self.report.tell(Instead("There is no place {place} here.", place=place))
