"""Turns of speakers as tellings: a label or an introduction names the source, and all words of the turn are its own.

Invariant: no telling of the text holds a labelled turn; what is told within a turn is within its link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.link import Link
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.chains.telling_nouns import issuer
from standoff.extraction.chains.turn_spans import Turn, turn_spans
from standoff.extraction.grammar.clauses import noun_phrase, passive, subject
from standoff.extraction.grammar.page import Page, Stretch
from standoff.records import Span


def with_turns(page: Page, found: Sequence[Link]) -> list[Link]:
    """The tellings with those that turns make: a link for each label, and introductions that go on in their turn.

    What was read as a telling within a label is that label.
    """
    near: dict[int, list[Link]] = defaultdict(list)
    for link in found:
        near[page.sentence[link.verb]].append(link)
    made: list[Link] = []
    labels: set[int] = set()
    for turn in _spoken(page):
        content, mark = page.stretch(turn.at), page.stretch(turn.mark)
        label = page.stretch(Span(turn.who.start, min(turn.who.end, turn.mark.start))) if turn.who else None
        if content is None or mark is None:
            continue
        if label is not None:
            labels.update(range(label.first, content.first))
            made.append(_labelled(label, mark, content))
        else:
            made += _introduced(page, turn, mark, content, near)
    return [*(link for link in found if link.verb not in labels), *made]


def _spoken(page: Page) -> list[Turn]:
    """The turns of a page; a label before a colon must name a person ("Published: ..." speaks for nobody)."""
    turns = turn_spans(page.text)
    if all(turn.form != "colon" for turn in turns):
        return turns
    people = {page.forms[word] for word, label in page.entity_labels.items() if label == "person"}
    return [turn for turn in turns if turn.form != "colon" or _is_person(page, turn.who, people)]


def _is_person(page: Page, who: Span | None, people: set[str]) -> bool:
    at = page.stretch(who) if who else None
    if at is None:
        return who is None
    last = page.forms[at.last - 1]
    return last in people or noun_kind(last) is not None


def _labelled(label: Stretch, mark: Stretch, content: Stretch) -> Link:
    head = label.last - 1
    return Link(mark.first, (mark,), (label,), head, (content,), turns=(content,), labelled=True)


def _introduced(
    page: Page, turn: Turn, mark: Stretch, content: Stretch, near: Mapping[int, list[Link]]
) -> list[Link]:
    """Lets the telling just before a turn go on in it; a new link when nothing else was told there."""
    before = page.stretch(Span(0, turn.intro))
    if before is None:
        return []
    sentences = page.same_sentence(page.sentence[before.last - 1])
    first, last = page.bounds[sentences[0]].first, before.last
    around = (link for number in sentences for link in near.get(number, ()))
    telling = [link for link in around if link.verb < last and link.told and link.source]
    if telling:
        _go_on(max(telling, key=lambda link: link.verb), content)
        return []
    head = _announcer(page, range(first, last))
    if head is None:
        return []
    return [Link(mark.first, (mark,), (noun_phrase(page, head),), head, (content,), turns=(content,))]


def _go_on(link: Link, content: Stretch) -> None:
    """Adds a turn to what is told, one with the parts of it that were known already."""
    met = [part for part in link.content if part.meets(content)]
    whole = Stretch(min(part.first for part in (content, *met)), max(part.last for part in (content, *met)))
    link.content = (*(part for part in link.content if part not in met), whole)
    link.turns = (*link.turns, whole)


def _announces(page: Page, noun: int) -> bool:
    """Whether a noun is a text that may follow: "a ministry communique:", not "more about the communique:"."""
    cases = {page.forms[word] for word in page.children[noun] if page.relations[word] == "case"}
    return page.forms[noun] in words("nouns", "issued") and not cases & (words("nouns", "about") | {"on"})


def _announcer(page: Page, around: range) -> int | None:
    """Who speaks by an introduction that tells nothing itself: "Bly told reporters:", "the ministry's communique:"."""
    verbs_told = [
        word
        for word in around
        if page.tags[word] == "VERB"
        and (cue := verbs().get(page.forms[word])) is not None
        and not cue.by_press
    ]
    heads = [
        head for verb in verbs_told if (head := subject(page, verb)) is not None and not passive(page, verb)
    ]
    if heads:
        return heads[-1]
    noun = next((word for word in reversed(around) if _announces(page, word)), None)
    if noun is None:
        return None
    owner, verb = issuer(page, noun), page.heads[noun]
    if owner is None and verb >= 0 and page.forms[verb] in words("nouns", "issuing"):
        owner = subject(page, verb)
    return noun if owner is None else owner
