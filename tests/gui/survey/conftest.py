"""A window that has a small corpus open, and hands to let it be read."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.survey.page import SurveyPage
from gui.window.main_window import MainWindow
from tests.gui.conftest import LENGTH, MakeWindow, settle
from tests.networks import text_network

REVIEWS = 40
WORDS = ("the", "movie", "was", "good", "bad", "not", "great", "boring", "and", "i", "awful", "it")

Opened = Callable[[str], SurveyPage]


def write_corpus(path: Path, count: int = REVIEWS, *, labelled: bool = True, seed: int = 0) -> Path:
    """A table of made reviews, some shorter than `LENGTH`; every other one is positive."""
    random = np.random.default_rng(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("text", "label") if labelled else ("text",))
        for number in range(count):
            words = " ".join(random.choice(WORDS, random.integers(10, 2 * LENGTH)))
            writer.writerow((words, number % 2) if labelled else (words,))
    return path


def open_corpus(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    """Open a table of reviews, and wait until it is there."""
    reading = window.services.reading
    with qtbot.waitSignal(reading.corpus_changed):
        reading.open_source(path)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()


def wait(window: MainWindow, qtbot: QtBot) -> None:
    """Until what is asked is answered."""
    surveying = window.services.surveying
    settle()
    qtbot.waitUntil(lambda: not surveying.is_busy, timeout=20_000)
    settle()


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """SimpleRNN(3) and LSTM(4), the second in focus, and a corpus of `REVIEWS` reviews."""
    made = make_window(text_network("SimpleRNN", 3), text_network("LSTM", 4))
    made.session.focus = 1
    open_corpus(made, qtbot, write_corpus(tmp_path / "reviews.csv"))
    return made


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Opened:
    """Opens a page and lets the corpus be read for it."""

    def open_page(name: str) -> SurveyPage:
        window.services.explaining.page = name
        window.services.surveying.begin()
        wait(window, qtbot)
        page = window.pages.page
        assert isinstance(page, SurveyPage)
        return page

    return open_page
