"""Values, dates, chains and firmness in plain words.

Invariant: a pure function of the record; the words are raw, made harmless only where they are shown (`safety`).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from standoff.extraction.grammar.noun_forms import singular
from standoff.publish.labels import labels
from standoff.records import (
    TOLL_SLOTS,
    Attribution,
    Claim,
    Place,
    Quantity,
    Report,
    Source,
    Stamp,
    Text,
    Time,
    Value,
)
from standoff.records.claims import Certainty, Realis
from standoff.weighing.compare import is_vague

if TYPE_CHECKING:
    from standoff.records.explanation import LinkReason
    from standoff.records.findings import Standpoint
    from standoff.store import ClaimHit

OWN_VOICE = "own voice"
_ROUND = 100  # "101 or more" is a way to say "more than 100"; "21 or more" may be the count of 21


def number(quantity: Quantity) -> str:
    """The interval in words: "2", "3 or more", "more than 700", "up to 20", "10 to 15", "about 20", "none"."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        words = "an unknown number"
    elif low == high:
        words = "none" if low == 0 else f"{low:,}"
    elif low is None:
        words = f"up to {high:,}"
    elif high is None:
        round_below = low > _ROUND and low % _ROUND == 1
        words = f"more than {low - 1:,}" if round_below else f"{low:,} or more"
    else:
        words = f"{low:,} to {high:,}"
    return f"about {words}" if quantity.approx else words


def counted(quantity: Quantity, party: str) -> str:
    """A number with whom it counts: "2 guards", "26 Danes", "no guards", but "1 (Ada Lint)", "3 (10-year-olds)".

    Only words read on from a number, and words that may be a name, or two, only where they are said of several."""
    one = quantity.low == quantity.high == 1
    party = _of_one(party) if one else party
    if not party[0].islower() and (one or not party[0].isalpha() or " and " in party.lower()):
        return f"{number(quantity)} ({party})"
    return f"no {party}" if quantity.low == quantity.high == 0 else f"{number(quantity)} {party}"


def _of_one(party: str) -> str:
    """Whom a number of one counts: the "man" of "one of the two men", the "member" of "one of the members of it"."""
    head, of, whose = party.partition(" of ")
    *before, last = head.split()
    return party if last[:1].isupper() else " ".join((*before, singular(last))) + of + whose


def value(item: Value) -> str:
    """A claim's value as a reader would write it."""
    match item:
        case Quantity(party=str(party)) if party:
            return counted(item, party)
        case Quantity():
            return number(item)
        case Time():
            return interval(item.start, item.end)
        case Text():
            return f"“{item.text}”"
        case _:
            return item.text


def on_top(item: Quantity) -> str:
    """A number that comes on top of another one: "2 more guards", "3 or more on top"."""
    if item.low != item.high or item.approx:
        return f"{value(item)} on top"
    return f"{number(item)} more{f' {item.party}' if item.party else ''}"


def anyone(item: Value) -> str:
    """A number that says no more than "some", for who denies it: "any guards", "any"."""
    party = item.party if isinstance(item, Quantity) else None
    return f"any {party}" if party else "any"


def point(slot: str, party: str | None) -> str:
    """What a finding is on: "killed (guards)", or the time of another happening: "when (arrest)"."""
    kind = "" if slot in TOLL_SLOTS else labels().word("types", party or "")
    of = kind.lower() or party
    return f"{labels().word('slots', slot)} ({of})" if of else labels().word("slots", slot)


def standpoint(said: Standpoint, party: str | None) -> str:
    """A value of a finding as a reader would write it, without whom it counts where the finding's ``party`` says so."""
    told = replace(said.value, party=None) if party and isinstance(said.value, Quantity) else said.value
    if said.polarity == "denied":
        return f"denied: {anyone(told) if is_vague(told) else value(told)}"
    words = on_top(told) if said.added and isinstance(told, Quantity) else value(told)
    return f"{lead(said.certainty)}{words}"


def place_note(item: Value) -> str:
    """Where the gazetteer puts a place, or nothing: "Tellis, XA; 41.25, 12.50, within 8 km"."""
    if not isinstance(item, Place) or item.latitude is None or item.longitude is None:
        return ""
    where = ", ".join(filter(None, (item.name, item.country)))
    radius = f", within {item.radius_km:g} km" if item.radius_km else ""
    point = f"{item.latitude:.2f}, {item.longitude:.2f}{radius}"
    return f"{where}; {point}" if where else point


