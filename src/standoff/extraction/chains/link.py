"""One telling while it is put together from what the model and the tree show.

Invariant: parts are stretches of words in text order; which links enclose it is settled last, in `links`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from standoff.extraction.grammar.page import Stretch
from standoff.records.claims import Act


@dataclass(slots=True)
class Link:
    """One telling while it is put together. ``verb`` is the cue's main word; ``head`` the source's, or ``None``.

    ``wide`` is what the tree takes for told, for when the model's content is a stray; ``medium`` is the hearer when
    told to somebody; ``told`` says whether the cue tells something that happened (a wish or a decision does not);
    ``turns`` are the parts of ``content`` that are the source's own words to their end, over sentences and paragraphs;
    ``labelled`` says that a label of layout names the source, so that no telling of the text holds the link;
    ``marked`` is the content as the words around the cue show it, before it reaches further (see `extents`);
    ``false`` is the word that calls what is told false (see `falsehoods`);
    ``own`` says that the outlet tells it itself and takes it back (see `taken_back`);
    ``rejecter`` is the cue of the denial that a claim told by a noun is rejected by ("denied X's claim that ...");
    ``within`` is the number of the enclosing link.
    """

    verb: int
    cue: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    head: int | None
    content: tuple[Stretch, ...]
    act: Act = "says"
    medium: int | None = None
    beside: int | None = None
    by_model: bool = False
    told: bool = True
    wide: tuple[Stretch, ...] = ()
    turns: tuple[Stretch, ...] = ()
    labelled: bool = False
    marked: tuple[Stretch, ...] = ()
    rejecter: int | None = None
    false: int | None = None
    own: bool = False
    within: int | None = None


def size(parts: Iterable[Stretch]) -> int:
    """How many words the stretches hold."""
    return sum(part.last - part.first for part in parts)


def inside(parts: Iterable[Stretch], word: int) -> bool:
    """Whether one of the stretches holds the word."""
    return any(part.first <= word < part.last for part in parts)


def depth(found: Sequence[Link], number: int | None) -> int:
    """How many tellings stand around a number's and with it: 1 for an outermost one, 0 for none."""
    count = 0
    while number is not None:
        count, number = count + 1, found[number].within
    return count
