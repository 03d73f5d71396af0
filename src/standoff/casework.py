"""The desk's work on many reports: compares what is stored, and puts an incident together as it was known at a moment.

Invariant: everything that is shown is made anew from stored readings by pure functions; only links, copies and codes
are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from standoff.errors import NotFound
from standoff.linking.copies import compare
from standoff.linking.digest import digest
from standoff.linking.features import kilometres
from standoff.linking.linker import Group, links
from standoff.records import Place, Reading
from standoff.records.dossier import Dossier
from standoff.records.incidents import Incident, Spot
from standoff.store import Store
from standoff.weighing.changes import Change, changes
from standoff.weighing.citations import Cited, citations
from standoff.weighing.findings import key_findings, weigh


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents: near a spot within ``km``, with reports since a day, of a type, with disputed findings only."""

    near: Spot | None = None
    km: float = 50.0
    since: str | None = None
    type: str | None = None
    disputed: bool = False

    def fits(self, incident: Incident) -> bool:
        """Whether an incident is one of them, as far as its line tells."""
        near = self.near
        return (
            (self.type is None or incident.type == self.type)
            and (self.since is None or (incident.until or "") >= self.since)
            and (
                near is None
                or any(kilometres(near, spot) - spot.radius_km <= self.km for spot in incident.spots)
            )
        )


class Casework:
    """Incidents of the reports in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def link(self, reading: Reading) -> None:
        """Compare a stored report with the others, and give its incident a code. Doing it twice changes nothing."""
        made = digest(reading)
        found = links(made, self._store.incidents.candidates(made))
        copied = [
            copy for other in self._store.incidents.sharing_text(made) if (copy := compare(made, other))
        ]
        self._store.incidents.relate(made, found, copied)

    def link_all(self) -> None:
        """Compare every stored report that has not been compared yet."""
        for name in self._store.incidents.unlinked():
            self.link(self._store.reading(name))

    def incidents(self, wanted: Wanted) -> Iterator[Incident]:
        """The incidents that are wanted, those with the latest report first."""
        self.link_all()
        found = (
            self._incident(code, self._readings(group)) for code, group in self._store.incidents.incidents()
        )
        fitting = [incident for incident in found if wanted.fits(incident)]
        for incident in sorted(fitting, key=lambda each: (each.until or "", each.code), reverse=True):
            if not wanted.disputed or self._disputed(incident):
                yield incident

    def _disputed(self, incident: Incident) -> bool:
        return any(finding.status == "disputed" for finding in self.dossier(incident.code).findings)

    def dossier(self, code: str, as_of: str | None = None) -> Dossier:
        """An incident as known now, or from what was published up to a moment. Raises `NotFound`."""
        self.link_all()
        code, group = self._store.incidents.incident(code)
        readings = [
            reading for reading in self._readings(group) if as_of is None or _published_by(reading, as_of)
        ]
        if not readings:
            raise NotFound(f"{code}: no report of it was published by {as_of} (give a later moment)")
        copied = self._store.incidents.copies({reading.report.id for reading in readings})
        found = key_findings(weigh(readings, copied))
        return Dossier(self._incident(code, readings), tuple(readings), tuple(copied), found, as_of)

    def changes(self, code: str, since: str) -> tuple[Change, ...]:
        """What changed in an incident after a moment. Raises `NotFound`."""
        now = self.dossier(code)
        then = tuple(reading for reading in now.readings if _published_by(reading, since))
        before = key_findings(
            weigh(then, [copy for copy in now.copies if _among(copy.copy, copy.original, then)])
        )
        return changes(before, now.findings)

    def sources(self, code: str) -> list[Cited]:
        """Who cites whom in an incident, a tree for each report. Raises `NotFound`."""
        found = self.dossier(code)
        return citations(found.readings, found.copies)

    def _readings(self, group: Group) -> list[Reading]:
        return sorted((self._store.reading(name) for name in group), key=_moment)

    def _incident(self, code: str, readings: Sequence[Reading]) -> Incident:
        ids = tuple(sorted(reading.report.id for reading in readings))
        closeness = dict.fromkeys(ids, 0.0)
        for link in self._store.incidents.links(set(ids)):
            closeness[link.one] += link.score
            closeness[link.other] += link.score
        main = min(readings, key=lambda reading: (-closeness[reading.report.id], *_moment(reading)))
        types = Counter(reading.events[0].type for reading in readings if reading.events)
        stamps = [reading.report.published.value for reading in readings if reading.report.published]
        outlets = {reading.report.outlet for reading in readings if reading.report.outlet}
        spots = {spot: None for reading in readings for spot in digest(reading).spots}
        return Incident(
            code=code,
            title=main.report.title or main.report.name or "no title",
            type=min(types, key=lambda name: (-types[name], name)) if types else "other",
            place=_place(main),
            since=stamps[0] if stamps else None,
            until=stamps[-1] if stamps else None,
            reports=ids,
            outlets=tuple(sorted(outlets)),
            spots=tuple(spots),
        )


def _place(reading: Reading) -> str | None:
    main = (claim.value for claim in reading.claims if claim.event == "e1" and isinstance(claim.value, Place))
    return next((place.text for place in main), None)


def _among(one: str, other: str, readings: Sequence[Reading]) -> bool:
    return {one, other} <= {reading.report.id for reading in readings}


def _moment(reading: Reading) -> tuple[datetime, str]:
    """When a report was published, as far as known (the first moment of its day), for sorting; no date comes last."""
    published = reading.report.published
    at = _parsed(published.value) if published else None
    return at or datetime.max.replace(tzinfo=UTC), reading.report.id


def _published_by(reading: Reading, moment: str) -> bool:
    """Whether a report was published by a moment; a mere day means to its end."""
    by = _parsed(moment if len(moment) > 10 else f"{moment}T23:59:59")
    return by is not None and _moment(reading)[0] <= by


def _parsed(iso: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
