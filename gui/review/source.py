"""`SourceView`: where the reviews come from; how far preparing them has come."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QToolButton, QWidget

from engine.progress import Progress
from engine.text.sources.reference import SourceReference
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.waiting import Waiting
from gui.kit.work import ShouldStop
from gui.look.icons import phosphor
from gui.look.theme import theme
from gui.review.reading import Reading

if TYPE_CHECKING:
    from engine.text.corpus import Corpus

Prepare = Callable[[ShouldStop], Generator[Progress, None, "Corpus"]]


class SourceView(View):
    """A button with the source's name and a menu of others; a bar while one is prepared."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.folder = ""
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        self.waiting = Waiting(parent=self)
        self.waiting.cancelled.connect(reading.cancel)
        column(row(self.button, None), self.waiting, of=self, spacing=4)
        reading.progressed.connect(self.waiting.show_progress)
        reading.corpus_changed.connect(self.retranslate)
        self.dress()

    # -- the menu ----------------------------------------------------------------

    def _fill(self) -> None:
        """Made anew each time: a cached file may have come or gone."""
        from engine.text.sources.keras_cache import cached_path

        menu = self.menu
        menu.clear()
        menu.addAction(self.tr("IMDB reviews, offline")).triggered.connect(self._reading.prepare)
        if cached_path() is not None:
            for split, text in (
                ("train", self.tr("Keras imdb.npz, training half")),
                ("test", self.tr("Keras imdb.npz, test half")),
            ):
                menu.addAction(text).triggered.connect(
                    lambda checked, split=split: self._reading.use_source(
                        SourceReference("keras", split=split)
                    )
                )
        else:
            action = menu.addAction(self.tr("Download Keras imdb.npz (17 MB)"))
            action.triggered.connect(
                lambda: self._reading.use_source(
                    SourceReference("keras", split="train"), _download()
                )
            )
        menu.addSeparator()
        menu.addAction(self.tr("Open CSV or TSV…")).triggered.connect(self.ask_table)
        menu.addAction(self.tr("Open folder of texts…")).triggered.connect(self.ask_folder)

    def ask_table(self) -> None:
        """Let the user choose a table, then its columns."""
        dialog = self._dialog(self.tr("Open reviews"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Tables (*.csv *.tsv *.tab *.txt)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda name: self.open_table(Path(name)))
        dialog.open()

    def open_table(self, path: Path) -> None:
        """Ask which columns of a table have the texts and the labels, then read it."""
        from engine.errors import GatescopeError
        from gui.review.columns import ColumnsDialog

        self.folder = str(path.parent)
        try:
            dialog = ColumnsDialog(path, self.window())
        except GatescopeError as error:
            self._reading.failed.emit(error)
            return
        dialog.chosen.connect(self._reading.use_source)
        dialog.open()

    def ask_folder(self) -> None:
        """Let the user choose a folder of texts."""
        dialog = self._dialog(self.tr("Open folder of texts"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._open_folder)
        dialog.open()

    def _open_folder(self, name: str) -> None:
        self.folder = name
        self._reading.open_source(Path(name))

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.folder:
            dialog.setDirectory(self.folder)
        return dialog

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Name the source."""
        corpus = self._reading.corpus
        name = self.tr("IMDB reviews") if self._reading.offline or corpus is None else corpus.title
        metrics = self.button.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 200)
        self.button.setText(shown + "  ▾")
        self.button.setToolTip(self.tr("Read other reviews: Keras's, a table, a folder"))
        self.button.setAccessibleName(self.tr("Source of the reviews: {name}").format(name=name))

    def restyle(self) -> None:
        """Colour the icon."""
        self.button.setIcon(phosphor("ph.database", color=theme().dim))


def _download() -> Prepare:
    def prepare(should_stop: ShouldStop) -> Generator[Progress, None, Corpus]:
        from engine.text.sources import imdb_keras, keras_cache

        path = yield from keras_cache.download(should_stop)
        return (yield from imdb_keras.prepare(path, should_stop=should_stop))

    return prepare
