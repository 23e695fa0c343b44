"""Words and ids as Keras's own tokenizers make them; guesses; panes with other dictionaries."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from engine.errors import TextError
from engine.text.dictionary import Dictionary, imdb
from engine.text.encoding import DEFAULT, Encoding
from engine.text.review import Review, encode, from_ids, read_by
from engine.text.tokenizers.finding import find_dictionary
from engine.text.tokenizers.guess import guess
from engine.text.tokenizers.hashing import fingerprint64, siphash
from engine.text.tokenizers.keras_tokenizer import from_config
from engine.text.tokenizers.reading import read_tokenizer
from engine.text.tokenizers.rules import IMDB_RULES, Rules
from engine.text.tokenizers.tokenizer import Tokenizer, in_order

# Letters of several scripts, capitals that grow or change their length, every white space
# and punctuation that one of the tokenizers treats in a way of its own.
ALPHABET = (
    "aAbBzZ ıİßẞÀéÉΣς한국어영화 "
    "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'’"
    "\t\n\x0b\x0c\r\x1c\x85\xa0\u2003\u3000\0"
)
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=40) | st.text(
    st.sampled_from(ALPHABET) | st.characters(exclude_categories=["Cs"]), max_size=60
)
EVERYTHING = "a".join(ALPHABET) + " it's 영화! the film"
LEARNED = [
    "The film was good, the plot was BAD!",
    "이 영화 정말 좋아요. 영화 최고!",
    "it's Éric's film; Straße zero-sum",
]
UNTOLD = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def encode_with(
    text: str, dictionary: Dictionary, base: Encoding = DEFAULT, size: int | None = None
) -> Review:
    """A text in a dictionary's own encoding, in the length of ``base``."""
    encoding = replace(dictionary.encoding(base), length=base.length)
    return encode(text, dictionary, encoding, size)


# -- cutting, against Keras --------------------------------------------------------------


@pytest.fixture(scope="module")
def keras_2() -> Any:
    return pytest.importorskip("tf_keras.preprocessing.text")


@pytest.fixture(scope="module")
def keras_3() -> Any:
    return pytest.importorskip("keras")


@UNTOLD
@given(
    text=TEXTS,
    filters=st.sampled_from([None, "", "!?", "abc\n", "한"]),
    lower=st.booleans(),
    split=st.sampled_from([" ", "-", "ab", "\n"]),
)
@example(text=EVERYTHING, filters=None, lower=True, split=" ")
def test_words_as_text_to_word_sequence(
    keras_2: Any, text: str, filters: str | None, lower: bool, split: str
) -> None:
    options = {} if filters is None else {"filters": filters}
    expected = keras_2.text_to_word_sequence(text, lower=lower, split=split, **options)
    rules = Rules(lower="unicode" if lower else "no", split=split, **options)
    assert rules.words(text) == expected


@UNTOLD
@given(
    text=TEXTS,
    oov=st.sampled_from([None, "<OOV>", "film"]),
    limit=st.sampled_from([None, 2, 4, 9]),
    lower=st.booleans(),
    characters=st.booleans(),
)
def test_ids_as_texts_to_sequences(
    keras_2: Any, text: str, oov: str | None, limit: int | None, lower: bool, characters: bool
) -> None:
    made = keras_2.Tokenizer(num_words=limit, oov_token=oov, lower=lower, char_level=characters)
    made.fit_on_texts(LEARNED)
    tokenizer = from_config(json.loads(made.to_json())["config"], "t")
    words = guess(tokenizer).dictionary
    (expected,) = made.texts_to_sequences([text])
    try:
        review = encode_with(text, words, Encoding(length=None))
    except TextError:
        assert expected == []
        return
    assert review.inputs.tolist() == expected
    if oov is not None and not characters:
        assert list(review.tokens) == keras_2.text_to_word_sequence(text, lower=lower)


@UNTOLD
@given(text=TEXTS, length=st.integers(1, 12), side=st.sampled_from(["pre", "post"]))
def test_padded_and_cut_as_pad_sequences(keras_2: Any, text: str, length: int, side: Any) -> None:
    from tf_keras.preprocessing.sequence import pad_sequences

    made = keras_2.Tokenizer(oov_token="<OOV>")
    made.fit_on_texts(LEARNED)
    words = guess(from_config(json.loads(made.to_json())["config"], "t")).dictionary
    expected = pad_sequences(made.texts_to_sequences([text]), length, "int32", side, side)
    try:
        found = encode_with(text, words, Encoding(length=length, padding=side, truncating=side))
    except TextError:
        assert not expected.any()
    else:
        assert found.inputs.tolist() == expected[0].tolist()
        assert len(found.steps) == len(found.padding) == len(found.unknown) == length


