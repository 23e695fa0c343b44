"""Keras's ``Tokenizer``, from its ``to_json()`` or from the attributes in its pickle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from engine.errors import TextError
from engine.text.tokenizers.rules import KERAS_FILTERS, Rules
from engine.text.tokenizers.tokenizer import Tokenizer, checked


def from_config(config: Mapping[Any, Any], name: str) -> Tokenizer:
    """The tokenizer of a configuration, in which dicts may be JSON in turn.

    What is missing of ``word_index``, ``num_words``, ``filters``, ``lower``, ``split``,
    ``char_level``, ``oov_token`` has Keras's default.

    Raises:
        TextError: it holds something else under those names.
    """
    index = config.get("word_index")
    if isinstance(index, str):
        try:
            index = json.loads(index)
        except (ValueError, RecursionError) as error:
            raise _strange(name, "word_index") from error
    if not isinstance(index, Mapping):
        raise _strange(name, "word_index")
    if not index:
        raise TextError(
            "The tokenizer in {name} has no words: it was saved before fit_on_texts.", name=name
        )
    if config.get("analyzer") is not None:
        raise _strange(name, "analyzer")
    numbers = checked(index, name)
    oov = config.get("oov_token")
    limit = config.get("num_words", config.get("nb_words"))
    if limit is not None and (type(limit) not in (int, float) or not 0 <= limit < 2**31):
        raise _strange(name, "num_words")
    return Tokenizer(
        numbers,
        "keras",
        _rules(config, name),
        name,
        numbers.get(oov) if isinstance(oov, str) else None,
        int(limit) if limit else None,
    )


def _rules(config: Mapping[Any, Any], name: str) -> Rules:
    filters = config.get("filters", KERAS_FILTERS)
    if isinstance(filters, list | tuple):
        filters = "".join(part for part in filters if isinstance(part, str))
    split = config.get("split", " ")
    if not isinstance(filters, str | None) or not isinstance(split, str) or not split:
        raise _strange(name, "filters" if isinstance(split, str) and split else "split")
    characters = bool(config.get("char_level", False))
    return Rules(
        lower="unicode" if config.get("lower", True) else "no",
        filters="" if characters else filters or "",
        split=split,
        characters=characters,
    )


def _strange(name: str, what: str) -> TextError:
    return TextError(
        "The tokenizer in {name} cannot be used: its {what} is not what Keras writes. Save it "
        "again with to_json().",
        name=name,
        what=what,
    )
