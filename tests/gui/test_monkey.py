"""Three thousand random events on a real window, the same each time; see `tests.monkey`.

``GATESCOPE_MONKEY_SEED=7 make test ARGS=tests/gui/test_monkey.py`` plays others.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit

from engine.progress import Progress, ShouldStop
from gui.kit.work import start
from tests.gui.conftest import MakeWindow
from tests.monkey.monkey import WINDOW, Monkey, _name, let_work_end
from tests.monkey.playground import fill
from tests.monkey.watch import Watch
from tests.networks import text_network

EVENTS = 3000

GROWTH = 12_000
"""Bytes that an event may add in the second half, the median of its weighings: 0 and 5,500 were
measured, for two seeds.  ``make monkey`` plays longer, and allows 4,000."""


@pytest.mark.reads_anew
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
    seed = int(os.environ.get("GATESCOPE_MONKEY_SEED", "1"))
    with Watch() as watch:
        files = fill(tmp_path / "files")
        half = EVENTS // 2  # what is weighed before says nothing of `growth`
        monkey = Monkey(seed, files, watch, trainings=1, proofs=False, counts_from=half)
        monkey.play(EVENTS)
        monkey.close()
    print(f"seed {seed}, the longest hold: {monkey.longest}")
    print(f"the memory, in MB: {[round(size / 1e6) for size in watch.memory]}")
    print("the last events:", *monkey.last, sep="\n  ")
    assert not watch.faults, "\n".join(watch.faults)
    assert watch.growth() <= GROWTH * WINDOW, [round(size / 1e6) for size in watch.memory]


def test_what_an_event_closed_has_a_name_still(qapp: QApplication) -> None:
    line = QLineEdit()
    assert _name(line) == "QLineEdit"
    shiboken6.delete(line)
    assert _name(line) == "what is gone"


def test_what_is_being_computed_is_not_weighed(make_window: MakeWindow) -> None:
    """Nor is it where the answer is wanted no longer."""
    window = make_window(text_network("LSTM", 4))
    begun, ended = threading.Event(), list[str]()

    def work(name: str) -> Callable[[ShouldStop], Generator[Progress, None, None]]:
        def make(should_stop: ShouldStop) -> Generator[Progress, None, None]:
            begun.set()
            time.sleep(0.2)
            ended.append(name)
            yield Progress(1, 1, "Computing")

        return make

    given_up = start(window, work("overtaken"), done=print, failed=print)
    assert begun.wait(5)
    given_up.cancel()
    start(window, work("wanted"), done=print, failed=print)
    let_work_end(window)
    assert sorted(ended) == ["overtaken", "wanted"]
    assert "gatescope-work" not in {thread.name for thread in threading.enumerate()}


def test_growth_is_told_from_caches_that_fill() -> None:
    watch = Watch()
    watch.memory = [*range(0, 1000, 100), *[1000] * 20]
    assert watch.growth() == 0
    watch.memory = [*[1000] * 16, *[500] * 5, *[2000] * 5, *[3000] * 4]
    assert watch.growth() == 0, "windows that end, and steps"
    watch.memory = [0, 100, 200, 300, 400] * 8
    assert watch.growth() <= 10, "each window builds its drawers, and ends"
    watch.memory = list(range(0, 3000, 100))
    assert watch.growth() == pytest.approx(100)
    watch.memory = [nth * 100 + 500 * (nth % 5) for nth in range(40)]
    assert watch.growth() >= 90, "a leak beside them"
    watch.memory = [0] * 23
    with pytest.raises(ValueError, match="too few"):
        watch.growth()
