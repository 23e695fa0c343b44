"""The eigenvalues of recurrent kernels: what a state becomes if it only goes round.

Linearised and without gates a hidden state is multiplied by the recurrent kernel at every
step.  What lies along an eigenvector with ``|λ| < 1`` fades, with ``|λ| > 1`` grows; the
largest ``|λ|`` is the spectral radius (Pascanu, Mikolov and Bengio, "On the difficulty of
training recurrent neural networks", ICML 2013).
"""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass
from threading import Thread
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import ModelError
from engine.inspection.weight_matrices import gate_weights
from engine.network.network import Layer
from engine.progress import Progress, ShouldStop, check

MAX_ROWS = 2048
"""A matrix of so many rows takes about three seconds, and twice as many take eight times that."""


BRIEF = 128
"""A matrix of so many rows takes about ten milliseconds."""


@dataclass(frozen=True, eq=False)
class Spectrum:
    """The ``(U,) complex128`` eigenvalues of one recurrent kernel, the largest modulus first; of a
    conjugate pair the one above the real axis first."""

    eigenvalues: npt.NDArray[np.complex128]

    @property
    def radius(self) -> float:
        """The spectral radius: the largest modulus."""
        return float(abs(self.eigenvalues[0])) if self.eigenvalues.size else 0.0

    @property
    def outside(self) -> int:
        """How many eigenvalues lie outside the unit circle."""
        return int(np.count_nonzero(np.abs(self.eigenvalues) > 1.0))

    @property
    def half_life(self) -> float:
        """Steps until half is left of what fades most slowly; infinite where nothing fades."""
        if self.radius >= 1.0:
            return math.inf
        return math.log(0.5) / math.log(self.radius) if self.radius > 0.0 else 0.0


def spectrum(matrix: npt.NDArray[np.floating[Any]]) -> Spectrum:
    """The eigenvalues of a square matrix ``(U, U)``, computed in float64.

    Raises:
        ModelError: it holds NaN or infinity, is larger than `MAX_ROWS`, or has eigenvalues
            that are not found.
        ValueError: it is not square.
    """
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValueError(f"a spectrum needs a square matrix, not {matrix.shape}")
    if len(matrix) > MAX_ROWS:
        raise ModelError(
            "The layer has {units} units; eigenvalues are computed of at most {most}. Its heat "
            "maps and histograms are not limited.",
            units=f"{len(matrix):,}",
            most=f"{MAX_ROWS:,}",
        )
    if not np.isfinite(matrix).all():
        raise ModelError(
            "The recurrent kernel holds NaN or infinity, so it has no eigenvalues. The training "
            "of this model diverged; open an earlier checkpoint."
        )
    try:
        values = np.linalg.eigvals(matrix.astype(np.float64)).astype(np.complex128)
    except np.linalg.LinAlgError:
        raise ModelError(
            "The eigenvalues of the recurrent kernel could not be found: their computation did "
            "not converge. The heat maps and histograms are not touched by that."
        ) from None
    return Spectrum(values[np.lexsort((-values.imag, -values.real, -np.abs(values)))])


def spectra(
    layer: Layer, should_stop: ShouldStop | None = None
) -> Generator[Progress, None, Mapping[str, Spectrum]]:
    """The spectra of a recurrent layer by gate, as long work.

    Raises:
        ModelError: as `spectrum`.
        Cancelled: ``should_stop`` said so; one that was begun goes on to its end, unheard.
    """
    gates = {key: each for key, each in gate_weights(layer).items() if len(each.recurrent)}
    by_gate = {}
    for place, (key, each) in enumerate(gates.items()):
        check(should_stop)
        yield Progress(place, len(gates), "Computing eigenvalues")
        if len(each.recurrent) <= BRIEF:
            by_gate[key] = spectrum(each.recurrent)
            continue
        # LAPACK cannot be interrupted, but it need not be waited for.
        answer: Future[Spectrum] = Future()
        Thread(target=_answer, args=(each.recurrent, answer), name="spectrum", daemon=True).start()
        while not wait([answer], 0.02).done:
            check(should_stop)
        by_gate[key] = answer.result()
    return by_gate


def _answer(matrix: npt.NDArray[np.floating[Any]], answer: Future[Spectrum]) -> None:
    try:
        answer.set_result(spectrum(matrix))
    except Exception as error:  # noqa: BLE001 - raised again where it is waited for
        answer.set_exception(error)
