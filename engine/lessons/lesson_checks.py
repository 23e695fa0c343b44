"""Questions that are asked of a lesson's own model or of a sample of the reviews, whatever the window
reads; one row each."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from string import punctuation

import numpy as np

from engine.errors import LessonError, Note
from engine.lessons.asked import EQUAL, Answer, Asked, Options, Stop
from engine.lessons.checks import CHECKS, CheckKind
from engine.lessons.digits import told_apart
from engine.lessons.mappings import date_read, read_alone, tag, wave_of, write_date
from engine.lessons.model_sums import model_sums
from engine.lessons.neighbours import MAX_WORDS, nearest
from engine.lessons.stopping import act_out
from engine.library import bundled
from engine.network.network import Network
from engine.progress import check
from engine.sequence import Sequence
from engine.tasks import dates, tagger
from engine.tasks.bundled import task_record
from engine.text.dictionary import Dictionary, imdb
from engine.text.review import Review, encode
from engine.text.split import train_test_split
from engine.training.preparation import Preparation, cut_and_padded, unknown_share
from engine.training.recipes import RECIPES

SAMPLE, SEED = 40, 1
"""Reviews that are drawn, and by which seed."""

LECTURE = "simple_rnn_one_hot"
"""The lecture's first model: 500 words, 100 steps."""

REVIEWS = 25_000
"""Of the lecture."""


@dataclass(frozen=True)
class LessonAbout:
    """What is asked about.

    Attributes:
        options: what the lesson says.
        open: a bundled network by its name, "lessons/tagger" for one of a task.
        sample: so many reviews by a seed, as a network reads them; for a thread.  Drawn only while
            none are prepared.
        words: the network whose table of words is meant, with its dictionary; the bundled LSTM
            where none is given.
        prepared: the reviews that are learned from, None where they are not prepared: a sample
            takes their place.
    """

    options: Options
    open: Callable[[str], Network]
    sample: Callable[[Network, int, int], list[Sequence]] = lambda network, count, seed: []
    words: Callable[[], tuple[Network, Dictionary]] | None = None
    prepared: Callable[[], Preparation | None] = lambda: None

    def number(self, option: str, usual: float) -> float:
        """A number that the lesson names.

        Raises:
            LessonError: it is none.
        """
        text = self.options.get(option, f"{usual:g}")
        try:
            value = float(text)
        except ValueError:
            value = np.nan
        if not np.isfinite(value):
            raise LessonError("{option}={text} is no number.", option=option, text=text)
        return value

    def count(self, option: str, usual: int) -> int:
        """A whole number from 1 that the lesson names.

        Raises:
            LessonError: it is none.
        """
        value = self.number(option, usual)
        if value < 1 or value != int(value):
            raise LessonError(
                "{option}={text} is no whole number from 1 on.",
                option=option,
                text=self.options.get(option, ""),
            )
        return int(value)

    def patience(self, usual: int) -> int:
        """The patience that the lesson names: a whole number from 1.

        Raises:
            LessonError: it is none.
        """
        value = self.number("patience", usual)
        if value < 1 or value != int(value):
            text = self.options.get("patience", "")
            raise LessonError("A patience is 1 or more, not {patience}.", patience=text)
        return int(value)

    def reviews(self, should_stop: Stop) -> list[Review]:
        """A sample of them, as the bundled LSTM reads them."""
        check(should_stop or (lambda: False))
        drawn = self.sample(self.open("lstm"), SAMPLE, SEED)
        return [each for each in drawn if isinstance(each, Review)]


_SHARES = (
    Note("Less than a quarter"),
    Note("A quarter to a half"),
    Note("A half to three quarters"),
    Note("More than three quarters"),
)


def _share(value: float) -> int:
    return int(np.searchsorted([0.25, 0.5, 0.75], value, side="right"))


def _counts(values: set[int]) -> tuple[list[int], tuple[Note, ...]]:
    order = sorted(values)
    return order, tuple(Note("{count}", count=f"{each:,}") for each in order)


# -- the kinds of RNN --------------------------------------------------------------


