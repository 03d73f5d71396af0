"""The desk's work on many reports: compares what is stored, and puts an incident together as it was known at a moment.

Invariant: everything that is shown is made anew from stored readings by pure functions; only links, copies and codes
are kept.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import filterfalse

from standoff.errors import InputError, NotFound, StandoffError
from standoff.linking.copies import compare
from standoff.linking.digest import digest
from standoff.linking.events import may_be, parts, passage
from standoff.linking.incident import incident
from standoff.linking.linker import Group, links
from standoff.linking.moments import published
from standoff.records import Reading
from standoff.records.dossier import Dossier
from standoff.records.earth import kilometres
from standoff.records.incidents import Incident, Mention, Spot
from standoff.store import Store
from standoff.weighing.changes import Change, changes
from standoff.weighing.citations import Cited, citations
from standoff.weighing.findings import is_key, key_findings, weigh
from standoff.weighing.scope import outside

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents: near a spot within ``km``, with reports since a day, of a type, with disputed findings only."""

    near: Spot | None = None
    km: float = 50.0
    since: str | None = None
    type: str | None = None
    disputed: bool = False

    def fits(self, told: Incident) -> bool:
        """Whether an incident is one of them, as far as its line tells."""
        near = self.near
        return (
            (self.type is None or told.type == self.type)
            and (self.since is None or _since(told.until, self.since))
            and (
                near is None or any(kilometres(near, spot) - spot.radius_km <= self.km for spot in told.spots)
            )
        )


class Casework:
    """Incidents of the reports in a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def link(self, reading: Reading) -> None:
        """Compare a stored report with the others, and give its incident a code. Doing it twice changes nothing."""
        made = digest(reading)
        self._store.incidents.compare(
            made,
            lambda others: links(made, others),
            lambda others: [copy for other in others if (copy := compare(made, other))],
        )

    def link_all(self) -> None:
        """Compare every stored report that has not been compared yet. One that cannot be is logged and left out."""
        for name in self._store.incidents.unlinked():
            try:
                self.link(self._store.reading(name))
            except StandoffError:
                raise
            except Exception as error:  # noqa: BLE001 - one report's fault, whichever it is, must not hide the others
                _logger.warning("%s: could not be compared: %s: %s", name, type(error).__name__, error)

    def incidents(self, wanted: Wanted) -> Iterator[Incident]:
        """The incidents that are wanted, those with the latest report first. Raises `InputError` when no day is given
        where one is wanted."""
        _check(wanted.since)
        self.link_all()
        found = (self._incident(code, group) for code, group in self._store.incidents.incidents())
        fitting = [each for each in found if wanted.fits(each)]
        for each in sorted(fitting, key=_latest, reverse=True):
            if not wanted.disputed or self._disputed(each):
                yield each

    def _disputed(self, told: Incident) -> bool:
        copied = self._store.incidents.copies(set(told.reports))
        found = key_findings(weigh(self._readings(told.reports), copied))
        return any(finding.status == "disputed" for finding in found)

    def dossier(self, code: str, as_of: str | None = None) -> Dossier:
        """An incident as known now, or from what was published up to a moment. Raises `NotFound`, and `InputError` when
        the moment is none."""
        _check(as_of)
        self.link_all()
        code, group = self._store.incidents.incident(code)
        readings = [
            reading for reading in self._readings(group) if as_of is None or _published_by(reading, as_of)
        ]
        if not readings:
            raise NotFound(f"{code}: no report of it was published by {as_of} (give a later moment)")
        copied = self._store.incidents.copies({reading.report.id for reading in readings})
        found = weigh(readings, copied)
        line = self._incident(code, [reading.report.id for reading in readings])
        apart = outside(readings)
        mentions = tuple(self._mentions(code, readings, apart, as_of))
        return Dossier(
            line, tuple(readings), tuple(copied), key_findings(found), as_of, parts(readings, line.type, apart, copied),
            mentions, tuple(filterfalse(is_key, found)),
        )  # fmt: skip

    def changes(self, code: str, since: str) -> tuple[Change, ...]:
        """What changed in an incident's fact grid after a moment. Raises `NotFound`, and `InputError` where it is no
        moment."""
        _check(since)
        now = self.dossier(code)
        then = tuple(reading for reading in now.readings if _published_by(reading, since))
        before = weigh(then, [copy for copy in now.copies if _among(copy.copy, copy.original, then)])
        grid = {(each.slot, each.party) for each in (*key_findings(before), *now.findings)}
        found = changes(before, (*now.findings, *now.besides))
        return tuple(change for change in found if (change.slot, change.party) in grid)

    def sources(self, code: str) -> list[Cited]:
        """Who cites whom in an incident, a tree for each report. Raises `NotFound`."""
        found = self.dossier(code)
        return citations(found.readings, found.copies)

    def _readings(self, group: Group) -> list[Reading]:
        return sorted((self._store.reading(name) for name in group), key=_moment)

    def _incident(self, code: str, group: Collection[str]) -> Incident:
        links = self._store.incidents.links(set(group)) if len(group) > 1 else ()
        return incident(code, self._store.incidents.cards(group), links)

    def _mentions(
        self, code: str, readings: Iterable[Reading], apart: Iterable[tuple[str, str]], as_of: str | None
    ) -> Iterator[Mention]:
        """The other incidents that events apart from this one may be, by a report of each that was there by then."""
        by_id = {reading.report.id: reading for reading in readings}
        for report, event in sorted(apart):
            told = passage(by_id[report], event)
            near = self._store.incidents.candidates(told) if told else []
            fitting = {
                other.report: other.title or "no title"
                for other in near
                if told and may_be(told, other) and (as_of is None or _by(other.at, as_of))
            }
            codes = self._store.incidents.codes(fitting)
            titles = {codes[name]: fitting[name] for name in sorted(fitting, reverse=True) if name in codes}
            titles.pop(code, None)
            yield from (Mention(other, titles[other], report, event) for other in sorted(titles))


def _check(moment: str | None) -> None:
    """Raises `InputError` when words are no day and no moment: nothing would have been published by then."""
    if moment is None:
        return
    try:
        datetime.fromisoformat(moment)
    except ValueError as error:
        way_out = "give a day or moment as 2024-06-16 or 2024-06-16T18:00"
        raise InputError(moment, "is no date", way_out) from error


def _among(one: str, other: str, readings: Sequence[Reading]) -> bool:
    return {one, other} <= {reading.report.id for reading in readings}


def _moment(reading: Reading) -> tuple[datetime, str]:
    at = reading.report.published
    return published(at.value if at else None), reading.report.id


def _published_by(reading: Reading, moment: str) -> bool:
    at = reading.report.published
    return _by(at.value if at else None, moment)


def _latest(told: Incident) -> tuple[bool, datetime, str]:
    """Sorts incidents by their latest report, those without a date first."""
    return told.until is not None, published(told.until), told.code


def _since(at: str | None, moment: str) -> bool:
    """Whether something was published at a moment or after it; a mere day may be at any of its hours."""
    when, since = published(at), published(moment)
    late = when >= since if len(at or "") > 10 else when.date() >= since.date()
    return late and when < published(None)


def _by(at: str | None, moment: str) -> bool:
    """Whether something was published by a moment; a mere day means to its end."""
    by = published(moment if len(moment) > 10 else f"{moment}T23:59:59")
    return by < published(None) and published(at) <= by
