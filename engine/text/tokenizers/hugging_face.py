"""Hugging Face's ``tokenizer.json``: the models WordLevel and WordPiece; others are named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from engine.errors import TextError
from engine.text.tokenizers.rules import Rules
from engine.text.tokenizers.tokenizer import Pieces, Tokenizer, checked

MODELS = ("WordLevel", "WordPiece")
_NORMALIZERS = {
    "Lowercase": "lower", "StripAccents": "accents", "Strip": "strip",
    **{form: form for form in ("NFC", "NFD", "NFKC", "NFKD")},
}  # fmt: skip
_PARTERS = {
    "Whitespace": ("words",), "WhitespaceSplit": ("space",), "Punctuation": ("punctuation",),
    "BertPreTokenizer": ("space", "punctuation"),
}  # fmt: skip
_LONGEST = 100


def is_hugging_face(content: Mapping[Any, Any]) -> bool:
    """Whether an object is what ``Tokenizer.save`` writes."""
    model = content.get("model")
    return isinstance(model, Mapping) and ("vocab" in model or "type" in model)


def from_hugging_face(content: Mapping[Any, Any], name: str) -> Tokenizer:
    """The tokenizer in a ``tokenizer.json``.

    Raises:
        TextError: its model, or a step of it, is none that is read here.
    """
    model = content["model"]
    kind = model.get("type") or ("WordPiece" if "continuing_subword_prefix" in model else None)
    if not isinstance(kind, str) or kind not in MODELS:
        raise TextError(
            "{name} is a tokenizer of Hugging Face with the model {model}, which cuts words in pieces "
            "of its own and is not read. {models} are.",
            name=name,
            model=str(kind)[:40],
            models=", ".join(MODELS),
        )
    vocabulary = model.get("vocab")
    if not isinstance(vocabulary, Mapping):
        raise _strange(name, "vocab")
    numbers = checked(vocabulary, name)
    added = content.get("added_tokens")
    for entry in added if isinstance(added, list) else []:
        if isinstance(entry, Mapping):
            numbers |= checked({str(entry.get("content")): entry.get("id")}, name)
    steps = (*_normalizers(content.get("normalizer"), name),
             *_parters(content.get("pre_tokenizer"), name))  # fmt: skip
    pieces = None
    if kind == "WordPiece":
        prefix = model.get("continuing_subword_prefix", "##")
        longest = model.get("max_input_chars_per_word", _LONGEST)
        if not isinstance(prefix, str) or type(longest) is not int or not 0 < longest <= 10_000:
            raise _strange(name, "continuing_subword_prefix")
        pieces = Pieces(prefix, longest)
    return Tokenizer(
        numbers,
        "hub",
        Rules(lower="no", filters="", steps=steps),
        name,
        numbers.get(str(model.get("unk_token"))),
        pieces=pieces,
        form=_form(kind, content),
    )


def _form(kind: str, content: Mapping[Any, Any]) -> str:
    """What it is called; marks that it puts around a text are not put there."""
    said = f"Hugging Face tokenizer.json, {kind}"
    return said if content.get("post_processor") is None else f"{said}, without post_processor"


def _normalizers(found: Any, name: str) -> Iterator[str]:
    if found is None:
        return
    kind = str(found.get("type")) if isinstance(found, Mapping) else None
    if kind == "Sequence" and isinstance(found.get("normalizers"), list):
        for each in found["normalizers"]:
            yield from _normalizers(each, name)
    elif kind == "BertNormalizer":
        lower = bool(found.get("lowercase", True))
        accents = found.get("strip_accents")
        chosen = {
            "clean": found.get("clean_text", True), "cjk": found.get("handle_chinese_chars", True),
            "accents": lower if accents is None else accents, "lower": lower,
        }  # fmt: skip
        yield from (step for step, is_on in chosen.items() if is_on)
    elif kind in _NORMALIZERS:
        yield _NORMALIZERS[kind]
    else:
        raise _strange(name, f"normalizer {kind}")


def _parters(found: Any, name: str) -> Iterator[str]:
    if found is None:
        return
    kind = str(found.get("type")) if isinstance(found, Mapping) else None
    if kind == "Sequence" and isinstance(found.get("pretokenizers"), list):
        for each in found["pretokenizers"]:
            yield from _parters(each, name)
    elif kind in _PARTERS and found.get("behavior", "Isolated") == "Isolated":
        yield from _PARTERS[kind]
    else:
        raise _strange(name, f"pre_tokenizer {kind}")


def _strange(name: str, what: str) -> TextError:
    return TextError(
        "{name} is a tokenizer of Hugging Face, and its {what} is not one that is read.",
        name=name,
        what=what[:80],
    )
