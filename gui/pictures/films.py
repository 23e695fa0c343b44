"""What moves in an animation: the step of a reading, or the epochs of a training run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from engine.errors import GatescopeError
from engine.progress import ShouldStop, check
from engine.session.session import Session
from engine.training.checkpoint_cache import open_checkpoint
from gui.pictures.networks import Spans, Values
from gui.pictures.training_history import History
from gui.services import Services
from gui.training.watch import ShownCheckpoint


class Film(Protocol):
    """Moves a session of its own."""

    session: Session

    @property
    def count(self) -> int:
        """How many frames there are."""

    def facts(self) -> Mapping[int, str]:
        """What stands below the networks' names at this frame, of those of which it changes."""

    def history(self) -> History | None:
        """The trainings that are filmed, at this frame."""

    def stamp(self) -> object:
        """What a picture of this frame is laid out for; the step apart."""

    def spans(self) -> Spans:
        """What the scales of all frames have to hold, see `Content`; known once one was sought."""

    def seek(self, number: int, should_stop: ShouldStop | None = None) -> None:
        """Move the session to a frame; in any thread, of which one at a time may do so.

        Raises:
            GatescopeError: it cannot be shown; `Cancelled` where it is to stop.
        """


@dataclass
class StepFilm:
    """The steps from ``first`` to ``last``, both counted from 0, of a session of its own."""

    session: Session
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self.last - self.first + 1

    def facts(self) -> Mapping[int, str]:
        """The networks stay the same."""
        return {}

    def history(self) -> History | None:
        """There are none."""
        return None

    def stamp(self) -> object:
        """The panes, which stay."""
        return self.session.panes

    def spans(self) -> Spans:
        """The traces stay the same."""
        return {}

    def seek(self, number: int, should_stop: ShouldStop | None = None) -> None:
        """Stand at a step."""
        self.session.step = self.first + number


@dataclass
class EpochFilm:
    """The epochs from ``first`` to ``last`` of the runs that stand in panes of the session.

    Each run shows its newest weights of that epoch; one that has fewer stays at its last.  The
    step stays where it is.
    """

    session: Session
    runs: dict[int, ShownCheckpoint]
    services: Services
    first: int
    last: int
    _epoch: int = 0
    _spans: dict[tuple[int, str], Values] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many epochs there are."""
        return self.last - self.first + 1

    def history(self) -> History:
        """The runs, at the epoch of the moment."""
        runs = tuple((place, shown.run) for place, shown in self.runs.items())
        return History(runs, self.first, self.last, self._epoch)

    def stamp(self) -> object:
        """The panes and the epoch."""
        return self.session.panes, self._epoch

    def spans(self) -> Spans:
        """The least and the greatest values of all epochs."""
        return self._spans

    def seek(self, number: int, should_stop: ShouldStop | None = None) -> None:
        """Let the networks of an epoch read; the first time, those of every epoch, for one scale
        is to hold for all."""
        if not self._spans:
            for each in range(self.count):
                check(should_stop)
                self._show(each)
                self._widen()
        self._show(number)

    def _widen(self) -> None:
        """Let the scales hold what the panes of the moment have."""
        for place in self.runs:
            trace = self.session.panes[place].layer_trace
            for key, values in {} if trace is None else trace.series.items():
                rows = values
                if (place, key) in self._spans:
                    rows = np.concatenate([self._spans[place, key], values])
                ends = [np.fmin.reduce(rows), np.fmax.reduce(rows)]  # a gate may have no value yet
                self._spans[place, key] = np.stack(ends)

    def _show(self, number: int) -> None:
        step, self._epoch = self.session.step, self.first + number
        for place, shown in self.runs.items():
            checkpoint = shown.run.checkpoints[_place(shown, self._epoch)]
            path = shown.run.checkpoint_path(checkpoint)
            if self.session.panes[place].network.path == path:
                continue
            network = open_checkpoint(path, checkpoint, foreign=shown.watched.foreign)
            name = self.services.watch.name_of(shown.run, checkpoint)
            with _raising(self.session):
                self.session.update_network(place, replace(network, name=name))
        self.session.step = step

    def facts(self) -> Mapping[int, str]:
        """How good each run is at this epoch."""
        return {
            place: self.services.fact(place, replace(shown, at=_place(shown, self._epoch))).text
            for place, shown in self.runs.items()
        }


def runs_of(services: Services) -> dict[int, ShownCheckpoint]:
    """The runs that panes show, by place."""
    shown = {place: services.watch.shown(place) for place in range(len(services.session.panes))}
    return {place: each for place, each in shown.items() if each is not None}


def epochs_of(runs: dict[int, ShownCheckpoint]) -> tuple[int, int]:
    """The first and the last epoch of which any of them has weights; (0, 0) without runs."""
    epochs = [each.epoch for shown in runs.values() for each in shown.run.checkpoints]
    return (min(epochs), max(epochs)) if epochs else (0, 0)


def _place(shown: ShownCheckpoint, epoch: int) -> int:
    """The place of the newest weights of an epoch, or of the one before it that has any."""
    places = [
        place
        for place, each in enumerate(shown.run.checkpoints)
        if each.epoch <= epoch and not each.batch
    ]
    return places[-1] if places else 0


@contextmanager
def _raising(session: Session) -> Iterator[None]:
    """Raise what the session says has failed."""
    errors: list[GatescopeError] = []
    session.failed.connect(errors.append)
    try:
        yield
    finally:
        session.failed.disconnect(errors.append)
    if errors:
        raise errors[0]
