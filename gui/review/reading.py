"""`Reading`: what is read next.  Owns the source of reviews and how they are encoded."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import shorten

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError, NotYet, TextError
from engine.network.network import Network
from engine.progress import Progress, check
from engine.session.session import Session
from engine.session.state import MAX_TEXT, EncodingState, ReviewState
from engine.text.corpus import Corpus
from engine.text.dictionary import Dictionary, imdb
from engine.text.encoding import Encoding
from engine.text.review import Review, encode
from engine.text.sources.imdb_package import COUNT, ImdbReviews
from engine.text.sources.offline import review_of
from engine.text.sources.reference import SourceReference
from engine.written_in import encoding_in, encoding_note
from gui.kit.work import Latest
from gui.review.dictionaries import Dictionaries, DictionaryChoice, share_words
from gui.settings import Settings

FIRST_REVIEW = 14_880
"""The review of the very first launch: it praises, then turns.  It was held out in training,
and stands early in the CSV, so that it is found at once."""

FIRST_STEP = 44
"""Where the very first launch stands: after the praise, before the turn."""

LONG_TEXT = 20_000
"""Characters beyond which a text is encoded beside the window."""


MAX_QUOTED = 40
"""Characters of a text by which an error names it."""

ReadingRules = tuple[Dictionary, Encoding, int | None]
"""A dictionary, an encoding, and how many ids the network knows."""


@dataclass(frozen=True)
class HeldReview:
    """What waits until its lead has its words: what is read, where to stand, and the corpus that it
    is the first of, where that is taken with it."""

    review: ReviewState
    step: int | None
    corpus: Corpus | None = None


class Reading(QObject):
    """Opens reviews, by number from a corpus or from a text, into the session.

    Where the focused network has a dictionary of its own, texts are cut and encoded by
    that one's rules; networks beside it read the same words in the same steps.

    Signals:
        failed(GatescopeError): nothing was opened; all is as before.
        corpus_changed(): another corpus is ready, see `corpus`.
        progressed(Progress | None): preparing goes on, or has ended.
        opened(): `number` is another than before.
        encoding_changed(): see `encoding`.
    """

    failed = Signal(object)
    corpus_changed = Signal()
    progressed = Signal(object)
    opened = Signal()
    encoding_changed = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.choices = settings.session.encoding  # as it is asked for, see `encoding`
        session.carries = self.choices.carries
        self._settings = settings
        self.corpus: Corpus | None = None
        self.reference = SourceReference()  # where the corpus comes from
        self._replaced: tuple[Corpus | None, SourceReference] | None = None  # until it is read
        self.number: int | None = None
        self._follows = False  # what is read is another than before by the user's hand
        self._goes_on = False  # the text that is read is the one before, further written
        self._text: str | None = None
        self._is_stopped = False
        self._pending: str | None = None  # a long text that is being encoded
        self._awaited: ReviewState | None = None  # what is to be restored once it is ready
        self.dictionaries = Dictionaries(session, settings, self)
        self.dictionaries.refusal = self._refusal_of
        self._used: ReadingRules | None = None
        self._held: HeldReview | None = None  # until the lead has its words
        session.failed.connect(self._stay)
        session.traces_changed.connect(self._forget_replaced)
        session.focus_changed.connect(self._follow_lead)
        session.panes_changed.connect(self._follow_lead)
        self.dictionaries.changed.connect(self._read_again)
        self.dictionaries.failed.connect(self.failed)
        self._preparing = Latest(self, self.progressed.emit)
        self._long_text = Latest(self)  # being encoded

    @property
    def offline(self) -> bool:
        """Whether the corpus is the offline IMDB reviews, which are remembered by number."""
        return self.reference.kind == "imdb"

    # -- encoding ----------------------------------------------------------------

    @property
    def encoding(self) -> Encoding:
        """How texts become ids, as the settings have it; of a network with its own
        dictionary, as that has it, in the model's own length."""
        return self._encoding_by(self.choices, self._choice)

    def _encoding_by(self, choices: EncodingState, choice: DictionaryChoice | None) -> Encoding:
        chosen = Encoding(
            num_words=choices.num_words or None,
            length=choices.length,
            padding="post" if choices.padding == "post" else "pre",
            truncating="post" if choices.truncating == "post" else "pre",
        )
        if (lead := self.lead) is None or choice is None:
            return chosen
        encoding = choice.dictionary.encoding(chosen)
        # A foreign model was built for its own length; with ours, any may be tried.
        foreign = choice.origin == "assumed" or not choice.dictionary.is_imdb
        return encoding.at(lead.length) if foreign and lead.length else encoding

    @property
    def lead(self) -> Network | None:
        """The network by whose rules texts are cut: the focused one, if it reads words."""
        focused = self._session.focused
        panes = self._session.panes if focused is None else (focused, *self._session.panes)
        return next((pane.network for pane in panes if pane.network.reads_words), None)

    @property
    def _choice(self) -> DictionaryChoice | None:
        """The lead's dictionary, and why it has it."""
        return None if self.lead is None else self.dictionaries.of(self.lead)

    @property
    def dictionary(self) -> Dictionary:
        """The lead's dictionary."""
        return imdb() if self._choice is None else self._choice.dictionary

    def _rules(self) -> ReadingRules:
        """What decides how a text is read; what networks have in common each limits itself."""
        return self._rules_by(self.choices, self._choice)

    def _rules_by(self, choices: EncodingState, choice: DictionaryChoice | None) -> ReadingRules:
        lead, dictionary = self.lead, imdb() if choice is None else choice.dictionary
        size = None if lead is None or dictionary.is_imdb else lead.vocabulary_size
        return dictionary, self._encoding_by(choices, choice), size

    def _unreadable(self, rules: ReadingRules) -> GatescopeError | None:
        """Why what is open, or waits, could not be read by other rules; None where it can, or only
        stands in for something else."""
        is_nothing = self._held is None and self._session.review is None
        if is_nothing or self._awaited is not None:
            return None
        corpus = self.corpus if self._held is None else self._held.corpus or self.corpus
        number = self.number if self._held is None else self._held.review.number
        try:
            if self.text is not None:
                self._review_of(self.text, rules)
            elif number is not None:
                self._review(number, rules, corpus)
        except GatescopeError as error:
            return error
        return None

    def _refusal_of(self, network: Network, choice: DictionaryChoice) -> GatescopeError | None:
        """Why a network cannot have a dictionary while that is open what is: its lead's rules read
        nothing of it; None where it can."""
        lead = self.lead
        if lead is None or not share_words(lead, network):
            return None
        reason = self._unreadable(self._rules_by(self.choices, choice))
        if reason is None:
            return None
        return TextError(
            "What is read, {text}, cannot be read by the words of {dictionary}, so {network} keeps "
            "those that it has. {reason}",
            text=self._title,
            dictionary=choice.dictionary.tokenizer.title,
            network=network.name,
            reason=reason,
        )

    @property
    def _title(self) -> str:
        """What is called what is open, or waits; a text of the user's own is quoted as it begins."""
        if self.text is not None:
            return f"“{shorten(self.text[:LONG_TEXT], MAX_QUOTED, placeholder='…')}”"
        held, corpus, number = self._held, self.corpus, self.number
        if held is not None:
            corpus, number = held.corpus or corpus, held.review.number
        return f"{ImdbReviews.title if corpus is None else corpus.title} #{number}"

    def _follow_lead(self, *_: object) -> None:
        """Another network is in focus: if it has other rules, the text is read by them."""
        if self._held is not None or (self._used is not None and self._rules() != self._used):
            self.encoding_changed.emit()
            self._read_again()

    def _holds(self, review: ReviewState, step: int | None, corpus: Corpus | None = None) -> bool:
        """Whether a review waits: which words the lead reads is still being looked for.  So does
        the ``corpus`` that it is to be the first of."""
        lead = self.lead
        if lead is None or not self.dictionaries.is_searched(lead):
            self._held = None
            return False
        self._long_text.cancel()  # by the rules of another
        self._pending, self._held = None, HeldReview(review, step, corpus)
        return True

    def _read_again(self, *_: object) -> None:
        """Read what waits for its words, or the same text again, standing at the same step."""
        if self._held is not None or self._session.review is not None:
            self._read(self._session.step)
        elif self._session.busy:
            self._session.read_anew()  # the first review, by the words that are known now

    def _read(self, step: int | None = None) -> None:
        """Read what is open, or waits."""
        if self._held is not None:
            review, step, corpus = self._held.review, self._held.step, self._held.corpus
            if review.number is None:
                self._read_text(review.text, step)
            elif corpus is not None:
                self._take(corpus, review.source, review.number, step)
            else:
                self._open(review.number, step)
        elif self.text is not None:
            self._read_text(self.text, step)
        elif self.number is not None:
            self._open(self.number, step)
        elif self._session.review is not None:
            self._session.read_anew()

    def set_encoding(self, num_words: int, length: int, padding: str, truncating: str) -> None:
        """Choose another encoding, see `EncodingState`, and read the same text with it at once;
        0 words leave their number to each network, a length has 1 to 1,000 steps."""
        choices = EncodingState(num_words, length, padding, truncating, self.choices.carries)
        if choices == self.choices:
            return
        if (refusal := self._unreadable(self._rules_by(choices, self._choice))) is not None:
            self.encoding_changed.emit()  # who asked is told what is there still
            self.failed.emit(refusal)
            return
        self.choices = choices
        self.encoding_changed.emit()
        self._read()

    def set_carry(self, carries: bool) -> None:
        """Let each review that is opened begin with the state that the one before it left, or with
        none."""
        self.choices = replace(self.choices, carries=carries)
        self._session.carries = carries
        self.encoding_changed.emit()

    # -- reviews by number -------------------------------------------------------

    def open_number(self, number: int, step: int | None = None) -> None:
        """Open a review of the corpus; before it is prepared, of the offline reviews."""
        self._give_up()
        self._follows = True
        self._open(number, step)

    def _open(self, number: int, step: int | None) -> None:
        if self._holds(ReviewState(self.reference, number), step):
            return
        self._used = self._rules()
        try:
            review = self._review(number, self._used, self.corpus)
        except GatescopeError as error:
            self._fail(error)
            return
        self._show(number, review, step)

    def _show(self, number: int, review: Review, step: int | None) -> None:
        """Read a review of the corpus."""
        self.number, self._text = number, None
        self._session.read(review, step, follows=self._follows)
        self.opened.emit()

    @staticmethod
    def _review(number: int, rules: ReadingRules, corpus: Corpus | None) -> Review:
        dictionary, encoding, size = rules
        if corpus is not None:
            return corpus.review(number, encoding, dictionary, size)
        text, label = ImdbReviews().quick(number)
        return replace(encode(text, dictionary, encoding, size), label=label, number=number)

    def sample(self, count: int, seed: int) -> list[Review]:
        """So many reviews of the corpus, drawn by a seed, each as it would be read now; before the
        corpus is prepared, of the offline reviews.  May be called in a thread.

        Raises:
            TextError: they cannot be read.
            Cancelled: the window closes.
        """
        dictionary, encoding, size = self._rules()
        corpus = self.corpus
        among = COUNT if corpus is None else len(corpus)
        numbers = np.random.default_rng(seed).permutation(among)[:count].tolist()
        reviews = []
        for number in numbers:
            check(lambda: self._is_stopped)
            if corpus is None:
                reviews.append(review_of(number, encoding, dictionary, size))
            else:
                reviews.append(corpus.review(number, encoding, dictionary, size))
        return reviews

    def go(self, change: int) -> None:
        """Open the next review (1), or the one before (-1)."""
        if self.number is None:
            self.open_number(0)
        elif self.corpus is not None:
            self.open_number((self.number + change) % len(self.corpus))
        elif self.number + change >= 0:
            self.open_number(self.number + change)

    def random(self) -> None:
        """Open a review by chance."""
        if self.corpus is not None and len(self.corpus):
            self.open_number(random.randrange(len(self.corpus)))

    # -- the user's own text -----------------------------------------------------

    def read_text(self, text: str, step: int | None = None, *, goes_on: bool = False) -> None:
        """Read a text the user typed, pasted or dropped; stand at its last word, or at ``step``.
        With ``goes_on`` it is the one before, further written: no state is carried from that."""
        self._give_up()
        self._follows, self._goes_on = True, goes_on
        self._read_text(text, step)

    def _read_text(self, text: str, step: int | None) -> None:
        if self._holds(ReviewState(text=text), step):
            return
        rules = self._used = self._rules()
        self._long_text.cancel()  # it has been overtaken

        def accept(review: Review) -> None:
            self.number, self._text, self._pending = None, text, None
            step_of = _last_word(review) if step is None else step
            self._session.read(review, step_of, follows=self._follows, goes_on=self._goes_on)
            self.opened.emit()

        if len(text) <= LONG_TEXT:
            try:
                review = self._review_of(text, rules)
            except GatescopeError as error:
                self._fail(error)
                return
            accept(review)
            return

        def work() -> Generator[Progress, None, Review]:
            yield Progress(0, 0, "Reading the text")
            return self._review_of(text, rules)

        def fail(error: GatescopeError) -> None:
            self._pending = None
            self._fail(error)

        self._pending = text
        self._long_text.start(lambda should_stop: work(), accept, fail)

    def _forget_replaced(self) -> None:
        self._replaced = None

    def _fail(self, error: GatescopeError) -> None:
        """Say that something cannot be read, unless it only stood in for what is to be read.  What
        was read before stays, and is read by networks that have waited for their words."""
        if any(isinstance(pane.problem, NotYet) for pane in self._session.panes):
            self._session.read_anew()
        if self._awaited is None:
            self.failed.emit(error)

    def _review_of(self, text: str, rules: ReadingRules) -> Review:
        dictionary, encoding, size = rules
        if self.corpus is not None and dictionary.agrees_with(self.corpus.dictionary):
            dictionary = self.corpus.dictionary  # which knows more words
        return encode(text, dictionary, encoding, size)

    def _stay(self) -> None:
        """Nothing could be read: what is on the screen is what is open, and of its own corpus."""
        before, self._replaced = self._replaced, None
        if (review := self._session.review) is not None:
            self.number = review.number
            self._text = review.text if review.number is None else None
        if before is not None:
            self.corpus, self.reference = before
            if self.corpus is None:
                self.prepare()
            else:
                self.corpus_changed.emit()
        if review is not None:
            self.opened.emit()

    # -- sources -----------------------------------------------------------------

    def begin(self) -> None:
        """Get the offline reviews ready, unless others are or will be: for the launch."""
        if not self._preparing.is_busy and self.corpus is None:
            self.prepare()

    def prepare(self) -> None:
        """Get the offline reviews ready, beside the window."""
        self.use_source(SourceReference())

    def use_source(
        self,
        source: SourceReference,
        prepare: Callable[[Callable[[], bool]], Generator[Progress, None, Corpus]] | None = None,
        number: int = 0,
        step: int | None = None,
    ) -> None:
        """Prepare a source beside the window and make it the corpus; one whose review cannot be
        read changes nothing.

        Args:
            source: where the reviews come from.
            prepare: what makes the corpus, where more is to be done than ``source.prepare``
                does; takes ``should_stop`` and yields progress.
            number, step: the review that is opened then, and where to stand in it.
        """

        def accept(corpus: Corpus) -> None:
            if self.corpus is None and source.kind == "imdb":  # of which a review is read already
                self._set_corpus(corpus, source)
                self._tell_notes(corpus)
            else:
                self._take(corpus, source, number, step)

        def fail(error: GatescopeError) -> None:
            self._fail_to_take(source, error)

        if source.kind != "imdb":
            self._awaited = None
        self._preparing.start(prepare or source.prepare, accept, fail)

    def _take(self, corpus: Corpus, source: SourceReference, number: int, step: int | None) -> None:
        """Make it the corpus, and read a review of it, once its lead has its words."""
        if self._holds(ReviewState(source, number), step, corpus):
            return
        rules = self._rules()
        try:
            review = self._review(number, rules, corpus)
        except GatescopeError as error:
            self._fail_to_take(
                source,
                TextError("{name} is not opened. {reason}", name=corpus.title, reason=error),
            )
            return
        self._give_up()
        self._used, self._follows = rules, False
        self._replaced = self.corpus, self.reference
        self.number, self._text = number, None  # who hears of a corpus finds a number of it
        self._set_corpus(corpus, source)
        self._show(number, review, step)
        self._tell_notes(corpus)

    def _tell_notes(self, corpus: Corpus) -> None:
        for note in corpus.notes:
            self.failed.emit(note)

    def _set_corpus(self, corpus: Corpus, source: SourceReference) -> None:
        self.corpus, self.reference = corpus, source
        self.corpus_changed.emit()

    def _fail_to_take(self, source: SourceReference, error: GatescopeError) -> None:
        self._awaited = None
        self.failed.emit(error)
        if self.corpus is None and source != self.reference:
            self.prepare()

    def open_source(
        self, path: Path, text_column: str | None = None, label_column: str | None = None
    ) -> None:
        """Read reviews from a table (CSV, TSV), a folder of texts, or one text file."""
        if path.is_file() and path.suffix.lower() == ".txt":
            try:
                data = path.read_bytes()
            except OSError as error:
                self.failed.emit(
                    GatescopeError(
                        "{path} cannot be read: {reason}. Check that you may open it.",
                        path=path.name,
                        reason=error.strerror or str(error),
                    )
                )
                return
            encoding = encoding_in(data) or "utf-8"
            self.read_text(data.decode(encoding, "replace"))
            if (note := encoding_note(path.name, encoding)) is not None:
                self.failed.emit(note)
            return
        where = str(path.absolute())
        if path.is_dir():
            self.use_source(SourceReference("folder", where))
        else:
            self.use_source(SourceReference("table", where, text=text_column, label=label_column))

    def cancel(self) -> None:
        """Give up preparing; what there was stays."""
        self._awaited = None
        self._preparing.cancel()

    def stop(self) -> None:
        """End all work; the window closes."""
        self._is_stopped = True
        self.dictionaries.stop()
        self._preparing.cancel()
        self._long_text.cancel()

    # -- the last session --------------------------------------------------------

    @property
    def text(self) -> str | None:
        """The user's own text that is read, or is about to be."""
        if self._held is not None:
            held = self._held.review
            return held.text if held.number is None else None
        return self._text if self._pending is None else self._pending

    @property
    def is_awaiting(self) -> bool:
        """Whether what is shown only stands in for what is to be read."""
        return any(each is not None for each in (self._awaited, self._pending, self._held))

    @property
    def is_preparing(self) -> bool:
        """Whether a corpus is being made ready."""
        return self._preparing.is_busy

    @property
    def state(self) -> ReviewState:
        """What is read, or is about to be, to be restored; before anything is, what was read
        last."""
        if self._awaited is not None:
            return self._awaited
        if self.text is not None:
            return ReviewState(text=self.text if len(self.text) <= MAX_TEXT else "")
        if self._held is not None:
            return self._held.review
        if self.number is None:
            return self._settings.session.review
        return ReviewState(self.reference, self.number)

    def restore(self) -> None:
        """Read what the session of the settings reads, or the first review."""
        self._give_up()
        self._follows = self._goes_on = False
        state = self._settings.session
        if state.encoding != self.choices:
            self.choices = state.encoding
            self._session.carries = state.encoding.carries
            self.encoding_changed.emit()
        review, step = state.review, None if state.reads == "numbers" else state.step
        if review.text:
            self._read_text(review.text, step)
        elif review.number is not None and review.source == self.reference:
            self._open(review.number, step)
        is_elsewhere = not review.text and review.source != self.reference
        if is_elsewhere:
            self._awaited = review  # already while the first one stands in for it
        if self._session.review is None and self._pending is None and self._held is None:
            self._open_first(None if is_elsewhere else step)
        if is_elsewhere:
            self.use_source(review.source, number=review.number or 0, step=step)
            self._awaited = review

    def stand_in(self) -> None:
        """Show the first review until the numbers are ready that were read last."""
        self._awaited = self._settings.session.review
        self._open_first()

    def _open_first(self, step: int | None = None) -> None:
        """Open the first review, at a step or where it opens; of another corpus, which has not that
        number, its own first."""
        if self.offline:
            self._open(FIRST_REVIEW, FIRST_STEP if step is None else step)
        else:
            self._open(0, None)

    def resume(self) -> None:
        """Read what is open, or what was read last; after numbers have been read."""
        if self._awaited is not None or (self.text is None and self.number is None):
            self.restore()
        elif not self._long_text.is_busy:
            self._read()

    def give_way(self) -> None:
        """Something else is read: what is only about to be read no longer takes its place."""
        self._long_text.cancel()
        self._held = None
        if self._awaited is not None and self._preparing.is_busy:
            self._preparing.cancel()
            if self.corpus is None:
                self.prepare()

    def _give_up(self) -> None:
        self.give_way()
        self._pending = self._awaited = None


def _last_word(review: Review) -> int:
    return len(review) - 1 - int(review.padding[::-1].argmin())
