"""`ClassNames`: what the classes of each network's answer are called."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import GatescopeError, TextError
from engine.library import MODELS
from engine.network.class_names import names_beside, read_names
from engine.network.network import Network
from engine.network.nonlinearity import file_digest
from engine.replay.written_names import written_names
from gui.i18n.languages import current
from gui.kit.asking import ask_for_file
from gui.naming import label_name, tag_names
from gui.settings import Settings

Source = Callable[[Network, int], tuple[str, ...]]


class ClassNames(QObject):
    """Finds names in a file beside the model, in one that was chosen, in what its decoder writes,
    or in its dictionary.

    Signals:
        changed(): names are others than before.
        failed(GatescopeError): a chosen file has no names.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._known: dict[str, tuple[str, ...]] = {}
        self.words: Source = lambda network, count: ()
        """The words of a network's dictionary, for one that answers with a word."""
        self.rates: Callable[[Network], bool] = lambda network: False
        """Whether a network is known to have learned how IMDB's reviews are rated."""

    def of(self, network: Network, count: int) -> tuple[str, ...]:
        """The names of so many classes; empty where they are not known, or are too few."""
        if network.path is None:
            return ()
        key = file_digest(network) or str(network.path)
        if key not in self._known:
            self._known[key] = self._names_for(network)
        names = self._known[key]
        if names and MODELS in network.path.parents:
            from engine.tasks.tagger import TAGS

            if names == TAGS:
                names = tag_names()  # a model of this window speaks its language
        if len(names) < count:
            key = f"{key}/words/{current()}"  # padding is called otherwise
            if len(self._known.get(key, ())) < count:
                self._known[key] = self.words(network, count)
            names = self._known[key]
        return names if len(names) >= count else ()

    def ends(self, network: Network) -> tuple[str, str]:
        """What 0 and 1 mean where the answer is one probability; "" where it is not known, and
        they are but numbers."""
        if names := self.of(network, 2):
            return names[0], names[1]
        return (label_name(0), label_name(1)) if self.rates(network) else ("", "")

    def forget_words(self) -> None:
        """Another dictionary was chosen: its words are others."""
        self._known = {}
        self.changed.emit()

    def use(self, network: Network, path: Path) -> None:
        """Read names from a file, and remember it for this model."""
        try:
            names = read_names(path)
        except GatescopeError as error:
            self.failed.emit(error)
            return
        self._known[file_digest(network) or str(network.path)] = names
        chosen = {**self._settings.models.class_names, file_digest(network): str(path.absolute())}
        self._settings.models.class_names = dict(list(chosen.items())[-200:])
        self.changed.emit()

    def ask(self, window: QWidget, network: Network) -> QFileDialog:
        """Let the user choose the file."""
        return ask_for_file(
            window,
            self.tr("Names of the classes"),
            partial(self.use, network),
            filters=(self.tr("Lists of names (*.txt *.json *.csv)"), self.tr("All files (*)")),
            folder=None if network.path is None else network.path.parent,
        )

    def _names_for(self, network: Network) -> tuple[str, ...]:
        """What is remembered, else what stands beside the model; a bad file counts for none."""
        assert network.path is not None
        remembered = self._settings.models.class_names.get(file_digest(network))
        for path in (Path(remembered) if remembered else None, names_beside(network.path)):
            if path is not None and path.is_file():
                try:
                    return read_names(path)
                except TextError:
                    continue
        return written_names(network)[0]
