"""What the methods of attribution are called, and what they do: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine.errors import Note
from engine.explain.attribution import Attribution
from engine.explain.methods import METHODS
from gui.i18n.context import translator
from gui.i18n.texts import explain
from gui.look.numbers_text import number

_tr = translator("Explained")


@dataclass(frozen=True)
class MethodText:
    """The texts of one baseline, in English.

    Attributes:
        title: its name.
        says: what it does, in one sentence.
    """

    title: str
    says: str


METHOD_SAYS: Mapping[str, Note] = {
    "gradxinput": Note(
        "How the answer would change with each step, if the network were as linear as it is here.",
    ),
    "ig": Note(
        "The gradient collected on the way from a baseline to what is read; all steps together make "
        "the difference of the answers.",
    ),
    "lrp": Note(
        "The answer is shared out backwards through the gates, and none of it is lost.",
    ),
    "occlusion": Note(
        "Each step is left out, and the network reads again: how far does the answer fall?",
    ),
}
"""What each method does, by its name in `engine.explain.methods`."""


def method_title(name: str) -> str:
    """What a method is called."""
    return explain(METHODS[name].title)


def method_says(name: str) -> str:
    """What a method does."""
    return explain(METHOD_SAYS[name])


BASELINE_TEXTS: Mapping[str, MethodText] = {
    "zero": MethodText("zero", "Nothing at all: every number that is read is 0."),
    "padding": MethodText("padding", "Every step is padding."),
    "unknown": MethodText("unknown word", "Every step is the mark for unknown words."),
    "removed": MethodText("left out", "The step is taken out, and the others close up."),
}
"""What stands for nothing, or in a step's place, by its name in the engine."""


def explained_name(answer: Attribution) -> str:
    """What is explained: the logit, an output, or a hidden state."""
    return {"logit": _tr("logit"), "output": _tr("output"), "h": _tr("hidden state")}[
        answer.explains
    ]


def explained_number(answer: Attribution, before: float | None) -> str:
    """The number that is explained; of an edited reading after that ``before`` the edits."""
    now = number(answer.answer, 3, sign=True)
    return now if before is None else f"{number(before, 3, sign=True)} → {now}"
