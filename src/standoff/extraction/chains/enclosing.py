"""Which telling encloses which: the smallest content that holds a telling's cue; who is cited is within who cites;
whose claim is rejected is not within who rejects it.

Invariant: ``within`` never runs in a circle.
"""

from __future__ import annotations

from bisect import bisect_left

from standoff.extraction.chains.asides import denied_aside
from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.link import Link, inside, size
from standoff.extraction.grammar.clauses import negation, turned_from
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS, RELATIVE
from standoff.extraction.values.set_against import rival_figures


def enclose(page: Page, found: list[Link]) -> None:
    """Sets ``within`` of links in the order of their cues: the smallest content that holds a link's cue; a citing goes
    inside the telling beside it."""
    _put_beside(found)
    _put_after(found)
    reach = [_reach(page, link) for link in found]
    for link in found:
        _hang(page, link, found, reach)
        _turn(page, link, found, reach)
    around = _around(found, reach)
    for number, link in enumerate(found):
        if link.within is not None or link.labelled:
            continue
        for other in around[number]:
            mutual = page.forms[link.verb] == "according" and inside(reach[number], found[other].verb)
            aside = found[other].act == "denies" and _in_relative(page, link.verb)
            aside = aside or (not found[other].told and _keeps_back(page, found[other].verb))
            if other == number or mutual or aside or found[other].verb == link.rejecter:
                continue
            if inside(reach[other], link.verb) and not _circular(found, number, other):
                link.within = other
                break


def _put_beside(found: list[Link]) -> None:
    """Puts each citing inside the telling that it stands beside."""
    at_verb = {link.verb: number for number, link in enumerate(found)}
    for number, link in enumerate(found):
        beside = at_verb.get(link.beside) if link.beside is not None else None
        if beside is not None and beside != number and not _circular(found, number, beside):
            link.within = beside
            if link.act == "cites" and size(found[beside].content) > size(link.content):
                link.content = found[beside].content  # who is cited is cited for all of it


def _put_after(found: list[Link]) -> None:
    """Puts a telling inside another of the same words that stands right before it: "X reports Y say roads closed"."""
    outer_to = {
        link.cue[-1].last: number
        for number, link in enumerate(found)
        if link.told and link.source and link.cue and link.source[-1].last == link.cue[0].first
    }
    for number, link in enumerate(found):
        outer = outer_to.get(link.source[0].first) if link.source else None
        if outer is None or outer == number or link.within is not None or not link.told:
            continue
        if found[outer].content == link.content and not _circular(found, number, outer):
            link.within = outer


def _around(found: list[Link], reach: list[tuple[Stretch, ...]]) -> list[list[int]]:
    """For each link the links, the smallest first, between the first and last words of which its cue stands."""
    smallest_first = sorted(  # of two that tell the same the inner one holds what is told
        range(len(found)), key=lambda number: (size(found[number].content), found[number].within is None)
    )
    verbs = [link.verb for link in found]
    around: list[list[int]] = [[] for _ in found]
    for other in smallest_first:
        first = min((part.first for part in reach[other]), default=0)
        last = max((part.last for part in reach[other]), default=0)
        for number in range(bisect_left(verbs, first), bisect_left(verbs, last)):
            around[number].append(other)
    return around


def _reach(page: Page, link: Link) -> tuple[Stretch, ...]:
    """What is told, with the whole of each quotation that it has a part in and the cue has not."""
    marks = {page.quoted[word] for part in link.content for word in (part.first, part.last - 1)}
    whole = (page.quotations[mark] for mark in marks - {-1, page.quoted[link.verb]})
    return (*link.content, *sorted(whole))


def _keeps_back(page: Page, verb: int) -> bool:
    """Whether somebody does not say a thing: "declined to confirm reports", "would not comment on reports"."""
    cue = verbs().get(page.forms[verb])
    negated = negation(page, verb) is not None
    return cue is not None and (cue.act == "declines" or negated)


def _in_relative(page: Page, verb: int) -> bool:
    """Whether a verb is that of a clause on a noun, which who denies the noun tells not: "the toll, which X cut"."""
    clause = page.relations[verb] == "acl" and page.child(verb, "nsubj") is not None
    return clause and any(page.forms[kid] in ("which", "who", "whom") for kid in page.children[verb])


def _hang(page: Page, link: Link, found: list[Link], reach: list[tuple[Stretch, ...]]) -> None:
    """Lets what is told reach a telling in a clause on one of its nouns: "told X she saw Y, who guards said fled"; not
    one that calls all of it false: "said Y fled, which guards called a lie"."""
    noun = page.heads[link.verb]
    apart = any(rival.verb == link.verb for rival in rival_figures(page))
    if noun < 0 or not link.told or apart or denied_aside(page, link.verb):
        return
    if not _is_on_noun(page, link.verb, noun):
        return
    for number, other in enumerate(found):
        near = page.sentence[other.verb] == page.sentence[link.verb] and other.told and other is not link
        if near and inside(other.content, noun) and not inside(other.content, link.verb):
            reach[number] = (*reach[number], Stretch(link.verb, link.verb + 1))


def _is_on_noun(page: Page, verb: int, noun: int) -> bool:
    """Whether the clause of a verb says something of a noun, be it that the tree only sets it beside that."""
    beside = page.relations[verb] == "parataxis" and page.tags[noun] in NOUNS
    return page.relations[verb] == "acl" or (beside and not RELATIVE.isdisjoint(page.forms[noun + 1 : verb]))


def _turn(page: Page, link: Link, found: list[Link], reach: list[tuple[Stretch, ...]]) -> None:
    """Lets what is told reach the telling to which one within it turns: "police said he first told them X, but later
    [said] Y"."""
    over = turned_from(page, link.verb)
    for number, other in enumerate(found if over is not None else ()):
        if over is not None and other.told and other.verb != over and inside(other.content, over):
            reach[number] = (*reach[number], Stretch(link.verb, link.verb + 1))


def _circular(found: list[Link], number: int, other: int | None) -> bool:
    while other is not None:
        if other == number:
            return True
        other = found[other].within
    return False
