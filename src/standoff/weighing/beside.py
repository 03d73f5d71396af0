"""The words beside a claim's number, which say what it is a number of.

Invariant: they are of the number's own sentence, and each place where the claim is told has words of its own.
"""

from __future__ import annotations

import re

from standoff.records import Span

_END = re.compile(r"[.!?]['\"’”)]*(?=\s|$)|\n")


def before(text: str, place: Span, reach: int) -> str:
    """What stands in its sentence before a place, as far as ``reach`` characters."""
    return _END.split(text[max(0, place.start - reach) : place.start])[-1]


def after(text: str, place: Span, reach: int) -> str:
    """What stands in its sentence after a place, as far as ``reach`` characters."""
    return _END.split(text[place.end : place.end + reach])[0]
