"""What was hidden while networks, reviews and languages came and went is shown again.

A page is shown before it is told of them, and an exception inside ``showEvent``, ``paintEvent`` or
``sizeHint`` ends the process.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication

from gui.i18n.languages import install_language
from gui.window.main_window import MainWindow
from tests.attending import attending_network
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import MakeWindow, case, settle, settle_explained
from tests.gui.views import hide_all, lessons, views
from tests.networks import film, film_network, text_network

pytestmark = pytest.mark.slow

LESSONS_AT_ONCE = 2
"""Lessons that are hidden at each change: they take turns."""

Change = Callable[[], object]


def changes(window: MainWindow) -> dict[str, tuple[Change, ...]]:
    """What happens meanwhile, one after the other."""
    session, reading = window.session, window.services.reading
    more = [text_network("GRU", 6), text_network("LSTM", 4, layers=2), attending_network()]
    one = [attending_network("GRU")]
    app = QApplication.instance()
    return {
        "more networks, another length": (
            lambda: session.set_networks(more),
            lambda: reading.read_text("good bad " * 50),
        ),
        "no networks, then one, in another language": (
            lambda: session.set_networks([]),
            lambda: session.set_networks(one),
            lambda: install_language(app, "ko"),  # type: ignore[arg-type]
        ),
        "numbers and maps": (
            lambda: session.set_networks([numbers_network(2)] * 2),
            lambda: session.set_networks([film_network()]),
            lambda: session.read(film()),
        ),
    }


def do(change: tuple[Change, ...]) -> None:
    for each in change:
        each()
        settle()


def test_what_was_hidden_is_shown_again(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(attending_network(), attending_network("GRU"))
    everything = list(views(window))
    for _, show in everything:
        show()
    settle_explained(window)
    turns = cycle(lessons(window))
    for name, change in changes(window).items():
        for lesson, show in [next(turns) for _ in range(LESSONS_AT_ONCE)]:
            with case(name, lesson):
                window.drawers.show_place("lessons")
                show()
                settle()
        hide_all(window)
        settle()
        with case(name):
            do(change)
        for view, show in everything:
            with case(name, view):
                show()
                QApplication.processEvents()
    # In another look, which what shows panes follows as it is shown, before it is told that networks
    # went: here all of it does, as none has the time in between.  An error on that way ends the
    # process, too: below Python 3.12 shiboken takes the text of an error of C for the error.
    more, fewer, _ = changes(window).values()
    of_panes = [each for each in everything if each[0].startswith(("page", "strip"))]
    do(more)
    for _, show in of_panes:
        show()
        QApplication.processEvents()
    hide_all(window)
    settle()
    do(fewer)
    with monkeypatch.context() as patch:
        patch.setattr("gui.kit.view.SLICE", -1.0)
        window.commands.appearance.use_theme("light")
        for view, show in of_panes:
            with case("another look", view):
                show()
                QApplication.processEvents()


def test_a_window_that_was_hidden_is_shown_again(make_window: MakeWindow) -> None:
    window = make_window(attending_network(), attending_network("GRU"))
    meanwhile = cycle(changes(window).items())
    for (view, show), (name, change) in zip(views(window), meanwhile, strict=False):
        if view.startswith("page") and "survey" not in view:
            with case(name, view):
                show()
                settle()
                window.hide()
                do(change)
                window.show()
                settle()
