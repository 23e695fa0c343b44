"""`DataTab`: from the reviews to what a network reads, step by step as in the lecture."""

from __future__ import annotations

from collections.abc import Generator
from itertools import pairwise

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from engine.errors import GatescopeError
from engine.progress import Progress
from engine.session.session import Session
from engine.text.corpus import Corpus
from engine.training.lecture import splits_as_lecture
from engine.training.preparation import Preparation, prepare, training_review
from engine.training.recipes import Recipe
from gui.i18n.texts import explain
from gui.kit.drawer import scrolling
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import push_button
from gui.kit.work import Work, start
from gui.look.scale import px, sized
from gui.look.theme import GAP
from gui.review.reading import Reading
from gui.training.card import Card, Shown, line
from gui.training.card_flow import CardFlow
from gui.training.cards.embedding import EmbeddingCard
from gui.training.cards.form import DataForm
from gui.training.cards.lengths import LengthsCard
from gui.training.cards.one_hot import OneHotCard
from gui.training.cards.order_note import OrderNote
from gui.training.cards.padded import PaddedCard
from gui.training.cards.review import ReviewCard
from gui.training.cards.split import SplitCard
from gui.training.editor import PlanEditor

BESIDE = 1084
"""From this width on the fields stand beside two columns of cards, always in view."""

FORM_WIDTH = 360
WIDEST_FORM = 680
"""Above the cards; wider fields would look empty."""

AT_ONCE = 100_000
"""Reviews that are split while the user waits; more are split beside the window."""


