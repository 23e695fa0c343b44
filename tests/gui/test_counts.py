"""Words and steps are counted one way, and large numbers are written one way."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel

from engine.session.state import EncodingState, SessionState
from engine.text.dictionary import START, imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from gui.i18n.languages import install_language
from gui.places import REVIEWS
from gui.plots.axis import StepAxis
from gui.review.counts import cut_text, steps_text
from gui.review.details import DetailsDialog
from gui.settings import Settings
from tests.gui.conftest import MakeWindow, drawn_texts, plain, settle
from tests.networks import text_network

WITHOUT = re.compile(r"(?<![\d.,])\d{4,}(?![\d.])")
"""A whole number of four digits or more without a separator."""


@pytest.mark.parametrize("padding", ["pre", "post"])
@pytest.mark.parametrize("truncating", ["pre", "post"])
@pytest.mark.parametrize("start", [1, None])
@pytest.mark.parametrize("count", [1, 7, 8, 9, 10, 30])
def test_padding_mark_and_words_are_the_steps(
    padding: str, truncating: str, start: int | None, count: int
) -> None:
    encoding = Encoding(length=9, padding=padding, truncating=truncating, start_char=start)  # type: ignore[arg-type]
    review = encode("good " * count, imdb(), encoding)
    counts = review.counts
    assert counts.padding + counts.marks + counts.words == len(review) == 9
    assert counts.words + counts.cut == count, "the start mark is no word"
    assert counts.marks == review.steps.count(START) <= int(start is not None)
    numbers = [int(number) for number in re.findall(r"\d+", steps_text(review))]
    named = "start mark" in steps_text(review)
    assert sum(numbers[:-1]) + named == numbers[-1] == 9
    assert bool(cut_text(review)) == bool(counts.cut)


def test_list_header_box_and_details_agree(make_window: MakeWindow) -> None:
    window = make_window(length=100)
    reading, drawers = window.services.reading, window.drawers
    reading.read_text("a good film " * 5)
    drawers.show_place(REVIEWS.name)
    settle()
    panel = drawers.panel(REVIEWS)
    said = "84 padding + start mark + 15 words = 100 steps"
    assert said in [plain(each) for each in window.reading_view.header.findChildren(QLabel)]
    assert panel.compose.says.text().startswith(said)
    window.commands.all["details"].trigger()
    details = window.findChildren(DetailsDialog)[0]
    assert details.view.summary.text().startswith(said)
    details.close()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_large_numbers_have_separators(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    settings = Settings(session=SessionState(encoding=EncodingState(length=1000)))
    network = text_network("LSTM", words=20_000)
    window = make_window(network, text="the film is good " * 1500, settings=settings)
    window.drawers.show_place(REVIEWS.name)
    install_language(qapp, language)
    window.session.step = 999
    settle()
    texts = [plain(each) for each in window.findChildren(QLabel) if each.isVisible()]
    texts += [each.text() for each in window.findChildren(QAbstractSpinBox) if each.isVisible()]
    for axis in window.findChildren(StepAxis):
        texts += drawn_texts(axis)
    assert any("1,000" in text for text in texts) and any("5,0" in text for text in texts)
    assert not [text for text in texts if WITHOUT.search(text)]
