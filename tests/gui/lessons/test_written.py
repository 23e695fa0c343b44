"""A window that stands at a step that only one network has written."""

from __future__ import annotations

import pytest

from engine.lessons.parse import load_folder
from engine.replay.edit_texts import parse_all
from gui.lessons.basic_step import BasicStep
from gui.lessons.panel import FOLDER, lesson_names
from gui.lessons.unrolled import Unrolled
from tests.gui.conftest import LENGTH, MakeWindow, settle
from tests.gui.lessons.test_lessons import open_lessons
from tests.networks import text_network, writing_network

NAMES = [lesson.name for lesson in load_folder(FOLDER / "en", lesson_names())[0]]


@pytest.mark.slow
def test_a_lesson_stands_at_the_last_step_that_its_network_has(make_window: MakeWindow) -> None:
    window = make_window(writing_network("GRU", words=500), text_network("LSTM"))
    window.services.edits.change(parse_all(["read on 10"]))
    settle()
    window.session.step = LENGTH + 8
    panel = open_lessons(window)
    for name in NAMES:
        window.session.step = LENGTH + 8
        panel.show_lesson(name)
        settle()
        assert window.session.step == LENGTH + 8, name
        picture = panel.view.picture
        assert picture is not None and picture.isVisible(), name
        if isinstance(picture, Unrolled):
            assert picture.chain.steps()[-1] == LENGTH - 1, name
            picture.fold.click()
            panel.grab()
            assert picture.chain.steps() == [LENGTH - 1], name
        if isinstance(picture, BasicStep):
            assert f"step {LENGTH}:" in picture.step_label.text(), name
