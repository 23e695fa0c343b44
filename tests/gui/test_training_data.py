"""The tab of the data: its fields, its cards, and that they say what is so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import GatescopeError
from engine.network.network import Network
from engine.session.session import Session
from engine.text.sources.reference import SourceReference
from engine.training.data import split
from engine.training.plan import Plan
from engine.training.preparation import histogram, prepare
from engine.training.recipes import RECIPES
from gui.kit.work import stop_all
from gui.look.dressing import apply_theme
from gui.look.theme import LIGHT, theme
from gui.review.reading import Reading
from gui.settings import Settings
from gui.training import data_tab
from gui.training.card import percent
from gui.training.cards.drawing import Drawing
from gui.training.cards.field_steps import plain as written
from gui.training.cards.field_steps import stepped
from gui.training.cards.one_hot import size_text
from gui.training.cards.one_hot_strip import around
from gui.training.data_tab import DataTab
from gui.training.editor import PlanEditor
from gui.training.fields import ChoiceField, NumberField, SwitchField
from tests.gui.conftest import (
    click,
    drawn_texts,
    hover,
    is_near,
    pixels,
    plain,
    settle,
    texts,
    wheel,
)
from tests.networks import text_network

LECTURES_LABELS = "[1 0 0 1 0 0 1 0 1 0 1 0 0 0 0 0 1 1 0 1]"
WORDS = ["the", "movie", "was", "good", "and", "bad", "zyzzyva", "actors", "great"]
REVIEWS = 30

MakeTab = Callable[..., DataTab]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Thirty reviews of 3 to 32 words, every second of them positive."""
    path = tmp_path / "mine.csv"
    lines = [
        f'"{" ".join(WORDS[(n + k) % len(WORDS)] for k in range(n + 3))}",{n % 2}'
        for n in range(REVIEWS)
    ]
    path.write_text("text,label\n" + "\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def session() -> Session:
    session = Session()
    session.set_networks([text_network("SimpleRNN"), text_network("LSTM", seed=3)])
    return session


@pytest.fixture
def reading(session: Session, qapp: QApplication) -> Iterator[Reading]:
    reading = Reading(session, Settings())
    yield reading
    reading.stop()
    stop_all()
    settle()


@pytest.fixture
def editor(qapp: QApplication) -> PlanEditor:
    return PlanEditor()


@pytest.fixture
def make_tab(
    qtbot: QtBot, session: Session, editor: PlanEditor, reading: Reading
) -> Iterator[MakeTab]:
    """Makes tabs that have been shown; after the test they are gone."""
    made: list[DataTab] = []

    def make(width: int = 400, height: int = 2400, *, shown: bool = True) -> DataTab:
        tab = DataTab(session, editor, reading)
        made.append(tab)
        tab.resize(width, height)
        if shown:
            with qtbot.waitExposed(tab):
                tab.show()
            tab.activateWindow()
            qtbot.waitUntil(lambda: QApplication.activeWindow() is tab)
        settle()
        return tab

    yield make
    for tab in made:
        tab.stop()
        tab.close()
        tab.deleteLater()
    settle()


def open_reviews(qtbot: QtBot, reading: Reading, path: Path | None = None) -> None:
    with qtbot.waitSignal(reading.corpus_changed, timeout=20_000):
        if path is None:
            reading.prepare()
        else:
            reading.open_source(path)
    settle()


@pytest.fixture
def tab(qtbot: QtBot, make_tab: MakeTab, reading: Reading, table: Path) -> DataTab:
    """On the table of thirty reviews: 24 to learn from."""
    open_reviews(qtbot, reading, table)
    return make_tab()


@pytest.fixture
def real(
    qtbot: QtBot,
    make_tab: MakeTab,
    reading: Reading,
    prepared_reviews: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> DataTab:
    """On the 25,000 offline reviews."""
    monkeypatch.setenv("GATESCOPE_CACHE", str(prepared_reviews))
    open_reviews(qtbot, reading)
    return make_tab()


def number_field(tab: DataTab, name: str) -> NumberField:
    field = tab.form.fields[name]
    assert isinstance(field, NumberField)
    return field


def retype(field: NumberField, text: str) -> None:
    """Put the cursor into a field, and type something in place of what is there."""
    field.edit.setFocus()
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    QTest.keyClicks(field.edit, text)


def said(tab: DataTab) -> str:
    """Everything that the cards say, also in their drawings."""
    settle()
    drawn = [text for part in tab.flow.findChildren(Drawing) for text in drawn_texts(part)]
    return "\n".join([*texts(tab.flow), *drawn])


# -- a field by itself --------------------------------------------------------------------------


def test_every_keystroke_is_in_the_plan(tab: DataTab, editor: PlanEditor) -> None:
    field = number_field(tab, "length")
    assert field.edit.text() == "100"
    values = []
    editor.changed.connect(lambda: values.append(editor.value("length")))
    retype(field, "25")
    assert values == ["", 2, 25]
    assert editor.recipe.length == 25


def test_what_is_wrong_is_said_at_once(tab: DataTab, editor: PlanEditor) -> None:
    field = number_field(tab, "num_words")
    height = field.height()
    retype(field, "3")
    assert field.caption.text() == "4 to 100,000"
    assert "4 to 100,000" in field.edit.accessibleDescription()
    assert is_near(pixels(field.caption), theme().bad, 40).any()
    assert is_near(pixels(field.edit), theme().bad).any()
    assert field.height() == height, "nothing jumps"
    QTest.keyClicks(field.edit, "x")
    assert field.caption.text() == "a whole number"
    retype(field, "300")
    assert not field.caption.text().strip()
    assert not is_near(pixels(field.edit), theme().bad).any()
    assert editor.recipe.num_words == 300


def test_what_is_typed_is_not_rewritten_under_the_cursor(tab: DataTab, editor: PlanEditor) -> None:
    field = number_field(tab, "num_words")
    retype(field, "1,500")
    assert editor.value("num_words") == 1500
    assert field.edit.text() == "1,500"
    field.edit.setCursorPosition(2)
    editor.set("length", 30)
    editor.set("test_size", 0.3)
    assert field.edit.text() == "1,500"
    assert field.edit.cursorPosition() == 2
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == "1500"


def test_a_wrong_text_stays_when_the_field_is_left(tab: DataTab) -> None:
    field = number_field(tab, "length")
    retype(field, "ten")
    number_field(tab, "limit").edit.setFocus()
    assert field.edit.text() == "ten"
    assert field.caption.text() == "a whole number"


def test_a_field_follows_the_plan(tab: DataTab, editor: PlanEditor) -> None:
    editor.set("test_size", 0.25)
    editor.set("padding", "post")
    editor.set("mask", True)
    assert number_field(tab, "test_size").edit.text() == "0.25"
    assert tab.form.fields["padding"].combo.currentText() == "at the end"
    assert tab.form.fields["mask"].box.isChecked()
    editor.start_from("gru")  # which network reads them says nothing of the data
    assert number_field(tab, "test_size").edit.text() == "0.25"
    assert tab.form.reset.isEnabled()
    tab.form.reset.click()
    assert not tab.form.reset.isEnabled()
    assert number_field(tab, "test_size").edit.text() == "0.2"
    assert tab.form.fields["padding"].combo.currentText() == "in front"
    assert not tab.form.fields["mask"].box.isChecked()


def test_other_than_in_the_lecture_is_marked(tab: DataTab, editor: PlanEditor) -> None:
    field = number_field(tab, "num_words")
    assert (field.mark.text(), field.mark.toolTip()) == ("", "")
    retype(field, "200")
    assert field.mark.text()
    assert field.mark.toolTip() == "lecture: 500"
    assert "lecture: 500" in field.edit.accessibleDescription()
    assert is_near(pixels(field.mark), theme().accent, 40).any()
    retype(field, "500")
    assert not field.mark.text()
    editor.set("one_hot", True)
    assert tab.form.one_hot.mark.toolTip() == "lecture: Embedding"
    editor.set("padding", "post")
    assert tab.form.fields["padding"].mark.toolTip() == "lecture: in front"
    editor.start_from("simple_rnn_one_hot")
    tab.form.reset.click()
    assert not any(each.mark.text() for each in tab.form.fields.values())


def test_arrows_step(tab: DataTab, editor: PlanEditor) -> None:
    field = number_field(tab, "num_words")
    field.edit.setFocus()
    for key, value in ((Qt.Key.Key_Up, 600), (Qt.Key.Key_Down, 500), (Qt.Key.Key_Down, 400)):
        QTest.keyClick(field.edit, key)
        assert editor.value("num_words") == value
        assert field.edit.text() == str(value)


@pytest.mark.parametrize(
    ("name", "value", "up", "down"),
    [
        ("num_words", 550, 600, 500),
        ("num_words", 4, 100, 4),
        ("num_words", "x", 100, 4),
        ("length", 100, 110, 90),
        ("units", 8, 16, 4),
        ("units", 9, 16, 8),
        ("embedding", 4096, 4096, 2048),
        ("batch", 64, 128, 32),
        ("learning_rate", 1e-4, 3e-4, 3e-5),
        ("learning_rate", 2e-4, 3e-4, 1e-4),
        ("learning_rate", 10.0, 10.0, 3.0),
        ("dropout", 0.3, 0.4, 0.2),
        ("dropout", 0.0, 0.1, 0.0),
        ("test_size", 0.2, 0.25, 0.15),
        ("test_size", 0.001, 0.05, 0.001),
        ("layers", 1, 2, 1),
        ("seed", 42, 43, 41),
        ("epochs", 100, 110, 90),
        ("limit", None, 1000, None),
        ("limit", 1000, 2000, None),
        ("limit", 2500, 3000, 2000),
        ("every", 0, 10, 0),
    ],
)
def test_sensible_steps(name: str, value: object, up: object, down: object) -> None:
    assert stepped(name, value, 1) == pytest.approx(up)
    lower = stepped(name, value, -1)
    assert lower is None if down is None else lower == pytest.approx(down)
    editor = PlanEditor()
    editor.set(name, stepped(name, value, 1))
    assert not editor.problem(name)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (500, "500"), (0.2, "0.2"), (1e-4, "1e-4"), (3.16e-5, "3.16e-5"), ("5x", "5x")],
)
def test_numbers_are_written_as_one_types_them(value: object, text: str) -> None:
    assert written(value) == text


