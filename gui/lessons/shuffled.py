"""`ShuffledWords`: the words of the review in another order, and whose answer changes by it."""

from __future__ import annotations

import html
from collections.abc import Callable, Generator
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from engine.counting import filled
from engine.errors import GatescopeError
from engine.lessons.digits import told_apart
from engine.lessons.static_mapping import (
    STAYED,
    Shuffled,
    answers,
    filter_values,
    shuffle,
    shuffled_order,
    strongest_windows,
    where_order_shows,
)
from engine.library import LESSONS
from engine.network.network import Network
from engine.progress import Progress, ShouldStop
from engine.replay.edits import Replace
from engine.session.state import SessionState
from engine.text.review import Review
from gui.i18n.texts import explain
from gui.kit.grounded import Grounded
from gui.kit.layouts import column, row
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, push_button
from gui.kit.work import Latest
from gui.lessons.context import LessonContext
from gui.lessons.filter_map import FilterMap
from gui.lessons.picture import Options, Picture
from gui.lessons.seen import what_is_read
from gui.look.colours import ink
from gui.look.numbers_text import number
from gui.look.painted_text import TextPainter
from gui.look.scale import px, sized
from gui.look.theme import BODY, GAP, theme
from gui.training.card import percent

COUNT, SEED = 500, 0
"""The sample of reviews."""

DYNAMIC = 2
"""Networks with time, which stand before those without."""

WORDS, WINDOWS = 30, 4
"""Words of the shuffled review that are shown; windows of the filters."""


ROUNDING = 1e-4
"""Answers that differ by less are the same; float32 adds in another order."""


