"""`Proof`: how far a replay is from Keras.  Plain data, no TensorFlow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from engine.errors import Note
from engine.verification.rounding import Amplification, Distance

TOLERANCE = 1e-5
"""What is smaller is rounding: float32 sums in another order differ by about 1e-7.  What is
larger is judged by the replay in float64."""

FARTHER = 8.0
"""Two float32 computations of the same are so many times as far from exact, one or the other,
where their errors happen to fall out differently."""

Verdict = Literal["same", "amplifies", "partial", "other"]
"""What a comparison came to:

- same: the replay is what Keras computes, and no farther from exact than Keras is;
- amplifies: so it is, but the network lets rounding grow until nobody's float32 can be trusted;
- partial: what there is agrees, and weights of the file were left out, or an answer is not
  computed;
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
        partial: whether only a part of the model was compared, because weights of the file were
            left out or an answer is not computed; nothing is as the model.
        distances: how far Keras and the replay are from the replay in float64, by layer and
            series; the judge where they differ by more than the tolerance.
        steps: the same of single steps from Keras's own states, by recurrent layer, and of the
            "output" that goes with those: what says that layers compute the same, however much
            rounding grows from step to step.
        amplification: where rounding grows until values cannot be trusted, None if nowhere.
    """

    by: str
    version: str
    sequences: int
    differences: Mapping[str, Mapping[str, float]]
    digest: str = ""
    reason: str = ""
    partial: bool = False
    distances: Mapping[str, Mapping[str, Distance]] = field(default_factory=dict)
    steps: Mapping[str, Distance] = field(default_factory=dict)
    amplification: Amplification | None = None

    @property
    def largest(self) -> float:
        """The largest difference of all."""
        return max(value for series in self.differences.values() for value in series.values())

    @property
    def verdict(self) -> Verdict:
        """What the comparison came to."""
        if not all(self._is_rounding(*place) for place in self._places):
            return "other"
        if self.partial:
            return "partial"
        return "same" if self.amplification is None else "amplifies"

    @property
    def ok(self) -> bool:
        """Whether the replay is what Keras computes."""
        return self.verdict in ("same", "amplifies")

    @property
    def worst(self) -> tuple[str, str]:
        """The layer and series where they differ most; by more than rounding, if anywhere."""
        other = [place for place in self._places if not self._is_rounding(*place)]
        return max(other or self._places, key=lambda place: self.differences[place[0]][place[1]])

    @property
    def exact(self) -> Distance | None:
        """How far both are from exact where they differ most; None where that is not known."""
        layer, key = self.worst
        return self.distances.get(layer, {}).get(key)

    @property
    def _places(self) -> list[tuple[str, str]]:
        return [(layer, key) for layer, series in self.differences.items() for key in series]

    def _is_rounding(self, layer: str, key: str) -> bool:
        """Whether a difference is that of two that compute the same in float32."""
        if self.differences[layer][key] <= TOLERANCE:
            return True
        distance = self.distances.get(layer, {}).get(key)
        if distance is None or not distance.is_finite:
            return False
        step = self.steps.get(layer)
        same_step = step is not None and step.keras <= max(TOLERANCE, FARTHER * step.ours)
        if layer == "output" and step is not None:
            return same_step  # a few numbers may be near to exact by chance
        nearer = distance.ours <= max(TOLERANCE, FARTHER * distance.keras)
        if step is not None:
            return same_step and nearer
        # No step can be taken alone: Keras has to be as near to exact as the replay is.
        return nearer and distance.keras <= FARTHER * distance.ours

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
            "exact": {
                layer: {key: each.data() for key, each in series.items()}
                for layer, series in self.distances.items()
            },
            "steps": {layer: each.data() for layer, each in self.steps.items()},
            "amplification": None if self.amplification is None else self.amplification.data(),
        }

    def text(self) -> str:
        """A table for people."""
        lines = [f"compared with {self.by} {self.version} over {self.sequences} sequences"]
        for layer, series in self.differences.items():
            for key, value in series.items():
                lines.append(f"  {layer + '/' + key:<28} {value:.1e}")
        verdict = {
            "same": "as Keras",
            "amplifies": "the network amplifies rounding; single steps are as Keras's",
            "partial": "of a part of the model",
            "other": f"NOT as Keras: see {'/'.join(self.worst)}",
        }[self.verdict]
        is_within = self.largest <= TOLERANCE
        judged = f"tolerance {TOLERANCE:g}" if is_within else "judged by float64"
        lines.append(f"largest difference {self.largest:.1e} ({verdict}; {judged})")
        if (exact := self.exact) is not None:
            lines.append(
                f"distance from float64 there: Keras {exact.keras:.1e}, Gatescope {exact.ours:.1e}"
            )
        return "\n".join(lines)


def amplifies(found: Amplification) -> Note:
    """What is said of a network that lets rounding grow."""
    return Note(
        "The network amplifies rounding ×{factor} a step (layer {layer}): of {steps} steps, {count} "
        "are reliable in float32, Keras's and Gatescope's alike.",
        factor=f"{found.factor:.3g}",
        layer=found.layer,
        steps=found.steps,
        count=found.reliable,
    )
