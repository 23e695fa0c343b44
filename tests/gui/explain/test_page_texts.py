"""The texts of every page that explains are whole: whatever stands beside it, in any language."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.explain.page import Page
from gui.explain.pages import PAGES
from gui.i18n.languages import install_language
from gui.places import EXPLAIN
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle
from tests.gui.explain.conftest import wait
from tests.gui.explain.test_padding_page import sample
from tests.networks import text_network

SIZES = ((1024, 700), (1280, 720), (1440, 900))


def cut_texts(page: Page) -> list[str]:
    """The texts that wrap and have more lines than room."""
    return [
        f"{each.text()!r} in {each.width()} x {each.height()}"
        for each in page.findChildren(QLabel)
        if each.isVisible() and each.wordWrap() and each.text()
        if each.height() < each.heightForWidth(each.width())
    ]


@pytest.mark.slow
def test_no_sentence_of_a_page_is_cut(
    make_window: MakeWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    window: MainWindow = make_window(*map(text_network, ("SimpleRNN", "LSTM", "GRU")))
    explaining, found = window.services.explaining, set()
    explaining.sample = sample
    explaining.asked = replace(explaining.asked, methods=("gradxinput", "lrp"))
    for language, page in itertools.product(("en", "ko"), PAGES):
        if page is PAGES[0]:
            install_language(qapp, language)
        window.drawers.show_place("")
        explaining.page = page.name
        wait(window, qtbot)
        shown = window.pages.page
        assert shown is not None and shown.sentence.text(), page.name
        said = shown.sentence.text()
        for size, (place, times) in itertools.product(SIZES, (("", 1), (EXPLAIN, 3))):
            window.resize(*size)
            window.drawers.show_place(place)
            strip = "attribution" if place else "prediction"
            explaining.asked = replace(explaining.asked, strip=strip)
            shown.sentence.setText(" ".join([said] * times))  # an answer may come later
            settle()
            case = f"{page.name}, {language}, {size}, {strip}, {times}"
            found |= {f"{case}: {text}" for text in cut_texts(shown)}
    assert not found, "\n".join(sorted(found))
