"""`translator`: translates the texts of a module that stand in no class."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication


def translator(context: str) -> Callable[[str], str]:
    """Translates texts of one context; a module calls it ``_tr``, as the collector knows it."""
    return partial(QCoreApplication.translate, context)
