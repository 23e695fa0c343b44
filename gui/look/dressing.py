"""Dressing the application in a theme and a scale: its palette and its style sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.look.scale import use_scale
from gui.look.style_sheet import style_sheet
from gui.look.theme import BODY, DARK, FAMILY, LIGHT, Theme, theme, use_theme

_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_OWN_STYLE = Qt.WidgetAttribute.WA_SetStyle

_told_after: list[QWidget] = []


def apply_theme(choice: str) -> None:
    """Dress the application: "light", "dark", or "system" for the system's."""
    system_dark = QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light
    look = DARK if choice == "dark" or (choice == "system" and system_dark) else LIGHT
    with undressed() as app:
        use_theme(look)
        app.setPalette(_palette(look))


def apply_scale(percent: int) -> None:
    """Show all that is given by `sized`, or by the style sheet, in so many percent."""
    with undressed():
        use_scale(percent)


@contextmanager
def undressed() -> Iterator[QApplication]:
    """Without the style sheet inside; in that of the theme and the scale of the moment from then on.

    For whatever touches many widgets: a window that is built, another theme, another scale.  Under
    a style sheet Qt styles a widget, and all in it, anew each time it is put into another one, and
    as often for each of those around it that gets another sheet or font.  Built from the inside out
    a window takes twice as long so, and another scale five times.
    """
    app = _app()
    _wear("")
    try:
        yield app
    finally:
        _wear(style_sheet(theme(), FAMILY, BODY))


def _wear(sheet: str) -> None:
    """Let the application wear a style sheet, and Qt tell no widget of it that is told afterwards:
    it tells all but those with a style of their own, and asks no widget for that as it polishes
    them."""
    untold = [
        widget for widget in _told_after if isValid(widget) and not widget.testAttribute(_OWN_STYLE)
    ]
    for widget in untold:
        widget.setAttribute(_OWN_STYLE, True)
    try:
        _app().setStyleSheet(sheet)
    finally:
        for widget in untold:
            if isValid(widget):
                widget.setAttribute(_OWN_STYLE, False)


@contextmanager
def told_once(widgets: Mapping[QWidget, bool]) -> Iterator[None]:
    """Tell widgets of the style sheet that is worn at the end, and of none in between; what is put
    off not even of that one, see `catch_up`.

    Qt tells every widget of each, polished or not, in no order, and some take it for a reason to
    measure all that is in them: lists that nobody sees, and scroll areas whose contents are told of
    it later, and measured again.  That was half the time of another look.

    Args:
        widgets: each before what is in it, as they are told from the inside out; and whether it is
            put off, so that all sheets pass it over, as one that Qt has not polished yet.
    """
    for widget, is_put_off in widgets.items():
        if is_put_off:
            widget.setAttribute(_POLISHED, False)
    _told_after[:] = widgets
    try:
        yield
    finally:
        _told_after.clear()
        for widget in reversed(list(widgets)):
            if isValid(widget) and (not widgets[widget] or widget.testAttribute(_POLISHED)):
                QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
                widget.update()


def catch_up(widgets: Sequence[QWidget]) -> None:
    """Let widgets that were put off, each before what is in it, wear the style sheet of the moment.

    Some have been polished by then, as Qt does where it measures one or shows it; but told of
    another style, so that it forgets how large it was, nobody has been.
    """
    for widget in widgets:
        if not widget.testAttribute(_POLISHED):
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
    for widget in reversed(widgets):
        if isValid(widget):
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def is_dressed() -> bool:
    """Whether the style sheet is worn; in between, sizes are not those that anyone will see."""
    return bool(_app().styleSheet())


def polish_again(widget: QWidget) -> None:
    """Let a widget wear what the style sheet has for a property of it that was just set.

    ``widget.style()`` would hand out a Python object by the address of the style, and each
    sheet has a style of its own: what once lay there, and Qt deleted, could be handed out.
    """
    widget.setStyle(None)  # type: ignore[arg-type]  # no style of its own: Qt takes it so


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, look.ground),
        (role.WindowText, look.text),
        (role.Base, look.surface),
        (role.AlternateBase, look.raised),
        (role.Text, look.text),
        (role.Button, look.surface),
        (role.ButtonText, look.text),
        (role.ToolTipBase, look.raised),
        (role.ToolTipText, look.text),
        (role.PlaceholderText, look.faint),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Link, look.networks[0]),
        (role.Mid, look.line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(look.faint))
    return palette
