"""Code in a narrow column is the same program, and fits."""

from __future__ import annotations

import ast

import pytest

from engine.lessons.code import CODE
from engine.lessons.code_lines import narrowed


@pytest.mark.parametrize("name", list(CODE))
def test_it_is_the_same_program_at_every_width(name: str) -> None:
    code = CODE[name]
    for columns in (1, 12, 24, *range(28, 50), 60, 80, 100):
        assert ast.dump(ast.parse(narrowed(code, columns))) == ast.dump(ast.parse(code)), columns
    assert narrowed(code, 100) == code
    for columns, over in ((34, 3), (43, 0)):
        assert max(map(len, narrowed(code, columns).splitlines())) <= columns + over


def test_it_is_broken_at_commas_and_a_comment_comes_to_stand_above() -> None:
    assert narrowed("model.add(Dense(1, activation='sigmoid'))  # one answer\n", 30) == (
        "# one answer\nmodel.add(\n    Dense(\n        1,\n        activation='sigmoid'))\n"
    )
    assert narrowed("a, b = first(x), second(y)\n", 16) == (
        "a, b = first(\n    x), second(\n        y)\n"
    )


def test_the_name_of_a_module_is_broken_before_a_dot() -> None:
    code = "from tensorflow.keras.preprocessing.sequence import pad_sequences\n"
    for columns, lines in (
        (40, ("from tensorflow.keras.preprocessing \\", "    .sequence import pad_sequences")),
        (26, ("from tensorflow.keras \\", "    .preprocessing \\", "    .sequence import \\")),
    ):
        assert tuple(narrowed(code, columns).splitlines()[: len(lines)]) == lines
        assert ast.dump(ast.parse(narrowed(code, columns))) == ast.dump(ast.parse(code))


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
