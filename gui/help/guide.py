"""The pages of the guide, as they lie in ``docs/guide``, and where a word stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from gui.help import glossary_page
from gui.i18n.languages import LANGUAGES
from gui.paths import GUIDE

READING_ORDER = (
    *("window", "training", "your-own-model", "words", "what-if"),
    *("explain", "memory", "fading", "states", "padding", "attention"),
    *("survey", "lessons", "pictures"),
)
"""The pages by name; what has no place here comes last."""

_HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
_MARKUP = re.compile(
    r"^- |!\[[^\]]*\]\([^)]*\)|\[([^\]]*)\]\([^)]*\)|\*|`|^\|[-| ]*\|$", re.MULTILINE
)


@dataclass(frozen=True)
class Section:
    """A part of a page below a heading.

    Attributes:
        heading: without mark-up.
        text: what stands below it, without mark-up.
    """

    heading: str
    text: str


@dataclass(frozen=True)
class GuidePage:
    """One file of the guide.  Its first section has the title of the page."""

    path: Path
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.sections[0].heading


@dataclass(frozen=True)
class GuideMatch:
    """A place where what is sought stands: a section, and the words around it."""

    page: GuidePage
    section: Section
    around: str


def pages(language: str, folder: Path = GUIDE) -> tuple[GuidePage, ...]:
    """The guide in a language, in the order of reading; in English where there is no other.

    Args:
        language: its code.
        folder: has a folder a language.
    """
    of_language = folder / language
    if not of_language.is_dir():
        of_language = folder / LANGUAGES[0].code
    paths = sorted([*of_language.glob("*.md"), of_language / glossary_page.NAME], key=_order)
    return tuple(GuidePage(path, _sections(text_of(path))) for path in paths)


def text_of(path: Path) -> str:
    """The Markdown of a page; that of the words is made in the language of the moment.

    Raises:
        OSError: it cannot be read.
    """
    return (
        glossary_page.page()
        if path.name == glossary_page.NAME
        else path.read_text(encoding="utf-8")
    )


def search(guide: tuple[GuidePage, ...], sought: str) -> list[GuideMatch]:
    """Where every word of what is sought stands: headings first, then what it means, by the page of
    words; empty where nothing is sought."""
    parts = sought.casefold().split()
    found: list[tuple[int, GuideMatch]] = []
    for page in guide:
        for section in page.sections:
            whole = f"{section.heading}\n{section.text}".casefold()
            if parts and all(part in whole for part in parts):
                in_heading = all(part in section.heading.casefold() for part in parts)
                rank = 0 if in_heading else 1 if page.path.name == glossary_page.NAME else 2
                found.append((rank, GuideMatch(page, section, _around(section.text, parts))))
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _order(path: Path) -> tuple[int, str]:
    return (
        READING_ORDER.index(path.stem) if path.stem in READING_ORDER else len(READING_ORDER),
        path.stem,
    )


def _sections(markdown: str) -> tuple[Section, ...]:
    headings = list(_HEADING.finditer(markdown))
    ends = [heading.start() for heading in headings[1:]] + [len(markdown)]
    return tuple(
        Section(_plain(heading.group(2)), _plain(markdown[heading.end() : end]))
        for heading, end in zip(headings, ends, strict=True)
    ) or (Section("", _plain(markdown)),)


def _plain(markdown: str) -> str:
    text = _MARKUP.sub(lambda match: match.group(1) or "", markdown).replace("|", " ")
    return " ".join(text.split())


def _around(text: str, parts: list[str], room: int = 28) -> str:
    """The words around the first place where one of those sought stands."""
    places = [at for part in parts if (at := text.casefold().find(part)) >= 0]
    at = min(places, default=0)
    start = text.rfind(" ", 0, max(0, at - room)) + 1 if at > room else 0
    end = start + 3 * room
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
