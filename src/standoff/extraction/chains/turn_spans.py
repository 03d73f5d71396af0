"""Where a text is one speaker's words by its layout: recordings, turns of a transcript, statements given whole.

Invariant: turns stand in order and do not overlap; the text alone decides, whatever the model reads in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from standoff.extraction.lexicon import section
from standoff.records import Span

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_MARK = re.compile(r"[\[(]([^\[\]()]{1,80})[\])]")
_COLON = re.compile(r"[\"“]?([^\W\d_][^\n:\[\]\"“”]{0,60}?)[ \t]?:(?=\s)")
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-*•–—]{1,2})\s", re.IGNORECASE)
_SPACE = re.compile(r"\s*")

_SHORT = 12  # characters that tell a signature

Form = Literal["bracket", "colon", "recording", "statement"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words ``at`` a place. ``who`` is the label that names the speaker, ``mark`` the sign that ends the
    label; without a label the sentence that ends at ``intro`` introduces the speaker."""

    form: Form
    at: Span
    who: Span | None
    mark: Span
    intro: int


@dataclass(frozen=True, slots=True)
class _Sign:
    """A label, or a mark that opens or closes a recording, with where it begins and ends, brackets included."""

    form: Literal["bracket", "colon", "opens", "closes"]
    label: Span
    start: int
    end: int


def turn_spans(text: str) -> list[Turn]:
    """The turns of a text in order, those of the outlet's own people left out."""
    labelled = [turn for turn in _labelled(text) if turn.at.start < turn.at.end]
    ends = [turn.at.end for turn in labelled]
    found = list(labelled)
    for turn in _statements(text):
        after = bisect_right(ends, turn.at.start)
        if after == len(labelled) or labelled[after].mark.start >= turn.at.end:
            found.append(turn)
    return sorted(found, key=lambda turn: turn.at.start)


def _labelled(text: str) -> Iterator[Turn]:
    signs = _kept(text, sorted(_signs(text), key=lambda sign: sign.start))
    intro: int | None = None
    recorded = False
    for number, sign in enumerate(signs):
        if sign.form == "closes":
            intro, recorded = None, False
            continue
        intro = sign.start if intro is None else intro
        recorded = recorded or sign.form == "opens"
        if number + 1 < len(signs):
            until = signs[number + 1].start
        else:
            until = len(text) if recorded else _paragraph_end(text, sign.end)
        yield from _turn(text, sign, _stripped(text, sign.end, until), intro)


def _turn(text: str, sign: _Sign, at: Span, intro: int) -> Iterator[Turn]:
    """The turn after a sign, unless it is the outlet's own."""
    label, mark = _key(text, sign.label), Span(sign.end - 1, sign.end)
    if sign.form == "opens":
        yield Turn("recording", at, None, mark, intro)
    elif label not in _listed("own", "labels") and not set(_WORD.findall(label)) & _listed("own", "words"):
        name = Span(sign.label.start, sign.label.start + len(_before_comma(sign.label.quote(text))))
        who = None if label in _listed("answers", "labels") else name
        yield Turn("colon" if sign.form == "colon" else "bracket", at, who, mark, intro)


def _kept(text: str, signs: list[_Sign]) -> list[_Sign]:
    """The signs that count: labels of a form must come again and again, unless brackets stand in recordings."""
    recorded = any(sign.form == "opens" for sign in signs)
    forms = {"opens", "closes"} | ({"bracket"} if recorded else set())
    for form in ("bracket", "colon"):
        keys = Counter(_key(text, sign.label) for sign in signs if sign.form == form)
        if len(keys) > 1 and max(keys.values()) > 1:
            forms.add(form)
    return [sign for sign in signs if sign.form in forms]


def _signs(text: str) -> Iterator[_Sign]:
    """Every label at the beginning of a paragraph or recording, and every mark of a recording.

    At its very beginning a text has no label but a headline ("Police: two dead").
    """
    starts = {match.end() for match in _PARAGRAPH.finditer(text)}
    for bracket in _MARK.finditer(text):
        label, form = Span(*bracket.span(1)), _recording(" ".join(bracket[1].lower().split()))
        if form:
            starts.add(_after_space(text, bracket.end()))
            yield _Sign(form, label, *bracket.span())
        elif bracket.start() in starts and bracket[0][0] == "[" and _may_speak(text, label):
            yield _Sign("bracket", label, *bracket.span())
    for start in starts:
        colon = _COLON.match(text, start)
        if colon is not None and _is_name(colon[1]) and _may_speak(text, Span(*colon.span(1))):
            yield _Sign("colon", Span(*colon.span(1)), *colon.span())


def _recording(words: str) -> Literal["opens", "closes"] | None:
    if words.startswith(section("turns", "recording")["opens"]):
        return "opens"
    return "closes" if words.startswith(section("turns", "recording")["closes"]) else None


def _may_speak(text: str, label: Span) -> bool:
    words = _WORD.findall(_key(text, label))
    noted = any(word in _listed("notes", "words") for word in words)
    return 0 < len(words) <= section("turns", "limits")["label_words"] and not noted


def _is_name(label: str) -> bool:
    return all(word[0].isupper() or len(word) <= len("and") for word in _WORD.findall(label))


def _key(text: str, label: Span) -> str:
    """A label as it is compared: small letters, without what follows a comma ("SMITH, INTERRUPTING")."""
    return " ".join(_before_comma(label.quote(text)).lower().split()).strip(" .")


def _before_comma(label: str) -> str:
    return label.partition(",")[0]


@cache
def _listed(table: str, key: str) -> frozenset[str]:
    return frozenset(section("turns", table)[key])


def _statements(text: str) -> Iterator[Turn]:
    """What stands after a paragraph that ends with a colon: to the signature, or a numbered list, or a paragraph."""
    parts = _paragraphs(text)
    signed = [number for number, part in enumerate(parts) if _is_signature(text, part)]
    number = 0
    while number + 1 < len(parts):
        part, number = parts[number], number + 1
        if text[part.end - 1] == ":":
            first, number = number, _statement_end(text, parts, signed, number)
            at = Span(parts[first].start, parts[number - 1].end)
            if number > first:
                yield Turn("statement", at, None, Span(part.end - 1, part.end), part.end)


def _statement_end(text: str, parts: list[Span], signed: list[int], first: int) -> int:
    """The number of the paragraph after a statement that begins with paragraph ``first``."""
    after = bisect_right(signed, first - 1)
    if after < len(signed):
        return signed[after]
    last = first
    while last < len(parts) and _NUMBERED.match(text, parts[last].start):
        last += 1
    return max(first + 1, last)


def _is_signature(text: str, part: Span) -> bool:
    begins: tuple[str, ...] = section("turns", "signed")["begins"]
    return text[part.start : part.start + _SHORT].lower().startswith(begins)


def _paragraphs(text: str) -> list[Span]:
    cuts = [(0, 0), *(match.span() for match in _PARAGRAPH.finditer(text)), (len(text), len(text))]
    spans = [_stripped(text, before[1], after[0]) for before, after in pairwise(cuts)]
    return [span for span in spans if span.start < span.end]


def _paragraph_end(text: str, start: int) -> int:
    match = _PARAGRAPH.search(text, _after_space(text, start))
    return match.start() if match else len(text)


def _stripped(text: str, start: int, end: int) -> Span:
    """A stretch without white space at its ends; empty when there is nothing else."""
    first = min(end, _after_space(text, start))
    return Span(first, first + len(text[first:end].rstrip()))


def _after_space(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start
