"""`FadingPage`: how much of each word is still felt at each later step, network by network."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt

from engine.errors import GatescopeError
from engine.explain.export import write_explanations
from engine.explain.fading import Felt
from engine.explain.left_over import LeftOver
from gui.explain import questions
from gui.explain.fading_sentence import result, sample_sentence, verdict
from gui.explain.maps_page import MapsPage
from gui.explain.page import PageContext
from gui.explain.step_map import StepMap
from gui.i18n.percent import percent_text
from gui.i18n.texts import explain
from gui.kit.page import Documents
from gui.kit.tips import tip
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.naming import pane_names, pane_titles, step_title

Floats = npt.NDArray[np.float64]


class FadingPage(MapsPage):
    """A map a network: row s is the input of step s, column t how much of it is felt there, as a
    share of what was felt at s itself.  Below, the row of one step, of all networks."""

    name, shade = "fading", "felt"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.source = 0
        self._is_chosen = False  # by a click; else it is the step of the cursor
        self.maps: list[_Map] = []
        self.sentence.setCursor(Qt.CursorShape.WhatsThisCursor)  # there is more on hover
        self.curves.describe = lambda step, height: self._say_left(step)
        self.subscribe(self.session.focus_changed, lambda _: self._name_source())
        self.begin(self._show_traces, self.show_maps, self._show_step)

    # -- what is asked -----------------------------------------------------------

    def _show_traces(self) -> None:
        if self.explaining.page != "fading":
            for asker in (self.explaining.asker, self.explaining.samples):
                asker.ask("fading", [])
            return
        self.source = min(self.session.step, max(0, self.session.steps - 1))
        self._is_chosen = False
        panes = self.session.panes
        if len(self.maps) != len(panes):
            self.maps = [_Map() for _ in panes]
            self.lay_out(self.maps)
            for place, each in enumerate(self.maps):
                each.map.clicked.connect(partial(self._choose, place))
                each.map.step_asked.connect(self.go)
                each.map.describe = partial(self._say_felt, place)
        self._ask_sample()
        self.explaining.asker.ask(
            "fading",
            [questions.fading(pane.trace, pane.layer) for pane in panes if pane.trace is not None],
        )
        self.show_maps()

    def _ask_sample(self) -> None:
        """Ask about each network once."""
        networks = dict.fromkeys(pane.network for pane in self.session.panes)
        later = questions.later(self.session)
        wanted = [questions.left_over(self.explaining, network, later) for network in networks]
        self.explaining.samples.ask("fading", wanted)

    def give_sample_up(self) -> None:
        """What this page asked is given up, and nothing of others."""
        self.explaining.samples.give_up("fading")

    def over_sample(self, place: int) -> LeftOver | GatescopeError | None:
        """What is left of words of a sample in a pane's layer; None while nobody knows."""
        pane = self.session.panes[place]
        question = questions.left_over(self.explaining, pane.network, questions.later(self.session))
        found = self.explaining.samples.find(question.key)
        if isinstance(found, list):
            return next((each for each in found if each.layer == pane.layer), None)
        return found

    def answer(self, place: int) -> Felt | GatescopeError | None:
        """The map of a pane, why there is none, or None while nobody knows."""
        pane = self.session.panes[place]
        if pane.trace is None:
            return pane.problem
        return questions.find_fading(self.explaining.asker, pane.trace, pane.layer)

    @property
    def documents(self) -> Documents:
        """The maps as arrays: a table has one number a step."""
        answers = [self.answer(place) for place, _ in self._shown()]
        found = [
            (name, answer)
            for name, answer in zip(pane_titles(self.session), answers, strict=False)
            if isinstance(answer, Felt)
        ]
        sequence = self.session.sequence
        if sequence is None or not found:
            return {}
        steps = sequence.steps

        def write(path: Path) -> None:
            write_explanations(steps, found, path)

        return {".npz": (self.tr("NumPy archive (*.npz)"), write)}

    # -- what is shown -----------------------------------------------------------

    def _names(self) -> list[str]:
        """What is shown of each pane: its network, and which layer if it has several."""
        return [
            f"{name} · {pane.layer}" if len(pane.network.recurrent) > 1 else name
            for name, pane in zip(pane_names(self.session), self.session.panes, strict=True)
        ]

    def places(self) -> list[int]:
        """The panes in which something is read."""
        return [place for place, pane in enumerate(self.session.panes) if pane.trace is not None]

    def _shown(self) -> Iterator[tuple[int, _Map]]:
        """The places of panes, each with its map; panes may have gone while the page was closed."""
        return zip(range(len(self.session.panes)), self.maps, strict=False)

    def show_maps(self) -> None:
        """Draw what is known."""
        if self.explaining.page != "fading":
            return
        for place, (each, name) in enumerate(zip(self.maps, self._names(), strict=False)):
            answer = self.answer(place)
            each.name(name, theme().networks[place])
            each.show_answer(answer, self.session.steps)
        self._show_source()
        self._say_sentence()
        self.show_shade()
        self._show_step(self.session.step)

    @property
    def _felts(self) -> list[Felt]:
        """The maps that are known; panes may have come or gone while the page was closed."""
        answers = [self.answer(place) for place, _ in zip(self.places(), self.maps, strict=False)]
        return [each for each in answers if isinstance(each, Felt)]

    def _fades(self, source: int) -> bool:
        """Whether any network feels a step at another one, so that there is a curve to draw."""
        shares = [each.share[source] for each in self._felts if source < len(each.share)]
        return not shares or any(np.isfinite(share).sum() > 1 for share in shares)

    def _leave_the_end(self) -> None:
        """Nothing comes after the last step, of which a curve would be a dot: where nobody chose
        it, the first word is shown."""
        sequence = self.session.sequence
        if self._is_chosen or sequence is None or self._fades(self.source):
            return
        words = np.flatnonzero(~sequence.padding[: self.session.steps])
        self.source = next(filter(self._fades, words.tolist()), self.source)

    def _show_source(self) -> None:
        self._leave_the_end()
        lines, steps = [], self.session.steps
        for place, each in self._shown():
            answer = self.answer(place)
            each.trace(self.source, theme().accent)
            if isinstance(answer, Felt) and self.source < len(answer.share):
                lines.append((answer.share[self.source], theme().networks[place]))
        finite = [values[np.isfinite(values)] for values, _ in lines]
        high = max([1.0, *(float(values.max()) for values in finite if len(values))])
        self.curves.show_lines(lines, max(1, steps), 0.0, high, 1.0)
        self.axis.set_steps(max(1, steps))
        self._name_source()

    def _name_source(self) -> None:
        if self.session.sequence is None:
            return
        text = self.tr("what is left of {word} at each later step, as a share of itself")
        if not self._fades(self.source):
            text = self.tr("nothing is read after {word}: click a row above for another step")
        self.caption.setText(text.format(word=step_title(self.session, self.source)))

    def _show_step(self, step: int) -> None:
        for each in self.maps:
            each.show_step(step)
        self.move_cursor(step)

    def _say_sentence(self) -> None:
        """The result, and over which sample, in two short lines; the rest is said on hover."""
        words, names = self.session.review is not None, self._names()
        found = [(name, self.over_sample(place)) for place, name in enumerate(names)]
        known = [(name, each) for name, each in found if isinstance(each, LeftOver)]
        on_maps = [self.answer(place) for place in range(len(names))]
        of_maps = [explain(each) for each in on_maps if isinstance(each, GatescopeError)]
        problems = [explain(each) for _, each in found if isinstance(each, GatescopeError)]
        problems = [each for each in problems if each not in of_maps]
        later = questions.later(self.session)
        here = result(self._left_here(names), later, words)
        over = result([(name, each.quartiles) for name, each in known], later, words)
        notes = [
            explain(note)
            for pane, (_, each) in zip(self.session.panes, found, strict=True)
            if isinstance(each, LeftOver)
            for note in self.explaining.sample_notes(pane.network, questions.FADING_REVIEWS)
        ]
        beside = self.tr("In what is read now: {said}").format(said=here) if here else ""
        lines = [over or here, verdict(known) if known else "", *notes]
        if over and self.explaining.without_edits():
            lines.append(beside)  # the maps are of it, and may be nothing like the sample
        self.sentence.setText("\n".join(dict.fromkeys(filter(None, [*lines, *problems]))))
        more = [sample_sentence(known)] if known else []
        if beside:
            more.append(beside)
        self.sentence.setToolTip(tip("\n".join([*more, *problems])))

    def _left_here(self, names: list[str]) -> list[tuple[str, Floats]]:
        """The quartiles of what is left in what is read, by network."""
        later = questions.later(self.session)
        left = [
            (name, answer.left_after(later))
            for place, name in enumerate(names)
            if isinstance(answer := self.answer(place), Felt)
        ]
        return [(name, np.percentile(each, (25, 50, 75))) for name, each in left if len(each)]

    # -- hover -------------------------------------------------------------------

    def _say_felt(self, place: int, step: int, height: float) -> str:
        answer = self.answer(place)
        source = self.maps[place].map.unit_at(height)
        if not isinstance(answer, Felt) or source >= len(answer.share):
            return ""
        share, norm = answer.share[source, step], answer.norms[source, step]
        if not np.isfinite(share):
            return ""
        return self.tr(
            "of {word} is felt at {at}: {share} of itself\n|d h_t / d x_s| = {norm}"
        ).format(
            word=step_title(self.session, source),
            at=step_title(self.session, step),
            share=_percent(share),
            norm=number(float(norm)),
        )

    def _say_left(self, step: int) -> str:
        lines = []
        for place, name in enumerate(self._names()):
            answer = self.answer(place)
            if isinstance(answer, Felt) and self.source < len(answer.share):
                share = answer.share[self.source, step]
                if np.isfinite(share):
                    lines.append(f"{name}: {_percent(share)}")
        return "\n".join([step_title(self.session, step), *lines])

    # -- what the user does ------------------------------------------------------

    def _choose(self, place: int, height: float, extend: bool) -> None:
        self.source, self._is_chosen = self.maps[place].map.unit_at(height), True
        self._show_source()

    # -- texts and colours -------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.title.setText(self.tr("Fading map"))
        self.say_colours(
            self.tr(
                "The steps take the colours of how much of each is still felt at the cursor, in the "
                "focused network"
            )
        )
        if self.maps:
            self.show_maps()


class _Map(StepMap):
    """How much of each step is felt at each later one, in one network."""

    def __init__(self) -> None:
        super().__init__()
        self.dress()
        self.problem.hide()

    def retranslate(self) -> None:
        """Name the axes."""
        self.rows.say(self.tr("step s, read"))
        self.columns.setText(self.tr("step t, where it is felt"))

    def show_answer(self, answer: Felt | GatescopeError | None, steps: int) -> None:
        """Draw the map, or say why there is none."""
        if not isinstance(answer, Felt):
            self.say_nothing("…" if answer is None else explain(answer))
            return
        self.bar.show_scale((0.0, 1.0), signed=False, scale="fixed", is_exceeded=answer.most > 1.0)
        text = self.tr("1 is as much as is felt at the step itself; the most here is {most}.")
        self.bar.setToolTip(tip(text.format(most=number(answer.most))))
        self.draw(answer.drawn, 1.0, steps, len(answer.share))


def _percent(share: float) -> str:
    return percent_text(f"{100 * share:.0f}")
