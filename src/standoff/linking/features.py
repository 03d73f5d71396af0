"""What two reports have in common and what sets them apart, each feature a number between -1 and 1 with its note.

Invariant: symmetric, and 0 where either report does not tell; so an unknown speaks neither for nor against.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from standoff.linking.words import Weights, cosine, tokens, weighed
from standoff.records.earth import kilometres
from standoff.records.incidents import Beside, Digest, News, Toll
from standoff.settings import settings


class Feature(NamedTuple):
    """A named comparison of two reports: its value, -1 to 1, and what was compared."""

    name: str
    value: float
    note: str


def features(one: Digest, other: Digest) -> Iterator[Feature]:
    """All features of a pair, in a fixed order."""
    for name, compare in _COMPARE.items():
        value, note = compare(one, other)
        yield Feature(name, value, note)


def _words(one: Digest, other: Digest) -> tuple[float, str]:
    return _alike(one.words, other.words)


def _names(one: Digest, other: Digest) -> tuple[float, str]:
    return _alike(one.names, other.names)


def _alike(one: Iterable[tuple[str, float]], other: Iterable[tuple[str, float]]) -> tuple[float, str]:
    first, second = dict(one), dict(other)
    return cosine(first, second), ", ".join(_heaviest(first, second))


def _heaviest(one: Weights, other: Weights, most: int = 6) -> list[str]:
    both = sorted((-weight * other[word], word) for word, weight in one.items() if word in other)
    return [word for _, word in both[:most]]


def _place(one: Digest, other: Digest) -> tuple[float, str]:
    """1 where their nearest places may be the same, -1 where even they are a region apart."""
    if not one.spots or not other.spots:
        return 0.0, ""
    limits = settings("linking", "linking")["places"]
    gap = min(max(0.0, kilometres(a, b) - a.radius_km - b.radius_km) for a in one.spots for b in other.spots)
    near = 1.0 - 2.0 * min(1.0, gap / limits["apart_km"])
    return near, f"{gap:.0f} km apart" if gap else "places that may be the same"


def _time(one: Digest, other: Digest) -> tuple[float, str]:
    """1 where their times of the event may be the same, down to -1 where they lie a week apart."""
    if one.news and other.news:
        gap = _days_between(one.news, other.news)
    elif one.days and other.days:
        gap = min(max(0, a[0] - b[1], b[0] - a[1]) for a in one.days for b in other.days)
    else:
        return 0.0, ""
    week = settings("linking", "linking")["times"]["apart_days"]
    return 1.0 - 2.0 * min(1.0, gap / week), f"{gap} days apart" if gap else "times that may be the same"


def _news(one: Digest, other: Digest) -> tuple[float, str]:
    """-1 where each tells as its news what happened on a day of its own; less where not by the word for it."""
    gap = _days_between(one.news, other.news) if one.news and other.news else 0
    if not gap:
        return 0.0, ""
    limits = settings("linking", "linking")["news"]
    sure = math.prod(1.0 if news and news.tied else limits["loose"] for news in (one.news, other.news))
    return -sure * min(1.0, gap / limits["apart_days"]), f"news of days {gap} apart"


def _set_apart(one: Digest, other: Digest) -> tuple[float, str]:
    """-1 where one of them sets beside its news what the other is mainly about: "came a day after a bomb killed 14"."""
    if one.news and other.news and not _days_between(one.news, other.news):
        return 0.0, ""
    for told, main in ((one, other), (other, one)):
        if found := next((each for each in told.beside if _is_about(main, each)), None):
            return -1.0, f"{found.type} that one sets beside its news"
    return 0.0, ""


def _is_about(digest: Digest, happening: Beside) -> bool:
    """Whether a report is mainly about a happening: two of type, day, toll and place are those of it."""
    spans = [(digest.news.first, digest.news.last)] if digest.news else digest.days
    days = happening.days
    same_day = days is not None and any(first <= days[1] and days[0] <= last for first, last in spans)
    unusual = settings("linking", "linking")["tolls"]["unusual"]
    sizes = {toll.low for toll in digest.tolls if (toll.low or 0) >= unusual}
    least, words = settings("linking", "linking")["places"]["same_words"], _words_of(digest.place or "")
    same_place = any(cosine(words, told) >= least for told in map(_words_of, happening.places))
    same_toll = not sizes.isdisjoint(happening.tolls)
    return [digest.type == happening.type, same_day, same_toll, same_place].count(True) > 1


def _words_of(place: str) -> Weights:
    return weighed(Counter(tokens(place)))


def _days_between(one: News, other: News) -> int:
    return max(0, one.first - other.last, other.first - one.last)


def _published(one: Digest, other: Digest) -> tuple[float, str]:
    """0 on one day, down to -1 where they were published a whole window apart."""
    if one.day is None or other.day is None:
        return 0.0, ""
    gap = abs(one.day - other.day)
    window = settings("linking", "linking")["candidates"]["window_days"]
    return -math.log1p(gap) / math.log1p(window), f"published {gap} days apart"


def _tolls(one: Digest, other: Digest) -> tuple[float, str]:
    """1 where they share an unusual number, 0.5 where one may be the other, -1 where none may."""
    both = [(a, b) for a in one.tolls for b in other.tolls if a.slot == b.slot]
    if not both:
        return 0.0, ""
    for value, fits in ((1.0, _same_number), (0.5, _overlap)):
        found = next((a for a, b in both if fits(a, b)), None)
        if found:
            return value, f"{found.slot} {found.low}"
    return -1.0, "no toll in common"


def _same_number(a: Toll, b: Toll) -> bool:
    return (
        a.low == b.low
        and a.high == b.high == a.low
        and (a.low or 0) >= settings("linking", "linking")["tolls"]["unusual"]
    )


def _overlap(a: Toll, b: Toll) -> bool:
    low = max(a.low or 0, b.low or 0)
    return all(high is None or high >= low for high in (a.high, b.high))


_COMPARE: dict[str, Callable[[Digest, Digest], tuple[float, str]]] = {
    "words": _words,
    "names": _names,
    "place": _place,
    "time": _time,
    "news": _news,
    "set_apart": _set_apart,
    "published": _published,
    "tolls": _tolls,
}
