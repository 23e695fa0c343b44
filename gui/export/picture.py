"""Something drawn as a file: PNG, SVG or PDF, whole or not at all."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
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


Paint = Callable[[QPainter], object]
Encode = Callable[[], QByteArray]
"""Makes the bytes of a file of what has been painted, in any thread."""
Painting = Generator[None, None, Encode]
"""Paints a part between two yields, in the GUI thread."""


@dataclass(frozen=True)
class SheetDrawing:
    """What can be painted again and again, on anything.

    Attributes:
        paint: paints it, from the origin to ``size``, ground and all.
        size: in pixels of the window.
        title: what it shows.
        parts: paint the same one after the other, so that a window lives in between; none where
            it cannot be parted.
    """

    paint: Paint
    size: QSizeF
    title: str = "Gatescope"
    parts: tuple[Paint, ...] = ()

    @property
    def turns(self) -> tuple[Paint, ...]:
        """What is painted at once, each after the other."""
        return self.parts or (self.paint,)


def of_widget(widget: QWidget) -> SheetDrawing:
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

    return SheetDrawing(paint, size)


def write_picture(drawing: SheetDrawing, path: Path, scale: float = SCALE) -> None:
    """Write a drawing, whole or not at all; the suffix says the format, PNG if it is none of
    `WRITERS`.  ``scale`` is how many pixels a PNG has for one of the drawing's.

    Raises:
        GatescopeError: the file cannot be written.
    """
    save(data_of(drawing, path.suffix, scale), path)


def data_of(drawing: SheetDrawing, suffix: str, scale: float = SCALE) -> QByteArray:
    """What a file with this suffix holds of a drawing.

    Raises:
        GatescopeError: there is no memory for so many pixels.
    """
    painting = painting_of(drawing, suffix, scale)
    while (encode := advance(painting)) is None:
        pass
    return encode()


def painting_of(drawing: SheetDrawing, suffix: str, scale: float) -> Painting:
    """The painting of a drawing for a file with this suffix, see `write_picture`."""
    return WRITERS.get(suffix.lower(), _png)(drawing, scale)


def advance(painting: Painting) -> Encode | None:
    """Paint the next part; after the last, what encodes the whole.

    Raises:
        GatescopeError: there is no memory for so many pixels.
    """
    try:
        next(painting)
    except StopIteration as end:
        encode: Encode = end.value
        return encode
    return None


def save(data: QByteArray, path: Path) -> None:
    """Write a file, whole or not at all.

    Raises:
        GatescopeError: it cannot be written.
    """
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


def image(drawing: SheetDrawing, scale: float) -> QImage:
    """The drawing in so many pixels for each of its own.

    Raises:
        GatescopeError: there is no memory for so many.
    """
    result = blank(drawing, scale)
    painted(result, drawing.paint)
    return result


def blank(drawing: SheetDrawing, scale: float) -> QImage:
    """An image for a drawing, in which nothing is painted yet.

    Raises:
        GatescopeError: there is no memory for it.
    """
    result = QImage((drawing.size * scale).toSize(), QImage.Format.Format_RGB32)
    if result.isNull():
        raise GatescopeError("The picture is too large for the memory. Make it smaller.")
    result.setDotsPerMeterX(round(DOTS_PER_INCH * scale / 0.0254))
    result.setDotsPerMeterY(round(DOTS_PER_INCH * scale / 0.0254))
    result.setDevicePixelRatio(scale)
    # The system hands much memory over as it is written to, slowly; numpy lets others run.
    np.frombuffer(result.bits(), np.uint8)[:] = 0
    return result


def painted(result: QImage, paint: Paint) -> None:
    """Paint a part of a drawing into its image."""
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()


def _png(drawing: SheetDrawing, scale: float) -> Painting:
    """The drawing as PNG; the memory for it is asked for at once, in any thread."""
    result = blank(drawing, scale)

    def painting() -> Painting:
        for paint in drawing.turns:
            painted(result, paint)
            yield
        return lambda: encoded(result)

    return painting()


def encoded(picture: QImage) -> QByteArray:
    """An image as PNG; of a large one this takes seconds, in which other threads run."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return buffer.data()


def _svg(drawing: SheetDrawing, scale: float) -> Painting:
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
    yield from _on_paper(QPainter(generator), drawing)
    data = QByteArray(_outlined(bytes(buffer.data().data()).decode()).encode())
    return lambda: data


def _pdf(drawing: SheetDrawing, scale: float) -> Painting:
    """The drawing as PDF, on a page of its size, its typefaces embedded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    writer.setCreator("Gatescope")
    writer.setResolution(round(DOTS_PER_INCH * _FINE))
    points = drawing.size * (72.0 / DOTS_PER_INCH)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.scale(_FINE, _FINE)
    yield from _on_paper(painter, drawing)
    data = buffer.data()
    return lambda: data


def _on_paper(painter: QPainter, drawing: SheetDrawing) -> Generator[None, None, None]:
    """Paint a drawing with one painter from the first part to the last."""
    try:
        for paint in drawing.turns:
            paint(painter)
            yield
    finally:
        painter.end()


WRITERS: Mapping[str, Callable[[SheetDrawing, float], Painting]] = {
    ".png": _png,
    ".svg": _svg,
    ".pdf": _pdf,
}
"""What paints for a format, by the suffix of its files."""


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
        if not (shape := _steps(path)):
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
