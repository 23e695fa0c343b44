"""What is asked of the models of the kinds of RNN."""

from __future__ import annotations

from string import punctuation

import numpy as np

from engine.errors import LessonError, Note
from engine.lessons.digits import told_apart
from engine.lessons.lesson_checks.lesson_about import LessonAbout
from engine.lessons.mappings import date_read, read_alone, tag, wave_of, write_date
from engine.lessons.question import EQUAL, Answer, AskedQuestion, Stop
from engine.tasks import dates, tagger
from engine.tasks.bundled import task_record


def ask_alone(about: LessonAbout) -> AskedQuestion:
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
    return AskedQuestion(text, choices, answer, networks=(network,))


def ask_turns(about: LessonAbout) -> AskedQuestion:
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
    return AskedQuestion(text, choices, answer, networks=(network,))


def ask_tag(about: LessonAbout) -> AskedQuestion:
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
    tagged = tag(network, text, record.data["data"])
    wanted = word.casefold(), word.casefold().strip(punctuation)  # as a person copies it
    words = [each.casefold() for each in tagged.words]
    if (place := next((at for at, each in enumerate(words) if each in wanted), None)) is None:
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
    return AskedQuestion(asked, choices, answer, networks=(network,))


def ask_date(about: LessonAbout) -> AskedQuestion:
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
    return AskedQuestion(asked, choices, answer, networks=(network,))


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
