"""The rules on the gold quotes of the training reports, which stand beside the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.values import Case, cases, counts, scorer, wordings

pytestmark = pytest.mark.shared


def share(rows: list[tuple[str, str, bool, str]], group: str) -> float:
    """The share of rows of a group that are right."""
    right = [row[2] for row in rows if row[0] == group]
    return sum(right) / len(right)


@pytest.fixture(scope="module")
def found(shared: Path) -> list[Case]:
    """The gold claims of the training reports with their words."""
    return list(cases(shared / "gold" / "train"))


def test_gold_counts_and_parties_are_read_from_their_quotes(found: list[Case]) -> None:
    rows = list(counts(found, scorer()))
    assert share(rows, "count") >= 0.97
    assert share(rows, "party") >= 0.88


def test_gold_words_are_read_from_their_quotes(found: list[Case]) -> None:
    assert share(list(wordings(found, scorer())), "words") >= 0.97
