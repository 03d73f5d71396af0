"""Pronouns are a closed class: "more than 30 [soldiers]" is a noun, whatever the reader takes it for.

Invariant: no word that is listed as a pronoun gets another tag.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.lexicon import word_set


def retag_nouns(tags: list[str], forms: Sequence[str]) -> None:
    """What the reader takes for pronouns and is none becomes a noun, in place."""
    known = word_set("parties", "pronouns", "closed")
    for word, tag in enumerate(tags):
        if tag == "PRON" and forms[word] not in known and forms[word].isalpha():
            tags[word] = "NOUN"
