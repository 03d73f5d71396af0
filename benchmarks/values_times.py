"""How many gold time quotes are read as the gold interval, and how many the finder sees.

    python -m benchmarks.values_times --data GOLD_DIR [--list]

Gold quotes only, no model. Three readings of each quote: without anything but publication; with the tense that the
gold realis implies; with tense and an anchor, the last time read before it in the text (same event first). The rule of
agreement is the scorer's: equal intervals. Prints one JSON object; ``--list`` also the quotes that disagree.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.face import Json
from benchmarks.gold import gold_files, place
from standoff.extraction.times.spans import find_times
from standoff.extraction.times.times import TimeContext, read_time
from standoff.records import Stamp, Time

_WORD = re.compile(r"[ap]\.\s?m\b\.?|[A-Z][a-z]{2,3}\.(?=\s\d)|\d+(?:[.:,]\d+)*\w*|\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Quote:
    """One gold time claim, where it stands, and what it says."""

    report: str
    event: str
    at: int
    quote: str
    realis: str
    start: str
    end: str


def quotes(data: Json, text: str) -> list[Quote]:
    """The time claims of one gold file in text order."""
    found = []
    for claim in data["claims"]:
        if claim["slot"] == "time":
            at = place(claim, text).start
            value = claim["value"]
            end = value.get("end") or value["start"]
            found.append(
                Quote(data["id"], claim["event"], at, claim["quote"], claim["realis"], value["start"], end)
            )
    return sorted(found, key=lambda quote: quote.at)


def contexts(quote: Quote, stamp: Stamp | None, said: dict[str, Time]) -> dict[str, TimeContext]:
    """The three contexts of a quote. ``said`` holds the last time read, by event and ("") over all."""
    tense = "future" if quote.realis in ("intended", "hypothetical") else "past"
    anchor = said.get(quote.event) or said.get("")
    return {
        "alone": TimeContext(stamp),
        "tense": TimeContext(stamp, tense),  # type: ignore[arg-type]
        "anchor": TimeContext(stamp, tense, anchor),  # type: ignore[arg-type]
    }


def words_of(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Words of a text, roughly as the reader cuts them, with their offsets."""
    found = list(_WORD.finditer(text))
    return [match[0] for match in found], [match.span() for match in found]


def main() -> None:
    """Read the gold files, print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    hits: dict[str, int] = {"alone": 0, "tense": 0, "anchor": 0}
    total = seen = spans = count = 0
    for data, text in gold_files(options.data):
        stamp = Stamp(data["published"], "day", "given") if data["published"] else None
        said: dict[str, Time] = {}
        words, offsets = words_of(text)
        places = [(offsets[a][0], offsets[b - 1][1]) for a, b in find_times(words)]
        spans, count = spans + len(places), count + len(words)
        for quote in quotes(data, text):
            total += 1
            found = any(a < quote.at + len(quote.quote) and quote.at < b for a, b in places)
            seen += found
            for name, context in contexts(quote, stamp, said).items():
                time = read_time(quote.quote, context)
                right = time is not None and (time.start, time.end) == (quote.start, quote.end)
                hits[name] += right
                if options.list and name == "anchor" and not (right and found):
                    print(quote.report, stamp and stamp.value, repr(quote.quote), quote.start, quote.end, "|", time,
                          "" if found else "UNSEEN")  # fmt: skip
            if time:
                said[quote.event] = said[""] = time
    figures = {name: round(hit / total, 4) for name, hit in hits.items()}
    print(
        json.dumps(
            {"quotes": total, **figures, "found": round(seen / total, 4), "spans": spans, "words": count}
        )
    )


if __name__ == "__main__":
    main()
