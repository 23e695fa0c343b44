"""``python -m engine.training.task_models TASK --out DIR``: the models of a task, trained.

A process of its own, the only place where TensorFlow is imported for them.  Every model of a
task is trained by the same settings; the weights of its best epoch are kept, and what they
score is measured by our own replay.  The models and ``TASK.json``, their record, are written.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import numpy as np

from engine.atomic import write_json
from engine.digest import digest_of
from engine.errors import GatescopeError, TrainingError
from engine.network.opening import open_network
from engine.tasks import copying, dates, one_to_many, one_to_one, sine, static, tagger
from engine.tasks.registry import TASKS
from engine.tasks.task import Sample, Task, Variant, scores, standard_errors
from engine.training.keras_model import quiet_keras
from engine.training.recipes import RECIPES
from engine.training.record import versions

SEED = 42
"""Of weights, shuffling and samples; the lecture's."""

HELD_OUT_SEED = 1_000_000
"""Of the sample that is held out; epochs draw with seeds of 0 and on."""

BESIDES = 300
"""Sequences of what else is measured, as of a sine that is written on."""

REVIEWS = RECIPES["lstm"]
"""The reviews, their split and the settings are the lecture's."""

Build = Callable[[Any, Variant], Any]


@dataclass(frozen=True)
class Training:
    """How the models of a task are built and trained.

    Attributes:
        build: a Keras model of a variant; not compiled.
        loss: Keras's name of it.
        optimizer, learning_rate, batch: Keras's.
        last_rate: what the learning rate falls to, evenly on a logarithmic scale, by the last
            epoch; None leaves it.
        clip: the norm to which a gradient is clipped; None not at all.
        count: sequences that an epoch draws anew; of reviews all are read in each.
        held_out: sequences that are drawn to judge by.
        epochs: at most.
        patience: epochs without a better validation loss after which training ends.
        goal: a validation loss that is good enough.
        draw: how what is learned from is drawn, where that is not as what is held out.
    """

    build: Build
    loss: str
    optimizer: str = "adam"
    learning_rate: float = 2e-3
    last_rate: float | None = None
    batch: int = 64
    clip: float | None = 1.0
    count: int = 6_400
    held_out: int = 2_000
    epochs: int = 30
    patience: int = 100
    goal: float = 0.0
    draw: Callable[[Variant, int, int], Sample] | None = None

    def rate(self, epoch: int) -> float:
        """The learning rate of an epoch, from 1."""
        if self.last_rate is None:
            return self.learning_rate
        share = (epoch - 1) / max(1, self.epochs - 1)
        return float(self.learning_rate * (self.last_rate / self.learning_rate) ** share)

    def settings(self) -> dict[str, Any]:
        """Plain data, for the record."""
        data = asdict(self)
        del data["build"], data["draw"]
        return data


def _adding(keras: Any, variant: Variant) -> Any:
    layers = keras.layers
    cell = getattr(layers, variant.cell)(variant.units)
    return keras.Sequential([keras.Input((variant.length, 2)), cell, layers.Dense(1)])


def _copying(keras: Any, variant: Variant) -> Any:
    layers = keras.layers
    steps = variant.length + 2 * copying.SHOWN
    cell = getattr(layers, variant.cell)(variant.units, return_sequences=True)
    head = layers.Dense(copying.IDS, activation="softmax")
    return keras.Sequential([keras.Input((steps, copying.IDS)), cell, head])


def _one_to_one(keras: Any, variant: Variant) -> Any:
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((1,)),
            layers.Embedding(REVIEWS.num_words, 8),
            layers.Flatten(),
            layers.Dense(8, activation="relu"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )


def _one_to_many(keras: Any, variant: Variant) -> Any:
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((1, 1)),
            layers.Flatten(),
            layers.RepeatVector(one_to_many.STEPS),
            getattr(layers, variant.cell)(variant.units, return_sequences=True),
            layers.Dense(1),
        ]
    )


def _sine(keras: Any, variant: Variant) -> Any:
    layers = keras.layers
    cell = getattr(layers, variant.cell)(variant.units, return_sequences=True)
    return keras.Sequential([keras.Input((None, 1)), cell, layers.Dense(1)])


def _tagger(keras: Any, variant: Variant) -> Any:
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((REVIEWS.length,)),
            layers.Embedding(REVIEWS.num_words, 16),
            getattr(layers, variant.cell)(variant.units, return_sequences=True),
            layers.Dense(len(tagger.TAGS), activation="softmax"),
        ]
    )


