"""Keeping the catalogues up to date: ``python -m gui.i18n.update [--check]``.

Collects every text of the code into the ``gatescope_CODE.ts`` of each language, keeps the
translations that are there, drops those of texts that are gone, and compiles
``gatescope_CODE.qm``.  With ``--check`` nothing is written, and what is stale or unfinished
is listed.
"""

from __future__ import annotations

import argparse
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

import PySide6

from gui.i18n.collect import Message, NotLiteral, collect
from gui.i18n.languages import LANGUAGES, TRANSLATIONS, Language


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code: 0, or 1 where something is stale or unfinished."""
    parser = argparse.ArgumentParser(prog="python -m gui.i18n.update", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, list what is wrong")
    check = parser.parse_args(arguments).check
    try:
        texts = collect()
    except NotLiteral as error:
        print(error, file=sys.stderr)
        return 1
    problems: list[str] = []
    for language in LANGUAGES[1:]:
        source = TRANSLATIONS / f"gatescope_{language.code}.ts"
        translations = read(source)
        if not check:
            translations = moved(texts, translations)
            source.write_text(catalogue(texts, translations, language), "utf-8", newline="\n")
            compile_catalogue(source, source.with_suffix(".qm"))
        problems += find_problems(texts, translations)
        problems += find_stale(source, catalogue(texts, translations, language))
    for problem in problems:
        print(problem)
    print(f"{len(texts)} texts, {len(problems)} problems")
    return int(bool(problems))


def read(path: Path) -> dict[Message, str]:
    """The finished translations of a catalogue, by context and text."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                found[name, message.findtext("source", "")] = translation.text
    return found


def moved(texts: list[Message], translations: Mapping[Message, str]) -> dict[Message, str]:
    """The translations, also of texts that have only changed their context."""
    by_text = {text: translation for (_, text), translation in translations.items()}
    return {
        (context, text): translations.get((context, text), by_text.get(text, ""))
        for context, text in texts
        if text in by_text
    }


def catalogue(
    texts: list[Message], translations: Mapping[Message, str], language: Language = LANGUAGES[1]
) -> str:
    """The catalogue as Qt's own tools write it, without places in the code."""
    root = ET.Element("TS", version="2.1", language=language.locale, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for context, text in texts:
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = translations.get((context, text))
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "  ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    return head + ET.tostring(root, encoding="unicode") + "\n"


def compile_catalogue(source: Path, compiled: Path) -> None:
    """Make the file that Qt loads."""
    tool = Path(PySide6.__file__).parent / (
        "lrelease.exe" if sys.platform == "win32" else "lrelease"
    )
    subprocess.run([tool, "-silent", source, "-qm", compiled], check=True, capture_output=True)


def find_problems(texts: list[Message], translations: Mapping[Message, str]) -> Iterator[str]:
    """What is missing, gone, or wrongly filled in."""
    for context, text in texts:
        translated = translations.get((context, text))
        if translated is None:
            yield f"{context}: not translated: {text}"
        elif _fields(text) != _fields(translated):
            yield f"{context}: other fields in: {translated}"
    for context, text in sorted(translations.keys() - set(texts)):
        yield f"{context}: no longer in the code: {text}"


def find_stale(source: Path, expected: str) -> Iterator[str]:
    """Which files of a catalogue, source and compiled, are not what the code makes of them."""
    if not source.exists() or source.read_text(encoding="utf-8") != expected:
        yield f"{source.name} is stale: run python -m gui.i18n.update"
        return
    compiled = source.with_suffix(".qm")
    with tempfile.TemporaryDirectory() as folder:
        compile_catalogue(source, Path(folder) / compiled.name)
        fresh = (Path(folder) / compiled.name).read_bytes()
    if not compiled.exists() or compiled.read_bytes() != fresh:
        yield f"{compiled.name} is stale: run python -m gui.i18n.update"


def _fields(text: str) -> list[str]:
    """The fields to be filled in; ``%s`` counts too."""
    names = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    return sorted(names) + ["%s"] * text.count("%s")


if __name__ == "__main__":
    sys.exit(main())
