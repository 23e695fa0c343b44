"""The plane of the last states is that of a plain computation."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import ReplayError
from engine.progress import finish
from engine.survey.end_states import end_states
from engine.survey.survey import survey
from tests.engine.survey.corpora import ids
from tests.networks import text_network


@pytest.mark.parametrize("key", ["h", "c"])
def test_it_is_that_of_the_covariance(key: str) -> None:
    reading = finish(survey(text_network("LSTM", 5), ids(60, 9)))
    found = end_states(reading, "lstm", key)
    states = reading.ends["lstm"].states[key].astype(np.float64)
    sizes, axes = np.linalg.eigh(np.cov(states.T))
    assert found.plane.shares == pytest.approx(sizes[::-1][:2] / sizes.sum())
    for at, axis in enumerate(axes.T[::-1][:2]):
        expected = (states - states.mean(axis=0)) @ axis
        assert np.abs(found.points[:, at]) == pytest.approx(np.abs(expected), abs=1e-6)


def test_what_has_no_plane_is_said() -> None:
    reading = finish(survey(text_network("LSTM", 5), ids(60, 9)))
    with pytest.raises(ReplayError, match="lstm has no state f"):
        end_states(reading, "lstm", "f")
    alone = finish(survey(text_network("LSTM", 5), ids(1, 9)))
    with pytest.raises(ReplayError, match="at least two sequences"):
        end_states(alone, "lstm", "h")