@pytest.fixture(scope="module")
def layers(
    keras_3: Any, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Any, Dictionary]]:
    """TextVectorization layers, and what is read from the files that they are saved in."""
    found = {}
    for standardize in (
        None,
        "lower",
        "strip_punctuation",
        "lower_and_strip_punctuation",
    ):
        for split in ("whitespace", "character"):
            for listed in (None, ["film", "영화", "the"]):
                layer = keras_3.layers.TextVectorization(
                    standardize=standardize,
                    split=split,
                    output_sequence_length=9,
                    vocabulary=listed,
                )
                if listed is None:
                    layer.adapt(LEARNED)
                model = keras_3.Sequential([keras_3.Input((1,), dtype="string"), layer])
                path = tmp_path_factory.mktemp("layers") / "m.keras"
                model.save(path)
                tokenizer = read_tokenizer(path)
                assert [word for _, word in sorted(tokenizer.words.items())] == [
                    str(word) for word in layer.get_vocabulary()
                ]
                found[f"{standardize} {split} {listed is None}"] = (
                    layer,
                    guess(tokenizer).dictionary,
                )
    return found


@settings(parent=UNTOLD, max_examples=40)
@given(text=TEXTS)
@example(text="a'a 'film'")
@example(text=" ".join(EVERYTHING.split("a")))
def test_ids_as_text_vectorization(layers: dict[str, tuple[Any, Dictionary]], text: str) -> None:
    for kind, (layer, words) in layers.items():
        expected = np.asarray(layer([text]))[0]
        try:
            review = encode_with(text, words, words.encoding())
        except TextError:
            assert not expected.any(), kind
            continue
        assert review.inputs.tolist() == expected.tolist(), kind
        assert (review.inputs[~review.padding] > 0).all()


@pytest.fixture(scope="module")
def odd_layers(
    keras_3: Any, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Any, Dictionary]]:
    """TextVectorization layers of every other kind, adapted, and what is read from their files."""
    kinds = [
        *(
            {"ngrams": ngrams, "split": split, "standardize": standardize}
            for ngrams in (1, 2, 3, (2,), (1, 3), (2, 1))
            for split in ("whitespace", "character", None)
            for standardize in (None, "lower_and_strip_punctuation")
            if split or ngrams != (2,)  # one text has no pairs
        ),
        *({"split": None, "standardize": how} for how in (None, "lower", "strip_punctuation")),
        {"ragged": True},
        {"ragged": True, "output_sequence_length": 4},
        {"split": None, "output_sequence_length": 4},
        {"ngrams": 2, "output_sequence_length": 5},
        {"pad_to_max_tokens": True, "max_tokens": 50},
        {"pad_to_max_tokens": True, "max_tokens": 50, "output_sequence_length": 7},
    ]
    found = {}
    for kind in kinds:
        layer = keras_3.layers.TextVectorization(**kind)
        layer.adapt(LEARNED)
        path = tmp_path_factory.mktemp("layers") / "m.keras"
        keras_3.Sequential([keras_3.Input((1,), dtype="string"), layer]).save(path)
        found[str(kind)] = layer, guess(read_tokenizer(path)).dictionary
    return found


@settings(parent=UNTOLD, max_examples=12)
@given(text=TEXTS)
@example(text="The film, was good! it's")
@example(text=EVERYTHING)
@example(text=LEARNED[1])
def test_ids_as_every_text_vectorization(
    odd_layers: dict[str, tuple[Any, Dictionary]], text: str
) -> None:
    """As many ids as Keras makes, in its order, padded or not; and each is called by its words."""
    for kind, (layer, words) in odd_layers.items():
        made = layer([[text]])
        expected = np.asarray(made.numpy())[0]
        try:
            review = encode(text, words)
        except TextError:
            assert not expected.any(), kind
            continue
        assert review.inputs.tolist() == expected.tolist(), kind
        names = layer.get_vocabulary()
        for id, step, unknown in zip(review.inputs, review.steps, review.unknown, strict=True):
            if unknown:
                assert id == 1, kind
            else:
                assert step == names[id], kind


