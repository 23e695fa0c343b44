"""`AttentionPage`: what every step takes of every other, network by network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.replay.attended import Attended
from engine.replay.trace import Trace
from gui.explain import attending
from gui.explain.attention_map import AttentionMap
from gui.explain.attention_table import write_attention
from gui.explain.maps_page import MapsPage
from gui.explain.page import PageContext
from gui.i18n.texts import explain
from gui.look.numbers_text import weight_text
from gui.look.theme import theme
from gui.naming import pane_names, step_title, step_word

Floats = npt.NDArray[np.float32]

NAMED = 3
"""Steps that are named of which most is taken."""


class AttentionPage(MapsPage):
    """A map a network: row q is what the query of step q takes, column k of the value of step k.
    Below, the row of the cursor's step, of all networks."""

    name, shade = "attention", "attention"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.maps: list[AttentionMap] = []
        self._placed: dict[int, Floats] = {}
        self._drawn: list[Trace | None] = []
        """The readings that the maps are of; others are drawn once the page is told of them."""
        self._high = 1.0
        self.curves.describe = lambda step, height: self._say_taken(step)
        for event in (self.session.traces_changed, self.session.panes_changed):
            self.subscribe(event, self.show_maps)
        self.follow_steps(self._show_step)
        self.explaining.changed.connect(self.show_maps)
        self.explaining.page_changed.connect(lambda _: self.show_maps())
        self.dress()
        self.show_maps()

    # -- what is shown -----------------------------------------------------------

    def shown(self, place: int) -> Attended | None:
        """The attention that is shown of a pane; None where nothing attends, or nothing is read."""
        return attending.chosen(self.explaining, self.session.panes[place])

    def _head(self, attended: Attended) -> int | None:
        return attending.chosen_head(self.explaining, attended)

    def places(self) -> list[int]:
        """The panes in which something attends."""
        return list(self._placed)

    def show_maps(self, *_: object) -> None:
        """Draw what attends in what is read."""
        if self.explaining.page != "attention":
            return
        panes = self.session.panes
        if len(self.maps) != len(panes):
            self.maps = [AttentionMap() for _ in panes]
            self.lay_out(self.maps)
            for place, each in enumerate(self.maps):
                each.map.clicked.connect(partial(self._choose, place))
                each.map.describe = partial(self._say_weight, place)
                each.layer_chosen.connect(partial(self._choose_layer, place))
                each.head_chosen.connect(self._choose_head)
        steps = max(1, self.session.steps)
        self._drawn = [pane.trace for pane in self.session.panes]
        shown = [self.shown(place) for place in range(len(self.maps))]
        self._placed = {
            place: each.on_time(steps, self._head(each))
            for place, each in enumerate(shown)
            if each is not None
        }
        self._high = max(
            (float(np.nanmax(each, initial=0.0)) for each in self._placed.values()), default=1.0
        )
        self._high = self._high if self._high > 0 else 1.0
        names = pane_names(self.session)
        for place, (each, attended) in enumerate(zip(self.maps, shown, strict=True)):
            pane = self.session.panes[place]
            if attended is None:
                each.has_choices = False
                each.name(names[place], theme().networks[place])
                each.say_nothing(self._why_nothing(place))
                continue
            layers = attending.layers_of(pane)
            layer = attending.chosen_layer(self.explaining, pane)
            head = self._head(attended)
            title = f"{names[place]} · {layer}" if len(layers) == 1 else names[place]
            each.name(title, theme().networks[place])
            each.show_choices(layers, layer, attended.heads, 0 if head is None else head + 1)
            each.show_weights(self._placed[place], self._high, steps)
        for each in self.maps:
            each.keep_room(any(other.has_choices for other in self.maps))
        self.axis.set_steps(steps)
        any_shown = bool(self._placed)
        for widget in (self.curves, self.axis, self.caption, self.colours):
            widget.setVisible(any_shown)
        self.show_shade()
        self._show_step(self.session.step)

    def _why_nothing(self, place: int) -> str:
        why = attending.why_nothing(self.session.panes[place])
        return "…" if why is None else explain(why)

    def _show_step(self, step: int) -> None:
        if self.explaining.page != "attention":
            return
        if self._drawn != [pane.trace for pane in self.session.panes]:
            return  # it is shown before it is told what was read meanwhile
        steps = max(1, self.session.steps)
        lines = []
        for place, each in enumerate(self.maps):
            if (attended := self.shown(place)) is None:
                continue
            each.show_step(step)
            each.show_query(self._query_step(attended, step))
            if (taken := self._row(place, step)) is not None:
                lines.append((taken, theme().networks[place]))
        self.curves.show_lines(lines, steps, 0.0, self._high, None)
        self.move_cursor(step)
        self._say_step(step)

    def _query_step(self, attended: Attended, step: int) -> int | None:
        query = attended.query_at(step)
        return None if query is None else int(attended.queries[query])

    def _row(self, place: int, step: int) -> Floats | None:
        """What is taken by the query that is the last by a step, ``(steps,)``."""
        attended = self.shown(place)
        query = None if attended is None else self._query_step(attended, step)
        if query is None or not 0 <= query < len(self._placed[place]):
            return None
        result: Floats = self._placed[place][query]
        return result

    # -- what is said ------------------------------------------------------------

    def _say_step(self, step: int) -> None:
        if not self._placed:
            self.sentence.setText(self._say_empty())
            return
        said = []
        for place, name in enumerate(pane_names(self.session)):
            attended, taken = self.shown(place), self._row(place, step)
            if attended is None:
                continue
            if taken is None:
                said.append(self.tr("{network}: no step looks yet.").format(network=name))
                continue
            query = self._query_step(attended, step)
            assert query is not None
            order = [k for k in np.argsort(-np.nan_to_num(taken, nan=-1.0))[:NAMED] if taken[k] > 0]
            parts = ", ".join(
                f"{self._short(int(k))} {weight_text(float(taken[k]))}" for k in order
            )
            text = self.tr("{network}: {query} takes most of {named}.")
            if not attended.seen_queries[attended.query_at(step) or 0]:
                text = self.tr("{network}: {query} is left out by the mask.")
            said.append(
                text.format(network=name, query=step_title(self.session, query), named=parts)
            )
        self.sentence.setText("\n".join(said))
        self.caption.setText(self.tr("what the step at the cursor takes of each"))

    def _short(self, step: int) -> str:
        word = step_word(self.session, step, self.tr("padding"))
        return f"{word} ({step + 1:,})" if word else f"{step + 1:,}"

    def _say_empty(self) -> str:
        if not self.session.panes or all(pane.trace is None for pane in self.session.panes):
            return ""
        return self.tr(
            "No network here attends. Open one with Attention, AdditiveAttention, "
            "MultiHeadAttention, or a softmax over its steps that weighs them."
        )

    def _say_weight(self, place: int, step: int, height: float) -> str:
        attended = self.shown(place)
        query = self.maps[place].map.unit_at(height)
        placed = self._placed.get(place)
        if attended is None or placed is None or query >= len(placed):
            return ""
        weight = placed[query, step]
        lines = [
            self.tr("{query} takes of {key}: {weight}").format(
                query=step_title(self.session, query),
                key=step_title(self.session, step),
                weight=weight_text(float(weight)) if np.isfinite(weight) else "–",
            )
        ]
        if not np.isfinite(weight):
            lines.append(self.tr("One of them is no step of this layer's own."))
        elif not attended.seen_keys[attended.key_at(step) or 0]:
            lines.append(self.tr("The mask leaves out the step that is looked at."))
        elif not attended.seen_queries[attended.query_at(query) or 0]:
            lines.append(self.tr("The mask leaves out the step that looks."))
        return "\n".join(lines)

    def _say_taken(self, step: int) -> str:
        lines = []
        for place, name in enumerate(pane_names(self.session)):
            taken = self._row(place, self.session.step) if place in self._placed else None
            if taken is not None and np.isfinite(taken[step]):
                lines.append(f"{name}: {weight_text(float(taken[step]))}")
        return "\n".join([step_title(self.session, step), *lines])

    # -- what the user does ------------------------------------------------------

    def _choose(self, place: int, height: float, extend: bool) -> None:
        self.session.step = self.maps[place].map.unit_at(height)

    def _choose_layer(self, place: int, name: str) -> None:
        attending.choose_layer(self.explaining, self.session.panes[place], name)

    def _choose_head(self, head: int) -> None:
        attending.choose_head(self.explaining, head)

    # -- texts, colours and files ------------------------------------------------

    @property
    def table(self) -> Callable[[Path], None] | None:
        """A row a pair of steps, of what is shown."""
        names = pane_names(self.session)
        found = []
        for place in self._placed:
            attended = self.shown(place)
            assert attended is not None
            found.append((names[place], attended, self._head(attended)))
        return partial(write_attention, tuple(self.session.step_names), found) if found else None

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.title.setText(self.tr("Attention map"))
        self.say_colours(
            self.tr(
                "The steps take the colours of what the step at the cursor takes of each, in "
                "the focused network"
            )
        )
        if self.maps:
            self.show_maps()
