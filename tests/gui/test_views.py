"""Views: saved, opened here and elsewhere, with what is missing asked for."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import gui.app
import main
from engine.digest import digest_of
from engine.errors import ModelError
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.replay.edit_texts import parse_all
from engine.session.pane import Shade, main_layer
from engine.session.references import Reference
from engine.session.state import (
    FORMAT,
    DictionaryState,
    NumbersState,
    PaneState,
    ReviewState,
    SessionState,
)
from engine.session.view_file import load, save
from engine.text.sources.reference import SourceReference
from gui.i18n.languages import install_language
from gui.look.scale import px
from gui.review.dictionary import DictionaryView
from gui.settings import Settings
from gui.window import restoring
from gui.window.main_window import MainWindow
from gui.window.missing import MissingDialog
from tests.engine.numbers.networks import numbers_network
from tests.gui.conftest import TEXT, MakeWindow, dispose, settle, texts
from tests.networks import text_network


def snapshot(window: MainWindow) -> SessionState:
    """What a view of the window would say."""
    return window.dialogs.views.restoring.state()


@pytest.fixture
def launch(qapp: QApplication) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window as `main.py` does."""
    made: list[MainWindow] = []

    def start(*arguments: object) -> MainWindow:
        chosen = main.parser().parse_args([str(argument) for argument in arguments])
        window = gui.app.make_window(chosen, Settings.load())
        made.append(window)
        window.show()
        settle()
        return window

    yield start
    for window in made:
        dispose(window)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A model from elsewhere."""
    path = tmp_path / "work" / "mine.keras"
    path.parent.mkdir()
    shutil.copy(MODELS / "gru.keras", path)
    return path


def arranged(launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path) -> MainWindow:
    """A window that shows something that no other shows of itself."""
    window = launch()
    window.services.reading.set_encoding(300, 60, "post", "pre")
    window.services.reading.read_text(TEXT)
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        window.services.opener.open(mine, add=True)
    window.session.choose_unit(2, 5)
    window.session.choose_unit(2, 3, extend=True)
    window.session.focus = 1
    window.session.shade = Shade(2, "z", 4)
    window.session.step = 11
    window.services.display.scale = "stretched"
    return window


def test_a_saved_view_is_opened_as_it_was(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    window = arranged(launch, qtbot, mine)
    view = mine.parent / "my.gatescope"
    window.dialogs.views.save(view)
    assert "my.gatescope is saved" in window.notice.text
    assert json.loads(view.read_text(encoding="utf-8"))["panes"][2]["file"] == "mine.keras"
    before = snapshot(window)
    window.session.set_networks([window.session.panes[0].network])
    window.services.reading.set_encoding(0, 100, "pre", "pre")
    window.services.reading.open_number(7)
    window.services.display.scale = "shared"
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        window.dialogs.views.open(view)
    settle()
    assert snapshot(window) == before
    assert window.session.panes[2].network.digest == before.panes[2].sha256 != ""
    assert window.notice.text == ""


def test_a_view_on_the_command_line_opens_before_the_window_is_seen(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = launch("--review", 5, "--step", 30)
    window.session.choose_unit(0, 6)
    window.dialogs.views.save(tmp_path / "v.json")
    saved = snapshot(window)
    dispose(window)
    Settings.path().unlink()
    again = launch(tmp_path / "v.json")
    assert snapshot(again) == saved
    dispose(again)
    other = launch(tmp_path / "v.json", "--step", 3)
    assert other.session.step == 2 and other.services.reading.number == 5


@pytest.mark.parametrize(
    ("step", "shown", "said"),
    [
        (9999, 99, "no time step 9999: what is read has 100, and the last one"),
        (0, 0, "no time step 0: they are counted from 1, and the first one"),
        (-3, 0, "no time step -3: they are counted from 1, and the first one"),
    ],
)
def test_a_step_that_is_not_there_is_said(
    launch: Callable[..., MainWindow], step: int, shown: int, said: str
) -> None:
    window = launch("--review", 5, "--step", step)
    assert window.session.step == shown and f"There is {said} is shown." in window.notice.text


def test_edits_are_in_a_view_and_said_when_it_opens(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    """What is edited without a word of it would be taken for the network's own reading."""
    window = launch("--review", 5)
    window.session.edits = parse_all(("lstm.f=0@10-", "off: lstm.i=1", "gru.z=1"))
    window.dialogs.views.save(tmp_path / "v.json")
    saved = snapshot(window)
    dispose(window)
    Settings.path().unlink()
    again = launch(tmp_path / "v.json")
    assert snapshot(again) == saved and saved.edits == ("lstm.f=0@10-", "off: lstm.i=1", "gru.z=1")
    assert again.session.panes[1].ghost is not None
    assert "The reading is edited: lstm f = 0 · all units · from step 10." in again.notice.text
    assert "no recurrent layer gru" in again.notice.text


