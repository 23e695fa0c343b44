"""`RunsTab`: the training under way, the curves, and the table of all runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSplitter, QWidget

from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label, push_button
from gui.look.colours import unit_colours
from gui.look.icons import phosphor
from gui.look.scale import px, sized
from gui.look.theme import GAP, theme
from gui.training.keeper import RunKeeper
from gui.training.run_curves import RunCurves, ShownRun
from gui.training.run_header import RunHeader
from gui.training.run_table import RunRow, RunTable
from gui.training.watch import RunWatch

COLOURS = 8
"""Runs whose curves can be told apart at once."""

WIDE = 760
"""From this width on the table stands beside the curves."""


class RunsTab(View):
    """What is trained, was trained, and waits.

    `renamed` tells the title before; `pane_asked` that a run is shown in a pane, which the user
    wants to see.
    """

    settings_asked = Signal(object)
    model_asked = Signal()
    follow_asked = Signal(object)
    pane_asked = Signal()
    renamed = Signal(object, str)

    def __init__(self, keeper: RunKeeper, watch: RunWatch) -> None:
        super().__init__()
        self._keeper, self._watch = keeper, watch
        self._hidden: set[Path] = set()  # unticked by the user
        self._ticked: set[Path] = set()  # ticked by the user
        self._slots: dict[Path, int] = {}
        self._coloured: dict[Path, str] = {}
        self._current: Path | None = None
        self._training: Path | None = None
        self._showing = self._stale = False
        self.header = RunHeader(keeper, lambda path: watch.place_of(path) is not None)
        self.curves = RunCurves()
        self.table = RunTable()
        self._title = label("title")
        self.resume = push_button(self._resume)
        self.follow = push_button(self.ask_to_follow)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        sized(self._split.setHandleWidth, GAP)
        left, right = QWidget(), QWidget()
        column(self.header, (self.curves, 1), of=left)
        head = row((self._title, 1), self.resume, self.follow)
        column(head, (self.table, 1), of=right, spacing=4)
        for place, part in enumerate((left, right)):
            self._split.addWidget(part)
            self._split.setStretchFactor(place, 1)
        self._split.setSizes([1500, 1000])
        column(scrolling(self._split), of=self, margins=(2 * GAP, GAP, 2 * GAP, GAP))
        self._connect()
        self.dress()
        self.show_runs()

    def _connect(self) -> None:
        keeper, watch, table = self._keeper, self._watch, self.table
        keeper.changed.connect(self.show_runs)
        watch.moved.connect(self._show_panes)
        self.header.show_asked.connect(self._show)
        self.header.train_asked.connect(self.model_asked)
        self.curves.epoch_asked.connect(self._go_to_epoch)
        table.rename_asked.connect(self._rename)
        table.delete_asked.connect(keeper.delete)
        table.shown_changed.connect(self._tick)
        table.current_changed.connect(self._choose)
        table.open_asked.connect(self._show)
        table.add_asked.connect(lambda path: self._show(path, add=True))
        table.use_settings_asked.connect(self._use_settings)
        table.resume_asked.connect(keeper.resume)
        table.reveal_asked.connect(
            lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        )

    # -- what is shown -----------------------------------------------------------

    def show_runs(self) -> None:
        """Show the runs as they are now."""
        if not self.isVisible():
            return  # it catches up when it is seen
        # A row that goes moves the current one, and that asks to show them in the midst of it.
        self._stale = True
        if self._showing:
            return
        self._showing = True
        try:
            while self._stale:
                self._stale = False
                self._show_now()
        finally:
            self._showing = False

    def _show_now(self) -> None:
        runs = self._keeper.runs
        if self._keeper.training != self._training:
            # A training that begins is what curves and words are about, and it stays ticked.
            self._training = self._keeper.training
            if self._training is not None:
                self._current = self._training
        self._ticked |= {each.path for each in runs if each.state in ("preparing", "running")}
        drawn = self._drawn()
        colours = self._coloured = self._colours()
        rows = [
            RunRow(
                **vars(each),
                colour=colours[each.path],
                drawn=each.path in drawn,
                resumable=each.can_resume,
            )
            for each in reversed(runs)
        ]
        self.table.show_runs(rows)
        focus = self._focus()
        shown = [
            ShownRun(row.run, row.colour, focused=row.path == focus, state=row.state)
            for row in rows
            if row.drawn
        ]
        self.curves.show_runs(shown, others=bool(rows))
        focused = self._keeper.find(focus)
        self.resume.setVisible(focused is not None and focused.can_resume)
        self._show_epoch()

    def showEvent(self, event: object) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.show_runs()

    def _drawn(self) -> set[Path]:
        """Whose curves are drawn: those that are ticked, those at work, and the last one."""
        drawn = {each.path for each in self._keeper.runs if each.path in self._ticked}
        if (focus := self._focus()) is not None:
            drawn.add(focus)
        return {path for path in drawn if path not in self._hidden}

    def _focus(self) -> Path | None:
        """The run that the best epoch and the sentence below the curves are about."""
        runs = self._keeper.runs
        paths = [each.path for each in runs]
        if self._current in paths:
            return self._current
        if self._keeper.training in paths:
            return self._keeper.training
        return next((each.path for each in reversed(runs) if each.run.history), None)

    def _colours(self) -> dict[Path, str]:
        """Those of the runs by path: of its pane where one shows it, else one that no pane has."""
        wheel = unit_colours(theme(), COLOURS)
        wheel = [*wheel[1:], wheel[0]]  # the accent, which is the cursor's too, comes last
        places = {each.path: self._watch.place_of(each.path) for each in self._keeper.runs}
        taken = {theme().networks[at % 3] for at in places.values() if at is not None}
        colours = {}
        for path, at in places.items():
            # Neighbours in time never share one.
            slot = self._slots.setdefault(path, len(self._slots) % COLOURS)
            others = [each for each in wheel[slot:] + wheel[:slot] if each not in taken]
            colours[path] = others[0] if at is None else theme().networks[at % 3]
        return colours

    def _show_panes(self) -> None:
        """A run that a pane shows wears its colour."""
        if self._colours() == self._coloured:
            self._show_epoch()
        else:
            self.show_runs()

    def _show_epoch(self) -> None:
        """Mark the epoch that the panes show."""
        if (shown := self._watch.shown(self._watch.place_of(self._focus()))) is None:
            self.curves.show_epoch(None)
            return
        batches = shown.run.status.batches
        part = shown.checkpoint.batch / batches if batches else 0.0
        self.curves.show_epoch(shown.checkpoint.epoch + part)

    # -- the user's hand ---------------------------------------------------------

    def _show(self, path: Path, *, add: bool = False) -> None:
        self._watch.show(path, add=add)
        self.pane_asked.emit()

    def choose(self, path: Path) -> None:
        """A run has just been made: curves and words are about it."""
        self._current = path
        self.show_runs()

    def _resume(self) -> None:
        if (watched := self._keeper.find(self._focus())) is not None and watched.can_resume:
            self._keeper.resume(watched.path)

    def _choose(self, path: Path | None) -> None:
        if path != self._current:
            self._current = path
            self.show_runs()

    def _tick(self, paths: list[Path]) -> None:
        drawn = self._drawn()
        now = set(paths)
        self._hidden = (self._hidden | (drawn - now)) - now
        self._ticked = (self._ticked | now) - self._hidden
        self.show_runs()

    def _go_to_epoch(self, epoch: int) -> None:
        focus = self._focus()
        if (place := self._watch.place_of(focus)) is not None:
            self._watch.pause()
            self._watch.seek_epoch(place, epoch)
        elif focus is not None:
            self._watch.show(focus)

    def _rename(self, path: Path, title: str) -> None:
        if before := self._keeper.rename(path, title):
            self.renamed.emit(path, before)

    def _use_settings(self, path: Path) -> None:
        if (watched := self._keeper.find(path)) is not None and watched.run.plan is not None:
            self.settings_asked.emit(watched.run.plan)

    def ask_to_follow(self) -> None:
        """Let the user choose the folder of a run, wherever it is trained."""
        dialog = QFileDialog(self.window(), self.tr("Follow a run"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(Path.home()))
        if self._keeper.foreign:
            dialog.setDirectory(str(self._keeper.foreign[-1].parent))
        dialog.fileSelected.connect(lambda name: self.follow_asked.emit(Path(name)))
        dialog.open()

    # -- texts and colours -------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table beside the curves where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE)
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() != wanted:
            self._split.setOrientation(wanted)
            self._split.setSizes([1000, 1200] if wide else [1500, 1000])

    def retranslate(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("Runs"))
        self.resume.setText(self.tr("Resume"))
        self.resume.setToolTip(self.tr("Go on with the chosen run from its last epoch"))
        self.follow.setText(self.tr("Follow run…"))
        self.follow.setToolTip(
            self.tr("Open the folder that RunRecorder leaves, wherever the training runs")
        )

    def restyle(self) -> None:
        """Colour the icons and the curves."""
        self.resume.setIcon(phosphor("ph.arrow-clockwise", color=theme().text))
        self.follow.setIcon(phosphor("ph.broadcast", color=theme().dim))
        self.show_runs()
