"""Where the app's own files and the user's lie."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_ROOT = Path(__file__).resolve().parent.parent
ASSETS = _ROOT / "assets"
GUIDE = _ROOT / "docs" / "guide"


def config_dir() -> Path:
    """The folder of the settings; the environment's ``GATESCOPE_CONFIG`` comes first."""
    return Path(os.environ.get("GATESCOPE_CONFIG") or platformdirs.user_config_dir("gatescope"))
