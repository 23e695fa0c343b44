"""`RunCurves`: loss above accuracy over the epochs, of several runs at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from engine.training.run_folder import Run
from gui.theme import theme
from gui.training.curves_text import legend, table_at, value_text
from gui.training.epoch_plot import Axes
from gui.training.metric_plot import Curve, Dot, MetricPlot
from gui.training.metric_ticks import FEWEST_EPOCHS, nice_epochs, nice_range
from gui.training.metric_values import (
    ACCURACY,
    LOSS,
    VALIDATION,
    curve_of,
    finite,
    metrics_of,
    progress_of,
    running_point,
    value_at,
)
from gui.training.run_end import explain_end
from gui.view import View


@dataclass(frozen=True)
class ShownRun:
    """A run whose curves are drawn.

    Attributes:
        run: with its history.
        colour: ``#rrggbb``, of all its lines.
        focused: whether the best epoch and the words below are about it; of one at most.
    """

    run: Run
    colour: str
    focused: bool = False


class RunCurves(View):
    """Two plots that share the axis of epochs.

    Signals:
        epoch_asked(int): the user pressed, dragged or went by keys to this epoch of the
            focused run; 0 is before the first batch.
    """

    epoch_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runs: tuple[ShownRun, ...] = ()
        self.second = ""
        self._others = False
        self._wish = ""  # the metric that the user chose
        self._paths: frozenset[Path] = frozenset()
        self._seen: dict[str, tuple[float, float]] = {}  # what each plot had to hold so far
        self._epoch: float | None = None
        self.loss, self.other = MetricPlot(numbers=False), MetricPlot(numbers=True)
        self.plots = (self.loss, self.other)
        self.legend, self._hint, self.end = QLabel(), QLabel(), QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.legend, self.end):
            label.setWordWrap(True)
            # A long title must not make the drawer wide.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.end.setTextFormat(Qt.TextFormat.PlainText)
        self.end.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hint.setProperty("role", "caption")
        self._titles = (QLabel(), QLabel())
        self.now = (QLabel(), QLabel())
        for title in self._titles:
            title.setProperty("role", "title")
        for now in self.now:
            now.setProperty("role", "caption")
            now.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            now.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.choice = QComboBox()
        self.choice.activated.connect(self._choose)
        self.empty = QLabel()
        self.empty.setProperty("role", "dim")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._build()
        for plot in self.plots:
            plot.describe = self._describe
            plot.epoch_asked.connect(self.epoch_asked)
        self.loss.hovered.connect(self.other.show_hover)
        self.other.hovered.connect(self.loss.show_hover)
        # Both mean the same epoch: one of them has the keys.
        self.other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.other.setFocusProxy(self.loss)
        self.dress()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.legend)
        column.addWidget(self._hint)
        for place, plot in enumerate(self.plots):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(self._titles[place])
            if place:
                line.addWidget(self.choice)
            line.addWidget(self.now[place], 1)
            column.addLayout(line)
            column.addWidget(plot, 1)
        column.addWidget(self.end)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(body)

    # -- what is shown -----------------------------------------------------------

    def show_runs(self, runs: Sequence[ShownRun], *, others: bool = False) -> None:
        """Draw these runs; nothing is drawn anew where nothing changed.

        Args:
            runs: a later one lies above; the focused one above all.
            others: whether there are runs that are not drawn, as the empty plot then
                invites to tick one rather than to train.
        """
        given = tuple(runs)
        if given == self.runs and others == self._others:
            return
        paths = frozenset(shown.run.path for shown in given)
        if paths != self._paths:
            self._paths, self._seen = paths, {}
        self.runs, self._others = given, others
        self._redraw()

    def show_epoch(self, epoch: float | None) -> None:
        """Mark the moment that the panes show: an epoch with a part of one, None for none."""
        if epoch != self._epoch:
            self._epoch = epoch
            for plot in self.plots:
                plot.show_epoch(epoch)
            self._say_now()

    @property
    def focused(self) -> Run | None:
        """The run that the words are about: the focused one, or the only one."""
        found = next((shown.run for shown in self.runs if shown.focused), None)
        return self.runs[0].run if found is None and len(self.runs) == 1 else found

    def _redraw(self) -> None:
        runs = [shown.run for shown in self.runs]
        self._fill_choice(metrics_of(runs))
        shown = any(run.history or running_point(run, LOSS) for run in runs)
        self._stack.setCurrentIndex(int(shown))
        self._say()
        if not shown:
            return
        epochs = self._epochs()
        focused = self.focused
        last = len(focused.history) if focused else max(len(run.history) for run in runs)
        for plot, metric in zip(self.plots, (LOSS, self.second), strict=True):
            plot.last = last
            self._draw(plot, metric, epochs)
        self.other.setVisible(bool(self.second))
        self._say_now()

    def _draw(self, plot: MetricPlot, metric: str, epochs: int) -> None:
        curves: list[Curve] = []
        dots: list[Dot] = []
        best: tuple[int, str] | None = None
        focused = self.focused
        for shown in sorted(self.runs, key=lambda each: each.run is focused):
            run, strong = shown.run, shown.run is focused
            for key in (metric, VALIDATION + metric):
                at, values = curve_of(run, key)
                if not len(at):
                    continue
                validation = key != metric
                curves.append(Curve(at, values, shown.colour, validation, strong))
                if len(at) == 1 and np.isfinite(values[0]):
                    dots.append(Dot(float(at[0]), float(values[0]), shown.colour, "point"))
            point = running_point(run, metric)
            if point is not None:
                dots.append(Dot(*point, shown.colour, "running"))
            entry = run.best
            if entry is None:
                continue
            if strong:
                best = int(entry["epoch"]), shown.colour
            key = metric if run.metric == LOSS else VALIDATION + metric
            value = finite(entry, key)
            if value is not None:
                dots.append(Dot(float(entry["epoch"]), value, shown.colour, "best"))
        plot.show_curves(curves, dots, best, self._axes(metric, curves, dots, epochs))

    def _axes(self, metric: str, curves: Sequence[Curve], dots: Sequence[Dot], epochs: int) -> Axes:
        """The ranges; the upright one only ever grows while the same runs are shown."""
        values = [*(curve.values for curve in curves), np.array([dot.value for dot in dots])]
        all_ = np.concatenate(values)
        all_ = all_[np.isfinite(all_)]
        if len(all_):
            low, high = float(all_.min()), float(all_.max())
            before = self._seen.get(metric, (low, high))
            self._seen[metric] = min(low, before[0]), max(high, before[1])
        if metric not in self._seen:
            return Axes(epochs)
        low, high, ticks = nice_range(*self._seen[metric])
        return Axes(epochs, low, high, tuple(ticks))

    def _epochs(self) -> int:
        """The end of the axis: ahead of runs under way, the last epoch of those that ended."""
        most = FEWEST_EPOCHS
        for shown in self.runs:
            run, done = shown.run, progress_of(shown.run)
            going = run.status.state == "running"
            most = max(most, nice_epochs(done, run.epochs) if going else int(done))
        return most

    # -- choosing the metric -----------------------------------------------------

    def _fill_choice(self, names: list[str]) -> None:
        if self._wish in names:
            self.second = self._wish
        elif self.second not in names or self.second != names[0]:
            self.second = names[0] if names else ""
        if names != [self.choice.itemData(place) for place in range(self.choice.count())]:
            self.choice.clear()
            for name in names:
                self.choice.addItem(self._metric_name(name), name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(self.second)))

    def _choose(self, place: int) -> None:
        self.second = self._wish = str(self.choice.itemData(place))
        self._redraw()

    def _metric_name(self, name: str) -> str:
        if name == LOSS:
            return self.tr("loss")
        return self.tr("accuracy") if name == ACCURACY else name

    # -- texts and colours -------------------------------------------------------

    def _say(self) -> None:
        """Set the texts around the plots."""
        self.legend.setText(legend(self.runs, self.focused, self.tr("and {count} more")))
        several = self.choice.count() > 1
        self.choice.setVisible(several)
        self._titles[0].setText(self._metric_name(LOSS))
        self._titles[1].setText(self._metric_name(self.second))
        self._titles[1].setVisible(not several)
        for place, plot in enumerate(self.plots):
            name = self._metric_name(self.second if place else LOSS)
            plot.setAccessibleName(self.tr("{metric} by epoch").format(metric=name))
        focused = self.focused
        self.end.setText("" if focused is None else explain_end(focused))
        self.end.setVisible(bool(self.end.text()))
        failed = focused is not None and focused.status.state == "failed"
        self.end.setStyleSheet(f"color: {theme().bad if failed else theme().dim};")
        if self.runs:
            self.empty.setText(self.tr("The curves begin with the first batches."))
        elif self._others:
            self.empty.setText(self.tr("Tick a run to see its curves."))
        else:
            self.empty.setText(self.tr("Train a model to see its curves."))

    def _say_now(self) -> None:
        """Say the focused run's values at the cursor, or of its last epoch."""
        run = self.focused
        for label, metric in zip(self.now, (LOSS, self.second), strict=True):
            label.setText("" if run is None else self._values(run, metric))
        self._describe_aloud()

    def _values(self, run: Run, metric: str) -> str:
        epoch = len(run.history) if self._epoch is None else int(self._epoch)
        training = value_at(run, epoch, metric)
        validation = value_at(run, epoch, VALIDATION + metric)
        parts = []
        if training is not None:
            parts.append(self.tr("training {value}").format(value=value_text(training, 3)))
        if validation is not None:
            parts.append(self.tr("validation {value}").format(value=value_text(validation, 3)))
        if not parts:
            return ""
        return self.tr("epoch {epoch}").format(epoch=epoch) + ":  " + "  ".join(parts)

    def _describe_aloud(self) -> None:
        for plot, label in zip(self.plots, self.now, strict=True):
            plot.setAccessibleDescription(label.text())

    def _describe(self, epoch: int) -> str:
        """The values of all runs at an epoch, for the tool tip; "" where there are none."""
        heads = (
            self.tr("epoch {epoch}").format(epoch=epoch),
            self.tr("training"),
            self.tr("validation"),
        )
        metrics = [(LOSS, self._metric_name(LOSS))]
        if self.second:
            metrics.append((self.second, self._metric_name(self.second)))
        return table_at(self.runs, epoch, metrics, heads)

    def retranslate(self) -> None:
        """Set the texts."""
        self._hint.setText(self.tr("training dashed, validation solid, ring: the best epoch"))
        self.other.caption = self.tr("epoch")
        self.choice.setAccessibleName(self.tr("Metric of the lower plot"))
        for place in range(self.choice.count()):
            self.choice.setItemText(place, self._metric_name(self.choice.itemData(place)))
        self._say()
        self._say_now()
        self.other.viewport().update()

    def restyle(self) -> None:
        """Wear the theme; the owner gives the runs new colours."""
        self._say()
