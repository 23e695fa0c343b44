"""Every model of the zoo."""

from __future__ import annotations

from tests.engine.network.zoo import (  # noqa: F401  # they note their models
    cells,
    chains,
    convolutions,
    graphs,
    masks,
    pictures,
    refused,
    wrappers,
)
from tests.engine.network.zoo.case import CASES, Case

TABLE: list[tuple[Case, str]] = [(case, writer) for case in CASES for writer in case.writers]
assert len({case.name for case in CASES}) == len(CASES)
