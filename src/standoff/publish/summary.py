"""What happened, where and when, in one or two plain lines an event, with who says so.

Invariant: every value in a summary is one of the event's claims, followed by the sources that say it. Where sources
give numbers that cannot both be right, the summary says that they differ and gives each; it never picks one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from standoff.publish import wording
from standoff.publish.labels import Labels
from standoff.records import CERTAINTIES, TOLL_SLOTS, Claim, Event, Place, Quantity, Report, Time, Value
from standoff.weighing.compare import relation
from standoff.weighing.parts import is_addition

SHOWN = 3  # sources named in one pair of brackets; the table has them all
LONGEST_PLACE = 90  # characters; longer "places" are clauses
LONGEST_TRIGGER = 40  # characters; a trigger is a word or two
MOST_EVENTS = 3  # main events that a summary speaks of


def names(who: Sequence[str]) -> str:
    """The first few who say it, and how many more there are."""
    more = [f"{len(who) - SHOWN} more"] if len(who) > SHOWN else []
    return "; ".join([*who[:SHOWN], *more])


@dataclass(frozen=True, slots=True)
class Said:
    """A value in words and the short chains that say it, or deny it."""

    words: str
    who: tuple[str, ...]
    denied: bool = False

    def __str__(self) -> str:
        return f"{self.words} ({'denied by ' if self.denied else ''}{names(self.who)})"


@dataclass(frozen=True, slots=True)
class Toll:
    """What is said of one toll slot; ``differ`` when two sources' numbers of all exclude each other: "three of the
    dead" are not all."""

    slot: str
    label: str
    values: tuple[Said, ...]
    differ: bool

    def __str__(self) -> str:
        lead = f"{self.label} (sources differ)" if self.differ else self.label
        return f"{lead}: {', '.join(map(str, self.values))}"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in short: its type in words with target and actor, best place, best time, tolls.

    ``join`` is the word between type and target.
    """

    event: Event
    what: str
    target: Said | None
    actor: Said | None
    where: Said | None
    when: Said | None
    tolls: tuple[Toll, ...]
    join: str
    trigger: str = ""

    @property
    def heading(self) -> str:
        """The name of the event in a brief: type, place and time without their sources, or type and trigger."""
        known = [said.words for said in (self.where, self.when) if said]
        if not known and self.trigger and "“" not in self.what:
            return f"{self.what} (“{self.trigger}”)"
        return ", ".join([self.what, *known])

    @property
    def lines(self) -> tuple[str, ...]:
        """One line for what, where and when; a second one for the tolls, if there are any."""
        said = [item for item in (self.target, self.actor, self.where, self.when) if item]
        alike = len(said) > 1 and len({item.who for item in said}) == 1
        shown = {id(item): item.words if alike else str(item) for item in said}
        first = self.what
        first += f" {self.join} {shown[id(self.target)]}" if self.target else ""
        first += f" by {shown[id(self.actor)]}" if self.actor else ""
        first += f"; where: {shown[id(self.where)]}" if self.where else ""
        first += f"; when: {shown[id(self.when)]}" if self.when else ""
        first += f" (all from {names(said[0].who)})" if alike else ""
        tolls = "; ".join(map(str, self.tolls))
        return (f"{first}.", f"{tolls[:1].upper()}{tolls[1:]}.") if tolls else (f"{first}.",)


def summarise(
    report: Report, events: Iterable[tuple[Event, Sequence[Claim]]], words: Labels
) -> tuple[Happening, ...]:
    """The main events in short, at most three, the first one first; all that are given when none is a main one."""
    told = [(event, claims) for event, claims in events if claims]
    main = [item for item in told if item[0].standing == "main"] or told
    return tuple(happening(report, event, claims, words) for event, claims in main[:MOST_EVENTS])


def happening(report: Report, event: Event, claims: Sequence[Claim], words: Labels) -> Happening:
    """One event in short, from its claims."""

    def best(slot: str) -> Said | None:
        return _best(report, [claim for claim in claims if claim.slot == slot])

    return Happening(
        event=event,
        what=_what(event, best("observation"), words),
        target=best("target"),
        actor=best("actor"),
        where=best("place"),
        when=best("time"),
        tolls=tuple(_tolls(report, claims, words)),
        join=words.join(event.type),
        trigger=event.trigger[0].quote(report.text)[:LONGEST_TRIGGER].strip() if event.trigger else "",
    )


def _what(event: Event, observation: Said | None, words: Labels) -> str:
    """The type in words; for "other", whose name says nothing, with what was observed."""
    name = words.word("types", event.type)
    return f"{name}: {observation.words}" if event.type == "other" and observation else name


def _best(report: Report, claims: Sequence[Claim]) -> Said | None:
    """The value to show first: affirmed, firm, precise, and said by most; with all who say the same."""
    affirmed = [claim for claim in claims if claim.polarity == "affirmed"]
    if not affirmed:
        return None
    by_value: dict[str, list[Claim]] = {}
    for claim in affirmed:
        by_value.setdefault(wording.value(claim.value).casefold(), []).append(claim)
    group = min(by_value.values(), key=lambda same: (min(map(_doubt, same)), _vagueness(same[0]), -len(same)))
    firmest = min(group, key=_doubt)
    return Said(
        wording.lead(firmest.realis, firmest.certainty) + wording.value(firmest.value), _who(report, group)
    )


def _doubt(claim: Claim) -> int:
    """0 for the firmest; later certainties and what is not actual count more."""
    unreal = claim.realis in ("intended", "hypothetical")
    sure = CERTAINTIES.index(claim.certainty) if claim.certainty in CERTAINTIES else len(CERTAINTIES)
    return sure + len(CERTAINTIES) * unreal


def _vagueness(claim: Claim) -> tuple[float, ...]:
    """Less is more precise: a small radius and many words for a place, a short interval for a time."""
    value = claim.value
    if isinstance(value, Place):
        radius = value.radius_km if value.radius_km is not None else 1000.0
        fitting = len(value.text) if len(value.text) <= LONGEST_PLACE else 0
        return (radius, -float(fitting))
    if isinstance(value, Time):
        return (float(value.start != value.end), -float(len(value.start)))
    return ()


def _tolls(report: Report, claims: Sequence[Claim], words: Labels) -> Iterable[Toll]:
    for slot in TOLL_SLOTS:
        told = [claim for claim in claims if claim.slot == slot and isinstance(claim.value, Quantity)]
        if told:
            values = tuple(_toll_values(report, told))
            whole = [claim for claim in told if not is_addition(report, claim)]
            yield Toll(slot, words.word("slots", slot), values, _differ(whole))


def _toll_values(report: Report, claims: Iterable[Claim]) -> Iterable[Said]:
    alike: dict[tuple[str, bool], list[Claim]] = {}
    for claim in claims:
        words = wording.lead(claim.realis, claim.certainty) + wording.value(claim.value)
        alike.setdefault((words, claim.polarity == "denied"), []).append(claim)
    return (Said(words, _who(report, same), denied) for (words, denied), same in alike.items())


def _differ(claims: Sequence[Claim]) -> bool:
    """Whether two chains contradict each other: numbers that exclude each other, or one denies what the other says."""
    return any(
        [link.name for link in one.chain] != [link.name for link in other.chain]
        and _same_party(one.value, other.value)
        and _are_contrary(one.value, other.value) == (one.polarity == other.polarity == "affirmed")
        and "affirmed" in (one.polarity, other.polarity)
        for one, other in combinations(claims, 2)
    )


def _same_party(one: Value, other: Value) -> bool:
    """Whether two tolls may be of the same people: the same words, or none."""
    parties = {item.party.casefold() for item in (one, other) if isinstance(item, Quantity) and item.party}
    return len(parties) < 2


def _are_contrary(one: Value, other: Value) -> bool:
    """Whether no number fits both, as findings have it, for whom each is left aside."""
    return relation(one, other) == "contradictory"


def _who(report: Report, claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(wording.short_chain(claim.chain, report) for claim in claims))
