"""Tellings put together from the spans that the model read and the frames that the tree shows.

The model decides where outermost tellings stand and how far their content goes; the tree adds what the model was not
trained to see (tellings inside tellings, citings, hearers) and fills in missing parts.
Invariant: every link has a cue, and content until others take it over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from standoff.extraction.chains.acts import only_names, undecided
from standoff.extraction.chains.citings import saying_of
from standoff.extraction.chains.contents import with_object
from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.enclosing import enclose
from standoff.extraction.chains.extents import widen
from standoff.extraction.chains.frame import Frame
from standoff.extraction.chains.frames import counts, frames, gives_figure, is_plea
from standoff.extraction.chains.hearers import holder_of, may_publish
from standoff.extraction.chains.joint_tellings import (
    put_citings_beside,
    put_quoted_inside,
    share_media,
    share_sources,
    take_source_before,
)
from standoff.extraction.chains.link import Link, inside, size
from standoff.extraction.chains.rejections import with_rejected
from standoff.extraction.chains.turns import with_turns
from standoff.extraction.chains.voices import has_voice, impersonal, is_told, names_nobody
from standoff.extraction.grammar.clauses import noun_phrase, passive, teller
from standoff.extraction.grammar.page import Labelled, Page, Stretch, compact, rows
from standoff.extraction.grammar.phrase_heads import RELATIVE, base_head, head_in
from standoff.records.claims import Act

_HEARER = 7  # words after "told" in which a phrase for the hearer ends
_OPENS_CLAUSE = RELATIVE | {"what", "where", "when", "how"}
_BEFORE_TAG = frozenset((",", '"', "”", "''", "--", "—", "–"))


def links(page: Page) -> list[Link]:
    """Every telling of a report in the order of the cues, with ``within`` filled in."""
    found = [link for link in _from_spans(page) if not _names_noun(page, link)]
    _join(page, found, frames(page))
    share_sources(found)
    for link in found:
        if not _at_home(page, link) and link.told and (link.source or impersonal(page, link.verb)):
            link.content = link.wide or _rest(page, link) or link.content
        if link.head is None:
            link.head = _borrowed(page, link, found)
        if link.medium is None and link.head is not None:
            link.medium = holder_of(page, link.head)
        link.told = link.told and link.act != "declines" and has_voice(page, link)
        link.told = link.told and not is_plea(page, link.verb)
    found = [link for link in with_turns(page, found) if link.content]
    widen(page, found)
    put_quoted_inside(page, found)
    put_citings_beside(page, found)
    found = with_rejected(page, found)
    found.sort(key=lambda link: (link.verb, -size(link.content)))
    enclose(page, found)
    return found


def _from_spans(page: Page) -> list[Link]:
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


def _names_noun(page: Page, link: Link) -> bool:
    """Whether what was read as a telling only tells what a noun is called."""
    of_noun = not link.source or page.relations[link.verb] == "acl"
    return of_noun and only_names(page, link.verb)


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
    return tuple(sorted(near or named))


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
    """The source that stands right after "according to", without those that other words before it belong to."""
    after = tuple(part for part in parts if verb < part.first)
    return after if after and page.forms[verb] == "according" else parts


def _is_relative(page: Page, part: Stretch) -> bool:
    return part.last - part.first == 1 and page.forms[part.first] in RELATIVE


def _of_subject(page: Page, verb: int, parts: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The source, or the verb's subject where the source is only told of in a clause on that: "The video, which X could
    not verify, shows"."""
    head = teller(page, verb) if page.tags[verb] == "VERB" else None
    if head is None or not parts:
        return parts
    clauses = [kid for kid in page.children[head] if page.relations[kid] == "acl" and head < kid]
    trees = (page.subtree(kid) for kid in clauses)
    inside_them = frozenset(word for tree in trees if verb not in tree for word in tree)
    return (noun_phrase(page, head),) if all(part.first in inside_them for part in parts) else parts


def _join(page: Page, found: list[Link], seen: list[Frame]) -> None:
    """Gives the model's links what their frames know, and adds the frames that the model has no link for."""
    by_word: dict[int, Link] = {}
    for link in reversed(found):
        by_word.update(dict.fromkeys((word for part in link.cue for word in range(*part)), link))
    frames_at = {frame.verb: frame for frame in seen}
    around: list[Frame] = []
    unsourced = [link for link in found if not link.source]
    for link in found:
        held = [frames_at[word] for part in link.cue for word in range(*part) if word in frames_at]
        verbs_held = {frame.verb for frame in held}
        # "was quoted by X as saying" is one cue to the model and two tellings to the tree.
        frame = next((frame for frame in held if frame.beside in verbs_held), held[0] if held else None)
        around += [other for other in held if frame is not None and other.verb == frame.beside]
        _complete(page, link, frame)
    for link in unsourced:
        take_source_before(page, link, found)
    _uncross(found, frames_at)
    added = [*around, *(frame for frame in seen if frame.verb not in by_word)]
    found.extend(_of_frame(frame, by_word) for frame in added)
    inside_of = {frame.around: frame.verb for frame in seen if frame.around is not None}
    told_once = {(link.verb, link.head): link for link in reversed(found)}
    found[:] = [link for link in found if told_once[link.verb, link.head] is link]
    for link in found:
        link.beside = inside_of.get(link.verb, link.beside)
    share_media(page, found)


def _uncross(found: Sequence[Link], frames_at: Mapping[int, Frame]) -> None:
    """Puts right two tellings of which each has the source that the tree gives to the other."""
    by_head = {link.head: link for link in found if link.head is not None}
    for link in found:
        frame = frames_at.get(link.verb)
        other = None if frame is None or frame.head is None else by_head.get(frame.head)
        theirs = frames_at.get(other.verb) if other is not None else None
        if other is None or theirs is None or other.head == link.head or link.head != theirs.head:
            continue
        link.source, other.source = other.source, link.source
        link.head, other.head = other.head, link.head


