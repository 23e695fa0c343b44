"""What is wrong with a layout, measured: cut and shortened texts, and what lies over what."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QWidget

TEXTS = (QLabel, QAbstractButton, QComboBox)


def said(widget: QWidget) -> str:
    """What a label, a button or a list says."""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    assert isinstance(widget, QLabel | QAbstractButton)
    return widget.text()


def in_window(widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def scroller(widget: QWidget) -> QWidget | None:
    """The viewport in which a widget is scrolled; None where it is not."""
    parent = widget.parentWidget()
    while parent is not None:
        around = parent.parentWidget()
        if isinstance(around, QAbstractScrollArea) and around.viewport() is parent:
            return parent
        parent = around
    return None


def shortened_texts(window: QWidget) -> Iterator[str]:
    """Every text with something left out that no tool tip says whole."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, TEXTS) and widget.isVisible():
            text = said(widget)
            if "…" in text.rstrip("…") + "." * text.endswith("…") and not widget.toolTip():
                yield f"{text!r} of {type(widget).__name__}"


def outside(window: QWidget) -> Iterator[str]:
    """Every text that reaches beyond what it stands in, and cannot be scrolled to."""
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if not isinstance(widget, TEXTS) or not widget.isVisible() or parent is None:
            continue
        if not said(widget) or parent.rect().contains(widget.geometry()):
            continue
        if scroller(widget) is not parent:
            yield f"{said(widget)!r} at {widget.geometry()} in {parent.rect()} of {parent}"


def overlapping(window: QWidget) -> Iterator[str]:
    """Every two texts of one parent that lie over each other."""
    parents = [window, *window.findChildren(QWidget)]
    for parent in parents:
        parts = [
            each
            for each in parent.children()
            if isinstance(each, TEXTS) and each.isVisible() and said(each)
        ]
        for at, one in enumerate(parts):
            for other in parts[at + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield f"{said(one)!r} over {said(other)!r} in {parent}"
