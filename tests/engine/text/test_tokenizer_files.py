"""Dictionaries of every kind of file, by content; refusals with their exact words."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pickle
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import TextError
from engine.text.tokenizers.beside import dictionaries_beside
from engine.text.tokenizers.hashing import Buckets
from engine.text.tokenizers.reader import packed, received
from engine.text.tokenizers.reading import is_tokenizer, read_tokenizer
from engine.text.tokenizers.rules import Rules
from engine.text.tokenizers.tokenizer import Tokenizer

WORDS = ["the", "film", "was", "nicht", "좋은", "영화"]
INDEX = {word: number for number, word in enumerate(WORDS, 1)}
CONFIG = {
    "num_words": 5,
    "filters": "!?\t\n",
    "lower": True,
    "split": " ",
    "char_level": False,
    "oov_token": None,
    "document_count": 3,
    "word_counts": json.dumps(INDEX),
    "word_index": json.dumps(INDEX),
    "index_word": json.dumps({number: word for word, number in INDEX.items()}),
}


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def table(rows: list[list[Any]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def keras_file(path: Path, layer: dict[str, Any], asset: list[str] | None = None) -> Path:
    config = {"class_name": "Sequential", "config": {"layers": [layer]}}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", json.dumps(config))
        if asset is not None:
            name = "assets/layers/text_vectorization/vocabulary.txt"
            archive.writestr(name, "\n".join(asset))
    return path


ROWS = [[word, number] for word, number in INDEX.items()]
FILES: dict[str, str | bytes] = {
    "to_json": json.dumps({"class_name": "Tokenizer", "config": CONFIG}),
    "to_json, dumped once more": json.dumps(
        json.dumps({"class_name": "Tokenizer", "config": CONFIG})
    ),
    "config alone": json.dumps(CONFIG | {"word_index": INDEX}),
    "words to ids": json.dumps(INDEX, ensure_ascii=False),
    "words to ids as floats": json.dumps({word: float(id) for word, id in INDEX.items()}),
    "ids to words": json.dumps({id: word for word, id in INDEX.items()}),
    "words to ids as texts": json.dumps({word: str(id) for word, id in INDEX.items()}),
    "pairs": json.dumps(ROWS),
    "csv": table(ROWS),
    "csv, head": table([["word", "index"], *ROWS]),
    "csv, unusual head": table([["Wort", "Nr."], *ROWS]),
    "csv, ids first": table([[id, word] for word, id in ROWS]),
    "csv of pandas": table([["", "word", "id"], *([k, *row] for k, row in enumerate(ROWS))]),
    "tsv": table(ROWS, "\t"),
    "semicolons": table(ROWS, ";"),
    "spaces": table(ROWS, " "),
    "crlf": table(ROWS).replace("\n", "\r\n"),
    "utf-16": table(ROWS).encode("utf-16"),
    "utf-16 without mark": table(ROWS).encode("utf-16-le"),
    "utf-8 with mark": table(ROWS).encode("utf-8-sig"),
    "cp949": table(ROWS).encode("cp949"),
    "pickled dict": pickle.dumps(INDEX),
}


@pytest.mark.parametrize("kind", FILES)
def test_words_with_their_numbers(tmp_path: Path, kind: str) -> None:
    path = write(tmp_path / "anything.dat", FILES[kind])
    found = read_tokenizer(path)
    assert dict(found.numbers) == INDEX
    assert found.path == path and found.title == "anything.dat"
    assert found.words[4] == "nicht"
    assert is_tokenizer(path)


LISTS = {
    "lines": "\n".join(WORDS) + "\n",
    "lines, crlf": "\r\n".join(WORDS),
    "lines with a head": "word\n" + "\n".join(WORDS),
    "array": json.dumps(WORDS),
    "pickled list": pickle.dumps(WORDS),
}


@pytest.mark.parametrize("kind", LISTS)
def test_words_in_order(tmp_path: Path, kind: str) -> None:
    found = read_tokenizer(write(tmp_path / "vocab", LISTS[kind]))
    assert found.kind == "list"
    assert dict(found.numbers) == {word: place for place, word in enumerate(WORDS)}


def test_an_empty_first_line_is_the_padding(tmp_path: Path) -> None:
    found = read_tokenizer(write(tmp_path / "vocab.txt", "\n[UNK]\nthe\n"))
    assert dict(found.numbers) == {"": 0, "[UNK]": 1, "the": 2}


def test_the_rules_of_a_tokenizer(tmp_path: Path) -> None:
    config = CONFIG | {"oov_token": "film", "lower": False, "filters": "!", "split": "-"}
    found = read_tokenizer(write(tmp_path / "t.json", json.dumps(config)))
    assert found.kind == "keras"
    assert found.rules == Rules(lower="no", filters="!", split="-")
    assert (found.unknown, found.limit) == (2, 5)
    assert found.highest == 4


def test_the_index_of_imdb(shared_data: Path) -> None:
    path = shared_data / "imdb_word_index.json"
    assert is_tokenizer(path)
    found = read_tokenizer(path)
    assert (found.kind, len(found)) == ("imdb", 88_584)


LAYER = {
    "name": "tv",
    "standardize": "lower_and_strip_punctuation",
    "split": "whitespace",
    "ngrams": None,
    "output_mode": "int",
    "output_sequence_length": 12,
    "vocabulary": None,
}


@pytest.mark.parametrize(
    ("kind", "options", "asset", "expected"),
    [
        ("TextVectorization", {}, ["", "[UNK]", "a", "b"], {"": 0, "[UNK]": 1, "a": 2, "b": 3}),
        ("TextVectorization", {"vocabulary": ["a"]}, None, {"": 0, "[UNK]": 1, "a": 2}),
        (
            "TextVectorization",
            {"vocabulary": ["", "[UNK]", "a"]},
            None,
            {"": 0, "[UNK]": 1, "a": 2},
        ),
        ("StringLookup", {"vocabulary": ["a"]}, None, {"[UNK]": 0, "a": 1}),
        (
            "StringLookup",
            {"vocabulary": ["a"], "mask_token": "", "oov_token": "<O>"},
            None,
            {"": 0, "<O>": 1, "a": 2},
        ),
        ("StringLookup", {"vocabulary": ["a"], "num_oov_indices": 0}, None, {"a": 0}),
        ("StringLookup", {"vocabulary": ["a"], "num_oov_indices": 3}, None, {"[UNK]": 0, "a": 3}),
        (
            "StringLookup",
            {"vocabulary": ["", "[UNK]", "[UNK]", "a"], "mask_token": "", "num_oov_indices": 2},
            None,
            {"": 0, "[UNK]": 1, "a": 3},
        ),
    ],
)
def test_the_dictionary_inside_a_model(
    tmp_path: Path,
    kind: str,
    options: dict[str, Any],
    asset: list[str] | None,
    expected: dict[str, int],
) -> None:
    layer = {"class_name": kind, "config": LAYER | options}
    path = keras_file(tmp_path / "m.keras", layer, asset)
    found = read_tokenizer(path)
    assert dict(found.numbers) == expected
    assert not is_tokenizer(path), "a model that is dropped is opened as a model"
    assert dictionaries_beside(path) == []
    if kind == "TextVectorization":
        assert (found.length, found.side, found.unknown) == (12, "post", 1)


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty": (b"", "f is empty. Copy or save it again."),
    "lfs": (
        "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        "f is only a Git LFS pointer to a dictionary. Fetch the file itself with git lfs pull.",
    ),
    "no words": (
        json.dumps(CONFIG | {"word_index": "{}"}),
        "The tokenizer in f has no words: it was saved before fit_on_texts.",
    ),
    "split of nothing": (
        json.dumps(CONFIG | {"split": ""}),
        (
            "The tokenizer in f cannot be used: its split is not what Keras writes. Save it again "
            "with to_json()."
        ),
    ),
    "index of nonsense": (
        json.dumps(CONFIG | {"word_index": "[1"}),
        (
            "The tokenizer in f cannot be used: its word_index is not what Keras writes. Save it "
            "again with to_json()."
        ),
    ),
    "cut": ('{"a": 1, "b"', "f begins like JSON but is damaged. Copy or save it again."),
    "deep": ("[" * 200_000, "f begins like JSON but is damaged. Copy or save it again."),
    "negative": (
        '{"a": -1}',
        "f is not a dictionary: it gives “a” the number -1. Words need whole numbers from 0.",
    ),
    "huge": (
        '{"a": 1e300}',
        (
            "f is not a dictionary: it gives “a” the number 1000000000000000052504760255204420248704. "
            "Words need whole numbers from 0."
        ),
    ),
    "truth": (
        '{"a": true}',
        "f is not a dictionary: it gives “a” the number True. Words need whole numbers from 0.",
    ),
    "counts": (
        '{"a": 5, "b": 5}',
        (
            "f gives “a” and “b” the same id 5. If the numbers are counts, save a list of the words "
            "instead."
        ),
    ),
    "twice": (
        "a\nb\na\n",
        (
            "f has the word “a” twice, so its place does not say its id. Choose a list that has each "
            "word once."
        ),
    ),
    "a text": (
        "Once upon a time\nthere was a film\n",
        (
            "f is not a dictionary: the line “Once upon a time” is neither one word nor a word with "
            "its id."
        ),
    ),
    "zeros": (
        b"\0" * 100,
        "f is not a dictionary: it is neither text nor a pickle nor a .keras file.",
    ),
    "a model's configuration": (
        '{"class_name": "Sequential", "config": {"layers": []}}',
        (
            "f is not a dictionary. Gatescope reads a tokenizer's to_json(), an object of words and "
            "ids, a list of words, and tables of words and ids."
        ),
    ),
    "compressed": (
        gzip.compress(pickle.dumps(INDEX)),
        (
            "f is compressed, as joblib.dump writes with compress. Unpack it, or save the tokenizer "
            "with to_json()."
        ),
    ),
    "hdf5": (
        b"\x89HDF\r\n\x1a\n" + b"\0" * 60,
        "f is a model in HDF5, and there is no dictionary in it. Choose the file of the tokenizer.",
    ),
    "a zip that ends": (
        b"PK\x03\x04 and no more",
        "f is damaged and its dictionary cannot be read. Copy or save it again.",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_dictionary_is_refused(tmp_path: Path, kind: str) -> None:
    content, message = REFUSED[kind]
    with pytest.raises(TextError) as caught:
        read_tokenizer(write(tmp_path / "f", content))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"ngrams": [1, 0]}, "ngrams = [1, 0]"),
        ({"ngrams": "two"}, "ngrams = two"),
        ({"split": {"class_name": "function", "config": "cut_it"}}, "own (split = cut_it)"),
        ({"standardize": {"registered_name": "mine"}}, "own (standardize = mine)"),
        ({"output_mode": "tf_idf"}, "output_mode = tf_idf"),
    ],
)
def test_a_vectorization_that_is_not_supported(
    tmp_path: Path, options: dict[str, Any], said: str
) -> None:
    layer = {"class_name": "TextVectorization", "config": LAYER | options}
    path = keras_file(tmp_path / "m.keras", layer, ["", "[UNK]", "a"])
    with pytest.raises(TextError, match=r"The layer tv in m\.keras turns texts into ids with") as e:
        read_tokenizer(path)
    assert said in str(e.value)


def test_a_model_without_words(tmp_path: Path) -> None:
    path = keras_file(tmp_path / "m.keras", {"class_name": "Dense", "config": {}})
    with pytest.raises(TextError, match="has no TextVectorization or StringLookup layer"):
        read_tokenizer(path)
    assert dictionaries_beside(path) == []


def test_folders_pipes_and_files_that_are_gone(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="is a folder"):
        read_tokenizer(tmp_path)
    with pytest.raises(TextError, match="There is no file"):
        read_tokenizer(tmp_path / "gone.json")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TextError, match="is not a file"):
        read_tokenizer(tmp_path / "pipe")
    for name in ("", "gone.json", "pipe"):
        assert not is_tokenizer(tmp_path / name)


NOT_DROPPED = {
    "reviews.csv": "text,label\na good film,1\nbad,0\nso so,1\n",
    "named rows.txt": "ann 1 2 3 4\nbob 2 3 4 5\ncid 3 4 5 6\n",
    "counts.tsv": "1\t5\t7\n2\t6\t8\n3\t7\t9\n",
    "labels.csv": "good,1\nbad,0\ngreat,1\n",
    "series.csv": "date,value\n1949-01,112\n1949-02,118\n1949-03,132\n",
    "months.csv": "month,value\nJan-49,112\nFeb-49,918\nMar-49,3132\nApr-49,12\n",
    "column.txt": "\n".join(f"{k / 7:.4f}" for k in range(60)),
    "column.csv": "value\n" + "\n".join(str(k * k) for k in range(60)),
    "rows.json": "[[1, 2], [3, 4]]",
    "poem.txt": "so\nmuch\ndepends\n",
    "review.txt": "This film was not bad at all.\nI loved it.\n",
    "config.json": '{"class_name": "Sequential", "config": {"layers": []}}',
    "numbers.json": '{"epochs": 10, "rate": 0.1}',
    "record.json": '{"epochs": {"a": 1}, "x": 2}',
    "object.pkl": pickle.dumps(Path("x")),
    "picture.png": b"\x89PNG\r\n\x1a\n\0\0\0\0",
}


@pytest.mark.parametrize("name", NOT_DROPPED)
def test_what_is_dropped_is_not_taken_for_a_dictionary(tmp_path: Path, name: str) -> None:
    assert not is_tokenizer(write(tmp_path / name, NOT_DROPPED[name]))


def test_a_large_table_is_known_by_its_beginning(tmp_path: Path) -> None:
    rows = [[f"word{place}", place] for place in range(50_000)]
    assert is_tokenizer(write(tmp_path / "v.csv", table(rows)))
    assert is_tokenizer(write(tmp_path / "v.txt", "\n".join(word for word, _ in rows)))
    words = "\n".join("영" + word for word, _ in rows)
    assert is_tokenizer(write(tmp_path / "k.txt", words))


def test_what_lies_beside_a_model(tmp_path: Path) -> None:
    model = write(tmp_path / "lstm.h5", b"\x89HDF\r\n\x1a\n")
    for name in ("vocab.txt", "Tokenizer.pickle", "lstm_word_index.json", "notes.txt"):
        content: str | bytes = json.dumps(INDEX)
        if name.endswith("txt"):
            content = "\n".join(f"w{k}" for k in range(50))
        write(tmp_path / name, pickle.dumps(INDEX) if name.endswith("pickle") else content)
    write(tmp_path / "tokenizer_config.json", '{"model_max_length": {"a": 512}}')
    (tmp_path / "vocab.json").mkdir()
    found = [path.name for path in dictionaries_beside(model)]
    assert found == ["lstm_word_index.json", "Tokenizer.pickle", "vocab.txt"]
    assert dictionaries_beside(tmp_path / "nowhere" / "m.h5") == []


TOKENIZERS = st.builds(
    Tokenizer,
    st.dictionaries(st.text(), st.integers(0, 2**30), min_size=1),
    st.sampled_from(["keras", "list", "imdb"]),
    st.builds(
        Rules,
        lower=st.sampled_from(["no", "ascii", "unicode"]),
        filters=st.text(),
        whole=st.booleans(),
        ngrams=st.sampled_from([(), (1, 2), (3,)]),
    ),
    st.text(),
    st.none() | st.integers(0, 99),
    st.none() | st.integers(0, 99),
    st.none() | st.integers(0, 99),
    st.sampled_from([None, "pre", "post"]),
    st.none(),
    st.booleans(),
    st.none() | st.builds(Buckets, st.integers(2, 9), st.none() | st.just((3, 2**64 - 1))),
)


@given(TOKENIZERS)
def test_handed_over_whole(tokenizer: Tokenizer) -> None:
    found = received(packed(tokenizer), Path("x"))
    for name in (each.name for each in fields(Tokenizer) if each.name != "path"):
        assert getattr(found, name) == getattr(tokenizer, name)


@given(st.binary(), st.integers(0, 10_000), st.integers(0, 255))
def test_what_is_handed_over_damaged(noise: bytes, at: int, byte: int) -> None:
    whole = bytearray(packed(Tokenizer(INDEX, "list")))
    whole[at % len(whole)] = byte
    for data in (noise, bytes(whole), bytes(whole[: at % len(whole)])):
        try:
            found = received(data, Path("x"))
        except TextError:
            continue
        assert found.kind in ("keras", "vectorization", "lookup", "imdb", "numbers", "list")
        assert all(type(id) is int for id in found.numbers.values())


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = write(tmp_path_factory.getbasetemp() / "any", data)
    is_tokenizer(path)
    try:
        found = read_tokenizer(path)
    except TextError:
        return
    assert len(found) > 0
