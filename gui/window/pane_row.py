"""`PaneRow`: the panes side by side, one for each network of the session."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSplitter

from engine.counting import filled
from engine.replay.edits import ReadOn
from engine.replay.trace import Trace
from gui.edits.edit_names import edit_title
from gui.i18n.texts import explain, network_title
from gui.kit.need import Need, highest
from gui.look.scale import px, sized
from gui.look.theme import GAP
from gui.panes.heights import MIN_WIDTH
from gui.panes.pane import PaneView
from gui.services import Services
from gui.window.dialogs import Dialogs

MIN_ASIDE = 136
"""Of a pane that only says why it shows nothing: room for its button."""


class PaneRow(QSplitter):
    """Opens and closes panes with the session; says how good each network is, and how sure
    its numbers are.

    Signals:
        place_asked(str): open this place of the window.
    """

    place_asked = Signal(str)

    def __init__(self, services: Services, dialogs: Dialogs) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._services, self._dialogs = services, dialogs
        self.views: list[PaneView] = []
        self._aside: list[bool] = []
        sized(self.setHandleWidth, 2 * GAP)
        self.setChildrenCollapsible(False)
        services.session.panes_changed.connect(self._show_panes)
        services.session.weights_changed.connect(self._show_badge)
        services.session.traces_changed.connect(self._share_anew)
        services.session.traces_changed.connect(self._show_badges)
        services.proofs.changed.connect(self._show_badge)
        services.runs.changed.connect(self._show_badges)
        services.runs.ended.connect(self._show_badges)

    @property
    def min_width(self) -> int:
        """The least width of the panes side by side."""
        count = max(1, len(self.views))
        return count * px(MIN_WIDTH) + (count - 1) * self.handleWidth()

    @property
    def need(self) -> Need:
        """How high it wants to be: as the pane that wants most."""
        return highest([view.need for view in self.views] or [Need(160, 160)])

    def _show_panes(self) -> None:
        keys = [pane.key for pane in self._services.session.panes]
        there = {view.key: view for view in self.views}
        spare = [view for view in self.views if view.key not in keys]
        before = len(self.views)
        self.views = []
        for place, key in enumerate(keys):
            # What was chosen in a pane goes along with it; a new one takes a closed one's view.
            view = there.get(key) or (spare.pop(0) if spare else None)
            if view is None:
                view = self._new_view(place)
            else:
                view.stand_at(place)
            if self.widget(place) is not view:
                self.insertWidget(place, view)
            self.views.append(view)
        for view in spare:
            view.unsubscribe()
            view.setParent(self.window())  # out of the splitter, and still Qt's to delete
            view.deleteLater()
        self._share_anew(anew=len(keys) != before)
        self._show_badges()

    def _share_anew(self, *, anew: bool = False) -> None:
        """Else they keep the widths that the user gave them."""
        if anew or self._aside != self._are_aside():
            self._share()

    def _are_aside(self) -> list[bool]:
        """Which panes only say that they do not read what another one shows."""
        panes = self._services.session.panes
        aside = [pane.trace is None and pane.problem is not None for pane in panes]
        return [each and not all(aside) for each in aside]

    def _share(self) -> None:
        """The same width for all; what does not read what is shown gives way to those that do."""
        self._aside = self._are_aside()
        for place, aside in enumerate(self._aside):
            self.setStretchFactor(place, 0 if aside else 1)
        count = max(1, len(self._aside))
        least = max(px(MIN_ASIDE), min(px(MIN_WIDTH), self.width() // (2 * count)))
        others = max(1, count - sum(self._aside))
        room = max(least, (self.width() - sum(self._aside) * least) // others)
        self.setSizes([least if aside else room for aside in self._aside])

    def _new_view(self, place: int) -> PaneView:
        view = PaneView(self._services.session, self._services.display, place)
        view.menu_asked.connect(lambda: self._dialogs.show_menu(view.place, view.header.name))
        view.place_asked.connect(self.place_asked)
        return view

    def _show_badges(self) -> None:
        for place in range(len(self.views)):
            self._show_badge(place)

    def _show_badge(self, place: int) -> None:
        if place < len(self.views):
            state, trace = (
                self._services.proofs.state(place),
                self._services.session.panes[place].trace,
            )
            reasons = self._why_not_written(place)
            if trace is not None and trace.edits:  # Keras was not edited
                says = self.tr("Changed by hand: {edits}. Pale behind it: the untouched reading.")
                titles = ", ".join(map(edit_title, trace.edits))
                only_writes = self._services.session.panes[place].only_reads_on
                self.views[place].header.show_badge(
                    self.tr("reads on") if only_writes else self.tr("edited"),
                    "warning",
                    "\n".join([says.format(edits=titles), *self._written(trace), *reasons]),
                )
            elif reasons:
                self.views[place].header.show_badge(
                    self.tr("cannot read on"), "dim", "\n".join(reasons)
                )
            else:
                self.views[place].header.show_badge(state.text, state.role, state.tip, state.short)
            self.views[place].header.show_fact(self._services.fact(place))

    def _written(self, trace: Trace) -> list[str]:
        """What is to be said of what a network wrote itself."""
        if trace.written is None:
            return []
        says = self.tr("From step {step} on it is written by {network} itself.")
        values = {"step": trace.written.first + 1, "network": network_title(trace.network.name)}
        return [filled(says, values), *map(explain, trace.written.notes)]

    def _why_not_written(self, place: int) -> list[str]:
        """Why the network of a pane does not read on, though it is asked to."""
        unfit = self._services.session.panes[place].unfit_edits
        return [explain(error) for edit, error in unfit.items() if isinstance(edit, ReadOn)]

    def changeEvent(self, event: QEvent) -> None:
        """Say all in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_badges()
        super().changeEvent(event)
