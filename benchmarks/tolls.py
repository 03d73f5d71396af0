"""Tolls, places and dates of shootings against the Gun Violence Archive's record of each.

    python -m benchmarks.tolls --data gva-dev.jsonl.gz --out PRED.jsonl [--score]

Of the clean reports the latest of each of 300 incidents is read (a sample with a fixed seed). Written is
``{"id", "killed", "injured", "place", "region", "date"}``: what the report says of its incident, that is of its events
of harm (`HARM`) but for background, else of its main event. The predictor looks at text, title, address and date of
publication only;
``--score`` reads ``…-incidents.jsonl.gz`` beside the reports afterwards and prints one JSON object: the shares that are
right, over all and by part, and the errors by kind. Errors were read in the part ``read`` alone; ``kept`` was only
measured.

A place is right when its state is the record's and it is the record's town by name, or lies within `NEAR_KM` of it; a
date when it is the record's day. The archive's numbers are final, so an early report is not wrong when it differs.
"""

from __future__ import annotations

import json
import math
import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from benchmarks.casualties import casualties
from benchmarks.face import Json, jsonl, parser, readings, report, write
from standoff.extraction.places.places import context, locate
from standoff.extraction.places.report import places_of
from standoff.extraction.times.times import is_dayless
from standoff.records import Claim, Place, Reading, Time

SAMPLE, SEED = 300, 4
HARM = ("attack", "bombing", "strike", "clash", "hostage_taking", "abduction", "assassination", "raid", "riot",
        "destruction", "accident")  # fmt: skip
ABOUT_HARM = ("arrest", "charge", "verdict")
NEAR_KM = 25.0  # the archive names quarters and suburbs ("Hermitage" of Nashville)
_HOME = 3.0
_TOWN_KM = 60.0  # a place of a larger radius is a county or state
_DEGREE_KM = 111.2


