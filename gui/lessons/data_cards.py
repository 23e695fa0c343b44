"""`DataCards`: a card of the *Train* place, and the lecture's print-outs computed from the reviews
that are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from engine.errors import ReplayError
from engine.lessons.printouts import print_outs
from engine.session.state import ReviewState, SessionState
from engine.training.lecture import splits_as_lecture
from engine.training.preparation import Preparation, training_review
from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.widgets import push_button
from gui.lessons.context import LECTURE, LessonContext
from gui.lessons.picture import Options, Picture
from gui.lessons.printed_table import PrintedTable
from gui.look.theme import GAP
from gui.review.source import SourceView
from gui.training.card import Card, Shown
from gui.training.cards.lengths import LengthsCard
from gui.training.cards.one_hot import OneHotCard
from gui.training.cards.order_note import OrderNote
from gui.training.cards.padded import PaddedCard
from gui.training.cards.review import ReviewCard
from gui.training.cards.split import SplitCard

CARDS: Mapping[str, tuple[type[Card], str]] = {
    "review": (ReviewCard, "load"),
    "split": (SplitCard, "split"),
    "lengths": (LengthsCard, "lengths"),
    "padded": (PaddedCard, "padding"),
    "one_hot": (OneHotCard, "one_hot"),
}
"""By the option's value: the card, and the section of `print_outs` that belongs to it."""


class DataCards(Picture):
    """Where the reviews come from, one card about them, and the print-outs, the lecture's beside
    these."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        name = options.get("card", "")
        self.name = name if name in CARDS else "review"
        make, self.section = CARDS[self.name]
        self.card = make()
        self.printed = PrintedTable()
        self.nth, self.step = 0, 0
        self._preparation: Preparation | None = None
        self.train = push_button(lambda: context.train(self.part, ""))
        page = QWidget()
        inner = column(self.card, self.printed, of=page, spacing=2 * GAP)
        self.order: OrderNote | None = None
        if (reading := context.reading) is not None:
            self.source = SourceView(reading)
            self.order = OrderNote(self.source)
            self.order.hide()
            inner.insertWidget(0, self.source)
            inner.addWidget(self.order)
            self.subscribe(reading.corpus_changed, self._follow)
            if reading.corpus is None:
                reading.begin()
        inner.addLayout(row(self.train, None))
        inner.addStretch(1)
        self._inner = inner
        column((scrolling(page), 1), of=self.body)
        if isinstance(self.card, (ReviewCard, PaddedCard)):
            self.card.nth_asked.connect(self._choose_review)
        if isinstance(self.card, (PaddedCard, OneHotCard)):
            self.card.step_asked.connect(self._choose_step)
        self.dress()

    def _choose_review(self, nth: int) -> None:
        self.nth = nth
        self._follow()

    def _choose_step(self, step: int) -> None:
        self.step = step
        self._follow()

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; the review of the card, where it is about one, and its step."""
        reading, shown = self.context.reading, self.card.shown
        if reading is None or shown is None:
            return view
        if not isinstance(self.card, ReviewCard | PaddedCard | OneHotCard):
            return super().shown(view, window)
        review = ReviewState(reading.reference, shown.review.number)
        step = view.step if isinstance(self.card, ReviewCard) else shown.step
        place = f"train/{self.part}" if view.place.startswith("train/") else view.place
        return replace(view, review=review, step=step, place=place)

    @property
    def part(self) -> str:
        """The same card in the training, at the same review and step."""
        part, shown = f"data/{self.name}", self.card.shown
        if shown is None or not isinstance(self.card, ReviewCard | PaddedCard | OneHotCard):
            return part
        step = "" if isinstance(self.card, ReviewCard) else f"/{shown.step}"
        return f"{part}/{shown.nth}{step}"

    def show_all(self) -> None:
        """See `Picture.show_all`; while the reviews are prepared only the source is to be seen."""
        if (reading := self.context.reading) is None:
            raise ReplayError("Nothing is read yet. Open a review.")
        corpus = reading.corpus
        for part in (self.card, self.printed):
            part.setVisible(corpus is not None)
        if corpus is None:
            return
        preparation = self.context.prepared()
        assert preparation is not None
        if preparation is not self._preparation:
            self._preparation, self.nth = preparation, 0
        nth = min(self.nth, len(preparation.learned) - 1)
        review = training_review(preparation, LECTURE, nth)
        step = min(self.step, len(review) - 1)
        is_offline = reading.offline and splits_as_lecture(LECTURE, None)
        self.card.show_data(Shown(preparation, LECTURE, nth, review, step, True))
        when = self.tr("before the split") if self.section == "load" else self.tr("after the split")
        self.printed.show_lines(print_outs(self.section, preparation, LECTURE), when)
        if self.order is not None:
            self.order.setVisible(is_offline)

    def retranslate(self) -> None:
        """Name the button."""
        self.train.setText(self.tr("See it in Train"))
        super().retranslate()
