"""The code of the lessons runs as it stands, each in a process of its own, on a small ``imdb.npz``.

One starts anew, the others are forked from a process that has Keras, and nothing of Gatescope.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.lessons.code import CODE
from engine.safely.process import ROOT
from tests.forked_keras import ForkedKeras
from tests.forked_reading import ForkingProcess

ANEW = "training"
"""The code that imports the most."""

RUN = """
import runpy, sys
root, script = sys.argv[1:]
sys.path[:] = [place for place in sys.path if place != root]
for name in list(sys.modules):
    if name.partition(".")[0] in ("engine", "tests"):
        sys.modules[name] = None
sys.argv[:] = [script]
runpy.run_path(script, run_name="__main__")
"""


@pytest.mark.tensorflow
@pytest.mark.slow
@pytest.mark.parametrize("name", list(CODE))
def test_copied_it_runs(name: str, tmp_path: Path, forking_keras: ForkingProcess | None) -> None:
    (tmp_path / "datasets").mkdir()
    reviews = np.empty(40, object)
    reviews[:] = [[1, *(4 + (n + k) % 9 for k in range(3 + n))] for n in range(40)]
    labels = np.arange(40) % 2
    # load_data takes a cached file only with Keras's checksum, which a small one cannot have.
    small = tmp_path / "small.npz"
    np.savez(small, x_train=reviews, y_train=labels, x_test=reviews, y_test=labels)
    stub = f"import keras.src.datasets.imdb as i\ni.get_file = lambda *a, **k: {str(small)!r}\n"
    script = tmp_path / "script.py"
    script.write_text((stub if "imdb" in CODE[name] else "") + CODE[name], encoding="utf-8")
    environment = {**os.environ, "KERAS_HOME": str(tmp_path), "PYTHONPATH": ""}
    if forking_keras is None or name == ANEW:
        done = subprocess.run(
            [sys.executable, str(script)],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
        code, said, errors = done.returncode, done.stdout, done.stderr
    else:
        forked = ForkedKeras(forking_keras, RUN, ROOT, script, cwd=tmp_path, env=environment)
        said, errors = forked.communicate()
        code = forked.wait(150)
    assert code == 0, errors[-2000:]
    if name == "model":
        assert "4,081" in said and "8,209" in said
