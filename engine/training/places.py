"""Where runs are kept."""

from __future__ import annotations

import os
from pathlib import Path


def runs_dir() -> Path:
    """The folder of the runs; the environment's ``GATESCOPE_RUNS`` comes first."""
    named = os.environ.get("GATESCOPE_RUNS")
    if named:
        return Path(named).absolute()  # other processes have other folders to count from
    import platformdirs

    return Path(platformdirs.user_data_dir("gatescope")) / "runs"
