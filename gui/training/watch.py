"""`RunWatch`: panes that show a run: its newest weights as it learns, or any moment of it.

A pane shows a run when its network is one of the run's checkpoints.  One that shows the
newest moves on when there is a newer one; one that was sent back stays where it is.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.progress import Progress
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from engine.training.checkpoint_cache import CheckpointCache, Key, open_checkpoint
from engine.training.checkpoints import Checkpoint, run_of
from engine.training.run import Entry, Run
from gui.kit.work import ShouldStop, Work, start
from gui.training.keeper import RunKeeper
from gui.training.run_watcher import WatchedRun


@dataclass(frozen=True)
class ShownCheckpoint:
    """Which moment of which run a pane shows: its place ``at`` among the run's checkpoints."""

    watched: WatchedRun
    at: int

    @property
    def run(self) -> Run:
        """The run."""
        return self.watched.run

    @property
    def checkpoint(self) -> Checkpoint:
        """The moment."""
        return self.run.checkpoints[self.at]

    @property
    def entry(self) -> Entry | None:
        """What the history says of the epoch, None within one and before the first."""
        epoch = 0 if self.checkpoint.batch else self.checkpoint.epoch
        return self.run.history[epoch - 1] if 0 < epoch <= len(self.run.history) else None

    @property
    def is_newest(self) -> bool:
        """Whether it is the last there is."""
        return self.at == len(self.run.checkpoints) - 1


@dataclass(eq=False)
class _Reading:
    """A checkpoint on its way to a pane.

    Attributes:
        place: of the pane, which may move meanwhile.
        adds: whether the pane is yet to be added.
        before: the run and the moment that were asked for before, as far as they could be read.
        work: what reads it.
    """

    place: int
    adds: bool
    before: tuple[Path, int] | None
    work: Work


