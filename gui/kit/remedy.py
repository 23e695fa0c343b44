"""Which part of which place mends an error, and what the button that leads there says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.errors import GatescopeError, HasGaps, WantsNumbers, WantsReader, WantsWords

_PLACES: dict[type[GatescopeError], str] = {
    WantsNumbers: "numbers",
    WantsWords: "reviews",
    HasGaps: "numbers/gaps",
    WantsReader: "models/sine",
}


def remedy(error: GatescopeError | None) -> tuple[str, str]:
    """The place, by its name and that of its part, and the button's text in the window's language; "" if none helps."""
    place = "" if error is None else _PLACES.get(type(error), "")
    texts = {
        "numbers": QCoreApplication.translate("remedy", "Choose numbers"),
        "reviews": QCoreApplication.translate("remedy", "Choose a review"),
        "models/sine": QCoreApplication.translate("remedy", "Open the model sine"),
        "numbers/gaps": QCoreApplication.translate("remedy", "What to do with gaps"),
    }
    return place, texts.get(place, "")
