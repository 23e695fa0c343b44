"""What is said of a network's dictionary."""

from __future__ import annotations

from engine.counting import filled
from engine.errors import NotYet
from engine.network.network import Network
from engine.text.tokenizers.guess import Guess, misfit
from gui.i18n.context import translator
from gui.i18n.texts import explain
from gui.review.dictionaries import DictionaryChoice

_tr = translator("DictionaryView")


def name_of(choice: DictionaryChoice) -> str:
    """What a dictionary is called."""
    if choice.origin == "searched":
        return _tr("being looked for")
    if choice.problem is not None:
        return _tr("none")
    if choice.guess is not None:
        return choice.guessed.tokenizer.title
    return _tr("IMDB's words assumed") if choice.origin == "assumed" else _tr("IMDB's words")


def facts_of(choice: DictionaryChoice) -> str:
    """Where it is from, and how many words it has."""
    tokenizer = choice.dictionary.tokenizer
    count = f"{len(tokenizer):,}"
    if choice.origin == "searched":
        return _tr("Texts are read once the model's dictionary has been found.")
    if choice.problem is not None:
        return _tr(
            "The model turns words into ids itself. Texts are read once you choose the dictionary "
            "that it was trained with."
        )
    if choice.guess is None:
        return _imdb_facts(choice, count)
    origin = {
        "inside": _tr("{count} words, found in the model itself"),
        "beside": _tr("{count} words, found beside the model"),
    }.get(choice.origin, _tr("{count} words"))
    text = f"{name_of(choice)}\n" + filled(origin, {"count": count})
    if tokenizer.limit is not None and tokenizer.limit <= len(tokenizer):
        text += "\n" + _tr("num_words: the first {count} are read").format(
            count=f"{tokenizer.limit - 1:,}"
        )
    return text


def _imdb_facts(choice: DictionaryChoice, count: str) -> str:
    if choice.origin == "own":
        return _tr("A model of Gatescope's own, trained on IMDB's most frequent words.")
    if choice.origin == "trained":
        return _tr("A checkpoint of a run, trained on IMDB's most frequent words.")
    if choice.origin == "assumed":
        return _tr(
            "No dictionary was found in the model or beside it, so the {count} most frequent "
            "words of IMDB are assumed. Choose the one that the model was trained with."
        ).format(count=count)
    return _tr("The {count} most frequent words of IMDB, as you chose.").format(count=count)


def reason_of(guess: Guess | None) -> str:
    """Why the ids are what they are taken to be."""
    if guess is None or guess.reason == "imdb":
        return _tr("Keras's load_data adds 3 to the ranks of IMDB's words.")
    return {
        "keras": _tr("Keras's Tokenizer counts words from 1 and leaves 0 to padding."),
        "layer": _tr("The layer's own list begins with the ids of no word."),
        "padding": _tr("The dictionary itself has the padding at 0."),
        "fits": _tr("The network has just as many ids as the dictionary."),
        "more": filled(
            _tr("The network has {more} more ids than the dictionary, taken to stand in front."),
            {"more": guess.more},
        ),
        "one": _tr("The numbers begin above 0, which is left to padding."),
        "zero": _tr("A list of words alone: 0 is taken to be left to padding."),
        "file": _tr("The numbers are taken as they stand in the file."),
    }[guess.reason]


def warning_of(network: Network, choice: DictionaryChoice) -> str:
    """What is wrong with a dictionary for a network, "" if nothing is."""
    if choice.is_certain or isinstance(choice.problem, NotYet):
        return ""
    if choice.problem is not None:
        return explain(choice.problem)
    wrong = misfit(choice.dictionary, network.vocabulary_size)
    return "\n".join(explain(note) for note in (*choice.notes, wrong) if note is not None)
