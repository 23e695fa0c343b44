"""What a command reads of a corpus: reviews, a table or folder of texts, the windows of a series."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from typing import TypeVar

import numpy as np

from engine.commands import shared_arguments, value_windows, which_dictionary
from engine.commands.progress import told
from engine.commands.shared_arguments import add_options
from engine.errors import AsAsked, GatescopeError, WantsNumbers
from engine.named_file import named_file
from engine.network.network import Network
from engine.progress import Progress
from engine.survey.corpus_inputs import LENGTH, CorpusInputs, of_reviews, of_windows, unchosen
from engine.text.encoding import Encoding
from engine.text.sources.reference import SourceReference

Result = TypeVar("Result")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which corpus, how much of it, who reads."""
    what = parser.add_mutually_exclusive_group()
    add_options(
        what,
        named_file,
        ("--table", "FILE", "reviews in the rows of a table"),
        ("--folder", "DIR", "reviews in a folder (pos, neg, or neither)"),
        ("--values", "FILE", "the windows of a series: CSV, a workbook, NPY or Parquet"),
    )
    what.add_argument(
        "--series", choices=shared_arguments.SERIES, help="the windows of numbers that need no file"
    )
    for which, has in (("text", "the texts"), ("label", 'the labels; "" for none')):
        says = f"the column of --table that has {has} (guessed by its name)"
        add_options(parser, str, (f"--{which}-column", "NAME", says))
    add_options(
        parser,
        int,
        ("--reviews", "N", "so many, drawn by seed (all)"),
        ("--seed", "N", "of the draw and of shuffles (0)", 0),
        ("--length", "T", "steps (the model's, else 100)"),
    )
    words = "dictionary (inside or beside the model, else IMDB's)"
    add_options(parser, str, ("--words", "FILE", words))
    shared_arguments.add_columns(parser)
    who = "who reads: threads, processes, or the address of a Dask scheduler (threads)"
    add_options(parser, str, ("--scheduler", "WHO", who, "threads"))


def corpus_of(
    arguments: argparse.Namespace, network: Network, notes: list[GatescopeError]
) -> CorpusInputs:
    """The corpus that the arguments name, as a network reads it.

    What had to be assumed is added to ``notes``.

    Raises:
        GatescopeError: it cannot be read.
    """
    if arguments.reviews is not None and arguments.reviews < 1:
        raise GatescopeError("--reviews must be at least 1, not {count}.", count=arguments.reviews)
    if arguments.length is not None and arguments.length < 1:
        raise GatescopeError("--length must be at least 1, not {length}.", length=arguments.length)
    if arguments.table is None and (arguments.text_column, arguments.label_column) != (None, None):
        raise GatescopeError("--text-column and --label-column are of a --table.")
    if arguments.values is not None or arguments.series is not None:
        windows = value_windows.windows_of(arguments, network, notes)
        some = arguments.reviews is not None and arguments.reviews < len(windows)
        drawn = _drawn(len(windows), arguments, notes, windows.table.title) if some else None
        from engine.replay.out_of_scale import scale_notes

        result = shown(of_windows(windows, network, drawn))
        notes += scale_notes(network, result.sequence(0))
        return result
    if not network.reads_words:
        raise WantsNumbers(
            "{network} reads numbers, not words. Give them with --values FILE, or let them be made "
            "with --series NAME.",
            network=network.name,
        )
    corpus = shown(_reference(arguments).prepare())
    numbers = None
    if arguments.reviews is not None and arguments.reviews < len(corpus):
        numbers = _drawn(len(corpus), arguments, notes, corpus.title)
    dictionary, is_assumed = which_dictionary.dictionary_with_doubt(arguments.words, network, notes)
    encoding = Encoding(length=arguments.length or network.length or LENGTH)
    result = shown(of_reviews(corpus, network, numbers, dictionary, encoding))
    if arguments.words is None and arguments.table is None and arguments.folder is None:
        result = unchosen(result, network, is_assumed=is_assumed)
    notes += corpus.notes
    return result


def shown(work: Generator[Progress, None, Result]) -> Result:
    """Long work, with its progress on stderr."""
    with told() as tell:
        while True:
            try:
                progress = next(work)
            except StopIteration as end:
                result: Result = end.value
                return result
            if progress.total:
                tell(progress.done / progress.total)


def _reference(arguments: argparse.Namespace) -> SourceReference:
    if arguments.table is not None:
        path, columns = arguments.table.absolute(), (arguments.text_column, arguments.label_column)
        return SourceReference("table", str(path), "", *columns)
    if arguments.folder is not None:
        return SourceReference("folder", str(arguments.folder.absolute()))
    return SourceReference()


def _drawn(
    total: int, arguments: argparse.Namespace, notes: list[GatescopeError], title: str
) -> np.ndarray:
    count = arguments.reviews
    notes.append(
        AsAsked(
            "{count} of {total} sequences of {corpus} are read, drawn by seed {seed}.",
            count=f"{count:,}",
            total=f"{total:,}",
            corpus=title,
            seed=arguments.seed,
        )
    )
    return np.sort(np.random.default_rng(arguments.seed).permutation(total)[:count])
