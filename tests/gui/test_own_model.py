"""Models of one's own in the window: layers, refusals, answers, steps that are written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from engine.replay.read_on import read
from engine.session import jobs
from gui.inspector.window import Inspector
from gui.models.layers_dialog import LayersDialog
from gui.window.main_window import MainWindow
from tests.gui import own_models
from tests.gui.conftest import settle, texts


def opened(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Open a file as a drop does, and wait until it is read."""
    with qtbot.waitSignal(window.services.opener.opened, timeout=20_000):
        window.opening.open_path(path)
    qtbot.waitUntil(lambda: not window.session.busy)
    settle()


# -- layers --------------------------------------------------------------------------


def test_both_directions_fill_two_panes_and_are_read_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.remove_pane(1)
    opened(window, own_models.both_ways(tmp_path / "both.h5"), qtbot)
    assert window.session.panes[0].layer == "both/forward"
    assert "2 recurrent layers" in window.notice.text
    readings = []
    monkeypatch.setattr(
        jobs, "read", lambda *given, **how: readings.append(1) or read(*given, **how)
    )
    window.notice.run()
    dialog = window.findChildren(LayersDialog)[0]
    assert dialog.ticked() == ["both/forward"]
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    settle()
    panes = window.session.panes
    assert [pane.layer for pane in panes] == ["both/forward", "both/backward"]
    assert panes[0].trace is panes[1].trace
    assert not readings, "the trace was there already"
    assert len(window.panes.views) == 2
    trace = panes[1].trace
    assert trace is not None
    assert trace.layers["both/backward"].backwards
    # Drawn in the order of the review: the state after the last word is where it began.
    drawn = window.panes.views[1].rows["h"].map.image.image
    np.testing.assert_array_equal(drawn, trace.layers["both/backward"].series["h"].T)


def test_no_layer_or_too_many_cannot_be_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, own_models.both_ways(tmp_path / "both.h5"), qtbot)
    dialog = LayersDialog(window, window.session, window.session.focus)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not ok.isEnabled()
    dialog.reject()


def test_other_networks_keep_their_panes_where_there_is_room(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, own_models.both_ways(tmp_path / "both.h5"), qtbot)
    other = window.session.panes[1 - window.session.focus].network
    window.session.show_layers(window.session.focus, ["both/forward", "both/backward"])
    settle()
    networks = [pane.network for pane in window.session.panes]
    assert len(networks) == 3
    assert networks.count(other) == 1
    assert window.session.focused is not None
    assert window.session.focused.layer == "both/forward"


def test_a_network_that_reads_both_ways_answers_at_the_end(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.remove_pane(1)
    opened(window, own_models.both_ways(tmp_path / "both.h5"), qtbot)
    assert window.prediction._parting.text() == "answers when all has been read"
    window.session.step = 3
    answer = window.cell.answer
    assert answer.isVisible()
    assert not answer.bars.isVisible()
    window.session.step = window.session.steps - 1
    assert answer.bars.isVisible()


# -- refusals ------------------------------------------------------------------------


def test_a_model_in_which_nothing_can_be_watched_leaves_the_window_as_it_was(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    before = window.session.panes
    with qtbot.waitSignal(window.services.opener.refused, timeout=20_000):
        window.opening.open_path(own_models.pictures(tmp_path / "films.h5"))
    assert window.session.panes == before
    assert "films" in window.notice.text
    assert "ConvLSTM3D" in window.notice.text
    assert window.services.settings.models.recent == []
    window.notice.run()
    inspector = window.findChildren(Inspector)[0]
    assert inspector.isVisible()
    inspector.close()


def test_what_stands_before_a_refused_layer_is_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.remove_pane(1)
    opened(window, own_models.before_a_lambda(tmp_path / "lambda.h5"), qtbot)
    pane = window.session.panes[0]
    assert pane.trace is not None
    assert np.isfinite(pane.trace.layers["lstm"].series["h"]).all()
    assert np.isnan(pane.trace.prediction).all()
    assert "mine is a Lambda" in window.notice.text
    assert "not replayed" in window.prediction._parting.text()
    assert "–" not in " ".join(texts(window.panes.views[0].rows["h"]))


# -- answers -------------------------------------------------------------------------


def test_the_five_largest_classes_with_their_names(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "labels.txt").write_text("\n".join(f"kind {k}" for k in range(7)))
    opened(window, own_models.both_ways(tmp_path / "both.h5"), qtbot)
    window.session.step = window.session.steps - 1
    pane = window.session.focused
    assert pane is not None
    assert pane.trace is not None
    last = pane.trace.prediction[-1]
    rows = window.cell.answer.bars.rows
    order = np.argsort(-last)[:5]
    assert rows == [(f"kind {k}", float(last[k])) for k in order]

    other = tmp_path / "mine.json"
    other.write_text('{"a": 6, "b": 0, "c": 1, "d": 2, "e": 3, "f": 4, "g": 5}')
    window.services.class_names.use(pane.network, other)
    assert [name for name, _ in window.cell.answer.bars.rows] == ["bcdefga"[k] for k in order]
    assert window.services.settings.models.class_names == {pane.network.digest: str(other)}


def test_a_file_without_names_is_refused_in_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, own_models.both_ways(tmp_path / "both.h5"), qtbot)
    window.session.step = window.session.steps - 1
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    focused = window.session.focused
    assert focused is not None
    window.services.class_names.use(focused.network, bad)
    assert "bad.json is no list of class names" in window.notice.text
    names = [name for name, _ in window.cell.answer.bars.rows]
    assert all(name.startswith("class ") for name in names)


# -- numbers, and steps that are written -----------------------------------------------


def test_a_network_of_numbers_is_given_numbers_and_the_review_comes_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    words = window.session.panes[1 - window.session.focus].network
    opened(window, own_models.writes_after_reading(tmp_path / "auto.h5"), qtbot)
    session = window.session
    assert session.review is None
    assert session.sequence is not None
    assert session.sequence.inputs.shape == (12, 2)
    assert window.reading_view.strip.isVisible()
    assert not window.reading_view.words.isVisible()
    session.replace_network(session.focus, words)
    window.opening.read_for(words)
    settle()
    assert session.review is not None
    assert window.reading_view.words.isVisible()
    assert not window.reading_view.strip.isVisible()


def test_a_decoder_has_its_steps_after_those_of_the_input(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, own_models.writes_after_reading(tmp_path / "auto.h5"), qtbot)
    session = window.session
    assert session.steps == 16
    assert window.playback.slider.maximum() == 15
    assert session.step_names[12:] == ("→ 1", "→ 2", "→ 3", "→ 4")
    assert session.focused is not None
    assert session.focused.layer == "encoder", "what reads is shown first"
    session.show_layer(session.focus, "decoder")
    settle()
    layer = session.focused.layer_trace
    assert layer is not None
    assert [layer.is_idle(step) for step in (0, 11, 12, 15)] == [True, True, False, False]
    assert np.isnan(layer.series["f"][:12]).all()
    session.step = 5
    assert "no step of its own" in window.cell.equations.text("f")
    session.step = 13
    assert "no step of its own" not in window.cell.equations.text("f")
    assert "→ 2" in window.playback._word.text()
    assert len(window.cell.answer.bars.rows) == 2
    session.show_layer(session.focus, "encoder")
    settle()
    assert session.focused.layer_trace is not None
    assert session.focused.layer_trace.is_idle(15)
