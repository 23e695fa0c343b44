"""The pages that explain in the centre of the window, in place of the panes: one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.kit.page import PageRow

if TYPE_CHECKING:
    from gui.explain.page import Page, PageContext


def _fading(context: PageContext) -> Page:
    from gui.explain.fading_page import FadingPage

    return FadingPage(context)


def _states(context: PageContext) -> Page:
    from gui.explain.states_page import StatesPage

    return StatesPage(context)


def _padding(context: PageContext) -> Page:
    from gui.explain.padding_page import PaddingPage

    return PaddingPage(context)


def _attention(context: PageContext) -> Page:
    from gui.explain.attention_page import AttentionPage

    return AttentionPage(context)


PAGES: tuple[PageRow[PageContext], ...] = (
    PageRow(
        "fading",
        "ph.circle-half",
        "Fading map",
        "How much of each step is still felt at each later one",
        "fading",
        _fading,
        "M",
    ),
    PageRow(
        "states",
        "ph.path",
        "State space",
        "The path of the state through what is read, over the states of a sample",
        "states",
        _states,
        "V",
    ),
    PageRow(
        "attention",
        "ph.eye",
        "Attention map",
        "What every step takes of every other, in networks that attend",
        "attention",
        _attention,
        "H",
    ),
    PageRow(
        "padding",
        "ph.arrows-out-line-horizontal",
        "Padding lab",
        "The review padded in front or behind, masked or not, and what that costs",
        "padding",
        _padding,
        "L",
    ),
)
"""From the top of the drawer's list to its foot."""
