"""What is explained is a part of a view, and comes back with it; keys ask for it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.session.asked import Asked
from engine.session.pane import Shade
from engine.session.state import SessionState, from_json, to_plain
from gui.explain.pages import PAGES
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle
from tests.gui.explain.conftest import wait

OTHER = Asked("memory", ("lrp", "occlusion"), "cursor", 2, "zero", 16, "unknown", "answer")
OTHER = replace(OTHER, attends=("heads",), head=2)


def test_a_view_keeps_what_is_explained(window: MainWindow, qtbot: QtBot) -> None:
    explaining, restoring = window.services.explaining, window.dialogs.views.restoring
    explaining.asked, explaining.page = OTHER, "fading"
    content = json.dumps(to_plain(restoring.state()))
    explaining.asked, explaining.page = Asked(), ""
    plain = json.dumps(to_plain(restoring.state()))
    assert "explain" not in plain  # a view is small
    for saved, asked, page in ((content, OTHER, "fading"), (plain, Asked(), "")):
        state, notes = from_json(saved, "x")
        assert not notes
        restoring.show_choices(state)
        assert (explaining.asked, explaining.page) == (asked, page)
    wait(window, qtbot)


def test_what_does_not_fit_is_repaired_and_said(window: MainWindow, qtbot: QtBot) -> None:
    content = (
        '{"format": "Gatescope view", "version": 1, "page": "nowhere",'
        ' "explain": {"methods": ["magic"], "strip": "cloud", "points": -3}}'
    )
    state, notes = from_json(content, "x")
    assert len(notes) == 3
    assert state.explain == replace(Asked(), methods=())
    told: list[str] = []
    window.dialogs.views.restoring.noted.connect(lambda error: told.append(str(error)))
    window.dialogs.views.restoring.show_choices(state)
    assert window.services.explaining.asked == Asked()  # one method stays
    assert any("nowhere" in text for text in told)
    wait(window, qtbot)


def test_every_field_has_another_value_above() -> None:
    usual = Asked()
    assert all(getattr(OTHER, name) != getattr(usual, name) for name in vars(usual))
    assert SessionState().explain == usual


@pytest.mark.parametrize(
    ("key", "strip"), [("2", "attribution"), ("3", "memory"), ("1", "prediction")]
)
def test_keys_choose_the_strip(window: MainWindow, qtbot: QtBot, key: str, strip: str) -> None:
    explaining = window.services.explaining
    explaining.asked = replace(explaining.asked, strip="memory" if key != "3" else "prediction")
    QTest.keyClick(window.reading_view.words, key)
    assert explaining.asked.strip == strip
    assert window.explain_strip.currentWidget() is window.explain_strip.shown
    wait(window, qtbot)


def test_keys_open_and_close_pages_and_colour_the_words(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    explaining, words = window.services.explaining, window.reading_view.words
    monkeypatch.setattr(explaining, "sample", lambda network, count, seed: [])
    for page in PAGES:
        if page.key:
            QTest.keyClick(words, page.key)
            assert explaining.page == page.name
            QTest.keyClick(words, page.key)
            assert explaining.page == ""
    QTest.keyClick(words, Qt.Key.Key_M)
    settle()
    QTest.keyClick(window.pages.page or words, Qt.Key.Key_Escape)
    assert explaining.page == ""
    QTest.keyClick(words, "a")
    assert window.session.shade == Shade(window.session.focus, "attribution")
    QTest.keyClick(words, "a")
    assert window.session.shade == Shade()
    wait(window, qtbot)
