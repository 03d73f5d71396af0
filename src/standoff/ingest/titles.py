"""Titles and bylines of plain texts, also where a copy has lost the line breaks around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from standoff.ingest import dateline, header
from standoff.ingest.lexicon import agency, names_publisher, table
from standoff.records.report import Span, Stamp

_ENDS = re.compile(r"[.;:,]['\"”’)]*$")  # how a sentence ends and a title does not
_BY = re.compile(r"^(?:By|BY|by)(?::|\s)\s*(?P<who>\S.*)$")
_STOP = re.compile(r"[^\W\d_]{3,}[.!?]['\"”’)]*\s")
_GLUED = re.compile(r"(?:(?<=[a-z]{4})|(?<=[.!?’”\"])|(?<=[a-z]\d))(?=[A-Z“])")
_LOST_BREAK = re.compile(r"[a-z]{2}[.?!][\"”’]?[A-Z“][a-z ]")
_RUN_IN = 320  # characters that a title, a second one and a date may take before the first sentence


@dataclass(frozen=True, slots=True)
class RunIn:
    """Titles and dates that run into the first sentence, which begins at ``end``."""

    titles: list[Span] = field(default_factory=list)
    stamps: list[tuple[Span, str, Stamp | None]] = field(default_factory=list)
    end: int = 0


def byline(text: str, line: Span) -> str | None:
    """Who wrote it, if the line is a byline: "By Jane Roe", "JANE ROE, Associated Press", or an agency alone."""
    words = text[slice(*line)].strip(" \t|*")
    if not words or len(words) > table("layout")["bylines"]["longest"]:
        return None
    if agency(words):
        return words
    if found := _BY.match(words):
        return found["who"] if _is_name(found["who"]) else None
    name, _, house = words.rpartition(",")
    plain = re.sub(r"\s+(?:writer|reporter|correspondent|staff)s?$", "", house.strip(), flags=re.IGNORECASE)
    return words if name and agency(plain) and _is_name(name) else None


def _is_name(words: str) -> bool:
    """Whether the words are names only: each begins with a capital or is one of the small words between names."""
    small = table("layout")["bylines"]["small"]
    days = table("dates")["weekdays"]["names"]
    pieces = re.split(r"[\s,]+", words.strip(" ."))
    return (
        1 <= len(pieces) <= 14
        and pieces[0].lower() not in days
        and all(piece[:1].isupper() or piece.lower() in small for piece in pieces if piece)
        and not re.search(r"\d|[?!:;]", words)
        and not words.endswith(".")
    )


def is_masthead(words: str) -> bool:
    """Whether words name who publishes, an agency or an outlet by its name ("The Lake Courier"), and say nothing."""
    rules, pieces = table("layout")["mastheads"], words.lower().split()
    short = len(pieces) <= rules["longest"] and set(rules["kinds"]).isdisjoint(pieces)
    named = short and names_publisher(words)
    alone = len(pieces) == len(("The", "Meridian")) and words.startswith("The ")
    return agency(words) is not None or ((named or alone) and _is_name(words))


def is_sentence(text: str, line: Span) -> bool:
    """Whether a line is too long for a head, or ends as a sentence does."""
    words = text[slice(*line)].strip()
    return len(words) > table("layout")["titles"]["longest"] or _ENDS.search(words) is not None


def is_title(text: str, line: Span, paragraph_end: int, *, more: bool, first: bool) -> bool:
    """Whether a line before the body is a title: short, not a sentence, and followed by more.

    A line that goes on in the next one without a blank line is a title only before a long, unwrapped paragraph. After
    a title (``first`` false) one further line may be one only if a blank line follows.
    """
    words = text[slice(*line)].strip()
    limits = table("layout")["titles"]
    if not words or is_sentence(text, line) or not re.search(r"[^\W\d_]{2}", words):
        return False
    if _STOP.search(words) and not first:
        return False
    if line.end < paragraph_end:
        following = re.match(r"\s*([^\r\n]*)", text[line.end : paragraph_end])
        return bool(following) and len(following[1]) >= limits["shortest_paragraph"] and first  # type: ignore[index]
    return more


def run_in(text: str, span: Span, *, title_known: bool) -> RunIn | None:
    """A title and date that stand before the first sentence on its own line, or ``None`` where there is neither."""
    window = Span(span.start, min(span.end, span.start + _RUN_IN))
    return _before_date(text, window, title_known) or (None if title_known else _glued(text, window))


def _before_date(text: str, window: Span, title_known: bool) -> RunIn | None:
    """A date with a label or a clock time, before any full stop: what stands before it is the title."""
    found = [
        item
        for item in header.stamps_in(text, *window)
        if item[1] != "bare" or (item[2] and item[2].precision != "day")
    ]
    if not found or _STOP.search(text, window.start, found[0][0].start):
        return None
    kept = [
        item
        for n, item in enumerate(found)
        if n == 0 or not text[found[n - 1][0].end : item[0].start].strip()
    ]
    before = Span(window.start, kept[0][0].start)
    titled = bool(text[slice(*before)].strip()) and not title_known
    if text[slice(*before)].strip() and (title_known or not _like_title(text[slice(*before)])):
        return None
    return RunIn([before] if titled else [], kept, kept[-1][0].end)


def _like_title(words: str) -> bool:
    return len(words.split()) >= 3 and len(words) <= table("layout")["titles"]["longest"]


def _glued(text: str, window: Span) -> RunIn | None:
    """A title set right against the text ("... in the capitalA court has"): at a dateline, or where the copy has
    visibly lost its line breaks ("... on Friday.The police")."""
    joints = [found.start() for found in _GLUED.finditer(text, *window)]
    for joint in joints:
        if dateline.find(text, joint) and _like_title(text[window.start : joint]):
            return RunIn([Span(window.start, joint)], [], joint)
    if len(_LOST_BREAK.findall(text, window.start, window.start + 20 * _RUN_IN)) < 2:
        return None
    titles: list[Span] = []
    at = window.start
    for joint in joints:
        piece = text[at:joint]
        if _STOP.search(piece) or re.search(r"[.]$", piece) or not _like_title(piece) or len(titles) == 2:
            break
        titles.append(Span(at, joint))
        at = joint
    return RunIn(titles, [], at) if titles else None
