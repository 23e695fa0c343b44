"""`LoneWord`: one to one. Words through a network without time, each by itself, layer by layer."""

from __future__ import annotations

from engine.counting import filled
from engine.lessons.mappings import WordAlone, read_alone
from engine.library import LESSONS
from engine.session.state import SessionState
from gui.kit.widgets import label
from gui.lessons.context import LessonContext
from gui.lessons.picture import Options
from gui.lessons.schema import Box, Schema
from gui.lessons.typed import TypedPicture
from gui.lessons.value_row import ValueRow
from gui.look.numbers_text import number

WORDS = "great but not great"
"""What is read where the lesson says nothing else."""

LAYERS = 3
"""Of the bundled network, `Flatten` left out."""


class LoneWord(TypedPicture):
    """A line to type in, the schema, and what each layer makes of the chosen word."""

    def __init__(self, context: LessonContext, options: Options) -> None:
        super().__init__(context, options, options.get("words", WORDS))
        self.read: tuple[WordAlone, ...] = ()
        self.chosen = 0
        self.schema = Schema("one_to_one", grows=True)
        self.schema.column_asked.connect(self._choose)
        self.rows = [ValueRow() for _ in range(LAYERS)]
        self.title, self.said = label("caption"), label("", wraps=True)
        self.lay_out(self.schema, self.title, *self.rows, self.said)
        self.dress()

    def _choose(self, place: int) -> None:
        self.chosen = place
        self._follow()

    def step_of_view(self, view: SessionState) -> int | None:
        """See `TypedPicture.step_of_view`; there padding stands in front of the words."""
        return max(0, view.encoding.length - len(self.read)) + self.chosen

    def show_all(self) -> None:
        """See `Picture.show_all`."""
        network = self.context.bundled(LESSONS / "one_to_one.keras")
        if (read := self.taken(lambda: read_alone(network, self.text.text()))) is None:
            return
        self.read = read
        self.chosen = min(self.chosen, len(self.read) - 1)
        word = self.read[self.chosen]
        answers = [Box(number(each.answer)) for each in self.read]
        self.schema.show_columns([each.word for each in self.read], answers, self.chosen)
        self.title.setText(
            filled(
                self.tr("What the layers make of “{word}”, id {id}"),
                {"word": word.word, "id": word.id},
            )
        )
        for shown, (kind, values) in zip(self.rows, word.layers, strict=True):
            is_last = shown is self.rows[-1]
            reach = max(1.0, float(abs(values).max()))
            name = self.tr("answer, 0 to 1") if is_last else f"{kind}, {len(values)}"
            shown.show_values(name, values, 0.0 if is_last else -reach, reach)
        self._say(word)

    def _say(self, word: WordAlone) -> None:
        side = self.tr("praise") if word.answer > 0.5 else self.tr("complaint")
        lines = [
            self.tr("“{word}” alone: {answer}, rather {side}.").format(
                word=word.word, answer=number(word.answer), side=side
            )
        ]
        same = [place for place, each in enumerate(self.read, 1) if each.word == word.word]
        if len(same) > 1:
            lines.append(
                self.tr(
                    "It stands at {places} and has the same answer at each: what stood before is "
                    "nowhere kept."
                ).format(places=self.tr(" and ").join(map(self._place, same)))
            )
        if not word.is_known:
            lines.append(
                filled(
                    self.tr(
                        "It is none of the words that this network knows, and read as id {id}, as "
                        "every other such word."
                    ),
                    {"id": word.id},
                )
            )
        self.said.setText(" ".join(lines))

    def _place(self, nth: int) -> str:
        return self.tr("place {nth}").format(nth=nth)

    def retranslate(self) -> None:
        """Name the line."""
        self.text_name.setText(self.tr("Words"))
        self.text.setAccessibleName(self.tr("Words that are read"))
        super().retranslate()
