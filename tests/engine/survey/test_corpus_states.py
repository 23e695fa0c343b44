"""Where a corpus stands is what a plain computation says, at the end and at a step."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, GatescopeError, ReplayError
from engine.progress import finish
from engine.replay.replay import replay
from engine.survey.corpus_states import UMAP, Where, corpus_states
from engine.survey.survey import Survey, survey
from engine.survey.umap_map import Neighbours
from tests.engine.survey.corpora import ids
from tests.networks import text_network

FAKE = """
import numpy as np

class UMAP:
    def __init__(self, n_neighbors, random_state, n_jobs, tqdm_kwds):
        assert (n_neighbors, random_state, n_jobs) == (15, 0, 1)

    def fit_transform(self, states):
        assert states.dtype == np.float32
        return states[:, :2] * 10
"""


@pytest.fixture(scope="module")
def reading() -> Survey:
    return finish(survey(text_network("LSTM", 5), ids(60, 9)))


def install(folder: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is called umap, for this process and those it starts."""
    (folder / "umap.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))


@pytest.mark.parametrize("key", ["h", "c"])
def test_at_the_end_it_is_the_plane_of_the_covariance(reading: Survey, key: str) -> None:
    found = finish(corpus_states(reading, Where("lstm", key)))
    states = reading.ends["lstm"].states[key].astype(np.float64)
    sizes, axes = np.linalg.eigh(np.cov(states.T))
    assert found.rows.tolist() == list(range(60))
    assert found.shares == pytest.approx(sizes[::-1][:2] / sizes.sum())
    for at, axis in enumerate(axes.T[::-1][:2]):
        expected = (states - states.mean(axis=0)) @ axis
        assert np.abs(found.points[:, at]) == pytest.approx(np.abs(expected), abs=1e-6)


@pytest.mark.parametrize("step", [0, 2, 8])
def test_at_a_step_it_is_of_those_that_read_a_word_there(reading: Survey, step: int) -> None:
    inputs = reading.inputs
    found = finish(corpus_states(reading, Where("lstm", "c", step)))
    assert found.rows.tolist() == np.flatnonzero(~inputs.padding[:, step]).tolist()
    assert (len(found.rows) < 60) == (step < 4)
    states = np.stack(
        [
            replay(reading.network, inputs.sequence(row)).layers["lstm"].series["c"][step]
            for row in found.rows.tolist()
        ]
    )
    assert found.points == pytest.approx(found.map.project(states), abs=1e-5)


def test_what_cannot_be_drawn_is_said(reading: Survey) -> None:
    with pytest.raises(ReplayError, match="lstm has no state f"):
        finish(corpus_states(reading, Where("lstm", "f")))
    with pytest.raises(ReplayError, match="no step 10; the sequences have the steps 1 to 9"):
        finish(corpus_states(reading, Where("lstm", "h", 9)))
    alone = finish(survey(text_network("LSTM", 5), ids(1, 9)))
    with pytest.raises(ReplayError, match="at least two sequences"):
        finish(corpus_states(alone, Where("lstm", "h")))


def test_umap_is_named_where_it_is_missing(
    reading: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "umap", None)
    monkeypatch.setattr("engine.survey.umap_map.find_spec", lambda name: None)
    with pytest.raises(GatescopeError, match="pip install umap-learn, or choose the principal"):
        finish(corpus_states(reading, Where("lstm", "h", method=UMAP)))


def test_umap_lays_out_what_it_is_given_in_a_process_of_its_own(
    reading: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, FAKE, monkeypatch)
    found = finish(corpus_states(reading, Where("lstm", "h", method=UMAP)))
    states = reading.ends["lstm"].states["h"]
    assert found.points == pytest.approx(states[:, :2] * 10)
    assert found.shares is None
    assert "umap" not in sys.modules


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise ImportError('numba is broken.')", "lay the states out: numba is broken"),
        ("import os\nos._exit(3)", "its process ended without an answer"),
        (FAKE.replace("* 10", "[:3]"), r"\(3, 2\)"),
    ],
)
def test_a_umap_that_fails_is_said(
    reading: Survey, code: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, code, monkeypatch)
    with pytest.raises(ReplayError, match=said):
        finish(corpus_states(reading, Where("lstm", "h", method=UMAP)))


