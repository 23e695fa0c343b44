"""What cannot be read is refused whole: source, dictionary, encoding and what is shown stay."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.session.session import Session
from engine.session.state import EncodingState, ReviewState, SessionState
from engine.text.sources.reference import SourceReference
from engine.text.tokenizers.guess import guess
from engine.text.tokenizers.reader import open_tokenizer
from gui.i18n.texts import explain
from gui.kit.work import stop_all
from gui.review.dictionaries import DictionaryChoice
from gui.review.reading import LONG_TEXT, Reading
from gui.settings import Settings
from tests.gui.conftest import settle
from tests.networks import text_network

KNOWN, OTHER = "one two three", "a fine film"
WORDS = ["one", "two", "three", "four"]


def _numbers(folder: Path) -> Path:
    path = folder / "w1.json"
    path.write_text(json.dumps({word: n for n, word in enumerate(WORDS, 1)}))
    return path


def _pairs(folder: Path) -> Path:
    path = folder / "w1.csv"
    path.write_text("word,id\n" + "".join(f"{word},{n}\n" for n, word in enumerate(WORDS, 1)))
    return path


def _keras(folder: Path) -> Path:
    path = folder / "w1.json"
    index = {word: n for n, word in enumerate(WORDS, 1)}
    path.write_text(json.dumps({"word_index": index, "oov_token": None, "num_words": None}))
    return path


DICTIONARIES = {"a dictionary": _numbers, "a table of words": _pairs, "Keras's": _keras}


def _table(folder: Path, text: str) -> Path:
    path = folder / "t1.csv"
    path.write_text(f"text,label\n{text},1\n{text} again,0\n")
    return path


def _folder(folder: Path, text: str) -> Path:
    path = folder / "t1"
    for label in ("neg", "pos"):
        (path / label).mkdir(parents=True)
        (path / label / "0.txt").write_text(text)
    return path


def _file(folder: Path, text: str) -> Path:
    path = folder / "t1.txt"
    path.write_text(text)
    return path


def _below(folder: Path) -> Path:
    """A folder for another file of the same name."""
    path = folder / "below"
    path.mkdir()
    return path


def _long(folder: Path, text: str) -> Path:
    path = folder / "t1.txt"
    path.write_text(f"{text} " * LONG_TEXT)
    return path


SOURCES = {"a table": _table, "a folder": _folder, "a text": _file, "a long text": _long}

Make = Callable[[Path], Path]
MakeSource = Callable[[Path, str], Path]


class HeardReading(Reading):
    """Keeps what it says that went wrong."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session, settings)
        self.said: list[str] = []
        self.failed.connect(lambda error: self.said.append(explain(error)))


@pytest.fixture
def session(qapp: QApplication) -> Session:
    session = Session()
    session.set_networks([text_network("LSTM", words=6), text_network("GRU", words=6)])
    return session


@pytest.fixture
def reading(session: Session) -> Iterator[HeardReading]:
    made = HeardReading(session, Settings(session=SessionState(encoding=EncodingState(length=10))))
    session.prepare = made.dictionaries.prepare
    yield made
    made.stop()
    stop_all()
    settle()


def shown(reading: HeardReading, session: Session) -> dict[str, Any]:
    """All that must stay as it was."""
    panes = session.panes
    return {
        "corpus": reading.corpus,
        "state": reading.state,
        "encoding": (reading.choices, reading.encoding),
        "dictionaries": [reading.dictionaries.of(pane.network) for pane in panes],
        "rates": [reading.dictionaries.is_of_imdb(pane.network) for pane in panes],
        "review": session.review and (session.review.text, session.review.inputs.tolist()),
        "step": session.step,
        "waits": (reading.is_awaiting, reading.is_preparing, reading.dictionaries.is_busy),
    }


def rest(qtbot: QtBot, reading: HeardReading) -> None:
    def is_done() -> bool:
        waits = reading.is_awaiting, reading.is_preparing, reading.dictionaries.is_busy
        return not any(waits)

    qtbot.waitUntil(is_done, timeout=20_000)
    settle()


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("dictionary", DICTIONARIES)
@pytest.mark.parametrize("order", ["dictionary first", "source first"])
def test_what_has_no_word_in_common_is_refused_whole(
    qtbot: QtBot,
    tmp_path: Path,
    reading: HeardReading,
    session: Session,
    dictionary: str,
    source: str,
    order: str,
) -> None:
    words, texts = DICTIONARIES[dictionary](tmp_path), SOURCES[source](tmp_path, OTHER)
    reading.open_source(_table(_below(tmp_path), KNOWN))
    rest(qtbot, reading)
    steps: list[Callable[[], object]] = [
        lambda: reading.dictionaries.choose(words),
        lambda: reading.open_source(texts),
    ]
    if order == "source first":
        steps.reverse()
    steps[0]()
    rest(qtbot, reading)
    assert reading.said == []
    before = shown(reading, session)
    steps[1]()
    rest(qtbot, reading)
    assert shown(reading, session) == before
    (said,) = reading.said
    assert words.name in said
    is_source = source in ("a table", "a folder")
    named = texts.name if is_source else "a fine film"
    assert named in said or (order == "dictionary first" and not is_source), said
    # Whatever is read next is read of the corpus that is there.
    reading.dictionaries.changed.emit(session.panes[0].network)
    session.focus = 1
    reading.go(1)
    assert len(reading.said) == 1, reading.said


