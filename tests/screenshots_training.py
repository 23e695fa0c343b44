"""The pictures of training: real trainings, so that what they show is what was measured."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.training.panel import TrainPanel
    from gui.window.main_window import MainWindow

REVIEWS = 6000
RATE = 1e-3
"""Ten times the lecture's, so that a dozen epochs say something."""

EPOCHS = 14


def preparing(window: MainWindow) -> None:
    """The data tab over the whole window."""
    window.services.reading.prepare()
    _wait(lambda: window.services.reading.corpus is not None)
    panel = _panel(window)
    panel.show_tab("data")
    panel.wide.setChecked(True)


def choosing(window: MainWindow) -> None:
    """The model tab, with a change from the lecture."""
    panel = _panel(window)
    panel.editor.start_from("two_lstm")
    panel.editor.set("learning_rate", RATE)
    panel.show_tab("model")


def learning(window: MainWindow) -> None:
    """A SimpleRNN that has been trained, and an LSTM in the middle of it."""
    panel = _panel(window)
    for recipe in ("simple_rnn", "lstm"):
        panel.editor.start_from(recipe)
        for name, value in (("epochs", EPOCHS), ("learning_rate", RATE), ("limit", REVIEWS)):
            panel.editor.set(name, value)
        panel.train()
    path = window.services.runs.waiting[0]
    _wait(lambda: _epochs(window, path) >= EPOCHS // 2)
    first = window.services.runs.runs[0].path
    panel.runs._tick([first, path])
    _wait(
        lambda: bool(
            window.services.runs.find(path)
            and window.services.runs.find(path).run.status.batch > 20
        )
    )  # type: ignore[union-attr]


def two_epochs(window: MainWindow) -> None:
    """Two epochs of the LSTM that `learning` has left, side by side."""
    window.services.work_in_background()
    _wait(lambda: bool(window.services.runs.runs))
    window.notice.clear()
    path = window.services.runs.runs[-1].path
    window.session.remove_pane(0)
    window.services.watch.show(path, 0)
    _wait(lambda: window.services.watch.shown(0) is not None)
    window.services.watch.put_beside(0)
    _wait(lambda: window.services.watch.shown(1) is not None)
    window.services.watch.seek_epoch(1, 2)
    _wait(lambda: window.services.watch.shown(1).checkpoint.epoch == 2)  # type: ignore[union-attr]


def _panel(window: MainWindow) -> TrainPanel:
    if not window.services.runs.runs:
        window.services.work_in_background()
    from gui.places import TRAIN

    return window.drawers.open(TRAIN)  # type: ignore[return-value]


def _epochs(window: MainWindow, path: object) -> int:
    known = window.services.runs.find(path)  # type: ignore[arg-type]
    return 0 if known is None else len(known.run.history)


def _wait(what: Callable[[], bool], seconds: float = 300.0) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise TimeoutError("the picture never came to be")
        QApplication.processEvents()
        time.sleep(0.005)