def test_an_empty_limit_takes_all(tab: DataTab, editor: PlanEditor) -> None:
    field = number_field(tab, "limit")
    assert field.edit.placeholderText() == "all"
    retype(field, "20")
    assert editor.plan.limit == 20
    assert tab.split.counts[0].text() == "16"
    field.edit.clear()
    field.edit.textEdited.emit("")
    assert editor.plan.limit is None
    assert tab.split.counts[0].text() == "24"


def test_fields_for_the_model(qtbot: QtBot, editor: PlanEditor) -> None:
    """Those that the tab of the model shows."""
    cell = ChoiceField(editor, "cell", ("SimpleRNN", "LSTM", "GRU"))
    rate, units = NumberField(editor, "learning_rate"), NumberField(editor, "units")
    one_hot = SwitchField(editor, "one_hot")
    every = NumberField(editor, "every")
    for field in (cell, rate, units, one_hot, every):
        qtbot.addWidget(field)
        field.set_label("Name", "keras_name: what it is")
        assert field.control.accessibleName() == "Name"
        assert field.control.toolTip() == "keras_name: what it is"
    assert (cell.combo.currentText(), rate.edit.text()) == ("LSTM", "1e-4")
    assert one_hot.box.text() == "Name"
    cell.combo.setCurrentIndex(2)
    cell.combo.activated.emit(2)
    one_hot.box.click()
    assert (editor.recipe.cell, editor.recipe.embedding) == ("GRU", None)
    assert one_hot.mark.toolTip() == "lecture: off"
    assert cell.mark.toolTip() == "lecture: LSTM"
    every.edit.setText("5")
    every.edit.textEdited.emit("5")
    assert editor.plan.every == 5
    assert not every.mark.text()
    units.setEnabled(False)
    assert theme().faint in units.edit.styleSheet()


