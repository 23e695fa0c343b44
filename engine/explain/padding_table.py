"""The padding lab as a table: one row a variant of each network.

``network``, ``length``, ``padding``, ``truncating``, ``masked`` (1 or 0); of the review ``answer``,
``right`` (1, 0, or nothing), ``before_padding`` and ``after_padding`` (answers), ``drift/h``,
``drift/c``; of the sample ``accuracy``, ``reviews``, ``padded``, ``cut``, ``padding_alone`` (the
answer to it) and ``padding_alone_accuracy``; ``problem`` says why there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.errors import GatescopeError
from engine.explain.padding_lab import PaddingVariant, VariantReading, VariantScore
from engine.replay.export import write_table

HEAD = (
    *("network", "length", "padding", "truncating", "masked"),
    *("answer", "right", "before_padding", "after_padding", "drift/h", "drift/c"),
    *("accuracy", "reviews", "padded", "cut", "padding_alone", "padding_alone_accuracy"),
    "problem",
)

Row = tuple[str, PaddingVariant, object, object]
"""A network's name, a variant, and its `VariantReading` and `VariantScore`, or why there is none."""


def write_lab(rows: Sequence[Row], path: Path) -> None:
    """Write what is known of each variant as CSV, whole or not at all.

    Raises:
        GatescopeError: the file cannot be written.
    """
    write_table(HEAD, _cells(rows), path)


def _cells(rows: Sequence[Row]) -> Iterator[list[object]]:
    for name, variant, reading, score in rows:
        problems = [str(each) for each in (reading, score) if isinstance(each, GatescopeError)]
        yield [
            *(name, variant.length, variant.padding, variant.truncating, int(variant.masked)),
            *_of_reading(reading),
            *_of_score(score),
            " ".join(dict.fromkeys(problems)),
        ]


def _of_reading(reading: object) -> list[object]:
    if not isinstance(reading, VariantReading):
        return [""] * 6
    before, after = reading.through or ("", "")
    drifts = [reading.drift(key) if key in reading.states else "" for key in ("h", "c")]
    right = "" if reading.is_right is None else int(reading.is_right)
    return [reading.answer, right, before, after, *drifts]


def _of_score(score: object) -> list[object]:
    if not isinstance(score, VariantScore):
        return [""] * 6
    return [
        *(score.accuracy, score.count, score.padded, score.cut),
        *(score.alone, score.alone_accuracy),
    ]
