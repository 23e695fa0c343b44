"""`OneHotCard`: a step of the review as a one-hot row, and what all of them would take."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from engine.counting import filled
from engine.training.preparation import one_hot_bytes, one_hot_row
from gui.training.card import Card, Shown, Stepper, fact_grid, line
from gui.training.cards.one_hot_strip import OneHotStrip, printed

_UNITS = ((1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "kB"))


class OneHotCard(Card):
    """``to_categorical(train_seq)[n][t]``; the user may choose the step, from 0."""

    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.step = Stepper()
        self.step.valueChanged.connect(lambda step: self.step_asked.emit(step - 1))
        self.head.addWidget(self.step)
        self.word, self.strip = line("dim"), OneHotStrip()
        self.column.addWidget(self.word)
        self.column.addWidget(self.strip)
        grid = fact_grid(stretched=0)
        self._names = tuple(line("dim") for _ in range(3))
        self.values = tuple(line("") for _ in range(3))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for row, (name, value) in enumerate(zip(self._names, self.values, strict=True)):
            value.setWordWrap(False)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1, right)
        self.note = line("caption")
        self.column.addLayout(grid)
        self.column.addWidget(self.note)
        self.dress()

    def say(self, shown: Shown) -> None:
        """Show the row of the chosen step."""
        recipe, review, step = shown.recipe, shown.review, shown.step
        self.step.show_value(step + 1, 1, len(review))
        row = one_hot_row(shown.id, recipe.num_words)
        self.strip.show_row(row)
        first, last = self.strip.written
        place = f"train_oh[{shown.nth}][{step}]"
        self.code.setText(f"train_oh = to_categorical(train_seq)\n{place}[{first}:{last}]")
        self.strip.setAccessibleDescription(printed(row[first:last]))
        if review.padding[step]:
            self.word.setText(self.tr("padding · id 0"))
        else:
            text = self.tr("“{word}” · unknown, read as id {id}")
            if not review.unknown[step]:
                text = self.tr("“{word}” · id {id}")
            self.word.setText(filled(text, {"word": review.steps[step], "id": shown.id}))
        shape = (len(shown.preparation.learned), recipe.length, recipe.num_words)
        size = size_text(one_hot_bytes(shown.preparation, recipe))
        facts = (
            (f"np.sum({place})", str(float(row.sum()))),
            ("train_oh.shape", str(shape)),
            (self.tr("in memory, 4 bytes a number"), size),
        )
        for name, value, texts in zip(self._names, self.values, facts, strict=True):
            name.setText(texts[0])
            value.setText(texts[1])
        note = self.tr("Not needed with an embedding, which reads the ids themselves.")
        if recipe.embedding is None:
            note = self.tr(
                "Gatescope trains on the ids and never makes this array: the result is the same."
            )
        self.note.setText(note)

    def name_parts(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("One-hot row"))
        self.step.setPrefix(self.tr("step "))
        self.step.setAccessibleName(self.tr("Step of the one-hot row"))
        self.strip.setAccessibleName(self.tr("The numbers around the 1"))


def size_text(size: int) -> str:
    """Bytes as people say them: 4.0 GB."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:,.1f} {name}"
    return f"{size} B"
