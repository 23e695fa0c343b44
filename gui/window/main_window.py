"""`MainWindow`: places the views, and nothing else."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QWidget,
)

from engine.progress import Progress
from gui.cell.panel import CellPanel
from gui.cell.strip import WIDTH as STRIP
from gui.cell.strip import CellStrip
from gui.help.first_steps import FirstSteps
from gui.kit.drawer import scrolling
from gui.kit.dropping import take
from gui.kit.in_sight import InSight
from gui.kit.layouts import column, row
from gui.kit.notice import Notice
from gui.kit.side import Side, Sides
from gui.kit.view import Viewing
from gui.look.scale import px, stroke
from gui.look.theme import GAP
from gui.places import LESSONS, TASKS
from gui.playback.bar import PlaybackBar
from gui.services import Services
from gui.settings import Settings
from gui.training.close_question import ask_to_close
from gui.training.epoch_bar import EpochBar
from gui.training.run_notices import RunNotices
from gui.window.actions import Actions
from gui.window.arrivals import Arrivals
from gui.window.centre import Centre
from gui.window.dialogs import Dialogs
from gui.window.drawers import Drawers
from gui.window.drop_frame import DropFrame
from gui.window.opening import Opening
from gui.window.pages import Pages
from gui.window.pane_row import PaneRow
from gui.window.rail import Rail
from gui.window.reading_view import ReadingView
from gui.window.sides import CELL, MAX_CELL, WIDE_CELL, arrange
from gui.window.strip import Strip

if TYPE_CHECKING:
    from gui.lessons.seen import Seen

NARROW = 1180
"""Below this width the cell panel is narrow."""

MIN_SIZE = (760, 440)
"""The least size of the window, in pixels: it has room on a screen of 853 x 480."""

SHORT = 600
"""Below this height the note of the first start is one line."""

SIDES = (290, 1030, CELL)
"""How wide drawer, centre and cell are at first."""

MARGIN = 20
"""At either side of the panes."""


class _Stage(QWidget):
    """What stands above the playback bar; tells when it has another size."""

    resized = Signal()
    has_size = False
    """Whether it has its first, which it has as the window is shown."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.has_size = True
        self.resized.emit()


