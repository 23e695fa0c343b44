"""`Side`: the place of a panel, which stands in it or lies over its neighbours; `Sides`: what such
places stand in."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget, QWidgetItem

from gui.kit.layouts import row


class Side(QWidget):
    """A column at a side of the window, with a panel in it, and at its edge a strip if there is
    one.  Where the window is too narrow the panel lies over its neighbours instead, and only the
    strip stands.

    The panel belongs to the `Sides` wherever it is: put into another widget, Qt would style all that
    is in it anew, seen or not, and that holds the window for a quarter of a second.

    Attributes:
        is_over: whether the panel lies over something.
    """

    def __init__(self, panel: QWidget, strip: QWidget | None = None) -> None:
        super().__init__()
        self.panel, self.is_over = panel, True
        row(None, *(each for each in (strip,) if each is not None), of=self, spacing=0)

    def stand(self) -> None:
        """Put the panel beside the others."""
        if self.is_over:
            self.is_over = False
            sides = self.parentWidget()
            assert isinstance(sides, Sides)
            self.panel.raise_()
            sides.raise_handles()
            self.updateGeometry()
            self._follow()

    def lie_over(self, area: QRect) -> None:
        """Put the panel over the others, into an area of all of them."""
        if not self.is_over:
            self.is_over = True
            self.updateGeometry()
        self.panel.setGeometry(area)
        self.panel.raise_()

    def _follow(self) -> None:
        if not self.is_over:
            self.panel.setGeometry(self.geometry())

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the panel along."""
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel all of it."""
        self._follow()

    def sizeHint(self) -> QSize:
        """What the panel wants, while it stands."""
        return super().sizeHint() if self.is_over else QWidgetItem(self.panel).sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the panel needs, while it stands."""
        return super().minimumSizeHint() if self.is_over else QWidgetItem(self.panel).minimumSize()


class Sides(QSplitter):
    """Widgets beside each other, with the panels of those that are a `Side`: children that are no
    part of it."""

    def __init__(self, handle: int, *parts: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(handle)
        self.setChildrenCollapsible(False)
        self._panels: list[QWidget] = []
        for part in parts:
            self.addWidget(part)
            if isinstance(part, Side):
                self._panels.append(part.panel)
                part.panel.setParent(self)

    def childEvent(self, event: QChildEvent) -> None:
        """Take parts only."""
        is_part = event.type() != QEvent.Type.ChildAdded or event.child() not in self._panels
        if is_part:
            super().childEvent(event)

    def raise_handles(self) -> None:
        """Let what is dragged lie over the panels that stand: it is wider than it looks."""
        for at in range(self.count()):
            self.handle(at).raise_()
