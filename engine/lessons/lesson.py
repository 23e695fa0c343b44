"""`Lesson`: one screen of the tour, as a file says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class BlockKind:
    """What may stand in a lesson; in the file it is a line ``@name ...``.

    Attributes:
        takes: what follows on its line: "name" for one of a table and then ``option=value``;
            "line" for the rest of the line as it is; "" for nothing.
        has_text: the lines below belong to it.
        is_single: it stands once at most.
    """

    takes: str
    has_text: bool = False
    is_single: bool = True


TEXT = "text"

BLOCKS: Mapping[str, BlockKind] = {
    "topic": BlockKind("line"),
    "lecture": BlockKind("line", is_single=False),
    "picture": BlockKind("name"),
    "try": BlockKind("", has_text=True),
    "open": BlockKind("name"),
    "check": BlockKind("name", is_single=False),
    "code": BlockKind("name"),
    "notes": BlockKind("", has_text=True),
}
"""By name.  The topic is the heading under which the lesson stands in the list; ``lecture`` names a
section of the lecture; ``picture`` is what there is to play with; ``try`` says what to try; ``open``
names the view that shows the same in the main window; ``check`` is a question that the engine
answers; ``code`` is the lecture's own lines of Keras; ``notes`` are for the speaker."""


@dataclass(frozen=True)
class LessonBlock:
    """One piece of a lesson.

    Attributes:
        kind: a name of `BLOCKS`, or `TEXT`.
        name: of the picture, view, question or code; the line, where it takes a line.
        options: what the file says of it beside the name.
        text: Markdown.
        line: in the file, from 1.
    """

    kind: str
    name: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    line: int = 0


@dataclass(frozen=True)
class Lesson:
    """One screen.

    Attributes:
        path: the file; its stem is the lesson's name, and the order of the names is theirs.
        title: its first heading.
        blocks: in the order of the file.
    """

    path: Path
    title: str
    blocks: tuple[LessonBlock, ...]

    @property
    def name(self) -> str:
        """What a link and the settings call it."""
        return self.path.stem

    def of(self, kind: str) -> tuple[LessonBlock, ...]:
        """Its blocks of one kind."""
        return tuple(block for block in self.blocks if block.kind == kind)

    def only(self, kind: str) -> LessonBlock | None:
        """The block of a kind that stands once at most; None where there is none."""
        return next(iter(self.of(kind)), None)

    @property
    def topic(self) -> str:
        """The heading under which it stands; its own title where it names none."""
        topic = self.only("topic")
        return self.title if topic is None else topic.name

    @property
    def lecture(self) -> tuple[str, ...]:
        """The sections of the lecture that it is about, as the lecture calls them."""
        return tuple(block.name for block in self.of("lecture"))
