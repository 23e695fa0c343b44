"""`SettingsPlayed`: the settings of the lecture's script, and what three of them do to a training
that is carried out here and now."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.lessons.last_layer import Epoch, LastStates, last_states, learn
from engine.lessons.stopping import Watched, act_out
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.session.state import SessionState
from engine.training.preparation import Preparation
from engine.training.recipes import RECIPES
from gui.i18n.texts import explain, network_title
from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, push_button
from gui.kit.work import Latest
from gui.lessons.context import LessonContext
from gui.lessons.lesson_plot import LessonPlot
from gui.lessons.picture import Options, Picture
from gui.lessons.settings_table import RECIPE, SettingsTable
from gui.look.scale import sized, stroke
from gui.look.theme import GAP, theme
from gui.plots.scatter import Scatter
from gui.training.card import Stepper
from gui.training.field_texts import field_texts

NETWORK = "lstm"
"""The bundled network whose last layer learns anew."""

RATES = (1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0)
BATCHES = (16, 64, 256, 1024)
MAX_PATIENCE = 20

Settings = tuple[float, int, int]
"""Learning rate, batch, patience."""


class SettingsPlayed(Picture):
    """Three settings to choose; both losses, epoch by epoch as they are computed, the curve of the
    settings before pale behind them; below, all settings one by one."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        lecture = RECIPES[RECIPE]
        self.rate, self.batch, self.patience = QComboBox(), QComboBox(), Stepper()
        for rate in RATES:
            self.rate.addItem(f"{rate:g}", rate)
        for batch in BATCHES:
            self.batch.addItem(f"{batch:,}", batch)
        self.rate.setCurrentIndex(RATES.index(lecture.learning_rate))
        self.batch.setCurrentIndex(BATCHES.index(lecture.batch))
        self.patience.show_value(lecture.patience, 1, MAX_PATIENCE)
        for box in (self.rate, self.batch):
            box.currentIndexChanged.connect(self._follow)
        self.patience.valueChanged.connect(self._follow)
        self._fields: dict[str, QWidget] = {
            "learning_rate": self.rate,
            "batch": self.batch,
            "patience": self.patience,
        }
        self._titles: dict[str, QLabel] = {name: label("caption") for name in self._fields}
        self.epochs: list[Epoch] = []  # filled in a thread
        self._before: list[Epoch] = []
        self._states: list[LastStates] = []  # one, once it is there
        self._prepared: Preparation | None = None
        self._asked: Settings | None = None
        self._is_whole = False
        self._pale, self._loss, self._validation = (pg.PlotCurveItem() for _ in range(3))
        self._best = Scatter()
        self.plot = LessonPlot(self._pale, self._loss, self._validation, self._best)
        sized(self.plot.setMinimumHeight, 190)
        sized(self.plot.setMaximumHeight, 300)
        self.waiting = Waiting()
        self._work: Latest = Latest(self, self._show_progress)
        self.waiting.cancelled.connect(self._give_up)
        self.said, self.key = label("", wraps=True), label("dim", wraps=True)
        self.key.setTextFormat(Qt.TextFormat.RichText)
        self.table = SettingsTable()
        self.train = push_button(lambda: context.train("model", RECIPE))
        fields = [column(self._titles[name], box, spacing=2) for name, box in self._fields.items()]
        page = QWidget()
        column(
            row(*((field, 1) for field in fields), spacing=GAP),
            *(self.waiting, (self.plot, 1), self.said, self.key),
            GAP,
            *(self.table, row(self.train, None)),
            of=page,
            margins=(0, 0, GAP, 0),
            spacing=GAP,
        )
        column((scrolling(page), 1), of=self.body)
        if (reading := context.reading) is not None:
            self.subscribe(reading.corpus_changed, self._follow)
            self.subscribe(reading.progressed, self._show_preparing)
            if reading.corpus is None:
                reading.begin()
        self.dress()

    @property
    def chosen(self) -> Settings:
        """The settings of the moment."""
        return self.rate.currentData(), self.batch.currentData(), self.patience.value()

    @property
    def watched(self) -> tuple[Watched, ...]:
        """What EarlyStopping knows after each epoch."""
        return self._watched(list(self.epochs))

    def _watched(self, epochs: list[Epoch]) -> tuple[Watched, ...]:
        return act_out([each.val_loss for each in epochs], self.chosen[2])

    # -- the training ------------------------------------------------------------

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; it is about the same at every review."""
        return view

    def show_all(self) -> None:
        """See `Picture.show_all`; it is trained as soon as there are reviews."""
        prepared = self.context.prepared()
        if prepared is not None and prepared is not self._prepared:
            self._prepared, self._states, self._asked = prepared, [], None
        if prepared is not None and self._asked != self.chosen:
            self._train(prepared)
        self._draw()

    def _train(self, prepared: Preparation) -> None:
        if self._is_whole:
            self._before = self.epochs
        self._work.cancel()
        self._asked, self._is_whole, self.epochs = self.chosen, False, []
        network = self.context.bundled_named(NETWORK)
        self._work.start(
            partial(_trained, network, prepared, self._states, self.chosen, self.epochs),
            self._take,
            self._fail,
        )

    def _show_preparing(self, progress: Progress | None) -> None:
        if self._prepared is None:
            self.waiting.show_progress(progress)

    def _show_progress(self, progress: Progress | None) -> None:
        self.waiting.show_progress(progress)
        if progress is not None:
            self._draw()

    def _take(self, _: object) -> None:
        self._is_whole = True
        self._draw()

    def _give_up(self) -> None:
        """What has been computed stays; another choice trains anew."""
        self._work.cancel()
        self._draw()

    def _fail(self, error: GatescopeError) -> None:
        self.said.setText(explain(error))

    # -- what is shown -----------------------------------------------------------

    def _draw(self) -> None:
        look, epochs = theme(), list(self.epochs)
        losses, validation, before = (
            [getattr(each, name) for each in of]
            for name, of in (("loss", epochs), ("val_loss", epochs), ("val_loss", self._before))
        )
        for curve, values, colour, width in (
            (self._pale, before, look.faint, 2.0),
            (self._loss, losses, look.networks[0], 2.0),
            (self._validation, validation, look.networks[1], 2.5),
        ):
            curve.setData(list(range(1, len(values) + 1)), values)
            curve.setPen(pg.mkPen(colour, width=stroke(width)))
        best = self._watched(epochs)[-1].best if epochs else 0
        brush = pg.mkBrush(look.good)
        points = ([best], [validation[best - 1]]) if best else ([], [])
        self._best.setData(*points, size=stroke(12), symbol="star", brush=brush)
        shown = losses + validation + before
        for side in ("left", "bottom"):  # no numbers where nothing is computed
            self.plot.getAxis(side).setStyle(showValues=bool(shown))
        if shown:
            low, high = min(shown), max(shown)
            room = max(0.005, 0.06 * (high - low))
            longest = max(len(epochs), len(before), 5)
            self.plot.setRange(
                xRange=(0.5, longest + 0.5), yRange=(low - room, high + room), padding=0
            )
        self.said.setText(self._sentence(epochs))
        self._name_curves()

    def _sentence(self, epochs: list[Epoch]) -> str:
        if not epochs:
            return ""
        now, most = self._watched(epochs)[-1], RECIPES[RECIPE].epochs
        best = epochs[now.best - 1]
        values = {
            "epoch": now.epoch,
            "epochs": most,
            "best": now.best,
            "loss": f"{epochs[-1].val_loss:.4f}",
            "least": f"{best.val_loss:.4f}",
            "accuracy": f"{100 * best.val_accuracy:.1f}",
        }
        if now.stops:
            text = self.tr(
                "After epoch {epoch} of at most {epochs} EarlyStopping ends it. Epoch {best} was the "
                "best: val_loss {least}, {accuracy}\u00a0% right."
            )
        elif now.epoch == most:
            text = self.tr(
                "All {epochs} epochs are over, and patience never ran out. Epoch {best} was the best: "
                "val_loss {least}, {accuracy}\u00a0% right."
            )
        else:
            text = self.tr("Epoch {epoch}: val_loss {loss}.")
        return filled(text, values)

    def _name_curves(self) -> None:
        look = theme()
        curves = (
            f'<span style="color: {look.networks[0]}">━</span> loss '
            f'<span style="color: {look.networks[1]}">━</span> val_loss '
            f'<span style="color: {look.good}">★</span> '
        )
        if self._before:
            curves += f'<span style="color: {look.faint}">━</span> {self.tr("val_loss before")} '
        count = 0 if self._prepared is None else len(self._prepared.learned)
        network = self.context.bundled_named(NETWORK)
        what = filled(
            self.tr(
                "Trained here and now: the last layer of {network} alone ({weights} weights), anew, on "
                "{count} training reviews."
            ),
            {
                "network": network_title(network.name),
                "weights": network.layers[-1].parameters,
                "count": f"{count:,}",
            },
        )
        self.key.setText(curves + ("— " + what if count else ""))

    def retranslate(self) -> None:
        """Name everything."""
        texts = field_texts()
        for name, title in self._titles.items():
            title.setText(texts[name].label)
            self._fields[name].setAccessibleName(texts[name].label)
        self.table.say()
        self.train.setText(self.tr("Train it here"))
        self.plot.setLabel("bottom", self.tr("epoch"))
        super().retranslate()


def _trained(
    network: Network,
    prepared: Preparation,
    known: list[LastStates],
    settings: Settings,
    epochs: list[Epoch],
    should_stop: ShouldStop,
) -> Generator[Progress, None, None]:
    """Train up to where patience ends it; ``known`` keeps the states, ``epochs`` each epoch."""
    recipe, (rate, batch, patience) = RECIPES[RECIPE], settings
    count = len(prepared.learned) + len(prepared.held_out)
    yield Progress(0, count, "Reading the reviews")
    if not known:
        for done, found in last_states(network, prepared, RECIPES[NETWORK], should_stop):
            yield Progress(done, count, "Reading the reviews")
            known += [] if found is None else [found]
    for epoch in learn(known[0], rate, batch, recipe.epochs, recipe.seed, should_stop):
        epochs.append(epoch)
        yield Progress(len(epochs), recipe.epochs, "Training the last layer")
        if act_out([each.val_loss for each in epochs], patience)[-1].stops:
            return
