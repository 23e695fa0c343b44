"""`ModelsPanel`: the drawer of models: the library, files of the user's, the focused one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.library import Entry, bundled
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.i18n.texts import library_title
from gui.kit.drawer import Drawer, scrolling
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme
from gui.models.facts import FactsView
from gui.models.opener import ModelOpener
from gui.models.rows import ADD_WIDTH, ModelRow
from gui.settings import Settings

WIDTH = 280


class ModelsPanel(Drawer):
    """Lists models, opens them, and says what is known about the focused pane's.

    Signals:
        inspect_asked(): the user wants to look into the focused network.
    """

    inspect_asked = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        opener: ModelOpener,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(WIDTH, parent)
        self._session = session
        self._opener = opener
        self.setAcceptDrops(True)
        self._build()
        self._fill_library()
        self._fill_recent()
        self.subscribe(session.panes_changed, self._show_panes)
        self.subscribe(session.focus_changed, self.facts.show_network)
        self._opener.recent_changed.connect(self._fill_recent)
        self._opener.waiting.connect(self._show_waiting)
        self._show_panes()
        self.dress()

    # -- building ----------------------------------------------------------------

    def _build(self) -> None:
        self._title = _label("heading")
        self._library_title, self._validation = _label("caption"), _label("caption")
        self._recent_title = _label("caption")
        self._library = QVBoxLayout()
        self._library.setSpacing(0)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.entries: list[tuple[Entry, ModelRow]] = []
        self.recent: list[tuple[Path, ModelRow]] = []
        self.open = QPushButton()
        self.open.setIconSize(QSize(16, 16))
        self.open.clicked.connect(lambda: self._opener.ask(self.window(), self._session.focus))
        self._hint = _label("caption")
        self._hint.setWordWrap(True)
        self.facts = FactsView(self._session)
        self.facts.inspect_asked.connect(self.inspect_asked)

        heads = QHBoxLayout()
        heads.setContentsMargins(0, 0, ADD_WIDTH + 4, 0)
        heads.addWidget(self._library_title)
        heads.addStretch(1)
        heads.addWidget(self._validation)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(2 * GAP, 2 * GAP - 2, 2 * GAP - 4, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addLayout(heads)
        column.addLayout(self._library)
        column.addWidget(self._recent_title)
        column.addLayout(self._recent)
        column.addWidget(self.open)
        column.addWidget(self._hint)
        column.addSpacing(GAP)
        column.addWidget(self.facts)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(body))

    def _fill_library(self) -> None:
        for entry in bundled():
            row = self._row(entry.path)
            self._library.addWidget(row)
            self.entries.append((entry, row))

    def _fill_recent(self) -> None:
        for _, row in self.recent:
            row.setParent(None)
            row.deleteLater()
        self.recent = []
        for path in self._opener.recent():
            row = self._row(path)
            self._recent.addWidget(row)
            self.recent.append((path, row))
        self._recent_title.setVisible(bool(self.recent))
        rows = [*(row for _, row in self.entries), *(row for _, row in self.recent)]
        chain = [*(widget for row in rows for widget in (row, row.add)), self.open]
        for before, after in zip(chain, [*chain[1:], self.facts.copy], strict=True):
            self.setTabOrder(before, after)
        self._show_panes()
        self.retranslate()

    def _row(self, path: Path) -> ModelRow:
        row = ModelRow()
        row.clicked.connect(lambda: self._opener.open(path, self._session.focus))
        row.add_asked.connect(lambda: self._opener.open(path, add=True))
        return row

    # -- the session's events ----------------------------------------------------

    def _show_panes(self) -> None:
        panes = self._session.panes
        room = len(panes) < MAX_PANES
        for path, row in [
            *((entry.path, row) for entry, row in self.entries),
            *self.recent,
        ]:
            places = tuple(place for place, pane in enumerate(panes) if pane.network.path == path)
            row.show_places(places, room)
        self.facts.show_network()

    def _show_waiting(self, name: str) -> None:
        self._waits_for = name
        self._say_hint()

    # -- dropping ----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._mark(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file goes into the focused pane, others into panes of their own."""
        self._mark(False)
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        for nth, path in enumerate(paths[:MAX_PANES]):
            self._opener.open(path, self._session.focus, add=nth > 0)

    def _mark(self, over: bool) -> None:
        self.open.setStyleSheet(f"border: 1px dashed {theme().accent};" if over else "")

    # -- texts and colours -------------------------------------------------------

    _waits_for = ""

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Models"))
        self._library_title.setText(self.tr("Trained on the IMDB reviews"))
        self._validation.setText(self.tr("validation"))
        self._validation.setToolTip(self.tr("Accuracy on the held-out reviews"))
        self._recent_title.setText(self.tr("Recent files"))
        self.open.setText(self.tr("Open model…"))
        self.open.setToolTip(
            self.tr("Open a .keras, .h5, .onnx or .safetensors file in the focused pane")
        )
        for entry, row in self.entries:
            record = entry.record
            accuracy = record.validation_accuracy
            parameters = record.parameters
            caption = (
                ""
                if parameters is None
                else self.tr("{count} parameters").format(count=f"{parameters:,}")
            )
            number = "" if accuracy is None else f"{accuracy:.3f}"
            tip = self.tr("Click to show it in the focused pane; + adds a pane with it")
            row.say(library_title(entry.title), caption, number, tip)
        for path, row in self.recent:
            row.say(path.name, _folder(path), "", str(path))
        self._say_hint()

    def _say_hint(self) -> None:
        if self._waits_for:
            self._hint.setText(self.tr("Reading {name}…").format(name=self._waits_for))
        else:
            self._hint.setText(self.tr("or drop a model's file here"))

    def restyle(self) -> None:
        """Colour the icon."""
        self.open.setIcon(phosphor("ph.folder-open", color=theme().dim))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label


def _folder(path: Path) -> str:
    """The folder of a file, from the home folder where that is shorter."""
    try:
        return "~/" + str(path.parent.relative_to(Path.home()))
    except ValueError:
        return str(path.parent)
