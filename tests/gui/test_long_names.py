"""Networks of runs have long names: what tells them apart stays to be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontMetrics

from gui.naming import shortened
from tests.gui.conftest import MakeWindow, settle
from tests.networks import text_network

NAMES = [f"2×LSTM(8), dropout 0.3 #{n} of a long afternoon · epoch {10 + n}" for n in range(3)]


@pytest.mark.parametrize("width", [40, 80, 120, 200, 900])
def test_the_epoch_stays(width: int, make_window: MakeWindow) -> None:
    metrics = QFontMetrics(make_window().font())
    found = shortened(NAMES[1], metrics, width)
    assert metrics.horizontalAdvance(found) <= max(width, 16)
    if width >= 80:
        assert found.endswith("epoch 11")
    assert (found == NAMES[1]) == (metrics.horizontalAdvance(NAMES[1]) <= width)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_three_networks_of_runs(make_window: MakeWindow, size: tuple[int, int]) -> None:
    """Every number of the legend can be seen, and no two chips are called the same."""
    networks = [replace(text_network("LSTM", seed=n), name=NAMES[n]) for n in range(3)]
    window = make_window(*networks, size=size)
    line = window.prediction._now
    settle()
    said = line.text()
    for n, curve in enumerate(window.session.predictions()):
        assert curve is not None
        assert f"epoch {10 + n}" in said
        assert f"{curve[window.session.step]:.2f}" in said
    assert QFontMetrics(line.font()).horizontalAdvance(said) <= line.width() + 8
    assert all(name in line.toolTip() for name in NAMES)
    chips = [chip.text() for chip in window.cell._chips]
    assert len(set(chips)) == 3
    assert [chip.accessibleName() for chip in window.cell._chips] == NAMES
