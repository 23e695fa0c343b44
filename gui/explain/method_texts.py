"""What the methods of attribution are called, and what they do: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gui.i18n.texts import row_text


@dataclass(frozen=True)
class MethodText:
    """The texts of one method, in English.

    Attributes:
        title: its name.
        says: what it does, in one sentence.
    """

    title: str
    says: str


METHOD_TEXTS: Mapping[str, MethodText] = {
    "gradxinput": MethodText(
        "gradient × input",
        "How the answer would change with each word, if the network were as linear as it is here.",
    ),
    "ig": MethodText(
        "integrated gradients",
        "The gradient collected on the way from a baseline to the review; all words together make "
        "the difference of the answers.",
    ),
    "lrp": MethodText(
        "relevance (LRP)",
        "The answer is shared out backwards through the gates, and none of it is lost.",
    ),
    "occlusion": MethodText(
        "occlusion",
        "Each word is left out, and the network reads again: how far does the answer fall?",
    ),
}
"""By the name of the method in `engine.explain.methods`."""


def method_title(name: str) -> str:
    """What a method is called."""
    return row_text(METHOD_TEXTS[name].title)


def method_says(name: str) -> str:
    """What a method does."""
    return row_text(METHOD_TEXTS[name].says)


BASELINE_TEXTS: Mapping[str, MethodText] = {
    "zero": MethodText("zero", "Nothing at all: every number that is read is 0."),
    "padding": MethodText("padding", "Every word is padding."),
    "unknown": MethodText("unknown word", "Every word is the mark for unknown words."),
    "removed": MethodText("left out", "The word is taken out, and the others close up."),
}
"""What stands for nothing, or in a word's place, by its name in the engine."""
