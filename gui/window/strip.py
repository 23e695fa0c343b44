"""`Strip`: under the words, the prediction so far, the attribution, or the memory."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from gui.explain.explaining import Explaining
from gui.kit.need import Need
from gui.panes.prediction import PredictionView


class Strip(QStackedWidget):
    """One of three views over the time axis, as `Explaining.strip` says."""

    def __init__(self, prediction: PredictionView, explaining: Explaining) -> None:
        super().__init__()
        self._explaining = explaining
        self.prediction = prediction
        self.addWidget(prediction)

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        return self.prediction.need
