"""`Run`: what a run's numbers say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.training.checkpoints import Checkpoint, checkpoint_name
from engine.training.run import Run
from engine.training.status import State, Status

LOSSES = (0.7, 0.5, 0.6, 0.65)
"""The best epoch is the second."""


def a_run(state: State, moments: tuple[tuple[int, int], ...]) -> Run:
    """A run with checkpoints of these epochs and batches."""
    return Run(
        path=Path("/runs/1"),
        title="LSTM(8)",
        created="",
        plan=None,
        epochs=10,
        layers=(),
        settings={},
        status=Status(state),
        history=tuple({"epoch": n, "val_loss": loss} for n, loss in enumerate(LOSSES, 1)),
        checkpoints=tuple(Checkpoint(*each, checkpoint_name(*each)) for each in moments),
    )


WHOLE = tuple((epoch, 0) for epoch in range(5))
WITHIN = ((0, 0), (0, 100), (1, 0), (1, 100), (2, 0), (2, 100), (3, 0), (4, 0))


@pytest.mark.parametrize("state", ["queued", "preparing", "running"])
@pytest.mark.parametrize("moments", [WHOLE, WITHIN])
def test_one_that_goes_on_is_shown_at_its_newest(
    state: State, moments: tuple[tuple[int, int], ...]
) -> None:
    assert a_run(state, moments).place_to_show == len(moments) - 1


@pytest.mark.parametrize("state", ["finished", "stopped", "failed"])
@pytest.mark.parametrize(("moments", "best"), [(WHOLE, 2), (WITHIN, 4)])
def test_one_that_has_ended_is_shown_at_its_best(
    state: State, moments: tuple[tuple[int, int], ...], best: int
) -> None:
    run = a_run(state, moments)
    assert run.best_place == run.place_to_show == best


def test_without_the_best_weights_it_is_shown_at_its_newest() -> None:
    run = a_run("finished", ((0, 0), (1, 0), (3, 0)))
    assert run.best_place is None
    assert run.place_to_show == 2
    assert a_run("finished", ()).place_to_show == -1


def test_the_weights_after_an_epoch_are_not_those_within_it() -> None:
    run = a_run("running", WITHIN)
    assert [run.place_of(epoch) for epoch in range(6)] == [0, 2, 4, 6, 7, None]
