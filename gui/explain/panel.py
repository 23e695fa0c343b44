"""`ExplainPanel`: the drawer of explanations: what is asked, how, and where it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engine.session.pane import Shade
from engine.session.session import Session
from gui.explain.checks_section import ChecksSection
from gui.explain.deletion_section import DeletionSection
from gui.explain.explaining import Explaining
from gui.explain.methods_section import MethodsSection
from gui.explain.pages import PAGES
from gui.explain.target_section import ClassNames, TargetSection
from gui.kit.drawer import Drawer, scrolling
from gui.kit.layouts import column, row
from gui.kit.page_buttons import PageButtons
from gui.kit.tips import tip
from gui.kit.waiting import Waiting
from gui.kit.widgets import icon_button, label, name_widget, push_button
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme

WIDTH = 280


class ExplainPanel(Drawer):
    """Pages that stand in the centre; what is asked, by which methods; what may be believed.

    Signals:
        about_asked(str): open the guide at this page.
        export_asked(): write what is explained into a file.
    """

    about_asked = Signal(str)
    export_asked = Signal()

    def __init__(self, session: Session, explaining: Explaining, names: ClassNames) -> None:
        super().__init__(WIDTH)
        self._session, self._explaining = session, explaining
        self._title = label("heading")
        self.about = icon_button(lambda: self.about_asked.emit("explain"), 14)
        self.pages = PageButtons(PAGES)
        self.pages.chosen.connect(self._show)
        self.target = TargetSection(session, explaining, names)
        self.methods = MethodsSection(explaining)
        self.checks = ChecksSection(session, explaining)
        self.deletion = DeletionSection(session, explaining)
        self.colours = push_button(self._colour, checks=True)
        self.export = push_button(self.export_asked)
        self.waiting = Waiting(500)
        self.waiting.cancelled.connect(explaining.asker.give_up)
        explaining.progressed.connect(self.waiting.show_progress)
        body = QWidget()
        column(
            row(self._title, None, self.about),
            self.pages,
            GAP,
            *(self.target, self.methods, self.colours, self.export, self.waiting),
            GAP,
            self.checks,
            GAP,
            self.deletion,
            None,
            of=body,
            margins=(2 * GAP, 2 * GAP - 2, 2 * GAP - 4, 2 * GAP),
        )
        column(scrolling(body), of=self)
        explaining.page_changed.connect(self.pages.mark)
        self.pages.mark(explaining.page)
        for event in (session.shade_changed, session.panes_changed):
            self.subscribe(event, self._show_shade)
        self._show_shade()
        self.dress()

    def stop(self) -> None:
        """End all work; the window closes."""
        for section in (self.target, self.checks, self.deletion):
            section.unsubscribe()
        super().stop()

    def _show(self, name: str) -> None:
        self._explaining.page = name

    def _colour(self, checked: bool) -> None:
        """The words take the colours of the focused network's attribution, or none."""
        if self._session.panes:
            self._session.shade = Shade(self._session.focus, "attribution") if checked else Shade()
        self._show_shade()

    def _show_shade(self, *_: object) -> None:
        self.colours.setChecked(self._session.shade.key == "attribution")

    def retranslate(self) -> None:
        """Set every text."""
        self._title.setText(self.tr("Explain"))
        name_widget(self.about, self.tr("What is this?"))
        self.colours.setText(self.tr("Colour what is read by it"))
        self.colours.setToolTip(
            tip(
                self.tr(
                    "The steps take the colours of what each did for the answer of the focused "
                    "network, by the first of the methods"
                )
            )
        )
        self.export.setText(self.tr("Export explanation…"))
        self.export.setToolTip(
            tip(
                self.tr(
                    "A table (CSV) or arrays (NPZ) of attributions, memory, fading maps and attention"
                )
            )
        )

    def restyle(self) -> None:
        """Colour the icons."""
        self.about.setIcon(phosphor("ph.question", color=theme().dim))
        self.export.setIcon(phosphor("ph.export", color=theme().dim))
        self.colours.setIcon(phosphor("ph.paint-brush", color=theme().dim))
