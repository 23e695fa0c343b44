"""The drawer of models, opening files, the pane's menu."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError, ModelError
from engine.library import MODELS, bundled
from engine.network.nonlinearity import RELU, TANH
from engine.network.opening import open_network
from engine.session.session import Session
from gui.kit.work import stop_all
from gui.models.menu import NetworkMenu
from gui.models.opener import ModelOpener
from gui.models.panel import ModelsPanel
from gui.models.rows import ModelRow
from gui.settings import Settings
from gui.window.main_window import MainWindow
from tests.gui.conftest import settle, texts
from tests.networks import text_network


@pytest.fixture
def session() -> Session:
    """The bundled SimpleRNN beside the bundled LSTM."""
    session = Session()
    session.set_networks(
        [open_network(MODELS / f"{name}.keras") for name in ("simple_rnn", "lstm")]
    )
    return session


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def opener(session: Session, settings: Settings, qapp: object) -> Iterator[ModelOpener]:
    opener = ModelOpener(session, settings)
    yield opener
    opener.stop()
    stop_all()
    settle()


@pytest.fixture
def panel(
    qtbot: QtBot, session: Session, settings: Settings, opener: ModelOpener
) -> Iterator[ModelsPanel]:
    panel = ModelsPanel(session, settings, opener)
    panel.resize(280, 760)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    panel.stop()
    panel.close()
    panel.deleteLater()
    settle()


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A good file that did not come with the app."""
    path = tmp_path / "my & own.keras"
    shutil.copy(MODELS / "two_lstm.keras", path)
    return path


def row(panel: ModelsPanel, name: str) -> ModelRow:
    return next(row for entry, row in panel.entries if entry.name == name)


def names(session: Session) -> list[str]:
    return [pane.network.path.stem for pane in session.panes if pane.network.path]


# -- the library -------------------------------------------------------------------------------


def test_the_library_says_what_was_measured(panel: ModelsPanel) -> None:
    assert [entry.name for entry, _ in panel.entries] == [entry.name for entry in bundled()]
    lstm = row(panel, "lstm")
    assert lstm.text() == "LSTM(8)"
    assert lstm.caption == "8,809 parameters"
    accuracy = next(entry for entry in bundled() if entry.name == "lstm").record.validation_accuracy
    assert lstm.number == f"{accuracy:.3f}"
    assert lstm.number in lstm.accessibleName()
    assert lstm.places == (1,)
    assert row(panel, "gru").places == ()


def test_a_click_puts_a_model_into_the_focused_pane(
    panel: ModelsPanel, session: Session, settings: Settings
) -> None:
    session.focus = 1
    QTest.mouseClick(row(panel, "gru"), Qt.MouseButton.LeftButton)
    assert names(session) == ["simple_rnn", "gru"]
    assert row(panel, "gru").places == (1,)
    assert row(panel, "lstm").places == ()
    assert settings.models.recent == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_choose_a_model(panel: ModelsPanel, session: Session, key: Qt.Key) -> None:
    chosen = row(panel, "gru")
    chosen.setFocus()
    QTest.keyClick(chosen, key)
    assert names(session) == ["gru", "lstm"]


def test_plus_adds_a_pane_until_there_are_three(panel: ModelsPanel, session: Session) -> None:
    QTest.mouseClick(row(panel, "gru").add, Qt.MouseButton.LeftButton)
    assert names(session) == ["simple_rnn", "lstm", "gru"]
    assert session.focus == 2
    assert not any(shown.add.isVisible() for _, shown in panel.entries)
    QTest.mouseClick(row(panel, "two_lstm"), Qt.MouseButton.LeftButton)
    assert names(session) == ["simple_rnn", "lstm", "two_lstm"]
    session.remove_pane(0)
    assert all(shown.add.isVisible() for _, shown in panel.entries)


def test_the_context_menu_says_both(panel: ModelsPanel, session: Session) -> None:
    menu = row(panel, "gru").make_menu()
    assert [action.text() for action in menu.actions()] == [
        "Show in the focused pane",
        "Add a pane with this model",
    ]
    menu.actions()[1].trigger()
    assert names(session) == ["simple_rnn", "lstm", "gru"]


