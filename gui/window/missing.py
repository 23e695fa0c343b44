"""`MissingDialog`: what a view needs and is not there, to be pointed at or left out."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path, PurePosixPath

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QLabel, QPushButton, QWidget

from engine.digest import digest_of
from engine.errors import ModelError
from engine.progress import Progress
from engine.session.references import Reference
from gui.kit.asking import ask_for_file, ok_and_cancel
from gui.kit.layouts import column, grid_of
from gui.kit.widgets import label
from gui.kit.work import ShouldStop, start
from gui.look.scale import sized
from gui.look.theme import GAP


class MissingDialog(QDialog):
    """A row for each file, with a button to choose another; these are in ``chosen``.

    Args:
        weights_of: the weights that a model's file is opened with, if they were named once.
    """

    def __init__(
        self,
        parent: QWidget | None,
        view: Path,
        missing: list[Reference],
        weights_of: Callable[[Path], Path | None] = lambda path: None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open view"))
        self._view, self._weights_of = view, weights_of
        self.chosen: dict[Reference, Path] = {}
        self.states: dict[Reference, QLabel] = {}
        self.choosers: dict[Reference, QPushButton] = {}
        title = self.tr("{name} needs files that are not here").format(name=view.name)
        note = self.tr("Choose each where you have it. What is not chosen is left out.")
        rows = grid_of(across=2 * GAP, down=2 * GAP, grows=0)
        for place, reference in enumerate(missing):
            self._add_row(rows, place, reference)
        self.buttons = ok_and_cancel(self, self.tr("Open"), self.tr("Cancel"))
        column(
            label("heading", title, wraps=True),
            label("dim", note, wraps=True),
            GAP,
            rows,
            GAP,
            None,
            self.buttons,
            of=self,
            margins=(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP),
        )
        sized(self.setMinimumWidth, 520)

    def _add_row(self, rows: QGridLayout, row: int, reference: Reference) -> None:
        title, file = reference.name or _file_name(reference), _file_name(reference)
        name = f"{self._kind(reference)}: {title}"
        facts = [file] if title != file else []
        if reference.sha256:
            facts.append(f"SHA-256 {reference.sha256[:12]}…")
        state = label("dim", " · ".join(facts), wraps=True, is_plain=True)
        state.setToolTip("\n".join(filter(None, (reference.file, reference.sha256))))
        chooser = QPushButton(self.tr("Choose…"))
        chooser.setAutoDefault(False)
        chooser.setAccessibleName(self.tr("Choose {name}").format(name=name))
        chooser.clicked.connect(partial(self._ask, reference))
        state.setVisible(bool(facts))
        rows.addLayout(column(label("", name, wraps=True), state, spacing=2), row, 0)
        rows.addWidget(chooser, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.states[reference], self.choosers[reference] = state, chooser

    def showEvent(self, event: QShowEvent) -> None:
        """It is as high as its texts need; Qt would give each as much as in the narrowest dialog."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()  # for a text that has just become longer
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _kind(self, reference: Reference) -> str:
        return {
            "model": self.tr("Model"),
            "dictionary": self.tr("Dictionary"),
            "reviews": self.tr("Reviews"),
            "numbers": self.tr("Table"),
        }[reference.kind]

    def _ask(self, reference: Reference) -> QFileDialog:
        is_folder = reference.kind == "reviews" and not PurePosixPath(reference.file).suffix
        modes = QFileDialog.FileMode
        return ask_for_file(
            self,
            _file_name(reference),
            partial(self.choose, reference),
            folder=self._view.parent,
            mode=modes.Directory if is_folder else modes.ExistingFile,
        )

    def choose(self, reference: Reference, path: Path) -> None:
        """Take a file in place of a missing one, and say whether it is the same."""
        self.chosen[reference] = path
        self.states[reference].setText(path.name)
        self.states[reference].show()
        self._fit()

        def work(should_stop: ShouldStop) -> Generator[Progress, None, bool]:
            yield Progress(0, 0, "Reading the file")
            try:
                return self._is_same(reference, path, should_stop)
            except (OSError, ModelError):
                return False  # what is wrong with it is said when it is opened

        def say(is_same: bool) -> None:
            text = (
                self.tr("{file}: the same file")
                if is_same
                else self.tr(
                    "{file}: another file than the one that was saved; it is used all the same"
                )
            )
            if self.chosen[reference] == path:
                self.states[reference].setText(text.format(file=path.name))
                self._fit()

        if reference.sha256:
            start(self, work, done=say, failed=lambda error: None)

    def _is_same(self, reference: Reference, path: Path, should_stop: ShouldStop) -> bool:
        """Whether a file is the one that was saved, alone or with those that it is opened with.

        Raises:
            OSError, ModelError: it cannot be read.
            Cancelled: ``should_stop`` became true.
        """
        from engine.network.opening import open_safely

        if path.is_file() and digest_of(path) == reference.sha256:
            return True
        if reference.kind != "model":
            return False
        network = open_safely(path, should_stop=should_stop, weights=self._weights_of(path))
        return network.digest == reference.sha256


def _file_name(reference: Reference) -> str:
    return reference.file.replace("\\", "/").rpartition("/")[2]
