"""``--words``: the dictionary that a command reads with."""

from __future__ import annotations

from pathlib import Path

from engine.errors import GatescopeError, Note, TextError
from engine.library import entry_of
from engine.network.network import Network
from engine.text.dictionary import Dictionary, imdb
from engine.text.tokenizers.finding import find_dictionary
from engine.text.tokenizers.guess import guess, misfit
from engine.text.tokenizers.reader import open_tokenizer
from engine.training.run_folder import is_own_checkpoint


def dictionary_of(name: str | None, network: Network, notes: list[GatescopeError]) -> Dictionary:
    """The dictionary that is named, or found inside or beside the model; else IMDB's.

    Raises:
        TextError: a file that is named is no dictionary, or the one inside cannot be used.
    """
    return dictionary_with_doubt(name, network, notes)[0]


def dictionary_with_doubt(
    name: str | None, network: Network, notes: list[GatescopeError]
) -> tuple[Dictionary, bool]:
    """The same, and whether nothing but IMDB's could be assumed."""
    dictionary, is_assumed = dictionary_for(name, network, notes)
    wrong = misfit(dictionary, network.vocabulary_size)
    if wrong is not None:
        notes.append(wrong)
    return dictionary, is_assumed


def dictionary_for(
    name: str | None, network: Network, notes: list[GatescopeError]
) -> tuple[Dictionary, bool]:
    """The same, whether or not it fits the network."""
    path, size = network.path, network.vocabulary_size
    if name == "imdb":
        return imdb(), False
    if name is not None:
        tokenizer = open_tokenizer(Path(name))
        notes += tokenizer.notes
        return guess(tokenizer, size).dictionary, False
    if path is None or entry_of(path.absolute()) is not None or is_own_checkpoint(path):
        return imdb(), False  # which they were trained with
    found = find_dictionary(path, size, inside=len(network.indexing))
    if found.problem is not None:
        raise TextError(
            "{reason} Name the dictionary to read with: --words FILE, or --words imdb.",
            reason=found.problem,
        )
    notes.extend(found.notes)
    if found.place == "assumed":
        notes.append(
            Note(
                "There is no dictionary in {name} or beside it: texts are read with IMDB's words. "
                "If it was trained with others, name them with --words.",
                name=path.name,
            )
        )
    elif found.place == "beside":
        notes.append(
            Note(
                "Texts are read with the words of {dictionary}, which lies beside {name}.",
                dictionary=found.dictionary.tokenizer.title,
                name=path.name,
            )
        )
    return found.dictionary, found.place == "assumed"
