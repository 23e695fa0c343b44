"""The Korean of the lessons: one word for one thing, one style, and no letters that look slanted."""

from __future__ import annotations

import re

from gui.i18n.languages import TRANSLATIONS
from gui.i18n.update import read
from gui.lessons.panel import FOLDER
from gui.paths import GUIDE

BANNED = {
    "바이어스": "편향",
    "중간값": "중앙값",
    "업데이트 게이트": "갱신 게이트",
    "포겟 게이트": "망각 게이트",
    "기본 창": "메인 창",
    "주 창": "메인 창",
    "시간 단계": "스텝",
    "타임스텝": "스텝",
    "타임 스텝": "스텝",
    "은닉상태": "은닉 상태",
    "셀상태": "셀 상태",
    "망각게이트": "망각 게이트",
    "히든": "은닉",
    "낱말": "단어",
    "불평": "불만",
    "케라스": "Keras",
}
"""By a word: what the glossary has for it."""

STYLES = {
    r"[어아해예]요[.?!]": "합니다",
    r"[가-힣](?<!니)다\.(\s|$)": "합니다",
    r"\d, \{?\w+\}?번째": "1번째와 4번째",
}


def test_words_and_style() -> None:
    found = []
    for path in sorted((FOLDER / "ko").glob("*.md")):
        lines = [
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if not line.startswith("@lecture")  # the lecture's own words
        ]
        text = "\n".join(lines)
        found += [
            f"{path.name}: {word}, not {each}" for each, word in BANNED.items() if each in text
        ]
        found += [
            f"{path.name}: {match[0]}: {wanted}"
            for style, wanted in STYLES.items()
            for match in re.finditer(style, text)
        ]
        found += [
            f"{path.name}: {slanted}: Hangul has no italics: quotes or **bold**"
            for slanted in re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", text)
            if re.search("[가-힣]", slanted)
        ]
        if "그래디언트" in text:
            found.append(f"{path.name}: 기울기, not 그래디언트")
    texts = {**read(TRANSLATIONS / "gatescope_ko.ts")}
    texts |= {
        ("", path.name): path.read_text(encoding="utf-8") for path in (GUIDE / "ko").glob("*.md")
    }
    for (context, source), text in texts.items():
        found += [
            f"{context}: {source}: {word}, not {each}"
            for each, word in BANNED.items()
            if each in text
        ]
    assert not found, "\n".join(found)


def test_places_are_counted_one_by_one() -> None:
    texts = read(TRANSLATIONS / "gatescope_ko.ts")
    assert texts["LoneWord", "place {nth}"] == "{nth}번째"
