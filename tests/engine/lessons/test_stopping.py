"""What the callbacks do is what the bundled runs did, and what was counted by hand."""

from __future__ import annotations

import pytest

from engine.lessons.stopping import act_out
from engine.library import MODELS, TITLES, Record, entry_of


def test_by_hand() -> None:
    watched = act_out([0.7, 0.5, 0.6, 0.5, 0.4, 0.6, 0.6, 0.1], patience=2)
    # The second 0.5 is no better than the first.
    assert [each.waited for each in watched] == [0, 0, 1, 2]
    assert [each.is_best for each in watched] == [True, True, False, False]
    assert watched[-1].stops and watched[-1].best == 2


@pytest.mark.parametrize("name", list(TITLES))
def test_as_the_bundled_runs_ended(name: str) -> None:
    record = _record(name)
    losses = [entry["val_loss"] for entry in record.history]
    watched = act_out(losses, record.data["recipe"]["patience"])
    assert len(watched) == record.epochs == len(losses)
    assert watched[-1].best == record.best_epoch
    assert watched[-1].stops == (record.data["stopped"] == "patience")


def _record(name: str) -> Record:
    entry = entry_of(MODELS / f"{name}.keras")
    assert entry is not None
    return entry.record