class MainWindow(Viewing, QMainWindow):
    """The window: rail, drawer, the review and the panes, the cell, the playback bar.

    ``closing`` is the last moment at which the session is whole, to write it down.
    """

    closing = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.remembers = True  # not when only a picture is taken
        self._closes = False  # whatever is trained
        self._note: FirstSteps | None = None
        self._drop_frame: DropFrame | None = None
        self.services = Services(settings, self)
        self.session = self.services.session
        self._build()
        self._connect()
        self.setAcceptDrops(True)
        self.setWindowTitle("Gatescope")
        self.setMinimumSize(*MIN_SIZE)  # whatever the scale: what has no room scrolls
        self.dress()

    def _build(self) -> None:
        services = self.services
        self.notice = Notice()
        self.dialogs = Dialogs(self, services, self.notice)
        self.opening = Opening(
            services,
            self.dialogs.views.open,
            self.dialogs.edit_files.open,
            lambda path: self.drawers.open(LESSONS).open_lesson(path),
            self.dialogs.task_files.open,
            self.dialogs.task_files.open_answers,
            self.dialogs.views.report,
        )
        services.opener.other_chosen.connect(self.opening.open_path)
        self.rail = Rail()
        self.drawers = Drawers(services)
        self.reading_view = ReadingView(services)
        self.panes = PaneRow(services, self.dialogs)
        self.cell = CellPanel(services.session, services.class_names, services.edits)
        self.cell.setMinimumWidth(px(CELL))
        self.strip = CellStrip()
        self.strip.hide()
        self.drawer_side, self.cell_side = Side(self.drawers), Side(self.cell, self.strip)
        self.playback = PlaybackBar(
            services.session, services.player, services.display, self.notice
        )
        self.epochs = EpochBar(services.session, services.watch, lambda: services.player.speed)
        self.explain_strip = Strip(services)
        self.prediction = self.explain_strip.prediction
        self.pages = Pages(services, self.dialogs, self.panes)
        self.middle = Centre(services.session, self.reading_view, self.explain_strip, self.pages)
        body = QWidget()
        self._body = column((self.middle, 1), of=body, margins=(MARGIN, 10, MARGIN, GAP // 2))
        self.centre = scrolling(body)
        self.centre.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.in_sight = InSight(self.centre)
        self.across = Sides(1, self.drawer_side, self.centre, self.cell_side)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes(list(map(px, SIDES)))
        self._scale = stroke(1)  # at which everything stands
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self._sides: list[float] = []  # what stands beside each other, at 100 %; [] as it is
        self.stage, content = _Stage(), QWidget()
        row(self.rail, (self.across, 1), of=self.stage, spacing=0)
        column((self.stage, 1), self.epochs, self.playback, of=content, spacing=0)
        self.setCentralWidget(content)
        self.commands = Actions(
            self, services, self.drawers, self.dialogs, self.rail.menu, self.pages
        )
        self.arrivals = Arrivals(services, self.opening, self.notice, self.dialogs, self)
        self.run_notices = RunNotices(
            services.runs,
            services.watch,
            self.notice,
            self.drawers.show_runs,
            lambda: self.drawers.shows_runs,
            self,
        )

    def _connect(self) -> None:
        self.across.splitterMoved.connect(lambda *_: self._sides.clear())
        services, requests = self.services, self.drawers.requests
        presenting = self.commands.presenting
        presenting.changed.connect(self.rail.setHidden)
        self.closing.connect(presenting.end)
        services.opened.connect(self.notice.clear_errors)
        services.class_names.changed.connect(self.prediction.show_trace)
        services.runs.followed.connect(self.drawers.show_runs)
        services.runs.changed.connect(self._show_training)
        self.notice.closed.connect(self.reading_view.take_focus)
        self.rail.place_asked.connect(self.drawers.ask)
        for asks in (self.panes, self.pages, self.cell):
            asks.place_asked.connect(self.drawers.open_part)
        self.dialogs.views.place_asked.connect(self.drawers.open_part)
        self.dialogs.views.report.place_asked.connect(self.drawers.open_part)
        self.rail.menu_asked.connect(self.commands.show_menu)
        self.drawers.changed.connect(self._show_place)
        self.session.panes_changed.connect(lambda: QTimer.singleShot(0, self, self._keep_keys))
        self.strip.toggled.connect(lambda _: self._fit())
        self.stage.resized.connect(self._fit)
        self.session.panes_changed.connect(self._fit)
        services.explaining.page_changed.connect(lambda _: self._show_page())
        self.explain_strip.chosen.connect(lambda: self.in_sight.bring(self.explain_strip))
        for left in (self.cell.escaped, requests.leave):
            left.connect(lambda: self.strip.setChecked(False))
        requests.inspect.connect(self.dialogs.inspect)
        for asking in (requests.guide, self.explain_strip.about_asked):
            asking.connect(self.dialogs.show_guide)
        requests.export_explanation.connect(self.dialogs.export_explanation)
        requests.open_view.connect(self._open_view)
        requests.leave_view.connect(self._leave_view)
        requests.end_view.connect(self.dialogs.views.end_lesson)
        requests.leave.connect(self.reading_view.take_focus)
        requests.place.connect(self.drawers.show_place)
        requests.page.connect(partial(setattr, services.explaining, "page"))
        services.surveying.opened.connect(self.reading_view.take_focus)
        self.reading_view.words.span_chosen.connect(services.surveying.take_span)
        requests.tasks.connect(lambda: self.drawers.show_place(TASKS.name))
        requests.save_answers.connect(self.dialogs.task_files.ask_to_save_answers)
        services.tasks.opened.connect(lambda: self.drawers.open(TASKS).show_task())
        services.tasks.opening.connect(self._show_opening)
        requests.renamed.connect(self.run_notices.offer_to_rename)
        bar = self.reading_view.bar
        bar.save_asked.connect(self.dialogs.edit_files.ask_to_save)
        bar.open_asked.connect(self.dialogs.edit_files.ask_to_open)
        bar.about_asked.connect(lambda: self.dialogs.show_guide("what-if"))
        self.reading_view.header.details.clicked.connect(self.dialogs.show_details)
        self.cell.answer.names_asked.connect(lambda: self.dialogs.name_classes(self.session.focus))

    def welcome(self) -> None:
        """Show what there is to try, to who is here for the first time."""
        note = FirstSteps(
            self.session,
            self.services.settings,
            lambda: self.dialogs.views.restoring.is_showing,
        )
        self._note = note
        note.guide_asked.connect(self.dialogs.show_guide)
        self.cell.diagram.series_clicked.connect(note.shaded)
        self._body.insertWidget(self._body.indexOf(self.middle), note)
        self._fit()

    # -- who is where ------------------------------------------------------------

    def _show_training(self) -> None:
        """Say on the rail how far the training is, wherever the user is."""
        training = self.services.runs.find(self.services.runs.training)
        self.rail.show_training(None if training is None else training.run.share)

    def _open_view(self, path: Path, seen: Seen) -> None:
        place = self.drawers.place
        self.drawers.show_place("")
        self.dialogs.views.open_beside(path, LESSONS.name if place is LESSONS else "", seen)

    def _show_opening(self, progress: Progress | None) -> None:
        """A task that takes long is being opened, or is no more."""
        panel = self.drawers.panel(TASKS) if progress is None else self.drawers.open(TASKS)
        if panel is not None:
            panel.opening.show_progress(progress)

    def _leave_view(self) -> None:
        self.drawers.show_place("")
        self.dialogs.views.go_back()

    def _keep_keys(self) -> None:
        """Give the keys back to the reading, where a click has left them on a button, or on
        nothing, which is no longer there."""
        focus = QApplication.focusWidget()
        by_click = isinstance(focus, QAbstractButton) and not self.commands.plain_keys.by_tab
        if self.isActiveWindow() and (focus is None or by_click):
            self._take_keys()

    def _take_keys(self) -> None:
        """Keys go to the reading, or to the panel that hides it."""
        place = self.drawers.place
        panel = None if place is None or not place.is_alone else self.drawers.panel(place)
        (self.reading_view.take_focus if panel is None else panel.setFocus)()

    def _show_place(self) -> None:
        place = self.drawers.place
        self.rail.show_place("" if place is None else place.name)
        self._fit()
        if self.drawers.lies_over and self.drawers.geometry().intersects(self.cell.geometry()):
            self.strip.setChecked(False)  # the drawer, which was asked for now, would be behind it
        if place is None or place.is_alone:
            self._take_keys()  # what had the keys is closed, or hidden
        else:
            self._keep_keys()

    def _show_page(self) -> None:
        self.middle.share()
        self._fit()
        if self.pages.page is None:
            self.in_sight.forget()
            return
        if self.drawers.lies_over:
            self.drawers.show_place("")  # the page would be behind it
        self.strip.setChecked(False)
        self.in_sight.bring(self.pages)

    def _fit(self) -> None:
        """Drawer and cell panel stand beside the panes, or lie over them where it is narrow."""
        if not self.stage.has_size:
            return  # what now lay over would be dressed twice
        place, alone = self.drawers.place, self.drawers.is_alone
        if self._note is not None:
            self._note.use_height(is_short=self.stage.height() < px(SHORT))
        self.centre.setVisible(not alone)
        left, handles = self.rail.width(), 2 * self.across.handleWidth()
        width = self.stage.width() - left - handles
        drawer = 0 if place is None else self.drawers.minimumSizeHint().width()
        views = (self.reading_view, self.explain_strip)
        least = max(self.pages.min_width, *(view.minimumSizeHint().width() for view in views))
        roomy = 0 if place is None else px(place.narrow) - left
        least += 2 * px(MARGIN)
        self.centre.setMinimumWidth(max(0, min(least, width - px(STRIP))))
        arrangement = arrange(width, drawer, least, roomy)
        self._place_drawer(stands=alone or arrangement.drawer_stands, width=drawer)
        self._place_cell(stands=arrangement.cell_stands, alone=alone)
        self.cell_side.setVisible(not alone)
        narrow = self.width() < (px(NARROW) if place is None else px(place.narrow))
        stands = arrangement.cell_stands
        self.cell_side.setMaximumWidth(
            (px(WIDE_CELL) if narrow else px(MAX_CELL)) if stands else px(STRIP)
        )
        sizes = self.across.sizes()
        if sizes[2] > self.cell_side.maximumWidth():
            most = self.cell_side.maximumWidth()
            self.across.setSizes([sizes[0], sizes[1] + sizes[2] - most, most])

    def _place_drawer(self, *, stands: bool, width: int) -> None:
        self.drawer_side.setVisible(stands and self.drawers.place is not None)
        self.drawers.is_over = not stands
        if stands:
            self.drawer_side.stand()
        else:
            room = self.across.size()
            self.drawer_side.lie_over(QRect(0, 0, min(width, room.width()), room.height()))

    def _place_cell(self, *, stands: bool, alone: bool) -> None:
        self.strip.setVisible(not stands)
        if stands:
            self.strip.setChecked(False)
            self.cell_side.stand()
            self.cell.setVisible(not alone)
            return
        room, strip = self.across.size(), px(STRIP)
        wide = min(px(WIDE_CELL), room.width() - strip)
        self.cell.setVisible(self.strip.isChecked())
        left = room.width() - strip - wide
        self.cell_side.lie_over(QRect(left, 0, wide, room.height()))

    def keep(self) -> None:
        """Drawer and cell panel keep their shares."""
        if not self._sides:
            # 0 is that of a closed drawer; one that is alone has the width of all.
            sizes = (0, 0, 0) if self.drawers.is_alone else self.across.sizes()
            pairs = zip(sizes, SIDES, strict=True)
            self._sides = [size / self._scale or usual for size, usual in pairs]

    def rescale(self) -> None:
        """Share the window as it was shared.  In another theme alone nothing has another size: the
        others would become as wide as the open drawer needs to be."""
        if self._scale == stroke(1):
            if not self._settling.isActive():  # else they are those of another scale before it
                self._sides.clear()
            return
        self._scale = stroke(1)
        self.cell.setMinimumWidth(px(CELL))
        self._settling.start()

    def _settle(self) -> None:
        """Share the window once everything has its size."""
        self._fit()
        drawer, _, cell = (round(side * self._scale) for side in self._sides)
        cell = min(cell, self.cell_side.maximumWidth())
        others = cell + drawer * self.drawer_side.isVisible()
        self.across.setSizes([drawer, max(0, sum(self.across.sizes()) - others), cell])
        self.middle.share()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.commands.retranslate()

    # -- Qt's events -------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keys on the review."""
        super().showEvent(event)
        self.reading_view.words.setFocus()
        QTimer.singleShot(0, self, self._fit)  # the splitter has its sizes only now

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            take(event)
            self._frame_drop()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._frame_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or read what is dropped."""
        take(event)
        self._frame_drop(False)
        self.opening.open_dropped(event.mimeData())

    def _frame_drop(self, over: bool = True) -> None:
        if self._drop_frame is not None:
            self._drop_frame.hide()
            self._drop_frame.deleteLater()
        self._drop_frame = DropFrame(self) if over else None

    def close_now(self) -> None:
        """Close without asking; a training is interrupted, to be resumed."""
        self._closes = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first if something is trained; let the session be written down, end all work."""
        if self.services.runs.training is not None and not self._closes:
            event.ignore()
            ask_to_close(self, self.services.runs, self.close_now)
            return
        self.drawers.stop()  # first: panels hand over what is only typed
        if self.remembers:
            self.closing.emit()
        self.services.stop()
        super().closeEvent(event)
