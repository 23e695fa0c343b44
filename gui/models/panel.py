"""`ModelsPanel`: the drawer of models: the library, files of the user's, the focused one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from engine.counting import filled
from engine.library import LESSONS, LibraryEntry, bundled
from engine.network.formats.registry import EXTENSIONS
from engine.network.together import shown_name
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.i18n.texts import network_title
from gui.kit.drawer import Drawer, scrolling
from gui.kit.layouts import clear, column, row
from gui.kit.tips import tip
from gui.kit.widgets import label
from gui.look.icons import phosphor
from gui.look.meanings import meaning
from gui.look.scale import sized
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

    def __init__(self, session: Session, settings: Settings, opener: ModelOpener) -> None:
        super().__init__(WIDTH)
        self._session = session
        self._opener = opener
        self._build()
        for entry in bundled():
            self.entries.append((entry, self._add_row(self._library, entry.path)))
        self._fill_recent()
        self.subscribe(session.panes_changed, self._show_panes)
        self.subscribe(session.weights_changed, lambda _: self._show_panes())
        self.subscribe(session.focus_changed, self.facts.show_network)
        self._opener.recent_changed.connect(self._fill_recent)
        self._opener.waiting.connect(self._show_waiting)
        self._show_panes()
        self.dress()

    def open_part(self, names: Sequence[str]) -> None:
        """Open ``sine``, the bundled model that reads numbers, in a pane of its own if there is
        room."""
        if "sine" in names:
            has_room = len(self._session.panes) < MAX_PANES
            self._opener.open(LESSONS / "sine.keras", self._session.focus, add=has_room)

    # -- building ----------------------------------------------------------------

    def _build(self) -> None:
        self._title = label("heading")
        self._library_title, self._validation = label("caption"), label("caption")
        self._recent_title = label("caption")
        self._library, self._recent = column(spacing=0), column(spacing=0)
        self.entries: list[tuple[LibraryEntry, ModelRow]] = []
        self.recent: list[tuple[Path, ModelRow]] = []
        self.open = QPushButton()
        sized(self.open.setIconSize, QSize(16, 16))
        self.open.clicked.connect(lambda: self._opener.ask(self.window(), self._session.focus))
        self._hint = label("caption", wraps=True)
        self.facts = FactsView(self._session)
        self.facts.inspect_asked.connect(self.inspect_asked)

        over_number = (0, 0, ADD_WIDTH + 4, 0)
        body = QWidget()
        column(
            self._title,
            row(self._library_title, None, self._validation, margins=over_number),
            *(self._library, self._recent_title, self._recent, self.open, self._hint),
            *(GAP, self.facts, None),
            of=body,
            margins=(2 * GAP, 2 * GAP - 2, 2 * GAP - 4, 2 * GAP),
        )
        column(scrolling(body), of=self)

    def _fill_recent(self) -> None:
        clear(self._recent)
        self.recent = [(path, self._add_row(self._recent, path)) for path in self._opener.recent()]
        self._recent_title.setVisible(bool(self.recent))
        models = [model for _, model in (*self.entries, *self.recent)]
        chain = [*(widget for model in models for widget in (model, model.add)), self.open]
        for before, after in zip(chain, [*chain[1:], self.facts.copy], strict=True):
            self.setTabOrder(before, after)
        self._show_panes()
        self.retranslate()

    def _add_row(self, layout: QVBoxLayout, path: Path) -> ModelRow:
        model = ModelRow()
        model.clicked.connect(lambda: self._opener.open(path, self._session.focus))
        model.add_asked.connect(lambda: self._opener.open(path, add=True))
        layout.addWidget(model)
        return model

    # -- the session's events ----------------------------------------------------

    def _show_panes(self) -> None:
        panes = self._session.panes
        room = len(panes) < MAX_PANES
        for path, model in [*((entry.path, model) for entry, model in self.entries), *self.recent]:
            places = tuple(place for place, pane in enumerate(panes) if pane.network.path == path)
            model.show_places(places, room)
        self.facts.show_network()

    def _show_waiting(self, name: str) -> None:
        self._waits_for = name
        self._say_hint()

    # -- texts and colours -------------------------------------------------------

    _waits_for = ""

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Models"))
        self._library_title.setText(self.tr("Trained on the IMDB reviews"))
        self._validation.setText(self.tr("validation"))
        self._validation.setToolTip(tip(meaning("validation_accuracy")))
        self._recent_title.setText(self.tr("Recent files"))
        self.open.setText(self.tr("Open model…"))
        text = self.tr("Open a file in the focused pane: {extensions}")
        self.open.setToolTip(filled(text, {"extensions": ", ".join(EXTENSIONS)}))
        hint = self.tr("Click to show it in the focused pane; + adds a pane with it")
        for entry, model in self.entries:
            accuracy, parameters = entry.record.validation_accuracy, entry.record.parameters
            caption, number, says = "", "", [hint]
            if accuracy is not None:
                number = f"{accuracy:.3f}"
                says.append(meaning("validation_accuracy", number))
            if parameters is not None:
                caption = filled(self.tr("{count} parameters"), {"count": f"{parameters:,}"})
                says.append(meaning("parameters", f"{parameters:,}"))
            model.say(network_title(entry.title), caption, number, tip("\n".join(says)))
        for path, model in self.recent:
            model.say(shown_name(path), _folder(path), "", tip(str(path)))
        self._say_hint()

    def _say_hint(self) -> None:
        if self._waits_for:
            self._hint.setText(self.tr("Reading {name}…").format(name=self._waits_for))
        else:
            self._hint.setText(self.tr("or drop a model's file here"))

    def restyle(self) -> None:
        """Colour the icon."""
        self.open.setIcon(phosphor("ph.folder-open", color=theme().dim))


def _folder(path: Path) -> str:
    """The folder of a file, from the home folder where that is shorter."""
    try:
        return "~/" + str(path.parent.relative_to(Path.home()))
    except ValueError:
        return str(path.parent)
