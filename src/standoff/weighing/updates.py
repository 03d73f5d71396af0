"""Numbers that a report tells as new ones: "the toll rose to 64", "lowered to 61".

Invariant: decided from the words of a number and those right before it in its own sentence.
"""

from __future__ import annotations

from typing import Literal

from standoff.linking.words import tokens
from standoff.records import TOLL_SLOTS, Claim, Report
from standoff.settings import settings
from standoff.weighing.beside import before

Way = Literal["", "up", "down"]
_NEAR = 60  # characters before a number in which a verb of its rising or falling stands


def is_superseded(report: Report, claim: Claim) -> bool:
    """Whether a number is told as what was said before another one: "revising an earlier figure of 31"."""
    earlier = [f" {words} " for words in settings("weighing", "weighing")["updates"]["earlier"]]
    for place in claim.evidence:
        ahead, told = _spaced(before(report.text, place, _NEAR)), _spaced(place.quote(report.text))
        if any(ahead.endswith(words) or words in told for words in earlier):
            return True
    return False


def _spaced(text: str) -> str:
    return f" {' '.join(tokens(text))} "


def told_as_new(report: Report, claim: Claim) -> Way:
    """Whether a toll is told as having risen or been lowered to its number."""
    if claim.slot not in TOLL_SLOTS:
        return ""
    rules = settings("weighing", "weighing")["updates"]
    ways: tuple[Way, Way] = ("down", "up")
    for place in claim.evidence:
        ahead, told = tokens(before(report.text, place, _NEAR)), tokens(place.quote(report.text))
        for at in range(len(told)):
            if at and not is_number(told[at]):
                continue
            words = (*ahead, *told[:at])
            for way in ways:
                if words[-1:] and words[-1] in rules["to"] and not set(words).isdisjoint(rules[way]):
                    return way
    return ""


def is_number(word: str) -> bool:
    """Whether a word is a number from two upwards, in figures or letters."""
    return word.isdigit() or word in settings("weighing", "weighing")["parts"]["numbers"]
