"""`DictionaryView`: which dictionary turns words into ids; opens and closes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from engine.network.network import Network
from engine.replay.ways_on import own_words
from engine.session.session import Session
from engine.text.dictionary import START, UNKNOWN
from gui.kit import layouts
from gui.kit.asking import ask_for_file
from gui.kit.form import Expander, Form, set_quietly
from gui.kit.layouts import grid_of
from gui.kit.menus import empty
from gui.kit.widgets import label, push_button
from gui.look.alignment import AT_RIGHT
from gui.look.dressing import polish_again
from gui.look.scale import px, sized
from gui.look.theme import GAP
from gui.review.dictionaries import Dictionaries, DictionaryChoice
from gui.review.dictionary_text import facts_of, name_of, reason_of, warning_of

SHOWN = 10
"""Ids in the preview."""

NONE = -1
"""A spin box stands here for "no such id"."""

MAX_OFFSET, MAX_ID = 100_000, 10_000_000


class DictionaryView(Expander):
    """The focused network's dictionary, its ids as they were guessed and why, and the first
    ten of them with their words, so that a wrong offset is seen at once."""

    def __init__(
        self, session: Session, dictionaries: Dictionaries, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._dictionaries = dictionaries
        self._waiting = ""
        self._folder: Path | None = None  # of the dictionary that was chosen last
        self._build()
        self.subscribe(session.focus_changed, self.show_dictionary)
        self.subscribe(session.panes_changed, self.show_dictionary)
        dictionaries.changed.connect(self.show_dictionary)
        dictionaries.waiting.connect(self._wait)
        self.dress()

    # -- building ----------------------------------------------------------------

    def _build(self) -> None:
        self.facts, self.why, self.warning = (
            label(role, wraps=True, is_plain=True) for role in ("caption", "caption", "warning")
        )
        self.choose = QPushButton()
        self.menu = QMenu(self.choose)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.choose.setMenu(self.menu)
        self.reset = push_button(self._guess_again)
        self.offset, self.start, self.unknown = _Number(), _Number(), _Number()
        self.offset.setRange(-MAX_OFFSET, MAX_OFFSET)
        for box in (self.start, self.unknown):
            box.setRange(NONE, MAX_ID)
        self._form = Form()
        for box in (self.offset, self.start, self.unknown):
            self._form.add(box)
            box.valueChanged.connect(self._choose_ids)
        body, self._details = QWidget(), QWidget()
        layouts.column(self._preview(), self.why, self._form, of=self._details)
        buttons = layouts.row(self.choose, self.reset, None)
        parts = (self.facts, self.warning, buttons, self._details)
        layouts.column(*parts, of=body, margins=(GAP, 0, 2, GAP))
        self._body = _Body()
        self._body.setWidget(body)
        self.set_body(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _preview(self) -> QGridLayout:
        """Two columns of ids with their words."""
        grid = grid_of(across=GAP, down=2)
        self._heading = label("caption")
        grid.addWidget(self._heading, 0, 0, 1, 4)
        self.ids: list[tuple[QLabel, QLabel]] = []
        for place in range(SHOWN):
            id, word = label("caption"), label(is_plain=True)
            id.setAlignment(AT_RIGHT)
            sized(id.setMinimumWidth, 16)
            word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row, side = 1 + place % (SHOWN // 2), 2 * (place // (SHOWN // 2))
            grid.addWidget(id, row, side)
            grid.addWidget(word, row, side + 1)
            self.ids.append((id, word))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    # -- the user's hand ---------------------------------------------------------

    @property
    def network(self) -> Network | None:
        """The focused network, where it reads words."""
        pane = self._session.focused
        return pane.network if pane is not None and pane.network.reads_words else None

    def _choose_ids(self) -> None:
        if (network := self.network) is not None:
            start, unknown = self.start.value(), self.unknown.value()
            self._dictionaries.set_ids(
                network,
                self.offset.value(),
                None if start == NONE else start,
                None if unknown == NONE else unknown,
            )

    def _guess_again(self) -> None:
        if self.network is not None:
            self._dictionaries.guess_again(self.network)

    def _fill_menu(self) -> None:
        """Made anew each time: what lies beside the model, a file of choice, IMDB's."""
        empty(self.menu)
        if (network := self.network) is None:
            return
        for path in self._dictionaries.of(network).beside:
            text = (
                self.tr("In the model itself")
                if path == network.path
                else self.tr("Beside the model: {name}").format(name=path.name)
            )
            choose = partial(self._dictionaries.choose, path, network)
            self.menu.addAction(text.replace("&", "&&"), choose)
        self.menu.addAction(self.tr("Choose a file…")).triggered.connect(self.ask)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("IMDB's words"), partial(self._dictionaries.use_imdb, network))
        if own_words(network):
            self._add_written(network)

    def _add_written(self, network: Network) -> None:
        """The words that a decoder writes, which are none of those that are read."""
        chosen = self._dictionaries.written_by(network)
        title = self.tr("What its decoder writes")
        self.menu.addSection(title if chosen is None else f"{title}: {chosen.name}")
        self.menu.addAction(self.tr("Choose a file for the decoder…")).triggered.connect(
            self.ask_written
        )
        if chosen is not None:
            text = self.tr("As beside the model")
            self.menu.addAction(text, partial(self._dictionaries.forget_written, network))

    def ask_written(self) -> None:
        """Let the user choose the words that the decoder writes."""
        if (network := self.network) is None:
            return
        ask_for_file(
            self.window(),
            self.tr("Choose the decoder's dictionary"),
            partial(self._dictionaries.choose_written, network=network),
            filters=(self._kinds, self.tr("All files (*)")),
            folder=self._folder or (network.path and network.path.parent),
        )

    @property
    def _kinds(self) -> str:
        return self.tr(
            "Dictionaries (*.json *.pickle *.pkl *.txt *.csv *.tsv *.xlsx *.ods *.keras)"
        )

    def ask(self) -> None:
        """Let the user choose a dictionary's file."""
        filters = (self._kinds, self.tr("All files (*)"))
        model = None if self.network is None else self.network.path
        ask_for_file(
            self.window(),
            self.tr("Choose dictionary"),
            self._chosen,
            filters=filters,
            folder=self._folder or (model and model.parent),
        )

    def _chosen(self, path: Path) -> None:
        self._folder = path.parent
        self._dictionaries.choose(path, self.network)

    # -- what it says ------------------------------------------------------------

    def _wait(self, name: str) -> None:
        self._waiting = name
        self.show_dictionary()

    def show_dictionary(self, *_: object) -> None:
        """Say what the focused network's dictionary is."""
        network = self.network
        if self.parent() is not None:  # without one it would be a window
            self.setVisible(network is not None)
        if network is None:
            return
        choice = self._dictionaries.of(network)
        boxes = (self.offset, self.start, self.unknown)
        for box, value in zip(boxes, choice.dictionary.marks, strict=True):
            set_quietly(box, NONE if value is None else value)
        self.reset.setVisible(choice.changed is not None)
        # Nothing can be wrong with the ids of a model of our own, or is there without any.
        self._details.setVisible(not choice.is_certain and choice.problem is None)
        self._say(network, choice)
        self._say_ids(choice)
        self._body.updateGeometry()

    def _say(self, network: Network, choice: DictionaryChoice) -> None:
        of_view = self._dictionaries.is_borrowed(network)
        name = name_of(choice)
        text = (
            self.tr("The view's dictionary: {name}") if of_view else self.tr("Dictionary: {name}")
        )
        short = self.head.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, px(170))
        self.head.setText(text.format(name=short))
        self.head.setAccessibleName(text.format(name=name))
        reading = self.tr("Reading {name}…").format(name=self._waiting)
        facts = facts_of(choice)
        if of_view:
            facts += "\n" + self.tr(
                "It came with the view. Opened by itself, the model has its own."
            )
        self.facts.setText(reading if self._waiting else facts)
        self.facts.setToolTip("" if choice.path is None else str(choice.path))
        self.why.setText(
            reason_of(choice.guess) if choice.changed is None else self.tr("You changed these ids.")
        )
        warning = warning_of(network, choice)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))

    def _say_ids(self, choice: DictionaryChoice) -> None:
        names = {
            "": self.tr("padding"),
            START: self.tr("start mark"),
            UNKNOWN: self.tr("unknown word"),
        }
        preview = choice.dictionary.preview(SHOWN)
        for (number, text), (id, word) in zip(self.ids, preview, strict=True):
            number.setText(str(id))
            drawable = word.encode("utf-8", "replace").decode()
            shown = names.get(word, "–" if word == f"#{id}" else drawable)
            text.setText(shown)
            text.setToolTip(shown)
            role = "" if shown == word else "caption"
            if text.property("role") != role:
                text.setProperty("role", role)
                polish_again(text)

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.head.setToolTip(self.tr("What turns words into ids for the focused network"))
        self.choose.setText(self.tr("Choose dictionary"))
        self.reset.setText(self.tr("As guessed"))
        self.reset.setToolTip(self.tr("Undo your changes of the ids"))
        self._form.name(
            {
                self.offset: (
                    self.tr("Offset"),
                    self.tr("What is added to every number of the dictionary"),
                ),
                self.start: (
                    self.tr("Start mark"),
                    self.tr("The id in front of every text, if there is one"),
                ),
                self.unknown: (
                    self.tr("Unknown words"),
                    self.tr("The id that is read for them, if they are read"),
                ),
            }
        )
        self.start.setSpecialValueText(self.tr("none"))
        self.unknown.setSpecialValueText(self.tr("dropped"))
        self._heading.setText(self.tr("The first ids"))
        self.show_dictionary()


class _Number(QSpinBox):
    """A whole number; who scrolls past it does not change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area unless the number has the keys."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Body(QScrollArea):
    """As high as what is in it, less where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """The height of the contents at this width."""
        width = max(self.viewport().width(), 200)
        inside = self.widget()
        layout = None if inside is None else inside.layout()
        return QSize(width, 0 if layout is None else layout.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few lines, or all of it."""
        return QSize(0, min(px(96), self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
