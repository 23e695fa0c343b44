"""Settings: remembered whole, repaired value by value, never in the way."""

from __future__ import annotations

import json
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

import gui.app
import main
from engine.errors import Note
from engine.library import MODELS, bundled
from engine.session.state import (
    ColourState,
    EncodingState,
    NumbersState,
    PaneState,
    ReviewState,
    SessionState,
)
from gui.dialogs.about import AboutDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.kit.notice import Notice
from gui.settings import (
    AnimationSettings,
    ModelSettings,
    PictureSettings,
    PlaybackSettings,
    Settings,
    SurveySettings,
    TrainingSettings,
    WindowSettings,
)
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, dispose, settle, texts

PARTS = {
    "window": WindowSettings,
    "models": ModelSettings,
    "training": TrainingSettings,
    "playback": PlaybackSettings,
    "session": SessionState,
    "picture": PictureSettings,
    "animation": AnimationSettings,
    "survey": SurveySettings,
}


def write(content: str | bytes) -> None:
    """Put this in the settings file."""
    path = Settings.path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_what_is_saved_is_loaded() -> None:
    settings = Settings(
        WindowSettings("light", "ko", "models", "abc", {"across": [1, 2]}, {"export": "/x"}),
        ModelSettings(["/a.keras"], {"ab": {"path": ""}}, {"ab": "/names.txt"}),
        TrainingSettings({"limit": 5}, "runs", ["/runs/1"]),
        PlaybackSettings(8.0),
        SessionState(
            (PaneState("LSTM(8)", "lstm", units=(2, 1)),),
            1,
            encoding=EncodingState(length=250, padding="post"),
            colours=ColourState(0, "f", None, "stretched", True),
        ),
    )
    settings.save()
    assert Settings.load() == settings


OLD = {
    "theme": "light",
    "language": "ko",
    "speed": 16.0,
    "loop": False,
    "whole": True,
    "stretched": True,
    "drawer": "reviews",
    "geometry": "abc",
    "splitters": {"across": [0, 436, 281]},
    "recent": ["/models/mine.h5"],
    "panes": [str(MODELS / "lstm.keras"), "/models/mine.h5"],
    "layers": ["lstm", "gru_1"],
    "units": [[6, 2], [4]],
    "focus": 1,
    "shade": [1, "z", 3],
    "review": 77,
    "text": "",
    "step": 12,
    "folder": "/pictures",
    "num_words": 500,
    "length": 60,
    "padding": "post",
    "truncating": "pre",
    "plan": {"limit": 10},
    "training_tab": "runs",
    "followed": ["/runs/theirs"],
    "dictionaries": {"ab": {"path": ""}},
    "series": "file",
    "series_file": "/data/wind.csv",
    "series_columns": ["speed"],
    "series_scale": "standard",
    "series_part": 0.5,
    "series_missing": "drop",
    "series_length": 30,
    "series_stride": 5,
    "series_window": 9,
    "series_period": 12.0,
    "series_noise": 0.1,
    "series_seed": 4,
    "class_names": {"ab": "/names.txt"},
}
"""A settings file from before there were parts."""


def test_settings_of_an_older_version_are_taken_over() -> None:
    write(json.dumps(OLD))
    assert Settings.load() == Settings(
        WindowSettings(
            "light", "ko", "reviews", "abc", {"across": [0, 436, 281]}, {"export": "/pictures"}
        ),
        ModelSettings(["/models/mine.h5"], {"ab": {"path": ""}}, {"ab": "/names.txt"}),
        TrainingSettings({"limit": 10}, "runs", ["/runs/theirs"]),
        PlaybackSettings(16.0),
        SessionState(
            (
                PaneState(bundled="lstm", layer="lstm", units=(6, 2)),
                PaneState(file="/models/mine.h5", layer="gru_1", units=(4,)),
            ),
            1,
            "numbers",
            ReviewState(number=77),
            EncodingState(500, 60, "post", "pre"),
            NumbersState(
                source="file",
                file="/data/wind.csv",
                columns=("speed",),
                scale="standard",
                part=0.5,
                missing="drop",
                length=30,
                stride=5,
                window=9,
                period=12.0,
                noise=0.1,
                seed=4,
            ),
            12,
            ColourState(1, "z", 3, "stretched", True),
        ),
    )


