"""The window's corpus, read by a Dask scheduler of which one of two workers is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engine.progress import Progress
from engine.survey import passes
from gui.places import SURVEY
from gui.survey.right_page import RightPage
from gui.window.main_window import MainWindow
from tests.dask_cluster import Cluster, cluster
from tests.engine.survey.test_passes import same
from tests.gui.survey.conftest import Opened, open_corpus, wait, write_corpus

pytestmark = pytest.mark.skipif(find_spec("distributed") is None, reason="Dask is not installed")

REVIEWS = 600


@pytest.fixture
def two() -> Iterator[Cluster]:
    """The address of a scheduler, and its workers."""
    with cluster() as made:
        yield made


@pytest.mark.slow
def test_the_window_is_answered_alike_by_a_scheduler_one_of_whose_workers_is_killed(
    two: Cluster,
    opened: Opened,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, processes = two
    monkeypatch.setattr(passes, "PART", 30)
    open_corpus(window, qtbot, write_corpus(tmp_path / "many.csv", REVIEWS))
    page = opened("survey_right")
    assert isinstance(page, RightPage)
    surveying, network = window.services.surveying, window.session.panes[1].network
    alone, said = surveying.reading_of(network), page.sentence.text()
    assert alone is not None and len(alone.inputs) == REVIEWS

    panel = window.drawers.open(SURVEY)
    panel.workers.setCurrentIndex(2)
    panel.workers.activated.emit(2)
    panel.address.setText(address)
    panel.address.editingFinished.emit()
    assert surveying.choices.workers == address
    surveying._readings.clear()  # or it would be known already
    surveying._answers.clear()
    killed: list[Progress] = []

    def kill(progress: Progress | None) -> None:
        if progress is not None and progress.what == "Reading the corpus" and progress.done >= 2:
            if not killed:
                os.kill(processes[0].pid, signal.SIGKILL)
            killed.append(progress)

    surveying.progressed.connect(kill)
    surveying.begin()
    qtbot.waitUntil(lambda: bool(killed) and not surveying.is_busy, timeout=120_000)
    wait(window, qtbot)
    assert killed[0].done < killed[0].total and processes[0].poll() == -signal.SIGKILL
    read = surveying.reading_of(network)
    assert read is not None and read is not alone
    same(alone, read)
    assert read.notes == alone.notes
    assert page.answer is not None and page.sentence.text() == said
