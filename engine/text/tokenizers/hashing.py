"""`Buckets`: which of several ids a word that is not in a dictionary gets, as Keras shares them.

``StringLookup`` with ``num_oov_indices`` above 1 hashes such words: with FarmHash's
``Fingerprint64`` (``tf.strings.to_hash_bucket_fast``), or, where it has a ``salt``, with
SipHash-2-4 (``to_hash_bucket_strong``).  Both are short, and no library that is installed has
them.  Sources: ``farmhashna::Hash64`` in FarmHash; Aumasson and Bernstein, *SipHash*, 2012.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_ALL = 2**64 - 1
_K0, _K1, _K2 = 0xC3A5C85C97CB3127, 0xB492B66FBE98F273, 0x9AE16A3B2F90404F

MAX_BUCKETS = 2**20


@dataclass(frozen=True)
class Buckets:
    """Several ids that stand for unknown words.

    Attributes:
        count: how many; the first is the dictionary's ``unknown``.
        salt: the two halves of the key of SipHash; None for FarmHash.
    """

    count: int
    salt: tuple[int, int] | None = None

    def of(self, word: str) -> int:
        """Which of them a word gets, from 0."""
        data = word.encode("utf-8", "surrogatepass")
        hashed = fingerprint64(data) if self.salt is None else siphash(data, self.salt)
        return hashed % self.count


def checked_buckets(count: object, salt: object) -> Buckets:
    """What a configuration says of them: how many, and the key, in Keras's words one number or two.

    Raises:
        ValueError: it cannot.
    """
    if isinstance(salt, int) and not isinstance(salt, bool):
        salt = [salt, salt]  # as Keras takes a single number
    if type(count) is not int or not 1 < count <= MAX_BUCKETS:
        raise ValueError("a count that is none")
    if salt is None:
        return Buckets(count)
    if not isinstance(salt, list | tuple) or len(salt) != 2:
        raise ValueError("a salt that is none")
    first, second = salt
    if type(first) is not int or type(second) is not int:
        raise ValueError("a salt that is none")
    return Buckets(count, (first, second))


def fingerprint64(data: bytes) -> int:
    """FarmHash's ``Fingerprint64``."""
    size = len(data)
    if size <= 16:
        return _to_16(data)
    if size <= 32:
        return _to_32(data)
    return _to_64(data) if size <= 64 else _beyond_64(data)


def siphash(data: bytes, key: tuple[int, int]) -> int:
    """SipHash-2-4 with a key of two numbers of 64 bits."""
    first, second = (half & _ALL for half in key)
    state = [
        *(first ^ 0x736F6D6570736575, second ^ 0x646F72616E646F6D),
        *(first ^ 0x6C7967656E657261, second ^ 0x7465646279746573),
    ]
    whole = data + bytes(-(len(data) + 1) % 8) + bytes([len(data) & 0xFF])
    for (block,) in struct.iter_unpack("<Q", whole):
        state[3] ^= block
        _sip_rounds(state, 2)
        state[0] ^= block
    state[2] ^= 0xFF
    _sip_rounds(state, 4)
    return state[0] ^ state[1] ^ state[2] ^ state[3]


def _sip_rounds(state: list[int], count: int) -> None:
    a, b, c, d = state
    for _ in range(count):
        a = (a + b) & _ALL
        b = _left(b, 13) ^ a
        a = _left(a, 32)
        c = (c + d) & _ALL
        d = _left(d, 16) ^ c
        a = (a + d) & _ALL
        d = _left(d, 21) ^ a
        c = (c + b) & _ALL
        b = _left(b, 17) ^ c
        c = _left(c, 32)
    state[:] = a, b, c, d


# -- FarmHash, by length; all sums and products are of 64 bits -------------------------


def _left(value: int, by: int) -> int:
    return (value << by | value >> (64 - by)) & _ALL


def _right(value: int, by: int) -> int:
    value &= _ALL
    return (value >> by | value << (64 - by)) & _ALL