def test_the_wheel_changes_nothing_by_the_way(tab: DataTab, editor: PlanEditor) -> None:
    plan = editor.plan
    for widget in (tab.form.fields["padding"].combo, tab.review.nth, tab.one_hot.step):
        wheel(widget, -120)
    assert editor.plan == plan
    assert tab.review.nth.value() == 0
    assert tab.one_hot.step.value() == 100


def test_one_hot_has_no_mask(tab: DataTab, editor: PlanEditor) -> None:
    field = tab.form.masking
    field.box.click()
    assert editor.recipe.mask
    assert "mask_zero" in field.box.toolTip()
    tab.form.one_hot.combo.setCurrentIndex(0)
    tab.form.one_hot.combo.activated.emit(0)
    assert editor.recipe.embedding is None
    assert not editor.recipe.mask
    assert not field.box.isEnabled()
    assert not field.box.isChecked()
    assert "embedding" in field.box.toolTip()
    assert field.caption.text() == "embedding only"
    tab.form.one_hot.combo.activated.emit(1)
    assert field.box.isEnabled()


# -- what the cards say -----------------------------------------------------------------------


def test_the_cards_of_the_real_reviews(real: DataTab, reading: Reading) -> None:
    corpus = reading.corpus
    assert corpus is not None
    learned, held_out = split(corpus, RECIPES["lstm"])
    lengths = np.array([len(corpus.ids(number)) for number in learned.tolist()])
    assert real.lengths.values["mean"].text() == f"{lengths.mean():.2f}"
    assert real.lengths.values["median"].text() == f"{np.median(lengths):.0f}"
    assert f"{lengths.mean()!r}".removeprefix("np.float64(").rstrip(")") in real.lengths.code.text()
    assert real.review.target.text() == LECTURES_LABELS
    first = int(learned[0])
    assert f"review {first:,} · " in plain(real.review.facts)
    assert f"{lengths[0]:,} ids" in plain(real.review.facts)
    assert [each.text() for each in real.split.counts] == ["20,000", "5,000"]
    positive = [100 * float((corpus.labels[part] == 1).mean()) for part in (learned, held_out)]
    assert [each.text() for each in real.split.shares] == [
        f"{share:.1f}\u00a0% positive" for share in positive
    ]
    cut, padded = 100 * (lengths > 100).mean(), 100 * (lengths < 100).mean()
    effect = f"{cut:.1f}\u00a0% of the reviews are cut, {padded:.1f}\u00a0% are padded."
    assert real.lengths.effect.text() == effect
    assert [each.text() for each in real.one_hot.values] == [
        "1.0",
        "(20000, 100, 500)",
        "4.0 GB",
    ]
    assert "np.sum(train_oh[0][99])" in texts(real.one_hot)
    assert "1,000 training reviews" in real.review.unknown.text()


