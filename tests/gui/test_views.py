"""Views: saved, opened here and elsewhere, with what is missing asked for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import gui.app
import main
from engine.digest import digest_of
from engine.library import MODELS
from engine.session.pane import Shade
from engine.session.state import (
    DictionaryState,
    NumbersState,
    PaneState,
    ReviewState,
    SessionState,
)
from engine.session.view_file import load, save
from engine.text.sources.reference import SourceReference
from gui.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.missing import MissingDialog
from tests.gui.conftest import TEXT, MakeWindow, dispose, settle, texts


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
    window.services.display.stretched = True
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
    window.services.display.stretched = False
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
    assert "step cannot be -4" in window.notice.text and "aura" in window.notice.text
    assert snapshot(window).panes == before.panes


def test_numbers_are_part_of_a_view_and_pasted_ones_are_refused(
    launch: Callable[..., MainWindow], make_window: MakeWindow, tmp_path: Path
) -> None:
    from tests.engine.numbers.networks import numbers_network

    window = make_window(numbers_network(1, 10), text="")
    window.services.numbers.use("sine")
    window.services.numbers.set_made(9.0, 0.5, 3)
    window.services.numbers.open_number(4)
    window.dialogs.views.save(tmp_path / "v.gatescope")
    state, notes = load(tmp_path / "v.gatescope")
    assert notes == [] and state.reads == "numbers" and state.numbers.window == 4
    assert (state.numbers.source, state.numbers.period, state.numbers.seed) == ("sine", 9.0, 3)
    window.services.numbers.source = "pasted"
    window.services.numbers._choose(source="")
    window.dialogs.views.save(tmp_path / "w.gatescope")
    assert "Pasted numbers" in window.notice.text and not (tmp_path / "w.gatescope").exists()


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
    window.dialogs.views.save(tmp_path / "v.gatescope")
    dispose(window)
    again = launch(tmp_path / "v.gatescope")
    again.services.reading.begin()  # as at every launch: another one is under way, or ready
    qtbot.waitUntil(lambda: again.services.reading.corpus is not None, timeout=20_000)
    review = again.session.review
    assert review is not None and "film 3" in review.text and again.session.step == 98
    dispose(again)
    table.unlink()
    last = launch()
    qtbot.waitUntil(lambda: "reviews.csv" in last.notice.text, timeout=20_000)
    assert last.session.review is not None
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
