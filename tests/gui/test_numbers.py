"""The numbers that are read, and the drawer in which they are chosen."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.commands import inputs, shared_arguments
from engine.errors import GatescopeError, WantsReader
from engine.network.network import Input, Network
from engine.numbers.auxiliary import Filling
from engine.numbers.generated import GENERATED, sine
from engine.numbers.time_order import TimedTable
from engine.sequence import Sequence
from engine.session.session import Session
from engine.session.state import SessionState
from gui.numbers.column_list import ORDER
from gui.numbers.numbers import Numbers
from gui.numbers.overview import Overview
from gui.numbers.panel import NumbersPanel
from gui.review.header import ReviewHeader
from gui.settings import Settings
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import click, drag, settle, texts, wheel
from tests.networks import text_network

TABLE = "date,a,b,c,sky\n" + "".join(
    f"2020-01-{day:02},{day},{day * day},{-day},blue\n" for day in range(1, 29)
)


class Desk:
    """A session with one network, and what reads numbers into it."""

    def __init__(self, network: Network | None, settings: Settings | None = None) -> None:
        self.settings = Settings() if settings is None else settings
        self.session = Session()
        if network is not None:
            self.session.set_networks([network])
        self.numbers = Numbers(self.session, self.settings.session.numbers)
        self.failures: list[GatescopeError] = []
        self.numbers.failed.connect(self.failures.append)

    @property
    def read(self) -> Sequence:
        sequence = self.session.sequence
        assert sequence is not None
        return sequence

    def column(self, place: int = 0) -> list[float]:
        return [round(float(value), 5) for value in self.read.inputs[:, place]]


MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(qapp: object) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(*arguments: object) -> Desk:
        made.append(Desk(*arguments))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for desk in made:
        desk.numbers.stop()
        desk.numbers.deleteLater()
    settle()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "days.csv"
    file.write_text(TABLE)
    return file


def opened(qtbot: QtBot, desk: Desk, path: Path) -> Desk:
    with qtbot.waitSignal(desk.numbers.changed, timeout=5000):
        desk.numbers.open_path(path)
    return desk


# -- what is read --------------------------------------------------------------------------


def test_a_file_is_cut_to_the_length_of_the_network(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    desk = opened(qtbot, make_desk(numbers_network(2, 5)), path)
    assert desk.read.inputs.shape == (5, 2)
    assert desk.column() == [1, 2, 3, 4, 5]
    assert desk.read.steps[0] == "2020-01-01"
    assert desk.numbers.is_shown
    assert desk.session.panes[0].trace is not None
    window = desk.numbers.window
    assert window is not None and window.next is not None
    assert window.next.tolist() == [6, 36]
    assert desk.numbers.choices.source == "file"


def test_windows_follow_each_other_and_begin_anew(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    desk = opened(qtbot, make_desk(numbers_network(1, 5)), path)
    desk.numbers.go(1)
    assert desk.column() == [2, 3, 4, 5, 6]
    desk.numbers.go(-1)
    desk.numbers.go(-1)
    assert desk.column()[-1] == 28
    desk.numbers.go(1)
    assert desk.column()[0] == 1
    seen = set()
    for _ in range(40):
        desk.numbers.random()
        seen.add(desk.numbers.number)
    assert len(seen) > 5
    assert desk.numbers.choices.window == desk.numbers.number


def test_columns_scale_and_steps(qtbot: QtBot, make_desk: MakeDesk, path: Path) -> None:
    desk = opened(qtbot, make_desk(numbers_network(1, None)), path)
    desk.numbers.set_steps(4, 3)
    desk.numbers.choose_columns((2,))
    assert desk.column() == [-1, -2, -3, -4]
    desk.numbers.set_scale("minmax", 1.0)
    assert desk.column() == [1, 0.96296, 0.92593, 0.88889]
    desk.numbers.open_number(3)
    desk.numbers.set_scale("none", 1.0)
    assert desk.column() == [-10, -11, -12, -13]
    desk.numbers.set_steps(6, 3)
    assert desk.column() == [-10, -11, -12, -13, -14, -15]
    assert desk.numbers.choices.columns == ("c",)


def test_columns_that_do_not_fit_are_not_read(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    desk = opened(qtbot, make_desk(numbers_network(2, 5)), path)
    before = desk.read
    desk.numbers.choose_columns((1,))
    assert desk.read is before
    assert str(desk.numbers.cut.problem) == (
        "Numbers that LSTM(8) reads a step: 2. Columns that are chosen of days.csv: b. Choose as "
        "many."
    )
    desk.numbers.repeat_columns()
    assert desk.numbers.cut.columns == (1, 1)
    assert desk.numbers.cut.problem is None
    assert desk.column(1) == [1, 4, 9, 16, 25]


@pytest.mark.parametrize("other", [numbers_network(5, 5), text_network()])
def test_a_table_is_read_by_the_network_that_it_fits(
    qtbot: QtBot, make_desk: MakeDesk, path: Path, other: Network
) -> None:
    desk = make_desk(None)
    desk.session.set_networks([numbers_network(2, 5), other])
    desk.session.focus = 1
    desk.numbers.use("normal")
    opened(qtbot, desk, path)
    settle()
    assert desk.session.focus == 0
    assert desk.numbers.is_shown and desk.read.inputs.shape == (5, 2)
    assert desk.failures == []


def test_a_table_that_no_network_reads_is_said(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    desk = make_desk(None)
    desk.session.set_networks([numbers_network(4, 5), numbers_network(5, 5)])
    desk.session.focus = 1
    opened(qtbot, desk, path)
    settle()
    assert [str(each) for each in desk.failures] == [
        "LSTM(8) reads 5 numbers a step, and days.csv has too few columns of numbers: a, b, c."
    ]


def test_a_table_with_too_few_columns(qtbot: QtBot, make_desk: MakeDesk, path: Path) -> None:
    desk = opened(qtbot, make_desk(numbers_network(5, 4)), path)
    assert str(desk.numbers.cut.problem) == (
        "LSTM(8) reads 5 numbers a step, and days.csv has too few columns of numbers: a, b, c."
    )
    desk.numbers.suggest_columns()
    assert desk.numbers.cut.columns == (0, 1, 2, 2, 2)
    assert desk.read.inputs.shape == (4, 5)


def test_gaps_are_said_then_filled(qtbot: QtBot, make_desk: MakeDesk, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("a,b\n1,2\n,3\n4,5\n")
    desk = opened(qtbot, make_desk(numbers_network(1, 3)), tmp_path / "g.csv")
    assert desk.session.sequence is None
    assert "no value in row 3, column a" in str(desk.numbers.cut.problem)
    assert desk.numbers.cut.holes == 1
    desk.numbers.set_missing("fill")
    assert desk.column() == [1, 1, 4]
    desk.numbers.set_missing("drop")
    assert desk.column() == [0, 1, 4]
    assert desk.read.padding.tolist() == [True, False, False]


def test_a_file_that_is_wrong_changes_nothing(
    qtbot: QtBot, make_desk: MakeDesk, path: Path, tmp_path: Path
) -> None:
    desk = opened(qtbot, make_desk(numbers_network(1, 5)), path)
    before, table = desk.read, desk.numbers.cut.table
    (tmp_path / "w.csv").write_text("a,b\nx,y\n")
    with qtbot.waitSignal(desk.numbers.failed, timeout=5000):
        desk.numbers.open_path(tmp_path / "w.csv")
    assert (desk.read, desk.numbers.cut.table) == (before, table)
    assert "none of its columns has numbers" in str(desk.failures[0])
    assert desk.numbers.choices.file == str(path)


def test_reading_can_be_cancelled(qtbot: QtBot, make_desk: MakeDesk, tmp_path: Path) -> None:
    long = tmp_path / "long.csv"
    long.write_text("a,b\n" + "1,2\n" * 600_000)
    desk = make_desk(numbers_network(1, 5))
    said: list[object] = []
    desk.numbers.progressed.connect(said.append)
    with qtbot.waitSignal(desk.numbers.progressed, timeout=5000):
        desk.numbers.open_path(long)
    desk.numbers.cancel()
    assert said[-1] is None
    qtbot.wait(50)
    assert desk.numbers.cut.table is None and desk.session.sequence is None and not desk.failures


def test_what_a_spreadsheet_copies(qtbot: QtBot, make_desk: MakeDesk) -> None:
    desk = make_desk(numbers_network(2, 2))
    with qtbot.waitSignal(desk.numbers.opened, timeout=5000):
        desk.numbers.paste("x\ty\n1,5\t2\n3,5\t4\n")
    assert desk.column() == [1.5, 3.5]
    assert desk.read.title == "pasted numbers"
    assert desk.numbers.choices.source == ""  # the clipboard is not remembered
    with qtbot.waitSignal(desk.numbers.failed, timeout=5000):
        desk.numbers.paste("no numbers here")


@pytest.mark.parametrize("source", GENERATED)
def test_series_that_need_no_file(qtbot: QtBot, make_desk: MakeDesk, source: str) -> None:
    features = {"adding": 2, "weather": 4}.get(source, 1)
    desk = make_desk(numbers_network(features, 30))
    with qtbot.waitSignal(desk.numbers.opened, timeout=5000):
        desk.numbers.use(source)
    assert desk.read.inputs.shape == (30, features)
    assert desk.numbers.cut.problem is None
    assert desk.read.title.startswith(desk.numbers.name_of(source))
    assert desk.session.panes[0].trace is not None
    assert not desk.failures


def test_made_series_are_made_again(make_desk: MakeDesk) -> None:
    desk = make_desk(numbers_network(1, 30))
    desk.numbers.use("sine")
    desk.numbers.open_number(25)
    desk.numbers.set_generated(10.0, 0.0, 0)
    assert desk.numbers.number == 25  # the place in the series stays
    np.testing.assert_allclose(desk.read.inputs[:10], desk.read.inputs[10:20], atol=1e-5)
    plain = desk.read.inputs
    desk.numbers.set_generated(10.0, 0.5, 3)
    assert np.abs(desk.read.inputs - plain).max() > 0.1


def test_random_ids_for_a_network_of_words(make_desk: MakeDesk) -> None:
    desk = make_desk(text_network("LSTM", words=40))
    desk.numbers._choose(length=12)
    desk.numbers.use("normal")
    assert desk.read.inputs.dtype == np.int32 and desk.read.inputs.shape == (12,)
    first = desk.read.inputs
    desk.numbers.go(1)
    assert (desk.read.inputs != first).any()
    desk.numbers.go(-1)
    np.testing.assert_array_equal(desk.read.inputs, first)
    desk.numbers.random()
    assert desk.numbers.choices.seed != 0


def test_numbers_are_not_given_to_a_network_of_words(make_desk: MakeDesk) -> None:
    desk = make_desk(text_network("LSTM"))
    desk.numbers.use("sine")
    assert desk.session.sequence is None
    (error,) = desk.failures
    assert isinstance(error, WantsReader) and "reads the ids of words" in str(error)
    assert "A network that reads numbers is needed for Sine" in str(error) and "sine" in str(error)


def state_of(numbers: Numbers) -> tuple[object, ...]:
    """What the drawer shows, and what is remembered."""
    cut = numbers.cut
    return (
        *(numbers.source, numbers.choices, numbers.state, cut.table, cut.timed),
        *(cut.columns, cut.windows, numbers.window, numbers.number, cut.problem),
        *(numbers.notes, dict(numbers.fillings._by_input)),
    )


REFUSED = {
    "no table": lambda numbers, folder: numbers.open_path(written(folder / "a.csv", "a film\n")),
    "no file": lambda numbers, folder: numbers.open_path(folder / "gone.csv"),
    "pasted": lambda numbers, folder: numbers.paste("a film"),
    "skipped": lambda numbers, folder: numbers.set_head(None, 4_000),
    "row of names": lambda numbers, folder: numbers.set_head(4_000, 0),
}


def written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.mark.parametrize("give", REFUSED.values(), ids=list(REFUSED))
def test_what_is_refused_changes_nothing(
    qtbot: QtBot, make_desk: MakeDesk, path: Path, give: Callable[..., object]
) -> None:
    desk = opened(qtbot, make_desk(numbers_network(1, 5)), path)
    desk.numbers.set_head(1, 0)
    qtbot.waitUntil(lambda: desk.numbers.choices.header == 1, timeout=5000)
    desk.numbers.set_carry(True)
    before = state_of(desk.numbers)
    with qtbot.waitSignal(desk.numbers.failed, timeout=5000):
        give(desk.numbers, path.parent)
    assert state_of(desk.numbers) == before


def test_a_table_that_only_words_could_read_waits_for_a_reader(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    desk = make_desk(numbers_network(1, 5))
    desk.numbers.use("sine")
    desk.session.set_networks([text_network("LSTM")])
    before = state_of(desk.numbers)
    with qtbot.waitSignal(desk.numbers.failed, timeout=5000) as told:
        desk.numbers.open_path(path)
    assert told.args is not None and "days.csv" in str(told.args[0])
    assert state_of(desk.numbers) == before
    desk.session.set_networks([numbers_network(1, 5)])
    assert desk.numbers.resume() and desk.numbers.source == "file"
    assert desk.read.title == "days.csv #1"


def test_another_network_has_windows_of_its_own(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    desk = opened(qtbot, make_desk(numbers_network(1, 5)), path)
    desk.numbers.choose_columns((1,))
    desk.session.replace_network(0, numbers_network(3, 7))
    assert desk.read.inputs.shape == (7, 3)
    desk.session.replace_network(0, numbers_network(1, 4))
    assert desk.read.inputs.shape == (4, 1)
    assert desk.column() == [1, 4, 9, 16]  # the column that was chosen for one
    desk.numbers.use("normal")
    desk.session.replace_network(0, numbers_network(6, 9))
    assert desk.read.inputs.shape == (9, 6)


def test_what_else_is_read_stays_when_the_network_changes(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    desk = opened(qtbot, make_desk(numbers_network(1, 5)), path)
    other = Sequence(np.zeros((3, 1), np.float32), ("x",) * 3, np.zeros(3, bool))
    desk.session.read(other)
    assert not desk.numbers.is_shown
    desk.session.replace_network(0, numbers_network(1, 7))
    assert desk.read is other


def test_without_a_network_nothing_breaks(qtbot: QtBot, make_desk: MakeDesk, path: Path) -> None:
    desk = opened(qtbot, make_desk(None), path)
    desk.numbers.set_steps(5, 1)
    assert desk.numbers.cut.windows is not None
    desk.numbers.go(1)
    assert desk.numbers.number == 1


def test_auxiliary_inputs_come_with_the_sequence(
    qtbot: QtBot, make_desk: MakeDesk, path: Path
) -> None:
    auxiliary = (Input("static", (None, 3)), Input("twin", (None, None, 1)))
    desk = opened(qtbot, make_desk(numbers_network(1, 5, auxiliary=auxiliary)), path)
    assert {name: array.shape for name, array in desk.read.auxiliary_inputs.items()} == {
        "static": (3,),
        "twin": (5, 1),
    }
    assert not desk.read.auxiliary_inputs["twin"].any()
    desk.numbers.fillings.fill("twin", Filling("same"))
    np.testing.assert_array_equal(desk.read.auxiliary_inputs["twin"], desk.read.inputs)
    desk.numbers.go(1)
    np.testing.assert_array_equal(desk.read.auxiliary_inputs["twin"], desk.read.inputs)
    before = desk.read
    desk.numbers.fillings.fill("static", Filling("same"))
    assert "static has the shape 3" in str(desk.failures[0])
    assert desk.read is before


# -- the last session --------------------------------------------------------------------------


def test_the_last_session_is_read_again(qtbot: QtBot, make_desk: MakeDesk, path: Path) -> None:
    desk = opened(qtbot, make_desk(numbers_network(1, 5)), path)
    desk.numbers.choose_columns((1,))
    desk.numbers.set_scale("standard", 0.5)
    desk.numbers.open_number(6)
    desk.settings.session = SessionState(numbers=desk.numbers.choices)
    desk.settings.save()
    again = make_desk(numbers_network(1, 5), Settings.load())
    with qtbot.waitSignal(again.numbers.opened, timeout=5000):
        assert again.numbers.restore(3)
    np.testing.assert_array_equal(again.read.inputs, desk.read.inputs)
    assert again.session.step == 3
    assert again.numbers.number == 6


@pytest.mark.parametrize("source", ["sine", "weather"])
def test_a_made_series_is_read_again(qtbot: QtBot, make_desk: MakeDesk, source: str) -> None:
    desk = make_desk(numbers_network(1, 30))
    desk.numbers._choose(source=source, window=12)
    with qtbot.waitSignal(desk.numbers.opened, timeout=5000):
        assert desk.numbers.restore(7)
    assert (desk.numbers.number, desk.session.step) == (12, 7)


def test_nothing_to_read_again(make_desk: MakeDesk, tmp_path: Path) -> None:
    desk = make_desk(numbers_network(1, 30))
    assert not desk.numbers.restore()
    desk.numbers._choose(source="file", file=str(tmp_path / "gone.csv"))
    assert not desk.numbers.restore()


# -- the drawer --------------------------------------------------------------------------------


@pytest.fixture
def make_panel(
    qtbot: QtBot, make_desk: MakeDesk
) -> Iterator[Callable[..., tuple[Desk, NumbersPanel]]]:
    made: list[NumbersPanel] = []

    def make(network: Network) -> tuple[Desk, NumbersPanel]:
        desk = make_desk(network)
        panel = NumbersPanel(desk.session, desk.settings, desk.numbers)
        made.append(panel)
        panel.resize(320, 760)
        panel.show()
        settle()
        return desk, panel

    yield make
    for panel in made:
        panel.stop()
        panel.close()
        panel.deleteLater()
    settle()


MakePanel = Callable[..., tuple[Desk, NumbersPanel]]


def test_the_empty_drawer_invites(make_panel: MakePanel) -> None:
    desk, panel = make_panel(numbers_network(1, 30))
    assert panel.open.isVisible()
    assert not panel.overview.isVisible()
    panel.offers["sine"].click()
    settle()
    assert not panel.open.isVisible()
    assert panel.overview.isVisible()
    assert panel.count.text() == "window 1 of 971"
    assert "Sine" in panel.source.button.text()
    assert desk.numbers.source == "sine"


def test_the_buttons_go_from_window_to_window(make_panel: MakePanel) -> None:
    desk, panel = make_panel(numbers_network(1, 30))
    desk.numbers.use("sine")
    panel.buttons[2].click()
    assert panel.count.text() == "window 2 of 971"
    panel.buttons[0].click()
    panel.buttons[0].click()
    assert panel.count.text() == "window 971 of 971"
    desk.numbers.go(1)
    assert desk.numbers.number == 0


def spot(overview: Overview, row: float) -> QPointF:
    windows = overview._numbers.cut.windows
    assert windows is not None
    return QPointF(row / len(windows.table) * overview.width(), overview.height() / 2)


def test_the_window_is_moved_by_hand(make_panel: MakePanel) -> None:
    desk, panel = make_panel(numbers_network(1, 200))
    desk.numbers.use("sine")
    settle()
    view = panel.overview
    click(view, spot(view, 500))
    assert abs(desk.numbers.number - 400) < 6
    start = desk.numbers.number
    for _ in drag(view, spot(view, 450), spot(view, 550), spot(view, 620)):
        pass
    assert abs(desk.numbers.number - (start + 170)) < 8
    for _ in drag(view, spot(view, 650), spot(view, 990), QPointF(view.width() + 300.0, 5)):
        pass
    assert desk.numbers.number == 800
    wheel(view, 120)
    assert desk.numbers.number == 799
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert desk.numbers.number == 798
    assert view.frame().right() <= view.width() + 0.5


def test_columns_are_chosen_in_their_order(qtbot: QtBot, make_panel: MakePanel, path: Path) -> None:
    desk, panel = make_panel(numbers_network(2, 5))
    opened(qtbot, desk, path)
    settle()
    columns = panel.columns
    assert [columns.list.item(row).text() for row in range(3)] == ["a", "b", "c"]
    assert [columns.list.item(row).data(ORDER) for row in range(3)] == ["1", "2", ""]
    assert columns.title.text() == "Columns: 2 of 2"

    def press(row: int) -> None:
        click(
            columns.list.viewport(),
            QPointF(columns.list.visualItemRect(columns.list.item(row)).center()),
        )

    press(0)
    assert columns.title.text() == "Columns: 1 of 2"
    assert columns.problem.isVisible() and columns.suggest.isVisible()
    press(2)
    assert desk.numbers.cut.columns == (1, 2)
    assert not columns.problem.isVisible()
    columns.list.setCurrentRow(0)
    QTest.keyClick(columns.list, Qt.Key.Key_Space)
    assert desk.numbers.cut.columns == (1, 2, 0)
    assert columns.suggest.isVisible() and not columns.repeat.isVisible()
    columns.suggest.click()
    assert desk.numbers.cut.columns == (0, 1)


def test_of_one_column_another_takes_the_place(
    qtbot: QtBot, make_panel: MakePanel, path: Path
) -> None:
    desk, panel = make_panel(numbers_network(1, 5))
    opened(qtbot, desk, path)
    panel.columns.list.toggled.emit(2)
    assert desk.numbers.cut.columns == (2,)


def test_gaps_are_offered_to_be_filled(qtbot: QtBot, make_panel: MakePanel, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("a,b\n1,2\n,3\n4,5\n")
    desk, panel = make_panel(numbers_network(1, 2))
    opened(qtbot, desk, tmp_path / "g.csv")
    settle()
    assert panel.columns.fill.isVisible() and panel.columns.drop.isVisible()
    assert not panel.buttons[0].isVisible()
    desk.session.set_networks([text_network()])
    settle()
    assert "the ids of words" in panel.columns.problem.text(), "filling would not help"
    assert not panel.columns.fill.isVisible() and not panel.columns.drop.isVisible()
    desk.session.set_networks([numbers_network(1, 2)])
    settle()
    panel.columns.drop.click()
    settle()
    assert desk.column() == [1, 4]
    assert not panel.columns.fill.isVisible()
    assert panel.cutting.missing.isVisible()
    panel.cutting.missing.setCurrentIndex(panel.cutting.missing.findData("fill"))
    panel.cutting.missing.activated.emit(1)
    assert desk.column() == [1, 1]


def test_the_fields_cut_and_scale(qtbot: QtBot, make_panel: MakePanel, path: Path) -> None:
    desk, panel = make_panel(numbers_network(1, None))
    opened(qtbot, desk, path)
    settle()
    cutting = panel.cutting
    assert cutting.length.isEnabled() and not cutting.part.isVisible()
    assert not cutting.period.isVisible() and not cutting.missing.isVisible()
    cutting.length.setValue(3)
    cutting.stride.setValue(4)
    assert desk.column() == [1, 2, 3]
    cutting.scale.setCurrentIndex(cutting.scale.findData("minmax"))
    cutting.scale.activated.emit(1)
    cutting.part.setValue(50)
    settle()
    assert "a: 1 to 14" in texts(cutting)
    desk.numbers.go(1)
    assert desk.column() == [round((day - 1) / 13, 5) for day in (5, 6, 7)]


def test_a_fixed_length_is_not_offered(make_panel: MakePanel) -> None:
    desk, panel = make_panel(numbers_network(1, 30))
    desk.numbers.use("sine")
    settle()
    assert not panel.cutting.length.isEnabled()
    assert panel.cutting.length.value() == 30
    assert panel.cutting.period.isVisible()
    panel.cutting.period.setValue(5)
    np.testing.assert_allclose(desk.read.inputs[:5], desk.read.inputs[5:10], atol=1e-5)
    assert desk.numbers.choices.length == 100


def test_what_is_0_but_for_rounding_follows_as_0(make_panel: MakePanel) -> None:
    desk, panel = make_panel(numbers_network(1, 8))
    desk.numbers._take(TimedTable.of(sine(9, period=4.0)), "pasted")
    assert panel.after.text().startswith("Then follows sine 0; the network's answer: ")
    assert [panel.preview.item(row, 1).text() for row in range(5)] == ["0", "1", "0", "−1", "0"]


def test_what_follows_is_held_against_the_answer(
    qtbot: QtBot, make_panel: MakePanel, path: Path
) -> None:
    desk, panel = make_panel(numbers_network(1, 5))
    desk.numbers.set_scale("minmax", 1.0)
    opened(qtbot, desk, path)
    prediction = desk.session.predictions()[0]
    assert prediction is not None
    said = panel.after.text()
    assert said.startswith("Then follows a 6; the network's answer: ")
    assert f"unscaled {1 + 27 * float(prediction[-1]):.4g}".replace("-", "−") in said
    desk.numbers.open_number(10**6)
    assert panel.after.text() == ""


def test_a_table_of_newest_rows_first(qtbot: QtBot, make_panel: MakePanel, tmp_path: Path) -> None:
    """It is read oldest first, and the panel says so and lets it be read as it stands."""
    desk, panel = make_panel(numbers_network(1, 3))
    table = tmp_path / "falling.csv"
    table.write_text("date,a\n" + "".join(f"2020-01-0{day},{day}\n" for day in range(5, 0, -1)))
    opened(qtbot, desk, table)
    assert desk.column() == [1, 2, 3]
    assert panel.notes.isVisible()
    assert panel.notes.text().splitlines()[0] == (
        "falling.csv has its newest row first; it is read oldest first."
    )
    assert "window 1 of 3 is read, 2020-01-01 to 2020-01-03" in panel.reads.text()
    order = panel.cutting.order
    assert order.isVisible() and order.currentText() == "oldest first"
    assert panel.preview.item(0, 0).text() == "2020-01-01"
    order.setCurrentIndex(order.findData("file"))
    order.activated.emit(order.currentIndex())
    assert desk.column() == [5, 4, 3]
    assert "backwards in time" in panel.notes.text()
    assert desk.numbers.state.order == "file", "as a snapshot has it"
    table.write_text("date,a\n" + "".join(f"2020-01-0{day},{day}\n" for day in (1, 2, 3)))
    opened(qtbot, desk, table)
    assert not panel.notes.isVisible() and not order.isVisible()


@pytest.mark.parametrize(
    "text",
    [
        "t,a,b\n9,1,2\n8,3,4\n7,5,6\n",
        "a,year,b\n1,2001,2\n3,2002,4\n5,2003,6\n",
        "date,a,b,c,sky\n2020-01-01,1,2,3,x\n2020-01-02,4,5,6,x\n2020-01-05,7,8,9,x\n",
        "1;2;3;4\n5;6;7;8\n",
    ],
    ids=["times fall", "a year", "texts", "no names"],
)
@pytest.mark.parametrize("features", [1, 2, 3])
def test_shell_and_window_read_the_same_of_a_file_and_say_the_same(
    qtbot: QtBot, make_desk: MakeDesk, tmp_path: Path, text: str, features: int
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text)
    network = numbers_network(features, None)
    parser = ArgumentParser()
    shared_arguments.add_arguments(parser)
    notes: list[GatescopeError] = []
    shell = inputs.sequence_of(parser.parse_args(["--values", str(path)]), network, notes)
    desk = make_desk(network)
    desk.numbers.set_steps(len(shell), 1)
    opened(qtbot, desk, path)
    assert desk.read.inputs.tolist() == shell.inputs.tolist()
    qtbot.waitUntil(lambda: desk.session.panes[0].untouched is not None)
    scale = [] if desk.numbers.scale_note is None else [desk.numbers.scale_note]
    assert list(map(str, [*desk.read.notes, *scale])) == list(map(str, notes))
    assert bool(scale) == (features == 3 and ",year," in text), "its years, unscaled"
    has_too_few = features == 3 and text.startswith(("t,", "a,"))
    assert any("Among them is" in str(note) for note in notes) == has_too_few


def test_what_is_assumed_of_a_table_is_said_in_the_header_too(
    qtbot: QtBot, make_panel: MakePanel, tmp_path: Path
) -> None:
    """Of times and of columns: the drawer may be closed."""
    desk, panel = make_panel(numbers_network(2, 3))
    header = ReviewHeader(desk.session)
    qtbot.addWidget(header)
    header.resize(1600, 30)
    header.show()
    table = tmp_path / "odd.csv"
    days = "".join(f"2020-01-0{day},{day},x,{day},0\n" for day in (1, 2, 2, 3, 4, 5, 9))
    table.write_text("date,a,sky,b,c\n" + days)
    opened(qtbot, desk, table)
    said = panel.notes.text().splitlines()
    assert [line.split(":")[0] for line in said] == [
        "1 row of odd.csv has the time of the row before",
        "odd.csv has 1 gap in time, from 2020-01-05 to 2020-01-09.",
        "Left out of odd.csv, because there are no numbers in it",
        "Read from odd.csv",
    ]
    assert header.notes.text() == "4 notes" and header.notes.isVisible()
    shown = header.notes.toolTip()
    assert all(line in shown for line in said)
    assert any("3 steps of 2 numbers · 1 row of odd.csv" in text for text in texts(header))
    panel.columns.list.toggled.emit(1)
    panel.columns.list.toggled.emit(2)
    assert header.notes.text() == "3 notes", "these columns were chosen"
    assert not any("as many as the network reads" in line for line in texts(panel))


def test_the_first_rows(qtbot: QtBot, make_panel: MakePanel, path: Path) -> None:
    desk, panel = make_panel(numbers_network(1, 5))
    opened(qtbot, desk, path)
    model = panel.preview.model()
    assert (model.rowCount(), model.columnCount()) == (5, 4)
    cells = [model.index(1, place).data() for place in range(4)]
    assert cells == ["2020-01-02", "2", "4", "−2"]
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)]
    assert heads == ["date", "a", "b", "c"]


def test_auxiliary_inputs_are_listed(make_panel: MakePanel) -> None:
    auxiliary = (Input("static", (None, 3)), Input("ids", (None, 4), 9))
    desk, panel = make_panel(numbers_network(1, 30, auxiliary=auxiliary))
    desk.numbers.use("sine")
    settle()
    assert list(panel.auxiliary.boxes) == ["static", "ids"]
    assert panel.auxiliary.isVisible()
    panel.auxiliary.boxes["ids"].activated.emit(1)
    first = desk.read.auxiliary_inputs["ids"]
    assert first.any() and first.dtype == np.int32
    panel.auxiliary.boxes["ids"].activated.emit(1)
    assert (desk.read.auxiliary_inputs["ids"] != first).any()
    desk.session.replace_network(0, numbers_network(1, 30))
    settle()
    assert not panel.auxiliary.isVisible()


def test_an_auxiliary_input_from_a_file(
    qtbot: QtBot, make_panel: MakePanel, tmp_path: Path
) -> None:
    np.save(tmp_path / "three.npy", np.array([1.0, 2.0, 3.0]))
    desk, panel = make_panel(numbers_network(1, 30, auxiliary=(Input("static", (None, 3)),)))
    desk.numbers.use("sine")
    with qtbot.waitSignal(desk.numbers.opened, timeout=5000):
        desk.numbers.fillings.fill_from("static", tmp_path / "three.npy")
    assert desk.read.auxiliary_inputs["static"].tolist() == [1, 2, 3]
    assert panel.auxiliary.boxes["static"].currentText() == "three.npy"


def test_the_clipboard_is_read_from_the_menu(qtbot: QtBot, make_panel: MakePanel) -> None:
    desk, panel = make_panel(numbers_network(1, 2))
    QGuiApplication.clipboard().setText("5\n6\n7\n")
    panel.source.menu.aboutToShow.emit()
    paste = panel.source.menu.actions()[1]
    assert paste.isEnabled()
    with qtbot.waitSignal(desk.numbers.opened, timeout=5000):
        paste.trigger()
    assert desk.column() == [5, 6]


def test_a_file_is_dropped(qtbot: QtBot, make_panel: MakePanel, path: Path) -> None:
    desk, panel = make_panel(numbers_network(1, 5))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(desk.numbers.opened, timeout=5000):
        panel.dropEvent(event)
    assert desk.column() == [1, 2, 3, 4, 5]


def test_a_short_wait_is_not_shown(qtbot: QtBot, make_panel: MakePanel, path: Path) -> None:
    from engine.progress import Progress

    desk, panel = make_panel(numbers_network(1, 5))
    opened(qtbot, desk, path)
    assert panel.source.waiting.isHidden()
    desk.numbers.progressed.emit(Progress(1, 4, "Reading the numbers"))
    assert panel.source.waiting.isHidden()
    qtbot.waitUntil(panel.source.waiting.isVisible, timeout=3000)
    assert panel.source.waiting.what.text() == "Reading the numbers · 25\u00a0%"
    desk.numbers.progressed.emit(None)
    assert panel.source.waiting.isHidden()


def test_where_the_names_stand_can_be_chosen(
    qtbot: QtBot, make_panel: MakePanel, tmp_path: Path
) -> None:
    desk, panel = make_panel(numbers_network(2))
    path = tmp_path / "v.csv"
    path.write_text("date,temp,rain\n,°C,mm\n2020-01-01,1,2\n2020-01-02,3,4\n")
    with qtbot.waitSignal(desk.numbers.opened):
        desk.numbers.open_path(path)
    assert desk.numbers.cut.table is not None and desk.numbers.cut.table.columns == ("temp", "rain")
    assert "above the numbers is left out, as there are none in it: ,°C,mm." in panel.notes.text()
    with qtbot.waitSignal(desk.numbers.opened):
        panel.cutting.header.setValue(2)
    assert desk.numbers.cut.table.columns == ("°C", "mm")
    assert panel.preview.horizontalHeaderItem(1).text() == "°C"
    with qtbot.waitSignal(desk.numbers.opened):
        panel.cutting.skip.setValue(2)
    assert desk.numbers.choices.skip == 2
    desk.failures.clear()
    with qtbot.waitSignal(desk.numbers.failed):
        panel.cutting.skip.setValue(50)
    assert "no row of numbers" in str(desk.failures[0])
    assert desk.numbers.choices.skip == panel.cutting.skip.value() == 2
    other = tmp_path / "w.csv"
    other.write_text(TABLE)
    with qtbot.waitSignal(desk.numbers.opened):
        desk.numbers.open_path(other)
    assert (desk.numbers.choices.header, desk.numbers.choices.skip) == (None, 0)


@pytest.mark.parametrize("how", ["drop", "fill", "zero", "linear", "mean"])
def test_what_was_done_about_gaps_is_said(
    qtbot: QtBot, make_panel: MakePanel, tmp_path: Path, how: str
) -> None:
    desk, panel = make_panel(numbers_network(1))
    path = tmp_path / "v.csv"
    path.write_text("v\n1\nNA\n4\n5\n")
    with qtbot.waitSignal(desk.numbers.failed):
        desk.numbers.open_path(path)
    cutting = panel.cutting
    with qtbot.waitSignal(desk.numbers.opened):
        cutting.missing.setCurrentIndex(cutting.missing.findData(how))
        cutting.missing.activated.emit(cutting.missing.currentIndex())
    assert "1 row of v.csv" in panel.notes.text() and "row 3" in panel.notes.text()


def test_states_are_carried_from_window_to_window(
    qtbot: QtBot, make_panel: MakePanel, tmp_path: Path
) -> None:
    desk, panel = make_panel(numbers_network(1, 4))
    path = tmp_path / "v.csv"
    path.write_text("v\n" + "".join(f"{n}\n" for n in range(12)))
    with qtbot.waitSignal(desk.numbers.opened):
        desk.numbers.open_path(path)
    desk.numbers.set_steps(4, 4)
    panel.cutting.carry.click()
    desk.numbers.go(1)
    desk.numbers.go(1)
    assert desk.column() == list(range(12))
    assert "The states are carried: windows 1 to 3 of v.csv are read as one" in panel.notes.text()
    desk.numbers.reset_states()
    assert desk.column() == list(range(8, 12))
    desk.numbers.go(-1)
    assert desk.column() == list(range(4, 8))  # before the reset: a window of its own
    panel.cutting.carry.click()
    assert desk.numbers.choices.carried is None


def test_an_array_is_arranged_as_each_network_reads_it(
    qtbot: QtBot, make_desk: MakeDesk, tmp_path: Path
) -> None:
    np.save(tmp_path / "v.npy", np.arange(24.0).reshape(4, 3, 2))
    lines = numbers_network(6, None)
    lines = replace(lines, inputs=(replace(lines.input, shape=(None, None, 3, 2)),))
    desk = opened(qtbot, make_desk(lines), tmp_path / "v.npy")
    assert desk.read.inputs.tolist() == np.arange(24.0).reshape(4, 6).tolist()  # and no zeros
    desk.session.replace_network(0, numbers_network(2, None))
    settle()
    assert desk.read.inputs.tolist() == [[0, 1], [2, 3], [4, 5]]
    desk.session.replace_network(0, lines)
    settle()
    assert desk.read.inputs.shape == (4, 6)
