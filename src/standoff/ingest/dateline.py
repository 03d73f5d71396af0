"""Datelines: where a report was filed, by which agency, and on what day, as its first words say.

Read by hand rather than by one expression: take what stands before the first dash, split off the agency in brackets,
then the parts between commas; the first must be a place in capitals (or, before a known agency or a date with its year,
capitalised).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from standoff.ingest import dates
from standoff.ingest.lexicon import agency, names_publisher, table
from standoff.records.report import Dateline, Span, Stamp

_LONGEST = 130  # characters from the start of a dateline to its dash
_DASHES = 4  # that are tried: one between place and date, one within a name, and its own
_AGENCY = re.compile(r"^(?P<place>[^()]*?),?\s*\((?P<agency>[^\W\d_][^()\n]{1,60})\)\.?\s*$", re.DOTALL)
_COUNTRY = re.compile(r"\s*\((?P<country>[^\W\d_][^()\d\n]{2,40})\)(?=,|\s*\()")
_REGION = re.compile(r"(?:[^\W\d_][\w.'’-]*)(?:\s+[^\W\d_][\w.'’-]*){0,3}")
_NO_YEAR = re.compile(r"(?:{months})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{months})\.?")
_SLASHED = re.compile(r"[.,]?\s*/(?P<agency>[^\W\d_][^/()\n]{1,30})/$")  # "KURSK, August 3. /TASS/."
_AFTER_AGENCY = re.compile(
    r"(?P<place>[^()]+?)\s*(?P<agency>\([^\W\d_][^()\n]{1,60}\))\s*,?\s+(?P<day>[\w., ]+)"
)  # "BELAN (Reuters) 21 June 2029 —"
_DAY_BEHIND = re.compile(r"\s*(?P<day>[\w.,:+ ]{6,40}?)\s*(?:--+|[–—]|-(?=\s))")
_PARTED = re.compile(
    r"\s+[–—-]+\s+|(?<=[^\W\d_]{3})\s+(?=\d)"
)  # "Belan — June 21, 2029 —", "BELAN 21 JUN 2029:"
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_SET_LINE = re.compile(r"\S.*")
_WHOLE = re.compile(r"\((?P<inside>[^()]{3,80})\)")  # "(Nairobi, July 4, 2024) –"
_BRACKETS = re.compile(r"\s*\[(?P<inside>[^\[\]]{2,90})\]")
_CREDIT = re.compile(r"\((?P<agency>[^\W\d_][^()\n]{1,60})\)\s*(?:--?|[–—])\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline, the stretch that it takes with its dash and any ``[TEXT]`` marks, and the date in it."""

    dateline: Dateline
    published: Stamp | None

    @property
    def span(self) -> Span:
        """From the first letter of the place to the end of the dash or of the last mark."""
        return self.dateline.span


def find(text: str, start: int, stop: int | None = None) -> Found | None:
    """The dateline that begins at ``start`` (the place of a letter) with its dash before ``stop``, or ``None``."""
    until = start + _LONGEST if stop is None else min(start + _LONGEST, stop)
    window = _PARAGRAPH.split(text[start:until], maxsplit=1)[0]
    for dash in islice(_dashes().finditer(window), _DASHES):
        end, behind = _day_behind(text, start + dash.end())
        context = text[start : start + 2 * _LONGEST]
        read = _read(window[: dash.start()], dash["dash"], context, is_dated=behind is not None)
        if not read:
            continue
        place, filed_by, published, plain = read
        end, marked = _marks(text, end)
        # In a text that is all capitals, capitals before a dash tell nothing.
        after = text[end : end + _LONGEST].lstrip()
        if plain and "\n" in dash[0]:
            continue  # a heading over a list
        if (plain and after.isupper()) or (after[:1].islower() and not window[0].islower()):
            continue
        return Found(Dateline(place, filed_by or marked, Span(start, end)), published or behind)
    return None


def further(text: str) -> tuple[int, ...]:
    """Where reports begin, but the first, that stand in one text under datelines of their own, as in a round-up; each
    dateline opens a line and goes on in it, and a line that a page has twice counts once."""
    told: dict[str, int] = {}
    for line in _SET_LINE.finditer(text):
        found = find(text, *line.span()) if line[0][0].isupper() else None
        if found and found.span.end < line.end():
            told.setdefault(line[0], line.start())
    return tuple(told.values())[1:]


def credit(text: str, start: int) -> tuple[str, Span] | None:
    """The agency that a report is credited to where no place stands before it, "(Reuters) - ", and the stretch."""
    found = _CREDIT.match(text, start)
    named = agency(found["agency"]) if found else None
    return (named, Span(*found.span())) if found and named else None


@cache
def _dashes() -> re.Pattern[str]:
    """A terminator with white space (or the end) on the side that makes it one: no hyphen inside a word."""
    return re.compile(
        r"\s*(?P<dash>--+|—|>>|(?<=[\s)])[–-](?!\d)|–(?=\s)|(?<=[.)])-(?=\s)|(?<=\w/)\.(?=\s)|(?<=\d{4})\.(?=\s)|:(?=\s))"
    )


@cache
def _without_year() -> re.Pattern[str]:
    months = "|".join(table("dates")["months"])
    return re.compile(_NO_YEAR.pattern.format(months=months), re.IGNORECASE)


