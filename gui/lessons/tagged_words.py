"""`TaggedWords`: many to many, step by step. A sentence of one's own, and a tag for every word."""

from __future__ import annotations

import html

from engine.errors import LessonError
from engine.lessons.mappings import Tagged, tag
from engine.library import LESSONS
from engine.session.state import SessionState
from engine.tasks import tagger
from engine.tasks.bundled import task_record
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options
from gui.lessons.schema import Box, Schema
from gui.lessons.typed import TypedPicture
from gui.lessons.value_row import ValueRow
from gui.look.numbers_text import number
from gui.look.theme import theme
from gui.look.typefaces import strong
from gui.naming import tag_names

TEXT = "a great film with an awful story and not a bad end"
"""What is read where the lesson says nothing else."""


class TaggedWords(TypedPicture):
    """A line to type in, the schema with words and tags, and the three numbers of the chosen word."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options, options.get("text", TEXT))
        self.tagged: Tagged | None = None
        self.chosen = 1
        self.schema = Schema("many_to_many", grows=True)
        self.schema.column_asked.connect(self._choose)
        self.title, self.shares, self.state = label("caption"), ValueRow(), ValueRow()
        self.words, self.said = label("", wraps=True), label("", wraps=True)
        below = self.words, self.title, self.shares, self.state, self.said
        self.lay_out(self.schema, *below)
        self.dress()

    def _choose(self, place: int) -> None:
        self.chosen = place
        self._follow()

    def step_of_view(self, view: SessionState) -> int | None:
        """See `TypedPicture.step_of_view`."""
        return view.step if self.tagged is None else int(self.tagged.steps[self.chosen])

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        network = self.context.bundled(LESSONS / "tagger.keras")
        if (record := task_record(tagger.TASK)) is None:
            raise LessonError(
                "The models of this task are missing. Install Gatescope again, or make them: make "
                "models ARGS={task}.",
                task="tagger",
            )
        tagged = self.taken(lambda: tag(network, self.text.text(), record.data["data"]))
        if tagged is None:
            return
        self.tagged, look = tagged, theme()
        names, colours = self._names(), ("", look.good, look.bad)
        self.chosen = min(self.chosen, len(tagged.steps) - 1)
        boxes = [Box(names[each] if each else "–", colours[each]) for each in tagged.tags]
        states = next(iter(tagged.trace.layers.values())).series["h"][tagged.steps]
        self.schema.show_columns(tagged.words, boxes, self.chosen, states=states)
        coloured = [
            f'<span style="color:{colours[each]}">{strong(html.escape(word))}</span>'
            if each
            else html.escape(word)
            for word, each in zip(tagged.words, tagged.tags, strict=True)
        ]
        self.words.setText(" ".join(coloured))
        word = tagged.words[self.chosen]
        self.title.setText(self.tr("At “{word}”").format(word=word))
        shares = tagged.trace.prediction[tagged.steps[self.chosen]]
        chosen = int(tagged.tags[self.chosen])
        self.shares.show_values(self.tr("how likely each is"), shares, 0.0, 1.0, names, chosen)
        self.state.show_values(self.tr("hidden state h"), states[self.chosen])
        self._say(tagged)

    def _names(self) -> tuple[str, ...]:
        return tag_names()

    def _say(self, tagged: Tagged) -> None:
        names = self._names()
        others = [
            self.tr("“{word}” ({tag})").format(word=word, tag=names[rule])
            for word, said, rule in zip(tagged.words, tagged.tags, tagged.by_rule, strict=True)
            if said != rule
        ]
        if others:
            lines = [
                self.tr("The rule that it learned from says otherwise of {words}.").format(
                    words=", ".join(others)
                )
            ]
        else:
            lines = [self.tr("The rule that it learned from says the same of every word.")]
        if tagged.unknown:
            lines.append(
                self.tr("Not among the words that it knows: {words}.").format(
                    words=", ".join(tagged.unknown)
                )
            )
        if (record := task_record(tagger.TASK)) is not None:
            scores = record.model("tagger").record.scores
            lines.append(
                self.tr(
                    "On held-out reviews {polar}\u00a0% of praise and complaint are as the rule has them, "
                    "and {turned}\u00a0% of what a “not” turns round."
                ).format(
                    polar=number(100 * scores["polar accuracy"], 1),
                    turned=number(100 * scores["turned accuracy"], 1),
                )
            )
        self.said.setText(html.escape(" ".join(lines)))

    def retranslate(self) -> None:
        """Name the line."""
        self.text_name.setText(self.tr("Sentence"))
        self.text.setAccessibleName(self.tr("Sentence that is tagged"))
        super().retranslate()
