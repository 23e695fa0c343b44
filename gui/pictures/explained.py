"""What has been found out of a session, for its picture; and what is still to be asked for it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from engine.explain.attribution import Attribution
from engine.replay.trace import Trace
from engine.session.session import Session
from gui.explain import attending, page_questions, questions
from gui.explain.answers import Answer
from gui.explain.explaining import Explaining, Question


@dataclass(frozen=True)
class Explained:
    """The answers of a window, for a session that reads the same."""

    session: Session
    explaining: Explaining

    def attribution(self, place: int, method: str) -> Answer | None:
        """An `Attribution` of a pane; None while nobody knows, here and below."""
        question = questions.attribution_in(self.session, self.explaining, place, method)
        return self._find(place, question)

    def before(self, place: int, answer: Attribution) -> float | None:
        """What an attribution explains, of the reading without edits; None where nothing was
        edited."""
        question = questions.answer_before(self.session, self.explaining, place, answer)
        found = None if question is None else self._find(place, question)
        return found if isinstance(found, float) else None

    def memory(self, place: int) -> Answer | None:
        """A `Memory`."""
        return self._find(place, self._of_trace(place, questions.memory))

    def fading(self, place: int) -> Answer | None:
        """A `Felt`."""
        return self._find(place, self._of_trace(place, questions.fading))

    def attention(self, place: int) -> Answer | None:
        """An `Attended`: what the page shows, which is known as soon as the review is read."""
        pane = self.session.panes[place]
        shown = attending.chosen(self.explaining, pane)
        return attending.why_nothing(pane) if shown is None else shown

    def states(self, place: int) -> Answer | None:
        """A `StateSpace`."""
        question = page_questions.states(self.session, self.explaining, self.session.panes[place])
        return self._find(place, question, sampled=True)

    def readings(self, place: int) -> Answer | None:
        """A tuple of `VariantReading`."""
        pane = self.session.panes[place]
        return self._find(place, page_questions.readings(self.session, self.explaining, pane))

    def scores(self, place: int) -> Answer | None:
        """A tuple of `VariantScore`."""
        question = page_questions.scores(self.session, self.explaining, self.session.panes[place])
        return self._find(place, question, sampled=True)

    def deletion(self, place: int) -> Answer | None:
        """A `Deletion`."""
        question = questions.deletion(self.session, self.explaining, place)
        return self._find(place, question, sampled=True)

    def _of_trace(self, place: int, ask: Callable[[Trace, str], Question]) -> Question | None:
        pane = self.session.panes[place]
        return None if pane.trace is None else ask(pane.trace, pane.layer)

    def _find(
        self, place: int, question: Question | None, *, sampled: bool = False
    ) -> Answer | None:
        if question is None:
            return self.session.panes[place].problem
        explaining = self.explaining
        return (explaining.samples if sampled else explaining.asker).find(question.key)

    def wanted(self, parts: Collection[str]) -> tuple[list[Question], list[Question]]:
        """What has to be asked for these parts: of what is read, and of a sample."""
        session, explaining = self.session, self.explaining
        read: list[Question | None] = []
        sampled: list[Question | None] = []
        if session.sequence is None:
            return [], []
        for place, pane in enumerate(session.panes):
            if "attribution" in parts:
                for method in explaining.asked.methods:
                    read.append(questions.attribution_in(session, explaining, place, method))
                    answer = self.attribution(place, method)
                    if isinstance(answer, Attribution):
                        read.append(questions.answer_before(session, explaining, place, answer))
            if "memory" in parts:
                read.append(self._of_trace(place, questions.memory))
            if "fading" in parts:
                read.append(self._of_trace(place, questions.fading))
            if "states" in parts:
                sampled.append(page_questions.states(session, explaining, pane))
            if "padding" in parts:
                readings = page_questions.readings(session, explaining, pane)
                if readings is not None:
                    read.append(readings)
                    sampled.append(page_questions.scores(session, explaining, pane))
            if "deletion" in parts:
                sampled.append(questions.deletion(session, explaining, place))
        return [each for each in read if each], [each for each in sampled if each]

    def is_known(self, parts: Collection[str]) -> bool:
        """Whether all of it has been answered."""
        askers = self.explaining.asker, self.explaining.samples
        return all(
            asker.find(question.key) is not None
            for asker, wanted in zip(askers, self.wanted(parts), strict=True)
            for question in wanted
        )

    def ask(self, parts: Collection[str]) -> None:
        """Ask for these parts, in place of what was asked for the last picture."""
        askers = self.explaining.asker, self.explaining.samples
        for asker, wanted in zip(askers, self.wanted(parts), strict=True):
            asker.ask("picture", wanted)
