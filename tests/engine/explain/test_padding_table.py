"""The padding lab as a table: each number in its own column, and why one is not there."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from engine.errors import ReplayError
from engine.explain.padding_lab import PaddingVariant, read_variants, score_variants
from engine.explain.padding_table import HEAD, write_lab
from engine.text.dictionary import imdb
from engine.text.encoding import Encoding
from engine.text.review import encode
from tests.networks import text_network

TEXT = "this film is great and good but the end of the story is bad"


def test_every_number_stands_below_its_name(tmp_path: Path) -> None:
    network = text_network("LSTM")
    review = replace(encode(TEXT, imdb(), Encoding(num_words=500, length=12)), label=1)
    variant = PaddingVariant(30, "post", "pre", False)
    (reading,) = read_variants(network, review, "lstm", (variant,))
    (score,) = score_variants(network, [review, replace(review, label=0)], (variant,))
    problem = ReplayError("The sample is gone.")
    rows = [
        ("LSTM(8)", variant, reading, score),
        ("LSTM(8)", variant, reading, problem),
        ("LSTM(8)", variant, problem, problem),
        ("LSTM(8)", variant, None, score),
    ]
    write_lab(rows, tmp_path / "lab.csv")
    with (tmp_path / "lab.csv").open(encoding="utf-8-sig", newline="") as file:
        whole, unscored, failed, unread = csv.DictReader(file)
    assert tuple(whole) == HEAD
    assert [whole[key] for key in ("network", "length", "padding", "truncating", "masked")] == [
        *("LSTM(8)", "30", "post", "pre", "0")
    ]
    assert float(whole["answer"]) == float(reading.answer)
    assert whole["right"] == str(int(bool(reading.is_right)))
    assert reading.through is not None
    before, after = reading.through
    assert (float(whole["before_padding"]), float(whole["after_padding"])) == (before, after)
    assert float(whole["drift/h"]) == reading.drift("h") != reading.drift("c")
    assert float(whole["drift/c"]) == reading.drift("c")
    assert (float(whole["accuracy"]), whole["reviews"]) == (score.accuracy, "2")
    assert (whole["padded"], whole["cut"]) == (str(score.padded), str(score.cut))
    assert float(whole["padding_alone"]) == score.alone
    assert float(whole["padding_alone_accuracy"]) == score.alone_accuracy
    assert whole["problem"] == ""
    assert unscored["answer"] == whole["answer"]
    assert (unscored["accuracy"], unscored["problem"]) == ("", "The sample is gone.")
    assert (failed["answer"], failed["accuracy"]) == ("", "")
    assert failed["problem"] == "The sample is gone."  # once
    assert (unread["answer"], unread["accuracy"]) == ("", whole["accuracy"])