def _alone(about: LessonAbout) -> Asked:
    """Whether a word before changes the answer of a network without time."""
    word, before = about.options.get("word", "great"), about.options.get("before", "not")
    network = about.open("lessons/one_to_one")

    def answer(should_stop: Stop = None) -> Answer:
        alone = read_alone(network, word)[-1].answer
        after = read_alone(network, f"{before} {word}")[-1].answer
        by_itself, behind = told_apart((alone, after))
        return Answer(
            0 if abs(after - alone) < EQUAL else 1 if after > alone else 2,
            Note("Alone {alone}, after it {after}.", alone=by_itself, after=behind),
        )

    text = Note(
        "“{before}” is put before “{word}”. What does the answer to “{word}” do?",
        before=before,
        word=word,
    )
    choices = (Note("It stays, to two digits"), Note("It rises"), Note("It falls"))
    return Asked(text, choices, answer, networks=(network,))


def _turns(about: LessonAbout) -> Asked:
    """How often the wave of a value goes round."""
    value = about.number("value", 0.5)
    network = about.open("lessons/one_to_many")

    def answer(should_stop: Stop = None) -> Answer:
        with np.errstate(over="ignore"):  # which is refused
            wave = np.asarray(wave_of(network, value).prediction[1:], np.float64)
        spectrum = np.abs(np.fft.rfft(wave * np.hanning(len(wave)), 40 * len(wave)))
        turns = float(spectrum.argmax()) / 40
        return Answer(
            int(np.searchsorted([1.5, 2.25, 3.25], turns, side="right")),
            Note(
                "Measured on the {steps} steps that it writes: {turns}.",
                steps=len(wave),
                turns=f"{turns:.1f}",
            ),
        )

    text = Note("How often does the wave of the value {value} go round?", value=f"{value:g}")
    choices = (
        Note("About once"),
        Note("About twice"),
        Note("Between 2 and 3 times"),
        Note("More often"),
    )
    return Asked(text, choices, answer, networks=(network,))


def _tag(about: LessonAbout) -> Asked:
    """Which tag a word of a sentence is given."""
    text, word = (
        about.options.get("text", "this film is not great"),
        about.options.get("word", "great"),
    )
    network, record = about.open("lessons/tagger"), task_record(tagger.TASK)
    if record is None:
        raise LessonError(
            "The models of this task are missing. Install Gatescope again, or make them: make "
            "models ARGS={task}.",
            task="tagger",
        )
    lexicon = record.data["data"]
    tagged = tag(network, text, lexicon)
    wanted = word.casefold(), word.casefold().strip(punctuation)  # as a person copies it
    words = [each.casefold() for each in tagged.words]
    place = next((at for at, each in enumerate(words) if each in wanted), None)
    if place is None:
        raise LessonError("“{word}” is not in “{text}”.", word=word, text=text)

    def answer(should_stop: Stop = None) -> Answer:
        shares = tagged.trace.prediction[tagged.steps[place]]
        return Answer(
            int(tagged.tags[place]),
            Note(
                "Neither {neither}, praise {praise}, complaint {complaint}.",
                neither=f"{shares[tagger.NEITHER]:.2f}",
                praise=f"{shares[tagger.PRAISE]:.2f}",
                complaint=f"{shares[tagger.COMPLAINT]:.2f}",
            ),
        )

    asked = Note("“{text}”: which tag does “{word}” get?", text=text, word=word)
    choices = (Note("Neither"), Note("Praise"), Note("Complaint"))
    return Asked(asked, choices, answer, networks=(network,))


def _date(about: LessonAbout) -> Asked:
    """What is written of a date."""
    text = about.options.get("text", "31 February 2021")
    network = about.open("lessons/dates")
    date_read(text)
    plain = _as_written(text)

    def answer(should_stop: Stop = None) -> Answer:
        trace = write_date(network, text)
        assert trace.written is not None
        written = dates.text_of(trace.written.values)
        return Answer(0 if written == plain else 1, Note("It writes {written}.", written=written))

    asked = Note("What does it write of “{text}”?", text=text)
    choices = (Note("The same day, letter for letter"), Note("Another day"))
    return Asked(asked, choices, answer, networks=(network,))


