"""`MapsPage`: a map of steps against steps a network, side by side, and a line of each below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout

from engine.session.pane import Shade
from gui.explain.page import Page, PageContext
from gui.explain.step_map import StepMap
from gui.kit.breaking import Breaking
from gui.kit.layouts import clear, column
from gui.kit.tips import tip
from gui.kit.widgets import label, push_button
from gui.look.icons import phosphor
from gui.look.theme import GAP, theme
from gui.plots.axis import StepAxis
from gui.plots.curves import Curves


class MapsPage(Page):
    """What pages of such maps have in common; one sets `maps`, a map a pane, and fills them.

    Attributes:
        shade: what the words may be coloured by here, a key of `Shade`.
    """

    shade = ""
    maps: Sequence[StepMap] = ()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GAP)
        self.caption = label("caption")
        self.colours = push_button(self._colour, checks=True)
        self.curves = Curves()
        self.curves.step_asked.connect(self.go)
        self.curves.stepped.connect(self.move_on)
        self.curves.show_whole(True)
        self.axis = StepAxis()
        self.axis.step_asked.connect(self.go)
        below = column((self.curves, 1), self.axis, spacing=0)
        head = Breaking((self.caption,), (self.colours,))
        column((self._grid, 3), head, (below, 1), of=self.body, spacing=GAP // 2)
        self.subscribe(self.session.focus_changed, self.show_shade)
        self.subscribe(self.session.shade_changed, self.show_shade)

    def places(self) -> Sequence[int]:
        """The panes whose maps may colour the words."""
        raise NotImplementedError

    def show_maps(self) -> None:
        """Draw everything anew, once there are maps."""
        raise NotImplementedError

    def lay_out(self, maps: Sequence[StepMap]) -> None:
        """Put other maps side by side; the cursor moves in all of them."""
        clear(self._grid)
        for place, each in enumerate(maps):
            each.map.stepped.connect(self.move_on)
            each.axis.step_asked.connect(self.go)
            self._grid.addWidget(each, 0, place)

    def move_cursor(self, step: int) -> None:
        """Move the cursor below the maps."""
        self.curves.show_step(step)
        self.axis.show_step(step)

    # -- what the user does ------------------------------------------------------

    def go(self, step: int) -> None:
        """Go to a step."""
        self.session.step = step

    def move_on(self, change: int) -> None:
        """Go so many steps on."""
        self.session.step += change

    def _colour(self, checked: bool) -> None:
        """The words take the colours of the focused network's map, or of the first that has one, or
        none."""
        if places := self.places():
            place = self.session.focus if self.session.focus in places else places[0]
            self.session.shade = Shade(place, self.shade) if checked else Shade()
        self.show_shade()

    def show_shade(self, *_: object) -> None:
        """Say whether the words have these colours."""
        self.colours.setChecked(self.session.shade.key == self.shade)

    # -- texts and colours -------------------------------------------------------

    def say_colours(self, says: str) -> None:
        """Say what the colours of the words are."""
        self.colours.setText(self.tr("Colour what is read by this map"))
        self.colours.setToolTip(tip(says))

    def restyle(self) -> None:
        """Colour lines and names."""
        super().restyle()
        self.colours.setIcon(phosphor("ph.paint-brush", color=theme().dim))
        if self.maps:
            self.show_maps()