def sample(reports: Iterable[Json], recorded: Iterable[str]) -> list[Json]:
    """The latest clean report of each sampled incident that has a record, by incident, with its ``part``."""
    known = frozenset(recorded)
    usable = [r for r in reports if r["clean"] and r["incident"] in known]
    latest = {r["incident"]: r for r in sorted(usable, key=lambda r: (r["published"], r["id"]))}
    picked = sorted(random.Random(SEED).sample(sorted(latest), min(SAMPLE, len(latest))))  # noqa: S311 - a sample
    shuffled = list(picked)
    random.Random(SEED + 1).shuffle(shuffled)  # noqa: S311
    read = set(shuffled[: len(picked) // 2])
    return [latest[name] | {"part": "read" if name in read else "kept"} for name in picked]


def told(reading: Reading) -> Json:
    """What a report says of its incident."""
    claims = _of_incident(reading)
    starts = reading.words.offsets[reading.words.sentences[:, 0], 0].tolist()
    found = casualties(reading.report.text, _tolls(claims, reading), lambda o: bisect_right(starts, o))
    place = _place(claims, reading)
    published = reading.report.published
    day = _day(reading, claims)
    return {
        "id": reading.report.id, "killed": found.killed, "injured": found.injured,
        "place": place.name, "region": place.region, "latitude": place.latitude, "longitude": place.longitude,
        "date": day or (published.value if published else None),
    }  # fmt: skip


def _of_incident(reading: Reading) -> list[Claim]:
    """The claims of the events of harm; of the main event when there is none. What is background to harm is another
    incident; what is background to an arrest or a verdict is what it is about."""
    about_harm = reading.events[:1] and reading.events[0].type in HARM
    harmful = {
        e.id for e in reading.events if e.type in HARM and not (about_harm and e.standing == "background")
    }
    chosen = harmful or {event.id for event in reading.events[:1]}
    return [claim for claim in reading.claims if claim.event in chosen]


def _tolls(claims: Sequence[Claim], reading: Reading) -> list[Claim]:
    """The claims; where they tell of nobody killed, also whom an arrest, a charge or a verdict says was."""
    if any(claim.slot == "killed" for claim in claims):
        return list(claims)
    return [*claims, *(c for c in reading.claims if c.slot == "killed" and c.type in ABOUT_HARM)]


def _place(claims: Sequence[Claim], reading: Reading) -> Place:
    """The town that claims name most, each with its score, and a county only where no town is named.

    Where the report was filed, or its own town, has as much as `_HOME` claims; its outlet's home counts where nothing
    is named.
    """
    around, home = places_of(reading.report)
    spoken = bool(reading.report.dateline or around.town)
    named = [(claim.value, claim.score) for claim in claims if isinstance(claim.value, Place)]
    told = [*named, (home, _HOME)] if spoken else named
    towns = [(place, score) for place, score in told if place.name and (place.radius_km or 0) <= _TOWN_KM]
    towns = towns or [(home, _HOME)]
    towns = [(place, score) for place, score in towns if not _is_county(place)] or towns
    votes: dict[tuple[str | None, str | None], float] = defaultdict(float)
    for place, score in towns:
        votes[place.name, place.region] += score
    best = max(votes, key=lambda name: votes[name], default=None)
    return next((place for place, _ in towns if (place.name, place.region) == best), Place(""))


def _is_county(place: Place) -> bool:
    return (place.name or "").endswith((" County", " Parish"))


def _day(reading: Reading, told: Sequence[Claim]) -> str | None:
    """The day that the event with most claims names; else one of the others of harm, of background that was harm, the
    earliest of any event's; else the one that a time of day lies on. ``None`` when none is named."""
    sizes = Counter(claim.event for claim in told)
    largest = max(sizes, key=lambda event: sizes[event], default="")
    harm = [claim for claim in reading.claims if claim.type in HARM]
    for claims in ([claim for claim in told if claim.event == largest], told, harm):
        if days := _days(reading, claims):
            return max(days, key=lambda day: days[day])
    return min(_days(reading, reading.claims), default=None) or min(
        _days(reading, told, dayless=True), default=None
    )


def _days(reading: Reading, claims: Sequence[Claim], *, dayless: bool = False) -> dict[str, float]:
    """The days that claims name in words of their own (or lie on, ``dayless``), with the scores of those that do. What
    is only planned has not happened on its day."""
    days: dict[str, float] = {}
    for claim in claims:
        if not isinstance(claim.value, Time) or claim.realis in ("intended", "hypothetical"):
            continue
        at, day = claim.evidence[0], claim.value.start[:10]
        if day == claim.value.end[:10] and (
            dayless or not is_dayless(reading.report.text[at.start : at.end])
        ):
            days[day] = days.get(day, 0.0) + claim.score
    return days


def measured(reports: Sequence[Json], records: Iterable[Json], found: Iterable[Json]) -> Json:
    """Shares that are right and errors by kind, of predictions of sampled ``reports``."""
    by_incident, by_id = {r["incident"]: r for r in records}, {item["id"]: item for item in found}
    rows = [(r["part"], _judged(by_incident[r["incident"]], by_id[r["id"]])) for r in reports]
    errors = Counter(kind for _, row in rows for kind in row.values() if kind)
    parts = {name: [row for part, row in rows if name in (part, "all")] for name in ("all", "read", "kept")}
    shares = {name: _shares(part) for name, part in parts.items()}
    return {**shares, "errors": dict(sorted(errors.items(), key=lambda pair: (-pair[1], pair[0])))}


def _shares(rows: Sequence[dict[str, str]]) -> dict[str, float]:
    return {key: sum(not row[key] for row in rows) / len(rows) for key in (rows[0] if rows else ())}


def _judged(record: Json, item: Json) -> dict[str, str]:
    """For each point "" when right, else the kind of error."""
    return {
        "killed": _toll("killed", record["num_killed"], item["killed"]),
        "injured": _toll("injured", record["num_injured"], item["injured"]),
        "place": _town(record, item),
        "date": _date(_iso(record["date"]), item["date"]),
    }


def _iso(words: str) -> str:
    """A day as the archive writes it ("May 3, 2015"), in ISO form."""
    return datetime.strptime(words, "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()


def _toll(slot: str, true: int, given: int) -> str:
    if true == given:
        return ""
    return f"{slot} missed" if not given else f"{slot} invented" if not true else f"{slot} of another number"


def _town(record: Json, item: Json) -> str:
    if item["place"] is None:
        return "no place"
    if item["region"] != record["state"]:
        return "another state"
    return "" if any(_is_town(name, record["state"], item) for name in _names(record)) else "another town"


def _names(record: Json) -> list[str]:
    """What the archive calls a place: "Brown (county)", "Los Angeles (Watts)"."""
    name, _, inner = record["city_or_county"].partition(" (")
    inner = inner.rstrip(")")
    return [f"{name} County"] if inner == "county" else [name, inner] if inner else [name]


def _is_town(name: str, state: str, item: Json) -> bool:
    wanted = locate(f"{name}, {state}", context([state]))
    near = wanted.region == state and _km(wanted, item) <= NEAR_KM
    return near or item["place"].casefold() == name.casefold()


def _km(place: Place, item: Json) -> float:
    if place.latitude is None or place.longitude is None or item["latitude"] is None:
        return math.inf
    east = (place.longitude - item["longitude"]) * math.cos(math.radians(place.latitude))
    return math.hypot(place.latitude - item["latitude"], east) * _DEGREE_KM


def _date(true: str, given: str | None) -> str:
    if given == true:
        return ""
    return "no date" if given is None else "a later day" if given > true else "an earlier day"


def predictions(reports: Sequence[Json]) -> Iterator[Json]:
    """One prediction a report, in their order."""
    made = (
        replace(report(r["text"], r["id"], published=r["published"], url=r.get("url")), title=r.get("title"))
        for r in reports
    )
    return (told(reading) for reading in readings(made))


def main(arguments: list[str] | None = None) -> None:
    """Writes the predictions, and prints the score when asked for."""
    made = parser(__doc__)
    made.add_argument(
        "--score", action="store_true", help="also print the score against the incidents' records"
    )
    args = made.parse_args(arguments)
    records = jsonl(args.data.with_name(args.data.name.replace(".jsonl", "-incidents.jsonl")))
    chosen = sample(jsonl(args.data), (record["incident"] for record in records))
    found = list(predictions(chosen))
    write(args.out, found)
    if args.score:
        print(json.dumps(measured(chosen, records, found), indent=1))


if __name__ == "__main__":
    main()
