"""`PaddingPage`: one review padded in front and behind, masked or not, network by network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from weakref import WeakSet

from PySide6.QtWidgets import QGridLayout, QLabel

from engine.counting import filled
from engine.errors import GatescopeError
from engine.explain.padding_lab import (
    LENGTHS,
    PaddingVariant,
    VariantReading,
    VariantScore,
    WrongLength,
    variants_at,
)
from engine.explain.padding_table import write_lab
from engine.network.network import Network
from engine.text.encoding import Side
from engine.text.review import Review
from gui.explain import page_questions
from gui.explain.explaining import SEED
from gui.explain.padding_cell import PaddingCell
from gui.explain.padding_shown import cell_scale, same_word
from gui.explain.padding_texts import Seen, class_name, sentence, variant_name
from gui.explain.page import Page, PageContext
from gui.explain.page_questions import LONGER, OWN
from gui.i18n.texts import explain
from gui.kit.breaking import Breaking
from gui.kit.fitting_label import FittingLabel
from gui.kit.layouts import clear, column
from gui.kit.tabs import Tabs
from gui.kit.widgets import label
from gui.look.numbers_text import number
from gui.look.theme import GAP, theme
from gui.naming import PART, label_name, pane_names

CUTS: tuple[Side, ...] = ("pre", "post")

Answer = tuple[object, ...] | GatescopeError | None
"""One thing a variant, why there is none, or None while nobody knows."""


class PaddingPage(Page):
    """Rows are ways to pad, columns are networks."""

    name = "padding"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.cells: list[list[PaddingCell]] = []  # by row, then by network
        self.lengths = Tabs((OWN, *map(str, LENGTHS), LONGER))
        self.cuts = Tabs(CUTS)
        self.cuts.choose(self.explaining.choices.truncating)
        self.lengths.chosen.connect(self._choose_length)
        self.cuts.chosen.connect(self._choose_cut)
        self._length_title, self._cut_title = label("caption"), label("caption")
        self._fixed: WeakSet[Network] = WeakSet()  # that were seen to read one length only
        self._names: list[QLabel] = []
        self._alone: list[FittingLabel] = []
        self._rows = [label("dim") for _ in variants_at(1, "pre")]
        self._problem = label("dim", wraps=True)
        self._foot = FittingLabel()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        self._choices = self._length_title, self.lengths, self._cut_title, self.cuts
        choices = Breaking((self._length_title, self.lengths), (self._cut_title, self.cuts))
        column(
            *(choices, self._problem, (self._grid, 1), self._foot), of=self.body, spacing=GAP // 2
        )
        self.begin(self._ask, self._show_answers, self._show_step)

    # -- what is asked -----------------------------------------------------------

    @property
    def variants(self) -> tuple[PaddingVariant, ...]:
        """The rows, from the top."""
        return page_questions.variants(self.session, self.explaining)

    def _ask(self) -> None:
        if self.explaining.page != "padding":
            for asker in (self.explaining.asker, self.explaining.samples):
                asker.ask("padding", [])
            return
        panes = self.session.panes
        if not self.cells or len(self.cells[0]) != len(panes):
            self._build(len(panes))
        context = self.session, self.explaining
        pairs = [
            (readings, page_questions.scores(*context, pane))
            for pane in panes
            if (readings := page_questions.readings(*context, pane)) is not None
        ]
        scores = [score for _, score in pairs]
        self.explaining.asker.ask("padding", [readings for readings, _ in pairs])
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
        question = page_questions.readings(self.session, self.explaining, self.session.panes[place])
        if question is None:
            return self.session.panes[place].problem
        return self.explaining.asker.find(question.key)

    def scores(self, place: int) -> Answer:
        """The scores of a pane over the sample, likewise."""
        question = page_questions.scores(self.session, self.explaining, self.session.panes[place])
        return self.explaining.samples.find(question.key)

    # -- what is shown -----------------------------------------------------------

    def _show_answers(self) -> None:
        if self.explaining.page != "padding" or not self.cells:
            return
        panes, names = self.session.panes, pane_names(self.session)
        if len(self.cells[0]) != len(panes):
            return
        if self._is_length_refused(len(panes)):
            self._choose_length(OWN)
            return
        self._note_fixed(len(panes))
        self.lengths.choose(page_questions.length_name(self.session, self.explaining))
        has_words = self.session.review is not None
        self._problem.setText(self._why_not())
        for each in (self._problem, *self._rows, *self._choices):
            each.setVisible(has_words != (each is self._problem))
        scale = cell_scale(
            each for place in range(len(panes)) for each in self._each(self.answer(place))
        )
        for place, name in enumerate(names):
            colour = theme().networks[place]
            self._names[place].setText(name)
            self._names[place].setVisible(has_words)
            self._names[place].setStyleSheet(f"color: {colour};")
            readings = self._each(self.answer(place))
            scores = self._each(self.scores(place))
            self._alone[place].say(*self._say_alone(scores[0]))
            for nth, cells in enumerate(self.cells):
                cells[place].setVisible(has_words)
                reading = readings[nth]
                if isinstance(reading, VariantReading):
                    of = class_name(reading, self._classes(place, reading.classes))
                    cells[place].show_reading(reading, "", colour, scale, of)
                else:
                    cells[place].show_reading(None, _problem(reading), colour, scale)
                score = scores[nth]
                cells[place].show_score(score if isinstance(score, VariantScore) else None)
        self._say_sentence(names)
        self._name_choices()
        self._show_step(self.session.step)

    def _why_not(self) -> str:
        """Why there is nothing to be compared, where no review is read."""
        if any(pane.network.reads_words for pane in self.session.panes):
            return self.tr("The padding lab is for words. Open a review.")
        return self.tr(
            "The padding lab is for words: reviews of many lengths are padded to one. Numbers are "
            "read in windows of one length; only a table that is shorter than a window is padded, "
            "with zeros in front, and the panes show them."
        )

    def _is_length_refused(self, count: int) -> bool:
        """Whether a network cannot read the length at which the lab opened by itself: the one in
        which the review is read now all of them can."""
        if self.explaining.choices.length or self.session.review is None:
            return False
        self._note_fixed(count)
        return any(pane.network in self._fixed for pane in self.session.panes)

    def _note_fixed(self, count: int) -> None:
        """Note which networks were seen to read one length only."""
        for place in range(count):
            if any(isinstance(each, WrongLength) for each in self._each(self.answer(place))):
                self._fixed.add(self.session.panes[place].network)

    def _classes(self, place: int, count: int) -> tuple[str, ...]:
        """What so many classes of a pane are called; empty where nobody knows."""
        return self.context.names(self.session.panes[place].network, count)

    def _each(self, answer: Answer) -> tuple[object, ...]:
        """One thing a row."""
        return answer if isinstance(answer, tuple) else (answer,) * len(self._rows)

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

    def _seen(self, place: int, name: str) -> Seen:
        """What is known of a pane."""
        readings, network = self._each(self.answer(place)), self.session.panes[place].network
        counts = [each.classes for each in readings if isinstance(each, VariantReading)]
        classes = self._classes(place, counts[0]) if counts else ()
        scores = self._each(self.scores(place))
        return Seen(name, readings, scores, classes, network in self._fixed)

    def _say_sentence(self, names: list[str]) -> None:
        seen = [self._seen(place, name) for place, name in enumerate(names)]
        said = sentence(seen, self.variants[0].length)
        if (
            said
            and not self.explaining.choices.length
            and self.variants[0].length != (page_questions.own_length(self.session))
        ):
            said += " " + filled(
                self.tr("{count} steps are chosen so that there is padding to be seen."),
                {"count": f"{self.variants[0].length:,}"},
            )
        if said and any(pane.trace is not None and pane.trace.edits for pane in self.session.panes):
            said += " " + self.tr("Read without the edits of gates and states.")
        scored = [
            pane.network
            for pane, each in zip(self.session.panes, seen, strict=True)
            if any(isinstance(score, VariantScore) for score in each.scores)
        ]
        notes = (
            note
            for network in scored
            for note in self.explaining.sample_notes(network, page_questions.PADDING_REVIEWS)
        )
        self.sentence.setText(" ".join([said, *dict.fromkeys(map(explain, notes))]).strip())
        score = next(
            (score for each in seen for score in each.scores if isinstance(score, VariantScore)),
            None,
        )
        self._say_foot(
            score, any(isinstance(r, VariantReading) for each in seen for r in each.readings)
        )

    def _say_foot(self, score: VariantScore | None, is_drawn: bool) -> None:
        """What is drawn, and of a score what the bars are."""
        self._foot.setVisible(is_drawn or score is not None)
        drawn = self.tr("Colours: h. Line: p(t), padding shaded.")
        opens = self.tr("A click reads the review so.")
        if score is None:
            self._foot.say(f"{drawn} {opens}", drawn)
        else:
            bars = filled(
                self.tr(
                    "Bar: accuracy over {count} reviews drawn by the seed {seed} ({padded} padded, "
                    "{cut} cut), the mark is 0.50."
                ),
                {"count": score.count, "seed": SEED, "padded": score.padded, "cut": score.cut},
            )
            self._foot.say(f"{drawn} {bars} {opens}", f"{drawn} {bars}", bars, drawn)

    def _show_step(self, step: int) -> None:
        review = self.session.review
        for nth, cells in enumerate(self.cells):
            for place, cell in enumerate(cells):
                cell.show_step(
                    None if review is None else same_word(review, step, cell.reading),
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
        if (reading := cell.reading) is None:
            return cell.problem
        word = self.tr("padding") if reading.review.padding[step] else reading.review.steps[step]
        of = f"{PART}{cell.shown.of}" if cell.shown.of else ""
        lines = [f"{step + 1}: {word}   p(t) {number(float(reading.answers[step]))}{of}"]
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
        self.explaining.choices.length = name
        self._ask()

    def _choose_cut(self, name: str) -> None:
        self.explaining.choices.truncating = "post" if name == "post" else "pre"
        self._ask()

    def _open(self, nth: int) -> None:
        variant = self.variants[nth]
        self.explaining.choices.length = str(variant.length) if variant.length in LENGTHS else OWN
        self.explaining.encoding_asked.emit(variant.length, variant.padding, variant.truncating)

    @property
    def table(self) -> Callable[[Path], None] | None:
        """Writes what is known as CSV, see `engine.explain.padding_table`; None where no review is
        read."""
        if self.session.review is None:
            return None
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
        self._name_choices()
        self._show_answers()

    def _name_choices(self) -> None:
        self.lengths.say(
            OWN,
            self.tr("as read: {count}").format(
                count=f"{page_questions.own_length(self.session):,}"
            ),
            "",
        )
        longer = page_questions.longer_length(self.session)
        self.lengths.buttons[LONGER].setVisible(longer is not None)
        self.lengths.say(LONGER, "" if longer is None else f"{longer:,}", "")

    def restyle(self) -> None:
        """Colour everything."""
        super().restyle()
        self._show_answers()


def _problem(answer: object) -> str:
    return explain(answer) if isinstance(answer, GatescopeError) else "…"
