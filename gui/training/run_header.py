"""`RunHeader`: the training under way: how far, how long still, stop and cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from engine.training.run import Run
from gui.i18n.texts import PROGRESS
from gui.kit.layouts import column, row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import icon_button, label, name_widget, push_button, stand_out
from gui.look.icons import phosphor
from gui.look.numbers_text import number
from gui.look.scale import sized
from gui.look.theme import GAP, theme
from gui.plots.metric_values import ACCURACY, LOSS, logged
from gui.training.keeper import RunKeeper
from gui.training.run_watcher import WatchedRun


class RunHeader(View):
    """Says what is trained at the moment; invites to train while nothing is."""

    show_asked = Signal(object)
    train_asked = Signal()

    def __init__(self, keeper: RunKeeper, is_shown: Callable[[Path], bool]) -> None:
        super().__init__()
        self._is_shown = is_shown
        stand_out(self, "card")
        self._keeper = keeper
        self._title = label("title", is_plain=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._what, self._numbers = label("dim", wraps=True), label("dim")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        sized(self.bar.setFixedHeight, 4)
        self._waiting = label("caption")
        self.watch = icon_button(self._ask_to_show)
        self.stop = push_button(lambda: self._call(keeper.stop))
        self.cancel = push_button(lambda: self._call(keeper.cancel))
        self.train = push_button(self.train_asked, "primary")
        column(
            row((self._title, 1), self.watch, spacing=4),
            *(self._what, self.bar, self._numbers),
            row((self._waiting, 1), self.train, self.stop, self.cancel),
            of=self,
            spacing=4,
            margins=(12, GAP, GAP, GAP),
        )
        keeper.changed.connect(self.show_run)
        self.dress()
        self.show_run()

    def _call(self, act: Callable[[Path], object]) -> None:
        if (path := self._keeper.training) is not None:
            act(path)

    def _ask_to_show(self) -> None:
        if (watched := self._followed()) is not None:
            self.show_asked.emit(watched.path)

    def _followed(self) -> WatchedRun | None:
        """The run that is trained here, else one that is trained elsewhere."""
        if (own := self._keeper.find(self._keeper.training)) is not None:
            return own
        active = [each for each in self._keeper.runs if each.state in ("preparing", "running")]
        return active[-1] if active else None

    def show_run(self) -> None:
        """Say how far it has come."""
        watched = self._followed()
        training: Path | None = self._keeper.training
        is_own = watched is not None and watched.path == training
        self.watch.setVisible(watched is not None)
        self.bar.setVisible(watched is not None)
        self.stop.setVisible(is_own)
        self.cancel.setVisible(is_own)
        self.train.setVisible(watched is None)
        waiting = len(self._keeper.waiting)
        self._waiting.setText(self.tr("{count} waiting").format(count=waiting) if waiting else "")
        if watched is None:
            self._title.setText(self.tr("Nothing is being trained"))
            self._what.setText(
                self.tr("Choose a recipe under Model, or follow a run from elsewhere.")
            )
            self._numbers.setVisible(False)
            return
        run = watched.run
        self._title.setText(run.title)
        self._title.setToolTip(tip(run.title))
        self.stop.setEnabled(not self._keeper.is_stopping)
        self.cancel.setEnabled(not self._keeper.is_stopping or not is_own)
        self.watch.setEnabled(bool(run.checkpoints))
        self._what.setText(self._state(watched))
        self._show_progress(run)
        logs = [
            f"{name} {number(value, 3)}"
            for metric, name in ((LOSS, self.tr("loss")), (ACCURACY, self.tr("accuracy")))
            if (value := logged(run.status.logs, metric)) is not None
        ]
        # Always there: nothing jumps below the hand that wants to stop.
        self._numbers.setText(" · ".join(logs) or " ")
        self._numbers.setVisible(True)
        self.restyle()

    def _show_progress(self, run: Run) -> None:
        status = run.status
        if run.epochs and status.state != "preparing":
            # The whole training, so that the bar goes one way only.
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * run.share))
        else:
            share = status.batch / status.batches if status.batches else 0.0
            self.bar.setRange(0, 1000 if status.batches else 0)
            self.bar.setValue(round(1000 * min(1.0, share)))
        self.bar.setAccessibleName(self._what.text())

    def _state(self, watched: WatchedRun) -> str:
        run, status = watched.run, watched.run.status
        if self._keeper.is_stopping and watched.path == self._keeper.training:
            return self.tr("Stopping after this batch…")
        if watched.state == "queued":
            return self.tr("Starting…")
        if watched.state == "preparing":
            what = QCoreApplication.translate(PROGRESS, status.what)
            return f"{what}…" if what else self.tr("Starting…")
        if not status.batch:
            text = self.tr("epoch {epoch} of {epochs} · compiling").format(
                epoch=status.epoch, epochs=run.epochs
            )
            return text if not run.history else self._epoch(run)
        return self._epoch(run)

    def _epoch(self, run: Run) -> str:
        status = run.status
        text = self.tr("epoch {epoch} of {epochs} · batch {batch} of {batches}").format(
            epoch=status.epoch,
            epochs=run.epochs or "?",
            batch=f"{status.batch:,}",
            batches=f"{status.batches:,}" if status.batches else "?",
        )
        if (left := run.seconds_left()) is not None:
            text += " · " + self.tr("at most {time} left").format(time=self._time(left))
        return text

    def _time(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("{count} s").format(count=round(seconds))
        if seconds < 5400:
            return self.tr("{count} min").format(count=round(seconds / 60))
        return self.tr("{count} h").format(count=number(seconds / 3600, 1))

    def retranslate(self) -> None:
        """Set the texts."""
        name_widget(self.watch, self.tr("Watch it in the focused pane"))
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(self.tr("End the training and keep the best epoch"))
        self.cancel.setText(self.tr("Discard"))
        self.cancel.setToolTip(self.tr("End the training and throw the run away"))
        self.train.setText(self.tr("Choose a model"))
        self.show_run()

    def restyle(self) -> None:
        """Colour the icons."""
        look = theme()
        watched = self._followed()
        is_shown = watched is not None and self._is_shown(watched.path)
        self.watch.setIcon(phosphor("ph.eye", color=look.accent if is_shown else look.dim))
        self.stop.setIcon(phosphor("ph.stop-fill", color=look.text))
        self.cancel.setIcon(phosphor("ph.trash", color=look.dim))