def test_offline_the_lectures_own_numbers_stand_beside_ours(
    qtbot: QtBot, real: DataTab, reading: Reading, editor: PlanEditor, tmp_path: Path
) -> None:
    lines = [card.lecture for card in (real.lengths, real.review, real.padded)]
    assert real.order.isVisibleTo(real)
    for label, said in zip(lines, ("239.00925 178.0", "259", "10 4 20 9"), strict=True):
        assert label.isVisibleTo(real) and said in label.text()
    real.review.nth_asked.emit(1)
    assert [label.isVisibleTo(real) for label in lines] == [True, False, False]
    editor.set("split_seed", 43)
    assert not any(label.isVisibleTo(real) for label in lines), "the lecture splits otherwise"
    ways = [action.text() for action in real.order.make_menu().actions()]
    assert ways == ["Download Keras imdb.npz (17 MB)", "Choose an imdb.npz…"]
    path = tmp_path / "imdb.npz"
    write_npz(path)
    notes: list[GatescopeError] = []
    reading.failed.connect(notes.append)
    real.form.source.open_keras(path)
    qtbot.waitUntil(lambda: reading.reference.kind == "keras")
    assert reading.reference.path == str(path)
    (note,) = notes
    assert "its checksum differs" in str(note), "it is read, and not taken for Keras's"
    assert not real.order.isVisibleTo(real)


def write_npz(path: Path) -> None:
    """A small file such as Keras's: reviews of the words 1 to 9, a half of each label."""
    reviews = np.empty(40, object)
    reviews[:] = [[1 + (n + k) % 9 for k in range(3 + n)] for n in range(40)]
    labels = np.arange(40) % 2
    np.savez(path, x_train=reviews, y_train=labels, x_test=reviews, y_test=labels)


def test_the_review_as_ids_and_words(tab: DataTab, reading: Reading) -> None:
    corpus = reading.corpus
    assert corpus is not None
    number = int(split(corpus, RECIPES["lstm"])[0][0])
    ids = corpus.ids(number).tolist()
    words = ["<start>", *corpus.text(number).split()]
    known = [id if id < 500 else 2 for id in ids]
    items = list(tab.review.ids.items())
    assert [text.strip("[],") for text, _, _ in items] == [str(id) for id in known]
    assert items[0][0] == "[1,"
    assert items[-1][0].endswith("]")
    assert [word for _, word, _ in items] == words
    assert [unknown for _, _, unknown in items] == [id == 2 for id in known]
    drawn = drawn_texts(tab.review.ids)
    assert drawn[:2] == ["[1,", "<start>"]
    assert "zyzzyva" in words and "zyzzyva" in drawn
    label = "positive" if number % 2 else "negative"
    assert label in plain(tab.review.facts)
    colour = theme().good if number % 2 else theme().bad
    assert is_near(pixels(tab.review.facts), colour, 40).any()


def test_another_review(tab: DataTab, reading: Reading) -> None:
    corpus = reading.corpus
    assert corpus is not None
    learned = split(corpus, RECIPES["lstm"])[0]
    assert (tab.review.nth.minimum(), tab.review.nth.maximum()) == (0, 23)
    tab.review.nth.setValue(5)
    assert tab.review.code.text() == "train_input[5]  # after the split"
    assert f"review {int(learned[5])} " in plain(tab.review.facts)
    assert "train_seq[5]" in tab.padded.code.text()
    assert "train_oh[5][99]" in tab.one_hot.code.text()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("num_words", 10, "(24, 100, 10)"),
        ("length", 7, "maxlen=7"),
        ("padding", "post", "of padding at the end."),
        ("truncating", "post", 'truncating="post"'),
        ("one_hot", True, "never makes this array"),
        ("test_size", 0.5, "test_size=0.5"),
        ("split_seed", 3, "random_state=3"),
        ("limit", 20, "words of 16 training reviews"),
    ],
)
def test_every_field_is_seen_in_the_cards(
    tab: DataTab, editor: PlanEditor, name: str, value: object, expected: str
) -> None:
    before = said(tab)
    assert expected not in before
    editor.set(name, value)
    assert expected in said(tab)


def test_a_wrong_field_keeps_the_cards(tab: DataTab, editor: PlanEditor) -> None:
    retype(number_field(tab, "length"), "7")
    before = said(tab)
    assert "maxlen=7" in before
    retype(number_field(tab, "length"), "x")
    retype(number_field(tab, "num_words"), "20")
    assert said(tab) == before
    retype(number_field(tab, "length"), "9")
    after = said(tab)
    assert "maxlen=9" in after
    assert "(24, 9, 20)" in after


def test_what_is_cut_and_padded(tab: DataTab, editor: PlanEditor) -> None:
    count = len(tab.padded.shown.review.token_ids)  # type: ignore[union-attr]
    assert count > 5
    assert tab.padded.bar.parts() == [("padding", 100 - count), ("kept", count)]
    assert tab.padded.effect.text() == f"{count} ids, and {100 - count} of padding in front."
    editor.set("padding", "post")
    assert tab.padded.bar.parts() == [("kept", count), ("padding", 100 - count)]
    editor.set("length", 5)
    assert tab.padded.bar.parts() == [("cut", count - 5), ("kept", 5)]
    assert tab.padded.effect.text() == f"{count} ids: {count - 5} are cut in front, 5 stay."
    editor.set("truncating", "post")
    assert tab.padded.bar.parts() == [("kept", 5), ("cut", count - 5)]
    assert tab.padded.effect.text() == f"{count} ids: {count - 5} are cut at the end, 5 stay."
    editor.set("length", count)
    assert tab.padded.bar.parts() == [("kept", count)]
    assert tab.padded.effect.text() == f"{count} ids, as many as there are steps."


