"""What a report's places are read against: its text, and its title, outlet and address, which speak of places too.

Invariant: the text alone tells how a report is written; what stands around it only votes.
"""

from __future__ import annotations

from standoff.extraction.place_outlets import home_of, names_in
from standoff.extraction.place_scores import PlaceContext
from standoff.extraction.place_votes import context
from standoff.extraction.places import locate, town_of
from standoff.records import Place, Report


def places_of(report: Report) -> tuple[PlaceContext, Place]:
    """The context of a report's places, and its home: where it was filed, or the town that it speaks of most."""
    around = context(report.text.splitlines(), report.dateline, _about(report))
    return around, locate(report.dateline.place, around) if report.dateline else town_of(around)


def _about(report: Report) -> list[str]:
    """Phrases around the text. A title that the text repeats would count twice."""
    told = [words for words in (report.title, report.outlet) if words and words not in report.text]
    outlets = (report.outlet, report.dateline.agency if report.dateline else None)
    homes = [home for outlet in outlets if outlet and (home := home_of(outlet))]
    return [*told, *(f"in {name}" for name in dict.fromkeys((*homes, *names_in(report.url or ""))))]