def _dates(keras: Any, variant: Variant) -> Any:
    layers, cell = keras.layers, getattr(keras.layers, variant.cell)
    read = keras.Input((dates.LENGTH,), name="date")
    characters = layers.Embedding(len(dates.READS) + 1, 16, mask_zero=True, name="characters")(read)
    encoded = cell(variant.units, return_state=True, name="encoder")(characters)
    written = keras.Input((dates.WRITTEN,), name=dates.WRITTEN_INPUT)
    before = layers.Embedding(len(dates.WRITES), 16, name="characters_written")(written)
    decoder = cell(variant.units, return_sequences=True, name="decoder")
    steps = decoder(before, initial_state=list(encoded[1:]))
    answers = layers.Dense(len(dates.WRITES), activation="softmax", name="next")(steps)
    return keras.Model([read, written], answers)


def _conv1d(keras: Any, variant: Variant) -> Any:
    layers = keras.layers
    return _of_words(keras, [layers.Conv1D(8, 3, activation="relu"), layers.GlobalMaxPooling1D()])


def _bag(keras: Any, variant: Variant) -> Any:
    return _of_words(keras, [keras.layers.GlobalAveragePooling1D()])


def _of_words(keras: Any, middle: list[Any]) -> Any:
    """The lecture's model with other layers in place of the recurrent one."""
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((REVIEWS.length,)),
            layers.Embedding(REVIEWS.num_words, REVIEWS.embedding),
            *middle,
            layers.Dense(1, activation="sigmoid"),
        ]
    )


def _as_the_lecture(build: Build) -> Training:
    return Training(
        build,
        "binary_crossentropy",
        REVIEWS.optimizer,
        REVIEWS.learning_rate,
        batch=REVIEWS.batch,
        clip=None,
        epochs=REVIEWS.epochs,
        patience=REVIEWS.patience,
    )


_CROSSENTROPY = "sparse_categorical_crossentropy"

TRAININGS: Mapping[str, Training] = {
    "conv1d": _as_the_lecture(_conv1d),
    "bag": _as_the_lecture(_bag),
    "adding": Training(_adding, "mse", goal=0.002, epochs=25, learning_rate=3e-3),
    "copying": Training(_copying, _CROSSENTROPY, goal=0.002, epochs=15, learning_rate=5e-3),
    "one_to_one": Training(
        _one_to_one, "binary_crossentropy", batch=1024, epochs=8, patience=2, clip=None
    ),
    "one_to_many": Training(_one_to_many, "mse", epochs=40, learning_rate=3e-3),
    "sine": Training(
        _sine, "mse", epochs=45, learning_rate=5e-3, last_rate=1e-4, draw=sine.draw_learned
    ),
    "tagger": Training(_tagger, _CROSSENTROPY, epochs=8, patience=3, learning_rate=3e-3),
    "dates": Training(
        _dates,
        _CROSSENTROPY,
        epochs=90,
        count=12_800,
        learning_rate=4e-3,
        last_rate=3e-4,
        goal=0.0005,
        draw=dates.draw_learned,
    ),
}
"""By the name of the task."""


