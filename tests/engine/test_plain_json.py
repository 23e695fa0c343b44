"""JSON of Gatescope's own files, and of people's: nested as deep as anybody likes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from engine.errors import GatescopeError
from engine.lessons import answers, class_task
from engine.network.class_names import read_names
from engine.own_files import ANSWERS, EDITS, TASK, VIEW
from engine.plain_json import MAX_DEPTH, TooDeepError, not_json, parse_json
from engine.replay.written_names import _read as read_written_names
from engine.session import edits_file
from engine.session.state import from_json
from engine.text.sources.keras_cache import read_index
from engine.training.run_folder import RunFolder
from gui.models.proof import _read_output
from gui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]

ELSEWHERE = (
    # In the locked process, where whatever is raised is an error about the file; and what came out
    # of it, where RecursionErrors are caught:
    *("engine/network/formats/", "engine/text/tokenizers/", "engine/safely/", "engine/numbers/"),
    # In the process of verification, which says what it met:
    "engine/verification/",
    # What Gatescope itself or qtawesome wrote a moment ago, or keeps as its own:
    *("engine/training/make_models.py", "engine/training/recorder.py", "gui/look/icons.py"),
)
"""Where JSON is read in another way, and why."""


@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ('{"a": ', "}")])
def test_so_deep_and_no_deeper(open_: str, close: str) -> None:
    for depth in range(1, MAX_DEPTH + 1):
        parse_json(open_ * depth + "1" + close * depth)
    for depth in (MAX_DEPTH + 1, 200, 990, 100_000):
        with pytest.raises(TooDeepError) as raised:
            parse_json(open_ * depth + "1" + close * depth)
        assert str(MAX_DEPTH) in str(not_json(raised.value))


@pytest.mark.parametrize("content", ["7", '"a"', "null", '[[], {"a": [1, {}]}]'])
def test_what_is_no_deeper_is_as_json_has_it(content: str) -> None:
    assert parse_json(content) == json.loads(content)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert parse_json(content.encode(encoding)) == json.loads(content)


@pytest.mark.parametrize("depth", [100, 500, 900, 960, 975, 990, 100_000])
def test_whoever_reads_it_refuses_what_is_nested_deep(depth: int, tmp_path: Path) -> None:
    """In a value that no version knows, where a view, a task and settings keep what they do not know
    for a note.  Python reads some 990; what then shows them ended in a RecursionError."""
    deep = "[" * depth + "]" * depth
    path = tmp_path / "a.json"
    for kind, read in {
        VIEW.format: lambda: from_json(path.read_text(), path.name),
        EDITS.format: lambda: edits_file.load(path),
        TASK.format: lambda: class_task.load(path),
        ANSWERS.format: lambda: answers.load(path),
    }.items():
        path.write_text(f'{{"format": "{kind}", "version": 1, "step": {deep}}}')
        with pytest.raises(GatescopeError, match=str(MAX_DEPTH)):
            read()
    path.write_text(deep)
    for read_it in (read_names, read_index):
        with pytest.raises(GatescopeError):
            read_it(path)
    assert read_written_names(path, 0)[1]
    assert _read_output('{"ok": ' + deep + "}") == {}
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / "config.json").write_text(f'{{"format": "gatescope-run", "version": {deep}}}')
    with pytest.raises(GatescopeError):
        RunFolder(folder).read()
    Settings.path().parent.mkdir(parents=True, exist_ok=True)
    Settings.path().write_text(f'{{"window": {deep}}}')
    told: list[object] = []
    assert Settings.load(told) == Settings()  # type: ignore[arg-type]
    assert str(MAX_DEPTH) in str(told[0])


def test_nobody_reads_json_in_another_way() -> None:
    found = []
    for path in sorted([*ROOT.glob("engine/**/*.py"), *ROOT.glob("gui/**/*.py")]):
        name = path.relative_to(ROOT).as_posix()
        if name == "engine/plain_json.py" or name.startswith(ELSEWHERE):
            continue
        text = path.read_text("utf-8")
        found += [f"{name}: {line}" for line in re.findall(r".*\bjson\.loads?\(.*", text)]
    assert not found
