"""The vocabulary that a ``.keras`` file has inside: of TextVectorization or StringLookup.

The layer's configuration says how texts are cut; the words stand there too, or, where the
layer was adapted, in ``assets/…/vocabulary.txt``.
Sources: ``text_vectorization.py`` and ``index_lookup.py`` in Keras 3.15's
``src/layers/preprocessing``, ``saving/saving_lib.py``.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from engine.errors import TextError
from engine.text.tokenizers.hashing import checked_buckets
from engine.text.tokenizers.rules import PUNCTUATION, Lower, Rules, checked_ngrams
from engine.text.tokenizers.tokenizer import Tokenizer, in_order

LAYERS = ("TextVectorization", "StringLookup")
MAX_CONFIG_BYTES = 64 * 2**20
MAX_MEMBERS = 10_000
_MAX_DEPTH = 64
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, LookupError),
    *(ValueError, TypeError),  # of names that are not UTF-8, for one
)

Entry = tuple[str, Mapping[str, Any], str]
"""A layer's kind and configuration, and the name of its group in the file.  Of a layer that says
how many texts it reads at once, the configuration has that as ``reads``."""


def from_model(path: Path) -> Tokenizer:
    """The vocabulary of the first layer in a ``.keras`` file that has one.

    Raises:
        TextError: there is none, or it works in a way that is not supported.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if not (entries := list(_entries(archive))):
                raise TextError(
                    "{name} has no TextVectorization or StringLookup layer, so there is no "
                    "dictionary in it.",
                    name=path.name,
                )
            kind, config, group = entries[0]
            listed = config.get("vocabulary")
            words = listed if isinstance(listed, list) and listed else _asset(archive, group)
    except _DAMAGE as error:
        raise TextError(
            "{name} is damaged and its dictionary cannot be read. Copy or save it again.",
            name=path.name,
        ) from error
    if not words:
        raise TextError(
            "The layer {layer} in {name} has no words: it was saved before adapt().",
            layer=str(config.get("name"))[:60],
            name=path.name,
        )
    make = _vectorization if kind == "TextVectorization" else _lookup
    return make(config, list(words), path)


def _entries(archive: zipfile.ZipFile) -> Iterator[Entry]:
    if len(archive.infolist()) > MAX_MEMBERS:
        return
    raw = _bounded(archive, "config.json", MAX_CONFIG_BYTES)
    if not any(layer.encode() in raw for layer in LAYERS):
        return
    try:
        config = json.loads(raw)
    except (ValueError, RecursionError):
        return
    yield from _walk(config, 0)


def _walk(config: object, depth: int) -> Iterator[Entry]:
    """The layers with words in a model's configuration, those of nested models too."""
    inner = config.get("config") if isinstance(config, Mapping) else None
    layers = inner.get("layers") if isinstance(inner, Mapping) else None
    counted: Counter[str] = Counter()
    for entry in layers if isinstance(layers, list) and depth < _MAX_DEPTH else []:
        if not isinstance(entry, Mapping):
            continue
        kind, options = str(entry.get("class_name")), entry.get("config")
        if kind in LAYERS and isinstance(options, Mapping):
            base = {"TextVectorization": "text_vectorization", "StringLookup": "string_lookup"}
            count = counted[kind]
            reads = {"reads": _reads(entry)}
            yield kind, {**options, **reads}, f"{base[kind]}_{count}" if count else base[kind]
        counted[kind] += 1
        yield from _walk(entry, depth + 1)


def _reads(entry: Mapping[str, Any]) -> object:
    """The last axis of what a layer reads, as its configuration has it: 1 for one text, None
    where it may be any number or nothing is said."""
    build = entry.get("build_config")
    shape = build.get("input_shape") if isinstance(build, Mapping) else None
    return shape[-1] if isinstance(shape, list) and len(shape) > 1 else None


def _asset(archive: zipfile.ZipFile, group: str) -> list[str]:
    """The words that were saved beside the weights, special ones included."""
    names = [name for name in archive.namelist() if name.endswith("/vocabulary.txt")]
    chosen = [name for name in names if name.endswith(f"/{group}/vocabulary.txt")] or names
    if not chosen:
        return []
    text = _bounded(archive, min(chosen, key=len), MAX_CONFIG_BYTES).decode("utf-8", "replace")
    return text.split("\n")


