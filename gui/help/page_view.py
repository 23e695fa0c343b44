"""`PageView`: a page of the guide, with its links and pictures; nothing is fetched."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QImage,
    QImageReader,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from gui.help.guide import text_of
from gui.kit.view import Viewing
from gui.kit.widgets import once
from gui.look.colours import ink
from gui.look.scale import px, sized
from gui.look.theme import BODY, GAP, theme

PICTURE_WIDTH = 620
"""Pixels of a picture, where there is room; it is made smaller to fit."""

WAIT = 120
"""Milliseconds after the window has another size before the pictures have."""

HEADINGS = (22, 17, 14)
"""Pixels of headings at 100 %, by level."""

LINE_HEIGHT = 140
"""In hundredths of the typeface's own."""


MAX_PICTURES = 12
"""Pictures that are kept as they are shown: to read those of a page takes a tenth of a second, and
each change of the colours asks for them again."""

_PICTURE = re.compile(r"(!\[[^\]]*\]\([^)?]+)\)")
"""An address of a picture, but for its closing bracket."""


class PageView(Viewing, QTextBrowser):
    """Shows one Markdown file; a link to another page is followed by who owns the pages.

    Signals:
        page_asked(Path): a link to another page was pressed.
    """

    page_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._sought: list[str] = []
        self._drawn_width = px(PICTURE_WIDTH)
        self._later = once(self, self.restyle, WAIT)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # one width for all
        sized(self.setStyleSheet, "QTextBrowser { border: none; font-size: 14px; padding: 0; }")
        sized(self.document().setDocumentMargin, 3 * GAP)
        self.anchorClicked.connect(self._follow)

    def show_page(self, path: Path, heading: str = "", sought: list[str] | None = None) -> None:
        """Show a page from a heading on, "" for its beginning; words that are sought are marked."""
        if path != self._path:
            self._path = path
            self._load()
        self.mark(sought or [])
        block = self._block_of(heading)
        bar = self.verticalScrollBar()
        top = (
            0.0 if block is None else self.document().documentLayout().blockBoundingRect(block).y()
        )
        bar.setValue(0 if block is None or not block.position() else round(top) - px(GAP))

    def mark(self, sought: list[str]) -> None:
        """Mark words, and no others."""
        self._sought = sought
        self._mark()

    def _load(self) -> None:
        if self._path is None:
            return
        document, self._drawn_width = self.document(), self._picture_width()
        document.setBaseUrl(QUrl.fromLocalFile(str(self._path)))
        # A document keeps a picture by its address, also for a page of another width.
        markdown = _PICTURE.sub(rf"\1?{self._drawn_width})", text_of(self._path))
        document.setMarkdown(markdown)
        whole = QTextCursor(document)
        whole.beginEditBlock()  # else a long table is laid out anew for each of its cells
        block = document.begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format().toTableFormat()
                shape.setBorderBrush(ink(theme().line, 255))
                shape.setBorderCollapse(True)
                shape.setCellPadding(px(GAP - 2))
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                frame.setFormat(shape)
        whole.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress_block(self, block: QTextBlock) -> None:
        """Give a paragraph air, and a link the colour of the theme."""
        cursor = QTextCursor(block)
        shape = QTextBlockFormat(block.blockFormat())
        height = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        if not _has_picture(block):
            shape.setLineHeight(LINE_HEIGHT, height.value)
        level, is_code = shape.headingLevel(), shape.nonBreakableLines()
        if level:
            shape.setTopMargin(3 * px(GAP) if level > 1 else 0)
            large = QTextCharFormat()
            size = px(HEADINGS[min(level, 3) - 1])
            large.setProperty(QTextCharFormat.Property.FontPixelSize, size)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(large)
        elif is_code:
            shape.setNonBreakableLines(False)
            small = QTextCharFormat()
            small.setProperty(QTextCharFormat.Property.FontPixelSize, px(BODY))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeCharFormat(small)
        elif block.textList() is None and cursor.currentTable() is None:
            shape.setTopMargin(px(GAP))
        cursor.setBlockFormat(shape)
        iterator = block.begin()
        links, strong = [], []
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.charFormat().isAnchor():
                links.append((fragment.position(), fragment.length()))
            if fragment.charFormat().fontWeight() > QFont.Weight.DemiBold:
                strong.append((fragment.position(), fragment.length()))
            iterator += 1
        coloured, weighty = QTextCharFormat(), QTextCharFormat()
        coloured.setForeground(ink(theme().networks[0], 255))
        weighty.setFontWeight(QFont.Weight.DemiBold)
        for places, look in ((links, coloured), (strong, weighty)):
            for at, length in places:
                cursor.setPosition(at)
                cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(look)

    def _block_of(self, heading: str) -> QTextBlock | None:
        block = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == heading:
                return block
            block = block.next()
        return None

    def _mark(self) -> None:
        """Put a ground below every word that is sought."""
        selections = []
        for word in self._sought:
            cursor = self.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(ink(theme().accent, 90))
                selections.append(selection)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(selections)

    def _follow(self, url: QUrl) -> None:
        """Another page here, anything else where the system opens it."""
        target = self.document().baseUrl().resolved(url)
        path = Path(target.toLocalFile())
        if target.isLocalFile() and path.suffix == ".md" and path.is_file():
            self.page_asked.emit(path.resolve())
        elif target.scheme() in ("http", "https"):
            QDesktopServices.openUrl(target)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture beside the page, as wide as the text; nothing from elsewhere."""
        target = self.document().baseUrl().resolved(QUrl(name))
        if kind != QTextDocument.ResourceType.ImageResource.value or not target.isLocalFile():
            return None
        return _picture(target.toLocalFile(), self._picture_width(), self.devicePixelRatioF())

    def _picture_width(self) -> int:
        room = self.viewport().width() - round(2 * self.document().documentMargin())
        return max(160, min(px(PICTURE_WIDTH), room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pictures the new width."""
        super().resizeEvent(event)
        if self._picture_width() != self._drawn_width:
            self._later.start()

    def restyle(self) -> None:
        """Draw the page anew, in the colours and the width of the moment, where it stands."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._load()
        self._mark()
        bar.setValue(round(share * bar.maximum()))


@lru_cache(maxsize=MAX_PICTURES)
def _picture(path: str, width: int, ratio: float) -> QImage:
    """A picture at most so wide, for a screen with so many pixels to one."""
    reader = QImageReader(path)
    size, pixels = reader.size(), round(width * ratio)
    if size.width() > pixels:
        reader.setScaledSize(QSize(pixels, round(size.height() * pixels / size.width())))
    picture = reader.read()
    picture.setDevicePixelRatio(ratio)
    return picture


def _has_picture(block: QTextBlock) -> bool:
    return "\N{OBJECT REPLACEMENT CHARACTER}" in block.text()
