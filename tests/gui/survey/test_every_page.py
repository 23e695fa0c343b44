"""What holds for every page about a corpus: in another language and look, beside an edit, of NaN."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from engine.network.network import Network
from engine.replay.edit_texts import parse_all
from gui.i18n.languages import TRANSLATIONS, install_language
from gui.survey.ablation_page import AblationPage
from gui.survey.card_page import CardPage
from gui.survey.page import SurveyContext, SurveyPage
from gui.survey.pages import SURVEY_PAGES
from gui.survey.table import SurveyTable
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, case, settle
from tests.gui.survey.conftest import Opened, open_corpus, wait, write_corpus
from tests.networks import text_network

NAMES = [each.name for each in SURVEY_PAGES]
PagesOf = Callable[[Network, Network], Iterator[SurveyPage]]
DISPLAY, COLOUR = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ForegroundRole


def shown(page: SurveyPage) -> list[str]:
    """Every text that is seen, and the colours of the rows, from head to foot."""
    result: list[str] = []
    for kind in (QLabel, QAbstractButton):
        widgets = [each for each in page.findChildren(kind) if each.isVisible()]
        result += [each.text() for each in widgets] + [each.toolTip() for each in widgets]
    for box in page.findChildren(QComboBox):
        result += [box.itemText(place) for place in range(box.count())]
    for browser in page.findChildren(QTextBrowser):  # the typeface before <h2> is Qt's affair
        result.append(browser.toHtml().partition("<h2")[2])
    for table in page.findChildren(SurveyTable):
        result += _cells(table)
    return result


def _cells(table: SurveyTable) -> Iterator[str]:
    model = table.model()
    places = [each for each in range(model.columnCount()) if not table.isColumnHidden(each)]
    for place in places:
        yield str(model.headerData(place, Qt.Orientation.Horizontal, DISPLAY))
    for row in range(model.rowCount()):
        for place in places:
            index = model.index(row, place)
            colour = index.data(COLOUR)
            yield f"{index.data(DISPLAY)} {'' if colour is None else colour.name()}"


def places(page: SurveyPage) -> SurveyPage:
    """The page, of a card that list which has labels in colour."""
    if isinstance(page, CardPage):
        page.lists.buttons["top"].click()
    return page


def made_now(window: MainWindow, qtbot: QtBot, name: str) -> SurveyPage:
    """The page as it is if it is opened at this moment."""
    row = next(each for each in SURVEY_PAGES if each.name == name)
    page = row.make(SurveyContext(window.session, window.services.surveying))
    assert isinstance(page, SurveyPage)
    qtbot.addWidget(page)
    assert window.pages.page is not None
    page.resize(window.pages.page.size())
    page.show()
    wait(window, qtbot)
    return places(page)


@pytest.mark.skipif(
    not (TRANSLATIONS / "gatescope_ko.qm").is_file(), reason="the Korean catalogue is not built"
)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_is_open_is_as_one_opened_in_that_language_and_look(
    name: str, opened: Opened, window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    page = places(opened(name))
    before = shown(page)
    for change in (
        window.commands.all["theme_light"].trigger,
        lambda: install_language(qapp, "ko"),
    ):
        change()
        wait(window, qtbot)
        assert page.answer is not None
        assert shown(page) == shown(made_now(window, qtbot, name))
    assert shown(page) != before


def test_edits_change_no_page_but_for_a_row_and_every_page_says_so(
    opened: Opened, window: MainWindow, qtbot: QtBot
) -> None:
    for name in NAMES:
        with case(name):
            page = opened(name)
            answer = page.answer
            assert answer is not None and not page.untouched.isVisible()
            window.services.edits.change(parse_all(["lstm.f=0", "lstm.o=1"]))
            wait(window, qtbot)
            assert page.untouched.isVisible()
            if isinstance(page, AblationPage):
                rows = [each for each in page.rows.rows if each.what != "edits"]
                assert rows == list(answer[1].rows) and page.answer[0] is answer[0]
                assert len(page.rows.rows) == len(rows) + 1
            else:
                assert page.answer is answer
            window.services.edits.change(())
            wait(window, qtbot)
            assert page.answer is answer


def broken(network: Network) -> Network:
    """The first unit of its recurrent layer has NaN for weights."""
    layer = network.recurrent[0]
    weights = {key: value.copy() for key, value in layer.weights.items()}
    for each in weights.values():
        each[..., 0] = np.nan
    other = replace(layer, weights=weights)
    layers = tuple(other if each is layer else each for each in network.layers)
    return replace(network, layers=layers)


@pytest.fixture
def pages_of(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> PagesOf:
    """Every page in turn, in one window of two networks, the second in focus."""

    def pages(first: Network, second: Network) -> Iterator[SurveyPage]:
        window = make_window(first, second)
        window.session.focus = 1
        open_corpus(window, qtbot, write_corpus(tmp_path / "reviews.csv"))
        for name in NAMES:
            window.services.explaining.page = name
            window.services.surveying.begin()
            wait(window, qtbot)
            page = window.pages.page
            assert isinstance(page, SurveyPage)
            yield page

    return pages


def test_of_a_network_without_numbers_a_page_says_what_it_can(pages_of: PagesOf) -> None:
    for page in pages_of(text_network("GRU", 3), broken(text_network("LSTM", 4))):
        with case(type(page).__name__):
            assert page.grab().size() == page.size()
            said = page.invitation if page.answer is None else page.sentence
            assert said.text() not in ("", "…")
            numbers = [text for text in shown(page) if re.search(r"\bnan\b", text)]
            assert numbers == []


def test_every_page_says_of_a_network_that_it_knows_hardly_a_word(pages_of: PagesOf) -> None:
    for page in pages_of(text_network("GRU", 3, words=6), text_network("LSTM", 4, words=6)):
        with case(type(page).__name__):
            assert page.answer is not None
            assert any("does not know" in text for text in shown(page))


def column_widths(page: SurveyPage) -> list[int]:
    """Of every table, 0 for a column that is not seen."""
    return [
        table.columnWidth(place)
        for table in page.findChildren(SurveyTable)
        for place in range(table.model().columnCount())
    ]


def least_heights(page: SurveyPage) -> list[tuple[str, int]]:
    """Of every text that wraps."""
    texts = [each for each in page.findChildren(QLabel) if each.wordWrap() and each.isVisible()]
    return [(each.text(), each.minimumHeight()) for each in texts]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_the_sizes_of_one_that_is_opened_in_that_scale(
    opened: Opened, window: MainWindow, qtbot: QtBot, name: str
) -> None:
    window.resize(1920, 1200)
    page = places(opened(name))
    for percent in (150, 200, 100):
        window.commands.appearance.use_scale(percent)
        for _ in range(3):
            settle()
        made = made_now(window, qtbot, name)
        settle()
        assert column_widths(page) == column_widths(made), percent
        assert least_heights(page) == least_heights(made), percent
        made.close()


@pytest.mark.parametrize("name", ["survey_parting", "survey_right"])
def test_a_column_without_room_is_named(opened: Opened, window: MainWindow, name: str) -> None:
    page, seen = opened(name), set()
    (table,) = page.findChildren(SurveyTable)
    for width in (2200, 1440, 1200, 1024, 2200):
        window.resize(width, 900)
        settle()
        settle()
        hidden = table.left_out
        seen.add(len(hidden))
        assert all(title in page.said.text() for title in hidden)
        assert ("No room for" in page.said.text()) == bool(hidden)
    assert len(seen) > 1 and 0 in seen
