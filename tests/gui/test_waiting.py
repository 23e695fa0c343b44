"""The bar of long work says how long it will take, as soon as that can be told."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.progress import Progress
from gui.i18n.languages import install_language
from gui.kit import waiting
from gui.kit.waiting import Waiting


@pytest.mark.parametrize(
    ("language", "said"), [("en", "about 30 s left"), ("ko", "약 30초 남음")], ids=["en", "ko"]
)
def test_long_work_says_what_is_left(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    clock = [0.0]
    monkeypatch.setattr(waiting, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    install_language(qapp, language)
    try:
        bar = Waiting()
        qtbot.addWidget(bar)
        bar.resize(600, 40)
        for clock[0], done in ((0.0, 0), (1.0, 10)):
            bar.show_progress(Progress(done, 100, "Drawing the animation"))
            assert said not in bar.what.text()
        clock[0] = 20.0
        bar.show_progress(Progress(40, 100, "Drawing the animation"))
        assert f"{said} · 40" in bar.what.text()
        bar.resize(120, 40)
        bar.show_progress(Progress(40, 100, "Drawing the animation"))
        assert "40" in bar.what.text() and said in bar.what.toolTip()
        bar.show_progress(None)
        bar.show_progress(Progress(40, 100, "Drawing the animation"))
        assert said not in bar.what.toolTip(), "another begins anew"
    finally:
        install_language(qapp, "en")
