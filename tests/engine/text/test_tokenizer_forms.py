"""Dictionaries of other libraries: Hugging Face, pairs of dictionaries, gensim, spaCy, vectors."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from engine.errors import TextError
from engine.text.review import encode
from engine.text.tokenizers.guess import guess
from engine.text.tokenizers.reader import open_tokenizer
from engine.text.tokenizers.reading import is_tokenizer, read_tokenizer

REFERENCE = json.loads((Path(__file__).parent / "reference" / "hugging_face.json").read_text())
CASES, TEXTS = REFERENCE["cases"], REFERENCE["texts"]
WORDS = ["<pad>", "the", "film", "was", "영화"]
INDEX = {word: number for number, word in enumerate(WORDS)}
BACK = {number: word for word, number in INDEX.items()}


def write(folder: Path, content: str | bytes, name: str = "words.json") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("case", [case for case in CASES if case != "BPE"])
def test_hugging_faces_own_tokens_and_ids(case: str, tmp_path: Path) -> None:
    """Files, tokens and ids from the package itself (``reference/make_hugging_face.py``)."""
    path = write(tmp_path, json.dumps(CASES[case]["file"], indent=2), "tokenizer.json")
    assert is_tokenizer(path)
    tokenizer = open_tokenizer(path)
    kind = CASES[case]["file"]["model"]["type"]
    assert tokenizer.form == f"Hugging Face tokenizer.json, {kind}"
    words = guess(tokenizer).dictionary
    assert words.unknown == 1
    for text, (tokens, ids) in zip(TEXTS, CASES[case]["made"], strict=True):
        if not ids:
            with pytest.raises(TextError):
                encode(text, words)
            continue
        review = encode(text, words, words.encoding())
        read = ~review.padding
        assert review.token_ids.tolist() == ids, text
        known = [
            each for each, out in zip(review.tokens, review.token_unknown, strict=True) if not out
        ]
        assert known == [each for each in tokens if each != "[UNK]"], text
        assert review.unknown[read].sum() <= ids.count(1)


def test_bpe_is_refused_by_name(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps(CASES["BPE"]["file"]), "tokenizer.json")
    assert is_tokenizer(path)  # dropped, it is refused as the dictionary that it is
    with pytest.raises(TextError, match="with the model BPE, which cuts words in pieces"):
        open_tokenizer(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"pre_tokenizer": {"type": "ByteLevel"}}, "its pre_tokenizer ByteLevel is not one"),
        ({"normalizer": {"type": "Replace"}}, "its normalizer Replace is not one"),
        ({"normalizer": [1]}, "its normalizer None is not one"),
        ({"model": {"type": "Unigram", "vocab": []}}, "with the model Unigram"),
        ({"model": {"type": "WordLevel", "vocab": []}}, "its vocab is not one"),
        ({"model": {"type": "WordLevel", "vocab": {"a": -1}}}, "the number -1"),
        ({"added_tokens": [{"content": "a", "id": "5"}]}, "Words need whole numbers"),
        ({"pre_tokenizer": {"type": {"a": 1}}}, "its pre_tokenizer"),
        ({"normalizer": {"type": ["a"]}}, "its normalizer"),
        ({"model": {"type": ["a"], "vocab": {}}}, "with the model"),
        ({"model": {"type": "WordLevel", "vocab": {}}, "added_tokens": 5}, "no word in words"),
    ],
)
def test_steps_that_are_not_read_are_named(
    change: dict[str, Any], said: str, tmp_path: Path
) -> None:
    path = write(tmp_path, json.dumps(CASES["level"]["file"] | change))
    with pytest.raises(TextError, match=said):
        read_tokenizer(path)


def test_marks_that_are_not_put_around_a_text_are_said(tmp_path: Path) -> None:
    content = CASES["bert"]["file"] | {"post_processor": {"type": "BertProcessing"}}
    (note,) = read_tokenizer(write(tmp_path, json.dumps(content))).notes
    assert str(note) == (
        "words.json was recognised as Hugging Face tokenizer.json, WordPiece, without "
        "post_processor."
    )


FORMS: dict[str, tuple[str | bytes, str]] = {
    "word2idx and idx2word": (
        json.dumps({"word2idx": INDEX, "idx2word": BACK}), "word2idx, idx2word",
    ),
    "idx2word first": (json.dumps({"idx2word": BACK, "word2idx": INDEX}), "word2idx, idx2word"),
    "stoi and a list": (json.dumps({"stoi": INDEX, "itos": WORDS}), "word2idx, idx2word"),
    "a pickled pair": (pickle.dumps((INDEX, BACK)), "word2idx, idx2word"),
    "a pickled pair, turned": (pickle.dumps([BACK, INDEX], 2), "word2idx, idx2word"),
    "a pickled pair by name": (
        pickle.dumps({"word2idx": INDEX, "idx2word": BACK}), "word2idx, idx2word",
    ),
    "gensim": (
        "25\n" + "".join(f"{id}\t{word}\t{id + 3}\n" for word, id in INDEX.items()),
        "gensim Dictionary",
    ),
    "gensim without a count": (
        "".join(f"{id}\t{word}\t7\n" for word, id in INDEX.items()), "gensim Dictionary",
    ),
    "word2vec": (
        f"{len(WORDS)} 4\n" + "".join(f"{word} 0.1 -2 3e-5 4\n" for word in WORDS), "word vectors",
    ),
    "GloVe": ("".join(f"{word} 0.1 -2 3.5 4 1\n" for word in WORDS), "word vectors"),
    "spaCy's lexemes": (
        json.dumps({"lang": "ko", "settings": {"oov_prob": -20}}) + "\n"
        + "".join(json.dumps({"orth": word, "id": 7}) + "\n" for word in WORDS),
        "spaCy lexemes",
    ),
    "spaCy's strings": (json.dumps(WORDS), ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
def test_other_forms_are_recognised(kind: str, tmp_path: Path) -> None:
    content, form = FORMS[kind]
    tokenizer = open_tokenizer(write(tmp_path, content))
    assert dict(tokenizer.numbers) == INDEX
    assert tokenizer.form == form
    said = [str(note) for note in tokenizer.notes]
    assert said == ([f"words.json was recognised as {form}."] if form else [])
    assert is_tokenizer(tmp_path / "words.json") or kind == "GloVe"  # a few rows of a table


def test_a_pair_that_does_not_agree(tmp_path: Path) -> None:
    other = {number + 1: word for word, number in INDEX.items()}
    path = write(tmp_path, json.dumps({"word2idx": INDEX, "idx2word": other}))
    with pytest.raises(TextError, match="two dictionaries that do not agree"):
        read_tokenizer(path)
