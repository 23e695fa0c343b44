"""`ReviewHeader`: the line above what is read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from engine.counting import filled
from engine.errors import Note
from engine.sequence import Sequence
from engine.session.session import Session
from gui.i18n.texts import explain
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import row
from gui.kit.tips import tip
from gui.kit.view import View
from gui.kit.widgets import label, name_widget
from gui.look.icons import phosphor
from gui.look.meanings import meaning
from gui.look.scale import sized
from gui.look.theme import theme
from gui.naming import label_name
from gui.review.counts import cut_text, steps_text
from gui.review.listing import title
from gui.review.shade_menu import ShadeButton


class ReviewHeader(View):
    """The line above the words: which review, its label, its padding; the colour button."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._title, self._label, self._facts = label("title"), label(), FittingLabel()
        self.notes = label("warning")
        self.details = QToolButton()
        self.details.setCursor(Qt.CursorShape.PointingHandCursor)
        sized(self.details.setIconSize, QSize(16, 16))
        self.shade = ShadeButton(session)
        labels = (self._title, self._label, self.details)
        row(*labels, self.notes, (self._facts, 1), self.shade, of=self, spacing=12)
        self.subscribe(session.traces_changed, self.retranslate)
        self.dress()

    def retranslate(self) -> None:
        """Set the texts."""
        self.shade.show_shade()
        hint = self.tr("What the network reads: text, tokens, ids (Ctrl+I)")
        name_widget(self.details, self.tr("What the network reads"), hint)
        review, sequence = self._session.review, self._session.sequence
        self.details.setVisible(review is not None)
        notes = () if sequence is None else sequence.notes
        self.notes.setVisible(bool(notes))
        self.notes.setText(filled(self.tr("{count} notes"), {"count": len(notes)}))
        self.notes.setToolTip(tip("\n".join(map(explain, notes))))
        if review is None:
            self._label.setText("")
            self._facts.say()
            numbers = ""
            self._title.setText(self.tr("No review yet"))
            if sequence is not None:
                self._title.setText(sequence.title or self.tr("Numbers"))
                numbers = self._numbers(sequence)
                self._facts.say(*(f"{numbers} · {note}" for note in self._ways(notes)), numbers)
            self._title.setToolTip("")
            self._facts.setToolTip(tip(meaning("numbers", numbers)))
            return
        own = review.title or self.tr("Your own text")
        self._title.setText(own if review.number is None else title(review.number))
        self._label.setText(label_name(-1 if review.label is None else review.label))
        lengths = " · ".join(filter(None, (steps_text(review), cut_text(review))))
        steps = filled(self.tr("{steps} steps"), {"steps": f"{len(review):,}"})
        # What is left out is said to be left out; the tip has it.
        cut = f"{steps} · {cut_text(review)}" if cut_text(review) else f"{steps} …"
        self._facts.say(lengths, cut, f"{steps} …")
        self._title.setToolTip(tip(meaning("review") if review.number is not None else ""))
        self._label.setToolTip(tip(meaning("label")))
        self._facts.setToolTip(tip(meaning("lengths", lengths)))

    def _ways(self, notes: tuple[Note, ...]) -> list[str]:
        """What had to be assumed: all of it, or the first."""
        said = [explain(note) for note in notes]
        return [" ".join(said[:most]) for most in range(len(said), 0, -1)]

    def _numbers(self, sequence: Sequence) -> str:
        """How many numbers are read."""
        steps = f"{len(sequence):,}"
        if sequence.inputs.ndim == 1:
            return filled(self.tr("{steps} steps"), {"steps": steps})
        text = self.tr("{steps} steps of {count} numbers")
        return filled(text, {"steps": steps, "count": sequence.inputs.shape[1]})

    def restyle(self) -> None:
        """Colour the icon."""
        self.details.setIcon(phosphor("ph.info", color=theme().dim))
