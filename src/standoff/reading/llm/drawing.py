"""From an answer to attributions and drafts of claims, each tied to the report's own words.

Invariant: every name, quote and span is a stretch of the report's text; what an answer holds besides is dropped and
counted by reason. ``within`` never runs in a circle.
"""

from __future__ import annotations

from dataclasses import dataclass

from standoff.reading.llm.answer import Answer, Point, Saying
from standoff.reading.llm.cost import Cost
from standoff.reading.llm.verbatim import Verbatim
from standoff.records import Attribution, Claim, Entity, Hedge, Source, Span, Text

_NOT_THERE = "whose words are not in the text"
_UNSURE = "whose words stand in more than one place"
_NO_SOURCE = "whose source is not in the text"
_NO_HEDGE = "whose hedge is not in the text"
_NO_EVENT = "of an event that was not named"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What an answer comes to. The drafts' values are words still (`standoff.records.Reading.drafts`)."""

    attributions: tuple[Attribution, ...] = ()
    drafts: tuple[Claim, ...] = ()


def draw(answer: Answer, text: str, found: Verbatim, cost: Cost) -> Drawn:
    """The located part of an answer."""
    links = _Links(text, found, cost)
    names = links.add_all(answer.sayings)
    drafts = []
    for point in answer.points:
        draft = _draft(point, answer.types, names, text, found)
        if isinstance(draft, Claim):
            drafts.append(draft)
        else:
            cost.drop(draft)
    return Drawn(tuple(links.made), tuple(drafts))


class _Links:
    """Attributions while they are put together, enclosing ones first."""

    def __init__(self, text: str, found: Verbatim, cost: Cost) -> None:
        self._text, self._found, self._cost = text, found, cost
        self.made: list[Attribution] = []

    def add_all(self, sayings: tuple[Saying, ...]) -> dict[str, str]:
        """Our ids of the sayings that could be located, by the answer's ids; level by level, from the outside in."""
        names: dict[str, str] = {}
        waiting = list({saying.id: saying for saying in sayings}.values())
        while ready := [saying for saying in waiting if saying.within is None or saying.within in names]:
            for saying in ready:
                self._add(saying, names)
            waiting = [saying for saying in waiting if saying not in ready]
        self._cost.drop(_NO_SOURCE, len(waiting))
        return names

    def _add(self, saying: Saying, names: dict[str, str]) -> None:
        cue = self._found.one(saying.cue, saying.context)
        source = self._source(saying, cue)
        if cue is None or source is None:
            self._cost.drop(_NO_SOURCE)
            return
        name = f"a{len(self.made) + 1}"
        within = names[saying.within] if saying.within is not None else None
        self.made.append(Attribution(name, within, source, (cue,), saying.act, self._content(saying, cue)))
        names[saying.id] = name

    def _source(self, saying: Saying, cue: Span | None) -> Source | None:
        if saying.source is None:
            return Source(_words(cue, self._text), "implicit", "unknown") if cue else None
        span = self._found.one(saying.source, saying.context)
        if span is None:
            return None
        fullest = self._found.all(saying.name or "")
        name = _words(fullest[0] if fullest else span, self._text)
        return Source(name, saying.identification, saying.kind, (span,))

    def _content(self, saying: Saying, cue: Span) -> tuple[Span, ...]:
        """The stretches that are told, each in the place nearest to the cue."""
        places = [self._found.all(stretch) for stretch in saying.content]
        self._cost.drop("stretches of what is told that are not in the text", places.count([]))
        return tuple(
            sorted({min(spans, key=lambda span: abs(span.start - cue.start)) for spans in places if spans})
        )


def _draft(
    point: Point, types: dict[str, str], names: dict[str, str], text: str, found: Verbatim
) -> Claim | str:
    """The claim that a point makes, or why it makes none."""
    span = found.one(point.quote, point.context)
    hedge = found.one(point.hedge, point.context) if point.hedge else None
    antecedent = found.all(point.antecedent or "")
    if point.event not in types:
        return _NO_EVENT
    if span is None:
        return _UNSURE if found.all(point.quote) else _NOT_THERE
    if point.antecedent and not antecedent:
        return _NOT_THERE
    if point.hedge and hedge is None:
        return _NO_HEDGE
    if point.saying is not None and point.saying not in names:
        return _NO_SOURCE
    value = Entity(_words(antecedent[0], text)) if antecedent else Text(_words(span, text))
    return Claim(
        "", point.event, types[point.event], point.slot, value, (span,),
        names[point.saying] if point.saying is not None else None, (), point.polarity, point.certainty, point.realis,
        (Hedge(_words(hedge, text), hedge, "value"),) if hedge else (),
    )  # fmt: skip


def _words(span: Span, text: str) -> str:
    return " ".join(span.quote(text).split())