def test_words_that_come_parted_are_parted_at_white_space(keras_3: Any, tmp_path: Path) -> None:
    layer = keras_3.layers.TextVectorization(split=None, ngrams=2)
    layer.adapt([["the", "film"], ["was", "good"]])
    path = tmp_path / "m.keras"
    keras_3.Sequential([keras_3.Input((4,), dtype="string"), layer]).save(path)
    found = find_dictionary(path, None, inside=1)
    text = "The film: was fine"
    expected = layer([text.split()]).numpy()[0].tolist()
    assert encode(text, found.dictionary).inputs.tolist() == expected
    assert [str(note) for note in found.notes] == [
        "m.keras takes words that are parted already; texts are parted at white space."
    ]


@pytest.mark.parametrize("mask", [None, ""])
@pytest.mark.parametrize(
    "options",
    [{"num_oov_indices": 2}, {"num_oov_indices": 7}, {"num_oov_indices": 5, "salt": [3, 9]},
     {"num_oov_indices": 3, "salt": 11}],
)  # fmt: skip
@pytest.mark.parametrize("adapted", [False, True])
def test_several_ids_for_unknown_words_as_string_lookup(
    keras_3: Any, tmp_path: Path, mask: str | None, options: dict[str, Any], adapted: bool
) -> None:
    listed = None if adapted else ["film", "영화"]
    layer = keras_3.layers.StringLookup(vocabulary=listed, mask_token=mask, **options)
    if adapted:
        layer.adapt(["film", "영화", "film"])
    path = tmp_path / "m.keras"
    keras_3.Sequential([keras_3.Input((3,), dtype="string"), layer]).save(path)
    words = guess(read_tokenizer(path)).dictionary
    text = " ".join(["영화", "film", *(f"w{'x' * size}" for size in range(120)), "좋은", "Film"])
    expected = layer([text.split()]).numpy()[0]
    encoding = replace(words.encoding(), length=None)
    review = encode(text, words, encoding)
    assert review.inputs.tolist() == expected.tolist()
    assert len(set(expected)) == options["num_oov_indices"] + 2, "no id is left out"
    known = np.isin(text.split(), ["film", "영화"])
    assert review.unknown.tolist() == (~known).tolist() == review.token_unknown.tolist()
    for word, id in zip(text.split(), expected.tolist(), strict=True):
        assert words.id_of(word) == id
        assert words.word_of(id) in (word, "<unknown>", "[UNK]")
    named = from_ids(expected, words, encoding)
    assert named.unknown.tolist() == review.unknown.tolist()
    other = encode(text, listed_dictionary("film"), Encoding(length=None, start_char=None))
    assert read_by(other, words).inputs.tolist() == expected.tolist()
    small = read_by(other, words, words.unknown + 1)  # what a network with fewer ids reads
    assert set(small.inputs.tolist()) == {words.unknown}


def listed_dictionary(*words: str) -> Dictionary:
    """A dictionary of words that are parted by spaces and keep their capitals."""
    rules = Rules(lower="no", filters="", split="")
    return Dictionary(Tokenizer(in_order([*words], "x"), "list", rules), 1, None, 0)


@pytest.mark.tensorflow
@given(
    st.binary(max_size=300), st.none() | st.tuples(*[st.integers(0, 2**63 - 1)] * 2),
    st.integers(2, 2**20),
)  # fmt: skip
@settings(parent=UNTOLD, max_examples=300)
def test_hashing_is_tensorflows(data: bytes, key: tuple[int, int] | None, count: int) -> None:
    tf = pytest.importorskip("tensorflow")
    if key is None:
        expected = tf.strings.to_hash_bucket_fast([data], count)
        assert fingerprint64(data) % count == int(expected[0])
    else:
        expected = tf.strings.to_hash_bucket_strong([data], count, key=list(key))
        assert siphash(data, key) % count == int(expected[0])


def test_ids_as_string_lookup(keras_3: Any, tmp_path: Path) -> None:
    for mask in (None, ""):
        layer = keras_3.layers.StringLookup(vocabulary=["film", "영화"], mask_token=mask)
        model = keras_3.Sequential([keras_3.Input((3,), dtype="string"), layer])
        model.save(tmp_path / "m.keras")
        words = guess(read_tokenizer(tmp_path / "m.keras")).dictionary
        text = "영화 Film film"
        expected = np.asarray(layer([text.split()]))[0]
        # As in Keras nothing brings a text to a length: an id of padding would be an unknown word.
        assert encode_with(text, words, words.encoding()).inputs.tolist() == expected.tolist()


