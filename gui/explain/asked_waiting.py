"""`AskedWaiting`: how far it is with what somebody has asked, and with nothing else."""

from __future__ import annotations

from gui.explain.explaining import Asker
from gui.kit.waiting import Waiting


class AskedWaiting(Waiting):
    """Seen once the answers to somebody's questions take long; those of others are not told of.

    Args:
        asker: answers them.
        who: has asked, see `Asker.ask`.
    """

    def __init__(self, asker: Asker, who: str) -> None:
        super().__init__(500)
        self._asker, self._who = asker, who
        for signal in (asker.progressed, asker.answered):
            signal.connect(self._follow)

    def _follow(self, *_: object) -> None:
        self.show_progress(self._asker.progress_of(self._who))
