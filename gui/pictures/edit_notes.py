"""What a picture says of edits: the untouched reading is pale behind what they made of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from engine.replay.edits import in_force
from engine.session.session import Session
from gui.edits.edit_names import edit_title
from gui.i18n.context import translator
from gui.look.theme import BODY, theme
from gui.look.typefaces import typeface
from gui.pictures.block import Block
from gui.pictures.picture_texts import width_of, write

_tr = translator("Picture")

LINE = 17.0

MAX_LINES = 4
"""More edits are counted."""


class Edited(Block):
    """The edits in force, in as many lines as they need."""

    def __init__(self, session: Session, sheet: QRectF) -> None:
        titles = [edit_title(edit) for edit in in_force(session.edits)]
        self.lines = _lines(titles, sheet.width()) if titles else []
        height = LINE * len(self.lines)
        super().__init__(session, QRectF(sheet.left(), sheet.top(), sheet.width(), height))

    def paint_ground(self, painter: QPainter) -> None:
        """Write the lines."""
        for at, line in enumerate(self.lines):
            box = QRectF(self.box.left(), self.box.top() + at * LINE, self.box.width(), LINE)
            write(painter, box, line, theme().warning, typeface(BODY))

    def paint_step(self, painter: QPainter) -> None:
        """No step changes it."""


def _lines(titles: list[str], width: float) -> list[str]:
    font, lines = typeface(BODY), [_tr("What if")]
    for nth, title in enumerate(titles):
        joined = f"{lines[-1]}{'; ' if nth else ': '}{title}"
        if width_of(joined, font) <= width:
            lines[-1] = joined
        elif len(lines) < MAX_LINES:
            lines[-1] += ";" if nth else ":"
            lines.append(title)
        else:
            rest = _tr("and {count} more").format(count=len(titles) - nth)
            lines[-1] += f"; {rest}"
            break
    return lines
