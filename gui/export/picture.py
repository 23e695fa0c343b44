"""Something drawn as a file: PNG, SVG or PDF, whole or not at all."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QRectF,
    QSaveFile,
    QSizeF,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QRegion,
)
from PySide6.QtWidgets import QWidget

from engine.errors import GatescopeError
from gui.look.theme import theme

SCALE = 2.0
"""Pixels of a widget's PNG for one of the window's, whatever the screen's own ratio is."""

DOTS_PER_INCH = 96.0
"""Of the window's pixels: what a length in a drawing is on paper."""

_FINE = 12.0
"""Units of a PDF for one of the window's pixels: letters stand where they should."""

_DRAWN = QWidget.RenderFlag.DrawChildren
"""Without the window's own ground, which is filled in before."""


@dataclass(frozen=True)
class Drawing:
    """What can be painted again and again, on anything.

    Attributes:
        paint: paints it, from the origin to ``size``, ground and all.
        size: in pixels of the window.
        title: what it shows.
    """

    paint: Callable[[QPainter], object]
    size: QSizeF
    title: str = "Gatescope"


def of_widget(widget: QWidget) -> Drawing:
    """What a widget shows.

    Raises:
        GatescopeError: it has no room, so that there is nothing to see.
    """
    if widget.size().isEmpty():  # a drawer has all the room
        raise GatescopeError("The panes have no room to be seen. Make the window larger.")
    size = QSizeF(widget.size())

    def paint(painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(theme().ground))
        widget.render(painter, QPoint(), QRegion(), _DRAWN)

    return Drawing(paint, size)


def write_picture(drawing: Drawing, path: Path, scale: float = SCALE) -> None:
    """Write a drawing, whole or not at all; the suffix says the format, PNG if it is none of
    `WRITERS`.  ``scale`` is how many pixels a PNG has for one of the drawing's.

    Raises:
        GatescopeError: the file cannot be written.
    """
    data = WRITERS.get(path.suffix.lower(), png)(drawing, scale)
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


def image(drawing: Drawing, scale: float) -> QImage:
    """The drawing in so many pixels for each of its own.

    Raises:
        GatescopeError: there is no memory for so many.
    """
    size = (drawing.size * scale).toSize()
    result = QImage(size, QImage.Format.Format_RGB32)
    if result.isNull():
        raise GatescopeError("The picture is too large for the memory. Make it smaller.")
    result.setDotsPerMeterX(round(DOTS_PER_INCH * scale / 0.0254))
    result.setDotsPerMeterY(round(DOTS_PER_INCH * scale / 0.0254))
    result.setDevicePixelRatio(scale)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.paint(painter)
    painter.end()
    return result


def png(drawing: Drawing, scale: float = SCALE) -> QByteArray:
    """The drawing as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(drawing, scale).save(buffer, "PNG")  # type: ignore[call-overload]
    return buffer.data()


def svg(drawing: Drawing, scale: float = SCALE) -> QByteArray:
    """The drawing as SVG: texts are outlines and say what they are, heat maps are images."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(drawing.title)
    generator.setSize(drawing.size.toSize())
    generator.setViewBox(QRectF(0, 0, drawing.size.width(), drawing.size.height()))
    generator.setResolution(round(DOTS_PER_INCH))
    painter = QPainter(generator)
    drawing.paint(painter)
    painter.end()
    return QByteArray(_outlined(bytes(buffer.data().data()).decode()).encode())


def pdf(drawing: Drawing, scale: float = SCALE) -> QByteArray:
    """The drawing as PDF, on a page of its size, its typefaces embedded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    writer.setCreator("Gatescope")
    writer.setResolution(round(DOTS_PER_INCH * _FINE))
    points = drawing.size * (72.0 / DOTS_PER_INCH)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(page, upright, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.scale(_FINE, _FINE)
    drawing.paint(painter)
    painter.end()
    return buffer.data()


WRITERS: Mapping[str, Callable[[Drawing, float], QByteArray]] = {
    ".png": png,
    ".svg": svg,
    ".pdf": pdf,
}
"""What writes a format, by the suffix of its files."""


def _outlined(drawing: str) -> str:
    """Every text as the outlines of its letters, for other machines have other typefaces."""

    def outline(match: re.Match[str]) -> str:
        told, text = match.group(1), html.unescape(match.group(2))
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', told))
        font = QFont(attributes.get("font-family", "").split(",")[0].strip("' "))
        font.setPixelSize(max(1, round(float(attributes.get("font-size", 12)))))
        font.setWeight(QFont.Weight(int(attributes.get("font-weight", 400))))
        font.setItalic(attributes.get("font-style") == "italic")
        path = QPainterPath()
        path.addText(float(attributes.get("x", 0)), float(attributes.get("y", 0)), font, text)
        shape = _steps(path)
        if not shape:
            return ""
        kept = " ".join(
            f'{name}="{attributes[name]}"'
            for name in ("fill", "fill-opacity", "opacity")
            if name in attributes
        )
        label = html.escape(text)
        return f'<path {kept} stroke="none" fill-rule="nonzero" aria-label="{label}" d="{shape}"/>'

    return re.sub(r"<text ([^>]*)>([^<]*)</text>", outline, drawing)


def _steps(path: QPainterPath) -> str:
    """A path in SVG's letters, to a hundredth of a pixel."""
    steps: list[str] = []
    kinds = QPainterPath.ElementType
    letters = {kinds.MoveToElement: "M", kinds.LineToElement: "L", kinds.CurveToElement: "C"}
    for place in range(path.elementCount()):
        element = path.elementAt(place)
        steps.append(f"{letters.get(element.type, '')}{element.x:.2f} {element.y:.2f}")
    return " ".join(steps)