def test_the_grid_has_the_ids_of_the_network(tab: DataTab, editor: PlanEditor) -> None:
    inputs = tab.padded.shown.review.inputs.tolist()  # type: ignore[union-attr]
    assert drawn_texts(tab.padded.grid) == [str(id) for id in inputs]
    grid = tab.padded.grid
    assert is_near(pixels(grid), theme().accent, 40).any(), "the chosen step is framed"
    assert grid.describe(0) == "step 1 · padding"
    last = tab.padded.shown.review.steps[-1]  # type: ignore[union-attr]
    assert grid.describe(99).startswith(f"step 100 · “{last}” · id {inputs[-1]}")
    editor.set("length", 1000)
    settle()
    shown = drawn_texts(grid)
    assert "· · ·" in shown
    assert len(shown) < 200
    assert grid.height() == grid.heightForWidth(grid.width())


def test_a_press_in_the_grid_chooses_the_step(tab: DataTab, session: Session) -> None:
    grid, review = tab.padded.grid, tab.padded.shown.review  # type: ignore[union-attr]
    step = next(
        step
        for step in range(len(review))
        if not review.padding[step] and not review.unknown[step] and review.inputs[step] > 2
    )
    box = grid.box_of(step)
    assert box is not None
    assert grid.step_at(box.center()) == step
    click(grid, box.center())
    assert tab.one_hot.step.value() == step + 1
    id = int(review.inputs[step])
    word = review.steps[step]
    assert f"“{word}” · id {id}" in texts(tab.one_hot)
    assert int(tab.one_hot.strip.row.argmax()) == id
    assert tab.embedding.edit.placeholderText() == word
    tab.one_hot.step.setValue(1)
    assert "padding · id 0" in texts(tab.one_hot)
    assert tab.embedding.edit.placeholderText() == "movie"


def test_the_last_step_stays_the_last(tab: DataTab, editor: PlanEditor) -> None:
    editor.set("length", 120)
    assert tab.one_hot.step.value() == 120
    tab.one_hot.step.setValue(30)
    editor.set("length", 20)
    assert tab.one_hot.step.value() == 20
    editor.set("length", 40)
    assert tab.one_hot.step.value() == 30
    tab.one_hot.step.setValue(40)
    editor.set("length", 60)
    assert tab.one_hot.step.value() == 60


def test_the_one_hot_row_is_drawn(tab: DataTab) -> None:
    strip, shown = tab.one_hot.strip, tab.one_hot.shown
    assert shown is not None
    row = strip.row
    assert row.shape == (500,)
    assert float(row.sum()) == 1.0
    assert row[shown.id] == 1
    first, last = strip.written
    assert last - first == 12
    drawn = drawn_texts(strip)
    assert drawn[0::2] == ["1." if at == shown.id else "0." for at in range(first, last)]
    assert drawn[1::2] == [str(at) for at in range(first, last)]
    lit = np.flatnonzero(is_near(pixels(strip)[:12], theme().accent, 40).all(axis=0))
    assert len(lit) == 3
    middle = (shown.id + 0.5) / 500 * strip.width()
    assert abs(lit.mean() + 0.5 - middle) < 2


def test_which_numbers_are_written_out() -> None:
    assert around(0, 500) == (0, 12)
    assert around(499, 500) == (488, 500)
    assert around(2, 4) == (0, 4)
    first, last = around(250, 500)
    assert first < 250 < last - 1


def test_sizes_and_shares() -> None:
    assert [size_text(size) for size in (12, 4000, 56_000_000, 4_000_000_000)] == [
        *("12 B", "4.0 kB", "56.0 MB", "4.0 GB"),
    ]
    assert [percent(share) for share in (0, 1, 0.309, 0.00001, 0.99999)] == [
        *("0.0", "100.0", "30.9", "<0.1", ">99.9"),
    ]


def test_the_histogram_is_drawn(tab: DataTab, reading: Reading) -> None:
    corpus = reading.corpus
    assert corpus is not None
    plot = tab.lengths.plot
    lengths = prepare(corpus, RECIPES["lstm"]).lengths
    assert plot.histogram is not None
    np.testing.assert_array_equal(plot.histogram.counts, histogram(lengths).counts)
    mean, median = float(lengths.mean()), float(np.median(lengths))
    assert plot.rules == {"mean": mean, "median": median, "length": 100.0}
    tab.form.fields["length"].editor.set("length", 20)
    picture = pixels(plot)
    at = np.flatnonzero(is_near(picture, theme().accent, 60).sum(axis=0) > 80)
    assert abs(at.mean() - plot.x_of(20)) <= 1.5
    at = np.flatnonzero(is_near(picture, theme().networks[2], 60).sum(axis=0) > 80)
    assert abs(at.mean() - plot.x_of(lengths.mean())) <= 2.5
    told = []
    plot.explain = told.append  # type: ignore[method-assign]
    hover(plot, QPointF(plot.x_of(float(plot.histogram.edges[1]) + 0.1), 40))
    low, high = plot.histogram.edges[1:3]
    assert told == [f"{low:,.0f} to {high:,.0f} ids: {plot.histogram.counts[1]} reviews"]
    tab.lengths.finer.click()
    assert len(plot.histogram.counts) > 10


