"""`RunNotices`: what the window says of runs, with the one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from engine.counting import filled
from engine.training.trash import DeletedRun
from gui.kit.notice import Notice
from gui.training.keeper import RunKeeper
from gui.training.run_watcher import WatchedRun
from gui.training.watch import RunWatch


class RunNotices(QObject):
    """Offers to resume, to undo, to look: ``show_runs`` opens the table of runs.

    ``sees_runs`` says whether the user is looking at that already.
    """

    def __init__(
        self,
        keeper: RunKeeper,
        watch: RunWatch,
        notice: Notice,
        show_runs: Callable[[], object],
        sees_runs: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper, self._watch, self._notice = keeper, watch, notice
        self._show_runs, self._sees_runs = show_runs, sees_runs
        keeper.found_interrupted.connect(self._offer_to_resume)
        keeper.deleted.connect(self._offer_to_restore)
        keeper.ended.connect(self._tell_end)

    def _offer_to_resume(self, interrupted: list[WatchedRun]) -> None:
        newest = interrupted[-1]
        title, epoch = newest.run.title, len(newest.run.history)

        def text() -> str:
            said = self.tr("The training of “{title}” was interrupted after epoch {epoch}.")
            if not epoch:
                said = self.tr(
                    "The training of “{title}” was interrupted before the first epoch had ended."
                )
            said = filled(said, {"title": title, "epoch": epoch})
            if len(interrupted) > 1:
                others = {"count": len(interrupted) - 1}
                said += " " + filled(self.tr("{count} others wait too."), others)
            return said

        def resume() -> None:
            self._keeper.resume(newest.path)
            self._watch.show(newest.path)
            self._show_runs()

        self._notice.show_offer(text, lambda: self.tr("Resume"), resume)

    def _offer_to_restore(self, gone: list[DeletedRun], titles: list[str]) -> None:
        def text() -> str:
            if len(titles) == 1:
                return filled(self.tr("“{title}” was deleted."), {"title": titles[0]})
            return filled(self.tr("{count} runs were deleted."), {"count": len(titles)})

        self._notice.show_info(text, lambda: self.tr("Undo"), lambda: self._keeper.restore(gone))

    def offer_to_rename(self, path: Path, before: str) -> None:
        """A run has another title; the one before can come back."""
        self._notice.show_info(
            lambda: self.tr("“{title}” has another title now.").format(title=before),
            lambda: self.tr("Undo"),
            lambda: self._keeper.rename(path, before),
        )

    def _tell_end(self, path: Path) -> None:
        watched = self._keeper.find(path)
        best = None if watched is None else watched.run.best
        if watched is None or best is None or watched.state != "finished" or self._sees_runs():
            return
        title, epoch = watched.run.title, int(best["epoch"])
        self._notice.show_info(
            lambda: self.tr("“{title}” has been trained; its best epoch is {epoch}.").format(
                title=title, epoch=epoch
            ),
            lambda: self.tr("Show"),
            self._show_runs,
        )
