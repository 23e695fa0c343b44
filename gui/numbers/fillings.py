"""`Fillings`: what the auxiliary inputs of the networks are given."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.numbers.auxiliary import Filling
from engine.numbers.table import Table
from engine.sequence import Sequence
from engine.session.other_inputs import with_other_inputs
from engine.session.session import Session
from gui.kit.work import Latest


class Fillings(QObject):
    """By the name of an input.

    Signals:
        changed(): an input is given something else; it is to be read with.
        refused(): an input was not given what it was to be; all is as before.
        failed(GatescopeError): why; or what there is to say of a file.
        progressed(Progress | None): reading a file goes on, or has ended.
    """

    changed = Signal()
    refused = Signal()
    failed = Signal(object)
    progressed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._by_input: dict[str, Filling] = {}
        self._reading = Latest(self, self.progressed.emit)

    def of(self, name: str) -> Filling:
        """What an input is given."""
        return self._by_input.get(name, Filling())

    def fill(self, name: str, filling: Filling) -> None:
        """Give an input something else; what it cannot be given changes nothing."""
        fillings, pane = {**self._by_input, name: filling}, self._session.focused
        read = None if pane is None or pane.trace is None else pane.trace.sequence
        if pane is not None and read is not None:
            try:
                with_other_inputs(pane.network, read, fillings)
            except GatescopeError as error:
                self._refuse(error)
                return
        self._by_input = fillings
        self.changed.emit()

    def fill_from(self, name: str, path: Path) -> None:
        """Give an input the numbers of a file."""
        from engine.numbers.files import read_table

        def accept(table: Table) -> None:
            self.fill(name, Filling("file", table=table))
            for note in table.notes:
                self.failed.emit(note)

        self._reading.start(partial(read_table, path), accept, self._refuse)

    def _refuse(self, error: GatescopeError) -> None:
        self.refused.emit()
        self.failed.emit(error)

    def prepare(self, network: Network, sequence: Sequence) -> Sequence:
        """A sequence with what the auxiliary inputs of a network are given.

        Called in the thread that reads.

        Raises:
            TextError: the same sequence, or the file, does not fit an input.
        """
        return with_other_inputs(network, sequence, dict(self._by_input))

    def cancel(self) -> None:
        """Give up reading a file; what there was stays."""
        self._reading.cancel()
