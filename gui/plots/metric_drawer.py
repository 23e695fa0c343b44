"""`MetricDrawer`: which lines, marks and ranges a plot gets for some runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.training.run import Run
from gui.plots.epoch_plot import Axes
from gui.plots.metric_plot import Curve, Dot, MetricPlot
from gui.plots.metric_values import (
    LOSS,
    VALIDATION,
    Floats,
    curve_of,
    finite,
    progress_of,
    running_point,
    value_at,
)
from gui.plots.ticks import MIN_EPOCHS, nice_epochs, nice_range


@dataclass(frozen=True)
class ShownRun:
    """A run whose curves are drawn.

    Attributes:
        run: with its history.
        colour: ``#rrggbb``, of all its lines.
        focused: whether the best epoch and the words below are about it; of one at most.
        state: as it is known to be, see `RunState`; "" as its folder says.
    """

    run: Run
    colour: str
    focused: bool = False
    state: str = ""

    @property
    def broken_off(self) -> bool:
        """Whether the epoch that its folder tells of is perhaps no longer under way."""
        return self.state in ("interrupted", "silent")

    def point(self, metric: str) -> tuple[float, float] | None:
        """Where the epoch under way stands, None if none is."""
        return None if self.broken_off else running_point(self.run, metric)


class MetricDrawer:
    """Draws the same runs again and again as they grow."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[float, float]] = {}  # what each plot had to hold so far
        self._known: dict[tuple[Path, str], tuple[object, tuple[Floats, Floats]]] = {}

    def draw(
        self, plot: MetricPlot, metric: str, runs: Sequence[ShownRun], focused: Run | None
    ) -> None:
        """Draw a metric (as Keras calls it, without "val_"), the training's values and the
        validation's.  Later runs lie above, and above all the focused one, whose best epoch has
        a line."""
        curves: list[Curve] = []
        dots: list[Dot] = []
        best: tuple[int, str] | None = None
        for shown in sorted(runs, key=lambda each: each.run is focused):
            run, strong = shown.run, shown.run is focused
            for key in (metric, VALIDATION + metric):
                at, values = self._curve(run, key)
                if not len(at):
                    continue
                curves.append(Curve(at, values, shown.colour, key != metric, strong))
                if len(at) == 1 and np.isfinite(values[0]):
                    dots.append(Dot(float(at[0]), float(values[0]), shown.colour, "point"))
            dots += _marks(shown, metric)
            if strong and run.best is not None:
                best = int(run.best["epoch"]), shown.colour
        epochs = max([MIN_EPOCHS, *(_end_of(shown) for shown in runs)])
        plot.show_curves(curves, dots, best, self._axes(metric, curves, dots, epochs))

    def _curve(self, run: Run, key: str) -> tuple[Floats, Floats]:
        """The curve of a metric; made once for a history that stays."""
        history, curve = self._known.get((run.path, key), (None, None))
        if curve is None or history is not run.history:
            curve = curve_of(run, key)
            self._known[run.path, key] = run.history, curve
        return curve

    def _axes(self, metric: str, curves: Sequence[Curve], dots: Sequence[Dot], epochs: int) -> Axes:
        """The ranges; the upright one only ever grows."""
        marks = np.array([dot.value for dot in dots], np.float64)
        values = np.concatenate([marks, *(curve.values for curve in curves)])
        values = values[np.isfinite(values)]
        if len(values):
            low, high = float(values.min()), float(values.max())
            before = self._seen.get(metric, (low, high))
            self._seen[metric] = min(low, before[0]), max(high, before[1])
        if metric not in self._seen:
            return Axes(epochs)
        low, high, ticks = nice_range(*self._seen[metric])
        return Axes(epochs, low, high, tuple(ticks))


def _marks(shown: ShownRun, metric: str) -> list[Dot]:
    """The dot of the epoch under way, and the ring of the best one."""
    run, dots = shown.run, []
    point = shown.point(metric)
    if point is not None:
        done = len(run.history)
        last = value_at(run, done, metric)
        since = None if last is None or not np.isfinite(last) else (float(done), last)
        dots.append(Dot(*point, shown.colour, "running", since))
    best = run.best
    value = None
    if best is not None:
        value = finite(best, metric if run.metric == LOSS else VALIDATION + metric)
    if best is not None and value is not None:
        dots.append(Dot(float(best["epoch"]), value, shown.colour, "best"))
    return dots


def _end_of(shown: ShownRun) -> int:
    """How far the axis reaches for a run: ahead of one under way, else to its last epoch."""
    run = shown.run
    if shown.broken_off:
        return len(run.history)
    done = progress_of(run)
    return nice_epochs(done, run.epochs) if run.status.state == "running" else int(done)
