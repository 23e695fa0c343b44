"""The two READMEs: each leads to the other, names both commands, and shows pictures that are there."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.__main__ import parser
from engine.commands.explain import ATTENTION, MEMORIES
from engine.explain.methods import METHODS

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, KOREAN = ROOT / "README.md", ROOT / "docs" / "README.ko.md"


@pytest.mark.parametrize(("path", "other"), [(ENGLISH, KOREAN), (KOREAN, ENGLISH)])
def test_each_leads_to_the_other_at_its_top(path: Path, other: Path) -> None:
    top = "\n".join(path.read_text(encoding="utf-8").splitlines()[:4])
    links = [(path.parent / link).resolve() for link in re.findall(r"\]\(([^)]+)\)", top)]
    assert other in links


@pytest.mark.parametrize("path", [ENGLISH, KOREAN])
def test_it_begins_with_the_two_commands_and_shows_what_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "make run" in text[:400] and "make test" in text[:400]
    links = [each for each in re.findall(r"\]\(([^)#]+)", text) if "://" not in each]
    assert sum(link.endswith(".png") for link in links) >= 2
    assert not [link for link in links if not (path.parent / link).exists()]


def test_the_korean_one_shows_korean_pictures() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", KOREAN.read_text(encoding="utf-8"))
    assert pictures and all(each.endswith("-ko.png") for each in pictures)


def test_the_english_one_has_every_method_of_explain() -> None:
    (said,) = re.findall(r"--method (\S+\|\S+)", ENGLISH.read_text(encoding="utf-8"))
    assert said.split("|") == [*METHODS, *MEMORIES, ATTENTION]


def test_the_english_one_has_every_option_of_every_command_and_no_other() -> None:
    block = re.search(r"-m engine COMMAND\n\n(.*?)```", ENGLISH.read_text("utf-8"), re.DOTALL)
    assert block is not None
    rows = dict(re.findall(r"^(\w+) +(.*(?:\n +.*)*)", block[1], re.MULTILINE))
    for name, command in commands(parser()).items():
        row = rows[name]
        for shared in ("MODEL", "READ", "CORPUS", "COLUMNS"):  # written once, below
            row = row if shared not in row.split() else f"{row} {rows[shared]}"
        said = set(re.findall(r"--[\w-]+", row + ("" if name == "train" else rows["each"])))
        there = {each for action in command._actions for each in action.option_strings}
        assert said == {each for each in there if each.startswith("--")} - {"--help"}, name


def commands(top: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    """The parser of every command, by its name."""
    found = next(each for each in top._actions if isinstance(each, argparse._SubParsersAction))
    return found.choices