class ShuffledWords(Picture):
    """Two networks with time and two without: their answers before and after; and of a sample of
    reviews the one at which the order shows most."""

    follows_step = False

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options)
        self.seed = 1
        self.is_shuffled = False
        self.sample: dict[str, Shuffled] = {}
        self.numbers: list[int | None] = []  # of its reviews
        self._read_by: tuple[object, ...] = ()  # networks, corpus and rules of the sample
        self._reading_by: tuple[object, ...] = ()  # those of the one that is being read
        self._wanted: list[Callable[[], object]] = []  # what is to be done with it
        self.example: int | None = None  # the place of the one that was found among them
        self.again, self.back = push_button(self._shuffle), push_button(self._restore)
        self.seek = push_button(self._find)
        self.ask = push_button(lambda: self._ask(self._answer_sample))
        self.words = label("", wraps=True, is_plain=True)
        self.answers = _Answers()
        self.filters = FilterMap(self._say_window)
        self._windows: list[str] = []  # the words of each
        self.strongest, self.said = label("", wraps=True), label("", wraps=True)
        self.strongest_title, self.shows = label("caption", wraps=True), label("dim", wraps=True)
        self.waiting = Waiting(500)
        self._work: Latest = Latest(self, self.waiting.show_progress)
        self.waiting.cancelled.connect(self._work.cancel)
        column(
            row(self.again, self.back, None),
            row(self.seek, None),
            self.shows,
            self.words,
            (self.answers, 2),
            self.strongest_title,
            self.filters,
            self.strongest,
            GAP,
            row(self.ask, None),
            self.waiting,
            self.said,
            None,
            of=self.body,
            spacing=GAP,
        )
        self.dress()

    def _shuffle(self) -> None:
        self.seed += self.is_shuffled
        self.is_shuffled = True
        self._follow()

    def _restore(self) -> None:
        self.is_shuffled = False
        self._follow()

    def networks(self) -> dict[str, Network]:
        """Those that are compared, by what they are called: with time first.

        Raises:
            GatescopeError: nothing is read, or nothing they can read.
        """
        result: dict[str, Network] = {}
        for kind in ("SimpleRNN", "LSTM"):
            network = self.context.pane(kind).network
            is_taken = network.name in result  # two networks of one's own may have one name
            result[f"{network.name} · {kind}" if is_taken else network.name] = network
        result["Conv1D"] = self.context.bundled(LESSONS / "conv1d.keras")
        result[self.tr("bag of words")] = self.context.bundled(LESSONS / "bag.keras")
        return result

    def shown(self, view: SessionState, window: SessionState) -> SessionState:
        """See `Picture.shown`; shuffled as here, each word an edit, so that the review as it is
        written stands behind."""
        return what_is_read(self.context, view, window, self._moved())

    def _moved(self) -> list[Replace]:
        sequence = self.session.sequence
        if sequence is None or not self.is_shuffled:
            return []
        order = enumerate(shuffled_order(sequence, self.seed))
        return [Replace(at, sequence.steps[step]) for at, step in order if step != at]

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        networks, sequence = self.networks(), self.session.sequence
        assert sequence is not None  # or no pane had read it
        shown: dict[str, tuple[float, float]] = {}
        for name, network in networks.items():
            read = self.context.prepare(network, sequence)
            mixed = read.inputs[shuffled_order(read, self.seed)]
            both = answers(network, np.stack([read.inputs, mixed]))
            shown[name] = float(both[0]), float(both[int(self.is_shuffled)])
        self.answers.show_answers(shown)
        order = shuffled_order(sequence, self.seed) if self.is_shuffled else range(len(sequence))
        words = [sequence.steps[step] for step in order if not sequence.padding[step]]
        more = " …" if len(words) > WORDS else ""
        self.words.setText(" ".join(words[:WORDS]) + more)
        self.back.setEnabled(self.is_shuffled)
        self._say_example()
        self._show_strongest(networks["Conv1D"])

    def _show_strongest(self, network: Network) -> None:
        sequence = self.session.sequence
        assert sequence is not None
        read = self.context.prepare(network, sequence)
        order = shuffled_order(read, self.seed) if self.is_shuffled else np.arange(len(read))
        values = filter_values(network, read.inputs[order].astype(np.int32))
        found = strongest_windows(network, values)
        words, steps = [read.steps[step] for step in order], found[0].steps
        self._windows = [
            " ".join(words[first : first + steps]).strip() for first in range(len(values))
        ]
        self.filters.show_values(values)
        lines = []
        for each in found[:WINDOWS]:
            window = self._windows[each.first]
            sign = "+" if each.added >= 0 else "−"
            lines.append(
                self.tr("filter {filter}: “{words}” {value} → logit {added}").format(
                    filter=each.filter + 1,
                    words=html.escape(window),
                    value=number(each.value),
                    added=f"{sign}{number(abs(each.added))}",
                )
            )
        self.strongest.setText("<br>".join(lines))

    def _say_window(self, filter: int, window: int) -> str:
        """Of a value of `filters`: its words, and whether it is what the pooling keeps."""
        text = self.tr("filter {filter}: “{words}” {value}")
        if self.filters.strongest[filter] == window:
            text = self.tr("filter {filter}: “{words}” {value}, kept by the pooling")
        return text.format(
            filter=filter + 1,
            words=self._windows[window],
            value=number(float(self.filters.values[window, filter])),
        )

    # -- over many reviews -------------------------------------------------------

    def _ask(self, then: Callable[[], object]) -> None:
        """Read the sample, unless it is known, and then do something with it; both buttons ask for
        the same one, and neither takes it from the other."""
        try:
            networks = self.networks()
        except GatescopeError as error:
            self.said.setText(explain(error))
            return
        reading = self.context.reading
        corpus = None if reading is None else reading.corpus
        by = (*networks.values(), corpus, self.context.rules())
        if self.sample and by == self._read_by:
            then()
            return
        if self._work.is_busy and by == self._reading_by:
            self._wanted += [] if then in self._wanted else [then]
            return
        self.said.setText("")
        self._reading_by, self._wanted = by, [then]

        def take(answer: tuple[dict[str, Shuffled], list[int | None]]) -> None:
            self.sample, self.numbers = answer
            self._read_by = by
            for wanted in self._wanted:
                wanted()

        self._work.start(
            partial(_read_all, self.context, networks),
            take,
            lambda error: self.said.setText(explain(error)),
        )

    def _find(self) -> None:
        self._ask(self._open_example)

    def _open_example(self) -> None:
        """Open the review at which the order shows, shuffled as it was in the sample."""
        found = list(self.sample.values())
        place = where_order_shows(found[:DYNAMIC], found[DYNAMIC:])
        number = None if place is None else self.numbers[place]
        if place is None or number is None or self.context.reading is None:
            self.said.setText(self.tr("In none of these reviews do the static networks stay."))
            return
        self.example, self.seed, self.is_shuffled = place, SEED + place, True
        self.context.reading.open_number(number, self.session.step)
        self._follow()

    def _say_example(self) -> None:
        """Say of the review that is read how it was found."""
        read, place = self.session.sequence, self.example
        number = read.number if isinstance(read, Review) else None
        is_example = place is not None and number is not None and number == self.numbers[place]
        self.shows.setVisible(is_example)
        if number is None:
            return
        text = self.tr(
            "Review {number} was looked for: of {count} reviews (seed {seed}) in which both static "
            "networks move by less than {stayed}, the two with time move most here. Most are not "
            "like it."
        )
        values = {"count": len(self.numbers), "seed": SEED, "stayed": STAYED}
        self.shows.setText(filled(text, values | {"number": f"{number:,}"}))

    def _answer_sample(self) -> None:
        self._say_sample()
        self.opened.emit(self.said)

    def _say_sample(self) -> None:
        if not self.sample:
            return
        head = filled(
            self.tr("{count} reviews (seed {seed}), before and after their words are shuffled:"),
            {"count": len(next(iter(self.sample.values())).before), "seed": SEED},
        )
        lines = [
            self.tr(
                "{network}: right {before}\u00a0% → {after}\u00a0%, answers turned {turned}\u00a0%, moved by "
                "{change} in the mean"
            ).format(
                network=html.escape(name),
                before=f"{100 * found.accuracies[0]:.1f}",
                after=f"{100 * found.accuracies[1]:.1f}",
                turned=percent(found.turned),
                change=number(float(found.changes.mean()), 3),
            )
            for name, found in self.sample.items()
        ]
        self.said.setText("<br>".join([head, *lines]))

    def retranslate(self) -> None:
        """Set the texts."""
        self.again.setText(self.tr("Shuffle the words"))
        self.back.setText(self.tr("As written"))
        self.seek.setText(self.tr("Find a review where the order counts"))
        self.ask.setText(filled(self.tr("Ask {count} reviews"), {"count": COUNT}))
        self.strongest_title.setText(
            self.tr(
                "Conv1D over the words, a row a filter; framed what the pooling keeps: the words that "
                "fit each filter best, and what they add to the logit"
            )
        )
        self._say_sample()
        super().retranslate()


