"""Three thousand random events on a real window; see `tests.monkey`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tests.monkey.monkey import Monkey
from tests.monkey.playground import fill
from tests.monkey.watch import Watch

EVENTS = 3000


@pytest.mark.tensorflow
@pytest.mark.timeout(900)
def test_a_monkey_at_the_keys(
    qapp: QApplication, prepared_reviews: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One tiny training is really started.  Repeat it with
    ``make monkey ARGS="--seed N --events 3000"``."""
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    seed = random.randrange(1_000_000)
    with Watch() as watch:
        monkey = Monkey(seed, fill(tmp_path / "files"), watch, trainings=1, proofs=False)
        monkey.play(EVENTS)
        monkey.close()
    print(f"seed {seed}, the longest hold: {monkey.longest}")
    print("the last events:", *monkey.last, sep="\n  ")
    assert not watch.faults, "\n".join(watch.faults)
