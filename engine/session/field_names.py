"""What each field of a view file is called on screen: sentences about a file name it so."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import Note

FIELD_NAMES: Mapping[str, Note] = {
    # "#" is a number, from 1: the first is the network's place
    "panes": Note("Networks"),
    "panes.#": Note("Network {place}"),
    "panes.#.name": Note("Name of network {place}"),
    "panes.#.bundled": Note("Model of network {place}"),
    "panes.#.file": Note("File of network {place}"),
    "panes.#.sha256": Note("SHA-256 of network {place}"),
    "panes.#.layer": Note("Layer of network {place}"),
    "panes.#.units": Note("Units of network {place}"),
    "panes.#.units.#": Note("Units of network {place}"),
    "panes.#.dictionary": Note("Dictionary of network {place}"),
    "panes.#.dictionary.path": Note("Dictionary file of network {place}"),
    "panes.#.dictionary.offset": Note("Offset in the dictionary of network {place}"),
    "panes.#.dictionary.start": Note("Start mark in the dictionary of network {place}"),
    "panes.#.dictionary.unknown": Note("Unknown word in the dictionary of network {place}"),
    "panes.#.dictionary.sha256": Note("SHA-256 of the dictionary of network {place}"),
    "panes.#.relu": Note("Activation of the RNN of network {place}"),
    "panes.#.words_sha256": Note("SHA-256 of the dictionary beside network {place}"),
    "focus": Note("Network in focus"),
    "reads": Note("Whether a review or numbers are read"),
    "review": Note("Review"),
    "review.source": Note("Source of the reviews"),
    "review.source.kind": Note("Source of the reviews"),
    "review.source.path": Note("File of the reviews"),
    "review.source.split": Note("Half of the reviews"),
    "review.source.text": Note("Column of the texts"),
    "review.source.label": Note("Column of the labels"),
    "review.source.header": Note("First row of the table"),
    "review.number": Note("Number of the review"),
    "review.sha256": Note("SHA-256 of the reviews"),
    "review.text": Note("Text of the review"),
    "encoding": Note("Encoding"),
    "encoding.num_words": Note("Size of the vocabulary"),
    "encoding.length": Note("Length of the review"),
    "encoding.padding": Note("Side of the padding"),
    "encoding.truncating": Note("Side of cutting"),
    "encoding.carries": Note("Whether the state is carried from review to review"),
    "numbers": Note("Numbers"),
    "numbers.source": Note("Source of the numbers"),
    "numbers.file": Note("File of the table"),
    "numbers.columns": Note("Columns of the table"),
    "numbers.columns.#": Note("Columns of the table"),
    "numbers.scale": Note("Scaling"),
    "numbers.part": Note("Share of the rows that scaling looks at"),
    "numbers.missing": Note("What becomes of gaps"),
    "numbers.order": Note("Order of the rows"),
    "numbers.carried": Note("Window from which the states are carried"),
    "numbers.header": Note("Row of the names"),
    "numbers.skip": Note("Rows that are skipped"),
    "numbers.length": Note("Steps of a window"),
    "numbers.stride": Note("Rows from window to window"),
    "numbers.window": Note("Number of the window"),
    "numbers.period": Note("Period of the series"),
    "numbers.noise": Note("Noise of the series"),
    "numbers.seed": Note("Seed of the series"),
    "numbers.sha256": Note("SHA-256 of the table"),
    "explain": Note("What is explained"),
    "explain.strip": Note("What stands under the words"),
    "explain.methods": Note("Methods of attribution"),
    "explain.methods.#": Note("Methods of attribution"),
    "explain.at": Note("Step that is explained"),
    "explain.channel": Note("Class that is explained"),
    "explain.baseline": Note("Baseline of integrated gradients"),
    "explain.points": Note("Points of integrated gradients"),
    "explain.replacement": Note("What occlusion puts in a word's place"),
    "explain.memory": Note("Whose memory is shown"),
    "explain.attends": Note("Layers whose attention is shown"),
    "explain.attends.#": Note("Layers whose attention is shown"),
    "explain.head": Note("Head whose attention is shown"),
    "selected": Note("Selected reviews or windows"),
    "carried": Note("Reviews whose state was carried"),
    "page": Note("Page in place of the networks"),
    "place": Note("Place that stands open beside the networks"),
    "step": Note("Time step"),
    "colours": Note("Colours"),
    "colours.pane": Note("Network that colours the words"),
    "colours.key": Note("Signal that colours the words"),
    "colours.unit": Note("Unit that colours the words"),
    "colours.scale": Note("Scale of the colours"),
    "colours.future": Note("Whether the future is shown"),
    "edits": Note("Edits of the reading"),
    "edits.#": Note("Edit {place} of the reading"),
}


def field_name(path: str) -> Note:
    """The name of a field by its path in the file, such as ``panes.1.units.2``; what no field of
    this version has is quoted as it stands there."""
    parts = path.split(".")
    numbers = [part for part in parts if part.isdigit()]
    known = FIELD_NAMES.get(".".join("#" if part.isdigit() else part for part in parts))
    if known is None:
        above, _, name = path.rpartition(".")
        if not above:
            return Note("“{name}”", name=name)
        return Note("{above}: “{name}”", above=field_name(above), name=name)
    return Note(known.template, place=numbers[0]) if numbers and "{" in known.template else known


def in_words(note: Note) -> Note:
    """A note about a field, with the field's name on screen in place of its path."""
    path = note.values.get("field")
    if not isinstance(path, str):
        return note
    return type(note)(note.template, **{**note.values, "field": field_name(path)})
