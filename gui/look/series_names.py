"""What the series of a cell are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def series_name(key: str) -> str:
    """The full name of a series in the window's language; a key without a name is its own."""
    names = {
        "h": QCoreApplication.translate("Series", "hidden state"),
        "c": QCoreApplication.translate("Series", "cell state"),
        "f": QCoreApplication.translate("Series", "forget gate"),
        "i": QCoreApplication.translate("Series", "input gate"),
        "g": QCoreApplication.translate("Series", "candidate"),
        "o": QCoreApplication.translate("Series", "output gate"),
        "z": QCoreApplication.translate("Series", "update gate"),
        "r": QCoreApplication.translate("Series", "reset gate"),
        "n": QCoreApplication.translate("Series", "candidate"),
    }
    return names.get(key, key)
