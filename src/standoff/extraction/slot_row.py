"""One slot span on its way to a claim."""

from __future__ import annotations

from typing import NamedTuple

from standoff.extraction.page import Stretch


class Row(NamedTuple):
    """One slot span: its own number in the model's table or that of the row it comes from, words and score."""

    number: int
    slot: str
    at: Stretch
    score: float
    rule: str = ""  # what found or put it right, where the model did not read it so
