"""A lesson is read from Markdown, and each mistake in one is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import LessonError
from engine.lessons.lesson import BLOCKS
from engine.lessons.parse import LessonNames, load, load_folder, parse

NAMES: LessonNames = {
    "picture": {"activations": {"function": ("sigmoid", "tanh")}, "unrolled": {}},
    "open": {"lstm": {}},
    "check": {"gate": {"series": (), "word": ()}},
    "code": {"model": {}},
}
PATH = Path("01-activations.md")
WHOLE = """
# Activation functions
@topic Before
@lecture 1 활성화 함수(Activation Function)
@picture activations function=tanh

An *S* and a derivative.

```
@decorator
```
@try
Drag the point.

And back.
@open lstm
@check gate series=f word="not good"
@check gate word=but
@code model
Behind the code.
@notes
Ask the class.
"""


def test_a_whole_lesson() -> None:
    lesson = parse(WHOLE, PATH, NAMES)
    assert (lesson.name, lesson.title, lesson.topic) == (
        *("01-activations", "Activation functions", "Before"),
    )
    assert lesson.lecture == ("1 활성화 함수(Activation Function)",)
    assert tuple(block.kind for block in lesson.blocks) == (
        *("topic", "lecture", "picture", "text", "try", "open"),
        *("check", "check", "code", "text", "notes"),
    )
    picture, text, try_ = lesson.blocks[2:5]
    assert (picture.name, picture.options, picture.line) == (
        *("activations", {"function": "tanh"}, 5),
    )
    assert text.text.startswith("An *S*") and text.text.endswith("```")
    assert try_.text == "Drag the point.\n\nAnd back."
    assert [check.options for check in lesson.of("check")] == [
        {"series": "f", "word": "not good"},
        {"word": "but"},
    ]


def test_a_lesson_without_a_topic_stands_under_its_own_title() -> None:
    lesson = parse("# A\ntext", PATH, NAMES)
    assert (lesson.topic, lesson.only("picture"), lesson.lecture) == ("A", None, ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "01-activations.md has no title. A lesson begins with a line “# Title”."),
        ("words", "01-activations.md, line 1: a lesson begins with its title, a line “# Title”."),
        ("# A\n@movie x", "01-activations.md, line 2: @movie is not known. There are: @topic, "),
        ("# A\n@picture", "01-activations.md, line 2: @picture of what?"),
        ("# A\n@picture activation", "there is no picture “activation”. There are: activations."),
        ("# A\n@picture cat", "no picture “cat”. There are: activations, unrolled."),
        (
            "# A\n\n@picture activations colour=red",
            "line 3: “activations” has no option “colour”. It has: function.",
        ),
        (
            "# A\n@picture activations function=tan",
            "line 2: function=tan is not known. There are: sigmoid, tanh.",
        ),
        ("# A\n@picture unrolled a=1", "“unrolled” has no option “a”. It has: –."),
        ("# A\n@picture activations tanh", "“tanh” is no option; write option=value."),
        ("# A\n@picture activations =1", "“=1” is no option; write option=value."),
        ("# A\n@check gate word='but", "line 2: a quote is not closed."),
        ("# A\n@try now", "line 2: the text of @try stands on the lines below."),
        ("# A\n@try\n\n@open lstm", "line 2: below @try there is no text."),
        ("# A\n@open lstm\n@open lstm", "line 3: there is a second @open."),
    ],
)
def test_a_mistake_is_named(text: str, says: str) -> None:
    with pytest.raises(LessonError) as error:
        parse(text, PATH, NAMES)
    assert says in str(error.value)


@given(st.text(alphabet="@#ab =\"'`\n", max_size=60))
def test_any_text_is_a_lesson_or_a_calm_error(text: str) -> None:
    try:
        lesson = parse(text, PATH, NAMES)
    except LessonError:
        return
    assert lesson.title or text.lstrip("\n").startswith("#")
    assert {block.kind for block in lesson.blocks} <= {*BLOCKS, "text"}


def test_files(tmp_path: Path) -> None:
    """One that is wrong takes no other with it."""
    texts = {"03-c.md": "# C\n@movie", "02-b.md": "# B", "01-a.md": "\ufeff# A\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    lessons, errors = load_folder(tmp_path, NAMES)
    assert [lesson.title for lesson in lessons] == ["A", "B"]
    assert [str(error)[:15] for error in errors] == ["03-c.md, line 2"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.md", None, "gone.md cannot be read (No such file or directory)."),
        ("korean.md", "# 활성화".encode("cp949"), "is not written in UTF-8. Save it as UTF-8."),
        ("model.keras", b"PK", "is no lesson: a lesson is a small Markdown file (.md)."),
        ("large.md", b"# A\n" + b" " * 1_000_001, "is no lesson: a lesson is a small Markdown"),
    ],
)
def test_a_file_that_is_no_lesson(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LessonError) as error:
        load(path, NAMES)
    assert says in str(error.value)
