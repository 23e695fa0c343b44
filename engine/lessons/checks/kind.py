"""`CheckKind`: a kind of question that is asked of a layer's reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.errors import Note
from engine.lessons.question import About, AskedQuestion


@dataclass(frozen=True)
class CheckKind:
    """One kind of question.

    Attributes:
        name: behind ``@check`` in a lesson.
        title: for people, in English.
        put: asks it.
        options: what a lesson may say of it; every kind takes ``kind``, the cell it is asked of.
        kind: the cell where a lesson names none; "" for the one that is shown.
        is_of_network: whether the answer depends on the network.
    """

    name: str
    title: Note
    put: Callable[[About], AskedQuestion]
    options: tuple[str, ...] = ()
    kind: str = ""
    is_of_network: bool = True

    def ask(self, about: About) -> AskedQuestion:
        """Put it, with the network that it is about."""
        asked = self.put(about)
        return replace(asked, networks=(about.trace.network,)) if self.is_of_network else asked
