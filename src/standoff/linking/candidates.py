"""Finds the few reports that are worth comparing with a new one.

Two reports are candidates when they share enough of their heaviest words and were published within a window of each
other (or one has no date), or when they share two names that hardly any text holds together, however far apart: of a
trial a year later. A pair of names is looked up as one key, so that what it costs to find the few that hold it does not
grow with how many hold one of them. Invariant: the rule looks at the two reports only, so that whether a pair is
compared depends neither on the order of arrival nor on what else is stored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import Any

from standoff.linking.words import rarity
from standoff.records.incidents import Digest
from standoff.settings import settings

_UNDATED = None
Postings = dict[str, list[Digest]]


def rules() -> dict[str, Any]:
    """How many words and names of a report make its keys, how many words two must share, how rare a pair of names must
    be, and the window in days."""
    found: dict[str, Any] = settings("linking", "linking")["candidates"]
    return found


def word_keys(digest: Digest) -> list[str]:
    """The report's heaviest words."""
    return [word for word, _ in digest.words[: rules()["words"]]]


def name_keys(digest: Digest) -> list[str]:
    """Pairs of the report's heaviest names that are rare together."""
    heaviest = sorted(name for name, _ in digest.names[: rules()["names"]])
    pairs = combinations(heaviest, 2)
    return [f"{one} {other}" for one, other in pairs if rarity(one) + rarity(other) >= rules()["pair_rarity"]]


class CandidateIndex:
    """Digests by day of publication and heaviest words, and by rare pairs of names.

    For training, benchmarks and tests: in a store it is `standoff.store.digest_rows.one_incident` that finds them.
    """

    def __init__(self) -> None:
        self._days: dict[int | None, Postings] = defaultdict(lambda: defaultdict(list))
        self._named: Postings = defaultdict(list)

    def add(self, digest: Digest) -> None:
        """Let the report be found from now on, without its text's sequences, which tell copies only."""
        kept = replace(digest, shingles=())
        for key in word_keys(digest):
            self._days[digest.day][key].append(kept)
        for key in name_keys(digest):
            self._named[key].append(kept)

    def find(self, digest: Digest) -> list[Digest]:
        """The candidates among the reports added, in the order of their ids."""
        near = [self._days[day] for day in self._near(digest.day)]
        found = _sharing(near, word_keys(digest), rules()["words_shared"])
        found |= _sharing([self._named], name_keys(digest), 1)
        found.pop(digest.report, None)
        return [found[name] for name in sorted(found)]

    def _near(self, day: int | None) -> list[int | None]:
        if day is _UNDATED:
            return list(self._days)
        window = rules()["window_days"]
        days: list[int | None] = [d for d in range(day - window, day + window + 1) if d in self._days]
        return [*days, _UNDATED] if _UNDATED in self._days else days


def _sharing(buckets: Iterable[Postings], keys: list[str], fewest: int) -> dict[str, Digest]:
    hits: Counter[str] = Counter()
    seen: dict[str, Digest] = {}
    for bucket in buckets:
        for key in keys:
            for other in bucket.get(key, ()):
                hits[other.report] += 1
                seen[other.report] = other
    return {name: seen[name] for name, count in hits.items() if count >= fewest}
