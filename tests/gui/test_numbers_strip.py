"""The strip of numbers: curves where a review has its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from engine.network.network import Network
from engine.numbers.generated import random_numbers, sine
from engine.numbers.table import Table
from engine.numbers.time_order import TimedTable
from engine.replay.edits import ReadOn
from engine.sequence import Sequence
from engine.session.pane import Shade
from engine.session.session import Session
from engine.session.state import NumbersState
from engine.session.was_read import WasRead
from gui.kit.display import Display
from gui.look.dressing import apply_theme
from gui.look.numbers_text import four_digits
from gui.look.theme import theme
from gui.naming import step_title
from gui.numbers.lanes import Lanes, _thinned
from gui.numbers.numbers import Numbers
from gui.numbers.strip import HEAD, SeriesStrip
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import click, drag, drawn_texts, is_near, pixels, settle, wheel
from tests.networks import text_network

ROWS = 40


def days(columns: int = 2) -> Table:
    """``a`` climbs from 0 to 39, ``b`` falls, ``c`` never changes."""
    up = np.arange(ROWS, dtype=float)
    values = np.stack([up, -2 * up, np.full(ROWS, 5.0)], axis=1)[:, :columns]
    times = tuple(f"day {place}" for place in range(ROWS))
    return Table("days", tuple("abc")[:columns], values, times=times, time="date")


class Strip:
    def __init__(self, network: Network, table: Table, scale: str = "none") -> None:
        self.session = Session()
        self.session.set_networks([network])
        self.numbers = Numbers(self.session, NumbersState(scale=scale))
        self.display = Display()
        self.view = SeriesStrip(self.session, self.numbers, self.display)
        self.view.resize(600, 110)
        self.view.show()
        self.numbers._take(TimedTable.of(table), "pasted")
        settle()

    def at(self, step: int) -> QPointF:
        return QPointF(self.view.x_of(step + 0.5), 60.0)


MakeStrip = Callable[..., Strip]


@pytest.fixture
def make_strip(qapp: object) -> Iterator[MakeStrip]:
    made: list[Strip] = []

    def make(network: Network, table: Table, scale: str = "none") -> Strip:
        made.append(Strip(network, table, scale))
        return made[-1]

    yield make
    for strip in made:
        strip.numbers.stop()
        strip.view.close()
        strip.view.deleteLater()
    settle()


def test_names_values_time_and_what_follows(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(2, 30), days())
    strip.session.step = 12
    assert set(drawn_texts(strip.view)) == {"a", "12", "b", "−24", "day 12", "then 30, −60"}
    strip.numbers.open_number(10)
    strip.session.step = 0
    assert "day 10" in drawn_texts(strip.view)
    assert not any(text.startswith("then") for text in drawn_texts(strip.view))


@pytest.mark.parametrize("scale", ["none", "standard"])
def test_what_is_0_but_for_rounding_is_said_to_be_0(make_strip: MakeStrip, scale: str) -> None:
    strip = make_strip(numbers_network(1, 8), sine(9, period=4.0), scale)
    window = strip.numbers.window
    assert window is not None and window.next is not None and window.next[0] != 0
    strip.session.step = 2
    said = [*drawn_texts(strip.view), strip.view.describe(2)]
    assert not [text for text in said if "e−" in text], said
    assert ("then 0" if scale == "none" else "then 0  (0 before scaling)") in said


def test_scaled_values_are_said_with_what_they_were(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 30), days(1), "minmax")
    strip.session.step = 13
    assert "0.3333" in drawn_texts(strip.view)
    assert "then 0.7692  (30 before scaling)" in drawn_texts(strip.view)
    assert strip.view.describe(13) == "step 14 · day 13\na: 0.3333  (13 before scaling)"


def test_a_step_in_words(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(2, 50), days())
    assert strip.view.describe(3) == "step 4 · padding"
    assert strip.view.describe(14) == "step 15 · day 4\na: 4\nb: −8"
    assert strip.view.describe(99) == ""
    strip.session.shade = Shade(0, "h", 0)
    assert "\ncolour: " in strip.view.describe(14)


def test_what_is_to_come_is_dimmed(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 40), days(1))
    strip.session.step = 19
    ink = is_near(pixels(strip.view), theme().text, 100)[HEAD:]
    middle = strip.view.width() // 2
    assert ink[:, 100 : middle - 20].any(axis=0).mean() > 0.5
    assert not ink[:, middle + 20 :].any()
    strip.display.shows_future = True
    ink = is_near(pixels(strip.view), theme().text, 100)[HEAD:]
    assert ink[:, middle + 20 :].any(axis=0).mean() > 0.5


def test_the_cursor_stands_at_the_step(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 40), days(1))
    for step in (0, 17, 39):
        strip.session.step = step
        columns = is_near(pixels(strip.view), theme().accent)[HEAD:].mean(axis=0)
        assert abs(int(columns.argmax()) - strip.view.x_of(step + 0.5)) <= 2


def test_a_rising_column_rises(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 40), days(1))
    strip.session.step = 39
    ink = is_near(pixels(strip.view), theme().text, 40)[HEAD:]
    heights = [int(np.flatnonzero(ink[:, x]).mean()) for x in (200, 350, 500)]
    assert heights[0] > heights[1] > heights[2]


def test_the_signal_tints_the_steps(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 40), days(1))
    strip.display.shows_future = True
    plain = pixels(strip.view)
    strip.session.shade = Shade(0, "f", 0)
    tinted = pixels(strip.view)
    assert (np.abs(tinted - plain).max(axis=2)[HEAD + 4 : -4] > 8).mean() > 0.8
    strip.session.shade = Shade(0, "none")
    np.testing.assert_array_equal(pixels(strip.view), plain)


def test_the_theme_is_followed(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 40), days(1))
    strip.session.shade = Shade(0, "h", 0)
    apply_theme("light")
    settle()
    assert is_near(pixels(strip.view), theme().surface, 60)[HEAD:].mean() > 0.3


def test_a_row_without_a_time_is_called_a_row(make_strip: MakeStrip) -> None:
    """Its number in the file beside that of the step would be taken for a value."""
    table = replace(random_numbers(9, 2, seed=1), rows=np.arange(2, 11))
    strip = make_strip(numbers_network(2, 9), table)
    strip.session.step = 3
    assert "row 5" in drawn_texts(strip.view)
    assert step_title(strip.session, 3) == "step 4 row 5"


def test_many_columns_are_a_map(make_strip: MakeStrip) -> None:
    table = random_numbers(40, 30, seed=1)
    strip = make_strip(numbers_network(30, 40), table)
    assert drawn_texts(strip.view) == ["1"]  # the time stamp alone
    strip.display.shows_future = True
    found = pixels(strip.view)[HEAD + 2 : -2]
    assert len(np.unique(found.reshape(-1, 3), axis=0)) > 50


def test_click_drag_wheel_and_keys_move_the_step(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 40), days(1))
    click(strip.view, strip.at(11))
    assert strip.session.step == 11
    seen = [strip.session.step for _ in drag(strip.view, strip.at(3), strip.at(9), strip.at(30))]
    assert seen == [3, 9, 30]
    wheel(strip.view, -120)
    assert strip.session.step == 31
    strip.view.setFocus()
    for key, step in (
        (Qt.Key.Key_Left, 30),
        (Qt.Key.Key_Right, 31),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 39),
    ):
        QTest.keyClick(strip.view, key)
        assert strip.session.step == step


def test_without_numbers_it_invites(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 40), days(1))
    strip.session._read = WasRead()
    strip.view.show_trace()
    assert "Choose numbers to read under Numbers on the left." in " ".join(drawn_texts(strip.view))


def test_numbers_from_elsewhere_have_no_names(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(2, 40), days())
    other = Sequence(np.ones((5, 2), np.float32), tuple("vwxyz"), np.zeros(5, bool))
    strip.session.read(other)
    assert {"1", "2", "v"} <= set(drawn_texts(strip.view))
    strip = make_strip(text_network("LSTM"), days())
    strip.session.read(Sequence(np.arange(5, dtype=np.int32), tuple("vwxyz"), np.zeros(5, bool)))
    assert "id" in drawn_texts(strip.view)


# -- lanes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.5, "−0.5"),
        (1234.56, "1235"),
        (123456.7, "1.235e+05"),
        (1e-7, "1.00e−07"),
        (float("nan"), "–"),
    ],
)
def test_numbers_are_written_short(value: float, text: str) -> None:
    assert four_digits(value) == text


def test_peaks_survive_thinning() -> None:
    values = np.zeros(100_000)
    values[77_777], values[12_345] = 5, -3
    at, found = _thinned(values, 600)
    assert len(found) <= 600
    assert (found.max(), found.min()) == (5, -3)
    assert at[found.argmax()] == 77_777
    assert (np.diff(at) >= 0).all()


def test_a_gap_parts_a_curve_and_a_constant_is_in_the_middle() -> None:
    values = np.array([[1.0], [2.0], [np.nan], [3.0]])
    lines = Lanes(values, ("a",))._lines(100, 40)
    assert [line.size() for line in lines] == [2, 1]
    (line,) = Lanes(np.full((5, 1), 7.0), ("a",))._lines(100, 40)
    assert {point.y() for point in line.toList()} == {20.0}


def test_nothing_but_gaps() -> None:
    assert Lanes(np.full((4, 2), np.nan), ("a", "b"))._lines(100, 40) == []


def test_what_truly_came_is_drawn_beside_what_is_written(make_strip: MakeStrip) -> None:
    strip = make_strip(numbers_network(1, 5), days(1))
    assert strip.view._lanes.true is None
    strip.numbers.open_number(2)
    settle()
    alone = drawn_texts(strip.view)
    strip.session.edits = (ReadOn(4),)
    settle()
    window = strip.numbers.window
    assert window is not None and window.sequence.follows is not None
    true = strip.view._lanes.true
    assert true is not None and np.isnan(true[:4]).all()
    np.testing.assert_array_equal(true[5:9], window.sequence.follows[:4])
    assert true[4] == window.sequence.inputs[4]
    assert "dashed: what truly came" in drawn_texts(strip.view) and "dashed" not in str(alone)
    assert f"(came: {four_digits(float(true[6, 0]))})" in strip.view.describe(6)
    strip.session.edits = ()
    settle()
    assert strip.view._lanes.true is None
