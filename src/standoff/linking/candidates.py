"""Finds the few reports that are worth comparing with a new one.

Two reports are candidates when they share enough of their heaviest words and were published within a window of each
other (or one has no date), or when they share several of their rarest names, however far apart: of a trial a year
later. Invariant: the rule looks at the two reports only, so that whether a pair is compared depends neither on the
order of arrival nor on what else is stored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from standoff.records.incidents import Digest
from standoff.settings import settings

_UNDATED = None
Postings = dict[str, list[Digest]]


class CandidateIndex:
    """Digests by day of publication and heaviest words, and by rarest names."""

    def __init__(self) -> None:
        self._days: dict[int | None, Postings] = defaultdict(lambda: defaultdict(list))
        self._named: Postings = defaultdict(list)
        self._rules = settings("linking", "linking")["candidates"]

    def add(self, digest: Digest) -> None:
        """Let the report be found from now on."""
        for postings, keys in (
            (self._days[digest.day], self._words(digest)),
            (self._named, self._names(digest)),
        ):
            for key in keys:
                postings[key].append(digest)

    def find(self, digest: Digest) -> list[Digest]:
        """The candidates among the reports added, in the order of their ids."""
        near = [self._days[day] for day in self._near(digest.day)]
        found = _sharing(near, self._words(digest), self._rules["words_shared"])
        found |= _sharing([self._named], self._names(digest), self._rules["names_shared"])
        found.pop(digest.report, None)
        return [found[name] for name in sorted(found)]

    def _words(self, digest: Digest) -> list[str]:
        return [word for word, _ in digest.words[: self._rules["words"]]]

    def _names(self, digest: Digest) -> list[str]:
        return [word for word, _ in digest.names[: self._rules["names"]]]

    def _near(self, day: int | None) -> list[int | None]:
        if day is _UNDATED:
            return list(self._days)
        window = self._rules["window_days"]
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
