"""How two values of one point stand to each other: equal, compatible, or contradictory.

Invariant: symmetric, and every value is equal to itself.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import lru_cache

from standoff.extraction.grammar.noun_forms import singular
from standoff.linking.words import tokens
from standoff.records import Entity, Place, Quantity, Text, Time, Value
from standoff.records.findings import Relation
from standoff.settings import settings
from standoff.weighing.names import same_name
from standoff.weighing.places import agree_above, inside, levels

_ARTICLES = frozenset(("a", "an", "the"))
_SOME = 2  # what a bare plural is read as, at least (CLAIMS.md, section 3)
_MINUTE = slice(14, 16)  # of an ISO date-time
Interval = tuple[float, float]


@lru_cache(maxsize=1 << 16)
def relation(one: Value, other: Value) -> Relation:
    """``equal``, ``compatible`` (both may be true of one fact) or ``contradictory``."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return _quantities(one, other)
    if isinstance(one, Time) and isinstance(other, Time):
        return _times(one, other)
    if isinstance(one, Place) and isinstance(other, Place):
        return _places(one, other)
    if isinstance(one, Entity | Place | Text) and isinstance(other, Entity | Place | Text):
        named = isinstance(one, Entity) and isinstance(other, Entity)
        part = named and is_part(one.text) != is_part(
            other.text
        )  # the League is no "splinter group of the League"
        return "equal" if _same_words(one, other) and not part else "contradictory"
    return "contradictory"


def within(one: Value, other: Value) -> bool:
    """Whether whoever says the first value says the second too: "five" and "three or more", a town and its country."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        (a, b), (c, d) = _bounds(one), _bounds(other)
        return c <= a and b <= d and (a, b) != (c, d)
    if isinstance(one, Time) and isinstance(other, Time):
        (e, f), (g, h) = span_of(one), span_of(other)
        return g <= e and f <= h and (e, f) != (g, h)
    return isinstance(one, Place) and isinstance(other, Place) and inside(one, other)


def is_vague(value: Value) -> bool:
    """Whether a number says no more than "some"."""
    return isinstance(value, Quantity) and value.high is None and (value.low or 0) <= _SOME


def is_ceiling(value: Value) -> bool:
    """Whether a number tells no least ("up to twenty"), so that whoever says a smaller one says it too."""
    return isinstance(value, Quantity) and value.low is None


def _quantities(one: Quantity, other: Quantity) -> Relation:
    if (one.low, one.high) == (other.low, other.high):
        return "equal"
    (a, b), (c, d) = _bounds(one), _bounds(other)
    return "compatible" if max(a, c) <= min(b, d) else "contradictory"


def _bounds(item: Quantity) -> tuple[Fraction, Fraction | float]:
    """Exact, since a text may give a number that no float holds."""
    slack = Fraction(str(settings("weighing", "weighing")["values"]["about"])) if item.approx else Fraction(0)
    return (item.low or 0) * (1 - slack), math.inf if item.high is None else item.high * (1 + slack)


def _places(one: Place, other: Place) -> Relation:
    if inside(one, other) or inside(other, one):
        return "compatible"
    if _are_named_apart(one.text, other.text):
        return "contradictory"
    heads = (Place(levels(each)[0] if levels(each) else each.text) for each in (one, other))
    return "equal" if _same_words(*heads) and agree_above(one, other) else "contradictory"


def _times(one: Time, other: Time) -> Relation:
    rules = settings("weighing", "weighing")["values"]
    (a, b), (c, d) = span_of(one), span_of(other)
    clocks = is_clock(one) and is_clock(other)
    if (a, b) == (c, d) or (clocks and abs(a - c) <= rules["same_moment_minutes"] * 60):
        return "equal"
    hour = clocks and any(time.start[_MINUTE] == "00" for time in (one, other))
    slack = 60 * rules["whole_hour_minutes"] if hour else 0
    return "compatible" if max(a, c) <= min(b, d) + slack else "contradictory"


def is_clock(time: Time) -> bool:
    """Whether a time is told to the minute."""
    return len(time.start) > 10


def span_of(time: Time) -> Interval:
    """First and last second of a time, from 1970, zones left aside: local times are compared with local times."""
    return _second(time.start, 0), _second(time.end, 1)


def _second(iso: str, days: int) -> float:
    try:
        at = datetime.fromisoformat(iso).replace(tzinfo=UTC)
    except ValueError:
        return 0.0
    whole_day = len(iso) <= 10 and days
    return (at + timedelta(days=1, seconds=-1) if whole_day else at).timestamp()


def _same_words(one: Entity | Place | Text, other: Entity | Place | Text) -> bool:
    limits: dict[str, float] = settings("weighing", "weighing")["values"]
    if isinstance(one, Text) or isinstance(other, Text):
        return word_f1(one.text, other.text) >= limits["text_f1"]
    if same_name(one.text, other.text):
        return True
    return not _are_named_apart(one.text, other.text) and word_f1(one.text, other.text) >= limits["entity_f1"]


def _are_named_apart(one: str, other: str) -> bool:
    """Whether each of two texts has a name that the other lacks: "Liberation Army" and "Liberation Front"."""
    return _has_name_beside(one, other) and _has_name_beside(other, one)


def _has_name_beside(one: str, other: str) -> bool:
    """Whether a text has a word with a capital that another one lacks: the "Army" of "Liberation Army"."""
    named = {singular(token) for word in one.split() if word[:1].isupper() for token in tokens(word)}
    return not named <= _words(other).keys()


def is_part(name: str) -> bool:
    """Whether a group is told as part of another one alone ("a splinter group of the League"), without a name of its
    own after a comma."""
    parts = settings("weighing", "weighing")["values"]["parts_of_groups"]
    return "," not in name and not set(tokens(name)).isdisjoint(parts)


def word_f1(one: str, other: str) -> float:
    """The harmonic mean of what share of each text's words the other has."""
    a, b = _words(one), _words(other)
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 1.0


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> Counter[str]:
    """A text's words without articles and plural endings."""
    return Counter(singular(word) for word in tokens(text) if word not in _ARTICLES)
