"""English and Korean: every text is translated, and changes at once."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from engine.errors import GatescopeError, ReplayError, TextError
from engine.library import bundled
from engine.network.opening import open_network
from engine.session.pane import Shade
from gui.i18n import update
from gui.i18n.collect import NotLiteral, _Collector
from gui.i18n.languages import LANGUAGES, TRANSLATIONS, current, install_language, resolve
from gui.i18n.texts import ERRORS, PROGRESS, explain, network_title
from gui.i18n.update import read
from gui.paths import ASSETS, GUIDE
from gui.places import MODELS
from gui.window.main_window import MainWindow
from tests.gui.conftest import MakeWindow, asked, settle, texts

OTHER_WORDS = "학습(?!률)|케라스|단계|타임스텝|스텝(?:[를가는와로라]|나(?!오))"
"""For training, Keras and the time step; and the particles that another word had."""


def test_the_catalogue_is_complete_and_compiled(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    collected: list[tuple[str, str]],
) -> None:
    monkeypatch.setattr(update, "collect", lambda: collected)  # the same, looked for once a run
    assert update.main(["--check"]) == 0, capsys.readouterr().out


def test_a_missing_translation_and_wrong_fields_are_found() -> None:
    texts = [("A", "one {x}"), ("A", "two {x}")]
    problems = list(update.find_problems(texts, {("A", "two {x}"): "둘 {y}", ("B", "gone"): "z"}))
    assert any("not translated: one {x}" in problem for problem in problems)
    assert any("other fields" in problem for problem in problems)
    assert any("no longer in the code: gone" in problem for problem in problems)


def test_what_is_under_way_is_not_said_as_if_it_were_done() -> None:
    """*The corpus is read · 0 %* was taken for its end."""
    said = [text for context, text in read(TRANSLATIONS / "gatescope_ko.ts") if context == PROGRESS]
    assert len(said) > 40
    assert [text for text in said if not re.match(r"[A-Z][a-z]+ing\b", text)] == []


def test_the_catalogue_survives_being_written_and_read(tmp_path: Path) -> None:
    texts = [("A", 'a "quoted" <b>&amp; text\nsecond'), ("A", "plain"), ("B", "plain")]
    given = {texts[0]: "“가” <나>&\n다", texts[2]: "라"}
    path = tmp_path / "x.ts"
    path.write_text(update.catalogue(texts, given), encoding="utf-8")
    assert update.read(path) == given


def collector(code: str) -> list[tuple[str, str]]:
    """What is collected from a module."""
    return _Collector(Path("x.py"), ast.parse(code), {"GatescopeError", "TextError"}).messages


def test_texts_are_found_where_they_stand() -> None:
    code = """
CONTEXT = "Somewhere"
class Panel(View):
    def f(self):
        self.tr("in a class, " "in two parts").format(x=1)
        QCoreApplication.translate(CONTEXT, "elsewhere")
        raise TextError("an error {x}", x=1) from None
class OwnError(TextError):
    pass