class DataTab(View):
    """The source, the fields of the data, and cards that show what they do."""

    def __init__(self, session: Session, editor: PlanEditor, reading: Reading) -> None:
        super().__init__()
        self._editor, self._reading = editor, reading
        self._preparation: Preparation | None = None
        self._error: GatescopeError | None = None
        self._work: Work | None = None
        self._stale, self._stopped = True, False
        self._nth = 0
        self._awaited: Card | None = None  # that is to be in sight, once it is shown
        self._step: int | None = None  # the last one
        self._chosen = False
        self.form = DataForm(editor, reading)
        sized(self.form.setMaximumWidth, WIDEST_FORM)
        self.review, self.split, self.lengths = ReviewCard(), SplitCard(), LengthsCard()
        self.padded, self.one_hot = PaddedCard(), OneHotCard()
        self.embedding = EmbeddingCard(session)
        self.flow = CardFlow()
        for card in (
            *(self.review, self.split, self.lengths),
            *(self.padded, self.one_hot, self.embedding),
        ):
            card.setParent(self.flow)  # or those never shown would outlive the window
        self._build()
        self.review.nth_asked.connect(self._choose_review)
        self.padded.nth_asked.connect(self._choose_review)
        self.padded.step_asked.connect(self._choose_step)
        self.one_hot.step_asked.connect(self._choose_step)
        editor.changed.connect(self.refresh)
        reading.corpus_changed.connect(self._take_corpus)
        reading.progressed.connect(self._say)
        if reading.corpus is not None:
            self._use_these()
        self.dress()

    def _build(self) -> None:
        self.message = line("dim")
        self.prepare = push_button(self._reading.prepare)
        self.foreign = line("warning")
        self.use_these = push_button(self._use_these)
        self._notice, self._waiting, page = QWidget(), QWidget(), QWidget()
        self._page = page
        row((self.foreign, 1), self.use_these, of=self._notice)
        column(self.message, row(self.prepare, None), of=self._waiting, margins=(0, 2 * GAP, 0, 0))
        around = (2 * GAP, GAP, 2 * GAP, 2 * GAP)
        self.order = OrderNote(self.form.source)
        self.order.hide()
        parts = (self.form, self._notice, self._waiting, self.order, self.flow)
        self._column = column(*parts, None, of=page, margins=around)
        self.scroller = scrolling(page)
        self._beside = QWidget()
        sized(self._beside.setFixedWidth, FORM_WIDTH + 2 * GAP)
        self._side = column(None, of=self._beside, margins=(2 * GAP, GAP, 0, 2 * GAP))
        self._beside.hide()
        row(self._beside, (self.scroller, 1), of=self, spacing=0)

    # -- what is chosen ----------------------------------------------------------

    def _choose_review(self, nth: int) -> None:
        self._nth = nth
        self.refresh()

    def _choose_step(self, step: int) -> None:
        shown = self.one_hot.shown
        last = len(shown.review) - 1 if shown is not None else step
        self._step, self._chosen = None if step >= last else step, True
        self.refresh()

    def _use_these(self) -> None:
        self._editor.use_source(self._reading.reference)

    def _take_corpus(self) -> None:
        """Other reviews are ready: they are the plan's from now on."""
        self._nth = 0
        self._use_these()
        self.refresh()

    # -- what is shown -----------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def show_card(self, name: str) -> None:
        """Bring a card into sight by its name, once there is something on it."""
        cards: dict[str, Card] = {
            "review": self.review,
            "split": self.split,
            "lengths": self.lengths,
            "padded": self.padded,
            "one_hot": self.one_hot,
            "embedding": self.embedding,
        }
        self._awaited = cards.get(name)
        QTimer.singleShot(0, self, self._scroll)

    def show_review(self, nth: int, step: int | None = None) -> None:
        """Show another of the reviews that are learned from, and one of its steps; both from 0."""
        self._nth = nth
        if step is not None:
            self._step, self._chosen = step, True
        self.refresh()

    def _scroll(self) -> None:
        if (card := self._awaited) is not None and card.isVisible() and card.height() > 1:
            self._awaited = None
            self.scroller.verticalScrollBar().setValue(
                card.mapTo(self._page, QPoint(0, -px(GAP))).y()
            )

    def refresh(self) -> None:
        """Show what the plan and the reviews are now; hidden, do it when it is shown."""
        self._stale = True
        if self._stopped or not self.isVisible():
            return
        self._stale = False
        corpus, plan = self._reading.corpus, self._editor.plan
        if corpus is not None:
            self._error = None
            try:
                if (preparation := self._prepared(corpus, plan.recipe, plan.limit)) is not None:
                    self._show(preparation, plan.recipe)
            except GatescopeError as error:
                self._error = error
        self._say()
        if self._awaited is not None:
            QTimer.singleShot(0, self, self._scroll)  # cards have their places only then

    def _prepared(self, corpus: Corpus, recipe: Recipe, limit: int | None) -> Preparation | None:
        """The reviews, split; None while that is done beside the window."""
        if self._work is not None:
            self._work.cancel()
            self._work = None
        preparation = self._preparation
        if preparation is not None and preparation.is_of(corpus, recipe, limit):
            return preparation
        if len(corpus) <= AT_ONCE:
            self._preparation = prepare(corpus, recipe, limit)
            return self._preparation

        def later() -> Generator[Progress, None, Preparation]:
            yield Progress(0, 0, "Preparing the reviews")
            return prepare(corpus, recipe, limit)

        self._work = start(self, lambda stop: later(), done=self._accept, failed=self._fail)
        return None

    def _accept(self, preparation: Preparation) -> None:
        self._work, self._preparation = None, preparation
        self.refresh()

    def _fail(self, error: GatescopeError) -> None:
        self._work, self._error = None, error
        self._say()

    def _show(self, preparation: Preparation, recipe: Recipe) -> None:
        nth = min(self._nth, len(preparation.learned) - 1)
        review = training_review(preparation, recipe, nth)
        last = len(review) - 1
        step = last if self._step is None else min(self._step, last)
        offline, limit = self._reading.offline, self._editor.plan.limit
        lecture = offline and splits_as_lecture(recipe, limit)
        shown = Shown(preparation, recipe, nth, review, step, self._chosen, lecture)
        cards: list[Card] = [self.review, self.split, self.lengths, self.padded]
        cards += (
            [self.one_hot, self.embedding]
            if recipe.embedding is None
            else [self.embedding, self.one_hot]
        )
        for card in cards:
            card.show_data(shown)
        if tuple(cards) != self.flow.cards:
            self.flow.show_cards(cards)
            self._order_keys(cards)

    def _order_keys(self, cards: list[Card]) -> None:
        """Let the Tab key go through the cards in their order."""
        controls: dict[Card, QWidget] = {
            self.review: self.review.nth,
            self.lengths: self.lengths.finer,
            self.one_hot: self.one_hot.step,
            self.embedding: self.embedding.edit,
        }
        for before, after in pairwise([controls[card] for card in cards if card in controls]):
            self.setTabOrder(before, after)

    def stop(self) -> None:
        """Follow nothing more; the window closes."""
        self.embedding.unsubscribe()
        if self._work is not None:
            self._work.cancel()
        if not self._stopped:
            self._stopped = True
            self._editor.changed.disconnect(self.refresh)
            self._reading.corpus_changed.disconnect(self._take_corpus)
            self._reading.progressed.disconnect(self._say)

    # -- texts and places --------------------------------------------------------

    def _say(self, *_: object) -> None:
        """Say what there is instead of the cards, or that they are about other reviews."""
        corpus = self._reading.corpus
        preparing = self.form.source.waiting.isVisibleTo(self.form.source)
        if self._error is not None:
            self.message.setText(explain(self._error))
        elif corpus is None and not preparing:
            self.message.setText(self.tr("No reviews are ready."))
        else:
            self.message.setText(self.tr("The reviews are being prepared. This is done once."))
        has_cards = corpus is not None and self._error is None and bool(self.flow.cards)
        self.flow.setVisible(has_cards)
        plan = self._editor.plan
        is_lecture = splits_as_lecture(plan.recipe, plan.limit)
        self.order.setVisible(has_cards and self._reading.offline and is_lecture)
        self._waiting.setVisible(not has_cards)
        self.prepare.setVisible(corpus is None and not preparing)
        foreign = corpus is not None and self._editor.source != self._reading.reference
        self._notice.setVisible(foreign)

    def retranslate(self) -> None:
        """Set the texts."""
        self.prepare.setText(self.tr("Prepare the IMDB reviews"))
        self.foreign.setText(self.tr("The plan is to learn from other reviews than these."))
        self.use_these.setText(self.tr("Use these"))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields beside the cards where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= px(BESIDE)
        if beside != self._beside.isVisibleTo(self):
            (self._side if beside else self._column).insertWidget(0, self.form)
            self._beside.setVisible(beside)
