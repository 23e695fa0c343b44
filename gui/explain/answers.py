"""`RememberedAnswers`: what has been found out, as long as it is true and there is room for it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Hashable, Iterable
from typing import Any

from engine.errors import GatescopeError, ModelError, ReplayError
from engine.network.network import Network
from engine.replay.trace import Trace
from gui.kit.kept_bytes import make_room

Answer = Any
"""What a question's answer is; a `GatescopeError` where there is none."""

Of = Trace | Network
"""What an answer is of."""

MAX_BYTES = 2**28
"""Of the arrays of answers that nobody wants at the moment: 256 MB.  What is wanted comes on top:
a fading map of 5,000 steps has 200 MB, and its shares another 100."""


class GivenUp(GatescopeError):
    """The user waited for it no longer; it is kept in the answer's place until it is asked anew."""


class RememberedAnswers:
    """Answers by the keys of their questions, those used last at the end.

    An error that follows from network and sequence alone, which a `ReplayError` or a `ModelError`
    says, is an answer like any other.  Any other may have a cause outside (reviews that are
    missing, work that was cancelled, memory): it is kept while somebody wants the answer, so that
    it can be shown, and is forgotten as soon as nobody does; who asks again is answered anew.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[Of, Answer]] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._known

    def find(self, key: Hashable) -> Answer | None:
        """The answer, or why there is none; None while nobody knows."""
        if key in self._known:
            self._known.move_to_end(key)
        return self._known.get(key, (None, None))[1]

    def keep(self, key: Hashable, of: Of, answer: Answer, wanted: Collection[Hashable]) -> None:
        """Remember one.  Of what is not wanted, that which was used longest ago goes until the
        rest has at most `MAX_BYTES`."""
        self._known[key] = of, answer
        make_room(self._known, [each for each in self._known if each not in wanted], MAX_BYTES)

    def anew(self, keys: Iterable[Hashable]) -> None:
        """These are asked anew: what was given up is to be found out after all."""
        for key in keys:
            if isinstance(self._known.get(key, (None, None))[1], GivenUp):
                del self._known[key]

    def want(self, wanted: Collection[Hashable]) -> None:
        """Forget what went wrong and nobody wants to see any more, but for what lasts."""
        for key, (_, answer) in list(self._known.items()):
            lasts = isinstance(answer, ReplayError | ModelError)
            if key not in wanted and isinstance(answer, GatescopeError) and not lasts:
                del self._known[key]

    def keep_only(self, live: Iterable[Of]) -> None:
        """Forget what is of other traces and networks."""
        live = list(live)
        for key, (of, _) in list(self._known.items()):
            if not any(of is each for each in live):
                del self._known[key]
