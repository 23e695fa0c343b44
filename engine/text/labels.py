"""What people write where they mean positive or negative."""

from __future__ import annotations

_MEANINGS = {
    **dict.fromkeys(("1", "1.0", "pos", "positive", "긍정"), 1),
    **dict.fromkeys(("0", "0.0", "neg", "negative", "부정"), 0),
    **dict.fromkeys(("", "-1", "none", "nan", "unsup", "neutral", "중립"), -1),
}


def read_label(written: str) -> int | None:
    """1 positive, 0 negative, -1 none; None where it means nothing known."""
    return _MEANINGS.get(written.strip().lower())
