"""What `.ci/setup.py` sets for the commands that it runs."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).resolve().parents[1] / ".ci" / "setup.py"
NAMES = ("GLIBC_TUNABLES", "PYTHONMALLOC")


@pytest.fixture
def setup() -> ModuleType:
    """The module, which is in no package."""
    spec = importlib.util.spec_from_file_location("gatescope_setup", PATH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("library", "given", "asked"),
    [
        ("glibc 2.36", "always [madvise] never", True),
        ("glibc 2.35", "[always] madvise never", True),
        ("glibc 2.36", "always madvise [never]", False),
        ("glibc 2.31", "always [madvise] never", False),
        ("musl 1.2", "always [madvise] never", False),
        (None, "always [madvise] never", False),
        ("glibc 2.36", None, False),
    ],
)
def test_large_pages_are_asked_for_where_they_are_given(
    setup: ModuleType,
    library: str | None,
    given: str | None,
    asked: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if given is not None:
        (tmp_path / "enabled").write_text(given)
    monkeypatch.setattr(setup, "LARGE_PAGES", str(tmp_path / "enabled"))
    monkeypatch.setattr(os, "confstr", lambda name: library, raising=False)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    setup.take_large_pages()
    assert [name in os.environ for name in NAMES] == [asked, asked]
    for own in NAMES:
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv(own, "one's own")
        setup.take_large_pages()
        assert {name: os.environ.get(name) for name in NAMES} == dict.fromkeys(NAMES) | {
            own: "one's own"
        }
        monkeypatch.delenv(own)
