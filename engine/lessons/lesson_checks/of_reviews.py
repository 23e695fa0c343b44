"""What is asked of the reviews, and of the words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.errors import LessonError, Note
from engine.lessons.digits import told_apart
from engine.lessons.lesson_checks.lesson_about import SEED, LessonAbout, counts
from engine.lessons.neighbours import MAX_WORDS, nearest
from engine.lessons.question import Answer, AskedQuestion, Stop
from engine.text.dictionary import imdb
from engine.text.review import encode
from engine.training.preparation import cut_and_padded, unknown_share
from engine.training.recipes import RECIPES

_SHARES = (
    Note("Less than a quarter"),
    Note("A quarter to a half"),
    Note("A half to three quarters"),
    Note("More than three quarters"),
)


def _share(value: float) -> int:
    return int(np.searchsorted([0.25, 0.5, 0.75], value, side="right"))


def ask_unknown(about: LessonAbout) -> AskedQuestion:
    """How many words of the reviews are outside the vocabulary."""
    size = about.count("words", about.open("lstm").vocabulary_size or RECIPES["lstm"].num_words)

    def answer(should_stop: Stop = None) -> Answer:
        if (prepared := about.prepared()) is not None:
            share = unknown_share(prepared, replace(RECIPES["lstm"], num_words=size))
            says = Note(
                "Of {words} words of {reviews} training reviews, {share} % are read as unknown.",
                words=f"{len(prepared.sample):,}",
                reviews=f"{prepared.sampled:,}",
                share=f"{100 * share:.1f}",
            )
            return Answer(_share(share), says)
        reviews = [
            encode(each.text, each.dictionary, replace(each.encoding, num_words=size))
            for each in about.reviews(should_stop)
        ]
        words = sum(int((~each.padding).sum()) for each in reviews)
        share = sum(int(each.unknown.sum()) for each in reviews) / max(1, words)
        return Answer(
            _share(share),
            Note(
                "Of {words} words of {reviews} reviews (seed {seed}), {share} % are read as unknown.",
                words=f"{words:,}",
                reviews=len(reviews),
                seed=SEED,
                share=f"{100 * share:.1f}",
            ),
        )

    text = Note("With {size} ids: how many of the words are read as unknown?", size=f"{size:,}")
    return AskedQuestion(text, _SHARES, answer)


def ask_cut(about: LessonAbout) -> AskedQuestion:
    """How many reviews are longer than what is read of them."""
    length = about.count("length", about.open("lstm").length or RECIPES["lstm"].length)

    def answer(should_stop: Stop = None) -> Answer:
        if (prepared := about.prepared()) is not None:
            share, _ = cut_and_padded(prepared.lengths, length)
            says = Note(
                "Of {reviews} training reviews {share} % are cut.",
                reviews=f"{len(prepared.lengths):,}",
                share=f"{100 * share:.1f}",
            )
            return Answer(_share(share), says)
        reviews = about.reviews(should_stop)
        share = float(np.mean([len(each.token_ids) > length for each in reviews]))
        return Answer(
            _share(share),
            Note(
                "Of {reviews} reviews (seed {seed}) {share} % are cut.",
                reviews=len(reviews),
                seed=SEED,
                share=f"{100 * share:.0f}",
            ),
        )

    text = Note("How many reviews are longer than {length} steps, and are cut?", length=length)
    return AskedQuestion(text, _SHARES, answer)


def ask_ones(about: LessonAbout) -> AskedQuestion:
    """How many ones a review has when it is one-hot."""
    recipe = RECIPES["simple_rnn_one_hot"]
    length = about.count("length", recipe.length)
    numbers = length * recipe.num_words
    order, choices = counts({1, length, recipe.num_words, numbers})

    def answer(should_stop: Stop = None) -> Answer:
        ids = np.random.default_rng(SEED).integers(0, recipe.num_words, length)
        ones = int(np.eye(recipe.num_words, dtype=np.float32)[ids].sum())
        return Answer(
            order.index(ones),
            Note(
                "{steps} rows of {words} numbers are {count}, of which {ones} are 1.",
                steps=length,
                words=recipe.num_words,
                count=f"{numbers:,}",
                ones=f"{ones:,}",
            ),
        )

    text = Note(
        "A review of {steps} ids becomes one-hot. How many of its numbers are 1?",
        steps=length,
    )
    return AskedQuestion(text, choices, answer)


def ask_nearest(about: LessonAbout) -> AskedQuestion:
    """Which word is nearest to one in the trained table."""
    word = about.options.get("word", "great")
    network, dictionary = about.words() if about.words else (about.open("lstm"), imdb())
    table = network.layers[0].weights["embeddings"][:MAX_WORDS]
    encoding = dictionary.encoding()
    id = dictionary.id_of(word, encoding)
    first = encoding.index_from + 1
    if id is None or not first <= id < len(table):
        raise LessonError("{network} does not know “{word}”.", network=network.name, word=word)
    found, cosines = nearest(table, id, len(table), first)
    places = [0, *(len(found) * part // 4 for part in (1, 2, 3))]
    shown = sorted((dictionary.word_of(int(found[at]), encoding), at) for at in places)

    def answer(should_stop: Stop = None) -> Answer:
        by_nearness = sorted(shown, key=lambda each: each[1])
        texts = told_apart([float(cosines[at]) for _, at in by_nearness], 2)
        says = ", ".join(
            f"{name} {text}" for (name, _), text in zip(by_nearness, texts, strict=True)
        )
        return Answer(
            [at for _, at in shown].index(0),
            Note("Cosines: {cosines}.", cosines=says),
        )

    text = Note("Which of these words lies nearest to “{word}” in the trained table?", word=word)
    choices = tuple(Note("“{word}”", word=name) for name, _ in shown)
    return AskedQuestion(text, choices, answer, networks=(network,))