# -- the embedding ------------------------------------------------------------------------------


def movie(network: Network) -> np.ndarray:
    return network.layers[0].weights["embeddings"][20]


def test_the_row_of_a_word(tab: DataTab, session: Session) -> None:
    card = tab.embedding
    assert card.edit.placeholderText() == "movie"
    np.testing.assert_array_equal(card.cells.values, movie(session.panes[0].network))
    assert "“movie” has id 20." in texts(card)
    assert "Row 20 of the embedding of SimpleRNN(8):" in texts(card)
    assert card.cells.describe(2).startswith("number 3 · ")
    value = float(movie(session.panes[0].network)[2])
    assert card.cells.describe(2).endswith(f"{value:+.4f}".replace("-", "−"))
    QTest.keyClicks(card.edit, "Good!")
    id = tab.review.shown.preparation.corpus.dictionary.id_of("good")  # type: ignore[union-attr]
    np.testing.assert_array_equal(
        card.cells.values, session.panes[0].network.layers[0].weights["embeddings"][id]
    )
    card.edit.clear()
    QTest.keyClicks(card.edit, "zyzzyva")
    assert "“zyzzyva” is unknown with 500 ids: it is read as id 2." in texts(card)
    assert "get_weights()[0][2]" in card.code.text()


def test_the_row_moves_while_a_network_learns(tab: DataTab, session: Session) -> None:
    card = tab.embedding
    learned = text_network("SimpleRNN", seed=99)
    session.update_network(0, learned)
    np.testing.assert_array_equal(card.cells.values, movie(learned))
    session.focus = 1
    np.testing.assert_array_equal(card.cells.values, movie(session.panes[1].network))
    assert "Row 20 of the embedding of LSTM(8):" in texts(card)
    assert is_near(pixels(card.row), theme().networks[1]).any()
    session.update_network(0, text_network("SimpleRNN", seed=5))
    np.testing.assert_array_equal(card.cells.values, movie(session.panes[1].network))
    session.replace_network(1, text_network("GRU", embedding=40))
    assert len(card.cells.values) == 40
    assert card.cells.height() == card.cells.heightForWidth(card.cells.width())


def test_weights_that_went_astray_are_said(tab: DataTab, session: Session) -> None:
    network = text_network("LSTM")
    weights = np.full((500, 16), np.nan, np.float32)
    network.layers[0].weights["embeddings"] = weights  # type: ignore[index]
    session.replace_network(0, network)
    assert "16 numbers, from NaN to NaN" in texts(tab.embedding)
    assert tab.embedding.cells.describe(0) == "number 1 · NaN"
    pixels(tab.embedding)


def test_no_row_is_no_trouble(tab: DataTab, session: Session, editor: PlanEditor) -> None:
    card = tab.embedding
    session.replace_network(0, text_network("LSTM", words=10))
    assert "The embedding of LSTM(8) has 10 rows, none for this id." in texts(card)
    assert not card.cells.isVisible()
    network = text_network("LSTM", embedding=500)
    bare = Network("Bare(8)", network.layers[1:], features=500)
    session.replace_network(0, bare)
    assert "Bare(8) has no embedding. Focus a network that has one." in texts(card)
    session.set_networks([])
    assert "Open a model to see the numbers that stand for the word." in texts(card)
    session.set_networks([text_network("GRU")])
    assert card.cells.isVisible()


def test_what_the_recipe_needs_comes_first(tab: DataTab, editor: PlanEditor) -> None:
    def places() -> tuple[int, int]:
        settle()
        return tab.embedding.y(), tab.one_hot.y()

    embedding, one_hot = places()
    assert embedding < one_hot
    editor.set("one_hot", True)
    embedding, one_hot = places()
    assert one_hot < embedding


# -- when there is nothing to show ----------------------------------------------------------------


