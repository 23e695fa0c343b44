"""What a network writes is called by the file beside its own, or by ids, with a note."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from engine.library import MODELS
from engine.network.opening import open_network
from engine.replay.written_names import SUFFIX, written_names
from engine.tasks import dates

FILE = MODELS / "lessons" / "dates.keras"


def test_the_dates_have_their_characters() -> None:
    names, notes = written_names(open_network(FILE))
    assert notes == () and names[1:] == tuple(dates.WRITES[1:])


@pytest.mark.parametrize("content", ["{", "[1, 2]", "[]", '{"a": "b"}', None])
def test_without_a_list_of_texts_ids_stand(tmp_path: Path, content: str | None) -> None:
    shutil.copy(FILE, tmp_path / "mine.keras")
    if content is not None:
        (tmp_path / f"mine{SUFFIX}").write_text(content, encoding="utf-8")
    network = open_network(tmp_path / "mine.keras")
    names, notes = written_names(network)
    assert names == ()
    assert [f"mine{SUFFIX}" in str(note) for note in notes] == [True] * (content is not None)
    (tmp_path / f"mine{SUFFIX}").write_text(json.dumps(["가", "나"]), encoding="utf-8")
    assert written_names(network) == (("가", "나"), ())
