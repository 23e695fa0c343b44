"""`SourceView`: where the reviews come from; how far preparing them has come."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from engine.progress import Progress
from engine.text.corpus import Corpus
from engine.text.sources.reference import SourceReference
from gui.i18n.texts import corpus_title
from gui.kit.source_button import SourceButton
from gui.kit.work import ShouldStop
from gui.review.reading import Reading


class SourceView(SourceButton):
    """The offline reviews, Keras's, a table, or a folder."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__("ph.database", parent=parent)
        self._reading = reading
        self.waiting.cancelled.connect(reading.cancel)
        reading.progressed.connect(self.waiting.show_progress)
        reading.corpus_changed.connect(self.retranslate)
        self.dress()

    def fill_menu(self) -> None:
        """What can be read; a cached file may have come or gone."""
        menu = self.menu
        menu.addAction(self.tr("IMDB reviews, offline")).triggered.connect(self._reading.prepare)
        self.add_keras(menu)
        menu.addSeparator()
        menu.addAction(self.tr("Open CSV or TSV…")).triggered.connect(self.ask_table)
        menu.addAction(self.tr("Open folder of texts…")).triggered.connect(self.ask_folder)

    def add_keras(self, menu: QMenu) -> None:
        """The ways to Keras's own file: in its cache, to be downloaded, or anywhere else."""
        from engine.text.sources.keras_cache import cached_path

        if cached_path() is not None:
            for split, text in (
                ("train", self.tr("Keras imdb.npz, training half")),
                ("test", self.tr("Keras imdb.npz, test half")),
            ):
                half = SourceReference("keras", split=split)
                menu.addAction(text, partial(self._reading.use_source, half))
        else:
            half = SourceReference("keras", split="train")
            download = partial(self._reading.use_source, half, _download)
            menu.addAction(self.tr("Download Keras imdb.npz (17 MB)"), download)
        menu.addAction(self.tr("Choose an imdb.npz…")).triggered.connect(self.ask_keras)

    def ask_keras(self) -> None:
        """Let the user choose a copy of Keras's file."""
        filters = ("imdb.npz (*.npz)", self.tr("All files (*)"))
        self.ask_for(self.tr("Choose Keras's imdb.npz"), self.open_keras, filters)

    def open_keras(self, path: Path) -> None:
        """Read the training half of a copy of Keras's file."""
        self._reading.use_source(SourceReference("keras", str(path.absolute()), split="train"))

    def ask_table(self) -> None:
        """Let the user choose a table, then its columns."""
        filters = (
            self.tr("Tables (*.csv *.tsv *.tab *.txt *.xlsx *.xls *.xlsb *.ods)"),
            self.tr("All files (*)"),
        )
        self.ask_for(self.tr("Open reviews"), self.open_table, filters)

    def open_table(self, path: Path) -> None:
        """Ask which columns of a table have the texts and the labels, then read it."""
        from engine.errors import GatescopeError
        from gui.review.columns import ColumnsDialog

        self._folder = path.parent
        try:
            dialog = ColumnsDialog(path, self.window())
        except GatescopeError as error:
            self._reading.failed.emit(error)
            return
        dialog.chosen.connect(self._reading.use_source)
        dialog.open()

    def ask_folder(self) -> None:
        """Let the user choose a folder of texts."""
        mode = QFileDialog.FileMode.Directory
        self.ask_for(self.tr("Open folder of texts"), self._reading.open_source, mode=mode)

    def retranslate(self) -> None:
        """Name the source."""
        corpus = self._reading.corpus
        name = corpus_title("IMDB reviews" if corpus is None else corpus.title)
        spoken = self.tr("Source of the reviews: {name}").format(name=name)
        self.show_source(name, spoken, self.tr("Read other reviews: Keras's, a table, a folder"))


def _download(should_stop: ShouldStop) -> Generator[Progress, None, Corpus]:
    from engine.text.sources import imdb_keras, keras_cache

    path = yield from keras_cache.download(should_stop)
    return (yield from imdb_keras.prepare(path, should_stop=should_stop))
