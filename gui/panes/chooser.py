"""`SeriesChips`: which series are shown; a legend that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from engine.replay.cells.series import Series
from gui.kit.layouts import row
from gui.kit.one_stop import OneStop
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import name_widget
from gui.look.meanings import series_meaning, series_name
from gui.look.scale import px, sized
from gui.look.theme import theme

WIDTH, MIN_WIDTH, SPACING = 22, 12, 2
"""Of a button, and between two of them."""


class SeriesChips(View):
    """One small button a series, in its colour; of several, or with ``single`` of one, the curves
    or the pictures are shown."""

    changed = Signal()

    def __init__(
        self,
        kind: str,
        series: tuple[Series, ...],
        parent: QWidget | None = None,
        *,
        single: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._series, self._single = series, single
        self._buttons: dict[str, QToolButton] = {}
        for each in series:
            button = QToolButton()
            button.setText(each.symbol)
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setChecked(each.rank == 0 if single else each.shown)
            button.toggled.connect(self._toggled)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            sized(button.setMinimumWidth, MIN_WIDTH)
            sized(button.setMaximumWidth, WIDTH)
            self._buttons[each.key] = button
        OneStop(self._buttons.values(), self)
        row(*self._buttons.values(), of=self, spacing=SPACING)
        self.dress()

    def sizeHint(self) -> QSize:
        """Wide buttons; in a narrow pane they are as wide as their letters."""
        count = len(self._buttons)
        width = count * px(WIDTH) + (count - 1) * px(SPACING)
        return QSize(width, super().sizeHint().height())

    def _toggled(self) -> None:
        """Show others; the last one stays, so that there is always one."""
        if self._single and len(self.chosen()) > 1:
            for other in self._buttons.values():
                if other is not self.sender():
                    with QSignalBlocker(other):
                        other.setChecked(False)
        if self.chosen():
            self.changed.emit()
        else:
            button = self.sender()
            assert isinstance(button, QToolButton)
            button.setChecked(True)

    def chosen(self) -> list[str]:
        """The chosen series."""
        return [key for key, button in self._buttons.items() if button.isChecked()]

    def retranslate(self) -> None:
        """Name the buttons for tool tips and screen readers."""
        for each in self._series:
            whose = self.tr("pictures of the %s") if self._single else self.tr("curve of the %s")
            name = whose % series_name(each.key)
            says = tip(series_meaning(self._kind, each.key))
            name_widget(self._buttons[each.key], name, says)

    def restyle(self) -> None:
        """Colour each letter as its series."""
        look = theme()
        for each in self._series:
            sized(
                self._buttons[each.key].setStyleSheet,
                f"QToolButton {{ font-family: 'KaTeX_Math'; font-size: 14px; padding: 0;"
                f" border: none; border-bottom: 2px solid transparent; border-radius: 0;"
                f" color: {look.faint}; }}"
                f"QToolButton:hover {{ background: {look.raised}; }}"
                f"QToolButton:checked {{ color: {look.of(each)};"
                f" border-bottom: 2px solid {look.of(each)}; }}"
                f"QToolButton:focus {{ background: {look.raised}; border: 1px solid {look.accent}; }}",
            )
