"""The Korean of the window and of the documents has one word for one thing, as the glossary has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gui.help.glossary_page import GLOSSARY
from gui.i18n.languages import TRANSLATIONS
from gui.i18n.update import read
from gui.lessons.panel import FOLDER
from gui.paths import GUIDE

NOWHERE = re.compile("윈도|타임 ?스텝|시간 단계|라벨")
"""What is called otherwise: windows of a table (Windows has its own name), time steps, labels."""

MEANT = {
    r"(?<!신뢰 )구간": r"\bwindows?\b",
    "신뢰 구간": r"\binterval",
    "간격": r"^Stride$",
    "패널": r"\bpanes?\b",
}
"""By a Korean word: what its English has to speak of."""

DOCUMENTS = sorted(
    [GUIDE.parent / "README.ko.md", *(GUIDE / "ko").rglob("*.md"), *(FOLDER / "ko").rglob("*.md")]
)


def _texts() -> list[tuple[str, str]]:
    entries = read(TRANSLATIONS / "gatescope_ko.ts")
    return [(source, text) for (_, source), text in entries.items() if text]


def test_there_is_a_catalogue_and_there_are_documents() -> None:
    assert len(_texts()) > 3_000 and len(DOCUMENTS) > 30


@pytest.mark.parametrize("word", MEANT)
def test_a_word_of_the_window_means_one_thing(word: str) -> None:
    found = [(source, text) for source, text in _texts() if re.search(word, text)]
    assert found
    wrong = [each for each in found if not re.search(MEANT[word], each[0], re.IGNORECASE)]
    assert not wrong


def test_what_is_an_interval_is_called_so() -> None:
    texts = [
        text
        for source, text in _texts()
        if re.search(r"(?<!\{)\bintervals?\b", source, re.IGNORECASE)
    ]
    assert texts and all("신뢰 구간" in text for text in texts)


def test_a_pane_is_no_window() -> None:
    """To close the one is not to close the other."""
    of_panes = [each for each in _texts() if re.search(r"\bpanes?\b", each[0], re.IGNORECASE)]
    assert len(of_panes) > 20
    wrong = [each for each in of_panes if "창" in each[1] and "window" not in each[0]]
    assert not wrong


def test_a_pane_of_the_guide_is_no_window_either() -> None:
    for path in sorted((GUIDE / "en").glob("*.md")):
        pages = path, GUIDE / "ko" / path.name
        lines = [page.read_text("utf-8").splitlines() for page in pages]
        assert len(lines[0]) == len(lines[1]), path.name
        for number, (english, korean) in enumerate(zip(*lines, strict=True), 1):
            is_of_panes = re.search(r"\bpanes?\b", english) and "window" not in english.lower()
            assert not (is_of_panes and "창" in korean), f"{path.name}:{number}"


def test_no_other_word_is_in_the_window() -> None:
    assert not [text for _, text in _texts() if NOWHERE.search(text)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_no_other_word_is_in_a_document(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("@lecture"))
    assert not NOWHERE.findall(text)
    assert not re.findall(r"95\s?%(?:의)? 구간", text), "신뢰 구간"


def test_the_glossary_has_them() -> None:
    rows = dict(
        re.findall(
            r"^\| \*\*([\w ]+)\*\*[^|]*\| ([^|]+) \|", GLOSSARY.read_text("utf-8"), re.MULTILINE
        )
    )
    assert rows["time step"] == "스텝" and rows["window"] == "구간" and rows["pane"] == "패널"
    assert (rows["stride"], rows["interval"], rows["bin"]) == ("간격", "신뢰 구간", "칸")
