"""Chains: through whom the words at a place of the report come, outermost first; the outlet is left out.

Invariant: a chain holds no source twice in a row and never the outlet; the report's own voice is the empty chain.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import product

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.chains.frames import is_plea
from standoff.extraction.chains.houses import is_house
from standoff.extraction.chains.link import Link, inside, size
from standoff.extraction.chains.links import links
from standoff.extraction.chains.speakers import as_written, medium_of, sources_of
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.names.coreference import Parties
from standoff.extraction.values.revisions import Revision, revisions
from standoff.records import Attribution, Reading, Source, Span

Chain = tuple[Source, ...]

_SHORT = 4
_NEAR = 3  # sentences back from an untagged quotation to who spoke last


class ChainIndex:
    """The attributions of one reading, and which of them each word stands in. Made once a reading by `of`.

    ``attributions`` has them in the order of their cues, the enclosing ones first.
    """

    def __init__(self, page: Page, parties: Parties, found: list[Link]) -> None:
        self.page = page
        self.parties = parties
        self._links = found
        self._sources = [sources_of(page, parties, link) for link in found]
        self._media = [
            None if self._of_responsibility(link) else medium_of(page, parties, link) for link in found
        ]
        self.attributions = self._records()
        self._owner = self._painted()
        self._continued()
        self._watched()

    @classmethod
    def of(cls, reading: Reading) -> ChainIndex:
        """The index of a reading; its attribution spans, tree and entities are all it looks at."""
        page = Page.of(reading)
        return cls(page, Parties(page), links(page))

    def chain_at(self, span: Span) -> tuple[str | None, Chain]:
        """The innermost attribution that holds most of a span, and its chain.

        ``(None, ())`` in the outlet's own voice.
        """
        number = self._holder(span)
        if number is None:
            return None, ()
        return self._id(number), self._chains(number)[0]

    def chains_at(self, span: Span) -> list[tuple[str | None, Chain]]:
        """As `chain_at`, one chain for each of several joint sources ("military and rebel sources"); at least one."""
        number = self._holder(span)
        if number is None:
            return [(None, ())]
        return [(self._id(number), chain) for chain in self._chains(number)]

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
            (self.attributions[self._place[number]], self._chains(number))
            for number, link in enumerate(self._links)
            if self._of_responsibility(link)
        ]

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
        return [(self._id(number), chain) for chain in self._chains(number)]

    def pleas(self) -> list[tuple[Attribution, list[Chain]]]:
        """The attributions in which somebody pleads not guilty, each with the chains of those who do."""
        return [
            (self.attributions[self._place[number]], self._chains(number))
            for number, link in enumerate(self._links)
            if is_plea(self.page, link.verb)
        ]

    def _of_responsibility(self, link: Link) -> bool:
        if link.act not in ("claims", "denies", "confirms"):
            return False
        thing = self.page.child(link.verb, "nsubj" if passive(self.page, link.verb) else "obj")
        return thing is not None and self.page.forms[thing] in cue_words("nouns", "responsibility")

    def _holder(self, span: Span) -> int | None:
        at = self.page.stretch(span)
        if at is None:
            return None
        votes: Counter[int] = Counter()
        for word in range(*at):
            number = self._owner[word]
            while number is not None:
                votes[number] += 1
                number = self._links[number].within
        half = (at.last - at.first) / 2
        held = [number for number, count in votes.items() if count >= half and count > 0]
        return max(
            held, key=lambda number: (self._depth(number), -size(self._links[number].content)), default=None
        )

    def _depth(self, number: int | None) -> int:
        depth = 0
        while number is not None:
            depth, number = depth + 1, self._links[number].within
        return depth

    def _chains(self, number: int) -> list[Chain]:
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

    def _painted(self) -> list[int | None]:
        owner: list[int | None] = [None] * len(self.page)
        found = self._links
        order = sorted(
            range(len(found)), key=lambda number: (self._depth(number), -size(found[number].content))
        )
        for number in order:
            link = self._links[number]
            if not link.told or self._of_responsibility(link):
                continue
            for part in self._carried(link):
                owner[part.first : part.last] = [number] * (part.last - part.first)
            for part in (*link.cue, *(part for part in link.source if _speaks(link, part))):
                for word in range(*part):
                    if owner[word] == number:
                        owner[word] = link.within
        return owner

    def _carried(self, link: Link) -> list[Stretch]:
        """A link's content without whole sentences that neither hold its cue nor stand in quotation marks or a turn.

        The next sentence stays with a source only in a quotation (gold/DECISIONS.md, "Sources").
        """
        page, kept = self.page, list[Stretch]()
        home = page.same_sentence(page.sentence[link.verb])
        for part in link.content:
            for number in range(page.sentence[part.first], page.sentence[part.last - 1] + 1):
                at = page.bounds[number]
                piece = Stretch(max(part.first, at.first), min(part.last, at.last))
                spoken = sum(page.quoted[word] >= 0 for word in range(*piece))
                own = number in home or any(turn.covers(piece) for turn in link.turns)
                if own or 2 * spoken >= piece.last - piece.first:
                    kept.append(piece)
        return kept

    def _continued(self) -> None:
        """Lets a source carry on: through an open quotation, and into the next quotation that nobody else says."""
        page, owner = self.page, self._owner
        for at in page.quotations:
            if at.last - at.first < _SHORT:
                continue
            votes = Counter(number for number in owner[at.first : at.last] if number is not None)
            most = votes.most_common(1)[0][0] if votes else None
            before = self._before(at) if votes.total() < _SHORT else None
            number = most if before is None else before
            if number is not None:
                top = self._top(number, at)
                owner[at.first : at.last] = [
                    top if held is None else held for held in owner[at.first : at.last]
                ]

    def _top(self, number: int, at: Stretch) -> int:
        """The outermost link around a quotation whose own cue stands outside it."""
        above = self._links[number].within
        while above is not None and at.holds(self._links[number].verb):
            number, above = above, self._links[above].within
        return number

    def _before(self, at: Stretch) -> int | None:
        """Who speaks an untagged quotation that fills its sentence: the speaker of the words just before."""
        page = self.page
        opening = page.sentence[at.first]
        if at.first > page.bounds[opening].first + 1:
            opening = page.sentence[at.first + 1]  # the mark may be cut off with the sentence before
        if at.first > page.bounds[opening].first + 1 or opening == 0:
            return None
        near = (self._by_sentence.get(opening - back, ()) for back in range(1, min(opening, _NEAR) + 1))
        spoken = ([number for number in told if self._speaks_up(number)] for told in near)
        return next((numbers[-1] for numbers in spoken if numbers), None)

    def _speaks_up(self, number: int) -> bool:
        link = self._links[number]
        return link.told and link.within is None

    @cached_property
    def _by_sentence(self) -> dict[int, list[int]]:
        """The numbers of the links whose cues stand in each sentence."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, link in enumerate(self._links):
            found[self.page.sentence[link.verb]].append(number)
        return dict(found)

    def _watched(self) -> None:
        """Lets imagery carry on into next sentences of what "is seen" or "was heard", where nobody else tells it."""
        page, owner, perceived = self.page, self._owner, cue_words("nouns", "perceived")
        shown: int | None = None
        for number, at in enumerate(page.bounds):
            told = self._by_sentence.get(number, [])
            if told:
                shown = next((n for n in told if [s.kind for s in self._sources[n]] == ["imagery"]), None)
            if told or shown is None:
                continue
            seen = any(page.forms[word] in perceived and passive(page, word) for word in range(*at))
            if seen and set(owner[at.first : at.last]) == {None}:
                owner[at.first : at.last] = [shown] * (at.last - at.first)
            shown = shown if seen else None

    def _records(self) -> tuple[Attribution, ...]:
        order = sorted(range(len(self._links)), key=lambda number: (self._depth(number), number))
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
        return Attribution(name, within, source, spans[0], link.act, spans[1])

    def _id(self, number: int) -> str:
        return self._ids[number]


def _speaks(link: Link, part: Stretch) -> bool:
    """Whether a part of a source is that of its head; another may be a stray within the content, and told as such."""
    return link.head is None or part.holds(link.head) or not inside(link.content, part.first)


def collapsed(chain: tuple[Source, ...], outlet: str) -> Chain:
    """A chain, outermost first, without the outlet and without a source twice in a row."""
    kept: list[Source] = []
    for source in chain:
        if kept and kept[-1].name.casefold() == source.name.casefold():
            continue
        if source.kind in ("media", "agency", "unknown") and is_house(source.name, outlet):
            continue
        kept.append(source)
    return tuple(kept)
