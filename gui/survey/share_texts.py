"""How the pages write shares and intervals."""

from __future__ import annotations

from math import isfinite

from engine.survey.intervals import Share
from gui.i18n.percent import percent_text


def share_text(share: Share) -> str:
    """A share in percent; "–" of nothing."""
    return percent_text(f"{100 * share.value:.1f}") if isfinite(share.value) else "–"


def interval(share: Share) -> str:
    """Its interval of 95 %; "–" of nothing."""
    if not isfinite(share.low) or not isfinite(share.high):
        return "–"
    return f"{100 * share.low:.1f} … {percent_text(f'{100 * share.high:.1f}')}"
