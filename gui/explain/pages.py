"""The pages that explain in the centre of the window, in place of the panes: one row each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gui.explain.page import Page, PageContext


@dataclass(frozen=True)
class PageRow:
    """One page.

    Attributes:
        name: in the settings.
        icon: of Phosphor.
        title: in the drawer and above the page, in English.
        tip: what it shows, in English.
        guide: the page of the guide that says more.
        make: builds the page.
        key: opens and closes it; "" for none.
    """

    name: str
    icon: str
    title: str
    tip: str
    guide: str
    make: Callable[[PageContext], Page]
    key: str = ""


def _fading(context: PageContext) -> Page:
    from gui.explain.fading_page import FadingPage

    return FadingPage(context)


def _states(context: PageContext) -> Page:
    from gui.explain.states_page import StatesPage

    return StatesPage(context)


def _padding(context: PageContext) -> Page:
    from gui.explain.padding_page import PaddingPage

    return PaddingPage(context)


PAGES: tuple[PageRow, ...] = (
    PageRow(
        "fading",
        "ph.circle-half",
        "Fading map",
        "How much of each word is still felt at each later step",
        "fading",
        _fading,
        "M",
    ),
    PageRow(
        "states",
        "ph.path",
        "State space",
        "The path of the state through the review, over the states of many reviews",
        "states",
        _states,
        "V",
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
