"""From assertions to findings: which of them are about one point, and what its values add up to.

Invariant: every assertion is in one finding at most, and what is left out is left out for a rule that is written here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from standoff.records import TOLL_SLOTS, Quantity, Reading, Time
from standoff.records.findings import Finding
from standoff.records.incidents import Copy
from standoff.settings import settings
from standoff.weighing.assertion import Assertion
from standoff.weighing.assertions import assertions
from standoff.weighing.compare import is_clock, is_vague, relation, span_of, within
from standoff.weighing.denials import beyond_denials
from standoff.weighing.explain import explain
from standoff.weighing.origins import Origins
from standoff.weighing.parties import WHOLE, is_listed, party_class
from standoff.weighing.standpoints import Group, alike, ranked, same_value
from standoff.weighing.status import status
from standoff.weighing.succession import replaced
from standoff.weighing.times import near_each_other, with_rivals


def weigh(readings: Sequence[Reading], copies: Sequence[Copy] = ()) -> tuple[Finding, ...]:
    """The findings of an incident, from the readings of its reports and the copies among them, slot by slot."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    return findings(assertions(ordered, Origins(ordered, copies)))


def findings(made: Sequence[Assertion]) -> tuple[Finding, ...]:
    """The findings of assertions: one for each slot and party, or for each value of a slot that may have several."""
    found = [_finding(group) for group in _points(made) if group]
    return tuple(sorted(found, key=_order))


def key_findings(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that a fact grid lists."""
    return tuple(filter(is_key, found))


def is_key(found: Finding) -> bool:
    """Whether a fact grid lists a finding: tolls, counts, who claims it and whose it is; weapons and times if more than
    one origin tells them. All others are what single sources tell besides."""
    grid = settings("weighing", "weighing")["grid"]
    if found.status != "single_source":
        return found.slot in (*grid["always"], *grid["if_shared"])
    return found.slot in grid["always"] and not _is_slight(found) and not _is_of_another(found)


def _is_of_another(found: Finding) -> bool:
    """Whether a count is that of another happening in the incident."""
    return found.slot not in TOLL_SLOTS and found.party is not None


def _is_slight(found: Finding) -> bool:
    """Whether a finding is no more than "some", or one person of some class: too little for a row that only one source
    fills. One person, and nobody else, is a toll."""
    value = found.values[0].value
    one = isinstance(value, Quantity) and value.high == 1 and found.party is not None
    return one or is_vague(value)


def _order(finding: Finding) -> tuple[int, bool, bool, int, str, str]:
    """By slot; of one slot first what is told of all, then what is contested, then what most reports tell."""
    slots = settings("weighing", "weighing")["slots"]
    place = [*slots["exclusive"], *slots["several"]].index(finding.slot)
    reports = len({ref.report for value in finding.values for ref in value.claims})
    contested = finding.status in ("disputed", "denied", "revised")
    return (
        place, finding.party is not None, not contested, -reports, finding.party or "", str(finding.values[0].value)
    )  # fmt: skip


def _points(made: Sequence[Assertion]) -> Iterator[Group]:
    keyed: dict[tuple[str, str], Group] = defaultdict(list)
    for each in sorted(made, key=lambda each: each.order):
        keyed[each.slot, each.party].append(each)
    for (slot, _), group in sorted(keyed.items()):
        if slot == "time":
            yield from map(_told_enough, with_rivals(_moments(near_each_other(group))))
        else:
            yield from map(_told_enough, beyond_denials(group))


def _told_enough(group: Group) -> Group:
    """Without values that only one text tells and the model itself doubts, and without "some" beside a number."""
    told = [each for each in group if not is_vague(each.value) or each.polarity == "denied"]
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
    alone: list[Group] = []
    for date in (part for part in parts if part not in clocks):
        inside = [part for part in clocks if within(part[0].value, date[0].value)]
        if len(inside) == 1:
            inside[0].extend(date)
        else:
            alone.append(date)
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
    past = replaced(parts)
    values = ranked(parts, past)
    state, why = status(parts, past)
    return Finding(group[0].slot, _party(group), state, values, explain(values, state, why), why)


def _party(group: Group) -> str | None:
    """What a toll's people are called: a listed class by its name, all others by the words that most reports use."""
    party = group[0].party
    if party == WHOLE or is_listed(party):
        return party or None
    named: Counter[str] = Counter()
    size: Counter[str] = Counter()
    for each in group:
        if each.whom and party_class(each.whom) == party:
            named[each.whom] += 1
            size[each.whom] = max(size[each.whom], each.size)
    return min(named, key=lambda words: (-named[words], -size[words], len(words), words)) if named else party
