"""Code in a narrow column is the same program, and fits."""

from __future__ import annotations

import ast

import pytest

from engine.lessons.code import CODE
from engine.lessons.code_lines import narrowed

LONG = "from tensorflow.keras.preprocessing.sequence \\"
"""A name that has no place to be broken."""


@pytest.mark.parametrize("name", list(CODE))
def test_it_is_the_same_program_at_every_width(name: str) -> None:
    code = CODE[name]
    for columns in (1, 12, 24, *range(28, 50), 60, 80, 100):
        assert ast.dump(ast.parse(narrowed(code, columns))) == ast.dump(ast.parse(code)), columns
    assert narrowed(code, 100) == code
    for columns in (34, 43):
        over = [line for line in narrowed(code, columns).splitlines() if len(line) > columns]
        if columns == 43:
            assert set(over) <= {LONG}
        assert all(len(line) <= columns + 3 for line in over if line != LONG)


def test_it_is_broken_at_commas_and_a_comment_comes_to_stand_above() -> None:
    assert narrowed("model.add(Dense(1, activation='sigmoid'))  # one answer\n", 30) == (
        "# one answer\nmodel.add(\n    Dense(\n        1,\n        activation='sigmoid'))\n"
    )
    assert narrowed("a, b = first(x), second(y)\n", 16) == (
        "a, b = first(\n    x), second(\n        y)\n"
    )


@pytest.mark.parametrize(
    "code",
    [
        "x = f(1,  # a comment inside\n      2)\n",
        'text = """several\nlines"""\n',
        "'a string (with, brackets'\n",
        "def f():\n\n    return 1\n\n\nx = 1\n",
        "",
    ],
)
def test_what_cannot_be_broken_stays(code: str) -> None:
    assert narrowed(code, 12) == code
