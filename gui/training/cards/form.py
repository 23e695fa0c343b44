"""`DataForm`: where the reviews come from, and the fields of the data."""

from __future__ import annotations

from engine.training.recipes import fields_of
from gui.kit.layouts import column, row
from gui.kit.view import View
from gui.kit.widgets import push_button
from gui.look.theme import GAP
from gui.review.reading import Reading
from gui.review.source import SourceView
from gui.training.editor import PlanEditor
from gui.training.field_texts import data_texts
from gui.training.fields import ChoiceField, Field, field_grid, make_field

IN_A_LINE = 3


class DataForm(View):
    """The source above three lines of fields."""

    def __init__(self, editor: PlanEditor, reading: Reading) -> None:
        super().__init__()
        self._editor = editor
        self.source = SourceView(reading)
        self.one_hot = ChoiceField(editor, "one_hot", (True, False))
        self.fields: dict[str, Field] = {
            field.name: self.one_hot if field.name == "one_hot" else make_field(editor, field.name)
            for field in fields_of("data")
        }
        self.masking = self.fields["mask"]
        # Each field ends with a line of its own, so lines need little room between them.
        grid = field_grid(self.fields.values(), IN_A_LINE, (GAP + 4, 4))
        self.reset = push_button(editor.reset_data)
        column(self.source, grid, row(self.reset, None), of=self)
        editor.changed.connect(self._allow_mask)
        editor.changed.connect(self._offer_reset)
        self._offer_reset()
        self.dress()

    def _offer_reset(self) -> None:
        self.reset.setEnabled(self._editor.data_differs)

    def _allow_mask(self) -> None:
        """One-hot rows have nothing that could mask."""
        one_hot = bool(self._editor.value("one_hot"))
        self.masking.setEnabled(not one_hot)
        texts = data_texts()["mask"]
        tip = texts.tip
        if one_hot:
            tip = self.tr("Keras masks padding in the embedding (mask_zero): one-hot has none")
        self.masking.set_label(texts.label, tip)
        self.masking.set_hint(self.tr("embedding only") if one_hot else "")

    def retranslate(self) -> None:
        """Name the fields, with Keras's own names in the tips."""
        texts = data_texts()
        for name, field in self.fields.items():
            field.show_texts(texts[name])
        self.reset.setText(self.tr("As in the lecture"))
        self.reset.setToolTip(self.tr("Words, length, sides and split as the lecture has them"))
        self._allow_mask()
