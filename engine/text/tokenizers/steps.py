"""The steps by which a tokenizer of Hugging Face turns a text into words: one name, one function.

Sources: ``normalizers`` and ``pre_tokenizers`` of the package tokenizers 0.22, and BERT's own
``tokenization.py``.  A normaliser changes a text; what parts it takes pieces and gives more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import partial

_WORDS = re.compile(r"\w+|[^\w\s]+")
_CJK = re.compile(
    "([\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b81f"
    "\U0002b820-\U0002ceaf\uf900-\ufaff\U0002f800-\U0002fa1f])"
)


def _clean(text: str) -> str:
    kept = (" " if each in "\t\n\r" or each.isspace() else each for each in text)
    return "".join(each for each in kept if each == " " or not _is_control(each))


def _is_control(character: str) -> bool:
    return character in "\0\ufffd" or unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co")


def _without_accents(text: str) -> str:
    return "".join(
        each for each in unicodedata.normalize("NFD", text) if unicodedata.category(each) != "Mn"
    )


def _is_punctuation(character: str) -> bool:
    ascii_ = "!" <= character <= "~" and not character.isalnum()
    return ascii_ or unicodedata.category(character).startswith("P")


def _at_punctuation(text: str) -> list[str]:
    """Every punctuation mark is a piece of its own."""
    pieces = [""]
    for each in text:
        if _is_punctuation(each):
            pieces += [each, ""]
        else:
            pieces[-1] += each
    return pieces


NORMALIZERS: Mapping[str, Callable[[str], str]] = {
    "clean": _clean,
    "cjk": lambda text: _CJK.sub(r" \1 ", text),
    "accents": _without_accents,
    "lower": str.lower,
    "strip": str.strip,
    **{form: partial(unicodedata.normalize, form) for form in ("NFC", "NFD", "NFKC", "NFKD")},
}
PARTERS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "words": _WORDS.findall,
    "space": str.split,
    "punctuation": _at_punctuation,
}


def normalized(text: str, steps: Iterable[str]) -> str:
    """The text after the normalisers among the steps."""
    for step in steps:
        if step in NORMALIZERS:
            text = NORMALIZERS[step](text)
    return text


def parted(text: str, steps: Iterable[str]) -> list[str]:
    """The pieces of a text after all steps."""
    steps = tuple(steps)
    pieces = [normalized(text, steps)]
    for step in steps:
        if step in PARTERS:
            pieces = [part for piece in pieces for part in PARTERS[step](piece)]
    return [piece for piece in pieces if piece]


def longest_pieces(
    word: str, numbers: Mapping[str, int], prefix: str, longest: int
) -> list[str] | None:
    """The longest pieces that are in a vocabulary, from the front, as WordPiece cuts a word; those
    behind the first begin with ``prefix``.  None for a word of more than ``longest`` characters, or
    of which some part is in none."""
    if len(word) > longest:
        return None
    pieces, start = [], 0
    while start < len(word):
        before = prefix if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if before + word[start:end] in numbers), None)
        if end is None:
            return None
        pieces.append(before + word[start:end])
        start = end
    return pieces
