"""`Side`: the place of a panel, which stands in it or lies over its neighbour."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from gui.kit.layouts import column, row


class Side(QWidget):
    """A column at a side of the window, with a panel in it, and at its edge a strip if there is
    one.  Where the window is too narrow the panel lies over another widget instead."""

    def __init__(self, panel: QWidget, strip: QWidget | None = None) -> None:
        super().__init__()
        self._panel = panel
        self._column = column(panel, of=None)
        row(*(each for each in ((self._column, 1), strip) if each is not None), of=self, spacing=0)

    @property
    def is_over(self) -> bool:
        """Whether the panel lies over something."""
        return self._panel.parentWidget() is not self

    def stand(self) -> None:
        """Put the panel beside the others."""
        if self.is_over:
            shown = not self._panel.isHidden()
            self._column.addWidget(self._panel)
            self._panel.setVisible(shown)

    def lie_over(self, host: QWidget, area: QRect) -> None:
        """Put the panel over a widget, into an area of it."""
        if self._panel.parentWidget() is not host:
            shown = not self._panel.isHidden()
            self._panel.setParent(host)
            self._panel.setVisible(shown)
        self._panel.setGeometry(area)
        self._panel.raise_()
