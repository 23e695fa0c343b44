"""The look: one dark and one light set of tokens, from which everything is coloured.

A widget asks `theme()` when it paints.  When the theme changes the application's
palette changes with it, and Qt sends every widget a ``PaletteChange``; nobody needs to
subscribe (see `gui.kit.view.View`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from engine.replay.cells.series import Series

# The type scale, in device-independent pixels.
CAPTION, BODY, TITLE, HEADING = 11, 12, 13, 16
GAP = 8
"""The rhythm: distances are multiples of this, or its half."""

FAMILY = "Pretendard"
MATH_ITALIC = "KaTeX_Math"
MATH_UPRIGHT = "KaTeX_Main"


@dataclass(frozen=True, eq=False)  # two there are: told apart, and looked up, by identity
class Theme:
    """The colours of one look, as ``#rrggbb``.

    Attributes:
        networks: one a pane.
        diverging, sequential: stops of the colour maps, from 0 to 1.
        units: of the curves of several units; they stay apart for colour-blind eyes.
    """

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
    units: tuple[str, ...]

    @property
    def dark(self) -> bool:
        """Whether the ground is dark."""
        return self.name == "dark"

    def of(self, series: Series) -> str:
        """The colour of a series."""
        return series.dark if self.name == "dark" else series.light  # asked for at every step


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
        (0.0, "#ee8d4c"), (0.25, "#a4552b"), (0.5, "#191c21"),
        (0.75, "#2a5f9e"), (1.0, "#5cadff"),
    ),
    sequential=(
        (0.0, "#201f45"), (0.3, "#2c5285"), (0.5, "#2f7d8f"),
        (0.7, "#4aa982"), (0.85, "#8dca63"), (1.0, "#f0ea6b"),
    ),
    units=(
        "#f2c14e", "#5aa2f0", "#3fb591", "#e57cac",
        "#b69cf2", "#ee8849", "#8fd3f5", "#c9cdd4",
    ),
)  # fmt: skip

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
        (0.0, "#d0621d"), (0.25, "#efb28c"), (0.5, "#f8f8f9"),
        (0.75, "#93c0f0"), (1.0, "#226fc7"),
    ),
    sequential=(
        (0.0, "#f4f8fa"), (0.3, "#b5d6de"), (0.5, "#6eaec2"),
        (0.7, "#3a83a3"), (0.85, "#1f5d80"), (1.0, "#0d3350"),
    ),
    units=(
        "#a86a12", "#2576cc", "#16805f", "#b8326f",
        "#7a45bd", "#c4581a", "#3a9cc4", "#4b5563",
    ),
)  # fmt: skip

_current = DARK


def theme() -> Theme:
    """The look in use."""
    return _current


def use_theme(look: Theme) -> None:
    """Make a look the one in use; see `gui.look.dressing.apply_theme`."""
    global _current
    _current = look


@contextmanager
def wearing(look: Theme) -> Iterator[None]:
    """Draw in another look than the window's; in the GUI thread, and nothing but draw."""
    before = theme()
    use_theme(look)
    try:
        yield
    finally:
        use_theme(before)
