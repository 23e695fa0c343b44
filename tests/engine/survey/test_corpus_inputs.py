"""What a network reads of a corpus is what it reads of each review."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import ReplayError, WantsNumbers, WantsWords
from engine.numbers.generated import sine
from engine.numbers.windows import Cut, Windows
from engine.progress import finish
from engine.survey.corpus_inputs import CorpusInputs, of_reviews, of_windows
from engine.text.corpus import Corpus
from engine.text.dictionary import Dictionary
from engine.text.encoding import Encoding
from engine.text.sources.table import TableSource
from engine.text.tokenizers.tokenizer import Tokenizer
from engine.text.unknown_words import unknown_in, unknown_notes
from tests.networks import text_network, writing_network

TEXTS = ["A great film", "not good, not bad; nothing to write home about " * 4, "awful", "good fun"]


@pytest.fixture
def corpus(tmp_path, monkeypatch) -> Corpus:
    monkeypatch.setenv("GATESCOPE_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "reviews.csv"
    rows = [f'"{text}",{label}' for text, label in zip(TEXTS, (1, 0, 0, 1), strict=True)]
    path.write_text("text,label\n" + "\n".join(rows))
    return finish(TableSource(path).prepare())


def same_as_single(inputs: CorpusInputs) -> None:
    for row in range(len(inputs)):
        review = inputs.sequence(row)
        np.testing.assert_array_equal(inputs.inputs[row], review.inputs)
        np.testing.assert_array_equal(inputs.padding[row], review.padding)
        np.testing.assert_array_equal(inputs.unknown[row], review.unknown)


@pytest.mark.parametrize("side", ["pre", "post"])
def test_reviews_are_those_that_are_read_one_by_one(corpus: Corpus, side: str) -> None:
    network = text_network(words=2000)
    encoding = Encoding(length=12, padding=side, truncating=side)
    inputs = finish(of_reviews(corpus, network, encoding=encoding))
    assert inputs.inputs.shape == (4, 12)
    same_as_single(inputs)
    np.testing.assert_array_equal(inputs.labels, [1, 0, 0, 1])
    np.testing.assert_array_equal(inputs.lengths, corpus.lengths)
    assert inputs.padding[0].any() and not inputs.padding[1].any()


def test_another_dictionary_reads_the_words_anew_and_leaves_out_what_has_none(
    corpus: Corpus,
) -> None:
    dictionary = Dictionary(Tokenizer({"good": 1, "great": 2}, "list"))
    assert dictionary.encoding().oov_char is None  # unknown words are dropped
    inputs = finish(of_reviews(corpus, text_network(words=10), dictionary=dictionary))
    assert inputs.numbers.tolist() == [0, 1, 3]
    assert [str(note) for note in inputs.notes] == [
        (
            "LSTM(8) does not know 86 % of the words of reviews.csv: what is found here says little "
            "about texts in words that it knows."
        ),
        "1 of 4 reviews have no word that is read, and are left out.",
    ]
    same_as_single(inputs)
    assert inputs.word(int(inputs.inputs[0].max())) in ("great", "good")


@pytest.mark.parametrize("mark", [None, 3])
@pytest.mark.parametrize("size", [10, 4])
def test_words_that_are_not_known_are_counted_as_review_by_review(
    corpus: Corpus, mark: int | None, size: int
) -> None:
    dictionary = Dictionary(Tokenizer({"good": 1, "great": 2, "bad": 5}, "list"), unknown=mark)
    numbers = [0, 1, 3]  # the other has no word that is known
    network = text_network(words=size)
    inputs = finish(of_reviews(corpus, network, numbers, dictionary=dictionary))
    unknown, words = unknown_in(map(inputs.sequence, range(len(inputs))))  # type: ignore[arg-type]
    assert words == sum(len(corpus.words(number)) for number in numbers)
    known = {"good", "great", "bad"} - ({"bad"} if size == 4 else set())
    assert words - unknown == sum(
        word in known for number in numbers for word in corpus.words(number)
    )
    (note,) = inputs.notes
    assert f" {100 * unknown / words:.0f} % of the words of reviews.csv" in str(note)


def test_nothing_is_said_where_most_words_are_known(corpus: Corpus) -> None:
    assert finish(of_reviews(corpus, text_network(words=20_000))).notes == ()
    assert unknown_notes("LSTM(8)", 1, 2, "reviews.csv") == ()
    assert unknown_notes("LSTM(8)", 0, 0, "reviews.csv") == ()
    assert len(unknown_notes("LSTM(8)", 2, 3, "reviews.csv")) == 1


def test_rows_keep_what_belongs_together(corpus: Corpus) -> None:
    inputs = finish(of_reviews(corpus, text_network(words=2000)))
    some = inputs.rows([3, 1])
    assert some.numbers.tolist() == [3, 1]
    same_as_single(some)
    assert some.rows(some.labels == 0).numbers.tolist() == [1]


def test_windows_are_those_of_a_series() -> None:
    windows = Windows(sine(40), Cut((0,), 10, stride=3))
    network = writing_network("GRU", words=0)
    inputs = finish(of_windows(windows, network))
    assert inputs.inputs.shape == (len(windows), 10, 1)
    np.testing.assert_array_equal(inputs.inputs[2], windows.window(2).sequence.inputs)
    assert not inputs.labelled.any()
    with pytest.raises(WantsWords):
        finish(of_windows(windows, text_network()))


def test_who_reads_numbers_reads_no_reviews(corpus: Corpus) -> None:
    with pytest.raises(WantsNumbers):
        finish(of_reviews(corpus, writing_network("GRU", words=0)))
    with pytest.raises(ReplayError, match="no review to read"):
        finish(of_reviews(corpus, text_network(), numbers=[]))
