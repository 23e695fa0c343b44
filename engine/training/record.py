"""The training record: what was measured when a model was trained.  No TensorFlow.

`engine.library` reads it beside each bundled model; the fields are those of `record_of`.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path
from typing import Any

from engine.digest import digest_of
from engine.training.data import Data
from engine.training.outline import outline
from engine.training.recipes import Recipe


def record_of(
    recipe: Recipe,
    data: Data,
    history: list[dict[str, Any]],
    best: Mapping[str, Any],
    model: Path,
    seconds: float,
) -> dict[str, Any]:
    """Everything a reader needs to judge the model, or to make it again.

    ``best`` is the epoch of the ``history`` whose weights are in the file ``model``; ``seconds``
    are those of the training, without reading the reviews.
    """
    peak = peak_memory()
    return {
        "format": "gatescope training record",
        "version": 1,
        "name": recipe.name,
        "title": recipe.title,
        "recipe": recipe.as_dict(),
        "seed": recipe.seed,
        "parameters": outline(recipe).total,
        "epochs": len(history),
        "best_epoch": best["epoch"],
        "stopped": "epochs" if len(history) == recipe.epochs else "patience",
        "training": {
            "loss": best["loss"],
            "accuracy": best["accuracy"],
            "reviews": len(data.training),
        },
        "validation": {
            "loss": best["val_loss"],
            "accuracy": best["val_accuracy"],
            "reviews": len(data.held_out),
        },
        "seconds": round(seconds, 1),
        "peak_memory_mb": None if peak is None else round(peak / 1e6),
        "finished": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "versions": versions(),
        "data": data.source,
        "sha256": digest_of(model),
        "proof": None,
        "history": history,
    }


def versions() -> dict[str, str]:
    """The versions of what trains."""
    packages = ("keras", "tensorflow", "numpy")
    return {"python": platform.python_version()} | {name: version(name) for name in packages}


def peak_memory() -> int | None:
    """The most memory this process has had, in bytes; None where nobody counts it."""
    try:
        # Linux also counts what the parent had as it started the process in `ru_maxrss`.
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return 1024 * int(status.split("VmHWM:")[1].split()[0])
    except (OSError, IndexError, ValueError):
        pass
    try:
        import resource
    except ImportError:  # Windows
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(most if sys.platform == "darwin" else most * 1024)
