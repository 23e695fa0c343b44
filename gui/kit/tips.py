"""Tool tips."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def tip(text: str) -> str:
    """A tool tip that says just this: names from files are not read as mark-up."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


class _Teller(QObject):
    """Answers a widget's question for its tool tip."""

    def __init__(self, widget: QWidget, describe: Callable[[QPointF], str]) -> None:
        super().__init__(widget)
        self._widget, self._describe = widget, describe
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what is below the pointer."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        text = self._describe(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), tip(text), self._widget)
        return True


def explain_when_asked(widget: QWidget, describe: Callable[[QPointF], str]) -> None:
    """Let a widget whose numbers change at every step say them in its tool tip: ``describe`` is
    asked for the text at a place of the widget only when the pointer rests there."""
    _Teller(widget, describe)
