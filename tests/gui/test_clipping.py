"""No text is cut in any language: every label, button and list at the least size of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from gui.cell.strip import CellStrip
from gui.i18n.languages import install_language
from gui.places import PLACES, TRAIN
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle, settle_explained
from tests.gui.layout_checks import outside, overlapping
from tests.networks import text_network

ARROW = 24
"""What a list's arrow and its frame take."""


def cut_texts(window: QWidget) -> Iterator[str]:
    """Every text that can be seen and has less room than it needs."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                fits = widget.height() >= widget.heightForWidth(widget.width())
            else:
                fits = widget.width() >= widget.minimumSizeHint().width()
            said = widget.text()
        elif isinstance(widget, QAbstractButton) and widget.text():
            metrics = widget.fontMetrics()
            fits = widget.width() >= metrics.horizontalAdvance(widget.text())
            if isinstance(widget, CellStrip):  # drawn along it
                fits = widget.height() >= metrics.horizontalAdvance(widget.text())
            said = widget.text()
        elif isinstance(widget, QComboBox):
            said = widget.currentText()
            fits = widget.width() >= widget.fontMetrics().horizontalAdvance(said) + ARROW
        elif isinstance(widget, QTabBar):
            said = "tabs"
            fits = widget.width() >= sum(
                widget.fontMetrics().horizontalAdvance(widget.tabText(at))
                for at in range(widget.count())
            )
        else:
            continue
        if not fits:
            yield f"{said!r} in {widget.width()} x {widget.height()} of {type(widget).__name__}"


@pytest.mark.slow
@pytest.mark.parametrize("first", ["en", "ko"])
def test_nothing_is_cut_when_the_language_is_switched(
    make_window: MakeWindow, qapp: QApplication, first: str
) -> None:
    install_language(qapp, first)
    networks = [text_network(kind) for kind in ("SimpleRNN", "LSTM", "GRU")]
    settings = Settings()
    window: MainWindow = make_window(*networks, settings=settings, size=(760, 520))
    found: list[str] = []
    for language in (first, "ko" if first == "en" else "en", first):
        window.commands.all[f"language_{language}"].trigger()
        for name in ("", *(place.name for place in PLACES)):
            window.drawers.show_place(name)
            settle()
            settle_explained(window)
            found += [f"{language} {name or 'main'}: {text}" for text in cut_texts(window)]
        for tab in ("data", "model", "runs"):
            window.drawers.open(TRAIN).show_tab(tab)
            settle()
            found += [f"{language} train {tab}: {text}" for text in cut_texts(window)]
    assert not found, "\n".join(sorted(set(found)))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_drawer_scrolls_before_anything_in_it_is_cut(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    window = make_window(text_network("LSTM"), size=(760, 520))
    window.commands.appearance.use_scale(150)
    found: list[str] = []
    for place in PLACES:
        window.drawers.show_place(place.name)
        bars = [each for each in window.drawers.findChildren(QTabBar) if each.isVisible()]
        for tab in range(bars[0].count() if bars else 1):
            for bar in bars[:1]:
                bar.setCurrentIndex(tab)
            settle()
            settle_explained(window)
            for look in (cut_texts, outside, overlapping):
                found += [f"{place.name} {tab}: {text}" for text in look(window.drawers)]
            found += [
                f"{place.name} {tab}: {field} is {field.height()} high"
                for field in window.drawers.findChildren(QWidget)
                if isinstance(field, QAbstractButton | QAbstractSpinBox | QLineEdit)
                and field.isVisible()
                and (field.text() or not isinstance(field, QAbstractButton))
                and field.height() < field.fontMetrics().height()
            ]
    assert not found, "\n".join(found)


def test_the_wide_model_tab_shows_all_fields(make_window: MakeWindow) -> None:
    window = make_window(text_network("LSTM"), size=(1280, 720))
    panel = window.drawers.open(TRAIN)
    panel.show_tab("model")
    settle()
    narrow = panel.model.fields["units"].x(), panel.model.fields["epochs"].x()
    panel.wide.setChecked(True)
    settle()
    for name, field in panel.model.fields.items():
        assert field.visibleRegion().boundingRect() == field.rect(), name
    panel.wide.setChecked(False)
    settle()
    assert (panel.model.fields["units"].x(), panel.model.fields["epochs"].x()) == narrow
