"""What stands before a plain text and tells of it: ``key: value`` lines, the archive form, lines that are a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from standoff.ingest import dates
from standoff.ingest.furniture import without_asides
from standoff.ingest.lexicon import table
from standoff.records.report import Span, Stamp

_LINE = re.compile(r"[ \t]*(?P<key>[A-Za-z][A-Za-z _-]{0,30}):(?P<value>[^\r\n]*)(?:\r\n|\r|\n|$)")
STAMP_LINE = 160  # characters; a line that is nothing but dates is no longer
_MOST_LINES = 50
_BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n|$)")
_SITE = re.compile(r"(?:^|\s)[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,7}$")
_UNDER = 4  # paragraphs under a text that may hold dates of it
_SIGNED = 100  # characters of a line that says who writes, where and on which day
_NAMING_WORDS = 10  # of it, before the date
_SEPARATED = re.compile(r"\w[)\"”’]?(?:\s*[,|/·•]|\s[–—-])\s*$")
_PARTED = re.compile(r"^\s*(?:[,|/·•]|\s[–—-]\s)\s*\w")
_UNNAMED = re.compile(r"\b[a-z]{4}")
_STOP = re.compile(r"[^\W\d_]{3,}[.!?]\s")
_ARCHIVE = re.compile(r"\s*(?P<all>date[ \t]+(?P<date>\d{4}-\d\d(?:-\d\d)?))(?=\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The spans that it takes, its facts by name (outlet, title, url, byline, language), and its dates by name."""

    spans: tuple[Span, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    end: int = 0


def read(text: str) -> Header:
    """The block of header lines or the archive form that a text begins with; an empty header where it has neither."""
    if found := _ARCHIVE.match(text):
        made = dates.stamp(found["date"], "archive")
        return Header((Span(*found.span("all")),), {}, {"published": made} if made else {}, found.end())
    return _block(text) or Header()


def _block(text: str) -> Header | None:
    """Lines of ``key: value`` up to a blank line or the end; the first key must be one that we know."""
    facts: dict[str, str] = {}
    spans: list[Span] = []
    at = len(text) - len(text.lstrip())
    while len(spans) < _MOST_LINES and (found := _LINE.match(text, at)) and found.end() > at:
        key = _known().get(found["key"].strip().lower())
        if not spans and not key:
            return None
        if key and (value := found["value"].strip()):
            facts.setdefault(key, value)
        spans.append(Span(found.start("key"), found.start() + len(found[0].rstrip())))
        at = found.end()
    if not spans or not _BLANK.match(text, at):
        return None
    return _sorted_out(facts, Span(spans[0].start, spans[-1].end), at)


def _sorted_out(facts: dict[str, str], span: Span, end: int) -> Header:
    made = {
        key: dates.stamp(facts.pop(key), "header")
        for key in ("published", "modified", "captured")
        if key in facts
    }
    return Header((span,), facts, {key: stamp for key, stamp in made.items() if stamp}, end)


@cache
def _known() -> dict[str, str]:
    known: dict[str, str] = table("header")["keys"]
    return known


@cache
def _labels() -> dict[str, str]:
    """What stands before a date, lower case, to which date it is; the longest first."""
    stamps: dict[str, list[str]] = table("header")["stamps"]
    pairs = [(label, name) for name, labels in stamps.items() for label in labels]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _stamped() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, _labels()))
    flat = re.sub(r"\?P<\w+>", "", dates.moment().pattern)
    return re.compile(rf"\(?(?:\b(?P<label>{labels})\s*:?\s+)?{_begun()}(?P<when>{flat})\)?", re.IGNORECASE)


def _begun() -> str:
    """The first day of days that a date ends: "6–12 May 2031", "28 April to 4 May 2031"."""
    return rf"(?:\b\d{{1,2}}(?:\s+(?:{dates.months()}))?\s*(?:–|-|to)\s*(?=\d{{1,2}}\s+[^\W\d_]))?"


