"""Tool tips."""

from __future__ import annotations

import html


def tip(text: str) -> str:
    """A tool tip that says just this: names from files are not read as mark-up."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
