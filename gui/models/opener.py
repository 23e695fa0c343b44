"""`ModelOpener`: brings a model file into a pane, or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.library import entry_of
from engine.network.formats.registry import EXTENSIONS
from engine.network.network import Network
from engine.network.nonlinearity import with_nonlinearity
from engine.network.refusal import naming_file, why_not
from engine.network.together import ARCHITECTURES
from engine.own_files import OWN_FILES, kind_of
from engine.progress import Progress
from engine.session.pane import MAX_PANES
from engine.session.session import Session
from gui.kit.asking import ask_for_file
from gui.kit.work import ShouldStop, Work, start
from gui.look.meanings import Fact
from gui.settings import Settings


class ModelOpener(QObject):
    """Opens models into the session's panes.

    Bundled models are read at once.  A file from elsewhere is read in a child process
    with limits, waited for beside the window; until it is there, and if it never is, the
    window stays as it was.

    Signals:
        failed(GatescopeError): nothing was opened.
        opened(Network): it is in its pane.
        refused(Network, GatescopeError): it was read, but there is nothing to watch in it;
            the panes are as before.
        recent_changed(): the list of recent files is another.
        other_chosen(Path): what was chosen is no model, but what Gatescope itself saved.
        waiting(str): the name of the file that is being read, "" when none is.
    """

    failed = Signal(object)
    opened = Signal(object)
    refused = Signal(object, object)
    recent_changed = Signal()
    other_chosen = Signal(object)
    waiting = Signal(str)

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._added = 0  # works that add a pane have keys of their own, below zero
        self._works: dict[int, tuple[Work, Path]] = {}
        self._dialog: QFileDialog | None = None

    def open(
        self,
        path: Path,
        place: int | None = None,
        add: bool = False,
        then: Callable[[Network], object] | None = None,
        otherwise: Callable[[GatescopeError], object] | None = None,
        *,
        quietly: bool = False,
        weights: Path | None = None,
    ) -> None:
        """Open a model file in a pane, None for the focused one; or add one, if there is room.

        ``weights`` belongs to it, whatever it is called; once they have opened, they are known.

        ``then`` is called once it is in its pane; ``otherwise`` is told why it cannot be read,
        or watched, in place of `failed` and `refused`.  ``quietly`` leaves the focus where it is,
        and adds no pane where the one it was for has been closed or given away meanwhile.
        """
        target = self._session.focus if place is None else place
        if add:
            self._added -= 1
            target = self._added
        panes = self._session.panes
        replaced = panes[target].network if 0 <= target < len(panes) else None
        if (before := self._works.pop(target, None)) is not None:
            before[0].cancel()
        if entry_of(path) is not None:
            from engine.network.opening import open_network

            try:
                network = open_network(path)
            except GatescopeError as error:
                self._fail(target, error, otherwise)
                return
            self._accept(target, path, network, replaced, then, otherwise, quietly)
            return

        given = weights or self._settings.models.weights_of(path)

        def work(should_stop: ShouldStop) -> Generator[Progress, None, Network]:
            from engine.network.opening import open_safely

            yield Progress(0, 0, "Reading the model")
            return open_safely(path, should_stop=should_stop, weights=given)

        running = start(
            self,
            work,
            done=lambda network: self._accept(
                target, path, network, replaced, then, otherwise, quietly, weights
            ),
            failed=lambda error: self._fail(target, error, otherwise),
        )
        self._works[target] = running, path
        self._tell()

    def ask(self, window: QWidget | None, place: int | None = None, add: bool = False) -> None:
        """Let the user choose a file, then open it."""
        if self._dialog is not None:
            self._dialog.close()
        recent = self._settings.models.recent
        self._dialog = ask_for_file(
            window,
            self.tr("Open model"),
            lambda path: self._open_chosen(path, place, add),
            filters=self._filters(),
            folder=Path(recent[0]).parent if recent else None,
        )
        self._dialog.destroyed.connect(self._forget)

    def _filters(self) -> tuple[str, ...]:
        """Models and what Gatescope saved, which somebody may look for here too; each alone; all."""
        own = [kind.suffix for kind in OWN_FILES]
        models = (*EXTENSIONS, *ARCHITECTURES)  # which are read with their weights
        kinds = (
            (self.tr("Models, views, tasks, answers ({patterns})"), [*models, *own]),
            (self.tr("Models ({patterns})"), models),
            (self.tr("What Gatescope saved ({patterns})"), own),
        )
        named = (text.format(patterns=" ".join(f"*{end}" for end in ends)) for text, ends in kinds)
        return (*named, self.tr("All files (*)"))

    def _open_chosen(self, path: Path, place: int | None, add: bool) -> None:
        if kind_of(path) is None:
            self.open(path, place, add)
        else:
            self.other_chosen.emit(path)

    def _forget(self) -> None:
        self._dialog = None

    def recent(self) -> list[Path]:
        """The model files and folders opened last that are still there, newest first."""
        return [path for path in map(Path, self._settings.models.recent) if path.exists()]

    def fact(self, network: Network) -> Fact:
        """How good a network is, or at least how large."""
        entry = entry_of(network.path)
        accuracy = None if entry is None else entry.record.validation_accuracy
        if accuracy is not None:
            value = f"{accuracy:.3f}"
            text = self.tr("validation {accuracy}").format(accuracy=value)
            return Fact("validation_accuracy", value, text)
        value = f"{network.parameters:,}"
        return Fact("parameters", value, filled(self.tr("{count} parameters"), {"count": value}))

    @property
    def is_busy(self) -> bool:
        """Whether a model is being read."""
        return bool(self._works)

    def stop(self) -> None:
        """End all work: the window closes, or shows something else."""
        for work, _ in self._works.values():
            work.cancel()
        self._works.clear()
        self._tell()

    def choose_nonlinearity(
        self, network: Network, name: str, places: Collection[int] = range(MAX_PANES)
    ) -> None:
        """Let the RNNs of a network use ``tanh`` or ``relu``, where its file does not say which;
        in those of its panes."""
        made = with_nonlinearity(network, name)
        if made is network:
            return
        for place, pane in enumerate(self._session.panes):
            if pane.network is network and place in places:
                self._session.replace_network(place, made, keeps=True)
        self.opened.emit(made)

    # -- answers -----------------------------------------------------------------

    def _accept(
        self,
        target: int,
        path: Path,
        network: Network,
        replaced: Network | None,
        then: Callable[[Network], object] | None,
        otherwise: Callable[[GatescopeError], object] | None,
        quietly: bool,
        weights: Path | None = None,
    ) -> None:
        self._works.pop(target, None)
        reason = why_not(network)
        if reason is not None:
            self._tell()
            reason = naming_file(path, reason)
            if otherwise is None:
                self.refused.emit(network, reason)
            else:
                otherwise(reason)
            return
        session = self._session
        # Panes may have moved or gone while the file was read: the network tells which.
        if places := [at for at, pane in enumerate(session.panes) if pane.network is replaced]:
            place = target if target in places else places[0]
            session.open_network(place, network)
        elif not quietly:
            session.add_network(network)
            place = len(session.panes) - 1
        if not quietly:
            session.focus = place
        if entry_of(path) is None:
            self._settings.models.remember_weights(path, weights)
            self._settings.models.remember_recent(str(path.absolute()))
            self.recent_changed.emit()
        self._tell()
        self.opened.emit(network)
        if then is not None:
            then(network)

    def _fail(
        self,
        target: int,
        error: GatescopeError,
        otherwise: Callable[[GatescopeError], object] | None = None,
    ) -> None:
        _, path = self._works.pop(target, (None, None))
        self._tell()
        if path is not None and not path.exists():
            # A file that is gone does not stay in the list of recent ones.
            name = str(path.absolute())
            if name in self._settings.models.recent:
                self._settings.models.recent.remove(name)
                self.recent_changed.emit()
        (otherwise or self.failed.emit)(error if path is None else naming_file(path, error))

    def _tell(self) -> None:
        self.waiting.emit(next((path.name for _, path in self._works.values()), ""))