def _read(
    head: str, dash: str, context: str, *, is_dated: bool
) -> tuple[str, str | None, Stamp | None, bool] | None:
    """Place, agency and date of the words before the dash, and whether there is a place only; ``is_dated`` tells that a
    date stands behind the dash."""
    whole = _WHOLE.fullmatch(head)
    head = _SLASHED.sub(r" (\g<agency>)", whole["inside"] if whole else _COUNTRY.sub(_unbracketed, head))
    bracketed = _AGENCY.match(_day_first(head))
    if bracketed and bracketed["agency"][0].islower() and not agency(bracketed["agency"]):
        return None  # "The men (from Belan) -"
    dated = dates.stamp(bracketed["agency"], "dateline") if bracketed else None
    filed_by = _agency_name(bracketed["agency"]) if bracketed and not dated else None
    pieces = [" ".join(piece.split()) for piece in (bracketed["place"] if bracketed else head).split(",")]
    day, places = _take_date(pieces)
    if not day and not bracketed and (parted := _PARTED.sub(", ", head, count=1)) != head:
        parted_day, parted_places = _take_date([" ".join(piece.split()) for piece in parted.split(",")])
        if parted_day:
            pieces, day, places = parted.split(","), parted_day, parted_places
    plain = not bracketed and len(places) == len(pieces)
    known = bool(bracketed and (dated or is_dated or agency(bracketed["agency"]))) or bool(
        day and (whole or dash != ":")
    )
    if not (_is_place(places[0], known) or (dash == ":" and plain and _is_unshouted(head, context))):
        return None
    if dash == ":" and plain and (len(places) > 1 or len(places[0].split()) > 3):
        return None
    if len(places) > 3 or not all(_REGION.fullmatch(piece) and _capitalised(piece) for piece in places[1:]):
        return None
    return ", ".join(places), filed_by, dated or day, plain


def _day_first(head: str) -> str:
    """ "BELAN (Reuters) 21 June 2029" as "BELAN, 21 June 2029 (Reuters)"."""
    found = _AFTER_AGENCY.fullmatch(head)
    is_day = found and (dates.parse(found["day"]) or _without_year().fullmatch(found["day"].strip()))
    return f"{found['place']}, {found['day']} {found['agency']}" if found and is_day else head


def _unbracketed(found: re.Match[str]) -> str:
    """ "ROME (ITALY), 4 JAN" as "ROME, ITALY, 4 JAN"; an agency keeps its brackets: one that is known, has a word of
    those who publish ("Norland Press"), or stands behind the region ("TELLIS, Ostrany (NNA)")."""
    inside, ahead = found["country"], found.string[: found.start()]
    is_agency = agency(inside) is not None or names_publisher(inside) or "," in ahead
    return found[0] if is_agency else f", {inside}"


def _take_date(pieces: list[str]) -> tuple[Stamp | None, list[str]]:
    """The date among the pieces, if any, and the pieces without it ("June 16", "2024" are one date)."""
    for first in range(1, len(pieces)):
        for last in (first + 2, first + 1):
            words = ", ".join(pieces[first:last])
            if last <= len(pieces) and dates.parse(words):
                return dates.stamp(words, "dateline"), pieces[:first] + pieces[last:]
        if _without_year().fullmatch(pieces[first]):
            return None, pieces[:first] + pieces[first + 1 :]
    return None, pieces


def _is_place(words: str, known_agency: bool) -> bool:
    """Whether the words may be a place: one to five of them, no digit, in capitals or before a known agency."""
    letters = sum(map(str.isalpha, words))
    if (
        letters < 3
        or len(words.split()) > 5
        or any(map(str.isdigit, words))
        or re.search(r"[\"“”!?;()\[\]]", words)
    ):
        return False
    if agency(words) or words.rstrip(".").upper() in table("dateline")["not_places"]:
        return False
    if words.split()[0] in table("dateline")["not_first"]:
        return False
    return words.isupper() or (known_agency and _capitalised(words))


def _is_unshouted(head: str, context: str) -> bool:
    """Whether a word or two in lower case begin a text that has no capital at all, as some archives keep theirs."""
    return context.islower() and re.fullmatch(r"[^\W\d_]{3,20}(?: [^\W\d_]{3,20})?", head) is not None


def _capitalised(words: str) -> bool:
    """Whether every longer word begins with a capital ("Rio de Janeiro" passes)."""
    return all(word[0].isupper() or len(word) <= 3 for word in words.split()) and words[:1].isupper()


def _agency_name(words: str) -> str:
    """The agency as we name it; one that we do not know, as it stands, without shouting."""
    known = agency(words)
    words = " ".join(words.split())
    if known or not words.isupper() or " " not in words:
        return known or words
    return " ".join(
        word.capitalize() if re.search("[AEIOU]", word) and len(word) > 3 else word for word in words.split()
    )


def _day_behind(text: str, end: int) -> tuple[int, Stamp | None]:
    """Where a date between the dateline's dash and one more ends, and the date: "BELAN (Reuters) — June 21, 2029 —"."""
    found = _DAY_BEHIND.match(text, end)
    published = dates.stamp(found["day"], "dateline") if found else None
    return (found.end(), published) if found and published else (end, None)


def _marks(text: str, end: int) -> tuple[int, str | None]:
    """Where the ``[REPORT] [ACAN-EFE] [TEXT]`` after a dateline ends, and the agency among it."""
    groups: list[str] = []
    stop = end
    while len(groups) < 4 and (found := _BRACKETS.match(text, stop)):
        groups.append(" ".join(found["inside"].split()))
        stop = found.end()
        if groups[-1].upper() in table("dateline")["last_markers"]:
            break
    if not groups or groups[0].upper() not in table("dateline")["markers"]:
        return end, None
    return stop, next(filter(None, map(agency, groups)), None)
