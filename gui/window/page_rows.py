"""Every page that stands in place of the panes, whichever place it is of."""

from __future__ import annotations

from typing import Any

from gui.explain.pages import PAGES
from gui.kit.page import PageRow
from gui.survey.pages import SURVEY_PAGES

CENTRE_PAGES: tuple[PageRow[Any], ...] = (*PAGES, *SURVEY_PAGES)
"""Their names differ: one of them is shown at a time."""
