"""`ComposeView`: a review of the user's own, read while it is typed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from engine.session.session import Session
from engine.text.review import Review
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import label, name_widget, once, push_button
from gui.look.theme import GAP
from gui.review.counts import cut_text, steps_text
from gui.review.reading import LONG_TEXT, Reading

PATIENCE = 200
"""How long a text that is being read keeps what was said of the one before it, in ms."""


class ComposeView(View):
    """A box to write in, what the networks make of it, and sentences to begin with.

    A text that is too long for a box that is edited is shown by its beginning only; all
    of it is read.
    """

    _due = Signal()

    def __init__(self, session: Session, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._long: str | None = None
        self._waits = False
        self._goes_on = False  # what is typed goes on with the text that is read
        self.box = _Box()
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self._edited)
        self.box.document().contentsChange.connect(self._look_at_change)
        self.box.pasted_long.connect(self.show_long)
        self.says = label("dim", wraps=True, is_plain=True)
        self.again, self.reread = push_button(self.clear), push_button(self._read_again)
        for button in (self.again, self.reread):
            button.hide()
        self._invites = label("caption")
        # The reviews are English, whatever the language of the window.
        self.examples = [
            push_button(lambda _, text=text: self._take(text), "example") for text in EXAMPLES
        ]
        for button, text in zip(self.examples, EXAMPLES, strict=True):
            button.setText(text[:38].rsplit(" ", 1)[0] + "…")
            name_widget(button, text)
        self._offer = QFrame()
        column(self._invites, *self.examples, of=self._offer, margins=(0, GAP, 0, 0))
        column((self.box, 1), self.says, row(self.reread, self.again, None), self._offer, of=self)
        self._is_due = False
        # What is posted comes before the painting: the networks read while the letter is painted.
        self._due.connect(self._read_due, Qt.ConnectionType.QueuedConnection)
        # What is read within it changes no text twice.
        self._patience = once(self, self._say, PATIENCE)
        self.subscribe(session.traces_changed, self._stop_waiting)
        reading.opened.connect(self._opened)
        reading.failed.connect(self._stop_waiting)
        self._adopt()
        self.dress()

    def stop(self) -> None:
        """Follow the session no more; the window closes."""
        self._is_due = False
        self._patience.stop()
        self.unsubscribe()

    # -- the user's hand ---------------------------------------------------------

    def _edited(self) -> None:
        if self._long is None and not self._is_due:
            self._is_due = True
            self._due.emit()
        self._show_offer()

    def _look_at_change(self, at: int, removed: int, added: int) -> None:
        """Who leaves nothing of a text, or began in an empty box, writes another."""
        if added >= self.box.document().characterCount() - 1:
            self._goes_on = False

    def _read_due(self) -> None:
        if self._is_due:
            self._read()

    def _read(self) -> None:
        self._is_due = False
        text = self.box.toPlainText()
        self._waits = self._has_word(text)
        if self._waits:
            self._patience.start()
            self._reading.read_text(text, goes_on=self._goes_on)
        self._say()

    def _read_again(self) -> None:
        """Read the text in the box, in place of another review."""
        if self._long is not None:
            self.show_long(self._long)
        else:
            self._read()

    def _has_word(self, text: str) -> bool:
        """Whether there is anything to read, by the rules of the dictionary in use."""
        return self._reading.dictionary.tokenizer.rules.has_word(text)

    def show_long(self, text: str) -> None:
        """Read a text that is too long for the box, and show its beginning."""
        self._is_due = False
        self._show_text(text, is_long=True)
        self._waits = True
        self._reading.read_text(text)
        self._show_offer()
        self._say()

    def clear(self) -> None:
        """Begin another text."""
        self._long = None
        self.box.setReadOnly(False)
        self.box.clear()
        self.box.setFocus()
        self._show_offer()
        self._say()

    def _take(self, text: str) -> None:
        # Through a cursor, so that undo brings the empty box back.
        self.box.selectAll()
        self.box.insertPlainText(text)
        self.box.setFocus()

    # -- events ------------------------------------------------------------------

    def _adopt(self) -> None:
        """Show a text that was read before this view was made."""
        review = self._session.review
        if self._reading.number is None and review is not None and review.text:
            self._show_text(review.text, is_long=len(review.text) > LONG_TEXT)
            self._goes_on = True
        self._show_offer()

    def _show_text(self, text: str, *, is_long: bool) -> None:
        """Show a text that is read already; of a long one the beginning, not to be edited."""
        self._long = text if is_long else None
        with QSignalBlocker(self.box):
            self.box.setPlainText(_beginning(text) if is_long else text)
        self.box.setReadOnly(is_long)

    def _opened(self) -> None:
        self._invite()
        self._goes_on = self._reading.text == self.box.toPlainText()
        if self._reading.number is not None:
            self._waits = False
        self._say()

    def _stop_waiting(self, *_: object) -> None:
        """It has been read, or cannot be."""
        self._waits = False
        self._say()

    # -- what it says ------------------------------------------------------------

    def _show_offer(self) -> None:
        empty = self._long is None and self.box.document().isEmpty()
        self._offer.setVisible(empty)
        self.again.setVisible(self._long is not None)

    def _say(self) -> None:
        if self._waits and self._patience.isActive():
            return  # what is said of the text before it stays for so long
        text = self._long if self._long is not None else self.box.toPlainText()
        review = self._session.review
        own = review is not None and self._reading.number is None
        shown = review is not None and own and review.text == text
        is_readable = self._long is not None or self._has_word(text)
        if not text:
            said = self.tr("What you type is read at once, word by word.")
        elif not text.strip():
            said = self.tr("There is no word yet.")
        elif shown and review is not None:
            said = self._describe(review)
        elif not is_readable:
            said = self.tr("There is no word yet, only punctuation.")
        elif self._waits:
            said = self.tr("Reading…")
        elif self._session.reads_numbers:
            said = self.tr("Numbers are shown, not this text.")
        elif review is not None:
            said = self.tr("Another review is shown.")
        else:
            said = self.tr("Nothing is shown.")
        if own and not is_readable:
            said += " " + self.tr("The text before it is still shown.")
        if self._long is not None:
            said += " " if said.endswith((".", "…")) else ". "
            said += self.tr("This text is too long to be edited here: the box shows its beginning.")
        self.reread.setVisible(is_readable and not shown and not self._waits)
        self.says.setText(said)

    def _describe(self, review: Review) -> str:
        """How the networks see the text that is read."""
        parts = [*filter(None, (steps_text(review), cut_text(review)))]
        read = [pane.trace.sequence for pane in self._session.panes if pane.trace is not None]
        reviews = [each for each in read if isinstance(each, Review)]
        unknown = [int(np.count_nonzero(each.unknown)) for each in reviews]
        if reviews and all(each.all_unknown for each in reviews):
            return ", ".join(parts) + ". " + self._say_unknown(review)
        if dropped := self._dropped(review):
            single = self.tr("1 not in the dictionary, dropped")
            several = self.tr("{count} not in the dictionary, dropped").format(count=f"{dropped:,}")
            parts.append(single if dropped == 1 else several)
        if any(unknown):
            parts.append(self.tr("{count} unknown").format(count=f"{max(unknown):,}"))
        return ", ".join(parts)

    def _say_unknown(self, review: Review) -> str:
        if not review.dictionary.is_imdb:
            return self.tr(
                "None of these words is in the network's dictionary. Is it the right one?"
            )
        return self.tr(
            "None of these words is in the vocabulary: the networks read them all as "
            "“unknown”. Try common English words."
        )

    @staticmethod
    def _dropped(review: Review) -> int:
        """How many words of the text its dictionary leaves out, as Keras's does without a
        word for unknown ones."""
        encoding = review.encoding
        if encoding.oov_char is not None or not review.text:
            return 0
        marks = int(encoding.start_char is not None)
        return len(review.dictionary.split(review.text)) + marks - len(review.tokens)

    def _invite(self) -> None:
        english, other = (
            self.tr("Type or paste a review in English…"),
            self.tr("Type or paste a text…"),
        )
        self.box.setPlaceholderText(english if self._reading.dictionary.is_imdb else other)

    def retranslate(self) -> None:
        """Set every text."""
        self._invite()
        self.box.setAccessibleName(self.tr("A review of your own"))
        self._invites.setText(self.tr("Or begin with one of these:"))
        self.again.setText(self.tr("Write another"))
        self.reread.setText(self.tr("Read this one again"))
        self._say()


EXAMPLES = (
    "This film was not bad at all: I loved the story, and the music was simply wonderful.",
    "I thought it would be great, but the plot is boring and the acting is terrible.",
    "The first half was so bad that I almost left. The last scene is one of the best ever made.",
    "It starts as an excellent movie with a good cast, and then nothing happens. What a waste.",
)
"""Sentences that turn around: what came first must be kept, or given up."""


class _Box(QPlainTextEdit):
    """A plain text box that hands a very long paste on instead of laying it out.

    Signals:
        pasted_long(str): the whole text that there would have been.
    """

    pasted_long = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, or hand the text on."""
        text = source.text()
        if len(text) + self.document().characterCount() > LONG_TEXT:
            cursor, old = self.textCursor(), self.toPlainText()
            start, end = cursor.selectionStart(), cursor.selectionEnd()
            self.pasted_long.emit(old[:start] + text + old[end:])
        else:
            self.insertPlainText(text)


def _beginning(text: str) -> str:
    """As much of a long text as is shown."""
    return text[:2000].rsplit(" ", 1)[0] + " …"
