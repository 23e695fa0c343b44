"""A decoder that is fed with its own text in the window, in its own words, behind its start mark."""

from __future__ import annotations

import numpy as np
from pytestqt.qtbot import QtBot

from engine.library import MODELS
from engine.network.network import output_name
from engine.network.opening import open_network
from engine.sequence import Sequence
from engine.tasks.dates import read_ids
from gui.numbers.auxiliary import AuxiliaryView
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
