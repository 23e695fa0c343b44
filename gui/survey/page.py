"""`SurveyPage`: what every page about a corpus is, whatever it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.counting import filled
from engine.errors import GatescopeError
from engine.network.network import Network
from engine.replay.edits import ReadOn, in_force
from engine.session.session import Session
from engine.survey.survey import Survey
from gui.i18n.texts import corpus_title, explain, network_title
from gui.kit.layouts import column, row
from gui.kit.need import Need
from gui.kit.page import CentrePage
from gui.kit.remedy import remedy
from gui.kit.tips import tip
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, push_button
from gui.look.icons import phosphor
from gui.look.scale import px
from gui.look.theme import GAP, theme
from gui.survey.surveying import Surveying, Wanted
from gui.survey.table import SurveyTable

MIN_HEIGHT, USUAL = 260, 420
"""Heights of a page."""


@dataclass(frozen=True)
class SurveyContext:
    """What the pages are built of: the window's session, and what is asked of the corpus."""

    session: Session
    surveying: Surveying


class SurveyPage(CentrePage):
    """A title, what was found in a sentence, and below it the answer, or why there is none yet.

    Sub-classes say what they want to know (`wanted`) and show the answer (`show_answer`); they fill
    `body` and name their tables.
    """

    is_limited = False
    """Whether the selection, while there is one, has to do with what it shows."""

    shown_table: SurveyTable | None = None
    """The table that is exported as CSV."""

    def __init__(self, context: SurveyContext) -> None:
        super().__init__()
        self.session, self.surveying = context.session, context.surveying
        self.answer: Any = None
        for text in (self.title, self.sentence):  # names of files are in them
            text.setTextFormat(Qt.TextFormat.PlainText)
        self.untouched = label("caption", wraps=True)
        self.subscribe(self.session.edits_changed, lambda *_: self._show_untouched())
        self.selected = push_button(self.surveying.let_go)
        self.selected.hide()
        self.waiting = Waiting(200)
        self.waiting.cancelled.connect(self.surveying.give_up)
        self.surveying.progressed.connect(self.waiting.show_progress)
        self.body, self.choices = QWidget(), QWidget()
        self.invitation = label("dim", wraps=True, is_plain=True)
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._mended_in = ""  # that the button opens; "" where it begins to read
        self.read = push_button(self._press, "primary")
        empty = QWidget()
        column(None, self.invitation, row(None, self.read, None), None, of=empty, spacing=GAP)
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(self.body)
        head = row(
            *(self.title, self.about, self.selected, None, self.export, self.close_page),
            spacing=GAP,
        )
        column(
            head,
            self.choices,
            self.sentence,
            self.untouched,
            self.waiting,
            (self.stack, 1),
            of=self,
            spacing=GAP // 2,
        )
        for signal in (self.surveying.changed, self.surveying.answered):
            signal.connect(self.update_answer)

    # -- what sub-classes say ----------------------------------------------------

    def wanted(self, network: Network) -> Wanted | None:
        """What is asked about the focused network; None where something is to be chosen first."""
        return None

    def show_answer(self, answer: Any) -> None:
        """Show what was found."""

    def show_choices(self, network: Network) -> None:
        """Offer what can be chosen of the focused network, before anything is known."""

    def want_what(self) -> str:
        """What is to be chosen first, where `wanted` has nothing to ask."""
        return ""

    # -- asking ------------------------------------------------------------------

    def update_answer(self) -> None:
        """Show what is known, and ask for what is not; nothing while the page is not seen."""
        if not self.isVisible():
            return
        self._show_selected()
        if (network := self.surveying.network) is None:
            self._say(self.tr("Open a network first."), can_read=False)
            return
        self.show_choices(network)
        if (wanted := self.wanted(network)) is None:
            self._say(self.want_what(), can_read=False)
            return
        answer = self.surveying.find(wanted)
        if answer is None:
            if self.surveying.is_begun:
                self._say("…", can_read=False)
            else:
                self._say(self._invitation(network), can_read=True)
        elif isinstance(answer, GatescopeError):
            place, text = remedy(answer)
            self._say(
                explain(answer),
                can_read=bool(place) or self.surveying.can_retry(answer),
                read=text or self.tr("Try again"),
            )
            self._mended_in = place
        else:
            self.answer = answer
            self.stack.setCurrentWidget(self.body)
            self.show_answer(answer)

    def _show_selected(self) -> None:
        """Name what is selected; a click lets go of it."""
        selection = self.surveying.selection if self.is_limited else None
        self.selected.setVisible(selection is not None)
        if selection is not None:
            text = (
                self.tr("{count} selected reviews")
                if selection.of_words
                else self.tr("{count} selected windows")
            )
            text = filled(text, {"count": f"{len(selection.numbers):,}"})
            self.selected.setText(text)
            self.selected.setToolTip(tip(self.tr("Take the whole corpus again (Esc)")))

    def escape(self) -> bool:
        """Let go of the selection, while the page shows it."""
        is_shown = self.is_limited and self.surveying.selection is not None
        if is_shown:
            self.surveying.let_go()
        return is_shown

    def _press(self) -> None:
        """Read, or lead to what is missing."""
        if self._mended_in:
            self.place_asked.emit(self._mended_in)
        else:
            self.surveying.begin()

    def _invitation(self, network: Network) -> str:
        count, title = self.surveying.count, corpus_title(self.surveying.title)
        values = {"network": network_title(network.name), "count": f"{count:,}", "corpus": title}
        if not network.reads_words:
            text = self.tr("Let {network} read {count} windows of {corpus}.")
        elif title:
            text = self.tr("Let {network} read {count} sequences of {corpus}.")
        elif count:
            text = self.tr("Let {network} read {count} reviews.")
        else:
            text = self.tr("Let {network} read the reviews that are open.")
        return filled(text, values)

    def _say(self, text: str, *, can_read: bool, read: str = "") -> None:
        """Say something in place of an answer; `read` is what the button says."""
        self.answer, self._mended_in = None, ""
        self.sentence.setText("")
        self.invitation.setText(text)
        self.read.setText(read or self.tr("Read the corpus"))
        self.read.setVisible(can_read)
        self.stack.setCurrentIndex(0)

    def _show_untouched(self) -> None:
        """Say that edits change nothing here, while there are any."""
        edits = in_force(self.session.edits)
        self.untouched.setVisible(not all(isinstance(each, ReadOn) for each in edits))

    def notes_of(self, *readings: Survey) -> str:
        """What went otherwise than asked while the corpus was read."""
        return " ".join(dict.fromkeys(explain(note) for each in readings for note in each.notes))

    def without_room(self, table: SurveyTable) -> str:
        """Which columns of a table have no room; "" for none."""
        if not table.left_out:
            return ""
        text = self.tr("No room for these columns, which an exported table has: {columns}.")
        return filled(text, {"columns": ", ".join(table.left_out)})

    # -- the window --------------------------------------------------------------

    @property
    def need(self) -> Need:
        """How high it wants to be."""
        return Need(px(MIN_HEIGHT), px(USUAL))

    @property
    def table(self) -> Callable[[Path], None] | None:
        """Writes the table that is shown."""
        table = self.shown_table
        return None if table is None or self.answer is None else table.writer()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask now."""
        super().showEvent(event)
        self.update_answer()

    def retranslate(self) -> None:
        """Set the texts of every page."""
        super().retranslate()
        self.untouched.setText(
            self.tr("Edits change nothing here: the corpus is read by the networks without them.")
        )
        self._show_untouched()
        self.update_answer()

    def restyle(self) -> None:
        """Draw in the colours of the moment."""
        super().restyle()
        self.selected.setIcon(phosphor("ph.x", color=theme().dim))
        self.update_answer()
