"""`LessonView`: one lesson, its text beside its picture."""

from __future__ import annotations

import html
import re
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QWidget

from engine.lessons.code import CODE
from engine.lessons.code_lines import narrowed
from engine.lessons.lesson import TEXT, Lesson
from engine.session.state import SessionState
from gui.kit.drawer import scrolling
from gui.kit.fitting_label import FittingLabel
from gui.kit.in_sight import InSight
from gui.kit.layouts import clear, column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label, push_button
from gui.lessons.context import LessonContext
from gui.lessons.picture import LETTERS, Picture
from gui.lessons.pictures import PICTURES
from gui.lessons.question import QuestionCard
from gui.look.mathematics import math_html
from gui.look.scale import at_usual, px, sized
from gui.look.theme import BODY, GAP, TITLE
from gui.look.typefaces import strong

TEXT_WIDTH, NARROW_TEXT, MIN_TEXT = 360, 290, 220
"""Pixels of the column of text: where there is room, in a narrow window, and at least."""

MIN_PICTURE = 230
"""Pixels that a picture has before the text is narrower than in a narrow window."""

CODE_FAMILIES = "'Menlo', 'Consolas', 'DejaVu Sans Mono', monospace"
"""Typefaces of one width, of which each system has one."""


class LessonView(View):
    """Builds the pieces of a lesson in their order.

    Signals:
        view_asked(str): show the saved view of this name in the main window.
    """

    view_asked = Signal(str)

    def __init__(self, context: LessonContext) -> None:
        super().__init__()
        self._context = context
        self.lesson: Lesson | None = None
        self.picture: Picture | None = None
        self.questions: list[QuestionCard] = []
        self.notes = QWidget()
        self.shows_notes = False
        self.title = FittingLabel("heading")
        self._is_narrow = False
        self._words = QWidget()
        self._text = column(of=self._words, spacing=2 * GAP, margins=(0, 0, 2 * GAP, 2 * GAP))
        self._place = _Place()
        self._scroll = scrolling(self._words, takes_keys=True)
        self._in_sight = InSight(self._scroll)
        body = QWidget()
        row(self._scroll, (self._place, 1), of=body, spacing=2 * GAP)
        around = self._around = scrolling(body)  # a picture is never drawn over the text
        self._picture_in_sight = InSight(around)
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column(around, of=self)
        self.use_width(is_narrow=False)
        self.dress()

    def show_lesson(self, lesson: Lesson) -> None:
        """Show another lesson."""
        self.lesson = lesson
        self.title.say(lesson.title)
        self.title.setToolTip(tip(lesson.title))
        self._drop_picture()
        clear(self._text)
        for block in lesson.blocks:
            if block.kind == TEXT:
                self._text.addWidget(_Markdown(block.text))
            elif block.kind == "try":
                self._text.addWidget(self._try(block.text))
            elif block.kind == "open":
                button = push_button(lambda _=None, name=block.name: self.view_asked.emit(name))
                button.setText(self.tr("See it in the main window"))
                self._text.addWidget(button)
            elif block.kind == "picture":
                self.picture = PICTURES[block.name].make(self._context, block.options)
                self.picture.opened.connect(self._picture_in_sight.bring)
                self._place.put(self.picture)
            elif block.kind == "check":
                card = QuestionCard(self._context, block, lesson)
                card.answered.connect(partial(self._in_sight.bring, card))
                self.questions.append(card)
                self._text.addWidget(card)
            elif block.kind == "code":
                self._text.addWidget(self._code(CODE[block.name]))
            elif block.kind == "notes":
                self.notes = _Markdown(block.text, "dim")
                self._text.addWidget(self.notes)  # first: what has no parent is a window when shown
                self.notes.setVisible(self.shows_notes)
        self._text.addStretch(1)
        self._in_sight.forget()
        self._picture_in_sight.forget()
        for scroll in (self._scroll, self._around):  # each lesson is read from its beginning
            scroll.verticalScrollBar().setValue(0)

    def seen(self, view: SessionState, window: SessionState) -> SessionState:
        """A view with what stands in the lesson's picture, see `Picture.seen`."""
        return view if self.picture is None else self.picture.seen(view, window)

    def use_width(self, *, is_narrow: bool) -> None:
        """Give the text the room of a narrow window, or of a wide one."""
        self._is_narrow = is_narrow
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another width between text and picture."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        usual = NARROW_TEXT if self._is_narrow else TEXT_WIDTH
        free = int(at_usual(self.width())) - 2 * GAP - MIN_PICTURE
        sized(self._scroll.setFixedWidth, max(MIN_TEXT, min(usual, free)))

    def restyle(self) -> None:
        """Write the texts anew."""
        for text in self.findChildren(_Markdown):
            text.write()

    def show_notes(self, shown: bool) -> None:
        """Show what the speaker may say, or hide it."""
        self.shows_notes = shown
        self.notes.setVisible(shown)
        if shown:
            self._in_sight.bring(self.notes)

    def _try(self, text: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        column(
            label("caption", self.tr("Try it")),
            _Markdown(text),
            of=frame,
            margins=(2 * GAP, GAP, 2 * GAP, 2 * GAP),
        )
        return frame

    def _code(self, text: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        self.code = _CodeView(text)
        self.copy = push_button(lambda: QGuiApplication.clipboard().setText(text))
        self.copy.setText(self.tr("Copy"))
        head = row(label("caption", self.tr("In Keras")), None, self.copy)
        column(head, self.code, of=frame, margins=(2 * GAP, GAP, 2 * GAP, 2 * GAP))
        return frame

    def _drop_picture(self) -> None:
        for card in self.questions:
            card.unsubscribe()
        self.questions.clear()
        if self.picture is not None:
            self.picture.unsubscribe()
            self._place.drop()
            self.picture = None

    def unsubscribe(self) -> None:
        """The window closes."""
        for shown in (*self.questions, *([] if self.picture is None else [self.picture])):
            shown.unsubscribe()
        super().unsubscribe()


class _Place(QWidget):
    """Where a picture stands: never narrower or lower than it can be, which depends on its width.

    No layout: a scroll area would ask it for the height at which a plot likes to be.

    A picture that is lower where it is narrower would take the scroll bar away that makes it so, and
    the bar would come back: Qt asks and resizes by turns until the stack ends.  So a height that fell
    and rises again at once holds, until there is other room or another picture.  One that fell alone
    is that of a picture which stands otherwise in its new width.
    """

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._room = QSize()
        self._last, self._fell, self._held = 0, False, 0

    def put(self, picture: Picture) -> None:
        """Show a picture."""
        self._picture, self._room = picture, QSize()
        picture.setParent(self)
        picture.setGeometry(self.rect())
        picture.show()
        self.updateGeometry()

    def drop(self) -> None:
        """Delete the picture."""
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None

    def minimumSizeHint(self) -> QSize:
        """That of the picture."""
        layout = None if self._picture is None else self._picture.layout()
        if layout is None:
            return QSize(0, 0)
        least = layout.totalMinimumSize()
        if layout.hasHeightForWidth():
            height = layout.minimumHeightForWidth(max(self.width(), least.width()))
            least.setHeight(self._rested(height))
        return least

    def _rested(self, height: int) -> int:
        """A height, or the one that holds."""
        port = self.parentWidget()
        around = port.parentWidget() if port is not None else None
        room = around.size() if around is not None else QSize()
        if room != self._room:
            self._room, self._last, self._fell, self._held = room, 0, False, 0
        if not self._last:
            QTimer.singleShot(0, self, self._forget)
        if self._held or (self._fell and height > self._last):
            self._held = max(self._held, height)
        self._fell = self._fell or height < self._last
        self._last = height
        return max(self._held, height)

    def _forget(self) -> None:
        if not self._held:
            self._last, self._fell = 0, False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture fills it; texts in another width have another height."""
        super().resizeEvent(event)
        if self._picture is not None:
            self._picture.setGeometry(self.rect())
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """The picture may need another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


MIN_COLUMNS = 24
"""Columns of a line of code below which it is scrolled rather than broken."""


class _CodeView(QPlainTextEdit):
    """Lines of code, broken to the width that there is, all of them in sight."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._code, self._columns = text, 0
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, 0, 0, 0)
        sized(
            self.setStyleSheet,
            f"font-family: {CODE_FAMILIES}; font-size: {BODY}px; padding: 0px;",
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines, whatever the size of the letters."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Letters have their size only when they are shown."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("0" * 100) / 100
        columns = max(MIN_COLUMNS, int((self.viewport().width() - 1) / letter))
        if columns != self._columns:
            self._columns = columns
            self.setPlainText(narrowed(self._code, columns).rstrip())
        line = self.blockBoundingRect(self.document().firstBlock()).height()
        lines = round(self.blockCount() * max(line, self.fontMetrics().lineSpacing()))
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(lines + bar + round(2 * self.document().documentMargin()) + 2)


class _Markdown(QWidget):
    """Paragraphs, with air between them."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__()
        box = column(of=self, spacing=GAP + 4)
        self._words: list[tuple[QLabel, str]] = []
        for paragraph in _paragraphs(text):
            words = label(role, wraps=True)
            words.setTextFormat(Qt.TextFormat.MarkdownText)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            sized(words.setStyleSheet, f"font-size: {LETTERS}px;")
            box.addWidget(words)
            self._words.append((words, paragraph))
        self.write()

    def write(self) -> None:
        """Write it in the size of the moment, which equations and code do not follow by themselves."""
        for words, paragraph in self._words:
            words.setText(_dressed(paragraph))


def _dressed(paragraph: str) -> str:
    """Markdown with its ``$equations$`` set, and bold also where a Korean ending follows it, which
    Markdown's own rules leave as it is."""
    text = re.sub(r"\*\*(.+?)\*\*", lambda found: strong(found[1]), paragraph)
    text = re.sub(r"`([^`]+)`", lambda found: _code_html(found[1]), text)
    return re.sub(r"\$([^$]+)\$", lambda found: math_html(found[1], LETTERS), text)


def _code_html(code: str) -> str:
    """A word of code: letters of one width look larger than those around them."""
    style = f"font-family: {CODE_FAMILIES}; font-size: {px(TITLE)}px"
    escaped = re.sub(r"([\\`*_{}\[\]()#+.!|~-])", r"\\\1", html.escape(code, quote=False))
    return f'<span style="{style}">{escaped}</span>'


def _paragraphs(text: str) -> list[str]:
    return [paragraph for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]
