"""A slot span to its value: number, party, place, time or words, as the slot asks (CLAIMS.md section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from standoff.extraction.chains import ChainIndex
from standoff.extraction.coreference import resolve_mention
from standoff.extraction.entities import entity_text, is_anaphor, place_text, plain_text
from standoff.extraction.page import Page, Stretch
from standoff.extraction.places import PlaceContext, context, locate, reasoned_place, time_zone, town_of
from standoff.extraction.quantities import reasoned_quantity
from standoff.extraction.times import TimeContext, reasoned_time
from standoff.records import TOLL_SLOTS, Entity, Place, Reading, Text, Time, Value
from standoff.records.explanation import Reason

COUNTS = frozenset((*TOLL_SLOTS, "actor_count", "target_count"))
ENTITIES = frozenset(("actor", "affiliation", "target", "weapon", "claimant", "suspect"))
Valued = tuple[Value, tuple[Reason, ...]]


@dataclass(slots=True)
class Valuer:
    """What values of one report are read against. ``anchor`` is the time last spoken of, for "two days earlier"."""

    chains: ChainIndex
    words: Sequence[str]
    places: PlaceContext
    home: Place  # where the report was filed, or the town that it speaks of most
    zone: str | None  # of the dateline's place, for times in GMT
    anchor: Time | None = field(default=None)

    @classmethod
    def of(cls, reading: Reading, chains: ChainIndex) -> Valuer:
        """A valuer of a reading; its slots are to be asked for in text order."""
        page, dateline = chains.page, reading.report.dateline
        places = context(page.text.splitlines(), dateline)
        home = locate(dateline.place, places) if dateline else town_of(places)
        return cls(chains, page.words, places, home, time_zone(home))

    @property
    def page(self) -> Page:
        return self.chains.page

    def value(self, slot: str, at: Stretch) -> Value | None:
        """The value of a slot, or ``None`` when the words do not settle one."""
        found = self.valued(slot, at)
        return found[0] if found else None

    def valued(self, slot: str, at: Stretch) -> Valued | None:
        """As `value`, with what decided."""
        if slot in COUNTS:
            return self._quantity(slot, at)
        if slot in ENTITIES:
            return self._entity(at)
        if slot == "place":
            return reasoned_place(place_text(self.words, *at, self.page.tags), self.places)
        if slot == "time":
            return self._time(at)
        return Text(plain_text(self.words, *at, self.page.tags)), (Reason("the words as they stand"),)

    def _quantity(self, slot: str, at: Stretch) -> Valued | None:
        sentence = self.page.bounds[self.page.sentence[at.first]]
        base, last = sentence.first, max(sentence.last, at.last)
        words, tags = self.words[base:last], self.page.tags[base:last]
        return reasoned_quantity(words, at.first - base, at.last - base, slot, tags)

    def _entity(self, at: Stretch) -> Valued | None:
        if is_anaphor(self.words, *at, self.page.tags):
            speaker = self.chains.speaker_at(self.page.span(at))
            name = resolve_mention(self.page.reading, *at, parties=self.chains.parties, speaker=speaker)
            return (Entity(name), (Reason("whom a pronoun or short form stands for"),)) if name else None
        text = entity_text(self.words, *at, self.page.tags)
        return (Entity(text), (Reason("the words without article and relative clause"),)) if text else None

    def _time(self, at: Stretch) -> Valued | None:
        published = self.page.reading.report.published
        found = reasoned_time(
            self.page.quote(at), TimeContext(published, self._tense(at), self.anchor, self.zone)
        )
        self.anchor = found[0] if found else self.anchor
        return found

    def _tense(self, at: Stretch) -> Literal["future"] | None:
        """The tense of the clause that a time stands in: "future" under "will", else unknown."""
        page = self.page
        verb = next((w for w in page.above(at.first) if page.tags[w] in ("VERB", "AUX")), None)
        if verb is None:
            return None
        helpers = [page.forms[w] for w in page.children[verb] if page.tags[w] == "AUX"]
        return "future" if any(word in ("will", "'ll", "shall") for word in helpers) else None
