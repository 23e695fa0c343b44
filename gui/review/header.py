"""`ReviewHeader`: the line above what is read."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
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
from gui.look.scale import px, sized
from gui.look.theme import theme
from gui.naming import label_name
from gui.review.counts import steps_texts
from gui.review.listing import title
from gui.review.shade_menu import ShadeButton

SPACING = 12


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
        self._labels = (self._title, self._label, self.details, self.notes)
        row(*self._labels, (self._facts, 1), self.shade, of=self, spacing=SPACING)
        self.subscribe(session.traces_changed, self.show_review)
        self.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The signal says whose it is where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        others = [each for each in self._labels if not each.isHidden()]
        taken = sum(each.sizeHint().width() + px(SPACING) for each in others)
        self.shade.fit(self.width() - taken - px(SPACING))

    def rescale(self) -> None:
        """See `resizeEvent`."""
        self._fit()

    def retranslate(self) -> None:
        """Set the texts."""
        self.shade.show_shade()
        hint = self.tr("What the network reads: text, tokens, ids (Ctrl+I)")
        name_widget(self.details, self.tr("What the network reads"), hint)
        self.show_review()

    def show_review(self) -> None:
        """Say what is read."""
        self._set_texts()
        self._fit()

    def _set_texts(self) -> None:
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
                steps = filled(self.tr("{steps} steps"), {"steps": f"{len(sequence):,}"})
                shorter = [*self._ways(numbers, notes), steps]
                self._facts.say(*dict.fromkeys(shorter))
            self._title.setToolTip("")
            self._facts.setToolTip(
                tip("\n".join([meaning("numbers", numbers), *map(explain, notes)]))
            )
            return
        own = review.title or self.tr("Your own text")
        self._title.setText(own if review.number is None else title(review.number))
        self._label.setText(label_name(-1 if review.label is None else review.label))
        ways = list(steps_texts(review))
        self._facts.say(*ways)
        self._title.setToolTip(tip(meaning("review") if review.number is not None else ""))
        self._label.setToolTip(tip(meaning("label")))
        self._facts.setToolTip(tip(meaning("lengths", ways[0])))

    def _ways(self, numbers: str, notes: tuple[Note, ...]) -> list[str]:
        """What is read, with all that had to be assumed, or the first of it; the tip has all."""
        said = [explain(note) for note in notes]
        noted = [f"{numbers} · {' '.join(said[:n])}" for n in range(len(said), 0, -1)]
        return [*noted, numbers]

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
