"""`RecordCurves`: loss and accuracy by epoch, as a training record has them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from engine.library import Record
from engine.training.run import Run
from engine.training.status import Status
from gui.kit.layouts import Item, column
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.numbers_text import metric_text
from gui.look.scale import sized
from gui.look.theme import theme
from gui.plots.metric_drawer import MetricDrawer, ShownRun
from gui.plots.metric_plot import MetricPlot
from gui.plots.metric_values import ACCURACY, LOSS, VALIDATION, value_at

HEIGHT = 84


class RecordCurves(View):
    """Two small plots over the epochs, in the colour of the pane; hidden without a history."""

    def __init__(self) -> None:
        super().__init__()
        self._run: Run | None = None
        self._place = 0
        self._hint = label("caption", wraps=True)
        self._titles = {LOSS: label("caption"), ACCURACY: label("caption")}
        self.plots = {LOSS: MetricPlot(numbers=False), ACCURACY: MetricPlot(numbers=True)}
        items: list[Item] = []
        for metric, plot in self.plots.items():
            sized(plot.setFixedHeight, HEIGHT + (18 if plot.numbers else 0))
            plot.describe = self._describe
            plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do by keys
            items += [self._titles[metric], plot]
        first, second = self.plots.values()
        first.hovered.connect(second.show_hover)
        second.hovered.connect(first.show_hover)
        column(*items, self._hint, of=self, spacing=2)
        self.dress()

    def show_record(self, record: Record, path: Path | None, place: int) -> None:
        """Draw a record's history, in the colour of the pane at ``place``."""
        self._run, self._place = None, place
        if path is not None and record.history:
            self._run = Run(
                path=path,
                title=path.stem,
                created="",
                plan=None,
                epochs=len(record.history),
                layers=(),
                settings={},
                status=Status("finished"),
                history=record.history,
                checkpoints=(),
            )
        self.restyle()
        self.setVisible(self._run is not None)

    def _describe(self, epoch: int) -> str:
        """The values of an epoch, "" where there are none."""
        if self._run is None or value_at(self._run, epoch, LOSS) is None:
            return ""
        lines = [self.tr("epoch {epoch}").format(epoch=epoch)]
        names = {LOSS: self.tr("loss"), ACCURACY: self.tr("accuracy")}
        for metric, name in names.items():
            training = value_at(self._run, epoch, metric)
            validation = value_at(self._run, epoch, VALIDATION + metric)
            if training is not None and validation is not None:
                lines.append(
                    self.tr("{metric}: training {training}, validation {validation}").format(
                        metric=name,
                        training=metric_text(training),
                        validation=metric_text(validation),
                    )
                )
        return tip("\n".join(lines))

    def retranslate(self) -> None:
        """Set the texts."""
        self._titles[LOSS].setText(self.tr("loss"))
        self._titles[ACCURACY].setText(self.tr("accuracy"))
        for metric, title in self._titles.items():
            self.plots[metric].setAccessibleName(
                self.tr("{metric} by epoch").format(metric=title.text())
            )
        self.plots[ACCURACY].caption = self.tr("epoch")
        self._hint.setText(self.tr("training dashed, validation solid, ring: the best epoch"))

    def restyle(self) -> None:
        """Draw the lines in the theme of the moment."""
        if self._run is None:
            return
        drawer, colour = MetricDrawer(), theme().networks[self._place % 3]
        for metric, plot in self.plots.items():
            drawer.draw(plot, metric, [ShownRun(self._run, colour, focused=True)], self._run)
