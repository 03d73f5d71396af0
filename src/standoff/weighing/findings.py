"""From assertions to findings: which of them are about one point, and what its values add up to.

Invariant: every assertion is in one finding at most, and what is left out is left out for a rule that is written here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from standoff.records import TOLL_SLOTS, Quantity, Reading, Time, Value
from standoff.records.findings import Finding, Status
from standoff.records.incidents import Copy
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.assertions import assertions
from standoff.weighing.compare import is_clock, is_vague, relation, span_of, within
from standoff.weighing.explain import explain
from standoff.weighing.origins import Origins
from standoff.weighing.parties import WHOLE, is_listed
from standoff.weighing.standpoints import Group, alike, keys, opposed, ranked, redefined, same_value


def weigh(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> tuple[Finding, ...]:
    """The findings of an incident, from the readings of its reports and the copies among them, most-told first."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    return findings(assertions(ordered, Origins(ordered, copies)))


def findings(made: Sequence[Assertion]) -> tuple[Finding, ...]:
    """The findings of assertions: one for each slot and party, or for each value of a slot that may have several."""
    found = [_finding(group) for group in _points(made) if group]
    return tuple(sorted(found, key=_order))


def key_findings(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those that a fact grid lists: tolls, counts, who claims it and whose it is; weapons and times if more than one
    origin tells them. All others are what single sources tell besides."""
    grid = settings("weighing", "weighing")["grid"]
    shared = [each for each in found if each.slot in grid["always"] or each.slot in grid["if_shared"]]
    return tuple(
        each
        for each in shared
        if each.status != "single_source"
        or (each.slot in grid["always"] and not _slight(each.values[0].value))
    )


def _slight(value: Value) -> bool:
    """Whether a value is one person, or no more than "some": too little for a row that only one source fills."""
    return is_vague(value) or (isinstance(value, Quantity) and value.high == 1)


def _order(finding: Finding) -> tuple[int, bool, int, str, str]:
    slots = settings("weighing", "weighing")["slots"]
    place = [*slots["exclusive"], *slots["several"]].index(finding.slot)
    reports = len({ref.report for value in finding.values for ref in value.claims})
    contested = finding.status in ("disputed", "denied", "revised")
    return place, not contested, -reports, finding.party or "", str(finding.values[0].value)


def _points(made: Sequence[Assertion]) -> Iterator[Group]:
    keyed: dict[tuple[str, str], Group] = defaultdict(list)
    for each in sorted(made, key=lambda each: each.order):
        keyed[each.slot, each.party].append(each)
    for (slot, _), group in sorted(keyed.items()):
        if slot == "time":
            yield from map(_told_enough, _moments([each for each in group if isinstance(each.value, Time)]))
        else:
            yield _told_enough(group)


def _told_enough(group: Group) -> Group:
    """Without values that only one text tells and the model itself doubts, and without "some" beside a number."""
    told = [each for each in group if not is_vague(each.value)]
    group = told or group
    least = settings("weighing", "weighing")["values"]["least_score"]
    kept: Group = []
    for same in alike(group, same_value):
        if len({each.text for each in same}) > 1 or max(each.score for each in same) >= least:
            kept += same
    return kept


def _moments(group: Group) -> list[Group]:
    """The times of one event each: clock times that stand near each other, with the date that they alone are of."""
    parts = alike(group, _one_moment)
    clocks = [part for part in parts if is_clock(_time(part[0]))]
    dates = [part for part in parts if part not in clocks]
    for date in dates:
        inside = [part for part in clocks if within(part[0].value, date[0].value)]
        (inside[0] if len(inside) == 1 else date).extend(date if len(inside) == 1 else ())
    alone = [date for date in dates if sum(within(part[0].value, date[0].value) for part in clocks) != 1]
    return [*clocks, *alone]


def _time(each: Assertion) -> Time:
    if not isinstance(each.value, Time):
        raise TypeError(f"no time: {each.value!r}")
    return each.value


def _one_moment(one: Assertion, other: Assertion) -> bool:
    """Clock times that are told of one event; dates stand for themselves."""
    if not (is_clock(_time(one)) and is_clock(_time(other))):
        return relation(one.value, other.value) == "equal"
    apart = abs(span_of(_time(one))[0] - span_of(_time(other))[0])
    return apart <= 60 * int(settings("weighing", "weighing")["values"]["one_event_minutes"])


def _finding(group: Group) -> Finding:
    parts = alike(group, same_value)
    values = ranked(parts)
    status, why = _status(parts)
    return Finding(group[0].slot, _party(group), status, values, explain(values, status, why))


def _party(group: Group) -> str | None:
    """What a toll's people are called: a listed class by its name, all others by the words that most reports use."""
    party = group[0].party
    if party == WHOLE or is_listed(party):
        return party or None
    told = (each.value.party for each in group if isinstance(each.value, Quantity))
    named = Counter(words for words in told if words)
    return min(named, key=lambda words: (-named[words], len(words), words)) if named else party


def _status(parts: Sequence[Group]) -> tuple[Status, str]:
    """What the values add up to, and the rule that says so."""
    against = [(a, b) for a, b in combinations(parts, 2) if opposed(a, b)]
    rivals = [(a, b) for a, b in against if a[0].polarity == b[0].polarity]
    revised = {name: pair for pair in rivals if (name := _revised(*pair))}
    standing = [pair for pair in rivals if keys(pair[0]) != keys(pair[1])]
    if revised and not _apart_from(standing, revised.values()):
        return "revised", f"{min(revised)} gave another value later"
    if standing:
        later = "".join(f"; {name} gave another value later" for name in sorted(revised))
        return "disputed", f"different origins give values that cannot both be true{later}"
    if rivals:
        return "revised", "one origin gave values that cannot both be true"
    if all(part[0].polarity == "denied" for part in parts) or (against and not _overtaken(parts)):
        return "denied", "a source denies it"
    several = parts[0][0].slot in settings("weighing", "weighing")["slots"]["several"]
    pools = [keys(part) for part in parts] if several else [frozenset().union(*map(keys, parts))]
    note = "; totals with and without the attackers" if _redefined(parts) else ""
    if (most := max(map(len, pools))) > 1:
        return "agreed", f"{most} independent origins, none against{note}"
    return "single_source", f"one origin, however many relay it{note}"


def _overtaken(parts: Sequence[Group]) -> bool:
    """Whether several origins gave a toll, that which most give, only after this one or one like it was last denied.

    Tolls alone are confirmed as time goes on; blame that many repeat stays denied."""
    denials = [each.order[:2] for part in parts if part[0].polarity == "denied" for each in part]
    affirmed = (part for part in parts if part[0].polarity != "denied")
    leading = max(affirmed, key=lambda part: len(keys(part)), default=[])
    if not leading or leading[0].slot not in TOLL_SLOTS or not max(denials)[1]:
        return False
    return len(keys(leading)) > 1 and all(max(denials) < each.order[:2] for each in leading)


def _redefined(parts: Sequence[Group]) -> bool:
    return any(redefined(a, b) for a, b in combinations(parts, 2))


def _revised(one: Group, other: Group) -> str | None:
    """The origin that said one value and, in a later report, the other, which nobody has said before the first."""
    for earlier, later in ((one, other), (other, one)):
        for before in earlier:
            for after in later:
                if before.origin.key == after.origin.key and _later(before, after):
                    return after.origin.name
    return None


def _apart_from(standing: Sequence[tuple[Group, Group]], revised: Iterable[tuple[Group, Group]]) -> bool:
    """Whether values rival each other of which neither was revised, nor is what another was revised to."""
    settled = {id(part) for pair in revised for part in pair}
    return any(settled.isdisjoint((id(one), id(other))) for one, other in standing)


def _later(before: Assertion, after: Assertion) -> bool:
    return before.text != after.text and before.order[:2] < after.order[:2]