class RunWatch(QObject):
    """Puts checkpoints of runs into the session's panes; where one cannot be opened, the pane is
    as before."""

    moved = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, keeper: RunKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._keeper = session, keeper
        self._cache = CheckpointCache()
        self._readings: dict[int, _Reading] = {}  # by place
        self._wanted: dict[int, tuple[Path, int]] = {}  # by place: what was asked for last
        self._unreadable: set[Key] = set()
        self._newest: dict[Path, int] = {}  # how many checkpoints a run had
        self._awaited: set[Path] = set()  # runs to be shown as soon as they have weights
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        keeper.checkpoint_added.connect(self._follow)
        keeper.changed.connect(self.rename)
        keeper.changed.connect(self.moved)
        session.weights_changed.connect(self._move)
        session.panes_changed.connect(self._settle)
        session.focus_changed.connect(self._move)
        session.traces_changed.connect(self._rename_soon)

    def rename(self) -> None:
        """Call the networks in the panes as their runs are called now, and in the language of the
        window; those for which something is on its way are called so when it is there."""
        for place, pane in enumerate(self._session.panes):
            shown = self.shown(place)
            if shown is None or place in self._readings or self._session.busy:
                continue
            name = self.name_of(shown.run, shown.checkpoint)
            if pane.network.name != name:
                self._session.update_network(place, replace(pane.network, name=name))

    def _rename_soon(self) -> None:
        QTimer.singleShot(0, self, self.rename)

    def _settle(self, places: tuple[int | None, ...]) -> None:
        """Panes were opened, closed or given to others: what is on its way goes along with its
        pane; what was on its way to one that is gone is dropped."""
        networks = [pane.network for pane in self._session.panes]

        def now(place: int, run: Path | None) -> int | None:
            """Where a pane is now; one that the run itself has filled is where it was."""
            moved = places[place] if place < len(places) else None
            if moved is None and place < len(networks) and place not in places:
                return place if run_of(networks[place].path) == run else None
            return moved

        wanted, readings = self._wanted, self._readings
        self._wanted, self._readings = {}, {}
        for place, reading in readings.items():
            run = wanted[place][0]
            to = now(place, run)
            if reading.adds and any(each is not None for each in places):
                to = len(networks) if len(networks) < MAX_PANES else None
            if to is None:
                reading.work.cancel()
                continue
            reading.place = to
            self._readings[to] = reading
            self._wanted[to] = wanted[place]
        for place, (run, at) in wanted.items():
            to = None if place in readings else now(place, run)
            if to is not None and run_of(networks[to].path) == run:
                self._wanted.setdefault(to, (run, at))
        self._rename_soon()  # one of the last session has no name yet
        self.moved.emit()

    def _move(self, *_: object) -> None:
        self.moved.emit()

    # -- what there is -----------------------------------------------------------

    def _places(self) -> list[int]:
        """The panes, the focused one before all."""
        return [self._session.focus, *range(len(self._session.panes))]

    def shown(self, place: int | None) -> ShownCheckpoint | None:
        """Which moment of which run the pane at a place shows, None if it shows none."""
        if place is None or not 0 <= place < len(self._session.panes):
            return None
        path = self._session.panes[place].network.path
        watched = self._keeper.find(run_of(path))
        if watched is None or path is None:
            return None
        digest = self._session.panes[place].network.digest
        for at, checkpoint in enumerate(watched.run.checkpoints):
            # A run that was begun anew in the same folder has other weights in the same names.
            if checkpoint.name == path.name and checkpoint.sha256 in ("", digest):
                return ShownCheckpoint(watched, at)
        return None

    def place_of(self, run: Path | None) -> int | None:
        """The first pane that shows a run, the focused one before others."""
        shown = ((place, self.shown(place)) for place in self._places())
        return next((place for place, each in shown if each and each.watched.path == run), None)

    def is_passing(self, network: Network) -> bool:
        """Whether a network is of a run that is under way, or passes by in a time-lapse."""
        watched = self._keeper.find(run_of(network.path))
        return watched is not None and (watched.is_active or self.playing)

    # -- showing a run -----------------------------------------------------------

    def show(self, run: Path, place: int | None = None, *, add: bool = False) -> None:
        """Show a run in a pane: the best epoch if it has ended, else the newest weights.

        No ``place`` is the focused pane; ``add`` gives it one of its own, if there is room for one.
        """
        watched = self._keeper.find(run)
        if watched is None or not watched.run.checkpoints:
            return
        where = self._session.focus if place is None else place
        if add:
            where = min(len(self._session.panes), MAX_PANES - 1)
        self._load(where, watched, watched.run.place_to_show)

    def await_run(self, run: Path) -> None:
        """Show a run as soon as it has weights, in a pane that shows no other run if it can."""
        watched = self._keeper.find(run)
        if watched is None or not watched.run.checkpoints:
            self._awaited.add(run)
        elif self.place_of(run) is None:
            self._show_new(run)

    def _show_new(self, run: Path) -> None:
        """Show a run in the pane that is free for it, which gets the focus."""
        place, add = self._free_place()
        self.show(run, place, add=add)
        if not add:
            self._session.focus = place

    def _free_place(self) -> tuple[int, bool]:
        """A pane for a run that begins, and whether it is to be added.

        One without a run gives way first, then one whose run has ended; those that learn
        stay as long as there is room.
        """
        shown = {place: self.shown(place) for place in self._places()}
        without = (place for place, each in shown.items() if each is None)
        ended = (place for place, each in shown.items() if each and not each.watched.is_active)
        for place in (*without, *ended):
            return place, False
        return self._session.focus, len(self._session.panes) < MAX_PANES

    def seek(self, place: int, at: int) -> None:
        """Show another moment of the run in a pane."""
        if (shown := self.shown(place)) is not None:
            self._load(place, shown.watched, max(0, min(at, len(shown.run.checkpoints) - 1)))

    def seek_epoch(self, place: int, epoch: int) -> None:
        """Show the weights after an epoch."""
        shown = self.shown(place)
        at = None if shown is None else shown.run.place_of(epoch)
        if at is not None:
            self.seek(place, at)

    def step(self, change: int) -> None:
        """Move the focused pane's run, or the first there is, by so many checkpoints."""
        if (focused := self._focused()) is not None:
            place, shown = focused
            self.pause()
            at = self._asked(place, shown) + change
            while self._is_unreadable(shown.watched, at):
                at += 1 if change > 0 else -1
            if 0 <= at < len(shown.run.checkpoints):
                self.seek(place, at)

    def focused_place(self) -> int | None:
        """The pane that the epochs' slider is about."""
        focused = self._focused()
        return None if focused is None else focused[0]

    def _focused(self) -> tuple[int, ShownCheckpoint] | None:
        shown = ((place, self.shown(place)) for place in self._places())
        return next(((place, each) for place, each in shown if each is not None), None)

    def put_beside(self, place: int) -> None:
        """Show the same run once more, as it began, in a pane of its own."""
        if (shown := self.shown(place)) is not None:
            self._load(min(len(self._session.panes), MAX_PANES - 1), shown.watched, 0)

    def _follow(self, run: Path) -> None:
        """A run has another checkpoint: panes that showed its newest move on."""
        if (watched := self._keeper.find(run)) is None:
            return
        if run in self._awaited:
            self._awaited.discard(run)
            self._show_new(run)
            return
        count = len(watched.run.checkpoints)
        before, self._newest[run] = self._newest.get(run), count
        if before is None or count <= before:
            return  # new to us, or begun anew
        for place in range(len(self._session.panes)):
            shown = self.shown(place)
            if shown is None or shown.watched.path != run:
                continue
            newest = before - 1
            while self._is_unreadable(watched, newest):
                newest -= 1
            if self._asked(place, shown) >= newest:
                self._load(place, watched, count - 1)

    def asked(self, place: int) -> int:
        """The checkpoint that was asked for last in a pane that shows a run."""
        shown = self.shown(place)
        return -1 if shown is None else self._asked(place, shown)

    def _asked(self, place: int, shown: ShownCheckpoint) -> int:
        """The checkpoint that a pane shows, or will once it has been read."""
        run, at = self._wanted.get(place, (shown.watched.path, shown.at))
        return at if run == shown.watched.path else shown.at

    # -- the time-lapse ----------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether the epochs pass by."""
        return self._timer.isActive()

    def toggle(self, a_second: float = 4.0) -> None:
        """Let the epochs pass, so many a second, or stop; from the beginning at the end."""
        if self.playing:
            self.pause()
            return
        focused = self._focused()
        if focused is None or len(focused[1].run.checkpoints) < 2:
            return
        if focused[1].is_newest:
            self.seek(focused[0], 0)
        self._timer.start(round(1000 / max(0.25, min(a_second, 30.0))))
        self.moved.emit()

    def pause(self) -> None:
        """Stop the time-lapse where it is."""
        if self.playing:
            self._timer.stop()
            self.moved.emit()

    def _tick(self) -> None:
        focused = self._focused()
        if focused is None:
            self.pause()
        elif focused[0] in self._readings or self._session.busy:
            return  # the one before is not on the screen yet
        elif focused[1].is_newest:
            self.pause()
        else:
            self.seek(focused[0], focused[1].at + 1)

    # -- reading checkpoints -----------------------------------------------------

    def _load(self, place: int, watched: WatchedRun, at: int) -> None:
        """Put a checkpoint into a pane: at once if it is in memory, else once it is read."""
        checkpoint, last = watched.run.checkpoints[at], len(watched.run.checkpoints) - 1
        key = _key(watched, at)
        self._newest.setdefault(watched.path, len(watched.run.checkpoints))
        before = self._wanted.get(place)
        if (overtaken := self._readings.pop(place, None)) is not None:
            overtaken.work.cancel()
            before = overtaken.before
        self._wanted[place] = watched.path, at
        network = self._cache.get(key)
        if network is not None:
            self._put(place, watched, checkpoint, network)
            return

        def work(should_stop: ShouldStop) -> Generator[Progress, None, Network]:
            yield Progress(0, 0, "Reading the model")
            return open_checkpoint(key[0], checkpoint, foreign=watched.foreign)

        def done(network: Network) -> None:
            self._readings.pop(reading.place)
            self._unreadable.discard(key)
            self._cache.put(key, network)
            self._put(reading.place, watched, checkpoint, network)
            now = self._keeper.find(watched.path)
            newest = -1 if now is None else len(now.run.checkpoints) - 1
            # While it was read the run may have gone on, even to its end.
            if now is not None and at == last and newest > last:
                self._load(reading.place, now, newest)

        def failed(error: GatescopeError) -> None:
            self._readings.pop(reading.place)
            self._unreadable.add(key)
            # What is shown, or on its way from memory, stays what was asked for.
            self._wanted.pop(reading.place)
            if reading.before is not None:
                self._wanted[reading.place] = reading.before
            self.pause()
            self.rename()
            self.moved.emit()
            self.failed.emit(error)

        adds = place >= len(self._session.panes)
        reading = _Reading(place, adds, before, start(self, work, done=done, failed=failed))
        self._readings[place] = reading

    def _is_unreadable(self, watched: WatchedRun, at: int) -> bool:
        """Whether there is such a checkpoint, and it could not be read."""
        return 0 <= at < len(watched.run.checkpoints) and _key(watched, at) in self._unreadable

    def _put(
        self, place: int, watched: WatchedRun, checkpoint: Checkpoint, network: Network
    ) -> None:
        named = replace(network, name=self.name_of(watched.run, checkpoint))
        if place < len(self._session.panes):
            self._session.update_network(place, named)
        else:
            self._session.add_network(named)
            self._session.focus = len(self._session.panes) - 1

    def name_of(self, run: Run, checkpoint: Checkpoint) -> str:
        """What the network of a moment is called."""
        if checkpoint.batch:
            text = self.tr("{title} · epoch {epoch}, batch {batch}")
            return text.format(title=run.title, epoch=checkpoint.epoch + 1, batch=checkpoint.batch)
        text = self.tr("{title} · epoch {epoch}")
        return text.format(title=run.title, epoch=checkpoint.epoch)

    def stop(self) -> None:
        """End all work and follow the session no more; the window closes."""
        for signal in (self._session.weights_changed, self._session.focus_changed):
            signal.disconnect(self._move)
        self._session.panes_changed.disconnect(self._settle)
        self._session.traces_changed.disconnect(self._rename_soon)
        self._timer.stop()
        for reading in self._readings.values():
            reading.work.cancel()


def _key(watched: WatchedRun, at: int) -> Key:
    checkpoint = watched.run.checkpoints[at]
    return watched.run.checkpoint_path(checkpoint), checkpoint.sha256
