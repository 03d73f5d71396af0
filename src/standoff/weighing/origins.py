"""Whose word a claim is in the end: the innermost source of its chain, over copies, citations and spellings.

An outlet's own words are the outlet's, or that of the text it copied. A named source is the same wherever it is
named; whoever speaks for an institution is the institution. A source without a name counts once for each outlet that
vouches for it. Invariant: the origins do not depend on the order of the reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.chains.source_words import names_body
from standoff.records import Claim, Reading, Report, Source
from standoff.records.findings import Origin
from standoff.records.incidents import Copy
from standoff.weighing.bodies import institution, titled
from standoff.weighing.citations import agencies_of, originals
from standoff.weighing.lands import Lands
from standoff.weighing.names import is_known, name_id, same_name, same_person, short_names, shown_name
from standoff.weighing.offices import Offices, has_name, led_body

OUTLET, UNNAMED = "outlet:", "unnamed:"  # how the keys begin of outlets, and of sources without a name
_MEDIA = ("media", "agency")
_SPEAKERS = ("official", "organisation", "party")
_BODIES = ("media", "agency", "organisation", "party", "document")
Mention = tuple[str, bool]  # a name, and whether it is a body's, which is compared as a whole, or a person's


class Origins:
    """Who is who among the sources of some reports."""

    def __init__(self, readings: Sequence[Reading], copies: Iterable[Copy] = ()) -> None:
        self._reports = {reading.report.id: reading.report for reading in readings}
        self._roots = _roots(copies, self._reports)
        self._agencies = agencies_of(self._reports.values())
        ordered = sorted(readings, key=lambda reading: reading.report.id)
        told = [
            (reading.report, self._as_outlet(source))
            for reading in ordered
            for claim in reading.claims
            for source in claim.chain
        ]
        self._shorts = short_names(source for _, source in told)
        self._speakers = _speakers(
            [reading.report for reading in ordered], told, self._shorts, self._agencies
        )
        told += [(self._reports[report], source) for report, source in sorted(self._speakers.items())]
        self._lands = Lands(
            (report.id, source, body) for report, source in told if (body := institution(report, source))
        )
        sources = [(report, source) for report, source in told if has_name(source)]
        self._people = _people(sources, self._shorts)
        self._bodies = {name_id(mention[0]): key for mention, key in self._people.items() if mention[1]}
        self._offices = Offices(
            (source, self._people[source.name, source.kind in _BODIES][0]) for _, source in sources
        )

    def of(self, report: Report, claim: Claim) -> Origin:
        """The origin of a claim."""
        chain = tuple(map(self._as_outlet, claim.chain))
        if claim.slot == "claimant" and (claim.polarity == "affirmed" or not chain):
            name = str(
                claim.value
            )  # that a group claims an act, or does no more, rests on it alone, whoever relays it
            return self._origin(report, Source(name, "named", "party"), chain)
        if not chain:
            return self._voice(report)
        return self._origin(report, chain[-1], chain[:-1])

    def _as_outlet(self, source: Source) -> Source:
        """A source by the name of an agency that datelines credit is that agency, whatever its name sounds like."""
        known = source.kind not in _MEDIA and name_id(source.name) in self._agencies
        return replace(source, kind="agency") if known else source

    def root(self, report_id: str) -> str:
        """The report whose text a report has: itself, or the original that it copies."""
        return self._roots.get(report_id, report_id)

    def outlet(self, report_id: str) -> str:
        """The plain name of the outlet of a report; what has none goes by its own name."""
        return _outlet(self._reports[report_id])

    def _voice(self, report: Report) -> Origin:
        """The outlet, or the body that publishes its own reports."""
        original = self._reports[self.root(report.id)]
        if speaker := self._speakers.get(original.id):
            return self._origin(original, speaker, ())
        return Origin(f"{OUTLET}{_outlet(original)}", original.publisher, "media")

    def _origin(self, report: Report, source: Source, outer: Sequence[Source]) -> Origin:
        through = tuple(link.shown for link in outer)
        body = institution(report, source)
        name = source.name or "unnamed source"
        if holder := self._offices.holder(source):
            return self._origin(report, holder, outer)
        side = self._bodies.get(self._whole(name)) if source.kind == "party" else None
        if has_name(source) or is_known(name) or side:
            person = self._people.get((name, source.kind in _BODIES)) or side
            key, body = person or (self._whole(name), body)
            if body:
                return Origin(self._key(report, source, body), titled(name, body), source.kind, through, body)
            return Origin(
                f"{OUTLET if source.kind in _MEDIA else 'name:'}{key}",
                shown_name(name),
                source.kind,
                through,
            )
        if body and source.kind == "official":
            return Origin(self._key(report, source, body), name, source.kind, through, body)
        vouching = next((link.name for link in reversed(outer) if link.kind in _MEDIA), None)
        original = self._reports[self.root(report.id)]
        outlet = name_id(vouching) if vouching else _outlet(original)
        told_to = through if vouching else (original.publisher, *through)
        return Origin(f"{UNNAMED}{outlet}:{name.lower()}", source.shown, source.kind, told_to)

    def _whole(self, name: str) -> str:
        """The plain form of a name, or of the one that it is short for."""
        return self._shorts.get(name_id(name), name_id(name))

    def _key(self, report: Report, source: Source, body: str) -> str:
        """The key of a body, with its land where bodies of several lands speak."""
        land = self._lands.of(report.id, source, body)
        return f"body:{body} of {land}" if land else f"body:{body}"


def _outlet(report: Report) -> str:
    return name_id(report.outlet or report.name or report.id)


def _speakers(
    reports: Sequence[Report],
    told: Sequence[tuple[Report, Source]],
    shorts: Mapping[str, str],
    agencies: Collection[str],
) -> dict[str, Source]:
    """The bodies among outlets, by report: a ministry or a rights group that publishes what it says itself, by its
    name, or as others name it as their source; no agency is one."""
    named = {
        name_id(source.name): source for _, source in told if source.kind in _SPEAKERS and has_name(source)
    }
    named |= {short: named[name] for short, name in shorts.items() if name in named}
    found = {}
    for report in reports:
        kind = kind_of(report.outlet or "", proper=True)
        if not report.outlet or name_id(report.outlet) in agencies:
            continue
        if kind in _SPEAKERS:
            found[report.id] = Source(report.outlet, "named", kind)
        elif kind == "unknown" and (source := named.get(name_id(report.outlet))):
            found[report.id] = replace(source, spans=())  # which are places in another report
    return found


def _roots(copies: Iterable[Copy], among: Collection[str]) -> dict[str, str]:
    """The original at the end of each line of copies; where none of it is among the reports, the first copy of it that
    is."""
    above = originals(copies)

    def top(name: str) -> str:
        seen = {name}
        while name in above and above[name] not in seen:
            name = above[name]
            seen.add(name)
        return name

    tops = {name: top(name) for name in sorted(above) if name in among}
    kept: dict[str, str] = {}
    for name, root in tops.items():
        kept.setdefault(root, root if root in among else name)
    return {name: kept[root] for name, root in tops.items()}


def _people(
    sources: Sequence[tuple[Report, Source]], shorts: Mapping[str, str]
) -> dict[Mention, tuple[str, str | None]]:
    """Key and institution of each named source."""
    bodies: dict[Mention, str | None] = {}
    for report, source in sources:
        mention = (source.name, source.kind in _BODIES)
        bodies[mention] = bodies.get(mention) or institution(report, source)
    groups: dict[Mention, list[Mention]] = defaultdict(list)
    called: dict[str, Mention] = {}
    for mention in sorted(bodies, key=lambda mention: (-len(mention[0]), mention)):
        one = (known for known in groups if _one(known, mention))
        name = shorts.get(name_id(mention[0]), name_id(mention[0]))
        leader = called.get(name) or next(one, None) or _longer(groups, mention) or mention
        groups[leader].append(mention)
        called.setdefault(name, leader)
    found: dict[Mention, tuple[str, str | None]] = {}
    for leader, members in groups.items():
        body = next((bodies[member] for member in members if bodies[member]), None)
        found |= dict.fromkeys(members, (name_id(leader[0]), body))
    named = [(name, key) for (name, is_body), (key, _) in found.items() if is_body]
    for source in dict.fromkeys(source for _, source in sources):
        mention = (source.name, source.kind in _BODIES)
        if found[mention][1] is None and (key := led_body(source, named)):
            found[mention] = (key, None)
    return found


def _one(known: Mention, mention: Mention) -> bool:
    if known[1] or mention[1]:
        return same_name(known[0], mention[0])
    return same_person(known[0], mention[0]) or same_name(known[0], mention[0])


def _longer(groups: Iterable[Mention], mention: Mention) -> Mention | None:
    """The one longer name that ends in a name of several words, or begins with that of a body: "Red Cross" is the Kenya
    Red Cross, "Ostrany Bureau" the Ostrany Bureau of Mines, if no other is."""
    words = name_id(mention[0]).split()
    if len(words) < 2 or is_known(mention[0]):
        return None
    whole = names_body(words[-1])
    longer = [
        known
        for known in groups
        if (told := name_id(known[0]).split())[-len(words) :] == words
        or (whole and told[: len(words)] == words)
    ]
    return longer[0] if len(longer) == 1 else None
