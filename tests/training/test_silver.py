"""What teachers say of a row is what their scores make likely; of reports that are measured they say nothing."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from standoff.records import CERTAINTIES, POLARITIES, REALES
from training.annotated import held_out
from training.corpora import ATTRIBUTION
from training.silver import LIKELY, SHARES, chosen, spans_of

WORDS, PADDED, LONGEST, TYPES = 6, 8, 3, 4
MANNER = len(POLARITIES) + len(CERTAINTIES) + len(REALES)
SOURCE, CUE = ATTRIBUTION.index("source"), ATTRIBUTION.index("cue")


def scores() -> dict[str, np.ndarray]:
    """Tables of a row of `WORDS` words padded to `PADDED`, in which nothing is likely."""
    low = -20.0
    return {
        "slots": np.full((5, PADDED, LONGEST), low),
        "entities": np.full((2, PADDED, LONGEST), low),
        "attribution": np.full((len(ATTRIBUTION), PADDED, PADDED), low),
        "links": np.full((PADDED, PADDED), low),
        "kinds": np.zeros((PADDED, 2 * TYPES)),
        "manner": np.zeros((PADDED, 2 * MANNER)),
        "same": np.zeros((PADDED, 2, PADDED, 2)),
    }


def test_spans_that_are_likely_are_told_with_how_sure_they_are() -> None:
    made = scores()
    made["slots"][3, 2, 1] = 0.0
    made["slots"][1, 0, 0] = math.log(LIKELY / (1 - LIKELY)) - 0.1
    made["entities"][1, 4, 0] = 2.0
    said = spans_of(made, WORDS)
    assert said["slots"] == [[2, 4, 3, 0.5]]
    assert said["entities"] == [[4, 5, 1, 0.88]]
    assert said["attribution"] == said["links"] == []


def test_what_lies_beyond_the_last_word_or_ends_before_it_begins_is_not_told() -> None:
    made = scores()
    made["slots"][0, WORDS - 1, 1] = made["slots"][0, WORDS, 0] = 5.0
    made["attribution"][SOURCE, 3, 1] = 5.0
    said = spans_of(made, WORDS)
    assert said["slots"] == said["attribution"] == []


def test_sure_slots_have_types_from_their_first_and_last_word() -> None:
    made = scores()
    made["slots"][0, 1, 2], made["slots"][0, 4, 0] = 3.0, -1.0
    made["kinds"][1, 2], made["kinds"][3, TYPES + 2] = 2.0, 3.0
    said = spans_of(made, WORDS)
    assert len(said["slots"]) == 2
    (kinds,) = said["types"]
    assert int(np.argmax(kinds)) == 2
    assert sum(kinds) == pytest.approx(1.0, abs=0.02)


def test_two_sure_slots_are_told_to_be_of_one_event_or_not() -> None:
    made = scores()
    made["slots"][0, 1, 1] = made["slots"][2, 3, 0] = made["slots"][2, 5, 0] = 3.0
    made["same"][1, 0, 3, 0] = made["same"][2, 1, 3, 1] = 1.0
    made["same"][3, 0, 5, 1] = -4.0
    said = spans_of(made, WORDS)
    assert said["same"] == [[0, 1, 0.88], [0, 2, 0.5], [1, 2, 0.02]]
    assert [len(told) for told in said["manner"]] == [MANNER] * 3


def test_sure_sources_are_linked_to_the_likeliest_cue() -> None:
    made = scores()
    made["attribution"][SOURCE, 0, 1] = 3.0
    made["attribution"][CUE, 2, 2] = 3.0
    made["links"][0, 2] = 4.0
    made["links"][0, WORDS] = 9.0  # of no word
    assert spans_of(made, WORDS)["links"] == [[0, 2]]


@pytest.mark.shared
def test_reports_that_are_held_out_or_measured_are_not_read(shared: Path) -> None:
    names = [f"{corpus}/{name}" for corpus, name, _ in chosen(shared)]
    assert not held_out() & set(names)
    assert {name.partition("/")[0] for name in names} == set(SHARES)
    assert len(set(names)) == len(names)
