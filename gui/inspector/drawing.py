"""What the drawings of the inspector have in common: tips, ticks, numbers."""

from __future__ import annotations

import html
import math


def tip(text: str) -> str:
    """A tool tip that says just this: names from files are not read as mark-up."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def weight_text(value: float) -> str:
    """A weight with three digits that count, and a true minus: 0.0123, −1.35, 2.1e−7."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else "−∞")
    size = abs(value)
    if size == 0.0:
        text = "0"
    elif size < 1e-4 or size >= 1e5:
        mantissa, exponent = f"{value:.1e}".split("e")
        text = f"{mantissa}e{int(exponent)}"
    else:
        digits = max(0, 2 - math.floor(math.log10(size)))
        text = f"{value:.{digits}f}"
    return text.replace("-", "−")


def round_step(span: float, most: int) -> float:
    """A round distance (1, 2 or 5 times a power of ten) that fits at most ``most`` times."""
    rough = max(span, 1e-30) / max(1, most)
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * 0.999)