"""
    assert set(collector(code)) == {
        ("Panel", "in a class, in two parts"),
        ("Somewhere", "elsewhere"),
        (ERRORS, "an error {x}"),
    }


def test_a_text_put_together_is_refused() -> None:
    with pytest.raises(NotLiteral, match="literal"):
        collector("class A:\n    def f(self):\n        self.tr(f'step {self.step}')")


@pytest.mark.parametrize(
    "said",
    [
        *("text", "f'{count} rows'", "'rows: ' + text", "'{} rows'.format(count)", "say(count)"),
        *("'No row.' if count else text", "text if count else 'No row.'"),
    ],
)
def test_an_error_that_hides_its_text_is_refused(said: str) -> None:
    with pytest.raises(NotLiteral, match="literal"):
        collector(f"raise TextError({said}, count=3)")


def test_an_error_says_one_of_two_texts_or_that_of_another() -> None:
    said = "'No word.' if words else 'No row.' if rows else error.template"
    found = collector(f"raise TextError({said}, count=3)")
    assert found == [(ERRORS, "No word."), (ERRORS, "No row.")]


def test_the_errors_of_the_engine_are_collected(collected: list[tuple[str, str]]) -> None:
    found = {text for context, text in collected if context == ERRORS}
    assert "There is no text to read. Type or paste a review." in found
    assert "Cancelled." in found


def test_one_space_follows_a_sentence(collected: list[tuple[str, str]]) -> None:
    assert not [text for _, text in collected if re.search(r"[.:?!]  ", text)]


def test_an_error_is_said_in_the_language_of_the_window(qapp: QApplication) -> None:
    error = TextError("{path} cannot be read: {reason}.", path="a{b}.csv", reason="{why}")
    assert explain(error) == "a{b}.csv cannot be read: {why}."
    install_language(qapp, "ko")
    assert explain(error) == "a{b}.csv를 읽을 수 없습니다: {why}."
    assert explain(GatescopeError("Never collected {n}.", n=3)) == "Never collected 3."


def test_a_choice_is_resolved() -> None:
    assert resolve("ko").code == "ko"
    assert resolve("en").code == "en"
    assert resolve("system") in LANGUAGES


def test_the_whole_window_changes_at_once(window: MainWindow, qapp: QApplication) -> None:
    window.drawers.show_place("reviews")
    window.drawers.show_place("models")
    window.notice.show_error(TextError("There is no text to read. Type or paste a review."))
    install_language(qapp, "ko")
    settle()
    assert current() == "ko"
    assert window.commands.all["play"].text() == "재생 또는 일시 정지"
    assert window.rail.drawers["models"].text() == "모델"
    assert window.notice.text == "읽을 텍스트가 없습니다. 리뷰를 입력하거나 붙여 넣으세요."
    panel = window.drawers.open(MODELS)
    assert panel.open.text() == "모델 열기…"
    assert panel.entries[0][1].text() == "SimpleRNN(8), 원-핫"
    install_language(qapp, "en")
    settle()
    assert panel.open.text() == "Open model…"
    assert window.rail.drawers["models"].text() == "Models"


def test_nothing_english_is_left_in_korean(
    window: MainWindow, qapp: QApplication, collected: list[tuple[str, str]]
) -> None:
    """Labels are Korean, numbers, names of Keras, words of the review, or symbols."""
    english = {label.text() for label in window.findChildren(QLabel) if label.text()}
    catalogue = {text for _, text in collected}
    install_language(qapp, "ko")
    window.drawers.show_place("reviews")
    window.drawers.show_place("models")
    settle()
    left = {label.text() for label in window.findChildren(QLabel) if label.text()}
    same = {text for text in left & english & catalogue if text != "id"}
    assert not same


def test_a_thing_has_one_korean_name() -> None:
    """Of two words for one thing the glossary has one; the other stands nowhere."""
    folders = (GUIDE / "ko", ASSETS / "lessons" / "ko")
    texts = [path.read_text("utf-8") for folder in folders for path in folder.glob("*.md")]
    assert len(texts) > len(folders)
    window = list(read(TRANSLATIONS / "gatescope_ko.ts").values())
    assert not [text for text in window if "네트워크" in text]  # the guide names that of computers
    texts += window
    lines = [line for text in texts for line in text.splitlines() if not line.startswith("@")]
    assert not [line for line in lines if re.search(OTHER_WORDS, line)]  # @ quotes the lecture


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_model_is_called_the_same_wherever_it_is_named(
    make_window: MakeWindow, qapp: QApplication, language: str
) -> None:
    networks = [open_network(entry.path) for entry in bundled()]
    assert [network.name for network in networks] == [entry.title for entry in bundled()]
    window = make_window(networks[0], networks[3], length=100)
    window.drawers.show_place("models")
    window.session.shade = Shade(0, "h")
    install_language(qapp, language)
    settle()
    panel = window.drawers.panel(MODELS)
    for place, at in ((0, 0), (1, 3)):
        window.session.focus = place
        settle()
        title = panel.entries[at][1].text()
        assert network_title(networks[at].name) == title
        assert window.panes.views[place].header.name.text().startswith(title)
        assert title in texts(panel.facts)
        assert title in asked(window.prediction._now)
    assert panel.entries[0][1].text() in window.reading_view.header.shade.text()
    error = ReplayError("{network} reads numbers, not words.", network=networks[0].name)
    assert explain(error).startswith(panel.entries[0][1].text())


def test_a_name_that_somebody_chose_is_not_translated(qapp: QApplication) -> None:
    install_language(qapp, "ko")
    assert network_title("LSTM(8), dropout 0.3") == "LSTM(8), 드롭아웃 0.3"
    assert network_title("BiLSTM(8) + GRU(4), one-hot") == "BiLSTM(8) + GRU(4), 원-핫"
    assert network_title("My one-hot try, dropout") == "My one-hot try, dropout"
