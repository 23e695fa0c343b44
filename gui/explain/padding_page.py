"""`PaddingPage`: one review padded in front and behind, masked or not, network by network."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np
from PySide6.QtWidgets import QGridLayout, QLabel

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.padding_lab import (
    LENGTHS,
    Variant,
    VariantReading,
    VariantScore,
    read_variants,
    score_variants,
    variants_at,
)
from engine.explain.padding_table import write_lab
from engine.network.network import Network
from engine.progress import ShouldStop
from engine.sequence import Sequence
from engine.session.pane import Pane
from engine.text.encoding import Encoding, Side
from engine.text.review import Review
from gui.explain.explaining import Explaining, Question, Tell
from gui.explain.padding_cell import MIN_HEIGHT, CellScale, PaddingCell
from gui.explain.padding_texts import sentence, variant_name
from gui.explain.page import Page, PageContext
from gui.i18n.texts import explain
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import clear, column, row
from gui.kit.need import Need
from gui.kit.tabs import Tabs
from gui.kit.widgets import label
from gui.look.numbers_text import number
from gui.look.scale import px
from gui.look.theme import GAP, theme
from gui.naming import label_name, pane_names
from gui.plots.scale import answer_ends

COUNT, SEED = 300, 0
"""The sample of the accuracies."""

OWN = "own"
"""The length in which the review is read now."""

AROUND = 150
"""The height of all that is no row: title, sentence, choices, names, foot."""

CUTS: tuple[Side, ...] = ("pre", "post")

Answer = tuple[object, ...] | GatescopeError | None
"""One thing a variant, why there is none, or None while nobody knows."""

Samples = WeakKeyDictionary[Network, tuple[object, list[Sequence]]]


class PaddingPage(Page):
    """Rows are ways to pad, columns are networks."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.cells: list[list[PaddingCell]] = []  # by row, then by network
        self.length_name = ""  # "" while the user has chosen none
        self.truncating: Side = "pre"
        self._samples: Samples = WeakKeyDictionary()
        self.lengths = Tabs((OWN, *map(str, LENGTHS)))
        self.cuts = Tabs(CUTS)
        self.cuts.choose(self.truncating)
        self.lengths.chosen.connect(self._choose_length)
        self.cuts.chosen.connect(self._choose_cut)
        self._length_title, self._cut_title = label("caption"), label("caption")
        self._names: list[QLabel] = []
        self._alone: list[FittingLabel] = []
        self._rows = [label("dim") for _ in variants_at(1, "pre")]
        self._problem = label("dim", wraps=True)
        self._foot = FittingLabel()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        choices = row(
            *(self._length_title, self.lengths, 2 * GAP, self._cut_title, self.cuts, None),
        )
        column(
            *(choices, self._problem, (self._grid, 1), self._foot), of=self.body, spacing=GAP // 2
        )
        for event in (self.session.traces_changed, self.session.panes_changed):
            self.subscribe(event, self._ask)
        self.follow_steps(self._show_step)
        self.explaining.answered.connect(self._show_answers)
        self.explaining.page_changed.connect(lambda _: self._ask())
        self.dress()
        self._ask()

    @property
    def need(self) -> Need:
        """Every row is to be seen."""
        least = px(len(self._rows) * (MIN_HEIGHT + GAP) + AROUND)
        return Need(least, least)

    # -- what is asked -----------------------------------------------------------

    @property
    def length(self) -> int:
        """The length in which the review is read here."""
        return self._own if self._chosen == OWN else int(self._chosen)

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The rows, from the top."""
        return variants_at(self.length, self.truncating)

    @property
    def _own(self) -> int:
        review = self.session.review
        return max(1, len(review)) if review is not None else LENGTHS[1]

    @property
    def _chosen(self) -> str:
        """The user's choice; before there is one, the length in which the review is read, or the
        next at which the padding is as long as half of it."""
        review = self.session.review
        if self.length_name or review is None:
            return self.length_name or OWN
        wanted = 1.5 * len(review.token_ids)
        if self._own >= wanted:
            return OWN
        return next((str(each) for each in LENGTHS if each >= max(wanted, self._own)), OWN)

    def _readings(self, pane: Pane) -> Question | None:
        trace = pane.trace
        if trace is None or not isinstance(trace.sequence, Review):
            return None
        variants = self.variants
        return Question(
            ("padding", trace, pane.layer, variants),
            "Reading the review in other encodings",
            partial(_readings, trace.network, trace.sequence, pane.layer, variants),
            trace,
        )

    def _rules(self) -> Hashable:
        """How the sample is drawn and read; how it is padded and cut is the lab's own affair."""
        rules = self.explaining.rules()
        if not isinstance(rules, tuple):
            return rules
        return tuple(
            replace(each, length=None, padding="pre", truncating="pre")
            if isinstance(each, Encoding)
            else each
            for each in rules
        )

    def _scores(self, pane: Pane) -> Question:
        variants, rules = self.variants, self._rules()
        return Question(
            ("padding scores", pane.network, variants, rules),
            "Reading a sample in other encodings",
            partial(_scores, self.explaining, self._samples, rules, pane.network, variants),
            pane.network,
        )

    def _ask(self) -> None:
        if self.explaining.page != "padding":
            for asker in (self.explaining.asker, self.explaining.samples):
                asker.ask("padding", [])
            return
        panes = self.session.panes
        if not self.cells or len(self.cells[0]) != len(panes):
            self._build(len(panes))
        readings = [self._readings(pane) for pane in panes]
        scores = [self._scores(pane) for pane in panes if self._readings(pane) is not None]
        self.explaining.asker.ask("padding", [each for each in readings if each])
        self.explaining.samples.ask("padding", scores)
        self._show_answers()

    def _build(self, count: int) -> None:
        for each in self._rows:
            self._grid.removeWidget(each)
            each.setParent(self.body)
        clear(self._grid)
        self._names = [label("title") for _ in range(count)]
        self._alone = [FittingLabel() for _ in range(count)]
        for place, (name, alone) in enumerate(zip(self._names, self._alone, strict=True)):
            self._grid.addLayout(column(name, alone, spacing=0), 0, place + 1)
            self._grid.setColumnStretch(place + 1, 1)
        self.cells = [[PaddingCell() for _ in range(count)] for _ in self._rows]
        for nth, (title, cells) in enumerate(zip(self._rows, self.cells, strict=True)):
            self._grid.addWidget(title, nth + 1, 0)
            self._grid.setRowStretch(nth + 1, 1)
            for place, cell in enumerate(cells):
                cell.chosen.connect(partial(self._open, nth))
                cell.describe = partial(self._say, nth, place)
                self._grid.addWidget(cell, nth + 1, place + 1)

    def answer(self, place: int) -> Answer:
        """The readings of a pane, one a row, why there are none, or None while nobody knows."""
        question = self._readings(self.session.panes[place])
        if question is None:
            return self.session.panes[place].problem
        found: Answer = self.explaining.asker.find(question.key)
        return found

    def scores(self, place: int) -> Answer:
        """The scores of a pane over the sample, likewise."""
        found: Answer = self.explaining.samples.find(self._scores(self.session.panes[place]).key)
        return found

    # -- what is shown -----------------------------------------------------------

    def _show_answers(self) -> None:
        if self.explaining.page != "padding" or not self.cells:
            return
        panes, names = self.session.panes, pane_names(self.session)
        if len(self.cells[0]) != len(panes):
            return
        self.lengths.choose(self._chosen)
        has_words = self.session.review is not None
        for each in (self._problem, *self._rows):
            each.setVisible(has_words != (each is self._problem))
        scale = self._scale()
        for place, name in enumerate(names):
            colour = theme().networks[place]
            self._names[place].setText(name)
            self._names[place].setStyleSheet(f"color: {colour};")
            readings = self._each(self.answer(place))
            scores = self._each(self.scores(place))
            self._alone[place].say(*self._say_alone(scores[0]))
            for nth, cells in enumerate(self.cells):
                cells[place].setVisible(has_words)
                reading = readings[nth]
                is_read = isinstance(reading, VariantReading)
                cells[place].show_reading(
                    reading if isinstance(reading, VariantReading) else None,
                    "" if is_read else _problem(reading),
                    colour,
                    scale,
                )
                score = scores[nth]
                cells[place].show_score(score if isinstance(score, VariantScore) else None)
        self._say_sentence(names)
        self._name_choices()
        self._show_step(self.session.step)

    def _each(self, answer: Answer) -> tuple[object, ...]:
        """One thing a row."""
        return answer if isinstance(answer, tuple) else (answer,) * len(self._rows)

    def _scale(self) -> CellScale:
        """The ends that all cells share."""
        readings = [
            each
            for place in range(len(self.session.panes))
            for each in self._each(self.answer(place))
            if isinstance(each, VariantReading)
        ]
        most = max((float(np.nanmax(np.abs(each.states["h"]))) for each in readings), default=1.0)
        answers = [each.answers for each in readings if np.isfinite(each.answers).any()]
        if not answers:
            return CellScale(state=most or 1.0)
        return CellScale(most or 1.0, *answer_ends(answers))

    def _say_alone(self, score: object) -> tuple[str, ...]:
        """The longest first."""
        if isinstance(score, GatescopeError):
            return (explain(score), "")
        if not isinstance(score, VariantScore):
            return ("",)
        answer, share = number(score.alone), f"{score.alone_accuracy:.2f}"
        return (
            self.tr("padding alone answers {answer}: right about {share} of the sample").format(
                answer=answer, share=share
            ),
            self.tr("padding alone: {answer}").format(answer=answer),
        )

    def _say_sentence(self, names: list[str]) -> None:
        seen = [
            (name, self._each(self.answer(place)), self._each(self.scores(place)))
            for place, name in enumerate(names)
        ]
        said = sentence(seen, self.length)
        if said and any(pane.trace is not None and pane.trace.edits for pane in self.session.panes):
            said += " " + self.tr("Read without the edits of gates and states.")
        self.sentence.setText(said)
        score = next(
            (each for _, _, scores in seen for each in scores if isinstance(each, VariantScore)),
            None,
        )
        self._foot.setVisible(score is not None)
        if score is not None:
            drawn = self.tr("Colours: h. Line: p(t), padding shaded.")
            bars = filled(
                self.tr(
                    "Bar: accuracy over {count} reviews drawn by the seed {seed} ({padded} padded, "
                    "{cut} cut), the mark is 0.50."
                ),
                {"count": score.count, "seed": SEED, "padded": score.padded, "cut": score.cut},
            )
            opens = self.tr("A click reads the review so.")
            self._foot.say(f"{drawn} {bars} {opens}", f"{drawn} {bars}", bars, drawn)

    def _show_step(self, step: int) -> None:
        review = self.session.review
        for nth, cells in enumerate(self.cells):
            for place, cell in enumerate(cells):
                cell.show_step(
                    None if review is None else _same_word(review, step, cell.reading),
                    review is not None
                    and place < len(self.session.panes)
                    and self._is_open(review, nth, self.session.panes[place].network),
                )

    def _is_open(self, review: Review, nth: int, network: Network) -> bool:
        """Whether the window reads the variant of a row."""
        variant, encoding = self.variants[nth], review.encoding
        masks = any(layer.options.get("mask_zero") for layer in network.layers)
        return (len(review), encoding.padding, encoding.truncating, masks) == (
            variant.length,
            variant.padding,
            variant.truncating,
            variant.masked,
        )

    def _say(self, nth: int, place: int, step: int) -> str:
        cell = self.cells[nth][place]
        reading = cell.reading
        if reading is None:
            return cell.problem
        word = self.tr("padding") if reading.review.padding[step] else reading.review.steps[step]
        lines = [f"{step + 1}: {word}   p(t) {number(float(reading.answers[step]))}"]
        if reading.padded is not None:
            drifts = ", ".join(f"{key} {number(reading.drift(key))}" for key in reading.states)
            lines.append(
                self.tr("moved between the first and the last step of padding: {drifts}").format(
                    drifts=drifts
                )
            )
        if reading.review.label in (0, 1):
            lines.append(self.tr("label: {label}").format(label=label_name(reading.review.label)))
        if cell.score is not None:
            lines.append(
                self.tr("right about {right} of {count} reviews").format(
                    right=cell.score.right, count=cell.score.count
                )
            )
        if reading.variant.masked:
            lines.append(
                self.tr(
                    "Masked: a copy of the network with mask_zero; a click leaves the network as it is."
                )
            )
        return "\n".join(lines)

    # -- what the user does ------------------------------------------------------

    def _choose_length(self, name: str) -> None:
        self.length_name = name
        self._ask()

    def _choose_cut(self, name: str) -> None:
        self.truncating = "post" if name == "post" else "pre"
        self._ask()

    def _open(self, nth: int) -> None:
        variant = self.variants[nth]
        self.length_name = str(variant.length) if variant.length in LENGTHS else OWN
        self.explaining.encoding_asked.emit(variant.length, variant.padding, variant.truncating)

    @property
    def table(self) -> Callable[[Path], None]:
        """Writes what is known as CSV, see `engine.explain.padding_table`."""
        rows = [
            (name, variant, reading, score)
            for place, name in enumerate(pane_names(self.session))
            for variant, reading, score in zip(
                self.variants,
                self._each(self.answer(place)),
                self._each(self.scores(place)),
                strict=True,
            )
        ]
        return partial(write_lab, rows)

    # -- texts and colours -------------------------------------------------------

    def rescale(self) -> None:
        """Give the tabs their room."""
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.title.setText(self.tr("Padding lab"))
        self._length_title.setText(self.tr("Length"))
        self._cut_title.setText(self.tr("Too long: cut"))
        self.cuts.say("pre", self.tr("in front"), self.tr("truncating=pre: the end is kept"))
        self.cuts.say("post", self.tr("behind"), self.tr("truncating=post: the start is kept"))
        for each in LENGTHS:
            self.lengths.say(str(each), str(each), "")
        for title, variant in zip(self._rows, variants_at(1, "pre"), strict=True):
            title.setText(variant_name(variant))
        self._problem.setText(self.tr("The padding lab is for words. Open a review."))
        self._name_choices()
        self._show_answers()

    def _name_choices(self) -> None:
        self.lengths.say(OWN, self.tr("as read: {count}").format(count=self._own), "")

    def restyle(self) -> None:
        """Colour everything."""
        super().restyle()
        self._show_answers()


def _problem(answer: object) -> str:
    return explain(answer) if isinstance(answer, GatescopeError) else "…"


def _same_word(review: Review, step: int, reading: VariantReading | None) -> int | None:
    """The step at which a reading has the word that the review has at a step."""
    if reading is None or not 0 <= step < len(review) or review.padding[step]:
        return None
    token = review.span[0] + int((~review.padding[:step]).sum())
    first, last = reading.review.span
    if not first <= token < last:
        return None
    return int(np.flatnonzero(~reading.review.padding)[token - first])


def _readings(
    network: Network,
    review: Review,
    layer: str,
    variants: tuple[Variant, ...],
    should_stop: ShouldStop,
    tell: Tell,
) -> tuple[object, ...]:
    return read_variants(network, review, layer, variants, should_stop)


def _scores(
    explaining: Explaining,
    samples: Samples,
    rules: object,
    network: Network,
    variants: tuple[Variant, ...],
    should_stop: ShouldStop,
    tell: Tell,
) -> tuple[object, ...]:
    known = samples.get(network)
    if known is None or known[0] != rules:
        known = rules, explaining.sample(network, COUNT, SEED)
        samples[network] = known
    return score_variants(network, known[1], variants, should_stop, tell)
