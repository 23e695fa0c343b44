"""The pages that explain in the centre of the window, in place of the panes: one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.kit.later import later
from gui.kit.page import PageRow

if TYPE_CHECKING:
    from gui.explain.page import PageContext


PAGES: tuple[PageRow[PageContext], ...] = (
    PageRow(
        "fading",
        "ph.circle-half",
        "Fading map",
        "How much of each step is still felt at each later one",
        "fading",
        later("gui.explain.fading_page:FadingPage"),
        "M",
    ),
    PageRow(
        "states",
        "ph.path",
        "State space",
        "The path of the state through what is read, over the states of a sample",
        "states",
        later("gui.explain.states_page:StatesPage"),
        "V",
    ),
    PageRow(
        "attention",
        "ph.eye",
        "Attention map",
        "What every step takes of every other, in networks that attend",
        "attention",
        later("gui.explain.attention_page:AttentionPage"),
        "H",
    ),
    PageRow(
        "padding",
        "ph.arrows-out-line-horizontal",
        "Padding lab",
        "The review padded in front or behind, masked or not, and what that costs",
        "padding",
        later("gui.explain.padding_page:PaddingPage"),
        "L",
    ),
)
"""From the top of the drawer's list to its foot."""
