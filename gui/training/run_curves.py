"""`RunCurves`: loss above accuracy over the epochs, of several runs at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStackedLayout, QWidget

from engine.training.run import Run
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label
from gui.look.numbers_text import metric_text
from gui.look.scale import sized
from gui.look.theme import theme
from gui.plots.metric_drawer import MetricDrawer, ShownRun
from gui.plots.metric_plot import MetricPlot
from gui.plots.metric_values import (
    ACCURACY,
    LOSS,
    VALIDATION,
    metrics_of,
    value_at,
)
from gui.training.curves_text import legend, table_at
from gui.training.run_end import explain_end

__all__ = ["RunCurves", "ShownRun"]


class RunCurves(View):
    """Two plots that share the axis of epochs.

    The user asks for one of the focused run by pressing, dragging or keys; 0 is before the
    first batch.
    """

    epoch_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.runs: tuple[ShownRun, ...] = ()
        self.second = ""
        self._others = False
        self._wish = ""  # the metric that the user chose
        self._paths: frozenset[Path] = frozenset()
        self._drawing = MetricDrawer()
        self._epoch: float | None = None
        self.loss, self.other = MetricPlot(numbers=False), MetricPlot(numbers=True)
        self.plots = (self.loss, self.other)
        self.legend, self._hint = label(wraps=True), label("caption")
        self.end = label(wraps=True, is_plain=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        for text in (self.legend, self.end):
            # A long title must not make the drawer wide.
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.end.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._titles = (label("title"), label("title"))
        self.now = (label("caption"), label("caption"))
        for now in self.now:
            now.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            now.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.choice = QComboBox()
        # As high as a title.
        sized(self.choice.setStyleSheet, "padding: 1px 8px; min-height: 14px;")
        self.choice.activated.connect(self._choose)
        self.empty = label("dim", wraps=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
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
        heads = (
            row(self._titles[0], (self.now[0], 1)),
            row(self._titles[1], self.choice, (self.now[1], 1)),
        )
        column(
            *(self.legend, self._hint, heads[0], (self.loss, 1), heads[1], (self.other, 1)),
            self.end,
            of=body,
            spacing=4,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(body)

    # -- what is shown -----------------------------------------------------------

    def show_runs(self, runs: Sequence[ShownRun], *, others: bool = False) -> None:
        """Draw these runs, the focused one above all; nothing is drawn anew where nothing changed.

        With ``others`` that are not drawn the empty plot invites to tick one, else to train.
        """
        drawn = tuple(runs)
        if drawn == self.runs and others == self._others:
            return
        paths = frozenset(shown.run.path for shown in drawn)
        if paths != self._paths:
            self._paths, self._drawing = paths, MetricDrawer()
        self.runs, self._others = drawn, others
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
        focused = next((shown.run for shown in self.runs if shown.focused), None)
        return self.runs[0].run if focused is None and len(self.runs) == 1 else focused

    @property
    def _state(self) -> str:
        """What is known of the state of the run that the words are about."""
        focused = self.focused
        return next((shown.state for shown in self.runs if shown.run is focused), "")

    def _redraw(self) -> None:
        runs = [shown.run for shown in self.runs]
        self._fill_choice(metrics_of(runs))
        shown = any(each.run.history or each.point(LOSS) for each in self.runs)
        self._stack.setCurrentIndex(int(shown))
        self._say()
        if not shown:
            return
        focused = self.focused
        last = len(focused.history) if focused else max(len(run.history) for run in runs)
        for plot, metric in zip(self.plots, (LOSS, self.second), strict=True):
            plot.last = last
            self._drawing.draw(plot, metric, self.runs, focused)
        self.other.setVisible(bool(self.second))
        self._say_now()

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
        end = "" if focused is None else explain_end(focused, self._state)
        self.end.setText(end)
        self.end.setVisible(bool(self.end.text()))
        failed = focused is not None and focused.status.state == "failed"
        self.end.setStyleSheet(f"color: {theme().bad if failed else theme().dim};")
        if end:
            self.empty.setText(end)  # there is no place below the curves
        elif any(not explain_end(each.run, each.state) for each in self.runs):
            self.empty.setText(self.tr("The curves begin with the first batches."))
        elif self.runs:
            self.empty.setText(self.tr("No epoch has ended, so there is no curve."))
        elif self._others:
            self.empty.setText(self.tr("Tick a run to see its curves."))
        else:
            self.empty.setText(self.tr("Train a model to see its curves."))

    def _say_now(self) -> None:
        """Say the focused run's values at the cursor, or of its last epoch."""
        run = self.focused
        for plot, now, metric in zip(self.plots, self.now, (LOSS, self.second), strict=True):
            now.setText("" if run is None else self._values(run, metric))
            plot.setAccessibleDescription(now.text())

    def _values(self, run: Run, metric: str) -> str:
        epoch = len(run.history) if self._epoch is None else int(self._epoch)
        training = value_at(run, epoch, metric)
        validation = value_at(run, epoch, VALIDATION + metric)
        parts = []
        if training is not None:
            parts.append(self.tr("training {value}").format(value=metric_text(training, 3)))
        if validation is not None:
            parts.append(self.tr("validation {value}").format(value=metric_text(validation, 3)))
        if not parts:
            return ""
        return self.tr("epoch {epoch}").format(epoch=epoch) + ":  " + "  ".join(parts)

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
