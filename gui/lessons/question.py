"""`QuestionCard`: a question to predict, then what the engine says on the network and review."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from engine.errors import GatescopeError
from engine.lessons.checks.kind import CheckKind
from engine.lessons.lesson import Lesson, LessonBlock
from engine.lessons.lesson_checks.lesson_about import LessonAbout
from engine.lessons.lesson_checks.registry import ALL_CHECKS, LessonCheck
from engine.lessons.question import About, Answer, AskedQuestion
from engine.progress import Progress, ShouldStop
from engine.session.pane import Pane
from engine.text.sources.reference import SourceReference
from gui.i18n.texts import explain, network_title
from gui.kit.layouts import column
from gui.kit.waiting import Waiting
from gui.kit.widgets import label, push_button, stand_out
from gui.kit.work import Latest
from gui.lessons.context import LessonContext
from gui.lessons.picture import LETTERS, Picture
from gui.look.meanings import said
from gui.look.scale import sized
from gui.look.theme import GAP
from gui.look.typefaces import strong
from gui.tasks.keeper import LessonAnswer


class QuestionCard(Picture):
    """One button a choice; chosen, the right one is marked and its numbers are said.

    Another review, network or unit asks anew.  A question about the reviews waits for them while
    they are being prepared: its answer is that of all of them, and not of a sample.

    Signals:
        answered(): the engine says what is right.
    """

    answered = Signal()
    follows_step = False

    def __init__(self, context: LessonContext, block: LessonBlock, lesson: Lesson) -> None:
        super().__init__(context, block.options)
        self._lesson = lesson
        self._kind = ALL_CHECKS[block.name]
        self._about: About | None = None
        self._source: object = None
        self._early: int | None = None  # chosen while the reviews are on their way
        if context.reading is not None:
            self.subscribe(context.reading.corpus_changed, self._follow)
            self.subscribe(context.reading.progressed, self._show_preparing)
            self.subscribe(context.reading.failed, self._answer_early)
        self.asked: AskedQuestion | None = None
        self.answer: Answer | None = None
        self.chosen: int | None = None
        stand_out(self.body, "card")
        self.head, self.text = label("caption", wraps=True), label("", wraps=True)
        self.note, self.says = label("dim", wraps=True), label("", wraps=True)
        for words in (self.text, self.says):
            sized(words.setStyleSheet, f"font-size: {LETTERS}px;")
        self._choices = column(spacing=GAP // 2)
        self.waiting = Waiting(500)
        self._work: Latest = Latest(self, self.waiting.show_progress)
        self.waiting.cancelled.connect(self._give_up)
        self.buttons: list[QPushButton] = []
        column(
            *(self.head, self.text, self.note, self._choices, self.waiting, self.says),
            of=self.body,
            margins=(2 * GAP, GAP, 2 * GAP, 2 * GAP),
            spacing=GAP,
        )
        self.dress()

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        if isinstance(self._kind, CheckKind):
            self._ask_of_pane(self._kind)
        else:
            self._ask_of_lesson(self._kind)
        self._say()
        self._answer_early()

    def _ask_of_lesson(self, kind: LessonCheck) -> None:
        """Put the question of a model or of the reviews; of another table of words, or of other
        reviews, it is asked anew."""
        context = self.context
        source: object = None
        if kind.is_of_words:
            source = context.words()[0]
        elif kind.is_of_reviews and context.reading is not None:
            source = context.reading.corpus
        if self.asked is None or source is not self._source:
            about = LessonAbout(
                self.options,
                context.bundled_named,
                context.sample,
                context.words,
                context.prepared,
            )
            self._put(kind.ask(about))
            self._source = source

    def _put(self, asked: AskedQuestion) -> None:
        self.asked = asked
        self._work.cancel()
        self.answer, self.chosen = None, None
        self._offer(len(asked.choices))

    def _ask_of_pane(self, kind: CheckKind) -> None:
        """Put the question of what a network of the kind reads now."""
        pane = self.context.pane(self.options.get("kind", kind.kind))
        beside = self.options.get("beside")
        other = None if beside is None else self._about_pane(self.context.pane(beside))
        about = self._about_pane(pane, other)
        if self._about is None or _parts(about) != _parts(self._about):
            asked = kind.ask(about)
            self._about = about
            self._put(asked)

    def _about_pane(self, pane: Pane, beside: About | None = None) -> About:
        assert pane.trace is not None
        return About(pane.trace, pane.layer, pane.units[0], self.options, beside)

    def choose(self, place: int) -> None:
        """Predict; the engine answers."""
        if self.asked is None:
            return
        self.chosen = place
        self._say()
        if self.answer is not None:
            self._write_down(is_shown=True)
            self.answered.emit()
        elif self._is_early:
            self._early = place
        else:
            self._work.start(partial(_answered, self.asked), self._take, self._fail)

    @property
    def _is_early(self) -> bool:
        """Whether it is about reviews that are still being prepared."""
        reading, kind = self.context.reading, self._kind
        of_reviews = isinstance(kind, LessonCheck) and kind.is_of_reviews
        return (
            of_reviews and reading is not None and reading.corpus is None and reading.is_preparing
        )

    def _show_preparing(self, progress: Progress | None) -> None:
        """What is waited for is how far the reviews are."""
        if self._early is not None:
            self.waiting.show_progress(progress)

    def _answer_early(self, *_: object) -> None:
        """The reviews are there, or there will be none: what was chosen before is answered."""
        if self._early is not None and not self._is_early:
            place, self._early = self._early, None
            self.waiting.show_progress(None)
            self.choose(place)

    def _give_up(self) -> None:
        self._work.cancel()
        self.waiting.show_progress(None)
        self.chosen = self._early = None
        self._say()

    def _take(self, answer: Answer) -> None:
        self.answer = answer
        self._write_down(is_shown=False)
        self._say()
        self.answered.emit()

    def _write_down(self, *, is_shown: bool) -> None:
        """Every answer counts as a try; one after the right one is shown as no more than that."""
        assert self.asked is not None
        assert self.answer is not None
        assert self.chosen is not None
        about = self._about
        panes = enumerate(self.session.panes)
        pane = next(
            (at for at, each in panes if about is not None and each.network is about.trace.network),
            None,
        )
        self.context.answered(
            LessonAnswer(
                self._lesson.name,
                self._lesson.title,
                self._kind.name,
                self.options,
                self._question,
                said(self.asked.choices[self.chosen]),
                self.chosen,
                self.chosen == self.answer.right,
                pane,
                None if about is None else about.unit,
                self._reviews,
                is_shown,
            )
        )

    @property
    def _reviews(self) -> SourceReference | None:
        reading, kind = self.context.reading, self._kind
        of_reviews = isinstance(kind, LessonCheck) and kind.is_of_reviews
        return reading.reference if of_reviews and reading is not None else None

    def _fail(self, error: GatescopeError) -> None:
        self.chosen = None
        self._say()
        self.says.setText(explain(error))
        self.says.show()

    def _offer(self, choices: int) -> None:
        """As many buttons as there are choices; those that there are stay."""
        for place in range(len(self.buttons), choices):
            button = push_button(lambda _=None, place=place: self.choose(place), checks=True)
            self.buttons.append(button)
            self._choices.addWidget(button)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < choices)

    @property
    def _question(self) -> str:
        """As it is handed in: with the network, which its card names above it."""
        assert self.asked is not None
        names = ", ".join(network_title(each.name) for each in self.asked.networks)
        text = said(self.asked.text)
        return f"{names}: {text}" if names else text

    def _say(self) -> None:
        assert self.asked is not None
        names = ", ".join(network_title(each.name) for each in self.asked.networks)
        self.head.setText(
            self.tr("What do you expect of {network}?").format(network=names)
            if names
            else self.tr("What do you expect?")
        )
        self.text.setText(said(self.asked.text))
        self.note.setText("" if self.asked.note is None else said(self.asked.note))
        self.note.setVisible(self.asked.note is not None)
        right = None if self.answer is None else self.answer.right
        for place, (button, choice) in enumerate(
            zip(self.buttons, self.asked.choices, strict=False)
        ):
            is_wrong = right is not None and place == self.chosen
            mark = "✓ " if place == right else "✗ " if is_wrong else ""
            button.setText(mark + said(choice))
            button.setChecked(place == self.chosen)
        self.says.setVisible(self.answer is not None)
        if self.answer is not None:
            is_right = self.chosen == right
            verdict = self.tr("As you said.") if is_right else self.tr("Otherwise than you said.")
            self.says.setText(f"{strong(verdict)} {said(self.answer.says)}")


def _parts(about: About) -> tuple[object, ...]:
    """What makes a question another one."""
    beside = () if about.beside is None else _parts(about.beside)
    return about.trace, about.layer, about.unit, beside


def _answered(asked: AskedQuestion, should_stop: ShouldStop) -> Generator[Progress, None, Answer]:
    yield Progress(0, 0, "Asking the network")
    return asked.answer(should_stop)
