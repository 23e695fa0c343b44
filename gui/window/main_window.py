"""`MainWindow`: places the views and wires them to the session.  No more than that."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.sequence import Sequence
from engine.session.session import Session
from gui.cell.panel import CellPanel
from gui.kit.notice import Notice
from gui.kit.work import stop_all
from gui.look.dressing import apply_theme
from gui.look.theme import GAP
from gui.models.class_names import ClassNames
from gui.models.opener import ModelOpener
from gui.models.proof import ProofKeeper
from gui.numbers.numbers import Numbers
from gui.numbers.strip import SeriesStrip
from gui.panes.pane import PaneView
from gui.panes.prediction import PredictionView
from gui.playback.bar import PlaybackBar
from gui.playback.player import Player
from gui.review.reading import Reading
from gui.review.shade_menu import ReviewHeader
from gui.review.words import WordsView
from gui.settings import Settings
from gui.training.closing import ask_to_close
from gui.training.epoch_bar import EpochBar
from gui.training.keeper import RunKeeper, is_run
from gui.training.run_notices import RunNotices
from gui.training.watch import RunWatch
from gui.window.arrivals import Arrivals
from gui.window.commands import Actions
from gui.window.rail import Rail

NARROW = 1180
"""Below this width an open drawer takes the cell panel's place."""

NARROW_TRAINING = 1300
"""The same for the drawer of training, which is wider."""


