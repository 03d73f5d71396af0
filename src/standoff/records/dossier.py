"""All that is known of one incident at one moment: its reports as read, the copies among them, and the findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from standoff.records.findings import Finding
from standoff.records.incidents import Copy, Incident, Mention, Part
from standoff.records.reading import Reading

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """An incident with its readings, oldest first. ``as_of`` is the moment (ISO 8601) it is seen from, if any.

    ``findings`` are those of an analyst's fact grid, ``besides`` all others: suspects, damage, what was seen. ``parts``
    are what happened in it beside its main type; ``mentions`` the other incidents that its reports speak of.
    """

    incident: Incident
    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...]
    findings: tuple[Finding, ...]
    as_of: str | None = None
    parts: tuple[Part, ...] = ()
    mentions: tuple[Mention, ...] = ()
    besides: tuple[Finding, ...] = ()

    def to_json(self) -> Json:
        """Everything but the texts, which the reports' ids lead to."""
        reports = [
            {
                "id": reading.report.id,
                "outlet": reading.report.outlet,
                "title": reading.report.title,
                "published": reading.report.published.to_json() if reading.report.published else None,
            }
            for reading in self.readings
        ]
        return {
            "incident": self.incident.to_json(),
            "as_of": self.as_of,
            "reports": reports,
            "copies": [copy.to_json() for copy in self.copies],
            "parts": [part.to_json() for part in self.parts],
            "mentions": [mention.to_json() for mention in self.mentions],
            "findings": [finding.to_json() for finding in self.findings],
            "besides": [finding.to_json() for finding in self.besides],
        }
