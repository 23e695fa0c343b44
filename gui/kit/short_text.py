"""Texts in a few lines: as much of them as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextLayout
from PySide6.QtWidgets import QLabel


def in_lines(text: str, font_of: QLabel, width: int, most: int) -> tuple[str, bool]:
    """A text broken into at most ``most`` lines of so many pixels, and whether that is all of
    it; the last line ends in "…" where it is not."""
    font_of.ensurePolished()
    said = " ".join(text.split())
    layout = QTextLayout(said, font_of.font())
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
        if line.naturalTextWidth() > width:  # a word that is too long for the line
            starts += [len(said)] * most
            break
    layout.endLayout()
    if len(starts) <= most:
        ends = [*starts[1:], len(said)]
        return "\n".join(said[a:b].strip() for a, b in zip(starts, ends, strict=True)), True
    # Where a word had no room, the lines after it are not known: what is left goes into the last.
    whole = [at for at in starts if at < len(said)][:most]
    ends = whole[1:]
    lines = [said[a:b].strip() for a, b in zip(whole, ends, strict=False)]
    metrics = QFontMetrics(font_of.font())
    rest = said[whole[-1] :] + ("" if len(whole) == most else " ")
    lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(1, width)))
    return "\n".join(lines), lines[-1].strip() == rest.strip()


def width_for(text: str, font_of: QLabel, most: int, limit: int) -> int:
    """The pixels in which a text needs no more than ``most`` lines, up to ``limit``."""
    font_of.ensurePolished()
    total = font_of.fontMetrics().size(0, " ".join(text.split())).width() + 2
    width = min(limit, total if total < limit // 3 else -(-total // most))
    step = max(8, limit // 24)
    while width < limit and not in_lines(text, font_of, width, most)[1]:
        width = min(limit, width + step)
    return width
