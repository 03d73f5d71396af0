"""Which telling each word of a report stands in, and what its source carries on with.

Invariant: a word stands in the innermost telling of it; what nobody else tells is the outlet's own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from functools import cached_property

from standoff.extraction.chains.cues import words as cue_words
from standoff.extraction.chains.link import Link, depth, inside, size
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page, Stretch

_SHORT = 4
_NEAR = 3  # sentences back from an untagged quotation to who spoke last


class ToldWords:
    """For each word the number of the telling that it stands in, ``None`` in the outlet's own voice: ``owner``.

    ``imagery`` has the numbers of the tellings by pictures, which go on showing what "is seen"; ``answers`` those in
    which somebody claims or denies responsibility, and tells nothing of the deed.
    """

    def __init__(
        self, page: Page, found: list[Link], imagery: Collection[int], answers: Collection[int]
    ) -> None:
        self.page = page
        self._links = found
        self._answers = answers
        self.owner = self._painted()
        self._continued()
        self._watched(imagery)

    def _painted(self) -> list[int | None]:
        """For each word the innermost telling by its content; a cue and its source belong to the telling around."""
        owner: list[int | None] = [None] * len(self.page)
        found = self._links
        order = sorted(
            range(len(found)), key=lambda number: (depth(found, number), -size(found[number].content))
        )
        for number in order:
            link = self._links[number]
            if not link.told or number in self._answers:
                continue
            home = self.page.same_sentence(self.page.sentence[link.verb])
            for part in self._carried(link):
                own = self.page.sentence[part.first] in home
                owner[part.first : part.last] = [number if own else self._passed_on(number)] * (
                    part.last - part.first
                )
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
        page, owner = self.page, self.owner
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
        number = next((numbers[-1] for numbers in spoken if numbers), None)
        return None if number is None else self._passed_on(number)

    def _passed_on(self, number: int) -> int:
        """Who speaks by a telling in other sentences: of one that only passes on what another tells ("X said, according
        to Y") the other."""
        link = self._links[number]
        passes = link.act == "cites" or self.page.forms[link.verb] == "according"
        told = self._by_sentence[self.page.sentence[link.verb]] if passes else ()
        inner = (other for other in told if self._links[other].within == number and self._links[other].told)
        return next(inner, number)

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

    def _watched(self, imagery: Collection[int]) -> None:
        """Lets imagery carry on into next sentences of what "is seen" or "was heard", where nobody else tells it."""
        page, owner, perceived = self.page, self.owner, cue_words("nouns", "perceived")
        shown: int | None = None
        for number, at in enumerate(page.bounds):
            told = self._by_sentence.get(number, [])
            if told:
                shown = next((n for n in told if n in imagery), None)
            if told or shown is None:
                continue
            seen = any(page.forms[word] in perceived and passive(page, word) for word in range(*at))
            if seen and set(owner[at.first : at.last]) == {None}:
                owner[at.first : at.last] = [shown] * (at.last - at.first)
            shown = shown if seen else None


def _speaks(link: Link, part: Stretch) -> bool:
    """Whether a part of a source is that of its head; another may be a stray within the content, and told as such."""
    return link.head is None or part.holds(link.head) or not inside(link.content, part.first)
