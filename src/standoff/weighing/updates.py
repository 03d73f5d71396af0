"""Numbers that a report tells as new ones: "the toll rose to 64", "lowered to 61".

Invariant: decided from the words right around a number in its own sentence.
"""

from __future__ import annotations

import re
from typing import Literal

from standoff.linking.words import tokens
from standoff.records import TOLL_SLOTS, Claim, Report
from standoff.settings import settings

Way = Literal["", "up", "down"]
_NEAR = 60  # characters before a number in which a verb of its rising or falling stands
_END = re.compile(r"[.!?](?=\s)|\n")


def told_as_new(report: Report, claim: Claim) -> Way:
    """Whether a toll is told as having risen or been lowered to its number."""
    if claim.slot not in TOLL_SLOTS:
        return ""
    start, end = claim.evidence[0].start, claim.evidence[-1].end
    before = _END.split(report.text[max(0, start - _NEAR) : start])[-1]
    words = tokens(before + report.text[start:end])
    rules = settings("weighing", "weighing")["updates"]
    ways: tuple[Way, Way] = ("down", "up")
    for way in ways:
        if not set(words).isdisjoint(rules[way]) and not set(words).isdisjoint(rules["to"]):
            return way
    return ""
