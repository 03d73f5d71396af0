"""Incidents of a growing set of reports: compares each new report with its candidates and groups again what it touches.

Invariant: what `groups` gives depends on the set of digests that were added, never on their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from standoff.linking.candidates import CandidateIndex
from standoff.linking.clusters import clusters
from standoff.linking.scorer import link
from standoff.records.incidents import Digest, Link
from standoff.settings import settings

Group = tuple[str, ...]
LinksOf = Mapping[str, Mapping[str, float]]


class Linker:
    """Holds digests and the links between them, in memory."""

    def __init__(self) -> None:
        self._index = CandidateIndex()
        self._links: dict[str, dict[str, float]] = {}
        self._group: dict[str, Group] = {}

    def add(self, digest: Digest) -> list[Link]:
        """The links of a new report, strongest first; a report that is there already changes nothing."""
        if digest.report in self._links:
            return []
        found = links(digest, self._index.find(digest))
        self._index.add(digest)
        self._links[digest.report] = {}
        for each in found:
            self._links[each.one][each.other] = self._links[each.other][each.one] = each.score
        for group in regroup([digest.report], self._links_of):
            self._group |= dict.fromkeys(group, group)
        return found

    def _links_of(self, names: Iterable[str]) -> LinksOf:
        return {name: self._links[name] for name in names}

    def group(self, report: str) -> Group:
        """The reports of the incident that a report tells of, itself included, in the order of their ids."""
        return self._group[report]

    def groups(self) -> list[Group]:
        """All incidents as groups of reports, in the order of ids."""
        return sorted(set(self._group.values()))


def links(digest: Digest, others: Iterable[Digest]) -> list[Link]:
    """The links of a report with others that are worth keeping, strongest first."""
    weakest = settings("linking", "linking")["clusters"]["weakest"]
    found = [each for other in others if (each := link(digest, other)).score >= weakest]
    return sorted(found, key=lambda each: (-each.score, each.one, each.other))


def regroup(reports: Iterable[str], links_of: Callable[[list[str]], LinksOf]) -> list[Group]:
    """The groups of some reports and of all that strong links join them to; nothing else can change with them.

    ``links_of`` gives the score of each link of each of some reports; it is asked once for all that stand equally far
    from those given.
    """
    threshold = settings("linking", "linking")["clusters"]["threshold"]
    near: dict[str, Mapping[str, float]] = {}
    waiting = set(reports)
    while waiting:
        found = links_of(sorted(waiting))
        near |= found
        strong = {other for each in found.values() for other, score in each.items() if score >= threshold}
        waiting = strong - near.keys()
    scores = {
        (name, other): score
        for name in sorted(near)
        for other, score in near[name].items()
        if name < other and other in near
    }
    return [tuple(found) for found in clusters(near, scores, threshold)]


def group(digests: Iterable[Digest]) -> list[Group]:
    """The incidents that a set of reports tells of, as groups of reports in the order of ids."""
    linker = Linker()
    for digest in digests:
        linker.add(digest)
    return linker.groups()
