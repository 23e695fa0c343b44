"""Networks without time that judge reviews: a convolution with pooling, and a bag of words."""

from __future__ import annotations

import numpy as np

from engine.tasks.task import Array, Sample, Task, Variant, binary


def of_reviews(ids: Array, labels: Array) -> Sample:
    """Reviews ``(N, T) int32`` with their labels ``(N,)``, 1 positive."""
    return Sample(ids, labels)


def majority(variant: Variant, sample: Sample) -> dict[str, float]:
    """Always giving the more frequent of two answers."""
    share = float(np.mean(sample.targets > 0.5))
    entropy = -sum(part * np.log(part) for part in (share, 1 - share) if part)
    return {"accuracy": max(share, 1 - share), "loss": float(entropy)}


def _task(name: str, title: str) -> Task:
    return Task(name, title, "many to one", (Variant(name),), "accuracy", False, binary, majority)


CONV1D = _task("conv1d", "Conv1D with pooling")
BAG = _task("bag", "Bag of words")
