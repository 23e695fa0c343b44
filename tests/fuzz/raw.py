"""Mutations that know nothing of what they change."""

from __future__ import annotations

import numpy as np

Random = np.random.Generator

NUMBERS = (
    0,
    1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0xFFFF,
    2**31 - 1,
    2**31,
    2**32 - 1,
    2**63 - 1,
    2**64 - 1,
)
"""Where sizes and offsets go over."""


def mutated(data: bytes, random: Random, other: bytes) -> bytes:
    """One change of a file, or a few.

    Args:
        data: the file.
        random: decides.
        other: another file, that pieces may come from.
    """
    for _ in range(min(8, int(random.geometric(0.6)))):
        change = CHANGES[int(random.integers(len(CHANGES)))]
        data = change(bytearray(data), random, other) if data else other[:9]
    return bytes(data)


def place(data: bytes | bytearray, random: Random) -> int:
    """A place, half of the time near one of the ends, where formats keep their directories."""
    size = len(data)
    if random.random() < 0.5:
        near = int(min(size - 1, random.exponential(200)))
        return near if random.random() < 0.7 else size - 1 - near
    return int(random.integers(size))


def _flip(data: bytearray, random: Random, other: bytes) -> bytes:
    data[place(data, random)] ^= 1 << int(random.integers(8))
    return bytes(data)


def _change(data: bytearray, random: Random, other: bytes) -> bytes:
    for _ in range(int(random.geometric(0.1))):
        data[place(data, random)] = int(random.integers(256))
    return bytes(data)


def _number(data: bytearray, random: Random, other: bytes) -> bytes:
    width = (1, 2, 4, 8)[int(random.integers(4))]
    value = NUMBERS[int(random.integers(len(NUMBERS)))] & (2 ** (8 * width) - 1)
    at = place(data, random)
    data[at : at + width] = value.to_bytes(width, "little" if random.random() < 0.8 else "big")
    return bytes(data)


def _zeros(data: bytearray, random: Random, other: bytes) -> bytes:
    at, count = place(data, random), int(random.integers(1, 257))
    data[at : at + count] = bytes(len(data[at : at + count]))
    return bytes(data)


def _cut(data: bytearray, random: Random, other: bytes) -> bytes:
    at = place(data, random)
    return bytes(data[: max(1, at)])


def _leave_out(data: bytearray, random: Random, other: bytes) -> bytes:
    at = place(data, random)
    del data[at : at + int(random.integers(1, 129))]
    return bytes(data)


def _insert(data: bytearray, random: Random, other: bytes) -> bytes:
    at = place(data, random)
    data[at:at] = random.bytes(int(random.integers(1, 129)))
    return bytes(data)


def _repeat(data: bytearray, random: Random, other: bytes) -> bytes:
    at, to = place(data, random), place(data, random)
    data[to:to] = data[at : at + int(random.integers(1, 513))]
    return bytes(data)


def _splice(data: bytearray, random: Random, other: bytes) -> bytes:
    at, source = place(data, random), place(other, random)
    piece = other[source : source + int(random.integers(1, 513))]
    data[at : at + len(piece)] = piece
    return bytes(data)


CHANGES = (_flip, _change, _number, _zeros, _cut, _leave_out, _insert, _repeat, _splice)