def test_umap_says_how_far_it_is(
    reading: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = """
    def __init__(self, tqdm_kwds, **options):
        for done in range(4):
            form = tqdm_kwds["bar_format"].format(n=done, total=4)
            print("\\r" + form, file=tqdm_kwds["file"], flush=True, end="")
"""
    lines = [line for line in FAKE.splitlines() if line != ""]
    at = next(k for k, line in enumerate(lines) if line.startswith("class UMAP"))
    end = next(k for k, line in enumerate(lines) if "def fit_transform" in line)
    install(tmp_path, "\n".join([*lines[: at + 1], told, *lines[end:]]), monkeypatch)
    said = [
        (each.done, each.total)
        for each in corpus_states(reading, Where("lstm", "h", method=UMAP))
        if "UMAP" in each.what
    ]
    assert said == [(0, 0), (0, 4), (1, 4), (2, 4), (3, 4)]


def test_of_very_many_some_are_drawn_and_it_is_said(
    reading: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.survey.corpus_states.DRAWN", 30)
    whole = len(reading.inputs)
    for step, total in ((None, whole), (4, whole)):
        found = finish(corpus_states(reading, Where("lstm", "h", step)))
        assert (len(found.points), len(set(found.rows.tolist())), found.count) == (30, 30, total)
        assert str(found.notes[-1]) == f"30 of {total} sequences stand here, drawn by seed 0."
        assert (np.diff(found.rows) > 0).all()
    found = finish(corpus_states(reading, Where("lstm", "h")))
    states = reading.ends["lstm"].states["h"][found.rows]
    assert found.points == pytest.approx(found.map.project(states))


def test_umap_can_be_given_up(
    reading: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "import time\ntime.sleep(600)", monkeypatch)
    begun = time.monotonic()
    work = corpus_states(
        reading,
        Where("lstm", "h", method=UMAP),
        should_stop=lambda: time.monotonic() > begun + 1,
    )
    with pytest.raises(Cancelled):
        finish(work)


LOCKED = """
import multiprocessing
from pathlib import Path

LOCK = multiprocessing.RLock()  # as tqdm, which umap-learn imports

class UMAP:
    def __init__(self, **options):
        Path(__file__).with_suffix(".begun").touch()

    def fit_transform(self, states):
        multiprocessing.Event().wait()
"""

GIVEN_UP = """
import sys
from pathlib import Path
import numpy as np
from engine.errors import Cancelled
from engine.progress import finish
from engine.survey.umap_map import umap_of

if __name__ == "__main__":
    begun = Path(sys.argv[1])
    try:
        finish(umap_of(np.zeros((60, 2), np.float32), begun.exists))
    except Cancelled:
        print("given up")
"""


def test_a_umap_that_is_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "umap.py").write_text(LOCKED, encoding="utf-8")
    (tmp_path / "ask.py").write_text(GIVEN_UP, encoding="utf-8")
    root = Path(__file__).resolve().parents[3]
    paths = os.pathsep.join((str(tmp_path), str(root)))
    asked = subprocess.run(
        [sys.executable, tmp_path / "ask.py", tmp_path / "umap.begun"],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (asked.stdout.strip(), asked.stderr) == ("given up", "")


def test_a_state_stands_among_the_nearest() -> None:
    states = np.array([[0.0, 0.0], [1.0, 0.0], [10.0, 10.0], [11.0, 10.0]])
    points = np.array([[0.0, 5.0], [2.0, 5.0], [50.0, 5.0], [52.0, 5.0]])
    found = Neighbours(states, points)
    assert found.project(states) is points
    path = found.project([[0.0, 0.0], [1e-3, 0.0], [np.nan, 0.0], [11.0, 10.0]])
    assert path[[0, 3]] == pytest.approx(points[[0, 3]], abs=1e-5)
    assert path[1] == pytest.approx(points[0], abs=0.1)
    assert np.isnan(path[2]).all()