def test_nothing_is_done_while_it_is_hidden(
    qtbot: QtBot,
    make_tab: MakeTab,
    reading: Reading,
    editor: PlanEditor,
    session: Session,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    def counting(name: str) -> None:
        original = getattr(data_tab, name)

        def counted(*arguments: object) -> object:
            done.append(name)
            return original(*arguments)

        monkeypatch.setattr(data_tab, name, counted)

    counting("prepare")
    counting("training_review")
    tab = make_tab(shown=False)
    open_reviews(qtbot, reading, table)
    editor.set("length", 50)
    editor.set("split_seed", 7)
    session.update_network(0, text_network("SimpleRNN", seed=99))
    assert done == []
    assert editor.source == reading.reference
    with qtbot.waitExposed(tab):
        tab.show()
    assert done == ["prepare", "training_review"]
    assert "maxlen=50" in said(tab)
    tab.hide()
    editor.set("length", 60)
    learned = text_network("SimpleRNN", seed=12)
    session.update_network(0, learned)
    assert len(done) == 2
    assert not np.array_equal(tab.embedding.cells.values, movie(learned))
    tab.show()
    assert done[2:] == ["training_review"], "the split is the same"
    assert "maxlen=60" in said(tab)
    np.testing.assert_array_equal(tab.embedding.cells.values, movie(learned))


def test_before_any_reviews_are_ready(
    qtbot: QtBot,
    make_tab: MakeTab,
    reading: Reading,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(Reading, "prepare", lambda self: asked.append(True))
    tab = make_tab()
    assert not tab.flow.isVisible()
    assert tab.message.text() == "No reviews are ready."
    tab.prepare.click()
    assert asked == [True]
    told: list[str] = []
    reading.progressed.connect(lambda progress: progress and told.append(tab.message.text()))
    open_reviews(qtbot, reading, table)
    assert tab.flow.isVisible()
    assert not tab.message.isVisible()
    if told:
        assert told[-1] == "The reviews are being prepared. This is done once."


def test_reviews_without_labels(
    qtbot: QtBot, tab: DataTab, reading: Reading, tmp_path: Path, table: Path
) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("text,label\n" + "a good movie,\n" * 20, encoding="utf-8")
    open_reviews(qtbot, reading, path)
    assert not tab.flow.isVisible()
    assert "has 0 reviews with a label" in tab.message.text()
    assert not tab.prepare.isVisible()
    open_reviews(qtbot, reading, table)
    assert tab.flow.isVisible()
    assert not tab.message.isVisible()


def test_the_plan_learns_from_the_reviews_that_are_opened(
    qtbot: QtBot, tab: DataTab, reading: Reading, editor: PlanEditor, table: Path, tmp_path: Path
) -> None:
    assert editor.source == SourceReference("table", str(table))
    tab.review.nth.setValue(9)
    other = tmp_path / "other.csv"
    other.write_text("text,label\n" + "good,1\nbad,0\n" * 20, encoding="utf-8")
    open_reviews(qtbot, reading, other)
    assert editor.source.path == str(other)
    assert tab.review.nth.value() == 0
    assert [each.text() for each in tab.split.counts] == ["32", "8"]


def test_a_plan_of_other_reviews_says_so(
    tab: DataTab, reading: Reading, editor: PlanEditor
) -> None:
    sentence = "The plan is to learn from other reviews than these."
    assert sentence not in texts(tab)
    editor.use(Plan(RECIPES["gru"], SourceReference("folder", "/elsewhere")))
    assert sentence in texts(tab)
    tab.use_these.click()
    assert editor.source == reading.reference
    assert sentence not in texts(tab)


def test_many_reviews_are_split_beside_the_window(
    qtbot: QtBot, tab: DataTab, editor: PlanEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_tab, "AT_ONCE", 5)
    before = said(tab)
    editor.set("split_seed", 1)
    editor.set("split_seed", 2)
    assert said(tab) == before or "random_state=2" in said(tab)
    qtbot.waitUntil(lambda: "random_state=2" in said(tab), timeout=10_000)
    assert tab.flow.isVisible()


def test_after_stop_it_follows_nothing(
    tab: DataTab, session: Session, editor: PlanEditor, reading: Reading
) -> None:
    before = said(tab)
    tab.stop()
    tab.stop()
    session.replace_network(0, text_network("GRU", seed=77))
    editor.set("split_seed", 5)
    reading.corpus_changed.emit()
    assert said(tab) == before


# -- places, looks, languages ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "columns", "beside"),
    [(400, 1, False), (800, 2, False), (1100, 2, True), (1800, 3, True)],
)
def test_cards_lie_in_columns(
    qtbot: QtBot,
    make_tab: MakeTab,
    reading: Reading,
    table: Path,
    width: int,
    columns: int,
    beside: bool,
) -> None:
    open_reviews(qtbot, reading, table)
    tab = make_tab(width, 900)
    cards = tab.flow.cards
    assert len({card.x() for card in cards}) == columns
    areas = [card.geometry() for card in cards]
    for one, area in enumerate(areas):
        assert not any(area.intersects(other) for other in areas[one + 1 :])
        assert tab.flow.rect().contains(area)
        needed = cards[one].heightForWidth(area.width())
        assert area.height() == needed
    form = tab.form.mapTo(tab, QPoint())
    assert (form.x() + tab.form.width() <= tab.flow.mapTo(tab, QPoint()).x()) is beside
    end = max(area.bottom() for area in areas)
    page = tab.flow.parentWidget()
    assert page is not None
    foot = tab.flow.y() + end + 3 * 8
    assert page.height() <= max(tab.scroller.viewport().height(), foot), "no empty page below"
    assert page.width() <= tab.scroller.viewport().width()


@pytest.mark.parametrize("width", [400, 1100])
@pytest.mark.parametrize("language", ["en", "longer"])
def test_nothing_is_cut(
    qtbot: QtBot,
    make_tab: MakeTab,
    reading: Reading,
    qapp: QApplication,
    table: Path,
    width: int,
    language: str,
) -> None:
    translator = Longer()
    if language == "longer":
        qapp.installTranslator(translator)
    try:
        open_reviews(qtbot, reading, table)
        tab = make_tab(width)
        for label in tab.findChildren(QLabel):
            if not label.isVisible() or not label.text().strip():
                continue
            parent = label.parentWidget()
            assert parent is not None
            assert parent.rect().contains(label.geometry()), plain(label)
            if label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), plain(label)
            elif label.toolTip() != label.text():
                needed = label.fontMetrics().horizontalAdvance(plain(label))
                assert needed <= label.width() + 1, plain(label)
    finally:
        qapp.removeTranslator(translator)
        settle()


