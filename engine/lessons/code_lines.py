"""Lines of Python in a narrow column: the same program, broken where a person would break it."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator
from functools import lru_cache

INDENT = 4

_OPEN, _CLOSE, _QUOTES = "([{", ")]}", "'\""

_MODULE = "from ", "."
"""How a statement begins that names a module, and the rest of one that is broken in its name."""


@lru_cache(maxsize=128)
def narrowed(code: str, columns: int) -> str:
    """The same program in lines of so many columns, where they can be broken.

    A statement is broken inside its brackets, at commas first, outside of them with a backslash, and
    the name of a module before one of its dots.  A comment behind a statement that is too long comes
    to stand above it.  A long name or a long string stays as long as it is, and so does a statement
    with a comment inside.

    Args:
        code: whole lines of Python that can be read as they stand.
        columns: at least 1.
    """
    return "".join(f"{line}\n" for line in _lines(code, columns))


def _lines(code: str, columns: int) -> Iterator[str]:
    lines = code.splitlines()
    for first, last, at, is_fixed in _statements(code):
        own = lines[first:last]
        if is_fixed or all(len(line) <= columns for line in own):
            yield from own
            continue
        indent = len(own[0]) - len(own[0].lstrip())
        if at is not None:
            yield from _comment(own[-1][at:], indent, columns)
            own[-1] = own[-1][:at]
        if text := "".join(_joined(own)):
            yield from _broken(text, indent, columns)


def _statements(code: str) -> Iterator[tuple[int, int, int | None, bool]]:
    """Of each statement, empty lines and comments among them: its first line, the one behind its
    last, where the comment at its end begins, and whether it is to stay as it is: with a comment
    or the end of a line inside of what it says."""
    begin, comment, is_fixed, has_begun = 0, None, False, False
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            comment = token.start[1]
        elif token.type == tokenize.NEWLINE or (token.type == tokenize.NL and not has_begun):
            yield begin, token.start[0], comment, is_fixed
            begin, comment, is_fixed, has_begun = token.start[0], None, False, False
        elif token.type not in (tokenize.NL, tokenize.INDENT, tokenize.DEDENT):
            has_begun = True
            is_fixed |= comment is not None or token.start[0] != token.end[0]


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines of a statement as one."""
    before = ""
    for line in lines:
        if before and before[-1] not in _OPEN:
            yield " "
        before = line.strip()
        yield before


def _comment(comment: str, indent: int, columns: int) -> Iterator[str]:
    """A comment in lines of its own."""
    before = " " * indent + "#"
    line = before
    for word in comment.lstrip("#").split():
        if line != before and len(line) + 1 + len(word) > columns:
            yield line
            line = before
        line += f" {word}"
    yield line


def _broken(text: str, indent: int, columns: int, opened: int = 0) -> list[str]:
    """A statement, or a piece of one behind so many open brackets, in the fewest lines that fit."""
    whole = " " * indent + text
    if len(whole) <= columns:
        return [whole]
    ways = [_at_bracket(text, pair, indent, columns, opened) for pair in _pairs(text)]
    ways.append(_at_space(text, indent, columns, opened))
    if text.startswith(_MODULE):
        ways.append(_at_dot(text, indent, columns))
    return min(ways, key=lambda way: (sum(max(0, len(line) - columns) for line in way), len(way)))


def _at_bracket(
    text: str, pair: tuple[int, int], indent: int, columns: int, opened: int
) -> list[str]:
    """What stands between two brackets comes into lines of its own."""
    begin, end = pair
    head = _broken(text[: begin + 1], indent, columns, opened)
    deeper, line, lines = indent + INDENT, "", list[str]()
    inside = 1 + opened + next(depth for at, _, depth in _outside_strings(text) if at == begin)
    *items, last = _items(text[begin + 1 : end])
    for item in (*items, last + text[end:]):
        joined = f"{line} {item}" if line else item
        if line and deeper + len(joined) > columns:
            lines += _broken(line, deeper, columns, inside)
            joined = item
        line = joined
    return head + lines + _broken(line, deeper, columns, inside)


def _at_space(text: str, indent: int, columns: int, opened: int) -> list[str]:
    """It is broken between two words, as far outside of brackets as may be."""
    spaces = [
        (at, opened + depth)
        for at, char, depth in _outside_strings(text)
        if char == " " and depth <= 0 and text[:at] != "from"
    ]
    fits = [(at, depth) for at, depth in spaces if indent + at + (0 if depth > 0 else 2) <= columns]
    if not spaces:
        return [" " * indent + text]
    at, depth = fits[-1] if fits else spaces[0]
    end = "" if depth > 0 else " \\"
    deeper = indent if opened else indent + INDENT
    return [" " * indent + text[:at] + end, *_broken(text[at + 1 :], deeper, columns, depth)]


def _at_dot(text: str, indent: int, columns: int) -> list[str]:
    """The name of a module that something is imported from, or what is left of one, is broken in
    front of a dot."""
    dots = [at for at, char in enumerate(text) if char == "." and at]
    fits = [at for at in dots if indent + at + 2 <= columns]
    if not dots:
        return [" " * indent + text]
    at = fits[-1] if fits else dots[0]
    deeper = indent if text.startswith(".") else indent + INDENT
    return [f"{' ' * indent}{text[:at]} \\", *_broken(text[at:], deeper, columns)]


def _outside_strings(text: str) -> Iterator[tuple[int, str, int]]:
    """Each character that is in no string: its place, itself, and how deep in brackets it stands; a
    bracket stands outside of itself."""
    depth, quote = 0, ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote and text[at - 1] != "\\" else quote
            continue
        if char in _QUOTES:
            quote = char
        depth -= char in _CLOSE
        yield at, char, depth
        depth += char in _OPEN


def _pairs(text: str) -> list[tuple[int, int]]:
    """The outermost brackets that have something between them; of a call with one list, the
    list's."""
    opened, ends, outermost = list[int](), dict[int, int](), list[int]()
    for at, char, _ in _outside_strings(text):
        if char in _OPEN:
            opened.append(at)
        elif char in _CLOSE and opened:
            begin = opened.pop()
            ends[begin] = at
            if not opened and text[begin + 1 : at]:
                outermost.append(begin)
    return [
        (begin + 1, end - 1)
        if text[begin + 1] == "[" and ends[begin + 1] == end - 1
        else (begin, end)
        for begin, end in ((begin, ends[begin]) for begin in outermost)
    ]


def _items(text: str) -> list[str]:
    """What the commas part, each with its comma."""
    begin, items = 0, list[str]()
    for at, char, depth in _outside_strings(text):
        if char == "," and depth == 0:
            items.append(text[begin : at + 1].strip())
            begin = at + 1
    return [*items, text[begin:].strip()]
