"""What changed in an incident between two moments: values, origins, disputes, denials, revisions.

Invariant: from the findings of the two moments alone; nothing changed between a moment and itself. A value that only
moved, since others joined it or it is told now for whom it is, is neither new nor gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from standoff.records.findings import ClaimRef, Finding, Standpoint
from standoff.weighing.compare import relation

Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Change:
    """One change on a slot (and party): ``kind`` is ``new value``, ``new origin``, ``dispute opened``, ``dispute
    closed``, ``denied``, ``revised`` or ``value gone``.

    ``values`` are the value that is new or gone, or those that stand now; ``origins`` the names of those that say it,
    or say it now too; ``before`` what was said last of what a later value took the place of.
    """

    kind: str
    slot: str
    party: str | None
    values: tuple[Standpoint, ...]
    origins: tuple[str, ...] = ()
    before: Standpoint | None = None


def changes(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Change, ...]:
    """The changes, in the order of the later findings; what is gone stands last."""
    earlier, later = _pooled(before), _pooled(after)
    found = [
        change
        for key, now in later.items()
        for change in _changed(key, earlier.get(key, []), now, _claims(before, key))
    ]
    lost = [
        change
        for key, then in earlier.items()
        for change in _gone(key, then, later.get(key, []), _claims(after, key))
    ]
    return (*found, *lost)


def _pooled(found: Iterable[Finding]) -> dict[Key, list[Finding]]:
    pooled: dict[Key, list[Finding]] = {}
    for each in found:
        pooled.setdefault((each.slot, each.party), []).append(each)
    return pooled


def _claims(found: Iterable[Finding], key: Key) -> frozenset[ClaimRef]:
    """The claims that findings on a slot rest on, for whomever they are."""
    return frozenset(
        ref for each in found if each.slot == key[0] for value in each.values for ref in value.claims
    )


def _changed(
    key: Key, then: Sequence[Finding], now: Sequence[Finding], told: frozenset[ClaimRef]
) -> Iterator[Change]:
    known = _values(then)
    for value in _values(now):
        old = next((other for other in known if _same(value, other)), None)
        if old is None and told.issuperset(value.claims):
            continue
        if old is None:
            yield Change("new value", *key, (value,), _names(value))
        elif fresh := [
            origin.name for origin in value.origins if origin.key not in {o.key for o in old.origins}
        ]:
            yield Change("new origin", *key, (value,), tuple(fresh))
    was, now_is = ({finding.status for finding in found} for found in (then, now))
    if "disputed" in now_is - was:
        yield Change("dispute opened", *key, _standing(now))
    if "disputed" in was - now_is:
        yield Change("dispute closed", *key, _standing(now))
    if "denied" in now_is - was:
        yield Change("denied", *key, _standing(now))
    if "revised" in now_is - was:
        yield Change("revised", *key, _standing(now), before=_before(now))


def _gone(
    key: Key, then: Sequence[Finding], now: Sequence[Finding], told: frozenset[ClaimRef]
) -> Iterator[Change]:
    left = _values(now)
    for value in _values(then):
        if not told.issuperset(value.claims) and not any(_same(value, other) for other in left):
            yield Change("value gone", *key, (value,), _names(value))


def _standing(found: Sequence[Finding]) -> tuple[Standpoint, ...]:
    """The values that stand, or all where a later one took the place of each."""
    values = _values(found)
    return tuple([value for value in values if not value.past] or values)


def _before(found: Sequence[Finding]) -> Standpoint | None:
    """What was said last of what a later value took the place of."""
    return next((value for value in _values(found) if value.past and value.polarity == "affirmed"), None)


def _values(found: Iterable[Finding]) -> list[Standpoint]:
    return [value for finding in found for value in finding.values]


def _same(one: Standpoint, other: Standpoint) -> bool:
    alike = one.polarity == other.polarity and one.added == other.added
    return alike and relation(one.value, other.value) == "equal"


def _names(value: Standpoint) -> tuple[str, ...]:
    return tuple(origin.name for origin in value.origins)
