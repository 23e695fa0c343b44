"""How a run was set up, in a few words: what differs from the lecture, and its reviews."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from engine.counting import filled
from engine.training.recipes import FIELDS, RECIPES, Recipe
from engine.training.run import Run
from engine.training.status import finite
from gui.i18n.context import translator
from gui.training.field_texts import FieldTexts, field_texts

_tr = translator("RunSettings")

_BATCHES = ("batch", "batch_size")


def settings_text(run: Run, *, without: Collection[str] = ()) -> str:
    """What differs from the lecture's recipe: "lr 1e-3, batch 32, seed 7".

    Of people's own code it is the optimizer, the learning rate and the batch, as far as
    they are known; "" if nothing is.  Fields in ``without`` are said elsewhere.
    """
    if run.plan is None:
        return ", ".join(_recorded(run.settings))
    recipe = run.plan.recipe
    texts = field_texts()
    different = differences(recipe)
    changed = [
        _difference(texts[name], getattr(recipe, name), name)
        for name in different
        if name not in without
    ]
    if different or recipe.name not in RECIPES:
        return ", ".join(changed)
    return _tr("as in the lecture")


def differences(recipe: Recipe) -> list[str]:
    """The fields in which a recipe is other than the lecture's of its name.

    One that has no such name is held against what all recipes of the lecture share.
    """
    base = RECIPES.get(recipe.name) or Recipe(recipe.name, recipe.title, recipe.cell)
    return [
        name
        for name in field_texts()
        if FIELDS[name].owner == "recipe" and getattr(recipe, name) != getattr(base, name)
    ]


def reviews_text(run: Run) -> str:
    """What it learns from: "IMDB reviews, 5,000", the name of a file or a folder."""
    if run.plan is None:
        return _tr("own code")
    source = run.plan.source
    if source.kind == "keras":
        text = _tr("Keras, training half") if source.split != "test" else _tr("Keras, test half")
    elif source.kind == "imdb":
        text = _tr("IMDB reviews")
    else:
        text = Path(source.path).name or source.path
    if run.plan.limit is not None:
        text += ", " + _tr("the first {count}").format(count=f"{run.plan.limit:,}")
    return text


def rate_text(rate: float) -> str:
    """A learning rate as people write it: 1e-4, 5e-4, 0.01."""
    if 0 < rate < 0.01:
        mantissa, exponent = f"{rate:e}".split("e")
        return f"{float(mantissa):g}e{int(exponent)}"
    return f"{rate:g}"


def _difference(texts: FieldTexts, value: Any, name: str) -> str:
    if value in texts.values:
        return texts.values[value]
    if name == "learning_rate":
        shown = rate_text(value)
    else:
        shown = f"{value:,}" if type(value) is int and "seed" not in name else f"{value}"
    return filled(texts.difference, {"value": shown})


def _recorded(settings: Mapping[str, Any]) -> list[str]:
    """What people's own code told of itself; it may be anything."""
    parts = []
    optimizer = settings.get("optimizer")
    if isinstance(optimizer, str) and optimizer not in ("", "NoneType"):
        parts.append(optimizer[:40])
    if (rate := _number(settings.get("learning_rate"))) is not None:
        parts.append(_tr("lr {rate}").format(rate=rate_text(rate)))
    batch = next((_number(settings.get(name)) for name in _BATCHES if name in settings), None)
    if batch is not None:
        parts.append(_tr("batch {value}").format(value=f"{batch:,.0f}"))
    return parts


def _number(value: object) -> float | None:
    number = finite(value)
    return number if number is not None and abs(number) < 1e15 else None
