"""The parts of a picture: one row each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PartRow:
    """A part of a picture: its name in the settings, and its text in English."""

    name: str
    text: str


PART_ROWS = (
    PartRow("words", "Words or numbers that are read"),
    PartRow("prediction", "Prediction"),
    PartRow("maps", "Heat maps of every series"),
    PartRow("curves", "Curves of the chosen units"),
    PartRow("cell", "The cell"),
    PartRow("equations", "The equations with their numbers"),
)

EXPLAINED_ROWS = (
    PartRow("attribution", "Attribution"),
    PartRow("memory", "Memory"),
    PartRow("fading", "Fading map"),
    PartRow("states", "State space"),
    PartRow("attention", "Attention map"),
    PartRow("padding", "Padding lab"),
    PartRow("deletion", "Deletion curves"),
)
"""Those that explain, from top to foot; their names stand in `PictureSettings.taken_in`."""

PARTS = tuple(row.name for row in PART_ROWS)
"""What a picture may show besides what explains; the header is always there."""

EXPLAINED = tuple(row.name for row in EXPLAINED_ROWS)

STRIPS = ("attribution", "memory")
"""Those that stand on the time axis of the predictions; the others share the room of the networks."""

YIELDING = ("curves", "maps", *reversed(EXPLAINED), "words", "prediction")
"""What is left out first where the sheet has no room for all that lies below each other."""
