"""What holds arrays is equal only to itself: comparing arrays by value has no one answer."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.network.opening import open_network
from engine.session.session import Session

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "assets" / "models"


def dataclasses_of_the_engine() -> Iterator[type]:
    """Every dataclass of every module that can be imported without TensorFlow."""
    for path in sorted((ROOT / "engine").rglob("*.py")):
        if path.name == "__main__.py" or imports_tensorflow(path.read_text(encoding="utf-8")):
            continue
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        module = importlib.import_module(name.removesuffix(".__init__"))
        for member in vars(module).values():
            is_own = getattr(member, "__module__", "") == module.__name__
            if is_own and isinstance(member, type) and dataclasses.is_dataclass(member):
                yield member


def imports_tensorflow(code: str) -> bool:
    """Whether it does at its head; only what names it is read as code, which takes longer."""
    if not re.search(r"^(?:import|from)\b.*(?:keras|tensorflow)", code, re.MULTILINE):
        return False
    body = ast.parse(code).body
    names = [alias.name for node in body if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in body if isinstance(node, ast.ImportFrom)]
    packages = {name.partition(".")[0] for name in names}
    return bool(packages & {"tensorflow", "keras", "tf_keras"})


def holds_arrays(hint: object, seen: frozenset[type] = frozenset()) -> bool:
    """Whether a type is an array, or a container or dataclass of arrays."""
    origin = typing.get_origin(hint)
    if hint is np.ndarray or origin is np.ndarray:
        return True
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return hint not in seen and any(
            holds_arrays(inner, seen | {hint}) for inner in fields_of(hint)
        )
    if origin is typing.Callable or "Callable" in str(origin):
        return False
    return any(holds_arrays(inner, seen) for inner in typing.get_args(hint))


def fields_of(dataclass: type) -> list[object]:
    """The types of the fields that are compared."""
    hints = typing.get_type_hints(dataclass)
    compared = [field.name for field in dataclasses.fields(dataclass) if field.compare]
    return [hints[name] for name in compared]


@pytest.mark.parametrize(
    "dataclass", list(dataclasses_of_the_engine()), ids=lambda cls: cls.__qualname__
)
def test_what_holds_arrays_is_equal_only_to_itself(dataclass: type) -> None:
    try:
        arrays = any(map(holds_arrays, fields_of(dataclass)))
    except NameError:
        pytest.skip("its fields name what is imported for type checkers only")
    if arrays:
        assert dataclass.__eq__ is object.__eq__, "give it eq=False"


def test_the_same_model_in_two_panes_works_at_every_step() -> None:
    from tests.engine.session.test_session import review

    first, second = (open_network(MODELS / "lstm.keras") for _ in range(2))
    assert first.digest == second.digest and first != second
    session = Session()
    session.set_networks([first, second])
    session.read(review())
    for step in range(session.steps):
        session.step = step
    assert session.parting() is None
    session.show_layers(1, [first.recurrent[0].name])
    session.replace_network(0, first)
    session.update_network(1, first)
    assert [pane.network for pane in session.panes] == [first, first]
    session.remove_pane(0)
    assert session.panes[0].trace is not None
