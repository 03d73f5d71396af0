"""Incidents of a growing set of reports: compares each new report with its candidates and groups again what it touches.

Invariant: what `groups` gives depends on the set of digests that were added, never on their order.
"""

from __future__ import annotations

from collections.abc import Iterable

from standoff.linking.candidates import CandidateIndex
from standoff.linking.clusters import clusters
from standoff.linking.scorer import link
from standoff.records.incidents import Digest, Link
from standoff.settings import settings


class Linker:
    """Holds digests and the links between them. ``weakest`` links are kept only from that score on."""

    def __init__(self) -> None:
        rules = settings("linking", "linking")["clusters"]
        self._threshold, self._weakest = rules["threshold"], rules["weakest"]
        self._index = CandidateIndex()
        self._links: dict[str, dict[str, float]] = {}
        self._group: dict[str, tuple[str, ...]] = {}

    def add(self, digest: Digest) -> list[Link]:
        """The links of a new report, strongest first; a report that is there already changes nothing."""
        if digest.report in self._links:
            return []
        scored = [link(digest, other) for other in self._index.find(digest)]
        found = [each for each in scored if each.score >= self._weakest]
        self.restore(digest, found)
        self._regroup(digest.report)
        return sorted(found, key=lambda each: (-each.score, each.one, each.other))

    def restore(self, digest: Digest, found: Iterable[Link]) -> None:
        """Take in a report with links that were found before; `regroup_all` when all are in."""
        self._index.add(digest)
        self._links.setdefault(digest.report, {})
        for each in found:
            self._links.setdefault(each.one, {})[each.other] = each.score
            self._links.setdefault(each.other, {})[each.one] = each.score

    def group(self, report: str) -> tuple[str, ...]:
        """The reports of the incident that a report tells of, itself included, in the order of their ids."""
        return self._group[report]

    def groups(self) -> list[tuple[str, ...]]:
        """All incidents as groups of reports, in the order of ids."""
        return sorted(set(self._group.values()))

    def regroup_all(self) -> None:
        """Group everything anew."""
        self._cluster(sorted(self._links))

    def _regroup(self, report: str) -> None:
        """Group again what strong links join the report to: nothing else can change."""
        waiting, reached = [report], {report}
        while waiting:
            strong = self._links[waiting.pop()].items()
            fresh = {other for other, score in strong if score >= self._threshold} - reached
            reached |= fresh
            waiting += sorted(fresh)
        self._cluster(sorted(reached))

    def _cluster(self, names: list[str]) -> None:
        inside = set(names)
        scores = {
            (name, other): score
            for name in names
            for other, score in self._links[name].items()
            if name < other and other in inside
        }
        for found in clusters(names, scores, self._threshold):
            for name in found:
                self._group[name] = tuple(found)


def group(digests: Iterable[Digest]) -> list[tuple[str, ...]]:
    """The incidents that a set of reports tells of, as groups of reports in the order of ids."""
    linker = Linker()
    for digest in digests:
        linker.add(digest)
    return linker.groups()