@pytest.mark.parametrize("change", ["the ids", "as guessed", "the encoding"])
def test_marks_and_an_encoding_by_which_nothing_is_left_are_refused(
    qtbot: QtBot, tmp_path: Path, reading: HeardReading, session: Session, change: str
) -> None:
    reading.read_text("three four")
    reading.dictionaries.choose(_numbers(tmp_path))
    rest(qtbot, reading)
    network, told = session.panes[0].network, list[object]()
    if change == "as guessed":
        reading.dictionaries.set_ids(network, 0, None, 5)
        reading.read_text(OTHER)
    before = shown(reading, session)
    reading.encoding_changed.connect(lambda: told.append("encoding"))
    reading.dictionaries.changed.connect(told.append)
    if change == "the ids":
        reading.dictionaries.set_ids(network, 100, None, None)
    elif change == "as guessed":
        reading.dictionaries.guess_again(network)
    else:
        reading.set_encoding(3, 10, "pre", "pre")
    assert shown(reading, session) == before
    assert len(reading.said) == 1 and told, "the control is told what is there still"


def test_a_corpus_waits_with_its_review_for_the_words_of_its_lead(
    qtbot: QtBot,
    tmp_path: Path,
    reading: HeardReading,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One that then cannot be read never was the corpus."""
    reading.open_source(_table(tmp_path, KNOWN))
    rest(qtbot, reading)
    first, network = reading.corpus, session.panes[0].network
    is_searched = True
    monkeypatch.setattr(reading.dictionaries, "is_searched", lambda network: is_searched)
    other = _below(tmp_path)
    reading.open_source(_table(other, OTHER))
    qtbot.waitUntil(lambda: not reading.is_preparing, timeout=20_000)
    assert reading.corpus is first and reading.is_awaiting
    assert reading.state.source.path == str(other / "t1.csv"), "it is about to be read"
    is_searched = False
    reading.dictionaries.changed.emit(network)
    assert reading.corpus is not first and reading.number == 0
    assert session.review is not None and session.review.text == OTHER
    assert reading.said == []


def test_a_number_that_a_source_does_not_have_changes_nothing(
    qtbot: QtBot, tmp_path: Path, reading: HeardReading, session: Session
) -> None:
    reading.read_text(KNOWN)
    before = shown(reading, session)
    path = _table(tmp_path, OTHER)
    reading.use_source(SourceReference("table", str(path)), number=7)
    qtbot.waitUntil(lambda: bool(reading.said), timeout=20_000)
    assert reading.said[0].startswith("t1.csv is not opened. There is no review 7.")
    reading.cancel()
    assert shown(reading, session) == before


def test_where_no_network_reads_a_corpus_the_one_before_stays(
    qtbot: QtBot, tmp_path: Path, reading: HeardReading, session: Session
) -> None:
    reading.open_source(_table(tmp_path, KNOWN))
    rest(qtbot, reading)
    before = shown(reading, session)

    def refuse(network: object, sequence: object) -> Any:
        raise GatescopeError("No.")

    session.prepare = refuse
    said: list[GatescopeError] = []
    session.failed.connect(said.append)
    reading.open_source(_table(_below(tmp_path), OTHER))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert shown(reading, session) == before and str(said[0]) == "No."


@pytest.mark.parametrize("stands_in", ["what was shown", "nothing was shown", "numbers"])
def test_no_alarm_of_what_only_stands_in(
    qtbot: QtBot, tmp_path: Path, reading: HeardReading, session: Session, stands_in: str
) -> None:
    """What a view reads is of another corpus than what is shown until that is there."""
    reading.open_source(_table(tmp_path, OTHER))
    rest(qtbot, reading)
    view = SourceReference("table", str(_table(_below(tmp_path), KNOWN)))
    state = SessionState(review=ReviewState(view, 1), encoding=reading.choices)
    reading._settings.session = state
    if stands_in != "what was shown":
        session.leave_reading()
    if stands_in == "numbers":
        reading.stand_in()
    reading.restore()
    words = guess(open_tokenizer(_numbers(tmp_path)), 6)
    reading.dictionaries._put(session.panes[0].network, DictionaryChoice("beside", words))
    rest(qtbot, reading)
    assert reading.said == []
    assert reading.reference == view and reading.number == 1
    assert session.review is not None and session.review.text == f"{KNOWN} again"


@pytest.mark.parametrize("text", [OTHER, f"{OTHER} " * LONG_TEXT], ids=["short", "long"])
def test_a_model_whose_own_words_are_none_of_what_is_read_is_shown_with_it(
    qtbot: QtBot, tmp_path: Path, reading: HeardReading, session: Session, text: str
) -> None:
    """Its dictionary cannot be refused, which it came with: each word is unknown to it."""
    reading.read_text(text)
    rest(qtbot, reading)
    _numbers(tmp_path).rename(tmp_path / "word_index.json")
    made = text_network("LSTM", words=6)
    own = replace(made, path=tmp_path / "model.keras", digest="a")
    with qtbot.waitSignal(reading.dictionaries.changed, timeout=20_000):
        session.open_network(0, own)
    rest(qtbot, reading)
    assert len(reading.said) == 1 and "word_index.json" in reading.said[0]
    trace = session.panes[0].trace
    assert trace is not None and session.review is not None
    assert session.review.text == text
    assert not trace.sequence.inputs.any()
