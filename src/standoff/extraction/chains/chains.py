"""Chains: through whom the words at a place of the report come, outermost first; the outlet is left out.

Invariant: a chain holds no source twice in a row and never the outlet; the report's own voice is the empty chain.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import product

from standoff.extraction.chains.frames import is_plea
from standoff.extraction.chains.houses import is_house
from standoff.extraction.chains.link import Link, depth, size
from standoff.extraction.chains.links import links
from standoff.extraction.chains.negated import is_negated
from standoff.extraction.chains.responsibility import answer
from standoff.extraction.chains.same_kinds import SettledKinds
from standoff.extraction.chains.speakers import as_written, medium_of, sources_of
from standoff.extraction.chains.told_words import ToldWords
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.names.coreference import Parties
from standoff.extraction.values.revisions import Revision, revisions
from standoff.records import Attribution, Reading, Source, Span

Chain = tuple[Source, ...]
_OUTLETS = (
    "media",
    "agency",
    "organisation",
    "unknown",
)  # kinds of party of which an outlet may be taken for one


class ChainIndex:
    """The attributions of one reading, and which of them each word stands in. Made once a reading by `of`.

    ``attributions`` has them in the order of their cues, the enclosing ones first.
    """

    def __init__(self, page: Page, parties: Parties, found: list[Link]) -> None:
        self.page = page
        self.parties = parties
        self._links = found
        sources = [sources_of(page, parties, link) for link in found]
        answers = ((number, answer(page, parties, link)) for number, link in enumerate(found))
        self._answers = {number: given for number, given in answers if given is not None}
        media = [
            None if number in self._answers and link.act != "says" else medium_of(page, parties, link)
            for number, link in enumerate(found)
        ]
        kinds = SettledKinds([source for told in (*sources, filter(None, media)) for source in told])
        self._sources = [[kinds.of(source) for source in told] for told in sources]
        self._media = [None if medium is None else kinds.of(medium) for medium in media]
        self.attributions = self._records()
        imagery = {n for n, told in enumerate(self._sources) if [s.kind for s in told] == ["imagery"]}
        only = {number for number in self._answers if found[number].act != "says"}
        self._owner = ToldWords(page, found, imagery, only).owner

    @classmethod
    def of(cls, reading: Reading) -> ChainIndex:
        """The index of a reading; its attribution spans, tree and entities are all it looks at."""
        page = Page.of(reading)
        return cls(page, Parties(page), links(page))

    def chain_at(self, span: Span) -> tuple[str | None, Chain]:
        """The innermost attribution that holds most of a span, and its chain.

        ``(None, ())`` in the outlet's own voice.
        """
        return self.chains_at(span)[0]

    def chains_at(self, span: Span) -> list[tuple[str | None, Chain]]:
        """As `chain_at`, one chain for each of several joint sources ("military and rebel sources"); at least one."""
        at = self.page.stretch(span)
        return [(None, ())] if at is None else self.chains_of(at)

    def chains_of(self, at: Stretch) -> list[tuple[str | None, Chain]]:
        """As `chains_at`, of words."""
        number = self._holder(at)
        if number is None:
            return [(None, ())]
        return [(self._id(number), chain) for chain in self._chains[number]]

    def speaker_at(self, span: Span) -> str | None:
        """Who says the words at a place: the name of the chain's last link, for "I" and "we"."""
        chain = self.chain_at(span)[1]
        return chain[-1].name if chain else None

    def link_of(self, attribution: str) -> Link:
        """What an attribution was made from; a medium that was told something shares that of who told it."""
        return self._links[self._numbers[attribution]]

    @cached_property
    def responsibility(self) -> list[tuple[Attribution, list[Chain]]]:
        """The attributions in which somebody claims or denies responsibility, with the chains up to the claimers."""
        return [
            (self.attributions[self._place[number]], self._chains[number]) for number in sorted(self._answers)
        ]

    @cached_property
    def disowning(self) -> frozenset[str]:
        """The attributions, by id, in which somebody denies responsibility."""
        denials = (number for number, given in self._answers.items() if given == "denies")
        return frozenset(self.attributions[self._place[number]].id for number in denials)

    @cached_property
    def lowered(self) -> tuple[Revision, ...]:
        """The figures that their sources lowered."""
        return tuple(made for made in revisions(self.page) if made.lowered)

    def called_false(self, attribution: str | None) -> int | None:
        """The word that calls what an attribution says false, by its own source or by the one around it where it has
        none."""
        number = None if attribution is None else self._numbers[attribution]
        while number is not None:
            link = self._links[number]
            if link.false is not None or link.head is not None:
                return link.false
            number = link.within
        return None

    def denial_at(self, word: int) -> Link | None:
        """The denial whose cue has a word."""
        return next(
            (
                link
                for link in self._links
                if link.act == "denies" and any(part.holds(word) for part in link.cue)
            ),
            None,
        )

    def rejecters(self, attribution: str | None) -> list[tuple[str, Chain]]:
        """Who rejects what an attribution says, each with the attribution of the denial; most often nobody."""
        rejecter = None if attribution is None else self.link_of(attribution).rejecter
        if rejecter is None:
            return []
        number = next(number for number, link in enumerate(self._links) if link.verb == rejecter)
        return [(self._id(number), chain) for chain in self._chains[number]]

    def pleas(self) -> list[tuple[Attribution, list[Chain]]]:
        """The attributions in which somebody pleads not guilty, each with the chains of those who do."""
        return [
            (self.attributions[self._place[number]], self._chains[number])
            for number, link in enumerate(self._links)
            if is_plea(self.page, link.verb)
        ]

    def _holder(self, at: Stretch) -> int | None:
        """The innermost telling that holds most of some words."""
        owners = self._owner[at.first : at.last]
        if len(told := set(owners)) == 1:
            return told.pop()
        owners = [number for number in owners if number is not None]
        votes: Counter[int] = Counter()
        for owner, count in Counter(owners).items():
            number: int | None = owner
            while number is not None:
                votes[number] += count
                number = self._links[number].within
        half = (at.last - at.first) / 2
        held = [number for number, count in votes.items() if count >= half and count > 0]
        return max(
            held,
            key=lambda number: (depth(self._links, number), -size(self._links[number].content)),
            default=None,
        )

    @cached_property
    def _chains(self) -> list[list[Chain]]:
        """The chains up to each telling."""
        return [self._chains_to(number) for number in range(len(self._links))]

    def _chains_to(self, number: int) -> list[Chain]:
        levels: list[list[Source]] = []
        at: int | None = number
        while at is not None:
            if self._sources[at]:
                levels.append(self._sources[at])
            medium = self._media[at]
            if medium is not None:
                levels.append([medium])
            at = self._links[at].within
        outlet = self.page.reading.report.outlet or ""
        return list(dict.fromkeys(collapsed(chain, outlet) for chain in product(*reversed(levels)))) or [()]

    def _records(self) -> tuple[Attribution, ...]:
        order = sorted(range(len(self._links)), key=lambda number: (depth(self._links, number), number))
        self._place: dict[int, int] = {}
        made: list[Attribution] = []
        self._ids: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        for number in order:
            link, medium = self._links[number], self._media[number]
            within = self._ids[link.within] if link.within is not None else None
            if medium is not None:
                name = f"a{len(made) + 1}"
                made.append(self._record(name, within, medium, link))
                within, self._numbers[name] = name, number
            self._ids[number] = f"a{len(made) + 1}"
            self._place[number], self._numbers[self._ids[number]] = len(made), number
            source = self._sources[number][0] if self._sources[number] else as_written(self.page, link)
            made.append(self._record(self._ids[number], within, source, link))
        return tuple(made)

    def _record(self, name: str, within: str | None, source: Source, link: Link) -> Attribution:
        spans = [tuple(map(self.page.span, parts)) for parts in (link.cue, link.marked)]
        negated = is_negated(self.page, link.cue, link.act)
        return Attribution(name, within, source, spans[0], link.act, spans[1], negated)

    def _id(self, number: int) -> str:
        return self._ids[number]


def collapsed(chain: tuple[Source, ...], outlet: str) -> Chain:
    """A chain, outermost first, without the outlet and without a source twice in a row."""
    kept: list[Source] = []
    for source in chain:
        if kept and kept[-1].name.casefold() == source.name.casefold():
            continue
        if source.kind in _OUTLETS and is_house(source.name, outlet):
            continue
        kept.append(source)
    return tuple(kept)
