"""The look: one dark and one light set of tokens, from which everything is coloured.

A widget asks `theme()` when it paints.  When the theme changes the application's
palette changes with it, and Qt sends every widget a ``PaletteChange``; nobody needs to
subscribe (see `gui.kit.view.View`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from engine.replay.cells.series import Series
from gui.look.style_sheet import style_sheet

# The type scale, in device-independent pixels.
CAPTION, BODY, TITLE, HEADING = 11, 12, 13, 16
GAP = 8
"""The rhythm: distances are multiples of this, or its half."""

FAMILY = "Pretendard"
MATH_ITALIC = "KaTeX_Math"
MATH_UPRIGHT = "KaTeX_Main"


@dataclass(frozen=True)
class Theme:
    """The colours of one look, as ``#rrggbb``."""

    name: Literal["dark", "light"]
    ground: str
    surface: str
    raised: str
    line: str
    text: str
    dim: str
    faint: str
    accent: str
    on_accent: str
    good: str
    warning: str
    bad: str
    networks: tuple[str, str, str]
    diverging: tuple[tuple[float, str], ...]
    sequential: tuple[tuple[float, str], ...]

    @property
    def dark(self) -> bool:
        """Whether the ground is dark."""
        return self.name == "dark"

    def of(self, series: Series) -> str:
        """The colour of a series."""
        return series.dark if self.dark else series.light


DARK = Theme(
    name="dark",
    ground="#14161a",
    surface="#1b1e24",
    raised="#262b34",
    line="#2a2f38",
    text="#e9ebee",
    dim="#a3abb8",
    faint="#7d8693",
    accent="#f2c14e",
    on_accent="#1b1e24",
    good="#4fc08f",
    warning="#f0a848",
    bad="#f58078",
    networks=("#5aa2f0", "#f2c14e", "#e57cac"),
    diverging=(
        (0.0, "#ee8d4c"),
        (0.25, "#a4552b"),
        (0.5, "#191c21"),
        (0.75, "#2a5f9e"),
        (1.0, "#5cadff"),
    ),
    sequential=(
        (0.0, "#201f45"),
        (0.3, "#2c5285"),
        (0.5, "#2f7d8f"),
        (0.7, "#4aa982"),
        (0.85, "#8dca63"),
        (1.0, "#f0ea6b"),
    ),
)

LIGHT = Theme(
    name="light",
    ground="#f6f7f9",
    surface="#ffffff",
    raised="#eef0f4",
    line="#dfe3e9",
    text="#1a1d22",
    dim="#59626f",
    faint="#737c89",
    accent="#a86a12",
    on_accent="#ffffff",
    good="#1b8060",
    warning="#9a6400",
    bad="#c2362d",
    networks=("#2576cc", "#a86a12", "#b8326f"),
    diverging=(
        (0.0, "#d0621d"),
        (0.25, "#efb28c"),
        (0.5, "#f8f8f9"),
        (0.75, "#93c0f0"),
        (1.0, "#226fc7"),
    ),
    sequential=(
        (0.0, "#f4f8fa"),
        (0.3, "#b5d6de"),
        (0.5, "#6eaec2"),
        (0.7, "#3a83a3"),
        (0.85, "#1f5d80"),
        (1.0, "#0d3350"),
    ),
)

_current = DARK


def theme() -> Theme:
    """The look in use."""
    return _current


def apply_theme(choice: str) -> None:
    """Dress the application: "light", "dark", or "system" for the system's."""
    global _current
    hints = QGuiApplication.styleHints()
    system_dark = hints.colorScheme() != Qt.ColorScheme.Light
    _current = DARK if choice == "dark" or (choice == "system" and system_dark) else LIGHT
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(_palette(_current))
    app.setStyleSheet(style_sheet(_current, FAMILY, BODY))


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, look.ground),
        (role.WindowText, look.text),
        (role.Base, look.surface),
        (role.AlternateBase, look.raised),
        (role.Text, look.text),
        (role.Button, look.surface),
        (role.ButtonText, look.text),
        (role.ToolTipBase, look.raised),
        (role.ToolTipText, look.text),
        (role.PlaceholderText, look.faint),
        (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent),
        (role.Link, look.networks[0]),
        (role.Mid, look.line),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(look.faint))
    return palette


@lru_cache(maxsize=8)
def colours(look: Theme, *, signed: bool) -> npt.NDArray[np.uint8]:
    """A colour map, ``(256, 3) uint8``: diverging for signed values, sequential for gates."""
    stops = look.diverging if signed else look.sequential
    at = [stop[0] for stop in stops]
    inks = [QColor(stop[1]) for stop in stops]
    channels = np.array([[ink.red(), ink.green(), ink.blue()] for ink in inks], np.float64)
    grid = np.linspace(0.0, 1.0, 256)
    table = np.stack([np.interp(grid, at, channels[:, k]) for k in range(3)], axis=1)
    return np.rint(table).astype(np.uint8)


def unit_colours(look: Theme, first: str, count: int) -> list[str]:
    """Colours for the curves of several units of one series: its own, then steps around
    it in lightness and hue that stay apart for colour-blind eyes."""
    if count == 1:
        return [first]
    wheel = (
        ("#f2c14e", "#5aa2f0", "#3fb591", "#e57cac", "#b69cf2", "#ee8849", "#8fd3f5", "#c9cdd4")
        if look.dark
        else (
            "#a86a12",
            "#2576cc",
            "#16805f",
            "#b8326f",
            "#7a45bd",
            "#c4581a",
            "#3a9cc4",
            "#4b5563",
        )
    )
    return list(wheel[:count])