def _mixed(value: int) -> int:
    value &= _ALL
    return value ^ value >> 47


def _at(data: bytes, place: int) -> int:
    """The eight bytes from a place on; from the end where it is negative."""
    place %= len(data)
    return int.from_bytes(data[place : place + 8], "little")


def _two(one: int, other: int, by: int) -> int:
    a = _mixed((one ^ other) * by)
    b = _mixed((other & _ALL ^ a) * by)
    return b * by & _ALL


def _to_16(data: bytes) -> int:
    size = len(data)
    by = _K2 + size * 2
    if size >= 8:
        a, b = _at(data, 0) + _K2, _at(data, -8)
        return _two((_right(b, 37) * by + a) & _ALL, (_right(a, 25) + b) * by & _ALL, by)
    if size >= 4:
        ends = (int.from_bytes(part, "little") for part in (data[:4], data[-4:]))
        return _two(size + (next(ends) << 3), next(ends), by)
    if size:
        y, z = data[0] + (data[size >> 1] << 8), size + (data[-1] << 2)
        return _mixed(y * _K2 ^ z * _K0) * _K2 & _ALL
    return _K2


def _to_32(data: bytes) -> int:
    by = _K2 + len(data) * 2
    a, b = _at(data, 0) * _K1, _at(data, 8)
    c, d = _at(data, -8) * by, _at(data, -16) * _K2
    one = _right(a + b, 43) + _right(c, 30) + d
    return _two(one & _ALL, (a + _right(b + _K2, 18) + c) & _ALL, by)


def _to_64(data: bytes) -> int:
    by = _K2 + len(data) * 2
    a, b = _at(data, 0) * _K2, _at(data, 8)
    c, d = _at(data, -8) * by, _at(data, -16) * _K2
    y = _right(a + b, 43) + _right(c, 30) + d
    z = _two(y & _ALL, (a + _right(b + _K2, 18) + c) & _ALL, by)
    e, f = _at(data, 16) * by, _at(data, 24)
    g, h = (y + _at(data, -32)) * by, (z + _at(data, -24)) * by
    one = _right(e + f, 43) + _right(g, 30) + h
    return _two(one & _ALL, (e + _right(f + a, 18) + g) & _ALL, by)


def _weak(data: bytes, at: int, a: int, b: int) -> tuple[int, int]:
    w, x, y, z = struct.unpack_from("<4Q", data, at)
    a += w
    b = _right(b + a + z, 21)
    c = a
    a += x + y
    return (a + z) & _ALL, (b + _right(a, 44) + c) & _ALL


def _beyond_64(data: bytes) -> int:
    size, at = len(data), 0
    y = (81 * _K1 + 113) & _ALL
    z = _mixed(y * _K2 + 113) * _K2 & _ALL
    x = (81 * _K2 + _at(data, 0)) & _ALL
    v, w = (0, 0), (0, 0)

    def block(at: int, by: int, nine: int) -> None:
        nonlocal x, y, z, v, w
        x = _right(x + y + v[0] + _at(data, at + 8), 37) * by
        y = _right(y + v[1] + _at(data, at + 48), 42) * by
        x = (x ^ w[1] * nine) & _ALL
        y = (y + v[0] * nine + _at(data, at + 40)) & _ALL
        z = _right(z + w[0], 33) * by & _ALL
        v = _weak(data, at, v[1] * by, x + w[0])
        w = _weak(data, at + 32, z + w[1], y + _at(data, at + 16))
        x, z = z, x

    while at < (size - 1) // 64 * 64:
        block(at, _K1, 1)
        at += 64
    by = _K1 + ((z & 0xFF) << 1)
    w = (w[0] + ((size - 1) & 63), w[1])
    v = (v[0] + w[0], v[1])
    w = (w[0] + v[0], w[1])
    block(size - 64, by, 9)
    one = _two(v[0], w[0], by) + _mixed(y) * _K0 + z
    return _two(one & _ALL, (_two(v[1], w[1], by) + x) & _ALL, by)