@dataclass(eq=False)
class TaskSource:
    """The samples of a task: drawn, or made of the reviews.

    Attributes:
        task, training: of which.
        facts: what the record says of the samples.
    """

    task: Task
    training: Training
    facts: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the reviews, where they are learned from."""
        self._reviews: tuple[Sample, Sample] | None = None
        if not self.task.of_reviews:
            self.facts = {
                "drawn": f"engine.tasks.{self.task.name}",
                "held_out_seed": HELD_OUT_SEED,
                "held_out": self.training.held_out,
                "drawn_each_epoch": self.training.count,
            }
            return
        from engine.progress import finish
        from engine.training.data import load

        data = finish(load(REVIEWS))
        self.facts = dict(data.source)
        make = self._maker(data)
        self._reviews = make(data.training), make(data.held_out)

    def _maker(self, data: Any) -> Callable[[Any], Sample]:
        if self.task.name in ("conv1d", "bag"):
            return lambda part: static.of_reviews(part.ids, part.labels)
        from engine.training.lexicon import lexicon_of

        lexicon = lexicon_of(data, REVIEWS.num_words)
        self.facts |= lexicon.facts()
        if self.task.name == "tagger":
            return lambda part: tagger.of_reviews(part.ids, lexicon.polarity, lexicon.negations)
        return lambda part: one_to_one.of_reviews(part.ids, part.labels, lexicon.polarity)

    def learned(self, variant: Variant, epoch: int) -> Sample:
        """What an epoch, from 1, learns from."""
        if self._reviews is not None:
            return self._reviews[0]
        draw = self.training.draw or self.task.draw
        assert draw is not None
        return draw(variant, self.training.count, SEED + 1000 * epoch)

    def held_out(self, variant: Variant) -> Sample:
        """What all is judged by."""
        if self._reviews is not None:
            return self._reviews[1]
        assert self.task.draw is not None
        return self.task.draw(variant, self.training.held_out, HELD_OUT_SEED)


def train(name: str, out: Path, only: list[str] | None = None) -> None:
    """Train the models of a task and write them, with their record, into a folder.

    ``only`` names models; the others are left out of the record.

    Raises:
        TrainingError: there is no such task.
        TextError: the reviews are not there.
    """
    if name not in TASKS:
        raise TrainingError(
            "There is no task {name}. There are {names}.", name=name, names=", ".join(TASKS)
        )
    task, training = TASKS[name], TRAININGS[name]
    source = TaskSource(task, training)
    models = [
        _train_one(task, training, source, variant, out)
        for variant in task.variants
        if not only or variant.name in only
    ]
    record = {
        "format": "gatescope task record",
        "version": 1,
        "name": name,
        "title": task.title,
        "kind": task.kind,
        "metric": task.metric,
        "is_loss": task.is_loss,
        "settings": training.settings(),
        "data": source.facts,
        "models": models,
        "versions": versions(),
        "finished": datetime.now(timezone.utc).isoformat(timespec="seconds"),
    }
    write_json(out / f"{name}.json", record)


def _train_one(
    task: Task, training: Training, source: TaskSource, variant: Variant, out: Path
) -> dict[str, Any]:
    keras = quiet_keras()
    keras.backend.clear_session()
    keras.utils.set_random_seed(SEED)
    model = training.build(keras, variant)
    optimizer = {"learning_rate": training.learning_rate, "clipnorm": training.clip}
    model.compile(
        optimizer=keras.optimizers.get({"class_name": training.optimizer, "config": optimizer}),
        loss=training.loss,
        jit_compile=True,
        steps_per_execution=16,
    )
    held_out = source.held_out(variant)
    began, history, best, weights = time.monotonic(), [], np.inf, model.get_weights()
    for epoch in range(1, training.epochs + 1):
        model.optimizer.learning_rate = training.rate(epoch)
        inputs, targets = _for_keras(model, source.learned(variant, epoch))
        fitted = model.fit(inputs, targets, training.batch, epochs=1, verbose=0)
        inputs, targets = _for_keras(model, held_out)
        loss = float(model.evaluate(inputs, targets, batch_size=500, verbose=0))
        history.append({"epoch": epoch, "loss": fitted.history["loss"][0], "val_loss": loss})
        print(json.dumps({"event": "epoch", "model": variant.name} | history[-1]), flush=True)
        if loss < best:
            best, weights = loss, model.get_weights()
        best_epoch = min(history, key=lambda entry: entry["val_loss"])["epoch"]
        if loss <= training.goal or epoch - best_epoch >= training.patience:
            break
    seconds = time.monotonic() - began
    bare = training.build(keras, variant)  # without what the optimizer remembers
    bare.set_weights(weights)
    path = out / f"{variant.name}.keras"
    bare.save(path)
    network = open_network(path)
    measured = task.measure(task.answer(network, held_out), held_out)
    besides, floor = task.besides(network, BESIDES, HELD_OUT_SEED)
    measured = dict(measured) | dict(besides)
    baseline = dict(task.baseline(variant, held_out)) | dict(floor)
    goal_met = history[-1]["val_loss"] <= training.goal
    return {
        "name": variant.name,
        "cell": variant.cell,
        "units": variant.units,
        "length": variant.length,
        "seed": SEED,
        "parameters": network.parameters,
        "scores": {key: round(value, 6) for key, value in scores(measured).items()},
        "errors": {key: round(value, 6) for key, value in standard_errors(measured).items()},
        "baseline": {key: round(value, 6) for key, value in baseline.items()},
        "held_out": len(held_out),
        "learned": len(source.learned(variant, 1)),
        "epochs": len(history),
        "best_epoch": best_epoch,
        "stopped": "goal"
        if goal_met
        else "epochs"
        if len(history) == training.epochs
        else "patience",
        "seconds": round(seconds, 1),
        "sha256": digest_of(path),
        "proof": None,
        "history": [{key: round(value, 6) for key, value in entry.items()} for entry in history],
    }


def _for_keras(model: Any, sample: Sample) -> tuple[Any, Any]:
    """Inputs and targets, of a sample, in the shapes that the model was built for."""
    inputs = sample.inputs
    if inputs.ndim == 2 and len(model.inputs[0].shape) == 3:
        inputs = np.eye(model.inputs[0].shape[-1], dtype=np.float32)[inputs]
    targets = sample.targets
    if model.output_shape[-1] == 1 and len(model.output_shape) == targets.ndim + 1:
        targets = targets[..., None]
    auxiliary = list(sample.auxiliary_inputs.values())
    return [inputs, *auxiliary] if auxiliary else inputs, targets


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m engine.training.task_models", description=__doc__
    )
    parser.add_argument("task", metavar="TASK", help=", ".join(TASKS))
    parser.add_argument("models", nargs="*", metavar="MODEL", help="only these of it")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    args = parser.parse_args(arguments)
    try:
        train(args.task, args.out, args.models)
    except GatescopeError as error:
        print(f"gatescope: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
