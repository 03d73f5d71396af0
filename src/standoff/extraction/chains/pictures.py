"""Pictures in which something is told to go on: "In [a video posted online], soldiers are seen beating a man".

Invariant: pictures show the rest of the sentence that they begin, where its verb tells nothing itself.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.frame import Frame
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.clauses import has_case, noun_phrase, passive
from standoff.extraction.grammar.page import Page, Stretch

_IN = ("in", "on")


def showing_frames(page: Page, noun: int) -> list[Frame]:
    """The telling of pictures with "in" that open a sentence and are set off by a comma, where they were published or
    something is seen in them; not of "this" photo, beside which the words stand."""
    if noun_kind(page.forms[noun]) != "imagery" or page.tags[noun] != "NOUN" or not has_case(page, noun, _IN):
        return []
    first, last = page.bounds[page.sentence[noun]]
    verb = page.heads[noun]
    comma = next((word for word in range(noun, min(max(verb, noun), last)) if page.forms[word] == ","), -1)
    at = noun_phrase(page, noun)
    tells = page.forms[verb] in verbs() and not passive(page, verb)
    published = words("nouns", "issuing") | words("nouns", "carrying") | words("nouns", "getting")
    shown_by = published.intersection(page.forms[at.first : max(at.last, comma)])
    seen = page.forms[verb] in words("nouns", "perceived")
    own = page.forms[at.first] == "this" or not (shown_by or seen)
    if own or page.forms[first] not in _IN or at.first > first + 1 or comma < 0 or tells:
        return []
    shown = Stretch(comma + 1, last - (page.tags[last - 1] == "PUNCT"))
    return [Frame(noun, (Stretch(noun, noun + 1),), noun, (Stretch(at.first, comma),), (shown,), "shows")]
