"""Mutations of JSON: values, keys and lists that are not what a reader expects."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import numpy as np

Random = np.random.Generator
Tree = Any


def deep(depth: int) -> Tree:
    """Lists in lists."""
    made: Tree = []
    for _ in range(depth):
        made = [made]
    return made


VALUES: tuple[Tree, ...] = (
    None, True, False, 0, 1, -1, 2, 3, 7, 1.5, -0.0, 2**31, 2**63, -(2**63), 10**30, 1e308,
    float("nan"), float("inf"), "", "0", "relu", "LSTM", "Lambda", "x" * 5000, "\ud800", "a/b",
    "../..", "\u0000", "None", "{name}", "%s", [], {}, [None], [[]], [0, 0, 0], [-1], [10**9],
    [None, 10**9, 10**9], {"a": 1}, {"class_name": "__lambda__", "config": {}}, "os.system",
)  # fmt: skip


def mutated(tree: Tree, random: Random) -> Tree:
    """One change, or a few, somewhere in a tree; the given one stays as it is."""
    changed = deepcopy(tree)
    for _ in range(min(5, int(random.geometric(0.6)))):
        changed = _once(changed, random)
    return changed


def text(tree: Tree, random: Random) -> str:
    """A tree as JSON; now and then nested beyond reason, or no JSON."""
    made = json.dumps(tree)
    kind = int(random.integers(40))
    if kind == 0:
        return "[" * 100_000 + made
    if kind == 1:
        return made[: int(random.integers(len(made)))]
    if kind == 2:
        return made.replace(":", ": " + "[" * 200 + "]" * 200 + ', "a":', 1)
    return made


def _places(tree: Tree) -> list[tuple[Any, Any]]:
    """Every list and object with each of its keys."""
    result: list[tuple[Any, Any]] = []
    waiting = [tree] if isinstance(tree, (dict, list)) else []
    while waiting:
        at = waiting.pop()
        keys = at.keys() if isinstance(at, dict) else range(len(at))
        for key in keys:
            result.append((at, key))
            if isinstance(at[key], (dict, list)):
                waiting.append(at[key])
    return result


def _value(tree: Tree, old: Tree, random: Random) -> Tree:
    kind = random.random()
    if kind < 0.5:
        return deepcopy(VALUES[int(random.integers(len(VALUES)))])
    if kind < 0.7 and isinstance(old, (int, float)):
        return old + int(random.integers(-3, 4))
    if kind < 0.73:
        return deep(int(random.integers(1, 300)))
    places = _places(tree)
    at, key = places[int(random.integers(len(places)))]
    return deepcopy(at[key])


def _once(tree: Tree, random: Random) -> Tree:
    places = _places(tree)
    if not places or random.random() < 0.01:
        return deepcopy(VALUES[int(random.integers(len(VALUES)))])
    at, key = places[int(random.integers(len(places)))]
    kind = int(random.integers(8))
    if kind == 0:
        del at[key]
    elif kind == 1 and isinstance(at, list):
        at.insert(key, deepcopy(at[key]))
    elif kind == 2 and isinstance(at, list) and len(at) > 1:
        other = int(random.integers(len(at)))
        at[key], at[other] = at[other], at[key]
    elif kind == 3 and isinstance(at, dict):
        at[str(VALUES[int(random.integers(len(VALUES)))])[:40]] = at.pop(key)
    elif kind == 4 and isinstance(at, list):
        at.extend([deepcopy(at[key])] * int(random.integers(1, 2000)))
        del at[3000:]
    else:
        at[key] = _value(tree, at[key], random)
    return tree