def _as_written(text: str) -> str:
    """A date letter for letter as the network writes dates, whether or not there is such a day."""
    months = {name: nth for nth, full in enumerate(dates.MONTHS, 1) for name in (full, full[:3])}
    try:
        day, month, year = text.split()
        return f"{int(year):04d}-{months[month]:02d}-{int(day):02d}"
    except (ValueError, KeyError):
        raise LessonError(
            "“{text}” is no date with a day, a month and a year. Write one like 3 March 2021.",
            text=text,
        ) from None


# -- data and training -------------------------------------------------------------


def _unknown(about: LessonAbout) -> Asked:
    """How many words of the reviews are outside the vocabulary."""
    size = about.count("words", about.open("lstm").vocabulary_size or RECIPES["lstm"].num_words)

    def answer(should_stop: Stop = None) -> Answer:
        prepared = about.prepared()
        if prepared is not None:
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
        unknown = sum(int(each.unknown.sum()) for each in reviews)
        share = unknown / max(1, words)
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
    return Asked(text, _SHARES, answer)


def _cut(about: LessonAbout) -> Asked:
    """How many reviews are longer than what is read of them."""
    length = about.count("length", about.open("lstm").length or RECIPES["lstm"].length)

    def answer(should_stop: Stop = None) -> Answer:
        prepared = about.prepared()
        if prepared is not None:
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
    return Asked(text, _SHARES, answer)


