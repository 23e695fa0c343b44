"""The guide inside the app, and the note of the first start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.session.pane import Shade
from gui.help import glossary_page
from gui.help.first_steps import FirstSteps
from gui.help.guide import READING_ORDER, pages, search
from gui.help.page_view import PICTURE_WIDTH, PageView
from gui.help.window import HelpWindow
from gui.i18n.languages import LANGUAGES, install_language
from gui.look.dressing import apply_scale
from gui.look.meanings import NUMBERS, SERIES, name_of, series_name
from gui.look.scale import USUAL
from gui.paths import GUIDE
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, settle, texts
from tests.gui.test_room import GUARDS, LONG, look_at, place
from tests.networks import text_network

CODES = [language.code for language in LANGUAGES]


@pytest.fixture
def help_window(qtbot: QtBot) -> HelpWindow:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show()
    settle()
    return window


def items(window: HelpWindow) -> list[str]:
    """What the list at the left says."""
    return [window.list.item(at).text() for at in range(window.list.count())]


def test_every_language_has_every_page() -> None:
    names = {code: [page.path.name for page in pages(code)] for code in CODES}
    assert names["en"][0] == "window.md"
    assert all(names[code] == names["en"] for code in CODES)
    assert [page.path for page in pages("xx")] == [page.path for page in pages("en")]


def test_every_page_has_its_place_in_the_order_of_reading() -> None:
    assert len(pages("en")) == len(READING_ORDER) == len(set(READING_ORDER))
    assert {path.stem for path in (GUIDE / "en").glob("*.md")} < set(READING_ORDER)


@pytest.mark.parametrize("path", sorted(GUIDE.rglob("*.md")), ids=lambda path: path.stem)
def test_links_lead_somewhere_and_pictures_are_drawn(
    qtbot: QtBot, qapp: QApplication, path: Path
) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.show_page(path)
    for is_picture, target in re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", path.read_text("utf-8")):
        if target.startswith("http"):
            continue
        assert (path.parent / target).is_file(), target
        if is_picture:
            kind = QTextDocument.ResourceType.ImageResource.value
            picture = view.loadResource(kind, target)
            assert isinstance(picture, QImage) and picture.width() > 100


@pytest.mark.parametrize("width", [1200, 700])
def test_a_picture_is_as_wide_as_there_is_room_and_leaves_no_gap(
    qtbot: QtBot, help_window: HelpWindow, width: int
) -> None:
    help_window.resize(width, 600)
    page = help_window.page
    room = page.viewport().width() - 2 * page.document().documentMargin()
    wanted = min(PICTURE_WIDTH, room)
    layout, block = page.document().documentLayout(), page.document().begin()
    while "\ufffc" not in block.text():
        block = block.next()

    def is_drawn() -> None:
        box, below = (layout.blockBoundingRect(each) for each in (block, block.next()))
        picture = box.width() if wanted == room else box.height() * 1440 / 900
        assert abs(picture - wanted) <= 3
        assert below.top() - box.bottom() <= 48

    qtbot.waitUntil(lambda: page._drawn_width == wanted)
    is_drawn()


def test_a_link_to_another_page_is_followed_and_others_are_not(help_window: HelpWindow) -> None:
    first = help_window.page.toPlainText()
    link = next(page for page in pages("ko") if page.path.name == "window.md")
    help_window.page.anchorClicked.emit(f"../ko/{link.path.name}")
    assert link.title in help_window.page.toPlainText() != first
    help_window.page.anchorClicked.emit("file:///etc/passwd")
    assert link.title in help_window.page.toPlainText()


def test_nothing_is_fetched_for_a_page(help_window: HelpWindow) -> None:
    kinds = QTextDocument.ResourceType
    load = help_window.page.loadResource
    assert load(kinds.ImageResource.value, "https://example.org/a.png") is None
    assert load(kinds.StyleSheetResource.value, "window.md") is None


def test_search_finds_sections_and_goes_there(help_window: HelpWindow) -> None:
    found = search(pages("en"), "early stopping")
    assert found and all("early" in each.section.text.casefold() for each in found)
    assert search(pages("en"), "") == [] == search(pages("en"), "zyzzyva")
    section = pages("en")[0].sections[-1]
    QTest.keyClicks(help_window.query, section.heading)
    assert section.heading in items(help_window)[0], "headings first"
    QTest.keyClick(help_window.query, Qt.Key.Key_Return)
    settle()
    assert help_window.page.verticalScrollBar().value() > 0
    assert help_window.page.extraSelections()
    help_window.query.setText("zyzzyva")
    assert not items(help_window)
    help_window.query.clear()
    assert items(help_window) == [page.title for page in pages("en")]


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_the_window_stands_in_the_guide(qapp: QApplication, code: str) -> None:
    """Its page of words is made of the tables by which the window explains itself."""
    install_language(qapp, code)
    guide = pages(code)
    names = {name_of(name) for name in NUMBERS}
    names |= {series_name(key) for rows in SERIES.values() for key in rows}
    terms = list(glossary_page.glossary())
    assert len(terms) > 50
    for name in [*names, *(word.replace("`", "") for pair in terms for word in pair)]:
        assert search(guide, name), name
    if code == "ko":
        assert "이전 셀 상태를 얼마나 남기는지" in search(guide, "망각")[0].section.text


def test_every_row_of_the_glossary_is_on_the_page_of_words_but_the_codes() -> None:
    """In both languages: a row without Korean would be left out without a word."""
    users, _, code = glossary_page.GLOSSARY.read_text("utf-8").partition("\n## Words of the code\n")
    shown = list(glossary_page.glossary())
    assert code.count("\n| **") > 5 and len(shown) == users.count("\n| **") > 100
    assert all(korean for _, korean in shown)
    page = glossary_page.page()
    assert all(f"| {english} | {korean} |" in page for english, korean in shown)


def test_the_guide_follows_the_language(help_window: HelpWindow, qapp: QApplication) -> None:
    install_language(qapp, "ko")
    settle()
    assert items(help_window) == [page.title for page in pages("ko")]
    assert pages("ko")[0].title in help_window.page.toPlainText()


def test_the_guide_opens_once(window: MainWindow) -> None:
    for _ in range(2):
        window.commands.all["guide"].trigger()
    opened = window.findChildren(HelpWindow)
    assert len(opened) == 1 and opened[0].isVisible()
    opened[0].close()


# -- the first start -----------------------------------------------------------------------


def test_only_what_the_user_does_is_ticked(window: MainWindow) -> None:
    """Not what a network does that takes a pane, as a training run does."""
    window.welcome()
    note, session = note_of(window), window.session
    session.shade = Shade(0, "h")
    session.replace_network(0, text_network("GRU"))
    session.remove_pane(1)
    session.add_network(text_network("SimpleRNN"))
    session.focus = 1
    session.shade = Shade(1, "h")
    settle()
    assert note.done == set()
    window.cell.diagram.series_clicked.emit("h")
    assert note.done == {"shade"}


def note_of(window: MainWindow) -> FirstSteps:
    window.welcome()
    settle()
    return window.findChildren(FirstSteps)[0]


def test_what_was_tried_is_ticked_and_then_it_goes_for_good(window: MainWindow) -> None:
    note, session = note_of(window), window.session
    things = (
        lambda: window.services.reading.read_text("a film of my own"),
        lambda: setattr(session, "step", session.step - 1),
        lambda: session.choose_unit(1, 3),
        lambda: window.cell.diagram.series_clicked.emit("f"),
    )
    for done, thing in enumerate(things):
        assert note.isVisible() and len(note.done) == done
        thing()
    assert not note.isVisible()
    window.services.settings.save()
    assert Settings.load().window.welcomed


def test_another_review_is_no_step(window: MainWindow) -> None:
    note = note_of(window)
    window.services.reading.open_number(3)
    assert note.done == set()


def test_it_can_be_closed(window: MainWindow, make_window: MakeWindow) -> None:
    note = note_of(window)
    note.close_button.click()
    assert not note.isVisible()
    assert window.services.settings.window.welcomed
    window.session.step -= 1
    assert note.done == set(), "it looks no more"


@pytest.mark.parametrize("size", [(1024, 700), (1280, 860), (1440, 900)])
def test_the_panes_stay_in_sight_below_the_note(
    make_window: MakeWindow, size: tuple[int, int]
) -> None:
    """Its lines wrap, and a scroll area gives such a body all the height that is asked for."""
    networks = text_network("SimpleRNN"), text_network("LSTM")
    window = make_window(*networks, text=LONG, length=40, size=size)
    note_of(window)
    settle()
    assert window.centre.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_note_leaves_the_networks_their_room_on_a_small_screen(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    install_language(qapp, language)
    networks = text_network("SimpleRNN"), text_network("LSTM")
    window = make_window(*networks, text=LONG, length=40, size=(853, 480 - 24))  # its title bar
    assert window.height() == 480 - 24
    note = note_of(window)
    for _ in range(3):
        assert window.centre.verticalScrollBar().maximum() == 0
        look_at(window, 8)
        place(window, note)
        found = [text for guard in GUARDS for text in guard(window)]
        assert not found, found
        for name, thing in (
            ("step", lambda: setattr(window.session, "step", window.session.step - 1)),
            ("unit", lambda: window.session.choose_unit(1, 3)),
        ):
            if name not in note.done:
                before = drawn_line(note)
                thing()
                settle()
                assert drawn_line(note) != before, "what comes next"
                break
    window.resize(1440, 900)
    settle()
    assert all(text.isVisible() for text in note._texts.values())


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(800, 600), (800, 900), (1024, 700)])
def test_the_note_is_whole_with_the_largest_letters(
    make_window: MakeWindow, qapp: QApplication, language: str, size: tuple[int, int]
) -> None:
    """It says the same shortly, and all of it on hover."""
    install_language(qapp, language)
    apply_scale(200)
    try:
        window = make_window(text_network("LSTM"), text=LONG, length=40, size=size)
        note = note_of(window)
        for thing in (
            lambda: setattr(window.session, "step", window.session.step - 1),
            lambda: window.session.choose_unit(0, 3),
            lambda: window.cell.diagram.series_clicked.emit("f"),
            lambda: None,
        ):
            settle()
            said = note._next.text()
            assert said and "…" not in said
            assert note._next.fontMetrics().horizontalAdvance(said) <= note._next.width()
            assert note._next.toolTip() in [text.text() for text in note._texts.values()]
            thing()
    finally:
        apply_scale(USUAL)


def drawn_line(note: FirstSteps) -> list[str]:
    """What is said in the line."""
    return [text.strip() for text in texts(note) if text.strip()]


CODE = re.compile(r"```.*?```|`[^`]*`|\\\*", re.DOTALL)


@pytest.mark.parametrize(
    "page", sorted(GUIDE.rglob("*.md")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_no_mark_up_is_left_in_a_page(qtbot: QtBot, page: Path) -> None:
    """A star that closes behind a sign and before a Korean particle closes nothing."""
    view = PageView()
    qtbot.addWidget(view)
    view.show_page(page)
    meant = sum(code.count("*") for code in CODE.findall(page.read_text("utf-8")))
    assert view.toPlainText().count("*") == meant


def test_a_page_is_laid_out_once_however_many_paragraphs_it_has(qtbot: QtBot) -> None:
    """A table of words that is laid out for each of its cells holds the window for a second."""
    shown = HelpWindow()
    qtbot.addWidget(shown)
    shown.show()
    sizes: list[object] = []
    shown.page.document().documentLayout().documentSizeChanged.connect(sizes.append)
    paragraphs = 0
    for at in range(shown.list.count()):
        sizes.clear()
        shown.list.setCurrentRow(at)
        settle()
        paragraphs = max(paragraphs, shown.page.document().blockCount())
        assert len(sizes) < 12, shown.list.item(at).text()
    assert paragraphs > 100
