"""Reading a lesson from a Markdown file, and saying where one is wrong.

# Activation functions
@topic Activation functions
@lecture 1 활성화 함수(Activation Function)
@picture activations function=tanh

Two to five sentences, in Markdown.

@try
Drag the point to 3.
@open activations
@check saturation function=tanh
@code activations
@notes
What the speaker may say.
"""

from __future__ import annotations

import shlex
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path

from engine.errors import LessonError
from engine.lessons.lesson import BLOCKS, TEXT, Lesson, LessonBlock

Values = Mapping[str, Collection[str]]
"""The options of a name, each with the values that it takes; an empty one takes any."""

LessonNames = Mapping[str, Mapping[str, Values]]
"""For each kind of block that takes a name: the names there are, each with its options."""

MAX_BYTES = 1_000_000
"""A lesson is a screen of text; more is something else."""

_SUFFIX = ".md"


def load(path: Path, lesson_names: LessonNames) -> Lesson:
    """Read a lesson.

    Raises:
        LessonError: the file cannot be read, or is no lesson; the line is named.
    """
    try:
        if path.suffix != _SUFFIX or path.stat().st_size > MAX_BYTES:
            raise LessonError(
                "{name} is no lesson: a lesson is a small Markdown file (.md).", name=path.name
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LessonError(
            "{name} cannot be read ({reason}).", name=path.name, reason=error.strerror or error
        ) from error
    except UnicodeDecodeError as error:
        raise LessonError(
            "{name} is not written in UTF-8. Save it as UTF-8.", name=path.name
        ) from error
    return parse(text, path, lesson_names)


def load_folder(
    folder: Path, lesson_names: LessonNames
) -> tuple[tuple[Lesson, ...], tuple[LessonError, ...]]:
    """The lessons of a folder, by the names of their files, and what is wrong with the others."""
    lessons, errors = [], []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        try:
            lessons.append(load(path, lesson_names))
        except LessonError as error:
            errors.append(error)
    return tuple(lessons), tuple(errors)


def parse(text: str, path: Path, lesson_names: LessonNames) -> Lesson:
    """Read the text of a lesson.

    Raises:
        LessonError: it has no title, or a line says what nobody knows.
    """
    title, blocks = "", [_Open(TEXT)]
    is_code = False
    for number, line in enumerate(text.splitlines(), 1):
        is_code ^= line.lstrip().startswith("```")
        if line.startswith("@") and not is_code:
            blocks.append(_begun(line, number, path, lesson_names, blocks))
        elif not title and line.startswith("# "):
            title = line[2:].strip()
        elif title or line.strip():
            if not title:
                raise LessonError(
                    "{name}, line {line}: a lesson begins with its title, a line “# Title”.",
                    name=path.name,
                    line=number,
                )
            _place_for(line, number, blocks).lines.append(line)
    if not title:
        raise LessonError(
            "{name} has no title. A lesson begins with a line “# Title”.", name=path.name
        )
    made = tuple(block.made() for block in blocks if block.kind != TEXT or block.has_lines)
    for block in made:
        if block.kind in BLOCKS and BLOCKS[block.kind].has_text and not block.text:
            raise LessonError(
                "{name}, line {line}: below @{kind} there is no text.",
                name=path.name,
                line=block.line,
                kind=block.kind,
            )
    return Lesson(path, title, made)


class _Open:
    """A block whose lines are still being read."""

    def __init__(
        self, kind: str, name: str = "", options: dict[str, str] | None = None, line: int = 0
    ) -> None:
        self.kind, self.name, self.options, self.line = kind, name, options or {}, line
        self.lines: list[str] = []

    @property
    def has_lines(self) -> bool:
        return any(line.strip() for line in self.lines)

    @property
    def takes_lines(self) -> bool:
        return self.kind == TEXT or BLOCKS[self.kind].has_text

    def made(self) -> LessonBlock:
        return LessonBlock(
            self.kind, self.name, self.options, "\n".join(self.lines).strip(), self.line
        )


def _place_for(line: str, number: int, blocks: list[_Open]) -> _Open:
    """The block to which a line belongs: the last one, or a new text behind one without."""
    if not blocks[-1].takes_lines:
        blocks.append(_Open(TEXT, line=number))
    return blocks[-1]


def _begun(
    line: str, number: int, path: Path, lesson_names: LessonNames, before: list[_Open]
) -> _Open:
    """The block that a line ``@name ...`` begins."""
    kind, _, rest = line[1:].strip().partition(" ")
    rest = rest.strip()
    where = {"name": path.name, "line": number}
    if kind not in BLOCKS:
        raise LessonError(
            "{name}, line {line}: @{kind} is not known. There are: {kinds}.",
            **where,
            kind=kind,
            kinds=", ".join(f"@{each}" for each in BLOCKS),
        )
    takes = BLOCKS[kind].takes
    if BLOCKS[kind].is_single and any(block.kind == kind for block in before):
        raise LessonError("{name}, line {line}: there is a second @{kind}.", **where, kind=kind)
    if bool(rest) != bool(takes):
        if takes:
            raise LessonError("{name}, line {line}: @{kind} of what?", **where, kind=kind)
        raise LessonError(
            "{name}, line {line}: the text of @{kind} stands on the lines below.",
            **where,
            kind=kind,
        )
    if takes != "name":
        return _Open(kind, rest, line=number)
    try:
        name, *words = shlex.split(rest)
    except ValueError as error:
        raise LessonError("{name}, line {line}: a quote is not closed.", **where) from error
    names = lesson_names.get(kind, {})
    if name not in names:
        there_are = ", ".join(get_close_matches(name, names, n=1) or sorted(names))
        if kind == "open":
            raise LessonError(
                "{name}, line {line}: there is no view “{asked}” that @open could show. There are: "
                "{names}.",
                **where,
                asked=name,
                names=there_are,
            )
        raise LessonError(
            "{name}, line {line}: there is no {kind} “{asked}”. There are: {names}.",
            **where,
            kind=kind,
            asked=name,
            names=there_are,
        )
    options = dict(_option(word, number, path) for word in words)
    for option, value in options.items():
        if option not in names[name]:
            raise LessonError(
                "{name}, line {line}: “{asked}” has no option “{option}”. It has: {options}.",
                **where,
                asked=name,
                option=option,
                options=", ".join(sorted(names[name])) or "–",
            )
        if (values := names[name][option]) and value not in values:
            raise LessonError(
                "{name}, line {line}: {option}={value} is not known. There are: {values}.",
                **where,
                option=option,
                value=value,
                values=", ".join(values),
            )
    return _Open(kind, name, options, number)


def _option(word: str, number: int, path: Path) -> tuple[str, str]:
    option, equals, value = word.partition("=")
    if not equals or not option:
        raise LessonError(
            "{name}, line {line}: “{word}” is no option; write option=value.",
            name=path.name,
            line=number,
            word=word,
        )
    return option, value