def test_another_look(tab: DataTab, editor: PlanEditor) -> None:
    apply_theme("light")
    settle()
    assert theme() is LIGHT
    assert (
        is_near(pixels(tab.review.facts), LIGHT.bad, 40).any()
        or is_near(pixels(tab.review.facts), LIGHT.good, 40).any()
    )
    assert is_near(pixels(tab.split.bar), LIGHT.networks[0]).any()
    editor.set("length", 20)
    assert is_near(pixels(tab.lengths.plot), LIGHT.accent, 60).any()
    assert LIGHT.networks[0] in tab.embedding.row.styleSheet()


class Longer(QTranslator):
    """Every text in capitals of another script, a third longer, with its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, *rest: object) -> str:
        self.asked.add((context, text))
        if context.startswith("Q"):
            return ""
        parts = re.split(r"(\{\w+\})", text)
        return "".join(part if part.startswith("{") else foreign(part) for part in parts)


def foreign(text: str) -> str:
    """As many letters of another script, and some more at the end of words."""
    return re.sub(r"[A-Za-z]{4,}", lambda found: "д" * (len(found[0]) * 5 // 4), text)


CODE = re.compile(
    r"\bnp\.\w+\(lengths\)|\bnp\.sum|\btrain_\w+(\.shape)?|\bmodel\.layers|\.get_weights"
    r'|\b\w+\(|\b\w+=|"post"|<start>'
)
"""What stands in the lines of code."""


def english(tab: DataTab) -> list[str]:
    """English words that are said without having been translated."""
    grid = tab.padded.grid
    steps = range(tab.one_hot.step.maximum())
    shown = [*map(grid.describe, steps), tab.embedding.cells.describe(0)]
    for widget in tab.findChildren(QWidget):
        if widget.objectName().startswith("qt_") or tab.form.source.isAncestorOf(widget):
            continue
        shown += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel):
            shown.append(plain(widget))
        elif hasattr(widget, "text"):
            shown.append(widget.text())
        if hasattr(widget, "placeholderText"):
            shown.append(widget.placeholderText())
        if hasattr(widget, "prefix"):
            shown.append(widget.prefix())
    corpus_words = {*WORDS, "SimpleRNN", "mine"}
    left = []
    for text in shown:
        rest = CODE.sub("", text)
        left += [word for word in re.findall(r"[A-Za-z]{4,}", rest) if word not in corpus_words]
    return left


def test_another_language_leaves_no_english(
    tab: DataTab, qapp: QApplication, editor: PlanEditor, collected: list[tuple[str, str]]
) -> None:
    editor.set("length", "x")
    editor.set("padding", "post")
    editor.set("split_seed", 3)
    tab.lengths.finer.click()
    assert english(tab), "there is English to begin with"
    translator = Longer()
    qapp.installTranslator(translator)
    settle()
    try:
        for change in ({}, {"one_hot": True}, {"truncating": "post", "length": 5}, {"length": 16}):
            for name, value in change.items():
                editor.set(name, value)
            for step in (1, editor.recipe.length):
                tab.one_hot.step.setValue(step)
                settle()
                assert english(tab) == []
        catalogue = set(collected)
        missing = {
            (context, text)
            for context, text in translator.asked
            if not context.startswith("Q") and not any(text == other for _, other in catalogue)
        }
        assert not missing
    finally:
        qapp.removeTranslator(translator)
        settle()
    assert "Lengths of the reviews" in texts(tab)


def test_every_control_has_a_name(tab: DataTab) -> None:
    controls = [
        *(field.control for field in tab.form.fields.values()),
        *(tab.review.nth, tab.one_hot.step, tab.lengths.finer, tab.embedding.edit),
        *(tab.padded.grid, tab.padded.bar, tab.lengths.plot, tab.one_hot.strip),
        *(tab.embedding.cells, tab.split.bar, tab.review.ids),
    ]
    names = [control.accessibleName() for control in controls]
    assert all(names)
    assert len(set(names)) == len(names)
    for drawing in (tab.padded.grid, tab.lengths.plot, tab.one_hot.strip, tab.embedding.cells):
        assert drawing.accessibleDescription()


def test_the_tab_key_goes_down_the_cards(tab: DataTab, editor: PlanEditor) -> None:
    def way() -> list[QWidget]:
        tab.review.nth.setFocus()
        found: list[QWidget] = []
        for _ in range(4):
            focus = QApplication.focusWidget()
            assert focus is not None
            found.append(focus)
            QApplication.sendEvent(focus, _tab_press())
        return found

    one_hot, embedding = tab.one_hot.step, tab.embedding.edit
    assert way() == [tab.review.nth, tab.lengths.finer, embedding, one_hot]
    editor.set("one_hot", True)
    assert way() == [tab.review.nth, tab.lengths.finer, one_hot, embedding]


def _tab_press() -> QEvent:
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
