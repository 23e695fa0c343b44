"""The script that makes the asset."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.errors import TextError
from engine.text.dictionary import IMDB_WORDS
from engine.text.sources.keras_cache import read_index
from engine.text.word_ranks import count_words, main, rank

from .conftest import SHARED

COUNTS = count_words(["the film the end", "The good film", "the bad"])


def test_counts() -> None:
    assert COUNTS == {"the": 4, "film": 2, "end": 1, "good": 1, "bad": 1}


def test_ties_stand_as_in_the_index() -> None:
    words = ["the", "film", "good", "end", "bad"]
    index = {word: place for place, word in enumerate(words, 1)}
    assert rank(COUNTS, index) == words


def test_an_index_against_the_counts() -> None:
    index = {word: place for place, word in enumerate(["film", "the", "good", "end", "bad"], 1)}
    with pytest.raises(TextError, match="puts 'film' before 'the'"):
        rank(COUNTS, index)


def test_an_index_of_other_words() -> None:
    with pytest.raises(TextError, match="5 words are in only one"):
        rank(COUNTS, {"the": 1, "film": 2, "zork": 3, "qux": 4})


@pytest.mark.parametrize("content", ["", "[]", '{"a": "b"}', "\xff"])
def test_no_index(tmp_path: Path, content: str) -> None:
    path = tmp_path / "index.json"
    path.write_text(content, encoding="latin1")
    with pytest.raises(TextError, match="is not a word index"):
        read_index(path)


def test_the_asset_can_be_made(
    tmp_path: Path, reference: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    index = SHARED / "data" / "imdb_word_index.json"
    out = tmp_path / "made" / "imdb.txt"
    assert main(["--index", str(index), "--out", str(out)]) == 0
    assert out.read_bytes() == IMDB_WORDS.read_bytes()
    assert "10,000 of 88,584 words" in capsys.readouterr().out


def test_no_index_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--out", str(tmp_path / "imdb.txt")]) == 2
    error = capsys.readouterr().err
    assert "cannot be read" in error and "--index" in error and error.count("\n") == 1
    assert not (tmp_path / "imdb.txt").exists()


def test_another_index_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "index.json"
    path.write_text(json.dumps({"the": 1}))
    assert main(["--index", str(path), "--out", str(tmp_path / "imdb.txt")]) == 2
    assert "does not belong to these reviews" in capsys.readouterr().err
    assert not (tmp_path / "imdb.txt").exists()