def moment(iso: str, *, weekday: bool = True) -> str:
    """An ISO date or date-time in words; what is no such thing stays as it stands."""
    words = labels()
    try:
        if len(iso) <= 10:
            day, clock = date.fromisoformat(iso), ""
        else:
            at = datetime.fromisoformat(iso)
            day, clock = at.date(), f", {at:%H:%M}{_zone(at)}"
    except ValueError:
        return iso
    name = f"{words.weekdays[day.weekday()]}, " if weekday else ""
    return f"{name}{day.day} {words.months[day.month - 1]} {day.year}{clock}"


def _zone(at: datetime) -> str:
    """The offset from UTC, if the moment has one: " +03:00"."""
    offset = at.isoformat(timespec="minutes")[16:]
    return f" {'UTC' if offset == '+00:00' else offset}" if offset else ""


def interval(start: str, end: str) -> str:
    """Two ISO ends in words: one day, a month, a year, or "from – to"."""
    if start == end:
        return moment(start)
    return _whole(start, end) or f"{moment(start, weekday=False)} – {moment(end, weekday=False)}"


def _whole(start: str, end: str) -> str:
    """The name of the month or year that the interval is, if it is one."""
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return ""
    months = (first.month, last.month)
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1] and first.year == last.year
    if whole and months == (1, 12):
        return str(first.year)
    return f"{labels().months[first.month - 1]} {first.year}" if whole and len(set(months)) == 1 else ""


def stamp(item: Stamp) -> str:
    """When a report was published, as precise as it is known."""
    cut = {"year": 4, "month": 7}.get(item.precision)
    if cut is None or not item.value[:4].isdigit():
        return moment(item.value)
    if cut == 4:
        return item.value[:4]
    words = moment(f"{item.value[:7]}-01", weekday=False)
    return words.removeprefix("1 ")


def outlet(report: Report) -> str:
    """The name for whoever published the report."""
    return report.outlet or "the report"


def chain(sources: Sequence[Source], report: Report) -> str:
    """Who says so, outermost first: "Tass ← unnamed sources"; the outlet's own voice by the outlet's name."""
    if not sources:
        return f"{outlet(report)} ({OWN_VOICE})"
    return " ← ".join(source.shown for source in sources)


def short_chain(sources: Sequence[Source], report: Report) -> str:
    """As `chain`, but the outlet by its bare name; for the summary's brackets."""
    return chain(sources, report) if sources else outlet(report)


def act(link: Attribution | LinkReason) -> str:
    """What a source does by a telling: "confirms", or "does not confirm" where its cue is negated."""
    return labels().word("denied_acts" if link.negated else "acts", link.act)


def firmness(claim: Claim) -> tuple[str, ...]:
    """How firmly it is said, each part in words: "denied", "probable", "intended" and the hedges' own words."""
    words = labels()
    denied = words.word("polarities", claim.polarity)
    sure = words.word("certainties", claim.certainty)
    parts = [denied] if denied and claim.certainty == "certain" else [denied, sure]
    parts.append(words.word("realises", claim.realis))
    for hedge in claim.hedges:
        if hedge.text.casefold() in parts:
            continue
        level = words.word("levels", hedge.level)
        parts.append(f"“{hedge.text}”" + (f" ({level})" if level else ""))
    return tuple(_once(filter(None, parts)))


def lead(*manner: Certainty | Realis) -> str:
    """What leads a value in where it stands in a sentence: "probably ", "intended: ", or nothing."""
    words = [labels().word("leads", name) for name in manner]
    return "".join(f"{word} " for word in words if word)


def found(claim: ClaimHit) -> str:
    """A claim that was found, on one line: "killed: denied: probably 3 guards (Tass ← unnamed sources)"."""
    denied = f"{labels().word('polarities', claim.polarity)}: " if claim.polarity == "denied" else ""
    who = f" ({claim.sources.replace(' > ', ' ← ')})" if claim.sources else ""
    return f"{labels().word('slots', claim.slot)}: {denied}{lead(claim.realis, claim.certainty)}{claim.value}{who}"


def _once(parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(parts))
