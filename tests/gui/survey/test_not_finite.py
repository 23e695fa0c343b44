"""A network whose weights are no numbers, on every page: what cannot be said is said, in red where
it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.network.opening import open_network
from gui.explain.pages import PAGES
from gui.window.main_window import MainWindow
from gui.window.page_rows import CENTRE_PAGES
from tests.engine.network import files
from tests.gui.conftest import MakeWindow, case, settle, texts
from tests.gui.explain.conftest import wait as explained
from tests.gui.survey.conftest import open_corpus, wait, write_corpus

SPOILED = {"kernel": ("lstm", 0), "table": ("embedding", 0)}


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    networks = []
    for name, (layer, place) in SPOILED.items():
        arrays = files.weights()
        arrays[layer][place][2, 1] = np.nan if name == "kernel" else np.inf
        networks.append(open_network(files.write_keras(tmp_path / f"{name}.keras", arrays=arrays)))
    window = make_window(*networks, text="a good film", length=files.STEPS)
    open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv", 12))
    return window


@pytest.mark.slow
def test_every_page_bears_it(window: MainWindow, qtbot: QtBot) -> None:
    explaining = window.services.explaining
    for place in range(len(SPOILED)):
        window.session.focus = place
        for page in CENTRE_PAGES if place == 0 else PAGES:
            with case(f"{list(SPOILED)[place]}, {page.name}"):
                explaining.page = page.name
                window.services.surveying.begin()
                (wait if page.name.startswith("survey") else explained)(window, qtbot)
                assert window.pages.page is not None
                window.grab()
    explaining.page = ""
    for strip in ("attribution", "memory"):
        with case(strip):
            explaining.asked = replace(explaining.asked, strip=strip)
            explained(window, qtbot)
            window.grab()


def test_the_note_names_the_unit(window: MainWindow) -> None:
    window.drawers.show_place("models")
    window.session.focus = 0
    settle()
    said = " ".join(texts(window))
    assert "The kernel of the layer lstm has 1 value" in said and "in unit 2" in said
