"""What a report's places are read against: its text, and its title, outlet and address, which speak of places too.

Invariant: the text alone tells how a report is written; what stands around it only votes.
"""

from __future__ import annotations

from standoff.extraction.places.context import PlaceContext
from standoff.extraction.places.outlets import home_in, home_in_title, home_of, names_in
from standoff.extraction.places.places import locate, town_of
from standoff.extraction.places.votes import context
from standoff.records import Place, Report


def places_of(report: Report) -> tuple[PlaceContext, Place]:
    """The context of a report's places, and its home: where it was filed, or the town that it speaks of most."""
    home = _home(report)
    around = context(report.text.splitlines(), report.dateline, _about(report, home), home)
    return around, locate(report.dateline.place, around) if report.dateline else town_of(around)


def _home(report: Report) -> str:
    """Where the outlet is at home, by its name, its address, the end of the title, the agency of the dateline."""
    told = (
        home_of(report.outlet or ""),
        home_in(report.url or ""),
        home_in_title(report.title or ""),
        home_of((report.dateline.agency if report.dateline else None) or ""),
    )
    return next(filter(None, told), "")


def _about(report: Report, home: str) -> list[str]:
    """Phrases around the text. A title that the text repeats would count twice."""
    told = [words for words in (report.title, report.outlet) if words and words not in report.text]
    return [*told, *(f"in {name}" for name in names_in(report.url or "") if name != home)]
