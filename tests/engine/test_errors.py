"""Errors: what is kept and raised time and again keeps nothing of where it was raised."""

from __future__ import annotations

import ast
import gc
import weakref
from pathlib import Path

import numpy as np
import pytest

from engine.errors import EditError, GatescopeError, NotYet
from engine.text.tokenizers.finding import DictionaryMatch
from tests.parsed import nodes

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "error",
    [NotYet("{name} comes."), EditError("{edit} is odd.", "h=1", name="x"), GatescopeError("No.")],
)
def test_anew(error: GatescopeError) -> None:
    """It says the same, and is of the same kind."""
    again = error.anew()
    assert again is not error
    assert (type(again), again.template, again.values) == (
        *(type(error), error.template, error.values),
    )


def test_kept() -> None:
    """What a dictionary's problem went through is not kept with it."""
    problem = NotYet("It is on its way.")
    found = DictionaryMatch("inside", problem=problem)
    with pytest.raises(NotYet, match="on its way"):
        _ = found.dictionary
    assert problem.__traceback__ is None


def test_let_go() -> None:
    """What stood in the frames of an error's way is not kept with it."""
    held: list[weakref.ref[np.ndarray]] = []

    def fail() -> None:
        large = np.zeros(9)
        held.append(weakref.ref(large))
        try:
            raise KeyError
        except KeyError as error:
            raise GatescopeError("No.") from error

    try:
        fail()
    except GatescopeError as error:
        kept = error.let_go()
    gc.collect()
    assert held[0]() is None and str(kept) == "No."


def test_none_is_raised_itself() -> None:
    """Nowhere is what an object keeps raised as it is."""
    raised = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("engine", "gui")
        for path in (ROOT / folder).rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Attribute)
        and not node.exc.attr[0].isupper()
    ]
    assert raised == []


@pytest.mark.parametrize("name", ["a\n\x01b", "a\r\n\tb", "a\x7f\u2028\x00b"])
def test_a_name_of_a_file_stays_in_its_line(name: str) -> None:
    """Names in files hold anything; a message is one sentence, in the shell and in a label."""
    assert str(GatescopeError("It names {name}, twice.", name=name)) == "It names a b, twice."
