"""The icons: glyphs of the Phosphor typeface that the package qtawesome brings.

The package itself is not imported: with QtPy and all its typefaces it would make up a fifth
of the launch.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

_SHARE = 0.875
"""Of an icon's height, how large the type is; the rest is the glyphs' own bearing."""


def phosphor(name: str, color: str, color_disabled: str = "") -> QIcon:
    """An icon by its name in Phosphor ("ph.stack"); disabled, it has the colour of disabled
    text unless it is given another."""
    disabled = QApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    return _icon(name, color, color_disabled or disabled.name(QColor.NameFormat.HexArgb))


@lru_cache(512)
def _icon(name: str, color: str, color_disabled: str) -> QIcon:
    family, glyphs = _typeface()
    glyph = chr(int(glyphs[name.removeprefix("ph.")], 16))
    return QIcon(_Glyph(family, glyph, QColor(color), QColor(color_disabled)))


@cache
def _typeface() -> tuple[str, dict[str, str]]:
    """The family of the typeface, and the code of every glyph in hexadecimal digits."""
    package = find_spec("qtawesome")
    assert package is not None
    assert package.origin is not None
    fonts = Path(package.origin).parent / "fonts"
    (path,) = fonts.glob("phosphor-*.ttf")
    (codes,) = fonts.glob("phosphor-charmap-*.json")
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))[0]
    return family, json.loads(codes.read_text(encoding="utf-8"))


class _Glyph(QIconEngine):
    """Draws one glyph in the middle of an icon, at any size."""

    def __init__(self, family: str, glyph: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._family, self._glyph = family, glyph
        self._color, self._disabled = color, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the glyph."""
        painter.save()
        font = QFont(self._family)
        font.setPixelSize(max(1, round(_SHARE * rect.height())))
        painter.setFont(font)
        painter.setPen(self._disabled if mode == QIcon.Mode.Disabled else self._color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The glyph on nothing."""
        pixmap = QPixmap(size)
        if pixmap.isNull():  # Qt asks for none at all where there is no room
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap
