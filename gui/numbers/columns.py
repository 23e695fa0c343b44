"""`ColumnsView`: which columns are read, in which order."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.i18n.texts import explain
from gui.kit import layouts
from gui.kit.view import View
from gui.kit.widgets import label, push_button
from gui.numbers.column_list import ColumnList
from gui.numbers.numbers import Numbers


class ColumnsView(View):
    """A list with a mark on every column that is read, numbered in the order of reading; what
    does not fit is said below, with what to do about it."""

    def __init__(self, numbers: Numbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self.title = label("title")
        self.list = ColumnList()
        self.list.toggled.connect(self._choose)
        self.problem = label("warning", wraps=True, is_plain=True)
        self.suggest = push_button(numbers.suggest_columns)
        self.repeat = push_button(numbers.repeat_columns)
        self.drop = push_button(lambda: numbers.set_missing("drop"))
        self.fill = push_button(lambda: numbers.set_missing("fill"))
        self._offers = QWidget()
        upper = layouts.row(self.suggest, self.repeat, None)
        layouts.column(upper, layouts.row(self.fill, self.drop, None), of=self._offers, spacing=4)
        layouts.column(self.title, self.list, self.problem, self._offers, of=self, spacing=4)
        numbers.changed.connect(self.show_columns)
        self.dress()
        self.show_columns()

    def show_columns(self) -> None:
        """List the table's columns, and say what is wrong."""
        table = self._numbers.cut.table
        names = () if table is None else table.columns
        self.list.show_columns(names, self._numbers.cut.columns)
        self.list.setVisible(len(names) > 1)
        self._say()

    def _choose(self, place: int) -> None:
        """A column is read after the others; one that is read is so no more.  Where one number
        a step is read, another column takes its place."""
        chosen = tuple(column for column in self._numbers.cut.columns if column != place)
        if place not in self._numbers.cut.columns:
            chosen = (place,) if self._numbers.features == 1 else (*chosen, place)
        self._numbers.choose_columns(chosen)

    def _say(self) -> None:
        numbers = self._numbers
        problem, table = numbers.cut.problem, numbers.cut.table
        self.problem.setVisible(problem is not None)
        self.problem.setText("" if problem is None else explain(problem))
        wanted = numbers.features or 0
        fits = numbers.reads_ids or wanted in (0, len(numbers.cut.columns))
        misfit = table is not None and not fits
        few = table is not None and len(table.columns) < wanted
        self.suggest.setVisible(misfit and not few)
        self.repeat.setVisible(
            misfit and bool(numbers.cut.columns) and len(numbers.cut.columns) < wanted
        )
        refuses = problem is not None and numbers.cut.windows is None and numbers.cut.holes > 0
        holes = refuses and fits and not numbers.reads_ids
        many = table is not None and len(table.columns) > 1
        self.title.setVisible(many or misfit)
        self.drop.setVisible(holes)
        self.fill.setVisible(holes)
        self._offers.setVisible(misfit or holes)
        self.suggest.setText(self.tr("Take the first {count}").format(count=wanted))
        if wanted:
            text = self.tr("Columns: {count} of {wanted}")
            self.title.setText(text.format(count=len(numbers.cut.columns), wanted=wanted))
        else:
            self.title.setText(self.tr("Columns: {count}").format(count=len(numbers.cut.columns)))

    def retranslate(self) -> None:
        """Set every text."""
        self.list.setAccessibleName(self.tr("Columns that are read, in their order"))
        self.title.setToolTip(
            self.tr("Which columns the network reads at each step, in the order of its features")
        )
        self.repeat.setText(self.tr("Repeat them"))
        self.repeat.setToolTip(self.tr("Read the chosen columns again until there are enough"))
        self.fill.setText(self.tr("Fill the gaps"))
        self.fill.setToolTip(self.tr("Repeat the value before each gap"))
        self.drop.setText(self.tr("Leave rows out"))
        self.drop.setToolTip(self.tr("Leave out the rows in which a chosen value is missing"))
        self._say()
