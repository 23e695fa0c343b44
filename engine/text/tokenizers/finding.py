"""The dictionary of a model: the one in its file, else one beside it, else IMDB's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from zipfile import is_zipfile

from engine.errors import Cancelled, GatescopeError, Note, TextError
from engine.text.dictionary import Dictionary, imdb
from engine.text.tokenizers.beside import dictionaries_beside
from engine.text.tokenizers.guess import Guess, guess
from engine.text.tokenizers.reader import open_tokenizer
from engine.text.tokenizers.tokenizer import Tokenizer

Place = Literal["inside", "beside", "assumed"]
"""Where a dictionary was found: in the model's file, beside it, or nowhere, so that IMDB's
words are assumed."""


@dataclass(frozen=True)
class DictionaryMatch:
    """What turns words into ids for a model, as far as its file and folder tell.

    Attributes:
        place: where it was found.
        guess: how its numbers become ids; None for IMDB's words, or with a ``problem``.
        paths: every file that may hold one, the model's own first.
        problem: why the dictionary in the model cannot be used.  No other can stand in for it,
            for the model was trained with no other: there is none until the user names one.
        notes: what else lies beside the model and could not be used.
    """

    place: Place
    guess: Guess | None = None
    paths: tuple[Path, ...] = ()
    problem: GatescopeError | None = None
    notes: tuple[Note, ...] = ()

    @property
    def dictionary(self) -> Dictionary:
        """The dictionary.

        Raises:
            GatescopeError: the ``problem``.
        """
        if self.problem is not None:
            raise self.problem.anew()
        return imdb() if self.guess is None else self.guess.dictionary


def find_dictionary(
    model: Path,
    size: int | None,
    *,
    inside: int = 0,
    should_stop: Callable[[], bool] | None = None,
) -> DictionaryMatch:
    """The dictionary of a model.

    Args:
        model: its file.
        size: how many ids the network knows, None where that is not known.
        inside: how many of its layers turn words into ids.
        should_stop: asked many times a second; true ends the reading.

    Raises:
        Cancelled: ``should_stop`` became true.
    """
    beside = dictionaries_beside(model)
    notes: list[Note]
    if inside:
        paths = (model, *beside)
        try:
            tokenizer = _inside(model, should_stop)
        except Cancelled:
            raise
        except GatescopeError as error:
            return DictionaryMatch("inside", paths=paths, problem=error)
        notes = [_several(model, inside)] if inside > 1 else []
        if tokenizer.kind == "lookup":
            notes.append(
                Note(
                    "{name} takes words that are parted already; texts are parted at white space.",
                    name=model.name,
                )
            )
        return DictionaryMatch("inside", guess(tokenizer, size), paths, notes=tuple(notes))
    notes = []
    for path in beside:
        try:
            tokenizer = open_tokenizer(path, should_stop=should_stop)
        except Cancelled:
            raise
        except GatescopeError as error:
            notes.append(
                Note(
                    "{name} beside the model could not be used as its dictionary: {reason}",
                    name=path.name,
                    reason=error,
                )
            )
            continue
        notes += tokenizer.notes
        return DictionaryMatch("beside", guess(tokenizer, size), tuple(beside), notes=tuple(notes))
    return DictionaryMatch("assumed", paths=tuple(beside), notes=tuple(notes))


def _inside(model: Path, should_stop: Callable[[], bool] | None) -> Tokenizer:
    if not is_zipfile(model):
        raise TextError(
            "{name} turns words into ids itself, and such a dictionary is read only from .keras "
            "files. Save the model with model.save('name.keras'), or choose a dictionary.",
            name=model.name,
        )
    return open_tokenizer(model, should_stop=should_stop)


def _several(model: Path, count: int) -> Note:
    return Note(
        "{name} has {count} layers that turn words into ids; texts are read with the words of "
        "the first.",
        name=model.name,
        count=count,
    )
