"""Settings: remembered whole, repaired value by value, never in the way."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from engine.library import bundled
from gui.dialogs.about import AboutDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.kit.notice import Notice
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle, texts


def write(content: str | bytes) -> None:
    """Put this in the settings file."""
    path = Settings.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_what_is_saved_is_loaded() -> None:
    settings = Settings(theme="light", language="ko", speed=8.0, length=250, padding="post")
    settings.recent, settings.units = ["/a.keras"], [[1, 2]]
    settings.save()
    assert Settings.load() == settings


def test_without_a_file_there_are_defaults() -> None:
    assert Settings.load() == Settings()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", b"\xff\xfe\x00", '"text"'])
def test_a_damaged_file_is_the_defaults(content: str | bytes) -> None:
    write(content)
    assert Settings.load() == Settings()


@pytest.mark.parametrize("known", [field.name for field in fields(Settings)])
@pytest.mark.parametrize("wrong", [None, {"a": 1}, ["x", 3], "strange", -(10**9), 1e300, True])
def test_each_value_is_repaired_alone(known: str, wrong: object) -> None:
    write(json.dumps({known: wrong, "speed" if known != "speed" else "step": 3}))
    settings = Settings.load()
    assert type(getattr(settings, known)) is type(getattr(Settings(), known))
    assert settings.theme in ("system", "light", "dark")
    assert 1 <= settings.length <= 1000
    assert 0.25 <= settings.speed <= 60
    assert settings.num_words >= 0
    assert all(isinstance(path, str) for path in settings.recent + settings.panes)
    assert (settings.speed if known != "speed" else settings.step) == 3


def test_recent_files_are_ten_newest_first_each_once() -> None:
    settings = Settings()
    for number in (*range(12), 5):
        settings.remember_recent(f"/{number}.keras")
    assert settings.recent == [f"/{n}.keras" for n in (5, 11, 10, 9, 8, 7, 6, 4, 3, 2)]


def test_a_folder_that_cannot_be_written_is_only_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("GATESCOPE_CONFIG", str(tmp_path / "file" / "below"))
    Settings().save()
    assert Settings.load() == Settings()


def test_closing_a_window_remembers_it(make_window: MakeWindow) -> None:
    window = make_window()
    window.drawers.show_place("models")
    window.session.step = 7
    window.close()
    settings = Settings.load()
    assert (settings.drawer, settings.step) == ("models", 7)
    assert settings.text.startswith("this movie was very good")
    assert settings.geometry


# -- small windows of words ------------------------------------------------------------------


def test_the_keys_are_those_of_the_window(window: MainWindow) -> None:
    dialog = ShortcutsDialog(window)
    dialog.show()
    shown = texts(dialog)
    for action in window.actions():
        if action.shortcuts():
            assert action.text() in shown
            key = action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText)
            assert any(key in text for text in shown)
    dialog.query.setText("random")
    settle()
    assert "Random review" in texts(dialog)
    assert "One step forward" not in texts(dialog)
    dialog.close()


def test_the_source_of_the_reviews_is_credited(window: MainWindow) -> None:
    dialog = AboutDialog(window)
    dialog.show()
    said = " ".join(texts(dialog))
    assert "Maas" in said
    assert "ACL 2011" in said
    assert "Pretendard" in said
    assert "KaTeX" in said
    dialog.close()


def test_a_notice_is_said_closed_and_acted_upon(qtbot) -> None:  # type: ignore[no-untyped-def]
    notice = Notice()
    qtbot.addWidget(notice)
    done: list[str] = []
    notice.show_error("Something is wrong.", "Mend it", lambda: done.append("mended"))
    assert notice.isVisibleTo(None)
    assert notice.text == "Something is wrong."
    assert notice.findChild(QLabel) is not None
    notice._action.click()
    assert done == ["mended"]
    assert not notice.isVisible()
    notice.show_info("Written.")
    notice.clear_errors()
    assert notice.text == "Written."
    notice._close.click()
    assert notice.text == ""
    notice.hide()


def test_the_library_is_there() -> None:
    assert len(bundled()) == 6
