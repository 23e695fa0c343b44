"""`fill`: a box to choose of, whose choices stay where they are the same; `series_text` names a series."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from gui.look.meanings import series_name


def fill(box: QComboBox, texts: list[str], data: list[str], chosen: str) -> None:
    """Offer these, unless they are offered already."""
    if [box.itemText(place) for place in range(box.count())] != texts:
        box.clear()
        for text, value in zip(texts, data, strict=True):
            box.addItem(text, value)
    box.setCurrentIndex(data.index(chosen))


def series_text(key: str) -> str:
    """What a series is called, and its key."""
    return f"{series_name(key)} {key}"
