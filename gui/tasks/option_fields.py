"""The fields of a task's options: one row an option."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from engine.explain.methods import METHODS
from engine.lessons.class_task import number_text
from engine.lessons.task_kinds.reach import MAX_EDITS
from engine.lessons.view_reading import ViewReading
from engine.library import TITLES
from engine.replay.trace import Trace
from engine.session.signals import answer_of
from gui.i18n.context import translator
from gui.i18n.texts import explain, network_title
from gui.look.meanings import series_name

_tr = translator("TaskOptions")


@dataclass(frozen=True)
class OptionField:
    """A field of a form.

    Attributes:
        widget: what is filled in.
        changed: it is filled in otherwise.
        text: the value as a task file has it; "" leaves the option out.
    """

    widget: QWidget
    changed: SignalInstance
    text: Callable[[], str]


@dataclass(frozen=True, eq=False)
class ShownOptions:
    """What the fields offer.

    Attributes:
        reading: that of the view.
        place: of the network that is asked, from 0.
        step: at which the window stands, from 0.
        kind: the kind of task.
    """

    reading: ViewReading
    place: int
    step: int
    kind: str


def _combo(choices: Iterable[tuple[str, str]], current: str = "") -> OptionField:
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    return OptionField(box, box.currentIndexChanged, lambda: str(box.currentData() or ""))


def _whole(value: int, least: int, most: int) -> OptionField:
    box = QSpinBox()
    box.setRange(least, max(least, most))
    box.setValue(value)
    return OptionField(box, box.valueChanged, lambda: str(box.value()))


def _real(value: float, least: float, most: float, step: float) -> OptionField:
    box = QDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(4)
    box.setSingleStep(step)
    box.setValue(value)
    return OptionField(box, box.valueChanged, lambda: number_text(box.value()))


def _words(text: str) -> OptionField:
    line = QLineEdit(text)
    line.setMaxLength(200)
    return OptionField(line, line.editingFinished, lambda: line.text().strip())


def _network(shown: ShownOptions) -> OptionField:
    panes = enumerate(shown.reading.panes, 1)
    rows = [(str(at), f"{at}: {network_title(pane.network.name)}") for at, pane in panes]
    return _combo(rows, str(shown.place + 1))


def _series(shown: ShownOptions) -> OptionField:
    trace = shown.reading.panes[shown.place].layer_trace
    keys = [] if trace is None else list(trace.series)
    first = _tr("the answer p(t)") if shown.kind in ("value", "crossing", "most") else _tr("usual")
    return _combo([("", first), *((key, f"{key}  {series_name(key)}") for key in keys)])


def _unit(shown: ShownOptions) -> OptionField:
    pane = shown.reading.panes[shown.place]
    return _whole(pane.units[0] + 1, 1, pane.shown.units)


def _step(shown: ShownOptions) -> OptionField:
    trace = _trace(shown)
    return _whole(shown.step + 1, 1, 1 if trace is None else len(trace))


def _tolerance(shown: ShownOptions) -> OptionField:
    return _whole(0, 0, 10_000) if shown.kind == "crossing" else _real(0.01, 0, 1e6, 0.01)


def _word(shown: ShownOptions) -> OptionField:
    if shown.kind not in ("gate", "adds"):  # of a lesson's own text
        return _words("")
    names = shown.reading.sequence.steps
    return _words(names[shown.step] if shown.step < len(names) else "")


def _side(shown: ShownOptions) -> OptionField:
    """First the side of a half on which the answer does not lie yet: what is so needs no edit."""
    sides, trace = (("below", _tr("below")), ("above", _tr("above"))), _trace(shown)
    is_below = trace is not None and float(answer_of(trace)[-1]) < 0.5
    return _combo(sides[::-1] if is_below else sides)


def _trace(shown: ShownOptions) -> Trace | None:
    return shown.reading.panes[shown.place].trace


FIELDS: Mapping[str, Callable[[ShownOptions], OptionField]] = {
    "network": _network,
    "series": _series,
    "unit": _unit,
    "step": _step,
    "word": _word,
    "level": lambda shown: _real(0.5, -1e6, 1e6, 0.1),
    "tolerance": _tolerance,
    "method": lambda shown: _combo((name, explain(row.title)) for name, row in METHODS.items()),
    "side": _side,
    "edits": lambda shown: _whole(1, 1, MAX_EDITS),
    "only": lambda shown: _combo(
        (("", _tr("of any sort")), ("words", _tr("of words")), ("gates", _tr("of gates and units")))
    ),
    "function": lambda shown: _combo((name, name) for name in ("sigmoid", "tanh", "relu")),
    "at": lambda shown: _real(0, -100, 100, 0.5),
    "steps": lambda shown: _whole(20, 1, max(1, len(shown.reading.sequence) - 1)),
    "value": lambda shown: _real(0.5 if shown.kind == "turns" else 0, -100, 100, 0.5),
    "before": lambda shown: _words(""),
    "text": lambda shown: _words(""),
    "model": lambda shown: _combo([("", _tr("usual")), *((name, name) for name in TITLES)]),
    "patience": lambda shown: _whole(3, 1, 100),
    "seed": lambda shown: _whole(1, 0, 999_999_999),
}
"""By the name of the option.  The kind of cell is that of the network."""


def option_name(option: str) -> str:
    """What a field is called."""
    return {
        "network": _tr("network"),
        "series": _tr("what"),
        "unit": _tr("unit"),
        "step": _tr("step"),
        "word": _tr("word"),
        "level": _tr("level"),
        "tolerance": _tr("may be off by"),
        "method": _tr("method"),
        "side": _tr("p at the end is to be"),
        "edits": _tr("edits at most"),
        "only": _tr("which edits"),
        "function": _tr("function"),
        "at": _tr("at"),
        "steps": _tr("steps"),
        "value": _tr("held at"),
        "seed": _tr("seed"),
        "before": _tr("word before"),
        "text": _tr("text"),
        "model": _tr("training of"),
        "patience": _tr("patience"),
    }[option]
