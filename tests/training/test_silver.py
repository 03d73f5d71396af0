"""What teachers say of a row is what their scores make likely; of reports that are measured they say nothing."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from standoff.reading.graph import Scored, labels, run
from standoff.reading.words import Row, model_folder, rows, split_many
from training.annotated import held_out
from training.corpora import ATTRIBUTION
from training.silver import LIKELY, SHARES, Teachers, chosen

TEXT = 'Gunmen killed three guards in Tolm on Monday, police said. "They fled north," a witness told KNT.'


def row_of(text: str) -> Row:
    (row,) = rows(text, split_many([text])[0])
    return row


def spans(found: Scored) -> set[tuple[int, int, int]]:
    return set(zip(found.firsts.tolist(), (found.lasts + 1).tolist(), found.labels.tolist(), strict=True))


def likely(score: float) -> bool:
    return score > math.log(LIKELY / (1 - LIKELY))


def test_one_teacher_says_what_the_reader_finds_and_how_sure_it_is() -> None:
    row = row_of(TEXT)
    seen, said = run(row, 1), Teachers([model_folder()]).say(row, with_attribution=True)
    for kind in ("slots", "entities", "attribution"):
        assert likely(labels().least[kind]), kind  # else the reader finds what is not told
        told = {(first, end, label): sure for first, end, label, sure in said[kind]}
        found: Scored = getattr(seen, kind)
        assert found.labels.size
        assert spans(found) <= told.keys()
        first, end, label = max(told, key=lambda span: told[span])
        best = found.scores.argmax()
        assert told[first, end, label] == pytest.approx(1 / (1 + np.exp(-found.scores[best])), abs=0.011)
    assert all(len(types) == len(labels().types) for types in said["types"])
    cues = {first for first, _, label, _ in said["attribution"] if ATTRIBUTION[label].endswith("cue")}
    assert said["links"]
    assert {cue for _, cue in said["links"]} <= cues


def test_two_teachers_of_one_mind_say_what_one_says() -> None:
    row = row_of(TEXT)
    assert Teachers([model_folder()] * 2).say(row, True) == Teachers([model_folder()]).say(row, True)


def test_where_attribution_is_known_the_teachers_are_not_asked_for_it() -> None:
    assert "attribution" not in Teachers([model_folder()]).say(row_of(TEXT), with_attribution=False)


@pytest.mark.shared
def test_reports_that_are_held_out_or_measured_are_not_read(shared: Path) -> None:
    names = [f"{corpus}/{name}" for corpus, name, _ in chosen(shared)]
    assert not held_out() & set(names)
    assert {name.partition("/")[0] for name in names} == set(SHARES)
    assert len(set(names)) == len(names)
