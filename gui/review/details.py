"""`DetailsDialog`: what a network reads of a review: text, words, ids, cut and padded."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHeaderView,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QWidget,
)

from engine.session.session import Session
from engine.text.dictionary import START
from engine.text.review import Review
from gui.i18n.context import translator
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.alignment import AT_LEFT, AT_RIGHT
from gui.look.scale import px, sized
from gui.look.theme import GAP, theme
from gui.naming import pane_names
from gui.review.counts import cut_text, steps_text

_tr = translator("TokenTable")

Index = QModelIndex | QPersistentModelIndex
COLUMNS = 4
MAX_TEXT = 50_000
"""Characters of the raw text that are laid out."""


class TokenTable(QAbstractTableModel):
    """Every token of a review and every step of padding, in the order of reading.

    A row is a token; padding lies where the encoding puts it.  Nothing is copied: the row
    is looked up in the review when it is drawn.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._before = 0

    def show(self, review: Review | None) -> None:
        """List another review."""
        self.beginResetModel()
        self._review = review
        # Padding in front lies between the words cut in front and the first that is kept.
        in_front = review is not None and bool(len(review)) and bool(review.padding[0])
        self._before = int(review.padding.sum()) if review is not None and in_front else 0
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Tokens and padding."""
        if self._review is None or (parent is not None and parent.isValid()):
            return 0
        return len(self._review.tokens) + int(self._review.padding.sum())

    def columnCount(self, parent: Index | None = None) -> int:
        """Step, word, id, what became of it."""
        return COLUMNS

    def place(self, row: int) -> tuple[int | None, int | None]:
        """The token and the step, each from 0, of a row; None where it has none."""
        assert self._review is not None
        first, last = self._review.span
        if row < first:
            return row, None
        step = row - first
        if step < len(self._review):
            if self._review.padding[step]:
                return None, step
            return first + step - self._before, step
        return last + step - len(self._review), None

    def row_of(self, step: int) -> int:
        """The row of a step."""
        return 0 if self._review is None else self._review.span[0] + step

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        if (review := self._review) is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(AT_RIGHT if column in (0, 2) else AT_LEFT)
        roles = Qt.ItemDataRole
        if role not in (roles.DisplayRole, roles.ForegroundRole, roles.FontRole):
            return None
        token, step = self.place(index.row())
        unknown = token is not None and self._unknown(review, token)
        if role == Qt.ItemDataRole.ForegroundRole:
            look = theme()
            if step is None or token is None:
                return QColor(look.faint)
            return QColor(look.warning if unknown and column > 1 else look.text)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setStrikeOut(step is None and column == 1)
            font.setUnderline(unknown and column == 1)
            return font
        if column == 0:
            return "" if step is None else f"{step + 1:,}"
        if column == 1:
            return "" if token is None else review.tokens[token]
        if column == 2:
            return "0" if token is None else str(int(review.token_ids[token]))
        return self._fate(review, token, step, unknown)

    @staticmethod
    def _unknown(review: Review, token: int) -> bool:
        oov = review.encoding.oov_char
        return oov is not None and int(review.token_ids[token]) == oov

    @staticmethod
    def _fate(review: Review, token: int | None, step: int | None, unknown: bool) -> str:
        if token is None:
            return _tr("padding")
        parts = []
        if step is None:
            parts.append(_tr("cut"))
        if unknown:
            parts.append(_tr("unknown word"))
        elif review.tokens[token] == START:
            parts.append(_tr("start mark"))
        return ", ".join(parts)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(AT_RIGHT if section in (0, 2) else AT_LEFT)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_tr("Step"), _tr("Word"), _tr("id"), "")[section]


class DetailsView(View):
    """The raw text beside the table of tokens, for one of the networks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._heading, self.summary = label("heading"), label("dim", wraps=True)
        self.networks = QComboBox()
        self.networks.currentIndexChanged.connect(self._show_review)
        self._as = label("dim")
        self._as.setBuddy(self.networks)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.model = TokenTable(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        sized(self.table.verticalHeader().setDefaultSectionSize, 24)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        self.rescale()
        self.table.activated.connect(self._go)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sized(sides.setHandleWidth, 2 * GAP)
        sides.addWidget(self.text)
        sides.addWidget(self.table)
        sides.setSizes([360, 440])
        sides.setChildrenCollapsible(False)
        column(row((self._heading, 1), self._as, self.networks), self.summary, (sides, 1), of=self)
        self.subscribe(session.traces_changed, self.show_session)
        self.subscribe(session.step_changed, self._show_step)
        self.dress()
        self.show_session()

    def show_session(self) -> None:
        """Another review, or other networks."""
        chosen = self.networks.currentIndex()
        names = pane_names(self._session)
        with QSignalBlocker(self.networks):
            self.networks.clear()
            self.networks.addItems([f"{place + 1}  {name}" for place, name in enumerate(names)])
            place = chosen if 0 <= chosen < len(names) else self._session.focus
            self.networks.setCurrentIndex(place)
        text = "" if self._session.review is None else self._session.review.text
        if len(text) > MAX_TEXT:
            text = text[:MAX_TEXT] + " …"
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self._show_review()

    def review(self) -> Review | None:
        """The review as the chosen network reads it."""
        review, place = self._session.review, self.networks.currentIndex()
        if review is None or not 0 <= place < len(self._session.panes):
            return review
        pane = self._session.panes[place]
        if pane.trace is not None and isinstance(pane.trace.sequence, Review):
            return pane.trace.sequence
        size = pane.network.vocabulary_size
        return review if size is None else review.within(size)

    def _show_review(self) -> None:
        self.model.show(self.review())
        self._say()
        self._show_step(self._session.step)

    def _show_step(self, step: int) -> None:
        if self.model.rowCount():
            at = self.model.row_of(step)
            self.table.selectRow(at)
            self.table.scrollTo(self.model.index(at, 0))

    def _go(self, index: QModelIndex) -> None:
        if (step := self.model.place(index.row())[1]) is not None:
            self._session.step = step

    def _say(self) -> None:
        if (review := self.review()) is None:
            self.summary.setText(self.tr("Nothing has been read yet."))
            return
        unknown = self.tr("{count} unknown among those read")
        said = (
            steps_text(review),
            cut_text(review),
            unknown.format(count=f"{int(review.unknown.sum()):,}"),
        )
        self.summary.setText(" · ".join(filter(None, said)))

    def rescale(self) -> None:
        """Wider or narrower columns."""
        for place, width in enumerate((64, 170, 72)):
            self.table.setColumnWidth(place, px(width))

    def retranslate(self) -> None:
        """Set every text."""
        self._heading.setText(self.tr("What the network reads"))
        self._as.setText(self.tr("as read by"))
        self.networks.setAccessibleName(self.tr("Network"))
        self.networks.setToolTip(self.tr("Networks know different numbers of words"))
        self.text.setAccessibleName(self.tr("The raw text"))
        self.table.setAccessibleName(self.tr("The words and their ids"))
        self.table.setToolTip(self.tr("Enter or a double click goes to that step"))
        self._say()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)


class DetailsDialog(QDialog):
    """A window of its own that stays open and follows the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Gatescope")
        self.view = DetailsView(session)
        column(self.view, of=self, margins=(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP))
        self.finished.connect(self.view.unsubscribe)
        self.view.table.setFocus()

    def sizeHint(self) -> QSize:
        """Room for both sides."""
        return QSize(px(880), px(560))