def _read_all(
    context: LessonContext, networks: dict[str, Network], should_stop: ShouldStop
) -> Generator[Progress, None, tuple[dict[str, Shuffled], list[int | None]]]:
    result, numbers = {}, []
    for place, (name, network) in enumerate(networks.items()):
        yield Progress(place, len(networks), "Reading reviews with shuffled words")
        reviews = context.sample(network, COUNT, SEED)
        result[name] = shuffle(network, reviews, SEED, should_stop)
        numbers = [each.number if isinstance(each, Review) else None for each in reviews]
    return result, numbers


class _Answers(Grounded):
    """A line a network: its answer as a point between 0 and 1, and how it moved."""

    LINE, SCALE = 34, 20

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, tuple[float, float]] = {}

    def show_answers(self, shown: dict[str, tuple[float, float]]) -> None:
        """Draw the answers before and after, by name."""
        self.shown = shown
        count = max(1, len(shown))
        sized(self.setMinimumHeight, self.LINE * count + self.SCALE)
        sized(self.setMaximumHeight, 2 * self.LINE * count + self.SCALE)
        self.update()

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """Paint names, lines and points."""
        look, texts = theme(), TextPainter(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = float(px(120)), float(self.width() - px(110))
        line = (self.height() - px(self.SCALE)) / max(1, len(self.shown))
        colours = (*look.networks, look.dim)
        for place, (name, (before, after)) in enumerate(self.shown.items()):
            y = line * (place + 0.5)
            painter.setPen(ink(look.text))
            texts.paint(0, y + px(4), name, BODY)
            painter.setPen(ink(look.line))
            painter.drawLine(round(left), round(y), round(right), round(y))
            painter.setPen(ink(look.text))
            is_same = abs(after - before) < ROUNDING
            was, now = told_apart((before, before if is_same else after), 2)
            texts.paint(right + px(10), y + px(4), was if was == now else f"{was} → {now}", BODY)
            start, end = (left + (right - left) * value for value in (before, after))
            colour = colours[place % len(colours)]
            painter.fillRect(QRectF(min(start, end), y - 2, abs(end - start), 4), ink(colour, 160))
            painter.setBrush(ink(look.surface))
            painter.setPen(ink(colour))
            painter.drawEllipse(QRectF(start - px(4), y - px(4), px(8), px(8)))
            painter.setBrush(ink(colour))
            painter.drawEllipse(QRectF(end - px(4), y - px(4), px(8), px(8)))
        painter.setPen(ink(look.dim))
        for value in (0.0, 0.5, 1.0):
            x = left + (right - left) * value
            base = line * len(self.shown)
            texts.paint_centred(QRectF(x - px(20), base, px(40), px(16)), f"{value:g}", BODY)
