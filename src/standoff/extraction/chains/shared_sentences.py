"""What each of two tells that speak in one sentence: "the army said five were killed, but the rebels claimed 30",
"killing three, police said, and wounding nine, according to the hospital".

Invariant: a telling only loses words here, to the one that tells them, or keeps those of its own side alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.cues import words
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.grammar.page import Page, Stretch, compact

_MARKS = frozenset((",", ";", "--", "–", "—"))


def part(page: Page, found: Sequence[Link]) -> None:
    """Parts what two tell in one sentence, where a word joins or sets against each other what they tell."""
    told = [link for link in found if link.told and link.source and link.content]
    for link in told:
        for other in told:
            if other is link or page.sentence[other.verb] != page.sentence[link.verb]:
                continue
            if (joint := _set_against(page, link, other)) is not None:
                _keep(link, [word for word in _words(link) if word < joint])
            elif (side := _joined_on(page, link, other)) is not None:
                _keep(other, [word for word in _words(other) if word < side.first])
                _keep(link, [word for word in _words(link) if side.holds(word)] or [*range(*side)])


def _words(link: Link) -> list[int]:
    return [word for part in link.content for word in range(*part)]


def _keep(link: Link, kept: list[int]) -> None:
    link.content = compact(kept) or link.content


def _set_against(page: Page, link: Link, other: Link) -> int | None:
    """Where what one says ends and another is set against it, with a word such as "but" before who tells that."""
    begin = min(at.first for at in other.source)
    if other.verb < begin or not link.verb < begin or not inside(link.content, other.verb):
        return None
    joint = begin - 1
    opened = page.forms[joint] in words("grammar", "set_against") and page.forms[joint - 1] in _MARKS
    return joint - 1 if opened and page.quoted[joint] == page.quoted[link.verb] else None


def _joined_on(page: Page, link: Link, other: Link) -> Stretch | None:
    """What an account tells behind another's tag, joined to what that tells by a word such as "and"."""
    if page.forms[link.verb] != "according" or other.verb > link.verb:
        return None
    tag = [at for at in (*other.source, *other.cue) if page.sentence[at.first] == page.sentence[link.verb]]
    begin, end = min(at.first for at in tag), max(at.last for at in tag)
    trails = any(at.last <= begin for at in other.content)
    first = end + (page.forms[end] in _MARKS)
    if not trails or not first < link.verb or page.forms[first] not in words("grammar", "joining_accounts"):
        return None
    last = link.verb - (page.forms[link.verb - 1] in _MARKS)
    return Stretch(first + 1, last) if first + 1 < last else None
