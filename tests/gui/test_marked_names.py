"""Names that wear the colour of their pane: the bar before them is painted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.kit.widgets import label, mark_with
from gui.look.theme import theme
from tests.gui.conftest import is_near, pixels

GUI = Path(__file__).resolve().parents[2] / "gui"


@pytest.mark.parametrize("role", ["", "heading", "dim"])
def test_the_bar_before_a_name_is_painted(qtbot: QtBot, role: str) -> None:
    said = label(role, "LSTM(8)")
    qtbot.addWidget(said)
    mark_with(said, theme().networks[1], 8, more="font-weight: 600;")
    said.resize(120, 24)
    said.show()
    assert is_near(pixels(said)[:, :3], theme().networks[1]).all()
    assert not is_near(pixels(said)[:, 3:8], theme().networks[1]).any()


def test_no_other_label_has_a_border_of_its_own() -> None:
    """Qt leaves it out where the sheet gives the label no ground, as it did of four names."""
    own = re.compile(r"setStyleSheet,?\(?\s*f?\"border-(left|right|top|bottom):")
    sources = {path: path.read_text(encoding="utf-8") for path in GUI.rglob("*.py")}
    assert not [str(path) for path, text in sources.items() if own.search(text)]
