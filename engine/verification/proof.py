"""`Proof`: how far a replay is from Keras.  Plain data, no TensorFlow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

TOLERANCE = 1e-5
"""A larger difference is not rounding: float32 sums in another order differ by about 1e-7."""

Verdict = Literal["same", "partial", "other"]
"""What a comparison came to:

- same: the replay is what Keras computes;
- partial: what there is agrees, and weights of the file were left out;
- other: the replay is not what Keras computes.
"""


@dataclass(frozen=True)
class Proof:
    """The outcome of a comparison.

    Attributes:
        by: "keras" or "tf-keras" where it opened the file itself, "rebuilt" where neither
            does and Keras's layers were given the weights that Gatescope read.
        version: of what it was compared with ("3.15.1").
        sequences: how many were read.
        differences: the largest absolute difference, relative to values beyond 1, by layer
            and series; "output" is the model's own answer.
        digest: SHA-256 of the file that was read.
        reason: what Keras said where it did not open the file.
        partial: whether weights of the file were left out, so that only a part of the model was
            compared, and nothing is as the model.
    """

    by: str
    version: str
    sequences: int
    differences: Mapping[str, Mapping[str, float]]
    digest: str = ""
    reason: str = ""
    partial: bool = False

    @property
    def largest(self) -> float:
        """The largest difference of all."""
        return max(value for series in self.differences.values() for value in series.values())

    @property
    def verdict(self) -> Verdict:
        """What the comparison came to."""
        if self.largest > TOLERANCE:
            return "other"
        return "partial" if self.partial else "same"

    @property
    def ok(self) -> bool:
        """Whether the replay is what Keras computes."""
        return self.verdict == "same"

    @property
    def worst(self) -> tuple[str, str]:
        """The layer and series where they differ most."""
        return max(
            ((layer, key) for layer, series in self.differences.items() for key in series),
            key=lambda place: self.differences[place[0]][place[1]],
        )

    def data(self) -> dict[str, Any]:
        """Plain data, for JSON and for a training record."""
        return {
            "ok": self.ok,
            "verdict": self.verdict,
            "largest": self.largest,
            "tolerance": TOLERANCE,
            "keras": self.version,
            "by": self.by,
            "digest": self.digest,
            "sequences": self.sequences,
            "worst": "/".join(self.worst),
            "reason": self.reason,
            "layers": {layer: dict(series) for layer, series in self.differences.items()},
        }

    def text(self) -> str:
        """A table for people."""
        lines = [f"compared with {self.by} {self.version} over {self.sequences} sequences"]
        for layer, series in self.differences.items():
            for key, value in series.items():
                lines.append(f"  {layer + '/' + key:<28} {value:.1e}")
        verdict = {
            "same": "as Keras",
            "partial": "of a part: weights of the file were left out",
            "other": f"NOT as Keras: see {'/'.join(self.worst)}",
        }[self.verdict]
        lines.append(f"largest difference {self.largest:.1e} ({verdict}; tolerance {TOLERANCE:g})")
        return "\n".join(lines)
