"""Networks of runs have long names: what tells them apart stays to be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from gui.look.meanings import Fact, meaning
from gui.look.theme import CAPTION
from gui.look.typefaces import typeface
from gui.naming import pane_names, shortened
from gui.panes.prediction import DOT
from gui.review.counts import steps_texts
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, asked, case, settle
from tests.networks import text_network

NAMES = [f"2×LSTM(8), dropout 0.3 #{n} of a long afternoon · epoch {10 + n}" for n in range(3)]


def test_the_epoch_stays(make_window: MakeWindow) -> None:
    metrics = QFontMetrics(make_window().font())
    for width in [40, 80, 120, 200, 900]:
        with case(width):
            found = shortened(NAMES[1], metrics, width)
            assert metrics.horizontalAdvance(found) <= max(width, 16)
            if width >= 80:
                assert found.endswith("epoch 11")
            assert (found == NAMES[1]) == (metrics.horizontalAdvance(NAMES[1]) <= width)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_three_networks_of_runs(make_window: MakeWindow, size: tuple[int, int]) -> None:
    """Every number of the legend can be seen, and no two chips are called the same."""
    networks = [replace(text_network("LSTM", seed=n), name=NAMES[n]) for n in range(3)]
    window = make_window(*networks, size=size)
    line = window.prediction._now
    settle()
    said = line.text()
    for n, curve in enumerate(window.session.predictions()):
        assert curve is not None
        assert f"epoch {10 + n}" in said
        assert f"{curve[window.session.step]:.2f}" in said
    smallest = QFontMetrics(typeface(CAPTION - 1))  # the line is drawn smaller where it is long
    assert smallest.horizontalAdvance(said) <= line.width() + 8
    assert all(name in asked(line) for name in NAMES)
    chips = [chip.text() for chip in window.cell._chips]
    assert len(set(chips)) == 3
    assert [chip.accessibleName() for chip in window.cell._chips] == NAMES


def test_a_name_and_the_folded_rows_share_their_line(make_window: MakeWindow) -> None:
    """At every width both have the room of what they say, and none lies over the other."""
    networks = [replace(text_network("LSTM", seed=n), name=NAMES[n]) for n in range(3)]
    window = make_window(*networks, size=(1024, 700))
    for width in range(1024, 1500, 60):
        window.resize(width, 700)
        settle()
        for view in window.panes.views:
            name, fold = view.header.name, view.header.fold
            assert not fold.isHidden()
            assert name.geometry().right() < fold.geometry().left()
            assert fold.geometry().right() < view.width()
            assert all(each.width() >= each.sizeHint().width() for each in (name, fold))


def test_names_that_are_shortened_stay_apart(make_window: MakeWindow) -> None:
    metrics = QFontMetrics(make_window().font())
    for names, width in [
        (["LSTM(8)", "LSTM(16)", "LSTM(32)"], 40),
        (["LSTM(8)", "LSTM(8), dropout 0.3"], 90),
        (["2×LSTM(8), dropout 0.3", "LSTM(8), dropout 0.3"], 70),
        (["SimpleRNN(8)", "LSTM(8)", "GRU(8)"], 44),
        (["my film model, first try", "my film model, second try"], 80),
    ]:
        with case(names, width):
            found = [shortened(name, metrics, width, names) for name in names]
            assert len(set(found)) == len(names), found
            assert all(metrics.horizontalAdvance(text) <= width for text in found), found


def test_a_number_is_whole_or_not_there(window: MainWindow) -> None:
    """The figure beside the badge loses its name first, and is never cut."""
    view = window.panes.views[1]
    fact = Fact("validation_accuracy", "0.798", "validation 0.798")
    view.header.show_fact(fact)
    shown = set()
    for width in range(160, 700, 20):
        view.resize(width, 400)
        shown.add(view.header.facts.text())
    assert {fact.value, fact.text} <= shown <= {"", fact.value, fact.text}
    assert asked(view.header.facts) == meaning("validation_accuracy", "0.798")


def test_a_badge_without_room_says_the_shorter_thing(window: MainWindow) -> None:
    view = window.panes.views[1]
    long, short = "amplifies rounding ×3 a step; reliable to step 12", "reliable to step 12"
    view.header.show_badge(long, "warning", "why", short)
    shown = {}
    for width in range(60, 700, 20):
        view.resize(width, 400)
        shown[view.width()] = view.header.badge.text()
        metrics = view.header.badge.fontMetrics()
        assert metrics.horizontalAdvance(view.header.badge.text()) <= view.width()
    assert {long, short} <= set(shown.values())
    assert shown[max(shown)] == long


@pytest.mark.parametrize(
    "name", ["SimpleRNN(8), one-hot", "LSTM(8), 드롭아웃 0.3", "my film model"]
)
def test_a_name_is_cut_between_words(name: str, window: MainWindow) -> None:
    """Its first word is cut only where that alone has no room."""
    metrics = QFontMetrics(window.font())
    first = name.split(maxsplit=1)[0].rstrip(",")
    for width in range(metrics.horizontalAdvance(first + "…"), metrics.horizontalAdvance(name)):
        found = shortened(name, metrics, width)
        assert metrics.horizontalAdvance(found) <= width
        words = found.removesuffix("…").split()
        assert [word.rstrip(",") for word in words] == [
            word.rstrip(",") for word in name.split()[: len(words)]
        ]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_counts_of_the_header_are_whole_at_every_width(
    window: MainWindow, language: str
) -> None:
    """Less is said where there is less room, and no number loses a digit."""
    window.commands.all[f"language_{language}"].trigger()
    settle()
    review = window.session.review
    assert review is not None
    facts, ways = window.reading_view.header._facts, steps_texts(review)
    shown = set()
    least = facts.fontMetrics().horizontalAdvance(ways[-1])
    for width in range(least, facts.fontMetrics().horizontalAdvance(ways[0]) + 20, 5):
        facts.resize(width, facts.height())
        shown.add(facts.text())
    assert shown == set(ways)
    window.commands.all["language_en"].trigger()


def test_where_no_name_has_room_its_colour_stands_for_it(window: MainWindow) -> None:
    """Every number is seen whole, and no name as two letters of it."""
    view, line = window.prediction, window.prediction._now
    names = pane_names(window.session)
    shown = set()
    for width in range(800, 200, -10):
        view.resize(width, view.height())
        said = line.text()
        for curve in window.session.predictions():
            assert curve is not None and f"{curve[window.session.step]:.2f}" in said
        parts = said.replace("\u2009", " ")
        shown |= {DOT for _ in range(DOT in parts)} | {n for n in names if n in parts}
        assert not any(f" {name[:2]}…" in f" {parts}" for name in names)
    assert {DOT, *names} <= shown
    assert all(name in asked(line) for name in names)
