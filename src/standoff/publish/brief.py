"""What a brief of one report says, before it is given a form.

Invariant: every row keeps the claim that it stands for and the spans of its words; nothing is said that no claim or
attribution says. Texts are raw; each form makes them harmless in its own way (`safety`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from standoff.publish import wording
from standoff.publish.labels import Labels, labels
from standoff.publish.quoting import Quote, Quoter
from standoff.publish.summary import Happening, happening, summarise
from standoff.records import Attribution, Claim, Event, Reading, Report, Source
from standoff.records.report import Touched

_NOBODY = ("no", "nobody", "none")  # how a source begins that is none


@dataclass(frozen=True, slots=True)
class Row:
    """One claim: its point in words, value, who says so, how firmly, and the exact words.

    ``again`` tells that the row before has the same point and value, and so only adds who else says it.
    """

    claim: Claim
    label: str
    value: str
    who: str
    firmness: tuple[str, ...]
    quote: Quote
    again: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that answer one question about one event."""

    key: str
    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class EventPoints:
    """One event with its heading and its points by question."""

    event: Event
    heading: str
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution whose content holds no claim."""

    attribution: Attribution
    who: str
    act: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Voice:
    """A source of the report, or the outlet itself (``source`` is ``None``), and how many claims come through it."""

    source: Source | None
    name: str
    identification: str
    kind: str
    described: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Brief:
    """One report in brief. ``events`` are in the order of standing (main, related, background), then of the report."""

    report: Report
    title: str
    facts: tuple[str, ...]
    summary: tuple[Happening, ...]
    events: tuple[EventPoints, ...]
    sayings: tuple[Saying, ...]
    voices: tuple[Voice, ...]

    def standing(self, standing: str) -> tuple[EventPoints, ...]:
        """The events of one standing: main, related or background."""
        return tuple(event for event in self.events if event.event.standing == standing)


def make_brief(reading: Reading, words: Labels | None = None) -> Brief:
    """The brief of one reading; pure and deterministic. A claim whose event is not listed gets one of its type.

    ``words`` are what types and slots are called, where that is not as always.
    """
    words = words or labels()
    report, quoter = reading.report, Quoter(reading)
    events = _events(reading)
    return Brief(
        report=report,
        title=(report.title or "").strip() or report.name.strip() or "Untitled report",
        facts=_facts(report),
        summary=summarise(report, events, words),
        events=tuple(
            _event_points(report, event, claims, quoter, words) for event, claims in events if claims
        ),
        sayings=tuple(_sayings(reading, quoter)),
        voices=_voices(reading),
    )


def _events(reading: Reading) -> list[tuple[Event, list[Claim]]]:
    claims: dict[str, list[Claim]] = {event.id: [] for event in reading.events}
    events = {event.id: event for event in reading.events}
    for claim in reading.claims:
        events.setdefault(claim.event, Event(claim.event, claim.type, ()))
        claims.setdefault(claim.event, []).append(claim)
    order = list(labels().words["standings"])
    ranked = sorted(events.values(), key=lambda event: order.index(event.standing))
    return [(event, claims[event.id]) for event in ranked]


def _facts(report: Report) -> tuple[str, ...]:
    """Outlet, date with its basis, place of filing: what stands under the title."""
    published = "date of publication unknown"
    if report.published:
        basis = labels().word("bases", report.published.basis)
        published = f"published {wording.stamp(report.published)} ({basis})"
    facts = [report.outlet or "outlet unknown", published]
    if report.modified and report.modified != report.published:
        facts.append(f"changed {wording.stamp(report.modified)}")
    if report.dateline:
        agency = f" ({report.dateline.agency})" if report.dateline.agency else ""
        facts.append(f"filed from {report.dateline.place}{agency}")
    if report.byline:
        facts.append(f"by {report.byline.removeprefix('By ').removeprefix('by ')}")
    return tuple(facts)


def _event_points(
    report: Report, event: Event, claims: Sequence[Claim], quoter: Quoter, words: Labels
) -> EventPoints:
    heading = happening(report, event, claims, words).heading
    groups = []
    for question in words.questions:
        rows: list[Row] = []
        for slot in question.slots:
            rows += _rows(report, [claim for claim in claims if claim.slot == slot], quoter, words)
        if rows:
            groups.append(Group(question.key, question.label, tuple(rows)))
    known = {slot for question in words.questions for slot in question.slots}
    odd = _rows(report, [claim for claim in claims if claim.slot not in known], quoter, words)
    return EventPoints(event, heading, (*groups, Group("more", "More", tuple(odd))) if odd else tuple(groups))


def _rows(report: Report, claims: Iterable[Claim], quoter: Quoter, words: Labels) -> list[Row]:
    """Rows of one slot: equal values side by side, otherwise in the order of the text."""
    by_value: dict[str, list[Row]] = {}
    for claim in sorted(claims, key=lambda claim: claim.evidence[:1]):
        row = _row(report, claim, quoter, words)
        by_value.setdefault(row.value.casefold(), []).append(row)
    return [replace(row, again=place > 0) for rows in by_value.values() for place, row in enumerate(rows)]


def _row(report: Report, claim: Claim, quoter: Quoter, words: Labels) -> Row:
    return Row(
        claim=claim,
        label=words.word("slots", claim.slot),
        value=wording.value(claim.value),
        who=wording.chain(claim.chain, report),
        firmness=wording.firmness(claim),
        quote=quoter.quote(claim.evidence),
    )


def _sayings(reading: Reading, quoter: Quoter) -> Iterable[Saying]:
    """Attributions that hold no claim, and of which none within does."""
    links = {link.id: link for link in reading.attributions}
    evidence = Touched(span for claim in reading.claims for span in claim.evidence)
    carrying = {claim.attribution for claim in reading.claims}
    repeated = {(link.within, link.content) for link in reading.attributions}
    for link in reading.attributions:
        holds = any(map(evidence.by, link.content))
        if holds or link.id in carrying or (link.id, link.content) in repeated:
            continue
        words = link.content or (*link.source.spans, *link.cue)
        sources = [outer.source for outer in _enclosing(link, links)]
        act = wording.act(link)
        yield Saying(link, wording.chain(sources, reading.report), act, quoter.quote(words))


def _enclosing(link: Attribution, links: dict[str, Attribution]) -> list[Attribution]:
    """The link and those around it, outermost first; a circle is cut."""
    found = [link]
    while (outer := links.get(found[0].within or "")) and outer not in found:
        found.insert(0, outer)
    return found


def _voices(reading: Reading) -> tuple[Voice, ...]:
    """The outlet, then every source by its first place in the report's attributions and claims."""
    own = sum(not claim.chain for claim in reading.claims)
    counts: dict[tuple[str, str, str], int] = {}
    described: dict[tuple[str, str, str], list[str]] = {}
    sources: dict[tuple[str, str, str], Source] = {}
    for source in _all_sources(reading):
        key = (source.name, source.identification, source.kind)
        sources.setdefault(key, source)
        described.setdefault(key, []).extend(source.described)
    for claim in reading.claims:
        for key in {(link.name, link.identification, link.kind) for link in claim.chain}:
            counts[key] = counts.get(key, 0) + 1
    name = wording.outlet(reading.report)
    first = Voice(None, name, wording.OWN_VOICE, "", (), own)
    return (first, *(_voice(sources[key], described[key], counts.get(key, 0)) for key in sources))


def _all_sources(reading: Reading) -> Iterable[Source]:
    """The sources of attributions and claims, but for those that are nobody: "no group"."""
    linked = (link.source for link in reading.attributions)
    told = chain(linked, *(claim.chain for claim in reading.claims))
    return (source for source in told if not _is_nobody(source))


def _is_nobody(source: Source) -> bool:
    return source.identification != "named" and source.name.partition(" ")[0].lower() in _NOBODY


def _voice(source: Source, described: Iterable[str], claims: int) -> Voice:
    words = labels()
    return Voice(
        source,
        source.shown,
        words.word("identifications", source.identification),
        words.word("kinds", source.kind),
        tuple(dict.fromkeys(described)),
        claims,
    )