def test_every_control_is_reached_by_tab_and_has_a_name(panel: ModelsPanel) -> None:
    seen, widget = [], panel.entries[0][1]
    while widget not in seen:
        seen.append(widget)
        widget = widget.nextInFocusChain()  # type: ignore[assignment]
    reached = [
        one for one in seen if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    for control in (*(shown for _, shown in panel.entries), panel.open, panel.facts.copy):
        assert control in reached
    assert all(shown.accessibleName() for _, shown in panel.entries)


# -- what is known about it ---------------------------------------------------------------------


def test_the_focused_network_is_described(panel: ModelsPanel, session: Session) -> None:
    session.focus = 1
    settle()
    said = texts(panel.facts)
    assert {"LSTM(8)", "embedding", "(None, 100, 16)", "8,000", "800", "8,809"} <= set(said)
    assert "Validation accuracy" in said
    assert any("5,000 held-out reviews" in text and "TF-IDF" in text for text in said)
    session.focus = 0
    settle()
    assert "SimpleRNN(8)" in texts(panel.facts)


def test_the_training_curves_are_those_of_the_record(
    panel: ModelsPanel, session: Session, foreign: Path
) -> None:
    session.focus = 1
    curves, record = panel.facts.curves, bundled()[2].record
    assert curves.isVisibleTo(panel)
    training, validation = curves.plots["loss"].curves
    for curve, key in ((training, "loss"), (validation, "val_loss")):
        assert curve.epochs.tolist() == list(range(1, 90))
        assert curve.values.tolist() == [epoch[key] for epoch in record.data["history"]]
    assert {dot.epoch for plot in curves.plots.values() for dot in plot.dots} == {86}
    assert "epoch 86" in curves.plots["loss"].describe(86)
    assert f"{record.validation_loss:.4f}" in curves.plots["loss"].describe(86)
    assert not curves.plots["loss"].describe(0)
    session.set_networks([open_network(foreign)])
    assert not curves.isVisibleTo(panel), "a file from elsewhere has no record"


def test_the_summary_is_copied_as_keras_prints_it(panel: ModelsPanel, session: Session) -> None:
    session.focus = 1
    QTest.mouseClick(panel.facts.copy, Qt.MouseButton.LeftButton)
    assert "8,809" in QGuiApplication.clipboard().text()
    assert "lstm (LSTM)" in QGuiApplication.clipboard().text()


def test_a_network_of_no_file_has_no_record(panel: ModelsPanel, session: Session) -> None:
    session.set_networks([text_network("GRU", 4)])
    settle()
    assert "Validation accuracy" not in texts(panel.facts)
    assert "GRU(4)" in texts(panel.facts)


# -- files from elsewhere ------------------------------------------------------------------------


def test_a_file_is_read_beside_the_window(
    qtbot: QtBot,
    panel: ModelsPanel,
    session: Session,
    settings: Settings,
    opener: ModelOpener,
    foreign: Path,
) -> None:
    waits: list[str] = []
    opener.waiting.connect(waits.append)
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        opener.open(foreign, 0)
        assert names(session) == ["simple_rnn", "lstm"]
        assert any("Reading my & own.keras" in text for text in texts(panel))
    assert session.panes[0].network.path == foreign
    assert len(session.panes[0].network.recurrent) == 2
    assert settings.models.recent == [str(foreign)]
    assert waits == [foreign.name, ""]
    assert [path for path, _ in panel.recent] == [foreign]
    settle()
    assert "no training record" in " ".join(texts(panel.facts))
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        QTest.mouseClick(panel.recent[0][1].add, Qt.MouseButton.LeftButton)
    assert len(session.panes) == 3


def test_what_is_no_model_changes_nothing(
    qtbot: QtBot, session: Session, settings: Settings, opener: ModelOpener, tmp_path: Path
) -> None:
    before = session.panes
    path = tmp_path / "notes.keras"
    path.write_text("this is no model")
    with qtbot.waitSignal(opener.failed, timeout=20_000) as caught:
        opener.open(path, 0)
    assert isinstance(caught.args[0], ModelError)
    assert "notes.keras" in str(caught.args[0])
    assert session.panes is before
    assert settings.models.recent == []


def test_a_recent_file_that_is_gone_leaves_the_list(
    qtbot: QtBot, settings: Settings, opener: ModelOpener, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.keras"
    settings.models.recent = [str(gone)]
    assert opener.recent() == []
    with qtbot.waitSignal(opener.failed, timeout=20_000):
        opener.open(gone, 0)
    assert settings.models.recent == []


def test_the_last_choice_for_a_pane_counts(
    qtbot: QtBot, session: Session, opener: ModelOpener, foreign: Path
) -> None:
    opened: list[object] = []
    opener.opened.connect(opened.append)
    opener.open(foreign, 0)
    opener.open(MODELS / "gru.keras", 0)
    qtbot.waitUntil(lambda: stop_all(0.0), timeout=20_000)
    settle()
    assert names(session) == ["gru", "lstm"]
    assert len(opened) == 1


def test_the_button_asks_for_a_file(
    qtbot: QtBot, panel: ModelsPanel, session: Session, opener: ModelOpener, foreign: Path
) -> None:
    QTest.mouseClick(panel.open, Qt.MouseButton.LeftButton)
    dialog = panel.findChild(QFileDialog) or panel.window().findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(opener.opened, timeout=20_000):
        dialog.fileSelected.emit(str(foreign))
    dialog.close()
    settle()
    assert names(session)[0] == "my & own"


def test_closing_the_window_leaves_no_work(window: MainWindow, foreign: Path) -> None:
    window.services.opener.open(foreign, 0)
    window.close()
    assert stop_all(15.0)


# -- the pane's menu -----------------------------------------------------------------------------


def labels(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_the_menu_of_a_pane(
    qtbot: QtBot, panel: ModelsPanel, session: Session, opener: ModelOpener
) -> None:
    menu = NetworkMenu(panel, session, opener, 1)
    assert labels(menu)[:6] == [entry.title for entry in bundled()]
    checked = [action.text() for action in menu.actions() if action.isChecked()]
    assert checked == ["LSTM(8)"]
    next(action for action in menu.actions() if action.text() == "GRU(8)").trigger()
    assert names(session) == ["simple_rnn", "gru"]
    menu = NetworkMenu(panel, session, opener, 1)
    next(action for action in menu.actions() if action.text() == "Close this pane").trigger()
    assert names(session) == ["simple_rnn"]
    assert "Close this pane" not in labels(NetworkMenu(panel, session, opener, 0))


def test_the_menu_adds_a_pane_and_shows_a_layer(
    panel: ModelsPanel, session: Session, opener: ModelOpener
) -> None:
    menu = NetworkMenu(panel, session, opener, 0)
    more = next(action.menu() for action in menu.actions() if action.text() == "Add a pane with")
    next(action for action in more.actions() if "2×LSTM" in action.text()).trigger()
    assert names(session)[2] == "two_lstm"
    menu = NetworkMenu(panel, session, opener, 2)
    layers = [layer.name for layer in session.panes[2].network.recurrent]
    assert session.panes[2].layer == layers[-1]
    next(action for action in menu.actions() if action.text().startswith(layers[0] + ",")).trigger()
    assert session.panes[2].layer == layers[0]
    assert "Add a pane with" not in labels(menu)


def test_an_error_of_the_opener_is_a_sentence(opener: ModelOpener, session: Session) -> None:
    caught: list[GatescopeError] = []
    opener.failed.connect(caught.append)
    opener._fail(0, ModelError("There is no file {path}.", path="x"))
    assert [str(error) for error in caught] == ["There is no file x."]


def test_the_menu_chooses_relu_where_the_file_does_not_say(
    panel: ModelsPanel, session: Session, opener: ModelOpener, qtbot: QtBot
) -> None:
    network = replace(text_network("SimpleRNN"), notes=(TANH,), digest="d", name="rnn")
    session.set_networks([network, text_network("LSTM")])

    def choices(place: int) -> list[QAction]:
        menu = NetworkMenu(panel, session, opener, place)
        found = [each for each in menu.actions() if each.text() == "Activation of the RNN"]
        return [action for each in found for action in each.menu().actions()]

    assert not choices(1)
    tanh, relu = choices(0)
    assert (tanh.isChecked(), relu.isChecked()) == (True, False)
    with qtbot.waitSignal(opener.opened) as opened:
        relu.trigger()
    (made,) = opened.args
    assert session.panes[0].network is made
    assert made.notes == (RELU,)  # which is said where a model is opened
    assert [action.isChecked() for action in choices(0)] == [False, True]