def _complete(page: Page, link: Link, frame: Frame | None) -> None:
    if frame is not None:
        link.verb, link.act, link.medium, link.beside = frame.verb, frame.act, frame.medium, frame.beside
        link.wide, link.false = frame.content, frame.false
        link.told = link.told or frame.false is not None
        if frame.false is not None or not link.content or _gives_number(page, frame.verb):
            link.content = frame.content
        elif frame.act == "denies":
            link.content = with_object(page, frame.verb, link.content)
        if (_knows_source(page, frame) or not link.source) and frame.head is not None:
            link.source, link.head = frame.source, frame.head
            if page.forms[frame.verb] == "according":  # what was read as told may begin within its source
                told = (word for part in link.content for word in range(*part))
                link.content = compact([word for word in told if not inside(frame.source, word)])
    if link.medium is None and page.forms[link.verb] in verbs() and verbs()[page.forms[link.verb]].telling:
        link.medium = _told_to(page, link)
    silent = page.tags[link.verb] != "VERB" or passive(page, link.verb) or impersonal(page, link.verb)
    if link.head is None and not silent:
        head = teller(page, link.verb)
        if head is not None and not inside(link.content, head):  # who is told of does not tell it
            link.head, link.source = head, link.source or (noun_phrase(page, head),)


def _gives_number(page: Page, verb: int) -> bool:
    """Whether a verb puts a toll at a number or gives it, all of which is told."""
    return counts(page, verb) is not None or gives_figure(page, verb) is not None


def _knows_source(page: Page, frame: Frame) -> bool:
    """Whether the tree knows the source better: by whom, not who "was quoted", and from whom, not who "heard it"."""
    cue = verbs().get(page.forms[frame.verb])
    heard = cue is not None and cue.lemma in words("grammar", "hearing")
    paired = frame.beside is not None and page.forms[frame.verb] == "saying"
    paired = paired or (frame.act == "cites" and saying_of(page, frame.verb) is not None)
    return heard or paired or frame.false is not None or (frame.act == "cites" and passive(page, frame.verb))


def _told_to(page: Page, link: Link) -> int | None:
    """Whom something was told where the tree shows no object: the noun phrase right after the verb."""
    last = min(link.verb + _HEARER, page.bounds[page.sentence[link.verb]].last)
    hearer = base_head(page, Stretch(link.verb + 1, last))
    if hearer is None or passive(page, link.verb) or not may_publish(page, hearer):
        return None
    return hearer


def _of_frame(frame: Frame, by_word: dict[int, Link]) -> Link:
    content = frame.content
    beside = by_word.get(frame.beside) if frame.beside is not None else None
    if beside is not None and beside.content:
        content = beside.content
    return Link(
        frame.verb, frame.cue, frame.source, frame.head, content, frame.act, frame.medium, frame.beside,
        false=frame.false,
    )  # fmt: skip


def _at_home(page: Page, link: Link) -> bool:
    """Whether some of what is told stands in the cue's sentence or in quotation marks; else it is a stray, mostly."""
    numbers = page.same_sentence(page.sentence[link.verb])
    return any(
        page.quoted[part.first] >= 0
        or page.sentence[part.first] in numbers
        or page.sentence[part.last - 1] in numbers
        for part in link.content
    )


def _rest(page: Page, link: Link) -> tuple[Stretch, ...]:
    """What is told when neither model nor tree says: the clause before "X said", or else what comes after."""
    numbers = page.same_sentence(page.sentence[link.verb])
    first, last = page.bounds[numbers[0]].first, page.bounds[numbers[-1]].last
    if page.quoted[link.verb] >= 0:
        quotation = page.quotations[page.quoted[link.verb]]
        first, last = max(first, quotation.first), min(last, quotation.last)
    inner = [part for part in (*link.source, *link.cue) if first <= part.first < last]
    low = min((part.first for part in inner), default=link.verb)
    high = max((part.last for part in inner), default=link.verb + 1)
    before, after = Stretch(first, low), Stretch(high, last)
    opens = page.forms[link.verb] == "according" and link.verb == first
    if not opens and _is_clause(page, before) and page.forms[low - 1] in _BEFORE_TAG:
        return (Stretch(first, low - 1),)
    return (after,) if _is_clause(page, after) else ()


def _is_clause(page: Page, part: Stretch) -> bool:
    return any(page.tags[word] in ("VERB", "AUX") for word in range(*part))


def _borrowed(page: Page, link: Link, found: Sequence[Link]) -> int | None:
    """The source of an active cue that has none of its own: that of its neighbour, else the nearest subject.

    "X said roads closed, adding that ...". A passive without "by" has none: "it was reported".
    """
    verb = link.verb
    if page.tags[verb] != "VERB" or passive(page, verb) or impersonal(page, verb) or not link.told:
        return None
    numbers = page.same_sentence(page.sentence[verb])
    near = [other for other in found if other.head is not None and page.sentence[other.verb] in numbers]
    if near:
        return min(near, key=lambda other: (other.verb > verb, abs(other.verb - verb))).head
    first, last = page.bounds[numbers[0]].first, page.bounds[numbers[-1]].last
    before = [word for word in range(first, verb) if page.tags[word] in ("NOUN", "PROPN", "PRON")]
    subjects = [word for word in before if page.relations[word] == "nsubj"]
    if subjects or before:
        return (subjects or before)[-1]
    return next((word for word in range(verb + 1, last) if page.tags[word] in ("NOUN", "PROPN")), None)
