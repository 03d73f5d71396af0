"""Tellings put together from the spans that the model read and the frames that the tree shows.

The model decides where outermost tellings stand and how far their content goes; the tree adds what the model was not
trained to see (tellings inside tellings, citings, hearers) and fills in missing parts.
Invariant: every link has a cue, and content until others take it over.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.acts import only_names
from standoff.extraction.chains.cues import words
from standoff.extraction.chains.enclosing import enclose
from standoff.extraction.chains.extents import widen
from standoff.extraction.chains.frame_joins import join_frames
from standoff.extraction.chains.frames import frames, is_plea
from standoff.extraction.chains.hearers import copied, holder_of
from standoff.extraction.chains.joint_tellings import (
    put_accounts_inside,
    put_citings_beside,
    put_inside_accounts,
    put_quoted_inside,
    share_sources,
)
from standoff.extraction.chains.link import Link, size
from standoff.extraction.chains.read_tellings import read_tellings
from standoff.extraction.chains.rejections import with_rejected
from standoff.extraction.chains.shared_sentences import part
from standoff.extraction.chains.taken_back import mark_taken_back
from standoff.extraction.chains.telling_nouns import account_before
from standoff.extraction.chains.turns import with_turns
from standoff.extraction.chains.voices import has_voice, impersonal
from standoff.extraction.grammar.clauses import noun_phrase, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NAMING, NOUNS, VERBS

_BEFORE_TAG = frozenset((",", '"', "”", "''", "--", "—", "–"))
_BRACKET = 6  # words at most of a bracket that goes with a name


def links(page: Page) -> list[Link]:
    """Every telling of a report in the order of the cues, with ``within`` filled in."""
    found = [link for link in read_tellings(page) if not _names_noun(page, link)]
    join_frames(page, found, frames(page))
    found = [link for link in found if not _is_denied(page, link)]
    share_sources(found)
    for link in found:
        if not _at_home(page, link) and link.told and (link.source or impersonal(page, link.verb)):
            link.content = link.wide or _rest(page, link) or link.content
        if link.head is None:
            link.head = _borrowed(page, link, found)
        if link.head is not None and (text := copied(page, link.head)) is not None:
            link.head, link.source = text, (noun_phrase(page, text),)
        if link.medium is None and link.head is not None:
            account = account_before(page, link.verb)
            link.medium = holder_of(page, link.head if account is None else account)
        link.told = link.told and link.act != "declines" and has_voice(page, link)
        link.told = link.told and not is_plea(page, link.verb)
        link.source = _with_bracket(page, link.source)
    found = [link for link in with_turns(page, found) if link.content]
    widen(page, found)
    put_quoted_inside(page, found)
    put_citings_beside(page, found)
    put_accounts_inside(page, found)
    put_inside_accounts(page, found)
    part(page, found)
    found = with_rejected(page, found)
    mark_taken_back(page, found)
    found.sort(key=lambda link: (link.verb, -size(link.content)))
    enclose(page, found)
    return found


def _is_denied(page: Page, link: Link) -> bool:
    """Whether what stands for the source of a denial is what somebody denies: "[a charge] both deny"."""
    return (
        link.act == "denies" and link.head is not None and page.forms[link.head] in words("backward", "blame")
    )


def _with_bracket(page: Page, source: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """A source with the bracket right behind it: "[Senator Ana Bly (Ohio)] said". In PolNeAR's training reports 197
    brackets are part of the source that they follow, 8 are not."""
    if not source:
        return source
    *rest, last = source
    after = page.forms[last.last : last.last + _BRACKET + 2]
    if after[:1] != ["("] or ")" not in after:
        return source
    return (*rest, Stretch(last.first, last.last + after.index(")") + 1))


def _names_noun(page: Page, link: Link) -> bool:
    """Whether what was read as a telling only tells what a noun is called."""
    of_noun = not link.source or page.relations[link.verb] == "acl"
    return of_noun and only_names(page, link.verb)


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
    return any(page.tags[word] in VERBS for word in range(*part))


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
    before = [word for word in range(first, verb) if page.tags[word] in NAMING]
    subjects = [word for word in before if page.relations[word] == "nsubj"]
    if subjects or before:
        return (subjects or before)[-1]
    return next((word for word in range(verb + 1, last) if page.tags[word] in NOUNS), None)