class MainWindow(QMainWindow):
    """The window: rail, drawer, the review and the panes, the cell, the playback bar.

    Signals:
        closing(): the last moment at which the session is whole, to write it down.
    """

    closing = Signal()
    _delivered = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.remembers = True  # not when only a picture is taken
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="replay")
        self._delivered.connect(lambda call: call(), Qt.ConnectionType.QueuedConnection)
        self.session = Session()
        self.opener = ModelOpener(self.session, settings, self)
        self.proofs = ProofKeeper(self.session, self)
        self.runs = RunKeeper(self)
        self.watch = RunWatch(self.session, self.runs, self)
        self.proofs.held = self.watch.is_passing
        self.player = Player(self.session, settings.speed, self)
        self.reading = Reading(self.session, settings, self)
        self.numbers = Numbers(self.session, settings, self)
        self.session.prepare = self._prepare
        self.class_names = ClassNames(settings, self)
        self.class_names.words = self._answers_in_words
        self._build()
        self.actions_ = Actions(self)
        self._connect()
        self.setAcceptDrops(True)
        self.setWindowTitle("Gatescope")
        self.setMinimumSize(760, 520)

    # -- building ----------------------------------------------------------------

    def _build(self) -> None:
        self.rail = Rail()
        self.drawer = QWidget()
        self.drawer.setObjectName("drawer")
        self.drawer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.drawer.hide()
        drawer_column = QVBoxLayout(self.drawer)
        drawer_column.setContentsMargins(0, 0, 0, 0)
        self._panels: dict[str, QWidget] = {}
        self._shown: object = None
        self.notice = Notice()
        self.header = ReviewHeader(self.session)
        self.words = WordsView(self.session)
        self.strip = SeriesStrip(self.session, self.numbers)
        self.strip.hide()
        self.prediction = PredictionView(self.session)
        self.panes: list[PaneView] = []
        self._pane_splitter = QSplitter(Qt.Orientation.Horizontal)
        self._pane_splitter.setHandleWidth(2 * GAP)
        self._pane_splitter.setChildrenCollapsible(False)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.header)
        column.addWidget(self.words, 1)
        column.addWidget(self.strip, 1)
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.setHandleWidth(GAP)
        self.middle.setChildrenCollapsible(False)
        for widget in (reading, self.prediction, self._pane_splitter):
            self.middle.addWidget(widget)
        for place, stretch in enumerate((0, 0, 1)):
            self.middle.setStretchFactor(place, stretch)
        self.centre = QWidget()
        centre_column = QVBoxLayout(self.centre)
        centre_column.setContentsMargins(20, 14, 20, GAP)
        centre_column.setSpacing(GAP)
        centre_column.addWidget(self.notice)
        centre_column.addWidget(self.middle, 1)
        self.cell = CellPanel(self.session, self.class_names)
        self.cell.setMinimumWidth(280)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.across.setHandleWidth(1)
        self.across.setChildrenCollapsible(False)
        for widget in (self.drawer, self.centre, self.cell):
            self.across.addWidget(widget)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([290, 1030, 340])
        self.playback = PlaybackBar(self.session, self.player)
        self.epochs = EpochBar(self.session, self.watch, self.player)
        self.playback.whole.setChecked(self.settings.whole)
        self.playback.stretched.setChecked(self.settings.stretched)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.rail)
        top.addWidget(self.across, 1)
        whole = QWidget()
        whole_column = QVBoxLayout(whole)
        whole_column.setContentsMargins(0, 0, 0, 0)
        whole_column.setSpacing(0)
        whole_column.addLayout(top, 1)
        whole_column.addWidget(self.epochs)
        whole_column.addWidget(self.playback)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        session = self.session
        session.panes_changed.connect(self._show_panes)
        session.weights_changed.connect(self._show_weights)
        session.traces_changed.connect(self._show_traces)
        session.step_changed.connect(self._show_step)
        session.units_changed.connect(self._show_units)
        session.focus_changed.connect(self._show_focus)
        session.shade_changed.connect(self._show_shade)
        session.failed.connect(self.show_error)
        self.opener.failed.connect(self.show_error)
        self.reading.failed.connect(self.show_error)
        self.numbers.failed.connect(self.show_error)
        self.numbers.opened.connect(self.notice.clear_errors)
        self.reading.opened.connect(self.numbers.forget)
        self.reading.opened.connect(self.notice.clear_errors)
        self.opener.opened.connect(self.notice.clear_errors)
        self.notice.closed.connect(self._focus_reading)
        self.proofs.changed.connect(self._show_badge)
        self.runs.failed.connect(self.show_error)
        self.runs.ended.connect(self._show_end)
        self.runs.followed.connect(self._show_followed)
        self.runs.changed.connect(self._show_training)
        self.watch.failed.connect(self.show_error)
        self.run_notices = RunNotices(
            self.runs, self.watch, self.notice, self.show_runs, self._sees_runs, self
        )
        self.playback.whole_asked.connect(self._show_whole)
        self.playback.stretched_asked.connect(self._stretch)
        self.rail.drawer_asked.connect(self.show_drawer)
        self.rail.menu_asked.connect(self.actions_.show_menu)
        self.header.details.clicked.connect(self.show_details)
        self.arrivals = Arrivals(self)
        self.class_names.failed.connect(self.show_error)
        self.reading.dictionaries.changed.connect(self.class_names.forget_words)
        self.cell.answer.names_asked.connect(lambda: self.name_classes(session.focus))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def work_in_background(self) -> None:
        """From now on replays run beside the window (the first one runs before it)."""
        self.session.use(self._executor, self._delivered.emit)
        self.runs.begin(Path(name) for name in self.settings.followed)

    # -- the session's events ----------------------------------------------------

    def _show_panes(self) -> None:
        wanted = len(self.session.panes)
        while len(self.panes) > wanted:
            view = self.panes.pop()
            view.setParent(self)  # out of the splitter, and still Qt's to delete
            view.deleteLater()
        for place in range(wanted):
            if place >= len(self.panes):
                view = PaneView(self.session, place)
                view.menu_asked.connect(lambda place=place: self._pane_menu(place))
                view.stretched = self.playback.stretched.isChecked()
                self._pane_splitter.addWidget(view)
                self._pane_splitter.setStretchFactor(place, 1)
                self.panes.append(view)
            else:
                self.panes[place].show_network()
        if wanted:
            self._pane_splitter.setSizes([1000] * wanted)
        self.cell.show_panes()
        self.proofs.watch()
        for place in range(wanted):
            self._show_badge(place)

    def _show_weights(self, place: int) -> None:
        self.panes[place].show_network()
        self._show_badge(place)
        self.proofs.watch()
        self.cell.show_panes()

    def _show_traces(self) -> None:
        if self.session.sequence is not self._shown:
            # Reading on by itself belongs to what it was started in.
            self._shown = self.session.sequence
            self.player.pause()
        for view in self.panes:
            view.show_trace()
            view.show_whole(self.playback.whole.isChecked())
        reads_words = self.session.sequence is None or self.session.review is not None
        self.words.setVisible(reads_words)
        self.strip.setVisible(not reads_words)
        self.header.show_trace()
        self.reading_view.show_trace()
        self.prediction.show_trace()
        self.prediction.show_whole(self.playback.whole.isChecked())
        self.reading_view.show_whole(self.playback.whole.isChecked())
        self.playback.show_trace()
        self.cell.show_focus()

    def _show_step(self, step: int) -> None:
        for view in self.panes:
            view.show_step(step)
        self.prediction.show_step(step)
        self.reading_view.show_step(step)
        self.playback.show_step(step)
        self.cell.show_step(step)

    def _show_units(self, place: int) -> None:
        self.panes[place].show_units()
        if self.session.shade.pane == place and self.session.shade.unit is None:
            self._show_shade()
        if place == self.session.focus:
            self.cell.show_units()

    def _show_focus(self, place: int) -> None:
        self.cell.show_focus()
        self.words.viewport().update()
        self.strip.update()

    def _show_shade(self) -> None:
        self.words.show_shade()
        self.strip.show_shade()
        self.header.shade.show_shade()
        self.cell.show_shade()

    def _show_badge(self, place: int) -> None:
        if place < len(self.panes):
            state = self.proofs.state(place)
            self.panes[place].show_badge(state.text, state.role, state.tip)
            self.panes[place].show_facts(self._facts(place))

    def _facts(self, place: int) -> str:
        """How good the network of a pane is: at this epoch, if it is one of a run."""
        shown = self.watch.shown(place)
        entry = None if shown is None else shown.entry
        if entry is not None and "val_accuracy" in entry:
            return self.tr("validation {accuracy}").format(
                accuracy=f"{float(entry['val_accuracy']):.3f}"
            )
        return self.opener.facts(self.session.panes[place].network)

    def _show_whole(self, whole: bool) -> None:
        for view in self.panes:
            view.show_whole(whole)
        self.prediction.show_whole(whole)
        self.reading_view.show_whole(whole)

    def _stretch(self, stretched: bool) -> None:
        for view in self.panes:
            view.stretched = stretched
            view.show_trace()

    # -- what the actions ask ----------------------------------------------------

    def show_error(self, error: GatescopeError) -> None:
        """Say in place what went wrong; everything else stays as it was."""
        self.notice.show_error(error)

    def show_drawer(self, name: str) -> None:
        """Open a drawer ("models", "reviews", "numbers" or "train"), or close it with ""."""
        if name and name not in self._panels:
            self._panels[name] = self._make_panel(name)
            layout = self.drawer.layout()
            assert layout is not None
            layout.addWidget(self._panels[name])
        for other, panel in self._panels.items():
            panel.setVisible(other == name)
        self.drawer.setVisible(bool(name))
        self.settings.drawer = name
        self.rail.show_drawer(name)
        train = self._panels.get("train")
        alone = name == "train" and train is not None and self._is_wide
        self.centre.setVisible(not alone)
        # What is said is said where the user looks.
        (self.drawer if alone else self.centre).layout().insertWidget(0, self.notice)  # type: ignore[union-attr]
        self._fit()

    _is_wide = False

    def _widen(self, wide: bool) -> None:
        """Give the training the whole width, or its place beside the review again."""
        self._is_wide = wide
        self.show_drawer(self.settings.drawer)
        if wide:
            self._panels["train"].setFocus()  # what had the keys is out of sight
        self._focus_reading()

    def _focus_reading(self) -> None:
        """Give the keys to what is read, if it can be seen."""
        if self.reading_view.isVisible():
            self.reading_view.setFocus()

    @property
    def reading_view(self) -> WordsView | SeriesStrip:
        """What shows the sequence: its words, or its numbers."""
        is_words = self.session.sequence is None or self.session.review is not None
        return self.words if is_words else self.strip

    def _make_panel(self, name: str) -> QWidget:
        # Imported when first opened: most sessions begin with the drawers closed.
        if name == "models":
            from gui.models.panel import ModelsPanel

            models = ModelsPanel(self.session, self.settings, self.opener)
            models.inspect_asked.connect(lambda: self.inspect(self.session.focus))
            return models
        if name == "train":
            from gui.training.panel import TrainPanel

            panel = TrainPanel(self.session, self.settings, self.reading, self.runs, self.watch)
            panel.wide_asked.connect(self._widen)
            panel.started.connect(self._focus_reading)
            panel.runs.renamed.connect(self.run_notices.offer_to_rename)
            panel.runs.follow_asked.connect(self.follow)
            return panel
        if name == "numbers":
            from gui.numbers.panel import NumbersPanel

            return NumbersPanel(self.session, self.settings, self.numbers)
        from gui.review.browser import ReviewsPanel

        return ReviewsPanel(self.session, self.settings, self.reading)

    def panel(self, name: str) -> QWidget:
        """The panel of a drawer, which is opened."""
        self.show_drawer(name)
        return self._panels[name]

    def browse(self, way: str) -> None:
        """Open the "next", "previous" or a "random" review: of those that the filter of the
        reviews' drawer admits, once that has been opened.  Of numbers, a window."""
        if self.session.sequence is not None and self.session.review is None:
            getattr(self.numbers, way)()
            return
        getattr(self._panels.get("reviews", self.reading), way)()

    def toggle_drawer(self, name: str) -> None:
        """Open a drawer, or close it if it is open."""
        self.show_drawer("" if self.settings.drawer == name else name)

    def _pane_menu(self, place: int) -> None:
        from gui.models.menu import network_menu

        button = self.panes[place].name
        menu = network_menu(self, self.session, self.opener, place)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    # -- the networks ------------------------------------------------------------

    def _prepare(self, network: Network, sequence: Sequence) -> Sequence:
        """What one network reads: in its own dictionary, with its auxiliary inputs."""
        return self.numbers.prepare(network, self.reading.dictionaries.prepare(network, sequence))

    def _answers_in_words(self, network: Network, count: int) -> tuple[str, ...]:
        """The names of classes that are the words of a network's own dictionary."""
        if not network.reads_words or abs(count - (network.vocabulary_size or 0)) > 1:
            return ()
        dictionary = self.reading.dictionaries.of(network).dictionary
        return tuple(dictionary.word_of(id) or self.tr("padding") for id in range(count))

    def inspect(self, place: int, layer: str | None = None) -> None:
        """Look into the network of a pane."""
        from gui.inspector.window import open_inspector

        if place < len(self.session.panes):
            open_inspector(self, self.session, place, layer)

    def inspect_network(self, network: Network) -> None:
        """Look into a network in which nothing can be watched."""
        from gui.inspector.window import open_inspector_for

        open_inspector_for(self, network)

    def read_for(self, network: Network) -> None:
        """Let a network read what it can: a review, or a series."""
        if network.reads_words and self.session.review is None:
            if self.reading.number is None:
                self.reading.restore()
            else:
                self.reading.open_number(self.reading.number)
            return
        shows_numbers = self.session.sequence is not None and self.session.review is None
        if not network.reads_words and not shows_numbers and not self.numbers.restore():
            self.numbers.use("sine" if network.features == 1 else "normal")

    def choose_layers(self, place: int) -> None:
        """Let the user choose which recurrent layers of a network fill the panes."""
        from gui.models.layers_dialog import LayersDialog

        if place < len(self.session.panes):
            LayersDialog(self, self.session, place).open()

    def name_classes(self, place: int) -> None:
        """Let the user choose what the classes of a network are called."""
        if place < len(self.session.panes):
            self.class_names.ask(self, self.session.panes[place].network)

    # -- runs --------------------------------------------------------------------

    def follow(self, path: Path) -> None:
        """Follow the run in a folder, and watch it."""
        self.runs.follow(path)

    def _show_followed(self, path: Path) -> None:
        self.watch.await_run(path)
        self.show_runs()

    def show_runs(self) -> None:
        """Open the table of runs."""
        self.panel("train").show_tab("runs")  # type: ignore[attr-defined]

    def _show_training(self) -> None:
        """Say on the rail how far the training is, wherever the user is."""
        known = self.runs.find(self.runs.training)
        self.rail.show_training(None if known is None else known.run.share)
        for place in range(len(self.panes)):
            self._show_badge(place)

    def _show_end(self) -> None:
        """The weights that are shown stay: now they are compared with Keras."""
        self.proofs.watch()
        for place in range(len(self.panes)):
            self._show_badge(place)

    def _sees_runs(self) -> bool:
        return self.settings.drawer == "train" and self.settings.training_tab == "runs"

    def show_details(self) -> None:
        """Show the raw text, the tokens and the ids."""
        from gui.review.details import DetailsDialog

        if self.session.review is not None:
            DetailsDialog(self.session, self).show()

    def use_theme(self, choice: str) -> None:
        """Change the look at once."""
        self.settings.theme = choice
        apply_theme(choice)

    def _follow_system(self) -> None:
        if self.settings.theme == "system":
            apply_theme("system")

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.words.retranslate()
        self.actions_.retranslate()
        for place in range(len(self.panes)):
            self._show_badge(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keys on the review."""
        super().showEvent(event)
        self.words.setFocus()

    # -- Qt's events -------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "actions_"):
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the drawer and the cell panel take turns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        drawer = self.settings.drawer
        narrow = self.width() < (NARROW_TRAINING if drawer == "train" else NARROW)
        alone = drawer == "train" and self._is_wide
        self.cell.setVisible(not alone and not (narrow and bool(drawer)))
        self.cell.setMaximumWidth(296 if narrow else 460)
        left, centre, cell = self.across.sizes()
        if cell > self.cell.maximumWidth():
            self.across.setSizes([left, centre + cell - 296, 296])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a model, a table or a folder of reviews; read a text."""
        data = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if not paths and data.hasText():
            self.reading.read_text(data.text())
            return
        for nth, path in enumerate(paths):
            self.open_path(path, add=nth > 0)

    @property
    def _reads_numbers(self) -> bool:
        """Whether the focused network does: then a list of numbers is no dictionary."""
        pane = self.session.focused
        return pane is not None and not pane.network.reads_words

    def open_path(self, path: Path, *, add: bool = False) -> None:
        """Open whatever this is; a model in a pane of its own if that is asked for."""
        from engine.numbers.files import is_numbers
        from engine.text.tokenizers.reading import is_tokenizer

        if is_run(path):
            self.follow(path)
        elif is_tokenizer(path) and not (is_numbers(path) and self._reads_numbers):
            self.reading.dictionaries.choose(path)
        elif is_numbers(path):
            self.numbers.open_path(path)
        elif path.is_dir() or path.suffix.lower() in (".csv", ".tsv", ".txt"):
            self.reading.open_source(path)
        else:
            self.opener.open(path, place=self.session.focus, add=add)

    _closing = False

    def close_now(self) -> None:
        """Close without asking; a training is interrupted, to be resumed."""
        self._closing = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first if something is trained; let the session be remembered, end all work."""
        if self.runs.training is not None and not self._closing:
            event.ignore()
            ask_to_close(self, self.runs, self.close_now)
            return
        if self.remembers:
            self.closing.emit()
        self.player.pause()
        self.reading.stop()
        self.numbers.stop()
        self.opener.stop()
        self.proofs.stop()
        self.watch.stop()
        self.runs.shut_down()
        for panel in self._panels.values():
            stop = getattr(panel, "stop", None)
            if callable(stop):
                stop()
        stop_all()
        self.session.use(None, None)
        self._executor.shutdown(wait=True, cancel_futures=True)
        super().closeEvent(event)
