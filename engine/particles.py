"""Particles of Korean, which depend on the sound before them: "5로" but "3으로".

A template writes both, as ``{name}을(를)``; which of them is said is known once it is filled in.
"""

from __future__ import annotations

import re

_PAIRS = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라": ("이라", "라"),
}
"""What is written, what is said after a consonant, and what after a vowel."""

_RIEUL = 8
"""The place of ㄹ among the last sounds of a syllable; before 로 it counts as a vowel."""

_DIGITS = dict(zip("0123456789", (21, 8, 0, 16, 0, 0, 1, 8, 8, 0), strict=True))
"""The last sounds of 영 일 이 삼 사 오 육 칠 팔 구."""
_TENS = {1: 17, 2: 1, 3: 4, 4: 4}
"""The last sounds of 십 백 천 만, by the zeros at the end of a number."""

_LETTERS = {"L": 8, "M": 16, "N": 4, "R": 8}
"""The last sounds of the names of letters that end in a consonant."""

_WORDS = {"UMAP": 17, "FILE": 8, "NAME": 16}
"""The last sounds of words in capitals that are read as words: 유맵, 파일, 네임."""

_ENDINGS = {".keras": 0, ".h5": 0, ".onnx": 0, ".safetensors": 0, ".csv": 0, ".npy": 0, ".npz": 0}
_ENDINGS |= {".txt": 0, ".json": 4, ".gatescope": 0, ".pb": 0, ".pkl": 8, ".md": 0}
_ENDINGS |= {".py": 0, ".png": 0, ".svg": 0, ".pdf": 0, ".tsv": 0, ".xlsx": 0, ".pt": 0, ".pth": 0}
_ENDINGS |= {".bin": 4, ".html": 8, ".zip": 17, ".gif": 0, ".yaml": 8, ".parquet": 0}
_ENDINGS |= {".gatescope-task": 0, ".gatescope-answers": 0}
"""The last sounds of the ends of files' names as they are read out."""

_CLOSING = "”’\"')]» "
_FORM = re.compile("|".join(map(re.escape, sorted(_PAIRS, key=len, reverse=True))))


def fitted(text: str) -> str:
    """A text in which every particle is the one that is said; where it is not known how what
    stands before it is read out, as an English word, both stay."""
    if "(" not in text:
        return text

    def choose(match: re.Match[str]) -> str:
        if (sound := last_sound(text[: match.start()])) is None:
            return match[0]
        is_vowel = not sound or (sound == _RIEUL and match[0] == "(으)로")
        return _PAIRS[match[0]][is_vowel]

    return _FORM.sub(choose, text)


def last_sound(text: str) -> int | None:
    """The consonant in which a text ends when it is read out, as its place among the 27 of a
    syllable; 0 for a vowel, None where it is not known.  Brackets and quotes are silent."""
    if not (said := text.rstrip(_CLOSING)):
        return None
    last = said[-1]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    ending = next((sound for end, sound in _ENDINGS.items() if said.lower().endswith(end)), None)
    if ending is not None:
        return ending
    if last in _DIGITS:
        whole = re.search(r"(?<![\d.,])[\d,]*\d$", said)
        digits = whole[0].replace(",", "") if whole else last  # what stands behind a point is read
        zeros = len(digits) - len(digits.rstrip("0"))  # digit by digit
        if zeros and digits.strip("0"):
            return _TENS.get(min(zeros, 4), 17)
        return _DIGITS[last]
    word = re.search(r"[A-Za-z]+$", said)
    if word and (word[0].isupper() or len(word[0]) == 1):  # read letter by letter
        return _WORDS.get(word[0], _LETTERS.get(last.upper(), 0))
    return None
