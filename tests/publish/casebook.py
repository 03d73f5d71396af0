"""Readings made by hand from case files: TOML with a text of ours and the claims and attributions that are in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

import made
from standoff.demo import folder
from standoff.records import (
    Attribution,
    Claim,
    Entity,
    Event,
    Hedge,
    Part,
    Place,
    Quantity,
    Reading,
    Report,
    Source,
    Span,
    Stamp,
    Text,
    Time,
    Value,
)
from standoff.records.report import make_id

CASES = Path(__file__).parent / "cases"
_SENTENCE_END = re.compile(r"[.?!][\"”]?\s+(?=[A-Z\"“])|\n\n")

Table = dict[str, Any]


def reading(name: str) -> Reading:
    """The reading that ``cases/NAME.toml`` describes."""
    case = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    text = (folder() / case["demo"]).read_text(encoding="utf-8")
    report = _report(case, text)
    base = made.bare_reading(text)
    sources = {key: _source(item) for key, item in case["sources"].items()}
    return replace(
        base,
        report=report,
        words=replace(base.words, sentences=_sentences(text, base.words.offsets[:, 0])),
        attributions=tuple(_link(item, sources, text) for item in case["attributions"]),
        events=tuple(_event(item, text) for item in case["events"]),
        claims=tuple(
            _claim(f"c{number}", item, sources, case, text) for number, item in enumerate(case["claims"], 1)
        ),
    )


def _report(case: Table, text: str) -> Report:
    body = text.index("\n\n") + 2
    parts = (Part("header", Span(0, body - 2)), Part("body", Span(body, len(text.rstrip()))))
    made_report = replace(
        made.report(text, name=case["demo"], outlet=case["outlet"]),
        parts=parts,
        title=case["title"],
        published=Stamp(case["published"], "minute", "header"),
        url=case.get("url"),
    )
    facts = (made_report.rendition, made_report.outlet, made_report.url, made_report.published)
    return replace(made_report, id=make_id(*facts))


def _sentences(text: str, starts: Any) -> Any:
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    bounds = sorted({0, *(int(np.searchsorted(starts, end)) for end in ends), len(starts)})
    return np.array(list(pairwise(bounds)), np.int32)


def _source(item: list[str]) -> Source:
    name, identification, kind, *described = item
    return Source(name, identification, kind, (), tuple(described))  # type: ignore[arg-type]


def _at(text: str, quote: str, near: str = "") -> Span:
    start = text.index(quote, text.index(near))
    return Span(start, start + len(quote))


def _event(item: Table, text: str) -> Event:
    return Event(item["id"], item["type"], (_at(text, item["trigger"]),), item["standing"])


def _link(item: Table, sources: dict[str, Source], text: str) -> Attribution:
    near: str = item.get("near") or item["content"]
    found = replace(sources[item["source"]], spans=(_at(text, item["words"], near),))
    cue, content = (_at(text, item["cue"], near),), (_at(text, item["content"], near),)
    return Attribution(item["id"], item.get("within"), found, cue, item["act"], content)


def _claim(name: str, item: Table, sources: dict[str, Source], case: Table, text: str) -> Claim:
    types = {event["id"]: event["type"] for event in case["events"]}
    near: str = item.get("near") or item["quote"]
    hedges = tuple(Hedge(words, _at(text, words, near), "value") for words in item.get("hedges", ()))
    return Claim(
        id=name,
        event=item["event"],
        type=types[item["event"]],
        slot=item["slot"],
        value=_value(item),
        evidence=(_at(text, item["quote"], near),),
        chain=tuple(sources[key] for key in item.get("chain", ())),
        attribution=item.get("attribution"),
        polarity=item.get("polarity", "affirmed"),
        certainty=item.get("certainty", "certain"),
        realis=item.get("realis", "actual"),
        hedges=hedges,
    )


def _value(item: Table) -> Value:
    match item:
        case {"low": _} | {"high": _}:
            kind = "count" if item["slot"].endswith("_count") else "toll"
            return Quantity(kind, item.get("low"), item.get("high"), False, item.get("party"))  # type: ignore[arg-type]
        case {"start": start, "end": end}:
            return Time(start, end)
        case {"place": words}:
            return Place(words)
        case {"text": words}:
            return Text(words)
        case {"entity": words}:
            return Entity(words)
    raise ValueError(f"a claim without a value: {item}")