def _bounded(archive: zipfile.ZipFile, member: str, most: int) -> bytes:
    with archive.open(member) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TextError(
            "The {member} in this file would unpack to more than {most} bytes.",
            member=member,
            most=f"{most:,}",
        )
    return data


def _vectorization(config: Mapping[str, Any], words: list[object], path: Path) -> Tokenizer:
    standardize, split = config.get("standardize"), config.get("split")
    standards = (None, "lower", "strip_punctuation", "lower_and_strip_punctuation")
    _check_option(path, config, "standardize", standardize, standards)
    _check_option(path, config, "split", split, (None, "whitespace", "character"))
    try:
        ngrams = checked_ngrams(config.get("ngrams"))
    except ValueError as error:
        raise _not_supported(path, config, "ngrams", config.get("ngrams")) from error
    _check_option(path, config, "output_mode", config.get("output_mode", "int"), ("int",))
    lower: Lower = "ascii" if standardize and "lower" in standardize else "no"
    rules = Rules(
        lower=lower,
        filters=PUNCTUATION if standardize and "punctuation" in standardize else "",
        removes=True,
        split="",
        characters=split == "character",
        whole=split is None and config["reads"] == 1,
        ngrams=ngrams,
    )
    # Both special words stand in the list, or neither.
    has_specials = words[:2] == ["", "[UNK]"]
    listed = words if has_specials else ["", "[UNK]", *words]
    length = config.get("output_sequence_length")
    length = length if type(length) is int and 0 < length <= 100_000 else None
    return Tokenizer(
        in_order(listed, path.name),
        "vectorization" if split or rules.whole else "lookup",
        rules,
        path.name,
        unknown=1,
        length=length,
        side="post",
        path=path,
        fills=length is not None and not config.get("ragged"),
    )


def _lookup(config: Mapping[str, Any], words: list[object], path: Path) -> Tokenizer:
    out_of = config.get("num_oov_indices", 1)
    buckets = None
    if type(out_of) is not int or out_of not in (0, 1):
        try:
            buckets = checked_buckets(out_of, config.get("salt"))
        except ValueError as error:
            said = "num_oov_indices" if config.get("salt") is None else "salt"
            raise _not_supported(path, config, said, config.get(said)) from error
    _check_option(path, config, "invert", bool(config.get("invert")), (False,))
    _check_option(path, config, "output_mode", config.get("output_mode", "int"), ("int",))
    mask = config.get("mask_token")
    specials = [mask] if isinstance(mask, str) else []
    unknown = len(specials) if out_of else None
    if out_of:
        specials += [str(config.get("oov_token", "[UNK]"))] * out_of
    own = words[len(specials) :] if words[: len(specials)] == specials else words
    # A name that stands for several ids is filed under the first.
    numbers = in_order([*dict.fromkeys(specials), *own], path.name)
    further = out_of - 1 if out_of else 0
    numbers = {
        word: number + further if number > (unknown or 0) else number
        for word, number in numbers.items()
    }
    return Tokenizer(
        numbers,
        "lookup",
        Rules(lower="no", filters="", split=""),
        path.name,
        unknown=unknown,
        path=path,
        buckets=buckets,
        fills=False,  # nothing in the layer brings a text to a length
    )


def _check_option(
    path: Path, config: Mapping[str, Any], option: str, value: object, supported: tuple[object, ...]
) -> None:
    if isinstance(value, Mapping):
        inner = value.get("config")
        inner = inner if isinstance(inner, str) else value.get("registered_name")
        raise TextError(
            "The layer {layer} in {name} turns texts into ids with a function of its author's own "
            "({option} = {function}). Only its code could do that, and Gatescope runs nothing from "
            "a file. Choose another dictionary.",
            layer=str(config.get("name"))[:60],
            name=path.name,
            option=option,
            function=str(inner or value.get("class_name"))[:60],
        )
    if isinstance(value, list) or value not in supported:
        raise _not_supported(path, config, option, value)


def _not_supported(path: Path, config: Mapping[str, Any], option: str, value: object) -> TextError:
    return TextError(
        "The layer {layer} in {name} turns texts into ids with {option} = {value}, which is "
        "not supported. Choose another dictionary.",
        layer=str(config.get("name"))[:60],
        name=path.name,
        option=option,
        value=str(value)[:60],
    )
