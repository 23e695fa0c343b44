"""A field of a recipe is a row of one table: forms, texts and sentences follow it by themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.training.recipes import FIELDS, RECIPES, RecipeField, fields_of
from gui.i18n.languages import install_language
from gui.training.cards.field_steps import stepped
from gui.training.editor import PlanEditor
from gui.training.field_texts import data_texts, field_texts
from gui.training.fields import NumberField
from gui.training.keeper import RunKeeper
from gui.training.model_tab import ModelTab
from gui.training.run_settings import settings_text
from tests.gui.runs import a_run

OF_THE_RECIPE = [field for field in FIELDS.values() if field.owner == "recipe"]
NUMBERS = [field for field in FIELDS.values() if field.is_number]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_field_is_named_in_every_form(qapp: QApplication, language: str) -> None:
    install_language(qapp, language)
    for texts in (field_texts(), data_texts()):
        assert set(texts) == set(FIELDS)
        assert all(each.label and each.tip for each in texts.values())
    for field in FIELDS.values():
        for form in (field_texts(), data_texts()):
            assert set(form[field.name].choices) <= {*field.choices, True, False}


def test_the_model_tab_has_the_fields_of_its_groups(qtbot: QtBot, tmp_path: Path) -> None:
    keeper = RunKeeper()
    tab = ModelTab(PlanEditor(), keeper)
    qtbot.addWidget(tab)
    names = [field.name for name in ("network", "training") for field in fields_of(name)]
    assert list(tab.fields) == names
    assert all(field.label.text() for field in tab.fields.values())
    keeper.shut_down()


@pytest.mark.parametrize("field", OF_THE_RECIPE, ids=[field.name for field in OF_THE_RECIPE])
def test_every_difference_from_the_lecture_is_said(field: RecipeField) -> None:
    recipe, values = RECIPES["lstm"], {}
    if field.kind == "choice":
        values = {other: "" for other in field.choices if other != getattr(recipe, field.name)}
    elif field.kind == "switch":
        values = {not getattr(recipe, field.name): ""}
    else:
        values = {stepped(field.name, getattr(recipe, field.name), 1): ""}
    for value in values:
        text = settings_text(a_run(recipe=replace(recipe, **{field.name: value})))
        assert text
        assert "{" not in text
        assert text != "as in the lecture"


@pytest.mark.parametrize("field", NUMBERS, ids=[field.name for field in NUMBERS])
def test_the_arrow_keys_stay_within_the_bounds(field: RecipeField) -> None:
    editor = PlanEditor()
    for value, direction in ((field.low, -1), (field.high, 1), (field.low, 1), (field.high, -1)):
        after = stepped(field.name, value, direction)
        if after is None:
            assert field.is_optional
            continue
        assert field.low <= after <= field.high
        assert isinstance(after, int) == (field.kind == "whole")
        editor.set(field.name, after)
        assert editor.problem(field.name) == ""
    editor.set(field.name, str(field.high * 2))
    assert editor.problem(field.name)


@pytest.mark.parametrize("field", NUMBERS, ids=[field.name for field in NUMBERS])
def test_a_number_is_what_was_typed_or_none(
    qtbot: QtBot, qapp: QApplication, field: RecipeField
) -> None:
    """Never a thousand times it, where a comma may be meant as the decimal point."""
    install_language(qapp, "en")
    editor = PlanEditor()
    control = NumberField(editor, field.name)
    qtbot.addWidget(control)
    for text in ("0,001", "0,5", "6,4", "1_0", "1_000", "10,0", "1,00,000", "1,", ",100", "1,5e3"):
        control.edit.clear()
        qtbot.keyClicks(control.edit, text)
        assert editor.value(field.name) == text
        assert not editor.is_right
        assert editor.problem(field.name) in ("a whole number", "a number", "a point, not a comma")
        control.edit.editingFinished.emit()
        assert control.edit.text() == text  # nor is it rewritten as another
    control.edit.clear()
    qtbot.keyClicks(control.edit, "1,234")
    assert editor.value(field.name) == (1234 if field.kind == "whole" else "1,234")
