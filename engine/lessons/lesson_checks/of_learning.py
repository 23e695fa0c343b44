"""What is asked of how a model learns."""

from __future__ import annotations

import math
from dataclasses import replace

from engine.errors import LessonError, Note
from engine.lessons.lesson_checks.lesson_about import LECTURE, REVIEWS, LessonAbout, counts
from engine.lessons.model_sums import model_sums
from engine.lessons.question import Answer, AskedQuestion, Stop
from engine.lessons.stopping import act_out
from engine.library import bundled
from engine.text.split import train_test_split
from engine.training.recipes import RECIPES


def ask_held_out(about: LessonAbout) -> AskedQuestion:
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
    order, choices = counts({right, len(held_out), REVIEWS, REVIEWS // 2})

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
    return AskedQuestion(text, choices, answer)


def ask_total(about: LessonAbout) -> AskedQuestion:
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
    order, choices = counts({right, *forgotten})

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
    return AskedQuestion(text, choices, answer)


def ask_updates(about: LessonAbout) -> AskedQuestion:
    """How often the weights change in an epoch."""
    recipe = RECIPES["lstm"]
    learned = len(train_test_split(REVIEWS, recipe.test_size, recipe.split_seed)[0])
    right = math.ceil(learned / recipe.batch)
    order, choices = counts({1, recipe.batch, right, learned})

    def answer(should_stop: Stop = None) -> Answer:
        return Answer(
            order.index(right),
            Note(
                "{learned} by {batch}: {count} batches, the last of {last} reviews.",
                learned=f"{learned:,}",
                batch=recipe.batch,
                count=right,
                last=learned - (right - 1) * recipe.batch,
            ),
        )

    text = Note(
        "{learned} reviews, batch_size={batch}: how often do the weights change in an epoch?",
        learned=f"{learned:,}",
        batch=recipe.batch,
    )
    return AskedQuestion(text, choices, answer)


def ask_stopped(about: LessonAbout) -> AskedQuestion:
    """When a bundled model's training would have ended with another patience."""
    name, patience = about.options.get("model", "simple_rnn"), about.count("patience", 1)
    entry = next((each for each in bundled() if each.name == name and each.record.history), None)
    if entry is None:
        raise LessonError("There is no training record of {name}.", name=name)
    losses = [epoch["val_loss"] for epoch in entry.record.history]
    half = len(losses) / 2

    def answer(should_stop: Stop = None) -> Answer:
        end = act_out(losses, patience)[-1]
        return Answer(
            2 if not end.stops or end.epoch == len(losses) else int(end.epoch > half),
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
    return AskedQuestion(text, choices, answer)