@given(TEXTS)
def test_a_file_with_imdbs_words_reads_as_imdbs_own(text: str) -> None:
    file = guess(Tokenizer(imdb().tokenizer.numbers, "imdb", IMDB_RULES)).dictionary
    assert not file.is_imdb and not file.agrees_with(imdb())
    try:
        expected = encode(text, imdb(), Encoding(num_words=500))
    except TextError:
        return
    review = encode_with(text, file, Encoding(num_words=500))
    assert review.inputs.tolist() == expected.inputs.tolist()
    assert review.steps == expected.steps
    assert review.unknown.tolist() == expected.unknown.tolist()


# -- names -------------------------------------------------------------------------------

SMALL = Tokenizer({"good": 1, "bad": 2, "영화": 3}, "numbers")


def test_names_of_ids() -> None:
    words = Dictionary(SMALL, 3, 1, 2)
    assert words.preview(9) == [
        (0, ""),
        (1, "<start>"),
        (2, "<unknown>"),
        (3, "#3"),
        (4, "good"),
        (5, "bad"),
        (6, "영화"),
        (7, "#7"),
        (8, "#8"),
    ]
    review = from_ids([1, 4, 7], words, words.encoding())
    assert list(review.tokens) == ["<start>", "good", "#7"]
    assert read_by(review, words, 100).token_ids.tolist() == [1, 4, 7]


def test_a_word_at_0_is_no_padding_unless_it_is_called_so() -> None:
    assert Dictionary(Tokenizer({"good": 0}, "list")).word_of(0) == "good"
    assert Dictionary(Tokenizer({"<PAD>": 0}, "list")).word_of(0) == ""


# -- guesses -----------------------------------------------------------------------------


def listed(*words: str) -> Tokenizer:
    return Tokenizer(in_order(list(words), "v"), "list")


def numbered(first: int, *words: str) -> Tokenizer:
    return Tokenizer({word: first + k for k, word in enumerate(words)}, "numbers")


@pytest.mark.parametrize(
    ("tokenizer", "size", "expected", "reason"),
    [
        (Tokenizer({"a": 1}, "imdb"), None, (3, 1, 2), "imdb"),
        (Tokenizer({"a": 1}, "imdb"), 500, (3, 1, 2), "imdb"),
        (Tokenizer({"a": 1}, "keras"), 9, (0, None, None), "keras"),
        (Tokenizer({"o": 1}, "keras", unknown=1), None, (0, None, 1), "keras"),
        (Tokenizer({"": 0, "[UNK]": 1}, "vectorization", unknown=1), 9, (0, None, 1), "layer"),
        (listed("<PAD>", "<START>", "<UNK>", "a"), 99, (0, 1, 2), "padding"),
        (listed("", "[UNK]", "a"), None, (0, None, 1), "padding"),
        (listed("a", "b", "c"), 3, (0, None, None), "fits"),
        (listed("a", "b", "c"), 4, (1, None, None), "more"),
        (listed("a", "b", "c"), 5, (2, None, 1), "more"),
        (listed("a", "b", "c"), 6, (3, 1, 2), "more"),
        (listed("a", "<unk>", "c"), 4, (1, None, 2), "more"),
        (listed("a", "b", "c"), None, (1, None, None), "zero"),
        (listed("a", "b", "c"), 2, (1, None, None), "zero"),
        (numbered(1, "a", "b", "c"), 4, (0, None, None), "fits"),
        (numbered(1, "a", "b", "c"), 7, (3, 1, 2), "more"),
        (numbered(1, "a", "b", "c"), 5, (0, None, None), "one"),
        (numbered(1, "<OOV>", "b"), None, (0, None, 1), "one"),
        (numbered(0, "a", "b", "c"), 4, (1, None, None), "more"),
        (numbered(0, "a", "b", "c"), 3, (0, None, None), "fits"),
        (numbered(0, "a", "b", "c"), 9, (0, None, None), "file"),
        (numbered(0, "a", "b", "c"), None, (0, None, None), "file"),
        (numbered(4, "a", "b"), None, (0, None, None), "one"),
    ],
)
def test_the_guess(
    tokenizer: Tokenizer, size: int | None, expected: tuple[int, Any, Any], reason: str
) -> None:
    found = guess(tokenizer, size)
    assert found.dictionary.marks == expected
    assert found.reason == reason
    if reason == "more":
        assert found.more == size - 1 - tokenizer.highest  # type: ignore[operator]


# -- panes with other dictionaries -------------------------------------------------------


def copy_of(dictionary: Dictionary) -> Dictionary:
    """The same words and ids, not known to be the same."""
    return replace(dictionary, tokenizer=replace(dictionary.tokenizer, kind="numbers"))


