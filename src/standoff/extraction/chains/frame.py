"""One telling that tree and cue words show, before it is known what the model read of it.

Invariant: source, cue and content of a frame lie in one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch
from standoff.records.claims import Act


@dataclass(frozen=True, slots=True)
class Frame:
    """One telling. ``verb`` is the cue's main word, ``head`` the source's (``None``: implicit).

    ``medium`` is whom it was told; ``beside`` the telling verb that a "citing" stands beside, and within; ``around``
    the telling verb that stands within this one ("X, quoted by Y, said"); ``false`` the word that calls it so;
    ``aside`` tells that it denies in an aside what was told before, or sets a figure against it.
    """

    verb: int
    cue: tuple[Stretch, ...]
    head: int | None
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    act: Act
    medium: int | None = None
    beside: int | None = None
    around: int | None = None
    false: int | None = None
    aside: bool = False


def cue_at(page: Page, verb: int) -> tuple[Stretch, ...]:
    """The words of a cue: its main word with the auxiliaries right before it."""
    around = [
        child for child in page.children[verb] if page.relations[child] == "aux" and verb - 3 <= child < verb
    ]
    return (Stretch(min(around, default=verb), verb + 1),)


def agent_frame(page: Page, verb: int, agent: int, content: tuple[Stretch, ...], act: Act) -> Frame:
    """The telling of somebody by whom a verb is done: "reported by X"."""
    return Frame(verb, cue_at(page, verb), agent, (noun_phrase(page, agent),), content, act)
