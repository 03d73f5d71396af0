"""A slot span to its value: number, party, place, time or words, as the slot asks (CLAIMS.md section 3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.grammar.clauses import doer, noun_phrase, passive, subject
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import Phrase, is_several, nouns
from standoff.extraction.grammar.tags import RELATIVE
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import load, section
from standoff.extraction.manner.manner import manner_at
from standoff.extraction.manner.tense import tense_at
from standoff.extraction.names.meant import HE, PRONOUNS
from standoff.extraction.names.mentions import SPEAKING, resolve_mention
from standoff.extraction.places.context import PlaceContext
from standoff.extraction.places.places import reasoned_place, time_zone
from standoff.extraction.places.report import places_of
from standoff.extraction.times.deadlines import is_appointed, is_deadline
from standoff.extraction.times.frame import Tense
from standoff.extraction.times.spans import find_times
from standoff.extraction.times.supposed import first_day
from standoff.extraction.times.times import (
    TimeContext,
    is_counted,
    is_day,
    is_dayless,
    reasoned_time,
)
from standoff.extraction.times.updates import Updates
from standoff.extraction.values.counts import SEVERAL
from standoff.extraction.values.entities import entity_text, is_anaphor, plain_text
from standoff.extraction.values.numerals import find_numerals
from standoff.extraction.values.quantities import reasoned_quantity
from standoff.extraction.values.setting import as_set
from standoff.extraction.values.tallies import tally_at
from standoff.records import (
    COUNT_SLOTS,
    Entity,
    Place,
    Quantity,
    Reading,
    Stamp,
    Text,
    Time,
    Value,
)
from standoff.records.explanation import Reason

ENTITIES = frozenset(("actor", "affiliation", "target", "weapon", "claimant", "suspect"))
_NOBODY = SPEAKING | PRONOUNS  # where nothing is found that they stand for
_SOMEBODY = ("someone", "somebody")
Valued = tuple[Value, tuple[Reason, ...]]


@dataclass(slots=True)
class Valuer:
    """What values of one report are read against.

    ``anchor`` is the time last spoken of, for "two days earlier"; at first, of a report that nobody knows when it was
    published, the first day that it names with its year: weekdays and dates without a year are near it.
    """

    chains: ChainIndex
    words: Sequence[str]
    places: PlaceContext
    home: Place  # where the report was filed, or the town that it speaks of most
    zone: str | None  # of the dateline's place, for times in GMT
    anchor: Time | None = field(default=None)
    anchored: int = 0  # the word after the time last spoken of
    days: list[Time] = field(default_factory=list)  # that were told so far
    updates: Updates = field(default_factory=Updates)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        self.page = self.chains.page

    @classmethod
    def of(cls, reading: Reading, chains: ChainIndex) -> Valuer:
        """A valuer of a reading; its slots are to be asked for in text order."""
        page = chains.page
        places, home = places_of(reading.report)
        anchor = None if page.reading.report.published else first_day(page)
        return cls(chains, page.words, places, home, time_zone(home), anchor, updates=Updates.of(page))

    def value(self, slot: str, at: Stretch) -> Value | None:
        """The value of a slot, or ``None`` when the words do not settle one."""
        found = self.valued(slot, at)
        return found[0] if found else None

    def valued(self, slot: str, at: Stretch, row: int | None = None) -> Valued | None:
        """As `value`, with what decided. ``row`` is the slot's own in the model's table."""
        if slot in COUNT_SLOTS:
            return self._quantity(slot, at)
        if slot in ENTITIES:
            return self._entity(at)
        if slot == "time":
            return self._time(at, row)
        text = self._set(plain_text(self.words, *at), at)
        if slot == "place":
            return None if self._is_person(at) else reasoned_place(text, self.places)
        return Text(text), (Reason("the words as they stand"),)

    def _is_person(self, at: Stretch) -> bool:
        """Whether what is read as a place is the surname of somebody whom the report names in full: "[Ott] fled"."""
        names = self.chains.parties.names
        name = names.by_word.get(at.first)
        if name is None or name.at != at or self.page.child(name.head, "case") is not None:
            return False
        same = (other for other in names.by_token[name.tokens[-1]] if other.tokens[-1] == name.tokens[-1])
        return any(len(other.tokens) > len(name.tokens) and names.person(other) is True for other in same)

    def _set(self, text: str, at: Stretch) -> str:
        """A text as the report sets it."""
        return as_set(text, self.page.quote(at))

    def _line(self, at: Stretch) -> tuple[Sequence[str], Sequence[str], Stretch]:
        """The words and tags of a sentence, as far as the stretch that begins in it goes, and where that stands."""
        page, number = self.page, self.page.sentence[at.first]
        first, last = page.bounds[number]
        within = Stretch(at.first - first, at.last - first)
        if at.last <= last:
            return page.line(number).words, page.line(number).tags, within
        return self.words[first : at.last], page.tags[first : at.last], within

    def _quantity(self, slot: str, at: Stretch) -> Valued | None:
        words, tags, within = self._line(at)
        found = reasoned_quantity(words, *within, slot, tags)
        if found and (found[0].low, found[0].high) == SEVERAL and self._is_surname(at, found[0].party):
            return replace(found[0], low=1, high=1), (Reason("one person, whom the report names in full"),)
        if found and (who := self._self(at, slot, found[0])):
            own = replace(found[0], low=who.low, high=who.high, party=who.party)
            return own, (*found[1], Reason("who did it, and to himself"))
        if found and (several := self._subject(at, slot, found[0])):
            return several, (*found[1], Reason("so many, by the subject of its verb"))
        if found and (named := self._pronoun(at, found[0])):
            return replace(found[0], party=named), (*found[1], Reason("whom a pronoun stands for"))
        if found and found[0].kind == "toll" and _is_thing(found[0].party):
            return None
        if found and found[0].kind == "toll" and (number := tally_at(self.page, at)):
            return replace(found[0], low=number, high=number), (
                Reason("so many, by the ordinal of the last"),
            )
        held = found[0].party if found and slot == "captive" else None
        return None if held and held.lower().rpartition(" ")[2] in nouns("captors") else found

    def _self(self, at: Stretch, slot: str, read: Quantity) -> Quantity | None:
        """Whom a toll stands for, and how many, that is a pronoun such as "himself" and no number: the subject of its
        clause, if that is a noun."""
        page, selves = self.page, section("tolls", "people")["selves"]
        if read.kind != "toll" or (read.low, read.high) not in ((1, 1), SEVERAL):
            return None
        if read.party is not None and read.party not in selves:
            return None
        word = next((word for word in range(*at) if page.forms[word] in selves), None)
        deed = page.heads[word] if word is not None else -1
        who = doer(page, deed) if deed >= 0 else None
        if who is None or (page.tags[who] == "PRON" and page.forms[who] not in _SOMEBODY):
            return None
        words, tags, within = self._line(noun_phrase(page, who))
        found = reasoned_quantity(words, *within, slot, tags)
        return found[0] if found else None

    def _pronoun(self, at: Stretch, read: Quantity) -> str | None:
        """The one person whom a toll that names nobody stands for, by a pronoun: "[he was shot dead] by police"."""
        if read.kind != "toll" or read.party is not None or (read.low, read.high) != (1, 1):
            return None
        word = next((word for word in range(*at) if self.page.forms[word] in HE), None)
        if word is None or self.page.relations[word] == "nmod":
            return None
        party = self.chains.parties.resolve(word)
        own = party.plural or party.text.casefold() in _NOBODY
        return None if own else party.text

    def _subject(self, at: Stretch, slot: str, read: Quantity) -> Quantity | None:
        """Whom a toll that names nobody and gives no number stands for, where its verb has a subject that counts
        several: "two nurses were held and [released unharmed]", "six men, [who were freed]"."""
        page, top = self.page, top_of(self.page, at)
        if read.kind != "toll" or read.party is not None or (read.low, read.high) != (1, 1):
            return None
        if find_numerals(self.words, *at):
            return None
        if (noun := self._antecedent(at)) is not None:
            words, tags, within = self._line(noun_phrase(page, noun))
            whole = reasoned_quantity(words, *within, slot, tags)
            return whole[0] if whole else None
        verb = top if page.tags[top] == "VERB" else page.heads[top]
        over = page.heads[verb] if verb >= 0 and page.relations[verb] == "conj" else verb
        who = subject(page, verb) if verb >= 0 and passive(page, over) else None
        if who is not None and page.forms[who] == "who" and page.forms[who - 1] == ",":
            who -= 2
        if who is None or at.holds(who) or page.tags[who] != "NOUN":
            return None
        words, tags, within = self._line(noun_phrase(page, who))
        found = reasoned_quantity(words, *within, slot, tags)
        counted = found is not None and (found[0].low or 0) > 1 and (found[0].low, found[0].high) != SEVERAL
        return found[0] if found and counted else None

    def _antecedent(self, at: Stretch) -> int | None:
        """The noun before a stretch that a relative pronoun in it stands for: "four men, [whom we shot dead]"."""
        page = self.page
        relatives = (word for word in range(*at) if page.forms[word] in RELATIVE)
        for word in relatives:
            verb = page.heads[word]
            noun = page.heads[verb] if verb >= 0 and page.relations[verb] == "acl" else -1
            if 0 <= noun < at.first and page.tags[noun] == "NOUN":
                return noun
        return None

    def _is_surname(self, at: Stretch, party: str | None) -> bool:
        """Whether a party that looks like several is one person's name: "Sanders", of "Ann Sanders" elsewhere."""
        word = next((word for word in range(*at) if self.words[word] == party), None)
        name = None if word is None else self.chains.parties.names.by_word.get(word)
        whole = name and self.chains.parties.names.fullest(name)
        if name is None or not whole or len(whole.tokens) == 1 or whole.tokens[-1] != name.tokens[-1]:
            return False
        first, last = whole.at
        return not is_several(self.words, self.page.tags, Phrase(first, last, last - 1))

    def _entity(self, at: Stretch) -> Valued | None:
        if is_anaphor(self.words, *at, self.page.tags):
            speaker = self.chains.speaker_at(self.page.span(at))
            name = resolve_mention(self.page.reading, *at, parties=self.chains.parties, speaker=speaker)
            if not name or name.casefold() in _NOBODY:
                return None
            return Entity(name), (Reason("whom a pronoun or short form stands for"),)
        named = resolve_mention(self.page.reading, *at, parties=self.chains.parties)
        if named != self.page.quote(at):
            return Entity(named), (Reason("the body that a definite noun stands for"),)
        words, tags, within = self._line(at)
        text = self._set(entity_text(words, *within, tags), at)
        return (Entity(text), (Reason("the words without article and relative clause"),)) if text else None

    def _time(self, at: Stretch, row: int | None) -> Valued | None:
        if self.updates.names(self.page.starts[at.first]):
            return None
        found = self.time_from(at, self._spoken_of(at) or self.anchor, row)
        still = (
            self.anchor is not None and self.page.forms[at.first] == "since"
        )  # how long, and no time spoken of
        if found and not still and not self.is_dayless(at, found[0]):
            self.anchor, self.anchored = found[0], at.last
            if is_day(found[0]):
                self.days.append(found[0])
        return found

    def _spoken_of(self, at: Stretch) -> Time | None:
        """The day named last though no event has it: where words count from another time, one named since that and not
        before the sentence before ("they gave up on Sunday. The day before, ..."); where they give an hour and no time
        has been told, a weekday anywhere before; for "the same day", behind a year, the last day."""
        page, quote = self.page, self.page.quote(at)
        if (again := self._told_before(at)) is not None:
            return again
        if self.anchor and not is_day(self.anchor) and page.forms[at.last - 2 : at.last] == ["same", "day"]:
            return self.days[-1] if self.days else None
        if is_counted(quote):
            begin = max(page.bounds[max(0, page.sentence[at.first] - 1)].first, self.anchored)
            near = find_times(page.forms[begin : at.first])
            return self._last_day(Stretch(begin + first, begin + last) for first, last in near)
        if self.anchor is None and is_dayless(quote):
            days = page.where(load("times")["weekdays"])
            return self._last_day(Stretch(word, word + 1) for word in days if word < at.first)
        return None

    def _told_before(self, at: Stretch) -> Time | None:
        """The day told last that "that Wednesday" may be: the last Wednesday among them."""
        forms, weekdays = self.page.forms, load("times")["weekdays"]
        named = [
            weekdays.get(forms[word + 1]) for word in range(at.first, at.last - 1) if forms[word] == "that"
        ]
        told = (day for day in reversed(self.days) if date.fromisoformat(day.start[:10]).weekday() in named)
        return next(told, None)

    def _last_day(self, told: Iterable[Stretch]) -> Time | None:
        """The last of some times, in text order, that is a day."""
        for at in reversed(list(told)):
            found = self.time_from(at, self.anchor)
            if found and found[0].start == found[0].end:
                return found[0]
        return None

    def time_from(
        self, at: Stretch, anchor: Time | None, row: int | None = None
    ) -> tuple[Time, tuple[Reason, ...]] | None:
        """The time that words give when ``anchor`` is the time last spoken of."""
        context = TimeContext(self.published(at), self._tense(at, row), anchor, self.zone)
        return reasoned_time(self.page.quote(at), context)

    def published(self, at: Stretch) -> Stamp | None:
        """When the part of the report in which words stand was written."""
        return self.updates.day(self.page.starts[at.first]) or self.page.reading.report.published

    def is_dayless(self, at: Stretch, time: Time) -> bool:
        """Whether the day of a time is not in its own words."""
        return "T" in time.start and is_dayless(self.page.quote(at))

    def _tense(self, at: Stretch, row: int | None) -> Tense:
        """The tense of the clause that a time stands in: "future" under "will", "planned" where it is a deadline or
        appointed, or what is said of it is intended, else unknown."""
        if tense_at(self.page, at) == "future":
            return "future"
        if is_deadline(self.page, at) or is_appointed(self.page, at):
            return "planned"
        learned = self.page.slot_manner[row] if row is not None else None
        how = manner_at(self.page, at, "time", attributed=True, learned=learned)
        return "planned" if how.realis == "intended" else None


def _is_thing(party: str | None) -> bool:
    """Whether what a toll counts are no people: "two blocks", "a cow", "two thirds of them"."""
    head = (party or "").lower().partition(" of ")[0].rpartition(" ")[2]
    return head in nouns("no_people")
