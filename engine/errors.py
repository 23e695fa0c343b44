"""Errors whose text is meant for the user: what is wrong, and what to do.

The engine speaks English and knows no Qt.  An error therefore keeps its
*template* and the values that go into it apart, so that the window can
translate the template and fill it in afterwards; ``str(error)`` is the English
sentence.
"""

from __future__ import annotations

import re
from copy import copy
from pathlib import Path
from typing import Any

from engine.counting import filled

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class GatescopeError(Exception):
    """Something the user can understand and act upon.

    Args:
        template: an English sentence or two with ``{name}`` fields.  It must be a
            string literal at the place of ``raise``: the translation catalogue is
            collected from there.
        **values: what fills the fields; names of a file may hold anything, and control characters
            in them become spaces.
    """

    def __init__(self, template: str, **values: Any) -> None:
        super().__init__(template)
        self.template = template
        self.values = {key: _in_a_line(value) for key, value in values.items()}

    def __str__(self) -> str:
        return filled(self.template, self.values) if self.values else self.template

    def anew(self) -> GatescopeError:
        """The same error, to be raised by who keeps it: one that is raised itself collects the
        frames of every time, with all that stands in them, for as long as it is kept."""
        return copy(self)

    def let_go(self) -> GatescopeError:
        """The error itself, to be kept: without the frames of its way, in which all that was being
        computed would stay as long."""
        self.__traceback__ = self.__context__ = self.__cause__ = None
        return self


def _in_a_line(value: Any) -> Any:
    return _CONTROL.sub(" ", value) if isinstance(value, str) else value


class TextError(GatescopeError):
    """A review, a vocabulary or a corpus that cannot be read."""


def unreadable(path: Path, error: OSError) -> TextError:
    """That the system does not let a file be read."""
    reason = error.strerror or str(error)
    return TextError("{path} cannot be read: {reason}.", path=str(path), reason=reason)


class HasGaps(TextError):
    """A table lacks a value where one is read; what becomes of gaps is to be chosen."""


class ModelError(GatescopeError):
    """A model file that cannot be opened, or a layer that cannot be replayed."""


class LiesBeside(ModelError):
    """A model whose weights lie in files beside it."""


class Note(GatescopeError):
    """What had to be assumed; never raised, but said in the same way."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Note) and (self.template, self.values) == (
            other.template,
            other.values,
        )

    def __hash__(self) -> int:
        return hash(self.template)


class Instead(Note):
    """What was asked for is not there, and something else, or nothing, is shown in its place."""


class Alarm(Note):
    """A note on what makes the numbers worthless; it is shown in red."""


class AsAsked(Note):
    """What is done as it was asked for: a reader is to know it, and nothing is in doubt."""


class NotYet(Note):
    """What cannot be read because something it needs is still on its way; it is read then."""


class UnsupportedError(ModelError):
    """A layer or an option that is known and not replayed; the rest of the model may be."""


class ReplayError(GatescopeError):
    """A sequence that does not fit the network that is to read it."""


class EditError(ReplayError):
    """An edit that cannot be read, or that changes what is not there.

    Args:
        template, **values: as of a `GatescopeError`.
        edit: which it is, or its text, which fills the field ``{edit}``; None without one.
    """

    def __init__(self, template: str, edit: object = None, **values: Any) -> None:
        if edit is not None:
            values["edit"] = str(edit)
        super().__init__(template, **values)
        self.edit = edit


class WantsNumbers(ReplayError):
    """The network reads numbers, and not what it was given."""


class WantsWords(ReplayError):
    """The network reads words, and not what it was given."""


class WantsReader(ReplayError):
    """No network is open that reads what was given: numbers, where all read words."""


class SessionError(GatescopeError):
    """A saved view that cannot be read or written."""


class LessonError(GatescopeError):
    """A lesson or a task that cannot be read."""


class TrainingError(GatescopeError):
    """A recipe, or a run, that cannot be carried out."""


class RunError(GatescopeError):
    """The folder of a run that cannot be read or written."""


class Cancelled(GatescopeError):
    """The user asked for long work to stop; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Cancelled.")
