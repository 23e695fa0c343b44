"""`SurveyPanel`: the drawer of the whole corpus: what is read, by whom, and the pages about it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from engine.counting import filled
from engine.survey.workers import PROCESSES, THREADS
from gui.i18n.percent import percent_text
from gui.i18n.texts import corpus_title
from gui.kit.drawer import Drawer, scrolling
from gui.kit.form import Form
from gui.kit.layouts import column, grid_of, row
from gui.kit.page_buttons import PageButtons
from gui.kit.waiting import Waiting
from gui.kit.widgets import icon_button, label, name_widget, once, push_button
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme
from gui.naming import pane_names
from gui.survey.pages import SURVEY_PAGES
from gui.survey.surveying import Surveying

WIDTH = 280
DASK = "dask"
"""Among the workers: the scheduler whose address is typed."""

COUNTS = (500, 2_000, 10_000)
"""Sequences that may be drawn instead of all."""


class SurveyPanel(Drawer):
    """Pages that stand in the centre; what is read, how much of it, by which network.

    Signals:
        about_asked(str): open the guide at this page.
        place_asked(str): open another place.
        page_asked(str): show this page, or the panes with "".
    """

    about_asked = Signal(str)
    place_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, surveying: Surveying) -> None:
        super().__init__(WIDTH)
        self._surveying, self._session = surveying, surveying.session
        self._page = ""
        self._title = label("heading")
        self.about = icon_button(lambda: self.about_asked.emit("survey"), 14)
        self.pages = PageButtons(SURVEY_PAGES)
        self.pages.chosen.connect(self.page_asked)
        self._read_title, self.corpus = label("caption"), label("", wraps=True, is_plain=True)
        self.other = push_button(self._ask_for_corpus)
        self.networks, self.count, self.workers = QComboBox(), QComboBox(), QComboBox()
        self.networks.activated.connect(self._choose_network)
        self.count.activated.connect(lambda _: self._choose())
        self.workers.activated.connect(self._choose_workers)
        self.address = QLineEdit()
        self.address.setPlaceholderText("tcp://host:8786")
        self.address.editingFinished.connect(self._choose)
        self.form = Form(132)
        for field in (self.networks, self.count, self.workers, self.address):
            self.form.add(field)
        self.read = push_button(self._read, "primary")
        self.waiting = Waiting(200)
        self.waiting.cancelled.connect(surveying.give_up)
        surveying.progressed.connect(self.waiting.show_progress)
        place = grid_of()
        for each in (self.read, self.waiting):  # one place, which is kept: the pages stay put
            policy = each.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            each.setSizePolicy(policy)
            place.addWidget(each, 0, 0)
        self.summary = label("dim", wraps=True, is_plain=True)
        body = QWidget()
        column(
            row(self._title, None, self.about),
            *(self._read_title, self.corpus, self.other),
            *(self.form, place),
            GAP,
            *(self.pages, self.summary),
            None,
            of=body,
            margins=(2 * GAP, 2 * GAP - 2, 2 * GAP - 4, 2 * GAP),
        )
        area = scrolling(body)
        self._show_summary = once(self, lambda: area.ensureWidgetVisible(self.summary))
        column(area, of=self)
        for signal in (surveying.changed, surveying.answered):
            signal.connect(self._show)
        self.dress()

    def mark(self, name: str) -> None:
        """Another page is shown."""
        self._page = name
        self.pages.mark(name)

    # -- what the user does ------------------------------------------------------

    def _read(self) -> None:
        """Read; where no page is seen that would show what comes of it, open the first."""
        if self.workers.currentData() == DASK and not self.address.text().strip():
            self.summary.setText(self.tr("Type the address of the scheduler first."))
            self.address.setFocus()
            self._show_summary.start()
            return
        self._surveying.begin()
        if self._page not in self.pages.buttons:
            self.page_asked.emit(SURVEY_PAGES[0].name)

    def _choose_network(self, place: int) -> None:
        self._session.focus = place

    def _choose_workers(self, place: int) -> None:
        self.form.show_only({self.address: self.workers.itemData(place) == DASK})
        if self.workers.itemData(place) == DASK and not self.address.text().strip():
            self.address.setFocus()
        else:
            self._choose()

    def _choose(self) -> None:
        workers = str(self.workers.currentData())
        if workers == DASK:
            workers = self.address.text().strip()
        if workers:
            self._surveying.choose(int(self.count.currentData() or 0), workers)

    def _ask_for_corpus(self) -> None:
        network = self._surveying.network
        self.place_asked.emit("reviews" if network is None or network.reads_words else "numbers")

    # -- what is shown -----------------------------------------------------------

    def _show(self) -> None:
        surveying = self._surveying
        size, network = surveying.size, surveying.network
        is_words = network is None or network.reads_words
        if not size:
            text = self.tr("No numbers are open.") if not is_words else self.tr("Not known yet.")
        else:
            text = self.tr("{count} reviews") if is_words else self.tr("{count} windows")
            text = filled(text, {"count": f"{size:,}"})
        self.corpus.setText("\n".join(filter(None, (corpus_title(surveying.title), text))))
        with QSignalBlocker(self.networks):
            self.networks.clear()
            self.networks.addItems(pane_names(self._session))
            self.networks.setCurrentIndex(self._session.focus)
        with QSignalBlocker(self.count):
            self.count.clear()
            for count in COUNTS:
                if count < size or count == surveying.choices.count:
                    self.count.addItem(f"{count:,}", count)
            if surveying.choices.count and surveying.choices.count not in COUNTS:
                self.count.addItem(f"{surveying.choices.count:,}", surveying.choices.count)
            self.count.addItem(self.tr("all"), 0)
            self.count.setCurrentIndex(max(0, self.count.findData(surveying.choices.count)))
        self._show_workers()
        self.form.show_only({self.networks: self.networks.count() > 1})
        self.read.setEnabled(network is not None and not surveying.is_busy)
        self.read.setVisible(not surveying.is_begun)
        self._say_summary()

    def _show_workers(self) -> None:
        workers = self._surveying.choices.workers
        if self.address.hasFocus() or self.workers.view().isVisible():
            return  # which the user is at
        is_dask = workers not in (THREADS, PROCESSES)
        with QSignalBlocker(self.workers):
            self.workers.clear()
            for text, name in (
                (self.tr("threads"), THREADS),
                (self.tr("processes"), PROCESSES),
                (self.tr("a Dask scheduler"), DASK),
            ):
                self.workers.addItem(text, name)
            self.workers.setCurrentIndex(self.workers.findData(DASK if is_dask else workers))
        if is_dask:
            self.address.setText(workers)
        self.form.show_only({self.address: is_dask})

    def _say_summary(self) -> None:
        """How right the network is, once it has read."""
        network = self._surveying.network
        reading = None if network is None else self._surveying.reading_of(network)
        if reading is None:
            self.summary.setText("")
            return
        text = self.tr("{count} sequences of {steps} steps were read.").format(
            count=f"{len(reading.inputs):,}", steps=reading.inputs.steps
        )
        if reading.judged.any():
            text += " " + self.tr("{share} of {count} with a label are judged rightly.").format(
                share=percent_text(f"{100 * reading.right.mean():.1f}"),
                count=f"{int(reading.judged.sum()):,}",
            )
        self.summary.setText(text)

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Survey"))
        name_widget(self.about, self.tr("What is this?"))
        self._read_title.setText(self.tr("What is read"))
        self.other.setText(self.tr("Choose another…"))
        self.form.name(
            {
                self.networks: (self.tr("network"), self.tr("Which network the pages are about")),
                self.count: (
                    self.tr("how many"),
                    self.tr("Fewer than all are drawn by the seed 0: the same every time"),
                ),
                self.workers: (
                    self.tr("read by"),
                    self.tr("Threads or processes of this machine, or a Dask scheduler"),
                ),
                self.address: (
                    self.tr("at"),
                    self.tr("The address of the scheduler, such as tcp://host:8786"),
                ),
            }
        )
        self.read.setText(self.tr("Read the corpus"))
        self._show()

    def restyle(self) -> None:
        """Colour the icons."""
        self.about.setIcon(phosphor("ph.question", color=theme().dim))
        self.other.setIcon(phosphor("ph.folder-open", color=theme().dim))