def test_what_an_older_version_had_not_chosen_is_the_default() -> None:
    write(json.dumps({"review": -1, "step": -1, "focus": -1, "shade": [], "text": "mine"}))
    assert Settings.load() == Settings(session=SessionState(review=ReviewState(text="mine")))


def test_damaged_settings_of_an_older_version_do_no_harm() -> None:
    for name, wrong in product(
        OLD, (None, {"a": 1}, ["x", [3], {}], "strange", -(10**9), 1e300, True)
    ):
        case = f"{name}: {wrong!r}"
        write(json.dumps({**OLD, name: wrong}))
        settings = Settings.load()
        settings.save()
        assert Settings.load() == settings, case
        if name != "speed":
            assert settings.playback.speed == 16.0, case


def test_without_a_file_there_are_defaults() -> None:
    assert Settings.load() == Settings()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", b"\xff\xfe\x00", '"text"'])
def test_a_damaged_file_is_the_defaults_and_kept_beside(content: str | bytes) -> None:
    for kept in ("settings.json.damaged", "settings.json.damaged2"):
        told: list[Note] = []
        write(content)
        written = Settings.path().read_bytes()
        settings = Settings.load(told)
        assert settings == Settings()
        settings.save()
        assert Settings.path().with_name(kept).read_bytes() == written
        (said,) = map(str, told)
        assert str(Settings.path()) in said and kept in said and "begins afresh" in said
        assert "line 1, column" in said or content in ("[]", "null", '"text"', b"\xff\xfe\x00")


def test_a_damaged_file_that_cannot_be_put_aside_is_said_to_be_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise OSError

    write("{")
    monkeypatch.setattr(type(Settings.path()), "rename", fail)
    told: list[Note] = []
    assert Settings.load(told) == Settings()
    (said,) = map(str, told)
    assert "replaces them as it closes" in said and Settings.path().read_bytes() == b"{"


@pytest.mark.parametrize("files", [[], ["gru"]])
def test_damaged_settings_stand_in_for_nothing_that_is_named(
    qapp: QApplication, files: list[str]
) -> None:
    """`--save-view` writes nothing where something stands in for what was asked for."""
    write("{,")
    told: list[Note] = []
    settings = Settings.load(told)
    window = gui.app.make_window(main.parser().parse_args(files), settings, told)
    assert window.dialogs.views.report.shows_less == (not files)
    dispose(window)


def test_damaged_settings_are_said_in_the_window(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    write("{,")
    told: list[Note] = []
    settings = Settings.load(told)
    window = gui.app.make_window(main.parser().parse_args([]), settings, told)
    for said in (window.notice.text, capsys.readouterr().err):
        assert "settings.json cannot be read: it is not JSON at line 1, column 2" in said
    dispose(window)


def test_each_value_is_repaired_alone() -> None:
    names = [
        (part.name, each.name) for part in fields(Settings) for each in fields(PARTS[part.name])
    ]
    for (part, name), wrong in product(
        names, (None, {"a": 1}, ["x", 3], "strange", -(10**9), 1e300, True)
    ):
        case = f"{part}.{name}: {wrong!r}"
        write(json.dumps({part: {name: wrong}, "session": {"step": 3}} | {part: {name: wrong}}))
        settings = Settings.load()
        settings.save()
        assert Settings.load() == settings, f"what was repaired is right, {case}"
        for other in fields(Settings):
            if other.name not in (part, "session"):
                assert getattr(settings, other.name) == getattr(Settings(), other.name), case
        assert settings.window.theme in ("system", "light", "dark"), case
        assert 0.25 <= settings.playback.speed <= 60, case
        assert part == "session" or settings.session == SessionState(step=3), case


def test_recent_files_are_ten_newest_first_each_once() -> None:
    settings = ModelSettings()
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
    assert (settings.window.drawer, settings.session.step) == ("models", 7)
    assert settings.session.review.text.startswith("this movie was very good")
    assert settings.window.geometry


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
    notice.show_error("Something is wrong.", lambda: "Mend it", lambda: done.append("mended"))
    assert notice.isVisibleTo(None)
    assert notice.text == "Something is wrong."
    assert notice.findChild(QLabel) is not None
    notice._problem.action.click()
    assert done == ["mended"]
    assert not notice.isVisible()
    notice.show_info(lambda: "Written.")
    notice.clear_errors()
    assert notice.text == "Written."
    notice._news.close_button.click()
    assert notice.text == ""
    notice.hide()


def test_the_library_is_there() -> None:
    assert len(bundled()) == 6
