"""A heat map has the colours of its values, in the pixels that Qt enlarges fastest."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.look.colours import colour_map
from gui.look.theme import theme
from gui.plots.heat_map import HeatMap


@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize("unknown", [False, True])
def test_every_value_has_its_colour_and_what_is_unknown_has_none(
    signed: bool, unknown: bool, qtbot: QtBot
) -> None:
    shown = HeatMap()
    qtbot.addWidget(shown)
    shown.resize(400, 120)
    values = np.linspace(-1, 1, 256 * 4).reshape(256, 4).astype(np.float32)
    if unknown:
        values[7, 2] = np.nan
    shown.show_values(values, (-1.0, 1.0), signed=signed)
    shown.show()
    shown.grab()
    image = shown.image.qimage
    assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert (image.width(), image.height()) == (256, 4)
    table = colour_map(theme(), signed=signed).astype(int)
    for step, unit in ((0, 0), (0, 3), (100, 1), (255, 3), (7, 2)):
        pixel = image.pixelColor(step, unit)
        if np.isnan(values[step, unit]):
            assert pixel.alpha() == 0
            continue
        place = round((float(values[step, unit]) + 1) / 2 * 255)
        near = table[max(0, place - 1) : place + 2]
        found = np.array([pixel.red(), pixel.green(), pixel.blue()])
        assert pixel.alpha() == 255
        assert (near == found).all(axis=1).any(), (step, unit)


def test_a_map_that_was_too_low_for_its_units_shows_each_once_there_is_room(qtbot: QtBot) -> None:
    values = np.random.default_rng(0).uniform(-1, 1, (50, 200)).astype(np.float32)
    grown, fresh = HeatMap(), HeatMap()
    for shown in (grown, fresh):
        qtbot.addWidget(shown)
        shown.show_values(values, (-1.0, 1.0), signed=True)
    grown.resize(300, 60)
    grown.show()
    grown.grab()
    assert grown.image.qimage.height() < 200  # several units a pixel
    for shown in (grown, fresh):
        shown.resize(300, 600)
        shown.show()
    assert grown.grab().toImage() == fresh.grab().toImage()
    assert grown.image.qimage.height() == 200


def test_where_units_or_steps_outnumber_pixels_none_is_left_out(qtbot: QtBot) -> None:
    """Each has its share of the pixel in which it lies."""
    shown = HeatMap()
    qtbot.addWidget(shown)
    shown.resize(300, 60)
    shown.show_whole(True)
    shown.show_step(500)
    shown.show()
    for unit, step in ((0, 0), (17, 333), (101, 666), (198, 998), (199, 999)):
        values = np.full((1000, 200), -1.0, np.float32)
        values[step, :] = values[:, unit] = 1.0
        shown.show_values(values, (-1.0, 1.0), signed=True)
        found = shown.grab().toImage()
        usual = found.pixelColor(50, 10)
        rows = [y for y in range(60) if found.pixelColor(50, y) != usual]
        columns = [x for x in range(300) if found.pixelColor(x, 10) != usual]
        assert rows == [int((unit + 0.5) * 60 / 200)]
        assert [x for x in columns if abs(x - 150) > 2] == [int((step + 0.5) * 300 / 1000)]
