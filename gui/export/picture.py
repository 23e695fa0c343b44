"""A widget as a picture: PNG at twice its size, or SVG."""

from __future__ import annotations

import html
import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSaveFile, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from engine.errors import GatescopeError
from gui.look.theme import theme

SCALE = 2.0
"""Pixels of the PNG for one of the window's, whatever the screen's own ratio is."""

_DRAWN = QWidget.RenderFlag.DrawChildren
"""Without the window's own ground, which is filled in before."""


def write_picture(widget: QWidget, path: Path) -> None:
    """Write what a widget shows, whole or not at all; the suffix says the format.

    Raises:
        GatescopeError: the file cannot be written, or there is nothing to see.
    """
    if widget.size().isEmpty():  # a drawer has all the room
        raise GatescopeError("The panes have no room to be seen. Make the window larger.")
    data = svg(widget, "Gatescope") if path.suffix.lower() == ".svg" else png(widget)
    file = QSaveFile(str(path))
    if not (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.write(data) == data.size()
        and file.commit()
    ):
        raise GatescopeError(
            "{path} cannot be written: {reason}. Choose another folder, or free some space.",
            path=str(path),
            reason=file.errorString(),
        )


def png(widget: QWidget) -> QByteArray:
    """The widget as PNG."""
    size = widget.size()
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor(theme().ground))
    widget.render(image, QPoint(), QRegion(), _DRAWN)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return buffer.data()


def svg(widget: QWidget, title: str) -> QByteArray:
    """The widget as SVG: texts stay texts, curves stay curves, heat maps are images."""
    from PySide6.QtSvg import QSvgGenerator

    size: QSize = widget.size()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setResolution(widget.logicalDpiX())
    painter = QPainter(generator)
    painter.fillRect(QRect(QPoint(), size), QColor(theme().ground))
    widget.render(painter, QPoint(), QRegion(), _DRAWN)
    painter.end()
    return QByteArray(_fit_texts(bytes(buffer.data().data()).decode()).encode())


def _fit_texts(drawing: str) -> str:
    """Give every text the width it has here: where the typeface is missing, another one is
    squeezed or stretched into its place instead of running into the next text."""

    def fit(match: re.Match[str]) -> str:
        told, text = match.groups()
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', told))
        font = QFont(attributes.get("font-family", "").split(",")[0])
        font.setPixelSize(max(1, round(float(attributes.get("font-size", 12)))))
        font.setWeight(QFont.Weight(int(attributes.get("font-weight", 400))))
        font.setItalic(attributes.get("font-style") == "italic")
        width = QFontMetricsF(font).horizontalAdvance(html.unescape(text))
        if not text.strip():
            return match.group()
        length = f'textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"'
        return f"<text {told.rstrip()} {length}>{text}</text>"

    return re.sub(r"<text ([^>]*)>([^<]*)</text>", fit, drawing)
