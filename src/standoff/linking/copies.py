"""Which reports are copies of one text: syndicated, lightly edited, or cut.

Candidates share sampled five-word sequences (those whose hash is 0 modulo n: Manber 1994, "Finding similar files in a
large file system"), which finds a text inside a longer one as well as its equal. What decides is how many sequences
of the shorter text stand in the longer one (containment: Broder 1997), not their Jaccard index. Invariant: the pairs
are a pure function of the set of digests.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from standoff.linking.clusters import components
from standoff.linking.credits import same_agency
from standoff.linking.moments import moment
from standoff.linking.shingles import shared
from standoff.records.incidents import Copy, Digest
from standoff.settings import settings


def samples(digest: Digest) -> Iterator[int]:
    """The sequences of a report that find its copies; of a short one more, since it has few."""
    rules = settings("linking", "copies")
    every = rules["sample_every_short" if len(digest.shingles) <= rules["short"] else "sample_every"]
    return (shingle for shingle in digest.shingles if shingle % every == 0)


def samples_shared() -> int:
    """How many of them two reports must share to be compared."""
    fewest: int = settings("linking", "copies")["samples_shared"]
    return fewest


def most_days_apart() -> int:
    """How many days may lie between a text and its copy."""
    most: int = settings("linking", "copies")["most_days_apart"]
    return most


class CopyIndex:
    """Digests by the sequences that are sampled from them; knows the copies of any text.

    For benchmarks and tests: in a store it is `standoff.store.digest_rows.one_text` that finds what may be copies.
    """

    def __init__(self) -> None:
        self._digests: dict[str, Digest] = {}
        self._holders: dict[int, list[str]] = defaultdict(list)

    def add(self, digest: Digest) -> list[Copy]:
        """The copies that the report makes with those added before, in the order of the others' ids."""
        found = [copy for other in self._candidates(digest) if (copy := compare(digest, other))]
        self._digests[digest.report] = digest
        for sample in samples(digest):
            self._holders[sample].append(digest.report)
        return found

    def _candidates(self, digest: Digest) -> list[Digest]:
        hits = Counter(name for sample in samples(digest) for name in self._holders.get(sample, ()))
        return [self._digests[name] for name in sorted(hits) if hits[name] >= samples_shared()]


def copies(digests: Iterable[Digest]) -> tuple[Copy, ...]:
    """All copies among the reports, whatever their order."""
    index = CopyIndex()
    found = [copy for digest in digests for copy in index.add(digest)]
    return tuple(sorted(found, key=lambda copy: (copy.original, copy.copy)))


def compare(one: Digest, other: Digest) -> Copy | None:
    """How one report copies the other, if it does. The guard against boilerplate: enough text, near in time; less is
    enough where both have it from one agency by their own credits."""
    rules = settings("linking", "copies")
    shorter = min(len(one.shingles), len(other.shingles))
    credited = _credited(one, other)
    apart = abs(one.day - other.day) if one.day is not None and other.day is not None else 0
    if shorter < rules["fewest_credited" if credited else "fewest_shingles"] or apart > most_days_apart():
        return None
    both = shared(one.shingles, other.shingles)
    if (
        both < rules["fewest_credited" if credited else "fewest_shared"]
        or both < rules["containment"] * shorter
    ):
        return None
    copy, original, basis = _direction(one, other)
    return Copy(copy.report, original.report, both, both / shorter, basis)


def _direction(one: Digest, other: Digest) -> tuple[Digest, Digest, str]:
    """Copy, original, and what tells them apart: credits before time before length."""
    for copy, original in ((one, other), (other, one)):
        if _is_from(copy, original):
            return copy, original, "credit"
    for basis, facts in (
        ("time", _moments(one, other)),
        ("length", (-len(one.shingles), -len(other.shingles))),
    ):
        if facts and facts[0] != facts[1]:
            return (other, one, basis) if facts[0] < facts[1] else (one, other, basis)
    first, second = sorted((one, other), key=lambda digest: digest.report)
    return second, first, "id"


def _credited(one: Digest, other: Digest) -> bool:
    """Whether one credits the other with its text, or both the same agency, and no outlet of theirs is the same."""
    if one.outlet == other.outlet:
        return False
    return _is_from(one, other) or _is_from(other, one) or not set(one.credits).isdisjoint(other.credits)


def _is_from(copy: Digest, original: Digest) -> bool:
    return any(same_agency(original.outlet, credit) for credit in copy.credits)


def _moments(one: Digest, other: Digest) -> tuple[float, float] | None:
    """When the two were published, as far as both are known with the same precision."""
    moments = [moment(digest.at) for digest in (one, other)]
    if None not in moments:
        return moments[0] or 0.0, moments[1] or 0.0
    if one.day is not None and other.day is not None:
        return float(one.day), float(other.day)
    return None


def groups(found: Iterable[Copy]) -> list[list[str]]:
    """Reports that are one text, each group and the groups in the order of ids."""
    pairs = [(copy.copy, copy.original) for copy in found]
    return components({name for pair in pairs for name in pair}, pairs)