def test_it_is_said_that_a_carried_state_is_kept_in_no_view_and_at_no_start(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = launch("--review", 5)
    window.services.reading.set_carry(True)
    window.services.reading.open_number(6)
    assert window.session.carried == 1
    window.dialogs.views.save(tmp_path / "v.json")
    assert "v.json is saved, without the state" in window.notice.text
    window.dialogs.views.open(tmp_path / "v.json")
    settle()
    assert window.session.carried == 0
    anew = "The review begins anew: the state that was carried into it is not kept"
    assert anew in window.notice.text and "before it were: 1" in window.notice.text
    window.services.reading.open_number(7)
    assert window.session.carried == 1
    dispose(window)
    again = launch()
    assert again.session.carried == 0 and anew in again.notice.text


def test_a_view_is_opened_by_dropping_it(launch: Callable[..., MainWindow], tmp_path: Path) -> None:
    window = launch("--review", 9)
    window.dialogs.views.save(tmp_path / "v.gatescope")
    window.services.reading.open_number(1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "v.gatescope"))])
    window.dropEvent(
        QDropEvent(
            QPointF(300, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert window.services.reading.number == 9


def missing_dialog(window: MainWindow) -> MissingDialog:
    """The dialog that asks for files."""
    settle()
    dialog = window.findChild(MissingDialog)
    assert isinstance(dialog, MissingDialog)
    return dialog


def without_its_model(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> tuple[MainWindow, Path, Path]:
    """A window, a view whose model is elsewhere, and where that is now."""
    window = arranged(launch, qtbot, mine)
    view = mine.parent / "my.gatescope"
    window.dialogs.views.save(view)
    moved = mine.parent.parent / "other name.keras"
    mine.rename(moved)
    return window, view, moved


def test_what_is_missing_is_asked_for_by_name(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    window, view, moved = without_its_model(launch, qtbot, mine)
    before = snapshot(window)
    window.dialogs.views.open(view)
    dialog = missing_dialog(window)
    said = " ".join(texts(dialog))
    assert "GRU(8)" in said and "mine.keras" in said and before.panes[2].sha256[:12] in said
    (reference,) = dialog.choosers
    dialog.choose(reference, moved)
    qtbot.waitUntil(lambda: "the same file" in dialog.states[reference].text(), timeout=20_000)
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        dialog.accept()
    settle()
    assert window.session.panes[2].network.path == moved
    assert window.session.panes[2].units == before.panes[2].units
    assert window.session.shade == Shade(2, "z", 4)


@pytest.mark.parametrize("count", [1, 6])
def test_the_dialog_is_as_high_as_its_texts_whatever_they_come_to_say(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, count: int
) -> None:
    names = [f"{number}.keras" for number in range(count)]
    missing = [Reference("model", "", name, "ab" * 32, at) for at, name in enumerate(names)]
    dialog = MissingDialog(make_window(), Path("view.gatescope"), missing)
    dialog.show()
    settle()
    state, before = dialog.states[missing[0]], dialog.height()
    bottom = max(each.geometry().bottom() for each in dialog.choosers.values())
    assert dialog.buttons.y() - bottom < px(40)
    chosen = tmp_path / ("a name that needs two lines " * 4).strip()
    chosen.write_bytes(b"another")
    dialog.choose(missing[0], chosen)
    assert state.text() == chosen.name
    high = dialog.height()
    settle()
    assert (
        state.height() >= state.heightForWidth(state.width()) > state.fontMetrics().height() * 1.5
    )
    assert high > before
    qtbot.waitUntil(lambda: state.text() != chosen.name, timeout=5000)
    settle()
    assert state.height() >= state.heightForWidth(state.width())
    assert dialog.height() > high
    dialog.close()


def test_another_file_is_said_and_used_all_the_same(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    window, view, moved = without_its_model(launch, qtbot, mine)
    shutil.copy(MODELS / "lstm.keras", moved)
    window.dialogs.views.open(view)
    dialog = missing_dialog(window)
    (reference,) = dialog.choosers
    dialog.choose(reference, moved)
    qtbot.waitUntil(lambda: "another file" in dialog.states[reference].text(), timeout=20_000)
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        dialog.accept()
    settle()
    assert window.session.panes[2].shown.kind == "LSTM"
    assert "another file" in window.notice.text


def test_a_view_opens_without_what_is_missing_or_not_at_all(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    window, view, _ = without_its_model(launch, qtbot, mine)
    window.services.reading.open_number(3)
    before = snapshot(window)
    window.dialogs.views.open(view)
    missing_dialog(window).reject()
    settle()
    assert snapshot(window) == before
    window.dialogs.views.open(view)
    missing_dialog(window).accept()
    settle()
    assert [pane.shown.kind for pane in window.session.panes] == ["SimpleRNN", "LSTM"]
    review = window.session.review
    assert review is not None and review.text == TEXT and window.session.step == 11


def test_a_view_that_is_damaged_changes_nothing_and_one_that_is_odd_is_repaired(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = launch()
    before = snapshot(window)
    view = tmp_path / "bad.gatescope"
    view.write_text("{")
    window.dialogs.views.open(view)
    assert "bad.gatescope is damaged" in window.notice.text and snapshot(window) == before
    save(before, view)
    data = json.loads(view.read_text(encoding="utf-8"))
    view.write_text(json.dumps({**data, "step": -4, "aura": 1}))
    window.dialogs.views.open(view)
    assert "Time step: -4 does not fit" in window.notice.text and "aura" in window.notice.text
    assert snapshot(window).panes == before.panes


SERIES = "\n".join(str(number % 7) for number in range(60))


def sine_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    """A model of numbers is opened, and given something to read."""
    window.opening.read_for(window.session.panes[0].network)


def sine_after_a_review(window: MainWindow, qtbot: QtBot) -> None:
    """Words are read in between, and then the series that is open."""
    window.services.numbers.use("sine")
    window.session.set_networks([text_network("LSTM")])
    window.services.reading.read_text(TEXT)
    assert window.session.review is not None
    window.session.add_network(numbers_network(1, 10))
    window.session.focus = 1
    window.services.numbers.go(3)


def a_review_that_nothing_reads(window: MainWindow, qtbot: QtBot) -> None:
    """The series stays on the screen."""
    window.services.numbers.use("sine")
    window.services.reading.read_text(TEXT)


def a_cut_that_does_not_fit(window: MainWindow, qtbot: QtBot) -> None:
    """The series stays on the screen as it was cut before."""
    window.services.numbers.use("sine", 4)
    window.services.numbers.choose_columns(())


def made_otherwise(window: MainWindow, qtbot: QtBot) -> None:
    """A series with its own period, noise and seed."""
    window.services.numbers.use("sine")
    window.services.numbers.set_generated(9.0, 0.5, 3)
    window.services.numbers.open_number(4)


@pytest.mark.parametrize(
    "come",
    [
        sine_by_itself,
        sine_after_a_review,
        a_review_that_nothing_reads,
        a_cut_that_does_not_fit,
        made_otherwise,
    ],
)
def test_numbers_on_the_screen_are_in_the_view_however_they_came(
    make_window: MakeWindow,
    qtbot: QtBot,
    tmp_path: Path,
    come: Callable[[MainWindow, QtBot], None],
) -> None:
    window = make_window(numbers_network(1, 10), text="")
    come(window, qtbot)
    shown = window.session.sequence
    window.dialogs.views.save(tmp_path / "v.gatescope")
    state, notes = load(tmp_path / "v.gatescope")
    assert notes == [] and state.reads == "numbers" and state.numbers.source == "sine"
    window.session.set_networks([numbers_network(1, 10)])
    window.services.numbers.use("sines")
    window.services.numbers.choices = state.numbers
    assert window.services.numbers.restore()
    again = window.session.sequence
    assert shown is not None and again is not None and again is not shown
    np.testing.assert_array_equal(again.inputs, shown.inputs)


def test_pasted_numbers_are_in_no_view(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(numbers_network(1, 10), text="")
    with qtbot.waitSignal(window.services.numbers.opened, timeout=20_000):
        window.services.numbers.paste(SERIES)
    window.dialogs.views.save(tmp_path / "w.gatescope")
    assert "Pasted numbers" in window.notice.text and not (tmp_path / "w.gatescope").exists()
    window.services.numbers.choices = NumbersState("sine")  # as another view would
    window.services.numbers.go(1)
    window.dialogs.views.save(tmp_path / "w.gatescope")
    assert "Pasted numbers" in window.notice.text and not (tmp_path / "w.gatescope").exists()


def test_a_table_that_is_open_is_read_by_the_next_model_of_numbers(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(numbers_network(1, 10), text="")
    with qtbot.waitSignal(window.services.numbers.opened, timeout=20_000):
        window.services.numbers.paste(SERIES)
    window.session.set_networks([text_network("LSTM")])
    window.services.reading.read_text(TEXT)
    for features, source in ((1, "pasted"), (3, "normal")):
        network = numbers_network(features, 10)
        window.session.set_networks([network, text_network("LSTM")])
        window.opening.read_for(network)
        assert window.services.numbers.source == source and window.session.reads_numbers
        window.services.reading.read_text(TEXT)


# -- what does not fit -------------------------------------------------------------------

ODD = {
    "panes": [
        {"bundled": "simple_rnn", "layer": "attention", "units": [7, 400, 2]},
        {"bundled": "lstm", "units": [12], "tint": 3},
    ],
    "review": {"number": 5},
    "encoding": {"padding": "both", "length": 60},
    "step": 4000,
    "colours": {"pane": 1, "key": "q"},
}
SAID = (
    "attention",
    "has 8 units, counted from 0 in the view; left out of the chosen ones: 400",
    "has 8 units, counted from 0 in the view; left out of the chosen ones: 12",
    "“tint”",
    "Side of the padding: “both”",
    "no signal q",
    "no time step 4000: what is read has 60, counted from 0",
)


def written_by_hand(path: Path, **parts: object) -> Path:
    """A view file with these parts."""
    path.write_text(json.dumps({"format": FORMAT, "version": 1, **parts}), encoding="utf-8")
    return path


@pytest.mark.parametrize("by", ["menu", "command line"])
def test_what_fits_of_a_view_is_shown_and_all_the_rest_named_in_one_warning(
    launch: Callable[..., MainWindow],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    by: str,
) -> None:
    monkeypatch.setattr("gui.window.report.MAX_SENTENCES", 20)
    view = written_by_hand(tmp_path / "odd.gatescope", **ODD)
    window = launch(view) if by == "command line" else launch()
    if by == "menu":
        window.dialogs.views.open(view)
    session = window.session
    assert [pane.units for pane in session.panes] == [(7, 2), (0,)]
    assert session.panes[0].layer == main_layer(session.panes[0].network)
    assert session.review is not None and session.review.number == 5 and session.steps == 60
    assert session.step == 59
    assert session.shade == Shade(1, "c")
    assert session.shading() is not None
    assert window.notice.kind == "warning" and window.notice.text.startswith("odd.gatescope is")
    printed = capsys.readouterr().err
    for text in (window.notice.text, printed):
        assert all(said in text for said in SAID)
        assert not re.search(r"[a-z]\.\d|panes|num_words|\{", text)
    assert len(printed.splitlines()) == len(SAID)
    install_language(QApplication.instance(), "ko")
    settle()
    assert not re.search(r"[a-z] [a-z]", window.notice.text.split("\n", 1)[1])


def test_a_long_warning_is_cut_and_says_where_the_rest_is(
    launch: Callable[..., MainWindow], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    view = written_by_hand(tmp_path / "odd.gatescope", step=3, **{f"f{n}": n for n in range(9)})
    window = launch(view)
    assert "4 more are listed" in window.notice.text and "“f8”" not in window.notice.text
    assert "“f8”" in capsys.readouterr().err


@pytest.mark.parametrize("opens", [True, False])
def test_what_arrives_later_is_in_the_same_warning(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path, opens: bool
) -> None:
    if not opens:
        mine.write_bytes(b"no model")
    panes = [
        {"bundled": "lstm", "units": [50]},
        {"file": "mine.keras", "layer": "gone", "units": [3, 99]},
    ]
    colours = {"pane": 1, "key": "f"}
    view = written_by_hand(mine.parent / "v.gatescope", panes=panes, colours=colours)
    window = launch()
    window.dialogs.views.open(view)
    last = "no signal f" if opens else "mine.keras is "
    qtbot.waitUntil(lambda: last in window.notice.text, timeout=20_000)
    assert "left out of the chosen ones: 50" in window.notice.text
    assert ("gone" in window.notice.text) == opens
    if opens:
        assert window.session.panes[1].units == (3,) and window.session.shade == Shade(1, "h")
    settle()
    window.services.reading.open_number(10**8)  # the view has nothing to do with it
    assert window.notice.kind == "error" and "50" not in window.notice.text


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (NumbersState("sine", window=9000), "no window 9000"),
        (NumbersState("file", "t.csv", columns=("wind", "rain")), "wind, rain"),
        (NumbersState("file", "gaps.csv"), "no value in row 3"),
        (NumbersState("file", "gone.csv"), "gone.csv is not there"),
    ],
)
def test_numbers_of_a_view_that_are_not_there_are_named(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, numbers: NumbersState, said: str
) -> None:
    (tmp_path / "t.csv").write_text("a,b\n" + "1,2\n" * 30)
    (tmp_path / "gaps.csv").write_text("a,b\n1,2\n,3\n4,5\n")
    window = make_window(numbers_network(1, None), text_network("LSTM"))
    window.services.work_in_background()
    file = str(tmp_path / numbers.file) if numbers.file else ""
    state = SessionState(reads="numbers", numbers=replace(numbers, file=file))
    window.dialogs.views.restoring.read(state)
    qtbot.waitUntil(lambda: said in window.notice.text, timeout=20_000)


def test_a_view_of_a_newer_version_without_networks_is_refused_with_the_reason(
    launch: Callable[..., MainWindow], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    view = written_by_hand(tmp_path / "new.gatescope", version=99, networks=[{"id": 1}])
    window = launch()
    before = snapshot(window)
    window.dialogs.views.open(view)
    assert window.notice.kind == "error" and snapshot(window) == before
    for text in (window.notice.text, capsys.readouterr().err):
        assert "Nothing in new.gatescope" in text and "newer Gatescope" in text
        assert "Update" in text


def test_the_dialogs_remember_their_folder(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "views").mkdir()
    window.commands.all["save_view"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "views" / "a.gatescope"))
    dialog.reject()
    settle()
    assert (tmp_path / "views" / "a.gatescope").is_file()
    window.commands.all["open_view"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    assert Path(dialog.directory().absolutePath()) == tmp_path / "views"
    dialog.reject()
    settle()


def test_a_review_of_a_table_is_found_again(
    launch: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    table = tmp_path / "reviews.csv"
    table.write_text("text,label\n" + "".join(f"a good film {n},1\n" for n in range(5)))
    window = launch()
    reading = window.services.reading
    with qtbot.waitSignal(reading.corpus_changed, timeout=20_000):
        reading.open_source(table)
    reading.open_number(3)
    window.session.step = 98
    window.services.surveying.select(np.array([0, 2, 3]))
    window.dialogs.views.save(tmp_path / "v.gatescope")
    assert '"0, 2-3"' in (tmp_path / "v.gatescope").read_text(encoding="utf-8")
    dispose(window)
    again = launch(tmp_path / "v.gatescope")
    again.services.reading.begin()  # as at every launch: another one is under way, or ready
    qtbot.waitUntil(lambda: again.services.reading.corpus is not None, timeout=20_000)
    review = again.session.review
    assert review is not None and "film 3" in review.text and again.session.step == 98
    selection = again.services.surveying.selection
    assert selection is not None and selection.numbers.tolist() == [0, 2, 3]
    assert snapshot(again).selected == "0, 2-3"
    dispose(again)
    table.unlink()
    last = launch()
    qtbot.waitUntil(lambda: "reviews.csv" in last.notice.text, timeout=20_000)
    assert last.session.review is not None
    settle()
    assert last.services.surveying.chosen is None
    last.services.reading.stop()


# -- what is under way -------------------------------------------------------------------


def remembered(window: MainWindow) -> SessionState:
    """What the next launch is told."""
    window.closing.emit()
    return Settings.load().session


def test_a_long_text_is_restored_and_not_lost_while_it_is_encoded(
    launch: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    text = ("good " * 5000)[:20_001]
    window = launch("--text", text)
    assert remembered(window).review.text == text
    qtbot.waitUntil(lambda: window.session.review is not None, timeout=20_000)
    dispose(window)
    again = launch()
    assert snapshot(again).review.text == remembered(again).review.text == text
    qtbot.waitUntil(lambda: again.session.review is not None, timeout=20_000)
    review = again.session.review
    assert review is not None and review.text == text
    assert snapshot(again).review.text == text


def test_a_text_that_no_view_holds_is_said(
    launch: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.window.views.MAX_TEXT", 10)
    window = launch("--text", "more than ten characters")
    window.dialogs.views.save(tmp_path / "v.gatescope")
    assert "at most 10 characters" in window.notice.text
    assert not (tmp_path / "v.gatescope").exists()


@pytest.mark.prepares_anew
@pytest.mark.parametrize("reads", ["review", "numbers"])
def test_what_is_restored_later_does_not_replace_what_was_opened_since(
    launch: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, reads: str
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("text,label\n" + "".join(f"a good film {n},{n % 2}\n" for n in range(5)))
    source = SourceReference("table", str(table), text="text", label="label")
    state = SessionState(
        reads=reads,
        review=ReviewState(source, 3) if reads == "review" else ReviewState(number=8),
        numbers=NumbersState("file", str(table), columns=("label",), window=2),
        step=7,
    )
    Settings(session=state).save()
    for opened in (False, True):
        window = launch_quickly()
        reading, numbers = window.services.reading, window.services.numbers
        before = remembered(window)
        assert (before.reads, before.review, before.step) == (reads, state.review, 7)
        assert reads == "review" or before.numbers.source == "file"
        if opened:
            reading.open_number(5)
            assert remembered(window).review == ReviewState(number=5)
            for work in (numbers._reading, reading._preparing):
                qtbot.waitUntil(partial(lambda it: not it.is_busy, work), timeout=60_000)
            settle()
            assert reading.number == 5 and reading.reference == SourceReference()
            assert snapshot(window).reads == "review"
        dispose(window)


def launch_quickly() -> MainWindow:
    """A window whose work beside it has not answered yet."""
    chosen = main.parser().parse_args([])
    return gui.app.make_window(chosen, Settings.load())


# -- models that are elsewhere -----------------------------------------------------------


def test_several_panes_of_one_file_are_restored(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    digest = digest_of(mine)
    mine_pane = PaneState(file=str(mine), sha256=digest)
    panes = (
        replace(mine_pane, units=(4,)),
        PaneState(bundled="lstm"),
        replace(mine_pane, units=(3, 1)),
    )
    save(SessionState(panes, focus=1), mine.parent / "v.gatescope")
    window = launch()
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        window.dialogs.views.open(mine.parent / "v.gatescope")
    settle()
    first, _, last = window.session.panes
    assert first.network is last.network and first.network.digest == digest
    assert (first.units, last.units, window.session.focus) == ((4,), (3, 1), 1)


def test_a_view_saves_what_is_shown_and_the_next_launch_looks_again(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    mine.write_bytes(b"no model")
    pane = PaneState(file=str(mine), sha256="ab", layer="gru", units=(6,))
    Settings(session=SessionState((pane, PaneState(bundled="lstm")))).save()
    window = launch()
    opener = window.services.opener
    qtbot.waitUntil(lambda: not opener._works, timeout=20_000)
    assert remembered(window).panes[0] == pane
    window.dialogs.views.save(mine.parent / "v.gatescope")
    assert load(mine.parent / "v.gatescope")[0].panes[0].bundled == "simple_rnn"
    shutil.copy(MODELS / "gru.keras", mine)
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        opener.open(mine, place=0)
    assert window.session.panes[0].units == (0,)
    assert remembered(window).panes[0].units == (0,)
    window.session.replace_network(0, window.session.panes[1].network)
    assert remembered(window).panes[0].bundled == "lstm"


def test_a_view_chooses_a_dictionary_for_itself_alone(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    digest, view = digest_of(mine), mine.parent / "v.gatescope"
    settings = Settings()
    settings.models.dictionaries[digest] = {"path": "", "offset": 7, "start": 1, "unknown": 2}
    settings.save()
    window = launch()
    window.services.work_in_background()
    dictionaries = window.services.reading.dictionaries
    for chosen in (DictionaryState("", 5, 1, 2), None):
        pane = PaneState(file=str(mine), sha256=digest, dictionary=chosen)
        save(SessionState((pane,)), view)
        with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
            window.dialogs.views.open(view)
        qtbot.waitUntil(lambda: not dictionaries._works, timeout=20_000)
        network = window.session.panes[0].network
        changed = dictionaries.of(network).changed
        assert (None if changed is None else changed.offset) == (chosen and chosen.offset)
        assert snapshot(window).panes[0].dictionary == chosen
        remembered(window)
        assert Settings.load().models.dictionaries == settings.models.dictionaries


def test_a_view_leaves_alone_what_it_does_not_read(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    save(SessionState(review=ReviewState(number=4)), tmp_path / "r.gatescope")
    mine = NumbersState(scale="minmax", seed=9)
    save(SessionState(reads="numbers", numbers=NumbersState("sine")), tmp_path / "n.gatescope")
    Settings(session=SessionState(numbers=mine, review=ReviewState(number=6))).save()
    window = launch()
    window.dialogs.views.open(tmp_path / "r.gatescope")
    assert snapshot(window).numbers == mine and snapshot(window).review.number == 4
    window.dialogs.views.open(tmp_path / "n.gatescope")
    assert snapshot(window).review.number == 4
    dispose(window)
    again = launch(tmp_path / "r.gatescope")
    assert snapshot(again).numbers.scale == "none" and snapshot(again).review.number == 4


def test_a_second_view_on_the_command_line_is_said(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    for name in ("a", "b"):
        save(SessionState(), tmp_path / f"{name}.gatescope")
    window = launch(tmp_path / "a.gatescope", tmp_path / "b.gatescope")
    assert "b.gatescope was left out" in window.notice.text


def dictionary_of(window: MainWindow, qtbot: QtBot, place: int) -> int | None:
    """The offset that a pane's dictionary has other than as guessed."""
    dictionaries = window.services.reading.dictionaries
    qtbot.waitUntil(lambda: not dictionaries.is_busy, timeout=20_000)
    changed = dictionaries.of(window.session.panes[place].network).changed
    return None if changed is None else changed.offset


def heading_of(window: MainWindow) -> str:
    """What is said of the focused network's dictionary."""
    window.drawers.show_place("reviews")
    settle()
    (card,) = window.findChildren(DictionaryView)
    return card.head.text() + card.facts.text()


@pytest.mark.parametrize("own", [7, None])
@pytest.mark.parametrize("of_view", [5, None])
def test_the_next_launch_has_the_dictionary_of_the_view_says_so_and_not_without_its_model(
    launch: Callable[..., MainWindow],
    qtbot: QtBot,
    mine: Path,
    own: int | None,
    of_view: int | None,
) -> None:
    digest, view = digest_of(mine), mine.parent / "v.gatescope"
    settings = Settings()
    if own is not None:
        settings.models.dictionaries[digest] = {"path": "", "offset": own, "start": 1, "unknown": 2}
    settings.save()
    chosen = None if of_view is None else DictionaryState("", of_view, 1, 2)
    save(SessionState((PaneState(file=str(mine), sha256=digest, dictionary=chosen),)), view)
    first = launch(view)
    qtbot.waitUntil(lambda: first.session.panes[0].network.digest == digest, timeout=20_000)
    assert dictionary_of(first, qtbot, 0) == of_view
    dispose(first)
    window = launch()
    qtbot.waitUntil(lambda: window.session.panes[0].network.digest == digest, timeout=20_000)
    assert dictionary_of(window, qtbot, 0) == of_view
    assert ("view" in heading_of(window)) == (of_view != own)
    window.session.replace_network(0, open_network(MODELS / "lstm.keras"))
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        window.services.opener.open(mine)
    assert dictionary_of(window, qtbot, 0) == own
    assert "view" not in heading_of(window)


def test_a_model_of_gatescopes_own_has_the_dictionary_of_its_view_too(
    launch: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    pane = PaneState(bundled="lstm", dictionary=DictionaryState("", 5, 1, 2))
    save(SessionState((pane,)), tmp_path / "v.gatescope")
    window = launch(tmp_path / "v.gatescope")
    assert dictionary_of(window, qtbot, 0) == 5 and "view" in heading_of(window)
    assert snapshot(window).panes[0].dictionary == pane.dictionary


def test_a_dictionary_of_a_view_that_cannot_be_read_is_named(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    (mine.parent / "words.json").write_text("no dictionary")
    digest, view = digest_of(mine), mine.parent / "v.gatescope"
    pane = PaneState(
        file=str(mine), sha256=digest, units=(99,), dictionary=DictionaryState("words.json")
    )
    save(SessionState((pane,)), view)
    window = launch(view)
    qtbot.waitUntil(lambda: "words.json" in window.notice.text, timeout=20_000)
    assert window.notice.kind == "warning" and "99" in window.notice.text


@pytest.mark.parametrize("moved", [False, True], ids=["as it was", "a pane closed"])
def test_a_model_that_arrives_late_takes_nothing_that_was_chosen_meanwhile(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path, moved: bool
) -> None:
    """Neither the focus nor the colours; it comes where its pane is by then, or not at all."""
    window, view = arranged(launch, qtbot, mine), mine.parent / "my.gatescope"
    window.session.focus = 2
    window.dialogs.views.save(view)
    window.dialogs.views.open(view)
    window.session.focus, window.session.shade = 1, Shade(0, "h")
    if moved:
        window.session.remove_pane(0)
    focused, chosen = window.session.panes[window.session.focus].network, window.session.shade
    qtbot.waitUntil(lambda: not window.dialogs.views.restoring._files, timeout=20_000)
    assert window.session.panes[window.session.focus].network is focused
    assert window.session.shade == chosen
    kinds = [pane.shown.kind for pane in window.session.panes]
    assert kinds == (["LSTM", "GRU"] if moved else ["SimpleRNN", "LSTM", "GRU"])
    assert window.session.panes[-1].units == (3, 5)


def test_a_model_whose_pane_was_closed_meanwhile_does_not_come(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    window, view = arranged(launch, qtbot, mine), mine.parent / "my.gatescope"
    window.dialogs.views.save(view)
    window.dialogs.views.open(view)
    settle()  # its file is being read
    window.session.remove_pane(2)
    qtbot.waitUntil(lambda: not window.dialogs.views.restoring._files, timeout=20_000)
    settle()
    assert [pane.shown.kind for pane in window.session.panes] == ["SimpleRNN", "LSTM"]


def test_a_view_saved_while_models_arrive_has_them_in_it(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    window, view = arranged(launch, qtbot, mine), mine.parent / "my.gatescope"
    before = snapshot(window)
    window.dialogs.views.save(view)
    window.dialogs.views.open(view)
    assert window.dialogs.views.restoring._files
    early = snapshot(window)
    assert early.panes == before.panes and early.colours == before.colours
    window.session.shade = Shade(0, "h")
    assert snapshot(window).colours.key == "h"
    qtbot.waitUntil(lambda: not window.dialogs.views.restoring._files, timeout=20_000)


# -- what cannot be opened ---------------------------------------------------------------


def opened(window: MainWindow, view: Path, qtbot: QtBot) -> str:
    """What is said once a view is open, and all of it has arrived."""
    window.dialogs.views.open(view)
    restoring = window.dialogs.views.restoring
    qtbot.waitUntil(lambda: not restoring.is_arriving(), timeout=20_000)
    settle()
    return window.notice.text


def kinds_of(window: MainWindow) -> list[str]:
    """Which networks are open."""
    return [pane.shown.kind for pane in window.session.panes]


@pytest.mark.parametrize("by", ["menu", "command line"])
@pytest.mark.parametrize("alone", [False, True])
def test_a_damaged_model_has_no_pane_as_a_missing_one(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path, by: str, alone: bool
) -> None:
    """What stood in for it was another network, and was saved as the view's."""
    mine.write_bytes(b"no model")
    panes = [{"file": "mine.keras"}, {"bundled": "gru"}, {"file": "mine.keras"}]
    colours = {"pane": 2, "key": "f"}
    view = written_by_hand(
        mine.parent / "v.gatescope", panes=panes[: 1 if alone else 3], colours=colours, focus=0
    )
    window = launch(view) if by == "command line" else launch()
    if by == "menu":
        opened(window, view, qtbot)
    qtbot.waitUntil(lambda: "mine.keras is " in window.notice.text, timeout=20_000)
    settle()
    assert kinds_of(window) == (["SimpleRNN", "LSTM"] if alone else ["GRU"])
    assert ("first two of Gatescope's stand in" in window.notice.text) == alone
    saved = {pane.bundled for pane in remembered(window).panes}
    assert saved == ({"simple_rnn", "lstm"} if alone else {"gru"})


@pytest.mark.parametrize("damaged", [("simple_rnn",), ("simple_rnn", "lstm")])
def test_a_bundled_model_that_is_damaged_too_is_left_out_of_what_stands_in(
    damaged: tuple[str, ...],
    launch: Callable[..., MainWindow],
    qtbot: QtBot,
    mine: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mine.write_bytes(b"no model")
    window = launch()
    panes = [{"file": "mine.keras"}, {"file": "mine.keras"}]
    view = written_by_hand(mine.parent / "v.gatescope", panes=panes)
    opened_before = 0

    def opening(path: Path) -> Network:
        nonlocal opened_before
        opened_before += 1
        if opened_before > len(panes) and path.stem in damaged:
            raise ModelError("{name} is damaged.", name=path.name)
        return open_network(path)

    monkeypatch.setattr(restoring, "open_network", opening)
    window.dialogs.views.open(view)
    qtbot.waitUntil(lambda: "simple_rnn.keras is damaged" in window.notice.text, timeout=20_000)
    settle()
    assert kinds_of(window) == ["LSTM"][: 2 - len(damaged)]
    assert ("stand in" in window.notice.text) == (len(damaged) == 1)


@pytest.mark.parametrize("way", ["drop", "shell"])
@pytest.mark.parametrize("odd", [False, True])
def test_models_beside_a_view_have_panes_beside_its_own(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path, way: str, odd: bool
) -> None:
    """Named on the command line they took the places of the view's, without a word; an ``odd`` view,
    of which there is something to say, is opened once the window is there."""
    others = [mine.parent / f"{letter}.keras" for letter in "ab"]
    for other in others:
        shutil.copy(MODELS / "gru.keras", other)
    panes = [{"bundled": "simple_rnn"}, {"bundled": "lstm"}]
    more = {"unknown": 1} if odd else {}
    view = written_by_hand(mine.parent / "v.gatescope", panes=panes, focus=0, **more)
    if way == "shell":
        window = launch(view, *others)
    else:
        window = launch()
        window.opening.open_files([view, *others])
    qtbot.waitUntil(lambda: len(window.session.panes) == 3, timeout=20_000)
    qtbot.waitUntil(lambda: "b.keras was left out" in window.notice.text, timeout=20_000)
    settle()
    assert kinds_of(window) == ["SimpleRNN", "LSTM", "GRU"]
    assert ("unknown" in window.notice.text) == odd


def test_networks_that_stand_in_for_all_that_are_missing_are_said(
    launch: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    view = written_by_hand(tmp_path / "v.gatescope", panes=[{"file": "gone.keras"}])
    window = launch()
    window.dialogs.views.open(view)
    missing_dialog(window).accept()
    settle()
    assert kinds_of(window) == ["SimpleRNN", "LSTM"]
    assert "the first two of Gatescope's stand in" in window.notice.text


SINE = MODELS / "lessons" / "sine.keras"
REVIEWS = "text,label\n" + "".join(f"a good film {n},1\n" for n in range(5))


@pytest.mark.parametrize("how", ["missing", "damaged"])
@pytest.mark.parametrize("reads", ["review", "numbers"])
def test_what_is_read_in_place_of_a_file_is_said_and_begins_anew(
    launch: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, how: str, reads: str
) -> None:
    """Step, edits and selection were of the file."""
    name, of_file = ("t.csv", SourceReference("table", str(tmp_path / "t.csv")))
    state = SessionState(
        (PaneState(bundled="lstm") if reads == "review" else PaneState(file=str(SINE)),),
        reads=reads,
        review=ReviewState(of_file, 3) if reads == "review" else ReviewState(),
        numbers=NumbersState("file", of_file.path) if reads == "numbers" else NumbersState(),
        step=97,
        edits=("lstm.f=0@10-",),
        selected="0-2",
    )
    save(state, tmp_path / "v.gatescope")
    if how == "damaged":
        (tmp_path / name).write_bytes(b"PK\x03\x04\0\0")
    window = launch("--review", 5)
    window.services.work_in_background()
    window.dialogs.views.open(tmp_path / "v.gatescope")
    if how == "missing":
        missing_dialog(window).accept()
    qtbot.waitUntil(lambda: "read in place of t.csv" in window.notice.text, timeout=20_000)
    restoring = window.dialogs.views.restoring
    qtbot.waitUntil(lambda: not restoring.is_arriving(), timeout=20_000)
    after = snapshot(window)
    assert not after.edits and not after.selected
    assert "without step, edits and selection" in window.notice.text
    if reads == "review":
        assert "Review 14880 of IMDB" in window.notice.text
        assert (after.review.number, after.step) == (14_880, 44)
    else:
        assert window.session.reads_numbers and after.numbers.source == "normal"
        assert window.session.sequence is not None
    window.services.reading.stop()


# -- data with another content -----------------------------------------------------------


def test_data_with_another_content_is_said(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    """As a model is: reviews, and a dictionary."""
    table, words = mine.parent / "reviews.csv", mine.parent / "words.json"
    table.write_text(REVIEWS)
    words.write_text(json.dumps({"word_index": {"a": 1, "good": 2, "film": 3}}))
    dictionary = DictionaryState(str(words))
    source = SourceReference("table", str(table))
    view = mine.parent / "v.gatescope"
    pane = PaneState(file=str(mine), sha256=digest_of(mine), dictionary=dictionary)
    save(SessionState((pane,), review=ReviewState(source, 3)), view)  # without their digests
    window = launch()
    window.services.work_in_background()
    assert opened(window, view, qtbot) == ""
    window.dialogs.views.save(view)
    state, _ = load(view)
    saved = state.panes[0].dictionary
    assert saved is not None and saved.sha256 == digest_of(words)
    assert state.review.sha256 == digest_of(table)
    dispose(window)
    table.write_text(REVIEWS.replace("good", "bad"))
    words.write_text(json.dumps({"word_index": {"film": 1, "good": 2, "a": 3}}))
    again = launch()
    again.services.work_in_background()
    said = opened(again, view, qtbot)
    assert "reviews.csv is another file than the one that was saved" in said
    assert "words.json is another file than the one that was saved" in said
    assert opened(again, view, qtbot) == said  # also where nothing is read anew
    again.dialogs.views.save(view)
    assert load(view)[0].review.sha256 == digest_of(table) != state.review.sha256
    assert "another file" not in opened(again, view, qtbot)


def test_a_dictionary_beside_a_model_with_another_content_is_said(
    launch: Callable[..., MainWindow], qtbot: QtBot, mine: Path
) -> None:
    """It is found with the model, and so in no view by its name."""
    words, view = mine.parent / "tokenizer.json", mine.parent / "v.gatescope"
    with mine.open("ab") as file:
        file.write(b"\0")  # another digest than the bundled one
    words.write_text(json.dumps({"word_index": {"a": 1, "good": 2, "film": 3}}))
    save(SessionState((PaneState(file=str(mine)),), review=ReviewState(text="a film")), view)
    window = launch()
    window.services.work_in_background()
    opened(window, view, qtbot)
    window.dialogs.views.save(view)
    (pane,) = load(view)[0].panes
    assert pane.dictionary is None and pane.words_sha256 == digest_of(words)
    dispose(window)
    for said in ("", "tokenizer.json is another file", "lay beside GRU(8) is not there"):
        again = launch()
        again.services.work_in_background()
        told = opened(again, view, qtbot)
        assert said in told and bool(said) == bool(told)
        dispose(again)
        if not said:
            words.write_text(json.dumps({"word_index": {"film": 1, "good": 2, "a": 3}}))
        else:
            words.unlink(missing_ok=True)


def test_numbers_with_another_content_are_said(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    table, view = tmp_path / "t.csv", tmp_path / "v.gatescope"
    table.write_text(SERIES)
    window = make_window(numbers_network(1, 10), text="")
    window.services.work_in_background()
    numbers, restoring = window.services.numbers, window.dialogs.views.restoring
    with qtbot.waitSignal(numbers.opened, timeout=20_000):
        numbers.open_path(table)
    qtbot.waitUntil(lambda: not restoring.is_arriving(), timeout=20_000)
    window.dialogs.views.save(view)
    saved = load(view)[0].numbers
    assert saved.sha256 == digest_of(table)
    table.write_text(SERIES.replace("6", "5"))
    restoring.read(load(view)[0])  # a network that was made here is in no file
    restoring.read(replace(load(view)[0], numbers=replace(saved, file=str(table))))
    qtbot.waitUntil(lambda: "t.csv is another file" in window.notice.text, timeout=20_000)
    assert snapshot(window).numbers.sha256 == digest_of(table)
    table.with_name("u.csv").write_text(SERIES)
    with qtbot.waitSignal(numbers.opened, timeout=20_000):
        numbers.open_path(table.with_name("u.csv"))
    assert snapshot(window).numbers.sha256 in ("", digest_of(table.with_name("u.csv")))


def test_another_file_of_data_is_compared_as_it_is_chosen(
    launch: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "here.csv").write_text(REVIEWS)
    source = SourceReference("table", "gone.csv")
    digest = digest_of(tmp_path / "here.csv")
    save(SessionState(review=ReviewState(source, 2, sha256=digest)), tmp_path / "v.gatescope")
    window = launch()
    window.dialogs.views.open(tmp_path / "v.gatescope")
    dialog = missing_dialog(window)
    (reference,) = dialog.choosers
    dialog.choose(reference, tmp_path / "here.csv")
    qtbot.waitUntil(lambda: "the same file" in dialog.states[reference].text(), timeout=20_000)
    (tmp_path / "here.csv").write_text(REVIEWS * 2)
    dialog.choose(reference, tmp_path / "here.csv")
    qtbot.waitUntil(lambda: "another file" in dialog.states[reference].text(), timeout=20_000)
    dialog.reject()


# -- names -------------------------------------------------------------------------------


def test_of_views_that_are_dropped_together_one_is_shown_and_the_others_are_named(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    for number in (4, 7):
        save(SessionState(review=ReviewState(number=number)), tmp_path / f"{number}.gatescope")
    window = launch()
    window.opening.open_files([tmp_path / "4.gatescope", tmp_path / "7.gatescope"])
    settle()
    assert window.services.reading.number == 4
    assert "7.gatescope was left out" in window.notice.text
    (tmp_path / "4.gatescope").write_text("{")
    window.opening.open_files([tmp_path / "4.gatescope", tmp_path / "7.gatescope"])
    assert "4.gatescope is damaged" in window.notice.text
    assert "7.gatescope was left out" in window.notice.text


@pytest.mark.parametrize("comes_first", [True, False])
def test_a_model_that_is_dropped_with_a_view_has_a_pane_of_its_own(
    launch: Callable[..., MainWindow],
    qtbot: QtBot,
    tmp_path: Path,
    mine: Path,
    comes_first: bool,
) -> None:
    view = tmp_path / "v.gatescope"
    save(SessionState(panes=(PaneState(bundled="lstm"),), review=ReviewState(number=4)), view)
    window = launch()
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        window.opening.open_files([view, mine] if comes_first else [mine, view])
    settle()
    shown = [pane.network.path for pane in window.session.panes]
    assert shown == [MODELS / "lstm.keras", mine]


def test_a_view_is_saved_under_the_name_that_was_used_last(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    def offered(window: MainWindow) -> str:
        dialog = window.dialogs.views.ask_to_save()
        (name,) = map(Path, dialog.selectedFiles())
        dialog.reject()
        return name.name

    window = launch()
    assert offered(window) == "view.gatescope"
    window.dialogs.views.save(tmp_path / "mine.gatescope")
    assert offered(window) == "mine.gatescope"
    save(SessionState(), tmp_path / "other.gatescope")
    window.dialogs.views.open(tmp_path / "other.gatescope")
    assert offered(window) == "other.gatescope"
    (tmp_path / "lesson").mkdir()
    save(SessionState(), tmp_path / "lesson" / "of a lesson.gatescope")
    window.dialogs.views.open_beside(tmp_path / "lesson" / "of a lesson.gatescope")
    dialog = window.dialogs.views.ask_to_save()
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.reject()
    assert offered(window) == "other.gatescope"
    dispose(window)
    assert offered(launch(tmp_path / "mine.gatescope")) == "mine.gatescope"


def test_places_are_quoted_once_and_as_they_stand(
    launch: Callable[..., MainWindow], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = {"focus": 2, "colours": {"pane": 7, "key": "c"}}
    view = written_by_hand(tmp_path / "v.gatescope", panes=[{"bundled": "lstm"}], **parts)
    launch(view)
    focus, colours = capsys.readouterr().err.splitlines()
    assert "There is no network 2 to be in focus: there are 1, counted from 0" in focus
    assert "There is no network 7 to colour the words: there are 1, counted from 0" in colours
