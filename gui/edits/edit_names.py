"""What an edit is called in the window; its exact text is `str(edit)`."""

from __future__ import annotations

from engine.counting import filled
from engine.replay.edits import (
    Content,
    Delete,
    Edit,
    GateEdit,
    Insert,
    LayerEdit,
    Move,
    ReadOn,
    Replace,
    UnitOff,
    unit_ranges,
)
from gui.i18n.context import translator
from gui.look.numbers_text import four_digits

_tr = translator("EditTexts")


def edit_title(edit: Edit) -> str:
    """A few words: ``lstm f = 0 · unit 3 · from step 10``."""
    if isinstance(edit, Replace):
        text = _tr("step {step}: {content}")
        return text.format(step=edit.step + 1, content=content_text(edit.content))
    if isinstance(edit, Insert):
        text = _tr("before step {step}: {content}")
        return text.format(step=edit.step + 1, content=content_text(edit.content))
    if isinstance(edit, Delete):
        return _tr("without step {step}").format(step=edit.step + 1)
    if isinstance(edit, Move):
        return filled(_tr("step {step} moved to {to}"), {"step": edit.step + 1, "to": edit.to + 1})
    if isinstance(edit, ReadOn):
        parts = [filled(_tr("reads on for {count} steps"), {"count": edit.count})]
        if edit.temperature:
            values = {"value": four_digits(edit.temperature), "seed": edit.seed}
            parts.append(_tr("temperature {value}, seed {seed}").format(**values))
        if edit.start is not None:
            parts.append(filled(_tr("begins with id {id}"), {"id": edit.start}))
        return " · ".join(parts)
    return " · ".join((_change(edit), _units(edit), _steps(edit)))


def content_text(content: Content) -> str:
    """What is read at a step, as it is typed."""
    return ", ".join(map(four_digits, content)) if isinstance(content, tuple) else str(content)


def _change(edit: LayerEdit) -> str:
    if isinstance(edit, UnitOff):
        return _tr("{layer} off").format(layer=edit.layer)
    if isinstance(edit, GateEdit) and edit.value is None:
        return f"{edit.layer} {edit.key} × {four_digits(edit.factor or 0.0)}"
    return f"{edit.layer} {edit.key} = {four_digits(edit.value or 0.0)}"


def _units(edit: LayerEdit) -> str:
    if edit.units is None:
        return _tr("all units")
    return _tr("unit {unit}").format(unit=unit_ranges(edit.units))


def _steps(edit: LayerEdit) -> str:
    if edit.last is None:
        return _tr("from step {step}").format(step=edit.first + 1) if edit.first else _tr("always")
    if edit.last == edit.first:
        return _tr("at step {step}").format(step=edit.first + 1)
    return _tr("steps {first} to {last}").format(first=edit.first + 1, last=edit.last + 1)
