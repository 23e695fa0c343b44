"""`EarlyStopping`: the callbacks of the lecture's script acted out on the loss of a bundled run."""

from __future__ import annotations

from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSlider

from engine.counting import filled
from engine.lessons.digits import told_apart
from engine.lessons.stopping import Watched, act_out
from engine.library import LibraryEntry, bundled
from engine.session.state import PaneState, SessionState
from gui.i18n.texts import network_title
from gui.kit.layouts import column, row
from gui.kit.widgets import label, push_button
from gui.lessons.context import LessonContext
from gui.lessons.lesson_plot import LessonPlot
from gui.lessons.picture import Options, Picture
from gui.look.scale import stroke
from gui.look.theme import GAP, theme
from gui.plots.scatter import Scatter
from gui.training.card import Stepper

PATIENCE = 3
"""The lecture's."""

MAX_PATIENCE = 20


class EarlyStopping(Picture):
    """Both losses over the epochs; a cursor; what patience has counted and which epoch is best."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self._entries = {entry.name: entry for entry in bundled() if entry.record.history}
        self.choice, self.patience = QComboBox(), Stepper()
        for entry in self._entries.values():
            self.choice.addItem(entry.title, entry.name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(options.get("model", ""))))
        self.choice.currentIndexChanged.connect(self._choose)
        self.patience.show_value(PATIENCE, 1, MAX_PATIENCE)
        self.patience.valueChanged.connect(self._choose)
        self.patience_name, self.key = label("dim"), label("dim", wraps=True)
        self._training, self._validation = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._unseen = pg.PlotCurveItem()
        self._best, self._cursor = Scatter(), pg.InfiniteLine(1)
        self.plot = LessonPlot(
            *(self._training, self._unseen, self._validation), *(self._cursor, self._best)
        )
        self.epoch = QSlider(Qt.Orientation.Horizontal)
        self.epoch.valueChanged.connect(self._follow)
        self.said = label("", wraps=True)
        self.train = push_button(lambda: context.train("model", self.entry.name))
        column(
            row(self.choice, None, self.patience_name, self.patience),
            (self.plot, 1),
            *(self.epoch, self.said, self.key),
            row(self.train, None),
            of=self.body,
            spacing=GAP,
        )
        self._choose()
        self.dress()

    @property
    def entry(self) -> LibraryEntry:
        """The bundled model whose training is shown."""
        return self._entries[self.choice.currentData()]

    @property
    def watched(self) -> tuple[Watched, ...]:
        """What the callbacks know after every epoch, up to the one where training would end."""
        losses = [float(each["val_loss"]) for each in self.entry.record.history]
        return act_out(losses, self.patience.value())

    @property
    def now(self) -> Watched:
        """What they know at the cursor."""
        return self.watched[self.epoch.value() - 1]

    def _choose(self, *_: object) -> None:
        self.epoch.setRange(1, len(self.watched))
        self.epoch.setValue(self.epoch.maximum())
        self._follow()

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; the model whose training is shown."""
        return replace(view, panes=(PaneState(bundled=self.entry.name),), focus=0)

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        history, now, look = self.entry.record.history, self.now, theme()
        losses, validation = (
            [float(entry[name]) for entry in history] for name in ("loss", "val_loss")
        )
        epochs = list(range(1, len(history) + 1))
        end = len(self.watched)
        self._training.setData(epochs[:end], losses[:end])
        self._validation.setData(epochs[:end], validation[:end])
        self._unseen.setData(epochs[end - 1 :], validation[end - 1 :])
        self._training.setPen(pg.mkPen(look.networks[0], width=stroke(2)))
        self._validation.setPen(pg.mkPen(look.networks[1], width=stroke(2.5)))
        self._unseen.setPen(pg.mkPen(look.faint, width=stroke(1.5), style=Qt.PenStyle.DotLine))
        self._cursor.setValue(now.epoch)
        self._cursor.setPen(pg.mkPen(look.text, width=stroke(1.5)))
        best = validation[now.best - 1]
        brush = pg.mkBrush(look.good)
        self._best.setData([now.best], [best], size=stroke(12), symbol="star", brush=brush)
        low, high = min(losses + validation), max(losses + validation)
        room = 0.05 * (high - low)
        self.plot.setRange(xRange=(1, len(history)), yRange=(low - room, high + room), padding=0.01)
        self.said.setText(self._sentence(now, validation))

    def _sentence(self, now: Watched, validation: list[float]) -> str:
        if now.stops:
            text = self.tr(
                "Epoch {epoch}: val_loss {loss}. No better for {waited} of {patience} epochs: "
                "EarlyStopping ends the training and takes back the weights of epoch {best} ({least})."
            )
        elif now.is_best:
            text = self.tr(
                "Epoch {epoch}: val_loss {loss}, the best so far. Patience counts from 0 again."
            )
        else:
            text = self.tr(
                "Epoch {epoch}: val_loss {loss}. No better for {waited} of {patience} epochs; "
                "the best is epoch {best} ({least})."
            )
        loss, least = told_apart((validation[now.epoch - 1], validation[now.best - 1]), 4)
        values = {
            "epoch": now.epoch,
            "loss": loss,
            "waited": now.waited,
            "patience": self.patience.value(),
            "best": now.best,
            "least": least,
        }
        return filled(text, values)

    def retranslate(self) -> None:
        """Name everything."""
        for at, entry in enumerate(self._entries.values()):
            self.choice.setItemText(at, network_title(entry.title))
        self.choice.setAccessibleName(self.tr("Training"))
        self.patience_name.setText(self.tr("patience"))
        self.patience.setAccessibleName(self.tr("Patience"))
        self.epoch.setAccessibleName(self.tr("Epoch"))
        self.train.setText(self.tr("Train it here"))
        super().retranslate()
        self._name_curves()

    def _name_curves(self) -> None:
        look = theme()
        self.key.setTextFormat(Qt.TextFormat.RichText)
        self.key.setText(
            f'<span style="color: {look.networks[0]}">━</span> loss '
            f'<span style="color: {look.networks[1]}">━</span> val_loss '
            f'<span style="color: {look.good}">★</span> '
            + self.tr("best epoch; dotted: what the patience chosen here would not have seen")
        )

    def restyle(self) -> None:
        """Wear the theme of the moment."""
        self._name_curves()
        super().restyle()