def _held_out(about: LessonAbout) -> Asked:
    """How many reviews are left to learn from."""
    recipe = RECIPES["lstm"]
    test_size = about.number("test_size", recipe.test_size)
    if not 0 < test_size < 1:
        raise LessonError(
            "{option}={text} is no share between 0 and 1.",
            option="test_size",
            text=about.options["test_size"],
        )
    learned, held_out = train_test_split(REVIEWS, test_size, recipe.split_seed)
    right = len(learned)
    order, choices = _counts({right, len(held_out), REVIEWS, REVIEWS // 2})

    def answer(should_stop: Stop = None) -> Answer:
        says = Note(
            "{learned} learn, {held_out} are held out; none is in both.",
            learned=f"{right:,}",
            held_out=f"{len(held_out):,}",
        )
        return Answer(order.index(right), says)

    text = Note(
        "test_size={share} of {count} reviews: how many are left to learn from?",
        share=f"{test_size:g}",
        count=f"{REVIEWS:,}",
    )
    return Asked(text, choices, answer)


def _ones(about: LessonAbout) -> Asked:
    """How many ones a review has when it is one-hot."""
    recipe = RECIPES["simple_rnn_one_hot"]
    length = about.count("length", recipe.length)
    numbers = length * recipe.num_words
    order, choices = _counts({1, length, recipe.num_words, numbers})

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
    return Asked(text, choices, answer)


def _nearest(about: LessonAbout) -> Asked:
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
    return Asked(text, choices, answer, networks=(network,))


def _total(about: LessonAbout) -> Asked:
    """How many weights a model of the lecture has, all its layers together."""
    name = about.options.get("model", LECTURE)
    if name not in RECIPES:
        raise LessonError("There is no recipe “{name}”.", name=name)
    usual = RECIPES[name]
    recipe = replace(usual, num_words=about.count("words", usual.num_words))
    layers = model_sums(recipe)
    right, recurrent = sum(layer.total for layer in layers), recipe.units**2
    forgotten = [right - layers[-1].total, right - recurrent, right * 2]
    if recipe.num_words != usual.num_words:  # not every weight grows with the words
        before = sum(layer.total for layer in model_sums(usual))
        forgotten = [before, before * recipe.num_words // usual.num_words, forgotten[0]]
    order, choices = _counts({right, *forgotten})

    def answer(should_stop: Stop = None) -> Answer:
        parts = "; ".join(f"{each.layer}: {each.text} = {each.total:,}" for each in layers)
        says = Note("{parts}. Together {count}.", parts=parts, count=f"{right:,}")
        return Answer(order.index(right), says)

    as_it_is = Note(
        "{network}, from the words to the answer: how many weights are there in all?",
        network=usual.title,
    )
    with_words = Note(
        "{network} with {words} words instead of {usual}: how many weights are there in all?",
        network=usual.title,
        words=f"{recipe.num_words:,}",
        usual=f"{usual.num_words:,}",
    )
    text = as_it_is if recipe.num_words == usual.num_words else with_words
    return Asked(text, choices, answer)


def _updates(about: LessonAbout) -> Asked:
    """How often the weights change in an epoch."""
    recipe = RECIPES["lstm"]
    learned = len(train_test_split(REVIEWS, recipe.test_size, recipe.split_seed)[0])
    right = math.ceil(learned / recipe.batch)
    order, choices = _counts({1, recipe.batch, right, learned})

    def answer(should_stop: Stop = None) -> Answer:
        last = learned - (right - 1) * recipe.batch
        return Answer(
            order.index(right),
            Note(
                "{learned} by {batch}: {count} batches, the last of {last} reviews.",
                learned=f"{learned:,}",
                batch=recipe.batch,
                count=right,
                last=last,
            ),
        )

    text = Note(
        "{learned} reviews, batch_size={batch}: how often do the weights change in an epoch?",
        learned=f"{learned:,}",
        batch=recipe.batch,
    )
    return Asked(text, choices, answer)


def _stopped(about: LessonAbout) -> Asked:
    """When a bundled model's training would have ended with another patience."""
    name, patience = about.options.get("model", "simple_rnn"), about.patience(1)
    entry = next((each for each in bundled() if each.name == name and each.record.history), None)
    if entry is None:
        raise LessonError("There is no training record of {name}.", name=name)
    losses = [epoch["val_loss"] for epoch in entry.record.history]
    half = len(losses) / 2

    def answer(should_stop: Stop = None) -> Answer:
        end = act_out(losses, patience)[-1]
        right = 2 if not end.stops or end.epoch == len(losses) else int(end.epoch > half)
        return Answer(
            right,
            Note(
                "It would have ended after epoch {epoch} of {count}; its best is {best}.",
                epoch=end.epoch,
                count=len(losses),
                best=end.best,
            ),
        )

    text = Note(
        "{network}, trained with a patience of {patience}: when would it have ended?",
        network=entry.title,
        patience=patience,
    )
    choices = (
        Note("In the first half of its epochs"),
        Note("In the second half"),
        Note("Not earlier than it did"),
    )
    return Asked(text, choices, answer)


@dataclass(frozen=True)
class LessonCheck:
    """One kind of question.

    Attributes:
        name: behind ``@check`` in a lesson.
        ask: puts it.
        options: what a lesson may say of it.
        is_of_words, is_of_reviews: whether it is about `LessonAbout.words`, or about the reviews.
    """

    name: str
    ask: Callable[[LessonAbout], Asked]
    options: frozenset[str] = field(default_factory=frozenset)
    is_of_words: bool = False
    is_of_reviews: bool = False


LESSON_CHECKS: Mapping[str, LessonCheck] = {
    kind.name: kind
    for kind in (
        LessonCheck("alone", _alone, frozenset({"word", "before"})),
        LessonCheck("turns", _turns, frozenset({"value"})),
        LessonCheck("tag", _tag, frozenset({"text", "word"})),
        LessonCheck("date", _date, frozenset({"text"})),
        LessonCheck("unknown", _unknown, frozenset({"words"}), is_of_reviews=True),
        LessonCheck("held_out", _held_out, frozenset({"test_size"})),
        LessonCheck("cut", _cut, frozenset({"length"}), is_of_reviews=True),
        LessonCheck("ones", _ones, frozenset({"length"})),
        LessonCheck("nearest", _nearest, frozenset({"word"}), is_of_words=True),
        LessonCheck("total", _total, frozenset({"model", "words"})),
        LessonCheck("updates", _updates),
        LessonCheck("stopped", _stopped, frozenset({"model", "patience"})),
    )
}
"""By name."""

ALL_CHECKS: Mapping[str, CheckKind | LessonCheck] = {**CHECKS, **LESSON_CHECKS}
"""Every kind of question, also those about what is read."""
