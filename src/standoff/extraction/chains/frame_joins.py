"""Tellings that the model read, joined with the frames that the tree shows.

Invariant: a frame and a telling on one cue make one link; a frame without a telling makes a link of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standoff.extraction.chains.citings import saying_of
from standoff.extraction.chains.contents import with_object
from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.frame import Frame
from standoff.extraction.chains.frames import counts, gives_figure
from standoff.extraction.chains.hearers import may_publish
from standoff.extraction.chains.joint_tellings import share_media, take_source_before
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.chains.voices import impersonal
from standoff.extraction.grammar.clauses import joined_phrase, passive, teller
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.grammar.phrase_heads import base_head

_HEARER = 7  # words after "told" in which a phrase for the hearer ends


def join_frames(page: Page, found: list[Link], seen: list[Frame]) -> None:
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
        doubted = _is_told_of(link)
        link.verb, link.act, link.medium, link.beside = frame.verb, frame.act, frame.medium, frame.beside
        link.wide, link.false = frame.content, frame.false
        link.told = link.told or frame.false is not None or frame.aside
        if frame.false is not None or frame.aside or not link.content or _gives_number(page, frame.verb):
            link.content = frame.content
        elif frame.act == "denies" or _says_who(page, frame.verb):
            link.content = with_object(page, frame.verb, link.content)
        doubted = doubted or not link.source or _is_relative(page, link)
        if (
            (doubted or _knows_source(page, frame))
            and frame.head is not None
            and not _is_accused(link, frame)
        ):
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
            link.head, link.source = head, link.source or (joined_phrase(page, head),)


def _is_accused(link: Link, frame: Frame) -> bool:
    """Whether what the tree takes for an accuser behind the verb stands in what is told: "accused [the army] of it"."""
    head = frame.head
    return frame.act == "accuses" and head is not None and frame.verb < head and inside(link.content, head)


def _is_told_of(link: Link) -> bool:
    """Whether what was read as the source stands within what it tells."""
    return all(
        inside(link.content, part.first) and inside(link.content, part.last - 1) for part in link.source
    )


def _says_who(page: Page, verb: int) -> bool:
    """Whether a verb tells who somebody is: "named X as the organiser"."""
    cue = verbs().get(page.forms[verb])
    return cue is not None and cue.lemma in words("grammar", "as_whom")


def _gives_number(page: Page, verb: int) -> bool:
    """Whether a verb puts a toll at a number or gives it, all of which is told."""
    return counts(page, verb) is not None or gives_figure(page, verb) is not None


def _knows_source(page: Page, frame: Frame) -> bool:
    """Whether the tree knows the source better: by whom, not who "was quoted", and from whom, not who "heard it"."""
    cue = verbs().get(page.forms[frame.verb])
    heard = cue is not None and cue.lemma in words("grammar", "hearing")
    paired = frame.beside is not None and page.forms[frame.verb] == "saying"
    paired = paired or (frame.act == "cites" and saying_of(page, frame.verb) is not None)
    told = frame.aside or frame.false is not None
    return heard or paired or told or (frame.act == "cites" and passive(page, frame.verb))


def _is_relative(page: Page, link: Link) -> bool:
    """Whether a citing was read with the "which" before it as its source: "Tass, [which] cited the [mayor]"."""
    return link.act == "cites" and any(page.forms[part.first] == "which" for part in link.source)


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
