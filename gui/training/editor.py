"""`PlanEditor`: the plan as the user is typing it; every field is checked at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.errors import GatescopeError
from engine.text.sources.reference import SourceReference
from engine.training.plan import DEMONSTRATION, Plan
from engine.training.recipes import (
    FIELDS,
    RECIPES,
    Recipe,
    bound_text,
    describe,
    fields_of,
    is_finite,
    problem_of,
)
from gui.i18n.texts import explain

DATA = tuple(field.name for field in fields_of("data") if field.owner == "recipe")
"""Fields of a recipe that say what is read, and not by which network."""

FIRST = "lstm"
"""The recipe of the very first launch."""

_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+")


class PlanEditor(QObject):
    """Holds what is in the fields, right or wrong, and the last plan that was right.

    A field is one of `FIELDS`: of the recipe or of the plan around it.  ``embedding`` is
    a number all the time; ``one_hot`` (bool) says whether it is used.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan(RECIPES[FIRST])
        self._values: dict[str, Any] = {}
        self._is_demonstration = False  # nobody has said how many reviews
        self._take(self._plan)

    # -- what there is -----------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan of the fields; while one of them is wrong, the last one that was right."""
        return self._plan

    @property
    def recipe(self) -> Recipe:
        """The recipe of `plan`."""
        return self._plan.recipe

    @property
    def source(self) -> SourceReference:
        """Where the reviews come from."""
        return self._plan.source

    @property
    def base(self) -> str:
        """The name of the lecture's recipe that it began with."""
        return self._plan.recipe.name

    def value(self, name: str) -> Any:
        """What is in a field: a number or a choice, or the text that is no number."""
        return self._values[name]

    def differs(self, name: str) -> bool:
        """Whether a field is other than in the recipe that it began with."""
        base = RECIPES.get(self.base)
        if base is None or name not in FIELDS or FIELDS[name].owner == "plan":
            return False
        if name == "embedding" and base.embedding is None:
            return False
        return bool(self._values[name] != _of(base, name))

    def in_lecture(self, name: str) -> Any:
        """What is in a field in the recipe that it began with."""
        return _of(RECIPES[self.base], name)

    def problem(self, name: str) -> str:
        """What is wrong with a field, short and in the window's language; "" if nothing."""
        field, value = FIELDS.get(name), self._values[name]
        if field is None or (field.is_optional and value in (None, "")):
            return ""
        if field.is_number:
            problem = field.number_problem(value)
            if problem == "kind":
                if field.kind == "whole":
                    return self.tr("a whole number")
                is_comma = isinstance(value, str) and "," in value
                return self.tr("a point, not a comma") if is_comma else self.tr("a number")
            if problem == "bounds":
                low, high = bound_text(field.low), bound_text(field.high)
                return self.tr("{low} to {high}").format(low=low, high=high)
            return ""
        error = problem_of(name, value)
        return "" if error is None else explain(error)

    @property
    def problems(self) -> list[str]:
        """The names of the fields that are wrong."""
        return [name for name in self._values if self.problem(name)]

    @property
    def is_right(self) -> bool:
        """Whether the plan can be carried out as the fields have it."""
        return not self.problems

    # -- changing it -------------------------------------------------------------

    def set(self, name: str, value: Any) -> None:
        """Put something into a field; a text is read as a number where one belongs."""
        if isinstance(value, str) and FIELDS[name].is_number:
            value = _read(value, whole=FIELDS[name].kind == "whole")
        if value == self._values.get(name) and type(value) is type(self._values.get(name)):
            return
        self._values[name] = value
        self._is_demonstration &= name != "limit"
        if name == "one_hot" and value:
            self._values["mask"] = False  # there is no embedding that could mask
        self._settle()

    def start_from(self, name: str) -> None:
        """Begin with a recipe of the lecture; what the user has said of the data stays, and the
        few reviews of the demonstration do not."""
        base, now = RECIPES[name], self.recipe
        data = {field: getattr(now, field) for field in DATA}
        data["mask"] = now.mask and base.embedding is not None
        recipe = replace(base, **data)
        limit = None if self._is_demonstration else self._plan.limit
        self.use(replace(self._plan, recipe=replace(recipe, title=describe(recipe)), limit=limit))

    def reset_data(self) -> None:
        """The data as in the lecture."""
        base = RECIPES[self.base]
        recipe = replace(self.recipe, **{field: getattr(base, field) for field in DATA})
        recipe = replace(recipe, title=describe(recipe))
        self.use(replace(self._plan, recipe=recipe, limit=None))

    @property
    def data_differs(self) -> bool:
        """Whether the data are others than in the lecture."""
        return any(self.differs(name) for name in DATA) or self._values["limit"] is not None

    def use(self, plan: Plan) -> None:
        """Fill the fields from a plan."""
        self._plan = plan
        self._is_demonstration = replace(plan, source=DEMONSTRATION.source) == DEMONSTRATION
        self._take(plan)
        self.changed.emit()

    def use_source(self, source: SourceReference) -> None:
        """Take the reviews from elsewhere."""
        if source != self._plan.source:
            self._plan = replace(self._plan, source=source)
            self.changed.emit()

    def _take(self, plan: Plan) -> None:
        values = asdict(plan.recipe)
        values["one_hot"] = plan.recipe.embedding is None
        width = plan.recipe.embedding or self._values.get("embedding")
        values["embedding"] = 16 if FIELDS["embedding"].number_problem(width) == "kind" else width
        values["limit"], values["every"] = plan.limit, plan.every
        self._values = values

    def _settle(self) -> None:
        """Make the plan of the fields, if they are all right."""
        if self.is_right:
            values = dict(self._values)
            limit, every = values.pop("limit") or None, values.pop("every")
            if values.pop("one_hot"):
                values["embedding"] = None
            try:
                recipe = Recipe(**values)
                recipe = replace(recipe, title=describe(recipe))
                self._plan = Plan(recipe, self._plan.source, limit, every)
            except GatescopeError:  # the fields have said so already
                pass
        self.changed.emit()

    # -- the last session --------------------------------------------------------

    def remember(self) -> dict[str, Any]:
        """The plan as plain data, for the settings."""
        return self._plan.as_dict()

    def restore(self, data: Mapping[str, Any]) -> None:
        """The plan of the last session, if it can be understood; the source is not kept."""
        try:
            plan = Plan.from_dict(data)
        except (GatescopeError, TypeError):
            return
        self.use(replace(plan, source=self._plan.source))


def _of(recipe: Recipe, name: str) -> Any:
    """A recipe's value for a field; None for the fields that no recipe has."""
    return recipe.embedding is None if name == "one_hot" else getattr(recipe, name, None)


def _read(text: str, *, whole: bool) -> Any:
    """The number that a text means; the text itself if it means none, or none for certain.

    A comma parts the thousands of a whole number.  Anywhere else it may be meant as the decimal
    point, or not, and is not guessed at; nor is Python's ``1_000`` a number that people write.
    """
    text = text.strip()
    plain = text.replace("\N{MINUS SIGN}", "-")
    if whole and _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    try:
        number = int(plain) if whole else float(plain)
    except ValueError:
        return text
    # Not a number and infinity are no numbers that anything can be trained with.
    return number if is_finite(number) and "_" not in plain else text
