"""How many gold place phrases get coordinates, and how often the right town among many of one name is taken.

    python -m benchmarks.values_places --data GOLD_DIR [--list] [--incidents FILE.jsonl.gz]

Gold phrases only, no model. With ``--incidents`` (gva-dev-incidents): the town found from "CITY, STATE" must lie in
the state, and the town found from the city's name alone in a report of that state's other cities too; a state's
bounds are those of its towns. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.face import Json
from benchmarks.gold import gold_files, place
from benchmarks.values_times import words_of
from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import Candidate, candidates
from standoff.extraction.places.names import name_key
from standoff.extraction.places.places import PlaceContext, context, locate
from standoff.extraction.places.spans import find_places
from standoff.records import Place


def phrases(data: Json, text: str) -> list[tuple[str, int]]:
    """The distinct place phrases of one gold file, with where they stand."""
    found: dict[str, int] = {}
    for claim in data["claims"]:
        if claim["slot"] == "place":
            found.setdefault(" ".join(claim["value"]["text"].split()), place(claim, text).start)
    return list(found.items())


def gold(folder: Path, *, listing: bool) -> Json:
    """Shares of gold phrases with a capital letter and of all that get coordinates; what the finder sees."""
    total = located = seen = spans = count = 0
    spent = 0.0
    locate("Paris", PlaceContext())  # so that loading the gazetteer is not counted
    for data, text in gold_files(folder):
        around = context(text.split("\n"))
        words, offsets = words_of(text)
        found = [(offsets[a][0], offsets[b - 1][1]) for a, b in find_places(words)]
        spans, count = spans + len(found), count + len(words)
        for phrase, at in phrases(data, text):
            start = time.process_time()
            place = locate(phrase, around)
            spent += time.process_time() - start
            total += 1
            located += place.latitude is not None
            inside = any(a < at + len(phrase) and at < b for a, b in found)
            seen += inside and place.latitude is not None
            if listing:
                print(data["id"][:16], phrase[:80], "->", place.name, place.country, place.latitude,
                      place.longitude, place.radius_km, "" if inside else "unseen", sep="\t")  # fmt: skip
    return {"phrases": total, "located": located, "seen": seen, "spans": spans, "words": count,
            "microseconds": round(spent / max(1, total) * 1e6)}  # fmt: skip


def incidents(file: Path) -> Iterator[tuple[str, str]]:
    """City and state of each incident."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["city_or_county"], row["state"]


def towns(file: Path) -> Json:
    """Shares of incidents' towns put into their state: with the state in the phrase, in the report, not at all."""
    right = {"phrase": 0, "report": 0, "alone": 0}
    rows = [row for row in incidents(file) if in_state_towns(*row)]
    for city, state in rows:
        ways = {
            "phrase": (f"{city}, {state}", PlaceContext()),
            "report": (city, context([f"a shooting in {state}"])),
            "alone": (city, PlaceContext()),
        }
        for way, (phrase, around) in ways.items():
            right[way] += in_state(locate(phrase, around), city, state)
    return {"incidents": len(rows), **{way: round(hits / len(rows), 4) for way, hits in right.items()}}


def in_state_towns(city: str, state: str) -> list[Candidate]:
    """The towns and counties of a name in a state."""
    states = [
        item for item in candidates(name_key(state)) if item.kind is Kind.REGION and item.country == "US"
    ]
    regions = {item.region for item in states}
    return [item for item in candidates(name_key(city)) if item.region in regions]


def in_state(place: Place, city: str, state: str) -> bool:
    """Whether a place is one of the towns or counties of the name in the state."""
    spots = [item.spot() for item in in_state_towns(city, state)]
    return any((spot.latitude, spot.longitude) == (place.latitude, place.longitude) for spot in spots)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--incidents", type=Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    figures = gold(options.data, listing=options.list)
    if options.incidents:
        figures |= towns(options.incidents)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
