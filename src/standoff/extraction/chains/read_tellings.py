"""The tellings that the model reads: cues with the sources and contents that are linked to them.

Invariant: each cue is one telling, and what the tree rules out as its source or content is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from standoff.extraction.chains.acts import undecided
from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.link import Link
from standoff.extraction.chains.voices import is_told, names_nobody
from standoff.extraction.grammar.clauses import noun_phrase, teller
from standoff.extraction.grammar.page import Labelled, Page, Stretch, rows
from standoff.extraction.grammar.phrase_heads import head_in
from standoff.extraction.grammar.tags import NOUNS, RELATIVE
from standoff.records.claims import Act

_SETTING = ("obl", "advmod")  # of a verb of telling
_OPENS_CLAUSE = RELATIVE | {"what", "where", "when", "how"}


def read_tellings(page: Page) -> list[Link]:
    """The tellings that the model reads: each cue with the sources and contents that are linked to it.

    A span whose link is no cue goes to the nearest of its own depth ("source" or "inner-source"). A cue that both
    depths read is one telling: that of the depth with a source or a content.
    """
    table = rows(page.reading.attribution_spans)
    cues = [row for row in table if row.label.endswith("cue")]
    at_word = {word: number for number, cue in enumerate(cues) for word in range(*cue.at)}
    of_depth: dict[str, dict[int, Stretch]] = defaultdict(dict)
    for number, cue in enumerate(cues):
        of_depth[_depth(cue)][number] = cue.at
    held: dict[tuple[str, int], set[Stretch]] = defaultdict(set)
    for row in table:
        depth, role = _depth(row), row.label.rpartition("-")[2]
        told = at_word.get(row.link)
        if told is None and role != "cue":
            told = _nearest(page, row.at, of_depth[depth])
        if told is not None:
            held[role, told].add(row.at)
    return [
        _made(page, (cue.at,), sorted(held["source", number]), sorted(held["content", number]))
        for number, cue in enumerate(cues)
        if _holds(held, number)
        or not any(_holds(held, n) and other.at == cue.at for n, other in enumerate(cues))
    ]


def _holds(held: Mapping[tuple[str, int], set[Stretch]], number: int) -> bool:
    return ("source", number) in held or ("content", number) in held


def _depth(row: Labelled) -> str:
    return row.label.rpartition("-")[0]


def _nearest(page: Page, at: Stretch, cues: Mapping[int, Stretch]) -> int | None:
    """The cue with the fewest words between it and a span, in a sentence that the span touches."""
    near = {page.sentence[at.first], page.sentence[at.last - 1]}
    gaps = {
        number: max(cue.first - at.last, at.first - cue.last)
        for number, cue in cues.items()
        if page.sentence[cue.first] in near
    }
    return min(gaps, key=gaps.__getitem__, default=None)


def _made(page: Page, cue: tuple[Stretch, ...], source: list[Stretch], content: list[Stretch]) -> Link:
    table = verbs()
    inner = [word for part in cue for word in range(*part)]
    verb = next((word for word in inner if page.forms[word] in table and page.tags[word] == "VERB"), None)
    if verb is None:
        known_words = (word for word in inner if page.forms[word] in table or page.forms[word] == "according")
        verb = next(known_words, next((word for word in inner if page.tags[word] == "VERB"), inner[0]))
    known = table.get(page.forms[verb])
    act: Act = "declines" if undecided(page, verb) else known.act if known else "says"
    parts = _of_subject(page, verb, _of_tag(page, verb, _own_sources(page, verb, source)))
    if names_nobody(page, verb, parts, content):
        parts = ()
    content = _own_contents(page, verb, content)
    content = [part for part in content if len(content) == 1 or not _is_relative(page, part)]
    link = Link(verb, cue, parts, head_in(page, parts, verb), tuple(sorted(content)), act, by_model=True)
    link.told = is_told(page, link)
    return link


def _own_sources(page: Page, verb: int, source: list[Stretch]) -> tuple[Stretch, ...]:
    """The sources in the cue's sentence, when there are any; those of other sentences are strays then, and what is a
    clause by itself is told and tells nothing."""
    numbers = page.same_sentence(page.sentence[verb])
    named = [part for part in source if not _is_statement(page, part)]
    near = [part for part in named if page.sentence[part.first] in numbers]
    return tuple(sorted(_before_setting(page, verb, part) for part in near or named))


def _before_setting(page: Page, verb: int, part: Stretch) -> Stretch:
    """A source without the words after it that say when or where it told: "[the governor] on Monday in Garra said"."""
    first, last = part
    for word in range(first + 1, last):
        if page.heads[word] == verb and page.relations[word] in _SETTING:
            begin = min((word, *(kid for kid in page.children[word] if kid < word)))
            return Stretch(first, begin) if first < begin else part
    return part


def _is_statement(page: Page, part: Stretch) -> bool:
    """Whether words say what somebody was or did: "nine men were at the site", not "a man who was there"."""
    finite = next((word for word in range(*part) if page.tags[word] == "AUX"), None)
    return finite is not None and _OPENS_CLAUSE.isdisjoint(page.forms[part.first : finite])


def _own_contents(page: Page, verb: int, content: list[Stretch]) -> list[Stretch]:
    """The contents without quotations that are closed before the cue's paragraph begins, where more is told in that."""
    begin = page.text.rfind("\n\n", 0, page.starts[verb])
    near = [part for part in content if page.ends[part.last - 1] > begin]
    return [part for part in content if part in near or not _is_closed(page, part)] if near else content


def _is_closed(page: Page, part: Stretch) -> bool:
    """Whether words end with a closing quotation mark."""
    return any(quotation.last == part.last for quotation in page.quotations)


def _of_tag(page: Page, verb: int, parts: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The source that stands right after "according to", without those that other words before it belong to; of one
    read further on, who it is that stands before that: "according to [a foreman] quoted by the Gazette"."""
    if page.forms[verb] != "according":
        return parts
    after, begin = tuple(part for part in parts if verb < part.first), verb + 2
    if not after or after[0].first <= begin or begin >= len(page):
        return after or parts
    head = page.heads[begin] if begin < page.heads[begin] < after[0].first else begin
    named = page.tags[head] in NOUNS and any(word in page.subtree(head) for word in range(*after[0]))
    return (noun_phrase(page, head),) if named else after


def _is_relative(page: Page, part: Stretch) -> bool:
    return part.last - part.first == 1 and page.forms[part.first] in RELATIVE


def _of_subject(page: Page, verb: int, parts: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The source without whom a clause on it only tells of, or else the verb's subject: "The video, which X could not
    verify, shows", "[footage] verified by X shows"; the subject as well where the source stands in another sentence."""
    head = teller(page, verb) if page.tags[verb] == "VERB" else None
    if head is None or not parts:
        return parts
    numbers = page.same_sentence(page.sentence[verb])
    if page.sentence[head] in numbers and all(page.sentence[part.first] not in numbers for part in parts):
        return (noun_phrase(page, head),)
    clauses = [kid for kid in page.children[head] if page.relations[kid] == "acl" and head < kid]
    trees = (page.subtree(kid) for kid in clauses)
    inside_them = frozenset(word for tree in trees if verb not in tree for word in tree)
    own = tuple(part for part in parts if part.first not in inside_them)
    return own or (noun_phrase(page, head),)
