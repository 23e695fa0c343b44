"""`PrintedTable`: lines of code with what they print here and in the lecture."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.lessons.printouts import PrintOut
from gui.kit.layouts import clear, grid_of
from gui.kit.widgets import label
from gui.look.theme import GAP, theme


class PrintedTable(QWidget):
    """Each line of code with what it prints here and in the lecture."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[PrintOut, ...] = ()
        self._grid = grid_of(self, across=GAP, down=2, grows=1)

    def show_lines(self, lines: tuple[PrintOut, ...], when: str = "") -> None:
        """Show others, of the reviews before or after the split, which each says, or of neither."""
        self.lines = lines
        clear(self._grid)
        look = theme()
        for at, line in enumerate(lines):
            code = f"{line.code}  # {when}" if when else line.code
            self._grid.addWidget(_mono(code, look.dim), 3 * at, 0, 1, 2)
            colour = look.good if line.is_equal else look.text
            rows = [(self.tr("here"), line.ours + (" ✓" if line.is_equal else ""))]
            if line.lecture:
                rows.append((self.tr("lecture"), line.lecture))
            for below, (name, text) in enumerate(rows, 1):
                self._grid.addWidget(label("caption", name), 3 * at + below, 0)
                shade = colour if below == 1 else look.dim
                self._grid.addWidget(_mono(text, shade), 3 * at + below, 1)


def _mono(text: str, colour: str) -> QWidget:
    made = label("mono", text, wraps=True, is_plain=True)
    made.setStyleSheet(f"color: {colour};")
    return made
