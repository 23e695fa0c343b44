"""The state space as a file: every point stands in the table and in the arrays."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from engine.explain.state_space import FixedPoint, Plane, StateSpace
from engine.explain.state_table import HEAD, Drawn, write_states


def test_every_point_in_both(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    plane = Plane(random.normal(size=3), random.normal(size=(2, 3)), np.array([0.7, 0.2]))
    space = StateSpace(
        *("lstm", "h", plane, random.normal(size=(4, 2)), random.normal(size=(6, 2))),
        *(np.array([1, 0, -1, 1], np.int8), random.random(4), random.random(6)),
        *(np.array([1.0, 0.5]), 0.4, (FixedPoint("=bad", (0.1, 0.2), True, 0.9),)),
    )
    path = random.normal(size=(5, 2))
    drawn = [Drawn(name, space, path, list("abcde")) for name in ("one", "two")]
    write_states(drawn, tmp_path / "s.csv")
    write_states(drawn, tmp_path / "s.npz")
    with (tmp_path / "s.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == HEAD
    with np.load(tmp_path / "s.npz", allow_pickle=False) as found:
        arrays = dict(found)
    for name in ("one", "two"):
        own = [row for row in rows if row["network"] == name]
        for what, wanted in (("path", path), ("end", space.ends), ("step", space.steps)):
            points = [[float(row["x"]), float(row["y"])] for row in own if row["what"] == what]
            np.testing.assert_allclose(points, wanted)
            key = what if what == "path" else what + "s"
            np.testing.assert_allclose(arrays[f"{name}/{key}"], wanted)
        assert [row["label"] for row in own if row["what"] == "end"] == ["1", "0", "", "1"]
        (fixed,) = (row for row in own if row["what"] == "fixed")
        assert not fixed["name"].startswith("="), "no formula of a spreadsheet"
        np.testing.assert_allclose(plane.axes, arrays[f"{name}/axes"])
        assert [row["step"] for row in own if row["what"] == "path"] == list("12345")
        assert arrays[f"{name}/fixed_names"].tolist() == ["=bad"]
