"""Tellings of one sentence that go together: they share a source, a medium or what is told, or stand within each other.

Invariant: no telling is dropped here, and none gets content that no telling of its sentence had.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.link import Link, inside, size
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.grammar.phrase_heads import head_in


def share_sources(found: Sequence[Link]) -> None:
    """A source is told in full by the other tellings of the same: "Chief of Police Bly spoke, saying"."""
    full = {
        link.head: link.source for link in sorted(found, key=lambda link: size(link.source)) if link.source
    }
    for link in found:
        if link.source and link.head is not None:
            whole = full[link.head]
            if all(any(part.holds(word) for part in whole) for at in link.source for word in range(*at)):
                link.source = whole


def put_quoted_inside(page: Page, found: list[Link]) -> None:
    """Who is quoted speaks within who quotes, also where that only says so of the source: "a witness quoted by X"."""
    quoting = {
        page.heads[link.verb]: link
        for link in found
        if link.act == "cites" and link.told and link.source and page.relations[link.verb] == "acl"
    }
    at_verb = {link.verb: link for link in found}
    for link in tuple(found):
        if not link.told or link.head is None or link.beside is not None:
            continue
        outer = quoting.get(link.head)
        if (at := _quoting_within(page, link)) is not None:
            source, head = (at,), head_in(page, (at,), at.first)
            outer = at_verb.get(at.first - 2) or Link(
                at.first - 2, (Stretch(at.first - 2, at.first),), (), None, ()
            )
            outer.source, outer.head, outer.act = source, head, "cites"
            found += [] if outer in found else [outer]
        if outer is not None and outer is not link and passive(page, outer.verb):
            link.beside, outer.content, outer.marked = outer.verb, link.content, link.marked


def _quoting_within(page: Page, link: Link) -> Stretch | None:
    """Who quotes the source by the words for the source themselves: "a witness quoted by X"."""
    for part in link.source:
        for word in range(part.first + 1, part.last - 2):
            cue = verbs().get(page.forms[word])
            quoted = cue is not None and cue.citing and page.forms[word + 1] == "by"
            if quoted and link.head is not None and part.first <= link.head < word:
                return Stretch(word + 2, part.last)
    return None


def put_citings_beside(page: Page, found: list[Link]) -> None:
    """A "citing Y" that the tree hangs elsewhere belongs to the telling of its sentence that tells the same."""
    for link in found:
        if link.beside is not None or not _is_citing(page, link.verb):
            continue
        tellings = [
            other
            for other in found
            if page.sentence[other.verb] == page.sentence[link.verb]
            and not _is_citing(page, other.verb)
            and any(inside(other.content, word) for part in link.content for word in range(*part))
            and not inside(other.content, link.verb)
        ]
        if tellings:
            telling = min(tellings, key=lambda other: (abs(other.verb - link.verb), other.verb))
            link.beside = telling.verb
            own = tuple(part for part in telling.source if part not in link.source)
            if own != telling.source and own:
                telling.source, telling.head = own, head_in(page, own, telling.verb)


def put_accounts_inside(page: Page, found: Sequence[Link]) -> None:
    """An account that opens its sentence is told by who tags that: "according to X, roads closed, Y said"."""
    tags = [link for link in found if link.told and link.source and _is_tag(page, link)]
    for link in found:
        if link.beside is not None or page.forms[link.verb] != "according":
            continue
        tag = next((tag for tag in tags if _tags(page, tag, link)), None)
        if tag is not None:
            link.beside = tag.verb
            last = max(part.last for part in tag.content)
            link.content = compact([word for part in link.content for word in range(*part) if word < last])


def put_inside_accounts(page: Page, found: Sequence[Link]) -> None:
    """A telling right before an account is told by it: "roads closed, Y said, according to X", "Y said, according to X,
    that roads closed"."""
    ends: dict[int, Link] = {}
    for link in found:
        if link.told and link.source and link.beside is None and page.tags[link.verb] == "VERB":
            ends[max(link.verb + 1, *(part.last for part in link.source))] = link
    for account in found:
        verb = account.verb
        if page.forms[verb] != "according" or account.beside is not None:
            continue
        told = ends.get(verb - (page.forms[verb - 1] == ","))
        if told is not None and told is not account and told.source != account.source:
            told.beside, account.content, account.marked = verb, told.content, told.marked


def _is_tag(page: Page, link: Link) -> bool:
    """Whether a verb stands behind all that it tells: "roads closed, Y said"."""
    return page.tags[link.verb] == "VERB" and bool(link.content) and link.content[-1].last <= link.verb


def _tags(page: Page, tag: Link, account: Link) -> bool:
    """Whether a tag is of the same sentence as an account before it, and tells some of what that does."""
    same = page.sentence[tag.verb] == page.sentence[account.verb] and account.verb < tag.content[0].last
    return same and any(inside(tag.content, part.first) for part in account.content)


def _is_citing(page: Page, verb: int) -> bool:
    form = page.forms[verb]
    return form.endswith("ing") and form in verbs() and verbs()[form].citing


def take_source_before(page: Page, link: Link, found: Sequence[Link]) -> None:
    """Gives a verb without a subject, joined to what was told last, the source of that: "X denied that Y had left, and
    said that ..." is all by X, whatever the tree joins it to."""
    verb = link.verb
    own = page.child(verb, "nsubj")
    if own is not None and own > verb and inside(link.content, own):
        own = None  # who is accused: "[accused] the army of firing"
    if page.tags[verb] != "VERB" or page.relations[verb] != "conj" or own is not None:
        return
    before = page.forms[max(0, verb - 2) : verb]
    for other in found:
        ends = {part.last for part in other.content if other.verb < part.first}
        if (
            other.by_model
            and other.source
            and other.told
            and page.tags[other.verb] != "NOUN"
            and before[-1:] in (["and"], ["but"])
            and not ends.isdisjoint((verb - 1, verb - len(before)))
        ):
            link.source, link.head = other.source, other.head


def share_media(page: Page, found: Sequence[Link]) -> None:
    """What was told a medium goes on being told it: "told X that roads closed and said boats sank"."""
    at_verb = {link.verb: link for link in found}
    for link in found:
        first = at_verb.get(page.heads[link.verb]) or _told_before(page, link, found)
        joined = page.relations[link.verb] == "conj" or page.forms[link.verb].endswith("ing")
        shared = joined and page.child(link.verb, "nsubj") is None
        if shared and link.medium is None and first is not None and first.verb < link.verb:
            link.medium = first.medium


def _told_before(page: Page, link: Link, found: Sequence[Link]) -> Link | None:
    """The telling of the same teller that a participle goes on with, where the tree hangs it on what is told: "told X
    that boats sank, adding that ..."."""
    above = page.heads[link.verb]
    same = (other for other in found if other.head == link.head and other.verb < link.verb)
    beside = (other for other in same if not inside(other.content, link.verb))
    return next((other for other in beside if inside(other.content, above)), None)
