"""`DictionaryView`: which dictionary turns words into ids; opens and closes."""

from __future__ import annotations

from pathlib import Path

import qtawesome
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.network.network import Network
from engine.session.session import Session
from engine.text.dictionary import START, UNKNOWN
from engine.text.tokenizers.guess import Guess
from gui.kit.view import View
from gui.look.theme import GAP, theme
from gui.review.dictionaries import Dictionaries, DictionaryChoice

SHOWN = 10
"""Ids in the preview."""

NONE = -1
"""A spin box stands here for "no such id"."""

MOST_OFFSET, MOST_ID = 100_000, 10_000_000
IMDB_IDS = 88_584 + 4
"""A network with more ids than this does not read IMDB's words."""


class DictionaryView(View):
    """The focused network's dictionary, its ids as they were guessed and why, and the first
    ten of them with their words, so that a wrong offset is seen at once."""

    def __init__(
        self, session: Session, dictionaries: Dictionaries, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._dictionaries = dictionaries
        self._waiting = ""
        self.folder = ""
        self._build()
        session.focus_changed.connect(self.show_dictionary)
        session.panes_changed.connect(self.show_dictionary)
        dictionaries.changed.connect(self.show_dictionary)
        dictionaries.waiting.connect(self._wait)
        self.dress()

    def stop(self) -> None:
        """Follow the session no more; the window closes."""
        self._session.focus_changed.disconnect(self.show_dictionary)
        self._session.panes_changed.disconnect(self.show_dictionary)

    # -- building ----------------------------------------------------------------

    def _build(self) -> None:
        self.head = QToolButton()
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(QSize(14, 14))
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.head.toggled.connect(self._open)
        self.facts, self.why, self.warning = QLabel(), QLabel(), QLabel()
        for label, role in (
            (self.facts, "caption"),
            (self.why, "caption"),
            (self.warning, "warning"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = QPushButton()
        self.menu = QMenu(self.choose)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.choose.setMenu(self.menu)
        self.reset = QPushButton()
        self.reset.clicked.connect(self._guess_again)
        self.offset, self.start, self.unknown = _Number(), _Number(), _Number()
        self.offset.setRange(-MOST_OFFSET, MOST_OFFSET)
        for box in (self.start, self.unknown):
            box.setRange(NONE, MOST_ID)
        self._labels = [QLabel() for _ in range(3)]
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(GAP, 0, 2, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.facts)
        column.addWidget(self.warning)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(GAP)
        details.addLayout(self._preview())
        details.addWidget(self.why)
        details.addLayout(self._fields())
        column.addWidget(self._details)
        self._body = _Body()
        self._body.setWidget(body)
        self._body.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.head)
        outer.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (label, box) in enumerate(
            zip(self._labels, (self.offset, self.start, self.unknown), strict=True)
        ):
            label.setProperty("role", "dim")
            label.setBuddy(box)
            box.valueChanged.connect(self._choose_ids)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        return grid

    def _preview(self) -> QGridLayout:
        """Two columns of ids with their words."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        self._heading = QLabel()
        self._heading.setProperty("role", "caption")
        grid.addWidget(self._heading, 0, 0, 1, 4)
        self.ids: list[tuple[QLabel, QLabel]] = []
        for place in range(SHOWN):
            id, word = QLabel(), QLabel()
            id.setProperty("role", "caption")
            id.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            id.setMinimumWidth(16)
            word.setTextFormat(Qt.TextFormat.PlainText)
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

    def _open(self, is_open: bool) -> None:
        self._body.setVisible(is_open)
        self.restyle()

    def _choose_ids(self) -> None:
        network = self.network
        if network is not None:
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
        self.menu.clear()
        network = self.network
        if network is None:
            return
        for path in self._dictionaries.of(network).beside:
            text = (
                self.tr("In the model itself")
                if path == network.path
                else self.tr("Beside the model: {name}").format(name=path.name)
            )
            action = self.menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(
                lambda checked=False, path=path: self._dictionaries.choose(path, network)
            )
        self.menu.addAction(self.tr("Choose a file…")).triggered.connect(self.ask)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("IMDB's words")).triggered.connect(
            lambda: self._dictionaries.use_imdb(network)
        )

    def ask(self) -> None:
        """Let the user choose a dictionary's file."""
        dialog = QFileDialog(self.window(), self.tr("Choose dictionary"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Dictionaries (*.json *.pickle *.pkl *.txt *.csv *.tsv *.keras)"),
                self.tr("All files (*)"),
            ]
        )
        network = self.network
        beside = network.path if network is not None else None
        if self.folder or beside is not None:
            dialog.setDirectory(self.folder or str(beside.parent if beside is not None else ""))
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.folder = str(Path(name).parent)
        self._dictionaries.choose(Path(name), self.network)

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
            box.blockSignals(True)
            box.setValue(NONE if value is None else value)
            box.blockSignals(False)
        self.reset.setVisible(choice.changed is not None)
        # Nothing can be wrong with the ids of a model of our own.
        self._details.setVisible(not choice.is_certain)
        self._say(network, choice)
        self._say_ids(choice)
        self._body.updateGeometry()

    def _say(self, network: Network, choice: DictionaryChoice) -> None:
        name = self._name(choice)
        self.head.setText(self.tr("Dictionary: {name}").format(name=self._short(name)))
        self.head.setAccessibleName(self.tr("Dictionary: {name}").format(name=name))
        count = f"{len(choice.dictionary.tokenizer):,}"
        if self._waiting:
            self.facts.setText(self.tr("Reading {name}…").format(name=self._waiting))
        elif choice.guess is None:
            self.facts.setText(self._say_imdb(choice, count))
        else:
            origin = {
                "inside": self.tr("{count} words, found in the model itself"),
                "beside": self.tr("{count} words, found beside the model"),
            }.get(choice.origin, self.tr("{count} words"))
            text = f"{name}\n" + origin.format(count=count)
            limit = choice.dictionary.tokenizer.limit
            if limit is not None and limit <= len(choice.dictionary.tokenizer):
                text += "\n" + self.tr("num_words: the first {count} are read").format(
                    count=f"{limit - 1:,}"
                )
            self.facts.setText(text)
        self.facts.setToolTip("" if choice.path is None else str(choice.path))
        if choice.changed is not None:
            self.why.setText(self.tr("You changed these ids."))
        else:
            self.why.setText(self._reason(choice.guess))
        warning = self._warning(network, choice)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))

    def _name(self, choice: DictionaryChoice) -> str:
        if choice.guess is not None:
            return choice.guessed.tokenizer.title
        if choice.origin == "assumed":
            return self.tr("IMDB's words assumed")
        return self.tr("IMDB's words")

    def _short(self, name: str) -> str:
        return self.head.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, 170)

    def _say_imdb(self, choice: DictionaryChoice, count: str) -> str:
        if choice.origin == "own":
            return self.tr("A model of Gatescope's own, trained on IMDB's most frequent words.")
        if choice.origin == "trained":
            return self.tr("A checkpoint of a run, trained on IMDB's most frequent words.")
        if choice.origin == "assumed":
            return self.tr(
                "No dictionary was found in the model or beside it, so the {count} most frequent "
                "words of IMDB are assumed. Choose the one that the model was trained with."
            ).format(count=count)
        return self.tr("The {count} most frequent words of IMDB, as you chose.").format(count=count)

    def _reason(self, guess: Guess | None) -> str:
        if guess is None or guess.reason == "imdb":
            return self.tr("Keras's load_data adds 3 to the ranks of IMDB's words.")
        return {
            "keras": self.tr("Keras's Tokenizer counts words from 1 and leaves 0 to padding."),
            "layer": self.tr("The layer's own list begins with the ids of no word."),
            "padding": self.tr("The dictionary itself has the padding at 0."),
            "fits": self.tr("The network has just as many ids as the dictionary."),
            "more": self.tr(
                "The network has {more} more ids than the dictionary, taken to stand in front."
            ).format(more=guess.more),
            "one": self.tr("The numbers begin above 0, which is left to padding."),
            "zero": self.tr("A list of words alone: 0 is taken to be left to padding."),
            "file": self.tr("The numbers are taken as they stand in the file."),
        }[guess.reason]

    def _warning(self, network: Network, choice: DictionaryChoice) -> str:
        size = network.vocabulary_size
        if size is None or choice.is_certain:
            return ""
        dictionary = choice.dictionary
        if choice.guess is None:
            if size > IMDB_IDS:
                return self.tr(
                    "The network knows {size} ids, more than IMDB has words: this is not its "
                    "dictionary."
                ).format(size=f"{size:,}")
            return ""
        beyond = sum(
            number + dictionary.offset >= size for number in dictionary.tokenizer.numbers.values()
        )
        limit = dictionary.tokenizer.limit
        if beyond and (limit is None or limit + dictionary.offset > size):
            return self.tr(
                "The network knows {size} ids: {beyond} words of the dictionary are beyond them "
                "and unknown to it."
            ).format(size=f"{size:,}", beyond=f"{beyond:,}")
        return ""

    def _say_ids(self, choice: DictionaryChoice) -> None:
        for (label, text), (id, word) in zip(
            self.ids, choice.dictionary.preview(SHOWN), strict=True
        ):
            label.setText(str(id))
            named = not word.startswith("#") and word not in ("", START, UNKNOWN)
            shown = word.encode("utf-8", "replace").decode()
            if word == "":
                shown = self.tr("padding")
            elif word == START:
                shown = self.tr("start mark")
            elif word == UNKNOWN:
                shown = self.tr("unknown word")
            elif not named and word == f"#{id}":
                shown = "–"
            text.setText(shown)
            text.setToolTip(shown)
            role = "" if shown == word else "caption"
            if text.property("role") != role:
                text.setProperty("role", role)
                text.style().polish(text)

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.head.setToolTip(self.tr("What turns words into ids for the focused network"))
        self.choose.setText(self.tr("Choose dictionary"))
        self.reset.setText(self.tr("As guessed"))
        self.reset.setToolTip(self.tr("Undo your changes of the ids"))
        texts = (
            (self.tr("Offset"), self.tr("What is added to every number of the dictionary")),
            (self.tr("Start mark"), self.tr("The id in front of every text, if there is one")),
            (self.tr("Unknown words"), self.tr("The id that is read for them, if they are read")),
        )
        boxes = (self.offset, self.start, self.unknown)
        for label, box, (name, tip) in zip(self._labels, boxes, texts, strict=True):
            label.setText(name)
            box.setAccessibleName(name)
            box.setToolTip(tip)
        self.start.setSpecialValueText(self.tr("none"))
        self.unknown.setSpecialValueText(self.tr("dropped"))
        self._heading.setText(self.tr("The first ids"))
        self.show_dictionary()

    def restyle(self) -> None:
        """Point the arrow."""
        name = "ph.caret-down" if self.head.isChecked() else "ph.caret-right"
        self.head.setIcon(qtawesome.icon(name, color=theme().dim))


class _Number(QSpinBox):
    """A whole number; one that is still being typed is not read, and who scrolls past it
    does not change it."""

    def __init__(self) -> None:
        super().__init__()
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setMinimumWidth(112)
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
        return QSize(0, min(96, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
