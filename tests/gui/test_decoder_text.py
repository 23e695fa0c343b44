"""A decoder that is fed with its own text in the window, in its own words, behind its start mark."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.library import MODELS
from engine.network.network import output_name
from engine.network.opening import open_network
from engine.replay.ways_on import own_words
from engine.replay.written_names import choose_names, written_names
from engine.sequence import Sequence
from engine.tasks.dates import read_ids
from gui.numbers.auxiliary import AuxiliaryView
from gui.review.dictionaries import Dictionaries
from gui.review.dictionary import DictionaryView
from tests.gui.conftest import MakeWindow, settle


def test_the_text_is_what_the_decoder_reads(make_window: MakeWindow, qtbot: QtBot) -> None:
    network = open_network(MODELS / "lessons" / "dates.keras")
    window = make_window(network, text="")
    (ids,) = read_ids(["15 March 2014"])
    window.session.read(Sequence(ids, ("",) * len(ids), ids == 0, title="a date"))
    view = AuxiliaryView(window.services.numbers)
    qtbot.addWidget(view)
    (box,), (line,) = view.boxes.values(), view.texts.values()
    assert line.isHidden()
    box.setCurrentIndex(box.findData("text"))
    box.activated.emit(box.currentIndex())
    assert not line.isHidden()
    line.setText("2014-03-1")
    line.editingFinished.emit()
    settle()
    trace = window.session.panes[0].trace
    assert trace is not None
    read = trace.sequence.auxiliary_inputs["written"]
    assert read.tolist() == [0, 3, 1, 2, 5, 11, 1, 4, 11, 2]  # start, then the letters
    said = trace.outputs[output_name(network.outputs[0])][-10:].argmax(axis=-1)
    assert said.tolist() == [3, 1, 2, 5, 11, 1, 4, 11, 2, 6]  # 2014-03-15
    line.setText("2024 x")
    line.editingFinished.emit()
    settle()
    problem = window.session.panes[0].problem
    assert "is none of the 12 words of the decoder's own dictionary" in window.notice.text + str(
        problem
    )
    box.setCurrentIndex(box.findData("zeros"))
    box.activated.emit(box.currentIndex())
    settle()
    trace = window.session.panes[0].trace
    assert trace is not None and not np.any(trace.sequence.auxiliary_inputs["written"])


def test_the_words_that_a_decoder_writes_are_chosen_with_the_dictionary(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """By the same button; remembered, and let go again."""
    model = tmp_path / "mine.keras"  # without its list of words
    shutil.copy(MODELS / "lessons" / "dates.keras", model)
    network = open_network(model)
    window = make_window(network, text="")
    dictionaries = window.services.reading.dictionaries
    qtbot.waitUntil(lambda: not dictionaries.is_busy)
    view = DictionaryView(window.session, dictionaries)
    qtbot.addWidget(view)
    view._fill_menu()
    texts = [action.text() for action in view.menu.actions()]
    assert "What its decoder writes" in texts and written_names(network) == ((), ())
    words = tmp_path / "letters.json"
    words.write_text(json.dumps({letter: id for id, letter in enumerate("_s0123456789")}))
    try:
        with qtbot.waitSignal(dictionaries.changed, timeout=5000):
            dictionaries.choose_written(words, network)
        names, notes = written_names(network)
        assert (names[2:], notes) == (tuple("0123456789"), ())
        assert window.services.class_names.of(network, len(names)) == names
        view._fill_menu()
        assert any("letters.json" in action.text() for action in view.menu.actions())
        choose_names(network, None)  # as another start of the program
        again = Dictionaries(window.session, window.services.settings)
        qtbot.waitUntil(lambda: written_names(network)[0] == names, timeout=5000)
        again.stop()
        failures: list[GatescopeError] = []
        dictionaries.failed.connect(failures.append)
        words.write_text("\0")
        dictionaries.choose_written(words, network)
        qtbot.waitUntil(lambda: bool(failures), timeout=5000)
        assert written_names(network)[0] == names, "what is refused changes nothing"
        dictionaries.forget_written(network)
        assert written_names(network) == ((), ())
        assert not window.services.settings.models.written
    finally:
        choose_names(network, None)


@pytest.mark.parametrize(("name", "count"), [("lstm", 0), ("lessons/dates", 12)])
def test_which_networks_have_a_decoder_of_words(name: str, count: int) -> None:
    assert own_words(open_network(MODELS / f"{name}.keras")) == count
