"""`Breaking`: groups side by side where there is room, else one below another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from gui.kit.layouts import Item, row
from gui.look.scale import px
from gui.look.theme import GAP


class Breaking(QWidget):
    """Is no wider, at least, than its widest group; so it is no reason for a page to scroll.

    Args:
        groups: what stands beside each other in any case, group by group.
    """

    def __init__(self, *groups: tuple[Item, ...]) -> None:
        super().__init__()
        self.groups = [QWidget() for _ in groups]
        for group, items in zip(self.groups, groups, strict=True):
            row(*items, None, of=group)
        self._box = row(*self.groups, None, of=self, spacing=2 * GAP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def is_broken(self) -> bool:
        """Whether the groups stand below one another."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """The widest group; as high as it stands now."""
        widths = [group.minimumSizeHint().width() for group in self._shown]
        return QSize(max(widths, default=0), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        self._stand()

    def event(self, event: QEvent) -> bool:
        """What stands in it is wider, or narrower, than before."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return done

    @property
    def _shown(self) -> list[QWidget]:
        return [group for group in self.groups if not group.isHidden()]

    def _stand(self) -> None:
        shown = self._shown
        wanted = sum(group.sizeHint().width() for group in shown) + px(2 * GAP) * (len(shown) - 1)
        is_broken = wanted > self.width()
        if is_broken != self.is_broken:
            ways = QBoxLayout.Direction
            self._box.setDirection(ways.TopToBottom if is_broken else ways.LeftToRight)
            self._box.setSpacing(px(GAP // 2 if is_broken else 2 * GAP))
            self.updateGeometry()
