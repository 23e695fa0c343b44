"""The dictionary of a network: found, guessed, shown, chosen, changed, remembered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.library import MODELS
from engine.network.network import Network
from engine.network.opening import open_network
from engine.network.refusal import why_not
from engine.session.session import Session
from engine.session.state import EncodingState, SessionState
from engine.text.dictionary import imdb
from engine.text.review import Review
from engine.training.run_folder import FORMAT, VERSION
from gui.i18n.texts import explain
from gui.kit.work import stop_all
from gui.review.browser import WRITE, ReviewsPanel
from gui.review.dictionaries import Dictionaries
from gui.review.dictionary import DictionaryView
from gui.review.dictionary_text import facts_of, name_of, warning_of
from gui.review.reading import Reading
from gui.settings import Settings
from tests.engine import own_dictionaries
from tests.gui.conftest import settle
from tests.networks import text_network

INDEX = {"<OOV>": 1, "good": 2, "film": 3, "bad": 4, "영화": 5}
TOKENIZER = json.dumps({"word_index": INDEX, "oov_token": "<OOV>", "num_words": None})
TEXT = "A Good film; not BAD 영화"
IDS = [1, 2, 3, 1, 4, 5]


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session()


@pytest.fixture
def settings() -> Settings:
    return Settings(session=SessionState(encoding=EncodingState(length=10)))


Read = Callable[[], Reading]


@pytest.fixture
def make_reading(session: Session, settings: Settings) -> Iterator[Read]:
    made: list[Reading] = []

    def make() -> Reading:
        reading = Reading(session, settings)
        made.append(reading)
        return reading

    yield make
    for reading in made:
        reading.stop()
    stop_all()
    settle()


@pytest.fixture
def reading(make_reading: Read) -> Reading:
    return make_reading()


def network(
    folder: Path | None, digest: str = "a", words: int = 6, length: int | None = None
) -> Network:
    """A network that was read from a file, or made in memory."""
    made = text_network("LSTM", words=words)
    path = None if folder is None else folder / "model.keras"
    return replace(made, path=path, digest=digest if folder else "", length=length)


def found(qtbot: QtBot, reading: Reading, session: Session, *networks: Network) -> None:
    """Show networks, and wait until their dictionaries are found."""
    with qtbot.waitSignal(reading.dictionaries.changed, timeout=20_000):
        session.set_networks(list(networks))


def config(plan: object) -> str:
    """What stands in a run's ``config.json``."""
    return json.dumps({"format": FORMAT, "version": VERSION, "plan": plan})


def recorded(folder: Path) -> tuple[Path, Path]:
    """Where a run that somebody else's training recorded keeps its models, and a dictionary."""
    checkpoints = folder / "run" / "checkpoints"
    checkpoints.mkdir(parents=True)
    (folder / "run" / "config.json").write_text(config(None))
    path = folder / "mine.json"
    path.write_text(TOKENIZER)
    return checkpoints, path


def ids(session: Session) -> list[int]:
    review = session.review
    assert review is not None
    return [int(id) for id in review.inputs[~review.padding]]


# -- finding and reading ---------------------------------------------------------------


