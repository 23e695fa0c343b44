"""Which attention of a pane is shown: the layer and the head that were chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from engine.errors import GatescopeError
from engine.replay.attended import Attended
from engine.session.pane import Pane
from gui.explain.explaining import Explaining


def layers_of(pane: Pane) -> list[str]:
    """The calls of a pane's network that attend in what is read, in order."""
    return [] if pane.trace is None else list(pane.trace.attention)


def chosen_layer(explaining: Explaining, pane: Pane) -> str:
    """The one that is shown: the first of the chosen ones that it has, else its first; "" if it
    has none."""
    known = layers_of(pane)
    chosen = (name for name in explaining.asked.attends if name in known)
    return next(chosen, known[0] if known else "")


def chosen(explaining: Explaining, pane: Pane) -> Attended | None:
    """What is shown of a pane; None where nothing attends."""
    name = chosen_layer(explaining, pane)
    return pane.trace.attention[name] if pane.trace is not None and name else None


def why_nothing(pane: Pane) -> GatescopeError | None:
    """Why nothing is shown of a pane in which nothing attends; None while nobody knows."""
    if pane.trace is None:
        return pane.problem
    if pane.trace.written is not None and pane.trace.written.windows is not None:
        return GatescopeError(
            "Each written step was read in a window of its own, with attention of its own. "
            "Switch reading on off."
        )
    return GatescopeError(
        "{network} has no attention: no layer of it lets a step look at other steps, or none that "
        "is replayed.",
        network=pane.network.name,
    )


def chosen_head(explaining: Explaining, attended: Attended) -> int | None:
    """The head that is shown, from 0; None for the mean of all."""
    head = explaining.asked.head
    return head - 1 if 0 < head <= attended.heads else None


def choose_layer(explaining: Explaining, pane: Pane, name: str) -> None:
    """Show another layer of a pane; what is shown of other networks stays."""
    known = layers_of(pane)
    others = tuple(each for each in explaining.asked.attends if each not in known)
    explaining.asked = replace(explaining.asked, attends=(*others, name))


def head_name(head: int) -> str:
    """A head counted from 1, or the mean of all for 0."""
    if not head:
        return QCoreApplication.translate("AttentionPage", "mean of all heads")
    return QCoreApplication.translate("AttentionPage", "head {head}").format(head=head)


def choose_head(explaining: Explaining, head: int) -> None:
    """Show another head, from 1, of all that have so many; 0 for the mean."""
    explaining.asked = replace(explaining.asked, head=head)