@cache
def _issued() -> re.Pattern[str]:
    """A date at the end of a line, in brackets or not, of which the day may be wanting."""
    flat, month = (re.sub(r"\?P<\w+>", "", each().pattern) for each in (dates.moment, dates.month_of_year))
    labels = "|".join(map(re.escape, _labels()))
    return re.compile(
        rf"[(,|/·•:–—-]\s*(?:(?:{labels})\s*:?\s+)?{_begun()}(?P<when>{flat}|{month})\)?\s*$", re.IGNORECASE
    )


def stamps_in(text: str, start: int, end: int) -> list[tuple[Span, str, Stamp | None]]:
    """Each date with its year between two places: its span with the label before it, which date it is, and its value.

    Which it is: ``published``, ``modified``, or ``bare`` where no label tells.
    """
    return [
        (
            Span(*found.span()),
            _labels().get((found["label"] or "").lower(), "bare"),
            dates.stamp(found["when"], "header"),
        )
        for found in _stamped().finditer(text, start, end)
    ]


def is_stamp_line(text: str, span: Span) -> list[tuple[Span, str, Stamp | None]]:
    """The dates of a line that holds nothing else ("Posted: 4/9/2012 8:33 am Updated: ..."); none for other lines."""
    found = stamps_in(text, *span) if span.end - span.start <= STAMP_LINE else []
    says_nothing = found and not re.search(r"[^\W_]", _without((item[0] for item in found), text, span))
    return found if says_nothing else []


def stamps_under(
    text: str, paragraphs: Sequence[Span]
) -> Iterator[tuple[Span, list[tuple[Span, str, Stamp | None]]]]:
    """The dates that stand alone under a text, by paragraph: with a label among its last few, without as the last."""
    for back, span in enumerate(reversed(paragraphs[1:][-_UNDER:])):
        stamps = is_stamp_line(text, span)
        if stamps and (not back or stamps[0][1] != "bare"):
            yield span, stamps


def signed_on(text: str, span: Span) -> list[tuple[Span, str, Stamp | None]]:
    """The date that a line ends or begins with, where the few other words only say who writes or where ("Tellis,
    3 May 2031", "Flash update no. 2 | 3 May 2031", "May 3, 2031 / 5:30 PM / Tellis News"); none for other lines."""
    found = stamps_in(text, *span) if span.end - span.start <= _SIGNED else []
    if not found:
        return []
    before, after = text[span.start : found[-1][0].start], text[found[-1][0].end : span.end]
    named = _names_only(before, _SEPARATED) if not after.strip() else not before.strip() and _follows(after)
    return found[-1:] if named else []


def _names_only(words: str, separated: re.Pattern[str]) -> bool:
    """Whether words, parted from a date, are few and of no sentence."""
    low = words.lower().split()
    few = len(low) <= _NAMING_WORDS and set(low).isdisjoint(table("header")["signed"]["never"])
    return few and not _STOP.search(words) and separated.search(words) is not None


def _follows(words: str) -> bool:
    """Whether words behind a date are names, each with a capital."""
    return _names_only(words, _PARTED) and not _UNNAMED.search(words)


def issued_on(text: str, span: Span) -> list[tuple[Span, str, Stamp | None]]:
    """The date that a line ends with which names an issue of what comes out again and again ("Weekly bulletin 7 (6–12
    May 2031)", "Monthly brief, May 2031"): of days the last, of a month the month; none for other lines."""
    words = text[slice(*span)] if span.end - span.start <= _SIGNED else ""
    named = not set(re.findall(r"[^\W\d_]+", words.lower())).isdisjoint(table("header")["signed"]["issues"])
    found = _issued().search(text, *span) if named else None
    if found is None:
        return []
    return [(Span(found.start("when"), span.end), "issued", dates.stamp(found["when"], "header"))]


def _without(spans: Iterable[Span], text: str, whole: Span) -> str:
    """The text of a span without the stretches in it, labels and web addresses that stand alone taken out too."""
    at, kept = whole.start, ""
    for span in spans:
        kept, at = kept + text[at : span.start], span.end
    left = _SITE.sub("", without_asides(kept + text[at : whole.end]).strip())
    return re.sub(rf"^(?:{'|'.join(map(re.escape, _labels()))}|on|at|by)\b", "", left, flags=re.IGNORECASE)