TEXT = "A good film, truly GOOD; not bad"
OWN = Dictionary(
    Tokenizer({"<oov>": 1, "good": 2, "bad": 3, "truly": 9}, "keras", unknown=1), 0, None, 1
)


@pytest.mark.parametrize(
    "encoding", [Encoding(length=10), Encoding(length=5), Encoding(length=None)]
)
def test_another_dictionary_in_the_same_steps(encoding: Encoding) -> None:
    review = replace(encode(TEXT, imdb(), encoding), label=1, title="t", number=3)
    found = read_by(review, OWN, 9)
    assert found.steps == review.steps
    assert found.padding.tolist() == review.padding.tolist()
    assert (found.label, found.title, found.number, found.text) == (1, "t", 3, TEXT)
    assert list(found.tokens)[1:] == ["a", "good", "film", "truly", "good", "not", "bad"]
    ids = [0, 1, 2, 1, 1, 2, 1, 3]  # the start mark is not read; truly is beyond its nine ids
    assert found.token_ids.tolist() == ids
    assert found.token_unknown.tolist() == [False, True, False, True, True, False, True, False]
    expected = [0, 0, *ids] if encoding.length == 10 else ids[-len(found) :]
    assert found.inputs.tolist() == expected
    real = ~found.padding
    assert found.unknown[real].tolist() == found.token_unknown[-int(real.sum()) :].tolist()
    assert found.dictionary is OWN
    assert read_by(found, OWN, 9) is found


def test_a_network_without_an_id_for_unknown_words_keeps_its_steps() -> None:
    words = Dictionary(Tokenizer({"good": 1}, "keras"))
    review = read_by(encode(TEXT, imdb(), Encoding(length=9)), words, 5)
    assert review.inputs.tolist() == [0, 0, 0, 1, 0, 0, 1, 0, 0]
    assert review.unknown.tolist() == [0, 0, 1, 0, 1, 1, 0, 1, 1]
    assert review.token_unknown.tolist() == [0, 1, 0, 1, 1, 0, 1, 1]
    alone = encode_with(TEXT, words, Encoding(length=9), 5)
    assert alone.inputs.tolist() == [0] * 7 + [1, 1], "alone, they are dropped as Keras does"
    assert list(alone.tokens) == ["good", "good"]


def test_imdb_reads_what_was_cut_for_another() -> None:
    made = encode_with(TEXT, OWN, Encoding(length=10), 9)
    found = read_by(made, imdb(), 500)
    expected = encode(TEXT, imdb(), Encoding(length=10, start_char=None)).within(500)
    assert found.inputs.tolist() == expected.inputs.tolist()
    assert found.unknown.tolist() == expected.unknown.tolist()
    assert found.steps == made.steps == expected.steps


@given(TEXTS, st.integers(1, 12), st.integers(4, 600), st.booleans())
def test_reading_imdb_reviews_is_what_it_was(text: str, length: int, size: int, post: bool) -> None:
    side: Any = "post" if post else "pre"
    encoding = Encoding(length=length, padding=side, truncating=side)
    try:
        review = encode(text, imdb(), encoding)
    except TextError:
        return
    assert read_by(review, imdb()) is review
    assert read_by(review, imdb(), size).inputs.tolist() == review.within(size).inputs.tolist()
    again = read_by(review, copy_of(imdb()), size)
    assert again.inputs.tolist() == review.within(size).inputs.tolist()
    assert again.unknown.tolist() == review.within(size).unknown.tolist()
    assert again.token_unknown.tolist() == review.within(size).token_unknown.tolist()


def test_the_encoding_of_a_dictionary() -> None:
    layer = Tokenizer({"": 0}, "vectorization", length=7, side="post")
    found = Dictionary(layer, 2, None, 1).encoding(DEFAULT)
    assert found == Encoding(None, 0, None, 1, 2, 7, "post", "post")
    assert Dictionary(SMALL, 3, 1, 2).encoding(DEFAULT) == DEFAULT


def test_texts_without_words() -> None:
    for text, said in (
        ("  ", "There is no text to read"),
        ("?!", "There is no word in this text"),
        ("nothing known", "No word of this text is in the vocabulary"),
    ):
        with pytest.raises(TextError, match=said):
            encode_with(text, Dictionary(SMALL))


def test_a_long_text_is_read_in_milliseconds() -> None:
    review = encode("good film " * 2_000, imdb())
    read_by(review, OWN, 9)
    begin = time.perf_counter()
    for _ in range(5):
        read_by(review, OWN, 9)
    assert (time.perf_counter() - begin) / 5 < 0.05