def test_a_dictionary_beside_the_model_is_read_by(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    own = network(tmp_path, length=8)
    session.set_networks([own])
    reading.read_text(TEXT)
    qtbot.waitUntil(lambda: reading.dictionaries.of(own).origin == "beside", timeout=20_000)
    assert ids(session) == IDS
    assert session.review is not None
    assert len(session.review) == 8, "as long as the model was built for"
    assert session.review.dictionary is reading.dictionaries.of(own).dictionary
    trace = session.panes[0].trace
    assert trace is not None and isinstance(trace.sequence, Review)
    assert trace.sequence.inputs.tolist() == [0, 0, *IDS]
    assert trace.sequence.unknown.tolist() == [0, 0, 1, 0, 0, 1, 0, 0]
    assert reading.encoding.start_char is None and reading.encoding.oov_char == 1


def test_without_a_dictionary_imdb_is_assumed_and_a_model_of_ours_has_it(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    foreign, ours = network(tmp_path, words=500), open_network(MODELS / "lstm.keras")
    session.set_networks([foreign, ours, text_network("GRU")])
    qtbot.waitUntil(lambda: not reading.dictionaries._works, timeout=20_000)
    origins = [reading.dictionaries.of(pane.network).origin for pane in session.panes]
    assert origins == ["assumed", "own", "assumed"]
    for pane in session.panes:
        assert reading.dictionaries.of(pane.network).dictionary is imdb()
    reading.read_text("good film")
    assert session.review is not None
    assert session.review.token_ids.tolist()[0] == 1, "with a start mark, as IMDB's reviews"


@pytest.mark.parametrize("beside", [True, False])
@pytest.mark.parametrize("place", [0, 1])
def test_nothing_is_read_by_assumed_words_while_they_are_looked_for(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session, place: int, beside: bool
) -> None:
    if beside:
        (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    own, other = network(tmp_path, words=6 if beside else 500), text_network("GRU")
    session.prepare = reading.dictionaries.prepare
    session.set_networks([other])
    reading.read_text("a review before")
    before = session.review
    failures: list[GatescopeError] = []
    session.failed.connect(failures.append)
    reading.failed.connect(failures.append)
    early: list[object] = []

    def look() -> None:
        if reading.dictionaries.is_searched(own):
            early.extend(
                pane.trace
                for pane in session.panes
                if pane.network is own and pane.trace is not None
            )

    session.traces_changed.connect(look)
    session.set_networks([own, other] if place == 0 else [other, own])
    choice = reading.dictionaries.of(own)
    assert "IMDB" not in name_of(choice) + facts_of(choice) and not warning_of(own, choice)
    assert "looked for" in str(session.panes[place].problem) and session.panes[place].trace is None
    reading.read_text(TEXT, 3)
    if place == 0:  # its rules cut the text: the text waits, and is not lost
        assert session.review is before and reading.is_awaiting and reading.state.text == TEXT
    qtbot.waitUntil(lambda: not reading.dictionaries._works, timeout=20_000)
    assert not early and not reading.is_awaiting
    assert failures == [], "waiting is no failure"
    assert reading.dictionaries.of(own).origin == ("beside" if beside else "assumed")
    assert session.review is not None and session.review.text == TEXT and session.step == 3
    trace = session.panes[place].trace
    assert trace is not None and isinstance(trace.sequence, Review)
    assert trace.sequence.dictionary.is_imdb is not beside


def test_what_waits_is_read_when_another_leads_or_the_search_is_given_up(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    own, other = network(tmp_path, words=500), text_network("GRU")
    session.prepare = reading.dictionaries.prepare
    session.set_networks([own, other])
    reading.read_text(TEXT)
    assert session.review is None
    session.focus = 1
    assert session.review is not None and session.review.text == TEXT
    session.focus = 0
    reading.dictionaries.choose(tmp_path / "nowhere.json")  # takes the place of the search
    qtbot.waitUntil(lambda: not reading.dictionaries._works, timeout=20_000)
    assert reading.dictionaries.of(own).origin == "assumed", "it was looked for again"
    assert all(pane.trace is not None for pane in session.panes)


def test_a_dictionary_that_cannot_be_read_gives_way_to_the_next(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text('{"class_name": "Tokenizer", "config": {}}')
    (tmp_path / "word_index.json").write_text(json.dumps(INDEX))
    own = network(tmp_path)
    found(qtbot, reading, session, own)
    assert reading.dictionaries.of(own).path == tmp_path / "word_index.json"


def test_the_focused_network_leads(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    own, other = network(tmp_path), text_network("GRU")
    found(qtbot, reading, session, other, own)
    reading.read_text(TEXT)
    assert session.review is not None and session.review.dictionary.is_imdb
    session.step = 9
    session.focus = 1
    assert session.review.dictionary is reading.dictionaries.of(own).dictionary
    assert ids(session) == IDS
    assert session.step == 9, "the step stays"
    session.focus = 0
    assert session.review.dictionary.is_imdb and session.review.tokens[0] == "<start>"


def test_reviews_by_number_are_read_by_it(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    found(qtbot, reading, session, network(tmp_path))
    table = tmp_path / "mine.csv"
    table.write_text("text,label\n" + f'"{TEXT}",1\nbad,0\n', encoding="utf-8")
    with qtbot.waitSignal(reading.corpus_changed, timeout=20_000):
        reading.open_source(table)
    assert ids(session) == IDS
    review = session.review
    assert review is not None and (review.label, review.number) == (1, 0)
    assert review.title == "mine.csv #0" and review.text == TEXT
    errors: list[GatescopeError] = []
    reading.failed.connect(errors.append)
    reading.open_number(7)
    assert explain(errors[0]).startswith("There is no review 7.")


def test_a_long_text_is_read_by_it(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    found(qtbot, reading, session, network(tmp_path))
    with qtbot.waitSignal(reading.opened, timeout=20_000):
        reading.read_text("good film " * 5_000)
    assert ids(session) == [2, 3] * 5


@pytest.mark.parametrize("kind", own_dictionaries.REFUSED)
def test_a_dictionary_inside_that_cannot_be_used_is_said(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session, kind: str
) -> None:
    """No other stands in for it: not the one beside the model, nor IMDB's."""
    name, options, said = own_dictionaries.REFUSED[kind]
    model = open_network(own_dictionaries.write_model(tmp_path, name, options))
    if not model.recurrent:
        assert said in str(why_not(model)), "it cannot be watched at all"
        return
    session.prepare = reading.dictionaries.prepare
    failures: list[GatescopeError] = []
    reading.failed.connect(failures.append)
    session.set_networks([model])
    reading.read_text("a good film")
    qtbot.waitUntil(lambda: not reading.dictionaries._works, timeout=20_000)
    (pane,) = session.panes
    assert pane.trace is None and said in str(pane.problem)
    assert any(said in str(failure) for failure in failures)
    choice = reading.dictionaries.of(model)
    assert said in warning_of(model, choice) and "IMDB" not in name_of(choice) + facts_of(choice)
    assert choice.beside == (model.path, tmp_path / "vocab.csv"), "to be chosen by hand"

    reading.dictionaries.use_imdb(model)
    assert session.panes[0].trace is not None


# -- choosing --------------------------------------------------------------------------


def test_chosen_changed_and_remembered(
    qtbot: QtBot,
    tmp_path: Path,
    make_reading: Read,
    session: Session,
    settings: Settings,
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("good\nfilm\nbad\n")
    own = network(tmp_path, words=6)
    session.set_networks([own])
    reading = make_reading()
    reading.read_text(TEXT)
    with qtbot.waitSignal(reading.dictionaries.changed, timeout=20_000):
        reading.dictionaries.choose(elsewhere / "mine.txt")
    assert reading.dictionaries.of(own).origin == "chosen"
    assert ids(session)[1:] == [2, 3, 4, 2, 5, 2], "three more ids: as load_data counts"
    reading.dictionaries.set_ids(own, 1, None, None)
    assert ids(session) == [1, 2, 3], "without an id for them, unknown words are dropped"
    settings.save()

    again = Dictionaries(session, Settings.load())
    try:
        with qtbot.waitSignal(again.changed, timeout=20_000):
            pass
        dictionary = again.of(own).dictionary
        assert dictionary.tokenizer.numbers == {"good": 0, "film": 1, "bad": 2}
        assert dictionary.marks == (1, None, None)
        again.guess_again(own)
        assert again.of(own).changed is None and again.of(own).dictionary.offset == 3
    finally:
        again.stop()


def test_imdb_instead_is_remembered_too(
    qtbot: QtBot, tmp_path: Path, make_reading: Read, session: Session, settings: Settings
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    own = network(tmp_path, words=500)
    reading = make_reading()
    found(qtbot, reading, session, own)
    reading.dictionaries.use_imdb(own)
    assert reading.dictionaries.of(own).dictionary is imdb()
    assert settings.models.dictionaries == {"a": {"path": ""}}
    again = make_reading()
    with qtbot.waitSignal(again.dictionaries.changed, timeout=20_000):
        pass
    assert again.dictionaries.of(own).origin == "chosen"
    assert again.dictionaries.of(own).beside == (tmp_path / "tokenizer.json",)


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {},
        {"path": 5},
        {"path": "/nowhere/at/all.json"},
        {"path": "", "offset": "x"},
        {"offset": 2**80},
    ],
)
def test_a_damaged_memory_is_repaired(
    qtbot: QtBot,
    tmp_path: Path,
    make_reading: Read,
    session: Session,
    settings: Settings,
    entry: object,
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    settings.models.dictionaries = {"a": entry}
    own = network(tmp_path)
    found(qtbot, make_reading(), session, own)


def test_refusals_leave_everything_as_it_was(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    own = network(tmp_path)
    found(qtbot, reading, session, own)
    before = reading.dictionaries.of(own)
    bad = tmp_path / "x.pkl"
    bad.write_bytes(b"cos\nsystem\n(Vtouch x\ntR.")
    with qtbot.waitSignal(reading.failed, timeout=20_000) as caught:
        reading.dictionaries.choose(bad)
    assert "asks for os.system" in explain(caught.args[0])
    assert reading.dictionaries.of(own) is before
    assert not (tmp_path / "x").exists()


def test_a_network_of_numbers_needs_none(
    reading: Reading, session: Session, tmp_path: Path
) -> None:
    made = text_network("LSTM")
    numbers = Network("LSTM(8)", made.layers[1:], 30, 16)
    session.set_networks([numbers])
    said: list[str] = []
    reading.failed.connect(lambda error: said.append(explain(error)))
    reading.dictionaries.choose(tmp_path / "any.json")
    assert said == ["LSTM(8) reads numbers, not words, so it needs no dictionary."]


# -- what is shown -----------------------------------------------------------------------


@pytest.fixture
def panel(qtbot: QtBot, session: Session, reading: Reading) -> Iterator[ReviewsPanel]:
    panel = ReviewsPanel(session, Settings(), reading)
    panel.resize(300, 760)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.tabs.setCurrentIndex(WRITE)
    panel.dictionary.head.setChecked(True)
    settle()
    yield panel
    panel.stop()
    panel.close()
    panel.deleteLater()
    settle()


def shown(view: DictionaryView) -> list[tuple[str, str]]:
    return [(id.text(), word.text()) for id, word in view.ids]


def test_the_guess_is_shown_with_its_reason(
    qtbot: QtBot, tmp_path: Path, panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    found(qtbot, reading, session, network(tmp_path))
    view = panel.dictionary
    settle()
    assert view.head.text() == "Dictionary: tokenizer.json"
    assert view.facts.text() == "tokenizer.json\n5 words, found beside the model"
    assert view.why.text() == "Keras's Tokenizer counts words from 1 and leaves 0 to padding."
    assert shown(view) == [
        ("0", "padding"),
        ("1", "<OOV>"),
        ("2", "good"),
        ("3", "film"),
        ("4", "bad"),
        ("5", "영화"),
        *((str(id), "–") for id in range(6, 10)),
    ]
    assert (view.offset.value(), view.start.text(), view.unknown.text()) == (0, "none", "1")
    assert not view.warning.isVisible() and not view.reset.isVisible()


def test_the_ids_are_changed_in_the_window_at_once(
    qtbot: QtBot, tmp_path: Path, panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    (tmp_path / "vocab.txt").write_text("\n".join(f"w{k}" for k in range(30)))
    found(qtbot, reading, session, network(tmp_path, words=32))
    view = panel.dictionary
    panel.compose.box.setPlainText("W0 zz w1")
    qtbot.waitUntil(lambda: session.review is not None and session.review.text == "W0 zz w1")
    assert ids(session) == [2, 1, 3]
    assert view.why.text().startswith("The network has 2 more ids than the dictionary")
    view.offset.setValue(5)
    assert ids(session) == [5, 1, 6]
    assert shown(view)[4:7] == [("4", "–"), ("5", "w0"), ("6", "w1")]
    assert view.why.text() == "You changed these ids." and view.reset.isVisible()
    assert view.warning.text() == (
        "The network knows 32 ids: 3 words of the dictionary are beyond them and unknown to it."
    )
    view.start.setValue(1)
    view.unknown.setValue(2)
    assert ids(session) == [1, 5, 2, 6]
    assert shown(view)[:3] == [("0", "padding"), ("1", "start mark"), ("2", "unknown word")]
    view.unknown.setValue(-1)
    assert view.unknown.text() == "dropped" and ids(session) == [1, 5, 6]
    assert panel.compose.says.text().endswith("1 not in the dictionary, dropped")
    view.reset.click()
    assert ids(session) == [2, 1, 3] and not view.reset.isVisible()


def test_imdb_is_called_assumed_or_ours(
    qtbot: QtBot, tmp_path: Path, panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    session.set_networks([network(tmp_path, words=90_000)])
    qtbot.waitUntil(lambda: not reading.dictionaries._works, timeout=20_000)
    view = panel.dictionary
    assert view.head.text() == "Dictionary: IMDB's words assumed"
    assert view.facts.text().startswith("No dictionary was found in the model or beside it")
    assert view.warning.text() == (
        "The network knows 90,000 ids, more than IMDB has words: this is not its dictionary."
    )
    assert shown(view)[:5] == [
        ("0", "padding"),
        ("1", "start mark"),
        ("2", "unknown word"),
        ("3", "–"),
        ("4", "the"),
    ]
    session.set_networks([open_network(MODELS / "lstm.keras")])
    assert view.head.text() == "Dictionary: IMDB's words"
    assert view.facts.text().startswith("A model of Gatescope's own")
    assert not view._details.isVisible() and not view.warning.isVisible()
    checkpoints = tmp_path / "run" / "checkpoints"
    checkpoints.mkdir(parents=True)
    (tmp_path / "run" / "config.json").write_text(config({}))
    session.set_networks([network(checkpoints, "b")])
    assert view.facts.text().startswith("A checkpoint of a run")
    assert not view._details.isVisible() and not view.warning.isVisible()
    session.update_network(0, network(checkpoints, "c"))  # of the next epoch
    qtbot.waitUntil(lambda: session.panes[0].network.digest == "c", timeout=20_000)
    assert reading.dictionaries.is_of_imdb(session.panes[0].network)
    assert view.facts.text().startswith("A checkpoint of a run")


def test_what_was_chosen_for_a_run_holds_for_its_other_epochs(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    checkpoints, path = recorded(tmp_path)
    first, second = (network(checkpoints, digest) for digest in "bc")
    found(qtbot, reading, session, first)
    assert reading.dictionaries.of(first).origin == "assumed"
    with qtbot.waitSignal(reading.dictionaries.changed, timeout=20_000):
        reading.dictionaries.choose(path)
    assert reading.dictionaries.of(second).path == path
    session.update_network(0, second)
    qtbot.waitUntil(lambda: session.panes[0].network.digest == "c", timeout=20_000)
    assert reading.dictionaries.of(second).origin == "chosen"
    assert not reading.dictionaries.is_of_imdb(second)
    assert reading.dictionaries.of(first).path == path
    reading.dictionaries.use_imdb(second)  # also for the epochs that were read before
    assert reading.dictionaries.of(first).path is None
    session.update_network(0, first)
    qtbot.waitUntil(lambda: session.panes[0].network.digest == "b", timeout=20_000)
    assert reading.dictionaries.of(first).path is None


def test_what_is_remembered_of_one_epoch_holds_for_another_beside_it(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session, settings: Settings
) -> None:
    checkpoints, path = recorded(tmp_path)
    settings.models.dictionaries["b"] = {"path": str(path)}
    both = [network(checkpoints, digest) for digest in "bc"]
    found(qtbot, reading, session, *both)
    qtbot.waitUntil(lambda: not reading.dictionaries.is_busy, timeout=20_000)
    assert [reading.dictionaries.of(each).path for each in both] == [path, path]


def test_a_dictionary_of_a_view_is_not_that_of_a_run(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    checkpoints, path = recorded(tmp_path)
    own, viewed = (network(checkpoints, digest) for digest in "bc")
    found(qtbot, reading, session, own)
    reading.dictionaries.borrow("c", {"path": str(path)})
    found(qtbot, reading, session, own, viewed)
    assert reading.dictionaries.of(viewed).path == path
    assert reading.dictionaries.of(own).path is None
    reading.dictionaries.keep_borrowed(())
    assert reading.dictionaries.of(viewed).path is None


def test_models_in_a_folder_of_checkpoints_that_is_no_run_have_their_own_words(
    qtbot: QtBot, tmp_path: Path, reading: Reading, session: Session
) -> None:
    folder = tmp_path / "checkpoints"
    folder.mkdir()
    path = tmp_path / "mine.json"
    path.write_text(TOKENIZER)
    first, second = (network(folder, digest) for digest in "bc")
    found(qtbot, reading, session, first)
    with qtbot.waitSignal(reading.dictionaries.changed, timeout=20_000):
        reading.dictionaries.choose(path)
    found(qtbot, reading, session, second)
    assert reading.dictionaries.of(second).origin == "assumed"


def test_the_menu_lists_what_lies_beside(
    qtbot: QtBot, tmp_path: Path, panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    (tmp_path / "word_index.json").write_text(json.dumps(INDEX))
    own = network(tmp_path)
    found(qtbot, reading, session, own)
    view = panel.dictionary
    view.menu.aboutToShow.emit()
    actions = {action.text(): action for action in view.menu.actions() if action.text()}
    assert list(actions) == [
        "Beside the model: tokenizer.json",
        "Beside the model: word_index.json",
        "Choose a file…",
        "IMDB's words",
    ]
    with qtbot.waitSignal(reading.dictionaries.changed, timeout=20_000):
        actions["Beside the model: word_index.json"].trigger()
    assert view.head.text() == "Dictionary: word_index.json"
    actions["IMDB's words"].trigger()
    assert view.head.text() == "Dictionary: IMDB's words"


def test_what_the_model_fixes_cannot_be_chosen(
    qtbot: QtBot, tmp_path: Path, panel: ReviewsPanel, reading: Reading, session: Session
) -> None:
    encoding = panel.browse.encoding
    session.set_networks([text_network("LSTM")])
    assert encoding.length.isEnabled()
    (tmp_path / "tokenizer.json").write_text(TOKENIZER)
    found(qtbot, reading, session, network(tmp_path, length=8))
    reading.read_text(TEXT)
    assert not encoding.length.isEnabled() and encoding.length.value() == 8
    assert encoding.padding.isEnabled(), "a tokenizer does not say where texts are padded"
    reading.set_encoding(0, 10, "post", "pre")
    trace = session.panes[0].trace
    assert trace is not None and trace.sequence.inputs.tolist() == [*IDS, 0, 0]
